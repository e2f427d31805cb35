"""A firm that waits for a stage, or has a place in one that has not begun, goes to another."""

from support import copayments as c
from support.enrolments import attempt, places, prospects, stage

PRICED = {"priceCapOre": 12_000_00, "vatMode": "exempt"}


def funnel(world, programme):
    """Per stage, how many waited, enrolled, dropped out."""
    items = world.county.caseworker.read(f"/v1/reports/funnel?programmeId={programme}")["items"]
    return {t["stage"]: (t["waited"], t["enrolled"], t["dropped"]) for t in items if t["stage"]}


def two_priced(world):
    """A firm with a place in the first of two priced stages, after which one asks for settlement."""
    gates = [{"kind": "copayment_settled"}]
    programme = world.county.programme(
        stages=[stage(1), stage(2, **PRICED), stage(3, **PRICED), stage(4, gates)]
    )
    (firm,) = prospects(world, programme, 1)
    return programme, world.hub.signatory.do(advise(world, firm, 2), "enrol", c.place(world))


def advise(world, firm, number):
    content = {"stage": number, "grounds": "Passer bedre", "digitallyReady": True}
    return world.hub.signatory.do(firm, "recommend-stage", content)


def test_who_has_a_place_gives_it_back_and_is_no_drop_out(world):
    programme = world.county.programme(stages=[stage(1, capacity=1), stage(2)])
    first, second = prospects(world, programme, 2)
    first, second = world.hub.enrol(first), world.hub.enrol(second)
    assert (first["state"], second["state"]) == ("enrolled", "waiting")
    reply = attempt(world, first, "enrol", {"stage": 1}).expect(422)
    assert reply.faults == [("stage-held", "#/stage")]
    attempt(world, first, "enrol", {"stage": 2}).refused("validation-failed", 422)
    moved = world.hub.signatory.do(advise(world, first, 2), "enrol", {"stage": 2})
    assert (moved["state"], moved["stage"]) == ("enrolled", 2)
    assert places(world.database, programme) == {2: 1}
    second = world.hub.signatory.do(second, "take-place", {})
    assert second["stage"] == 1
    assert funnel(world, programme) == {1: (1, 1, 0), 2: (0, 1, 0)}
    steps = world.hub.signatory.items(first / "steps")
    assert [(s["fromState"], s["toState"], s["stage"]) for s in steps[-2:]] == [
        ("prospect", "enrolled", 1),
        ("enrolled", "enrolled", 2),
    ]
    world.assert_sound()


def test_a_place_is_given_up_for_a_queue_only_if_that_is_said(world):
    programme = world.county.programme(stages=[stage(1), stage(2, capacity=1)])
    (holder,) = prospects(world, programme, 1)
    world.hub.enrol(holder, 2)
    (firm,) = prospects(world, programme, 1)
    firm = advise(world, world.hub.enrol(firm), 2)
    attempt(world, firm, "enrol", {"stage": 2}).refused("stage-full", 409)
    waiting = world.hub.signatory.do(firm, "enrol", {"stage": 2, "waitIfFull": True})
    assert (waiting["state"], waiting["stage"]) == ("waiting", 2)
    assert places(world.database, programme) == {2: 1}
    assert funnel(world, programme)[1] == (0, 0, 0)
    world.assert_sound()


def test_who_waits_goes_to_another_queue(world):
    full = {"capacity": 1}
    programme = world.county.programme(stages=[stage(1, **full), stage(2, **full)])
    for number in (1, 2):
        (holder,) = prospects(world, programme, 1)
        world.hub.enrol(holder, number)
    (firm,) = prospects(world, programme, 1)
    firm = world.hub.enrol(firm)
    assert firm["state"] == "waiting"
    moved = world.hub.signatory.do(advise(world, firm, 2), "enrol", {"stage": 2})
    assert (moved["state"], moved["stage"]) == ("waiting", 2)
    world.assert_sound()


def test_what_was_not_invoiced_falls_away_with_the_place_and_the_other_is_raised(world):
    programme, firm = two_priced(world)
    left = c.of(world.hub, firm)
    moved = advise(world, firm, 3)
    moved = world.hub.signatory.do(moved, "enrol", c.place(world) | {"stage": 3})
    raised = c.of(world.hub, moved)
    assert raised["id"] != left["id"] and (raised["state"], raised["stage"]) == ("due", 3)
    left = c.reread(world.hub, left)
    assert (left["state"], left["openOre"], left["settledAidOre"]) == ("credited", 0, 0)
    back = world.hub.signatory.do(advise(world, moved, 2), "enrol", c.place(world))
    again = c.of(world.hub, back)
    assert again["id"] not in (left["id"], raised["id"]) and again["state"] == "due"
    assert c.reread(world.hub, raised)["state"] == "credited"
    assert funnel(world, programme) == {2: (0, 1, 0), 3: (0, 0, 0)}

    free = world.hub.signatory.do(advise(world, back, 1), "enrol", {"stage": 1})
    assert free["copaymentId"] is None and c.reread(world.hub, again)["state"] == "credited"
    assert free["way"]["unsettledStages"] == []
    world.assert_sound()


def test_what_was_invoiced_two_persons_credit_before_the_firm_changes_stage(world):
    _, firm = two_priced(world)
    signatory = world.hub.signatory
    copayment = c.check(world.hub, c.of(world.hub, firm))
    copayment = signatory.do(copayment, "invoice", c.due(world))
    firm = advise(world, firm, 1)
    reply = attempt(world, firm, "enrol", {"stage": 1}).refused("share-charged", 409)
    assert "To personer må kreditere" in reply.json["errors"][0]["detail"]
    assert not signatory.permitted(firm)["enrol"]["permitted"]
    asked = world.hub.hub_editor.do(c.reread(world.hub, copayment), "ask-credit", c.CREDIT)
    signatory.do(asked, "give-relief")
    moved = signatory.do(firm, "enrol", {"stage": 1})
    assert (moved["state"], moved["stage"], moved["copaymentId"]) == ("enrolled", 1, None)
    world.assert_sound()


def test_firms_that_have_a_place_change_stage_one_by_one(world):
    programme = world.county.programme(stages=[stage(1), stage(2)])
    (firm,) = prospects(world, programme, 1)
    firm = advise(world, world.hub.enrol(firm), 2)
    body = {"step": "enrol", "stage": 2, "enrolmentIds": [firm["id"]]}
    reply = world.hub.signatory.post("/v1/enrolment-steps", body)
    assert "state-conflict" in str(reply.json)
