"""A case whose time is over, as it will be when years have passed."""

from support import documents
from support.cast import RETENTION_CLASS

SHORT = RETENTION_CLASS | {"covers": "withdrawal", "years": 1}


def outlive(world, application):
    """As if it was closed twenty years ago; recorded, so that the trail holds."""
    world.database.run(
        "set session_replication_role = replica;"
        " update trinn.applications set closed_on = closed_on - 7305 where id = %s;"
        " update trinn.decisions set appeal_deadline = appeal_deadline - 7305 where application_id = %s;"
        " update trinn.appeal_periods set ends_on = ends_on - 7305 where application_id = %s;"
        " set session_replication_role = origin;"
        " select trinn.act_as_system(county_id), trinn.audit('application', id, 'change', 'application', id, null, '{}')"
        " from trinn.applications where id = %s",
        *[application["id"]] * 4,
    )
    return application


def case(world, hub=None, documented=False):
    """One that was withdrawn, which nothing keeps."""
    hub, county = hub or world.hub, world.county
    classes = county.auditor.items("/v1/retention-classes", limit=1000)
    if not any(one["covers"] == "withdrawal" for one in classes):
        county.set_up("/v1/retention-classes", SHORT)
    application = hub.apply()
    if documented:
        documents.clean(world, hub.signatory, application)
        application = hub.signatory.read(application.path)
    hub.signatory.do(application, "withdraw", {"reason": "Ikke aktuelt lenger"})
    return outlive(world, application)


UNLISTED = (
    "select max(a.id)::text from trinn.applications a where a.county_id = 50 and a.closed_on < trinn.today() - 7000"
    " and a.destroyed_on is null and not exists (select from trinn.destruction_items i"
    " where i.application_id = a.id and i.state = 'waiting')"
)


def unlisted(world):
    """The id of one on no list: the same until it is listed."""
    return world.database.value(UNLISTED) or case(world)["id"]
