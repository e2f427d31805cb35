"""Cohorts of firms under a granted track, from the plan to the end; and the page that tells the hub all of
one evening."""

from concurrent.futures import ThreadPoolExecutor

from support import cohorts, copayments, delivery, partners
from support.bodies import REASON
from support.client import Thing
from support.specimens import drop_out


def ask(world, cohort, action, *ids):
    return world.hub.signatory.attempt(cohort, action, {"enrolmentIds": list(ids)})


# ---- from the plan to the end


def test_a_cohort_is_planned_under_a_grant_that_was_accepted(world, track):
    made = cohorts.cohort(world, world.hub, track)
    assert (made["state"], made["stage"], made["taken"], made["capacity"]) == ("planned", 1, 0, 8)
    bare = world.hub.track()
    content = cohorts.cohort_content(world)
    world.hub.signatory.post(bare / "cohorts", content).refused("stage-not-granted", 409)


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
    assert ("enum", "#/stage") in reply.expect(409).faults


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
    drop_out(hub, hub.signatory.read(f"/v1/enrolments/{firm['id']}"))
    reply = hub.signatory.post(track / "cohorts", cohorts.cohort_content(world)).expect(422)
    assert reply.faults == [("enum", "#/stage")]


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
    cohort = cohorts.add(world.hub, cohort, *cohorts.firms(world, 1))
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


# ---- its firms


def test_firms_come_and_go_each_with_its_result(world, track):
    cohort = cohorts.cohort(world, world.hub, track, capacity=2)
    first, second, third = cohorts.firms(world, 3)
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


def test_a_firm_leaves_a_cohort_when_nothing_is_planned_with_it(world, track):
    (firm,) = cohorts.firms(world, 1)
    cohort = cohorts.add(world.hub, cohorts.cohort(world, world.hub, track), firm)
    orgnr = firm["firm"]["orgnr"]
    session = cohorts.plan(world, world.hub, cohort, kind="consulting", orgnr=orgnr)
    cohort = world.hub.signatory.read(cohort.path)
    told = ask(world, cohort, "remove-firms", firm["id"]).expect(409)
    assert told.faults == [("firm-expected", "#/enrolmentIds/0")]
    world.hub.signatory.do(session, "cancel", REASON)
    cohort = world.hub.signatory.read(cohort.path)
    ask(world, cohort, "remove-firms", firm["id"]).expect(200)
    world.assert_sound()


def test_a_firm_is_in_one_cohort_of_a_stage(world, track):
    (firm,) = cohorts.firms(world, 1)
    first = cohorts.add(world.hub, cohorts.cohort(world, world.hub, track), firm)
    second = cohorts.cohort(world, world.hub, track, title="Kull 2")
    told = ask(world, second, "firms", firm["id"]).refused("in-cohort", 409)
    assert "Kull 1" in told.json["detail"]
    cohorts.remove(world.hub, first, firm)
    ask(world, second, "firms", firm["id"]).expect(200)


def test_who_leaves_the_programme_or_the_stage_gives_its_place_free(world, track):
    hub = world.hub.signatory
    cohort = cohorts.cohort(world, world.hub, track, capacity=1)
    first, second, third = cohorts.firms(world, 3)
    cohort = hub.do(cohorts.add(world.hub, cohort, first), "start")
    ask(world, cohort, "firms", second["id"]).refused("cohort-full", 409)
    drop_out(world.hub, hub.read(f"/v1/enrolments/{first['id']}"))
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
    (firm,) = cohorts.firms(world, 1)
    wanted = [cohorts.cohort(world, world.hub, track, title=f"Kull {n}") for n in range(4)]
    people = [world.hub.signatory.another() for _ in wanted]
    content = {"enrolmentIds": [firm["id"]]}
    with ThreadPoolExecutor(len(people)) as pool:
        sent = [pool.submit(p.attempt, c, "firms", content) for p, c in zip(people, wanted)]
    told = [s.result().code or 200 for s in sent]
    assert told.count(200) == 1 and set(told) <= {200, "in-cohort", "contended"}, told


def test_the_last_place_goes_to_one(world, track, database):
    cohort = cohorts.cohort(world, world.hub, track, capacity=1)
    firms = cohorts.firms(world, 4)
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


# ---- an evening with a cohort


def test_a_session_counts_for_the_firms_it_was_entered_of(world, track):
    """In the cohort's overview and for the gates alike; who came to the cohort later that day was not
    invited."""
    hub = world.hub.signatory
    early, late = cohorts.firms(world, 2)
    cohort = hub.do(cohorts.add(world.hub, cohorts.cohort(world, world.hub, track), early), "start")
    session = cohorts.plan(world, world.hub, cohort)
    cohorts.hold(world.hub, session, (early["firm"]["orgnr"], 1))
    cohorts.add(world.hub, hub.read(cohort.path), late)
    told = {f["enrolmentId"]: f["invited"] for f in hub.read(cohort / "overview")["firms"]}
    assert told == {early["id"]: 1, late["id"]: 0}
    ways = [hub.read(f"/v1/enrolments/{firm['id']}")["way"]["sessions"] for firm in (early, late)]
    assert ways == [[{"stage": 1, "held": 1, "attended": 1}], []]


def test_nobody_came_of_a_firm_that_joined_later(world, track):
    hub, cohort = world.hub, cohorts.running(world, world.hub, track)
    session = cohorts.plan(world, hub, cohort)
    later = "update trinn.cohort_firms set joined_on = joined_on + 1 where cohort_id = %s"
    world.database.run(later, cohort["id"])
    orgnr = cohort["firms"][0]["firm"]["orgnr"]
    came = cohorts.attendance((orgnr, 1))
    refused = ("not-joined-yet", "#/attendance/0/headCount")
    assert hub.signatory.attempt(session, "hold", came).expect(422).faults == [refused]
    held = hub.signatory.do(session, "hold", cohorts.attendance((orgnr, 0)))
    reply = hub.signatory.put(held / "attendance", came, held.etag).expect(422)
    assert reply.faults == [refused]
    consulting = cohorts.plan(world, hub, cohort, kind="consulting", orgnr=orgnr)
    assert hub.signatory.attempt(consulting, "hold", came).expect(422).faults == [refused]


def test_a_stage_that_a_firm_repeats_is_weighed_by_its_last_round(world, track):
    hub = world.hub
    firm = hub.follow(world.county.programme_id, delivery.new_firm(world))
    ways = []
    for count in (0, 1):
        firm = hub.enrol(hub.signatory.read(firm.path))
        cohort = cohorts.add(hub, cohorts.cohort(world, hub, track), firm)
        session = cohorts.plan(world, hub, hub.signatory.do(cohort, "start"))
        cohorts.hold(hub, session, (firm["firm"]["orgnr"], count))
        firm = drop_out(hub, hub.signatory.read(firm.path))
        ways.append(firm["way"]["sessions"])
        firm = hub.signatory.do(firm, "re-enter", REASON)
    assert ways == [[{"stage": 1, "held": 1, "attended": n}] for n in (0, 1)]
    assert firm["way"]["sessions"] == ways[1]


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
    assert (firm["invited"], firm["attended"], firm["unconfirmedMinutes"]) == (3, 2, 170)
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
