"""The past that `trinn history` gives the example county, with few firms."""

import contextlib
import re
import subprocess
import time

import pytest
import requests
from support import ROOT
from support.daemon import Daemon, free_port, wait_until
from support.trinn import TRINN, Trinn, open_folder

REGISTER = ROOT / "sql/reference/enheter_synthetic.json.gz"
# What hubs, firms and the county did, in words and figures, without ids and moments.
DONE = """
select s.at::date, h.orgnr, f.orgnr, s.to_state, s.stage, s.reason, s.explanation
from trinn.enrolment_steps s join trinn.organisations h on h.id = s.hub_id
	join trinn.organisations f on f.id = s.firm_id order by s.enrolment_id, s.seq;
select h.orgnr, f.orgnr, m.member_from, m.member_to from trinn.memberships m
	join trinn.organisations h on h.id = m.hub_id
	join trinn.organisations f on f.id = m.firm_id order by m.id;
select s.starts_at, s.title, s.theme, s.held_minutes, f.orgnr, a.head_count, b.score
from trinn.sessions s join trinn.attendances a on a.session_id = s.id
	join trinn.organisations f on f.id = a.firm_id
	left join trinn.feedback b on b.session_id = a.session_id and b.firm_id = a.firm_id
order by s.id, f.orgnr;
select kid, state, amount_ore, open_ore, due_on, reminders from trinn.copayments order by id;
select d.outcome, d.amount_ore, d.grounds from trinn.decisions d order by d.id;
select p.reference, p.amount_ore, p.paid_on, p.state from trinn.payments p order by p.id;
select r.found, m.months, m.effect_ore, m.effect_bp
from trinn.results r join trinn.measurements m on m.result_id = r.id order by r.id, m.months
"""


class Past(Trinn):
    """With a database from before the history, to make it anew."""

    def prepare(self):
        self.ok("cluster", "start")
        self.ok("migrate")
        self.ok("import", REGISTER)
        self.ok("example")
        self.sql("create database before template trinn", dbname="postgres")

    def forget(self):
        self.sql("drop database trinn", dbname="postgres")
        self.sql("create database trinn template before", dbname="postgres")

    def make(self, seed, firms):
        return self.ok("history", "--seed", str(seed), "--firms", str(firms), "--port", self.port)

    def done(self):
        return [self.sql(query) for query in DONE.split(";")]


@pytest.fixture(scope="module")
def past():
    with open_folder() as folder:
        one = Past(folder / "state")
        one.port = str(free_port())
        one.prepare()
        one.said = one.make(7, 3).stdout
        yield one
        one.ok("clean")


def is_ready(port):
    with contextlib.suppress(requests.ConnectionError):
        return requests.get(f"http://127.0.0.1:{port}/readyz", timeout=20).ok
    return False


def told(past, words):
    return int(re.search(rf"(\d+) {words}", past.said).group(1))


@pytest.fixture(scope="module")
def funnel(past):
    """As the programme lead reads it."""
    daemon = Daemon(past, development="true").start()
    token = past.ok("token", "petter.programme_lead").stdout.strip()
    answer = requests.get(
        daemon.url + "/v1/reports/funnel", headers={"Authorization": f"Bearer {token}"}, timeout=30
    )
    daemon.stop()
    assert answer.status_code == 200, answer.text
    return answer.json()


def test_seven_hubs_have_firms_of_their_own_area(past):
    assert past.one("select count(distinct hub_id) from trinn.memberships") == 7
    strangers = past.sql(
        "select f.orgnr from trinn.memberships m join trinn.organisations f on f.id = m.firm_id"
        " where not exists (select from trinn.hub_areas a where a.hub_id = m.hub_id"
        " and f.municipality_no = any (a.municipalities))"
    )
    assert strangers == []


def test_every_hub_has_as_many_member_firms_on_the_day_as_asked_for_and_others_left_it(past):
    members = past.sql(
        "select count(*) filter (where member_to is null), count(member_to)"
        " from trinn.memberships group by hub_id"
    )
    assert all(n_members == 3 and n_left > 0 for n_members, n_left in members)


def test_cohorts_ran_in_each_of_three_years_and_in_both_programmes(past):
    ran = past.sql(
        "select p.code, extract(year from c.starts_on) from trinn.cohorts c"
        " join trinn.programmes p on p.id = c.programme_id"
    )
    assert {code for code, _ in ran} == {"baerekraft-trondelag", "industri-40-trondelag"}
    assert len({year for _, year in ran}) == 3


def test_the_trail_and_the_ledger_of_the_past_have_no_faults(past):
    assert ", 0 faults" in past.ok("audit", "verify").stdout
    assert ", 0 faults" in past.ok("ledger", "verify").stdout


def test_nothing_happened_today_or_before_the_first_year(past):
    first, last = past.sql("select min(at)::date, max(at)::date from trinn.enrolment_steps")[0]
    today = past.one("select current_date")
    assert today.year - 3 <= first.year <= today.year - 2
    assert last < today


def test_no_stage_and_no_cohort_has_more_firms_than_places(past):
    assert past.sql("select * from trinn.stage_places where taken > capacity") == []
    crowded = past.sql(
        "select c.id from trinn.cohorts c join trinn.cohort_firms f on f.cohort_id = c.id"
        " and f.left_on is null group by c.id, c.capacity having count(*) > c.capacity"
    )
    assert crowded == []


def test_the_funnel_says_what_was_made(past, funnel):
    figures = {
        "prospects": "prospects",
        "assessed": "interviews",
        "enrolled": "enrolled in a stage",
        "completed": "stages completed",
        "dropped": "dropped out",
    }
    counted = {name: told(past, words) for name, words in figures.items()}
    assert {name: funnel["total"][name] for name in figures} == counted
    assert all(counted.values())


def test_hours_were_confirmed_and_shares_paid_by_a_bank_file(past):
    assert past.one("select count(*) from trinn.hours where state in ('confirmed', 'invoiced')") > 0
    paid = "select count(*) from trinn.copayments where state = 'paid'"
    assert past.one(paid) > 0
    assert past.one("select count(*) from trinn.bank_entries where state = 'matched'") > 0


def test_no_more_is_claimed_for_an_invoice_than_it_is_of(past):
    amounts = past.sql(
        "select c.amount_ore, i.amount_ore from trinn.claim_costs c"
        " join trinn.organisations o on o.orgnr = c.supplier_orgnr join trinn.partner_invoices i"
        " on i.partner_id = o.id and i.number = c.invoice_number"
    )
    assert amounts and all(claimed == invoiced for claimed, invoiced in amounts)


def test_a_past_is_made_once(past):
    before = past.done()
    assert past.make(8, 3).stdout == ""
    assert past.done() == before


def test_one_seed_gives_the_same_past_and_another_seed_another(past):
    first = past.done()
    past.forget()
    past.make(7, 3)
    assert past.done() == first
    past.forget()
    past.make(8, 3)
    assert past.done() != first


def test_without_libfaketime_there_is_no_past_and_it_is_told_what_to_install(past, tmp_path):
    past.forget()
    said = past.ok("history", "--faketime", str(tmp_path / "libfaketime.so.1"), "--port", past.port)
    assert said.stdout == ""
    assert said.stderr.splitlines() == [
        "trinn: warning: there is no libfaketime: the example county has no past",
        'trinn: hint: "apt-get install faketime" brings it',
    ]
    assert past.one("select count(*) from trinn.programmes") == 0


def test_a_past_that_was_interrupted_is_undone(past):
    past.forget()
    command = [TRINN, "history", "--port", past.port, "--state", past.state]
    making = subprocess.Popen(command, stdin=subprocess.DEVNULL)
    try:
        wait_until(lambda: (past.state / "cluster/clock").exists(), 60, "the past")
        wait_until(lambda: is_ready(past.port), 60, "the daemon")
    finally:
        making.kill()
        making.wait()
    past.ok("stop")
    past.ok("cluster", "start")
    assert past.one("select count(*) from trinn.programmes") == 0
    assert abs(float(past.one("select extract(epoch from now())")) - time.time()) < 60


def test_a_past_that_cannot_be_completed_leaves_nothing(past, tmp_path):
    share = tmp_path / "share"
    (share / "sql").mkdir(parents=True)
    for name in ("migrations", "queries", "policies"):
        (share / "sql" / name).symlink_to(ROOT / "sql" / name)
    (share / "sql/reference").mkdir()
    for path in (ROOT / "sql/reference").iterdir():
        (share / "sql/reference" / path.name).symlink_to(path)
    scenes = share / "sql/reference/history.json"
    text = scenes.read_text(encoding="utf-8")
    scenes.unlink()
    scenes.write_text(text.replace('"open calls": [', '"calls": ['), encoding="utf-8")
    past.forget()
    assert "as it was before" in past.refused("history", "--share", share, "--port", past.port)
    assert past.one("select count(*) from trinn.programmes") == 0
    assert past.one("show synchronous_commit") == "on"
