"""What is checked goes to the archive, whole and once; the archive's answer is the post's reference."""

import contextlib
import hashlib
import json
import pathlib
import xml.etree.ElementTree as ElementTree

import pytest
from support import documents, journal
from support.bodies import REASON
from support.daemon import wait_until
from support.jobs import Jobs

SPACE = "{http://www.arkivverket.no/standarder/noark5/arkivmelding}"
TAKEN = """<arkivmeldingKvittering><meldingId>{0}</meldingId><mappeKvittering><saksaar>2026</saksaar>
<sakssekvensnummer>412</sakssekvensnummer></mappeKvittering><registreringKvittering>
<journalpostnummer>{1}</journalpostnummer></registreringKvittering></arkivmeldingKvittering>"""
REFUSED = """<arkivmeldingKvittering><meldingId>{0}</meldingId><registreringFeilet>
<feilmelding>Ukjent saksmappe æøå</feilmelding></registreringFeilet></arkivmeldingKvittering>"""


class Archive:
    """The folder that both reach."""

    def __init__(self, path):
        self.path = pathlib.Path(path, "50")
        (self.path / "in").mkdir(parents=True)

    def message(self, guid):
        """Its files by their names."""
        return {f.name: f.read_bytes() for f in (self.path / "out" / guid).iterdir()}

    def answer(self, text):
        name = hashlib.sha256(text.encode()).hexdigest()
        unfinished = self.path / "in" / name
        unfinished.write_text(text, "utf-8")
        unfinished.rename(self.path / "in" / f"{name}.xml")


@contextlib.contextmanager
def exchanging(database, path):
    jobs = Jobs(database, archive=path, archive_every_s=1)
    try:
        yield jobs.wait_ready()
    finally:
        jobs.stop()


@pytest.fixture(scope="module")
def archive(database, tmp_path_factory):
    path = tmp_path_factory.mktemp("archive")
    with exchanging(database, path) as jobs:
        one = Archive(path)
        one.jobs = jobs
        yield one


def message_of(world, post, edition=1):
    archivist = world.county.archivist
    found = archivist.items("/v1/archive-messages", applicationId=post["applicationId"])
    (one,) = [m for m in found if m["postId"] == post["id"] and m["edition"] == edition]
    return archivist.read(f"/v1/archive-messages/{one['id']}")


def in_state(world, message, state):
    archivist = world.county.archivist
    wait_until(lambda: archivist.read(message.path)["state"] == state, 30, state)
    return archivist.read(message.path)


def told(content, path):
    """The texts of elements of a message."""
    root = ElementTree.fromstring(content)
    return [e.text for e in root.iterfind("/".join(SPACE + name for name in path.split("/")))]


# ---- before the jobs of this file begin


def test_a_folder_that_is_not_there_is_tried_again_less_and_less_often(world):
    post = journal.checked(world, world.hub)
    message = message_of(world, post)
    seen = []
    for _ in range(3):
        world.database.run(
            "select trinn.jobs_archive_failed(county_id, id, 'Ingen kontakt')"
            " from trinn.archive_messages where id = %s",
            message["id"],
        )
        ((minutes,),) = world.database.rows(
            "select round(extract(epoch from next_attempt_at - now()) / 60)::int"
            " from trinn.archive_messages where id = %s",
            message["id"],
        )
        seen.append(minutes)
    assert seen == [1, 2, 4]
    message = world.county.archivist.read(message.path)
    assert (message["state"], message["attempts"], message["failure"]) == ("queued", 3, "Ingen kontakt")


def test_what_is_void_is_not_sent(world):
    post = world.county.archivist.do(journal.laid(world, world.hub), "check")
    world.county.archivist.do(post, "void", REASON)
    assert message_of(world, post)["state"] == "dropped"


# ---- the exchange


def test_what_is_checked_is_sent_with_its_files_and_comes_back_with_a_reference(world, archive):
    hub = world.hub.signatory
    draft = world.hub.fill(world.hub.draft())
    documents.clean(world, hub, draft, title="Plan & <budsjett>.pdf")
    sent = hub.do(hub.read(draft.path), "submit")
    post = journal.post(world.county.archivist, sent, "SØKNAD")
    world.county.archivist.do(post, "check")
    message = in_state(world, message_of(world, post), "sent")
    files = archive.message(message["messageId"])
    assert sorted(files) == ["1.json", "2.pdf", "arkivmelding.xml"]
    assert files["2.pdf"] == documents.PDF
    assert json.loads(files["1.json"])["caseNumber"] == sent["caseNumber"]
    xml = files["arkivmelding.xml"]
    assert told(xml, "meldingId") == [message["messageId"]]
    assert told(xml, "antallFiler") == ["2"]
    assert told(xml, "mappe/mappeID") == [sent["caseNumber"]]
    assert told(xml, "mappe/tittel") == [sent["title"]]
    below = "mappe/registrering/dokumentbeskrivelse"
    assert told(xml, f"{below}/tittel") == [post["title"], "Plan & <budsjett>.pdf"]
    assert told(xml, f"{below}/tilknyttetRegistreringSom") == ["Hoveddokument", "Vedlegg"]
    sums = [hashlib.sha256(files[name]).hexdigest() for name in ("1.json", "2.pdf")]
    assert told(xml, f"{below}/dokumentobjekt/sjekksum") == sums
    archive.answer(TAKEN.format(message["messageId"], 7))
    message = in_state(world, message, "received")
    assert message["reference"] == "2026/412/7"
    post = world.county.archivist.read(post.path)
    assert (post["state"], post["archiveReference"]) == ("A", "2026/412/7")
    world.assert_sound()


def test_what_is_not_checked_is_not_sent(world, archive):
    post = journal.entered(world, world.hub)
    found = world.county.archivist.items(
        "/v1/archive-messages", applicationId=post["applicationId"]
    )
    assert found == []


def test_a_correction_goes_there_again_as_the_same_post(world, archive):
    archivist = world.county.archivist
    post = journal.checked(world, world.hub)
    first = in_state(world, message_of(world, post), "sent")
    archive.answer(TAKEN.format(first["messageId"], 1))
    in_state(world, first, "received")
    corrected = archivist.do(archivist.read(post.path), "correct", journal.CORRECTION)
    assert corrected["state"] == "J"
    second = in_state(world, message_of(world, post, edition=2), "sent")
    one, other = (
        archive.message(m["messageId"])["arkivmelding.xml"] for m in (first, second)
    )
    assert first["messageId"] != second["messageId"]
    for same in ("mappe/systemID", "mappe/registrering/systemID"):
        assert told(one, same) == told(other, same)
    assert told(other, "mappe/registrering/tittel") == [journal.CORRECTION["title"]]
    archive.answer(TAKEN.format(second["messageId"], 1))
    in_state(world, second, "received")
    assert archivist.read(post.path)["state"] == "A"


def test_an_answer_to_what_was_corrected_since_does_not_archive_it(world, archive):
    archivist = world.county.archivist
    post = journal.checked(world, world.hub)
    first = in_state(world, message_of(world, post), "sent")
    archivist.do(archivist.read(post.path), "correct", journal.CORRECTION)
    archive.answer(TAKEN.format(first["messageId"], 2))
    in_state(world, first, "received")
    assert archivist.read(post.path)["state"] == "J"


def test_what_is_exempt_says_so(world, archive):
    archivist = world.county.archivist
    post = archivist.do(journal.entered(world, world.hub), "classify", journal.CLASSIFICATION)
    archivist.do(post, "check")
    message = in_state(world, message_of(world, post), "sent")
    xml = archive.message(message["messageId"])["arkivmelding.xml"]
    assert told(xml, "mappe/registrering/skjerming/skjermingshjemmel") == [
        "Offl. § 13 jf. fvl. § 13 (1) nr. 2"
    ]
    assert told(xml, "mappe/registrering/offentligTittel") == ["Søknad om tilskudd"]


def test_every_kind_of_post_has_content(world, archive):
    grant = world.accepted(world.hub)
    world.hub.claim(grant)
    application = {"id": grant["applicationId"]}
    for post in journal.posts(world.county.archivist, application):
        post = world.county.archivist.read(f"/v1/journal-posts/{post['id']}")
        world.county.archivist.do(post, "check")
        message = in_state(world, message_of(world, post), "sent")
        files = archive.message(message["messageId"])
        if "1.pdf" in files:
            assert files["1.pdf"].startswith(b"%PDF"), post
        else:
            assert len(json.loads(files["1.json"])) > 1, post


def test_a_refusal_waits_for_the_archivist_who_sends_it_again(world, archive):
    archivist = world.county.archivist
    post = journal.checked(world, world.hub)
    message = in_state(world, message_of(world, post), "sent")
    archive.answer(REFUSED.format(message["messageId"]))
    message = in_state(world, message, "failed")
    assert message["failure"] == "Ukjent saksmappe æøå"
    tasks = archivist.get("/v1/tasks").expect(200).json["items"]
    assert [t["operationId"] for t in tasks if t["path"] == message.path] == ["retryArchiveMessage"]
    guid = archivist.do(message, "retry")["messageId"]
    again = in_state(world, message, "sent")
    assert again["messageId"] == guid
    archivist.attempt(again, "retry").refused("state-conflict", 409)


def test_what_is_no_answer_is_put_aside(world, archive):
    archive.answer("<arkivmeldingKvittering/>")
    archive.jobs.wait_for("archive.unreadable")
    assert [f.suffix for f in (archive.path / "in").iterdir()] == [".unread"]


def test_an_answer_that_comes_twice_changes_nothing(world, archive):
    post = journal.checked(world, world.hub)
    message = in_state(world, message_of(world, post), "sent")
    archive.answer(TAKEN.format(message["messageId"], 3))
    message = in_state(world, message, "received")
    archive.answer(TAKEN.format(message["messageId"], 4))
    archive.jobs.wait_for("archive.answered", reference="2026/412/4")
    assert in_state(world, message, "received")["reference"] == "2026/412/3"


def test_what_was_sent_and_is_void_is_said_to_be(world, archive):
    archivist = world.county.archivist
    post = archivist.do(journal.laid(world, world.hub), "check")
    first = in_state(world, message_of(world, post), "sent")
    archivist.do(archivist.read(post.path), "void", REASON)
    second = in_state(world, message_of(world, post, edition=2), "sent")
    xml = archive.message(second["messageId"])["arkivmelding.xml"]
    assert told(xml, "mappe/registrering/journalstatus") == ["Utgår"]
    archive.answer(TAKEN.format(second["messageId"], 5))
    in_state(world, second, "received")
    assert archivist.read(post.path)["state"] == "U"
    assert first["state"] == "sent"
