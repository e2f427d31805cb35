"""What becomes of grants after they were decided."""


def offer_late(world, grant):
    """As if it was to be accepted by yesterday; the next step in the case seals it."""
    world.database.run(
        "set session_replication_role = replica;"
        " update trinn.grants set accept_by = trinn.today() - 1 where id = %s",
        grant["id"],
    )


def lapse(world):
    """What trinn-jobs does until nothing is left to lapse; the ids of grants."""
    lapsed = []
    while (one := world.database.value("select trinn.jobs_lapse_offer()")) is not None:
        lapsed.append(str(one))
    return lapsed


def lapsed(world, hub):
    grant = world.offered(hub)
    offer_late(world, grant)
    lapse(world)
    return hub.signatory.read(grant.path)
