"""Applications are evaluated by the criteria of their call: requirements first, then quality, scored
by several who do not see each other's scores, and consolidated with reasons."""

import pytest
from support import documents
from support import evaluations as ev
from support.bodies import REASON
from support.disqualifications import declared

SETTLED = {"outcome": "cleared", "reason": "En annen med samme navn"}


def scores_seen(person, evaluation):
    """By whom are the scores that the person sees."""
    sheets = person.read(evaluation.path)["sheets"]
    return {sheet["person"]["id"] for sheet in sheets}


# ---- criteria and calls


def test_what_a_criterion_says_stays_and_another_wording_is_another_edition(world):
    first = ev.add_criterion(world)
    again = ev.add_criterion(world, code=first["code"], guidance={"nb": "Mer", "en": "More"})
    assert (first["edition"], again["edition"]) == (1, 2)
    content = ev.new_criterion(kind="requirement", code=first["code"])
    reply = world.county.caseworker.post("/v1/criteria", content).expect(422)
    assert reply.faults == [("criterion-kind", "#/kind")]
    retired = world.county.caseworker.do(first, "retire")
    assert retired["state"] == "retired" and retired["guidance"] == first["guidance"]


def test_a_call_announces_what_its_applications_are_weighed_by(world):
    shown = world.hub.hub_editor.read(f"/v1/calls/{ev.usual_call(world)['id']}")["evaluation"]
    assert [c["weightBasisPoints"] for c in shown["criteria"]] == [6000, 4000]
    assert shown["requirements"][0]["kind"] == "requirement" and shown["scale"] == ev.SCALE
    plain = world.county.usual_call
    assert world.hub.hub_editor.read(plain.path)["evaluation"] is None


def test_what_was_announced_is_not_changed(world):
    call, caseworker = ev.call(world), world.county.caseworker
    reply = caseworker.put(call / "evaluation", ev.call_evaluation(world), call.etag)
    reply.refused("state-conflict", 409)


def test_all_faults_of_a_calls_criteria_are_told_at_once(world):
    caseworker = world.county.caseworker
    call = caseworker.make("/v1/calls", world.county.call_content(world.county.usual_line_id))
    content = ev.call_evaluation(world)
    content["requirements"].append(ev.quality(world, "effect"))
    content["criteria"][0] |= {"weightBasisPoints": 5000, "minimum": 6}
    content["criteria"].append({"criterionId": "999999", "weightBasisPoints": 1})
    content["criteria"].append(content["criteria"][1])
    retired = ev.retired(world, world.hub)
    content["criteria"].append({"criterionId": retired["id"], "weightBasisPoints": 1})
    reply = caseworker.put(call / "evaluation", content, call.etag).expect(409)
    assert reply.faults == [
        ("criterion-kind", "#/requirements/1"),
        ("criterion-repeated", "#/criteria/3/criterionId"),
        ("criterion-retired", "#/criteria/4/criterionId"),
        ("score-too-high", "#/criteria/0/minimum"),
        ("unknown-reference", "#/criteria/2/criterionId"),
        ("weights-not-whole", "#/criteria"),
    ]


# ---- requirements, apart from quality


def test_who_does_not_meet_a_requirement_is_not_scored_and_ineligible_it_is(world):
    county, evaluation = world.county, ev.ineligible(world, world.hub)
    assert evaluation["state"] == "ineligible"
    person = {"personId": county.steering_member.person}
    county.caseworker.attempt(evaluation, "name-assessor", person).refused("state-conflict", 409)
    application = ev.application_of(evaluation, county.caseworker)
    rejection = county.recommendation(application, "rejected")
    reply = county.caseworker.attempt(application, "recommend", rejection)
    reply.refused("evaluated-otherwise", 409)
    recommended = county.recommend(application, "ineligible")
    assert county.decide(recommended, "ineligible")["state"] == "ineligible"


def test_that_a_requirement_is_not_met_has_its_grounds(world):
    application = ev.taken(world, world.hub)
    content = {"requirements": [{"criterionId": ev.requirement(world), "isMet": False}]}
    reply = world.county.caseworker.post(application / "evaluations", content).expect(422)
    assert reply.faults == [("required", "#/requirements/0/grounds")]
    content["requirements"][0] = {"criterionId": ev.quality(world, "effect"), "isMet": True}
    reply = world.county.caseworker.post(application / "evaluations", content).expect(422)
    assert reply.faults == [("unknown-reference", "#/requirements/0/criterionId")]


def test_checked_anew_the_one_before_is_void(world):
    first = ev.scoring(world, world.hub)
    caseworker = world.county.caseworker
    application = ev.application_of(first, caseworker)
    again = ev.begun(world, world.hub, application)
    assert (again["number"], caseworker.read(first.path)["state"]) == (2, "void")
    of_it = caseworker.items("/v1/evaluations", applicationId=application["id"])
    assert [e["state"] for e in of_it] == ["scoring", "void"]


def test_what_was_evaluated_is_evaluated_anew_with_a_reason_and_read_on(world):
    caseworker, first = world.county.caseworker, ev.consolidated(world, world.hub)
    application = ev.application_of(first, caseworker)
    path = application / "evaluations"
    reply = caseworker.post(path, ev.checked(world)).expect(409)
    assert reply.faults == [("evaluation-stands", "#/reason")]
    caseworker.make(path, ev.checked(world) | {"reason": "Et krav var misforstått"})
    assert caseworker.items(application / "events")[-1]["reason"] == "Et krav var misforstått"
    void = caseworker.read(first.path)
    assert (void["state"], void["consolidation"]) == ("void", first["consolidation"])
    assert void["sheets"] == first["sheets"]
    caseworker.post(path, ev.checked(world)).expect(409)


def test_a_call_without_criteria_goes_on_without(world):
    application = world.county.caseworker.do(world.hub.apply(), "take")
    path = application / "evaluations"
    world.county.caseworker.post(path, ev.checked(world)).expect(409)
    assert world.county.recommend(application)["state"] == "recommended"


# ---- several assessors, hidden from each other


def test_scores_are_hidden_from_everybody_else_until_all_are_in(world):
    county, evaluation = world.county, ev.scoring(world, world.hub)
    first, second, third = ev.assessors(world.hub)
    others = (county.decision_maker, county.programme_lead, county.auditor)
    ev.hand_in(world, evaluation, first)
    ev.hand_in(world, evaluation, second, effect=1)
    for person in (first, second):
        assert scores_seen(person, evaluation) == {person.person}
    for person in (third, *others):
        assert scores_seen(person, evaluation) == set()
    assert ev.hand_in(world, evaluation, third)["state"] == "scored"
    for person in (first, second, third, *others):
        assert len(scores_seen(person, evaluation)) == 3, person


def test_scores_may_be_given_again_until_others_were_seen(world):
    evaluation = ev.scoring(world, world.hub)
    first, second, third = ev.assessors(world.hub)
    ev.hand_in(world, evaluation, first, effect=1)
    own = ev.hand_in(world, evaluation, first, effect=5)["sheets"]
    assert [sheet["totalBasisPoints"] for sheet in own] == [6000 + 2400]
    for person in (second, third):
        ev.hand_in(world, evaluation, person)
    reply = first.post(evaluation / "scores", ev.handed_in(world))
    reply.refused("state-conflict", 409)
    fresh = world.county.steering_member_b
    reopened = ev.named(world, world.hub, fresh, evaluation=first.read(evaluation.path))
    assert reopened["state"] == "scoring" and scores_seen(first, evaluation) == {first.person}
    first.post(evaluation / "scores", ev.handed_in(world)).refused("scores-seen", 409)
    assert ev.hand_in(world, evaluation, fresh)["state"] == "scored"


def test_whoever_could_read_the_scores_is_not_named(world):
    """Also by way of a meeting of theirs."""
    county, evaluation = world.county, ev.scored(world, world.hub)
    for person in (county.programme_lead, county.programme_lead_b):
        content = {"personId": person.person}
        reply = county.caseworker.attempt(evaluation, "name-assessor", content)
        reply.refused("scores-seen", 409)
        assert reply.faults == [("scores-seen", "#/personId")]
    assert ev.named(world, world.hub, county.steering_member_b, evaluation=evaluation)


def test_as_many_score_as_the_call_asks_for(world):
    evaluation = ev.named(world, world.hub, world.county.caseworker)
    assert ev.hand_in(world, evaluation, world.county.caseworker)["state"] == "scoring"
    content = ev.consolidated_scores(world)
    evaluation = world.county.caseworker.read(evaluation.path)
    reply = world.county.caseworker.attempt(evaluation, "consolidate", content)
    reply.refused("state-conflict", 409)


def test_only_who_is_named_scores_and_every_criterion_within_the_scale(world):
    evaluation = ev.scoring(world, world.hub)
    reply = world.county.programme_lead.post(evaluation / "scores", ev.handed_in(world))
    reply.refused("not-assessor", 403)
    content = {"scores": ev.scores(world, effect=6)[:1]}
    reply = world.county.caseworker.post(evaluation / "scores", content).expect(422)
    assert reply.faults == [("criteria-left", "#/scores"), ("score-too-high", "#/scores/0/score")]


def shown_to(member):
    """How many applications and evaluations."""
    return [len(member.items(f"/v1/{things}", limit=100)) for things in ("applications", "evaluations")]


def test_a_member_of_the_steering_group_reads_what_they_are_named_for(world):
    member, colleague = world.county.steering_member_b, world.county.steering_member
    evaluation = ev.begun(world, world.hub)
    path = f"/v1/applications/{evaluation['application']['id']}"
    document = documents.clean(world, world.hub.signatory, evaluation["application"])
    for hidden in (path, document / "content"):
        member.get(hidden).refused("not-found", 404)
    before = shown_to(member)
    evaluation = ev.named(world, world.hub, member, evaluation=evaluation)
    assert member.read(path)["title"] == evaluation["application"]["title"]
    assert len(member.items(f"{path}/submissions")) == 1
    member.get(document / "content").expect(200)
    assert shown_to(member) == [n + 1 for n in before]
    colleague.get(path).refused("not-found", 404)
    content = {"personId": member.person} | REASON
    world.county.caseworker.do(evaluation, "release-assessor", content)
    member.get(path).refused("not-found", 404)


def test_who_applied_is_disqualified_or_pays_is_not_named(world):
    county, evaluation = world.county, ev.begun(world, world.hub)

    def name(person):
        return county.caseworker.attempt(evaluation, "name-assessor", {"personId": person.person})

    name(county.releaser).expect(422)
    name(world.hub.signatory).refused("four-eyes", 403)
    case = evaluation["application"]
    declared(county.steering_member, case)
    name(county.steering_member).refused("assessor-disqualified", 409)
    question = declared(county.archivist, case, personId=county.steering_member_b.person)
    name(county.steering_member_b).refused("assessor-disqualified", 409)
    county.programme_lead.do(question, "settle", SETTLED)
    evaluation = ev.named(world, world.hub, county.steering_member_b, evaluation=evaluation)
    name(county.steering_member_b).refused("assessor-named", 409)


def test_who_is_disqualified_after_being_named_neither_scores_nor_counts(world):
    county, evaluation = world.county, ev.scoring(world, world.hub)
    first, member, third = ev.assessors(world.hub)
    for person in (first, third):
        ev.hand_in(world, evaluation, person)
    declared(member, evaluation["application"])
    member.post(evaluation / "scores", ev.handed_in(world)).refused("disqualified", 403)
    content = {"personId": member.person} | REASON
    current = first.read(evaluation.path)
    assert first.do(current, "release-assessor", content)["state"] == "scored"

    late = ev.scored(world, world.hub)
    declared(member, late["application"])
    content = ev.consolidated_scores(world)
    first.attempt(late, "consolidate", content).refused("assessor-disqualified", 409)
    late = first.do(late, "release-assessor", {"personId": member.person} | REASON)
    assert first.do(late, "consolidate", content)["state"] == "consolidated"
    assert county.recommend(ev.application_of(late, first))["state"] == "recommended"


def test_nothing_is_decided_on_scores_of_the_disqualified(world):
    county, evaluation = world.county, ev.consolidated(world, world.hub)
    recommended = ev.recommended(world, world.hub, evaluation)
    declared(county.steering_member, recommended)
    content = county.decision(recommended)
    reply = county.decision_maker.attempt(recommended, "decide", content)
    reply.refused("assessor-disqualified", 409)


# ---- consolidation


def test_a_score_that_not_all_gave_has_its_reason(world):
    evaluation = ev.scoring(world, world.hub)
    for person, effect in zip(ev.assessors(world.hub), (4, 4, 2)):
        ev.hand_in(world, evaluation, person, effect)
    evaluation = world.county.caseworker.read(evaluation.path)
    content = {"scores": ev.scores(world), "grounds": "En sterk plan"}
    reply = world.county.caseworker.attempt(evaluation, "consolidate", content).expect(422)
    assert reply.faults == [("score-grounds", "#/scores/0/grounds")]
    content["scores"][0]["grounds"] = "To av tre mener det samme"
    done = world.county.caseworker.do(evaluation, "consolidate", content)
    assert done["consolidation"]["totalBasisPoints"] == 4800 + 2400


def test_nothing_is_granted_below_the_minimum(world):
    call = ev.call(world, realism=3)
    evaluation = ev.scored(world, world.hub, ev.taken(world, world.hub, call))
    content = ev.consolidated_scores(world, realism=2)
    done = world.county.caseworker.do(evaluation, "consolidate", content)
    assert done["consolidation"]["isBelowMinimum"]
    application = ev.application_of(done, world.county.caseworker)
    grant = world.county.recommendation(application)
    reply = world.county.caseworker.attempt(application, "recommend", grant)
    reply.refused("below-minimum", 409)
    assert world.county.recommend(application, "rejected")["state"] == "recommended"


def test_a_recommendation_waits_for_the_consolidation_and_rests_on_it(world):
    county, evaluation = world.county, ev.scored(world, world.hub)
    application = ev.application_of(evaluation, county.caseworker)
    content = county.recommendation(application)
    reply = county.caseworker.attempt(application, "recommend", content)
    reply.refused("not-evaluated", 409)
    done = county.caseworker.do(evaluation, "consolidate", ev.consolidated_scores(world))
    recommended = ev.recommended(world, world.hub, done)
    (made,) = county.caseworker.items(recommended / "recommendations")
    assert made["evaluationId"] == done["id"]
    decided = county.decide(recommended)
    (decision,) = county.caseworker.items(decided / "decisions")
    assert decision["evaluationId"] == done["id"]


def test_what_is_dismissed_was_not_considered_and_needs_no_evaluation(world):
    county, evaluation = world.county, ev.scored(world, world.hub)
    application = ev.application_of(evaluation, county.caseworker)
    told = county.caseworker.read(application / "permitted-actions")
    assert "not-evaluated" in [warning["code"] for warning in told["warnings"]]
    dismissed = county.decide(county.recommend(application, "dismissed"), "dismissed")
    assert dismissed["state"] == "dismissed"
    (decision,) = county.caseworker.items(dismissed / "decisions")
    assert decision["evaluationId"] is None


def test_who_assessed_does_not_decide(world):
    county = world.county
    lead, decider = world.one_person((county, "programme_lead"), (county, "decision_maker"))
    evaluation = ev.named(world, world.hub, county.caseworker, lead)
    for person in (county.caseworker, lead):
        ev.hand_in(world, evaluation, person)
    evaluation = county.caseworker.read(evaluation.path)
    done = county.caseworker.do(evaluation, "consolidate", ev.consolidated_scores(world))
    recommended = ev.recommended(world, world.hub, done)
    reply = decider.attempt(recommended, "decide", county.decision(recommended))
    reply.refused("four-eyes", 403)


# ---- sent back


def test_what_a_decider_sends_back_is_consolidated_and_recommended_anew(world):
    county, evaluation = world.county, ev.consolidated(world, world.hub)
    recommended = ev.recommended(world, world.hub, evaluation)
    back = county.decision_maker.do(recommended, "send-back", REASON)
    evaluation = county.caseworker.read(evaluation.path)
    assert evaluation["state"] == "scored" and len(evaluation["sheets"]) == 3
    content = county.recommendation(back)
    county.caseworker.attempt(back, "recommend", content).refused("not-evaluated", 409)
    done = county.caseworker.do(evaluation, "consolidate", ev.consolidated_scores(world, effect=5))
    assert county.decide(ev.recommended(world, world.hub, done))["state"] == "granted"


def test_what_goes_back_to_the_applicant_is_evaluated_anew(world):
    county, evaluation = world.county, ev.consolidated(world, world.hub)
    application = ev.application_of(evaluation, county.caseworker)
    county.caseworker.do(application, "return", REASON)
    assert county.caseworker.read(evaluation.path)["state"] == "void"
    returned = world.hub.signatory.read(application.path)
    again = county.caseworker.do(world.hub.signatory.do(returned, "submit"), "take")
    content = county.recommendation(again)
    county.caseworker.attempt(again, "recommend", content).refused("not-evaluated", 409)
    assert ev.begun(world, world.hub, again)["number"] == 2


# ---- what the applicant sees


@pytest.mark.parametrize("outcome", ["granted", "rejected"])
def test_the_applicant_sees_what_was_decided_on_and_not_who_scored_what(world, outcome):
    evaluation, applicant = ev.consolidated(world, world.hub), world.hub.hub_editor
    applicant.get(evaluation.path).refused("not-found", 404)
    world.county.decide(ev.recommended(world, world.hub, evaluation, outcome), outcome)
    shown = applicant.read(evaluation.path)
    assert shown["consolidation"]["totalBasisPoints"] == 7200
    assert shown["consolidation"]["scores"][0]["grounds"] and shown["requirements"][0]["isMet"]
    assert (shown["assessors"], shown["sheets"]) == ([], [])
    call = shown["callId"]
    applicant.get(f"/v1/calls/{call}/ranking").refused("forbidden", 403)
    world.other_hub.hub_editor.get(evaluation.path).refused("not-found", 404)


# ---- ranks


def test_the_applications_of_a_call_are_ranked_by_what_they_are_worth(world):
    call = ev.call(world)
    for hub, effect in ((world.hub, 2), (world.other_hub, 5), (world.hub, 5), (world.hub, 0)):
        evaluation = ev.scored(world, hub, ev.taken(world, hub, call))
        content = ev.consolidated_scores(world, effect)
        world.county.caseworker.do(evaluation, "consolidate", content)
    ev.scored(world, world.hub, ev.taken(world, world.hub, call))
    ranked = world.county.secretary.items(f"/v1/calls/{call['id']}/ranking", limit=3)
    assert [(r["rank"], r["totalBasisPoints"]) for r in ranked] == [
        (1, 8400),
        (1, 8400),
        (3, 4800),
        (4, 2400),
    ]
    world.assert_sound()
