"""What a body decided its meeting reverses (fvl. § 35), and its secretary enters that."""

import pytest
from support import meetings as m
from support import reversals
from support.bodies import REASON
from support.meetings import delegated
from support.parties import KRONE

pytestmark = pytest.mark.usefixtures("sound")
LARGE = 800_000 * KRONE
MORE = {"outcome": "part_granted", "amount_ore": LARGE - KRONE, "ground": "not_detrimental"}
LESS = {"outcome": "part_granted", "amount_ore": LARGE // 4}
ASKED = [{"kind": "before_payment", "text": "Regnskapet for 2025 er sendt oss."}]


def decided(world):
    """A grant of half of what was applied for, that the body made and the hub accepted."""
    body, call = delegated(world)
    application = world.recommended(call=call, applied_ore=LARGE)
    item = m.resolved(world, application, body, "part_granted", LARGE // 2)
    content = world.county.decision(application, "part_granted", LARGE // 2) | {"meetingItemId": item["id"]}
    del content["grounds"]  # those that were voted on
    world.hub.accept(world.county.grant_of(world.county.secretary.do(application, "decide", content)))
    return world.county.secretary.read(application.path)


def raised(world, application=None):
    application = application or decided(world)
    return reversals.proposed(world, world.hub, application, year=world.year, **MORE)


def enter(world, reversal, item, **changes):
    return world.county.secretary.attempt(reversal, "decide", {"meetingItemId": item["id"]} | changes)


def tasks_of(person, thing):
    return [t["operationId"] for t in person.items("/v1/tasks") if t["path"] == thing.path]


def newest_decision(world, reversal):
    path = f"/v1/applications/{reversal['applicationId']}/decisions"
    return world.county.caseworker.items(path)[-1]


def test_the_body_that_decided_reverses_it_in_a_meeting(world):
    county, (body, _) = world.county, delegated(world)
    reversal = raised(world)
    county.decision_maker.attempt(reversal, "decide", {}).refused("reversal-for-meeting", 409)
    entered = county.secretary.attempt(reversal, "decide", {"resolution": "HU 1/26"})
    assert body["name"] in entered.refused("reversal-for-meeting", 409).text
    assert (tasks_of(county.secretary, reversal), tasks_of(county.decision_maker, reversal)) == ([None], [])
    waiting = county.secretary.items("/v1/applications?awaitsMeeting=true")
    assert reversal["applicationId"] in [a["id"] for a in waiting]
    meeting = m.called(world, reversal, body=body)
    assert tasks_of(county.secretary, reversal) == []
    (item,) = meeting["items"]
    assert (item["kind"], item["reversalId"]) == ("reversal", reversal["id"])
    (agenda,) = county.steering_member.items(meeting / "agendas")
    sent = agenda["items"][0]["content"]["reversal"]
    assert (sent["decision"]["amountOre"], sent["proposal"]["amountOre"]) == (LARGE // 2, LARGE - KRONE)
    assert sent["ground"]["basis"] == "§ 35 første ledd bokstav a"
    meeting = county.secretary.do(meeting, "open", m.opening(world))
    county.secretary.attempt(reversal, "decide", {}).refused("meeting-has-case", 409)
    with_amount = m.outcome(world, meeting, of="reversed", amountOre=LARGE)
    told = county.secretary.attempt(meeting, "propose-outcome", with_amount)
    assert told.expect(422).faults == [("amount-prepared", "#/amountOre")]
    told = county.secretary.attempt(meeting, "propose-outcome", m.outcome(world, meeting, of="approved"))
    assert told.expect(422).faults == [("item-outcome", "#/outcome")]
    meeting = m.written(world, m.closed(world, m.resolve(world, meeting, of="reversed")))
    minutes = county.secretary.items(meeting / "minutes")[-1]["content"]["text"]
    assert ", omgjøring\n" in minutes["nb"] and "gjort om. " + m.GROUNDS in minutes["nb"]
    (item,) = m.approved(world, meeting)["items"]
    assert tasks_of(county.secretary, reversal) == ["decideReversal"]
    assert enter(world, reversal, {"id": "999999"}).expect(422).faults == [("unknown-reference", "#/meetingItemId")]
    county.decision_maker.attempt(reversal, "decide", {}).refused("body-decided", 409)
    assert enter(world, reversal, item).expect(200).json["state"] == "decided"
    decision = newest_decision(world, reversal)
    assert (decision["cause"], decision["amountOre"], decision["grounds"]) == ("reversal", LARGE - KRONE, m.GROUNDS)
    assert (decision["body"], decision["meetingItemId"]) == (body["name"], item["id"])
    assert decision["resolution"].startswith("sak 1 i møte")


def test_what_is_to_the_partys_detriment_is_for_a_meeting_when_it_has_had_notice(world):
    county, (body, _) = world.county, delegated(world)
    application = decided(world)
    reversal = reversals.proposed(world, world.hub, application, conditions=ASKED, **LESS)
    assert tasks_of(county.secretary, reversal) == []
    meeting = m.planned(world, body)
    put = county.secretary.attempt(meeting, "put-on-agenda", {"reversalId": reversal["id"]})
    assert put.refused("reversal-no-notice", 409).faults == [("reversal-no-notice", "#/reversalId")]
    reversals.notified(world, world.hub, application)
    assert tasks_of(county.secretary, reversal) == [None]
    enter(world, reversal, m.resolved(world, reversal, body, "reversed")).expect(200)
    decision = newest_decision(world, reversal)
    assert decision["amountOre"] == LARGE // 4
    assert [c["text"] for c in decision["conditions"]] == [ASKED[0]["text"]]


def test_a_decision_that_the_body_lets_stand_is_not_reversed(world):
    county, (body, _) = world.county, delegated(world)
    reversal = raised(world)
    item = m.resolved(world, reversal, body, "stands")
    enter(world, reversal, item).refused("prepared-otherwise", 409)
    assert tasks_of(county.secretary, reversal) == ["sendBackReversal"]
    assert county.secretary.do(reversal, "send-back", REASON)["state"] == "returned"


def test_what_was_resolved_is_entered_and_what_is_voted_on_stays(world):
    county, (body, _) = world.county, delegated(world)
    reversal = raised(world)
    meeting = m.proposed(world, m.opened(world, reversal, body=body), of="reversed")
    meeting = m.voting(world, meeting)
    county.secretary.attempt(reversal, "send-back", REASON).refused("voted-on", 409)
    county.caseworker.attempt(reversal, "withdraw", REASON).refused("voted-on", 409)
    meeting = m.closed(world, m.ended(world, m.voted(world, meeting)))
    county.secretary.attempt(reversal, "send-back", REASON).refused("resolution-stands", 409)
    county.caseworker.attempt(reversal, "withdraw", REASON).refused("resolution-stands", 409)
    (item,) = m.approved(world, m.written(world, meeting))["items"]
    enter(world, reversal, item).expect(200)


def test_what_is_withdrawn_is_nothing_to_treat(world):
    county, (body, _) = world.county, delegated(world)
    reversal = raised(world)
    meeting = m.called(world, reversal, body=body)
    county.caseworker.do(reversal, "withdraw", REASON)
    opening = county.secretary.attempt(county.secretary.read(meeting.path), "open", m.opening(world))
    assert "case-not-ready" in opening.expect(409).text
    put = county.secretary.attempt(m.planned(world, body), "put-on-agenda", {"reversalId": reversal["id"]})
    put.refused("reversal-not-proposed", 409)


def test_another_body_does_not_reverse_it(world):
    reversal = raised(world)
    meeting = m.planned(world)
    put = world.county.secretary.attempt(meeting, "put-on-agenda", {"reversalId": reversal["id"]})
    put.refused("reversal-of-others", 409)


def test_who_proposed_it_takes_no_part(world):
    county = world.county
    proposer, member = world.one_person((county, "caseworker"), (county, "steering_member"))
    members = [*m.usual_members(world), m.seat(world, member)]
    body = m.body(world, members)
    line = county.funding_line()
    m.delegate(world, body, line)
    application = world.recommended(call=county.call(line), applied_ore=LARGE)
    item = m.resolved(world, application, body, "rejected")
    content = county.decision(application, "rejected", 0) | {"meetingItemId": item["id"]}
    del content["grounds"]
    county.secretary.do(application, "decide", content)
    application = proposer.read(application.path)
    reversal = proposer.make(application / "reversals", reversals.proposal(ground="not_detrimental"))
    meeting = m.called(world, reversal, body=body)
    (item,) = meeting["items"]
    assert [(o["person"]["id"], o["why"]) for o in item["out"]] == [(proposer.person, "prepared")]


def by_director(world, call):
    """Half of what was applied for; that all of it is granted is proposed."""
    hub, county, applied = world.hub, world.county, 100_000 * KRONE
    application = world.recommended(call=call, applied_ore=applied)
    application = county.decide(application, "part_granted", applied // 2)
    said = {"outcome": "granted", "ground": "not_detrimental", "year": world.year}
    return reversals.proposed(world, hub, application, amount_ore=applied, **said)


def test_what_a_body_that_may_decide_resolves_of_another_s_decision_it_has_decided(world):
    body, call = delegated(world)
    reversal = by_director(world, call)
    m.resolved(world, reversal, body, "stands")
    world.county.decision_maker.attempt(reversal, "decide", {}).refused("body-decided", 409)


def test_who_departs_from_what_a_body_recommends_says_why(world):
    """It decides less than what is at stake, and so recommends."""
    county, decider = world.county, world.county.decision_maker
    body, line = m.body(world), county.funding_line()
    m.delegate(world, body, line, limitOre=50_000 * KRONE)
    reversal = by_director(world, county.call(line))
    m.resolved(world, reversal, body, "stands")
    told = decider.attempt(reversal, "decide", {}).expect(422)
    assert told.faults == [("departure-grounds", "#/departureGrounds")]
    decider.do(reversal, "decide", {"departureGrounds": "Regnefeilen er klar"})
    decision = newest_decision(world, reversal)
    assert (decision["grounds"], decision["departureGrounds"]) == (reversals.GROUNDS, "Regnefeilen er klar")
