"""How long cases are kept, and what is kept all the same."""

import datetime

from support import hearings, letters, outlived
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


# ---- lists of cases to be destroyed


def proposed(world, hub, *cases):
    wanted = [case["id"] for case in cases or [outlived.case(world, hub)]]
    return hub.county.archivist.make("/v1/destructions", {"applicationIds": wanted} | REASON)


def decided(world, hub, outcome, *cases):
    content = {"outcome": outcome} | REASON
    return hub.county.archivist_b.do(proposed(world, hub, *cases), "decide", content)


def approved(world, hub, *cases):
    return decided(world, hub, "approved", *cases)


def rejected(world, hub):
    return decided(world, hub, "rejected")


def carry_out(world):
    """As trinn-jobs does: what came of each case."""
    found = []
    while rows := world.database.rows("select * from trinn.jobs_destroy_next()"):
        found += rows
    return found


def done(world, hub, *cases):
    made = approved(world, hub, *cases)
    carry_out(world)
    return hub.county.archivist.read(made.path)


def refusal(world, hub=None):
    """One that was refused after the party was heard, with its letter."""
    hub, county = hub or world.hub, world.county
    application = county.caseworker.do(hub.apply(), "take")
    hearings.weighed(world, hub, application)
    application = county.recommend(county.caseworker.read(application.path), "rejected")
    application = county.decide(application, "rejected")
    for letter in letters.of_case(hub.signatory, application):
        letters.make(world, letter)
    return outlived.outlive(world, application)
