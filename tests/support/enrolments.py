"""Programmes of a few stages, and firms that a hub follows in them."""


def stage(number, gates=(), **changes):
    found = {"number": number, "name": f"Trinn {number}", "description": "Samlinger", "needs": []}
    return found | {"gates": list(gates)} | changes


def with_gate(world, **gate):
    """A prospect of a programme whose second stage has this gate."""
    return world.hub.follow(world.county.programme(stages=[stage(1), stage(2, [gate])]))


def narrow(world, places=1):
    """A programme of one stage with so many places."""
    return world.county.programme(stages=[stage(1, capacity=places)])


def prospects(world, programme, n, hub=None):
    return [(hub or world.hub).follow(programme, next(world.spare_firms)) for _ in range(n)]


def attempt(world, thing, action, body=None, hub=None):
    return (hub or world.hub).signatory.attempt(thing, action, body)


def steps(world, thing):
    return world.hub.signatory.items(thing / "steps")


def places(database, programme):
    rows = database.rows(
        "select stage, taken from trinn.stage_places where programme_id = %s and taken > 0",
        programme,
    )
    return dict(rows)
