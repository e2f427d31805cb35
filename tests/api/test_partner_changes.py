"""Who carries out what was granted changes by two persons: partners leave and enter, and the recipient leads."""

import datetime
import itertools
from types import SimpleNamespace

import pytest
from support import coapplicants, documents, grants, letters
from support.bodies import REASON
from support.coapplicants import asked_to_leave, given_back, leaving, move, place, to_enter, to_leave
from support.delivery import new_firm
from support.parties import KRONE

pytestmark = pytest.mark.usefixtures("sound")

SEASONS = itertools.count(1)


def read(world, grant):
    return world.hub.signatory.read(grant.path)


def partners(grant):
    return {p["orgnr"]: (p["budgetOre"], p["leftOre"], bool(p["leftOn"])) for p in grant["partners"]}


def claim_of(world, party, amount_ore):
    content = world.hub.claim_content(amount_ore)
    costs = [content["costs"][0] | {"partnerOrgnr": party.orgnr}]
    return world.hub.claim_content(amount_ore, costs=costs)


def entering_of(party, amendment):
    (partner,) = amendment["entering"]
    return party.signatory.read(f"/v1/application-partners/{partner['id']}")


@pytest.fixture
def shared(world):
    return coapplicants.shared(world, world.hub, world.firm)


def test_a_partner_leaves_and_its_lines_go_to_those_who_stay(world, shared):
    decided = grants.decided(world, world.hub, to_leave(world, world.hub, world.firm, shared))
    after = read(world, shared)
    assert partners(after) == {world.firm.orgnr: (0, 0, True)}
    assert (after["amountOre"], after["budgetOre"]) == (shared["amountOre"], shared["budgetOre"])
    assert sum(line["budgetOre"] for line in after["lines"]) == shared["budgetOre"]
    assert sum(c["amountOre"] for c in after["costs"]) == shared["amountOre"]
    assert decided["leaving"] == [world.firm.orgnr]
    assert {(b["partnerOrgnr"], b["beforeOre"], b["afterOre"]) for b in decided["outcome"]["budget"]} >= {
        (world.firm.orgnr, 40_000 * KRONE, 0)
    }


def test_what_nobody_takes_over_is_given_back_with_its_share_of_the_grant(world, shared):
    hub = world.hub
    first = hub.signatory.make(shared / "claims", claim_of(world, world.firm, 750 * KRONE))
    moves = [given_back(39_000 * KRONE, place("fagpartner", world.firm))]
    decided = grants.decided(world, hub, to_leave(world, hub, world.firm, shared, moves=moves))
    after = read(world, shared)
    assert (shared["amountOre"], shared["budgetOre"]) == (75_000 * KRONE, 100_000 * KRONE)
    assert (after["amountOre"], after["budgetOre"]) == (45_750 * KRONE, 61_000 * KRONE)
    assert decided["outcome"]["amountOre"] == sum(c["amountOre"] for c in after["costs"]) == after["amountOre"]
    assert sum(line["budgetOre"] for line in after["lines"]) == after["budgetOre"]
    assert [c["cause"] for c in after["changes"]] == ["amendment"]
    assert partners(after) == {world.firm.orgnr: (1_000 * KRONE, 0, True)}
    assert hub.signatory.read(first.path)["amountOre"] == 750 * KRONE
    decision = hub.signatory.items(f"/v1/applications/{shared['applicationId']}/decisions")[-1]
    assert (decision["outcome"], decision["amountOre"]) == ("part_granted", after["amountOre"])
    told = letters.of_amendment(world, decided)
    assert "39 000" in told and "satt ned fra 75 000 kroner til 45 750 kroner" in told
    assert "Endring av partnere i «" in told and "om endring av partnere." in told
    hub.signatory.make(shared / "claims", hub.claim_content(33_750 * KRONE))
    assert read(world, shared)["remainingOre"] == 11_250 * KRONE


def test_only_who_leaves_gives_back_and_not_all_there_is(world, shared):
    own = [given_back(1 * KRONE, place("fagpartner"))]
    faults = [("move-not-given-back", "#/moves/0/to")]
    content = {"kind": "budget_move", "moves": own} | REASON
    assert world.hub.signatory.post(shared / "amendments", content).expect(422).faults == faults
    taken_over = [move(40_000 * KRONE, place("fagpartner", world.firm), place("fagpartner"))]
    content = {"kind": "partner_change", "moves": taken_over + own, "leaving": [world.firm.orgnr]} | REASON
    reply = world.hub.signatory.post(shared / "amendments", content).expect(422)
    assert reply.faults == [("move-not-given-back", "#/moves/1/to")]


def test_who_has_left_comes_back(world, shared):
    hub, firm = world.hub, world.firm
    grants.decided(world, hub, to_leave(world, hub, firm, shared))
    asked = to_enter(world, hub, firm, read(world, shared))
    coapplicants.confirm(entering_of(firm, asked), firm)
    grants.decided(world, hub, asked)
    assert partners(read(world, shared)) == {firm.orgnr: (10_000 * KRONE, 10_000 * KRONE, False)}
    hub.signatory.make(shared / "claims", claim_of(world, firm, 7_500 * KRONE))
    twice = {"kind": "partner_change", "moves": asked["moves"], "entering": [{"orgnr": firm.orgnr, "task": "Igjen"}]}
    hub.signatory.post(shared / "amendments", twice | REASON).refused("partner-named", 409)


def test_claims_of_one_that_left_stand_and_new_ones_are_refused(world, shared):
    hub = world.hub
    first = hub.signatory.make(shared / "claims", claim_of(world, world.firm, 15_000 * KRONE))
    left = 20_000 * KRONE  # a claim of 15 000 is of costs of 20 000
    grants.decided(world, hub, to_leave(world, hub, world.firm, shared, left))
    assert hub.signatory.read(first.path)["amountOre"] == 15_000 * KRONE
    assert partners(read(world, shared)) == {world.firm.orgnr: (left, 0, True)}
    faults = hub.signatory.post(shared / "claims", claim_of(world, world.firm, 750 * KRONE)).expect(422).faults
    assert ("partner-unknown", "#/costs/0/partnerOrgnr") in faults


def test_who_is_to_leave_is_asked_and_answers_or_its_day_passes(world, shared):
    hub, firm, clerk = world.hub, world.firm, world.county.caseworker
    asked = asked_to_leave(world, hub, firm, shared)
    assert firm.signatory.read(asked.path)["leaving"] == [firm.orgnr]
    partner = leaving(firm, asked)
    assert (partner["state"], partner["askedTo"], partner["part"]["costsOre"]) == ("asked", "leave", 40_000 * KRONE)
    world.database.value("select count(*) from trinn.jobs_notify(1000)")
    for what in ("/v1/notifications", "/v1/tasks"):
        assert partner.path in [t["path"] for t in firm.signatory.items(what)]
    content = grants.preparation(world, asked)
    clerk.attempt(asked, "prepare", content).refused("partner-not-heard", 409)
    hub.signatory.attempt(partner, "remove", REASON).refused("partner-of-grant", 409)
    firm.signatory.do(partner, "decline", {"reason": "Vi vil fullføre vår del"})
    (told,) = clerk.read(asked.path)["leavingPartners"]
    assert (told["state"], told["reason"]) == ("declined", "Vi vil fullføre vår del")
    grants.decided(world, hub, asked, outcome="refused")
    again = asked_to_leave(world, hub, firm, read(world, shared))
    coapplicants.day_passed(world, leaving(firm, again))
    grants.decided(world, hub, again)
    assert partners(read(world, shared)) == {firm.orgnr: (0, 0, True)}


def test_what_is_left_of_its_part_moves(world, shared):
    content = {"kind": "partner_change", "leaving": [world.firm.orgnr]} | REASON
    moved = [move(39_999 * KRONE, place("fagpartner", world.firm), place("fagpartner"))]
    reply = world.hub.signatory.post(shared / "amendments", content | {"moves": moved})
    reply.refused("partner-lines-left", 409)


def test_who_leads_stays(world, shared):
    content = {"kind": "partner_change", "leaving": [world.hub.orgnr]} | REASON
    moved = [move(1 * KRONE, place("fagpartner"), place("fagpartner", world.firm))]
    reply = world.hub.signatory.post(shared / "amendments", content | {"moves": moved})
    reply.refused("partner-leads", 409)
    assert "annulleres" in reply.json["detail"]


def test_one_that_enters_confirms_its_part_and_has_it_when_two_agreed(world):
    hub, firm = world.hub, world.firm
    asked = to_enter(world, hub, firm)
    content = grants.preparation(world, asked)
    world.county.caseworker.attempt(asked, "prepare", content).refused("partner-unconfirmed", 409)
    partner = entering_of(firm, asked)
    assert (partner["state"], partner["part"]["costsOre"]) == ("asked", 10_000 * KRONE)
    assert partner["amendmentId"] == asked["id"]
    assert coapplicants.confirm(partner, firm)["state"] == "confirmed"
    firm.signatory.get(f"/v1/grants/{asked['grantId']}").expect(404)
    decided = grants.decided(world, hub, asked)
    assert [e["state"] for e in decided["entering"]] == ["confirmed"]
    after = hub.signatory.read(f"/v1/grants/{asked['grantId']}")
    assert partners(after) == {firm.orgnr: (10_000 * KRONE, 10_000 * KRONE, False)}
    assert partners(firm.signatory.read(f"/v1/grants/{asked['grantId']}")) == partners(after)
    hub.signatory.make(f"/v1/grants/{asked['grantId']}/claims", claim_of(world, firm, 7_500 * KRONE))
    told = letters.of_amendment(world, decided)
    assert "går inn i prosjektet" in told
    assert "10 000" in told and "7 500" in told


def test_it_gets_no_other_part_than_it_confirmed(world):
    asked = to_enter(world, world.hub, world.firm)
    coapplicants.confirm(entering_of(world.firm, asked), world.firm)
    less = [move(9_000 * KRONE, place("fagpartner"), place("fagpartner", world.firm))]
    content = grants.preparation(world, asked, moves=less)
    world.county.caseworker.attempt(asked, "prepare", content).refused("partner-part-changed", 409)


def test_nobody_enters_by_an_amendment_that_comes_to_nothing(world):
    hub, firm = world.hub, world.firm
    asked = to_enter(world, hub, firm)
    partner = coapplicants.confirm(entering_of(firm, asked), firm)
    grants.decided(world, hub, asked, outcome="refused")
    assert firm.signatory.read(partner.path)["state"] == "removed"
    firm.signatory.get(f"/v1/applications/{asked['applicationId']}").expect(404)
    assert read(world, hub.signatory.read(f"/v1/grants/{asked['grantId']}"))["partners"] == []
    again = to_enter(world, hub, firm, hub.signatory.read(f"/v1/grants/{asked['grantId']}"))
    hub.signatory.do(again, "withdraw", REASON)
    assert entering_of(firm, hub.signatory.read(again.path))["state"] == "removed"


def test_who_enters_may_say_no_until_it_is_decided(world):
    hub, firm = world.hub, world.firm
    asked = to_enter(world, hub, firm)
    partner = coapplicants.confirm(entering_of(firm, asked), firm)
    prepared = grants.prepared(world, hub, asked)
    firm.signatory.do(partner, "withdraw", REASON)
    told = world.county.decision_maker.attempt(prepared, "decide", {})
    told.refused("partner-unconfirmed", 409)


def test_one_without_people_here_is_written_to_when_it_enters_and_not_before(world):
    hub, county = world.hub, world.county
    outsider = SimpleNamespace(orgnr=new_firm(world))
    asked = to_enter(world, hub, outsider)
    (named,) = asked["entering"]
    documents.clean(world, hub.signatory, hub.signatory.read(f"/v1/applications/{asked['applicationId']}"))
    partner = hub.signatory.read(f"/v1/application-partners/{named['id']}")
    assert partner.path in [t["path"] for t in hub.signatory.items("/v1/tasks", operationId="enterPartOnPaper")]
    hub.hub_editor.attempt(partner, "remove", REASON).refused("role-not-allowed", 403)
    early = coapplicants.paper(world, confirmedOn=str(world.today - datetime.timedelta(1)))
    faults = hub.signatory.attempt(partner, "enter-paper", early).expect(422).faults
    assert faults == [("said-before", "#/confirmedOn")]
    hub.signatory.do(partner, "enter-paper", coapplicants.paper(world))

    def appeal_by():
        return hub.signatory.items(f"/v1/applications/{asked['applicationId']}/decisions")[-1]["appealBy"]

    grant = hub.signatory.read(f"/v1/grants/{asked['grantId']}")
    grants.decided(world, hub, grants.asked(world, hub, "extension", grant))
    assert appeal_by() is not None
    grants.decided(world, hub, asked)
    assert appeal_by() is None
    assert county.caseworker.items("/v1/tasks", operationId="noteNotice")


def test_the_county_lets_partners_go_after_notice_and_asks_nobody_to_enter(world, shared):
    county = world.county
    content = {
        "kind": "partner_change",
        "moves": [move(40_000 * KRONE, place("fagpartner", world.firm), place("fagpartner"))],
    } | REASON
    entering = [{"orgnr": world.other_hub.orgnr, "task": "Prøver"}]
    reply = county.caseworker.post(shared / "amendments", content | {"entering": entering}).expect(409)
    assert ("partner-of-recipient", "#/entering") in reply.faults
    asked = county.caseworker.make(shared / "amendments", content | {"leaving": [world.firm.orgnr]})
    told = county.caseworker.attempt(asked, "prepare", grants.preparation(world, asked)).expect(409)
    assert {code for code, _ in told.faults} == {"amendment-no-notice", "partner-not-heard"}


def test_one_is_named_once(world, shared):
    content = {
        "kind": "partner_change",
        "moves": [move(1 * KRONE, place("fagpartner"), place("fagpartner", world.other_hub))],
        "entering": [{"orgnr": world.other_hub.orgnr, "task": task} for task in ("Prøver", "Måler")],
    } | REASON
    for path in (shared / "amendments", f"{shared.path}/amendments?dryRun=true"):
        reply = world.hub.signatory.post(path, content).expect(422)
        assert reply.faults == [("not-unique", "#/entering/1/orgnr")]


def test_one_partner_takes_over_from_another(world, shared):
    hub, firm, other = world.hub, world.firm, world.other_hub
    moved = move(40_000 * KRONE, place("fagpartner", firm), place("fagpartner", other))
    entering = [{"orgnr": other.orgnr, "task": "Tar over"}]
    asked = to_leave(world, hub, firm, shared, moves=[moved], entering=entering)
    coapplicants.confirm(entering_of(other, asked), other)
    decided = grants.decided(world, hub, asked)
    assert partners(read(world, shared)) == {
        firm.orgnr: (0, 0, True),
        other.orgnr: (40_000 * KRONE, 40_000 * KRONE, False),
    }
    told = letters.of_amendment(world, decided)
    assert "går ut av prosjektet" in told and "går inn i prosjektet" in told


# ---- the rule of overlap, which who enters comes under as who applies does


@pytest.fixture
def season(world):
    """A time that no other test's applications are for."""
    first = world.today + datetime.timedelta(12_000 + 400 * next(SEASONS))
    return {"startsOn": str(first), "endsOn": str(first + datetime.timedelta(300))}


def accepted(world, party, call, **plan):
    county = world.county
    draft = party.signatory.save(party.fill(party.draft(call)), "plan", party.plan(**plan))
    application = county.decide(county.recommend(party.signatory.do(draft, "submit")))
    return party.accept(county.grant_of(application))


@pytest.fixture
def helped(world, season):
    """The grant by which another hub helps the firm."""
    firms = [{"orgnr": world.firm.orgnr, "stage": 1}]
    line = world.county.funding_line(name="Utvikling hos en annen")
    return accepted(world, world.other_hub, world.county.call(line), firms=firms, **season)


def own_grant(world, season, **line):
    """Of a hub, on a line of its own and with no firms in its plan."""
    world.ensure_account(world.hub)
    call = world.county.call(world.county.funding_line(**line))
    return accepted(world, world.hub, call, firms=[], **season)


def warned(reply):
    return [w["code"] for w in reply.expect(200).json["warnings"]]


def overlaps_of(world, amendment):
    decisions = world.county.auditor.items(f"/v1/applications/{amendment['applicationId']}/decisions")
    return next(d["overlaps"] for d in decisions if d["id"] == amendment["outcome"]["decisionId"])


def test_what_else_helps_who_enters_is_told_and_needs_grounds(world, season, helped):
    county, firm = world.county, world.firm
    asked = to_enter(world, world.hub, firm, own_grant(world, season))
    coapplicants.confirm(entering_of(firm, asked), firm)
    asked = county.caseworker.read(asked.path)
    assert warned(county.caseworker.get(asked / "permitted-actions")) == ["overlap"]
    content = grants.preparation(world, asked)
    dry = county.caseworker.attempt(asked, "prepare?dryRun=true", content)
    assert warned(dry) == ["overlap"]
    prepared = grants.prepared(world, world.hub, asked)
    refused = county.decision_maker.attempt(prepared, "decide", {}).expect(422)
    assert refused.faults == [("overlap-grounds", "#/overlapGrounds")]
    assert helped["caseNumber"] in str(refused.json)
    decided = county.decision_maker.do(prepared, "decide", {"overlapGrounds": "Ulike kurs"})
    kept = overlaps_of(world, decided)
    assert ([o["caseNumber"] for o in kept["seen"]], kept["grounds"]) == ([helped["caseNumber"]], "Ulike kurs")
    assert county.caseworker.get(asked / "permitted-actions").expect(200).json["warnings"] == []


def test_the_recipient_is_told_of_what_it_can_see(world, season):
    firms = [{"orgnr": world.firm.orgnr, "stage": 1}]
    call = world.county.call(world.county.funding_line())
    first = accepted(world, world.hub, call, firms=firms, **season)
    content = {
        "kind": "partner_change",
        "moves": [move(10_000 * KRONE, place("fagpartner"), place("fagpartner", world.firm))],
        "entering": [{"orgnr": world.firm.orgnr, "task": "Prøver kameraet hos seg"}],
    } | REASON
    grant = own_grant(world, season)
    dry = world.hub.signatory.post(f"{grant.path}/amendments?dryRun=true", content)
    assert warned(dry) == ["overlap"]
    assert first["caseNumber"] in str(dry.json)


def test_a_line_that_refuses_lets_nobody_enter_who_is_helped_elsewhere(world, season, helped):
    asked = to_enter(world, world.hub, world.firm, own_grant(world, season, onOverlap="refuse"))
    coapplicants.confirm(entering_of(world.firm, asked), world.firm)
    content = grants.preparation(world, asked)
    reply = world.county.caseworker.attempt(asked, "prepare", content)
    reply.refused("overlap", 409)
    assert helped["caseNumber"] in reply.json["detail"]


def test_nothing_is_seen_of_who_is_helped_by_nobody_else(world, season):
    asked = to_enter(world, world.hub, world.firm, own_grant(world, season))
    coapplicants.confirm(entering_of(world.firm, asked), world.firm)
    kept = overlaps_of(world, grants.decided(world, world.hub, asked))
    assert (kept["seen"], kept["grounds"]) == ([], None)


def test_who_has_entered_is_helped_by_the_grant_and_who_has_left_no_more(world, season):
    county, firm, hub = world.county, world.firm, world.hub
    grant = own_grant(world, season)
    asked = to_enter(world, hub, firm, grant)
    coapplicants.confirm(entering_of(firm, asked), firm)
    call = county.call(county.funding_line())
    firms = [{"orgnr": firm.orgnr, "stage": 1}]
    other = world.other_hub
    draft = other.signatory.save(other.fill(other.draft(call)), "plan", other.plan(firms=firms, **season))
    second = other.signatory.do(draft, "submit")

    def told():
        warnings = county.caseworker.read(second / "permitted-actions")["warnings"]
        return [grant["caseNumber"] in w["detail"] for w in warnings]

    assert told() == []
    county.decision_maker.do(grants.prepared(world, hub, asked), "decide", {"overlapGrounds": "Ulike kurs"})
    assert told() == [True]
    leaving = to_leave(world, hub, firm, hub.signatory.read(grant.path), 10_000 * KRONE)
    grants.decided(world, hub, leaving)
    assert told() == []
