"""Several applications are decided in one request, each by itself."""

import pytest
from support.parties import KRONE


@pytest.fixture
def cases(world):
    """Three that are recommended."""
    return [world.recommended() for _ in range(3)]


def send(county, *cases, **options):
    return county.decision_maker.post("/v1/decisions", {"cases": list(cases)}, **options)


def states(world, applications):
    return [world.county.caseworker.read(a.path)["state"] for a in applications]


def test_each_is_decided_or_told_why_not(world, cases):
    county = world.county
    decided = [
        county.case(cases[0]),
        county.case(cases[1], "granted", 1 * KRONE),
        county.case(cases[2], "rejected"),
    ]
    reply = send(county, *decided).expect(200)
    first, second, third = reply.json["results"]
    assert (first["applicationId"], first["done"], first["errors"]) == (cases[0]["id"], True, [])
    assert third["done"] and not second["done"]
    (fault,) = second["errors"]
    assert (fault["code"], fault["pointer"]) == ("amount-not-full", "#/cases/1/decision/amountOre")
    assert states(world, cases) == ["granted", "recommended", "rejected"]
    assert county.grant_of(cases[0])["state"] == "offered"
    world.assert_sound()


def test_a_repeat_answers_what_was_answered(world, cases):
    county = world.county
    decided = [county.case(cases[0]), county.case(cases[1], "granted", 1 * KRONE)]
    first = send(county, *decided, key="bulk-repeat").expect(200)
    again = send(county, *decided, key="bulk-repeat").expect(200)
    assert again.replayed and not first.replayed and again.json == first.json
    send(county, county.case(cases[2]), key="bulk-repeat").refused("idempotency-key-reused", 422)
    assert states(world, cases) == ["granted", "recommended", "recommended"]
    assert len(county.decision_maker.items(cases[0] / "decisions")) == 1


def test_a_repeat_of_one_that_ended_on_the_way_goes_on_from_there(world, database, cases):
    """As after a fault of the service: what was decided stands, and its reply is not there yet."""
    county = world.county
    content = [county.case(a) for a in cases[:2]] + [county.case(cases[2], "granted", 1 * KRONE)]
    first = send(county, *content, key="bulk-cut").expect(200)
    database.run(
        "delete from trinn.idempotency_keys where operation = 'POST /v1/decisions'"
        " or operation like '%% of ' || %s",
        cases[1]["id"],
    )
    other = [county.case(cases[2], "rejected"), *content[:2]]
    again = send(county, *content, key="bulk-cut").expect(200)
    assert again.json["results"][0] == first.json["results"][0]
    (fault, *_) = again.json["results"][1]["errors"]
    assert fault["code"] == "version-mismatch" and fault["pointer"] == "#/cases/1"
    send(county, *other, key="bulk-cut").refused("idempotency-key-reused", 422)
    assert len(county.decision_maker.items(cases[0] / "decisions")) == 1


def test_content_that_changed_on_the_way_is_not_taken_for_the_first(world, database, cases):
    county = world.county
    send(county, county.case(cases[0]), key="bulk-other").expect(200)
    database.run("delete from trinn.idempotency_keys where operation = 'POST /v1/decisions'")
    changed = [county.case(a, "rejected") for a in cases[:2]]
    send(county, *changed, key="bulk-other").refused("idempotency-key-reused", 422)
    assert states(world, cases) == ["granted", "recommended", "recommended"]


def test_if_none_is_decided_the_request_is_refused(world, cases):
    county = world.county
    stale = county.case(cases[1]) | {"etag": '"v1"'}
    gone = county.case(cases[2]) | {"applicationId": "999999999"}
    reply = send(county, county.case(cases[0], "granted", 1 * KRONE), stale, gone)
    assert reply.status >= 400
    assert ("amount-not-full", "#/cases/0/decision/amountOre") in reply.faults
    assert ("version-mismatch", "#/cases/1") in reply.faults
    assert ("not-found", "#/cases/2") in reply.faults
    assert states(world, cases) == ["recommended"] * 3


def test_tried_dry_one_that_would_be_refused_is_told(world, cases):
    county = world.county
    good, bad = county.case(cases[0]), county.case(cases[1], "granted", 1 * KRONE)
    reply = send(county, good, bad, dryRun="true").expect(422)
    assert reply.faults == [("amount-not-full", "#/cases/1/decision/amountOre")]
    send(county, good, key="", dryRun="true").expect(204)
    assert states(world, cases) == ["recommended"] * 3


def test_one_is_there_once(world, cases):
    county = world.county
    twice = [county.case(cases[0]), county.case(cases[0], "rejected")]
    reply = send(county, *twice).expect(422)
    assert reply.faults == [("not-unique", "#/cases/1/applicationId")]


def test_an_etag_is_one(world, cases):
    reply = send(world.county, world.county.case(cases[0]) | {"etag": "v1"}).expect(422)
    assert [pointer for _, pointer in reply.faults] == ["#/cases/0/etag"]


def test_money_goes_in_the_order_of_the_request(world):
    """The one there is too little for is refused, and a smaller one after it is not."""
    county, hub = world.county, world.hub
    call = county.call(county.funding_line(200_000 * KRONE))
    kroner = [150_000, 60_000, 50_000]
    cases = [county.recommend(hub.apply(call, ore * KRONE)) for ore in kroner]
    content = [county.case(a) for a in cases]
    dry = send(county, *content, key="", dryRun="true").expect(409)
    assert dry.faults == [("appropriation-exceeded", "#/cases/1/decision/amountOre")]
    assert "50\xa0000" in dry.json["errors"][0]["detail"]
    send(county, content[0], content[2], key="", dryRun="true").expect(204)
    results = send(county, *content).expect(200).json["results"]
    assert [r["done"] for r in results] == [True, False, True]
    assert results[1]["errors"][0]["code"] == "appropriation-exceeded"
    world.assert_sound()


def test_only_who_decides_may(world, cases):
    content = {"cases": [world.county.case(cases[0])]}
    for client in (world.county.caseworker, world.hub.signatory):
        client.post("/v1/decisions", content).refused("forbidden", 403)
        client.post("/v1/decisions", content, key="", dryRun="true").refused("forbidden", 403)
