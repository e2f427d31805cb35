"""People outside the county are told that something has happened in a case, and where it is read."""

import re

import pytest
from support import coapplicants, specimens
from support.bodies import REASON
from support.contract import operations
from support.daemon import wait_until
from support.jobs import Jobs


@pytest.fixture(scope="module", autouse=True)
def jobs(database):
    jobs = Jobs(database, notifications_every_s=1)
    yield jobs
    jobs.stop()


@pytest.fixture(name="case")
def _case(world):
    return world.hub.apply()


def told(person, **query):
    return person.items("/v1/notifications", limit=1000, **query)


def of(person, case, **query):
    return [n["kind"] for n in told(person, **query) if n["applicationId"] == case["id"]]


def wait_until_told(database, jobs):
    """Of all that has happened until now."""
    left = "select count(*) from trinn.outbox where delivered_at is null"
    wait_until(lambda: database.value(left) == 0, 60, "the outbox to be empty")
    assert not jobs.events("notifications.unknown")


def ask_for_more(world, case):
    return world.county.caseworker.make(case / "messages", {"text": "Hvilken av postene gjelder?"})


def test_each_of_the_applicants_people_is_told_and_nobody_else(world, database, jobs, case):
    ask_for_more(world, case)
    wait_until_told(database, jobs)
    for person in (world.hub.signatory, world.hub.hub_editor):
        assert "message.write" in of(person, case)
    for person in (world.other_hub.signatory, world.firm.signatory, world.neighbour_hub.signatory):
        assert of(person, case) == []
    assert of(world.county.caseworker, case) == []


def test_it_says_in_which_case_and_nothing_of_it(world, database, jobs, case):
    message = ask_for_more(world, case)
    wait_until_told(database, jobs)
    newest = told(world.hub.signatory)[0]
    assert newest["number"] == world.hub.signatory.read(case.path)["caseNumber"]
    assert newest["path"] == message.path and newest["readAt"] is None
    assert newest["text"] == "Fylkeskommunen har skrevet en melding"
    english = world.hub.signatory.get("/v1/notifications", headers={"Accept-Language": "en"})
    assert english.json["items"][0]["text"] == "The county has written a message"
    assert "postene" not in english.text and case["title"] not in english.text


def test_whoever_has_a_draft_in_a_call_that_is_closed_early_is_told(world, database, jobs):
    call = world.county.call()
    draft = world.hub.draft(call)
    sent = world.hub.apply(call)
    world.county.caseworker.do(call, "close", REASON)
    wait_until_told(database, jobs)
    for person in (world.hub.signatory, world.hub.hub_editor):
        assert of(person, draft) == ["application.close-call"]
    assert "application.close-call" not in of(world.hub.signatory, sent)


def test_every_state_of_a_case_is_told_and_nothing_of_what_was_thought(world, database, jobs, case):
    county = world.county
    county.decision_maker.do(county.recommend(case), "send-back", {"reason": "Feil sats"})
    wait_until_told(database, jobs)
    assert of(world.hub.signatory, case) == [
        "application.send-back", "application.recommend", "application.submit"]
    written = world.hub.signatory.get("/v1/notifications").text
    assert "Feil sats" not in written and str(county.recommendation(case)["amountOre"]) not in written


def test_that_a_case_is_taken_up_is_told_once(world, database, jobs, case):
    county = world.county
    taken = county.caseworker.do(case, "take")
    county.caseworker_b.do(taken, "take")
    wait_until_told(database, jobs)
    assert of(world.hub.signatory, case) == ["application.take", "application.submit"]
    (newest,) = [n for n in told(world.hub.signatory) if n["kind"] == "application.take" and n["applicationId"] == case["id"]]
    assert "hvem dere kan spørre" in newest["text"]


def test_a_decision_and_what_comes_of_it_is_told(world, database, jobs):
    decided = world.decided()
    wait_until_told(database, jobs)
    assert "application.decide" in of(world.hub.signatory, decided)


def test_a_partner_is_told_what_concerns_all_parties(world, database, jobs):
    county, firm = world.county, world.firm.signatory
    case = coapplicants.apply(world.hub, world.firm)
    county.caseworker.make(case / "messages", {"text": "Hvilken av postene gjelder?"})
    decided = county.decide(county.recommend(county.caseworker.read(case.path)))
    world.hub.accept(world.hub.signatory.read(county.grant_of(decided).path))
    wait_until_told(database, jobs)
    assert {"application.submit", "application.decide", "grant.accept"} <= set(of(firm, case))
    assert "message.write" not in of(firm, case)
    assert of(world.other_hub.signatory, case) == []


def test_of_a_decision_that_is_held_nobody_is_told_before_its_day(world, database, jobs):
    held = world.county.hold(world.recommended(), "granted")
    ask_for_more(world, held)
    wait_until_told(database, jobs)
    assert of(world.hub.signatory, held) == ["message.write", "application.recommend", "application.submit"]
    known = world.county.decision_maker.do(held, "release-decision")
    wait_until_told(database, jobs)
    assert "application.release-decision" in of(world.hub.signatory, known)


def test_it_is_read_by_one_and_stays_unread_to_another(world, database, jobs, case):
    ask_for_more(world, case)
    wait_until_told(database, jobs)
    signatory, editor = world.hub.signatory, world.hub.hub_editor
    newest = told(signatory, unread="true")[0]
    read = signatory.post(f"/v1/notifications/{newest['id']}/read").expect(200).json
    assert read["readAt"] and read["id"] == newest["id"]
    again = signatory.post(f"/v1/notifications/{newest['id']}/read").expect(200).json
    assert again == read
    assert newest["id"] not in [n["id"] for n in told(signatory, unread="true")]
    assert "message.write" in of(editor, case, unread="true")
    editor.post(f"/v1/notifications/{newest['id']}/read").refused("not-found", 404)


def test_all_are_read_but_what_came_meanwhile(world, database, jobs, case):
    ask_for_more(world, case)
    wait_until_told(database, jobs)
    signatory = world.hub.signatory
    seen = told(signatory)[0]
    ask_for_more(world, case)
    wait_until_told(database, jobs)
    left = signatory.post("/v1/notifications/read", {"upToId": seen["id"]}).expect(200).json
    assert left == {"unread": 1}
    assert len(told(signatory, unread="true")) == 1


def test_a_person_is_told_in_the_organisation_they_act_for(world, database, jobs, case):
    here, there = world.one_person((world.hub, "hub_signatory"), (world.other_hub, "hub_signatory"))
    ask_for_more(world, case)
    wait_until_told(database, jobs)
    assert "message.write" in of(here, case)
    assert of(there, case) == []


def test_where_it_is_read_is_a_path_of_the_service(world, database, jobs):
    specimens.make(world, world.hub, "hours", "delivered")
    specimens.make(world, world.hub, "copayment", "invoiced")
    wait_until_told(database, jobs)
    known = [re.sub(r"\{\w+\}", r"\\d+", path) for path in {op.path for op in operations().values() if op.reads}]
    people = (world.hub.signatory, world.firm.signatory, world.fagpartner.fagpartner)
    for notification in (n for person in people for n in told(person)):
        assert any(re.fullmatch(path, notification["path"]) for path in known), notification
