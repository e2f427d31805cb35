"""A call's deadline, the hour of grace for what was begun in time, and leave to be late, which two
persons give."""

import datetime

import pytest
from support import late
from support.bodies import REASON


def make_old(world, call, days=1):
    """The last day of an open call has passed since."""
    world.database.run(
        "set session_replication_role = replica; update trinn.calls"
        " set closes_on = trinn.today() - %s, opens_on = trinn.today() - 30 where id = %s",
        days, call["id"],
    )


def overdue(world, days=1):
    """A draft that was begun in time and not sent."""
    call = world.county.call()
    draft = world.hub.fill(world.hub.draft(call))
    begun = world.today - datetime.timedelta(days + 1)
    world.database.run(
        "set session_replication_role = replica;"
        " update trinn.applications set created_at = %s where id = %s", begun, draft["id"],
    )
    make_old(world, call, days)
    return draft


# ---- the deadline


def test_after_the_hour_of_grace_a_draft_is_told_when_it_was_and_what_can_be_done(world):
    draft = overdue(world)
    refusal = world.hub.signatory.attempt(draft, "submit").refused("deadline-passed", 409)
    told = refusal.json["detail"]
    assert f"{world.today - datetime.timedelta(1):%d.%m.%Y}" in told and f"{world.today:%d.%m.%Y} kl. 01.00" in told
    assert "/v1/late-submissions" in told
    assert world.hub.signatory.read(draft.path)["answers"] == draft["answers"]
    permitted = world.hub.signatory.read(draft / "permitted-actions")["actions"]
    (submit,) = [a for a in permitted if a["action"] == "submit"]
    assert [p["code"] for p in submit["reasons"]] == ["deadline-passed"]


def saves(draft):
    """The three steps of a draft, as they are sent."""
    plan = ("title", "answers", "startsOn", "endsOn", "newContent", "firms", "fagpartnere")
    return {
        "plan": {name: draft[name] for name in plan if draft[name] is not None},
        "cost-plan": {"costs": draft["costs"]},
        "finance-plan": {"finance": draft["finance"]},
    }


def save(world, draft, step="plan", who=None):
    who = who or world.hub.signatory
    content = saves(draft)[step]
    if step == "plan":
        content["firms"] = [{n: firm[n] for n in ("orgnr", "stage")} for firm in content["firms"]]
    seen = who.get(draft.path)
    return who.put(draft / step, content, headers={"If-Match": seen.headers["ETag"]})


@pytest.mark.parametrize("step", ["plan", "cost-plan", "finance-plan"])
def test_after_the_grace_a_draft_is_read_and_not_changed(world, step):
    draft = overdue(world)
    refusal = save(world, draft, step).refused("draft-closed", 409)
    told = refusal.json["detail"]
    assert f"{world.today:%d.%m.%Y} kl. 01.00" in told and "/v1/late-submissions" in told


def test_after_the_grace_nobody_is_asked_to_be_a_partner(world):
    draft = overdue(world)
    content = {"orgnr": world.other_hub.orgnr, "task": "Verksteder"}
    world.hub.signatory.post(draft / "partners", content).refused("draft-closed", 409)
    permitted = world.hub.signatory.read(draft / "permitted-actions")["actions"]
    reasons = {a["action"]: [p["code"] for p in a.get("reasons", [])] for a in permitted}
    assert reasons["add-partner"] == ["draft-closed"]


def test_a_draft_is_changed_while_leave_is_asked_for_and_when_it_is_given(world):
    hub = world.hub
    draft = late.draft(hub)
    assert "stengt" in save(world, draft).refused("draft-closed", 409).json["detail"]
    asked = late.ask(hub, draft)
    save(world, draft).expect(200)
    late.decide(world, hub, asked, "refused")
    save(world, draft).refused("draft-closed", 409)
    granted = late.decide(world, hub, late.ask(hub, draft))
    save(world, draft).expect(200)
    world.database.run(
        "set session_replication_role = replica; update trinn.late_submissions"
        " set submit_by = trinn.today() - 1 where id = %s", granted["id"],
    )
    save(world, draft).refused("leave-over", 409)


def test_nothing_is_begun_after_the_deadline(world):
    call = world.county.call()
    make_old(world, call)
    reply = world.hub.signatory.post("/v1/applications", {"callId": call["id"], "title": "Sent"})
    reply.refused("deadline-passed", 409)


def test_the_county_says_how_long_the_grace_lasts(world):
    in_time, too_late = overdue(world), overdue(world)
    content = {
        "key": "calls.grace_minutes",
        "basis": "retningslinjer § 4",
        "validFrom": str(world.today),
        "validTo": str(world.today),
        "value": 2 * 24 * 60,
        "unit": "minutes",
        "source": "FT 2/26",
    }
    figure = world.county.set_up("/v1/rule-params", content)
    world.database.run(
        "set session_replication_role = replica;"
        " update trinn.applications set created_at = trinn.closes_at(trinn.today() - 1) where id = %s",
        too_late["id"],
    )
    assert world.hub.signatory.do(in_time, "submit")["state"] == "submitted"
    world.hub.signatory.attempt(too_late, "submit").refused("deadline-passed", 409)
    world.database.run(
        "set session_replication_role = replica; delete from trinn.rule_params where id = %s", figure
    )


# ---- leave


def test_leave_takes_one_who_recommends_and_another_who_decides(world):
    hub, county = world.hub, world.county
    draft = late.draft(hub)
    hub.signatory.attempt(draft, "submit").refused("call-closed", 409)
    asked = late.ask(hub, draft)
    assert (asked["state"], asked["applicationId"]) == ("asked", draft["id"])
    county.decision_maker.attempt(asked, "decide", late.decision(world)).refused("state-conflict")
    recommended = late.recommend(hub, asked)
    assert recommended["recommendation"]["outcome"] == "granted"
    granted = county.decision_maker.do(recommended, "decide", late.decision(world))
    assert granted["decision"]["submitBy"] and granted["decision"]["appealDeadline"] is None
    assert hub.signatory.do(draft, "submit")["state"] == "submitted"


def test_the_applicant_reads_the_decision_and_not_the_recommendation(world):
    hub = world.hub
    recommended = late.recommended(world, hub)
    seen = hub.signatory.read(recommended.path)
    assert (seen["state"], seen["recommendation"], seen["decision"]) == ("recommended", None, None)


def test_a_refusal_has_grounds_and_the_right_to_appeal(world):
    hub = world.hub
    draft = late.draft(hub)
    refused = late.decide(world, hub, late.ask(hub, draft), "refused")
    decision = hub.signatory.read(refused.path)["decision"]
    assert decision["outcome"] == "refused" and decision["grounds"] and decision["body"]
    assert decision["appealBody"] == "Klagenemnda"
    assert decision["appealDeadline"] >= str(world.today + datetime.timedelta(21))
    hub.signatory.attempt(draft, "submit").refused("call-closed", 409)
    late.ask(hub, draft)


def test_leave_takes_two_who_want_it(world):
    hub, county = world.hub, world.county
    recommended = late.recommend(hub, late.asked(world, hub), "refused")
    content = late.decision(world)
    told = county.decision_maker.attempt(recommended, "decide", content)
    told.refused("given-by-two", 409)
    asked = county.decision_maker.do(recommended, "send-back", REASON)
    assert asked["state"] == "asked"
    assert hub.signatory.read(asked.path)["decision"] is None
    (task,) = [t for t in county.caseworker.items("/v1/tasks", limit=1000) if t["path"] == asked.path]
    assert (task["operationId"], bool(task["dueOn"])) == ("recommendLateSubmission", True)
    recommended = late.recommend(hub, county.caseworker.read(asked.path))
    assert county.decision_maker.do(recommended, "decide", content)["state"] == "granted"


def test_leave_to_begin_is_for_one_application(world):
    hub = world.hub
    call = late.closed_call(world.county)
    content = {"callId": call["id"], "title": "For sent"}
    hub.signatory.post("/v1/applications", content).refused("call-closed", 409)
    asked = hub.signatory.make("/v1/late-submissions", {"callId": call["id"]} | REASON)
    granted = late.decide(world, hub, asked)
    begun = hub.signatory.make("/v1/applications", content)
    assert begun["lateSubmissionId"] == granted["id"]
    assert hub.signatory.read(granted.path)["applicationId"] == begun["id"]
    hub.signatory.post("/v1/applications", content).refused("call-closed", 409)
    assert hub.signatory.do(hub.fill(begun), "submit")["state"] == "submitted"


def test_leave_of_one_draft_is_not_anothers(world):
    hub = world.hub
    call = world.county.call()
    first, second = hub.fill(hub.draft(call)), hub.fill(hub.draft(call))
    world.county.caseworker.do(call, "close", REASON)
    late.decide(world, hub, late.ask(hub, first))
    hub.signatory.attempt(second, "submit").refused("call-closed", 409)
    other = world.other_hub.signatory.post(
        "/v1/applications", {"callId": call["id"], "title": "Også sent"})
    other.refused("call-closed", 409)


def test_leave_that_is_over_is_told_so(world):
    hub = world.hub
    draft = late.draft(hub)
    granted = late.decide(world, hub, late.ask(hub, draft))
    world.database.run(
        "set session_replication_role = replica; update trinn.late_submissions"
        " set submit_by = trinn.today() - 1 where id = %s", granted["id"],
    )
    hub.signatory.attempt(draft, "submit").refused("leave-over", 409)


def test_leave_is_asked_once_of_what_is_late_and_ones_own(world):
    hub = world.hub
    draft = late.draft(hub)
    late.ask(hub, draft)
    content = {"callId": draft["call"]["id"], "applicationId": draft["id"]} | REASON
    hub.signatory.post("/v1/late-submissions", content).refused("late-asked", 409)
    theirs = world.other_hub.signatory.post("/v1/late-submissions", content).expect(422)
    assert theirs.faults == [("unknown-reference", "#/applicationId")]
    early = {"callId": world.county.usual_call["id"]} | REASON
    hub.signatory.post("/v1/late-submissions", early).refused("not-late", 409)


def test_whoever_asked_for_the_hub_neither_recommends_nor_decides(world):
    county, hub = world.county, world.hub
    hers, caseworker, decider = world.one_person(
        (hub, "hub_signatory"), (county, "caseworker"), (county, "decision_maker"))
    draft = late.draft(hub)
    content = {"callId": draft["call"]["id"], "applicationId": draft["id"]} | REASON
    asked = hers.make("/v1/late-submissions", content)
    refusal = caseworker.attempt(asked, "recommend", late.GROUNDS | {"outcome": "granted"})
    assert refusal.status == 403, refusal
    recommended = late.recommend(hub, asked)
    assert decider.attempt(recommended, "decide", late.decision(world)).status == 403


@pytest.mark.parametrize("outcome, change, fault", [
    ("granted", {"submitBy": None}, ("submit-by-missing", "#/submitBy")),
    ("granted", {"submitBy": "2020-01-01"}, ("date-passed", "#/submitBy")),
    ("refused", {"submitBy": "2099-01-01"}, ("submit-by-of-refusal", "#/submitBy")),
])
def test_leave_has_a_last_day_and_a_refusal_none(world, outcome, change, fault):
    content = late.decision(world, outcome) | change
    content = {name: value for name, value in content.items() if value}
    recommended = late.recommended(world, world.hub)
    reply = world.county.decision_maker.attempt(recommended, "decide", content).expect(422)
    assert reply.faults == [fault]
