"""Who stands in for whom."""

import datetime
import itertools

WEEKS = itertools.count(1)


def new_standin(world, **changes):
    """Of the releaser, who has one of their own, in a week that nobody else was asked for."""
    starts = world.today + datetime.timedelta(weeks=next(WEEKS))
    return {
        "standinId": world.county.releaser_b.person,
        "role": "releaser",
        "startsOn": str(starts),
        "endsOn": str(starts + datetime.timedelta(days=6)),
    } | changes


def for_caseworker(world, **changes):
    """Of any role of the county may ask; of the caseworker, who is the first of them."""
    names = {"standinId": world.county.caseworker_b.person, "role": "caseworker"}
    return new_standin(world, **names) | changes


def named(world, hub):
    return hub.county.caseworker.make("/v1/standins", for_caseworker(world))
