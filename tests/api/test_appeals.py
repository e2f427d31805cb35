"""Appeals: lodged in time or given leave, reconsidered, forwarded, and the money follows the outcome."""

import datetime

import pytest
from support import appeals as ap
from support import conditions, documents, journal, letters
from support.bodies import REASON
from support.disqualifications import declared
from support.parties import KRONE

pytestmark = pytest.mark.usefixtures("sound")


def decision_of(world, application):
    return ap.newest_decision(world.county.caseworker, application)


def last_answer(appeal):
    return appeal["answers"][-1]


def grant_of(world, application):
    return world.hub.signatory.read(f"/v1/grants/{decision_of(world, application)['grantId']}")


def claimed(world, grant, amount_ore):
    """Of costs that are enough at the rate of a part-grant."""
    content = world.hub.claim_content(amount_ore * 3)
    return world.hub.signatory.make(grant / "claims", content | {"amountOre": amount_ore})


def application_of(world, appeal):
    return world.hub.signatory.read(f"/v1/applications/{appeal['application']['id']}")


# ---- lodged


def test_a_part_grant_is_accepted_and_appealed(world):
    application = ap.accepted(world, world.hub)
    appeal = ap.lodged(world, world.hub, application, askedOre=60_000 * KRONE)
    assert (appeal["state"], appeal["number"], appeal["isLate"]) == ("lodged", 1, False)
    assert appeal["lodgedOn"] == str(world.today) and appeal["decision"]["outcome"] == "part_granted"
    assert appeal["dueOn"] == decision_of(world, application)["appealDeadline"]
    standing = world.hub.signatory.read(application.path)["appeals"]
    assert [(a["id"], a["state"]) for a in standing] == [(appeal["id"], "lodged")]
    listed = world.county.caseworker.items(application / "appeals")
    assert [a["id"] for a in listed] == [appeal["id"]]


def test_a_decision_is_appealed_against_once_at_a_time(world):
    application = ap.rejected(world, world.hub)
    first = ap.lodged(world, world.hub, application)
    again = ap.appeal(world.hub, application)
    world.hub.signatory.post(application / "appeals", again).refused("appeal-open", 409)
    withdrawn = world.hub.signatory.do(first, "withdraw")
    assert withdrawn["state"] == "withdrawn" and withdrawn["settledOn"] == str(world.today)
    assert ap.lodged(world, world.hub, application)["number"] == 2


def test_what_is_not_decided_cannot_be_appealed_against(world):
    application = world.recommended()
    content = {"decisionId": "1", "asked": "Mer"}
    world.hub.signatory.post(application / "appeals", content).refused("state-conflict", 409)


def test_only_the_party_appeals_and_only_its_signatory(world):
    application = ap.rejected(world, world.hub)
    content = ap.appeal(world.hub, application)
    world.hub.hub_editor.post(application / "appeals", content).refused("forbidden", 403)
    world.other_hub.signatory.post(application / "appeals", content).refused("not-found", 404)


def test_a_letter_is_entered_for_whom_it_is_from_as_of_its_day(world):
    application = ap.rejected(world, world.hub)
    content = ap.appeal(world.hub, application)
    caseworker = world.county.caseworker
    reply = caseworker.post(application / "appeals", content).expect(422)
    assert reply.faults == [("required", "#/enteredFor")]
    entered = {"enteredFor": {"name": "Daglig leder", "onDay": str(world.today)}}
    appeal = caseworker.make(application / "appeals", content | entered)
    assert (appeal["lodgedFor"], appeal["lodgedBy"]) == ("Daglig leder", "caseworker@trondelag")
    assert world.hub.signatory.read(appeal.path)["lodgedFor"] == "Daglig leder"


def test_documents_are_attached_when_they_are_clean(world):
    application = ap.rejected(world, world.hub)
    of_another = documents.begun(world, world.hub)
    content = ap.appeal(world.hub, application, documentIds=[of_another["id"]])
    reply = world.hub.signatory.post(application / "appeals", content).expect(422)
    assert reply.faults == [("unknown-reference", "#/documentIds/0")]
    begun = documents.begin(world.hub.signatory, application)
    content = ap.appeal(world.hub, application, documentIds=[begun["id"]])
    reply = world.hub.signatory.post(application / "appeals", content)
    reply.refused("document-not-clean", 409)
    clean = documents.clean(world, world.hub.signatory, application)
    appeal = ap.lodged(world, world.hub, application, documentIds=[clean["id"]])
    assert [d["id"] for d in appeal["documents"]] == [clean["id"]]


def test_no_more_is_asked_for_than_was_applied_for(world):
    application = ap.rejected(world, world.hub)
    content = ap.appeal(world.hub, application, askedOre=ap.APPLIED + 1)
    reply = world.hub.signatory.post(application / "appeals", content).expect(422)
    assert reply.faults == [("asked-above-applied", "#/askedOre")]


def test_a_decision_of_another_case_is_not_known(world):
    content = ap.appeal(world.hub, ap.rejected(world, world.hub))
    application = ap.rejected(world, world.hub)
    reply = world.hub.signatory.post(application / "appeals", content).expect(422)
    assert reply.faults == [("unknown-reference", "#/decisionId")]


def test_no_fodselsnummer_in_an_appeal(world):
    application = ap.rejected(world, world.hub)
    content = ap.appeal(world.hub, application, asked="For 31129956715")
    reply = world.hub.signatory.post(application / "appeals", content).expect(422)
    assert reply.faults == [("fnr-in-text", "#/asked")]


def test_more_is_asked_for_than_was_granted(world):
    application = ap.part_granted(world, world.hub)
    content = ap.appeal(world.hub, application, askedOre=ap.GRANTED)
    reply = world.hub.signatory.post(application / "appeals", content).expect(422)
    assert reply.faults == [("asked-not-more", "#/askedOre")]


# ---- the time to appeal


def test_a_letter_with_the_notice_gives_more_time(world):
    application = ap.rejected(world, world.hub)
    decision = decision_of(world, application)
    note = {"decisionId": decision["id"], "how": "posted", "onDay": str(world.today)}
    world.county.caseworker.do(application, "note-notice", note)
    appeal = ap.lodged(world, world.hub, application)
    assert appeal["dueOn"] >= str(world.today + datetime.timedelta(26)) > decision["appealDeadline"]


def test_no_notice_was_posted_before_the_decision(world):
    application = ap.rejected(world, world.hub)
    day_before = str(world.today - datetime.timedelta(1))
    note = ap.of_decision(world, how="posted", onDay=day_before)
    reply = world.county.caseworker.attempt(application, "note-notice", note).expect(422)
    assert reply.faults == [("before-decision", "#/onDay")]


def test_the_time_stands_still_until_the_grounds_are_given(world):
    application = ap.grounds_asked(world, world.hub)
    again = {"decisionId": decision_of(world, application)["id"]}
    reply = world.hub.signatory.attempt(application, "ask-grounds", again)
    reply.refused("grounds-awaited", 409)
    application = world.county.caseworker.do(application, "give-grounds", again | ap.GROUNDS)
    reply = world.county.caseworker.attempt(application, "give-grounds", again | ap.GROUNDS)
    reply.refused("grounds-not-asked", 409)
    world.hub.signatory.attempt(application, "ask-grounds", again).refused("grounds-given", 409)
    appeal = ap.lodged(world, world.hub, application)
    assert not appeal["isLate"] and appeal["dueOn"] is not None


def test_one_lodged_while_grounds_are_waited_for_is_in_time(world):
    appeal = ap.lodged(world, world.hub, ap.grounds_asked(world, world.hub))
    assert (appeal["dueOn"], appeal["isLate"]) == (None, False)


# ---- late


def leave(outcome="given", **changes):
    return {"outcome": outcome, "ground": "excusable"} | ap.GROUNDS | changes


def test_one_that_is_late_is_heard_with_leave_of_two(world):
    county, appeal = world.county, ap.late(world, world.hub)
    assert appeal["isLate"]
    reply = county.caseworker.attempt(appeal, "reconsider", ap.reconsideration(world))
    reply.refused("appeal-late", 409)
    appeal = county.caseworker.do(appeal, "propose-leave", leave())
    appeal = ap.settle(world.hub, appeal)
    assert last_answer(appeal)["state"] == "confirmed"
    assert ap.reconsidered(world, world.hub, appeal)["state"] == "reconsidered"


def test_without_leave_it_is_inadmissible(world):
    county, appeal = world.county, ap.late(world, world.hub)
    appeal = county.caseworker.do(appeal, "propose-leave", leave("refused"))
    appeal = ap.settle(world.hub, appeal)
    told = world.database.value(
        "select trinn.jobs_letter_content(county_id, id)::text from trinn.letters"
        " where kind = 'appeal' and application_id = %s",
        appeal["application"]["id"],
    )
    assert "må vi avvise klagen" in told and "Dere kan klage på at klagen avvises" in told
    county.caseworker.attempt(appeal, "propose-leave", leave()).refused("appeal-answered", 409)
    content = ap.reconsideration(world, "inadmissible", ground="late")
    appeal = ap.settle(world.hub, county.caseworker.do(appeal, "reconsider", content))
    assert appeal["state"] == "inadmissible"
    assert last_answer(world.hub.signatory.read(appeal.path))["ground"] == "late"


@pytest.mark.parametrize("days, code", [(365, None), (367, "appeal-too-old")])
def test_leave_is_never_given_after_a_year(world, days, code):
    appeal = ap.late(world, world.hub, days=days)
    reply = world.county.caseworker.attempt(appeal, "propose-leave", leave())
    assert reply.expect(200, 409).code == code


# ---- against that it is inadmissible (fvl. § 2 third paragraph)


def dismissed(world, appeal=None):
    """One that was late, or else not in due form."""
    appeal = appeal or ap.late(world, world.hub)
    ground = "late" if appeal["isLate"] else "form"
    content = ap.reconsideration(world, "inadmissible", ground=ground)
    return ap.settle(world.hub, world.county.caseworker.do(appeal, "reconsider", content))


def against(world, appeal, **changes):
    """The appeal against that the other was found inadmissible."""
    content = {"appealId": appeal["id"], "asked": "Klagen må behandles"} | changes
    return world.hub.signatory.make(application_of(world, appeal) / "appeals", content)


def test_that_it_is_inadmissible_is_appealed_against_from_its_own_notice(world):
    first = dismissed(world)
    told = last_answer(world.hub.signatory.read(first.path))
    assert told["appealBy"] >= str(world.today + datetime.timedelta(21))
    assert "Dere kan klage på dette" in letters.of_appeal(world, first)
    again = ap.appeal(world.hub, application_of(world, first))
    reply = world.hub.signatory.post(application_of(world, first) / "appeals", again)
    reply.refused("appeal-dismissed", 409)
    second = against(world, first)
    assert (second["number"], second["isLate"], second["dueOn"]) == (2, False, told["appealBy"])
    assert second["dismissal"] == {
        "appealId": first["id"], "number": 1, "ground": "late", "decidedOn": str(world.today)}  # fmt: skip


def test_the_board_sets_a_dismissal_aside_and_the_appeal_is_heard(world):
    county, hub = world.county, world.hub
    first = dismissed(world)
    second = against(world, first)
    county.caseworker.attempt(second, "reconsider", ap.reconsideration(world, "allowed", ap.APPLIED)).refused(
        "appeal-of-dismissal", 409
    )
    second = county.caseworker.do(second, "reconsider", ap.reconsideration(world))
    county.decision_maker.attempt(second, "settle", {"number": 1}).refused("four-eyes", 403)  # dismissed the first
    second = ap.settle(hub, second, county.decision_maker_b)
    assert second["state"] == "forwarded"
    second = ap.answered(world, hub, second, outcome="sent_back")
    second = ap.settle(hub, second, county.decision_maker_b)
    assert second["state"] == "sent_back" and not hub.signatory.read(second.path)["isStayed"]
    assert "har opphevet avvisningen" in letters.of_appeal(world, second)
    post = journal.posts(county.caseworker, application_of(world, first), documentType="VEDTAK")[-1]
    assert post["title"].startswith("Avvisningen er opphevet"), "the decision stands"
    first = county.caseworker.read(first.path)
    assert (first["state"], first["settledOn"]) == ("lodged", None)
    assert ap.allowed(world, hub, first)["state"] == "allowed_in_part"


def test_a_dismissal_that_stands_is_final(world):
    county, hub = world.county, world.hub
    first = dismissed(world)
    second = county.caseworker.do(against(world, first), "reconsider", ap.reconsideration(world))
    second = ap.settle(hub, second, county.decision_maker_b)
    second = ap.answered(world, hub, second)
    assert ap.settle(hub, second, county.decision_maker_b)["state"] == "not_allowed"
    application = application_of(world, first)
    content = {"appealId": first["id"], "asked": "Klagen må behandles"}
    hub.signatory.post(application / "appeals", content).refused("appeal-final", 409)
    assert decision_of(world, application)["appealBy"] is None


def test_what_was_dismissed_for_its_form_is_lodged_anew_in_time(world):
    first = dismissed(world, ap.lodged(world, world.hub))
    application = application_of(world, first)
    assert ap.lodged(world, world.hub, application)["number"] == 2


# ---- reconsidered


def test_what_is_proposed_is_the_countys_own_until_it_is_confirmed(world):
    appeal = ap.reconsidered(world, world.hub)
    assert world.hub.signatory.read(appeal.path)["answers"] == []
    confirmed = ap.settle(world.hub, appeal)
    (answer,) = world.hub.signatory.read(confirmed.path)["answers"]
    assert answer["outcome"] == "forwarded" and len(answer["sha256"]) == 64


def test_each_pair_of_steps_is_two_persons(world):
    county = world.county
    both = world.one_person((county, "caseworker"), (county, "decision_maker"))
    caseworker, decider = both
    appeal = caseworker.do(ap.lodged(world, world.hub), "reconsider", ap.reconsideration(world))
    decider.attempt(appeal, "settle", {"number": 1}).refused("four-eyes", 403)
    county.decision_maker_b.attempt(appeal, "settle", {"number": 1}).refused("four-eyes", 403)
    assert ap.settle(world.hub, appeal)["state"] == "forwarded"


def test_who_recommended_prepares_the_answer_and_does_not_confirm_it(world):
    county = world.county
    caseworker, decider = world.one_person((county, "caseworker"), (county, "decision_maker"))
    application = world.hub.apply(applied_ore=ap.APPLIED)
    recommendation = county.recommendation(application, "rejected", 0)
    application = caseworker.do(application, "recommend", recommendation)
    county.decision_maker_b.do(application, "decide", county.decision(application, "rejected", 0))
    appeal = ap.reconsidered(world, world.hub, ap.lodged(world, world.hub, application))
    decider.attempt(appeal, "settle", {"number": 1}).refused("four-eyes", 403)


def test_a_disqualified_person_answers_nothing(world):
    appeal = ap.lodged(world, world.hub)
    declared(world.county.caseworker_b, application_of(world, appeal))
    reply = world.county.caseworker_b.attempt(appeal, "reconsider", ap.reconsideration(world))
    reply.refused("disqualified", 403)


def test_what_is_sent_back_is_proposed_anew(world):
    appeal = ap.reconsidered(world, world.hub)
    returned = {"number": 1} | REASON
    appeal = world.county.decision_maker.do(appeal, "send-back", returned)
    assert (appeal["state"], appeal["answers"][0]["state"]) == ("lodged", "returned")
    assert ap.reconsidered(world, world.hub, appeal)["answers"][1]["number"] == 2


# ---- the money follows


def test_an_accepted_part_grant_allowed_in_part_is_raised(world):
    application = ap.accepted(world, world.hub)
    before = grant_of(world, application)
    claim = claimed(world, before, 10_000 * KRONE)
    balances = world.county.balances(before["fundingLineId"])
    appeal = ap.allowed(world, world.hub, ap.lodged(world, world.hub, application))
    assert appeal["state"] == "allowed_in_part"
    grant = world.hub.signatory.read(before.path)
    assert (grant["amountOre"], grant["state"]) == (ap.RAISED, "active")
    assert grant["remainingOre"] == ap.RAISED - 10_000 * KRONE
    assert sum(c["amountOre"] for c in grant["costs"]) == ap.RAISED
    (change,) = grant["changes"]
    assert (change["cause"], change["causeId"]) == ("appeal", appeal["id"])
    assert (change["beforeOre"], change["afterOre"]) == (ap.GRANTED, ap.RAISED)
    decision = decision_of(world, application)
    assert (decision["cause"], decision["number"], decision["acceptBy"]) == ("appeal", 2, None)
    assert decision["grantId"] == grant["id"] and last_answer(appeal)["decisionId"] == decision["id"]
    after = world.county.balances(before["fundingLineId"])
    assert after["available"] == balances["available"] - (ap.RAISED - ap.GRANTED)
    assert world.county.review(claim)["state"] == "reviewed"


def test_a_rejected_application_allowed_gets_a_grant(world):
    application = ap.rejected(world, world.hub)
    appeal = ap.reconsidered(
        world, world.hub, ap.lodged(world, world.hub, application), outcome="allowed", amount_ore=ap.APPLIED
    )
    assert ap.settle(world.hub, appeal)["state"] == "allowed"
    application = application_of(world, appeal)
    assert application["state"] == "granted"
    grant = world.hub.accept(grant_of(world, application))
    assert (grant["amountOre"], grant["state"], grant["changes"]) == (ap.APPLIED, "accepted", [])


def test_an_offer_allowed_in_whole_is_raised_before_it_is_accepted(world):
    application = ap.part_granted(world, world.hub)
    appeal = ap.reconsidered(
        world, world.hub, ap.lodged(world, world.hub, application), outcome="allowed", amount_ore=ap.APPLIED
    )
    ap.settle(world.hub, appeal)
    application = application_of(world, appeal)
    grant = grant_of(world, application)
    assert (application["state"], grant["state"], grant["amountOre"]) == ("granted", "offered", ap.APPLIED)
    decision = decision_of(world, application)
    assert decision["acceptBy"] and grant["acceptBy"] == decision["acceptBy"]
    assert world.hub.accept(grant)["state"] == "accepted"


def test_an_offer_that_an_appeal_raises_is_accepted_by_the_day_of_the_new_decision(world):
    application = ap.part_granted(world, world.hub)
    appeal = ap.reconsidered(world, world.hub, ap.lodged(world, world.hub, application), outcome="allowed_in_part")
    world.database.run(
        "set session_replication_role = replica;"
        " update trinn.grants set accept_by = trinn.today() - 1 where application_id = %s",
        application["id"],
    )
    ap.settle(world.hub, appeal)
    grant = grant_of(world, application)
    assert grant["acceptBy"] == decision_of(world, application)["acceptBy"]
    assert world.hub.accept(grant)["state"] == "accepted"


DUE_BY = "2099-12-31"


def conditional(world):
    """An accepted part-grant on two conditions, and the appeal against one of them."""
    county, hub = world.county, world.hub
    application = county.recommend(hub.apply(applied_ore=ap.APPLIED), "part_granted", ap.GRANTED)
    texts = ("Streng avtale.", "Timelister er ført.")
    content = county.decision(application, "part_granted", ap.GRANTED)
    content["conditions"] = [conditions.condition(text=text, dueOn=DUE_BY) for text in texts]
    hub.accept(county.grant_of(county.decision_maker_b.do(application, "decide", content)))
    application = hub.signatory.read(application.path)
    return application, ap.lodged(world, hub, application, asked="Vilkår 1 bort")


def asked_by(decision):
    return [(c["number"], c["text"], c["state"]) for c in decision["conditions"]]


def test_a_condition_is_lifted_with_the_amount_as_it_was(world):
    county, hub = world.county, world.hub
    application, appeal = conditional(world)
    content = ap.reconsideration(world, "allowed", ap.GRANTED)
    reply = county.caseworker.attempt(appeal, "reconsider", content).expect(422)
    assert reply.faults == [("appeal-no-gain", "#/amountOre")]
    content |= {"liftedConditions": [1], "year": world.year + 1}
    reply = county.caseworker.attempt(appeal, "reconsider", content).expect(422)
    assert ("appeal-year", "#/year") in reply.faults
    del content["year"]
    appeal = ap.settle(hub, county.caseworker.do(appeal, "reconsider", content))
    assert appeal["state"] == "allowed" and last_answer(appeal)["liftedConditions"] == [1]
    before, after = hub.signatory.items(application / "decisions")
    assert asked_by(before) == [(1, "Streng avtale.", "lifted"), (2, "Timelister er ført.", "open")]
    assert asked_by(after) == [(2, "Timelister er ført.", "open")]
    assert (after["cause"], after["amountOre"], after["acceptBy"]) == ("appeal", ap.GRANTED, None)
    grant = grant_of(world, application)
    assert (grant["amountOre"], grant["state"], grant["changes"]) == (ap.GRANTED, "accepted", [])
    lifted = hub.signatory.read(f"/v1/conditions/{before['conditions'][0]['id']}")
    assert (lifted["state"], lifted["liftedBy"]) == ("lifted", after["id"])
    due = [c["id"] for c in county.caseworker.items("/v1/conditions", dueBy=DUE_BY, limit=1000)]
    assert [c["id"] in due for c in before["conditions"]] == [False, True]
    told = letters.of_decision(world, after["id"])
    assert "opphevet" in told and "Streng avtale." in told


def test_a_condition_that_was_met_before_is_told_as_met(world):
    county, hub = world.county, world.hub
    application, appeal = conditional(world)
    one = conditions.of(hub, application)[0]
    county.caseworker.do(conditions.report(hub, one), "confirm")
    appeal = ap.settle(hub, ap.reconsidered(world, hub, appeal, outcome="allowed_in_part"))
    told = letters.of_decision(world, last_answer(appeal)["decisionId"])
    assert "Streng avtale.\\nDet er oppfylt." in told and "Meld fra til oss når et vilkår er oppfylt" in told
    assert "Timelister er ført.\\nDet er oppfylt." not in told


def test_the_board_changes_a_condition(world):
    county, hub = world.county, world.hub
    application, appeal = conditional(world)
    appeal = ap.commented(world, hub, ap.forwarded(world, hub, appeal))
    instead = conditions.condition(text="En enkel avtale.")
    content = ap.board_outcome(world, "allowed_in_part", ap.GRANTED, liftedConditions=[1], conditions=[instead])
    appeal = ap.settle(hub, county.secretary.do(appeal, "enter-outcome", content))
    assert appeal["state"] == "allowed_in_part"
    decision = decision_of(world, application)
    assert asked_by(decision) == [(2, "Timelister er ført.", "open"), (3, "En enkel avtale.", "open")]
    assert decision["body"] == "Klagenemnda"


def met(world, condition):
    return world.county.caseworker.do(conditions.report(world.hub, condition), "confirm")


def waived(world, condition):
    asked = world.county.caseworker.do(condition, "ask-waiver", REASON)
    return world.county.decision_maker.do(asked, "waive")


@pytest.mark.parametrize("settled", [met, waived])
def test_what_was_met_under_protest_or_waived_is_lifted(world, settled):
    county, hub = world.county, world.hub
    application, appeal = conditional(world)
    appeal = ap.commented(world, hub, ap.forwarded(world, hub, appeal))
    was = settled(world, conditions.of(hub, application)[0])
    content = ap.board_outcome(world, "allowed", ap.GRANTED, liftedConditions=[1])
    content.pop("year")
    appeal = ap.settle(hub, county.secretary.do(appeal, "enter-outcome", content))
    after = decision_of(world, application)
    lifted = hub.signatory.read(was.path)
    assert (lifted["state"], lifted["liftedBy"]) == ("lifted", after["id"])
    kept = ("report", "confirmedBy", "waiverReason", "waiverAskedBy", "waivedBy")
    assert [lifted[n] for n in kept] == [was[n] for n in kept]
    assert asked_by(after) == [(2, "Timelister er ført.", "open")]


def test_what_is_waived_while_an_answer_waits_is_lifted_all_the_same(world):
    county, hub = world.county, world.hub
    application, appeal = conditional(world)
    content = ap.reconsideration(world, "allowed", ap.GRANTED, liftedConditions=[1])
    content.pop("year")
    appeal = county.caseworker.do(appeal, "reconsider", content)
    one = waived(world, conditions.of(hub, application)[0])
    ap.settle(hub, appeal)
    assert hub.signatory.read(one.path)["state"] == "lifted"
    content = ap.reconsideration(world, "allowed", ap.GRANTED, liftedConditions=[1])
    again = ap.lodged(world, hub, application)
    county.caseworker.attempt(again, "reconsider", content).refused("condition-settled", 409)


def test_what_the_line_does_not_have_is_refused(world):
    county = world.county
    call = county.call(county.funding_line(ap.GRANTED + 10_000 * KRONE))
    application = world.hub.apply(call, ap.APPLIED)
    application = county.recommend(application, "part_granted", ap.GRANTED)
    content = county.decision(application, "part_granted", ap.GRANTED)
    county.decision_maker_b.do(application, "decide", content)
    appeal = ap.lodged(world, world.hub, application)
    content = ap.reconsideration(world, "allowed_in_part")
    reply = county.caseworker.attempt(appeal, "reconsider", content)
    reply.refused("appropriation-exceeded", 409)


def test_the_difference_is_taken_from_a_later_year(world):
    """As where the year of the grant is over before the appeal is settled."""
    county, hub = world.county, world.hub
    money = [county.appropriation_content(ore, year=world.year + n) for n, ore in enumerate((ap.GRANTED, ap.RAISED))]
    application = hub.apply(county.call(county.funding_line(appropriations=money)), ap.APPLIED)
    application = county.recommend(application, "part_granted", ap.GRANTED)
    content = county.decision(application, "part_granted", ap.GRANTED)
    county.decision_maker_b.do(application, "decide", content)
    grant = hub.accept(county.grant_of(application))
    appeal = ap.lodged(world, hub, application)
    content = ap.reconsideration(world, "allowed_in_part")
    reply = county.caseworker.attempt(appeal, "reconsider", content)
    reply.refused("appropriation-exceeded", 409)
    content["year"] = world.year + 1
    ap.settle(hub, county.caseworker.do(appeal, "reconsider", content))
    raised = hub.signatory.read(grant.path)
    parts = [(part["year"], part["amountOre"]) for part in raised["parts"]]
    assert parts == [(world.year, ap.GRANTED), (world.year + 1, ap.RAISED - ap.GRANTED)]
    claimed(world, raised, 10_000 * KRONE)


def test_what_the_board_sets_lower_keeps_what_is_claimed(world):
    application = ap.accepted(world, world.hub)
    claimed(world, grant_of(world, application), 10_000 * KRONE)
    appeal = ap.forwarded(world, world.hub, ap.lodged(world, world.hub, application))
    appeal = ap.commented(world, world.hub, appeal)
    for amount_ore, code in ((ap.GRANTED, "appeal-not-lower"), (9_000 * KRONE, "grant-claimed")):
        content = ap.board_outcome(world) | {"amountOre": amount_ore}
        reply = world.county.secretary.attempt(appeal, "enter-outcome", content).expect(409, 422)
        assert [c for c, _ in reply.faults] == [code]
    content = ap.board_outcome(world) | {"amountOre": 20_000 * KRONE}
    appeal = world.county.secretary.do(appeal, "enter-outcome", content)
    assert ap.settle(world.hub, appeal)["state"] == "not_allowed"
    grant = grant_of(world, application)
    assert (grant["amountOre"], grant["remainingOre"]) == (20_000 * KRONE, 10_000 * KRONE)
    decision = decision_of(world, application)
    assert (decision["amountOre"], decision["appealBy"]) == (20_000 * KRONE, None)
    told = letters.of_decision(world, decision["id"])
    assert "er satt ned" in told and "Klagen er ikke tatt til følge." in told
    assert "til gunst for dere" not in told and "Godta tilskuddet" not in told


def test_a_new_decision_of_the_county_may_be_appealed_against_again(world):
    appeal = ap.allowed(world, world.hub)
    again = ap.lodged(world, world.hub, application_of(world, appeal))
    assert again["decision"]["number"] == 2


def test_one_set_aside_is_reviewed_and_decided_anew(world):
    county = world.county
    application = ap.rejected(world, world.hub)
    appeal = ap.lodged(world, world.hub, application)
    appeal = ap.settle(world.hub, ap.reconsidered(world, world.hub, appeal, outcome="sent_back"))
    assert appeal["state"] == "sent_back"
    application = county.caseworker.read(application.path)
    assert application["state"] == "in_review"
    recommended = county.recommend(application)
    assert county.decide(recommended)["state"] == "granted"
    decision = decision_of(world, application)
    assert (decision["number"], decision["cause"]) == (2, "appeal")


# ---- the appeals body


def test_what_is_forwarded_may_be_commented_on(world):
    appeal = ap.forwarded(world, world.hub)
    assert appeal["commentBy"] > str(world.today)
    content = {"text": "Uttalelsen nevner ikke timene"}
    appeal = world.hub.signatory.do(world.hub.signatory.read(appeal.path), "comment", content)
    assert world.county.secretary.read(appeal.path)["comment"] == content["text"]
    world.hub.signatory.attempt(appeal, "comment", content).refused("appeal-commented", 409)


def test_nothing_is_entered_of_a_board_elsewhere_while_the_appellant_may_comment(world):
    secretary, appeal = world.county.secretary, ap.forwarded(world, world.hub)
    secretary.attempt(appeal, "enter-outcome", ap.board_outcome(world)).refused("comment-open", 409)
    told = secretary.permitted(appeal)["enter-outcome"]
    assert [r["code"] for r in told["reasons"]] == ["comment-open"]
    ap.answered(world, world.hub, appeal)
    appeal = ap.forwarded(world, world.hub)
    world.database.run(
        "set session_replication_role = replica;"
        " update trinn.appeals set comment_by = trinn.today() - 1 where id = %s", appeal["id"]
    )  # fmt: skip
    secretary.do(secretary.read(appeal.path), "enter-outcome", ap.board_outcome(world))


@pytest.mark.parametrize("outcome", ["not_allowed", "allowed_in_part"])
def test_what_the_board_decided_is_entered_and_confirmed_by_two(world, outcome):
    appeal = ap.answered(world, world.hub, outcome=outcome)
    assert appeal["state"] == "answered"
    secretary = world.county.secretary
    secretary.attempt(appeal, "settle", {"number": 2}).refused("four-eyes", 403)
    appeal = ap.settle(world.hub, appeal, world.county.secretary_b)
    assert appeal["state"] == outcome
    application = application_of(world, appeal)
    decision = decision_of(world, application)
    if outcome == "not_allowed":
        assert decision["number"] == 1
    else:
        assert (decision["body"], decision["resolution"]) == ("Klagenemnda", "KN 3/26")
        assert (decision["appealDeadline"], decision["appealBy"]) == (None, None)
        assert grant_of(world, application)["amountOre"] == ap.RAISED
        again = ap.appeal(world.hub, application)
        world.hub.signatory.post(application / "appeals", again).refused("appeal-final", 409)


def test_what_the_board_did_not_allow_is_not_appealed_against_again(world):
    appeal = ap.settle(world.hub, ap.answered(world, world.hub))
    application = application_of(world, appeal)
    again = ap.appeal(world.hub, application)
    world.hub.signatory.post(application / "appeals", again).refused("appeal-final", 409)


def test_the_board_decides_nothing_before_it_has_the_appeal(world):
    appeal = ap.commented(world, world.hub)
    day_before = str(world.today - datetime.timedelta(1))
    content = ap.board_outcome(world) | {"resolvedOn": day_before}
    reply = world.county.secretary.attempt(appeal, "enter-outcome", content).expect(422)
    assert reply.faults == [("before-forwarded", "#/resolvedOn")]


def test_who_prepared_the_case_enters_nothing_of_the_board(world):
    county = world.county
    caseworker, secretary = world.one_person((county, "caseworker"), (county, "secretary"))
    application = world.hub.apply(applied_ore=ap.APPLIED)
    recommendation = county.recommendation(application, "rejected", 0)
    application = caseworker.do(application, "recommend", recommendation)
    county.decision_maker_b.do(application, "decide", county.decision(application, "rejected", 0))
    appeal = ap.commented(world, world.hub, ap.forwarded(world, world.hub, ap.lodged(world, world.hub, application)))
    reply = secretary.attempt(appeal, "enter-outcome", ap.board_outcome(world))
    reply.refused("four-eyes", 403)


def test_what_the_board_sends_back_with_a_grant_the_county_decides_anew(world):
    appeal = ap.settle(world.hub, ap.answered(world, world.hub, outcome="sent_back"))
    application = application_of(world, appeal)
    assert (appeal["state"], application["state"]) == ("sent_back", "accepted")
    appeal = ap.settle(world.hub, ap.reconsidered(world, world.hub, appeal, outcome="not_allowed"))
    assert appeal["state"] == "not_allowed"
    decision = decision_of(world, application)
    assert (decision["number"], decision["amountOre"]) == (2, ap.GRANTED)
    assert grant_of(world, application)["changes"] == []


def asked_of(person, thing):
    return [t["operationId"] for t in person.items("/v1/tasks", limit=1000) if t["path"] == thing.path]


def test_nothing_of_what_the_board_set_aside_is_paid_until_it_is_decided_anew(world):
    county, hub = world.county, world.hub
    world.ensure_account(hub)
    application = ap.accepted(world, hub)
    grant = grant_of(world, application)
    claim = county.attest(county.review(claimed(world, grant, 1_000 * KRONE)))
    appeal = ap.forwarded(world, hub, ap.lodged(world, hub, application))
    appeal = ap.settle(hub, ap.answered(world, hub, appeal, outcome="sent_back"))
    assert hub.signatory.read(appeal.path)["isStayed"]
    county.releaser.attempt(claim, "release").refused("decision-set-aside", 409)
    assert asked_of(county.releaser, claim) == []
    reply = hub.signatory.post(grant / "claims", hub.claim_content(1_000 * KRONE))
    reply.refused("decision-set-aside", 409)
    appeal = ap.settle(hub, ap.reconsidered(world, hub, appeal, outcome="not_allowed"))
    assert not hub.signatory.read(appeal.path)["isStayed"]
    assert asked_of(county.releaser, claim) == ["releaseClaim"]
    assert county.release(county.releaser.read(claim.path))["state"] == "released"


def test_an_offer_that_the_board_set_aside_is_not_answered(world):
    hub, application = world.hub, ap.part_granted(world, world.hub)
    appeal = ap.forwarded(world, hub, ap.lodged(world, hub, application))
    appeal = ap.settle(hub, ap.answered(world, hub, appeal, outcome="sent_back"))
    grant = grant_of(world, application)
    hub.signatory.attempt(grant, "accept").refused("decision-set-aside", 409)
    assert asked_of(hub.signatory, grant) == []
    reason = {"reason": "Vi rekker det ikke"}
    hub.signatory.attempt(grant, "decline", reason).refused("decision-set-aside", 409)
    ap.settle(hub, ap.reconsidered(world, hub, appeal, outcome="not_allowed"))
    assert asked_of(hub.signatory, grant) == ["acceptGrant"]
    assert hub.accept(grant_of(world, application))["state"] == "accepted"


# ---- a stay


def stayed(world, appeal):
    content = {"outcome": "given"} | ap.GROUNDS
    appeal = world.county.caseworker.do(appeal, "propose-stay", content)
    return ap.settle(world.hub, appeal)


def test_while_a_stay_stands_no_claim_is_released(world):
    county, hub = world.county, world.hub
    world.ensure_account(hub)
    application = ap.accepted(world, hub)
    claim = claimed(world, grant_of(world, application), 1_000 * KRONE)
    claim = county.attest(county.review(claim))
    appeal = ap.lodged(world, hub, application, stayGrounds="Vi vil ikke binde oss")
    assert appeal["stayGrounds"] and not appeal["isStayed"]
    appeal = stayed(world, appeal)
    assert hub.signatory.read(appeal.path)["isStayed"]
    county.releaser.attempt(claim, "release").refused("payment-stayed", 409)
    actions = county.releaser.permitted(claim)
    assert not actions["release"]["permitted"]
    hub.signatory.do(hub.signatory.read(appeal.path), "withdraw")
    assert last_answer(hub.signatory.read(appeal.path))["liftedOn"] == str(world.today)
    assert county.release(county.releaser.read(claim.path))["state"] == "released"


# ---- costs


def test_costs_are_claimed_and_given_by_two(world):
    county, appeal = world.county, ap.costs_claimed(world, world.hub)
    content = {"outcome": "given", "amountOre": 4_000 * KRONE} | ap.GROUNDS
    appeal = county.caseworker.do(appeal, "propose-costs", content)
    appeal = ap.settle(world.hub, appeal)
    answer = last_answer(world.hub.signatory.read(appeal.path))
    assert (answer["kind"], answer["outcome"], answer["amountOre"]) == ("costs", "given", 4_000 * KRONE)


def test_who_did_not_get_its_way_claims_no_costs(world):
    appeal = ap.settle(world.hub, ap.answered(world, world.hub))
    content = {"amountOre": 100} | ap.GROUNDS
    reply = world.hub.signatory.attempt(appeal, "claim-costs", content)
    reply.refused("state-conflict", 409)
