"""One person recommends, another decides, within an authority, and says why and how to appeal."""

import datetime

import pytest
from support.bodies import REASON, new_rule_param
from support.cast import BY_KEY, add_person
from support.parties import KRONE, fresh


def test_who_recommends_may_not_decide(world, database):
    both = ((BY_KEY["trondelag"], role) for role in ("caseworker", "decision_maker"))
    add_person(database, world.issuer, "both-hats", *both)
    caseworker = world.client("both-hats", act_as="caseworker")
    decision_maker = world.client("both-hats", act_as="decision_maker")
    application = world.hub.apply()
    recommendation = world.county.recommendation(application)
    recommended = caseworker.do(application, "recommend", recommendation)
    reply = decision_maker.attempt(recommended, "decide", world.county.decision(recommended))
    reply.refused("four-eyes", 403)
    assert world.county.decide(recommended)["state"] == "granted"


def test_who_applied_neither_recommends_nor_decides(world, database):
    """Nor when a colleague sent it in the last time."""
    hub, county = world.hub, world.county
    subject = fresh("both-sides")
    signatory = (BY_KEY["granlia"], "hub_signatory")
    officers = [(BY_KEY["trondelag"], role) for role in ("caseworker", "decision_maker")]
    add_person(database, world.issuer, subject, signatory, *officers)
    applicant = world.client(subject, act_as="hub_signatory")
    caseworker = world.client(subject, act_as="caseworker")
    decision_maker = world.client(subject, act_as="decision_maker")
    application = applicant.do(hub.fill(hub.draft()), "submit")
    content = county.recommendation(application)
    reply = caseworker.attempt(application, "recommend", content).refused("disqualified", 403)
    assert ("four-eyes", "") in reply.faults
    application = county.caseworker.do(application, "return", REASON)
    application = county.recommend(hub.signatory.do(application, "submit"))
    content = county.decision(application)
    reply = decision_maker.attempt(application, "decide", content).refused("disqualified", 403)
    assert ("four-eyes", "") in reply.faults
    assert county.decide(application)["state"] == "granted"


def test_nothing_is_decided_without_a_recommendation(world):
    application = world.hub.apply()
    content = world.county.decision(application)
    reply = world.county.decision_maker.attempt(application, "decide", content)
    reply.refused("state-conflict", 409)


def test_a_case_somebody_has_is_recommended_by_them(world):
    taken = world.county.caseworker.do(world.hub.apply(), "take")
    content = world.county.recommendation(taken)
    reply = world.county.caseworker_b.attempt(taken, "recommend", content)
    assert "caseworker@trondelag" in reply.refused("not-caseworker", 403).text


def test_a_recommendation_is_the_countys_own(world):
    application = world.recommended()
    world.hub.signatory.get(application / "recommendations").refused("forbidden", 403)
    (told,) = world.county.decision_maker.items(application / "recommendations")
    assert told["outcome"] == "granted" and told["madeBy"]["name"] == "caseworker@trondelag"


def test_a_recommendation_sent_back_is_made_again(world):
    county = world.county
    recommended = world.recommended()
    back = county.decision_maker.do(recommended, "send-back", {"reason": "Begrunn bedre"})
    assert back["state"] == "in_review"
    county.recommend(back, "rejected")
    told = county.decision_maker.items(recommended / "recommendations")
    assert [r["outcome"] for r in told] == ["granted", "rejected"]


def test_who_decides_alone_grants_nothing_that_nobody_recommends(world):
    county = world.county
    recommended = county.recommend(world.hub.apply(), "rejected")
    content = county.decision(recommended, "granted")
    county.decision_maker.attempt(recommended, "decide", content).refused("given-by-two", 409)
    back = county.decision_maker.do(recommended, "send-back", {"reason": "Planen holder"})
    again = county.recommend(back)
    assert county.decision_maker.do(again, "decide", county.decision(again))["state"] == "granted"


@pytest.mark.parametrize(
    "outcome, kroner, fault",
    [
        ("granted", 74_999, "amount-not-full"),
        ("granted", 75_001, "amount-not-full"),
        ("granted", 0, "amount-missing"),
        ("part_granted", 75_000, "amount-not-part"),
        ("part_granted", 0, "amount-missing"),
        ("rejected", 1, "amount-not-allowed"),
        ("ineligible", 1, "amount-not-allowed"),
        ("dismissed", 1, "amount-not-allowed"),
    ],
)
def test_an_amount_fits_its_outcome(world, outcome, kroner, fault):
    county = world.county
    application = world.hub.apply()
    content = county.recommendation(application, outcome, kroner * KRONE)
    reply = county.caseworker.attempt(application, "recommend", content).expect(422)
    assert (fault, "#/amountOre") in reply.faults
    recommended = county.recommend(application)
    content = county.decision(recommended, outcome, kroner * KRONE)
    reply = county.decision_maker.attempt(recommended, "decide", content).expect(422)
    assert (fault, "#/amountOre") in reply.faults


def test_a_grant_is_told_with_grounds_basis_rules_and_appeal(world):
    hub, county = world.hub, world.county
    application = world.decided()
    (decision,) = hub.signatory.items(application / "decisions")
    assert decision["outcome"] == "granted" and decision["amountOre"] == 75_000 * KRONE
    assert decision["grounds"] == "En god plan." and decision["body"] == "Direktøren"
    assert decision["legalBasis"].startswith("ESA") and decision["appealBody"] == "Klagenemnda"
    assert decision["decidedOn"] == str(world.today) and decision["releasedAt"]
    assert (decision["number"], decision["cause"]) == (1, "application")
    assert decision["replacesId"] is None
    assert [(r["key"], r["value"]) for r in decision["rules"]] == [
        ("appeal.days", 21),
        ("acceptance.days", 30),
    ]
    deadline = datetime.date.fromisoformat(decision["appealDeadline"])
    assert deadline >= world.today + datetime.timedelta(21) and deadline.weekday() < 5
    grant = hub.signatory.read(f"/v1/grants/{decision['grantId']}")
    assert grant["decisionId"] == decision["id"] and grant["state"] == "offered"
    assert grant["acceptBy"] == decision["acceptBy"]
    assert sum(c["amountOre"] for c in grant["costs"]) == grant["amountOre"]
    assert county.caseworker.read(grant.path)["remainingOre"] == 75_000 * KRONE


def test_the_law_goes_before_a_countys_own_figure(world):
    world.database.run(
        "insert into trinn.rule_params (county_id, key, basis, valid_from, value, unit, source)"
        " values (18, 'appeal.days', 'egen regel', '2020-01-01', 7, 'days', 'invented')"
    )
    try:
        decided = world.decided(world.neighbour_hub)
        (decision,) = world.neighbour_hub.signatory.items(decided / "decisions")
        assert ("appeal.days", 21) in [(r["key"], r["value"]) for r in decision["rules"]]
    finally:
        world.database.run("delete from trinn.rule_params where county_id = 18")


def test_a_part_grant_is_cut_exactly(world):
    county = world.county
    application = world.hub.apply(applied_ore=100_001 * KRONE)
    recommended = county.recommend(application, "part_granted", 33_333 * KRONE)
    content = county.decision(recommended, "part_granted", 33_333 * KRONE)
    decided = county.decision_maker.do(recommended, "decide", content)
    assert decided["state"] == "part_granted"
    grant = county.grant_of(decided)
    assert grant["amountOre"] == 33_333 * KRONE
    assert sum(c["amountOre"] for c in grant["costs"]) == 33_333 * KRONE
    assert sum(c["budgetOre"] for c in grant["costs"]) == grant["budgetOre"]


@pytest.mark.parametrize("outcome", ["rejected", "ineligible", "dismissed"])
def test_a_refusal_is_a_decision_too(world, outcome):
    county = world.county
    decided = county.decide(county.recommend(world.hub.apply(), outcome), outcome)
    assert decided["state"] == outcome
    (decision,) = world.hub.signatory.items(decided / "decisions")
    assert decision["grantId"] is None and decision["acceptBy"] is None
    assert decision["appealDeadline"] and decision["grounds"]
    assert [r["key"] for r in decision["rules"]] == ["appeal.days"]


def test_a_decision_stands(world):
    decided = world.decided()
    content = world.county.decision(decided)
    reply = world.county.decision_maker.attempt(decided, "decide", content)
    reply.refused("state-conflict", 409)


def test_above_the_limit_it_is_for_the_committee(world):
    county = world.county
    recommended = world.recommended(applied_ore=500_001 * KRONE)
    content = county.decision(recommended)
    reply = county.decision_maker.attempt(recommended, "decide", content)
    assert "500" in reply.refused("over-authority", 403).json["errors"][0]["detail"]
    reply = county.secretary.attempt(recommended, "decide", content).expect(422)
    assert reply.faults == [("resolution-required", "#/resolution")]
    decided = county.secretary.do(recommended, "decide", content | {"resolution": "HU 12/26"})
    (decision,) = county.caseworker.items(decided / "decisions")
    assert (decision["body"], decision["resolution"]) == ("Hovedutvalget", "HU 12/26")


def test_at_the_limit_the_director_decides(world):
    assert world.decided(applied_ore=500_000 * KRONE)["state"] == "granted"


def test_what_would_exceed_the_limit_is_not_refused_either(world):
    """Refusing what only the committee could grant would be deciding it."""
    county = world.county
    application = world.hub.apply(applied_ore=500_001 * KRONE)
    recommended = county.recommend(application, "rejected")
    told = county.decision_maker.permitted(recommended)["decide"]
    assert [reason["code"] for reason in told["reasons"]] == ["over-authority"]
    for outcome, amount_ore in (("rejected", 0), ("part_granted", 1)):
        content = county.decision(recommended, outcome, amount_ore)
        reply = county.decision_maker.attempt(recommended, "decide", content)
        reply.refused("over-authority", 403)


def test_a_role_without_authority_on_the_line_does_not_decide(world):
    county = world.county
    only_committee = [{"role": "secretary", "body": "Hovedutvalget"}]
    call = county.call(county.funding_line(authorities=only_committee))
    recommended = world.recommended(call=call)
    content = county.decision(recommended)
    reply = county.decision_maker.attempt(recommended, "decide", content)
    reply.refused("no-authority", 403)


def test_a_basis_out_of_force_refuses(world):
    county = world.county
    content = county.legal_basis_content(validFrom="2020-01-01", validTo="2020-12-31")
    basis = county.set_up("/v1/legal-bases", content)
    recommended = world.recommended(call=county.call(county.funding_line(legalBasisId=basis)))
    content = county.decision(recommended)
    reply = county.decision_maker.attempt(recommended, "decide", content)
    reply.refused("legal-basis-not-valid", 409)


def test_a_basis_for_others_refuses(world):
    county = world.county
    content = county.legal_basis_content(beneficiaryKinds=["firm"])
    basis = county.set_up("/v1/legal-bases", content)
    recommended = world.recommended(call=county.call(county.funding_line(legalBasisId=basis)))
    content = county.decision(recommended)
    reply = county.decision_maker.attempt(recommended, "decide", content)
    reply.refused("legal-basis-beneficiary", 409)


@pytest.mark.parametrize(
    "change, back", [("county_id = 50", "county_id = null"), ("unit = 'months'", "unit = 'days'")]
)
def test_a_rule_without_a_value_in_days_refuses(world, change, back):
    neighbour = world.neighbour
    update = "update trinn.rule_params set {} where key = 'acceptance.days'"
    world.database.run(update.format(change))
    try:
        recommended = world.recommended(world.neighbour_hub)
        content = neighbour.decision(recommended)
        reply = neighbour.decision_maker.attempt(recommended, "decide", content)
        assert "acceptance.days" in reply.refused("rule-missing", 409).text
    finally:
        world.database.run(update.format(back))


def test_a_figure_that_is_set_right_leaves_what_was_decided_by_it(world):
    county = world.county
    update = "update trinn.rule_params set county_id = {} where key = 'acceptance.days' and source = 'invented'"

    def decided_by(days):
        county.set_up("/v1/rule-params", new_rule_param(world) | {
            "key": "acceptance.days", "validFrom": str(world.today), "value": days,
        })
        return world.decided(world.hub)

    def days_of(application):
        (decision,) = world.hub.signatory.items(application / "decisions")
        return {r["key"]: r["value"] for r in decision["rules"]}["acceptance.days"]

    world.database.run(update.format(50))
    try:
        wrong, right = decided_by(300), decided_by(30)
        assert (days_of(wrong), days_of(right)) == (300, 30)
    finally:
        world.database.run(update.format("null"))


def test_money_of_a_year_without_appropriation_is_not_there(world):
    county = world.county
    recommended = world.recommended()
    content = county.decision(recommended, year=world.year + 1)
    reply = county.decision_maker.attempt(recommended, "decide", content)
    reply.refused("appropriation-exceeded", 409)


def test_the_money_of_a_year_that_is_over_stays_there(world):
    county = world.county
    money = county.appropriation_content(450_000 * KRONE, year=world.year - 1)
    line = county.funding_line(appropriations=[money])
    recommended = world.recommended(call=county.call(line))
    content = county.decision(recommended, year=world.year - 1)
    reply = county.decision_maker.attempt(recommended, "decide", content)
    assert reply.expect(422).faults == [("budget-year-over", "#/year")]


def test_the_case_remembers_who_did_what(world):
    application = world.decided()
    events = world.county.auditor.items(application / "events")
    told = [(e["action"], e["person"]["name"]) for e in events]
    assert told == [
        ("submit", "hub_signatory@granlia"),
        ("recommend", "caseworker@trondelag"),
        ("decide", "decision_maker@trondelag"),
    ]
    world.assert_sound()
