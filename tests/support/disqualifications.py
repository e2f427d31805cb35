"""Who is disqualified from a case of the hub."""

import functools


def kin(world, **changes):
    """Of a case of the hub, about whoever declares it."""
    case = changes.pop("case", None) or world.hub.apply()
    return {"caseKind": "application", "caseId": case["id"], "ground": "kin"} | changes


@functools.cache
def case(world):
    return world.hub.apply()


def impartial(world):
    """As often as one likes."""
    return kin(world, case=case(world), ground="none")


def declared(person, case, **changes):
    """By the person themselves."""
    return person.make("/v1/disqualifications", kin(None, case=case, **changes))


@functools.cache
def close_reading(world):
    """To whoever is disqualified from now on today, by the county's own figure."""
    figure = {"key": "disqualified.closes_reading", "basis": "fylkeskommunens rutine", "source": "FT 1"}
    today = {"validFrom": str(world.today), "validTo": str(world.today)}
    world.county.set_up("/v1/rule-params", figure | today | {"value": 1, "unit": "count"})


def raised(world, hub, about=None):
    """Of the one who concedes; by a colleague."""
    county = hub.county
    about = about or county.caseworker
    return declared(county.archivist, hub.apply(), personId=about.person)


def disqualified(world, hub):
    county = hub.county
    return county.caseworker.do(raised(world, hub), "concede")


def cleared(world, hub):
    settlement = {"outcome": "cleared", "reason": "En annen med samme navn"}
    return hub.county.programme_lead.do(raised(world, hub), "settle", settlement)
