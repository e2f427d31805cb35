"""The journal of cases."""

from support import documents

CLASSIFICATION = {
    "exemption": "offl-13-trade",
    "publicTitle": "Søknad om tilskudd",
    "reason": "Tittelen nevner en ny kunde",
}
CORRECTION = {"title": "Søknad om kompetanseløft", "reason": "Skrivefeil"}


def posts(person, application, **filters):
    """Of the case, oldest first."""
    items = person.items("/v1/journal-posts", applicationId=application["id"], **filters)
    return items[::-1]


def post(person, application, document_type):
    """The first of this type in the case."""
    found = posts(person, application, documentType=document_type)[0]
    return person.read(f"/v1/journal-posts/{found['id']}")


def change(world, made, what):
    """Past what anybody may, and recorded."""
    world.database.run(
        f"update trinn.journal_posts set {what} where id = %s;"
        " select trinn.act_as_system(county_id), trinn.audit('application', application_id, 'change',"
        " 'journal_post', id, null, '{}') from trinn.journal_posts where id = %s",
        made["id"],
        made["id"],
    )


def publish(world, *made, days=1):
    """As if so many days had passed."""
    for one in made:
        change(world, one, f"public_on = public_on - {days}")


# ---- specimens


def entered(world, hub):
    return post(hub.county.archivist, hub.apply(), "SØKNAD")


def laid(world, hub, application=None):
    """Of a file that the county put in the case."""
    application = application or hub.apply()
    documents.clean(world, hub.county.caseworker, application)
    return post(hub.county.archivist, application, "DOKUMENT")


def checked(world, hub):
    return hub.county.archivist.do(entered(world, hub), "check")


def several(*posts):
    """As the list tells of them."""
    return {"posts": [{"journalPostId": p["id"], "etag": p["etag"]} for p in posts]}


def new_checks(world):
    """Of the newest that waits: the same one until it is checked."""
    archivist = world.county.archivist
    waiting = archivist.get("/v1/journal-posts", isChecked="false", limit=1).expect(200).json["items"]
    if not waiting:
        world.hub.apply()
        return new_checks(world)
    return several(*waiting)


def queued(world, hub):
    """Its message to the archive."""
    post = checked(world, hub)
    messages = hub.county.archivist.items(
        "/v1/archive-messages", applicationId=post["applicationId"]
    )
    return hub.county.archivist.read(f"/v1/archive-messages/{messages[0]['id']}")


def failed(world, hub):
    """As after a dozen attempts."""
    message = queued(world, hub)
    world.database.run(
        "select trinn.jobs_archive_failed(county_id, id, 'Ingen kontakt')"
        " from trinn.archive_messages, generate_series(1, 12) where id = %s",
        message["id"],
    )
    return hub.county.archivist.read(message.path)


def within(world, hub):
    return post(hub.county.archivist, world.recommended(hub), "SAKSFRAMLEGG")
