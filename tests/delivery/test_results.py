"""What came of a firm's case, measured three times, and told where the firm lets it be."""

import datetime

import pytest
from support.bodies import measurement, new_result, result_text, story
from support.delivery import enrolled

PATH = "/v1/results"


@pytest.fixture
def result(world, hub):
    return hub.signatory.make(PATH, new_result(world))


def test_an_effect_is_measured_when_reached_and_again(world, hub):
    case = {"enrolmentId": enrolled(world, hub, days_ago=184), "stage": 2}
    result = hub.signatory.make(PATH, result_text() | case)
    assert result["measurements"] == [] and result["story"] is None
    half_a_year_ago = str(world.today - datetime.timedelta(184))
    before = measurement(world, onDay=str(world.today - datetime.timedelta(185)))
    reply = hub.signatory.attempt(result, "measure", before).refused("validation-failed", 422)
    assert reply.faults == [("day-outside", "#/onDay")]
    first = measurement(world, onDay=half_a_year_ago, effectOre=-400_00)
    del first["effectBasisPoints"]
    result = hub.signatory.do(result, "measure", first)
    again = measurement(world, months=6, effectOre=-500_00)
    reply = hub.signatory.attempt(result, "measure", again).refused("validation-failed", 422)
    assert reply.faults == [("effect-one", "#/effectOre")]
    del again["effectBasisPoints"]
    result = hub.signatory.do(result, "measure", again)
    assert [
        (m["months"], m["effectBasisPoints"], m["effectOre"]) for m in result["measurements"]
    ] == [(0, None, -400_00), (6, None, -500_00)]
    reply = hub.signatory.attempt(result, "measure", measurement(world))
    assert reply.refused("validation-failed", 422).faults[0] == ("measured", "#/months")
    wrong = {"reason": "Veid med feil vekt", "effectOre": -900_00}
    result = hub.signatory.do(result, "measure", again | wrong)
    assert [(m["months"], m["effectOre"], m["reason"]) for m in result["measurements"]] == [
        (0, -400_00, None),
        (6, -900_00, wrong["reason"]),
    ]
    assert [(m["months"], m["effectOre"]) for m in result["formerMeasurements"]] == [(6, -500_00)]
    result = hub.signatory.do(result, "measure", again | wrong | {"effectOre": -700_00})
    assert len(result["formerMeasurements"]) == 2
    world.assert_sound()


def test_it_is_measured_again_in_what_it_was_first_measured_in(world, hub):
    case = {"enrolmentId": enrolled(world, hub, days_ago=184), "stage": 2}
    half_a_year_ago = str(world.today - datetime.timedelta(184))
    result = hub.signatory.make(PATH, result_text() | case)
    result = hub.signatory.do(result, "measure", measurement(world, onDay=half_a_year_ago))
    other = measurement(world, months=6, unit="timer", effectOre=1)
    del other["effectBasisPoints"]
    reply = hub.signatory.attempt(result, "measure", other).refused("validation-failed", 422)
    assert sorted(pointer for _, pointer in reply.faults) == ["#/effectOre", "#/unit"]
    assert {code for code, _ in reply.faults} == {"measured-otherwise"}
    assert "skifer på pallene" in reply.text
    result = hub.signatory.do(result, "measure", measurement(world, months=6))
    assert len(result["measurements"]) == 2


def test_it_is_measured_when_reached_first(world, hub, result):
    late = measurement(world, months=12)
    reply = hub.signatory.attempt(result, "measure", late)
    assert reply.refused("validation-failed", 422).faults == [("measure-first", "#/months")]


def test_it_is_not_measured_again_before_its_months_are_out(world, hub, result):
    result = hub.signatory.do(result, "measure", measurement(world))
    early = measurement(world, months=6)
    reply = hub.signatory.attempt(result, "measure", early).refused("validation-failed", 422)
    assert reply.faults == [("measured-early", "#/onDay")]


def test_a_result_is_said_better(world, hub, result):
    result = hub.hub_editor.do(result, "revise", result_text() | {"found": "26 % for mye"})
    assert result["found"] == "26 % for mye"


def test_a_story_is_told_by_consent_and_no_longer_when_that_is_taken_back(world, hub, result):
    caseworker = world.county.caseworker
    assert result["id"] not in [r["id"] for r in caseworker.items("/v1/stories")]
    result = hub.signatory.do(result, "tell-story", story(world))
    (told,) = [r for r in caseworker.items("/v1/stories") if r["id"] == result["id"]]
    assert told["text"] == result["story"]["text"]
    result = hub.signatory.do(result, "withdraw-story")
    assert result["story"] is None
    assert result["id"] not in [r["id"] for r in caseworker.items("/v1/stories")]
    hub.signatory.attempt(result, "withdraw-story").refused("no-story", 409)


def test_a_consent_is_to_one_text_and_not_to_what_was_taken_back(world, hub):
    """A hub asks the firm again; what the firm itself tells it consents to."""
    firm = world.firm.signatory
    enrolment = enrolled(world, hub, world.firm.orgnr, hub.county.programme(), days_ago=9)
    case = {"enrolmentId": enrolment, "stage": 2}
    result = hub.signatory.make(PATH, result_text() | case)
    told = story(world) | {"consentOn": str(world.today - datetime.timedelta(1))}
    result = hub.signatory.do(result, "tell-story", told)
    other = told | {"text": "Kameraet så alt"}
    reply = hub.signatory.attempt(result, "tell-story", other).refused("validation-failed", 422)
    assert reply.faults == [("consent-old", "#/consentOn")]
    result = hub.signatory.do(result, "tell-story", other | {"consentOn": str(world.today)})
    firm.do(firm.read(result.path), "withdraw-story")
    result = hub.signatory.read(result.path)
    for consent in (told, story(world)):
        reply = hub.signatory.attempt(result, "tell-story", consent)
        assert reply.refused("validation-failed", 422).faults == [("consent-old", "#/consentOn")]
    assert firm.do(firm.read(result.path), "tell-story", story(world))["story"]
    world.assert_sound()


def test_a_story_is_for_everybody_of_the_county_and_nothing_else_of_the_case(world, hub, result):
    result = hub.signatory.do(result, "tell-story", story(world))
    told = {"id": result["id"], "firm": result["firm"], "text": result["story"]["text"]}
    for person in (world.other_hub.signatory, world.firm.signatory, world.county.caseworker):
        assert told in person.items("/v1/stories"), person
    world.other_hub.signatory.get(result.path).refused("not-found", 404)
    assert told not in world.neighbour_hub.signatory.items("/v1/stories")


def test_consent_was_given_before_the_story_is_told(world, hub, result):
    tomorrow = {"consentOn": str(world.today + datetime.timedelta(1))}
    reply = hub.signatory.attempt(result, "tell-story", story(world) | tomorrow)
    assert reply.refused("validation-failed", 422).faults == [("date-future", "#/consentOn")]


def test_a_firm_writes_and_tells_its_own_results(world, hub):
    enrolment = enrolled(world, hub, world.firm.orgnr)
    firm = world.firm.signatory
    content = result_text() | {"enrolmentId": enrolment, "stage": 2}
    mine = firm.make(PATH, content)
    mine = firm.do(mine, "measure", measurement(world))
    mine = firm.do(mine, "tell-story", story(world))
    assert hub.signatory.read(mine.path)["story"]
    assert [r["id"] for r in firm.items(PATH, enrolmentId=enrolment)] == [mine["id"]]
    world.other_hub.signatory.get(mine.path).refused("not-found", 404)
    world.assert_sound()


def test_a_result_is_of_a_case_that_the_hub_follows(world, hub):
    theirs = enrolled(world, world.other_hub)
    content = new_result(world) | {"enrolmentId": theirs}
    reply = hub.signatory.post(PATH, content).refused("validation-failed", 422)
    assert reply.faults == [("unknown-reference", "#/enrolmentId")]


def test_a_result_is_of_a_stage_of_the_programme(world, hub):
    reply = hub.signatory.post(PATH, new_result(world) | {"stage": 7})
    assert reply.refused("validation-failed", 422).faults == [("unknown-reference", "#/stage")]


def test_a_result_is_of_a_stage_that_the_firm_came_to(world, hub):
    early = {"enrolmentId": enrolled(world, hub, stage=1), "stage": 2}
    reply = hub.signatory.post(PATH, result_text() | early)
    assert reply.refused("validation-failed", 422).faults == [("stage-not-entered", "#/stage")]
