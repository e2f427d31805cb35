"""Progress reports of hubs: expected by schedule, submitted, returned and approved; and how one that
is missing holds back a payment."""

import datetime

import pytest
from support.bodies import REASON, REPORT, new_report
from support.parties import KRONE

PATH = "/v1/progress-reports"


def reports_of(person, grant):
    found = person.items(PATH, applicationId=grant["applicationId"])
    return sorted(found, key=lambda report: report["dueOn"])


@pytest.fixture
def grant(world):
    """Of a line that asks for a report every third month and holds back payment."""
    line = world.county.funding_line(reportEveryMonths=3, overdueReportBlocks=True)
    world.ensure_account(world.hub)
    return world.accepted(call=world.county.call(line))


def test_the_schedule_is_made_when_the_grant_is_accepted(world, hub, grant):
    """Of 300 days, three times three months and what is left; each is due two weeks after."""
    reports = reports_of(hub.signatory, grant)
    assert len(reports) == 4 and all(r["state"] == "expected" for r in reports)
    first, last = (
        [datetime.date.fromisoformat(r[day]) for r in reports] for day in ("periodFrom", "periodTo")
    )
    one_day = datetime.timedelta(1)
    assert first == [world.today] + [day + one_day for day in last[:-1]]
    assert [(day.month - world.today.month) % 12 for day in first] == [0, 3, 6, 9]
    assert last[-1] == world.today + datetime.timedelta(300)
    assert [r["dueOn"] for r in reports] == [str(day + 14 * one_day) for day in last]
    world.assert_sound()


def test_a_line_without_a_schedule_expects_none(world, hub):
    assert reports_of(hub.signatory, world.accepted()) == []


def test_a_report_is_submitted_returned_and_approved(world, hub, grant):
    county = world.county
    report = county.caseworker.make(PATH, new_report(world, grant["applicationId"]))
    report = hub.hub_editor.do(hub.hub_editor.read(report.path), "submit", REPORT)
    assert (report["state"], report["content"]) == ("submitted", REPORT)
    report = county.caseworker.do(report, "return", REASON)
    assert (report["state"], report["returnReason"]) == ("returned", REASON["reason"])
    report = hub.signatory.do(report, "submit", REPORT | {"firmsReached": 9})
    report = county.caseworker.do(report, "approve")
    assert report["state"] == "approved" and report["returnReason"] is None
    hub.signatory.attempt(report, "submit", REPORT).refused("state-conflict", 409)
    events = county.auditor.items(f"/v1/applications/{grant['applicationId']}/events")
    assert [e["action"] for e in events[-4:]] == ["submit", "return", "submit", "approve"]
    world.assert_sound()


def test_a_report_is_submitted_when_its_period_is_over_and_those_before_it_are(world, hub, grant):
    """Else the one that holds back a payment could be sent before there is anything to tell."""
    first = hub.signatory.read(f"{PATH}/{reports_of(hub.signatory, grant)[0]['id']}")
    hub.signatory.attempt(first, "submit", REPORT).refused("report-early", 409)
    content = new_report(world, grant["applicationId"])
    late = {"dueOn": str(world.today + datetime.timedelta(11))}
    early = {"dueOn": str(world.today + datetime.timedelta(5))}
    later, earlier = (world.county.caseworker.make(PATH, content | due) for due in (late, early))
    later, earlier = (hub.signatory.read(report.path) for report in (later, earlier))
    hub.signatory.attempt(later, "submit", REPORT).refused("report-order", 409)
    hub.signatory.do(earlier, "submit", REPORT)
    hub.signatory.do(later, "submit", REPORT)


def test_a_caseworker_expects_one_more(world, hub, grant):
    content = new_report(world, grant["applicationId"])
    made = world.county.caseworker.make(PATH, content)
    assert reports_of(hub.signatory, grant)[0]["id"] == made["id"]
    world.county.caseworker.post(PATH, content).refused("duplicate", 409)
    reply = world.county.caseworker.post(PATH, content | {"dueOn": "2099-01-01"})
    assert reply.refused("validation-failed", 422).faults == [("day-outside", "#/dueOn")]
    yesterday = {"dueOn": str(world.today - datetime.timedelta(1))}
    reply = world.county.caseworker.post(PATH, content | yesterday)
    assert ("date-passed", "#/dueOn") in reply.refused("validation-failed", 422).faults
    content = new_report(world, grant["applicationId"]) | {"periodFrom": "2020-01-01"}
    reply = world.county.caseworker.post(PATH, content)
    assert reply.refused("validation-failed", 422).faults == [("period-outside", "#/periodFrom")]


def attested(world, grant):
    claim = world.hub.claim(grant, 1_000 * KRONE)
    return world.county.attest(world.county.review(claim))


def let_pass(database, report):
    yesterday = (
        "update trinn.progress_reports set period_from = trinn.today() - 1,"
        " period_to = trinn.today() - 1, due_on = trinn.today() - 1 where id = %s"
    )
    database.run("set session_replication_role = replica; " + yesterday, report["id"])


def test_one_that_is_overdue_holds_back_a_payment_until_it_is_submitted(
    world, database, hub, grant
):
    claim = attested(world, grant)
    report = reports_of(hub.signatory, grant)[0]
    let_pass(database, report)
    world.county.releaser.attempt(claim, "release").refused("report-overdue", 409)
    reasons = world.county.releaser.permitted(claim)["release"]["reasons"]
    assert [r["code"] for r in reasons] == ["report-overdue"]
    report = hub.signatory.read(f"{PATH}/{report['id']}")
    assert report["isOverdue"]
    hub.signatory.do(report, "submit", REPORT)
    assert world.county.release(world.county.releaser.read(claim.path))["state"] == "released"


def test_one_that_is_returned_has_a_day_of_its_own_and_holds_back_nothing_before_it(
    world, database, hub, grant
):
    claim = attested(world, grant)
    report = reports_of(hub.signatory, grant)[0]
    let_pass(database, report)
    first_due = str(world.today - datetime.timedelta(1))
    report = hub.signatory.do(hub.signatory.read(f"{PATH}/{report['id']}"), "submit", REPORT)
    caseworker = world.county.caseworker
    for day in (first_due, "2099-01-01"):
        reply = caseworker.attempt(report, "return", REASON | {"dueOn": day})
        assert reply.refused("validation-failed", 422).faults == [("day-outside", "#/dueOn")]
    report = caseworker.do(report, "return", REASON)
    assert not report["isOverdue"]
    in_two_weeks = str(world.today + datetime.timedelta(14))
    assert (report["dueOn"], report["firstDueOn"]) == (in_two_weeks, first_due)
    assert world.county.releaser.permitted(claim)["release"]["permitted"]
    report = hub.signatory.do(report, "submit", REPORT)
    report = caseworker.do(report, "return", REASON | {"dueOn": str(world.today)})
    event = world.county.auditor.items(f"/v1/applications/{grant['applicationId']}/events")[-1]
    assert event["detail"] == {"wasDueOn": in_two_weeks, "dueOn": str(world.today)}
    database.run(
        "set session_replication_role = replica; update trinn.progress_reports"
        " set due_again_on = trinn.today() - 1 where id = %s",
        report["id"],
    )
    assert caseworker.read(report.path)["isOverdue"]
    assert report["id"] in [r["id"] for r in caseworker.items(PATH, overdue="true")]
    world.county.releaser.attempt(claim, "release").refused("report-overdue", 409)


def test_on_other_lines_it_holds_back_nothing(world, database, hub):
    line = world.county.funding_line(reportEveryMonths=3)
    grant = world.accepted(call=world.county.call(line))
    claim = attested(world, grant)
    let_pass(database, reports_of(hub.signatory, grant)[0])
    assert world.county.release(claim)["state"] == "released"


def test_another_hub_and_a_firm_see_none(world, hub, grant):
    assert reports_of(world.other_hub.signatory, grant) == []
    assert reports_of(world.firm.signatory, grant) == []


def test_a_report_expected_by_mistake_is_told_of_and_withdrawn(world, hub, grant):
    caseworker = world.county.caseworker
    scheduled = reports_of(hub.signatory, grant)[0]
    content = new_report(world, grant["applicationId"])
    mistaken = caseworker.make(PATH, content)
    assert [report["id"] for report in mistaken["overlaps"]] == [scheduled["id"]]
    withdrawn = caseworker.do(mistaken, "withdraw", REASON)
    assert (withdrawn["state"], withdrawn["withdrawReason"]) == ("withdrawn", REASON["reason"])
    assert withdrawn["overlaps"] == hub.signatory.read(f"{PATH}/{scheduled['id']}")["overlaps"] == []
    hub.signatory.attempt(withdrawn, "submit", REPORT).refused("state-conflict", 409)
    again = caseworker.make(PATH, content)
    again = hub.signatory.do(again, "submit", REPORT)
    caseworker.attempt(again, "withdraw", REASON).refused("state-conflict", 409)


def test_a_withdrawn_report_holds_back_no_payment(world, database, hub, grant):
    caseworker = world.county.caseworker
    mistaken = caseworker.make(PATH, new_report(world, grant["applicationId"]))
    let_pass(database, mistaken)
    claim = attested(world, grant)
    world.county.releaser.attempt(claim, "release").refused("report-overdue", 409)
    caseworker.do(caseworker.read(mistaken.path), "withdraw", REASON)
    assert world.county.releaser.do(claim, "release")["state"] == "released"
