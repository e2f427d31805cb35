"""Approved costs move between the lines of a budget, by two persons; claims are held against what they agreed on."""

import pytest
from support import coapplicants, grants, letters
from support.bodies import REASON
from support.coapplicants import move, place
from support.parties import KRONE

pytestmark = pytest.mark.usefixtures("sound")


def asked(world, grant, *moves):
    return grants.asked(world, world.hub, "budget_move", grant, moves=list(moves))


def budget(grant):
    return {(line["costGroup"], line["partnerOrgnr"]): line["budgetOre"] for line in grant["lines"]}


def read(world, grant):
    return world.hub.signatory.read(grant.path)


def accepted(hub, application):
    county = hub.county
    return hub.accept(county.grant_of(county.decide(county.recommend(application))))


@pytest.fixture
def grant(world):
    """75 000 kroner of costs of 100 000: fagpartner 75 000, workshops 25 000, which is earmarked."""
    world.ensure_account(world.hub)
    return world.accepted()


def test_what_was_approved_is_the_budget_and_how_it_was_stands_beside(world, grant):
    moved = move(15_000 * KRONE, place("fagpartner"), place("workshops"))
    amendment = grants.decided(world, world.hub, asked(world, grant, moved))
    after = read(world, grant)
    assert budget(after) == {
        ("fagpartner", None): 60_000 * KRONE,
        ("workshops", None): 40_000 * KRONE,
    }
    assert [(c["budgetOre"], c["amountOre"]) for c in after["costs"]] == [
        (60_000 * KRONE, 45_000 * KRONE),
        (40_000 * KRONE, 30_000 * KRONE),
    ]
    assert (after["amountOre"], after["budgetOre"]) == (grant["amountOre"], grant["budgetOre"])
    assert after["changes"] == []
    assert amendment["outcome"]["moves"] == amendment["moves"] == [moved]
    assert [(b["beforeOre"], b["afterOre"]) for b in amendment["outcome"]["budget"]] == [
        (75_000 * KRONE, 60_000 * KRONE),
        (25_000 * KRONE, 40_000 * KRONE),
    ]
    decision = world.hub.signatory.items(f"/v1/applications/{grant['applicationId']}/decisions")[-1]
    assert (decision["cause"], decision["amountOre"]) == ("amendment", grant["amountOre"])
    of = {c["costGroup"]: c["budgetOre"] for c in decision["calculation"]["costGroups"]}
    assert of == {"fagpartner": 60_000 * KRONE, "workshops": 40_000 * KRONE}


def test_claims_are_held_against_the_new_budget_and_earlier_ones_stand(world, grant):
    hub = world.hub
    first = hub.claim(grant, 30_000 * KRONE)
    costs = hub.claim_content(30_000 * KRONE)["costs"]
    costs[0]["costGroup"] = "workshops"
    content = hub.claim_content(30_000 * KRONE, costs=costs)
    hub.signatory.post(grant / "claims", content).refused("cost-group-exceeded", 409)
    moved = move(15_000 * KRONE, place("fagpartner"), place("workshops"))
    grants.decided(world, hub, asked(world, grant, moved))
    assert hub.signatory.read(first.path)["amountOre"] == 30_000 * KRONE
    hub.signatory.make(grant / "claims", content)
    hub.claim(grant, 15_000 * KRONE)
    assert read(world, grant)["remainingOre"] == 0


def test_nothing_moves_that_is_claimed(world, grant):
    hub = world.hub
    hub.claim(grant, 45_000 * KRONE)  # of 60 000 for fagpartnere
    content = {"kind": "budget_move"} | REASON
    too_much = move(15_001 * KRONE, place("fagpartner"), place("workshops"))
    reply = hub.signatory.post(grant / "amendments", content | {"moves": [too_much]})
    reply.refused("move-too-much", 409)
    assert "Fagpartnere" in reply.json["detail"]
    waiting = asked(world, grant, move(15_000 * KRONE, place("fagpartner"), place("workshops")))
    prepared = grants.prepared(world, hub, waiting)
    hub.claim(grant, 7_500 * KRONE)
    world.county.decision_maker.attempt(prepared, "decide", {}).refused("move-too-much", 409)


def test_the_county_may_grant_other_moves_than_were_asked_for(world, grant):
    waiting = asked(world, grant, move(15_000 * KRONE, place("fagpartner"), place("workshops")))
    less = [move(5_000 * KRONE, place("fagpartner"), place("workshops"))]
    amendment = grants.decided(world, world.hub, waiting, moves=less)
    assert amendment["outcome"]["moves"] == less
    assert budget(read(world, grant))["workshops", None] == 30_000 * KRONE


def test_costs_move_between_the_recipient_and_a_partner(world):
    hub, firm = world.hub, world.firm
    grant = accepted(hub, coapplicants.apply(hub, firm))
    waiting = asked(world, grant, move(10_000 * KRONE, place("fagpartner", firm), place("workshops")))
    coapplicants.confirm(coapplicants.staying(firm, waiting), firm)
    grants.decided(world, hub, waiting)
    after = read(world, grant)
    assert budget(after)["fagpartner", firm.orgnr] == after["partners"][0]["budgetOre"] == 30_000 * KRONE
    costs = hub.claim_content(30_000 * KRONE)["costs"]
    costs = [costs[0] | {"partnerOrgnr": firm.orgnr}]
    content = hub.claim_content(30_000 * KRONE, costs=costs)
    faults = hub.signatory.post(grant / "claims", content).expect(422).faults
    assert ("partner-exceeded", "#/costs") in faults
    nobody = move(1, place("fagpartner"), place("fagpartner") | {"partnerOrgnr": world.outsider.orgnr})
    content = {"kind": "budget_move", "moves": [nobody]} | REASON
    faults = hub.signatory.post(grant / "amendments", content).expect(422).faults
    assert faults == [("partner-not-of-grant", "#/moves/0/to/partnerOrgnr")]


def test_a_group_comes_to_no_more_than_the_scheme_lets_it(world):
    hub, county = world.hub, world.county
    line = county.funding_line_content()
    groups = [g | {"maxShareBasisPoints": 3000} if g["earmarked"] else g for g in line["costGroups"]]
    call = county.call(county.funding_line(costGroups=groups))
    grant = accepted(hub, hub.apply(call))
    content = {"kind": "budget_move", "moves": [move(5_001 * KRONE, place("fagpartner"), place("workshops"))]}
    hub.signatory.post(grant / "amendments", content | REASON).refused("group-too-large", 409)
    grants.decided(world, hub, asked(world, grant, move(5_000 * KRONE, place("fagpartner"), place("workshops"))))
    draft = hub.fill(hub.draft(call))
    costs = hub.costs(100_000 * KRONE)["costs"]
    costs[0]["amountOre"], costs[1]["amountOre"] = 60_000 * KRONE, 40_000 * KRONE
    draft = hub.signatory.save(draft, "cost-plan", {"costs": costs})
    hub.signatory.attempt(draft, "submit").refused("group-too-large", 409)


def test_what_came_after_rests_on_the_budget_as_it_was_moved(world, grant):
    hub = world.hub
    moved = move(15_000 * KRONE, place("fagpartner"), place("workshops"))
    grants.decided(world, hub, asked(world, grant, moved))
    less = grants.asked(world, hub, "decrease", grant, amountOre=50_000 * KRONE)
    decided = grants.decided(world, hub, less)
    after = read(world, grant)
    assert [c["amountOre"] for c in after["costs"]] == [30_000 * KRONE, 20_000 * KRONE]
    told = letters.of_amendment(world, decided)
    assert "60 000" in told and "40 000" in told


def test_the_letter_tells_what_was_moved(world, grant):
    moved = move(15_000 * KRONE, place("fagpartner"), place("workshops"))
    amendment = grants.decided(world, world.hub, asked(world, grant, moved))
    told = letters.of_amendment(world, amendment)
    assert "Budsjettet er endret slik" in told and "75 000" in told and "60 000" in told


def test_all_may_move_out_of_a_group(world, grant):
    hub = world.hub
    moved = move(25_000 * KRONE, place("workshops"), place("fagpartner"))
    grants.decided(world, hub, asked(world, grant, moved))
    after = read(world, grant)
    assert [(c["costGroup"], c["budgetOre"], c["amountOre"]) for c in after["costs"]] == [
        ("fagpartner", 100_000 * KRONE, 75_000 * KRONE),
        ("workshops", 0, 0),
    ]
    hub.claim(grant, 75_000 * KRONE)
