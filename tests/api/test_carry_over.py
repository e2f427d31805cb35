"""Carry-over: an application begins with what fits of an earlier one of the same applicant in the
programme, and tells what does not."""

import datetime

import pytest
from support import carryover, coapplicants, onbehalf
from support.bodies import REASON
from support.carryover import carry, content, told
from support.parties import KRONE

WRITTEN = ("answers", "startsOn", "endsOn", "newContent", "firms", "fagpartnere", "costs")


@pytest.fixture(scope="module")
def earlier(world):
    """Submitted."""
    return world.hub.apply()


@pytest.fixture(scope="module")
def successor(world):
    return world.county.call(predecessorId=world.county.usual_call["id"])


# ---- calls that follow one another


def test_a_call_names_the_one_that_it_follows(world, successor):
    usual = world.county.usual_call
    named = {name: usual[name] for name in ("id", "code", "title", "stages")}
    assert world.hub.signatory.read(successor.path)["predecessor"] == named
    assert usual["predecessor"] is None


def test_a_call_follows_one_of_its_own_programme_and_county(world):
    county = world.county
    neighbours = world.neighbour.usual_call["id"]
    elsewhere = county.call(county.funding_line(programmeId=county.programme()))["id"]
    for other, code in ((neighbours, "unknown-reference"), (elsewhere, "other-programme")):
        call = county.call_content(county.usual_line_id, predecessorId=other)
        assert county.caseworker.post("/v1/calls", call).faults == [(code, "#/predecessorId")]


# ---- what is taken along


def test_what_fits_is_taken_along_whole(world, earlier, successor):
    hub = world.hub
    draft = carry(hub.signatory, successor, earlier)
    assert {name: draft[name] for name in WRITTEN} == {name: earlier[name] for name in WRITTEN}
    assert (draft["state"], draft["title"], draft["trackId"]) == ("draft", "Et nytt løp", None)
    assert draft["carriedFrom"] == {name: earlier[name] for name in ("id", "caseNumber", "call")}
    assert told(draft) == {"/finance/1/confirmed": "confirmed_anew"}
    assert [line["confirmed"] for line in draft["finance"]] == [False, False]
    assert [line["amountOre"] for line in draft["finance"]] == [
        line["amountOre"] for line in earlier["finance"]]
    world.assert_sound()


def test_what_does_not_fit_is_told_until_it_is_sent(world, earlier):
    hub, county = world.hub, world.county
    narrow = county.call(stages=[2], costGroups=["workshops"], form=carryover.NARROWER)
    draft = carry(hub.signatory, narrow, earlier)
    assert told(draft) == {
        "/answers/goal": "other_type",
        "/answers/firms": "no_field",
        "/firms/0": "stage_not_in_call",
        "/costs/0": "group_not_in_call",
        "/finance/0": "share_too_high",
        "/finance/1/confirmed": "confirmed_anew",
    }
    assert (draft["answers"], draft["firms"]) == ({}, [])
    (left,) = [n for n in draft["notCarried"] if n["pointer"] == "/costs/0"]
    assert left["label"] == {"nb": "kostnad: Timer", "en": "cost: Timer"}
    assert left["why"]["en"] == "the cost group is not in the call"
    draft = hub.signatory.save(draft, "plan", hub.plan(answers={"goal": 3}, firms=[]))
    assert len(draft["notCarried"]) == 6
    draft = hub.signatory.save(draft, "finance-plan", hub.finance(1_875_000, 625_000))
    sent = hub.signatory.do(draft, "submit")
    assert (sent["notCarried"], sent["carriedFrom"]["id"]) == ([], earlier["id"])
    assert county.caseworker.read(sent.path)["carriedFrom"]["caseNumber"] == earlier["caseNumber"]


def test_it_is_told_beforehand_in_the_readers_language(world, earlier, successor):
    reply = world.hub.signatory.post(
        "/v1/applications", content(successor, earlier), dryRun="true").expect(200)
    (warning,) = reply.json["warnings"]
    assert (warning["code"], warning["pointer"]) == ("not-carried", "#/finance/1/confirmed")
    assert "Egne midler" in warning["detail"] and "bekreftes" in warning["detail"]


def test_more_than_the_new_call_gives_is_left_out(world, earlier):
    county = world.county
    caps = [{"employeesFrom": 0, "amountOre": 50_000 * KRONE, "source": "Retningslinjer"}]
    poor = county.call(county.funding_line(maxAmounts=caps))
    draft = carry(world.hub.signatory, poor, earlier)
    assert told(draft)["/finance/0"] == "amount_too_high"
    assert [line["sourceKind"] for line in draft["finance"]] == ["own"]


def test_days_that_have_passed_are_left(world, successor):
    hub = world.hub
    yesterday = str(world.today - datetime.timedelta(1))
    old = hub.signatory.save(hub.draft(), "plan", hub.plan(startsOn=yesterday))
    draft = carry(hub.signatory, successor, old)
    assert (draft["startsOn"], draft["endsOn"]) == (None, old["endsOn"])
    assert told(draft) == {"/startsOn": "day_passed"}


@pytest.mark.parametrize("state", ["draft", "withdrawn", "rejected", "granted", "same-call"])
def test_whatever_came_of_the_earlier_one(world, successor, state):
    hub, county = world.hub, world.county
    if state in ("draft", "same-call"):
        old = hub.fill(hub.draft())
    elif state == "withdrawn":
        old = hub.signatory.do(hub.apply(), "withdraw", REASON)
    else:
        old = county.decide(county.recommend(hub.apply(), state), state)
    call = county.usual_call if state == "same-call" else successor
    draft = carry(hub.hub_editor, call, old)
    assert draft["costs"] == hub.signatory.read(old.path)["costs"] and draft["costs"]


def test_nothing_of_the_countys_goes_along(world, successor):
    hub, county = world.hub, world.county
    returned = county.caseworker.do(hub.apply(), "return", REASON)
    draft = carry(hub.signatory, successor, hub.signatory.read(returned.path))
    kept = ("caseNumber", "submittedAt", "returnReason", "answerBy", "caseworker", "appliedOre")
    assert [draft[name] for name in kept] == [None] * len(kept)
    assert hub.signatory.items(draft / "submissions") == []
    assert hub.signatory.items(draft / "messages") == []
    assert hub.signatory.items(draft / "decisions") == []


# ---- partners


def test_partners_are_asked_anew(world, successor):
    hub, firm = world.hub, world.firm.firm
    old = coapplicants.apply(hub, world.firm)
    draft = carry(hub.signatory, successor, old)
    (named,) = draft["partners"]
    assert (named["orgnr"], named["state"]) == (world.firm.orgnr, "asked")
    partner = firm.read(f"/v1/application-partners/{named['id']}")
    assert (partner["task"], partner["confirmedBy"]) == (old["partners"][0]["task"], None)
    assert partner["part"]["costsOre"] == 40_000 * KRONE
    assert firm.read(draft.path)["notCarried"] == []
    hub.signatory.attempt(draft, "submit").refused("partner-unanswered", 409)
    coapplicants.confirm(partner, world.firm)
    assert hub.signatory.do(hub.signatory.read(draft.path), "submit")["state"] == "submitted"
    world.assert_sound()


def test_a_partner_that_the_register_has_no_more_is_left_with_its_lines(world, successor):
    hub = world.hub
    old = coapplicants.asked_for(hub, world.firm)
    world.database.run(
        "update trinn.organisations set deleted_on = trinn.today() where orgnr = %s", world.firm.orgnr)
    try:
        draft = carry(hub.signatory, successor, coapplicants.of(hub.signatory, old))
    finally:
        world.database.run(
            "update trinn.organisations set deleted_on = null where orgnr = %s", world.firm.orgnr)
    assert draft["partners"] == []
    assert told(draft) == {
        "/partners/0": "partner_unregistered",
        "/costs/2": "partner_left_out",
        "/finance/0": "share_too_high",
        "/finance/1/confirmed": "confirmed_anew",
        "/finance/2": "partner_left_out",
    }


# ---- whose it is


def test_an_application_of_another_is_no_source(world, earlier, successor):
    refused = [("unknown-reference", "#/fromApplicationId")]
    others = [
        (world.other_hub.signatory, earlier),
        (world.hub.signatory, world.other_hub.draft()),
        (world.hub.signatory, {"id": "999999999"}),
    ]
    for person, source in others:
        reply = person.post("/v1/applications", content(successor, source))
        assert reply.faults == refused


def test_a_partner_takes_nothing_along_of_what_it_may_read(world, successor):
    shared = coapplicants.apply(world.hub, world.other_hub)
    other = world.other_hub.signatory
    assert other.read(shared.path)["id"] == shared["id"]
    reply = other.post("/v1/applications", content(successor, shared))
    assert reply.faults == [("unknown-reference", "#/fromApplicationId")]


def test_it_is_of_the_same_programme(world, earlier):
    county = world.county
    elsewhere = county.call(county.funding_line(programmeId=county.programme()))
    reply = world.hub.signatory.post("/v1/applications", content(elsewhere, earlier))
    assert reply.faults == [("other-programme", "#/fromApplicationId")]


def test_the_county_is_told_of_no_draft_that_it_cannot_see(world, successor):
    hub = world.hub
    old = hub.fill(hub.draft())
    sent = hub.signatory.do(carry(hub.signatory, successor, old), "submit")
    assert sent["carriedFrom"]["id"] == old["id"]
    assert world.county.caseworker.read(sent.path)["carriedFrom"] is None


# ---- on behalf


def entry(world, call, earlier, orgnr):
    return onbehalf.content(world, call, orgnr=orgnr) | {"fromApplicationId": earlier["id"]}


def test_who_enters_for_a_firm_takes_along_what_they_entered_before(world, successor):
    clerk = world.county.caseworker
    old = onbehalf.entered(world, call=successor)
    orgnr = old["applicant"]["orgnr"]
    draft = clerk.make("/v1/applications", entry(world, successor, old, orgnr))
    assert draft["costs"] == old["costs"] and draft["onBehalf"]
    assert draft["carriedFrom"]["id"] == old["id"]
    assert told(clerk.read(draft.path)) == told(draft) != {}
    other = clerk.post("/v1/applications", entry(world, successor, old, next(world.spare_firms)))
    assert other.faults == [("unknown-reference", "#/fromApplicationId")]


def test_who_enters_for_a_firm_asks_no_partners(world, successor):
    firm, clerk = world.firm, world.county.caseworker
    draft = firm.draft(successor)
    coapplicants.add(firm, draft, world.other_hub.orgnr)
    old = coapplicants.share(firm, firm.signatory.read(draft.path), world.other_hub)
    named = firm.signatory.read(old.path)["partners"][0]
    partner = world.other_hub.signatory.read(f"/v1/application-partners/{named['id']}")
    coapplicants.confirm(partner, world.other_hub)
    saved = firm.signatory.save(firm.signatory.read(old.path), "plan", firm.plan(firms=[]))
    sent = firm.signatory.do(saved, "submit")
    entered = clerk.make("/v1/applications", entry(world, successor, sent, firm.orgnr))
    assert entered["partners"] == []
    assert told(entered)["/partners/0"] == "partner_not_asked"
    assert told(entered)["/costs/2"] == "partner_left_out"
