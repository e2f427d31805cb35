"""Finding organisations."""


def found(reply):
    return [o["name"] for o in reply.expect(200).json["items"]]


def test_organisations_are_found_by_the_beginnings_of_words(world):
    search = world.hub.hub_editor.get
    assert found(search("/v1/organisations", q="granlia")) == ["Granlia næringshage AS"]
    assert found(search("/v1/organisations", q="NÆRINGS gran")) == ["Granlia næringshage AS"]
    assert found(search("/v1/organisations", q="ranlia")) == []
    assert len(found(search("/v1/organisations", q="næringshage"))) >= 3


def test_organisations_are_found_by_number(world):
    search = world.hub.hub_editor.get
    spaced = f"{world.firm.orgnr[:3]} {world.firm.orgnr[3:6]} {world.firm.orgnr[6:]}"
    for number in (world.firm.orgnr, spaced):
        assert found(search("/v1/organisations", q=number)) == ["Elvestrand Mekaniske AS"]
    assert len(found(search("/v1/organisations", q="3199"))) == 11


def test_a_search_is_cut_by_municipality_and_limit(world):
    search = world.county.caseworker.get
    assert found(search("/v1/organisations", municipality="5059")) == ["Granlia næringshage AS"]
    names = found(search("/v1/organisations", q="skarv", municipality="5059"))
    assert names == []
    assert len(found(search("/v1/organisations", q="næringshage", limit=1))) == 1


def test_signs_that_mean_something_to_a_database_mean_nothing_here(world):
    for q in ("%%", "__", "a' or 1=1", "!!", ":*", "a & b | !c", "\\\\", "næring:*", "(((", "<->"):
        world.hub.hub_editor.get("/v1/organisations", q=q).expect(200)
    world.hub.hub_editor.get("/v1/organisations", q="%").refused("bad-parameter", 400)


def test_one_organisation_is_told_as_the_register_has_it(world):
    told = world.firm.firm.read(f"/v1/organisations/{world.hub.orgnr}")
    assert told["name"] == "Granlia næringshage AS" and told["municipalityNo"] == "5059"
    assert told["insolvent"] is False and told["employees"] is None
    assert world.firm.firm.read(f"/v1/organisations/{world.bankrupt.orgnr}")["insolvent"] is True


def test_a_number_nobody_has_is_not_found(world):
    for orgnr in ("999999999", "12345678", "abc", "1" * 40):
        world.hub.hub_editor.get(f"/v1/organisations/{orgnr}").refused("not-found", 404)


def test_all_that_match_are_met_page_by_page(world):
    search = world.hub.hub_editor
    orgnrs = [next(world.spare_firms) for _ in range(5)]
    for asked in ({"q": "bedrift"}, {"q": orgnrs[0][:7]}, {"municipality": "5038"}):
        whole = [o["orgnr"] for o in search.items("/v1/organisations", limit=1000, **asked)]
        walked = [o["orgnr"] for o in search.items("/v1/organisations", limit=2, **asked)]
        assert walked == whole and set(orgnrs) <= set(whole) and len(set(whole)) == len(whole)


def test_the_shortest_name_comes_first(world):
    names = found(world.hub.hub_editor.get("/v1/organisations", q="næringshage"))
    assert [len(name) for name in names] == sorted(len(name) for name in names)
