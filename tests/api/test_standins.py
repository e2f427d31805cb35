"""Somebody sees to the tasks of who is away, as themselves."""

import datetime

import pytest
from support.standins import for_caseworker


@pytest.fixture(name="away")
def _away(world):
    """The caseworker, today; their colleague stands in."""
    today = str(world.today)
    content = for_caseworker(world, startsOn=today, endsOn=today)
    standin = world.county.caseworker.make("/v1/standins", content)
    yield standin
    if world.county.caseworker.read(standin.path)["endedBy"] is None:
        world.county.caseworker.do(standin, "end")


def tasks_of(person, case):
    return [t for t in person.items("/v1/tasks", limit=1000) if t["reference"] == case["caseNumber"]]


def test_the_tasks_of_who_is_away_are_the_stand_ins_too(world, away):
    case = world.county.caseworker.do(world.hub.apply(), "take")
    (own,) = tasks_of(world.county.caseworker, case)
    (task,) = tasks_of(world.county.caseworker_b, case)
    assert own["onBehalfOf"] is None
    assert task["onBehalfOf"] == world.county.caseworker.name
    assert task["operationId"] == own["operationId"] == "recommendApplication"
    ended = world.county.caseworker.do(away, "end")
    assert ended["endsOn"] == str(world.today - datetime.timedelta(days=1))
    assert tasks_of(world.county.caseworker_b, case) == []


def test_the_trail_says_on_whose_behalf(world, away):
    case = world.county.caseworker.do(world.hub.apply(), "take")
    content = world.county.recommendation(case)
    recommended = world.county.caseworker_b.do(case, "recommend", content)
    event = world.county.auditor.items(recommended / "events")[-1]
    assert event["person"]["id"] == world.county.caseworker_b.person
    assert event["detail"]["onBehalfOf"] == world.county.caseworker.person


def test_nobody_becomes_two_persons_by_it(world, away):
    """Who reviews a claim in another's place has reviewed it, and is no second person to it."""
    grant = world.accepted(world.hub)
    claim = world.hub.claim(grant)
    reviewed = world.county.caseworker_b.do(claim, "review", {"approvedOre": claim["amountOre"]})
    assert reviewed["state"] == "reviewed"
    facts = world.database.rows("select reviewed_by from trinn.claims where id = %s", claim["id"])
    assert str(facts[0][0]) == world.county.caseworker_b.person


def test_one_names_ones_own_stand_in(world):
    content = for_caseworker(world, personId=world.county.caseworker.person)
    reply = world.county.decision_maker.post("/v1/standins", content)
    reply.refused("standin-of-other", 403)
    change = {"personId": content["personId"], "leaderId": world.county.decision_maker.person}
    world.county.set_up("/v1/leaders", change)
    standin = world.county.decision_maker.make("/v1/standins", content)
    assert standin["namedBy"]["name"] == world.county.decision_maker.name
    world.county.decision_maker.do(standin, "end")
    world.county.set_up("/v1/leaders", {"personId": content["personId"]})


def test_a_stand_in_has_the_role_on_all_of_the_days(world):
    content = for_caseworker(world, standinId=world.county.attestant.person)
    reply = world.county.caseworker.post("/v1/standins", content)
    reply.refused("standin-without-role", 409)
    content = for_caseworker(world, role="secretary")
    faults = world.county.caseworker.post("/v1/standins", content).expect(409, 422).faults
    assert ("standin-no-role", "#/role") in faults


def test_one_at_a_time(world):
    content = for_caseworker(world)
    world.county.caseworker.make("/v1/standins", content)
    world.county.caseworker.post("/v1/standins", content).refused("standin-named", 409)
