"""The county draws some of a hub's cases, says what it found and follows it up."""

import datetime

import pytest
from support import mobilisation
from support.delivery import enrolled
from support.samplings import (
    FOLLOWED,
    again,
    answer,
    asked,
    draw_again,
    drawn,
    finding,
    in_order,
    new_sampling,
    opened,
)

PATH = "/v1/samplings"


@pytest.fixture
def lead(world):
    return world.county.programme_lead


@pytest.fixture(scope="module")
def programme(world):
    """One in which the hub follows ten firms, one of them the world's."""
    programme = world.county.programme()
    for orgnr in [world.firm.orgnr] + [None] * 9:
        enrolled(world, world.hub, orgnr, programme)
    return programme


def test_a_draw_is_made_again_from_what_is_kept(world, hub, programme):
    sampling = drawn(world, hub, programmeId=programme, size=4)
    assert sampling["state"] == "drawn" and len(sampling["population"]) == 10
    cases = [c["enrolmentId"] for c in sampling["cases"]]
    assert cases == draw_again(sampling["seed"], sampling["population"], 4)
    assert [c["number"] for c in sampling["cases"]] == [1, 2, 3, 4]
    world.assert_sound()


def test_two_draws_have_two_seeds(world, hub, programme):
    seeds = {drawn(world, hub, programmeId=programme, size=1)["seed"] for _ in range(3)}
    assert len(seeds) == 3


def test_a_share_is_drawn(world, hub, programme):
    sampling = drawn(world, hub, programmeId=programme, shareBasisPoints=2500)
    assert len(sampling["cases"]) == 3


def test_what_a_sampling_found_is_followed_up_until_it_is_closed(world, hub, lead):
    sampling = drawn(world, hub)
    sampling = lead.do(sampling, "note-finding", finding(world))
    first = sampling["cases"][0]
    assert (first["severity"], first["followUpBy"]) == ("breach", str(world.today))
    lead.attempt(sampling, "close").refused("state-conflict", 409)
    sampling = lead.do(sampling, "open")
    reply = lead.attempt(sampling, "close-case", {"case": 1})
    assert reply.refused("validation-failed", 422).faults == [("followed-missing", "#/followed")]
    sampling = lead.do(sampling, "close-case", FOLLOWED)
    assert sampling["cases"][0]["closedOn"] == str(world.today)
    lead.attempt(sampling, "note-finding", finding(world)).refused("case-closed", 409)
    lead.attempt(sampling, "close").refused("cases-open", 409)
    sampling = lead.do(sampling, "note-finding", in_order(2))
    sampling = lead.do(sampling, "close-case", {"case": 2})
    assert lead.do(sampling, "close")["state"] == "closed"
    world.assert_sound()


def test_the_hub_answers_until_the_county_accepts(world, hub, lead):
    later = str(world.today + datetime.timedelta(14))
    sampling = asked(world, hub)
    sampling = hub.hub_editor.do(sampling, "answer-finding", answer(world))
    hub.signatory.attempt(sampling, "answer-finding", answer(world)).refused("answer-waits", 409)
    reply = lead.attempt(sampling, "note-finding", finding(world))
    assert reply.refused("answer-waits", 409).faults == [("answer-waits", "#/case")]
    sampling = lead.do(sampling, "ask-again", again(world, followUpBy=later))
    first = sampling["cases"][0]
    assert first["followUpBy"] == later and first["closedOn"] is None
    lead.attempt(sampling, "ask-again", again(world)).refused("answer-missing", 409)
    whole = answer(world, answer="Mars er rettet også")
    sampling = hub.signatory.do(sampling, "answer-finding", whole)
    first = lead.do(sampling, "close-case", {"case": 1})["cases"][0]
    told = [(a["answer"], a["state"], a["reason"]) for a in first["answers"]]
    assert told == [
        ("Timelisten er rettet", "returned", "Mars mangler"),
        ("Mars er rettet også", "accepted", None),
    ]
    assert (first["followed"], first["closedOn"]) == (whole["answer"], str(world.today))
    world.assert_sound()


def test_the_hub_sees_it_when_it_is_opened_and_is_told(world, database, hub, lead):
    sampling = drawn(world, hub)
    hub.signatory.get(sampling.path).refused("not-found", 404)
    assert sampling["id"] not in [s["id"] for s in hub.signatory.items(PATH)]
    lead.do(sampling, "open")
    seen = hub.hub_editor.read(sampling.path)
    assert len(seen["cases"]) == 2 and seen["seed"] is None and seen["population"] is None
    assert sampling["id"] in [s["id"] for s in hub.signatory.items(PATH, state="open")]
    world.other_hub.signatory.get(sampling.path).refused("not-found", 404)
    hub.signatory.attempt(seen, "note-finding", finding(world)).refused("forbidden", 403)
    told = database.rows(
        "select o.orgnr from trinn.outbox x join trinn.organisations o on o.id = x.organisation_id"
        " where x.object_kind = 'sampling' and x.object_id = %s",
        sampling["id"],
    )
    assert {orgnr for (orgnr,) in told} == {hub.orgnr} | {
        c["firm"]["orgnr"] for c in seen["cases"]
    }


def test_a_finding_that_was_seen_is_changed_for_a_reason_and_stays(world, hub, lead):
    sampling = asked(world, hub)
    better = in_order(1)
    reply = lead.attempt(sampling, "note-finding", better).refused("validation-failed", 422)
    assert reply.faults == [("required", "#/reason")]
    sampling = lead.do(sampling, "note-finding", better | {"reason": "Bilaget er kommet"})
    (former,) = sampling["cases"][0]["former"]
    assert former["severity"] == "breach" and former["reason"] == "Bilaget er kommet"
    assert former["followUp"] == finding(world)["followUp"] and former["wasOpen"]
    for reader in (world.county.auditor, world.county.caseworker, hub.hub_editor):
        assert reader.read(sampling.path)["cases"][0]["former"] == [former]
    world.assert_sound()


def test_what_the_county_thought_before_it_opened_is_its_own(world, hub, lead):
    sampling = lead.do(drawn(world, hub), "note-finding", finding(world))
    sampling = lead.do(sampling, "note-finding", in_order(1))
    sampling = lead.do(sampling, "open")
    assert [f["wasOpen"] for f in sampling["cases"][0]["former"]] == [False]
    assert hub.hub_editor.read(sampling.path)["cases"][0]["former"] == []


def test_a_firm_sees_its_own_case_and_no_other(world, hub, programme):
    firm = world.firm.signatory
    before = drawn(world, hub, programmeId=programme, size=10)
    firm.get(before.path).refused("not-found", 404)
    sampling = opened(world, hub, programmeId=programme, size=10)
    (case,) = firm.read(sampling.path)["cases"]
    assert case["firm"]["orgnr"] == world.firm.orgnr
    assert sampling["id"] in [s["id"] for s in firm.items(PATH)]


def test_a_case_is_a_firm_that_the_hub_followed_in_the_period(world, database, hub):
    """One began after it, one was over before it, one lasted into it, one was handed over in it."""
    programme = world.county.programme()
    cases = [enrolled(world, hub, None, programme) for _ in range(3)]
    handed = mobilisation.prospect(world, hub, programme=programme)["id"]
    anew = "set session_replication_role = replica; update trinn.enrolment_steps set at = %s"
    days = ("2025-07-01 00:00 Europe/Oslo", "2025-02-01 12:00Z", "2025-02-01 12:00Z")
    for day, case in zip(days, cases):
        database.run(anew + " where enrolment_id = %s", day, case)
    over = anew + ", to_state = 'dropped_out' where enrolment_id = %s"
    database.run(over, days[1], cases[1])
    database.run(anew + " where enrolment_id = %s", "2025-05-01 12:00Z", handed)
    database.run(
        "set session_replication_role = replica; update trinn.enrolments e set hub_id = o.id"
        " from trinn.organisations o where o.orgnr = %s and e.id = %s",
        *(world.other_hub.orgnr, handed),
    )
    period = {"periodFrom": "2025-03-01", "periodTo": "2025-06-30"}
    sampling = drawn(world, hub, programmeId=programme, **period)
    assert sampling["population"] == sorted([cases[2], handed], key=int)


def test_there_must_be_cases_to_draw_from(world, hub, lead):
    content = new_sampling(world, hub, programmeId=world.county.programme())
    lead.post(PATH, content).refused("no-cases", 409)
    tomorrow = str(world.today + datetime.timedelta(1))
    reply = lead.post(PATH, content | {"periodTo": tomorrow}).refused("validation-failed", 422)
    assert reply.faults == [("date-future", "#/periodTo")]
    reply = lead.post(PATH, content | {"shareBasisPoints": 100})
    assert reply.refused("validation-failed", 422).faults == [("sample-size", "#/size")]


def test_samplings_are_listed_by_hub_and_programme(world, hub, lead, programme):
    sampling = drawn(world, hub, programmeId=programme, size=1)
    found = lead.items(PATH, programmeId=programme, hubId=sampling["hub"]["id"], state="drawn")
    assert found[0]["id"] == sampling["id"]
    assert lead.items(PATH, programmeId=programme, state="closed") == []


def test_a_sampling_of_an_umbrella_draws_from_all_below_it(world, hub, programme):
    county = world.county
    above = county.programme()
    below = county.programme(parentId=above)
    followed = enrolled(world, hub, None, below)
    sampling = drawn(world, hub, programmeId=above)
    assert [c["enrolmentId"] for c in sampling["cases"]] == [followed]
