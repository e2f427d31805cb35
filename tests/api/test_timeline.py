"""A case is told as one thing after the other, to each side what it may know."""

from support import appeals, conditions, documents, late, retention
from support import disqualifications as dq
from support import meetings as m
from support.bodies import REASON


def told(person, application_id, **query):
    entries = person.items(f"/v1/applications/{application_id}/timeline", **query)
    return [entry["kind"] for entry in reversed(entries)]


def test_a_case_is_told_from_its_submission_to_its_payment(world):
    payment = world.paid(world.hub)
    case = payment["applicationId"]
    seen = told(world.hub.signatory, case)
    assert seen[:3] == ["application.submit", "application.recommend", "application.decide"]
    steps = ["grant.accept", "claim.claim", "claim.release", "payment.confirm-paid"]
    assert [kind for kind in seen if kind in steps] == steps
    known = told(world.county.caseworker, case)
    assert {"claim.review", "claim.attest"} <= set(known) - set(seen)


def test_why_a_recommendation_was_sent_back_is_told_within_the_county(world):
    county, case = world.county, world.recommended()
    county.decision_maker.do(case, "send-back", {"reason": "Feil sats"})
    path = f"/v1/applications/{case['id']}/timeline"
    for person, reason in ((county.caseworker, "Feil sats"), (world.hub.signatory, None)):
        (entry,) = [e for e in person.items(path) if e["kind"] == "application.send-back"]
        assert entry["reason"] == reason
    assert all(word not in world.hub.signatory.get(path).text for word in ("Feil sats", "part_granted"))


def test_an_appeal_is_told_of_in_the_case(world):
    appeal = appeals.forwarded(world, world.hub)
    entries = world.hub.signatory.items(f"/v1/applications/{appeal['application']['id']}/timeline")
    assert [e["kind"] for e in entries[:2]] == ["appeal.settle", "appeal.lodge-appeal"]
    assert entries[0]["path"] == appeal.path and entries[0]["person"] is None


def steps(events):
    return [f"{event['objectKind']}.{event['action']}" for event in events]


def test_each_step_of_an_appeal_is_told_with_who_took_it(world):
    county, hub = world.county, world.hub
    appeal = appeals.lodged(world, hub)
    answered = appeals.reconsidered(world, hub, appeal)
    county.decision_maker.do(answered, "send-back", appeals.newest_answer(answered) | REASON)
    appeal = appeals.answered(world, hub, appeals.forwarded(world, hub, hub.signatory.read(appeal.path)))
    case = appeal["application"]["id"]
    events = county.auditor.items(f"/v1/applications/{case}/events")
    told_of = [e for e in events if e["objectKind"] == "appeal"]
    wanted = ["lodge-appeal", "reconsider", "send-back", "reconsider", "settle", "comment", "enter-outcome"]
    assert [e["action"] for e in told_of] == wanted
    by = [e["person"]["name"] for e in told_of[1:3]]
    assert by == [county.caseworker.name, county.decision_maker.name]
    assert told_of[2]["reason"] == REASON["reason"]
    assert told_of[1]["detail"] == {"outcome": "forwarded", "amountOre": 0}
    (recommended,) = [e for e in events if e["action"] == "recommend"]
    assert recommended["detail"] == {"outcome": "part_granted", "amountOre": appeals.GRANTED}
    entries = county.caseworker.items(f"/v1/applications/{case}/timeline")
    assert [e["kind"] for e in entries[:6]] == [f"appeal.{action}" for action in wanted[:0:-1]]
    assert entries[2]["text"] == "Klagen er sendt til klageinstansen"
    assert told(hub.signatory, case)[-3:] == ["appeal.lodge-appeal", "appeal.settle", "appeal.comment"]


def test_an_answer_on_costs_is_no_answer_to_the_appeal(world):
    appeal = appeals.costs_claimed(world, world.hub)
    content = {"outcome": "given", "amountOre": 4_000_00} | appeals.GROUNDS
    proposed = world.county.caseworker.do(appeal, "propose-costs", content)
    appeals.settle(world.hub, proposed)
    path = f"/v1/applications/{appeal['application']['id']}/timeline"
    assert world.hub.signatory.items(path)[0]["text"] == "Det er svart på kravet om sakskostnader"


def test_who_stands_back_from_a_case_and_who_settled_it_is_told_to_who_may_read_it(world):
    county, case = world.county, world.hub.apply()
    dq.declared(county.steering_member, case)
    question = dq.declared(county.archivist, case, personId=county.caseworker.person)
    settlement = {"outcome": "cleared", "reason": "En annen med samme navn"}
    county.programme_lead.do(question, "settle", settlement)
    events = county.auditor.items(case / "events")
    assert steps(events)[-3:] == ["disqualification.declare"] * 2 + ["disqualification.settle"]
    assert [e["caseKind"] for e in events[-4:]] == ["application"] + ["disqualification"] * 3
    assert events[-1]["person"]["name"] == county.programme_lead.name
    assert events[-1]["reason"] == settlement["reason"]
    assert events[-1]["detail"] == {"personId": county.caseworker.person, "state": "cleared"}
    entries = county.caseworker.items(case / "timeline")
    assert [e["text"] for e in entries[:3]] == [
        "Det er avgjort at noen ikke er inhabil",
        "Det er spurt om noen er inhabil",
        "Noen har erklært seg inhabil",
    ]
    assert entries[0]["path"] == question.path and entries[0]["isInternal"]
    assert told(county.finance, case["id"]) == ["application.submit"]
    assert told(world.hub.signatory, case["id"]) == ["application.submit"]


def test_leave_to_be_late_is_told_of_in_the_case_that_came_by_it(world):
    county, hub = world.county, world.hub
    draft = late.draft(hub)
    late.decide(world, hub, late.ask(hub, draft), "refused")
    late.decide(world, hub, late.ask(hub, draft))
    case = hub.signatory.do(hub.signatory.read(draft.path), "submit")
    asked = [f"late_submission.{action}" for action in ("ask", "recommend", "decide")]
    assert told(county.caseworker, case["id"]) == [*asked, *asked, "application.submit"]
    shown = [kind for kind in asked if not kind.endswith("recommend")]
    assert told(hub.signatory, case["id"]) == [*shown, *shown, "application.submit"]
    events = county.auditor.items(case / "events")
    assert [e["caseKind"] for e in events[:6]] == ["late_submission"] * 6
    assert events[2]["person"]["name"] == county.decision_maker.name
    assert not [k for k in told(county.caseworker, hub.apply()["id"]) if k in asked]


def test_leave_that_an_application_began_by_is_told_of_in_it(world):
    hub, call = world.hub, late.closed_call(world.county)
    asked = hub.signatory.make("/v1/late-submissions", {"callId": call["id"]} | REASON)
    late.decide(world, hub, asked)
    content = {"callId": call["id"], "title": "Sent"}
    case = hub.signatory.do(hub.fill(hub.signatory.make("/v1/applications", content)), "submit")
    assert told(hub.signatory, case["id"])[0] == "late_submission.ask"


def test_a_meeting_is_told_of_in_the_case_it_treated_and_in_no_other(world):
    county, case, other = world.county, world.recommended(), world.recommended()
    seen_before = told(world.hub.signatory, case["id"])
    meeting = m.opened(world, case, other)
    other_item = {"itemId": meeting["items"][1]["id"], "reason": "Søkeren har bedt om det"}
    meeting = county.secretary.do(meeting, "take-off-agenda", other_item)
    m.approved(world, m.written(world, m.closed(world, m.resolve(world, meeting))))
    votes = [f"proposal.{s}" for s in ("propose-outcome", "put-to-vote")]
    votes += ["proposal.cast-vote"] * 3 + ["proposal.end-vote"]
    begun = ["meeting_item.put-on-agenda", "meeting.send-agenda", "meeting.open"]
    ended = ["meeting.close", "minutes.write-minutes", "minutes.approve-minutes"]
    events = county.auditor.items(case / "events")
    assert steps(events)[-len(begun + votes + ended) :] == begun + votes + ended
    (put_forward,) = [e for e in events if e["action"] == "propose-outcome"]
    assert put_forward["detail"]["outcome"] == "granted"
    (carried,) = [e for e in events if e["action"] == "end-vote"]
    assert carried["detail"] == {"state": "carried", "for": 3, "against": 0}
    cast = [e for e in events if e["action"] == "cast-vote"]
    assert {e["person"]["name"] for e in cast} >= {county.steering_member.name}
    assert steps(county.auditor.items(other / "events"))[-4:] == [*begun, "meeting_item.take-off-agenda"]
    entries = county.caseworker.items(case / "timeline")
    assert [e["kind"] for e in reversed(entries)][-12:] == begun + votes + ended
    assert entries[3]["text"] == "Forslaget er vedtatt" and entries[3]["path"] == meeting.path
    assert told(world.hub.signatory, case["id"]) == seen_before


def test_the_trails_of_a_case_come_in_pages_in_the_order_of_time(world):
    county, case = world.county, world.recommended()
    meeting = m.called(world, case)
    dq.declared(county.steering_member_b, case)
    county.secretary.do(meeting, "cancel", REASON)
    whole = county.caseworker.items(case / "timeline", limit=100)
    assert [e["kind"] for e in whole[:4]] == [
        *("meeting.cancel", "disqualification.declare"),
        *("meeting.send-agenda", "meeting_item.put-on-agenda"),
    ]
    assert county.caseworker.items(case / "timeline", limit=1) == whole
    assert [e["at"] for e in whole] == sorted((e["at"] for e in whole), reverse=True)


def test_conditions_are_told_of_in_the_case(world):
    open_one = conditions.given(world.hub)
    case = open_one["applicationId"]
    reported = conditions.report(world.hub, open_one)
    returned = world.county.caseworker.do(reported, "return", REASON)
    conditions.report(world.hub, world.hub.signatory.read(returned.path))
    steps = ["condition.report", "condition.return", "condition.report"]
    for person in (world.hub.signatory, world.county.caseworker):
        assert told(person, case)[-3:] == steps


def test_that_a_case_is_kept_is_told_to_the_county(world):
    case = world.hub.apply()
    hold = retention.lifted(world, world.hub, case)
    entries = world.county.archivist.items(case / "timeline")
    steps = ["legal_hold.place", "legal_hold.settle", "legal_hold.ask-to-lift", "legal_hold.settle"]
    assert [e["kind"] for e in reversed(entries)][1:] == steps
    assert all(e["isInternal"] and e["path"] == hold.path for e in entries[:-1])
    assert told(world.hub.signatory, case["id"]) == ["application.submit"]


def test_the_applicant_is_told_the_county_s_role_and_not_who(world):
    case = world.county.caseworker.do(world.hub.apply(), "return", REASON)
    path = case / "timeline"
    entry = world.hub.hub_editor.items(path)[0]
    assert (entry["side"], entry["role"], entry["person"]) == ("county", "saksbehandler", None)
    assert entry["reason"] == REASON["reason"] and entry["text"] == "Fylkeskommunen ber om mer"
    entry = world.county.decision_maker.items(path)[0]
    assert entry["person"]["name"] == world.county.caseworker.name
    english = world.hub.hub_editor.get(path, headers={"Accept-Language": "en"}).json["items"][0]
    assert (english["text"], english["role"]) == ("The county asks for more", "caseworker")


def test_remarks_and_the_county_s_own_documents_are_told_to_the_county(world):
    case, caseworker = world.hub.apply(), world.county.caseworker
    caseworker.make(case / "messages", {"text": "Merk", "isInternal": True})
    documents.clean(world, caseworker, case, access="county")
    assert told(world.hub.signatory, case["id"]) == ["application.submit"]
    assert told(caseworker, case["id"])[1:] == ["message.write", "document.clean"]
    assert all(e["isInternal"] for e in caseworker.items(case / "timeline")[:2])
    caseworker.make(case / "messages", {"text": "Hei"})
    assert told(world.hub.signatory, case["id"])[1:] == ["message.write"]


def test_what_was_done_to_a_draft_is_told_to_nobody(world):
    draft = world.hub.fill(world.hub.draft())
    assert told(world.hub.signatory, draft["id"]) == []
    world.hub.signatory.do(draft, "submit")
    assert told(world.county.caseworker, draft["id"]) == ["application.submit"]
    world.other_hub.signatory.get(draft / "timeline").expect(404)


def test_it_comes_in_pages(world):
    case = world.hub.apply()
    for text in ("En", "To", "Tre"):
        world.hub.signatory.make(case / "messages", {"text": text})
    entries = world.hub.signatory.items(case / "timeline", limit=2)
    assert [e["kind"] for e in entries] == ["message.write"] * 3 + ["application.submit"]
    first = world.hub.signatory.get(case / "timeline", limit=2).json
    assert len(first["items"]) == 2 and first["nextCursor"]
