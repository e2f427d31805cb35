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


def test_with_the_round_a_waiver_is_over(world):
    firm = with_gate(world, kind="assessed")
    waiver = world.hub.ask_waiver(firm, gate="assessed")
    assert (waiver["round"], waiver["isOver"]) == (1, False)
    lead = world.county.programme_lead
    assert waiver.path in [t["path"] for t in lead.items("/v1/tasks", limit=1000)]
    drop_out(world.hub, world.hub.signatory.read(firm.path))
    again = world.other_hub.follow(firm["programme"]["id"])
    assert again["round"] == 2
    assert waiver.path not in [t["path"] for t in lead.items("/v1/tasks", limit=1000)]
    waiver = lead.read(waiver.path)
    assert waiver["isOver"]
    lead.attempt(waiver, "give", REASON).refused("round-over", 409)
    lead.do(waiver, "refuse", REASON)


def test_a_gate_that_holds_needs_no_waiver(world):
    firm = with_gate(world, kind="assessed")
    mobilisation.assess(world, world.hub, firm)
    content = {"stage": 2, "gate": "assessed", "reason": "?"}
    reply = world.hub.signatory.post(firm / "gate-waivers", content).expect(422)
    assert reply.faults == [("gate-open", "#/gate")]


def test_a_new_hub_is_told_what_the_gates_rest_on_and_reads_nothing_of_the_former(world):
    firm = with_gate(world, kind="assessed")
    hub, other = world.hub.hub_editor, world.other_hub.hub_editor
    noted = hub.make(firm / "contacts", mobilisation.contact(world))
    supports = mobilisation.assess(world, world.hub, firm, kind="questionnaire")
    interview = mobilisation.assess(world, world.hub, firm)
    out = drop_out(world.hub, world.hub.complete(world.hub.signatory.read(firm.path)))
    again = world.other_hub.follow(firm["programme"]["id"])
    told = again["way"]
    assert told["isAssessed"] and told["completedStages"] == [1] and told["sessions"] == []
    assert out["way"] == told
    assert other.items(again / "assessments") == other.items(again / "contacts") == []
    for path in (interview.path, supports.path, noted.path):
        other.get(path).refused("not-found", 404)
    kept = mobilisation.ids(hub.items(firm / "assessments"))
    assert kept == [interview["id"], supports["id"]]
    own = mobilisation.assess(world, world.other_hub, again)
    assert mobilisation.ids(other.items(again / "assessments")) == [own["id"]]

    # Nor does another, to which it hands the firm over: it gives what it has.
    third = world.outsider.hub_editor
    third.do(mobilisation.ask_handover(world, world.other_hub, world.outsider, again), "accept")
    assert mobilisation.ids(third.items(again / "assessments")) == [own["id"]]
    hub.do(mobilisation.ask_handover(world, world.outsider, world.hub, again), "accept")
    assert mobilisation.ids(hub.items(firm / "assessments")) == [own["id"], *kept]
    third.get(own.path).refused("not-found", 404)
    other.get(interview.path).refused("not-found", 404)
    world.assert_sound()


def test_a_firm_is_told_which_other_hub_has_taken_it_up(world):
    told = world.firm.firm
    firm = drop_out(world.hub, with_gate(world, kind="assessed"))
    again = world.hub.signatory.do(firm, "re-enter", REASON)
    assert again.path not in mobilisation.tasks_of(told)
    drop_out(world.hub, again)
    again = world.other_hub.follow(firm["programme"]["id"])
    (task,) = [t for t in told.items("/v1/tasks", limit=1000) if t["path"] == again.path]
    assert (task["operationId"], task["hub"]["orgnr"]) == (None, world.other_hub.orgnr)
    (listed,) = world.database.rows(
        "select o.topic from trinn.outbox o join trinn.organisations f on f.id = o.organisation_id"
        " where o.object_kind = 'enrolment' and o.object_id = %s and f.orgnr = %s order by o.id desc limit 1",
        *(again["id"], world.firm.orgnr),
    )
    assert listed == ("enrolment.create",)


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
