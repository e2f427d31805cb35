"""What a decision asks of the recipient: who says that it is met, and what waits until it is."""

import datetime

import pytest
from support import conditions, documents
from support.bodies import REASON
from support.cast import BY_KEY, add_person
from support.parties import KRONE, fresh


def grant_of(hub, application):
    return hub.signatory.read(hub.county.grant_of(application).path)


def claim_on(hub, application, kind="part"):
    """The request for it, and its reply."""
    content = hub.claim_content(1_000 * KRONE, kind=kind)
    return hub.signatory.post(grant_of(hub, application) / "claims", content)


def attested(hub, application, kind="part"):
    county = hub.county
    claim = claim_on(hub, application, kind).expect(201).thing("/v1/claims")
    return county.attest(county.review(claim))


# ---- given


def test_what_is_recommended_is_asked_unless_the_decision_says_otherwise(world):
    hub, county = world.hub, world.county
    for given, texts in ((None, ["Fra innstillingen."]), ([], []), (["Ny."], ["Ny."])):
        application = hub.apply()
        content = county.recommendation(application)
        asked = {"conditions": [conditions.condition(text="Fra innstillingen.")]}
        recommended = county.caseworker.do(application, "recommend", content | asked)
        (recommendation,) = county.caseworker.items(application / "recommendations")
        assert recommendation["conditions"] == asked["conditions"]
        content = county.decision(recommended)
        if given is not None:
            content["conditions"] = [conditions.condition(text=text) for text in given]
        decided = county.decision_maker.do(recommended, "decide", content)
        (decision,) = hub.signatory.items(decided / "decisions")
        assert [c["text"] for c in decision["conditions"]] == texts
        assert decision["isConditional"] == bool(texts)
        assert grant_of(hub, decided)["conditions"] == decision["conditions"]
    world.assert_sound()


@pytest.mark.parametrize(
    "outcome, condition, fault",
    [
        ("rejected", {}, ("conditions-not-allowed", "#/conditions")),
        ("granted", {"kind": "start_by"}, ("required", "#/conditions/0/dueOn")),
        ("granted", {"dueOn": "2020-01-01"}, ("date-passed", "#/conditions/0/dueOn")),
    ],
)
def test_a_condition_is_of_a_grant_and_of_a_day_to_come(world, outcome, condition, fault):
    county = world.county
    application = world.hub.apply()
    asked = {"conditions": [conditions.condition(**condition)]}
    content = county.recommendation(application, outcome) | asked
    reply = county.caseworker.attempt(application, "recommend", content).expect(422)
    assert fault in reply.faults
    recommended = county.recommend(application, outcome)
    content = county.decision(recommended, outcome) | asked
    assert fault in county.decision_maker.attempt(recommended, "decide", content).expect(422).faults


# ---- held back


def test_nothing_is_paid_before_a_condition_of_payment_is_met(world):
    hub, county = world.hub, world.county
    world.ensure_account(hub)
    application = conditions.decided(hub, conditions.condition())
    told = hub.signatory.read(grant_of(hub, application) / "permitted-actions")
    assert "condition-unmet" in [warning["code"] for warning in told["warnings"]]
    claim = attested(hub, application)
    reply = county.releaser.attempt(claim, "release").refused("condition-unmet", 409)
    assert "Avtalen med fagpartneren" in reply.text
    (condition,) = conditions.of(hub, application)
    reported = conditions.report(hub, condition)
    county.releaser.attempt(claim, "release").refused("condition-unmet", 409)
    assert county.caseworker.do(reported, "confirm")["state"] == "met"
    assert county.release(county.releaser.read(claim.path))["state"] == "released"
    world.assert_sound()


def test_the_final_claim_waits_for_its_own(world):
    hub = world.hub
    application = conditions.decided(hub, conditions.condition("before_final"))
    claim_on(hub, application).expect(201)
    reply = claim_on(hub, application, "final").refused("condition-unmet", 409)
    assert ("condition-unmet", "#/kind") in reply.faults
    conditions.report(hub, conditions.of(hub, application)[0])
    claim_on(hub, application, "final").expect(201)


def test_what_is_overdue_holds_back_every_claim(world):
    hub = world.hub
    day = str(world.today + datetime.timedelta(5))
    application = conditions.decided(hub, conditions.condition("start_by", dueOn=day))
    claim_on(hub, application).expect(201)
    passed = "update trinn.decision_conditions set due_on = trinn.today() - 1 where application_id = %s"
    world.database.run("alter table trinn.decision_conditions disable trigger user")
    try:
        world.database.run(passed, application["id"])
    finally:
        world.database.run("alter table trinn.decision_conditions enable trigger user")
    claim_on(hub, application).refused("condition-unmet", 409)
    conditions.report(hub, conditions.of(hub, application)[0])
    claim_on(hub, application).expect(201)


# ---- met


def test_a_document_that_is_asked_for_is_of_the_case_and_clean(world):
    hub = world.hub
    application = conditions.decided(hub, conditions.condition("document"))
    (condition,) = conditions.of(hub, application)
    report = {"report": "Se vedlegget"}
    reply = hub.signatory.attempt(condition, "report", report).expect(422)
    assert reply.faults == [("required", "#/documentId")]
    other = documents.usable(world, hub)
    for document, fault in (
        (other, "unknown-reference"),
        (documents.complete(hub.signatory, application), "document-not-clean"),
    ):
        content = report | {"documentId": document["id"]}
        reply = hub.signatory.attempt(condition, "report", content)
        assert reply.faults == [(fault, "#/documentId")]
    document = documents.clean(world, hub.signatory, application)
    told = conditions.report(hub, condition, documentId=document["id"])
    assert (told["state"], told["documentId"]) == ("reported", document["id"])


def test_what_does_not_meet_it_goes_back(world):
    hub, caseworker = world.hub, world.county.caseworker
    told = caseworker.do(conditions.reported(world, hub), "return", {"reason": "Underskrift mangler"})
    assert (told["state"], told["returnReason"]) == ("open", "Underskrift mangler")
    again = conditions.report(hub, hub.signatory.read(told.path), report="Nå med underskrift")
    assert again["returnReason"] is None
    assert caseworker.do(again, "confirm")["confirmedBy"] == "caseworker@trondelag"


def test_who_reported_it_does_not_confirm_it(world, database):
    """Nor does the law let them near the case."""
    subject = fresh("both-sides")
    roles = [(BY_KEY["granlia"], "hub_signatory"), (BY_KEY["trondelag"], "caseworker")]
    add_person(database, world.issuer, subject, *roles)
    signatory = world.client(subject, act_as="hub_signatory")
    caseworker = world.client(subject, act_as="caseworker")
    told = signatory.do(conditions.given(world.hub), "report", {"report": "Ja"})
    reply = caseworker.attempt(told, "confirm").refused("disqualified", 403)
    assert ("four-eyes", "") in reply.faults


# ---- waived


def test_a_condition_is_waived_by_two_persons(world):
    hub, county = world.hub, world.county
    caseworker, decider = world.one_person((county, "caseworker"), (county, "decision_maker"))
    asked = caseworker.do(conditions.given(hub), "ask-waiver", REASON)
    decider.attempt(asked, "waive").refused("four-eyes", 403)
    waived = county.decision_maker.do(asked, "waive")
    assert (waived["state"], waived["waivedBy"]) == ("waived", "decision_maker@trondelag")


def test_one_that_is_not_waived_stands_as_it_did(world):
    hub, county = world.hub, world.county
    for condition, state in ((conditions.given(hub), "open"), (conditions.reported(world, hub), "reported")):
        asked = county.caseworker.do(condition, "ask-waiver", REASON)
        refused = county.decision_maker.do(asked, "refuse-waiver", REASON)
        assert (refused["state"], refused["waiverReason"]) == (state, None)
