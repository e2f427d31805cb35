"""The past of the example county as `make run` makes it: all of its hubs, each with its firms."""

import pytest
# What three years of a real county have, however it was drawn.
KINDS = {
    "a firm was granted BIO and was paid": """
        select from trinn.payments p join trinn.grants g on g.id = p.grant_id
        join trinn.funding_lines l on l.id = g.funding_line_id
        where l.code = 'bio' and p.state = 'paid'""",
    "a firm went on from Trinn 2 to BIO, with what is new": """
        select from trinn.applications a join trinn.calls c on c.id = a.call_id
        join trinn.funding_lines l on l.id = c.funding_line_id
        join trinn.passages p on p.firm_id = a.applicant_id
        where l.code = 'bio' and a.new_content is not null and p.stage = 2 and p.completed""",
    "a firm was granted BIO during Trinn 2, with the reason why both": """
        select from trinn.decision_overlaps v join trinn.applications a on a.id = v.application_id
        join trinn.calls c on c.id = a.call_id join trinn.funding_lines l on l.id = c.funding_line_id
        where l.code = 'bio' and v.grounds is not null
        and jsonb_path_exists(v.seen, '$[*] ? (@.need == "competence" && @.isGranted == true)')""",
    "the county drew cases of a hub": "select from trinn.samplings where state = 'closed'",
    "a breach was found and followed up": """
        select from trinn.sampled_cases where severity = 'breach' and followed is not null""",
    "a hub answered what was found, and the county took it": """
        select from trinn.sampling_answers where state = 'accepted'""",
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
    "a share was credited by two": """
        select from trinn.copayment_reliefs where kind = 'credit' and state = 'given'
        and decided_by <> asked_by""",
    "what was paid too much was sent back": """
        select from trinn.copayment_entries where kind = 'refund'""",
    "a payment waits for a person": "select from trinn.bank_entries where state = 'unmatched'",
    "a payment was returned": "select from trinn.bank_entries where state = 'returned'",
    "a payment for several was split": """
        select from trinn.bank_entries p join trinn.bank_entries b on p.part_of = b.id
        where b.state = 'split' and p.state = 'matched'""",
    "a bank told in camt.054": "select from trinn.bank_files where format = 'camt.054'",
    "a bank told in CSV": "select from trinn.bank_files where format = 'csv'",
    "a project has money from elsewhere": """
        select from trinn.onward_applications where outcome = 'granted'""",
    "a result was measured half a year later": "select from trinn.measurements where months = 6",
    "a result was measured a year later": "select from trinn.measurements where months = 12",
    "a firm was interviewed in its stage, in a session": """
        select from trinn.assessments a join trinn.cohort_firms f on f.enrolment_id = a.enrolment_id
        join trinn.sessions s on s.cohort_id = f.cohort_id and s.firm_id = a.firm_id
        where a.phase = 'during' and s.kind = 'interview' and s.state = 'held'
        and s.starts_at::date = a.held_on and s.place is not null""",
    "a firm was interviewed again after its stage": """
        select from trinn.assessments a join trinn.assessments b on b.enrolment_id = a.enrolment_id
        where a.phase = 'after' and b.phase = 'before'""",
    "a hub asked by a questionnaire": """
        select from trinn.assessments a join trinn.instruments i on i.id = a.instrument_id
        where i.code like 'dmi-%' and a.state = 'final'""",
    "a firm answered a survey alone": """
        select from trinn.assessments a join trinn.instruments i on i.id = a.instrument_id
        where i.kind = 'survey' and a.state = 'final'""",
    "a fagpartner's hours have a theme": """
        select from trinn.hours h join trinn.sessions s on s.id = h.session_id
        where h.state = 'invoiced' and s.theme is not null""",
    "a report that is overdue holds back a claim": """
        select from trinn.claims c join trinn.progress_reports r
        on r.application_id = c.application_id join trinn.grants g on g.id = c.grant_id
        join trinn.funding_lines l on l.id = g.funding_line_id
        where c.state = 'attested' and r.state = 'expected' and r.due_on < trinn.today()
        and l.overdue_report_blocks""",
}


def test_seven_hubs_have_about_fifty_member_firms_each_on_the_day(past):
    members = past.sql(
        "select count(distinct firm_id) from trinn.memberships"
        " where member_to is null or member_to > trinn.today() group by hub_id"
    )
    assert len(members) == 7
    assert all(45 <= n <= 55 for (n,) in members)


def test_firms_came_to_every_hub_and_left_it_in_the_three_years(past):
    moved = past.sql(
        "select count(*) filter (where member_from > h.first), count(member_to)"
        " from trinn.memberships m,"
        " (select min(at)::date as first from trinn.enrolment_steps) h group by hub_id"
    )
    assert len(moved) == 7
    assert all(came and left for came, left in moved)


@pytest.mark.parametrize("kind", KINDS)
def test_once_in_three_years(past, kind):
    assert past.one(f"select exists ({KINDS[kind]})")


def test_every_stage_of_both_programmes_says_what_it_takes_and_is_about(past):
    silent = past.sql(
        "select s.number from trinn.stages s join trinn.programmes p on p.id = s.programme_id"
        " where p.digital_parts is not null and s.number > 0 and (s.hours is null"
        " or s.capacity is null or s.digital_parts is null or s.firm_gets is null)"
    )
    assert silent == []


def test_the_aid_of_every_finished_delivery_is_settled(past):
    open_aid = past.sql(
        "select c.id from trinn.copayments c join trinn.cohort_firms f"
        " on f.enrolment_id = c.enrolment_id join trinn.cohorts k on k.id = f.cohort_id"
        " where k.stage = c.stage and k.state = 'ended' and k.ends_on < trinn.today() - 30"
        " and c.settled_aid_ore is null and not exists (select from trinn.cohort_firms g"
        " join trinn.cohorts m on m.id = g.cohort_id where g.enrolment_id = c.enrolment_id"
        " and m.stage = c.stage and m.ends_on > k.ends_on)"
    )
    assert open_aid == []


def test_the_trail_and_the_ledger_have_no_faults(past):
    assert ", 0 faults" in past.ok("audit", "verify").stdout
    assert ", 0 faults" in past.ok("ledger", "verify").stdout
