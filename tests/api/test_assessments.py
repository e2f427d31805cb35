"""How mature a firm is, as asked in interviews and as it answers alone."""

import pytest
from support import cohorts
from support.bodies import REASON
from support.mobilisation import (
    answers,
    ask_handover,
    assess,
    begin,
    ids,
    judged,
    new_assessment,
    prospect,
    state_of,
    tasks_of,
)
from support.specimens import drop_out


def test_an_interview_makes_a_prospect_assessed_and_stands(world):
    editor = world.hub.hub_editor
    enrolment = prospect(world, world.hub)
    begun = begin(world, enrolment)
    assert (begun["state"], begun["interviewer"]["name"]) == ("draft", editor.name)
    reply = editor.attempt(begun, "finish").expect(409)
    assert [code for code, _ in reply.faults] == ["nothing-answered", "nothing-judged"]
    content = answers(
        world, dimensions=judged(digital=2, strategy=1), digitalStrategyWritten=False
    )
    saved = editor.save(begun, "answers", content)
    assert saved["answers"] == content["answers"]
    assert saved["dimensions"] == judged(digital=2, strategy=1)
    assert (saved["digitalStrategyWritten"], saved["greenStrategyWritten"]) == (False, None)
    assert state_of(world, enrolment) == "prospect"
    done = editor.do(saved, "finish")
    assert done["state"] == "final" and state_of(world, enrolment) == "assessed"
    editor.put(done / "answers", content, done.etag).refused("state-conflict", 409)
    editor.attempt(done, "finish").refused("state-conflict", 409)
    assert not any(told["permitted"] for told in editor.permitted(done).values())
    world.assert_sound()


def test_answers_fit_the_questions_of_the_instrument(world):
    begun = begin(world, prospect(world, world.hub))
    wrong = answers(
        world,
        ("goal", True),
        ("plan", "ja"),
        ("tools", "6"),
        ("waste", "burnt"),
        ("goal", "Igjen"),
        ("colour", "Blå"),
    )
    del wrong["answers"][4]["context"]
    reply = world.hub.hub_editor.put(begun / "answers", wrong, begun.etag).expect(422)
    assert reply.faults == [
        ("enum", "#/answers/2/answer"),
        ("enum", "#/answers/3/answer"),
        ("not-unique", "#/answers/4/question"),
        ("question-unknown", "#/answers/5/question"),
        ("required", "#/answers/4/context"),
        ("type", "#/answers/0/answer"),
        ("type", "#/answers/1/answer"),
    ]
    assert world.hub.hub_editor.read(begun.path)["answers"] == []


def test_a_draft_is_for_whoever_writes_it(world):
    enrolment = prospect(world, world.hub)
    begun = begin(world, enrolment)
    assert ids(world.hub.hub_signatory.items(enrolment / "assessments")) == [begun["id"]]
    assert world.county.caseworker.items(enrolment / "assessments") == []
    for person in (world.county.caseworker, world.other_hub.hub_editor, world.firm.firm):
        person.get(begun.path).refused("not-found", 404)


def test_a_draft_is_discarded_with_a_reason_and_asked_for_no_more(world):
    editor = world.hub.hub_editor
    enrolment = prospect(world, world.hub)
    booked = cohorts.plan(world, world.hub, enrolment, kind="interview")
    begun = begin(world, enrolment, sessionId=booked["id"])
    saved = editor.save(begun, "answers", answers(world, sessionId=booked["id"]))
    assert saved.path in tasks_of(editor)
    reply = editor.attempt(saved, "discard", {}).expect(422)
    assert reply.faults == [("required", "#/reason")]
    gone = editor.do(saved, "discard", REASON)
    assert (gone["state"], gone["answers"]) == ("discarded", saved["answers"])
    assert saved.path not in tasks_of(editor)
    assert state_of(world, enrolment) == "prospect"
    editor.put(gone / "answers", answers(world), gone.etag).refused("state-conflict", 409)
    editor.attempt(gone, "finish").refused("state-conflict", 409)
    assert not any(told["permitted"] for told in editor.permitted(gone).values())
    world.county.caseworker.get(gone.path).refused("not-found", 404)
    reason = "select reason from trinn.audit_events where action = 'discard' and object_id = %s"
    assert world.database.value(reason, gone["id"]) == REASON["reason"]
    world.assert_sound()


def since(before, **points):
    return judged(**{name: {"since": before["id"], "points": n} for name, n in points.items()})


def test_before_and_after_are_compared_by_dimension(world):
    enrolment = prospect(world, world.hub)
    before = assess(world, world.hub, enrolment, digital=2, green=3, strategy=1)
    content = new_assessment(world, phase="after")
    reply = world.hub.hub_editor.post(enrolment / "assessments", content).expect(422)
    assert reply.faults == [("phase-not-begun", "#/heldOn")]
    world.hub.start(world.hub.hub_editor.read(enrolment.path))
    during = assess(world, world.hub, enrolment, "during", digital=3, organisation=2)
    after = assess(world, world.hub, enrolment, "after", digital=4, green=2, strategy=1)
    told = {a["id"]: a["changes"] for a in world.county.auditor.items(enrolment / "assessments")}
    assert list(told) == [after["id"], during["id"], before["id"]]
    assert told[before["id"]] is None
    assert told[during["id"]] == since(before, digital=1)
    assert told[after["id"]] == since(before, digital=2, green=-1, strategy=0)
    for phase, held_on in (("before", cohorts.after(world, -366)), ("after", cohorts.after(world, -1))):
        content = new_assessment(world, phase=phase, heldOn=held_on)
        reply = world.hub.hub_editor.post(enrolment / "assessments", content).expect(422)
        assert reply.faults == [("date-early", "#/heldOn")]


def test_before_is_before_the_day_the_stage_began_once_it_has(world):
    editor = world.hub.hub_editor
    enrolment = prospect(world, world.hub)
    begun = begin(world, enrolment)
    world.hub.start(editor.read(enrolment.path))
    reply = editor.post(enrolment / "assessments", new_assessment(world)).expect(422)
    assert reply.faults == [("phase-over", "#/heldOn")]
    yesterday = cohorts.after(world, -1)
    earlier = begin(world, enrolment, heldOn=yesterday)
    reply = editor.put(earlier / "answers", answers(world), earlier.etag).expect(422)
    assert reply.faults == [("phase-over", "#/heldOn")]
    editor.save(earlier, "answers", answers(world, heldOn=yesterday))
    editor.do(editor.save(begun, "answers", answers(world, dimensions=judged(digital=2))), "finish")


def test_what_was_found_before_is_what_an_interview_of_the_round_first_said(world):
    enrolment = prospect(world, world.hub, programme=world.county.programme())
    assess(world, world.hub, enrolment, kind="questionnaire", digital=5)
    first = assess(world, world.hub, enrolment, digital=2)
    second = assess(world, world.hub, enrolment, digital=3, green=1)
    active = world.hub.start(world.hub.hub_editor.read(enrolment.path))
    after = assess(world, world.hub, enrolment, "after", digital=4, green=2, strategy=3)
    assert after["round"] == 1
    assert after["changes"] == since(first, digital=2) | {"green": since(second, green=1)["green"]}

    world.hub.signatory.do(drop_out(world.hub, active), "re-enter", REASON)
    before = assess(world, world.hub, enrolment, digital=4, strategy=3)
    world.hub.start(world.hub.hub_editor.read(enrolment.path))
    after = assess(world, world.hub, enrolment, "after", digital=5, green=3)
    assert (after["round"], after["changes"]) == (2, since(before, digital=1))
    nothing = assess(world, world.hub, enrolment, "after", green=4)
    assert nothing["changes"] is None


def test_what_is_said_of_strategies_in_writing_is_what_was_answered(world):
    enrolment = prospect(world, world.hub)
    begun = begin(world, enrolment)
    content = answers(world, ("plan", True), greenStrategyWritten=False)
    reply = world.hub.hub_editor.put(begun / "answers", content, begun.etag).expect(422)
    assert reply.faults == [("answer-denied", "#/greenStrategyWritten")]
    world.hub.hub_editor.save(begun, "answers", content | {"greenStrategyWritten": True})


def test_a_firm_answers_a_survey_alone(world, firm_enrolment):
    person = world.firm.firm
    begun = begin(world, firm_enrolment, person, kind="survey")
    assert begun["interviewer"] is None
    assert begun["id"] not in ids(world.hub.hub_editor.items(firm_enrolment / "assessments"))
    content = answers(world)
    for answer in content["answers"]:
        del answer["context"]
    boasted = content | {"dimensions": judged(digital=5)}
    reply = person.put(begun / "answers", boasted, begun.etag).expect(422)
    assert reply.faults == [("no-interviewer", "#/dimensions")]
    done = person.do(person.save(begun, "answers", content), "finish")
    assert state_of(world, firm_enrolment) == "prospect"
    for reader in (world.hub.hub_editor, world.county.caseworker):
        assert reader.read(done.path)["answers"] == content["answers"]
    world.assert_sound()


@pytest.fixture(scope="module")
def firm_enrolment(world):
    """Of the firm whose people take part, in a programme of its own."""
    programme = world.county.set_up("/v1/programmes", world.county.programme_content())
    return prospect(world, world.hub, world.firm.orgnr, programme)


def test_each_kind_of_instrument_has_its_hands(world, firm_enrolment):
    for person, kind in (
        (world.firm.firm, "interview"),
        (world.firm.firm, "questionnaire"),
        (world.hub.hub_editor, "survey"),
    ):
        content = new_assessment(world, kind)
        reply = person.post(firm_enrolment / "assessments", content).expect(422)
        assert reply.faults == [("instrument-kind", "#/instrumentId")]
    content = new_assessment(world, instrumentId="999999999", heldOn=cohorts.after(world, 1))
    reply = world.hub.hub_editor.post(firm_enrolment / "assessments", content).expect(422)
    assert reply.faults == [
        ("date-future", "#/heldOn"),
        ("unknown-reference", "#/instrumentId"),
    ]


def test_a_firm_reads_what_was_found_and_not_what_is_being_written(world, firm_enrolment):
    draft = begin(world, firm_enrolment)
    found = assess(world, world.hub, firm_enrolment, green=4)
    seen = ids(world.firm.firm.items(firm_enrolment / "assessments"))
    assert found["id"] in seen and draft["id"] not in seen
    world.firm.firm.get(draft.path).refused("not-found", 404)
    reply = world.firm.firm.put(found / "answers", answers(world), found.etag)
    reply.refused("state-conflict", 409)


def test_a_draft_is_not_finished_once_another_hub_follows_the_firm(world):
    enrolment = prospect(world, world.hub)
    draft = begin(world, enrolment)
    saved = world.hub.hub_editor.save(draft, "answers", answers(world))
    asked = ask_handover(world, world.hub, world.other_hub, enrolment)
    world.other_hub.hub_editor.do(asked, "accept")
    world.hub.hub_editor.attempt(saved, "finish").refused("handed-over", 409)
    world.other_hub.hub_editor.get(draft.path).refused("not-found", 404)
    assert state_of(world, enrolment) == "prospect"
