"""Who decides an amendment: a meeting where a body does, and nobody before the recipient is heard."""

import pytest
from support import appeals, grants, hearings
from support import meetings as m
from support.bodies import REASON
from support.meetings import delegated
from support.parties import KRONE

pytestmark = pytest.mark.usefixtures("sound")
GRANTED = 30_000 * KRONE
LARGE = 800_000 * KRONE


# ---- by a meeting


def granted(world):
    """A grant that the body made, half of what was applied for, and the hub accepted."""
    hub, county = world.hub, world.county
    body, call = delegated(world)
    application = world.recommended(call=call, applied_ore=LARGE)
    item = m.resolved(world, application, body, "part_granted", LARGE // 2)
    content = county.decision(application, "part_granted", LARGE // 2)
    content |= {"meetingItemId": item["id"]}
    del content["grounds"]  # those that were voted on
    return hub.accept(county.grant_of(county.secretary.do(application, "decide", content)))


def increase(world, grant, amount_ore=LARGE // 2 + KRONE):
    asked = grants.asked(world, world.hub, "increase", grant, amountOre=amount_ore)
    return grants.prepared(world, world.hub, asked)


def entered(world, amendment, item, **changes):
    content = {"meetingItemId": item["id"]} | changes
    return world.county.secretary.attempt(amendment, "decide", content)


def test_what_a_body_decides_its_meeting_resolves(world):
    county, (body, _) = world.county, delegated(world)
    amendment = increase(world, granted(world))
    free_text = {"resolution": "HU 1/26"}
    county.secretary.attempt(amendment, "decide", free_text).refused("meeting-required", 409)
    told = county.secretary.permitted(amendment)["decide"]["reasons"]
    assert "meeting-required" in {reason["code"] for reason in told}
    county.decision_maker.attempt(amendment, "decide", {}).refused("over-authority", 403)
    meeting = m.called(world, amendment, body=body)
    (item,) = meeting["items"]
    assert (item["kind"], item["amendmentId"]) == ("amendment", amendment["id"])
    (agenda,) = county.steering_member.items(meeting / "agendas")
    sent = agenda["items"][0]["content"]["amendment"]
    assert (sent["kind"], sent["preparation"]["amountOre"]) == ("increase", LARGE // 2 + KRONE)
    county.secretary.attempt(amendment, "decide", free_text).refused("meeting-has-case", 409)
    meeting = m.resolve(world, county.secretary.do(meeting, "open", m.opening(world)), of="approved")
    assert county.secretary.attempt(amendment, "decide", {}).status == 409
    meeting = m.written(world, m.closed(world, meeting))
    minutes = county.secretary.items(meeting / "minutes")[-1]["content"]["text"]
    assert "Det er bedt om: høyere tilskudd" in minutes["nb"]
    (item,) = m.approved(world, meeting)["items"]
    reply = entered(world, amendment, item, meetingItemId="999999").expect(422)
    assert reply.faults == [("unknown-reference", "#/meetingItemId")]
    county.decision_maker.attempt(amendment, "send-back", REASON).refused("resolution-stands", 409)
    decided = entered(world, amendment, item).expect(200).json
    assert decided["outcome"]["meetingItemId"] == item["id"]
    assert decided["outcome"]["body"] == body["name"]
    assert decided["outcome"]["grounds"] == m.GROUNDS, "those that were voted on"
    decision = county.caseworker.items(f"/v1/applications/{amendment['applicationId']}/decisions")[-1]
    assert decision["grounds"] == m.GROUNDS
    assert decision["meetingItemId"] == item["id"]
    assert decision["resolution"] == "sak 1 i møte %s" % f"{meeting['number']}/{world.year}"


def tasks_of(person, amendment):
    return [t for t in person.items("/v1/tasks", limit=1000) if t["path"] == amendment.path]


def test_what_only_a_body_decides_waits_for_its_secretary_until_a_meeting_has_it(world):
    county, (body, _) = world.county, delegated(world)
    amendment = increase(world, granted(world))
    small = grants.prepared(world, world.hub, grants.asked(world, world.hub))
    (task,) = tasks_of(county.secretary, amendment)
    assert (task["operationId"], task["amountOre"]) == (None, amendment["preparation"]["amountOre"])
    assert task["dueOn"] and task["dueRule"] and task["reference"] == amendment["caseNumber"]
    assert not tasks_of(county.decision_maker, amendment)
    assert None not in {t["operationId"] for t in tasks_of(county.secretary, small)}

    def awaiting():
        path = "/v1/applications?awaitsMeeting=true"
        return {a["id"] for a in county.caseworker.items(path, limit=1000)}

    assert amendment["applicationId"] in awaiting()
    assert small["applicationId"] not in awaiting()
    meeting = m.put(world, m.planned(world, body), amendment)
    assert not tasks_of(county.secretary, amendment)
    assert amendment["applicationId"] not in awaiting()
    meeting = county.secretary.do(meeting, "send-agenda")
    m.closed(world, county.secretary.do(meeting, "open", m.opening(world)))
    assert tasks_of(county.secretary, amendment), "what was postponed is for the next meeting"


def test_what_was_resolved_otherwise_is_sent_back_and_prepared_so(world):
    county, (body, _) = world.county, delegated(world)
    amendment = increase(world, granted(world))
    item = m.resolved(world, amendment, body, "refused")
    entered(world, amendment, item).refused("prepared-otherwise", 409)
    (task,) = tasks_of(county.secretary, amendment)
    assert task["operationId"] == "sendBackAmendment"
    county.secretary.do(amendment, "send-back", REASON)
    amendment = grants.prepared(world, world.hub, county.caseworker.read(amendment.path), "refused")
    refused = entered(world, amendment, item).expect(200).json
    assert (refused["state"], refused["outcome"]["meetingItemId"]) == ("refused", item["id"])
    assert refused["outcome"]["grounds"] == m.GROUNDS


def refused_by_body(world):
    body, _ = delegated(world)
    amendment = grants.asked(world, world.hub, "increase", granted(world), amountOre=LARGE // 2 + KRONE)
    amendment = grants.prepared(world, world.hub, amendment, "refused")
    item = m.resolved(world, amendment, body, "refused")
    return entered(world, amendment, item).expect(200) and world.hub.signatory.read(amendment.path)


def test_the_body_that_refused_an_amendment_reconsiders_in_a_meeting(world):
    county, (body, _) = world.county, delegated(world)
    refused = refused_by_body(world)
    appeal = grants.appealed(world, world.hub, refused)
    appeal = county.caseworker.do(appeal, "reconsider", {"outcome": "allowed"} | appeals.GROUNDS)
    answer = appeals.newest_answer(appeal)
    county.decision_maker.attempt(appeal, "settle", answer).refused("appeal-for-meeting", 409)
    county.secretary.attempt(appeal, "settle", answer).refused("appeal-for-meeting", 409)
    assert [t["operationId"] for t in tasks_of(county.secretary, appeal)] == [None]
    meeting = m.called(world, appeal, body=body)
    (agenda,) = county.steering_member.items(meeting / "agendas")
    sent = agenda["items"][0]["content"]["appeal"]
    assert sent["decision"] is None and sent["proposal"]["outcome"] == "allowed"
    assert (sent["refused"]["id"], sent["refused"]["kind"]) == (refused["id"], "increase")
    assert (sent["refused"]["body"], sent["refused"]["grounds"]) == (body["name"], m.GROUNDS)
    meeting = county.secretary.do(meeting, "open", m.opening(world))
    wrong = m.outcome(world, meeting, of="allowed", amount_ore=100)
    told = county.secretary.attempt(meeting, "propose-outcome", wrong)
    assert told.refused("appeal-of-refusal", 409).faults == [("appeal-of-refusal", "#/amountOre")]
    meeting = m.written(world, m.closed(world, m.resolve(world, meeting, of="allowed")))
    minutes = county.secretary.items(meeting / "minutes")[-1]["content"]["text"]
    assert "Avslaget som er påklaget: høyere tilskudd" in minutes["nb"]
    m.approved(world, meeting)
    county.decision_maker.attempt(appeal, "settle", answer).refused("body-decided", 409)
    appeal = county.secretary.do(county.secretary.read(appeal.path), "settle", answer)
    assert appeal["state"] == "allowed" and appeal["answers"][-1]["grounds"] == m.GROUNDS
    grant = county.caseworker.read(f"/v1/grants/{refused['grantId']}")
    taken_up = county.caseworker.read(f"/v1/amendments/{grant['amendments'][-1]['id']}")
    assert (taken_up["appealId"], taken_up["state"]) == (appeal["id"], "asked")
    assert taken_up["amountOre"] == refused["amountOre"]


def test_what_a_body_refused_is_forwarded_without_a_meeting(world):
    appeal = grants.appealed(world, world.hub, refused_by_body(world))
    appeal = world.county.caseworker.do(appeal, "reconsider", {"outcome": "forwarded"} | appeals.GROUNDS)
    content = appeals.newest_answer(appeal) | {"resolution": "HU 3/26"}
    assert world.county.secretary.do(appeal, "settle", content)["state"] == "forwarded"


def test_what_is_voted_on_stays_as_it_is(world):
    county, hub, (body, _) = world.county, world.hub, delegated(world)
    amendment = increase(world, granted(world))
    meeting = m.opened(world, amendment, body=body)
    amount = county.secretary.attempt(
        meeting, "propose-outcome", m.outcome(world, meeting, of="approved", amountOre=100)
    )
    assert amount.expect(422).faults == [("amount-prepared", "#/amountOre")]
    meeting = m.voting(world, m.proposed(world, meeting, of="approved"))
    content = grants.preparation(world, amendment)
    county.caseworker.attempt(amendment, "prepare", content).refused("voted-on", 409)
    hub.signatory.attempt(hub.signatory.read(amendment.path), "withdraw", REASON).refused("voted-on", 409)
    county.secretary.attempt(amendment, "send-back", REASON).refused("voted-on", 409)
    assert not county.secretary.permitted(amendment)["send-back"]["permitted"]
    content = {"proposalId": m.newest(meeting)} | REASON
    county.secretary.do(meeting, "abandon-vote", content)
    county.secretary.do(amendment, "send-back", REASON)


def test_what_is_prepared_anew_is_before_the_meeting_anew(world):
    county, (body, _) = world.county, delegated(world)
    amendment = increase(world, granted(world))
    meeting = m.opened(world, amendment, body=body)
    content = grants.preparation(world, amendment, amountOre=LARGE // 2 + 2 * KRONE)
    county.caseworker.do(amendment, "prepare", content)
    content = m.outcome(world, meeting, of="approved")
    told = county.secretary.attempt(meeting, "propose-outcome", content)
    told.refused("case-changed", 409)


def test_two_amendments_of_one_grant_are_on_one_agenda(world):
    county, (body, _) = world.county, delegated(world)
    grant = granted(world)
    first = increase(world, grant)
    second = grants.prepared(world, world.hub, grants.asked(world, world.hub, grant=grant))
    meeting = m.called(world, first, second, body=body)
    assert [i["amendmentId"] for i in meeting["items"]] == [first["id"], second["id"]]
    put = {"amendmentId": first["id"]}
    told = county.secretary.attempt(m.planned(world, body), "put-on-agenda", put)
    told = told.refused("before-a-meeting", 409)
    named = f"{meeting['number']}/{meeting['year']} ({body['name']})"
    assert named in told.json["errors"][0]["detail"], "which meeting"


def test_what_a_group_recommends_is_departed_from_with_grounds(world):
    county, hub = world.county, world.hub
    amendment = grants.prepared(world, hub)
    m.resolved(world, amendment, of="refused")
    told = county.decision_maker.attempt(amendment, "decide", {}).expect(422)
    assert told.faults == [("departure-grounds", "#/departureGrounds")]
    grounds = {"departureGrounds": "Arbeidet ble forsinket av pandemien"}
    decided = county.decision_maker.do(amendment, "decide", grounds)
    assert decided["outcome"]["departureGrounds"] == grounds["departureGrounds"]
    assert hub.signatory.read(amendment.path)["outcome"]["departureGrounds"] is None


def test_who_prepared_or_asked_takes_no_part(world):
    county, hub = world.county, world.hub
    both = world.one_person((county, "caseworker"), (county, "steering_member"))
    preparer, member = both
    asked = grants.asked(world, hub)
    prepared = preparer.do(asked, "prepare", grants.preparation(world, asked))
    body = m.body(world, [m.seat(world, member, "chair"), m.seat(world, county.steering_member_b)])
    meeting = m.called(world, prepared, body=body)
    (out,) = meeting["items"][0]["out"]
    assert (out["person"]["id"], out["why"]) == (member.person, "prepared")


# ---- heard first


def unprepared(world, amendment):
    return world.county.caseworker.attempt(
        amendment, "prepare", grants.preparation(world, amendment)
    )


@pytest.mark.parametrize("kind, terms", [("annulment", {}), ("decrease", {"amountOre": GRANTED - 100})])
def test_what_the_county_takes_back_waits_for_notice(world, kind, terms):
    hub, county = world.hub, world.county
    grant = grants.part_granted(hub)
    amendment = grants.of_county(world, kind, grant, **terms)
    unprepared(world, amendment).refused("amendment-no-notice", 409)
    told = county.caseworker.permitted(amendment)["prepare"]["reasons"]
    assert "amendment-no-notice" in {reason["code"] for reason in told}
    application = county.caseworker.read(f"/v1/applications/{grant['applicationId']}")
    hearing = hearings.raised(world, hub, application, kind="notice")
    unprepared(world, amendment).refused("party-not-heard", 409)
    hearings.lapse(world.database, hearing)
    prepared = grants.prepared(world, hub, county.caseworker.read(amendment.path))
    assert county.decision_maker.do(prepared, "decide", {})["state"] == "approved"


def test_notice_of_what_was_withdrawn_is_no_notice_of_another(world):
    hub, county = world.hub, world.county
    grant = grants.part_granted(hub)
    first = grants.of_county(world, "annulment", grant)
    application = county.caseworker.read(f"/v1/applications/{grant['applicationId']}")
    hearings.exempt(world, hub, application, kind="notice", ground="known")
    county.caseworker.do(first, "withdraw", REASON)
    second = grants.of_county(world, "decrease", grant, amountOre=GRANTED - 100)
    unprepared(world, second).refused("amendment-no-notice", 409)


def test_what_it_says_is_weighed_and_told(world):
    hub, county = world.hub, world.county
    grant = grants.part_granted(hub)
    amendment = grants.of_county(world, "annulment", grant)
    application = county.caseworker.read(f"/v1/applications/{grant['applicationId']}")
    hearing = hearings.raised(world, hub, application, kind="notice")
    hub.signatory.do(hub.signatory.read(hearing.path), "answer", {"comment": "Vi er straks i gang."})
    unprepared(world, amendment).refused("comment-not-weighed", 409)
    hearing = county.caseworker.read(hearing.path)
    county.caseworker.do(hearing, "weigh", {"weighing": "Det har gått to år."})
    grants.decided(world, hub, county.caseworker.read(amendment.path))
    decision = hub.signatory.items(application / "decisions")[-1]
    assert [h["comment"] for h in decision["hearings"]] == ["Vi er straks i gang."]


def test_the_law_excepts_some(world):
    hub, county = world.hub, world.county
    grant = grants.part_granted(hub)
    amendment = grants.of_county(world, "annulment", grant)
    application = county.caseworker.read(f"/v1/applications/{grant['applicationId']}")
    hearings.exempt(world, hub, application, kind="notice", ground="known")
    assert grants.decided(world, hub, amendment)["state"] == "approved"


def test_what_the_recipient_asks_for_needs_no_notice(world):
    hub = world.hub
    grant = grants.part_granted(hub)
    less = grants.asked(world, hub, "decrease", grant, amountOre=GRANTED - 100)
    assert grants.decided(world, hub, less)["state"] == "approved"


def test_the_caseworker_is_told_whom_to_hear(world):
    hub, county = world.hub, world.county
    amendment = grants.of_county(world, "annulment", grants.part_granted(hub))
    case = f"/v1/applications/{amendment['applicationId']}"

    def tasks():
        mine = county.caseworker.items("/v1/tasks", limit=1000)
        return [t["operationId"] for t in mine if t["path"] in (case, amendment.path)]

    assert tasks() == ["hearParty"]
    hearing = hearings.raised(world, hub, county.caseworker.read(case), kind="notice")
    assert tasks() == []
    hearings.lapse(world.database, hearing)
    assert tasks() == ["prepareAmendment"]
    grants.prepared(world, hub, county.caseworker.read(amendment.path))
