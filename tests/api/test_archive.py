"""What is checked goes to the archive, whole and once; the archive's answer is the post's reference."""

import contextlib
import datetime
import hashlib
import json
import pathlib
import shutil
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
        return unfinished.rename(self.path / "in" / f"{name}.xml")


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
    assert told(xml, "mappe/skjerming") == told(xml, "mappe/offentligTittel") == []
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


def test_a_title_that_is_exempt_is_so_of_the_folder_too(world, archive):
    archivist = world.county.archivist
    application = world.hub.apply()
    secret = journal.post(archivist, application, "SØKNAD")
    archivist.do(secret, "classify", journal.CLASSIFICATION)
    world.county.caseworker.do(application, "return", {"reason": "Budsjettet mangler"})
    other = archivist.do(journal.post(archivist, application, "KORR"), "check")
    message = in_state(world, message_of(world, other), "sent")
    xml = archive.message(message["messageId"])["arkivmelding.xml"]
    assert told(xml, "mappe/offentligTittel") == [journal.CLASSIFICATION["publicTitle"]]
    assert told(xml, "mappe/skjerming/skjermingshjemmel") == ["Offl. § 13 jf. fvl. § 13 (1) nr. 2"]


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
    archive.answer(TAKEN.format(guid, 11))
    taken = in_state(world, message, "received")
    assert taken["failure"] is None
    archivist.attempt(taken, "retry").refused("state-conflict", 409)


def test_what_is_not_answered_in_time_is_a_task_and_is_sent_again_as_the_same(world, archive):
    archivist = world.county.archivist
    post = journal.checked(world, world.hub)
    message = in_state(world, message_of(world, post), "sent")
    assert message["answerDueOn"] == str(world.today + datetime.timedelta(3))
    assert task_of(archivist, message) is None
    unanswered = figure(world)
    world.database.run(
        "set session_replication_role = replica;"
        " update trinn.archive_messages set sent_at = sent_at - interval '9 days' where id = %s",
        message["id"],
    )
    task = task_of(archivist, message)
    assert (task["operationId"], task["overdueDays"]) == ("retryArchiveMessage", 6) and task["dueRule"]
    assert figure(world) == unanswered + 1
    shutil.rmtree(archive.path / "out" / message["messageId"])
    archivist.do(archivist.read(message.path), "retry")
    again = in_state(world, message, "sent")
    assert again["messageId"] == message["messageId"] and archive.message(again["messageId"])
    assert task_of(archivist, message) is None and figure(world) == unanswered
    archivist.do(again, "retry")
    in_state(world, message, "sent")
    assert not [f for f in (archive.path / "out").iterdir() if f.name.startswith(".")]
    archive.answer(TAKEN.format(message["messageId"], 12))
    in_state(world, message, "received")


def task_of(person, message):
    return next((t for t in person.items("/v1/tasks", limit=1000) if t["path"] == message.path), None)


def figure(world):
    lines = world.nobody.get("/metrics").text.splitlines()
    (value,) = [line.split(" ")[1] for line in lines if line.startswith("trinn_archive_messages_unanswered")]
    return int(value)


def test_what_was_corrected_since_is_not_sent_again_nor_kept_waiting_for(world, archive):
    archivist = world.county.archivist
    post = journal.checked(world, world.hub)
    first = in_state(world, message_of(world, post), "sent")
    archivist.do(archivist.read(post.path), "correct", journal.CORRECTION)
    second = in_state(world, message_of(world, post, edition=2), "sent")
    first = archivist.read(first.path)
    assert first["answerDueOn"] is None
    archivist.attempt(first, "retry").refused("message-superseded", 409)
    archive.answer(TAKEN.format(second["messageId"], 13))
    in_state(world, second, "received")
    assert archivist.read(post.path)["state"] == "A"
    archive.answer(REFUSED.format(first["messageId"]))
    assert in_state(world, first, "dropped")["failure"] == "Ukjent saksmappe æøå"
    assert archivist.read(post.path)["state"] == "A"


def test_one_that_is_to_be_sent_again_says_what_it_said(world, archive):
    archivist = world.county.archivist
    post = journal.checked(world, world.hub)
    first = in_state(world, message_of(world, post), "sent")
    archive.answer(REFUSED.format(first["messageId"]))
    in_state(world, first, "failed")
    archivist.do(archivist.read(post.path), "correct", journal.CORRECTION)
    assert in_state(world, first, "dropped")["messageId"] == first["messageId"]
    second = in_state(world, message_of(world, post, edition=2), "sent")
    assert second["messageId"] != first["messageId"]
    archive.answer(TAKEN.format(second["messageId"], 14))
    in_state(world, second, "received")


def refused(archive, text):
    """Why an answer was put aside."""
    path = archive.answer(text)
    aside, why = path.with_suffix(".xml.refused"), path.with_suffix(".xml.why")
    wait_until(aside.exists, 30, "refused")
    assert not path.exists() and aside.read_text("utf-8") == text
    return why.read_text("utf-8")


def test_what_is_no_answer_is_put_aside_with_why(world, archive):
    assert "no arkivmeldingKvittering" in refused(archive, "<arkivmeldingKvittering/>")
    assert "no arkivmeldingKvittering" in refused(archive, "<html>404</html>")
    unknown = "11111111-2222-3333-4444-555555555555"
    assert "No message of this county" in refused(archive, TAKEN.format(unknown, 1))
    archive.jobs.wait_for("archive.refused", why="unknown")


def test_an_answer_to_anothers_message_is_refused(world, archive):
    post = world.neighbour.archivist.do(journal.entered(world, world.neighbour_hub), "check")
    (message,) = world.neighbour.archivist.items("/v1/archive-messages", applicationId=post["applicationId"])
    message = world.neighbour.archivist.read(f"/v1/archive-messages/{message['id']}")
    wait_until(lambda: world.neighbour.archivist.read(message.path)["state"] == "sent", 30, "sent")
    guid = world.neighbour.archivist.read(message.path)["messageId"]
    assert "No message of this county" in refused(archive, TAKEN.format(guid, 1))
    assert world.neighbour.archivist.read(message.path)["state"] == "sent"


def test_an_answer_that_comes_twice_changes_nothing(world, archive):
    post = journal.checked(world, world.hub)
    message = in_state(world, message_of(world, post), "sent")
    archive.answer(TAKEN.format(message["messageId"], 3))
    message = in_state(world, message, "received")
    archive.answer(TAKEN.format(message["messageId"], 3) + "\n")
    archive.answer(REFUSED.format(message["messageId"]))
    assert "otherwise" in refused(archive, TAKEN.format(message["messageId"], 4))
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
