"""The applicant and the county write to each other in a case; the county's remarks stay its own."""

import datetime

import pytest
from support import documents, specimens
from support.disqualifications import declared


def write(person, case, text="Hvilken av postene gjelder?", **content):
    return person.make(case / "messages", {"text": text} | content)


def texts(person, case):
    return [message["text"] for message in person.items(case / "messages")]


def tasks(person, operation):
    return [t for t in person.items("/v1/tasks") if t["operationId"] == operation]


@pytest.fixture(name="case")
def _case(world):
    return world.hub.apply()


def test_both_sides_read_what_each_wrote(world, case):
    write(world.county.caseworker, case, "Et spørsmål")
    write(world.hub.hub_editor, case, "Et svar")
    for person in (world.county.decision_maker, world.hub.signatory):
        assert texts(person, case) == ["Et svar", "Et spørsmål"]


def test_a_remark_is_never_shown_to_the_applicant(world, case):
    remark = write(world.county.caseworker, case, "Ser ut som i fjor", isInternal=True)
    assert texts(world.county.decision_maker, case) == ["Ser ut som i fjor"]
    assert remark["state"] == "noted"
    for person in (world.hub.signatory, world.county.finance):
        assert texts(person, case) == []
        person.get(remark.path).expect(404)
    reply = world.hub.signatory.post(case / "messages", {"text": "x", "isInternal": True})
    assert reply.expect(422).faults == [("remark-of-party", "#/isInternal")]


def test_that_it_was_read_is_told_and_to_the_applicant_not_by_whom(world, case):
    message = write(world.hub.signatory, case, "Når får vi svar?")
    world.hub.hub_editor.attempt(message, "read").refused("own-message", 403)
    read = world.county.caseworker.do(message, "read")
    assert read["state"] == "read" and read["readBy"]["name"] == world.county.caseworker.name
    shown = world.hub.signatory.read(message.path)
    assert shown["readAt"] == read["readAt"] and shown["readBy"] is None
    world.county.caseworker.attempt(read, "read").refused("state-conflict", 409)


def test_nobody_writes_in_a_draft(world):
    draft = world.hub.draft()
    reply = world.hub.signatory.post(draft / "messages", {"text": "Hei"})
    reply.refused("case-not-submitted", 409)


def test_what_is_written_has_a_length_and_no_fodselsnummer(world, case):
    write(world.hub.signatory, case, "å" * 20_000)
    for text in ("å" * 20_001, "  ", "Ring 31129956715"):
        world.hub.signatory.post(case / "messages", {"text": text}).expect(422)


def test_clean_documents_of_the_case_go_with_it(world, case):
    caseworker = world.county.caseworker
    clean = documents.clean(world, world.hub.signatory, case)
    message = write(world.hub.signatory, case, documentIds=[clean["id"]])
    shown = caseworker.read(message.path)["documents"]
    assert [d["title"] for d in shown] == [clean["title"]]
    waiting = documents.complete(world.hub.signatory, case)
    kept = documents.clean(world, caseworker, case, access="county")
    elsewhere = documents.clean(world, world.hub.signatory, world.hub.apply())
    ids = [waiting["id"], kept["id"], elsewhere["id"]]
    reply = caseworker.post(case / "messages", {"text": "x", "documentIds": ids}).expect(409)
    assert reply.faults == [
        ("document-not-clean", "#/documentIds/0"),
        ("message-document-internal", "#/documentIds/1"),
        ("unknown-reference", "#/documentIds/2"),
    ]
    remark = write(caseworker, case, isInternal=True, documentIds=[kept["id"]])
    assert [d["id"] for d in remark["documents"]] == [kept["id"]]


def test_what_asks_for_an_answer_waits_until_it_is_answered(world):
    case = world.hub.apply()
    by = str(world.today + datetime.timedelta(days=7))
    asked = write(world.county.caseworker, case, answerBy=by)
    (task,) = [t for t in tasks(world.hub.signatory, "sendMessage") if t["path"] == case.path]
    assert task["dueOn"] == by
    assert world.hub.signatory.read(asked.path)["answeredAt"] is None
    write(world.hub.hub_editor, case, "Den første")
    assert not [t for t in tasks(world.hub.signatory, "sendMessage") if t["path"] == case.path]
    assert world.hub.signatory.read(asked.path)["answeredAt"]


def test_what_is_not_read_waits_for_the_other_side(world, case):
    message = write(world.hub.signatory, case)

    def waits(person):
        return message.path in [t["path"] for t in tasks(person, "readMessage")]

    assert waits(world.county.caseworker) and waits(world.county.caseworker_b)
    assert not waits(world.hub.signatory) and not waits(world.county.decision_maker)
    world.county.caseworker_b.do(case, "take")
    assert waits(world.county.caseworker_b) and not waits(world.county.caseworker)
    world.county.caseworker_b.do(message, "read")
    assert not waits(world.county.caseworker_b)
    own = write(world.county.caseworker_b, case)
    assert own.path in [t["path"] for t in tasks(world.hub.hub_editor, "readMessage")]


def test_who_is_disqualified_writes_nothing(world, case):
    declared(world.county.caseworker, case)
    content = {"text": "Hei", "isInternal": True}
    world.county.caseworker.post(case / "messages", content).refused("disqualified", 403)


def test_a_message_stands_in_the_trail_of_its_case(world):
    message = specimens.make(world, world.hub, "message", "sent")
    events = world.county.caseworker.items(f"/v1/applications/{message['applicationId']}/events")
    assert [e["action"] for e in events][-1] == "write" and events[-1]["objectId"] == message["id"]
