"""Calls open and close by command; tracks belong to a hub."""

import datetime
from concurrent.futures import ThreadPoolExecutor

import pytest
from support.bodies import REASON
from support.parties import FORM


def test_a_call_is_seen_by_applicants_from_the_day_it_is_opened(world):
    county = world.county
    planned = county.caseworker.make("/v1/calls", county.call_content(county.usual_line_id))
    assert planned["state"] == "planned"
    world.hub.signatory.get(planned.path).refused("not-found", 404)
    opened = county.caseworker.do(planned, "open")
    assert opened["state"] == "open"
    seen = world.hub.signatory.read(opened.path)
    assert seen["form"]["schema"] == FORM and seen["form"]["version"] == 1
    assert seen["stages"] == [1, 2] and seen["costGroups"] == ["fagpartner", "workshops"]
    states = {c["id"]: c["state"] for c in world.hub.signatory.items("/v1/calls", state="open")}
    assert states[opened["id"]] == "open" and set(states.values()) == {"open"}


def test_a_call_closed_before_its_time_says_why_and_takes_no_more(world):
    hub = world.hub
    call = world.county.call()
    draft = hub.fill(hub.draft(call))
    closed = world.county.caseworker.do(call, "close", {"reason": "Midlene er brukt"})
    assert closed["state"] == "closed"
    told = hub.signatory.attempt(draft, "submit").refused("call-closed", 409).json["detail"]
    assert f"{world.today:%d.%m.%Y}" in told and "/v1/late-submissions" in told
    late = hub.signatory.post("/v1/applications", {"callId": call["id"], "title": "For sent"})
    late.refused("call-closed", 409)
    world.county.caseworker.attempt(closed, "open").refused("state-conflict", 409)


def test_a_call_is_not_open_before_its_day(world):
    tomorrow = world.today + datetime.timedelta(1)
    call = world.county.call(opensOn=str(tomorrow), closesOn=str(tomorrow))
    content = {"callId": call["id"], "title": "For tidlig"}
    reply = world.hub.signatory.post("/v1/applications", content)
    assert f"{tomorrow:%d.%m.%Y}" in reply.refused("call-not-open", 409).json["errors"][0]["detail"]


def test_a_call_is_open_to_the_end_of_its_last_day(world):
    today = str(world.today)
    application = world.hub.apply(world.county.call(opensOn=today, closesOn=today))
    assert application["state"] == "submitted"


def test_a_call_that_is_over_is_not_opened(world):
    county = world.county
    yesterday = str(world.today - datetime.timedelta(1))
    content = county.call_content(
        county.usual_line_id, opensOn="2020-01-01", closesOn=yesterday
    )
    planned = county.caseworker.make("/v1/calls", content)
    county.caseworker.attempt(planned, "open").refused("date-passed", 422)


def test_a_call_keeps_to_its_line_and_programme(world):
    county = world.county
    content = county.call_content(
        county.usual_line_id, stages=[1, 7], costGroups=["fagpartner", "reiser"]
    )
    reply = county.caseworker.post("/v1/calls", content).refused("validation-failed", 422)
    assert reply.faults == [
        ("cost-group-unknown", "#/costGroups/1"),
        ("stage-not-in-call", "#/stages/1"),
    ]


def test_a_call_is_not_made_on_another_countys_line(world):
    content = world.county.call_content(world.neighbour.usual_line_id)
    reply = world.county.caseworker.post("/v1/calls", content).expect(422)
    assert ("unknown-reference", "#/fundingLineId") in reply.faults


@pytest.mark.parametrize(
    "form, pointer",
    [
        ({"type": "object", "properties": {"a": {"$ref": "https://x.test/"}}}, "#/form"),
        ({"type": "object", "properties": {"a": {"pattern": "(a+)+$("}}}, "#/form"),
        ({"type": "object", "dependentSchemas": {}}, "#/form"),
        ({"type": "stuff"}, "#/form"),
    ],
)
def test_a_form_beyond_what_is_understood_is_refused_when_saved(world, form, pointer):
    county = world.county
    content = county.call_content(county.usual_line_id, form=form)
    reply = county.caseworker.post("/v1/calls", content).expect(422)
    assert reply.faults and all(at.startswith(pointer) for _, at in reply.faults), reply


@pytest.mark.parametrize("number", [1e18, 1e19, 1e30, -1e300, 1e-20])
def test_a_form_may_name_any_number_and_be_answered(world, number):
    form = {"type": "object", "properties": {"goal": {}, "firms": {"enum": [number, 10]}}}
    call = world.county.call(form=form)
    assert world.hub.signatory.read(call.path)["form"]["schema"] == form
    assert world.hub.apply(call)["state"] == "submitted"


def test_a_refused_form_is_told_by_which_keyword(world):
    county = world.county
    form = {"type": "object", "properties": {"a": {"type": "string", "contentEncoding": "x"}}}
    content = county.call_content(county.usual_line_id, form=form)
    reply = county.caseworker.post("/v1/calls", content).expect(422)
    assert reply.faults == [("field", "#/form/properties/a")]
    detail = reply.json["errors"][0]["detail"]
    assert detail == 'Feltet kan ikke være slik: ukjent nøkkelord "contentEncoding".'


def test_a_code_of_a_call_is_used_once(world):
    county = world.county
    content = county.call_content(county.usual_line_id)
    county.caseworker.make("/v1/calls", content)
    county.caseworker.post("/v1/calls", content).refused("duplicate", 409)


def test_a_track_gathers_its_applications(world):
    hub = world.hub
    track = hub.track()
    first = hub.draft(world.county.call(stages=[1]), trackId=track["id"])
    second = hub.draft(world.county.call(stages=[2]), trackId=track["id"])
    seen = hub.hub_editor.read(track.path)
    assert [a["id"] for a in seen["applications"]] == [first["id"], second["id"]]
    assert [a["stages"] for a in seen["applications"]] == [[1], [2]]
    assert track["id"] in [t["id"] for t in hub.hub_editor.items("/v1/tracks")]


def test_a_track_has_one_application_in_a_call(world):
    hub = world.hub
    track = hub.track()
    call = world.county.usual_call
    first = hub.draft(call, trackId=track["id"])
    content = {"callId": call["id"], "trackId": track["id"], "title": "En til"}
    hub.signatory.post("/v1/applications", content).refused("track-call-taken", 409)
    hub.signatory.do(hub.signatory.do(hub.fill(first), "submit"), "withdraw", REASON)
    hub.signatory.post("/v1/applications", content).expect(201)


def test_of_several_at_once_one_is_the_tracks_application_in_a_call(world):
    track = world.hub.track()
    call = world.county.usual_call
    content = {"callId": call["id"], "trackId": track["id"], "title": "En av flere"}
    people = [world.hub.signatory.another() for _ in range(8)]
    with ThreadPoolExecutor(len(people)) as pool:
        replies = list(pool.map(lambda one: one.post("/v1/applications", content), people))
    assert sorted(r.code or "" for r in replies) == [""] + 7 * ["track-call-taken"]
    assert len(world.hub.signatory.read(track.path)["applications"]) == 1


def test_a_track_of_another_hub_does_not_exist(world):
    track = world.other_hub.track()
    content = {"callId": world.county.usual_call["id"], "trackId": track["id"], "title": "Lånt"}
    reply = world.hub.signatory.post("/v1/applications", content).expect(422)
    assert reply.faults == [("unknown-reference", "#/trackId")]


def test_an_application_to_a_call_that_is_not_there_is_told_which_member(world):
    for call_id in ("999999999", world.neighbour.usual_call["id"]):
        content = {"callId": call_id, "title": "Hvor?"}
        reply = world.hub.signatory.post("/v1/applications", content).expect(422)
        assert reply.faults == [("unknown-reference", "#/callId")]


def test_a_track_begins_in_a_programme_that_runs(world):
    content = world.county.programme_content(state="planned")
    planned = world.county.set_up("/v1/programmes", content)
    reply = world.hub.signatory.post("/v1/tracks", {"programmeId": planned, "title": "Løp"})
    reply.refused("state-conflict", 409)
    foreign = {"programmeId": world.neighbour.programme_id, "title": "Løp"}
    reply = world.hub.signatory.post("/v1/tracks", foreign).expect(422)
    assert reply.faults == [("unknown-reference", "#/programmeId")]


def test_a_call_is_closed_when_its_last_day_is_over(world):
    clerk = world.county.caseworker
    call = world.county.call()
    world.database.run(
        "set session_replication_role = replica; update trinn.calls"
        " set closes_on = trinn.today() - 1, opens_on = trinn.today() - 9 where id = %s",
        call["id"],
    )
    assert clerk.read(call.path)["state"] == "closed"
    listed = {state: clerk.items("/v1/calls", state=state) for state in ("open", "closed")}
    assert call["id"] in [c["id"] for c in listed["closed"]]
    assert call["id"] not in [c["id"] for c in listed["open"]]
    clerk.attempt(call, "close", {"reason": "Fristen er ute"}).refused("state-conflict", 409)
