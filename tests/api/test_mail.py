"""Who wants it is told by e-mail that something has happened, and the log says how that went."""

import contextlib
import os
import signal

import pytest
from support import mail
from support.daemon import wait_until
from support.jobs import Jobs
from support.mail import CUT, REFUSED, STUCK, MailServer

ADDRESS = "leder@granlia.test"
COUNTY = "Trøndelag fylkeskommune"
LATER = "451 4.3.0 Prøv igjen"


@contextlib.contextmanager
def sending(database, server=None, **settings):
    own = server.settings() if server else {}
    jobs = Jobs(database, **({"notifications_every_s": 1, "mail_every_s": 1} | own | settings))
    try:
        yield jobs.wait_ready()
    finally:
        jobs.stop()


@contextlib.contextmanager
def listening(**answers):
    server = MailServer(**answers)
    try:
        yield server
    finally:
        server.stop()


@pytest.fixture(name="case")
def _case(world, database):
    """Of which the signatory wants e-mail; of all before nothing waits."""
    mail.wish(world, world.hub.signatory, ADDRESS, by_email="none")
    case = world.hub.apply()
    database.run("select trinn.jobs_notify(1000000)")
    database.run("select trinn.jobs_drop_mail()")
    database.run("delete from trinn.mail_pause")
    mail.wish(world, world.hub.signatory, ADDRESS)
    return case


def ask_for_more(world, case):
    world.county.caseworker.make(case / "messages", {"text": "Hvilken av postene gjelder?"})


def by_email(person, case):
    return [d for d in mail.deliveries(person, case) if d["channel"] == "email"]


def newest(world, case):
    told = by_email(world.county.caseworker, case)
    return told[0] if told else {"state": None, "attempts": 0}


def states(world, case):
    return {d["state"] for d in by_email(world.county.caseworker, case)}


def wait_for(world, case, state, attempts=1):
    def is_there():
        told = newest(world, case)
        return told["state"] == state and told["attempts"] >= attempts and told

    return wait_until(is_there, 40, f"{state} after {attempts}")


def hurry(database):
    """What waits to be tried again is, now."""
    database.run("delete from trinn.mail_pause")
    database.run("update trinn.deliveries set next_attempt_at = now() where state = 'queued'")


# ---- what is sent, and what is told of it


def test_who_wants_it_is_told_that_something_has_happened_and_nothing_of_the_case(
    world, database, case
):
    with listening() as server, sending(database, server):
        ask_for_more(world, case)
        wait_for(world, case, "sent")
    (message,) = server.messages()
    number = world.hub.signatory.read(case.path)["caseNumber"]
    assert message["To"] == ADDRESS
    assert message["From"] == f"{COUNTY} <ikke-svar@trondelag.test>"
    assert message["Subject"] == f"Sak {number}: Fylkeskommunen har skrevet en melding"
    assert message["Auto-Submitted"] == "auto-generated"
    text = message.get_content()
    assert "https://portal.trondelag.test/" in text
    person = world.hub.signatory.get("/v1/me").json["person"]["name"]
    for told in (case["title"], "postene", person, world.hub.organisation.name):
        assert told not in text and told not in message["Subject"]
    assert server.commands[-1] == "QUIT"


def test_it_is_told_in_the_language_of_who_reads_it(world, database, case):
    mail.wish(world, world.hub.signatory, ADDRESS, "en")
    with listening() as server, sending(database, server):
        ask_for_more(world, case)
        wait_for(world, case, "sent")
    (message,) = server.messages()
    assert message["Content-Language"] == "en"
    assert message["Subject"].endswith(": The county has written a message")


def test_the_log_tells_how_it_went_and_the_address_to_the_county_alone(world, database, case):
    with listening() as server, sending(database, server):
        ask_for_more(world, case)
        told = wait_for(world, case, "sent")
    assert told["answer"] == "250 2.0.0 Ok: queued as 4F2A81C3" and told["sentAt"]
    assert (told["address"], told["attempts"], told["kind"]) == (ADDRESS, 1, "message.write")
    (own,) = by_email(world.hub.hub_editor, case)
    assert own == told | {"address": "l***@granlia.test", "person": own["person"]}
    portal = [d for d in mail.deliveries(world.county.caseworker, case) if d["channel"] == "portal"]
    people = {world.hub.signatory.person, world.hub.hub_editor.person}
    assert people <= {d["person"]["id"] for d in portal} and {d["state"] for d in portal} == {"sent"}
    for person in (world.other_hub.signatory, world.firm.signatory, world.neighbour.caseworker):
        person.get(case / "deliveries").refused("not-found", 404)


def test_of_a_decision_that_is_held_nobody_is_told_before_its_day(world, database, case):
    held = world.county.hold(world.county.recommend(case), "granted")
    with listening() as server, sending(database, server):
        ask_for_more(world, held)
        wait_for(world, held, "sent")
        assert sorted(m["Subject"].split(": ")[1] for m in server.messages()) == [
            "Fylkeskommunen har skrevet en melding", "Saken er utredet og venter på vedtak"
        ]
        world.county.decision_maker.do(held, "release-decision")
        wait_until(
            lambda: any("Det er fattet vedtak" in m["Subject"] for m in server.messages()), 40
        )
        wait_until(lambda: newest(world, held)["state"] == "sent", 40)


# ---- what does not go at once


def test_what_the_server_does_not_take_now_is_sent_again_as_it_was(world, database, case):
    with listening(RCPT=[LATER, None], message=[LATER, None]) as server, sending(database, server):
        ask_for_more(world, case)
        told = wait_for(world, case, "queued")
        assert told["answer"] == LATER and told["nextAttemptAt"] > told["triedAt"]
        hurry(database)
        wait_for(world, case, "queued", 2)
        hurry(database)
        wait_for(world, case, "sent", 3)
    first, second = server.messages()
    assert first.as_bytes() == second.as_bytes() and first["Message-ID"] and first["Date"]


def test_whom_it_does_not_reach_the_caseworker_tells_otherwise(world, database, case):
    caseworker = world.county.caseworker
    with listening(RCPT=[REFUSED]) as server, sending(database, server):
        ask_for_more(world, case)
        first = wait_for(world, case, "failed")
        ask_for_more(world, case)
        wait_until(lambda: newest(world, case)["id"] != first["id"], 40)
        last = wait_for(world, case, "failed")
    assert last["answer"] == REFUSED

    def waiting():
        tasks = caseworker.items("/v1/tasks", operationId="settleDelivery", limit=100)
        return [t["path"] for t in tasks if t["path"].endswith((first["id"], last["id"]))]

    assert waiting() == [f"/v1/deliveries/{last['id']}"]
    note = {"note": "Ringte og sa fra."}
    failed = caseworker.read(f"/v1/deliveries/{last['id']}")
    settled = caseworker.do(failed, "settle", note)
    assert (settled["state"], settled["note"]) == ("settled", note["note"])
    assert settled["settledBy"]["id"] == caseworker.person
    assert caseworker.read(f"/v1/deliveries/{first['id']}")["state"] == "settled"
    assert waiting() == []
    caseworker.attempt(settled, "settle", note).refused("state-conflict", 409)
    world.assert_sound()


def test_a_server_that_takes_nothing_from_us_is_not_the_recipients_fault(world, database, case):
    with listening(MAIL=["550 5.7.1 Ikke som deg", None]) as server, sending(database, server):
        ask_for_more(world, case)
        told = wait_for(world, case, "queued")
        assert told["answer"] == "550 5.7.1 Ikke som deg"
        hurry(database)
        wait_for(world, case, "sent", 2)


def test_a_server_that_is_away_is_asked_again(world, database, case):
    server = MailServer()
    settings = server.settings()
    server.stop()
    with sending(database, **settings):
        ask_for_more(world, case)
        assert wait_for(world, case, "queued")["answer"]


def figures(world):
    lines = world.nobody.get("/metrics").text.splitlines()
    return {k: int(v) for k, v in (line.split(" ") for line in lines if line.startswith("trinn_mail"))}


def test_while_the_server_takes_nothing_all_wait_and_one_is_tried(world, database, case):
    for _ in range(3):
        ask_for_more(world, case)
    away = ["421 4.3.2 Stengt for i dag"]
    with listening(greeting=away) as server, sending(database, server) as jobs:
        wait_until(lambda: jobs.events("mail.paused"), 40)
        wait_until(lambda: len(by_email(world.county.caseworker, case)) == 3, 40)
        tried = {d["attempts"] for d in by_email(world.county.caseworker, case)}
        assert tried == {0, 1} and server.connections == 1
        assert figures(world)["trinn_mail_waiting"] == 3
        database.run("update trinn.mail_pause set since = now() - interval '1 hour', until = now()")
        wait_until(lambda: len(jobs.events("mail.paused")) == 2, 40)
        assert figures(world)["trinn_mail_away_seconds"] >= 3600
        assert database.value("select until > now() + interval '1 minute' from trinn.mail_pause")
        assert server.connections == 2
        server.answers["greeting"] = [None]
        hurry(database)
        wait_until(lambda: states(world, case) == {"sent"}, 40)
        assert figures(world) == {"trinn_mail_waiting": 0, "trinn_mail_away_seconds": 0}
    assert len(server.taken) == 3


def waiting(person):
    return [t for t in person.items("/v1/tasks", limit=1000) if t["path"] == "/v1/mail"]


def test_mail_that_is_not_sent_for_hours_is_a_task_of_who_runs_the_set_up(world, database, case):
    admin = world.county.county_admin
    server = MailServer()
    settings = server.settings()
    server.stop()
    with sending(database, **settings):
        ask_for_more(world, case)
        wait_for(world, case, "queued")
    mail_now = admin.get("/v1/mail").expect(200).json
    assert (mail_now["waiting"], waiting(admin)) == (1, []) and mail_now["answer"] and mail_now["awaySince"]
    database.run("update trinn.mail_pause set since = now() - interval '5 hours'")
    (task,) = waiting(admin)
    assert (task["operationId"], task["dueOn"]) == (None, None) and task["since"] <= str(world.today)
    for other in (world.neighbour.county_admin, world.county.caseworker):
        assert waiting(other) == []
    assert world.neighbour.county_admin.get("/v1/mail").expect(200).json["waiting"] == 0
    world.county.caseworker.get("/v1/mail").refused("forbidden", 403)
    with listening() as server, sending(database, server):
        hurry(database)
        wait_for(world, case, "sent", 2)
    assert waiting(admin) == []


def test_so_is_mail_that_nothing_hands_over(world, database, case):
    ask_for_more(world, case)
    database.run("select trinn.jobs_notify(1000000)")
    assert waiting(world.county.county_admin) == []
    database.run("update trinn.deliveries set next_attempt_at = now() - interval '5 hours' where state = 'queued'")
    assert waiting(world.county.county_admin)
    database.run("select trinn.jobs_drop_mail()")


@pytest.mark.parametrize("what", ["greeting", "content"])
def test_a_stuck_or_cut_connection_holds_up_nothing(world, database, case, what):
    held = (
        "select count(*) from pg_stat_activity where usename = 'trinn_jobs'"
        " and datname = current_database() and state like 'idle in transaction%'"
    )
    how = STUCK if what == "greeting" else CUT
    with listening(**{what: [how, None]}) as server, sending(database, server):
        ask_for_more(world, case)
        wait_until(lambda: server.connections > 0, 40)
        assert database.value(held) == 0
        ask_for_more(world, case)
        wait_until(lambda: len(by_email(world.county.caseworker, case)) == 2, 40)
        wait_until(lambda: states(world, case) <= {"queued", "sent"}, 40)
        hurry(database)
        wait_until(lambda: states(world, case) == {"sent"}, 40)
    assert len(server.taken) == 2


def test_killed_before_it_was_recorded_it_is_sent_again_under_the_same_id(world, database, case):
    with listening(message=[STUCK, None]) as server:
        jobs = Jobs(database, notifications_every_s=1, **server.settings())
        ask_for_more(world, case)
        wait_until(lambda: server.taken, 40)
        os.kill(jobs.process.pid, signal.SIGKILL)
        jobs.stop(-signal.SIGKILL)
        assert newest(world, case)["state"] == "sending"
        with sending(database, server):
            wait_for(world, case, "sent", 2)
    first, second = server.messages()
    assert first["Message-ID"] == second["Message-ID"] and first["Date"] == second["Date"]


def test_it_ends_though_a_server_is_stuck(world, database, case):
    with listening(message=[STUCK]) as server:
        with sending(database, server, mail_timeout_s=60):
            ask_for_more(world, case)
            wait_until(lambda: server.taken, 40)
    assert newest(world, case)["state"] == "sending"


# ---- settings


def test_without_a_server_none_is_sent_and_nothing_waits(world, database, case):
    with sending(database) as jobs:
        ask_for_more(world, case)
        wait_for(world, case, "dropped", 0)
        assert len(jobs.events("mail.off")) == 1


def test_what_must_be_encrypted_is_not_said_to_a_server_that_cannot(world, database, case):
    with listening() as server, sending(database, server, mail_security="starttls"):
        ask_for_more(world, case)
        wait_for(world, case, "queued")
    assert not [c for c in server.commands if c.startswith(("MAIL", "AUTH"))] and not server.taken


def test_a_server_that_asks_who_we_are_is_told_and_nobody_else(world, database, case, tmp_path):
    secret = tmp_path / "secret"
    secret.write_text("ikke si det", encoding="ascii")
    with listening(AUTH=["535 5.7.8 Feil", None]) as server:
        server.extensions = "250-mail.test\r\n250 AUTH PLAIN"
        with sending(database, server, mail_user="trinn", mail_password_file=secret) as jobs:
            ask_for_more(world, case)
            assert wait_for(world, case, "queued")["answer"] == "535 5.7.8 Feil"
            hurry(database)
            wait_for(world, case, "sent", 2)
            assert "ikke si det" not in jobs.log.read_text("utf-8")


@pytest.mark.parametrize(
    "changes",
    [
        {"mail_from": "Trinn <a@b.no>"},
        {"mail_server": "192.0.2.1"},
        {"mail_user": "trinn"},
    ],
    ids=["from", "plain", "password"],
)
def test_settings_that_do_not_go_together_are_told_at_the_start(database, changes):
    with listening() as server:
        jobs = Jobs(database, **server.settings() | changes)
        assert jobs.process.wait(20) == 1
        assert jobs.events("mail.settings")
        jobs.stop(1)
