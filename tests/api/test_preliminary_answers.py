"""An applicant is answered within a month, if not by the decision."""

import datetime

from support import appeals, journal
from support.bodies import REASON, preliminary_answer


def answer_due(received):
    """A month later, by the calendar."""
    month = received.month % 12 + 1
    year = received.year + received.month // 12
    for day in range(received.day, 0, -1):
        try:
            return datetime.date(year, month, day)
        except ValueError:
            pass


def received(database, application, days):
    """So many days ago."""
    query = "update trinn.applications set submitted_at = submitted_at - make_interval(days => %s) where id = %s"
    with database.connect() as connection, connection.cursor() as cursor:
        cursor.execute("set session_replication_role = replica")
        cursor.execute(query, (days, application["id"]))


def tasks(person, application):
    return [t for t in person.items("/v1/tasks?limit=200")
            if (t["operationId"], t["path"]) == ("sendPreliminaryAnswer", application.path)]  # fmt: skip


def test_an_application_says_by_when_it_is_answered(world):
    caseworker, application = world.county.caseworker, world.hub.apply()
    due = answer_due(world.today)
    assert application["answerDueOn"] == str(due)
    assert application["preliminaryAnswers"] == []
    listed = caseworker.items(f"/v1/applications?answerDueBy={due}")
    assert [a["answerDueOn"] for a in listed if a["id"] == application["id"]] == [str(due)]
    before = due - datetime.timedelta(1)
    listed = caseworker.items(f"/v1/applications?answerDueBy={before}")
    assert application["id"] not in [a["id"] for a in listed]


def test_a_preliminary_answer_says_why_and_when(world):
    hub, county = world.hub.signatory, world.county
    application = county.caseworker.read(world.hub.apply().path)
    content = preliminary_answer(world)
    answered = county.caseworker.do(application, "preliminary-answer", content)
    (answer,) = hub.read(application.path)["preliminaryAnswers"]
    assert {key: answer[key] for key in content} == content
    assert (answer["number"], answer["answeredBy"]) == (1, "caseworker@trondelag")
    assert answered["answerDueOn"] == content["expectedOn"], "then the next is due"
    (letter,) = hub.items(application / "letters")
    assert (letter["kind"], letter["state"]) == ("preliminary_answer", "waiting")
    posts = journal.posts(county.archivist, application)
    titles = [(p["postType"], p["title"].partition(":")[0]) for p in posts]
    assert ("U", "Foreløpig svar") in titles
    assert "foreløpig svar" in str(hub.items(application / "timeline"))
    world.assert_sound()


def test_none_is_sent_once_the_decision_is_made_known_or_the_case_withdrawn(world):
    county = world.county
    application = county.caseworker.read(appeals.rejected(world, world.hub).path)
    assert application["answerDueOn"] is None
    reply = county.caseworker.attempt(application, "preliminary-answer", preliminary_answer(world))
    reply.refused("no-answer-owed", 409)
    application = world.hub.apply()
    world.hub.signatory.do(application, "withdraw", REASON)
    application = county.caseworker.read(application.path)
    reply = county.caseworker.attempt(application, "preliminary-answer", preliminary_answer(world))
    reply.refused("no-answer-owed", 409)


def test_the_same_is_not_told_twice_in_a_day(world, database):
    caseworker, content = world.county.caseworker, preliminary_answer(world)
    answered = caseworker.do(world.hub.apply(), "preliminary-answer", content)
    caseworker.attempt(answered, "preliminary-answer", content).refused("answer-repeated", 409)
    assert caseworker.permitted(answered)["preliminary-answer"]["permitted"], "another may be sent"
    later = content | {"expectedOn": str(world.today + datetime.timedelta(60))}
    answered = caseworker.do(answered, "preliminary-answer", later)
    assert len(answered["preliminaryAnswers"]) == 2
    database.run(
        "set session_replication_role = replica; update trinn.preliminary_answers"
        " set answered_at = answered_at - interval '1 day' where application_id = %s",
        answered["id"],
    )
    caseworker.do(answered, "preliminary-answer", later)


def test_the_decision_is_expected_on_a_day_to_come(world):
    application = world.county.caseworker.read(world.hub.apply().path)
    content = preliminary_answer(world) | {"expectedOn": str(world.today - datetime.timedelta(1))}
    reply = world.county.caseworker.attempt(application, "preliminary-answer", content)
    assert reply.refused("validation-failed").faults == [("date-passed", "#/expectedOn")]


def test_a_caseworker_has_a_task_in_the_week_before_it_is_due(world, database):
    caseworker, application = world.county.caseworker, world.hub.apply()
    assert tasks(caseworker, application) == []
    received(database, application, 33)
    (task,) = tasks(caseworker, application)
    assert task["overdueDays"] >= 2 and task["reference"] == application["caseNumber"]
    application = caseworker.read(application.path)
    caseworker.do(application, "preliminary-answer", preliminary_answer(world))
    assert tasks(caseworker, application) == []
    received(database, application, -33)


def test_several_are_answered_at_once(world):
    caseworker = world.county.caseworker
    first, second = (caseworker.read(world.hub.apply().path) for _ in range(2))
    decided = caseworker.read(appeals.rejected(world, world.hub).path)
    answer = preliminary_answer(world)
    cases = [{"applicationId": a["id"], "etag": a.etag, "answer": answer} for a in (first, second, decided)]
    results = caseworker.post("/v1/preliminary-answers", {"cases": cases}).expect(200).json["results"]
    assert [r["done"] for r in results] == [True, True, False]
    assert [e["code"] for e in results[2]["errors"]] == ["no-answer-owed"]
    assert [len(caseworker.read(a.path)["preliminaryAnswers"]) for a in (first, second)] == [1, 1]
