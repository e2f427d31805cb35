"""The county reverses a decision of its own accord (omgjøring, forvaltningsloven § 35): two persons, a ground of the law, a new decision."""

import datetime

import pytest
from support import appeals, coapplicants, grants, hearings, letters, onbehalf, reversals
from support.bodies import REASON, hearing_exemption
from support.disqualifications import declared
from support.parties import KRONE

pytestmark = pytest.mark.usefixtures("sound")
APPLIED, GRANTED, RAISED, LESS = appeals.APPLIED, appeals.GRANTED, appeals.RAISED, reversals.LESS


def decisions_of(person, application):
    return person.items(application / "decisions")


def letter_of(world, decision):
    return letters.of_decision(world, decision["id"])


def propose(world, application, **said):
    return world.county.caseworker.attempt(application, "reversals", reversals.proposal(**said))


def committed(world, application):
    """What stands against the funding line of the case."""
    return world.database.value(
        "select coalesce(sum(p.remaining_ore), 0) from trinn.grant_parts p join trinn.grants g on g.id = p.grant_id"
        " where g.application_id = %s and g.state in ('offered', 'accepted', 'active')",
        application["id"],
    )


def test_a_refusal_is_set_aside_and_the_case_decided_anew(world):
    hub, county = world.hub, world.county
    application = appeals.rejected(world, hub)
    reversal = reversals.decided(world, hub, application, ground="not_detrimental")
    assert (reversal["state"], reversal["isHarmful"]) == ("decided", False)
    first, second = decisions_of(hub.signatory, application)
    assert (second["cause"], second["outcome"], second["replacesId"]) == ("reversal", "annulled", first["id"])
    assert first["reversal"] == {"id": reversal["id"], "decisionId": second["id"], "ground": "not_detrimental"}
    assert second["reversal"] is None and second["appealBy"] and second["grounds"] == reversals.GROUNDS
    told = letter_of(world, second)
    assert "er opphevet" in told and "§ 35 første ledd bokstav a" in told and "Dere kan klage" in told
    application = county.caseworker.read(application.path)
    assert application["state"] == "in_review"
    application = county.recommend(application, "part_granted", GRANTED)
    county.decide(application, "part_granted", GRANTED)
    third = decisions_of(hub.signatory, application)[-1]
    assert (third["cause"], third["replacesId"], third["amountOre"]) == ("reversal", second["id"], GRANTED)
    hub.accept(county.grant_of(application))


def test_what_was_refused_is_granted_and_the_money_with_it(world):
    hub = world.hub
    application = appeals.rejected(world, hub)
    said = {"outcome": "part_granted", "amount_ore": GRANTED, "ground": "not_detrimental"}
    propose(world, application, **said).expect(422)  # without year
    reversals.decided(world, hub, application, year=world.year, **said)
    assert hub.signatory.read(application.path)["state"] == "part_granted"
    assert committed(world, application) == GRANTED
    hub.accept(world.county.grant_of(application))


def test_a_grant_is_raised_and_stays_accepted(world):
    hub = world.hub
    application = appeals.accepted(world, hub)
    said = {"outcome": "part_granted", "amount_ore": RAISED, "ground": "not_detrimental", "year": world.year}
    reversals.decided(world, hub, application, **said)
    grant = world.county.grant_of(application)
    assert (grant["state"], grant["amountOre"]) == ("accepted", RAISED)
    assert [c["cause"] for c in grant["changes"]] == ["reversal"]
    assert decisions_of(hub.signatory, application)[-1]["acceptBy"] is None
    assert hub.signatory.read(application.path)["state"] == "accepted"


def test_an_offer_that_is_changed_has_the_day_of_the_new_decision(world):
    hub, county = world.hub, world.county
    application = appeals.part_granted(world, hub)
    world.database.run(
        "set session_replication_role = replica;"
        " update trinn.grants set accept_by = trinn.today() + 2 where application_id = %s",
        application["id"],
    )
    said = {"outcome": "part_granted", "amount_ore": RAISED, "ground": "not_detrimental", "year": world.year}
    reversals.decided(world, hub, application, **said)
    decision = decisions_of(hub.signatory, application)[-1]
    grant = county.grant_of(application)
    assert decision["acceptBy"] == grant["acceptBy"] > str(world.today + datetime.timedelta(2))
    assert hub.accept(grant)["state"] == "accepted"


def test_what_has_not_reached_the_party_is_changed_without_notice_and_never_posted(world):
    county = world.county
    application = onbehalf.decided(world)
    clerk, deciding = county.caseworker_b, county.decision_maker
    said = reversals.proposal("part_granted", LESS, "not_reached")
    reversal = clerk.make(application / "reversals", said)
    assert not reversal["isHarmful"]
    reversals.decide(world.hub, reversal, deciding)
    letters = clerk.items(application / "letters")
    assert [m["state"] for letter in letters for m in letter["mailings"]] == ["waiting", "dropped"]
    decision = decisions_of(deciding, application)[-1]
    assert (decision["amountOre"], decision["appealBy"]) == (LESS, None)
    noted = {"decisionId": decision["id"], "how": "posted", "onDay": str(world.today)}
    clerk.do(clerk.read(application.path), "note-notice", noted)
    clerk.post(application / "reversals", reversals.proposal(ground="not_reached")).refused("reversal-reached", 409)


def test_to_the_partys_detriment_needs_its_ground_and_notice_first(world):
    hub, county = world.hub, world.county
    application = appeals.accepted(world, hub)
    said = {"outcome": "part_granted", "amount_ore": LESS}
    reply = propose(world, application, ground="not_detrimental", **said).expect(422)
    assert reply.faults == [("reversal-harms", "#/ground")]
    reversal = reversals.proposed(world, hub, application, **said)
    assert reversal["isHarmful"]
    deciding = county.decision_maker
    deciding.attempt(reversal, "decide", {}).refused("reversal-no-notice", 409)
    hearing = hearings.raised(world, hub, application, kind="notice")
    deciding.attempt(reversal, "decide", {}).refused("party-not-heard", 409)
    answered = hub.signatory.do(hub.signatory.read(hearing.path), "answer", {"comment": "Vi har brukt pengene i god tro."})
    deciding.attempt(reversal, "decide", {}).refused("comment-not-weighed", 409)
    county.caseworker.do(county.caseworker.read(answered.path), "weigh", {"weighing": "Vi tar hensyn til det."})
    reversals.decide(hub, reversal)
    assert (county.grant_of(application)["amountOre"], committed(world, application)) == (LESS, LESS)
    decision = decisions_of(hub.signatory, application)[-1]
    told = letter_of(world, decision)
    assert "Vi tar hensyn til det" in told and "ugyldig" in told


@pytest.mark.parametrize("way", ["lapse", "exempt"])
def test_who_says_nothing_is_heard_and_so_is_whom_the_law_excepts(world, way):
    hub, county = world.hub, world.county
    application = appeals.accepted(world, hub)
    reversal = reversals.proposed(world, hub, application, outcome="part_granted", amount_ore=LESS)
    if way == "lapse":
        reversals.notified(world, hub, application)
    else:
        county.caseworker.make(application / "exempt-hearing", hearing_exemption(world, "notice", "known"))
    assert reversals.decide(hub, reversal)["state"] == "decided"


@pytest.mark.parametrize("way", ["notice", "exempt"])
def test_notice_of_an_amendment_that_was_withdrawn_is_none(world, way):
    hub, county = world.hub, world.county
    application = appeals.accepted(world, hub)
    annulment = grants.of_county(world, "annulment", county.grant_of(application))
    if way == "notice":
        reversals.notified(world, hub, application)
    else:
        county.caseworker.make(application / "exempt-hearing", hearing_exemption(world, "notice", "known"))
    county.caseworker.do(annulment, "withdraw", REASON)
    reversal = reversals.proposed(world, hub, application, outcome="part_granted", amount_ore=LESS)
    county.decision_maker.attempt(reversal, "decide", {}).refused("reversal-no-notice", 409)
    reversals.notified(world, hub, application)
    assert reversals.decide(hub, reversal)["state"] == "decided"


def test_an_exemption_is_of_the_reversal_it_was_said_of(world):
    hub, county = world.hub, world.county
    application = appeals.accepted(world, hub)
    first = reversals.proposed(world, hub, application, outcome="part_granted", amount_ore=LESS)
    county.caseworker.make(application / "exempt-hearing", hearing_exemption(world, "notice", "known"))
    county.caseworker.do(first, "withdraw", REASON)
    second = reversals.proposed(world, hub, application, outcome="annulled", amount_ore=0)
    county.decision_maker.attempt(second, "decide", {}).refused("reversal-no-notice", 409)


def test_notice_of_an_earlier_decision_is_none(world):
    hub, county = world.hub, world.county
    application = county.caseworker.do(hub.apply(applied_ore=APPLIED), "take")
    reversals.notified(world, hub, application)
    application = county.recommend(county.caseworker.read(application.path), "part_granted", GRANTED)
    county.decide(application, "part_granted", GRANTED)
    reversal = reversals.proposed(world, hub, application, outcome="part_granted", amount_ore=LESS)
    county.decision_maker.attempt(reversal, "decide", {}).refused("reversal-no-notice", 409)


@pytest.mark.parametrize("outcome, state", [("annulled", "in_review"), ("rejected", "rejected")])
@pytest.mark.parametrize("is_accepted", [True, False])
def test_a_grant_is_taken_back_with_its_money(world, outcome, state, is_accepted):
    hub = world.hub
    application = (appeals.accepted if is_accepted else appeals.part_granted)(world, hub)
    grant = world.county.grant_of(application)
    reversals.decide(hub, reversals.harmful(world, hub, application, outcome, 0))
    grant = hub.signatory.read(grant.path)
    assert (grant["state"], committed(world, application)) == ("annulled", 0)
    assert hub.signatory.read(application.path)["state"] == state
    decision = decisions_of(hub.signatory, application)[-1]
    assert (decision["outcome"], decision["grantId"]) == (outcome, None)
    assert "faller bort" in letter_of(world, decision)


def test_what_is_claimed_is_not_taken_back(world):
    hub = world.hub
    application = appeals.accepted(world, hub)
    world.ensure_account(hub)
    grants.claim(hub, world.county.grant_of(application), LESS)
    for outcome, amount_ore in (("annulled", 0), ("rejected", 0), ("part_granted", LESS - 1)):
        reply = propose(world, application, outcome=outcome, amount_ore=amount_ore).refused("reversal-claimed", 409)
        assert "20\u00a0000" in reply.text
    reversals.decide(hub, reversals.harmful(world, hub, application))
    assert world.county.grant_of(application)["remainingOre"] == 0


def test_conditions_are_added_to_those_of_before(world):
    hub = world.hub
    application = appeals.accepted(world, hub)
    asked = [{"kind": "before_payment", "text": "Regnskapet for 2025 er sendt oss."}]
    said = {"outcome": "part_granted", "amount_ore": GRANTED, "conditions": asked}
    reversal = reversals.harmful(world, hub, application, **said)
    assert reversal["isHarmful"]
    reversals.decide(hub, reversal)
    decision = decisions_of(hub.signatory, application)[-1]
    assert [c["text"] for c in decision["conditions"]] == [asked[0]["text"]]


# ---- who


def test_two_persons_with_the_authority_of_the_decision(world):
    hub, county = world.hub, world.county
    proposer, decider = world.one_person((county, "caseworker"), (county, "decision_maker"))
    application = appeals.rejected(world, hub)
    reversal = proposer.make(application / "reversals", reversals.proposal())
    decider.attempt(reversal, "decide", {}).refused("four-eyes", 403)
    decider.attempt(reversal, "send-back", REASON).refused("four-eyes", 403)
    reversals.decide(hub, reversal)
    large = county.recommend(hub.apply(applied_ore=500_001 * KRONE), "rejected")
    large = county.decide(large, "rejected")
    reversal = reversals.proposed(world, hub, large)
    county.decision_maker.attempt(reversal, "decide", {}).refused("over-authority", 403)
    reply = county.secretary.attempt(reversal, "decide", {}).expect(422)
    assert reply.faults == [("resolution-required", "#/resolution")]
    reversals.decide(hub, reversal, county.secretary, resolution="HU 9/26")
    assert decisions_of(hub.signatory, large)[-1]["body"] == "Hovedutvalget"


def test_the_party_sees_it_when_it_is_decided_and_not_before(world):
    hub = world.hub
    application = appeals.rejected(world, hub)
    reversal = reversals.proposed(world, hub, application)
    hub.signatory.get(reversal.path).expect(404)
    assert hub.signatory.items(application / "reversals") == []
    reversals.decide(hub, reversal)
    assert hub.signatory.read(reversal.path)["newDecisionId"] == decisions_of(hub.signatory, application)[-1]["id"]
    assert len(hub.signatory.items(application / "reversals")) == 1
    world.other_hub.signatory.get(reversal.path).expect(404)


def test_one_waits_at_a_time_and_is_sent_back_or_withdrawn(world):
    hub, county = world.hub, world.county
    application = appeals.rejected(world, hub)
    first = reversals.proposed(world, hub, application)
    propose(world, application).refused("reversal-open", 409)
    assert county.decision_maker.do(first, "send-back", REASON)["reason"] == REASON["reason"]
    second = reversals.proposed(world, hub, application)
    assert county.caseworker.do(second, "withdraw", REASON)["state"] == "withdrawn"
    second = county.decision_maker.read(second.path)
    county.decision_maker.attempt(second, "decide", {}).refused("state-conflict", 409)


def test_the_newest_decision_is_reversed(world):
    """What was proposed of one that was replaced is proposed anew."""
    hub, county = world.hub, world.county
    application = appeals.rejected(world, hub)
    appeal = appeals.lodged(world, hub, application)
    reversal = reversals.proposed(world, hub, application, openAppeal="moot")
    appeals.settle(hub, appeals.reconsidered(world, hub, appeal, outcome="allowed_in_part"))
    county.decision_maker.attempt(reversal, "decide", {}).refused("reversal-replaced", 409)


# ---- by a superior of who decided

SUPERIOR = {"body": "Klagenemnda", "resolution": "KN 9/26"}


def by_superior(world, **said):
    superior = SUPERIOR | {"resolvedOn": str(world.today)}
    return {"ground": "interests", "superior": superior, "outcome": "part_granted", "amount_ore": LESS} | said


def known(world, application, days):
    """As if the decision was made known so many days ago; the next step in the case seals it."""
    world.database.run(
        "set session_replication_role = replica;"
        " update trinn.decisions set released_at = released_at - %s * interval '1 day' where application_id = %s",
        *(days, application["id"]),
    )


def test_the_appeals_body_reverses_for_the_sake_of_others(world):
    hub, county = world.hub, world.county
    application = appeals.accepted(world, hub)
    said = by_superior(world)
    del said["superior"]
    assert propose(world, application, **said).expect(422).faults == [("required", "#/superior")]
    reversal = reversals.proposed(world, hub, application, **by_superior(world))
    assert reversal["superior"]["body"] == "Klagenemnda" and reversal["isHarmful"]
    county.decision_maker.attempt(reversal, "decide", {}).refused("reversal-no-notice", 409)
    county.caseworker.make(application / "exempt-hearing", hearing_exemption(world, "notice", "known"))
    county.decision_maker.attempt(reversal, "decide", {}).refused("reversal-no-notice", 409)
    reversals.notified(world, hub, application)
    reversals.decide(hub, reversal)
    decision = decisions_of(hub.signatory, application)[-1]
    assert (decision["body"], decision["resolution"]) == ("Klagenemnda", "KN 9/26")
    assert "Klagenemnda har gjort om vedtaket (forvaltningsloven § 35 tredje ledd)" in letter_of(world, decision)


def test_it_does_so_above_the_authority_of_who_enters_it(world):
    hub, county = world.hub, world.county
    large = county.recommend(hub.apply(applied_ore=500_001 * KRONE), "rejected")
    large = county.decide(large, "rejected")
    said = by_superior(world, ground="invalid", outcome="annulled", amount_ore=0)
    reversal = reversals.proposed(world, hub, large, **said)
    reply = county.decision_maker.attempt(reversal, "decide", {"resolution": "HU 1"}).expect(422)
    assert reply.faults == [("resolution-not-asked", "#/resolution")]
    reversals.decide(hub, reversal)
    assert decisions_of(hub.signatory, large)[-1]["body"] == "Klagenemnda"


def test_after_three_weeks_without_notice_and_three_months_it_is_too_late(world):
    hub, county = world.hub, world.county
    application = appeals.accepted(world, hub)
    known(world, application, 22)
    propose(world, application, **by_superior(world)).refused("reversal-notice-late", 409)
    reversals.proposed(world, hub, application, **by_superior(world, ground="invalid"))
    application = appeals.accepted(world, hub)
    reversal = reversals.proposed(world, hub, application, **by_superior(world))
    reversals.notified(world, hub, application)
    known(world, application, 93)
    reply = county.decision_maker.attempt(reversal, "decide", {})
    assert {code for code, _ in reply.expect(409).faults} == {"reversal-notice-late", "reversal-late"}
    county.decision_maker.do(reversal, "send-back", REASON)


# ---- an appeal that is open


def test_an_appeal_has_no_object_where_all_that_was_asked_is_given(world):
    hub = world.hub
    application = appeals.accepted(world, hub)
    appeal = appeals.lodged(world, hub, application, askedOre=RAISED)
    said = {"outcome": "part_granted", "ground": "not_detrimental", "year": world.year}
    reply = propose(world, application, amount_ore=RAISED, **said).expect(422)
    assert reply.faults == [("reversal-appeal", "#/openAppeal")]
    reply = propose(world, application, amount_ore=RAISED - 1, openAppeal="moot", **said).expect(422)
    assert reply.faults == [("reversal-not-moot", "#/openAppeal")]
    reversals.decided(world, hub, application, amount_ore=RAISED, openAppeal="moot", **said)
    appeal = hub.signatory.read(appeal.path)
    assert (appeal["state"], appeal["settledOn"]) == ("moot", str(world.today))
    assert "faller bort med dette vedtaket" in letter_of(world, decisions_of(hub.signatory, application)[-1])


def test_of_several_appeals_the_one_that_asks_for_most_is_weighed(world):
    """Whichever was lodged first: none has lost its object while one gets less than it asked for."""
    hub, firm = world.hub, world.firm
    application = coapplicants.decided(hub, firm)
    part = coapplicants.partner_of(firm.signatory, application)
    granted = appeals.newest_decision(hub.signatory, application)["amountOre"]
    less, more = granted + 100 * KRONE, granted + 200 * KRONE
    first = appeals.lodged(world, hub, application, askedOre=less)
    second = firm.signatory.make(part / "appeals", appeals.appeal(hub, application, askedOre=more))
    said = {"outcome": "part_granted", "ground": "not_detrimental", "year": world.year}
    reply = propose(world, application, amount_ore=less, openAppeal="moot", **said).expect(422)
    assert reply.faults == [("reversal-not-moot", "#/openAppeal")]
    reversals.decided(world, hub, application, amount_ore=more, openAppeal="moot", **said)
    assert [hub.signatory.read(a.path)["state"] for a in (first, second)] == ["moot", "moot"]


def test_who_got_its_way_by_a_reversal_has_the_costs_of_its_appeal_covered(world):
    hub, county = world.hub, world.county
    said = {"outcome": "part_granted", "amount_ore": RAISED, "year": world.year, "openAppeal": "moot"}
    application = appeals.accepted(world, hub)
    appeal = appeals.lodged(world, hub, application, askedOre=RAISED)
    reversals.decided(world, hub, application, ground="not_detrimental", **said)
    claim = {"amountOre": 5_000 * KRONE} | appeals.GROUNDS
    appeal = hub.signatory.do(hub.signatory.read(appeal.path), "claim-costs", claim)
    given = {"outcome": "given", "amountOre": 5_000 * KRONE} | appeals.GROUNDS
    appeal = county.caseworker.do(county.caseworker.read(appeal.path), "propose-costs", given)
    assert appeals.settle(hub, appeal)["state"] == "moot"
    application = appeals.accepted(world, hub)
    appeal = appeals.lodged(world, hub, application)
    reversals.decide(hub, reversals.harmful(world, hub, application, "annulled", 0, openAppeal="moot"))
    hub.signatory.attempt(hub.signatory.read(appeal.path), "claim-costs", claim).refused("costs-not-won", 409)


def test_what_one_proposed_who_is_disqualified_since_is_sent_back(world):
    hub, county = world.hub, world.county
    application = appeals.rejected(world, hub)
    reversal = reversals.proposed(world, hub, application)
    declared(county.caseworker, application)
    county.decision_maker.attempt(reversal, "decide", {}).refused("preparer-disqualified", 409)
    assert reversal.path in [
        t["path"] for t in county.decision_maker.items("/v1/tasks") if t["operationId"] == "sendBackReversal"
    ]
    county.decision_maker.do(reversal, "send-back", REASON)


def test_an_appeal_goes_on_against_the_new_decision(world):
    hub = world.hub
    application = appeals.accepted(world, hub)
    appeal = appeals.lodged(world, hub, application)
    said = {"outcome": "part_granted", "amount_ore": RAISED, "ground": "not_detrimental", "year": world.year}
    reversals.decided(world, hub, application, openAppeal="goes_on", **said)
    newest = decisions_of(hub.signatory, application)[-1]
    appeal = hub.signatory.read(appeal.path)
    assert (appeal["state"], appeal["decision"]["id"]) == ("lodged", newest["id"])
    world.county.caseworker_b.do(
        world.county.caseworker_b.read(appeal.path), "reconsider", appeals.reconsideration(world, "allowed", APPLIED)
    )


def test_what_is_decided_anew_leaves_no_appeal(world):
    hub = world.hub
    application = appeals.rejected(world, hub)
    appeal = appeals.lodged(world, hub, application)
    reply = propose(world, application, openAppeal="goes_on").expect(422)
    assert reply.faults == [("reversal-moot", "#/openAppeal")]
    reversals.decided(world, hub, application, openAppeal="moot")
    assert hub.signatory.read(appeal.path)["state"] == "moot"


def test_where_none_is_open_nothing_is_said_of_one(world):
    application = appeals.rejected(world, world.hub)
    reply = propose(world, application, openAppeal="moot").expect(422)
    assert reply.faults == [("reversal-member", "#/openAppeal")]


# ---- what it is of


@pytest.mark.parametrize("outcome", ["ineligible", "dismissed"])
def test_what_was_not_considered_is_decided_anew(world, outcome):
    hub = world.hub
    application = appeals.decided(world, hub, outcome, 0)
    said = {"outcome": "part_granted", "amount_ore": GRANTED, "ground": "not_detrimental", "year": world.year}
    propose(world, application, **said).refused("reversal-unconsidered", 409)
    reversals.decided(world, hub, application)
    assert hub.signatory.read(application.path)["state"] == "in_review"


def test_where_the_law_is_another_it_is_named(world):
    application = appeals.rejected(world, world.hub)
    reply = propose(world, application, ground="other_law").expect(422)
    assert reply.faults == [("required", "#/provision")]
    reply = propose(world, application, provision="Tilskuddsbrevet punkt 4").expect(422)
    assert reply.faults == [("reversal-member", "#/provision")]
    provision = {"ground": "reserved", "provision": "vilkår 4 i vedtaket"}
    reversals.decided(world, world.hub, application, **provision)
    assert "vilkår 4 i vedtaket" in letter_of(world, decisions_of(world.hub.signatory, application)[-1])


def test_what_changes_nothing_is_no_reversal(world):
    application = appeals.accepted(world, world.hub)
    said = {"outcome": "part_granted", "amount_ore": GRANTED}
    assert propose(world, application, **said).expect(422).faults == [("reversal-same", "#/outcome")]


def test_there_is_nothing_to_reverse_before_a_decision_is_made_known(world):
    application = world.recommended()
    propose(world, application).refused("state-conflict", 409)
    held = world.county.hold(application)
    assert propose(world, held).expect(409).faults == [("reversal-of-held", "#/ground")]


def test_it_waits_for_notice_and_then_for_who_decides(world):
    hub, county = world.hub, world.county
    application = appeals.accepted(world, hub)
    reversal = reversals.proposed(world, hub, application, outcome="part_granted", amount_ore=LESS)

    def waits(person, operation):
        return [t["path"] for t in person.items("/v1/tasks") if t["operationId"] == operation]

    assert application.path in waits(county.caseworker, "hearParty")
    assert reversal.path not in waits(county.decision_maker, "decideReversal")
    reversals.notified(world, hub, application)
    assert reversal.path in waits(county.decision_maker, "decideReversal")
    assert application.path not in waits(county.caseworker, "hearParty")
    reversals.decide(hub, reversal)
    assert reversal.path not in waits(county.decision_maker, "decideReversal")
