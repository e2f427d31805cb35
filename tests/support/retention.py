"""How long cases are kept, and what is kept all the same."""

import datetime

from support.bodies import REASON
from support.cast import RETENTION_CLASS

DAY = datetime.timedelta(days=1)
SETTLED = {"outcome": "approved", "reason": "Saken er stevnet inn for tingretten"}


def new_class(covers="refusal", **changes):
    return RETENTION_CLASS | {"covers": covers} | changes


def new_hold(world, application=None):
    application = application or world.hub.apply()
    return {"applicationId": application["id"]} | REASON


def asked(world, hub, application=None):
    return hub.county.archivist.make("/v1/legal-holds", new_hold(world, application or hub.apply()))


def standing(world, hub, application=None):
    return hub.county.decision_maker.do(asked(world, hub, application), "settle", SETTLED)


def lift_asked(world, hub, application=None):
    return hub.county.archivist.do(standing(world, hub, application), "ask-to-lift", REASON)


def lifted(world, hub, application=None):
    lift = lift_asked(world, hub, application)
    return hub.county.decision_maker.do(lift, "settle", SETTLED)


def refused(world, hub):
    return hub.county.decision_maker.do(asked(world, hub), "settle", SETTLED | {"outcome": "refused"})


def due(world, application, **filters):
    """What the dry run says of a case."""
    items = world.county.archivist.items("/v1/retention/due", limit=1000, **filters)
    return next((i for i in items if i["id"] == application["id"]), None)


def kept_by(world, application, **filters):
    return [one["code"] for one in due(world, application, **filters)["obstacles"]]
