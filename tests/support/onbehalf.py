"""Applications that somebody enters for a firm without a log-in."""

import datetime

from support.parties import KRONE


def entry(world, orgnr=None, **changes):
    received = world.today - datetime.timedelta(1)
    return {
        "orgnr": orgnr or next(world.spare_firms),
        "receivedOn": str(received),
        "channel": "letter",
        "authority": "Daglig leder, i brev av samme dag",
    } | changes


def said(world, **changes):
    """What came of it today."""
    return {"receivedOn": str(world.today), "channel": "letter", "authority": "Daglig leder, i brev"} | changes


def content(world, call=None, **changes):
    call = call or world.county.usual_call
    return {"callId": call["id"], "title": "Opplæring", "onBehalf": entry(world, **changes)}


def enter(world, call=None, who=None, **changes):
    return (who or world.county.caseworker).make("/v1/applications", content(world, call, **changes))


def fill(world, who, draft, applied_ore=75_000 * KRONE):
    hub = world.hub
    total_ore = applied_ore * 4 // 3
    draft = who.save(draft, "plan", hub.plan(firms=[]))
    draft = who.save(draft, "cost-plan", hub.costs(total_ore))
    return who.save(draft, "finance-plan", hub.finance(applied_ore, total_ore - applied_ore))


def entered(world, call=None, who=None, **changes):
    """Sent by whoever entered it."""
    who = who or world.county.caseworker
    return who.do(fill(world, who, enter(world, call, who, **changes)), "submit")


def decided(world, outcome="granted"):
    """On the application of a firm without a log-in, so that it is told by post."""
    county = world.county
    sent = entered(world)
    recommended = county.caseworker_b.do(sent, "recommend", county.recommendation(sent, outcome))
    return county.decide(recommended, outcome)


def to_send(world, hub):
    """The world's firm's, filled in by a caseworker."""
    return fill(world, world.county.caseworker, enter(world, orgnr=world.firm.orgnr))
