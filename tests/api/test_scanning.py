"""trinn-jobs looks into what was sent: viruses, digest, type by content, fødselsnummer in texts."""

import contextlib
import io
import zipfile

import pytest
from support import documents
from support.clamd import EICAR, StandIn, scanner
from support.daemon import wait_until
from support.documents import CHUNK, PDF, complete
from support.jobs import Jobs

FNR = b"31129956715"
OOXML = "application/vnd.openxmlformats-officedocument."
ODF = "application/vnd.oasis.opendocument."


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
    wait_until(lambda: person.read(document.path)["state"] != "scanning", 30, "a verdict")
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


def archive(*entries):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as file:
        for name, content in entries:
            file.writestr(name, content)
    return out.getvalue()


def office(folder):
    """As Word, Excel and PowerPoint begin theirs."""
    rels = ("_rels/.rels", "<Relationships/>")
    return archive(("[Content_Types].xml", "<Types/>"), rels, (f"{folder}/document.xml", "<x/>"))


SOUND = [
    ("a.docx", OOXML + "wordprocessingml.document", office("word")),
    ("a.xlsx", OOXML + "spreadsheetml.sheet", office("xl")),
    ("a.pptx", OOXML + "presentationml.presentation", office("ppt")),
    ("a.odt", ODF + "text", archive(("mimetype", ODF + "text"), ("content.xml", "<x/>"))),
    ("a.ods", ODF + "spreadsheet", archive(("mimetype", ODF + "spreadsheet"))),
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
    ("a.docx", OOXML + "wordprocessingml.document", archive(("run.exe", b"MZ"))),
    ("a.docx", OOXML + "wordprocessingml.document", office("xl")),
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
