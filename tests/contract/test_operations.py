"""Every operation of openapi.yaml is asked by every role, and answers as the document says."""

import itertools

import pytest
from support import FLAVOUR, access, cohorts, specimens
from support.bodies import body_for
from support.commands import COMMANDS, READY, nowhere, ready
from support.contract import all_roles, operations
from support.documents import BYTES
from support.judge import exchanges, faults

PRIVATE = [op for op in operations().values() if not op.public]
PUBLIC_WRITES = [op for op in operations().values() if op.public and not op.reads]
READS = [op for op in operations().values() if op.reads]
# Whose things the county has no business with.
READERS = {"savedFilter": "hub_signatory", "bankFile": "hub_signatory", "bankEntry": "hub_signatory", "listSchemes": "firm"}
# By kind, where it is no id: what names nothing.
NOWHERE = {"county": "99", "accessLink": "A" * 43}


def by_id(operation):
    return operation.id


# Their roles may ask, and find what is about or by themselves.
OF_WHOM_IT_CONCERNS = {
    "getDisqualification",
    "getDisqualificationPermittedActions",
    "getCopaymentAid",
    "getEvaluation",
    "getSetupChange",
    "getSetupChangePermittedActions",
}


@pytest.fixture(scope="module")
def things(world):
    """One of every kind: its id."""
    states = {"paymentList": "made", "payment": "paid", "claim": "submitted", "grant": "active"}
    states |= {"application": "recommended", "call": "open", "track": "begun"}
    states |= {"projectInvitation": "asked", "project": "idea", "result": "told", "progressReport": "expected"}
    states |= {"sampling": "open", "disqualification": "raised"}
    states |= {"criterion": "active", "evaluation": "scoring", "appeal": "reconsidered"}
    states |= {"hearing": "commented", "condition": "open", "amendment": "approved", "accessRequest": "asked"}
    states |= {"reversal": "proposed"}
    states |= {"lateSubmission": "granted", "applicationPartner": "submitted"}
    states |= {"body": "in_force", "meeting": "approved"}
    states |= {"enrolment": "active", "gateWaiver": "asked", "deliverable": "begun"}
    states |= {"programme": "active", "fundingLine": "active", "setupChange": "proposed"}
    states |= {"fagpartner": "active", "engagement": "confirmed"}
    states |= {"hoursOrder": "made", "hours": "confirmed"}
    states |= {"copayment": "due", "bankFile": "read", "bankEntry": "unmatched"}
    states |= {"cohort": "filled", "network": "open", "session": "held", "calendarFeed": "made"}
    states |= {"message": "sent", "standin": "named", "legalHold": "asked"}
    states |= {"notification": "unread", "savedFilter": "kept", "delivery": "failed", "destruction": "done"}
    states |= {"handover": "asked", "assessment": "final", "journalPost": "entered", "archiveMessage": "queued"}
    states |= {"document": "clean", "letter": "made", "instrument": "in_use", "membership": "current", "contact": "noted"}
    world.ensure_account(world.hub)
    made = {
        kind: specimens.make(world, world.hub, kind, state)["id"] for kind, state in states.items()
    }
    calendar = cohorts.feed(world, world.hub)["href"].removeprefix("/calendars/")
    return made | {"calendar": calendar, "accessLink": access.given(world), "orgnr": world.hub.orgnr, "county": "50"}


@pytest.fixture(scope="module")
def everybody(world):
    """A person for each role."""
    parties = (world.county, world.hub, world.firm, world.fagpartner)
    return {role: person for party in parties for role, person in party.everybody().items()}


# ---- roles


def test_there_is_somebody_for_every_role_of_the_document(everybody):
    assert set(everybody) == set(all_roles())


@pytest.mark.parametrize("operation", PRIVATE, ids=by_id)
def test_who_may_ask_is_who_the_document_says(world, things, everybody, operation):
    allowed = operation.roles or all_roles()
    body = body_for(operation, world)
    for role, person in everybody.items():
        reply = ask_idly(operation, person, body, things)
        refused = reply.code == "forbidden" and reply.status == 403 if reply.status >= 400 else False
        assert refused == (role not in allowed), f"{role}: {reply}"
        if operation.reads and role in operation.roles and operation.id not in OF_WHOM_IT_CONCERNS:
            reply.expect(200)


def ask_idly(operation, person, body, things):
    """A read of what there is, or a dry run of a command on what there is not."""
    if operation.reads:
        return person.get(operation.at(things.get(operation.kind)))
    headers = {"If-Match": "*"} if operation.needs_if_match else {}
    query = {"dryRun": "true"} if operation.takes_dry_run else {}
    if operation.takes_bytes:
        query["data"] = b"bytes"
        headers |= BYTES
    return person.send(operation.method, operation.at(999_999_999), body, headers, **query)


@pytest.mark.parametrize("operation", PRIVATE, ids=by_id)
def test_nobody_may_ask_without_a_token(world, operation):
    reply = world.nobody.send(operation.method, operation.at(1), headers={"If-Match": "*"})
    reply.refused("unauthenticated", 401)
    assert reply.headers["WWW-Authenticate"].startswith("Bearer")


# ---- answers


def reader(operation):
    return READERS.get(operation.id) or READERS.get(operation.kind, "auditor")


@pytest.mark.parametrize("operation", READS, ids=by_id)
def test_a_read_is_answered(world, things, everybody, operation):
    role = operation.roles[0] if operation.roles else reader(operation)
    person = everybody[role]
    reply = person.get(operation.at(things.get(operation.kind))).expect(200)
    head = person.send("HEAD", operation.at(things.get(operation.kind))).expect(200)
    assert head.content == b""
    assert head.headers["Content-Type"] == reply.headers["Content-Type"]
    assert head.etag == reply.etag


@pytest.mark.parametrize("operation", COMMANDS, ids=by_id)
def test_a_command_is_answered(world, operation):
    command = ready(world, operation)
    command.send(body={"farge": 1} if operation.has_body else None, key="x" * 300)
    if operation.kind:
        nowhere(world, operation).send()
    reply = command.send()
    good = [int(status) for status in operation.statuses if status in ("200", "201", "202")]
    reply.expect(*good)
    assert bool(reply.location) == (reply.status in (201, 202))
    if reply.location:
        assert command.person.read(reply.location)["id"] == reply.json["id"]


@pytest.mark.parametrize("operation", PUBLIC_WRITES, ids=by_id)
def test_what_anybody_asks_is_answered(world, things, operation):
    def ask(argument, body):
        return world.nobody.send(operation.method, operation.at(argument), body)

    argument = access.refused(world) if operation.kind == "accessLink" else things[operation.kind]
    body = body_for(operation, world)
    ask(argument, {"farge": 1}).refused("validation-failed", 422)
    ask(NOWHERE.get(operation.kind, 999_999_999), body).refused("not-found", 404)
    good = [int(status) for status in operation.statuses if status in ("200", "201")]
    reply = ask(argument, body).expect(*good)
    assert bool(reply.location) == (reply.status == 201)


def test_every_command_that_needs_a_thing_has_one_in_the_tests():
    assert set(READY) <= {operation.id for operation in COMMANDS}


@pytest.fixture(scope="module")
def judged(recorder):
    """By operationId: statuses, and what is wrong with the answers."""
    recorder.file.flush()
    told = {}
    for operation, exchange in exchanges(FLAVOUR):
        if operation:
            entry = told.setdefault(operation, (set(), []))
            entry[0].add(exchange["status"])
            entry[1].extend(
                f"{exchange['method']} {exchange['target']} -> {exchange['status']}: {fault}"
                for fault in faults(operation, exchange)
            )
    return told


@pytest.mark.parametrize("operation", operations().values(), ids=by_id)
def test_all_answers_that_tests_saw_are_as_the_document_says(judged, operation):
    statuses, wrong = judged.get(operation.id, (set(), []))
    assert statuses & {200, 201, 202}, f"asked with no good answer: {statuses}"
    assert not wrong, "\n".join(itertools.islice(wrong, 10))
