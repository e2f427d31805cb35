"""Sessions of cohorts and networks: planned, held with who came, and what firms say of them."""

import pytest
from support import cohorts


# ---- planned and held


def test_a_session_is_planned_changed_and_held(world, track):
    hub = world.hub.signatory
    firms = cohorts.firms(world, 2)
    cohort = cohorts.add(world.hub, cohorts.cohort(world, world.hub, track), *firms)
    cohort = hub.do(cohort, "start")
    session = cohorts.plan(world, world.hub, cohort)
    assert session["startsAt"].startswith(cohorts.after(world, -1) + "T23:00:00")
    changed = cohorts.session_content(world, title="Robotdag", theme="green", plannedMinutes=120)
    session = hub.put(session.path, changed, session.etag).expect(200).thing(session.path)
    assert (session["title"], session["theme"], session["heldMinutes"]) == ("Robotdag", "green", None)
    came, absent = [firm["firm"]["orgnr"] for firm in firms]
    session = cohorts.hold(world.hub, session, (came, 3))
    assert (session["state"], session["heldMinutes"]) == ("held", 170)
    counts = {a["firm"]["orgnr"]: a["headCount"] for a in session["attendance"]}
    assert counts == {came: 3, absent: 0}
    left_out = hub.put(session / "attendance", cohorts.attendance((absent, 1)), session.etag)
    assert left_out.expect(422).faults == [("attendance-missing", "#/attendance")]
    assert came in left_out.json["errors"][0]["detail"]
    wish = cohorts.attendance((came, 0), (absent, 1), heldMinutes=175)
    session = hub.put(session / "attendance", wish, session.etag).expect(200).json
    counts = {a["firm"]["orgnr"]: a["headCount"] for a in session["attendance"]}
    assert counts == {came: 0, absent: 1} and session["heldMinutes"] == 175


def test_no_more_is_held_than_there_was_time_for(world, track):
    """Three hours, of which two were planned."""
    hub = world.hub.signatory
    cohort = cohorts.running(world, world.hub, track)
    session = cohorts.plan(world, world.hub, cohort, plannedMinutes=120)
    too_long = cohorts.attendance_of(world.hub, session, heldMinutes=181)
    told = hub.attempt(session, "hold", too_long)
    assert told.refused("held-too-long", 409).faults == [("held-too-long", "#/heldMinutes")]
    assert "180" in told.json["errors"][0]["detail"]
    session = cohorts.hold(world.hub, session, heldMinutes=180)
    wish = cohorts.attendance_of(world.hub, session, heldMinutes=10_000)
    hub.put(session / "attendance", wish, session.etag).refused("held-too-long", 409)


def test_no_more_come_of_a_firm_than_are_in_it(world, track):
    """The register tells how many are employed where they are five or more; some are in no register."""
    hub = world.hub.signatory
    known, unknown = cohorts.firms(world, 2)
    orgnrs = [firm["firm"]["orgnr"] for firm in (known, unknown)]
    set_size = "update trinn.organisations set employees = %s where orgnr = %s"
    world.database.run(set_size, 7, orgnrs[0])
    world.database.run(set_size, None, orgnrs[1])
    cohort = cohorts.add(world.hub, cohorts.cohort(world, world.hub, track), known, unknown)
    session = cohorts.plan(world, world.hub, hub.do(cohort, "start"))
    wish = cohorts.attendance(*((orgnr, 18) for orgnr in orgnrs))
    told = hub.attempt(session, "hold", wish).refused("too-many-heads", 409)
    assert told.faults == [("too-many-heads", "#/attendance/0/headCount")]
    wish = cohorts.attendance(*((orgnr, 101) for orgnr in orgnrs))
    told = hub.attempt(session, "hold", wish).expect(422)
    assert ("too-large-value", "#/attendance/1/headCount") in told.faults
    cohorts.hold(world.hub, session, (orgnrs[0], 17), (orgnrs[1], 18))


def test_a_session_is_held_when_it_is_over(world, track):
    hub = world.hub.signatory
    session = cohorts.plan(world, world.hub, cohorts.running(world, world.hub, track))
    times = {"endsAt": cohorts.after(world, 1) + "T00:00:00+01:00"}
    whole_day = cohorts.session_content(world, **times, plannedMinutes=1440)
    session = hub.put(session.path, whole_day, session.etag).expect(200).thing(session.path)
    content = cohorts.attendance_of(world.hub, session)
    hub.attempt(session, "hold", content).refused("session-not-over", 409)
    times = {"endsAt": cohorts.after(world, 1) + "T00:01:00+01:00"}
    longer = cohorts.session_content(world, **times)
    reply = hub.put(session.path, longer, session.etag).expect(422)
    assert reply.faults == [("session-too-long", "#/endsAt")]


def test_each_firm_invited_is_named_and_consulting_is_not_held_without_its_own(world, track):
    hub = world.hub.signatory
    (firm, other) = cohorts.firms(world, 2)
    cohort = cohorts.add(world.hub, cohorts.cohort(world, world.hub, track), firm, other)
    cohort = hub.do(cohort, "start")
    session = cohorts.plan(world, world.hub, cohort)
    told = hub.attempt(session, "hold", cohorts.attendance((firm["firm"]["orgnr"], 2)))
    assert told.expect(422).faults == [("attendance-missing", "#/attendance")]
    assert other["firm"]["orgnr"] in told.json["errors"][0]["detail"]
    orgnr = firm["firm"]["orgnr"]
    session = cohorts.plan(world, world.hub, cohort, kind="consulting", orgnr=orgnr)
    told = hub.attempt(session, "hold", cohorts.attendance((orgnr, 0)))
    assert told.expect(422).faults == [("firm-absent", "#/attendance/0/headCount")]
    held = hub.do(session, "hold", cohorts.attendance((orgnr, 1)))
    assert [a["headCount"] for a in held["attendance"]] == [1]


@pytest.mark.parametrize(
    "changes, fault",
    [
        ({"plannedMinutes": 181}, ("too-large-value", "#/plannedMinutes")),
        ({"endsAt": "2026-01-01T10:00:00Z"}, ("times-reversed", "#/endsAt")),
        ({"link": "http://video.test"}, ("pattern", "#/link")),
        ({"link": "https://video.test/\n"}, ("pattern", "#/link")),
        ({"place": None}, ("type", "#/place")),
        ({"kind": "consulting"}, ("required", "#/orgnr")),
        ({"engagementId": "1"}, ("enum", "#/deliveredBy")),
        ({"deliveredBy": "fagpartner"}, ("required", "#/engagementId")),
        ({"theme": "blue"}, ("enum", "#/theme")),
        ({"startsAt": "2026-11-21"}, ("format", "#/startsAt")),
    ],
)
def test_a_session_that_cannot_be_is_refused(world, track, changes, fault):
    cohort = cohorts.cohort(world, world.hub, track)
    content = cohorts.session_content(world, **changes)
    assert fault in world.hub.signatory.post(cohort / "sessions", content).expect(422).faults


def test_a_session_lies_on_the_days_of_its_cohort_in_norway(world, track):
    """An hour before midnight in Norway is of that day, an hour after it of the next."""
    cohort = cohorts.cohort(world, world.hub, track)
    last = cohort["endsOn"]
    times = {"startsAt": f"{last}T20:00:00+01:00", "endsAt": f"{last}T23:30:00+01:00"}
    cohorts.plan(world, world.hub, cohort, **times)
    times = {"startsAt": f"{last}T20:00:00+01:00", "endsAt": f"{last}T23:30:00Z"}
    content = cohorts.session_content(world, **times)
    reply = world.hub.signatory.post(cohort / "sessions", content).expect(422)
    assert reply.faults == [("period-outside", "#/endsAt")]


def test_who_came_is_a_firm_of_the_cohort(world, track):
    session = cohorts.plan(world, world.hub, cohorts.running(world, world.hub, track))
    stranger = cohorts.enrolled(world, world.hub)["firm"]["orgnr"]
    content = cohorts.attendance_of(world.hub, session)
    content["attendance"] += [{"orgnr": stranger, "headCount": 1}] * 2
    reply = world.hub.signatory.attempt(session, "hold", content).expect(422)
    assert reply.faults == [
        ("not-unique", "#/attendance/2/orgnr"),
        ("unknown-reference", "#/attendance/1/orgnr"),
    ]


def test_sessions_are_listed_by_period(world):
    hub = world.hub
    network = cohorts.network(world, hub)
    for days in (3, 1, 2):
        day = cohorts.after(world, days)
        cohorts.plan(world, hub, network, startsAt=f"{day}T10:00:00Z", endsAt=f"{day}T14:00:00Z")
    ask = {"networkId": network["id"], "limit": 1}
    listed = [s["startsAt"][:10] for s in hub.signatory.items("/v1/sessions", **ask)]
    assert listed == [cohorts.after(world, days) for days in (1, 2, 3)]
    ask |= {"from": cohorts.after(world, 2), "to": cohorts.after(world, 2)}
    listed = [s["startsAt"][:10] for s in hub.signatory.items("/v1/sessions", **ask)]
    assert listed == [cohorts.after(world, 2)]
    wrong = {"from": cohorts.after(world, 2), "to": cohorts.after(world, 1)}
    hub.signatory.get("/v1/sessions", **wrong).refused("bad-parameter", 400)


def test_a_hub_finds_what_is_still_to_be_held_and_what_was_said_of_a_network(world):
    hub = world.hub
    network = hub.signatory.make("/v1/networks", cohorts.network_content(trade="Mat og drikke"))
    planned = cohorts.plan(world, hub, network)
    held = cohorts.hold(hub, cohorts.plan(world, hub, network), (world.firm.orgnr, 2))
    for state, session in (("planned", planned), ("held", held)):
        listed = hub.signatory.items("/v1/sessions", networkId=network["id"], state=state)
        assert [s["id"] for s in listed] == [session["id"]]
    said = {"score": 5, "comment": "Flere slike"}
    world.firm.firm.post(held / "feedback", said).expect(200)
    told = hub.signatory.read(network / "feedback")
    assert (told["total"]["answers"], told["total"]["meanHundredths"]) == (1, 500)
    assert [(s["sessionId"], s["comments"]) for s in told["sessions"]] == [
        (held["id"], ["Flere slike"])
    ]
    world.firm.firm.get(network / "feedback").refused("forbidden", 403)
    for trade, is_told in (("mat og", True), ("reiseliv", False)):
        listed = world.firm.firm.items("/v1/networks", trade=trade, limit=1000)
        assert (network["id"] in [n["id"] for n in listed]) == is_told


# ---- feedback


def test_a_firm_says_what_it_thinks_and_the_hub_is_told_the_sums(world):
    hub, firm = world.hub, world.firm.firm
    session = cohorts.held(world, hub)
    before = hub.signatory.read(session.path)
    nobody = {"answers": 0, "meanHundredths": None, "byScore": [0, 0, 0, 0, 0], "comments": []}
    assert hub.signatory.read(session / "feedback") == nobody | {
        "sessionId": session["id"],
        "own": None,
    }
    firm.post(session / "feedback", {"score": 2, "comment": "For kort"}).expect(200)
    told = firm.post(session / "feedback", {"score": 5}).expect(200).json
    assert (told["answers"], told["own"]["score"], told["own"]["comment"]) == (1, 5, None)
    told = hub.signatory.read(session / "feedback")
    assert (told["answers"], told["meanHundredths"], told["byScore"]) == (1, 500, [0, 0, 0, 0, 1])
    assert told["comments"] == [] and told["own"] is None
    assert hub.signatory.read(session.path).etag == before.etag
    world.assert_sound()


def test_only_who_came_to_what_was_held_says_anything(world):
    hub, firm = world.hub, world.firm.firm
    session = cohorts.plan(world, hub, cohorts.network(world, hub))
    firm.post(session / "feedback", {"score": 3}).refused("state-conflict", 409)
    session = cohorts.hold(hub, session)
    firm.post(session / "feedback", {"score": 3}).refused("not-attendant", 409)
    hub.signatory.post(session / "feedback", {"score": 3}).refused("forbidden", 403)
    for count, told in ((0, 409), (1, 200)):
        wish = cohorts.attendance((world.firm.orgnr, count))
        session = hub.signatory.put(session / "attendance", wish, session.etag).expect(200)
        session = session.thing(f"/v1/sessions/{session.json['id']}")
        assert firm.permitted(session)["give-feedback"]["permitted"] == (told == 200)
        firm.post(session / "feedback", {"score": 3}).expect(told)


def test_sums_of_what_firms_say_are_of_a_cohort_and_of_a_track(world, own):
    hub = world.hub
    track = cohorts.granted_track(world, hub)
    cohort = cohorts.add(hub, cohorts.cohort(world, hub, track), own)
    cohort = hub.signatory.do(cohort, "start")
    nothing = {"answers": 0, "meanHundredths": None, "byScore": [0, 0, 0, 0, 0]}
    told = hub.signatory.read(cohort / "feedback")
    assert told == {"cohortId": cohort["id"], "total": nothing, "sessions": []}
    came = (world.firm.orgnr, 1)
    said = [("Robotdag", 5, "Mer av dette"), ("Fargedag", 2, None), ("Stille", None, None)]
    for title, score, comment in said:
        session = cohorts.hold(hub, cohorts.plan(world, hub, cohort, title=title), came)
        answer = {"score": score} | ({"comment": comment} if comment else {})
        if score:
            world.firm.firm.post(session / "feedback", answer).expect(200)
    told = hub.signatory.read(cohort / "feedback")
    total = {"answers": 2, "meanHundredths": 350, "byScore": [0, 1, 0, 0, 1]}
    assert told["total"] == total
    shown = {s["title"]: (s["answers"], s["meanHundredths"], s["comments"]) for s in told["sessions"]}
    assert shown == {
        "Robotdag": (1, 500, ["Mer av dette"]),
        "Fargedag": (1, 200, []),
        "Stille": (0, None, []),
    }
    cohorts.cohort(world, hub, track, title="Kull 2")
    told = world.county.programme_lead.read(track / "feedback")
    assert told["total"] == total
    assert [(c["title"], c["answers"]) for c in told["cohorts"]] == [("Kull 1", 2), ("Kull 2", 0)]
    assert "Mer av dette" not in str(told)
    for path in (cohort / "feedback", track / "feedback"):
        world.firm.firm.get(path).refused("forbidden", 403)
        world.other_hub.signatory.get(path).refused("not-found", 404)
    cohorts.remove(hub, hub.signatory.read(cohort.path), own)
