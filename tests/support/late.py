"""Applications that come after the deadline of their call."""

import datetime
import functools

GROUNDS = {"grounds": "Systemet var nede den siste kvelden"}


def closed_call(county):
    return county.caseworker.do(county.call(), "close", {"reason": "Midlene er brukt"})


@functools.cache
def new_late(world):
    """Of a call that nobody has applied to."""
    return {"callId": closed_call(world.county)["id"], "reason": "Vi var syke"}


def draft(hub):
    """Begun in time, of a call that has closed since."""
    call = hub.county.call()
    begun = hub.fill(hub.draft(call))
    hub.county.caseworker.do(call, "close", {"reason": "Midlene er brukt"})
    return begun


def ask(hub, application):
    content = {"callId": application["call"]["id"], "applicationId": application["id"]}
    return hub.signatory.make("/v1/late-submissions", content | {"reason": "Vi var syke"})


def asked(world, hub):
    return ask(hub, draft(hub))


def recommend(hub, late, outcome="granted"):
    return hub.county.caseworker.do(late, "recommend", GROUNDS | {"outcome": outcome})


def recommended(world, hub):
    return recommend(hub, asked(world, hub))


def decision(world, outcome="granted"):
    last = {"submitBy": str(world.today + datetime.timedelta(3))} if outcome == "granted" else {}
    return GROUNDS | {"outcome": outcome} | last


def decide(world, hub, late, outcome="granted"):
    late = recommend(hub, late, outcome)
    return hub.county.decision_maker.do(late, "decide", decision(world, outcome))


def refused(world, hub):
    return decide(world, hub, asked(world, hub), "refused")


def granted(world, hub):
    return decide(world, hub, asked(world, hub))


def appealed(world, hub, late=None, **changes):
    """The appeal against leave that was refused."""
    late = late or refused(world, hub)
    return hub.signatory.make(late / "appeals", {"asked": "La oss få søke"} | GROUNDS | changes)
