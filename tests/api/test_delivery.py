"""What a hub delivers: cohorts under granted tracks, sessions with who came, networks, and what the
county, the hub and each firm see of it."""

import datetime
from concurrent.futures import ThreadPoolExecutor

import pytest
from support import cohorts, copayments, partners
from support.bodies import REASON
from support.client import Thing


@pytest.fixture(scope="module")
def track(world):
    return cohorts.granted_track(world, world.hub)


@pytest.fixture(scope="module")
def own(world):
    """The enrolment of the world's firm, which has people."""
    return cohorts.enrolled(world, world.hub, world.firm.orgnr)


def enrolments(world, n):
    return [cohorts.enrolled(world, world.hub) for _ in range(n)]


def ask(world, cohort, action, *ids):
    return world.hub.signatory.attempt(cohort, action, {"enrolmentIds": list(ids)})


# ---- cohorts


def test_a_cohort_is_planned_under_a_grant_that_was_accepted(world, track):
    made = cohorts.cohort(world, world.hub, track)
    assert (made["state"], made["stage"], made["taken"], made["capacity"]) == ("planned", 1, 0, 8)
    bare = world.hub.track()
    content = cohorts.cohort_content(world)
    world.hub.signatory.post(bare / "cohorts", content).refused("stage-not-granted", 409)
    decided = world.decided()
    world.hub.signatory.post(bare / "cohorts", content).refused("stage-not-granted", 409)
    assert decided["state"] == "granted"


def test_a_grant_that_is_only_offered_is_none(world):
    hub, county = world.hub, world.county
    track = hub.track()
    draft = hub.signatory.do(hub.fill(hub.draft(trackId=track["id"])), "submit")
    grant = county.grant_of(county.decide(county.recommend(draft)))
    content = cohorts.cohort_content(world)
    hub.signatory.post(track / "cohorts", content).refused("stage-not-granted", 409)
    assert not hub.signatory.permitted(track)["create-cohort"]["permitted"]
    hub.accept(grant)
    assert hub.signatory.permitted(track)["create-cohort"]["permitted"]
    hub.signatory.post(track / "cohorts", content).expect(201)


def test_a_cohort_lies_within_what_was_granted(world, track):
    content = cohorts.cohort_content(world, startsOn=cohorts.after(world, -1))
    reply = world.hub.signatory.post(track / "cohorts", content)
    assert reply.expect(422).faults == [("period-outside", "#/startsOn")]
    content = cohorts.cohort_content(world, endsOn=cohorts.after(world, 301))
    reply = world.hub.signatory.post(track / "cohorts", content)
    assert reply.expect(422).faults == [("period-outside", "#/endsOn")]
    reply = world.hub.signatory.post(track / "cohorts", cohorts.cohort_content(world, stage=3))
    assert ("enum", "#/stage") in reply.expect(409, 422).faults


def test_a_session_counts_for_the_firms_it_was_entered_of(world, track):
    """In the cohort's overview and for the gates alike; who came to the cohort later that day was not
    invited."""
    hub = world.hub.signatory
    early, late = enrolments(world, 2)
    cohort = hub.do(cohorts.add(world.hub, cohorts.cohort(world, world.hub, track), early), "start")
    session = cohorts.plan(world, world.hub, cohort)
    cohorts.hold(world.hub, session, (early["firm"]["orgnr"], 1))
    cohorts.add(world.hub, hub.read(cohort.path), late)
    told = {f["enrolmentId"]: f["invited"] for f in hub.read(cohort / "overview")["firms"]}
    assert told == {early["id"]: 1, late["id"]: 0}
    ways = [hub.read(f"/v1/enrolments/{firm['id']}")["way"]["sessions"] for firm in (early, late)]
    assert ways == [[{"stage": 1, "held": 1, "attended": 1}], []]


def test_firms_that_stay_on_a_version_of_the_stages_have_their_cohorts(world):
    """A new version leaves out the stage that they are in; without them it has no more cohorts."""
    hub, county = world.hub, world.county
    programme = county.programme()
    call = county.call(county.funding_line(programmeId=programme))
    track = cohorts.granted_track(world, hub, call, programmeId=programme)
    firm = cohorts.enrolled(world, hub, programme=programme)
    advanced = county.programme_content()["stages"][1] | {"gates": []}
    county.new_stages(programme, stages=[advanced])
    made = hub.signatory.make(track / "cohorts", cohorts.cohort_content(world))
    assert cohorts.add(hub, made, firm)["taken"] == 1
    gone = {"reason": "no_time", "explanation": "Ordreboka er full"}
    hub.signatory.do(hub.signatory.read(f"/v1/enrolments/{firm['id']}"), "drop-out", gone)
    reply = hub.signatory.post(track / "cohorts", cohorts.cohort_content(world)).expect(422)
    assert reply.faults == [("enum", "#/stage")]


def test_firms_come_and_go_each_with_its_result(world, track):
    cohort = cohorts.cohort(world, world.hub, track, capacity=2)
    first, second, third = enrolments(world, 3)
    prospect = cohorts.enrolled(world, world.hub, state="prospect", stage=None)
    done = ask(world, cohort, "firms", prospect["id"], first["id"], second["id"], third["id"])
    results = done.expect(200).json["results"]
    told = [(r["done"], [e["code"] for e in r["errors"]]) for r in results]
    assert told == [(False, ["not-in-stage"]), (True, []), (True, []), (False, ["cohort-full"])]
    assert results[3]["errors"][0]["pointer"] == "#/enrolmentIds/3"
    cohort = world.hub.signatory.read(cohort.path)
    assert cohort["taken"] == 2 and len(cohort["firms"]) == 2
    ask(world, cohort, "firms", third["id"]).refused("cohort-full", 409)
    cohort = Thing(ask(world, cohort, "remove-firms", first["id"]).json["cohort"], cohort.path, "*")
    assert cohort["taken"] == 1 and [bool(m["leftOn"]) for m in cohort["firms"]].count(True) == 1
    gone = ask(world, cohort, "remove-firms", first["id"]).expect(422)
    assert gone.faults == [("unknown-reference", "#/enrolmentIds/0")]
    ask(world, cohort, "firms", first["id"]).expect(200)
    again = world.hub.signatory.read(cohort.path)
    assert again["taken"] == 2 and not any(m["leftOn"] for m in again["firms"])


def test_a_firm_is_in_one_cohort_of_a_stage(world, track):
    (firm,) = enrolments(world, 1)
    first = cohorts.add(world.hub, cohorts.cohort(world, world.hub, track), firm)
    second = cohorts.cohort(world, world.hub, track, title="Kull 2")
    told = ask(world, second, "firms", firm["id"]).refused("in-cohort", 409)
    assert "Kull 1" in told.json["detail"]
    cohorts.remove(world.hub, first, firm)
    ask(world, second, "firms", firm["id"]).expect(200)


def test_who_leaves_the_programme_or_the_stage_gives_its_place_free(world, track):
    hub = world.hub.signatory
    cohort = cohorts.cohort(world, world.hub, track, capacity=1)
    first, second, third = enrolments(world, 3)
    cohort = hub.do(cohorts.add(world.hub, cohort, first), "start")
    ask(world, cohort, "firms", second["id"]).refused("cohort-full", 409)
    gone = {"reason": "no_time", "explanation": "Ordreboka er full"}
    hub.do(hub.read(f"/v1/enrolments/{first['id']}"), "drop-out", gone)
    left = hub.read(cohort.path)
    assert left["taken"] == 0 and left["firms"][0]["leftOn"] == str(world.today)
    assert left.etag != cohort.etag
    ask(world, left, "firms", second["id"]).expect(200)
    enrolment = hub.read(f"/v1/enrolments/{second['id']}")
    enrolment = hub.do(hub.do(enrolment, "start"), "complete")
    full = hub.read(cohort.path)
    ask(world, full, "firms", third["id"]).refused("cohort-full", 409)
    hub.do(enrolment, "finish")
    ask(world, hub.read(cohort.path), "firms", third["id"]).expect(200)
    steps = world.database.rows(
        "select action, detail->>'enrolmentId' from trinn.audit_events"
        " where case_kind = 'cohort' and case_id = %s and action = 'leave' order by seq",
        cohort["id"],
    )
    assert steps == [("leave", first["id"]), ("leave", second["id"])]
    world.assert_sound()


def test_a_firm_put_into_two_cohorts_at_once_is_in_one(world, track):
    (firm,) = enrolments(world, 1)
    wanted = [cohorts.cohort(world, world.hub, track, title=f"Kull {n}") for n in range(4)]
    people = [world.hub.signatory.another() for _ in wanted]
    content = {"enrolmentIds": [firm["id"]]}
    with ThreadPoolExecutor(len(people)) as pool:
        sent = [pool.submit(p.attempt, c, "firms", content) for p, c in zip(people, wanted)]
    told = [s.result().code or 200 for s in sent]
    assert told.count(200) == 1 and set(told) <= {200, "in-cohort", "contended"}, told


def test_the_last_place_goes_to_one(world, track, database):
    cohort = cohorts.cohort(world, world.hub, track, capacity=1)
    firms = enrolments(world, 4)
    people = [world.hub.signatory.another() for _ in firms]

    def send(person, firm):
        content = {"enrolmentIds": [firm["id"]]}
        return person.post(cohort / "firms", content, if_match="*")

    with ThreadPoolExecutor(len(people)) as pool:
        told = [r.code or 200 for r in pool.map(send, people, firms)]
    assert told.count(200) == 1 and set(told) <= {200, "cohort-full", "contended"}, told
    assert world.hub.signatory.read(cohort.path)["taken"] == 1


def test_a_hub_learns_nothing_of_another_hubs_firm(world, track):
    cohort = cohorts.cohort(world, world.hub, track)
    theirs = cohorts.enrolled(world, world.other_hub)
    told = ask(world, cohort, "firms", theirs["id"]).expect(422)
    nothing = ask(world, cohort, "firms", "999999999").expect(422)
    assert told.faults == nothing.faults == [("unknown-reference", "#/enrolmentIds/0")]


def test_a_cohort_is_changed_around_what_it_has(world, track):
    cohort = cohorts.running(world, world.hub, track)
    cohorts.plan(world, world.hub, cohort)
    cohort = world.hub.signatory.read(cohort.path)
    wish = cohorts.cohort_plan(world, startsOn=cohorts.after(world, 1))
    reply = world.hub.signatory.put(cohort.path, wish, cohort.etag)
    reply.refused("sessions-outside", 409)
    reply = world.hub.signatory.put(cohort.path, cohorts.cohort_plan(world, capacity=1), cohort.etag)
    assert reply.expect(200).json["capacity"] == 1
    bare = {k: v for k, v in cohorts.cohort_plan(world).items() if k != "trade"}
    reply = world.hub.signatory.put(cohort.path, bare, reply.etag)
    assert reply.expect(200).json["trade"] is None


def test_a_cohort_runs_from_its_start_to_its_end(world, track):
    hub = world.hub.signatory
    cohort = cohorts.cohort(world, world.hub, track)
    hub.attempt(cohort, "start").refused("cohort-empty", 409)
    cohort = cohorts.add(world.hub, cohort, *enrolments(world, 1))
    cohort = hub.do(cohort, "start")
    session = cohorts.plan(world, world.hub, cohort)
    cohort = hub.read(cohort.path)
    hub.attempt(cohort, "end").refused("sessions-planned", 409)
    cohorts.hold(world.hub, session)
    cohort = hub.read(cohort.path)
    hub.attempt(cohort, "cancel", REASON).refused("sessions-held", 409)
    cohort = hub.do(cohort, "end")
    assert cohort["state"] == "ended"
    session = hub.read(session.path)
    again = hub.put(session / "attendance", cohorts.attendance(), session.etag)
    again.refused("state-conflict", 409)
    assert world.database.faults() == []


def test_cancelling_a_cohort_cancels_what_was_planned_in_it(world, track):
    cohort = cohorts.running(world, world.hub, track)
    session = cohorts.plan(world, world.hub, cohort)
    cohort = world.hub.signatory.do(world.hub.signatory.read(cohort.path), "cancel", REASON)
    assert cohort["state"] == "cancelled"
    assert world.hub.signatory.read(session.path)["state"] == "cancelled"
    world.assert_sound()


# ---- sessions


def test_a_session_is_planned_changed_and_held(world, track):
    hub = world.hub.signatory
    firms = enrolments(world, 2)
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
    known, unknown = enrolments(world, 2)
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
    (firm, other) = enrolments(world, 2)
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


# ---- what each sees


def test_a_firm_sees_its_cohorts_and_of_their_firms_itself(world, track, own):
    hub, firm = world.hub, world.firm.firm
    cohort = cohorts.cohort(world, hub, track)
    firm.get(cohort.path).refused("not-found", 404)
    (other,) = enrolments(world, 1)
    cohort = hub.signatory.do(cohorts.add(hub, cohort, own, other), "start")
    seen = firm.read(cohort.path)
    assert [m["firm"]["orgnr"] for m in seen["firms"]] == [world.firm.orgnr] and seen["taken"] == 2
    assert cohort["id"] in [c["id"] for c in firm.items("/v1/cohorts")]
    of_other = {"orgnr": other["firm"]["orgnr"]}
    assert [c["id"] for c in hub.signatory.items("/v1/cohorts", **of_other)] == [cohort["id"]]
    assert firm.items("/v1/cohorts", **of_other) == []
    assert world.other_hub.signatory.items("/v1/cohorts", **of_other) == []
    session = cohorts.plan(world, hub, cohort)
    theirs = {"kind": "consulting", "orgnr": other["firm"]["orgnr"], "title": "Hos en annen"}
    theirs = cohorts.plan(world, hub, cohort, **theirs)
    ours = cohorts.plan(world, hub, cohort, kind="interview", orgnr=world.firm.orgnr)
    firm.get(theirs.path).refused("not-found", 404)
    seen = {s["id"] for s in firm.items("/v1/sessions", cohortId=cohort["id"])}
    assert seen == {session["id"], ours["id"]}
    came = [(world.firm.orgnr, 1), (other["firm"]["orgnr"], 2)]
    cohorts.hold(hub, session, *came)
    assert [a["headCount"] for a in firm.read(session.path)["attendance"]] == [1]
    county = world.county.caseworker.read(session.path)
    assert sum(a["headCount"] for a in county["attendance"]) == 3
    for stranger in (world.other_hub.signatory, world.county.finance, world.fagpartner.fagpartner):
        stranger.get(cohort.path).refused("not-found", 404)
        stranger.get(session.path).refused("not-found", 404)
    cohorts.remove(hub, hub.signatory.read(cohort.path), own)


def test_a_fagpartner_sees_what_it_is_engaged_for(world, track):
    hub, partner = world.hub, world.fagpartner.fagpartner
    cohort = cohorts.running(world, hub, track)
    proposed = partners.proposed(world, hub)
    content = {"deliveredBy": "fagpartner", "engagementId": proposed["id"]}
    wish = cohorts.session_content(world, **content)
    hub.signatory.post(cohort / "sessions", wish).refused("not-engaged", 409)
    engagement = partner.do(proposed, "agree", {})
    others = cohorts.session_content(world, **content | {"engagementId": "999999999"})
    reply = hub.signatory.post(cohort / "sessions", others).expect(422)
    assert reply.faults == [("unknown-reference", "#/engagementId")]
    theirs = cohorts.plan(world, hub, cohort, **content)
    ours = cohorts.plan(world, hub, cohort)
    assert partner.read(theirs.path)["engagementId"] == engagement["id"]
    partner.get(ours.path).refused("not-found", 404)
    partner.get(cohort.path).refused("not-found", 404)
    listed = [s["id"] for s in partner.items("/v1/sessions")]
    assert theirs["id"] in listed and ours["id"] not in listed
    changed = hub.signatory.put(theirs.path, cohorts.session_content(world), theirs.etag)
    assert changed.expect(200).json["engagementId"] is None
    partner.get(theirs.path).refused("not-found", 404)


def test_networks_are_open_to_every_firm(world):
    network = cohorts.network(world, world.hub)
    session = cohorts.plan(world, world.hub, network)
    assert world.firm.firm.read(network.path)["title"] == "Trenettverket"
    assert world.firm.firm.read(session.path)["networkId"] == network["id"]
    world.other_hub.signatory.get(network.path).refused("not-found", 404)
    content = cohorts.session_content(world, kind="interview")
    reply = world.hub.signatory.post(network / "sessions", content).expect(422)
    assert reply.faults == [("enum", "#/kind")]
    network = world.hub.signatory.read(network.path)
    world.hub.signatory.attempt(network, "end").refused("sessions-planned", 409)
    world.hub.signatory.do(session, "cancel", REASON)
    network = world.hub.signatory.do(world.hub.signatory.read(network.path), "end")
    world.hub.signatory.post(network / "sessions", cohorts.session_content(world)).refused(
        "state-conflict", 409
    )
    world.assert_sound()


def test_a_firm_is_told_of_networks_of_hubs_that_follow_it(world):
    """Of others when it asks for them, and of what it came to."""
    firm = world.firm.firm
    partners.follow(world, world.hub, world.firm.orgnr)
    ours = cohorts.plan(world, world.hub, cohorts.network(world, world.hub))
    network = cohorts.network(world, world.other_hub)
    theirs = cohorts.plan(world, world.other_hub, network)
    visited = cohorts.plan(world, world.other_hub, network)
    cohorts.hold(world.other_hub, visited, (world.firm.orgnr, 1))

    def told(**wanted):
        listed = {s["id"] for s in firm.items("/v1/sessions", limit=1000, **wanted)}
        return [session["id"] in listed for session in (ours, theirs, visited)]

    assert told() == [True, False, True]
    assert told(networks="all") == [True, True, True]
    assert told(networkId=network["id"]) == [False, True, True]
    assert firm.read(theirs.path)["id"] == theirs["id"]
    firm.get("/v1/sessions", networks="some").refused("bad-parameter", 400)


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


# ---- an evening with a cohort


def test_one_page_tells_who_comes_and_what_is_left_and_owed(world, track):
    hub = world.hub
    copayment = copayments.invoiced(world)
    owing = hub.signatory.read(f"/v1/enrolments/{copayment['enrolmentId']}")
    orgnr = owing["firm"]["orgnr"]
    cohort = cohorts.cohort(world, hub, track, stage=2)
    cohort = hub.signatory.do(cohorts.add(hub, cohort, owing), "start")
    engagement = partners.agreed(world, hub)
    content = {"deliveredBy": "fagpartner", "engagementId": engagement["id"]}
    cohorts.hold(hub, cohorts.plan(world, hub, cohort), (orgnr, 2))
    cohorts.hold(hub, cohorts.plan(world, hub, cohort))
    coming = cohorts.plan(world, hub, cohort, kind="consulting", orgnr=orgnr, **content)
    held = cohorts.plan(world, hub, cohort, **content)
    for session, minutes in ((held, 170), (coming, 100)):
        wish = {"minutes": minutes, "sessionId": session["id"], "firms": [{"orgnr": orgnr}]}
        hub.signatory.make(engagement / "hours", partners.order_content(world, **wish))
    cohorts.hold(hub, hub.signatory.read(held.path))
    page = hub.signatory.read(cohort / "overview")
    assert page["cohort"]["taken"] == 1 and page["cohort"]["id"] == cohort["id"]
    (firm,) = page["firms"]
    assert (firm["firm"]["orgnr"], firm["state"]) == (orgnr, "enrolled")
    assert (firm["invited"], firm["attended"], firm["unconfirmedMinutes"]) == (3, 1, 170)
    assert (firm["openOre"], firm["dueOn"]) == (copayments.SHARE_ORE, str(world.today))
    assert (firm["nextStage"], firm["missing"]) == (None, [])
    assert [s["id"] for s in page["sessions"]] == [coming["id"]]
    (left,) = page["engagements"]
    assert (left["id"], left["leftMinutes"]) == (engagement["id"], 6_000 - 270)
    assert left["undeliveredMinutes"] == 100
    assert world.county.programme_lead.read(cohort / "overview") == page
    world.other_hub.signatory.get(cohort / "overview").refused("not-found", 404)
    world.firm.firm.get(cohort / "overview").refused("forbidden", 403)


def test_one_page_tells_what_keeps_a_firm_from_the_next_stage(world, track):
    cohort = cohorts.filled(world, world.hub, track)
    (firm,) = world.hub.signatory.read(cohort / "overview")["firms"]
    assert firm["nextStage"] == 2
    assert [(m["code"], "1" in m["detail"]) for m in firm["missing"]] == [("gate-closed", True)]
    enrolment = world.hub.signatory.read(f"/v1/enrolments/{firm['enrolmentId']}")
    enrolment = world.hub.signatory.do(enrolment, "start")
    world.hub.signatory.do(enrolment, "complete")
    (firm,) = world.hub.signatory.read(cohort / "overview")["firms"]
    assert (firm["state"], firm["missing"]) == ("completed", [])


def test_what_a_firm_paid_too_much_is_nothing_it_owes(world, track):
    copayment = copayments.overpaid(world)
    cohort = cohorts.cohort(world, world.hub, track, stage=2)
    cohort = cohorts.add(world.hub, cohort, {"id": copayment["enrolmentId"]})
    (firm,) = world.hub.signatory.read(cohort / "overview")["firms"]
    assert (firm["openOre"], firm["dueOn"]) == (0, None)


# ---- own share and themes


def test_a_track_shows_its_own_share_and_its_themes(world):
    hub = world.hub
    track = cohorts.granted_track(world, hub)
    empty = hub.signatory.read(track / "delivery")
    share = {"digitalParts": 5, "greenParts": 1, "digitalBasisPoints": 8333}
    assert empty["profile"] == share
    assert empty["planned"]["ownShareBasisPoints"] is None
    assert empty["held"]["offProfileBasisPoints"] is None
    cohort = cohorts.running(world, hub, track)
    cohorts.hold(hub, cohorts.plan(world, hub, cohort), heldMinutes=150)
    content = {"deliveredBy": "fagpartner", "engagementId": partners.agreed(world, hub)["id"]}
    cohorts.plan(world, hub, cohort, theme="green", plannedMinutes=60, **content)
    content = {k: v for k, v in cohorts.session_content(world).items() if k != "theme"}
    hub.signatory.make(cohort / "sessions", content)
    gone = cohorts.plan(world, hub, cohort, theme="green")
    hub.signatory.do(gone, "cancel", REASON)
    assert hub.signatory.read(track / "delivery") == {
        "trackId": track["id"],
        "profile": share,
        "planned": {
            "hubMinutes": 360,
            "fagpartnerMinutes": 60,
            "ownShareBasisPoints": 8571,
            "digitalMinutes": 180,
            "greenMinutes": 60,
            "unthemedMinutes": 180,
            "unthemedBasisPoints": 4286,
            "digitalBasisPoints": 7500,
            "offProfileBasisPoints": -833,
        },
        "held": {
            "hubMinutes": 150,
            "fagpartnerMinutes": 0,
            "ownShareBasisPoints": 10000,
            "digitalMinutes": 150,
            "greenMinutes": 0,
            "unthemedMinutes": 0,
            "unthemedBasisPoints": 0,
            "digitalBasisPoints": 10000,
            "offProfileBasisPoints": 1667,
        },
    }
    world.county.programme_lead.get(track / "delivery").expect(200)
    world.other_hub.signatory.get(track / "delivery").refused("not-found", 404)


def test_what_a_fagpartner_does_on_other_days_is_no_share_of_the_hub(world):
    hub, lead = world.hub, world.county.programme_lead
    report = f"/v1/programmes/{world.county.programme_id}/final-report"
    before = lead.read(report)["delivery"]["held"]["fagpartnerMinutes"]
    hours = partners.confirmed(world, hub, minutes=90)
    engagement = hub.signatory.read(f"/v1/engagements/{hours['engagementId']}")
    partners.delivered(world, hub, engagement, 30)
    held = hub.signatory.read(f"/v1/tracks/{engagement['trackId']}/delivery")["held"]
    assert (held["hubMinutes"], held["fagpartnerMinutes"], held["digitalMinutes"]) == (0, 120, 120)
    assert held["ownShareBasisPoints"] == 0
    assert lead.read(report)["delivery"]["held"]["fagpartnerMinutes"] == before + 120


def test_what_a_fagpartner_does_is_counted_once(world):
    """Hours that were delivered beside all sessions, and a session planned for the same work."""
    hub = world.hub
    track = cohorts.granted_track(world, hub)
    engagement = partners.agreed(world, hub, trackId=track["id"])
    content = {"deliveredBy": "fagpartner", "engagementId": engagement["id"]}
    session = cohorts.plan(world, hub, cohorts.running(world, hub, track), **content)
    partners.delivered(world, hub, engagement, 170)

    def minutes():
        told = hub.signatory.read(track / "delivery")
        return [told[kind]["fagpartnerMinutes"] for kind in ("planned", "held")]

    assert minutes() == [180, 170]
    content = cohorts.attendance_of(hub, session)
    hub.signatory.attempt(session, "hold", content).refused("hours-not-ordered", 409)
    assert not hub.signatory.permitted(session)["hold"]["permitted"]
    hub.signatory.do(session, "cancel", REASON)
    assert minutes() == [170, 170]
    partners.delivered(world, hub, engagement, 40)
    assert minutes() == [210, 210]
    told = hub.signatory.read(engagement.path)["deliveredMinutes"]
    figures = hub.signatory.items("/v1/reports/fagpartnere")
    (figure,) = [f for f in figures if f["trackId"] == track["id"]]
    assert told == figure["deliveredMinutes"] == 210


def test_hours_outside_sessions_have_a_theme_of_their_own(world):
    hub = world.hub
    track = cohorts.granted_track(world, hub)
    engagement = partners.agreed(world, hub, trackId=track["id"])
    bare = {k: v for k, v in partners.order_content(world).items() if k != "theme"}
    reply = hub.signatory.post(engagement / "hours", bare).expect(422)
    assert reply.faults == [("required", "#/theme")]
    hours = partners.order(world, hub, engagement, minutes=120, theme="green")["hours"]
    assert hours[0]["theme"] == "green"
    partners.ordered(world, hub, engagement, minutes=360)
    cohort = cohorts.running(world, hub, track)
    content = {k: v for k, v in cohorts.session_content(world).items() if k != "theme"}
    hub.signatory.make(cohort / "sessions", content)
    content = {"deliveredBy": "fagpartner", "engagementId": engagement["id"], "theme": "green"}
    session = cohorts.plan(world, hub, cohort, **content)
    wish = partners.order_content(world, sessionId=session["id"], theme="green")
    reply = hub.signatory.post(engagement / "hours", wish)
    assert ("theme-of-session", "#/theme") in reply.expect(409, 422).faults
    planned = hub.signatory.read(track / "delivery")["planned"]
    assert (planned["digitalMinutes"], planned["greenMinutes"]) == (360, 180)
    assert (planned["unthemedMinutes"], planned["unthemedBasisPoints"]) == (180, 2_500)
    assert planned["digitalBasisPoints"] == 6_667


# ---- calendars


def lines(reply):
    """Unfolded."""
    assert reply.headers["Content-Type"] == "text/calendar; charset=utf-8", reply
    raw = reply.content
    assert all(len(line) <= 75 for line in raw.split(b"\r\n"))
    text = raw.decode("utf-8").replace("\r\n ", "").replace("\r\n\t", "")
    assert text.count("\n") == text.count("\r\n")
    return text.split("\r\n")


def events(world, feed):
    """By uid: name and value of each line."""
    found, event = {}, None
    for line in lines(world.nobody.get(feed["href"]).expect(200)):
        name, _, value = line.partition(":")
        if line == "BEGIN:VEVENT":
            event = {}
        elif line == "END:VEVENT":
            found[event["UID"]], event = event, None
        elif event is not None:
            event[name] = value
    return found


def uid_of(world, session):
    return f"{world.hub.organisation.county}-{session['id']}@trinn"


def test_a_calendar_shows_sessions_as_they_are(world, track):
    hub = world.hub
    feed = hub.signatory.make("/v1/calendar-feeds", None)
    cohort = cohorts.running(world, hub, track, title="Kull; æøå")
    title = "Robot, måling og " + "ø" * 100
    session = cohorts.plan(world, hub, cohort, title=title, link="https://video.test/1")
    shown = events(world, feed)[uid_of(world, session)]
    midnight = datetime.datetime.fromisoformat(session["startsAt"].replace("Z", "+00:00"))
    assert shown["DTSTART"] == midnight.strftime("%Y%m%dT%H%M%SZ")
    assert shown["DTEND"] == (midnight + datetime.timedelta(hours=3)).strftime("%Y%m%dT%H%M%SZ")
    assert shown["SUMMARY"] == title.replace(",", "\\,")
    assert shown["DESCRIPTION"] == "Kull\\; æøå\\, Granlia næringshage AS"
    assert (shown["LOCATION"], shown["URL"]) == ("Granlia", "https://video.test/1")
    assert (shown["STATUS"], shown["SEQUENCE"]) == ("CONFIRMED", "0")
    hub.signatory.do(session, "cancel", REASON)
    shown = events(world, feed)[uid_of(world, session)]
    assert (shown["STATUS"], shown["SEQUENCE"]) == ("CANCELLED", "1")


def test_a_firms_calendar_shows_what_is_held_for_it(world, track, own):
    hub = world.hub
    feed = world.firm.firm.make("/v1/calendar-feeds", None)
    (other,) = enrolments(world, 1)
    cohort = cohorts.add(hub, cohorts.cohort(world, hub, track), own, other)
    cohort = hub.signatory.do(cohort, "start")
    for_all = cohorts.plan(world, hub, cohort)
    content = {"kind": "consulting", "orgnr": other["firm"]["orgnr"], "title": "Hos naboen"}
    for_other = cohorts.plan(world, hub, cohort, **content)
    gathering = cohorts.plan(world, hub, cohorts.network(world, hub))
    theirs = cohorts.plan(world, world.other_hub, cohorts.network(world, world.other_hub))
    shown = events(world, feed)
    assert {uid_of(world, for_all), uid_of(world, gathering)} <= shown.keys()
    assert not {uid_of(world, for_other), uid_of(world, theirs)} & shown.keys()
    assert "naboen" not in str(shown)
    cohorts.remove(hub, hub.signatory.read(cohort.path), own)


def test_a_link_is_told_once_and_works_until_it_is_revoked(world, database):
    signatory = world.hub.signatory
    made = signatory.post("/v1/calendar-feeds", key="kalender").expect(201)
    href = made.json["href"]
    again = signatory.post("/v1/calendar-feeds", key="kalender").expect(201)
    assert again.replayed and "href" not in again.json and again.json["id"] == made.json["id"]
    feed = signatory.read(made.location)
    assert "href" not in feed
    secret = href.removeprefix("/calendars/").removesuffix(".ics")
    assert secret not in str(database.contents())
    read = world.nobody.get(href).expect(200)
    assert read.headers["Cache-Control"] == "private, no-cache"
    world.nobody.get(href.swapcase()).expect(404)
    world.nobody.get(f"/calendars/{secret}").expect(404)
    world.nobody.get(f"/calendars/{'A' * 43}.ics").refused("not-found", 404)
    feed = signatory.do(feed, "revoke")
    assert feed["revokedOn"] == str(world.today)
    world.nobody.get(href).refused("not-found", 404)
    signatory.attempt(feed, "revoke").refused("feed-revoked", 409)
    world.assert_sound()


def test_there_are_so_many_links_and_no_more(world):
    signatory = world.other_hub.signatory
    for _ in range(20):
        feed = signatory.make("/v1/calendar-feeds", None)
    signatory.post("/v1/calendar-feeds").refused("feeds-too-many", 409)
    signatory.do(signatory.read(feed.path), "revoke")
    signatory.post("/v1/calendar-feeds").expect(201)
