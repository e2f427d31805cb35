"""Files of a case: sent in chunks, read by those they are for, and by nobody before they are clean."""

import hashlib
import random
import re

import pytest
import requests
from support import contract, documents, letters
from support.documents import BYTES, CHUNK, begin, clean, complete, put, send, settle

LONG = random.Random(4).randbytes(2 * CHUNK + 4321)
MEDIA_TYPE = re.compile(r"[a-z]+/[a-z][a-z.-]+[a-z]")
SHA256 = hashlib.sha256(LONG).hexdigest()


@pytest.fixture(scope="module")
def application(world):
    return world.hub.apply()


@pytest.fixture(scope="module")
def long(world, application):
    return clean(world, world.hub.signatory, application, LONG, title="Søknad «å» 1.pdf")


def content_of(person, document, **headers):
    return person.get(document / "content", headers=headers)


def test_what_was_sent_is_what_is_read(world, long):
    reply = content_of(world.county.caseworker, long).expect(200)
    assert reply.content == LONG
    assert long["sha256"] == SHA256 and reply.etag == f'"{SHA256}"'
    headers = reply.headers
    assert headers["Content-Type"] == "application/pdf"
    assert headers["Content-Length"] == str(len(LONG)) and "Transfer-Encoding" not in headers
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Cache-Control"] == "private, no-cache"
    assert headers["Content-Disposition"] == (
        'attachment; filename="S__knad ______ 1.pdf"; '
        "filename*=UTF-8''S%C3%B8knad%20%C2%AB%C3%A5%C2%BB%201.pdf"
    )


def test_who_has_it_is_not_sent_it_again(world, long):
    has = content_of(world.hub.signatory, long, **{"If-None-Match": f'"{SHA256}"'}).expect(304)
    assert has.content == b"" and has.etag == f'"{SHA256}"'
    content_of(world.hub.signatory, long, **{"If-None-Match": '"other"'}).expect(200)


SIZE = len(LONG)


@pytest.mark.parametrize(
    "asked, first, last",
    [
        ("bytes=0-0", 0, 0),
        (f"bytes={CHUNK - 1}-{CHUNK}", CHUNK - 1, CHUNK),
        (f"bytes={CHUNK}-", CHUNK, SIZE - 1),
        (f"bytes=100-{SIZE + 100}", 100, SIZE - 1),
        ("bytes=-5000", SIZE - 5000, SIZE - 1),
        (f"bytes=-{SIZE * 2}", 0, SIZE - 1),
    ],
)
def test_a_download_goes_on_where_it_broke_off(world, long, asked, first, last):
    reply = content_of(world.hub.signatory, long, Range=asked).expect(206)
    assert reply.content == LONG[first : last + 1]
    assert reply.headers["Content-Range"] == f"bytes {first}-{last}/{SIZE}"
    same = content_of(world.hub.signatory, long, Range=asked, **{"If-Range": f'"{SHA256}"'})
    assert same.expect(206).content == reply.content
    other = content_of(world.hub.signatory, long, Range=asked, **{"If-Range": '"other"'})
    assert other.expect(200).content == LONG


@pytest.mark.parametrize("asked", ["bytes=5-4", "bytes=-", "bytes=0-1,5-6", "lines=1-2", "bytes=a-"])
def test_a_range_of_another_kind_is_the_whole(world, long, asked):
    assert content_of(world.hub.signatory, long, Range=asked).expect(200).content == LONG


@pytest.mark.parametrize("asked", [f"bytes={SIZE}-", "bytes=-0", f"bytes={10**30}-"])
def test_a_range_outside_is_told_how_long_it_is(world, long, asked):
    reply = content_of(world.hub.signatory, long, Range=asked)
    reply.refused("range-not-satisfiable", 416)
    assert reply.headers["Content-Range"] == f"bytes */{SIZE}"


def test_chunks_come_in_any_order_and_again(world, application):
    hub = world.hub.signatory
    document = begin(hub, application, LONG)
    for number in (3, 1, 1):
        put(hub, document, number, LONG[(number - 1) * CHUNK : number * CHUNK]).expect(200)
    document = hub.read(document.path)
    assert document["upload"] == {"chunkBytes": CHUNK, "chunks": 3, "received": [1, 3]}
    reply = hub.attempt(document, "complete").refused("chunks-missing", 409)
    assert "2" in reply.json["detail"] and "3" in reply.json["detail"]
    put(hub, document, 2, LONG[CHUNK : 2 * CHUNK]).expect(200)
    assert hub.do(document, "complete")["state"] == "scanning"


def test_a_chunk_that_does_not_fit_is_refused(world, application):
    hub = world.hub.signatory
    document = begin(hub, application, LONG)
    put(hub, document, 1, b"short").refused("chunk-length", 422)
    put(hub, document, 3, LONG[:CHUNK]).refused("chunk-length", 422)
    put(hub, document, 4, LONG[:CHUNK]).refused("chunk-length", 422)
    put(hub, document, 0, LONG[:CHUNK]).refused("not-found", 404)
    put(hub, document, 1, LONG[: CHUNK + 1]).refused("too-large", 413)
    put(hub, document, 1, LONG[:CHUNK]).expect(200)
    put(hub, document, 1, LONG[CHUNK : 2 * CHUNK]).refused("chunk-differs", 409)
    path = document / "chunks/2"
    reply = hub.send("PUT", path, headers={"Content-Type": "application/pdf"}, data=LONG[:CHUNK])
    reply.refused("unsupported-media-type", 415)
    assert "application/octet-stream" in reply.json["detail"]
    hub.send("PUT", path, headers=BYTES).refused("chunk-length", 422)


def test_what_is_complete_takes_no_more(world, application):
    document = complete(world.hub.signatory, application)
    put(world.hub.signatory, document, 1, documents.PDF).refused("state-conflict", 409)


def new(world, application, **changes):
    body = documents.new_document(**changes)
    return world.hub.signatory.post(f"/v1/applications/{application['id']}/documents", body)


def test_only_known_types_under_their_own_names_are_taken(world, application):
    reply = new(world, application, mediaType="application/x-msdownload", title="a.exe")
    assert reply.refused("validation-failed").faults == [("media-type-not-taken", "#/mediaType")]
    described = contract.resolve({"$ref": "#/components/schemas/NewDocument"})["properties"]["mediaType"]
    assert set(MEDIA_TYPE.findall(described["description"])) == set(MEDIA_TYPE.findall(reply.json["errors"][0]["detail"]))
    for title in ("plan", "plan.pdf.exe", "plan.txt", "pdf"):
        reply = new(world, application, title=title).refused("validation-failed", 422)
        assert reply.faults == [("file-name", "#/title")]
    new(world, application, title="PLAN.PDF").expect(201)
    reply = new(world, application, title="Plan for 31129956715.pdf")
    assert ("fnr-in-text", "#/title") in reply.refused("validation-failed").faults


@pytest.mark.parametrize("name", ["../../etc/passwd.pdf", "plan\u202efdp.pdf", "plan\r\n.pdf", "   .pdf", ".pdf"])
def test_a_name_shows_as_it_is(world, application, name):
    reply = new(world, application, title=name).refused("validation-failed", 422)
    assert reply.faults == [("file-name-plain", "#/title")]


def test_a_file_has_a_size_it_may_have(world, application):
    new(world, application, sizeBytes=25 * 1024 * 1024).expect(201)
    reply = new(world, application, sizeBytes=25 * 1024 * 1024 + 1)
    assert reply.refused("validation-failed").faults == [("document-too-large", "#/sizeBytes")]
    new(world, application, sizeBytes=0).refused("validation-failed")


def test_a_case_has_room_for_so_many(world):
    application = world.hub.apply()
    for _ in range(20):
        new(world, application, sizeBytes=25 * 1024 * 1024).expect(201)
    new(world, application).refused("case-full", 409)
    infected = world.hub.apply()
    document = complete(world.hub.signatory, infected)
    settle(world, document, "infected", "Eicar")
    new(world, infected).expect(201)


@pytest.mark.parametrize(
    "state, finding", [("scanning", None), ("infected", "Eicar-Test"), ("refused", "type")]
)
def test_nobody_reads_what_is_not_clean(world, application, state, finding):
    document = complete(world.hub.signatory, application)
    if finding:
        settle(world, document, state, finding)
    for person in (world.hub.signatory, world.county.caseworker, world.county.auditor):
        content_of(person, document).refused("document-not-clean", 409)
        seen = person.read(document.path)
        assert seen["state"] == state
        assert (seen["scan"] or {}).get("finding") == finding
    world.other_hub.signatory.get(document / "content").refused("not-found", 404)
    if finding:
        kept = "select count(*) from trinn.document_chunks where document_id = %s"
        assert world.database.value(kept, document["id"]) == 0
        assert world.hub.signatory.read(document.path)["sha256"]


def test_what_is_on_its_way_only_its_sender_sees(world, application):
    document = begin(world.hub.signatory, application)
    world.hub.hub_editor.read(document.path)
    world.county.caseworker.get(document.path).refused("not-found", 404)
    own = begin(world.county.caseworker, application)
    world.hub.signatory.get(own.path).refused("not-found", 404)
    send(world.county.caseworker, own)


def test_documents_of_a_draft_are_its_applicants(world):
    hub, county = world.hub, world.county
    draft = hub.fill(hub.draft())
    document = clean(world, hub.signatory, draft)
    county.caseworker.get(document.path).refused("not-found", 404)
    content_of(county.caseworker, document).refused("not-found", 404)
    hub.signatory.do(hub.signatory.read(draft.path), "submit")
    assert content_of(county.caseworker, document).expect(200).content == documents.PDF


def test_what_is_the_countys_own_is_for_who_assesses(world, application):
    county, hub = world.county, world.hub
    document = clean(world, county.caseworker, application, access="county")
    content_of(county.decision_maker, document).expect(200)
    for person in (hub.signatory, county.finance, county.steering_member, world.firm.firm):
        person.get(document.path).refused("not-found", 404)
        content_of(person, document).refused("not-found", 404)
    made_up = {"access": "party", "exemption": "tull og tøys"}
    reply = county.archivist.attempt(document, "classify", made_up).expect(422)
    assert [pointer for _, pointer in reply.faults] == ["#/exemption"]
    shared = county.archivist.do(
        document, "classify", {"access": "party", "exemption": "offl-13-trade"}
    )
    assert shared["exemption"] == "offl-13-trade"
    assert content_of(hub.signatory, document).expect(200).content == documents.PDF


def test_a_party_reads_what_it_sent(world, application):
    reply = new(world, application, access="county").refused("validation-failed", 422)
    assert reply.faults == [("access-of-sender", "#/access")]
    document = clean(world, world.hub.signatory, application)
    reply = world.county.caseworker.attempt(document, "classify", {"access": "county"})
    assert reply.refused("validation-failed").faults == [("access-of-sender", "#/access")]


def test_a_party_reads_what_was_sent_to_it(world):
    """A letter and what came with a message; a file that was laid in the case alone may be the wrong one."""
    hub, caseworker = world.hub, world.county.caseworker
    application = hub.apply()
    letter = letters.made(world, hub)["documentId"]
    enclosed = clean(world, caseworker, application)["id"]
    caseworker.make(application / "messages", {"text": "Her er malen", "documentIds": [enclosed]})
    for sent in (letter, enclosed):
        sent = caseworker.read(f"/v1/documents/{sent}")
        reply = caseworker.attempt(sent, "classify", {"access": "county"}).expect(422)
        assert reply.faults == [("access-of-recipient", "#/access")]
        assert "exemption" in reply.text
        content_of(hub.signatory, sent).expect(200)
    laid = clean(world, caseworker, application)
    assert caseworker.do(laid, "classify", {"access": "county"})["access"] == "county"


def test_content_that_is_not_what_was_looked_into_is_cut_off(world, application):
    """Somebody who owns the database changed it."""
    document = clean(world, world.hub.signatory, application, LONG)
    with world.database.connect() as connection, connection.cursor() as cursor:
        cursor.execute("set session_replication_role = replica")
        cursor.execute(
            "update trinn.document_chunks set bytes = set_byte(bytes, 7, get_byte(bytes, 7) # 1)"
            " where document_id = %s and number = 1",
            (document["id"],),
        )
    with pytest.raises(requests.exceptions.RequestException):
        content_of(world.hub.signatory.another(), document)


def test_a_list_tells_what_a_case_holds(world, application, long):
    path = f"/v1/applications/{application['id']}/documents"
    seen = {d["id"]: d for d in world.county.finance.items(path)}
    assert seen[long["id"]]["title"] == long["title"]
    world.other_hub.signatory.get(path).refused("not-found", 404)


def test_what_was_done_stands_in_the_case(world, application, long):
    events = world.county.auditor.items(f"/v1/applications/{application['id']}/events")
    done = [e["action"] for e in events if (e["objectKind"], e["objectId"]) == ("document", long["id"])]
    assert done == ["send", "complete", "clean"]
    world.assert_sound()
