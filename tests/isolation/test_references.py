"""What one points at must be one's own: a foreign key is no way in, and no way to learn what is
there."""

import pytest
from people import EVERYBODY
from test_reads import ABSENT, told

TITLE = "Løp for treindustrien"


def from_programme(world, thing):
    return {"programmeId": thing["id"], "title": TITLE}


def on_track(world, thing):
    call = world.county.usual_call["id"]
    return {"callId": call, "trackId": thing["id"], "title": TITLE}


def to_call(world, thing):
    return {"callId": thing["id"], "title": TITLE}


def below_programme(world, thing):
    return world.neighbour.programme_content(parentId=thing["id"])


def call_of_line(world, thing):
    return world.neighbour.call_content(thing["id"])


def line_of_programme(world, thing):
    return world.neighbour.funding_line_content(programmeId=thing["id"])


def line_by_basis(world, thing):
    return world.neighbour.funding_line_content(legalBasisId=thing["id"])


# Who points, with what, at which thing that is not theirs.
POINTERS = [
    ("other hub_signatory", "/v1/applications", on_track, "track.begun"),
    ("other machine", "/v1/applications", on_track, "track.begun"),
    ("other hub_signatory", "/v1/applications", to_call, "call.planned"),
    ("firm", "/v1/applications", to_call, "call.planned"),
    ("neighbour hub_signatory", "/v1/applications", to_call, "call.open"),
    ("neighbour firm", "/v1/applications", to_call, "call.open"),
    ("neighbour hub_editor", "/v1/tracks", from_programme, "programme.active"),
    ("neighbour caseworker", "/v1/calls", call_of_line, "fundingLine.active"),
    ("neighbour county_admin", "/v1/programmes", below_programme, "programme.active"),
    ("neighbour county_admin", "/v1/funding-lines", line_of_programme, "programme.active"),
    ("neighbour county_admin", "/v1/funding-lines", line_by_basis, "legalBasis.valid"),
]


@pytest.mark.parametrize("person, path, content, name", POINTERS)
def test_what_is_anothers_is_to_whoever_points_at_it_not_there(
    world, database, thing, people, person, path, content, name
):
    theirs = content(world, thing(name))
    nothing = content(world, {"id": str(ABSENT)})
    before = database.contents()
    reply = people[person].post(path, theirs)
    assert reply.status in (404, 422), reply
    assert told(reply) == told(people[person].post(path, nothing))
    assert database.contents() == before


def test_a_claim_cannot_be_made_on_anothers_grant_with_a_grant_of_ones_own(world, thing, people):
    own = world.accepted(world.other_hub)
    theirs = thing("grant.accepted")
    content = world.other_hub.claim_content(1_000)
    people["other hub_signatory"].post(theirs / "claims", content).refused("not-found", 404)
    people["other hub_signatory"].post(own / "claims", content).expect(201)


def test_a_key_brings_only_its_owner_the_answer_again(world, people):
    content = {"programmeId": world.county.programme_id, "title": "Granlias eget"}
    first = people["hub_signatory"].post("/v1/tracks", content, key="the-same").expect(201)
    again = people["hub_signatory"].post("/v1/tracks", content, key="the-same").expect(201)
    assert again.replayed and again.json == first.json
    for person in ("hub_editor", "other hub_signatory", "other hub_editor", "other machine"):
        content["title"] = f"Eget for {person}"
        theirs = people[person].post("/v1/tracks", content, key="the-same").expect(201)
        assert not theirs.replayed and theirs.json["id"] != first.json["id"], person


def test_a_filter_on_what_is_anothers_finds_what_one_on_nothing_finds(thing, people):
    filters = [
        ("/v1/applications", "callId", "call.planned"),
        ("/v1/ledger/balances", "fundingLineId", "fundingLine.active"),
        ("/v1/ledger/postings", "fundingLineId", "fundingLine.active"),
        ("/v1/money-moves", "fundingLineId", "fundingLine.active"),
    ]
    for path, member, name in filters:
        for person in sorted(p for p in EVERYBODY if p.startswith(("neighbour", "other"))):
            theirs = people[person].get(path, **{member: thing(name)["id"]})
            nothing = people[person].get(path, **{member: ABSENT})
            assert theirs.status == nothing.status, (person, theirs)
            assert told(theirs) == told(nothing), (person, theirs)


def test_numbers_and_codes_of_one_county_are_free_in_another(world):
    """A refusal of a code that is taken would tell that it is."""
    code = world.county.county_admin.read(f"/v1/programmes/{world.county.programme_id}")["code"]
    world.neighbour.set_up("/v1/programmes", world.neighbour.programme_content(code=code))
