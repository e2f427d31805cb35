"""Gates of a stage hold, or are waived by a second person."""

from support import mobilisation
from support.bodies import REASON
from support.enrolments import attempt, with_gate
from support.specimens import drop_out


def test_the_assessment_that_is_asked_for_is_an_interview(world):
    """Neither what the firm answers alone, nor a questionnaire, which supports the interview."""
    firm = with_gate(world, kind="assessed")
    for hand, kind in ((world.firm, "survey"), (world.hub, "questionnaire")):
        mobilisation.assess(world, hand, firm, kind=kind)
        reply = attempt(world, firm, "enrol", {"stage": 2}).refused("gate-closed", 409)
        assert reply.json["detail"] == "Trinn 2 krever et modenhetsintervju."
    mobilisation.assess(world, world.hub, firm)
    firm = world.hub.signatory.read(firm.path)
    assert firm["state"] == "assessed"
    assert world.hub.enrol(firm, 2)["state"] == "enrolled"


def test_a_gate_is_waived_for_a_round_by_a_second_person(world):
    firm = with_gate(world, kind="stage_completed", requiresStage=1)
    waiver = world.hub.ask_waiver(firm)
    assert waiver["state"] == "asked"
    attempt(world, firm, "enrol", {"stage": 2}).refused("gate-closed", 409)
    again = {"stage": 2, "gate": "stage_completed", "reason": "En gang til"}
    world.hub.signatory.post(firm / "gate-waivers", again).refused("waiver-exists", 409)
    given = world.county.programme_lead.do(waiver, "give", REASON)
    assert (given["state"], given["decision"]) == ("given", REASON["reason"])
    firm = world.hub.enrol(world.hub.signatory.read(firm.path), 2)
    firm = drop_out(world.hub, firm)
    firm = world.hub.signatory.do(firm, "re-enter", REASON)
    attempt(world, firm, "enrol", {"stage": 2}).refused("gate-closed", 409)
    world.assert_sound()


def test_whoever_asked_for_a_waiver_neither_gives_nor_refuses_it(world):
    firm = with_gate(world, kind="assessed")
    content = {"stage": 2, "gate": "assessed", "reason": "Kartlagt i annet program"}
    waiver = world.county.caseworker.make(firm / "gate-waivers", content)
    for step in ("give", "refuse"):
        world.county.caseworker.attempt(waiver, step, REASON).refused("four-eyes", 403)
    world.hub.signatory.attempt(waiver, "give", REASON).refused("forbidden", 403)
    refused = world.county.caseworker_b.do(waiver, "refuse", REASON)
    assert refused["state"] == "refused"
    world.county.caseworker.make(firm / "gate-waivers", content)


def test_a_waiver_is_asked_for_a_gate_that_is_there(world):
    firm = with_gate(world, kind="assessed")
    for number, gate in ((1, "assessed"), (2, "attendance")):
        content = {"stage": number, "gate": gate, "reason": "?"}
        reply = world.hub.signatory.post(firm / "gate-waivers", content).expect(422)
        assert reply.faults == [("gate-unknown", "#/gate")]


def test_the_county_finds_the_waivers_that_it_is_asked_for(world):
    waiver = world.hub.ask_waiver(with_gate(world, kind="assessed"), gate="assessed")
    asked = world.county.caseworker.items("/v1/gate-waivers", state="asked")
    assert waiver["id"] in [w["id"] for w in asked]
    assert waiver["id"] in [w["id"] for w in world.firm.firm.items("/v1/gate-waivers")]
    assert world.other_hub.signatory.items("/v1/gate-waivers") == []
