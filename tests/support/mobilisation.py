"""What hubs do before the first stage: firms won, asked and handed over."""

import functools

from support.delivery import new_firm
from support.parties import fresh


def ids(items):
    return [item["id"] for item in items]


def both(text):
    return {"nb": text, "en": text}


def options(*ids):
    return [{"id": name, "text": both(f"Slik: {name}")} for name in ids]


QUESTIONS = [
    {"id": "goal", "dimension": "strategy", "kind": "text"},
    {"id": "plan", "dimension": "strategy", "kind": "yes_no", "written": "green"},
    {"id": "tools", "dimension": "digital", "kind": "scale", "options": options(*"12345")},
    {"id": "waste", "dimension": "green", "kind": "choice", "options": options("sorted", "mixed")},
]
QUESTIONS = [question | {"text": both(f"Om {question['id']}?")} for question in QUESTIONS]


def prospect(world, hub, orgnr=None, programme=None):
    """The enrolment of a firm, a new one if none is given, that the hub has begun to talk to."""
    return hub.follow(programme or hub.county.programme_id, orgnr or new_firm(world))


@functools.cache
def instrument(world, kind):
    """The id of one of this kind."""
    content = world.county.instrument_content(code=fresh(kind), kind=kind, questions=QUESTIONS)
    return world.county.set_up("/v1/instruments", content)


def contact(world, **changes):
    note = "Vil vite mer om sensorer"
    return {"channel": "phone", "onDay": str(world.today), "note": note} | changes


def handover(world, to, **changes):
    """With changes; a member that is changed to None is left out."""
    content = {
        "toOrgnr": to.orgnr,
        "reason": "Bedriften har flyttet",
        "consentBy": "Kari Foss, daglig leder",
        "consentOn": str(world.today),
    } | changes
    return {name: value for name, value in content.items() if value is not None}


def ask_handover(world, hub, to, enrolment=None, **changes):
    enrolment = enrolment or prospect(world, hub)
    return hub.hub_editor.make(enrolment / "handovers", handover(world, to, **changes))


def ask_firm(world, hub, to):
    """A hand-over of the world's firm, which has not said what it thinks of it."""
    programme = world.county.set_up("/v1/programmes", world.county.programme_content())
    enrolment = prospect(world, hub, world.firm.orgnr, programme)
    return ask_handover(world, hub, to, enrolment, consentBy=None, consentOn=None)


def new_assessment(world, kind="interview", **changes):
    return {
        "instrumentId": instrument(world, kind),
        "phase": "before",
        "heldOn": str(world.today),
        "answeredBy": "Kari Foss, daglig leder",
    } | changes


def answers(world, *answered, **changes):
    """With context, as an interviewer gives it; all four questions if none are given."""
    answered = answered or (("goal", "Mindre svinn"), ("plan", True), ("tools", "2"), ("waste", "mixed"))
    return {
        "heldOn": str(world.today),
        "answeredBy": "Kari Foss, daglig leder",
        "answers": [
            {"question": question, "answer": answer, "context": "Etter brannen"}
            for question, answer in answered
        ],
    } | changes


def judged(digital=None, green=None, organisation=None, strategy=None):
    return {"digital": digital, "green": green, "organisation": organisation, "strategy": strategy}


def assess(world, party, enrolment, phase="before", kind="interview", **dimensions):
    """A finished one; of what a firm answers alone, nobody judges dimensions, of others one at least."""
    person = party.firm if kind == "survey" else party.hub_editor
    begun = person.make(enrolment / "assessments", new_assessment(world, kind, phase=phase))
    judgement = {} if kind == "survey" else {"dimensions": judged(**dimensions or {"digital": 2})}
    saved = person.save(begun, "answers", answers(world, **judgement))
    return person.do(saved, "finish")


def begin(world, enrolment, person=None, **changes):
    """One of which nothing is written yet."""
    person = person or world.hub.hub_editor
    return person.make(enrolment / "assessments", new_assessment(world, **changes))


def state_of(world, enrolment):
    return world.county.caseworker.read(enrolment.path)["state"]


def tasks_of(person):
    return {task["path"] for task in person.items("/v1/tasks", limit=1000)}
