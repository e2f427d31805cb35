"""Stages in versions, which hub answers where, and what firms are asked with."""

import datetime

import pytest
from support.enrolments import stage
from support.parties import KRONE, fresh


def new_version(world, programme, *stages, **changes):
    """The id of the programme."""
    content = world.county.stage_graph_content(programme, stages=list(stages), **changes)
    return world.county.set_up(f"/v1/programmes/{programme}/stage-graphs", content)


@pytest.fixture
def programme(world):
    """A programme of its own with stages 1 and 2."""
    return world.county.set_up("/v1/programmes", world.county.programme_content())


FULL = {
    "firmGets": "Timer med en fagpartner",
    "hours": 30,
    "capacity": 12,
    "priceOre": 10_000 * KRONE,
    "priceCapOre": 12_000 * KRONE,
    "billedBy": "county",
    "vatMode": "standard",
    "serviceValueOre": 42_000 * KRONE,
    "profile": {"digitalParts": 3, "greenParts": 2},
    "nextStage": 3,
    "nextStep": "BIO til flere ansatte",
}


def test_a_stage_is_told_as_it_was_set_up(world, programme):
    assert new_version(world, programme, stage(2, **FULL), stage(3)) == programme
    told = world.firm.firm.read(f"/v1/programmes/{programme}")["stages"]
    assert {key: told[0][key] for key in FULL} == FULL
    nothing = {key: None for key in FULL} | {"billedBy": "hub", "vatMode": "exempt"}
    assert {key: told[1][key] for key in FULL} == nothing


def test_a_new_version_is_in_force_and_the_one_before_stays_readable(world, programme):
    before = world.county.county_admin.read(f"/v1/programmes/{programme}")
    content = world.county.stage_graph_content(programme, stages=[stage(1), stage(4)])
    change = world.county.propose(f"/v1/programmes/{programme}/stage-graphs", content)
    assert change["kind"] == "stage_graph"
    assert world.hub.signatory.read(f"/v1/programmes/{programme}")["programmeVersion"] == 1
    assert world.county.county_admin_b.do(change, "approve")["targetId"] == programme

    after = world.hub.signatory.read(f"/v1/programmes/{programme}")
    assert after["programmeVersion"] == 2 and after.etag != before.etag
    assert [s["number"] for s in after["stages"]] == [1, 4]
    first = world.hub.signatory.read(f"/v1/programmes/{programme}/stage-graphs/1")
    assert first["inForce"] is False and first["stages"] == before["stages"]
    second = world.hub.signatory.read(f"/v1/programmes/{programme}/stage-graphs/2")
    assert second["inForce"] is True and second["stages"] == after["stages"]
    assert second["programme"]["id"] == programme
    world.assert_sound()


def test_there_is_no_version_but_those_that_were_in_force(world, programme):
    for version in ("2", "0", "x", "99999999999"):
        reply = world.hub.signatory.get(f"/v1/programmes/{programme}/stage-graphs/{version}")
        reply.refused("not-found", 404)


def test_of_two_versions_made_from_the_same_one_only_the_first_comes_into_force(world, programme):
    path = f"/v1/programmes/{programme}/stage-graphs"
    first, second = (
        world.county.propose(path, world.county.stage_graph_content(programme)) for _ in range(2)
    )
    world.county.county_admin_b.do(first, "approve")
    world.county.county_admin_b.attempt(second, "approve").refused("stages-changed", 409)
    world.county.county_admin_b.do(second, "reject", {"reason": "Gammelt"})
    content = world.county.stage_graph_content(programme, basedOn=1)
    world.county.county_admin.post(path, content).refused("stages-changed", 409)
    assert world.county.county_admin.read(f"/v1/programmes/{programme}")["programmeVersion"] == 2


def test_nobody_changes_the_stages_of_what_is_not_there(world, programme):
    content = world.county.stage_graph_content(programme)
    path = f"/v1/programmes/{programme}/stage-graphs"
    world.neighbour.county_admin.post(path, content).refused("not-found", 404)
    world.neighbour.county_admin.get(f"{path}/1").refused("not-found", 404)


def test_a_version_changes_something(world, programme):
    path = f"/v1/programmes/{programme}/stage-graphs"
    gates = [{"kind": "assessed"}, {"kind": "attendance", "percent": 60}]
    whole = [stage(1), stage(2, **FULL), stage(3, gates=gates)]
    assert new_version(world, programme, *whole) == programme
    content = world.county.stage_graph_content(programme, stages=whole)
    reply = world.county.county_admin.post(path, content).refused("stages-unchanged", 409)
    assert reply.faults == [("stages-unchanged", "#/stages")]
    said = {"billedBy": "hub", "vatMode": "exempt"}
    content["stages"] = [whole[0] | said, *whole[1:]]
    world.county.county_admin.post(path, content).refused("stages-unchanged", 409)
    for changed in (stage(3, gates=gates[::-1]), stage(3, gates=gates, needs=["network"])):
        content["stages"] = [*whole[:2], changed]
        world.county.propose(path, content)


@pytest.mark.parametrize(
    "members, fault",
    [
        ({"priceOre": 2, "priceCapOre": 1}, ("price-over-cap", "#/stages/0/priceOre")),
        (
            {"priceCapOre": 2, "serviceValueOre": 1},
            ("service-value-under-price", "#/stages/0/serviceValueOre"),
        ),
        ({"nextStage": 9}, ("next-stage", "#/stages/0/nextStage")),
        ({"number": 0, "priceOre": 1}, ("unknown-field", "#/stages/0/priceOre")),
        ({"number": 0, "priceCapOre": 1}, ("unknown-field", "#/stages/0/priceCapOre")),
        (
            {"gates": [{"kind": "stage_completed", "requiresStage": 3}]},
            ("stage-gate", "#/stages/0/gates/0/requiresStage"),
        ),
        ({"gates": [{"kind": "copayment_settled"}]}, ("gate-void", "#/stages/0/gates/0/kind")),
        (
            {"gates": [{"kind": "assessed"}] * 2},
            ("not-unique", "#/stages/0/gates/1"),
        ),
    ],
)
def test_a_version_that_does_not_hold_together_is_refused(world, programme, members, fault):
    content = world.county.stage_graph_content(programme, stages=[stage(2) | members, stage(3)])
    path = f"/v1/programmes/{programme}/stage-graphs"
    assert world.county.county_admin.post(path, content).expect(422).faults == [fault]


def test_places_follow_the_version_in_force_and_nobody_loses_theirs(world, database, programme):
    def places(number):
        return database.rows(
            "select capacity, taken from trinn.stage_places where programme_id = %s and stage = %s",
            *(programme, number),
        )

    assert places(2) == [(None, 0)]
    new_version(world, programme, stage(2, capacity=3))
    database.run("update trinn.stage_places set taken = 3 where programme_id = %s", programme)
    new_version(world, programme, stage(2, capacity=1), stage(3, capacity=5))
    assert (places(1), places(2), places(3)) == ([(None, 3)], [(1, 3)], [(5, 0)])
    world.assert_sound()


# Which hub answers where


def answering(person, **query):
    told = person.get("/v1/hub-areas/responsible", **query).expect(200).json
    return told["hub"] and told["hub"]["orgnr"]


def test_a_firm_is_routed_by_where_it_lies(world):
    hub, firm = world.hub, world.firm
    world.county.set_up("/v1/hub-areas", world.county.hub_area_content(hub, "5037", "5038"))
    told = firm.firm.read("/v1/hub-areas/responsible")
    assert told["municipalityNo"] == "5038" and told["hub"]["orgnr"] == hub.orgnr
    for person in (hub.signatory, world.other_hub.signatory, world.county.caseworker):
        assert answering(person, orgnr=firm.orgnr) == hub.orgnr
        assert answering(person, municipality="5037") == hub.orgnr
        assert answering(person, municipality="5036") is None
        assert answering(world.neighbour.caseworker, municipality="5037") is None


def test_another_hub_takes_over_for_a_time_and_then_for_good(world):
    county, today = world.county, world.today
    tomorrow = str(today + datetime.timedelta(1))

    def area(hub, **changes):
        return county.set_up("/v1/hub-areas", county.hub_area_content(hub, "5034", **changes))

    first = area(world.hub, validFrom="2020-01-01")
    assert answering(county.caseworker, municipality="5034") == world.hub.orgnr
    area(world.other_hub, validFrom="2020-01-01", validTo=str(today - datetime.timedelta(1)))
    area(world.other_hub, validFrom=tomorrow)
    assert answering(county.caseworker, municipality="5034") == world.hub.orgnr
    area(world.other_hub)
    assert answering(county.caseworker, municipality="5034") == world.other_hub.orgnr

    def listed(**query):
        return county.auditor.items("/v1/hub-areas", municipality="5034", **query)

    assert [a["hub"]["orgnr"] for a in listed()] == [world.other_hub.orgnr, world.hub.orgnr]
    assert len(listed(onDate=tomorrow)) == 3
    assert [a["id"] for a in listed(onDate="2019-12-31")] == []
    assert listed()[-1] | {"hub": None} == {
        "id": first,
        "hub": None,
        "municipalities": ["5034"],
        "validFrom": "2020-01-01",
        "validTo": None,
    }
    world.assert_sound()


def test_only_a_hub_of_the_county_answers_and_only_within_it(world):
    content = world.county.hub_area_content(world.hub, "5001", "1804")
    reply = world.county.county_admin.post("/v1/hub-areas", content).expect(422)
    assert reply.faults == [("municipality-outside-county", "#/municipalities/1")]
    for other in (world.firm, world.neighbour_hub):
        content = world.county.hub_area_content(other, "5001")
        reply = world.county.county_admin.post("/v1/hub-areas", content).expect(422)
        assert reply.faults == [("not-a-hub", "#/orgnr")]


def test_one_asks_by_one_thing_that_is_there(world):
    asking = world.hub.signatory
    reply = asking.get("/v1/hub-areas/responsible", municipality="5001", orgnr=world.firm.orgnr)
    reply.refused("bad-parameter", 400)
    asking.get("/v1/hub-areas/responsible", orgnr="999999999").refused("not-found", 404)


# What firms are asked with


def test_an_instrument_is_told_as_it_was_set_up(world):
    content = world.county.instrument_content()
    id = world.county.set_up("/v1/instruments", content)
    told = world.firm.firm.read(f"/v1/instruments/{id}")
    assert told | content == told
    assert (told["version"], told["common"]) == (1, False)
    world.assert_sound()


def test_the_newest_version_is_in_use_and_those_before_stay_readable(world):
    content = world.county.instrument_content(kind="survey")
    first = world.county.set_up("/v1/instruments", content)
    second = world.county.set_up("/v1/instruments", content | {"source": "Bedre"})
    listed = world.hub.signatory.items("/v1/instruments", kind="survey")
    assert [(i["id"], i["version"]) for i in listed if i["code"] == content["code"]] == [
        (second, 2)
    ]
    assert world.hub.signatory.read(f"/v1/instruments/{first}")["source"] == "Fylkeskommunen"
    interviews = world.hub.signatory.items("/v1/instruments", kind="interview")
    assert content["code"] not in [i["code"] for i in interviews]


def test_an_instrument_is_of_one_county_or_of_all(world, database):
    own = world.county.set_up("/v1/instruments", world.county.instrument_content())
    world.neighbour.caseworker.get(f"/v1/instruments/{own}").refused("not-found", 404)
    code = fresh("felles")
    common = database.value(
        "insert into trinn.instruments (code, version, kind, title, questions, source)"
        " values (%s, 1, 'survey', '{\"nb\": \"x\", \"en\": \"x\"}', '[]', 'x') returning id",
        code,
    )
    for county in (world.county, world.neighbour):
        assert county.caseworker.read(f"/v1/instruments/{common}")["common"] is True
    content = world.county.instrument_content(code=code)
    reply = world.county.county_admin.post("/v1/instruments", content).expect(422)
    assert reply.faults == [("instrument-common", "#/code")]


def test_questions_can_be_answered(world):
    content = world.county.instrument_content()
    scale, text = content["questions"]
    content["questions"] = [scale | {"options": scale["options"][:4]}, text | {"id": scale["id"]}]
    reply = world.county.county_admin.post("/v1/instruments", content).expect(422)
    assert reply.faults == [
        ("not-unique", "#/questions/1/id"),
        ("question-options", "#/questions/0/options"),
    ]


def test_a_stage_is_read_in_english_as_far_as_it_is_told_in_it(world):
    english = {"name": "Introduction", "firmGets": "Three workshops"}
    stages = [
        stage(1, firmGets="Tre samlinger", nextStep="Trinn 2", en=english),
        stage(2, firmGets="Timer i bedriften"),
    ]
    programme = world.county.programme(stages=stages)
    firm = world.firm.firm

    def told(path, **headers):
        found = firm.get(path, headers=headers).expect(200).json["stages"]
        return [(s["name"], s["firmGets"], s["nextStep"]) for s in found]

    graph = f"/v1/programmes/{programme}/stage-graphs/1"
    for path in (f"/v1/programmes/{programme}", graph):
        assert told(path) == [
            ("Trinn 1", "Tre samlinger", "Trinn 2"),
            ("Trinn 2", "Timer i bedriften", None),
        ]
        assert told(path, **{"Accept-Language": "en-GB, nb;q=0.5"}) == [
            ("Introduction", "Three workshops", "Trinn 2"),
            ("Trinn 2", "Timer i bedriften", None),
        ]
    read = firm.read(graph)["stages"]
    assert [s["en"] for s in read] == [english | {"nextStep": None}, None]
