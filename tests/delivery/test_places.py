"""Places of a stage: never more than there are, and given in the order of those who wait."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from support import cohorts, mobilisation
from support.enrolments import attempt, narrow, places, prospects, stage
from support.specimens import drop_out


def test_who_finds_no_place_waits_unless_it_does_not_want_to(world):
    first, second, third = prospects(world, narrow(world), 3)
    first = world.hub.enrol(first)
    second = world.hub.enrol(second)
    assert second["state"] == "waiting" and second["waitingSince"]
    body = {"stage": 1, "waitIfFull": False}
    attempt(world, third, "enrol", body).refused("stage-full", 409)
    attempt(world, second, "take-place", {}).refused("stage-full", 409)
    first = world.hub.signatory.do(first, "start")
    world.hub.signatory.do(first, "complete")
    second = world.hub.signatory.do(second, "take-place", {})
    assert (second["state"], second["waitingSince"]) == ("enrolled", None)
    world.assert_sound()


def test_who_waits_may_go_to_another_stage(world):
    programme = world.county.programme(stages=[stage(1, capacity=1), stage(2)])
    first, second = prospects(world, programme, 2)
    world.hub.enrol(first)
    waiting = world.hub.enrol(second)
    assert waiting["state"] == "waiting"
    reply = attempt(world, waiting, "enrol", {"stage": 1}).expect(422)
    assert reply.faults == [("stage-awaited", "#/stage")]
    moved = world.hub.enrol(waiting, 2)
    assert (moved["state"], moved["stage"], moved["waitingSince"]) == ("enrolled", 2, None)
    assert places(world.database, programme) == {1: 1, 2: 1}
    world.assert_sound()


@pytest.mark.parametrize("is_own", (False, True))
def test_who_has_completed_a_stage_stops_waiting_for_the_next_without_dropping_out(world, is_own):
    programme = world.county.programme(stages=[stage(1), stage(2, capacity=1)])
    hub, person = world.hub, world.firm.firm if is_own else world.hub.signatory
    hub.enrol(hub.follow(programme, next(world.spare_firms)), 2)
    firm = hub.enrol(hub.follow(programme))
    assert not person.permitted(firm)["finish"]["permitted"]
    firm = hub.signatory.do(hub.signatory.do(firm, "start"), "complete")
    waiting = hub.enrol(firm, 2)
    assert waiting["state"] == "waiting" and person.permitted(waiting)["finish"]["permitted"]
    ended = person.do(waiting, "finish")
    assert (ended["state"], ended["stage"], ended["waitingSince"]) == ("finished", 1, None)
    rows = hub.signatory.get("/v1/reports/funnel", programmeId=programme).expect(200).json["items"]
    told = {row["stage"]: (row["waited"], row["completed"], row["dropped"]) for row in rows}
    assert told[1] == (0, 1, 0) and told[2] == (1, 0, 0)
    world.assert_sound()


def waits_for(person):
    tasks = person.items("/v1/tasks", limit=1000)
    assert tasks == sorted(tasks, key=lambda task: (task["since"], task["path"]))
    return {(task["operationId"], task["path"]) for task in tasks}


def test_hub_and_firm_are_told_what_waits_for_them(world):
    programme = narrow(world)
    taken, firm = world.hub.follow(programme, next(world.spare_firms)), world.hub.follow(programme)
    taken = world.hub.enrol(taken)
    mobilisation.assess(world, world.hub, firm)
    signatory = world.hub.signatory
    assert ("recommendStage", firm.path) in waits_for(signatory)
    content = {"stage": 1, "grounds": "Klar", "digitallyReady": True}
    firm = signatory.do(signatory.read(firm.path), "recommend-stage", content)
    firm = world.hub.enrol(firm)
    assert {path for _, path in waits_for(signatory)}.isdisjoint({firm.path, taken.path})
    drop_out(world.hub, taken)
    assert ("takePlace", firm.path) in waits_for(signatory)
    assert ("takePlace", firm.path) not in waits_for(world.other_hub.signatory)
    firm = signatory.do(signatory.do(firm, "take-place", {}), "start")
    deliverable = world.hub.begin_deliverable(firm)
    deliverable = signatory.do(deliverable, "deliver")
    task = ("acceptDeliverable", deliverable.path)
    assert task in waits_for(world.firm.firm)
    world.firm.firm.do(deliverable, "accept")
    assert task not in waits_for(world.firm.firm)


def test_a_free_place_goes_to_who_waits_and_not_past_them(world):
    first, second, third = prospects(world, narrow(world), 3)
    first = world.hub.enrol(first)
    second = world.hub.enrol(second)
    drop_out(world.hub, first)
    third = world.hub.enrol(third)
    assert third["state"] == "waiting"
    reply = attempt(world, third, "take-place", {}).expect(422)
    assert reply.faults == [("queue-order", "#/reason")]
    third = world.hub.signatory.do(third, "take-place", {"reason": "Kurset passer bare for denne"})
    assert third["explanation"] == "Kurset passer bare for denne"
    attempt(world, second, "take-place", {}).refused("stage-full", 409)


def test_the_hub_of_who_has_waited_longest_is_told_of_a_free_place(world, database):
    programme = narrow(world)
    taken, second, third = prospects(world, programme, 3)
    taken = world.hub.enrol(taken)
    second, third = world.hub.enrol(second), world.hub.enrol(third)

    def told():
        return database.rows(
            "select b.object_id::text, o.orgnr from trinn.outbox b join trinn.organisations o"
            " on o.id = b.organisation_id where b.topic = 'enrolment.place-free'"
            " and b.object_id in (%s, %s) order by b.id",
            *(second["id"], third["id"]),
        )

    assert told() == []
    drop_out(world.hub, taken)
    assert told() == [(second["id"], world.hub.orgnr)]
    second = world.hub.signatory.do(second, "take-place", {})
    world.county.new_stages(programme, stages=[stage(1, capacity=2)])
    assert told()[1:] == [(third["id"], world.hub.orgnr)]
    world.hub.signatory.do(third, "take-place", {})
    assert places(database, programme) == {1: 2}


def test_whom_a_gate_is_shut_for_is_passed_over_and_told_why(world, database):
    programme = narrow(world)
    taken, third = prospects(world, programme, 2)
    (shut,) = prospects(world, programme, 1, world.other_hub)
    taken, shut = world.hub.enrol(taken), world.other_hub.enrol(shut)
    behind = world.hub.enrol(prospects(world, programme, 1)[0])
    third = world.hub.enrol(third)
    world.county.new_stages(programme, stages=[stage(1, [{"kind": "assessed"}], capacity=1)])
    lead, reason = world.county.programme_lead, "Ny versjon av programmet"
    move = {"programmeId": programme, "toVersion": 2, "reason": reason, "enrolmentIds": [shut["id"]]}
    (moved,) = lead.post("/v1/enrolment-moves", move).expect(200).json["results"]
    assert moved["moved"]
    drop_out(world.hub, taken)
    assert ("takePlace", behind.path) in waits_for(world.hub.signatory)
    assert third.path not in {path for _, path in waits_for(world.hub.signatory)}
    (task,) = [t for t in world.other_hub.signatory.items("/v1/tasks", limit=1000)
               if t["path"] == shut.path]  # fmt: skip
    assert (task["operationId"], task["reference"]) == (None, "gate-closed")
    told = "select topic from trinn.outbox where object_kind = 'enrolment' and object_id = %s"
    assert ("enrolment.passed-over",) in database.rows(told, shut["id"])
    reply = attempt(world, third, "take-place", {}).expect(422)
    assert reply.faults == [("queue-order", "#/reason")]
    behind = world.hub.signatory.do(behind, "take-place", {})
    assert (behind["state"], behind["explanation"]) == ("enrolled", None)
    detail = "select detail from trinn.audit_events where action = 'take-place' and object_id = %s"
    assert database.rows(detail, behind["id"])[0][0] == {"stage": 1, "passedOver": 1}
    world.assert_sound()


def test_where_two_places_are_free_neither_of_two_passes_the_other(world):
    programme = narrow(world)
    taken, first, second = prospects(world, programme, 3)
    world.hub.enrol(taken)
    world.hub.enrol(first)
    second = world.hub.enrol(second)
    world.county.new_stages(programme, stages=[stage(1, capacity=3)])
    assert ("takePlace", second.path) in waits_for(world.hub.signatory)
    assert world.hub.signatory.do(second, "take-place", {})["state"] == "enrolled"


def test_the_order_is_that_of_all_hubs(world):
    programme = narrow(world)
    taken, mine = prospects(world, programme, 2)
    (theirs,) = prospects(world, programme, 1, world.other_hub)
    taken = world.hub.enrol(taken)
    theirs = world.other_hub.enrol(theirs)
    mine = world.hub.enrol(mine)
    drop_out(world.hub, taken)
    reply = attempt(world, mine, "take-place", {}).expect(422)
    assert reply.faults == [("queue-order", "#/reason")]
    assert world.other_hub.orgnr not in reply.text
    world.other_hub.signatory.do(theirs, "take-place", {})


def test_of_two_firms_and_one_place_one_gets_it(world, database):
    for _ in range(5):
        programme = narrow(world)
        pair = prospects(world, programme, 1) + prospects(world, programme, 1, world.other_hub)
        people = [world.hub.signatory.another(), world.other_hub.signatory.another()]
        pair = [world.hub.recommend(pair[0]), world.other_hub.recommend(pair[1])]
        with ThreadPoolExecutor(2) as pool:
            sent = [pool.submit(p.do, f, "enrol", {"stage": 1}) for p, f in zip(people, pair)]
            states = sorted(future.result()["state"] for future in sent)
        assert states == ["enrolled", "waiting"]
        assert places(database, programme) == {1: 1}


def test_of_many_that_want_no_waiting_as_many_get_in_as_there_are_places(world, database):
    programme = narrow(world, 3)
    firms = [world.hub.recommend(firm) for firm in prospects(world, programme, 8)]
    body = {"stage": 1, "waitIfFull": False}

    def enrol(firm):
        return world.hub.signatory.another().attempt(firm, "enrol", body)

    with ThreadPoolExecutor(8) as pool:
        replies = list(pool.map(enrol, firms))
    assert sum(reply.status == 200 for reply in replies) == 3
    assert {reply.code for reply in replies if reply.status != 200} <= {"stage-full", "contended"}
    assert places(database, programme) == {1: 3}


def test_places_that_are_taken_and_free_and_who_waits_are_seen_with_the_programme(world):
    programme = narrow(world, 2)
    for hub in (world.hub, world.other_hub):
        for firm in prospects(world, programme, 2, hub):
            hub.enrol(firm)
    told = {"stage": 1, "capacity": 2, "taken": 2, "free": 0, "waiting": 2}
    for person in (world.county.caseworker, world.hub.hub_editor):
        assert person.read(f"/v1/programmes/{programme}")["places"] == [told]
    world.county.new_stages(programme, stages=[stage(1, capacity=1), stage(2)])
    fewer = [told | {"capacity": 1}]
    unlimited = {"stage": 2, "capacity": None, "taken": 0, "free": None, "waiting": 0}
    read = world.county.caseworker.read(f"/v1/programmes/{programme}")
    assert read["places"] == fewer + [unlimited]


def test_places_of_a_cohort_and_of_its_stage_are_seen_together(world):
    cohort = cohorts.filled(world, world.hub, capacity=3)
    assert (cohort["taken"], cohort["free"]) == (1, 2)
    overview = world.county.caseworker.read(cohort / "overview")
    assert (overview["cohort"]["free"], overview["places"]["stage"]) == (2, 1)
    assert overview["places"]["taken"] >= 1 and overview["places"]["free"] is None
