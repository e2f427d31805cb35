"""permitted-actions and a dry run tell the same as the command itself, for each state and role."""

import pytest
from support import specimens
from support.bodies import body_for
from support.commands import COMMANDS, READY
from support.contract import operations


# Begins something with permitted-actions of its own; whether it may is asked by a dry run.
NOT_TOLD = {"addDocument", "askLetter", "sendMessage"}


def commands_of(kind):
    """Those that a thing of the kind offers: on it, or into it."""
    path = next(op.path for op in operations().values() if op.kind == kind and op.reads)
    found = [op for op in COMMANDS if op.kind == kind and op.path.startswith(path)]
    return [op for op in found if op.id not in NOT_TOLD]


def offers(kind):
    return any(op.path.endswith("permitted-actions") and op.kind == kind for op in operations().values())


STATES = [(kind, state) for kind, state in specimens.each() if offers(kind)]
FIRST = {kind: state for kind, state in reversed(STATES)}


@pytest.fixture(scope="module")
def everybody(world):
    """A person for each role, and a second one of those whom a first step excludes."""
    parties = (world.county, world.hub, world.firm, world.fagpartner)
    people = {role: person for party in parties for role, person in party.everybody().items()}
    return people | {"county_admin_b": world.county.county_admin_b, "finance_b": world.county.finance_b}


def role_of(name):
    return name.removesuffix("_b")


def send(person, operation, thing, body, **query):
    headers = {"If-Match": thing.etag} if operation.needs_if_match else {}
    if operation.needs_key:
        headers["Idempotency-Key"] = f'"{operation.id}-{thing.path}-{id(thing)}-{person.name}"'
    return person.send(operation.method, operation.at(thing["id"]), body, headers, **query)


def is_asked(name, operation, kind, state):
    """Whose role never may is refused before the thing is looked at, whatever its state: they are
    asked in the first one."""
    may = not operation.roles or role_of(name) in operation.roles
    return may or state == FIRST[kind]


def told(reply):
    """The same words of the same thing, whoever is asked."""
    return (reply.status, reply.code, reply.faults)


@pytest.mark.parametrize("kind, state", STATES, ids=lambda value: value)
def test_what_is_told_beforehand_is_what_happens(world, database, everybody, kind, state):
    world.ensure_account(world.hub)
    thing = specimens.make(world, world.hub, kind, state)
    dry_runs = [op for op in commands_of(kind) if op.takes_dry_run]
    bodies = {op.id: body_for(op, world) for op in dry_runs}
    before = database.contents()
    verdicts = {}
    for name, person in everybody.items():
        actions = actions_of(person, thing)
        for operation in dry_runs:
            if not is_asked(name, operation, kind, state):
                continue
            reply = send(person, operation, thing, bodies[operation.id], dryRun="true")
            verdicts[name, operation.id] = reply
            check_action(operation, role_of(name), actions, reply)
    assert database.contents() == before
    for (name, id), dry in verdicts.items():
        if dry.status >= 400:
            real = send(everybody[name], operations()[id], thing, bodies[id])
            assert told(real) == told(dry), (name, real, dry)
    assert database.contents() == before
    for (name, id), dry in verdicts.items():
        if dry.status == 204:
            do_on_another(world, everybody[name], kind, state, operations()[id])


def actions_of(person, thing):
    """By operationId; None where the person does not see the thing."""
    reply = person.get(thing / "permitted-actions").expect(200, 403, 404)
    if reply.status != 200:
        return None
    return {action["operationId"]: action for action in reply.json["actions"]}


def check_action(operation, role, actions, reply):
    """What permitted-actions says of a command against its dry run."""
    if actions is None:
        assert reply.status in (403, 404), reply
        return
    action = actions[operation.id]
    codes = {reason["code"] for reason in action["reasons"]}
    assert action["permitted"] == (not codes)
    assert all(reason["detail"] for reason in action["reasons"])
    if operation.roles and role not in operation.roles:
        assert reply.code == "forbidden" and "role-not-allowed" in codes
    elif reply.status == 204:
        assert action["permitted"], action
    else:
        assert codes <= {code for code, _ in reply.faults}, (action, reply)
        # What is wrong with one part of the body alone is not known before.
        told = reply.status == 422 or all(pointer for _, pointer in reply.faults)
        assert codes or told, (action, reply)


DONE = set()


def do_on_another(world, person, kind, state, operation):
    """Once for each command and state, since the thing is another one afterwards."""
    if (kind, state, operation.id) in DONE:
        return
    DONE.add((kind, state, operation.id))
    thing = specimens.make(world, world.hub, kind, state)
    reply = send(person, operation, thing, body_for(operation, world))
    reply.expect(200, 201)


def test_every_state_in_which_a_command_succeeds_is_among_them():
    ready = {pair for pair in READY.values() if offers(pair[0])}
    assert ready <= set(STATES)


def test_reasons_are_told_in_the_readers_language(world):
    taken = specimens.make(world, world.hub, "application", "withdrawn")
    texts = {}
    for language in ("nb", "en"):
        path, headers = taken / "permitted-actions", {"Accept-Language": language}
        actions = world.county.caseworker.get(path, headers=headers).expect(200).json["actions"]
        texts[language] = [r["detail"] for a in actions for r in a["reasons"]]
    assert len(texts["nb"]) == len(texts["en"]) > 3
    assert not set(texts["nb"]) & set(texts["en"])
