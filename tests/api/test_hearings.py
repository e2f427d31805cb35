"""The party comments on what tells against it before it is decided (fvl. §§ 16, 17)."""

import datetime

import pytest
from support import grants, hearings
from support.bodies import REASON, hearing_exemption, new_hearing


def taken(world):
    return world.county.caseworker.do(world.hub.apply(), "take")


def recommend(world, application):
    county = world.county
    content = county.recommendation(application, "rejected")
    return county.caseworker.attempt(county.caseworker.read(application.path), "recommend", content)


def kinds(client, application):
    return [event["kind"] for event in client.items(application / "timeline")]


def todo(client, hearing):
    tasks = client.get("/v1/tasks").expect(200).json["items"]
    return [(t["operationId"], t["dueOn"]) for t in tasks if t["path"] == hearing.path]


def test_nothing_is_recommended_before_the_party_is_heard_and_its_comment_weighed(world):
    county, application = world.county, taken(world)
    hearing = hearings.raised(world, world.hub, application)
    recommend(world, application).refused("party-not-heard", 409)
    hearing = world.hub.signatory.read(hearing.path)
    assert hearing["told"].startswith("Banken") and hearing["source"] == "Kysten Sparebank"
    answered = world.hub.signatory.do(hearing, "answer", {"comment": "Den er fornyet."})
    assert answered["state"] == "commented"
    recommend(world, application).refused("comment-not-weighed", 409)
    weighed = county.caseworker.do(
        county.caseworker.read(hearing.path), "weigh", {"weighing": "Vi legger det til grunn."}
    )
    assert weighed["state"] == "weighed" and weighed["weighing"]
    recommend(world, application).expect(200)


def test_what_was_said_is_added_to_until_the_day_and_weighed_anew(world, database):
    county, hub, application = world.county, world.hub, taken(world)
    hearing = hub.signatory.read(hearings.answered(world, hub, application).path)
    added = hub.signatory.do(hearing, "answer", {"comment": "Og utvidet."})
    assert added["comment"] == hearing["comment"] + "\n\nOg utvidet."
    weighed = {"weighing": "Vi legger det til grunn."}
    county.caseworker.do(county.caseworker.read(hearing.path), "weigh", weighed)
    again = hub.signatory.do(hub.signatory.read(hearing.path), "answer", {"comment": "Vedlagt."})
    assert again["state"] == "commented" and again["comment"].endswith("utvidet.\n\nVedlagt.")
    recommend(world, application).refused("comment-not-weighed", 409)
    told = county.caseworker.do(county.caseworker.read(hearing.path), "weigh", weighed)
    assert told["weighing"] == weighed["weighing"]
    hearings.lapse(database, hearing)
    over = hub.signatory.read(hearing.path)
    hub.signatory.attempt(over, "answer", {"comment": "Enda mer"}).refused("commented", 409)
    recommend(world, application).expect(200)


def test_silence_until_the_day_lets_the_case_go_on(world, database):
    application = taken(world)
    hearing = hearings.raised(world, world.hub, application)
    hearings.lapse(database, hearing)
    assert world.hub.signatory.read(hearing.path)["isLapsed"]
    recommend(world, application).expect(200)
    late = world.hub.signatory.read(hearing.path)
    assert world.hub.signatory.do(late, "answer", {"comment": "Likevel"})["state"] == "commented"
    case = world.county.caseworker.read(application.path)
    refused = world.county.decision_maker.attempt(case, "decide", world.county.decision(case, "rejected"))
    refused.refused("comment-not-weighed", 409)


def test_a_recommendation_that_stands_waits_too(world):
    county = world.county
    application = world.recommended()
    hearings.raised(world, world.hub, application)
    reply = county.decision_maker.attempt(application, "decide", county.decision(application))
    reply.refused("party-not-heard", 409)
    assert not county.decision_maker.permitted(application)["decide"]["permitted"]


def test_a_decision_on_an_amendment_waits_too(world):
    county, hub = world.county, world.hub
    amendment = grants.prepared(world, hub)
    application = county.caseworker.read(f"/v1/applications/{amendment['applicationId']}")
    hearings.raised(world, hub, application, kind="notice")
    refused = county.decision_maker.attempt(amendment, "decide", {})
    refused.refused("party-not-heard", 409)


def test_how_it_was_weighed_is_told_with_the_decision(world):
    county, hub = world.county, world.hub
    application = taken(world)
    hearing = hearings.weighed(world, hub, application)
    assert hub.signatory.read(hearing.path)["weighing"] is None
    recommended = county.recommend(county.caseworker.read(application.path), "rejected")
    held = county.hold(recommended, "rejected")
    assert hub.signatory.read(hearing.path)["weighing"] is None
    county.decision_maker.do(held, "release-decision")
    assert hub.signatory.read(hearing.path)["weighing"] == "Vi legger fornyelsen til grunn."
    (decision,) = hub.signatory.items(application / "decisions")
    (heard,) = decision["hearings"]
    assert heard["comment"].startswith("Kreditten") and heard["weighing"].startswith("Vi legger")


def test_its_letter_says_so(world, database):
    county = world.county
    application = taken(world)
    hearings.weighed(world, world.hub, application)
    county.decide(county.recommend(county.caseworker.read(application.path), "rejected"), "rejected")
    told = database.value(
        "select string_agg(b->>'text', '|') from trinn.letters l,"
        " json_array_elements(trinn.jobs_letter_content(l.county_id, l.id)->'blocks') b"
        " where l.application_id = %s",
        application["id"],
    )
    assert "Dere har uttalt: Kreditten er fornyet" in told
    assert "Slik har vi vurdert det: Vi legger fornyelsen" in told


def test_who_waits_has_a_task_with_its_day(world, database):
    hub, county = world.hub, world.county
    hearing = hearings.raised(world, hub)
    assert todo(hub.signatory, hearing) == [("answerHearing", hearing["answerBy"])]
    assert todo(county.caseworker, hearing) == []
    hub.signatory.do(hub.signatory.read(hearing.path), "answer", {"comment": "Fornyet"})
    assert todo(hub.signatory, hearing) == []
    assert todo(county.caseworker, hearing) == [("weighHearing", None)]
    quiet = hearings.raised(world, hub)
    hearings.lapse(database, quiet)
    assert todo(hub.signatory, quiet) == []


def test_what_the_law_excepts_is_the_countys_own(world):
    hub, application = world.hub, taken(world)
    before = kinds(hub.signatory, application)
    hearing = hearings.exempt(world, hub, application)
    assert hearing["state"] == "exempt" and hearing["exemption"]["basis"].startswith("§ 17")
    assert hearing["exemption"]["name"]["en"]
    hub.signatory.get(hearing.path).refused("not-found", 404)
    assert hub.signatory.items(application / "hearings") == []
    assert kinds(hub.signatory, application) == before
    assert "hearing.exempt-hearing" in kinds(world.county.caseworker, application)
    recommend(world, application).expect(200)


def test_each_duty_has_its_own_grounds(world):
    application = taken(world)
    for kind, ground in (("information", "known"), ("notice", "urgent")):
        content = hearing_exemption(world, kind, ground)
        reply = world.county.caseworker.attempt(application, "exempt-hearing", content).expect(422)
        assert reply.code == "hearing-ground" or ("hearing-ground", "#/ground") in reply.faults
    for kind, ground in (("information", "urgent"), ("notice", "known")):
        assert hearings.exempt(world, world.hub, application, kind=kind, ground=ground)


def test_it_is_in_the_journal_both_ways(world, database):
    hearing = hearings.answered(world, world.hub)
    posts = database.rows(
        "select post_type, document_type, content::text from trinn.journal_posts"
        " where object_kind = 'hearing' and object_id = %s order by number",
        hearing["id"],
    )
    assert [tuple(p[:2]) for p in posts] == [("U", "KORR"), ("I", "UTTALELSE")]
    assert "Banken" in posts[0][2] and "Kreditten" in posts[1][2]


def test_one_that_is_withdrawn_holds_nothing_up(world):
    application = taken(world)
    hearing = hearings.raised(world, world.hub, application)
    world.county.caseworker.do(hearing, "withdraw", REASON)
    assert todo(world.hub.signatory, hearing) == []
    recommend(world, application).expect(200)


def test_after_the_decision_there_is_nothing_to_comment_on(world, database):
    county, application = world.county, taken(world)
    hearing = hearings.raised(world, world.hub, application)
    hearings.lapse(database, hearing)
    county.decide(county.recommend(county.caseworker.read(application.path), "rejected"), "rejected")
    reply = world.hub.signatory.attempt(
        world.hub.signatory.read(hearing.path), "answer", {"comment": "For sent"}
    )
    reply.refused("hearing-over", 409)


@pytest.mark.parametrize("days, status", [(6, 422), (7, 201)])
def test_the_party_has_time_to_comment(world, days, status):
    day = str(world.today + datetime.timedelta(days))
    content = new_hearing(world, answerBy=day)
    reply = world.county.caseworker.attempt(taken(world), "hearings", content).expect(status)
    if status == 422:
        assert reply.code == "hearing-too-short" or ("hearing-too-short", "#/answerBy") in reply.faults
