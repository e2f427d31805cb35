"""trinn-jobs looks into what was sent: viruses, digest, type by content, fødselsnummer in its text."""

import contextlib

import pytest
from support import documents, files, journal
from support.clamd import EICAR, StandIn, scanner
from support.daemon import wait_until
from support.documents import CHUNK, PDF, complete
from support.files import DOCX, ODS, ODT, PPTX, SUFFIXES, XLSX, docx, line, ods, odt, ooxml, pdf, pptx, xlsx
from support.jobs import Jobs

FNR = b"31129956715"
NUMBER = FNR.decode()
GROUNDS = "Lønnsslippen skal vise at timene er utbetalt til den de gjelder; navnet er ikke entydig."


@contextlib.contextmanager
def looking(database, **settings):
    jobs = Jobs(database, documents_every_s=1, **settings)
    try:
        yield jobs.wait_ready()
    finally:
        jobs.stop()


@pytest.fixture(scope="module")
def application(world):
    return world.hub.apply()


@pytest.fixture(scope="module")
def jobs(database):
    real = scanner()
    with looking(database, scanner=real.address) as one:
        yield one
    real.stop()


def settled(person, document):
    """What became of it."""
    wait_until(lambda: person.read(document.path)["state"] != "scanning", 90, "a verdict")
    return person.read(document.path)


def sent(world, application, content, title, media_type, **changes):
    """By the hub, as it was settled."""
    hub = world.hub.signatory
    changes |= {"title": title, "mediaType": media_type}
    return settled(hub, complete(hub, application, content, **changes))


def verdict(document):
    return document["state"], (document["scan"] or {}).get("finding")


# ---- before the jobs of this file begin, of which one works at a time


@pytest.fixture
def waiting(world, application):
    return complete(world.hub.signatory, application)


def state_of(world, document):
    return world.hub.signatory.read(document.path)["state"]


@pytest.mark.parametrize("answer", [b"INSTREAM size limit exceeded. ERROR", b"", b"stream: "])
def test_what_the_scanner_fails_on_waits(world, database, waiting, answer):
    lost = StandIn(answer)
    with looking(database, scanner=lost.address) as jobs:
        jobs.wait_for("document.unscanned", 2, id=waiting["id"])
    lost.stop()
    assert state_of(world, waiting) == "scanning"


def test_a_scanner_that_is_away_is_asked_again(world, database, waiting):
    with looking(database, scanner="/nowhere/clamd") as jobs:
        jobs.wait_for("scanner.away", 2)
    assert state_of(world, waiting) == "scanning"
    back = StandIn()
    with looking(database, scanner=back.address):
        settled(world.hub.signatory, waiting)
    assert state_of(world, waiting) == "clean"
    assert len(documents.PDF) in back.lengths
    back.stop()


def test_without_a_scanner_the_county_says_what_comes_of_it(world, database, waiting):
    with looking(database) as jobs:
        jobs.wait_for("jobs.ready")
        with contextlib.suppress(AssertionError):
            wait_until(lambda: state_of(world, waiting) != "scanning", 3)
        assert state_of(world, waiting) == "scanning"
        figure = {"key": "documents.unscanned", "value": 1, "unit": "count"}
        world.county.set_up("/v1/rule-params", rule(world, figure))
        document = settled(world.hub.signatory, waiting)
    assert document["state"] == "clean"
    assert document["scan"]["scanner"] is None and document["scan"]["at"]


def rule(world, figure):
    rest = {"basis": "Rutine for filer", "source": "Fylkesdirektøren"}
    return figure | rest | {"validFrom": str(world.today)}


# ---- what is found


def test_a_virus_gets_nowhere(world, database, application, jobs):
    document = sent(world, application, b"Hei\n" + EICAR, "Hei.txt", "text/plain")
    assert document["state"] == "infected" and "Eicar" in document["scan"]["finding"]
    assert document["scan"]["scanner"] == "clamd" and len(document["sha256"]) == 64
    people = world.county.everybody() | world.hub.everybody()
    for person in people.values():
        reply = person.get(document / "content").expect(403, 404, 409)
        assert EICAR not in reply.content
    told = world.county.caseworker.read(document.path)
    assert verdict(told) == verdict(document)
    (chunks,) = database.rows(
        "select count(*) from trinn.document_chunks where document_id = %s", document["id"]
    )
    assert chunks == (0,)
    (whom,) = database.rows(
        "select o.orgnr from trinn.outbox x join trinn.organisations o on o.id = x.organisation_id"
        " where x.topic = 'document.infected' and x.object_id = %s",
        document["id"],
    )
    assert whom == (world.hub.orgnr,)
    world.hub.signatory.attempt(document, "complete").refused("state-conflict", 409)


def test_what_is_clean_can_be_read_at_once(world, application, jobs):
    content = PDF + bytes(2 * CHUNK)
    document = sent(world, application, content, "Plan.pdf", "application/pdf")
    assert verdict(document) == ("clean", None)
    assert world.county.caseworker.get(document / "content").expect(200).content == content
    world.assert_sound()


SOUND = [
    ("a.docx", DOCX, docx(["Åse deltok i ", "12 timer"])),
    ("a.xlsx", XLSX, xlsx("Navn", "86011117947", "974760673")),
    ("a.pptx", PPTX, pptx("Plan")),
    ("a.odt", ODT, odt("Plan", "Fylket")),
    ("a.ods", ODS, ods("86011117947", "1234567890")),
    ("a.png", "image/png", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\1\0\0\0\1\x08\2\0\0\0"),
    ("a.jpg", "image/jpeg", b"\xff\xd8\xff\xe0\0\x10JFIF\0\1\1\0\0\1\0\1\0\0"),
    ("a.csv", "text/csv", "Navn;Timer\r\nÅse;12\r\nBjørn;7\r\n".encode()),
    ("a.txt", "text/plain", "Hei på deg, ring 73 86 60 00\n".encode()),
]


@pytest.mark.parametrize("title, media_type, content", SOUND, ids=lambda v: str(v)[:10])
def test_a_file_of_its_type_is_clean(world, application, jobs, title, media_type, content):
    assert verdict(sent(world, application, content, title, media_type)) == ("clean", None)


DISGUISED = [
    ("a.pdf", "application/pdf", b"MZ\x90\0\3\0\0\0\4\0\0\0\xff\xff\0\0" + bytes(200)),
    ("a.pdf", "application/pdf", b"<html><script>alert(1)</script></html>"),
    ("a.docx", DOCX, files.archive(("run.exe", b"MZ"))),
    ("a.docx", DOCX, xlsx("Navn")),
    ("a.png", "image/png", PDF),
    ("a.txt", "text/plain", b"\x7fELF\2\1\1" + bytes(100)),
    ("a.txt", "text/plain", b"<!DOCTYPE html><html><script>alert(1)</script></html>"),
]


@pytest.mark.parametrize("title, media_type, content", DISGUISED, ids=lambda v: str(v)[:10])
def test_content_of_another_type_is_refused(world, application, jobs, title, media_type, content):
    assert verdict(sent(world, application, content, title, media_type)) == ("refused", "type")


def test_content_with_another_digest_is_refused(world, application, jobs):
    document = sent(world, application, PDF, "a.pdf", "application/pdf", sha256="0" * 64)
    assert verdict(document) == ("refused", "sha256")


@pytest.mark.parametrize(
    "content",
    [
        b"Deltaker " + FNR + b" var med",
        b"x " * (CHUNK // 2 - 3) + FNR + b" y" * 20,
        ("\ufeffDeltaker 311299 56715\n").encode("utf-16-le"),
    ],
    ids=["one", "across chunks", "utf-16"],
)
def test_a_text_with_a_fodselsnummer_is_refused(world, application, jobs, content):
    document = sent(world, application, content, "Deltakere.txt", "text/plain")
    assert verdict(document) == ("refused", "fnr")
    world.hub.signatory.get(document / "content").refused("document-not-clean", 409)


def test_numbers_of_two_cells_of_a_table_are_none(world, application, jobs):
    for content in (b"Prosjekt;Kroner\n10001;311299\n56715;1\n", b"311299\t56715\r\n"):
        assert verdict(sent(world, application, content, "Budsjett.csv", "text/csv")) == ("clean", None)


# ---- fødselsnummer in documents of other programs

HOLDING = {
    "pdf": (files.PDF, pdf(line(b"Deltaker " + FNR))),
    "pdf over operators": (files.PDF, pdf(line(b"Deltaker 311", b"299", b"56715"))),
    "docx": (DOCX, docx(["Deltaker ", "311", "299 56715"])),
    "docx header": (DOCX, docx(["Plan"], header=NUMBER)),
    "docx footer": (DOCX, docx(["Plan"], footer=NUMBER)),
    "docx comment": (DOCX, docx(["Plan"], comments=NUMBER)),
    "docx with a sheet in it": (DOCX, ooxml(DOCX, ("document.xml", "<x/>"), ("embeddings/a.xlsx", xlsx(NUMBER)))),
    "xlsx number": (XLSX, xlsx("Navn", NUMBER)),
    "xlsx number without its 0": (XLSX, xlsx("Navn", "1010199952")),
    "xlsx text": (XLSX, xlsx("311299 56715")),
    "pptx": (PPTX, pptx(NUMBER)),
    "odt": (ODT, odt(NUMBER)),
    "odt header": (ODT, odt("Plan", NUMBER)),
    "ods": (ODS, ods("12", NUMBER)),
}


def of_office(world, application, media_type, content, **changes):
    return sent(world, application, content, f"Deltakere.{SUFFIXES[media_type]}", media_type, **changes)


@pytest.mark.parametrize("what", HOLDING)
def test_a_document_with_a_fodselsnummer_is_refused(world, application, jobs, what):
    document = of_office(world, application, *HOLDING[what])
    assert verdict(document) == ("refused", "fnr")
    assert "fnrGrounds" in document["scan"]["advice"]["nb"] and document["scan"]["advice"]["en"]
    assert world.county.caseworker.read(document.path)["scan"] == document["scan"]
    world.hub.signatory.get(document / "content").refused("document-not-clean", 409)


def test_who_sent_it_is_told(world, application, jobs, database):
    document = of_office(world, application, *HOLDING["docx"])
    (whom,) = database.rows(
        "select o.orgnr from trinn.outbox x join trinn.organisations o on o.id = x.organisation_id"
        " where x.topic = 'document.refused' and x.object_id = %s",
        document["id"],
    )
    assert whom == (world.hub.orgnr,)


APART = {
    "pdf": (files.PDF, pdf(b"BT /F1 12 Tf 72 700 Td (311299) Tj 60 0 Td (56715) Tj ET")),
    "docx": (DOCX, docx(["311299"], ["56715"])),
    "xlsx": (XLSX, xlsx("311299", "56715", "86011117947", "974760673")),
    "ods": (ODS, ods("311299", "56715")),
}


@pytest.mark.parametrize("what", APART)
def test_numbers_that_stand_apart_are_none(world, application, jobs, what):
    document = of_office(world, application, *APART[what])
    assert verdict(document) == ("clean", None)
    assert (document["holdsFnr"], document["unread"], document["scan"]["advice"]) == (False, None, None)


BOMB = b"<x>" + b"a" * (80 * 1024 * 1024) + b"</x>"
ENTITIES = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">' + "".join(
    f'<!ENTITY {name} "{f"&{of};" * 10}">' for of, name in zip("abcdefgh", "bcdefghi")
)
UNREAD = {
    "a password": (files.PDF, files.locked, "encrypted"),
    "no pdf after all": (files.PDF, lambda: b"%PDF-1.7\nrubbish", "damaged"),
    "pages without text": (files.PDF, lambda: pdf(b"0 0 100 100 re f"), "no-text"),
    "a picture": ("image/png", lambda: b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\1\0\0\0\1\x08\2\0\0\0", "no-text"),
    "a bomb": (DOCX, lambda: ooxml(DOCX, ("document.xml", BOMB), ("footer1.xml", BOMB)), "large"),
    "a bomb of entities": (DOCX, lambda: ooxml(DOCX, ("document.xml", ENTITIES + "]><x>&i;</x>")), "damaged"),
    "a file of this machine": (
        DOCX,
        lambda: ooxml(DOCX, ("document.xml", '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><x>&a;</x>')),
        "damaged",
    ),
    "one that ends early": (DOCX, lambda: docx(["Plan " * 1000])[:-30], "damaged"),
    "a password of OpenDocument": (
        ODT,
        lambda: files.odf(ODT, ("content.xml", b"\x8f\1\2"), ("META-INF/manifest.xml", "<m><encryption-data/></m>")),
        "encrypted",
    ),
}


@pytest.mark.parametrize("what", UNREAD)
def test_what_cannot_be_read_is_taken_and_told(world, application, jobs, what):
    media_type, content, why = UNREAD[what]
    suffix = SUFFIXES.get(media_type, "png")
    document = sent(world, application, content(), f"Plan.{suffix}", media_type)
    assert verdict(document) == ("clean", None)
    seen = world.county.caseworker.read(document.path)
    assert seen["unread"] == why and "fødselsnummer" in seen["scan"]["advice"]["nb"]
    listed = world.county.caseworker.items(f"/v1/applications/{application['id']}/documents")
    assert next(d["unread"] for d in listed if d["id"] == document["id"]) == why


def test_what_was_found_counts_though_the_rest_cannot_be_read(world, application, jobs):
    broken = ooxml(DOCX, ("document.xml", f"<x><p>{NUMBER}</p><"), ("comments.xml", BOMB[:100]))
    assert verdict(of_office(world, application, DOCX, broken)) == ("refused", "fnr")


@pytest.fixture(scope="module")
def kept(world, application, jobs):
    return of_office(world, application, *HOLDING["docx"], fnrGrounds=GROUNDS)


def test_a_number_that_must_stand_is_kept_from_who_has_no_need_of_it(world, application, kept):
    county, hub = world.county, world.hub
    assert verdict(kept) == ("clean", None)
    assert kept["holdsFnr"] and kept["fnrGrounds"] == GROUNDS and kept["exemption"] == "offl-26"
    assert "offentlighet" in kept["scan"]["advice"]["nb"]
    for person in (hub.signatory, county.caseworker, county.decision_maker, county.attestant, county.archivist, county.auditor):
        person.get(kept / "content").expect(200)
    for person in (county.programme_lead, county.releaser, county.finance):
        assert person.read(kept.path)["holdsFnr"]
        person.get(kept / "content").refused("fnr-closed", 403)
    for person in (county.steering_member, world.firm.firm, world.other_hub.signatory):
        person.get(kept / "content").refused("not-found", 404)


def test_it_stays_exempt_from_public_access(world, application, kept):
    archivist = world.county.archivist
    document = archivist.read(kept.path)
    reply = archivist.attempt(document, "classify", {"access": "party"}).expect(422)
    assert reply.faults == [("fnr-exempt", "#/exemption")]
    posts = [archivist.read(f"/v1/journal-posts/{p['id']}") for p in journal.posts(archivist, application)]
    post = next(p for p in posts if kept["id"] in [d["documentId"] for d in p["documents"]])
    assert post["exemption"]["code"] == "offl-26"
    reply = archivist.attempt(post, "classify", {"reason": "Kan åpnes"}).expect(422)
    assert reply.faults == [("fnr-exempt", "#/exemption")]
    personal = {"access": "party", "exemption": "offl-13-personal"}
    assert archivist.do(document, "classify", personal)["exemption"] == "offl-13-personal"
    world.assert_sound()


def test_grounds_that_nothing_needs_change_nothing(world, application, jobs):
    document = of_office(world, application, DOCX, docx(["Plan"]), fnrGrounds=GROUNDS)
    assert verdict(document) == ("clean", None)
    assert (document["holdsFnr"], document["exemption"]) == (False, None)


def test_grounds_hold_no_number_themselves(world, application):
    body = documents.new_document(fnrGrounds=f"Gjelder {NUMBER}")
    reply = world.hub.signatory.post(f"/v1/applications/{application['id']}/documents", body)
    assert ("fnr-in-text", "#/fnrGrounds") in reply.refused("validation-failed").faults


def test_a_text_with_a_number_that_must_stand_is_kept_too(world, application, jobs):
    document = sent(world, application, b"Deltaker " + FNR, "a.txt", "text/plain", fnrGrounds=GROUNDS)
    assert verdict(document) == ("clean", None) and document["holdsFnr"]


def test_a_long_document_takes_little_memory(world, application, jobs):
    """25 MiB of text that packs to little, and as much that does not."""
    words = ("<w:p><w:r><w:t>" + "Kompetanse og omstilling " * 40 + "</w:t></w:r></w:p>") * 25000
    content = ooxml(DOCX, ("document.xml", f'<w:x xmlns:w="w">{words}</w:x>'))
    assert of_office(world, application, DOCX, content)["unread"] is None
    long = pdf(line(b"Plan")) + bytes(24 * 1024 * 1024)
    assert of_office(world, application, files.PDF, long)["state"] == "clean"
    assert jobs.peak_kib() < 600 * 1024
