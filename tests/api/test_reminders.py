"""Whoever has a task with a day is reminded of it, once for each step and all together once a working day."""

import contextlib
import datetime
from concurrent.futures import ThreadPoolExecutor

import pytest
from support import conditions, specimens
from support.daemon import wait_until
from support.jobs import Jobs

REMIND = "select county_id, reminded, told from trinn.jobs_remind_of_tasks(trinn.today())"
OFF = {5, 6}  # Saturday and Sunday; trinn-jobs knows the holidays too
WHO = (
    ("hub", "signatory"),
    ("hub", "hub_editor"),
    ("firm", "firm"),
    ("county", "caseworker"),
    ("county", "caseworker_b"),
    ("county", "archivist"),
)


def days(world, n):
    return str(world.today + datetime.timedelta(days=n))


def next_day(database):
    """Whoever was reminded today may be again."""
    database.run("delete from trinn.reminder_days")


@pytest.fixture(name="remind")
def _remind(database):
    """As trinn-jobs on a working day; (reminders, persons) in the county of the cases."""

    def remind():
        next_day(database)
        database.run("select count(*) from trinn.jobs_remind_of_tasks(trinn.today() - 1000)")
        database.run("delete from trinn.reminder_days where county_id = 50")
        (row,) = [r for r in database.rows(REMIND) if r[0] == 50]
        return row[1:]

    return remind


def tasks(person, case):
    number = person.read(case.path)["caseNumber"] if "caseNumber" in case else None
    found = person.items("/v1/tasks", limit=1000)
    return [t for t in found if t["path"] == case.path or number and t["reference"] == number]


def summaries(person):
    return [n for n in person.items("/v1/notifications", limit=1000) if n["kind"] == "task.remind"]


def returned(world, due_in):
    case = specimens.make(world, world.hub, "application", "returned")
    move(world, case, due_in)
    return case


def move(world, case, due_in):
    world.database.run(
        "update trinn.applications set return_by = %s where id = %s", days(world, due_in), case["id"]
    )


def test_of_a_task_one_is_reminded_before_on_and_after_its_day(world, remind):
    signatory = world.hub.signatory
    case = returned(world, 8)
    remind()
    (task,) = tasks(signatory, case)
    assert task["operationId"] == "submitApplication" and task["remindedAt"] is None
    seen = []
    for due_in in (7, 0, -3):
        move(world, case, due_in)
        remind()
        (task,) = tasks(signatory, case)
        assert task["remindedAt"] and task["remindedAt"] not in seen
        seen.append(task["remindedAt"])
        newest = summaries(signatory)[0]
        assert (newest["path"], newest["applicationId"]) == (case.path, case["id"])
        assert newest["number"] == signatory.read(case.path)["caseNumber"]
        assert remind() == (0, 0)
    assert newest["text"] == "Dere har oppgaver med frist"
    assert tasks(world.hub.hub_editor, case) == []


def test_of_many_one_is_told_once(world, remind):
    remind()
    before = len(summaries(world.hub.signatory))
    cases = [returned(world, 3) for _ in range(4)]
    reminded, told = remind()
    assert reminded >= 4 > told
    assert len(summaries(world.hub.signatory)) == before + 1
    newest = summaries(world.hub.signatory)[0]
    assert (newest["path"], newest["applicationId"]) == ("/v1/tasks", None)
    for case in cases:
        assert tasks(world.hub.signatory, case)[0]["remindedAt"]


def overdue_case(world):
    case = world.county.caseworker.do(world.hub.apply(), "take")
    sent = "update trinn.applications set submitted_at = now() - interval '30 days' where id = %s"
    world.database.run(sent, case["id"])
    return case


def test_whoever_has_the_case_is_reminded_and_who_stands_in_for_them(world, remind):
    caseworker, colleague = world.county.caseworker, world.county.caseworker_b
    remind()
    case = overdue_case(world)
    before = len(summaries(caseworker))
    remind()
    assert any(t["remindedAt"] for t in tasks(caseworker, case))
    assert len(summaries(caseworker)) == before + 1
    assert summaries(caseworker)[0]["path"] == case.path
    read = caseworker.post(f"/v1/notifications/{summaries(caseworker)[0]['id']}/read").expect(200)
    assert read.json["readAt"]
    assert case["id"] not in [n["applicationId"] for n in summaries(colleague)]
    standin = caseworker.make(
        "/v1/standins",
        {
            "standinId": colleague.person,
            "role": "caseworker",
            "startsOn": days(world, 0),
            "endsOn": days(world, 0),
        },
    )
    remind()
    assert case["id"] in [n["applicationId"] for n in summaries(colleague)]
    assert any(t["remindedAt"] and t["onBehalfOf"] == caseworker.name for t in tasks(colleague, case))
    caseworker.do(standin, "end")


def test_what_is_reminded_of_stands_among_the_tasks(world, database, remind):
    """What tells of the tasks and what reminds of them say the same."""
    for kind, state in (
        ("application", "returned"),
        ("grant", "offered"),
        ("hearing", "raised"),
        ("amendment", "asked"),
        ("appeal", "lodged"),
        ("appeal", "forwarded"),
        ("application", "grounds_asked"),
        ("application", "in_review"),
        ("progressReport", "expected"),
        ("accessRequest", "asked"),
    ):
        specimens.make(world, world.hub, kind, state)
    conditions.given(world.hub, dueOn=days(world, 30))
    conditions.report(world.hub, conditions.given(world.hub, dueOn=days(world, 30)))
    asked = {"text": "Når begynner dere?", "answerBy": days(world, 5)}
    world.county.caseworker.make(world.hub.apply() / "messages", asked)
    database.run(
        "update trinn.applications set caseworker_id = %s, submitted_at = now() - interval '27 days'"
        " where state <> 'draft'",
        world.county.caseworker.person,
    )
    due = database.rows(
        "select p.person_id::text, p.path, p.due_on::text"
        " from (select trinn.act_as_system(50)) s, trinn.people_due(50) p"
    )
    people = {p.person: p for p in (getattr(getattr(world, party), role) for party, role in WHO)}
    listed = {
        (person, task["path"], task["dueOn"])
        for person, who in people.items()
        for task in who.items("/v1/tasks", limit=1000)
    }
    due = {row for row in due if row[0] in people}
    assert {path.split("/")[2] for _, path, _ in due} >= {
        "applications", "grants", "conditions", "hearings", "amendments", "appeals", "progress-reports",
        "access-requests", "journal-posts"
    }
    assert due - listed == set()


def test_two_at_once_and_one_that_is_cut_off_remind_once(world, database):
    returned(world, 2)
    next_day(database)
    with contextlib.closing(database.connect()) as cut, cut.cursor() as cursor:
        cursor.execute("begin")
        cursor.execute(REMIND)
        assert cursor.fetchall()
    before = len(summaries(world.hub.signatory))
    with ThreadPoolExecutor(4) as pool:
        found = [row for rows in pool.map(lambda _: all_of(database), range(4)) for row in rows]
    assert sorted(c for c, _, _ in found) == sorted(
        i for i, in database.rows("select id from trinn.counties")
    )
    assert len(summaries(world.hub.signatory)) == before + 1


def all_of(database):
    found = []
    while rows := database.rows(REMIND):
        found += rows
    return found


def test_trinn_jobs_reminds_on_working_days(world, database):
    case = returned(world, 1)
    next_day(database)
    first, second = (Jobs(database, reminders_every_s=1) for _ in range(2))
    try:
        wait_until(lambda: first.events("jobs.ready") or second.events("jobs.ready"), 20, "one to work")
        if world.today.weekday() in OFF:
            assert not tasks(world.hub.signatory, case)[0]["remindedAt"]
        else:
            wait_until(
                lambda: tasks(world.hub.signatory, case)[0]["remindedAt"], 20, "a reminder"
            )
    finally:
        first.stop()
        second.stop()
