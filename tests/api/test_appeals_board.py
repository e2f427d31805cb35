"""Where the appeals board is a body that is registered here, what a meeting of it resolved is what is entered."""

import functools

from support import appeals as ap
from support import conditions, grants, letters
from support import meetings as m
from support.bodies import REASON
from support.parties import fresh


@functools.cache
def board(world):
    """And an open call of a line whose appeals go to it."""
    county = world.county
    made = m.body(world, kind="appeals_board", name=fresh("Klagenemnda"))
    return made, county.call(county.funding_line(appealBody=made["name"]))


def lodged(world, call=None, **changes):
    """Against what the second decision-maker granted."""
    county, hub = world.county, world.hub
    application = hub.apply(call or board(world)[1], ap.APPLIED)
    application = county.recommend(application, "part_granted", ap.GRANTED)
    content = county.decision(application, "part_granted", ap.GRANTED) | changes
    application = county.decision_maker_b.do(application, "decide", content)
    hub.accept(county.grant_of(application))
    return ap.lodged(world, hub, hub.signatory.read(application.path))


def commented(world, appeal=None):
    appeal = ap.forwarded(world, world.hub, appeal or lodged(world))
    return world.hub.signatory.do(appeal, "comment", {"text": "Timene er dokumentert"})


def put(world, appeal, body=None):
    meeting = m.planned(world, body or board(world)[0])
    return world.county.secretary.attempt(meeting, "put-on-agenda", {"appealId": appeal["id"]})


def called(world, appeal):
    meeting = world.county.secretary.read(f"/v1/meetings/{put(world, appeal).expect(200).json['id']}")
    return world.county.secretary.do(meeting, "send-agenda")


def opened(world, appeal):
    meeting = called(world, appeal)
    return world.county.secretary.do(meeting, "open", m.opening(world))


def minuted(world, meeting):
    return m.approved(world, m.written(world, m.closed(world, meeting)))["items"][0]


def resolved(world, appeal, of="not_allowed", amount_ore=0):
    """The item, in approved minutes."""
    return minuted(world, m.resolve(world, opened(world, appeal), of=of, amount_ore=amount_ore))


def enter(world, appeal, item, of="not_allowed", **changes):
    secretary = world.county.secretary
    content = {"outcome": of, "meetingItemId": item["id"]} | changes
    return secretary.attempt(secretary.read(appeal.path), "enter-outcome", content)


def settled(world, appeal):
    return ap.settle(world.hub, world.county.decision_maker.read(appeal.path))


def newest_decision(world, appeal):
    case = world.hub.signatory.read(f"/v1/applications/{appeal['application']['id']}")
    return ap.newest_decision(world.hub.signatory, case)


def waits(world, appeal):
    tasks = world.county.secretary.items("/v1/tasks", limit=1000)
    return [t["operationId"] for t in tasks if t["path"] == appeal.path]


def is_awaited(world, appeal):
    cases = world.county.secretary.items("/v1/applications?awaitsMeeting=true", limit=1000)
    return appeal["application"]["id"] in [a["id"] for a in cases]


def test_the_board_has_before_it_what_both_sides_say(world):
    county, appeal = world.county, ap.forwarded(world, world.hub, lodged(world))
    assert not is_awaited(world, appeal), "as the appellant may comment"
    appeal = world.hub.signatory.do(appeal, "comment", {"text": "Timene er dokumentert"})
    assert waits(world, appeal) == [None] and is_awaited(world, appeal)
    meeting = called(world, appeal)
    assert waits(world, appeal) == [] and not is_awaited(world, appeal)
    (item,) = meeting["items"]
    assert (item["kind"], item["mayDecide"], item["out"]) == ("appeal", True, [])
    (agenda,) = county.steering_member.items(meeting / "agendas")
    told = agenda["items"][0]["content"]["appeal"]
    assert told["isForwarded"] and told["comment"] == "Timene er dokumentert"
    assert (told["proposal"]["outcome"], told["proposal"]["grounds"]) == ("forwarded", ap.GROUNDS["grounds"])


def test_what_the_board_resolved_is_entered_word_for_word(world):
    county, appeal = world.county, commented(world)
    plain = county.secretary.attempt(appeal, "enter-outcome", ap.board_outcome(world))
    plain.refused("board-meeting", 409)
    meeting = opened(world, appeal)
    enter(world, appeal, meeting["items"][0]).refused("meeting-has-case", 409)
    item = minuted(world, m.resolve(world, meeting, of="allowed_in_part", amount_ore=ap.RAISED))
    assert waits(world, appeal) == ["enterAppealOutcome"] and not is_awaited(world, appeal)
    enter(world, appeal, item).refused("resolved-otherwise", 409)
    raised = {"amountOre": ap.RAISED, "year": world.year}
    other = raised | {"grounds": "Noe annet"}
    enter(world, appeal, item, "allowed_in_part", **other).refused("resolved-grounds", 409)
    elsewhere = raised | {"resolution": "KN 3/26"}
    reply = enter(world, appeal, item, "allowed_in_part", **elsewhere).expect(422)
    assert reply.faults == [("resolution-not-asked", "#/resolution")]
    unnamed = {"outcome": "allowed_in_part"} | raised
    reply = county.secretary.attempt(county.secretary.read(appeal.path), "enter-outcome", unnamed)
    assert reply.expect(422).faults == [("required", "#/meetingItemId")]
    enter(world, appeal, item, "allowed_in_part", **raised).expect(200)
    settled(world, appeal)
    told = county.caseworker.read(appeal.path)
    answer, meeting = told["answers"][-1], county.secretary.read(meeting.path)
    assert (told["state"], answer["meetingItemId"]) == ("allowed_in_part", item["id"])
    assert answer["resolution"] == f"sak 1 i møte {meeting['number']}/{meeting['year']}"
    assert (answer["grounds"], answer["resolvedOn"]) == (m.GROUNDS, str(world.today))
    decision = newest_decision(world, appeal)
    assert (decision["body"], decision["meetingItemId"]) == (board(world)[0]["name"], item["id"])
    assert (decision["amountOre"], decision["appealBy"]) == (ap.RAISED, None)
    letter = letters.of_decision(world, decision["id"])
    assert f"{board(world)[0]['name']}, Tr" not in letter, "signed by the county"
    assert f"Vedtaket er gjort som sak 1 i møte {meeting['number']}/{meeting['year']}" in letter
    world.assert_sound()


def test_the_board_hears_appeals_that_are_forwarded_to_it_and_nothing_else(world):
    county, appeal = world.county, lodged(world)
    put(world, appeal).refused("not-forwarded", 409)
    appeal = ap.forwarded(world, world.hub, appeal)
    put(world, appeal).refused("comment-open", 409)
    appeal = world.hub.signatory.do(appeal, "comment", {"text": "Timene er dokumentert"})
    put(world, appeal, m.body(world, kind="appeals_board")).refused("other-board", 409)
    reply = put(world, appeal, m.body(world)).expect(409)
    assert {code for code, _ in reply.faults} == {"not-reconsidered", "appeal-of-others"}
    content = {"applicationId": world.recommended()["id"]}
    meeting = m.planned(world, board(world)[0])
    county.secretary.attempt(meeting, "put-on-agenda", content).refused("board-hears-appeals", 409)
    put(world, appeal).expect(200)


def test_who_took_part_below_takes_no_part_in_the_board(world):
    county, hub = world.county, world.hub
    reviews, below = m.body(world, kind="appeals_board"), m.body(world)
    line = county.funding_line(appealBody=reviews["name"])
    m.delegate(world, below, line)
    application = world.recommended(call=county.call(line), applied_ore=ap.APPLIED)
    item = m.resolved(world, application, below, "rejected")
    content = county.decision(application, "rejected", 0) | {"meetingItemId": item["id"], "grounds": m.GROUNDS}
    county.secretary.do(application, "decide", content)
    appeal = ap.lodged(world, hub, hub.signatory.read(application.path))
    appeal = commented(world, appeal)
    meeting = county.secretary.read(f"/v1/meetings/{put(world, appeal, reviews).expect(200).json['id']}")
    voters = {p.person for p in (county.steering_member, county.steering_member_b, county.programme_lead)}
    out = {o["person"]["id"]: o["why"] for o in meeting["items"][0]["out"]}
    assert out == dict.fromkeys(voters, "decided")
    meeting = county.secretary.do(meeting, "send-agenda")
    meeting = county.secretary.do(meeting, "open", m.opening(world))
    meeting = m.proposed(world, meeting, of="not_allowed", amount_ore=0)
    content = {"proposalId": m.newest(meeting)}
    reply = county.secretary.attempt(meeting, "put-to-vote", content).expect(403, 409)
    assert "no-quorum" in {code for code, _ in reply.faults}


def test_the_board_lifts_a_condition_or_sets_an_amount_lower(world):
    county, call = world.county, board(world)[1]
    appeal = commented(world, lodged(world, call, conditions=[conditions.condition()]))
    meeting = opened(world, appeal)
    lifting = {"of": "allowed", "amount_ore": ap.GRANTED}
    reply = county.secretary.attempt(
        meeting, "propose-outcome", m.outcome(world, meeting, **lifting, liftedConditions=[9])
    ).expect(422)
    assert ("unknown-reference", "#/liftedConditions/0") in reply.faults
    more = m.outcome(world, meeting, of="allowed", amount_ore=ap.APPLIED + 100)
    reply = county.secretary.attempt(meeting, "propose-outcome", more).expect(422)
    assert reply.faults == [("amount-not-full", "#/amountOre")], "than can be entered"
    meeting = m.proposed(world, meeting, of="allowed_in_part", amount_ore=ap.GRANTED, liftedConditions=[1])
    item = minuted(world, m.ended(world, m.voted(world, m.voting(world, meeting))))
    assert item["proposals"][0]["liftedConditions"] == [1]
    (minutes,) = county.steering_member.items(county.secretary.read(meeting.path) / "minutes")
    said = minutes["content"]["text"]["nb"]
    assert "Vilkår som oppheves: 1" in said and "Fylkeskommunen har ikke endret vedtaket." in said
    content = {"amountOre": ap.GRANTED}
    reply = enter(world, appeal, item, "allowed_in_part", **content, conditions=[conditions.condition()])
    reply.refused("resolved-conditions", 409)
    enter(world, appeal, item, "allowed_in_part", **content).expect(200)
    settled(world, appeal)
    assert newest_decision(world, appeal)["conditions"] == []
    appeal = commented(world, lodged(world, call))
    item = resolved(world, appeal, "not_allowed", ap.GRANTED // 2)
    enter(world, appeal, item, amountOre=ap.GRANTED // 2).expect(200)
    settled(world, appeal)
    assert newest_decision(world, appeal)["amountOre"] == ap.GRANTED // 2
    world.assert_sound()


def test_what_was_entered_and_sent_back_is_entered_anew_from_the_same_item(world):
    county, appeal = world.county, commented(world)
    item = resolved(world, appeal, "sent_back")
    enter(world, appeal, item, "sent_back").expect(200)
    answer = county.decision_maker.read(appeal.path)
    returned = county.decision_maker.do(answer, "send-back", ap.newest_answer(answer) | REASON)
    assert returned["state"] == "forwarded"
    enter(world, appeal, item, "sent_back").expect(200)
    assert settled(world, appeal)["state"] == "sent_back"


# ---- of an amendment that was refused


def of_refusal(world):
    """Against more time that the second decision-maker refused; the appellant has commented."""
    county, hub = world.county, world.hub
    application = hub.apply(board(world)[1], ap.APPLIED)
    application = county.decide(county.recommend(application, "part_granted", ap.GRANTED), "part_granted", ap.GRANTED)
    amendment = grants.asked(world, hub, grant=hub.accept(county.grant_of(application)))
    amendment = grants.prepared(world, hub, amendment, "refused")
    appeal = grants.appealed(world, hub, county.decision_maker_b.do(amendment, "decide", {}))
    return commented(world, appeal), amendment


def test_the_board_hears_of_an_amendment_that_was_refused(world):
    county, (appeal, amendment) = world.county, of_refusal(world)
    assert waits(world, appeal) == [None] and is_awaited(world, appeal)
    plain = county.secretary.attempt(appeal, "enter-outcome", ap.board_outcome(world))
    plain.refused("board-meeting", 409)
    meeting = called(world, appeal)
    (agenda,) = county.steering_member.items(meeting / "agendas")
    told = agenda["items"][0]["content"]["appeal"]
    assert told["isForwarded"] and told["decision"] is None and told["comment"]
    assert (told["refused"]["id"], told["refused"]["kind"]) == (amendment["id"], "extension")
    meeting = county.secretary.do(meeting, "open", m.opening(world))
    for said in ({"of": "allowed", "amount_ore": 100}, {"of": "forwarded"}, {"of": "allowed", "liftedConditions": [1]}):
        assert county.secretary.attempt(meeting, "propose-outcome", m.outcome(world, meeting, **said)).status in (409, 422)
    item = minuted(world, m.resolve(world, meeting, of="allowed"))
    minutes = county.secretary.items(meeting / "minutes")[-1]["content"]["text"]
    assert "Fylkeskommunen har ikke endret avslaget." in minutes["nb"]
    assert waits(world, appeal) == ["enterAppealOutcome"]
    enter(world, appeal, item).refused("resolved-otherwise", 409)
    enter(world, appeal, item, "allowed").expect(200)
    appeal = settled(world, appeal)
    assert (appeal["state"], appeal["answers"][-1]["meetingItemId"]) == ("allowed", item["id"])
    grant = county.caseworker.read(f"/v1/grants/{amendment['grantId']}")
    taken_up = county.caseworker.read(f"/v1/amendments/{grant['amendments'][-1]['id']}")
    assert (taken_up["appealId"], taken_up["state"], taken_up["until"]) == (appeal["id"], "asked", amendment["until"])
    world.assert_sound()


def test_a_refusal_that_the_board_does_not_change_is_final(world):
    appeal, amendment = of_refusal(world)
    enter(world, appeal, resolved(world, appeal)).expect(200)
    assert settled(world, appeal)["state"] == "not_allowed"
    assert world.hub.signatory.read(amendment.path)["state"] == "refused"


def test_who_refused_an_amendment_takes_no_part_in_the_board(world):
    county, hub = world.county, world.hub
    decider, member = world.one_person((county, "decision_maker"), (county, "steering_member"))
    body = m.body(world, [*m.usual_members(world), m.seat(world, member)], kind="appeals_board", name=fresh("Klagenemnda"))
    call = county.call(county.funding_line(appealBody=body["name"]))
    application = county.recommend(hub.apply(call, ap.APPLIED), "part_granted", ap.GRANTED)
    application = county.decide(application, "part_granted", ap.GRANTED)
    amendment = grants.prepared(world, hub, grants.asked(world, hub, grant=hub.accept(county.grant_of(application))), "refused")
    decider.do(decider.read(amendment.path), "decide", {})
    appeal = commented(world, grants.appealed(world, hub, hub.signatory.read(amendment.path)))
    meeting = county.secretary.read(f"/v1/meetings/{put(world, appeal, body).expect(200).json['id']}")
    meeting = county.secretary.do(meeting, "send-agenda")
    assert [(o["person"]["id"], o["why"]) for o in meeting["items"][0]["out"]] == [(decider.person, "decided")]
