"""Documents of a case, sent in chunks and looked into."""

import hashlib

CHUNK = 256 * 1024
BYTES = {"Content-Type": "application/octet-stream"}
PDF = b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n"


def new_document(world=None, content=PDF, **changes):
    return {
        "title": "Opplæringsplan.pdf",
        "mediaType": "application/pdf",
        "sizeBytes": len(content),
    } | changes


def begin(person, application, content=PDF, **changes):
    path = f"/v1/applications/{application['id']}/documents"
    return person.make(path, new_document(None, content, **changes))


def put(person, document, number, chunk):
    return person.send("PUT", document / f"chunks/{number}", headers=BYTES, data=chunk)


def send(person, document, content=PDF):
    """All of its chunks; the document, ready to be completed."""
    for number, at in enumerate(range(0, len(content), CHUNK), start=1):
        put(person, document, number, content[at : at + CHUNK]).expect(200)
    return person.read(document.path)


def complete(person, application, content=PDF, **changes):
    """Sent and waiting to be looked into."""
    document = send(person, begin(person, application, content, **changes), content)
    return person.do(document, "complete")


def settle(world, document, state, finding=None, content=PDF, holds_fnr=False):
    """As trinn-jobs does."""
    world.database.run(
        "select trinn.jobs_settle_document(county_id, id, %s, %s, %s, 'clamd', %s)"
        " from trinn.documents where id = %s and state = 'scanning'",
        state,
        finding,
        hashlib.sha256(content).hexdigest(),
        holds_fnr,
        document["id"],
    )


def clean(world, person, application, content=PDF, **changes):
    document = complete(person, application, content, **changes)
    settle(world, document, "clean", content=content)
    return person.read(document.path)


# ---- specimens


def begun(world, hub):
    return begin(hub.signatory, hub.apply())


def sent(world, hub):
    return send(hub.signatory, begun(world, hub))


def scanning(world, hub):
    return complete(hub.signatory, hub.apply())


def settled(world, hub, state, finding):
    document = scanning(world, hub)
    settle(world, document, state, finding)
    return hub.signatory.read(document.path)


def unsent(world, hub):
    """Of a draft."""
    return clean(world, hub.signatory, hub.draft())


def usable(world, hub):
    return settled(world, hub, "clean", None)


def numbered(world, hub, application=None):
    """With a fødselsnummer that must stand in it."""
    document = complete(hub.signatory, application or hub.apply(), fnrGrounds="Lønnsslippen skal vise hvem den gjelder")
    settle(world, document, "clean", holds_fnr=True)
    return hub.signatory.read(document.path)


def infected(world, hub):
    return settled(world, hub, "infected", "Eicar-Test")


def internal(world, hub):
    """The county's own, in a case of the hub."""
    return clean(world, hub.county.caseworker, hub.apply(), access="county")
