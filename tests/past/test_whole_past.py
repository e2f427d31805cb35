"""The past of the example county as `make run` makes it: all of its hubs, each with its firms."""

import pytest
from support import ROOT
from support.daemon import free_port
from support.trinn import Trinn, open_folder

REGISTER = ROOT / "sql/reference/enheter_synthetic.json.gz"
# What three years of a real county have, however it was drawn.
KINDS = {
    "a firm was granted BIO and was paid": """
        select from trinn.payments p join trinn.funding_lines l on l.id = p.funding_line_id
        where l.code = 'bio' and p.state = 'paid'""",
    "the county drew cases of a hub": "select from trinn.samplings where state = 'closed'",
    "a breach was found and followed up": """
        select from trinn.sampled_cases where severity = 'breach' and followed is not null""",
    "a gate was waived": "select from trinn.gate_waivers where state = 'given'",
    "a firm was handed over with consent": """
        select from trinn.handovers where state = 'accepted'
        and (consent_by is not null or consented_by is not null)""",
    "a firm came back after it dropped out": """
        select from trinn.enrolment_steps where from_state = 'dropped_out'""",
    "a firm waited for a place": "select from trinn.enrolment_steps where to_state = 'waiting'",
    "a firm was reminded": "select from trinn.copayments where reminders > 0",
    "a share is overdue": """
        select from trinn.copayments where state in ('invoiced', 'part_paid')
        and due_on < trinn.today()""",
    "a share was written off by two": """
        select from trinn.copayment_reliefs where kind = 'write_off' and state = 'given'
        and decided_by <> asked_by""",
    "a share was waived by two": """
        select from trinn.copayment_reliefs where kind = 'waive' and state = 'given'
        and decided_by <> asked_by""",
    "a share was paid in parts": """
        select from trinn.copayment_entries where kind = 'pay' group by copayment_id
        having count(*) > 1""",
    "what was paid too much was sent back": """
        select from trinn.copayment_entries where kind = 'refund'""",
    "a payment waits for a person": "select from trinn.bank_entries where state = 'unmatched'",
    "a payment was returned": "select from trinn.bank_entries where state = 'returned'",
    "a bank told in camt.054": "select from trinn.bank_files where format = 'camt.054'",
    "a bank told in CSV": "select from trinn.bank_files where format = 'csv'",
    "a project has money from elsewhere": """
        select from trinn.onward_applications where outcome = 'granted'""",
    "a result was measured a year later": "select from trinn.measurements where months = 12",
}


@pytest.fixture(scope="module")
def past():
    with open_folder() as folder:
        one = Trinn(folder / "state")
        one.ok("cluster", "start")
        one.ok("migrate")
        one.ok("import", REGISTER)
        one.ok("example")
        one.ok("history", "--port", str(free_port()))
        yield one
        one.ok("clean")


def test_seven_hubs_have_about_fifty_firms_each(past):
    firms = past.sql("select count(distinct firm_id) from trinn.memberships group by hub_id")
    assert len(firms) == 7
    assert all(40 <= n <= 60 for (n,) in firms)


@pytest.mark.parametrize("kind", KINDS)
def test_once_in_three_years(past, kind):
    assert past.one(f"select exists ({KINDS[kind]})")


def test_the_aid_of_every_finished_delivery_is_settled(past):
    open_aid = past.sql(
        "select c.id from trinn.copayments c join trinn.cohort_firms f"
        " on f.enrolment_id = c.enrolment_id join trinn.cohorts k on k.id = f.cohort_id"
        " where k.stage = c.stage and k.state = 'ended' and k.ends_on < trinn.today() - 30"
        " and c.settled_aid_ore is null"
    )
    assert open_aid == []


def test_the_trail_and_the_ledger_have_no_faults(past):
    assert ", 0 faults" in past.ok("audit", "verify").stdout
    assert ", 0 faults" in past.ok("ledger", "verify").stdout
