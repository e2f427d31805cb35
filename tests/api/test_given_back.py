"""A grant that was taken back is given back: on an appeal, or as the case is decided anew."""

import pytest
from support import appeals, conditions, grants, reversals
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
    """Its grant was reversed, the appeal against that set it aside, and it is granted again."""
    hub, county = world.hub, world.county
    reversals.decide(hub, reversals.harmful(world, hub, application, "rejected", 0), county.decision_maker_b)
    appeal = appeals.lodged(world, hub, hub.signatory.read(application.path))
    appeals.settle(hub, appeals.reconsidered(world, hub, appeal, outcome="sent_back"))
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


def allowed(world, grant, amount_ore=appeals.GRANTED):
    hub = world.hub
    application = hub.signatory.read(f"/v1/applications/{grant['applicationId']}")
    appeal = appeals.lodged(world, hub, application)
    appeal = appeals.reconsidered(world, hub, appeal, outcome="allowed_in_part", amount_ore=amount_ore)
    return appeals.settle(hub, appeal, world.county.decision_maker_b)


@pytest.mark.parametrize(("claimed_ore", "state"), ((0, "accepted"), (10_000 * KRONE, "active")))
def test_what_was_annulled_stands_again_with_what_was_claimed_of_it(world, claimed_ore, state):
    hub, county = world.hub, world.county
    grant = annulled(world, claimed_ore)
    assert (grant["state"], grant["amountOre"]) == ("annulled", claimed_ore)
    assert (grant["remainingOre"], grant["releasedOre"]) == (0, appeals.GRANTED - claimed_ore)
    taken = county.balances(grant["fundingLineId"])["available"]
    lines = grant["lines"]
    allowed(world, grant)
    grant = hub.signatory.read(grant.path)
    assert (grant["state"], grant["amountOre"], grant["endedAt"]) == (state, appeals.GRANTED, None)
    assert grant["remainingOre"] == appeals.GRANTED - claimed_ore and grant["releasedOre"] == 0
    assert [(c["beforeOre"], c["afterOre"]) for c in grant["changes"]] == [
        (appeals.GRANTED, claimed_ore),
        (claimed_ore, appeals.GRANTED),
    ]
    assert grant["lines"] == lines and [c["state"] for c in grant["conditions"]] == ["open"]
    assert county.balances(grant["fundingLineId"])["available"] == taken - (appeals.GRANTED - claimed_ore)
    application = hub.signatory.read(f"/v1/applications/{grant['applicationId']}")
    assert application["state"] == state
    decision = appeals.newest_decision(hub.signatory, application)
    assert (decision["grantId"], decision["acceptBy"]) == (grant["id"], None)
    told = letter_of(world, decision)
    assert "Dere har godtatt tilskuddet" in told and "Godta tilskuddet" not in told
    assert world.database.value("select count(*) from trinn.ledger_faults") == 0


def test_what_was_claimed_is_nothing_to_gain(world):
    grant = annulled(world, 10_000 * KRONE)
    application = world.hub.signatory.read(f"/v1/applications/{grant['applicationId']}")
    appeal = appeals.lodged(world, world.hub, application)
    content = appeals.reconsideration(world, "allowed_in_part", 10_000 * KRONE)
    reply = world.county.caseworker.attempt(appeal, "reconsider", content).expect(422)
    assert ("appeal-no-gain", "#/amountOre") in reply.faults


def test_it_may_be_annulled_and_given_back_again(world):
    hub = world.hub
    grant = annulled(world, 10_000 * KRONE)
    allowed(world, grant)
    grant = hub.signatory.read(grant.path)
    grants.decided(world, hub, grants.asked(world, hub, "annulment", grant))
    allowed(world, grant)
    grant = hub.signatory.read(grant.path)
    assert (grant["state"], grant["remainingOre"]) == ("active", 20_000 * KRONE)
