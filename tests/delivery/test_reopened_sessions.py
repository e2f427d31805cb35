"""What was entered as held by mistake is taken back while nothing rests on it; and no session is
planned twice."""

import pytest
from support import cohorts, mobilisation, partners
from support.bodies import REASON


@pytest.fixture(scope="module")
def track(world):
    return cohorts.granted_track(world, world.hub)


@pytest.fixture
def firm(world):
    return cohorts.enrolled(world, world.hub)


@pytest.fixture
def cohort(world, track, firm):
    """One that runs, with the firm in it."""
    cohort = cohorts.cohort(world, world.hub, track)
    return world.hub.signatory.do(cohorts.add(world.hub, cohort, firm), "start")


def hold(world, cohort, firm, **changes):
    session = cohorts.plan(world, world.hub, cohort, **changes)
    return cohorts.hold(world.hub, session, (firm["firm"]["orgnr"], 2))


def counted(world, track, cohort, firm):
    """Minutes of the hub, sessions the firm was invited to, and those of its gates."""
    hub = world.hub.signatory
    overview = hub.read(cohort / "overview")["firms"][0]
    way = hub.read(f"/v1/enrolments/{firm['id']}")["way"]["sessions"]
    held = [stage["held"] for stage in way]
    return hub.read(track / "delivery")["held"]["hubMinutes"], overview["invited"], held


def test_what_was_held_by_mistake_counts_no_more(world, track, cohort, firm):
    hub = world.hub.signatory
    minutes, *nothing = counted(world, track, cohort, firm)
    session = hold(world, cohort, firm)
    assert counted(world, track, cohort, firm) == (minutes + 170, 1, [1])
    assert hub.permitted(session)["reopen"]["permitted"]
    world.other_hub.signatory.attempt(session, "reopen", REASON).refused("not-found", 404)
    session = hub.do(session, "reopen", REASON)
    assert counted(world, track, cohort, firm) == (minutes, *nothing)
    assert (session["state"], session["heldMinutes"]) == ("planned", None)
    assert session["attendance"] == []
    told = {"on": str(world.today), "heldMinutes": 170, "reason": REASON["reason"]}
    assert session["reopenings"] == [told]
    kept = world.database.rows(
        "select detail from trinn.audit_events where action = 'reopen' and object_id = %s",
        session["id"],
    )
    came = [{"orgnr": firm["firm"]["orgnr"], "headCount": 2}]
    assert kept == [({"heldMinutes": 170, "attendance": came},)]
    session = cohorts.hold(world.hub, session, (firm["firm"]["orgnr"], 1))
    assert counted(world, track, cohort, firm) == (minutes + 170, 1, [1])
    session = hub.do(hub.do(session, "reopen", REASON), "cancel", REASON)
    assert len(session["reopenings"]) == 2
    world.assert_sound()


def test_the_firm_is_told_why(world):
    session = cohorts.held(world, world.hub)
    world.hub.signatory.do(session, "reopen", {"reason": "Det var samlingen uken etter"})
    seen = world.firm.firm.read(session.path)
    assert (seen["state"], seen["attendance"]) == ("planned", [])
    assert [r["reason"] for r in seen["reopenings"]] == ["Det var samlingen uken etter"]
    told = world.database.rows(
        "select o.orgnr from trinn.outbox x join trinn.organisations o on o.id = x.organisation_id"
        " where x.topic = 'session.reopen' and x.object_id = %s",
        session["id"],
    )
    assert (world.firm.orgnr,) in told


def refusals(world, session):
    reply = world.hub.signatory.attempt(session, "reopen", REASON).expect(409)
    assert not world.hub.signatory.permitted(session)["reopen"]["permitted"]
    return [code for code, _ in reply.faults]


def test_what_a_firm_or_a_gate_has_acted_on_stands(world, track, cohort, firm):
    hub = world.hub.signatory
    said = cohorts.held(world, world.hub)
    world.firm.firm.post(said / "feedback", {"score": 4}).expect(200)
    assert refusals(world, said) == ["session-rested-on"]
    enrolment = hub.do(hub.read(f"/v1/enrolments/{firm['id']}"), "start")
    session = hold(world, cohort, firm)
    hub.do(enrolment, "complete")
    assert refusals(world, session) == ["session-rested-on"]
    later = hold(world, cohort, firm)
    hub.do(later, "reopen", REASON)
    hub.do(hub.read(later.path), "cancel", REASON)
    hub.do(hub.read(cohort.path), "end")
    assert refusals(world, session) == ["session-rested-on", "state-conflict"]


def test_an_interview_that_an_assessment_was_made_in_stands(world):
    enrolment = mobilisation.prospect(world, world.hub)
    interview = cohorts.plan(world, world.hub, enrolment, kind="interview")
    interview = cohorts.hold(world.hub, interview)
    interview = world.hub.signatory.do(interview, "reopen", REASON)
    interview = cohorts.hold(world.hub, interview)
    editor, made_in = world.hub.hub_editor, {"sessionId": interview["id"]}
    begun = editor.make(enrolment / "assessments", mobilisation.new_assessment(world, **made_in))
    said = made_in | {"dimensions": mobilisation.judged(digital=2)}
    editor.do(editor.save(begun, "answers", mobilisation.answers(world, **said)), "finish")
    assert refusals(world, interview) == ["session-rested-on"]


def test_hours_are_ordered_again_while_there_is_room_for_them(world, cohort, firm):
    hub = world.hub.signatory
    engagement = partners.agreed(world, world.hub)
    content = {"deliveredBy": "fagpartner", "engagementId": engagement["id"]}
    session = cohorts.plan(world, world.hub, cohort, **content)
    order = partners.order_content(
        world, minutes=180, sessionId=session["id"], firms=[{"orgnr": firm["firm"]["orgnr"]}]
    )
    order = hub.post(engagement / "hours", order).expect(201).json
    session = cohorts.hold(world.hub, hub.read(session.path), heldMinutes=150)
    session = hub.do(session, "reopen", REASON)
    hours = hub.read(f"/v1/hours/{order['hours'][0]['id']}")
    assert (hours["state"], hours["deliveredMinutes"], hours["freedMinutes"]) == ("ordered", None, 0)
    sums = world.fagpartner.fagpartner.read(engagement.path)
    assert (sums["orderedMinutes"], sums["deliveredMinutes"]) == (180, 0)
    session = cohorts.hold(world.hub, session, heldMinutes=150)
    left = engagement["ceilingMinutes"] - 150
    order = partners.order_content(world, minutes=left)
    hub.post(engagement / "hours", order).expect(201)
    assert refusals(world, session) == ["ceiling-exceeded"]
    world.assert_sound()


def test_a_session_is_planned_once(world, cohort, firm):
    hub = world.hub.signatory
    content = cohorts.session_content(world, title="Robotdag")
    first = hub.make(cohort / "sessions", content)
    again = hub.post(cohort / "sessions", content | {"title": "ROBOTDAG", "place": "Ute"})
    assert again.expect(409).faults == [("session-twice", "#/title")]
    assert first["id"] in again.json["errors"][0]["detail"]
    other = hub.make(cohort / "sessions", content | {"title": "Robotdag 2"})
    reply = hub.put(other.path, content, other.etag)
    assert reply.expect(409).faults == [("session-twice", "#/title")]
    hub.put(first.path, content | {"place": "Ute"}, first.etag).expect(200)
    consulting = content | {"kind": "consulting", "orgnr": firm["firm"]["orgnr"]}
    hub.make(cohort / "sessions", consulting)
    hub.post(cohort / "sessions", consulting).refused("session-twice", 409)
    hub.do(hub.read(first.path), "cancel", REASON)
    hub.make(cohort / "sessions", content)
    network = cohorts.network(world, world.hub)
    hub.make(network / "sessions", content)
    hub.post(network / "sessions", content).refused("session-twice", 409)
