"""What a meeting resolved and the decision that follows it."""

from support import appeals as ap
from support import conditions
from support import meetings as m
from support.bodies import REASON
from support.disqualifications import declared
from support.meetings import delegated
from support.parties import KRONE, fresh

LARGE = 800_000 * KRONE


def recommended(world, applied_ore=LARGE):
    _, call = delegated(world)
    return world.recommended(call=call, applied_ore=applied_ore)


def entered(world, application, item, outcome="granted", amount_ore=None, **changes):
    content = world.county.decision(application, outcome, amount_ore)
    content |= {"meetingItemId": item["id"], "grounds": m.GROUNDS} | changes
    return world.county.secretary.attempt(application, "decide", content)


def test_a_secretary_enters_what_the_body_that_decides_resolved(world):
    county, application = world.county, recommended(world)
    body, _ = delegated(world)
    content = county.decision(application) | {"resolution": "HU 12/26"}
    reply = county.secretary.attempt(application, "decide", content)
    reply.refused("meeting-required", 409)
    amount = 600_000 * KRONE
    item = m.resolved(world, application, body, "part_granted", amount)
    entered(world, application, item).refused("resolved-otherwise", 409)
    reply = entered(world, application, item, "part_granted", amount, meetingItemId="999999")
    assert ("unknown-reference", "#/meetingItemId") in reply.expect(422).faults
    entered(world, application, item, "part_granted", amount).expect(200)
    (decision,) = county.caseworker.items(application / "decisions")
    assert decision["meetingItemId"] == item["id"]
    assert (decision["body"], decision["resolution"]) == (body["name"], "sak 1 i møte 1/%d" % world.year)


def test_the_grounds_are_those_that_were_voted_on(world):
    county, application = world.county, recommended(world)
    item = m.resolved(world, application, delegated(world)[0])
    reply = entered(world, application, item, grounds="Helt annen begrunnelse")
    assert reply.refused("resolved-grounds", 409).faults == [("resolved-grounds", "#/grounds")]
    content = county.decision(application) | {"meetingItemId": item["id"]}
    del content["grounds"]
    county.secretary.do(application, "decide", content)
    (decision,) = county.caseworker.items(application / "decisions")
    assert decision["grounds"] == m.GROUNDS


def test_who_decides_without_a_meeting_gives_grounds(world):
    county, application = world.county, world.recommended()
    content = county.decision(application)
    del content["grounds"]
    reply = county.decision_maker.attempt(application, "decide", content).expect(422)
    assert reply.faults == [("required", "#/grounds")]


def on_conditions(world, *texts):
    """A case that is recommended on these."""
    county, call = world.county, delegated(world)[1]
    application = world.hub.apply(call=call, applied_ore=LARGE)
    content = county.recommendation(application)
    content["conditions"] = [conditions.condition(text=text) for text in texts]
    return county.caseworker.do(application, "recommend", content)


def test_the_decision_has_the_conditions_that_were_voted_on(world):
    county, application = world.county, on_conditions(world, "Lån fra banken.")
    meeting = m.opened(world, application, body=delegated(world)[0])
    (agenda,) = county.steering_member.items(meeting / "agendas")
    (asked,) = agenda["items"][0]["content"]["recommendation"]["conditions"]
    assert asked["text"] == "Lån fra banken."
    meeting = m.resolve(world, meeting)
    assert meeting["items"][0]["proposals"][0]["conditions"] == [asked]
    meeting = m.approved(world, m.written(world, m.closed(world, meeting)))
    (minutes,) = county.steering_member.items(meeting / "minutes")
    assert "Vilkår: Lån fra banken." in minutes["content"]["text"]["nb"]
    (item,) = meeting["items"]
    for other in ([], [asked, asked], [asked | {"text": "Lån fra en bank."}]):
        reply = entered(world, application, item, conditions=other).refused("resolved-conditions", 409)
        assert reply.faults == [("resolved-conditions", "#/conditions")]
    entered(world, application, item).expect(200)
    (decision,) = county.caseworker.items(application / "decisions")
    assert [c["text"] for c in decision["conditions"]] == ["Lån fra banken."]


def test_a_proposal_may_have_conditions_of_its_own(world):
    application, (body, _) = on_conditions(world, "Lån fra banken."), delegated(world)
    own = [conditions.condition(text="Rapport hvert kvartal.")]
    meeting = m.opened(world, application, body=body)
    reply = world.county.secretary.attempt(
        meeting, "propose-outcome", m.outcome(world, meeting, of="rejected", conditions=own)
    )
    assert reply.expect(422).faults == [("conditions-not-allowed", "#/conditions")]
    meeting = m.ended(world, m.voted(world, m.voting(world, m.proposed(world, meeting, conditions=own))))
    (item,) = m.approved(world, m.written(world, m.closed(world, meeting)))["items"]
    entered(world, application, item).expect(200)
    (decision,) = world.county.caseworker.items(application / "decisions")
    assert [c["text"] for c in decision["conditions"]] == ["Rapport hvert kvartal."]


def test_other_conditions_than_a_body_recommends_are_a_departure(world):
    county, application = world.county, world.recommended()
    m.resolved(world, application)
    content = county.decision(application, conditions=[conditions.condition()])
    reply = county.decision_maker.attempt(application, "decide", content).expect(422)
    assert reply.faults == [("departure-grounds", "#/departureGrounds")]
    content["departureGrounds"] = "Banken har ikke svart ennå"
    county.decision_maker.do(application, "decide", content)


def test_what_a_body_decided_nobody_else_decides(world):
    county, application = world.county, recommended(world, 75_000 * KRONE)
    body, _ = delegated(world)
    m.resolved(world, application, body)
    content = county.decision(application)
    reply = county.decision_maker.attempt(application, "decide", content)
    reply.refused("body-decided", 409)


def test_above_its_limit_a_body_recommends_and_the_committee_of_the_line_decides(world):
    county, application = world.county, recommended(world, 3_000_000 * KRONE)
    body, _ = delegated(world)
    item = m.resolved(world, application, body)
    assert waits(county.secretary, "decideApplication", application)
    reply = entered(world, application, item).expect(422)
    assert reply.faults == [("resolution-required", "#/resolution")]
    other = {"outcome": "part_granted", "amountOre": 2_500_000 * KRONE, "resolution": "HU 2/26"}
    reply = entered(world, application, item, **other).expect(422)
    assert reply.faults == [("departure-grounds", "#/departureGrounds")]
    entered(world, application, item, resolution="HU 2/26").expect(200)
    (decision,) = county.caseworker.items(application / "decisions")
    assert (decision["body"], decision["resolution"]) == ("Hovedutvalget", "HU 2/26")
    assert decision["meetingItemId"] == item["id"]


def test_whatever_the_amount_somebody_decides(world):
    """The director to 500 000, a meeting of the body to two million, and the committee of the line any amount."""
    county = world.county
    body, call = delegated(world)

    for amount, who in {
        500_000: county.decision_maker,
        500_001: None,
        2_000_000: None,
        2_000_001: county.secretary,
        9_000_000: county.secretary,
    }.items():
        application = world.recommended(call=call, applied_ore=amount * KRONE)
        content = county.decision(application)
        for person, said in ((county.decision_maker, {}), (county.secretary, {"resolution": "HU 2/26"})):
            reply = person.attempt(application, "decide", content | said, dryRun="true")
            assert (reply.status == 204) == (person is who), (amount, reply)
        if who is None:
            item = m.resolved(world, application, body)
            entered(world, application, item).expect(200)


def test_a_committee_that_is_registered_takes_the_place_of_its_row(world):
    """It decides by its delegation alone."""
    county, name = world.county, fresh("Utvalget")
    line = county.funding_line(authorities=[{"role": "secretary", "body": name.upper()}])
    body = m.body(world, kind="committee", name=name)
    m.delegate(world, body, line)
    application = world.recommended(call=county.call(line), applied_ore=LARGE)
    content = county.decision(application) | {"resolution": "HU 2/26"}
    county.secretary.attempt(application, "decide", content).refused("meeting-required", 409)
    large = world.recommended(call=county.call(line), applied_ore=3_000_000 * KRONE)
    content = county.decision(large) | {"resolution": "HU 2/26"}
    county.secretary.attempt(large, "decide", content).refused("over-authority", 403)


def test_nobody_decides_what_a_meeting_has_before_it(world):
    """On its agenda, voted on, or in minutes that nobody has approved."""
    county, application = world.county, world.recommended()
    content = county.decision(application)

    def refused():
        reply = county.decision_maker.attempt(application, "decide", content)
        reply.refused("meeting-has-case", 409)

    meeting = m.opened(world, application)
    refused()
    meeting = m.written(world, m.closed(world, m.resolve(world, meeting)))
    refused()
    m.approved(world, meeting)
    county.decision_maker.do(application, "decide", content)


def test_a_case_that_was_postponed_may_be_decided_or_put_before_another_meeting(world):
    county, application = world.county, world.recommended()
    m.closed(world, m.opened(world, application))
    m.put(world, m.planned(world), application)
    other = world.recommended()
    m.closed(world, m.opened(world, other))
    county.decision_maker.do(other, "decide", county.decision(other))


def test_whoever_departs_from_what_a_body_recommends_gives_grounds(world):
    county, application = world.county, world.recommended()
    item = m.resolved(world, application, of="rejected")
    content = county.decision(application)
    reply = county.decision_maker.attempt(application, "decide", content).expect(422)
    assert reply.faults == [("departure-grounds", "#/departureGrounds")]
    grounds = {"departureGrounds": "Søkeren har rettet det gruppen pekte på"}
    county.decision_maker.do(application, "decide", content | grounds)
    (decision,) = county.caseworker.items(application / "decisions")
    assert decision["meetingItemId"] == item["id"]
    assert decision["departureGrounds"] == grounds["departureGrounds"]


def test_nothing_is_said_of_a_body_that_did_not_meet_on_the_case(world):
    county, application = world.county, world.recommended()
    item = m.resolved(world, world.recommended())
    said = {"meetingItemId": item["id"], "resolution": "HU 2/26", "departureGrounds": "Avvik"}
    content = county.decision(application) | said
    reply = county.decision_maker.attempt(application, "decide", content).expect(422)
    assert set(reply.faults) == {
        ("unknown-reference", "#/meetingItemId"),
        ("no-departure", "#/departureGrounds"),
        ("resolution-not-asked", "#/resolution"),
    }
    county.decision_maker.do(application, "decide", county.decision(application))


def test_what_a_body_said_of_a_case_as_it_was_does_not_bind_what_became_of_it(world):
    county, application = world.county, world.recommended()
    m.resolved(world, application, of="rejected")
    back = county.decision_maker.do(application, "send-back", {"reason": "Se på kostnadene"})
    application = county.recommend(back)
    county.decision_maker.do(application, "decide", county.decision(application))


def test_what_a_body_has_decided_nobody_undoes_by_sending_it_back(world):
    """But where whoever recommended it is disqualified since."""
    county, application = world.county, recommended(world)
    body, _ = delegated(world)
    meeting = m.closed(world, m.resolve(world, m.opened(world, application, body=body)))
    county.secretary.attempt(application, "send-back", REASON).refused("resolution-stands", 409)
    m.approved(world, m.written(world, meeting))
    county.secretary.attempt(application, "send-back", REASON).refused("resolution-stands", 409)
    county.decision_maker.attempt(application, "send-back", REASON).refused("resolution-stands", 409)
    declared(county.caseworker, application)
    assert county.secretary.do(application, "send-back", REASON)["state"] == "in_review"


def test_what_one_recommended_who_is_disqualified_since_is_not_voted_on(world):
    county, application = world.county, recommended(world)
    meeting = m.proposed(world, m.opened(world, application, body=delegated(world)[0]))
    declared(county.caseworker, application)
    content = {"proposalId": m.newest(meeting)}
    county.secretary.attempt(meeting, "put-to-vote", content).refused("preparer-disqualified", 409)


# ---- an appeal


def decided_by_body(world):
    """What the body resolved is entered by the first secretary."""
    application = recommended(world, 75_000 * KRONE)
    item = m.resolved(world, application, delegated(world)[0], "part_granted", ap.GRANTED)
    entered(world, application, item, "part_granted", ap.GRANTED).expect(200)
    return world.hub.signatory.read(application.path)


def appealed(world):
    """With an answer proposed."""
    appeal = ap.lodged(world, world.hub, decided_by_body(world))
    return ap.reconsidered(world, world.hub, appeal, outcome="allowed_in_part")


def put_appeal(world, appeal, meeting=None):
    meeting = meeting or m.planned(world, delegated(world)[0])
    return world.county.secretary.attempt(meeting, "put-on-agenda", {"appealId": appeal["id"]})


def opened_on(world, appeal):
    county, meeting = world.county, m.planned(world, delegated(world)[0])
    put_appeal(world, appeal, meeting).expect(200)
    meeting = county.secretary.do(county.secretary.read(meeting.path), "send-agenda")
    return county.secretary.do(meeting, "open", m.opening(world))


def resolved_on(world, appeal, of="allowed_in_part", amount_ore=ap.RAISED):
    meeting = m.resolve(world, opened_on(world, appeal), of=of, amount_ore=amount_ore)
    return m.approved(world, m.written(world, m.closed(world, meeting)))


def settled(person, appeal, **changes):
    appeal = person.read(appeal.path)
    return person.attempt(appeal, "settle", ap.newest_answer(appeal) | changes)


def test_what_a_meeting_decides_is_not_changed_on_an_appeal_without_one(world):
    """By nobody of what a body decided, and by its secretary of nothing; either is forwarded to the appeals body."""
    county, appeal = world.county, appealed(world)
    county.decision_maker.attempt(appeal, "settle", {"number": 1}).refused("appeal-for-meeting", 409)
    entry = {"number": 1, "resolution": "HU 1/26"}
    county.secretary_b.attempt(appeal, "settle", entry).refused("appeal-for-meeting", 409)
    assert not county.decision_maker.permitted(appeal)["settle"]["permitted"]
    appeal = county.decision_maker.do(appeal, "send-back", {"number": 1} | REASON)
    assert ap.forwarded(world, world.hub, appeal)["state"] == "forwarded"


def test_the_body_that_decided_reconsiders_in_a_meeting(world):
    county, appeal = world.county, appealed(world)
    assert waits(county.secretary_b, None, appeal)
    assert not waits(county.decision_maker, "settleAppeal", appeal)
    meeting = opened_on(world, appeal)
    assert not waits(county.secretary_b, None, appeal)
    (item,) = meeting["items"]
    assert (item["kind"], item["appealId"], item["mayDecide"]) == ("appeal", appeal["id"], True)
    (agenda,) = county.steering_member.items(meeting / "agendas")
    sent = agenda["items"][0]["content"]
    assert (sent["recommendation"], sent["appeal"]["asked"]) == (None, "Hele beløpet")
    assert sent["appeal"]["decision"]["amountOre"] == ap.GRANTED
    assert sent["appeal"]["decision"]["resolution"].startswith("sak 1 i møte ")
    assert sent["appeal"]["proposal"]["amountOre"] == ap.RAISED
    settled(county.secretary_b, appeal).refused("meeting-has-case", 409)
    content = m.outcome(world, meeting, of="allowed_in_part", amount_ore=75_000 * KRONE)
    reply = county.secretary.attempt(meeting, "propose-outcome", content).expect(422)
    assert ("appeal-not-part", "#/amountOre") in reply.faults
    meeting = m.closed(world, m.resolve(world, meeting, of="allowed_in_part", amount_ore=ap.RAISED))
    settled(county.secretary_b, appeal).refused("meeting-has-case", 409)
    meeting = m.approved(world, m.written(world, meeting))
    (minutes,) = county.steering_member.items(meeting / "minutes")
    for words in (", klage", "Klagen gjelder: Hele beløpet", "Innstilling: delvis tatt til følge, 50"):
        assert words in minutes["content"]["text"]["nb"], words
    assert waits(county.secretary_b, "settleAppeal", appeal)
    assert not waits(county.decision_maker, "settleAppeal", appeal)
    settled(county.decision_maker, appeal).refused("body-decided", 409)
    settled(county.secretary_b, appeal).expect(200)
    told = county.caseworker.read(appeal.path)
    assert (told["state"], told["answers"][-1]["meetingItemId"]) == ("allowed_in_part", item["id"])
    first, second = county.caseworker.items(f"/v1/applications/{appeal['application']['id']}/decisions")
    assert (second["body"], second["amountOre"]) == (first["body"], ap.RAISED)
    assert second["resolution"] == f"sak 1 i møte {meeting['number']}/{meeting['year']}"
    assert second["meetingItemId"] == item["id"]
    assert second["grounds"] == told["answers"][-1]["grounds"] == m.GROUNDS, "those that were voted on"
    world.assert_sound()


def test_a_body_that_reconsiders_lifts_the_conditions_that_it_was_told_of(world):
    county, hub = world.county, world.hub
    application = on_conditions(world, "Streng avtale.")
    item = m.resolved(world, application, delegated(world)[0], "part_granted", ap.GRANTED)
    entered(world, application, item, "part_granted", ap.GRANTED).expect(200)
    appeal = ap.lodged(world, hub, hub.signatory.read(application.path), asked="Vilkåret bort")
    lifting = {"outcome": "allowed", "amount_ore": ap.GRANTED, "liftedConditions": [1]}
    appeal = ap.reconsidered(world, hub, appeal, **lifting)
    meeting = opened_on(world, appeal)
    (agenda,) = county.steering_member.items(meeting / "agendas")
    sent = agenda["items"][0]["content"]["appeal"]
    assert [c["text"] for c in sent["decision"]["conditions"]] == ["Streng avtale."]
    assert (sent["proposal"]["liftedConditions"], sent["proposal"]["conditions"]) == ([1], [])
    meeting = m.resolve(world, meeting, of="allowed", amount_ore=ap.GRANTED)
    meeting = m.approved(world, m.written(world, m.closed(world, meeting)))
    (minutes,) = county.steering_member.items(meeting / "minutes")
    assert "Vilkår som oppheves: 1" in minutes["content"]["text"]["nb"]
    appeal = county.secretary_b.read(appeal.path)
    appeal = county.secretary_b.do(appeal, "send-back", ap.newest_answer(appeal) | REASON)
    content = ap.reconsideration(world, "allowed", ap.GRANTED, conditions=[conditions.condition()])
    reply = county.caseworker.attempt(appeal, "reconsider", content | {"liftedConditions": [1]})
    reply.refused("appeal-terms-sent", 409)
    own = ap.reconsideration(world, **lifting)
    told = county.caseworker.attempt(appeal, "reconsider", own)
    assert told.refused("resolved-grounds", 409).faults == [("resolved-grounds", "#/grounds")]
    del own["grounds"]  # those that were voted on
    county.caseworker.do(appeal, "reconsider", own)
    settled(county.secretary_b, appeal).expect(200)
    decision = ap.newest_decision(hub.signatory, application)
    assert (decision["amountOre"], decision["conditions"]) == (ap.GRANTED, [])
    world.assert_sound()


def test_whoever_enters_what_a_body_resolved_has_not_decided_it(world):
    """So that a county with one secretary can answer the appeal too."""
    county, appeal = world.county, appealed(world)
    assert waits(county.secretary, None, appeal)
    resolved_on(world, appeal)
    assert county.secretary.permitted(county.secretary.read(appeal.path))["settle"]["permitted"]
    assert waits(county.secretary, "settleAppeal", appeal)
    settled(county.secretary, appeal).expect(200)
    assert county.caseworker.read(appeal.path)["state"] == "allowed_in_part"


def test_what_the_meeting_resolved_is_what_is_answered(world):
    """Where it was another answer than proposed, that is proposed anew."""
    county, appeal = world.county, appealed(world)
    resolved_on(world, appeal, "forwarded", 0)
    settled(county.secretary_b, appeal).refused("resolved-otherwise", 409)
    assert waits(county.secretary_b, "sendBackAppeal", appeal)
    appeal = county.secretary_b.read(appeal.path)
    appeal = county.secretary_b.do(appeal, "send-back", ap.newest_answer(appeal) | REASON)
    content = ap.reconsideration(world, "allowed_in_part")
    county.caseworker.attempt(appeal, "reconsider", content).refused("resolved-otherwise", 409)
    ap.reconsidered(world, world.hub, appeal, grounds=m.GROUNDS)
    settled(county.decision_maker, appeal).refused("body-decided", 409)
    settled(county.secretary_b, appeal).expect(200)
    assert county.caseworker.read(appeal.path)["state"] == "forwarded"


def test_an_appeal_is_put_before_the_body_that_decided_once_and_when_it_is_prepared(world):
    county, other = world.county, m.planned(world)
    lodged = ap.lodged(world, world.hub, decided_by_body(world))
    put_appeal(world, lodged).refused("not-reconsidered", 409)
    appeal = ap.reconsidered(world, world.hub, lodged, outcome="allowed_in_part")
    put_appeal(world, appeal, other).refused("appeal-of-others", 409)
    both = {"appealId": appeal["id"], "applicationId": appeal["application"]["id"]}
    reply = county.secretary.attempt(other, "put-on-agenda", both).expect(422)
    assert reply.faults == [("item-once", "#/applicationId")]
    put_appeal(world, appeal).expect(200)
    put_appeal(world, appeal).refused("before-a-meeting", 409)
    reply = put_appeal(world, {"id": "999999"}).expect(422)
    assert reply.faults == [("unknown-reference", "#/appealId")]


def test_who_prepared_the_answer_does_not_vote_on_it(world):
    county, appeal = world.county, ap.lodged(world, world.hub, decided_by_body(world))
    caseworker, _ = world.one_person((county, "caseworker"), (county, "steering_member"))
    members = m.usual_members(world) + [m.seat(world, caseworker)]
    body = delegated(world)[0]["id"]
    county.set_up(f"/v1/bodies/{body}/members", {"resolution": "FT 4/26", "members": members})
    appeal = caseworker.do(appeal, "reconsider", ap.reconsideration(world, "allowed_in_part"))
    (item,) = opened_on(world, appeal)["items"]
    assert [(o["person"]["id"], o["why"]) for o in item["out"]] == [(caseworker.person, "prepared")]
    county.set_up(f"/v1/bodies/{body}/members", m.new_members(world))


def test_an_appeal_that_changed_since_it_was_sent_is_not_voted_on(world):
    county, appeal = world.county, appealed(world)
    meeting = m.proposed(world, opened_on(world, appeal), of="allowed_in_part", amount_ore=ap.RAISED)
    county.decision_maker.do(county.decision_maker.read(appeal.path), "send-back", {"number": 1} | REASON)
    content = {"proposalId": m.newest(meeting)}
    county.secretary.attempt(meeting, "put-to-vote", content).refused("case-changed", 409)


def test_a_vote_on_an_appeal_that_changed_meanwhile_comes_to_nothing(world):
    county, appeal = world.county, appealed(world)
    meeting = m.proposed(world, opened_on(world, appeal), of="allowed_in_part", amount_ore=ap.RAISED)
    meeting = m.voted(world, m.voting(world, meeting))
    read = county.decision_maker.read(appeal.path)
    county.decision_maker.attempt(read, "send-back", {"number": 1} | REASON).refused("voted-on", 409)
    signatory = world.hub.signatory
    signatory.do(signatory.read(appeal.path), "withdraw")
    content = {"proposalId": m.newest(meeting)}
    county.secretary.attempt(meeting, "end-vote", content).refused("case-changed", 409)
    county.secretary.do(meeting, "abandon-vote", content | REASON)


# ---- what waits for whom


def waits(person, operation, thing):
    tasks = [t for t in person.items("/v1/tasks", limit=1000) if t["path"] == thing.path]
    return [t for t in tasks if t["operationId"] == operation]


def awaiting(person):
    return {a["id"] for a in person.items("/v1/applications?awaitsMeeting=true", limit=1000)}


def test_what_a_body_decides_waits_for_its_secretary_until_a_meeting_has_it(world):
    county, (body, _) = world.county, delegated(world)
    application, small = recommended(world), recommended(world, 75_000 * KRONE)
    (task,) = waits(county.secretary, None, application)
    assert task["reference"] == application["caseNumber"] and task["dueOn"] and task["dueRule"]
    assert not waits(county.decision_maker, None, application)
    assert not waits(county.secretary, None, small)
    assert application["id"] in awaiting(county.caseworker)
    assert small["id"] not in awaiting(county.caseworker)
    assert not awaiting(world.hub.signatory)
    meeting = m.put(world, m.planned(world, body), application)
    assert not waits(county.secretary, None, application)
    assert application["id"] not in awaiting(county.caseworker)
    meeting = county.secretary.do(meeting, "send-agenda")
    m.closed(world, county.secretary.do(meeting, "open", m.opening(world)))
    assert waits(county.secretary, None, application), "what was postponed is for the next meeting"


def test_an_appeal_waits_for_a_meeting_only_where_no_person_may_settle_it(world):
    county, hub = world.county, world.hub
    of_body = appealed(world)
    (decides, call) = delegated(world)
    application = county.recommend(hub.apply(call=call, applied_ore=ap.APPLIED), "part_granted", ap.GRANTED)
    content = county.decision(application, "part_granted", ap.GRANTED)
    hub.accept(county.grant_of(county.decision_maker_b.do(application, "decide", content)))
    of_director = ap.reconsidered(world, hub, ap.lodged(world, hub, application), outcome="allowed_in_part")
    assert waits(county.secretary, None, of_body)
    assert not [t for t in county.secretary.items("/v1/tasks", limit=1000) if t["path"] == of_director.path]
    assert waits(county.decision_maker, "settleAppeal", of_director)
    assert of_body["application"]["id"] in awaiting(county.caseworker)
    assert application["id"] not in awaiting(county.caseworker)


def two_resolved(world, left=500_000, first=300_000, second=350_000):
    """By one meeting, of a line with less; the cases and how it was told of the second."""
    county = world.county
    decides, line = m.body(world), county.funding_line(left * KRONE)
    m.delegate(world, decides, line)
    call = county.call(line)
    cases = [world.recommended(call=call, applied_ore=amount * KRONE) for amount in (first, second)]
    meeting = m.resolve(world, m.opened(world, *cases, body=decides))
    meeting = m.proposed(world, meeting, number=1)
    secretary, content = county.secretary, {"proposalId": m.newest(meeting)}
    put = secretary.attempt(meeting, "put-to-vote", content, dryRun="true")
    meeting = m.voted(world, m.voting(world, meeting))
    end = secretary.attempt(meeting, "end-vote", content, dryRun="true")
    meeting = m.approved(world, m.written(world, m.closed(world, m.ended(world, meeting))))
    return decides, list(zip(cases, meeting["items"])), (put, end)


def test_a_vote_on_more_than_there_is_is_warned_of(world):
    _, _, told = two_resolved(world)
    for reply in told:
        (warning,) = reply.expect(200).json["warnings"]
        assert warning["code"] == "over-appropriation"
        assert "200 000" in reply.text.replace("\u00a0", " ")
    *_, told = two_resolved(world, second=200_000)
    for reply in told:
        reply.expect(204)


def test_what_there_is_no_money_for_is_put_before_a_meeting_again(world):
    county = world.county
    decides, ((first, of_first), (second, of_second)), _ = two_resolved(world)
    assert waits(county.secretary, "decideApplication", first)
    entered(world, second, of_second).expect(200)
    entered(world, first, of_first).refused("appropriation-exceeded", 409)
    assert not waits(county.secretary, "decideApplication", first)
    assert waits(county.secretary, None, first)
    assert first["id"] in awaiting(county.caseworker)
    less = m.resolved(world, first, decides, of="part_granted", amount_ore=150_000 * KRONE)
    assert not waits(county.secretary, None, first)
    assert first["id"] not in awaiting(county.caseworker)
    entered(world, first, less, "part_granted", 150_000 * KRONE).expect(200)
    world.assert_sound()


def test_each_step_of_a_meeting_waits_for_whose_it_is(world):
    county = world.county
    body, _ = delegated(world)
    application = recommended(world)
    meeting = m.put(world, m.planned(world, body), application)
    assert not waits(county.steering_member, None, meeting)
    meeting = county.secretary.do(meeting, "send-agenda")
    (task,) = waits(county.steering_member_b, None, meeting)
    assert task["dueOn"] == str(world.today)
    assert not waits(county.steering_member_b, None, m.called(world, body=m.body(world, [m.seat(world, county.programme_lead, "chair")])))
    meeting = m.voting(world, m.proposed(world, county.secretary.do(meeting, "open", m.opening(world))))
    assert waits(county.steering_member_b, "castVote", meeting)
    m.cast(world, meeting, county.steering_member_b).expect(200)
    assert not waits(county.steering_member_b, "castVote", meeting)
    assert not waits(county.programme_lead_b, "castVote", meeting), "whose seat nobody left"
    meeting = m.voted(world, meeting, steering_member="for", programme_lead="for")
    meeting = m.closed(world, m.ended(world, meeting))
    assert waits(county.secretary, "writeMinutes", meeting)
    assert not waits(county.secretary, "decideApplication", application)
    meeting = m.written(world, meeting)
    assert waits(county.steering_member, "approveMinutes", meeting)
    assert not waits(county.steering_member_b, "approveMinutes", meeting)
    item = m.approved(world, meeting)["items"][0]
    assert not waits(county.steering_member, "approveMinutes", meeting)
    assert waits(county.secretary, "decideApplication", application)
    entered(world, application, item).expect(200)
    assert not waits(county.secretary, "decideApplication", application)
