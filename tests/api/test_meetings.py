"""Meetings: an agenda that stands as it was sent, who votes on what, and what it comes to."""

import datetime
import functools
import hashlib
import json

from support import evaluations as ev
from support import meetings as m
from support.bodies import REASON
from support.disqualifications import declared
from support.parties import KRONE


def told(world, meeting):
    return world.county.secretary.read(meeting.path)


def reasons(person, meeting, action):
    """Why they may not."""
    actions = person.get(meeting / "permitted-actions").expect(200).json["actions"]
    (found,) = [a for a in actions if a["action"] == action]
    return [reason["code"] for reason in found["reasons"]]


def asked_of(person):
    return {task["path"] for task in person.items("/v1/tasks", limit=1000)}


# ---- the agenda


def test_what_was_sent_stands_when_the_case_changes(world):
    county = world.county
    application = world.recommended()
    meeting = m.called(world, application)
    (first,) = county.steering_member.items(meeting / "agendas")
    (item,) = first["items"]
    assert item["content"]["caseNumber"] == application["caseNumber"]
    assert item["content"]["recommendation"]["outcome"] == "granted"
    back = county.decision_maker.do(application, "send-back", REASON)
    county.recommend(back, "rejected")
    again = county.secretary.do(told(world, meeting), "send-agenda")
    agendas = county.steering_member.items(again / "agendas")
    assert agendas[0] == first
    assert agendas[1]["items"][0]["content"]["recommendation"]["outcome"] == "rejected"


def test_what_is_on_the_agenda_and_nothing_else_is_shown_to_a_member(world):
    county, member = world.county, world.county.steering_member_b
    listed, other = world.recommended(), world.recommended()
    meeting = m.put(world, m.planned(world), listed)
    member.get(meeting.path).refused("not-found", 404)
    member.get(listed.path).refused("not-found", 404)
    meeting = county.secretary.do(meeting, "send-agenda")
    assert member.read(listed.path)["id"] == listed["id"]
    member.get(other.path).refused("not-found", 404)
    assert listed["id"] in {a["id"] for a in member.items("/v1/applications")}
    content = {"itemId": meeting["items"][0]["id"], "reason": "Søkeren ba om det"}
    county.secretary.do(meeting, "take-off-agenda", content)
    member.get(listed.path).refused("not-found", 404)


def test_a_member_whose_term_was_over_yesterday_sees_nothing(world):
    county = world.county
    yesterday = datetime.timedelta(-1)
    members = [
        m.seat(world, county.programme_lead, "chair"),
        m.seat(world, county.steering_member, until=yesterday),
        m.seat(world, county.steering_member_b, until=datetime.timedelta(0)),
    ]
    meeting = m.called(world, body=m.body(world, members))
    county.steering_member.get(meeting.path).refused("not-found", 404)
    assert county.steering_member_b.read(meeting.path)["quorum"] == 1
    content = m.opening(world, county.programme_lead, county.steering_member)
    reply = county.secretary.attempt(meeting, "open", content).expect(422)
    assert reply.faults == [("not-a-member", "#/present/1")]


def test_a_case_is_before_one_meeting_at_a_time(world):
    county, application = world.county, world.recommended()
    first, second = m.called(world, application), m.planned(world)
    content = {"applicationId": application["id"]}
    reply = county.secretary.attempt(second, "put-on-agenda", content)
    reply.refused("before-a-meeting", 409)
    county.secretary.do(first, "cancel", REASON)
    assert m.put(world, second, application)["items"][0]["state"] == "listed"


def test_only_what_is_recommended_is_put_on_an_agenda_and_no_empty_one_is_sent(world):
    county, meeting = world.county, m.planned(world)
    content = {"applicationId": world.hub.apply()["id"]}
    reply = county.secretary.attempt(meeting, "put-on-agenda", content)
    reply.refused("not-recommended", 409)
    county.secretary.attempt(meeting, "send-agenda").refused("agenda-empty", 409)


def test_a_meeting_is_called_for_today_or_later(world):
    county = world.county
    content = m.new_meeting(world) | {"startsAt": f"{world.today - datetime.timedelta(1)}T23:59:59+01:00"}
    reply = county.secretary.post("/v1/meetings", content).expect(422)
    assert reply.faults == [("meeting-past", "#/startsAt")]
    reply = county.secretary.attempt(m.planned(world), "move", m.move(world, -1)).expect(422)
    assert reply.faults == [("meeting-past", "#/startsAt")]


def test_a_meeting_is_moved_before_it_opens_and_its_members_are_told(world):
    county, application = world.county, world.recommended()
    meeting = county.secretary.do(m.called(world, application), "move", m.move(world))
    assert (meeting["place"], meeting["state"], meeting["isChanged"]) == ("Steinkjer", "called", True)
    assert meeting["startsAt"].startswith(str(world.today + datetime.timedelta(7)))
    reply = county.secretary.attempt(meeting, "open", m.opening(world)).expect(409)
    assert {code for code, _ in reply.faults} == {"meeting-ahead", "agenda-not-sent"}
    meeting = county.secretary.do(meeting, "send-agenda")
    (task,) = [t for t in county.steering_member.items("/v1/tasks", limit=1000) if t["path"] == meeting.path]
    assert task["dueOn"] == str(world.today + datetime.timedelta(7))
    reply = county.secretary.attempt(meeting, "open", m.opening(world))
    reply.refused("meeting-ahead", 409)
    assert "meeting-ahead" in reasons(county.secretary, meeting, "open")
    meeting = county.secretary.do(meeting, "move", m.move(world, 0))
    meeting = county.secretary.do(meeting, "send-agenda")
    meeting = county.secretary.do(meeting, "open", m.opening(world))
    county.secretary.attempt(meeting, "move", m.move(world)).refused("state-conflict", 409)


def test_a_meeting_that_is_held_before_its_day_says_so(world):
    county, today = world.county, str(world.today)
    county.set_up("/v1/rule-params", {
        "key": "meetings.early_days", "basis": "reglement § 4", "value": 1, "unit": "days",
        "validFrom": today, "validTo": today, "source": "FT 9",
    })
    meeting = county.secretary.do(m.called(world, world.recommended()), "move", m.move(world, 1))
    assert meeting["openedAt"] is None
    meeting = county.secretary.do(meeting, "send-agenda")
    meeting = county.secretary.do(meeting, "open", m.opening(world))
    assert meeting["openedAt"] and not meeting["startsAt"].startswith(today)
    meeting = m.written(world, m.closed(world, meeting))
    content = county.secretary.items(meeting / "minutes")[-1]["content"]
    assert content["record"]["day"] == today and f"\n{today} " in content["text"]["nb"]


def test_an_agenda_is_sent_to_somebody(world):
    county, tomorrow = world.county, datetime.timedelta(1)
    body = m.body(world, [m.seat(world, county.steering_member, "chair", until=tomorrow)])
    meeting = m.put(world, m.planned(world, body), world.recommended())
    meeting = county.secretary.do(meeting, "move", m.move(world, 2))
    county.secretary.attempt(meeting, "send-agenda").refused("body-empty", 409)
    meeting = county.secretary.do(meeting, "move", m.move(world, 1))
    county.secretary.do(meeting, "send-agenda")


def test_a_case_that_changed_after_the_agenda_was_sent_is_sent_anew(world):
    county, application = world.county, world.recommended()
    meeting = m.called(world, application)
    back = county.decision_maker.do(application, "send-back", REASON)
    assert told(world, meeting)["isChanged"] and meeting.path in asked_of(county.secretary)
    reply = county.secretary.attempt(meeting, "open", m.opening(world)).expect(409)
    assert {code for code, _ in reply.faults} == {"agenda-not-sent", "case-not-ready"}
    county.secretary.attempt(meeting, "send-agenda").refused("case-not-ready", 409)
    county.recommend(back, "rejected")
    county.secretary.attempt(meeting, "open", m.opening(world)).refused("agenda-not-sent", 409)
    meeting = county.secretary.do(told(world, meeting), "send-agenda")
    assert not meeting["isChanged"] and meeting.path not in asked_of(county.secretary)
    county.secretary.do(meeting, "open", m.opening(world))


def test_a_meeting_that_is_moved_to_another_year_has_a_number_of_that(world):
    body = m.body(world)
    m.planned(world, body)
    meeting = m.planned(world, body)
    meeting = world.county.secretary.do(meeting, "move", m.move(world, 366))
    assert (meeting["number"], meeting["year"]) == (1, (world.today + datetime.timedelta(366)).year)


def test_a_changed_agenda_is_sent_before_the_meeting_opens(world):
    meeting = m.put(world, m.called(world), world.recommended())
    reply = world.county.secretary.attempt(meeting, "open", m.opening(world))
    reply.refused("agenda-not-sent", 409)
    meeting = world.county.secretary.do(meeting, "send-agenda")
    assert meeting["agenda"] == 2 and not meeting["isChanged"]


# ---- who is there


def test_half_of_the_seats_make_the_quorum_and_deputies_count(world):
    """Of three seats two; a deputy takes that of who is absent."""
    county, meeting = world.county, m.called(world)
    assert meeting["quorum"] == 2
    alone = m.opening(world, county.steering_member)
    county.secretary.attempt(meeting, "open", alone).refused("no-quorum", 409)
    present = (county.steering_member, county.programme_lead_b)
    opened = county.secretary.do(meeting, "open", m.opening(world, *present))
    assert [a["isPresent"] for a in opened["attendance"]] == [True, False, False, True]


def test_whoever_presides_is_there(world):
    county = world.county
    content = m.opening(world, president=county.programme_lead_b)
    reply = county.secretary.attempt(m.called(world), "open", content).expect(422)
    assert reply.faults == [("president-absent", "#/presidedBy")]


def test_a_vote_begins_and_ends_with_a_quorum(world):
    county = world.county
    meeting = m.proposed(world)
    left = {"present": [county.steering_member.person]}
    meeting = county.secretary.do(meeting, "note-attendance", left)
    content = {"proposalId": m.newest(meeting)}
    county.secretary.attempt(meeting, "put-to-vote", content).refused("no-quorum", 409)
    back = {"present": [county.steering_member.person, county.programme_lead.person]}
    meeting = m.voting(world, county.secretary.do(meeting, "note-attendance", back))
    meeting = m.voted(world, meeting, steering_member="for")
    county.secretary.attempt(meeting, "end-vote", content).refused("no-quorum", 409)
    county.secretary.attempt(meeting, "close").refused("voting", 409)
    meeting = county.secretary.do(meeting, "abandon-vote", content | REASON)
    assert meeting["items"][0]["proposals"][0]["state"] == "void"


# ---- votes


def test_a_proposal_is_carried_by_more_votes_for_than_against(world):
    meeting = m.ended(world)
    (item,) = meeting["items"]
    (proposal,) = item["proposals"]
    assert (item["state"], proposal["state"]) == ("resolved", "carried")
    assert (proposal["tally"]["for"], proposal["tally"]["byCastingVote"]) == (3, False)


def test_the_first_that_is_carried_resolves_the_item(world):
    against = dict.fromkeys(("steering_member", "steering_member_b"), "against")
    meeting = m.ended(world, m.voted(world, **against, programme_lead="for"))
    assert meeting["items"][0]["proposals"][0]["state"] == "fell"
    meeting = m.resolve(world, meeting, of="part_granted", amount_ore=50_000 * KRONE)
    assert [p["state"] for p in meeting["items"][0]["proposals"]] == ["fell", "carried"]
    content = m.outcome(world, meeting)
    reply = world.county.secretary.attempt(meeting, "propose-outcome", content)
    reply.refused("item-settled", 409)


def test_where_votes_are_equal_whoever_presides_decides(world):
    tie = {"steering_member": "for", "steering_member_b": "against", "programme_lead": "abstained"}
    meeting = m.ended(world, m.voted(world, **tie))
    tally = meeting["items"][0]["proposals"][0]["tally"]
    assert tally["byCastingVote"] and tally["abstained"] == 1
    turned = {"steering_member": "against", "steering_member_b": "for"}
    meeting = m.ended(world, m.voted(world, **turned))
    assert meeting["items"][0]["proposals"][0]["state"] == "fell"


def test_without_a_casting_vote_a_tie_falls(world):
    body = m.body(world, hasCastingVote=False)
    meeting = m.voting(world, m.proposed(world, m.opened(world, body=body)))
    tie = {"steering_member": "for", "steering_member_b": "against"}
    meeting = m.ended(world, m.voted(world, meeting, **tie))
    assert meeting["items"][0]["proposals"][0]["state"] == "fell"


def test_everybody_votes_once_and_for_themselves_or_by_a_show_of_hands(world):
    county = world.county
    meeting = m.voted(world, steering_member="for")
    m.cast(world, meeting, county.steering_member).refused("voted", 409)
    hands = {"proposalId": m.newest(meeting), "votes": m.hands(world)["votes"]}
    reply = county.secretary.attempt(meeting, "enter-show-of-hands", hands)
    reply.refused("votes-given", 409)

    meeting = m.voting(world)
    hands["proposalId"] = m.newest(meeting)
    meeting = county.secretary.do(meeting, "enter-show-of-hands", hands)
    m.cast(world, meeting, county.programme_lead).refused("voted-by-hands", 409)
    proposal = m.ended(world, meeting)["items"][0]["proposals"][0]
    assert proposal["byHands"] and proposal["state"] == "carried"


def test_who_is_not_of_the_meeting_or_not_there_does_not_vote(world):
    county = world.county
    meeting = m.voting(world)
    m.cast(world, meeting, county.decision_maker).refused("not-voting", 403)
    m.cast(world, meeting, county.programme_lead_b).refused("not-voting", 403)


def test_members_vote_at_the_same_time(world):
    """None is told to try again because a colleague voted."""
    meeting = m.voting(world)
    before = meeting.etag
    voted = m.voted(world, meeting)
    assert voted.etag != before and len(voted["items"][0]["proposals"][0]["votes"]) == 3


# ---- who stands back


def test_a_disqualified_member_is_out_of_the_item_and_a_deputy_steps_in(world):
    county, application = world.county, world.recommended()
    declared(county.steering_member_b, application)
    present = (
        county.steering_member,
        county.steering_member_b,
        county.programme_lead,
        county.programme_lead_b,
    )
    meeting = m.voting(world, m.proposed(world, m.opened(world, application, present=present)))
    (out,) = meeting["items"][0]["out"]
    assert (out["person"]["id"], out["why"]) == (county.steering_member_b.person, "disqualified")
    m.cast(world, meeting, county.steering_member_b).refused("not-voting", 403)
    votes = dict.fromkeys(("steering_member", "programme_lead", "programme_lead_b"), "for")
    meeting = m.ended(world, m.voted(world, meeting, **votes))
    tally = meeting["items"][0]["proposals"][0]["tally"]
    assert {v["personId"] for v in tally["votes"]} == {getattr(county, r).person for r in votes}
    assert [o["personId"] for o in tally["out"]] == [county.steering_member_b.person]


def test_a_recused_member_does_not_count_for_the_quorum_of_the_item(world):
    """Declared there and then; the other item goes on with all."""
    county = world.county
    one, other = world.recommended(), world.recommended()
    present = (county.steering_member, county.programme_lead)
    meeting = m.opened(world, one, other, present=present)
    meeting = m.proposed(world, meeting, number=0)
    declared(county.programme_lead, one)
    content = {"proposalId": m.newest(meeting)}
    county.secretary.attempt(meeting, "put-to-vote", content).refused("no-quorum", 409)
    meeting = m.voting(world, m.proposed(world, meeting, number=1))
    votes = dict.fromkeys(("steering_member", "programme_lead"), "for")
    meeting = m.ended(world, m.voted(world, meeting, **votes))
    assert [item["state"] for item in meeting["items"]] == ["listed", "resolved"]


def test_the_vote_of_one_who_is_found_disqualified_meanwhile_does_not_count(world):
    county, application = world.county, world.recommended()
    meeting = m.voting(world, m.proposed(world, m.opened(world, application)))
    votes = {"steering_member": "against", "steering_member_b": "for", "programme_lead": "for"}
    m.voted(world, meeting, **votes)
    declared(county.steering_member_b, application)
    meeting = m.ended(world, told(world, meeting))
    tally = meeting["items"][0]["proposals"][0]["tally"]
    assert (tally["for"], tally["against"]) == (1, 1)


def test_another_presides_where_whoever_does_takes_no_part(world):
    county, application = world.county, world.recommended()
    declared(county.steering_member, application)
    meeting = m.proposed(world, m.opened(world, application))
    content = {"proposalId": m.newest(meeting)}
    county.secretary.attempt(meeting, "put-to-vote", content).refused("president-out", 409)
    meeting = m.voting(world, meeting, presidedBy=county.programme_lead.person)
    assert meeting["items"][0]["proposals"][0]["presidedBy"]["id"] == county.programme_lead.person


def test_who_assessed_votes_where_the_body_recommends_and_not_where_it_decides(world):
    county = world.county
    application = ev.recommended(world, world.hub)
    line = county.usual_line_id
    meeting = m.opened(world, application)
    assert meeting["items"][0]["out"] == [] and not meeting["items"][0]["mayDecide"]
    county.secretary.do(meeting, "close")
    body = m.body(world)
    m.delegate(world, body, line)
    again = m.opened(world, ev.recommended(world, world.hub), body=body)
    assert again["items"][0]["mayDecide"]
    assert {o["why"] for o in again["items"][0]["out"]} == {"assessed"}


def test_a_case_that_changed_since_it_was_sent_is_not_voted_on(world):
    county, application = world.county, world.recommended()
    meeting = m.proposed(world, m.opened(world, application))
    county.decision_maker.do(application, "send-back", REASON)
    content = {"proposalId": m.newest(meeting)}
    county.secretary.attempt(meeting, "put-to-vote", content).refused("case-changed", 409)


def test_a_case_is_not_sent_back_while_it_is_voted_on(world):
    county, application = world.county, world.recommended()
    meeting = m.voted(world, m.voting(world, m.proposed(world, m.opened(world, application))))
    county.decision_maker.attempt(application, "send-back", REASON).refused("voted-on", 409)
    content = {"proposalId": m.newest(meeting)} | REASON
    meeting = county.secretary.do(meeting, "abandon-vote", content)
    county.decision_maker.do(application, "send-back", REASON)


# ---- ranked against the money


def test_the_items_are_ranked_against_what_is_left_this_minute(world):
    county = world.county
    line = county.funding_line(200_000 * KRONE)
    call = county.call(line)
    cases = [world.recommended(call=call) for _ in range(3)]
    meeting = m.called(world, *cases)

    def ranking():
        (told,) = county.steering_member.read(meeting / "ranking")["lines"]
        return told["availableOre"], [a["isWithin"] for a in told["applications"]]

    assert ranking() == (200_000 * KRONE, [True, True, False])
    county.decide(world.recommended(call=call))
    assert ranking() == (125_000 * KRONE, [True, False, False])


# ---- minutes


def test_the_minutes_are_made_of_what_happened_and_their_digest_can_be_recomputed(world):
    county = world.county
    content = {"remarks": "Møtet ble holdt på Steinkjer.", "inEnglish": True}
    meeting = m.approved(world, m.written(world, **content))
    assert (meeting["state"], meeting["minutesEdition"]) == ("approved", 1)
    (minutes,) = county.steering_member.items(meeting / "minutes")
    canonical = json.dumps(
        minutes["content"], sort_keys=True, separators=(",", ":"), ensure_ascii=False
    )
    assert hashlib.sha256(canonical.encode()).hexdigest() == minutes["sha256"]
    text = minutes["content"]["text"]
    for word in ("Vedtatt.", "For: 3 (", "Merknader: Møtet ble holdt", "Møteleder: steering_member"):
        assert word in text["nb"], word
    assert "Carried." in text["en"]


def test_the_chair_approves_what_another_wrote(world):
    county, meeting = world.county, m.written(world)
    county.steering_member_b.attempt(meeting, "approve-minutes").refused("not-chair", 403)
    chair, secretary = world.one_person((county, "steering_member"), (county, "secretary"))
    members = [m.seat(world, chair, "chair"), m.seat(world, county.steering_member)]
    opened = m.opened(world, body=m.body(world, members), present=(chair, county.steering_member))
    closed = county.secretary.do(opened, "close")
    secretary.do(closed, "write-minutes", {})
    chair.attempt(told(world, closed), "approve-minutes").refused("four-eyes", 403)


def test_what_is_approved_stands_and_a_correction_is_another_edition_with_its_reason(world):
    county, meeting = world.county, m.approved(world)
    county.secretary.attempt(meeting, "write-minutes", {}).refused("validation-failed", 422)
    content = {"reason": "Feil sted i merknaden", "remarks": "Møtet ble holdt på Levanger."}
    meeting = m.approved(world, m.written(world, meeting, **content))
    first, second = county.secretary.items(meeting / "minutes")
    assert (first["state"], second["state"], meeting["minutesEdition"]) == ("approved",) * 2 + (2,)
    assert "Levanger" not in first["content"]["text"]["nb"]


def test_what_was_written_and_not_approved_is_written_anew(world):
    meeting = m.written(world, m.written(world), remarks="Bedre")
    states = [e["state"] for e in world.county.secretary.items(meeting / "minutes")]
    assert states == ["replaced", "written"]


@functools.cache
def close_reading(world):
    """To whoever is disqualified, by the county's own rule."""
    world.county.set_up("/v1/rule-params", {
        "key": "disqualified.closes_reading", "basis": "reglement § 2", "value": 1, "unit": "count",
        "validFrom": str(world.today), "validTo": str(world.today), "source": "FT 9",
    })


def test_one_to_whom_the_case_is_closed_is_told_why_they_do_not_vote(world):
    application = world.recommended()
    close_reading(world)
    declared(world.county.steering_member_b, application)
    meeting = m.voting(world, m.proposed(world, m.opened(world, application)))
    m.cast(world, meeting, world.county.steering_member_b).refused("not-voting", 403)


def test_minutes_of_a_closed_case_are_kept_from_whom_it_is_closed_to(world):
    county, application = world.county, world.recommended()
    close_reading(world)
    declared(county.steering_member_b, application)
    meeting = m.written(world, m.closed(world, m.opened(world, application)))
    assert county.steering_member_b.read(meeting.path)["items"] == []
    assert county.steering_member_b.items(meeting / "agendas") == []
    assert county.steering_member_b.items(meeting / "minutes") == []
    assert len(county.steering_member.items(meeting / "minutes")) == 1
    other = world.recommended()
    declared(county.steering_member, other)
    meeting = m.written(world, m.closed(world, m.opened(world, other)))
    reply = county.steering_member.attempt(meeting, "approve-minutes")
    reply.refused("minutes-closed", 403)
    tasks = county.steering_member_b.items("/v1/tasks", limit=1000)
    assert ("approveMinutes", meeting.path) in {(t["operationId"], t["path"]) for t in tasks}
    county.steering_member_b.do(meeting, "approve-minutes")


def test_an_agenda_is_sent_and_minutes_are_written_by_one_who_sees_every_case(world):
    """Else what is closed to whoever does it would be left out, and nobody told."""
    county, application = world.county, world.recommended()
    close_reading(world)
    meeting = m.put(world, m.put(world, m.planned(world), application), world.recommended())
    declared(county.secretary, application)
    county.secretary.attempt(meeting, "send-agenda").refused("agenda-closed", 403)
    assert not county.secretary.permitted(meeting)["send-agenda"]["permitted"]
    meeting = county.secretary_b.do(meeting, "send-agenda")
    (agenda,) = county.steering_member.items(meeting / "agendas")
    assert len(agenda["items"]) == 2
    county.secretary_b.do(meeting, "move", m.move(world, 0))
    assert meeting.path not in asked_of(county.secretary)
    assert meeting.path in asked_of(county.secretary_b)
    meeting = county.secretary_b.do(county.secretary_b.read(meeting.path), "send-agenda")
    meeting = county.secretary_b.do(meeting, "open", m.opening(world))
    meeting = county.secretary_b.do(meeting, "close")
    assert meeting.path not in asked_of(county.secretary)
    assert meeting.path in asked_of(county.secretary_b)
    county.secretary.attempt(meeting, "write-minutes", {}).refused("agenda-closed", 403)
    county.secretary_b.do(meeting, "write-minutes", {})


def test_all_that_was_done_adds_up(world):
    m.approved(world)
    world.assert_sound()
