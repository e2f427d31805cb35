"""Firms that go to another version of the stage graph, some at once."""

import pytest
from support import copayments as c
from support.bodies import REASON
from support.enrolments import places, prospects, stage, steps
from support.parties import KRONE
from support.specimens import drop_out


def move(world, firms, **changes):
    content = {
        "programmeId": firms[0]["programme"]["id"],
        "toVersion": 2,
        "enrolmentIds": [firm["id"] for firm in firms],
        "reason": "Nytt innhold fra høsten",
    }
    return content | changes


@pytest.fixture
def three(world):
    """One that can be moved, one that has dropped out, and one in a stage that the second version
    has not."""
    programme = world.county.programme(stages=[stage(1), stage(2)])
    moves, out, beyond = prospects(world, programme, 3)
    found = [world.hub.enrol(moves), drop_out(world.hub, out), world.hub.enrol(beyond, 2)]
    world.county.new_stages(programme, stages=[stage(1)])
    return found


def test_several_firms_are_moved_each_with_a_result(world, three):
    lead = world.county.programme_lead
    content = move(world, three, enrolmentIds=[f["id"] for f in three] + ["999999999"])
    told = lead.post("/v1/enrolment-moves", content, key="the-move").expect(200)
    results = told.json["results"]
    assert [r["enrolmentId"] for r in results] == content["enrolmentIds"]
    assert [r["moved"] for r in results] == [True, False, False, False]
    codes = [[e["code"] for e in r["errors"]] for r in results]
    assert codes == [[], ["state-conflict"], ["stage-unknown"], ["not-found"]]
    versions = [lead.read(f.path)["programmeVersion"] for f in three]
    assert versions == [2, 1, 1]
    again = lead.post("/v1/enrolment-moves", content, key="the-move").expect(200)
    assert again.replayed and again.content == told.content
    fresh = lead.post("/v1/enrolment-moves", content).expect(200).json["results"]
    assert fresh[0]["errors"][0]["code"] == "version-same"
    step = steps(world, three[0])[-1]
    assert (step["programmeVersion"], step["explanation"]) == (2, content["reason"])
    assert places(world.database, three[0]["programme"]["id"]) == {1: 1, 2: 1}
    world.assert_sound()


SHUT = [
    {"kind": "assessed"},
    {"kind": "stage_completed", "requiresStage": 1},
    {"kind": "attendance", "percent": 50},
    {"kind": "copayment_settled"},
    {"kind": "deliverable_accepted"},
]


@pytest.mark.parametrize("gate", SHUT, ids=lambda gate: gate["kind"])
def test_who_waits_is_moved_and_its_hub_told_of_a_gate_that_is_shut(world, gate):
    """Of the gates of the version, the one that holds for a firm that owes nothing is open."""
    programme = world.county.programme(stages=[stage(1), stage(2, capacity=1)])
    first, waits = [world.hub.enrol(firm, 2) for firm in prospects(world, programme, 2)]
    stages = [stage(1, priceCapOre=KRONE), stage(2, [gate], capacity=1)]
    world.county.new_stages(programme, stages=stages)
    content = move(world, [waits])
    (told,) = world.county.programme_lead.post("/v1/enrolment-moves", content).json["results"]
    is_open = gate["kind"] == "copayment_settled"
    closed = [] if is_open else ["gate-closed"]
    assert (told["moved"], [w["code"] for w in told["warnings"]]) == (True, closed)
    drop_out(world.hub, first)
    person = world.hub.signatory
    tasks = {t["path"]: t["operationId"] for t in person.items("/v1/tasks", limit=1000)}
    assert tasks[waits.path] == ("takePlace" if is_open else None)
    assert person.permitted(waits)["take-place"]["permitted"] == is_open
    world.assert_sound()


def test_a_move_tried_dry_names_those_that_cannot_be_moved(world, three):
    lead = world.county.programme_lead
    path = "/v1/enrolment-moves"
    lead.post(path, move(world, three[:1]), dryRun="true").expect(204)
    reply = lead.post(path, move(world, three), dryRun="true").expect(409)
    assert reply.faults == [
        ("stage-unknown", "#/enrolmentIds/2"),
        ("state-conflict", "#/enrolmentIds/1"),
    ]
    assert lead.read(three[0].path)["programmeVersion"] == 1


def test_there_must_be_a_version_to_move_to(world, three):
    lead = world.county.programme_lead
    reply = lead.post("/v1/enrolment-moves", move(world, three, toVersion=7)).expect(422)
    assert reply.faults == [("unknown-reference", "#/toVersion")]
    other = move(world, three, programmeId=world.county.programme())
    results = lead.post("/v1/enrolment-moves", other | {"toVersion": 1}).expect(200).json["results"]
    assert {e["code"] for r in results for e in r["errors"]} == {"not-found"}
    world.hub.signatory.post("/v1/enrolment-moves", move(world, three)).refused("forbidden", 403)


def test_who_enters_again_begins_in_the_version_in_force(world, three):
    firm = world.hub.signatory.do(three[1], "re-enter", REASON)
    assert firm["programmeVersion"] == 2
    assert world.hub.signatory.read(three[2].path)["programmeVersion"] == 1


def repriced(world, copayment, **price):
    """The firm, once its stage has another price in the second version."""
    hub = world.hub
    firm = hub.signatory.read(f"/v1/enrolments/{copayment['enrolmentId']}")
    stages = hub.county.programme_content()["stages"]
    stages[1] = {name: told for name, told in (stages[1] | price).items() if told is not None}
    world.county.new_stages(firm["programme"]["id"], stages=stages)
    return firm


def moved(world, firm):
    content = move(world, [firm])
    (told,) = world.county.programme_lead.post("/v1/enrolment-moves", content).json["results"]
    codes = [p["code"] for p in told["errors"] + told["warnings"]]
    return told["moved"], codes


def test_who_is_not_billed_yet_is_moved_to_another_price_once_its_share_is_credited(world):
    hub = world.hub
    copayment = c.raised(world, capacity=9)
    firm = repriced(world, copayment, priceCapOre=8_000 * KRONE)
    dry = world.county.programme_lead.post("/v1/enrolment-moves", move(world, [firm]), dryRun="true")
    dry.refused("stage-repriced", 409)
    assert moved(world, firm) == (False, ["stage-repriced"])
    credit = c.CREDIT | {"cause": "mistaken"}
    hub.signatory.do(hub.hub_editor.do(c.reread(hub, copayment), "ask-credit", credit), "give-relief")
    assert moved(world, firm) == (True, [])
    firm = hub.signatory.read(firm.path)
    assert firm["state"] == "enrolled"
    over = hub.signatory.attempt(firm, "enrol", c.place(world)).expect(422)
    assert over.faults == [("copayment-over-cap", "#/copayment/amountOre")]
    anew = hub.signatory.do(firm, "enrol", c.place(world, amountOre=8_000 * KRONE))
    assert c.of(hub, anew)["openOre"] == 8_000 * KRONE
    world.assert_sound()


def test_who_is_moved_to_where_its_stage_is_free_begins_without_a_share(world):
    hub = world.hub
    copayment = c.raised(world, capacity=9)
    firm = repriced(world, copayment, priceCapOre=None)
    assert moved(world, firm) == (False, ["stage-repriced"])
    credit = c.CREDIT | {"cause": "mistaken"}
    hub.signatory.do(hub.hub_editor.do(c.reread(hub, copayment), "ask-credit", credit), "give-relief")
    assert moved(world, firm) == (True, [])
    assert hub.signatory.do(hub.signatory.read(firm.path), "start")["state"] == "active"


def test_who_is_billed_keeps_its_price_and_the_county_is_told(world):
    hub = world.hub
    copayment = hub.signatory.do(c.checked(world, capacity=9), "invoice", c.due(world))
    firm = repriced(world, copayment, priceCapOre=8_000 * KRONE)
    assert moved(world, firm) == (True, ["stage-price-stays"])
    assert c.reread(hub, copayment)["openOre"] == c.SHARE_ORE
