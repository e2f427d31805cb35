"""Access requests: asked by anybody or by a party, answered by the county."""

import functools

from support import documents, journal

REFUSED = {
    "number": 1,
    "outcome": "refused",
    "basis": "offl-14",
    "paragraph": "første ledd",
    "widerAccess": "Notatet er et utkast",
}
GIVEN = {"number": 1, "outcome": "given"}
COMPLAINT = {"items": [1], "text": "Tallene er alt offentlige"}


def public_post(world, hub, application=None, document_type="SØKNAD"):
    """Of a case, as if a day had passed."""
    post = journal.post(hub.county.archivist, application or hub.apply(), document_type)
    journal.publish(world, post)
    return post


def path(county="50"):
    return f"/v1/public/counties/{county}/access-requests"


def ask(world, *posts, **said):
    """Without a token: what is told of it."""
    content = {"postIds": [p["id"] for p in posts]} | said
    return world.nobody.send("POST", path(), content).expect(201).json


def found(world, told):
    """The request that a link is of, as the archivist sees it."""
    archivist = world.county.archivist
    newest = archivist.items("/v1/access-requests", limit=50)
    (one,) = [r for r in newest if r["number"] == told["number"]]
    return archivist.read(f"/v1/access-requests/{one['id']}")


def answer(world, told):
    return world.nobody.get(told["href"]).expect(200).json


def complain(world, told, **changes):
    return world.nobody.send("POST", told["href"] + "/complain", COMPLAINT | changes)


def refused_and_told(world, hub, **changes):
    told = ask(world, public_post(world, hub))
    return hub.county.archivist.do(found(world, told), "decide", REFUSED | changes), told


def masked(world, hub, application):
    return documents.clean(
        world, hub.county.caseworker, application, title="Sladdet.pdf", access="county"
    )


# ---- specimens


@functools.cache
def new_request(world):
    return {"postIds": [public_post(world, world.hub)["id"]]}


def asked(world, hub):
    """By the hub itself, of what is within its case."""
    post = public_post(world, hub, world.decided(hub), "SAKSFRAMLEGG")
    return hub.signatory.make("/v1/access-requests", {"postIds": [post["id"]]})


def secret_of(told):
    return told["href"].rsplit("/", 1)[1]


def given(world):
    """The secret of a link by which a file is read."""
    told = ask(world, public_post(world, world.hub))
    world.county.archivist.do(found(world, told), "decide", GIVEN)
    return secret_of(told)


def refused(world):
    """The secret of a link by which a complaint may be made."""
    _, told = refused_and_told(world, world.hub)
    return secret_of(told)


def party_refusal(world):
    return {"number": 1, "outcome": "refused", "basis": "fvl-18a"}


def extension(world):
    return {"until": f"{world.year + 1}-12-31", "reason": "Mange vedlegg må sladdes"}
