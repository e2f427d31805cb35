"""Lists with the query they are asked with, kept by a person under a name."""

import json
from concurrent.futures import ThreadPoolExecutor

import pytest
from support.bodies import new_filter

PATH = "/v1/saved-filters"


def claims(**changes):
    return {
        "name": "Venter på kontroll",
        "operationId": "listClaims",
        "query": {"state": "submitted", "limit": "20"},
    } | changes


def ids(person, **query):
    return [f["id"] for f in person.items(PATH, limit=1000, **query)]


def keep_as_it_was(world, kept, operation, query):
    """As a contract before this one would have let it be."""
    world.database.run(
        "update trinn.saved_filters set operation = %s, query = %s where id = %s",
        operation,
        json.dumps(query),
        kept["id"],
    )


def test_a_filter_is_asked_as_it_is(world):
    caseworker = world.county.caseworker
    kept = caseworker.make(PATH, claims())
    assert kept["isValid"] and kept["isMine"] and not kept["isShared"] and kept["faults"] == []
    assert kept["role"] == "caseworker" and kept["savedBy"]["id"] == caseworker.person
    asked = caseworker.get(kept["href"]).expect(200)
    assert asked.json == caseworker.get("/v1/claims", state="submitted", limit=20).json
    assert dict(caseworker.read(kept.path)) == dict(kept)
    words = claims(operationId="searchCases", query={"q": "Sør & co 100%"})
    found = caseworker.make(PATH, words)
    assert caseworker.get(found["href"]).expect(200)
    assert [kept["id"]] == [i for i in ids(caseworker, operationId="listClaims") if i == kept["id"]]
    assert found["id"] not in ids(caseworker, operationId="listClaims")


@pytest.mark.parametrize(
    "changes, fault",
    [
        ({"operationId": "listNothing"}, ("filter-no-list", "#/operationId")),
        ({"operationId": "getClaim"}, ("filter-no-list", "#/operationId")),
        ({"operationId": "listRoleAssignments"}, ("filter-not-yours", "#/operationId")),
        ({"query": {"colour": "red"}}, ("unknown-field", "#/query/colour")),
        ({"query": {"cursor": "x"}}, ("unknown-field", "#/query/cursor")),
        ({"query": {"state": "lost"}}, ("enum", "#/query/state")),
        ({"query": {"state": 1}}, ("type", "#/query/state")),
        ({"query": {"state": "01010112345"}}, ("enum", "#/query/state")),
        ({"operationId": "searchCases", "query": {"q": "13097248022"}}, ("fnr-in-text", "#/query/q")),
        ({"operationId": "searchCases", "query": {}}, ("required", "#/query/q")),
    ],
)
def test_what_the_list_does_not_take_is_refused_by_its_place(world, changes, fault):
    refused = world.county.caseworker.post(PATH, claims(**changes))
    assert refused.status == 422 and fault in refused.faults, refused


def test_everything_wrong_comes_at_once(world):
    refused = world.hub.signatory.post(
        PATH, claims(query={"state": "lost", "limit": "0", "colour": "red"}, isShared=True)
    )
    assert refused.faults == [
        ("enum", "#/query/state"),
        ("filter-unshared", "#/isShared"),
        ("too-small", "#/query/limit"),
        ("unknown-field", "#/query/colour"),
    ]


def test_it_is_ones_own_in_a_role_unless_it_is_shared(world):
    county = world.county
    own = county.caseworker.make(PATH, claims())
    shared = county.caseworker.make(PATH, claims(isShared=True))
    assert own["id"] not in ids(county.caseworker_b)
    county.caseworker_b.get(own.path).refused("not-found", 404)
    told = county.caseworker_b.read(shared.path)
    assert not told["isMine"] and told["isValid"] and told["savedBy"]["name"] == county.caseworker.name
    county.caseworker_b.attempt(told, "discard").refused("filter-of-other", 403)
    for person in (county.decision_maker, world.hub.signatory, world.neighbour.caseworker):
        assert not {own["id"], shared["id"]} & set(ids(person))
    county.caseworker.put(shared.path, claims(), shared.etag).expect(200)
    assert shared["id"] not in ids(county.caseworker_b)


def test_it_is_changed_by_version_and_discarded(world):
    person = world.firm.firm
    kept = person.make(PATH, new_filter(world))
    changed = person.put(kept.path, new_filter(world, query={}), kept.etag)
    assert changed.expect(200).json["href"] == "/v1/calls"
    stale = person.put(kept.path, new_filter(world), kept.etag)
    stale.refused("version-mismatch", 412)
    gone = person.do(person.read(kept.path), "discard")
    assert gone["discardedOn"] == str(world.today) and gone["href"] is None and not gone["isValid"]
    assert kept["id"] not in ids(person)
    person.post(kept.path + "/discard", if_match="*").refused("filter-discarded", 409)


@pytest.mark.parametrize(
    "operation, query, fault",
    [
        ("listHopes", {}, ("filter-no-list", "#/operationId")),
        ("listClaims", {"hope": "1"}, ("unknown-field", "#/query/hope")),
        ("listClaims", {"state": "hoped"}, ("enum", "#/query/state")),
    ],
)
def test_what_the_contract_has_no_longer_is_told(world, operation, query, fault):
    person = world.county.caseworker
    kept = person.make(PATH, claims(isShared=True))
    keep_as_it_was(world, kept, operation, query)
    for reader in (person, world.county.caseworker_b):
        told = reader.read(kept.path)
        assert not told["isValid"] and told["href"] is None
        assert [(f["code"], f["pointer"]) for f in told["faults"]] == [fault]
        (listed,) = [f for f in reader.items(PATH, limit=1000) if f["id"] == kept["id"]]
        assert listed == dict(told)
    mended = person.put(kept.path, claims(), "*").expect(200)
    assert mended.json["isValid"] and mended.json["faults"] == []


def test_a_hundred_at_most_also_at_once(world):
    person = world.other_hub.signatory
    content = new_filter(world)
    left = 100 - len(ids(person))
    for _ in range(left - 2):
        person.make(PATH, content)
    with ThreadPoolExecutor(6) as pool:
        replies = list(pool.map(lambda p: p.post(PATH, content), [person.another() for _ in range(6)]))
    assert sorted(r.status for r in replies) == [201, 201, 409, 409, 409, 409]
    assert {r.code for r in replies if r.status == 409} == {"filters-too-many"}
    assert len(ids(person)) == 100
    person.do(person.read(f"{PATH}/{ids(person)[0]}"), "discard")
    person.make(PATH, new_filter(world))
