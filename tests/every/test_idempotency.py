"""Idempotency-Key: a lost answer is had again by asking again, and nothing is done twice."""

import json
import uuid
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing

import pytest
from support.bodies import REASON
from support.cast import BY_KEY, add_person
from support.contract import operations
from support.daemon import wait_until
from support.parties import KRONE

CREATE = "/v1/applications"


def content(world):
    return {"callId": world.county.usual_call["id"], "title": "Med nøkkel"}


def drafts(world):
    return len(world.hub.signatory.items(CREATE, limit=1000))


@pytest.mark.parametrize(
    "operation", [op for op in operations().values() if op.needs_key], ids=lambda op: op.id
)
def test_every_command_needs_a_key(world, operation):
    """Whatever else is missing."""
    person = world.county.caseworker
    reply = person.post(operation.at(1), key="", if_match="*").expect(400)
    assert "idempotency-key-required" in [f["code"] for f in reply.json["errors"]]


@pytest.mark.parametrize(
    "key", ["naked", '"', '""', '"a"b"', '"a\\"b"', '"a', 'a"', '"æ"', '"a\tb"', "x" * 300]
)
def test_a_key_is_a_quoted_text(world, key):
    headers = {"Idempotency-Key": key.encode("utf-8")}
    reply = world.hub.signatory.post(CREATE, content(world), key="", headers=headers)
    assert reply.status == 400, reply


def test_the_same_request_again_is_answered_the_same(world):
    key, count = str(uuid.uuid4()), drafts(world)
    first = world.hub.signatory.post(CREATE, content(world), key).expect(201)
    again = world.hub.signatory.post(CREATE, content(world), key).expect(201)
    assert again.replayed and not first.replayed
    assert again.content == first.content
    assert (again.location, again.etag) == (first.location, first.etag)
    assert drafts(world) == count + 1


def test_the_answer_given_stands_whatever_happened_since(world):
    application = world.hub.apply()
    key = str(uuid.uuid4())
    first = world.county.caseworker.attempt(application, "take", key=key).expect(200)
    taken = first.thing(application.path)
    world.county.recommend(taken)
    again = world.county.caseworker.attempt(application, "take", key=key).expect(200)
    assert again.replayed and again.json["state"] == "in_review" and again.etag == first.etag


def test_a_key_with_another_body_is_refused(world):
    key = str(uuid.uuid4())
    world.hub.signatory.post(CREATE, content(world), key).expect(201)
    other = content(world) | {"title": "Noe annet"}
    world.hub.signatory.post(CREATE, other, key).refused("idempotency-key-reused", 422)
    spaced = json.dumps(content(world), indent=1).encode()
    headers = {"Content-Type": "application/json", "Idempotency-Key": f'"{key}"'}
    reply = world.hub.signatory.send("POST", CREATE, data=spaced, headers=headers)
    reply.refused("idempotency-key-reused", 422)


def test_a_key_belongs_to_its_operation_person_and_organisation(world, database):
    key = str(uuid.uuid4())
    first = world.hub.signatory.post(CREATE, content(world), key).expect(201)
    by_colleague = world.hub.hub_signatory_b.post(CREATE, content(world), key).expect(201)
    by_other = world.other_hub.signatory.post(CREATE, content(world), key).expect(201)
    track = {"programmeId": world.county.programme_id, "title": "Løp"}
    world.hub.signatory.post("/v1/tracks", track, key).expect(201)
    ids = {first.json["id"], by_colleague.json["id"], by_other.json["id"]}
    assert len(ids) == 3
    add_person(
        database,
        world.issuer,
        "in-two-hubs",
        (BY_KEY["granlia"], "hub_signatory"),
        (BY_KEY["skarv"], "hub_signatory"),
    )
    for hub in (world.hub, world.other_hub):
        person = world.client("in-two-hubs", act_as=f"hub_signatory@{hub.orgnr}")
        reply = person.post(CREATE, content(world), key).expect(201)
        assert not reply.replayed and reply.json["applicant"]["orgnr"] == hub.orgnr


def test_a_refused_request_stores_nothing(world, database):
    key = str(uuid.uuid4())
    hub, county = world.hub, world.county
    application = hub.apply()
    keys = database.value("select count(*) from trinn.idempotency_keys")
    wrong = county.recommendation(application, "granted", 1)
    county.caseworker.attempt(application, "recommend", wrong, key=key).expect(422)
    assert database.value("select count(*) from trinn.idempotency_keys") == keys
    right = county.recommendation(application)
    reply = county.caseworker.attempt(application, "recommend", right, key=key).expect(200)
    assert not reply.replayed


def test_a_replay_is_authorised_again(world, database):
    add_person(database, world.issuer, "leaver", (BY_KEY["granlia"], "hub_signatory"))
    leaver = world.client("leaver")
    key = str(uuid.uuid4())
    leaver.post(CREATE, content(world), key).expect(201)
    database.run(
        "update trinn.role_assignments set valid_to = valid_from where person_id ="
        " (select person_id from trinn.principals where subject = 'leaver')"
    )
    leaver.post(CREATE, content(world), key).refused("forbidden", 403)


def test_a_repeat_of_a_request_under_way_is_told_to_wait_and_nothing_is_done_twice(world):
    """One of them does it; the others meet it under way, or its answer."""
    application = world.hub.apply()
    world.county.caseworker.do(application, "take")
    people = [world.hub.signatory.another() for _ in range(16)]
    count, key = drafts(world), str(uuid.uuid4())
    with ThreadPoolExecutor(len(people)) as pool:
        replies = list(pool.map(lambda p: p.post(CREATE, content(world), key), people))
    made = [r for r in replies if r.status == 201]
    others = [r for r in replies if r.status != 201]
    assert sum(not r.replayed for r in made) == 1
    assert len({r.json["id"] for r in made}) == 1
    for reply in others:
        reply.refused("idempotency-in-flight", 409)
        assert reply.headers["Retry-After"]
    assert drafts(world) == count + 1


def test_a_request_under_way_is_seen_by_its_repeat(world, database):
    """The first one is held up in the database by a lock on what it changes."""
    application = world.hub.apply()
    people = [world.county.caseworker.another() for _ in range(2)]
    key = str(uuid.uuid4())
    with ThreadPoolExecutor(2) as pool, database.holding("application", application["id"]) as held:
        first = pool.submit(people[0].attempt, application, "take", key=key)
        wait_until(database.n_waiting, 5, "the lock")
        people[1].attempt(application, "take", key=key).refused("idempotency-in-flight", 409)
        held.rollback()
        first.result().expect(200)
    assert people[1].attempt(application, "take", key=key).expect(200).replayed


def test_a_repeat_that_finds_what_was_done_finds_the_answer(world, database):
    """It is held up by a lock on what it reads until both are there."""
    body = {"programmeId": world.county.programme_id, "orgnr": next(world.spare_firms)}
    person, key = world.hub.signatory.another(), str(uuid.uuid4())
    first = person.post("/v1/enrolments", body, key).expect(201)
    with closing(database.connect()) as held, held.cursor() as cursor, ThreadPoolExecutor(1) as pool:
        cursor.execute(
            "create temp table answered as select * from trinn.idempotency_keys where key = %s", (key,)
        )
        cursor.execute("delete from trinn.idempotency_keys where key = %s", (key,))
        cursor.execute("begin; lock table trinn.enrolments")
        repeat = pool.submit(person.post, "/v1/enrolments", body, key)
        wait_until(database.n_waiting, 5, "the lock")
        cursor.execute("insert into trinn.idempotency_keys select * from answered; commit")
        again = repeat.result().expect(201)
    assert again.replayed and again.content == first.content


def test_a_dry_run_needs_no_key_and_stores_none(world, database):
    content(world)
    keys = database.value("select count(*) from trinn.idempotency_keys")
    reply = world.hub.signatory.post(CREATE, content(world), key="", dryRun="true")
    assert reply.expect(204).content == b""
    key = str(uuid.uuid4())
    world.hub.signatory.post(CREATE, content(world), key, dryRun="true").expect(204)
    assert database.value("select count(*) from trinn.idempotency_keys") == keys
    assert not world.hub.signatory.post(CREATE, content(world), key).expect(201).replayed


def test_a_replayed_claim_takes_no_money_again(world):
    grant = world.accepted()
    claim = world.hub.claim_content(10_000 * KRONE)
    key = str(uuid.uuid4())
    for _ in range(3):
        world.hub.signatory.post(grant / "claims", claim, key).expect(201)
    remaining = world.hub.signatory.read(grant.path)["remainingOre"]
    assert remaining == 65_000 * KRONE
    world.assert_sound()


def test_a_replayed_close_is_told_with_its_headers(world):
    call = world.county.call()
    key = str(uuid.uuid4())
    first = world.county.caseworker.attempt(call, "close", REASON, key=key).expect(200)
    again = world.county.caseworker.attempt(call, "close", REASON, key=key).expect(200)
    assert again.replayed and again.etag == first.etag != call.etag
