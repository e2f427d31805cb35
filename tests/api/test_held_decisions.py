"""A decision that is held: made, paid for, and known to nobody outside the county before its day."""

import datetime

import pytest
from support import appeals, conditions, letters, reversals
from support import meetings as m
from support.bodies import REASON
from support.contract import operations
from support.jobs import Jobs
from support.parties import KRONE

# Of the machine or the moment, and of nobody's case.
PASSING = ("getMetrics", "getReadiness", "getLiveness", "getOpenapi")
# A refusal names the request that it answers.
TRACED = {"traceparent": f"00-{'5' * 32}-{'7' * 16}-01"}


def later(world, days=5):
    return str(world.today + datetime.timedelta(days))


def hold(world, outcome="granted"):
    return world.county.hold(world.recommended(), outcome)


def make_due(database, application):
    """As if its day were today, and it was decided before."""
    database.run(
        "set session_replication_role = replica; update trinn.decisions"
        " set decided_on = decided_on - 5, release_on = release_on - 5 where application_id = %s",
        application["id"],
    )


@pytest.fixture
def jobs(database):
    running = Jobs(database)
    yield running.wait_ready()
    running.stop()


def reading(things):
    """Every GET of the contract that asks for nothing else than these, and where."""
    for operation in operations().values():
        if operation.reads and operation.id not in PASSING and operation.kind in things:
            yield operation, operation.at(things[operation.kind])


def seen(client, application):
    """All that the applicant can read of it and beside it, to the byte."""
    told = {}
    things = {None: None, "application": application["id"], "call": application["call"]["id"]}
    if application["trackId"]:
        things["track"] = application["trackId"]
    for operation, path in reading(things):
        reply = client.get(path, TRACED)
        told[operation.id] = (reply.status, reply.headers.get("ETag"), reply.text)
    for query in (application["caseNumber"], application["title"]):
        told["search", query] = client.get("/v1/search", TRACED, q=query).text
    return told


@pytest.mark.parametrize("outcome", ["granted", "rejected", "ineligible", "dismissed"])
@pytest.mark.parametrize("who", ["hub.signatory", "hub.hub_editor", "firm.firm"])
def test_not_one_byte_tells_of_it(world, outcome, who):
    applicant, role = who.split(".")
    applicant = getattr(world, applicant)
    client, application = getattr(applicant, role), world.recommended(applicant)
    before = seen(client, application)
    held = world.county.hold(application, outcome)
    assert seen(client, application) == before
    told = world.county.decision_maker.do(held, "release-decision")
    assert told["state"] == outcome
    after = seen(client, application)
    for name in ("getApplication", "listDecisions", "listTimeline"):
        assert after[name] != before[name]


def test_what_it_grants_is_not_there_before_it_is_made_known(world):
    county, signatory = world.county, world.hub.signatory
    held = hold(world)
    grant = county.grant_of(held)
    assert grant["state"] == "offered" and grant["acceptBy"] is None
    signatory.get(grant.path).refused("not-found", 404)
    signatory.attempt(grant, "accept").refused("not-found", 404)
    signatory.get(grant / "permitted-actions").refused("not-found", 404)
    for condition in grant["conditions"]:
        signatory.get(f"/v1/conditions/{condition['id']}").refused("not-found", 404)
    assert grant["id"] not in [g["id"] for g in signatory.items("/v1/grants")]
    county.decision_maker.do(held, "release-decision")
    offered = signatory.read(grant.path)
    assert offered["acceptBy"] and world.hub.accept(offered)["state"] == "accepted"
    world.assert_sound()


def test_the_county_reads_it_as_held(world):
    county = world.county
    held = hold(world)
    assert held["state"] == "recommended" and held["isDecisionHeld"]
    (decision,) = county.caseworker.items(held / "decisions")
    assert decision["releaseOn"] == later(world) and decision["releasedAt"] is None
    assert decision["appealDeadline"] is None and decision["acceptBy"] is None
    assert county.caseworker.items(held / "letters") == []
    released = county.decision_maker.do(held, "release-decision")
    assert released["state"] == "granted" and not released["isDecisionHeld"]
    (decision,) = county.caseworker.items(held / "decisions")
    assert decision["releasedAt"] and decision["appealDeadline"] and decision["acceptBy"]
    (letter,) = county.caseworker.items(held / "letters")
    assert letter["kind"] == "decision"


def test_nothing_comes_of_its_grant_or_its_conditions(world):
    county = world.county
    recommended = world.recommended()
    held = county.hold(recommended, conditions=[conditions.condition()])
    grant = county.grant_of(held)
    wished = {"kind": "acceptance", "until": later(world, 60), "reason": "Styremøte"}
    county.caseworker.attempt(grant, "amendments", wished).refused("decision-held", 409)
    actions = county.caseworker.permitted(grant)
    assert not actions["ask-amendment"]["permitted"]
    condition = county.caseworker.read(f"/v1/conditions/{grant['conditions'][0]['id']}")
    county.caseworker.attempt(condition, "ask-waiver", REASON).refused("decision-held", 409)


def test_its_money_is_taken_at_once(world):
    county = world.county
    line_id = county.funding_line(100_000 * KRONE)
    call = county.call(line_id)
    county.hold(county.recommend(world.hub.apply(call, 75_000 * KRONE)))
    other = county.recommend(world.hub.apply(call, 75_000 * KRONE))
    reply = county.decision_maker.attempt(other, "decide", county.decision(other))
    assert reply.refused("appropriation-exceeded").status == 409
    world.assert_sound()


def test_while_it_is_held_nothing_else_becomes_of_the_case(world):
    county = world.county
    held = hold(world)
    decider = county.decision_maker
    decider.attempt(held, "decide", county.decision(held)).refused("decision-held", 409)
    decider.attempt(held, "send-back", {"reason": "Nei"}).refused("decision-held", 409)
    actions = decider.permitted(held)
    assert actions["release-decision"]["permitted"] and not actions["decide"]["permitted"]
    notice = {"cause": "posted", "onDay": str(world.today), "enteredFor": "Post"}
    assert county.caseworker.attempt(held, "note-notice", notice).status >= 400
    todo = [task["path"] for task in decider.get("/v1/tasks").expect(200).json["items"]]
    assert held.path not in todo


def test_one_that_is_known_is_not_made_known(world):
    decided = world.decided()
    decider = world.county.decision_maker
    decider.attempt(decided, "release-decision").refused("no-decision-held", 409)


@pytest.mark.parametrize(
    "days, fault", [(0, "release-not-later"), (-1, "release-not-later"), (31, "decision-held-too-long")]
)
def test_it_is_held_until_a_day_that_is_near(world, days, fault):
    application = world.recommended()
    content = world.county.decision(application, releaseOn=later(world, days))
    reply = world.county.decision_maker.attempt(application, "decide", content).expect(422)
    assert (fault, "#/releaseOn") in reply.faults or reply.code == fault


def test_a_call_holds_its_decisions_until_a_day(world):
    county = world.county
    call = county.call(decisionsReleasedOn=later(world, 60))
    assert call["decisionsReleasedOn"] == later(world, 60)
    application = county.recommend(world.hub.apply(call))
    held = county.decide(application)
    assert held["state"] == "recommended"
    (decision,) = county.caseworker.items(held / "decisions")
    assert decision["releaseOn"] == later(world, 60)


def test_a_call_makes_nothing_known_before_it_closes(world):
    content = world.county.call_content(
        world.county.usual_line_id, decisionsReleasedOn=str(world.today - datetime.timedelta(1))
    )
    reply = world.county.caseworker.post("/v1/calls", content).expect(422)
    assert ("release-before-close", "#/decisionsReleasedOn") in reply.faults


def test_on_its_day_it_is_made_known(world, database, jobs):
    held, refused, waiting = hold(world), hold(world, "rejected"), hold(world)
    for application in (held, refused):
        make_due(database, application)
    database.run("notify trinn_jobs, 'releases'")
    jobs.wait_for("decision.released", count=2)
    county = world.county
    states = [county.caseworker.read(a.path)["state"] for a in (held, refused, waiting)]
    assert states == ["granted", "rejected", "recommended"]
    told = world.hub.signatory.items(held / "decisions")[0]
    deadline = datetime.date.fromisoformat(told["appealDeadline"])
    assert deadline >= world.today + datetime.timedelta(21) and told["acceptBy"]
    grant = world.hub.signatory.read(f"/v1/grants/{told['grantId']}")
    assert grant["acceptBy"] == told["acceptBy"]
    kinds = [e["kind"] for e in world.hub.signatory.items(held / "timeline")]
    assert "application.release-decision" in kinds and "application.decide" in kinds
    appeal = appeals.appeal(world.hub, refused)
    world.hub.signatory.attempt(world.hub.signatory.read(refused.path), "appeals", appeal).expect(201)


def test_several_are_made_known_at_once(world):
    county = world.county
    cases = [hold(world), world.recommended(), hold(world, "rejected")]
    content = [{"applicationId": a["id"], "etag": a.etag} for a in cases]
    reply = county.decision_maker.post("/v1/decision-releases", {"cases": content}).expect(200)
    assert [r["done"] for r in reply.json["results"]] == [True, False, True]
    (fault,) = reply.json["results"][1]["errors"]
    assert (fault["code"], fault["pointer"]) == ("no-decision-held", "#/cases/1")
    states = [county.caseworker.read(a.path)["state"] for a in cases]
    assert states == ["granted", "recommended", "rejected"]


def test_another_scheme_is_told_as_granted_to_the_county_alone(world, database):
    held = hold(world)
    granted = "select trinn.is_granted_held(county_id, id) from trinn.applications where id = %s"
    assert database.value(granted, held["id"])
    assert not database.value(granted, hold(world, "rejected")["id"])


# ---- one that is seen to be wrong is set aside before anybody knows of it (fvl. § 35 first paragraph b)

UNREACHED = {"ground": "not_reached"}


def told_of(world, application):
    """What the applicant reads of what was decided, and is told."""
    signatory = world.hub.signatory
    told = [signatory.items(application / kind) for kind in ("decisions", "reversals", "letters")]
    grants = [g for g in signatory.items("/v1/grants") if g["applicationId"] == application["id"]]
    return [*told, grants, [e["kind"] for e in signatory.items(application / "timeline")]]


def test_one_that_is_seen_to_be_wrong_is_set_aside_and_decided_anew(world):
    county, hub = world.county, world.hub
    application = world.recommended()
    before = told_of(world, application)
    held = county.hold(application, conditions=[conditions.condition()])
    grant = county.grant_of(held)
    reversal = reversals.proposed(world, hub, held, **UNREACHED)
    assert not reversal["isHarmful"]
    reversals.decide(hub, reversal)
    taken_up = county.caseworker.read(held.path)
    assert (taken_up["state"], taken_up["isDecisionHeld"]) == ("in_review", False)
    assert county.caseworker.read(grant.path)["state"] == "annulled"
    (decision,) = county.caseworker.items(held / "decisions")
    assert decision["droppedAt"] and decision["releasedAt"] is None
    assert decision["reversal"] == {"id": reversal["id"], "decisionId": None, "ground": "not_reached"}
    assert told_of(world, application) == before
    hub.signatory.get(reversal.path).refused("not-found", 404)
    hub.signatory.get(grant.path).refused("not-found", 404)
    world.assert_sound()
    decided = county.decide(county.recommend(taken_up, "part_granted", 20_000 * KRONE), "part_granted", 20_000 * KRONE)
    (known,) = hub.signatory.items(decided / "decisions")
    assert (known["cause"], known["replacesId"], known["amountOre"]) == ("application", None, 20_000 * KRONE)
    assert known["conditions"] == [] and "gjort om" not in letters.of_decision(world, known["id"])
    assert hub.accept(county.grant_of(decided))["amountOre"] == 20_000 * KRONE
    world.assert_sound()


def test_it_is_set_aside_whole_and_on_that_ground(world):
    held, caseworker = hold(world), world.county.caseworker
    wrong = [
        ("#/ground", reversals.proposal()),
        ("#/outcome", reversals.proposal("part_granted", 10_000 * KRONE, **UNREACHED)),
    ]
    for pointer, content in wrong:
        reply = caseworker.attempt(held, "reversals", content).expect(409)
        assert reply.faults == [("reversal-of-held", pointer)]


def test_while_that_is_proposed_it_is_not_made_known(world, database, jobs):
    county = world.county
    held, other = hold(world), hold(world)
    reversal = reversals.proposed(world, world.hub, held, **UNREACHED)
    county.decision_maker.attempt(held, "release-decision").refused("reversal-open", 409)
    for application in (held, other):
        make_due(database, application)
    database.run("notify trinn_jobs, 'releases'")
    jobs.wait_for("decision.released", count=1)
    states = [county.caseworker.read(a.path)["state"] for a in (held, other)]
    assert states == ["recommended", "granted"]
    county.caseworker.do(reversal, "withdraw", REASON)
    held = county.decision_maker.read(held.path)
    assert county.decision_maker.do(held, "release-decision")["state"] == "granted"


def test_what_a_body_decided_it_sets_aside_in_a_meeting(world):
    county, (body, call) = world.county, m.delegated(world)
    application = world.recommended(call=call, applied_ore=800_000 * KRONE)
    item = m.resolved(world, application, body, "rejected")
    content = county.decision(application, "rejected", 0, releaseOn=later(world)) | {"meetingItemId": item["id"]}
    del content["grounds"]
    held = county.secretary.do(application, "decide", content)
    reversal = reversals.proposed(world, world.hub, held, **UNREACHED)
    county.decision_maker.attempt(reversal, "decide", {}).refused("reversal-for-meeting", 409)
    item = m.resolved(world, reversal, body, "reversed")
    county.secretary.do(reversal, "decide", {"meetingItemId": item["id"]})
    assert county.caseworker.read(held.path)["state"] == "in_review"
    world.assert_sound()
