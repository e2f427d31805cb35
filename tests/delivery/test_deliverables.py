"""What a hub delivers of a firm's own case, until the firm accepts it."""

from support import specimens
from support.bodies import REASON
from support.enrolments import attempt, with_gate
from support.mobilisation import tasks_of


def test_a_deliverable_is_delivered_by_the_hub_and_accepted_by_the_firm(world):
    firm = with_gate(world, kind="deliverable_accepted")
    attempt(world, firm, "enrol", {"stage": 2}).refused("gate-closed", 409)
    firm = world.hub.start(firm)
    deliverable = world.hub.begin_deliverable(firm)
    assert (deliverable["state"], deliverable["stage"]) == ("begun", 1)
    world.firm.firm.attempt(deliverable, "accept").refused("state-conflict", 409)
    deliverable = world.hub.signatory.do(deliverable, "deliver")
    assert deliverable["deliveredOn"] == str(world.today)
    world.hub.signatory.attempt(deliverable, "accept").refused("forbidden", 403)
    world.neighbour_firm.firm.attempt(deliverable, "accept").refused("not-found", 404)
    deliverable = world.firm.firm.do(deliverable, "accept")
    assert (deliverable["state"], deliverable["acceptedBy"]) == ("accepted", world.firm.firm.name)
    assert world.firm.firm.items(firm / "deliverables") == [deliverable]
    firm = world.hub.signatory.do(world.hub.signatory.read(firm.path), "complete")
    assert world.hub.enrol(firm, 2)["stage"] == 2
    world.assert_sound()


def test_a_firm_sends_a_deliverable_back_until_it_is_what_it_needs(world):
    hub, own = world.hub.signatory, world.firm.firm
    made = specimens.delivered(world, world.hub)
    better = {"title": "Nettbestilling", "description": "Bestilling og betaling på nett"}
    hub.put(made.path, better, made.etag).refused("state-conflict", 409)
    world.neighbour_firm.firm.attempt(made, "send-back", REASON).refused("not-found", 404)
    hub.attempt(made, "send-back", REASON).refused("forbidden", 403)
    assert own.permitted(made)["send-back"]["permitted"]
    made = own.do(made, "send-back", {"reason": "Betaling mangler"})
    told = {"deliveredOn": str(world.today), "on": str(world.today), "by": own.name}
    told |= {"reason": "Betaling mangler"}
    assert (made["state"], made["deliveredOn"], made["returns"]) == ("begun", None, [told])
    made = hub.put(made.path, better, made.etag).expect(200).thing(made.path)
    made = own.do(hub.do(made, "deliver"), "send-back", {"reason": "Prisene er feil"})
    assert [r["reason"] for r in made["returns"]] == ["Betaling mangler", "Prisene er feil"]
    made = own.do(hub.do(made, "deliver"), "accept")
    assert (made["state"], made["description"]) == ("accepted", better["description"])
    assert len(made["returns"]) == 2
    world.assert_sound()


def test_a_hub_discards_what_nothing_will_come_of(world):
    hub, own = world.hub.signatory, world.firm.firm
    firm = world.hub.start(specimens.prospect(world, world.hub))

    def warned():
        return {w["code"] for w in hub.read(firm / "permitted-actions")["warnings"]}

    made = hub.do(world.hub.begin_deliverable(firm), "deliver")
    hub.attempt(made, "discard", REASON).refused("state-conflict", 409)
    made = own.do(made, "send-back", REASON)
    assert made.path in tasks_of(hub) and "work-unaccepted" in warned()
    reply = hub.attempt(made, "discard", {}).expect(422)
    assert reply.faults == [("required", "#/reason")]
    own.attempt(made, "discard", REASON).refused("forbidden", 403)
    gone = hub.do(made, "discard", REASON)
    assert (gone["state"], gone["deliveredOn"], gone["returns"]) == ("discarded", None, made["returns"])
    assert own.items(firm / "deliverables") == [gone]
    assert made.path not in tasks_of(hub) | tasks_of(own) and "work-unaccepted" not in warned()
    assert not any(told["permitted"] for told in hub.permitted(gone).values())
    better = {"title": "Nettbestilling", "description": "Bestilling og betaling på nett"}
    hub.put(gone.path, better, gone.etag).refused("state-conflict", 409)
    reason = "select reason from trinn.audit_events where action = 'discard' and object_id = %s"
    assert world.database.value(reason, gone["id"]) == REASON["reason"]
    world.assert_sound()


def test_nobody_accepts_for_a_firm_what_they_delivered_for_a_hub(world):
    at_hub, at_firm = world.one_person((world.hub, "hub_editor"), (world.firm, "firm"))
    made = at_hub.do(specimens.begun_deliverable(world, world.hub), "deliver")
    told = at_firm.permitted(made)["accept"]
    assert [why["code"] for why in told["reasons"]] == ["four-eyes"]
    at_firm.attempt(made, "accept").refused("four-eyes", 403)
    world.firm.firm.do(made, "accept")
