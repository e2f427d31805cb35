"""A grant that was accepted and taken back is given back, as it stood; in a case that is decided anew it is another."""

import os
import random

import pytest
from support import appeals, coapplicants, cofinancing, conditions, grants, reversals
from support.parties import KRONE

pytestmark = pytest.mark.usefixtures("sound")


def letter_of(world, decision):
    return world.database.value(
        "select trinn.jobs_letter_content(l.county_id, l.id)::text from trinn.letters l where l.decision_id = %s",
        decision["id"],
    )


def accepted(world):
    """Of a line that asks for reports."""
    hub, county = world.hub, world.county
    call = county.call(county.funding_line(reportEveryMonths=3))
    grant = world.accepted(call=call)
    return hub.signatory.read(f"/v1/applications/{grant['applicationId']}")


def reports_of(world, application):
    return world.hub.signatory.items("/v1/progress-reports", applicationId=application["id"])


def decided_anew(world, application):
    """The decision that granted it was set aside, and it is granted again."""
    hub, county = world.hub, world.county
    reversals.decide(hub, reversals.harmful(world, hub, application, "annulled", 0), county.decision_maker_b)
    return county.decide(county.recommend(county.caseworker.read(application.path)))


def test_what_is_granted_anew_is_accepted_and_reported_of_once(world):
    hub = world.hub
    application = accepted(world)
    before = reports_of(world, application)
    application = decided_anew(world, application)
    told = letter_of(world, appeals.newest_decision(hub.signatory, application))
    assert "Godta tilskuddet innen" in told and "Dere har godtatt tilskuddet" not in told
    grant = hub.accept(hub.county.grant_of(application))
    assert grant["state"] == "accepted"
    assert before and reports_of(world, application) == before


def annulled(world, claimed_ore):
    """An accepted part-grant on a condition, of which so much was claimed and released before it was annulled."""
    hub, county = world.hub, world.county
    world.ensure_account(hub)
    application = county.recommend(hub.apply(applied_ore=appeals.APPLIED), "part_granted", appeals.GRANTED)
    content = county.decision(application, "part_granted", appeals.GRANTED)
    content["conditions"] = [conditions.condition("before_final", text="Timelister er ført.")]
    grant = hub.accept(county.grant_of(county.decision_maker_b.do(application, "decide", content)))
    if claimed_ore:
        county.release(county.attest(county.review(grants.claim(hub, grant, claimed_ore))))
    grants.decided(world, hub, grants.asked(world, hub, "annulment", grant))
    return hub.signatory.read(grant.path)


def application_of(world, grant):
    return world.hub.signatory.read(f"/v1/applications/{grant['applicationId']}")


def lodged(world, grant, **changes):
    return appeals.lodged(world, world.hub, application_of(world, grant), **changes)


def settled(world, appeal, person=None, **content):
    """By one who has not annulled it."""
    hub = world.hub
    person = person or world.county.decision_maker_b
    return appeals.settle(hub, appeals.reconsidered(world, hub, appeal, **content), person)


def allowed(world, grant, amount_ore=appeals.GRANTED, person=None):
    settled(world, lodged(world, grant), person, outcome="allowed", amount_ore=amount_ore)
    return world.hub.signatory.read(grant.path)


def sent_back(world, grant):
    """By the appeals body."""
    hub, county = world.hub, world.county
    appeal = appeals.answered(world, hub, settled(world, lodged(world, grant)), outcome="sent_back")
    return appeals.settle(hub, appeal, county.decision_maker_b)


@pytest.mark.parametrize(("claimed_ore", "state"), ((0, "accepted"), (10_000 * KRONE, "active")))
def test_what_was_annulled_stands_again_with_what_was_claimed_of_it(world, claimed_ore, state):
    hub, county = world.hub, world.county
    grant = annulled(world, claimed_ore)
    assert (grant["state"], grant["amountOre"]) == ("annulled", claimed_ore)
    assert (grant["remainingOre"], grant["releasedOre"]) == (0, appeals.GRANTED - claimed_ore)
    taken = county.balances(grant["fundingLineId"])["available"]
    lines = grant["lines"]
    grant = allowed(world, grant)
    assert (grant["state"], grant["amountOre"], grant["endedAt"]) == (state, appeals.GRANTED, None)
    assert grant["remainingOre"] == appeals.GRANTED - claimed_ore and grant["releasedOre"] == 0
    assert [(c["beforeOre"], c["afterOre"]) for c in grant["changes"]] == [
        (appeals.GRANTED, claimed_ore),
        (claimed_ore, appeals.GRANTED),
    ]
    assert grant["lines"] == lines and [c["state"] for c in grant["conditions"]] == ["open"]
    assert county.balances(grant["fundingLineId"])["available"] == taken - (appeals.GRANTED - claimed_ore)
    application = application_of(world, grant)
    assert application["state"] == state
    annulment, decision = hub.signatory.items(application / "decisions")[-2:]
    assert (annulment["outcome"], annulment["keptOre"]) == ("annulled", claimed_ore)
    assert (decision["grantId"], decision["acceptBy"]) == (grant["id"], None)
    told = letter_of(world, decision)
    assert "Dere har godtatt tilskuddet" in told and "Godta tilskuddet" not in told


def test_what_was_claimed_is_nothing_to_gain(world):
    grant = annulled(world, 10_000 * KRONE)
    content = appeals.reconsideration(world, "allowed_in_part", 10_000 * KRONE)
    reply = world.county.caseworker.attempt(lodged(world, grant), "reconsider", content).expect(422)
    assert ("appeal-no-gain", "#/amountOre") in reply.faults


def test_less_or_more_may_be_given_back_than_was_taken(world):
    for outcome, amount_ore, asked_ore in (("allowed_in_part", 20_000, None), ("allowed", 40_000, 40_000 * KRONE)):
        grant = annulled(world, 10_000 * KRONE)
        asked = {"askedOre": asked_ore} if asked_ore else {}
        settled(world, lodged(world, grant, **asked), outcome=outcome, amount_ore=amount_ore * KRONE)
        grant = world.hub.signatory.read(grant.path)
        assert (grant["state"], grant["remainingOre"]) == ("active", (amount_ore - 10_000) * KRONE)


def test_it_may_be_annulled_and_given_back_again(world):
    hub, county = world.hub, world.county
    grant = allowed(world, annulled(world, 10_000 * KRONE))
    county.release(county.attest(county.review(grants.claim(hub, grant, 5_000 * KRONE))))
    grants.decided(world, hub, grants.asked(world, hub, "annulment", hub.signatory.read(grant.path)))
    grant = allowed(world, grant)
    assert (grant["state"], grant["remainingOre"]) == ("active", 15_000 * KRONE)
    decisions = hub.signatory.items(application_of(world, grant) / "decisions")
    assert [d["keptOre"] for d in decisions] == [None, 10_000 * KRONE, None, 15_000 * KRONE, None]


# ---- its budget and partners


def test_who_carries_it_out_is_who_did_when_it_was_annulled(world):
    hub, county, firm = world.hub, world.county, world.firm
    world.ensure_account(hub)
    application = county.decide(county.recommend(coapplicants.apply(hub, firm)))
    grant = hub.accept(county.grant_of(application))
    grants.decided(world, hub, coapplicants.to_leave(world, hub, firm, grant))
    before = hub.signatory.read(grant.path)
    grants.decided(world, hub, grants.asked(world, hub, "annulment", before))
    grant = allowed(world, before, before["amountOre"])
    assert [grant[part] for part in ("lines", "partners", "costs", "parts")] == [
        before[part] for part in ("lines", "partners", "costs", "parts")
    ]
    decision = appeals.newest_decision(hub.signatory, application)
    told = {o["orgnr"]: o["budgetOre"] for o in decision["calculation"]["organisations"]}
    assert told[hub.orgnr] == grant["budgetOre"] and not told.get(firm.orgnr)
    hub.signatory.make(grant / "claims", hub.claim_content(50_000 * KRONE))


# ---- set aside


def test_the_county_gives_it_back_and_decides_no_other_beside_it(world):
    grant = annulled(world, 10_000 * KRONE)
    content = appeals.reconsideration(world, "sent_back")
    world.county.caseworker.attempt(lodged(world, grant), "reconsider", content).refused("appeal-grant-stands", 409)


def test_what_the_appeals_body_sends_back_is_given_back(world):
    grant = annulled(world, 10_000 * KRONE)
    appeal = sent_back(world, grant)
    assert application_of(world, grant)["state"] == "closed"
    tasks = world.county.caseworker.items("/v1/tasks", limit=1000)
    assert "reconsiderAppeal" in [t["operationId"] for t in tasks if t["path"] == appeal.path]
    settled(world, appeal, outcome="allowed", amount_ore=appeals.GRANTED)
    grant = world.hub.signatory.read(grant.path)
    assert (grant["state"], grant["remainingOre"]) == ("active", 20_000 * KRONE)


def test_what_the_appeals_body_sends_back_may_stay_annulled(world):
    hub = world.hub
    grant = annulled(world, 10_000 * KRONE)
    settled(world, sent_back(world, grant), outcome="not_allowed")
    application = application_of(world, grant)
    decision = appeals.newest_decision(hub.signatory, application)
    assert (decision["cause"], decision["outcome"], decision["amountOre"]) == ("appeal", "annulled", 0)
    assert decision["keptOre"] == 10_000 * KRONE and application["state"] == "closed"
    assert "annullere tilsagnet" in letter_of(world, decision)
    grant = allowed(world, grant, person=world.county.decision_maker)
    assert (grant["state"], grant["amountOre"]) == ("active", appeals.GRANTED)


# ---- reversed


def reversed_to_nothing(world):
    hub, county = world.hub, world.county
    application = appeals.accepted(world, hub)
    grant = county.grant_of(application)
    reversals.decide(hub, reversals.harmful(world, hub, application, "rejected", 0))
    return hub.signatory.read(grant.path)


def test_what_was_reversed_is_given_back_on_appeal(world):
    grant = reversed_to_nothing(world)
    assert (grant["state"], grant["amountOre"], grant["releasedOre"]) == ("annulled", 0, appeals.GRANTED)
    grant = allowed(world, grant)
    application = application_of(world, grant)
    assert (grant["state"], grant["amountOre"], application["state"]) == ("accepted", appeals.GRANTED, "accepted")
    world.hub.signatory.attempt(grant, "accept").refused("state-conflict", 409)
    world.ensure_account(world.hub)
    grants.claim(world.hub, grant, 10_000 * KRONE)


def test_the_county_gives_back_by_a_reversal_too(world):
    hub = world.hub
    grant = reversed_to_nothing(world)
    application = application_of(world, grant)
    reversal = reversals.proposed(
        world, hub, application, ground="not_detrimental", outcome="part_granted", amount_ore=appeals.GRANTED, year=world.year
    )
    reversals.decide(hub, reversal)
    grant = hub.signatory.read(grant.path)
    assert (grant["state"], grant["amountOre"]) == ("accepted", appeals.GRANTED)
    assert application_of(world, grant)["state"] == "accepted"
    decision = appeals.newest_decision(hub.signatory, application)
    assert decision["grantId"] == grant["id"] and decision["acceptBy"] is None


def test_a_refusal_that_is_set_aside_is_decided_anew(world):
    hub, county = world.hub, world.county
    grant = reversed_to_nothing(world)
    application = application_of(world, grant)
    reversals.decide(hub, reversals.proposed(world, hub, application))
    application = county.decide(county.recommend(county.caseworker.read(application.path)))
    anew = county.grant_of(application)
    assert anew["id"] != grant["id"] and anew["state"] == "offered"


# ---- several lines and years


def funded(world, n, money_ore):
    """So many lines, with as much in each of two years."""
    years = [world.county.appropriation_content(money_ore, year=world.year + y) for y in (0, 1)]
    return cofinancing.lines_of(world, n, appropriations=years)


def raised(world, lines, shares, amounts_ore):
    """Accepted with the money of this year, and raised with that of the next."""
    hub, county = world.hub, world.county
    first_ore, more_ore = amounts_ore
    application = hub.apply(cofinancing.call_of(world, lines, shares))
    application = county.recommend(application, "part_granted", first_ore)
    content = county.decision(application, "part_granted", first_ore)
    application = county.decision_maker_b.do(application, "decide", content)
    grant = hub.accept(county.grant_of(application))
    asked = grants.asked(world, hub, "increase", grant, amountOre=first_ore + more_ore)
    grants.decided(world, hub, asked, year=world.year + 1)
    return hub.signatory.read(grant.path)


def books(world, lines):
    """What stands on each account of the lines."""
    return world.database.rows(
        "select funding_line_id, year, account, balance_ore from trinn.balances"
        " where funding_line_id = any (%s) and balance_ore <> 0 order by 1, 2, 3",
        [int(line) for line in lines],
    )


def test_each_line_and_year_gets_back_what_it_had(world):
    seed = os.environ.get("SEED") or str(random.randrange(10**6))
    rng = random.Random(seed)
    hub, county = world.hub, world.county
    world.ensure_account(hub)
    for _ in range(3):
        n = rng.randint(2, 3)
        cuts = sorted(rng.sample(range(1, 10000), n - 1))
        shares = [b - a for a, b in zip([0, *cuts], [*cuts, 10000])]
        amounts_ore = [rng.randint(1_000, 3 * 10**6) for _ in (0, 1)]
        # No line has more than the grant takes of it: it is given back where it was, or not at all.
        lines = funded(world, n, max(amounts_ore))
        grant = raised(world, lines, shares, amounts_ore)
        for _ in range(rng.randint(0, 2)):
            content = hub.claim_content(rng.randint(1, grant["amountOre"] // 3))
            content["costs"][0]["amountOre"] = grant["budgetOre"] // 3
            claim = hub.signatory.make(grant / "claims", content)
            county.release(county.attest(county.review(claim)))
        before, stood = hub.signatory.read(grant.path), books(world, lines)
        grants.decided(world, hub, grants.asked(world, hub, "annulment", before))
        world.assert_sound()
        grant = allowed(world, before, before["amountOre"])
        assert (grant["parts"], books(world, lines)) == (before["parts"], stood), seed
        world.assert_sound()
        decision = appeals.newest_decision(hub.signatory, application_of(world, grant))
        told = [(p["year"], p["amountOre"]) for p in decision["parts"]]
        assert told == [(p["year"], p["amountOre"]) for p in grant["parts"] if p["amountOre"]], seed


def test_what_a_year_has_no_more_is_of_the_year_that_is_said(world):
    hub, county = world.hub, world.county
    (line,) = lines = funded(world, 1, 3_000_000)
    grant = raised(world, lines, (10_000,), (1_000_000, 2_000_000))
    grants.decided(world, hub, grants.asked(world, hub, "annulment", grant))
    other = county.recommend(hub.apply(cofinancing.call_of(world, lines, (10_000,))), "part_granted", 2_500_000)
    county.decision_maker.do(other, "decide", county.decision(other, "part_granted", 2_500_000, year=world.year + 1))
    grant = allowed(world, grant, 3_000_000)
    told = [(part["year"], part["amountOre"]) for part in grant["parts"]]
    assert told == [(world.year, 2_500_000), (world.year + 1, 500_000)]
    assert county.balances(line) == {"available": 500_000, "committed": 2_500_000, "appropriated": -3_000_000}
