"""Reversals of what the hub was granted or refused, brought to each of their states."""

from support import appeals, hearings
from support.bodies import REASON
from support.parties import KRONE

LESS = 20_000 * KRONE
GROUNDS = "Kostnader utenfor ordningen ble regnet med."


def proposal(outcome="annulled", amount_ore=0, ground="invalid", **changes):
    said = {"ground": ground, "outcome": outcome, "amountOre": amount_ore, "grounds": GROUNDS}
    return said | changes


def proposed(world, hub, application=None, **said):
    """That it was refused is set aside, unless something else is said."""
    application = application or appeals.rejected(world, hub)
    return hub.county.caseworker.make(application / "reversals", proposal(**said))


def notified(world, hub, application):
    """The party had notice and says nothing until its day has passed."""
    hearing = hearings.raised(world, hub, application, kind="notice")
    hearings.lapse(world.database, hearing)
    return hearing


def harmful(world, hub, application=None, outcome="part_granted", amount_ore=LESS, **said):
    application = application or appeals.accepted(world, hub)
    reversal = proposed(world, hub, application, outcome=outcome, amount_ore=amount_ore, **said)
    notified(world, hub, application)
    return reversal


def decide(hub, reversal, person=None, **said):
    person = person or hub.county.decision_maker
    return person.do(person.read(reversal.path), "decide", said)


def decided(world, hub, application=None, **said):
    return decide(hub, proposed(world, hub, application, **said))


def returned(world, hub):
    return hub.county.decision_maker.do(proposed(world, hub), "send-back", REASON)


def withdrawn(world, hub):
    return hub.county.caseworker.do(proposed(world, hub), "withdraw", REASON)


def case(world, hub):
    """A case in which a refusal was reversed."""
    reversal = decided(world, hub)
    return hub.county.caseworker.read(f"/v1/applications/{reversal['applicationId']}")
