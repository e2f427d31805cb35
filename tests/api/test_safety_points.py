"""load -> decide -> apply: what a decision rests on changes between load and apply. The command is
decided anew or refused, nothing is done by half, and nothing is acknowledged before it is stored.

The daemon's connections for writing are stopped while something changes, so that every command
here has been loaded and decided when it does.
"""

import contextlib
import os
import signal
import time
import uuid
from concurrent.futures import ThreadPoolExecutor

import pytest
from support.bodies import REASON
from support.cast import BY_KEY, add_person
from support.daemon import Daemon
from support.fixtures import needs_timers
from support.parties import KRONE, fresh


@pytest.fixture(scope="module")
def daemon(database):
    """What goes wrong in its database here is meant to."""
    daemon = Daemon(database).start()
    yield daemon
    daemon.stop(allowed=("db.failed",))


@pytest.fixture(scope="module")
def writers(database, daemon):
    """Process ids of its connections for writing."""
    return [row[0] for row in database.backends("application_name = 'trinnd write'")]


@pytest.fixture(scope="module")
def other_daemon(database, writers):
    """On the same database, by which things change while the first one's writes stand still."""
    daemon = Daemon(database).start()
    yield daemon
    daemon.stop()


@pytest.fixture(scope="module")
def elsewhere(other_daemon):
    """The same person, speaking to the other daemon."""
    return lambda person: person.another(url=other_daemon.url)


@contextlib.contextmanager
def writes_held(pids):
    for pid in pids:
        os.kill(pid, signal.SIGSTOP)
    try:
        yield
    finally:
        for pid in pids:
            os.kill(pid, signal.SIGCONT)


def meanwhile(writers, send, change):
    """The reply to a command that was decided before `change` and applied after it."""
    with ThreadPoolExecutor(1) as pool:
        with writes_held(writers):
            pending = pool.submit(send)
            time.sleep(0.3)
            assert not pending.done()
            change()
        return pending.result()


@pytest.fixture
def during(writers, other_daemon):
    return lambda send, change: meanwhile(writers, send, change)


@contextlib.contextmanager
def trigger(database, table, timing, code):
    """A trigger on a table that runs this PL/pgSQL."""
    name = fresh("t").replace("-", "_")
    kind = "constraint trigger" if "deferred" in timing else "trigger"
    when, _, deferral = timing.partition("; ")
    database.run(
        f"create sequence trinn.{name}_seq; grant all on trinn.{name}_seq to public;"
        f" create function trinn.{name}() returns trigger language plpgsql security definer as"
        f" $$ begin {code.format(seq=f'trinn.{name}_seq')} return new; end $$;"
        f" create {kind} {name} {when} on trinn.{table} {deferral}"
        f" for each row execute function trinn.{name}()"
    )
    try:
        yield
    finally:
        database.run(
            f"drop trigger {name} on trinn.{table}; drop function trinn.{name}();"
            f" drop sequence trinn.{name}_seq"
        )


# ---- what a decision rested on


def test_a_state_that_changed_meanwhile_is_met_by_deciding_anew(world, during, elsewhere):
    application = world.hub.apply()
    take = lambda: world.county.caseworker.attempt(application, "take", if_match="*")
    withdraw = lambda: elsewhere(world.hub.signatory).do(application, "withdraw", REASON)
    during(take, withdraw).refused("state-conflict", 409)
    actions = [e["action"] for e in world.county.auditor.items(application / "events")]
    assert actions == ["submit", "withdraw"]
    world.assert_sound()


def test_a_version_that_changed_meanwhile_is_told(world, during, elsewhere):
    application = world.hub.apply()
    take = lambda: world.county.caseworker.attempt(application, "take")
    by_colleague = lambda: elsewhere(world.county.caseworker_b).do(application, "take")
    during(take, by_colleague).refused("version-mismatch", 412)
    taken = world.county.caseworker.read(application.path)
    assert taken["caseworker"] == "caseworker_b@trondelag"


def test_what_still_may_be_done_after_a_change_is_done(world, during, elsewhere):
    application = world.hub.apply()
    send = lambda: world.county.caseworker.attempt(application, "return", REASON, if_match="*")
    by_colleague = lambda: elsewhere(world.county.caseworker_b).do(application, "take")
    assert during(send, by_colleague).expect(200).json["state"] == "returned"
    world.assert_sound()


def test_money_that_went_meanwhile_is_not_granted_again(world, during, elsewhere):
    county = world.county
    line = county.funding_line(100_000 * KRONE)
    call = county.call(line)
    first, second = (world.recommended(call=call) for _ in range(2))
    decide = lambda: county.decision_maker.attempt(first, "decide", county.decision(first))
    by_other = lambda: elsewhere(county.decision_maker_b).do(
        second, "decide", county.decision(second)
    )
    reply = during(decide, by_other).refused("appropriation-exceeded", 409)
    assert "25\u00a0000" in reply.json["detail"]
    assert county.caseworker.items(first / "decisions") == []
    assert county.balances(line)["committed"] == 75_000 * KRONE
    world.assert_sound()


def test_what_remained_of_a_grant_and_went_meanwhile_is_not_claimed_again(
    world, during, elsewhere
):
    hub, grant = world.hub, world.accepted()
    claim = lambda: hub.signatory.post(grant / "claims", hub.claim_content(40_000 * KRONE))
    by_other = lambda: elsewhere(hub.hub_signatory_b).make(
        grant / "claims", hub.claim_content(40_000 * KRONE)
    )
    during(claim, by_other).refused("grant-exceeded", 409)
    assert hub.signatory.read(grant.path)["remainingOre"] == 35_000 * KRONE
    world.assert_sound()


def test_a_role_taken_away_meanwhile_acts_no_more(world, database, during):
    subject = fresh("leaver")
    person = add_person(database, world.issuer, subject, (BY_KEY["trondelag"], "caseworker"))
    application = world.hub.apply()
    leaver = world.client(subject)
    end = "update trinn.role_assignments set valid_to = valid_from where person_id = %s"
    reply = during(lambda: leaver.attempt(application, "take"), lambda: database.run(end, person))
    reply.refused("forbidden", 403)
    assert world.county.caseworker.read(application.path)["state"] == "submitted"


def test_a_key_answered_meanwhile_gives_that_answer(world, during, elsewhere):
    application, key = world.hub.apply(), str(uuid.uuid4())
    first = []
    take = lambda: world.county.caseworker.attempt(application, "take", key=key)
    through_other = lambda: first.append(
        elsewhere(world.county.caseworker).attempt(application, "take", key=key).expect(200)
    )
    again = during(take, through_other).expect(200)
    assert again.replayed and again.content == first[0].content
    actions = [e["action"] for e in world.county.auditor.items(application / "events")]
    assert actions == ["submit", "take"]


# ---- all or nothing


def refused_by(world, database, table, timing, code):
    """The reply to a command that meets this trigger, having changed nothing."""
    application = world.hub.apply()
    before = database.contents()
    with trigger(database, table, timing, code):
        reply = world.county.caseworker.attempt(application, "take")
    assert database.contents() == before
    return reply, application


def test_a_change_that_touches_no_row_undoes_the_whole(world, database):
    """To PostgreSQL it is no error: the trigger takes the row out of the update's hands."""
    code = "if new.state = 'in_review' then return null; end if;"
    reply, application = refused_by(
        world, database, "applications", "before update", code
    )
    reply.refused("contended", 409)
    world.county.caseworker.do(application, "take")


def test_a_fault_in_the_last_statement_undoes_the_first(world, database):
    code = "raise exception 'full' using errcode = '53100';"
    reply, _ = refused_by(world, database, "idempotency_keys", "before insert", code)
    reply.expect(500, 503)


def test_nothing_is_acknowledged_that_a_deferred_constraint_undoes(world, database):
    timing = "after insert; deferrable initially deferred"
    code = "raise exception 'late' using errcode = '23000';"
    reply, application = refused_by(world, database, "audit_events", timing, code)
    reply.refused("internal", 500)
    assert not world.county.caseworker.attempt(application, "take").expect(200).replayed


def test_no_change_without_its_audit_row_and_its_outbox_entry(world, database):
    for table in ("audit_events", "outbox"):
        code = "raise exception 'no' using errcode = '23000';"
        reply, _ = refused_by(world, database, table, "before insert", code)
        reply.refused("internal", 500)


def test_what_is_stale_again_and_again_is_given_up_after_five_tries(world, database):
    code = "perform nextval('{seq}'); raise exception 'stale' using errcode = 'TR412';"
    application = world.hub.apply()
    with trigger(database, "applications", "before update", code):
        world.county.caseworker.attempt(application, "take").refused("contended", 409)
        name = database.value(
            "select relname from pg_class where relkind = 'S' and relname like 't\\_%%'"
        )
        assert database.value(f"select last_value from trinn.{name}") == 6


@pytest.mark.parametrize("times, status", [(1, 200), (3, 200), (9, 409)])
def test_a_deadlock_is_tried_again_three_times(world, database, times, status):
    code = (
        f"if nextval('{{seq}}') <= {times} then"
        " raise exception 'deadlock' using errcode = '40P01'; end if;"
    )
    application = world.hub.apply()
    with trigger(database, "applications", "before update", code):
        reply = world.county.caseworker.attempt(application, "take").expect(status)
    assert reply.code == (None if status == 200 else "contended")


@pytest.mark.parametrize("counter", ["balances_not_negative", "grants_remaining"])
def test_a_counter_that_goes_up_and_down_meanwhile_is_no_fault_of_ours(world, database, counter):
    """What was short when it was taken is there when it is looked at, each time."""
    code = f"raise exception 'short' using errcode = '23514', constraint = '{counter}';"
    reply, application = refused_by(world, database, "applications", "before update", code)
    reply.refused("contended", 409)
    world.county.caseworker.do(application, "take")


@needs_timers
def test_who_waits_too_long_for_a_lock_is_told_to_come_again(world, database):
    application = world.hub.apply()
    with database.holding("application", application["id"]):
        began = time.monotonic()
        reply = world.county.caseworker.attempt(application, "take").refused("unavailable", 503)
        assert 1.5 < time.monotonic() - began < 8 and reply.headers["Retry-After"]
    assert world.county.caseworker.do(application, "take")["state"] == "in_review"
    world.assert_sound()
