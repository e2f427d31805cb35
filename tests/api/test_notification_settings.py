"""Everybody chooses what they are told by e-mail, and confirms where to: from a new address to the
e-mail about a decision."""

import re
import uuid
from concurrent.futures import ThreadPoolExecutor

import pytest
from support import mail
from support.daemon import wait_until
from support.jobs import Jobs
from support.mail import CODE, SETTINGS, MailServer

NOTHING = {"language": "nb", "byEmail": "none", "address": None, "asked": None}
CONFIRM = SETTINGS + "/confirm"


def address(name="leder"):
    return f"{name}-{uuid.uuid4().hex[:12]}@granlia.test"


@pytest.fixture(name="person")
def _person(world):
    """Who has chosen nothing yet."""
    (person,) = world.one_person((world.hub, "hub_signatory"))
    return person


@pytest.fixture(name="server")
def _server(database):
    """Takes e-mail, with trinn-jobs at work."""
    server = MailServer()
    jobs = Jobs(database, notifications_every_s=1, **server.settings())
    try:
        jobs.wait_ready()
        yield server
    finally:
        jobs.stop()
        server.stop()


def sent_to(server, to):
    return [m for m in server.messages() if m["To"] == to]


def wait_for(server, to, count=1):
    wait_until(lambda: len(sent_to(server, to)) >= count, 40, f"{count} to {to}")
    return sent_to(server, to)[-1]


def code_in(message):
    return re.search(r"^ +(\w{4}-\w{4})\s*$", message.get_content(), re.MULTILINE)[1]


def confirm(person, code=CODE):
    return person.post(CONFIRM, {"code": code})


# ---- the whole way


def test_an_applicant_gives_an_address_confirms_it_and_is_told_of_a_decision(
    world, server, person
):
    to = address()
    chosen = mail.choose(person, to, by_email="asks")
    assert (chosen["address"], chosen["asked"]["address"]) == (None, to)
    message = wait_for(server, to)
    assert message["Subject"] == "Bekreft e-postadressen"
    assert "gjelder i 60 minutter" in message.get_content()
    wait_until(lambda: person.read(SETTINGS)["asked"]["state"] == "sent", 20)
    confirmed = confirm(person, code_in(message).lower().replace("-", "")).expect(200).json
    assert confirmed == {"language": "nb", "byEmail": "asks", "address": to, "asked": None}
    decided = world.decided()
    wait_until(lambda: len(sent_to(server, to)) > 1, 40, "the decision")
    number = person.read(decided.path)["caseNumber"]
    told = [m["Subject"] for m in sent_to(server, to)[1:]]
    assert f"Sak {number}: Det er fattet vedtak" in told
    assert not any("mottatt" in subject for subject in told)

    def log():
        rows = mail.deliveries(world.county.caseworker, decided)
        return [d for d in rows if d["channel"] == "email" and d["address"] == to]

    wait_until(lambda: log() and {d["state"] for d in log()} == {"sent"}, 20, "the log")


def test_the_county_is_written_to_of_its_tasks_and_of_nothing_else(world, database, server):
    caseworker = world.county.caseworker
    to = address("saksbehandler")
    mail.choose(caseworker, to, by_email="all")
    confirm(caseworker, code_in(wait_for(server, to))).expect(200)
    case = caseworker.do(world.hub.apply(), "take")
    late = "update trinn.applications set submitted_at = now() - interval '30 days' where id = %s"
    database.run(late, case["id"])
    database.run("delete from trinn.reminder_days")
    while database.rows("select county_id from trinn.jobs_remind_of_tasks(trinn.today())"):
        pass
    message = wait_for(server, to, 2)
    assert message["Subject"].endswith("Dere har oppgaver med frist")
    mail.choose(caseworker, None, by_email="none")


# ---- what is chosen


def test_who_has_chosen_nothing_reads_the_portal(person):
    settings = person.read(SETTINGS)
    assert settings == NOTHING
    again = person.put(SETTINGS, {"language": "en", "byEmail": "none"}, settings.etag)
    assert again.expect(200).json == NOTHING | {"language": "en"}
    assert again.etag != settings.etag
    person.put(SETTINGS, {"language": "nb", "byEmail": "none"}, settings.etag).refused(
        "version-mismatch", 412
    )


def test_two_who_choose_first_at_once_do_not_both(person):
    etag = person.read(SETTINGS).etag
    choice = {"language": "nb", "byEmail": "none"}
    with ThreadPoolExecutor(4) as pool:
        replies = list(pool.map(lambda _: person.another().put(SETTINGS, choice, etag), range(4)))
    assert sorted(r.status for r in replies) == [200, 412, 412, 412], replies


def test_it_is_a_persons_own_in_each_organisation(world):
    here, there = world.one_person((world.hub, "hub_signatory"), (world.other_hub, "hub_signatory"))
    mail.choose(here, None, "en", "none")
    assert here.read(SETTINGS)["language"] == "en"
    assert there.read(SETTINGS) == NOTHING


@pytest.mark.parametrize("bad", ["leder", "leder@granlia", "kåre@granlia.test", "a b@granlia.test", "a@b.no\r\nX: y"])
def test_what_is_no_address_is_refused(person, bad):
    reply = person.put(SETTINGS, {"language": "nb", "byEmail": "all", "address": bad}, "*")
    assert reply.status == 422 and [f[1] for f in reply.faults] == ["#/address"], reply


def test_who_wants_email_says_where_to(person):
    reply = person.put(SETTINGS, {"language": "nb", "byEmail": "asks"}, "*")
    assert reply.faults == [("email-address-missing", "#/address")]


def test_the_same_address_again_is_sent_no_other_code(person, database):
    to = address()
    first = mail.choose(person, to)
    assert mail.choose(person, to, "en")["asked"]["askedAt"] == first["asked"]["askedAt"]
    sent = "select count(*) from trinn.deliveries where address = %s"
    assert database.value(sent, to) == 1


# ---- the code


@pytest.fixture(name="asking")
def _asking(person, database):
    """Has been sent a code."""
    mail.choose(person, address())
    mail.plant(database, person)
    return person


def test_a_wrong_code_is_told_with_the_tries_that_are_left(asking):
    for left in (4, 3, 2, 1, 0):
        reply = confirm(asking, "AAAA-AAAA").refused("validation-failed", 422)
        assert reply.faults == [("code-wrong", "#/code")] and f"{left} ganger til" in reply.text
        assert asking.read(SETTINGS)["asked"]["triesLeft"] == left
    confirm(asking).refused("code-spent", 409)
    assert asking.read(SETTINGS)["address"] is None


def test_six_at_once_are_no_more_than_five(asking):
    with ThreadPoolExecutor(8) as pool:
        replies = list(pool.map(lambda _: confirm(asking.another(), "AAAA-AAAA"), range(12)))
    assert len([r for r in replies if r.status == 422]) <= 5, replies
    confirm(asking).refused("code-spent", 409)


def test_two_right_ones_at_once_confirm_once(asking):
    with ThreadPoolExecutor(2) as pool:
        replies = list(pool.map(lambda _: confirm(asking.another()), range(2)))
    assert sorted(r.status for r in replies) == [200, 409], replies
    assert asking.read(SETTINGS)["asked"] is None


def test_a_code_counts_for_an_hour(asking, database):
    database.run(
        "update trinn.address_codes set made_at = now() - interval '61 minutes' where made_at is not null"
    )
    confirm(asking).refused("code-expired", 409)


def test_a_new_code_takes_the_place_of_the_old(asking, database):
    before = asking.read(SETTINGS)
    asked = asking.post(SETTINGS + "/send-code").expect(200).json["asked"]
    assert asked["state"] == "queued" and asked["expiresAt"] is None
    assert asked["askedAt"] > before["asked"]["askedAt"]
    confirm(asking).refused("code-unsent", 409)
    mail.plant(database, asking, "NYNY-2345")
    confirm(asking).refused("validation-failed", 422)
    confirm(asking, "nyny 2345").expect(200)


def test_of_another_address_the_code_is_none(asking, database):
    mail.choose(asking, address("annen"))
    confirm(asking).refused("code-unsent", 409)
    mail.plant(database, asking, "NYNY-2345")
    mail.choose(asking, None, by_email="none")
    confirm(asking, "NYNY-2345").refused("no-address-asked", 409)
    asking.post(SETTINGS + "/send-code").refused("no-address-asked", 409)


def test_whoever_read_the_old_address_is_told(asking, database):
    confirm(asking).expect(200)
    old = asking.read(SETTINGS)["address"]
    mail.choose(asking, address("annen"))
    told = "select topic from trinn.deliveries where address = %s order by id desc limit 1"
    assert database.value(told, old) == "address.confirm"
    mail.plant(database, asking)
    confirm(asking).expect(200)
    assert database.value(told, old) == "address.replaced"


def test_nobody_has_a_stranger_written_to_again_and_again(world, database):
    stranger = address("fremmed")
    people = [world.one_person((world.hub, "hub_signatory"))[0] for _ in range(4)]
    for person in people[:3]:
        mail.choose(person, stranger.upper())
    choice = {"language": "nb", "byEmail": "all", "address": stranger}
    reply = people[3].put(SETTINGS, choice, "*").refused("codes-to-address", 409)
    people[0].post(SETTINGS + "/send-code").refused("codes-to-address", 409)
    assert "3" in reply.json["detail"]
    for _ in range(4):
        mail.choose(people[0], address())
    people[0].put(SETTINGS, choice | {"address": address()}, "*").refused("codes-by-you", 409)


def test_what_was_chosen_is_on_the_trail_and_no_address_is(asking, database):
    confirm(asking).expect(200)
    trail = database.rows(
        "select action, detail::text from trinn.audit_events where case_kind = 'notification_settings'"
        " and person_id = %s order by seq",
        int(asking.person),
    )
    assert [action for action, _ in trail] == ["save", "confirm"]
    assert all("@" not in detail for _, detail in trail)
    assert not [f for f in database.faults() if f[1] == "notification_settings"]
