"""Lists of programme delivery, cut by hub and programme, and results by what they are of."""

import pytest
from support import cohorts, mobilisation, partners
from support.bodies import measurement, new_result, result_text
from support.delivery import enrolled

LISTS = ("/v1/tracks", "/v1/cohorts", "/v1/sessions", "/v1/engagements", "/v1/hours")
OUTSIDE_PROGRAMMES = ("/v1/networks", "/v1/memberships")


def order(world, hub, engagement, orgnr):
    agreed = world.fagpartner.fagpartner.do(engagement, "agree", {})
    engagement = hub.signatory.read(agreed.path)
    return partners.ordered(world, hub, engagement, firms=[{"orgnr": orgnr}])


@pytest.fixture(scope="module")
def delivered(world):
    """Of a child of a programme, by two hubs, what each list has: ids by path and hub. The second
    hub's is beside as much in the usual programme."""
    county = world.county
    parent = county.programme()
    child = county.programme(parentId=parent)
    call = county.call(county.funding_line(programmeId=child))
    made = {}
    for hub in (world.hub, world.other_hub):
        track = cohorts.granted_track(world, hub, call, programmeId=child)
        cohort = cohorts.cohort(world, hub, track)
        engagement = partners.proposed(world, hub, trackId=track["id"])
        network = cohorts.network(world, hub)
        cohorts.plan(world, hub, network)
        cohorts.session(world, hub)
        beside = partners.proposed(world, hub)
        firm = next(world.spare_firms)
        partners.follow(world, hub, firm)
        order(world, hub, beside, firm)
        (member,) = hub.signatory.items("/v1/memberships", orgnr=firm)
        prospect = mobilisation.prospect(world, hub, programme=child)
        hours = order(world, hub, engagement, prospect["firm"]["orgnr"])
        held = (
            cohorts.plan(world, hub, cohort),
            cohorts.plan(world, hub, prospect, kind="interview"),
        )
        made[hub] = {
            "/v1/tracks": [track["id"]],
            "/v1/cohorts": [cohort["id"]],
            "/v1/sessions": [session["id"] for session in held],
            "/v1/engagements": [engagement["id"]],
            "/v1/hours": [hours["id"]],
            "/v1/networks": [network["id"]],
            "/v1/memberships": [member["id"]],
        }
    return parent, child, made


def id_of(party):
    return party.signatory.read(f"/v1/organisations/{party.orgnr}")["id"]


def ids(person, path, **filters):
    """Of all its pages, of which the shortest are like the longest."""
    found = [item["id"] for item in person.items(path, limit=1000, **filters)]
    assert found == [item["id"] for item in person.items(path, limit=1, **filters)]
    return found


@pytest.mark.parametrize("path", LISTS)
def test_the_county_lists_what_is_of_a_programme_and_all_below_it(world, delivered, path):
    parent, child, made = delivered
    wanted = sorted(made[world.hub][path] + made[world.other_hub][path])
    for programme in (parent, child):
        found = ids(world.county.caseworker, path, programmeId=programme)
        assert sorted(found) == wanted
    assert ids(world.county.caseworker, path, programmeId="999999999") == []


@pytest.mark.parametrize("path", LISTS)
def test_the_county_lists_what_is_of_a_hub_and_of_a_programme_too(world, delivered, path):
    parent, _, made = delivered
    caseworker, hub = world.county.caseworker, world.other_hub
    own = ids(hub.signatory, path)
    assert ids(caseworker, path, hubId=id_of(hub)) == own and set(made[hub][path]) < set(own)
    both = ids(caseworker, path, hubId=id_of(hub), programmeId=parent)
    assert sorted(both) == sorted(made[hub][path])


@pytest.mark.parametrize("path", OUTSIDE_PROGRAMMES)
def test_the_county_lists_what_is_of_a_hub(world, delivered, path):
    _, _, made = delivered
    hub = world.other_hub
    found = ids(world.county.caseworker, path, hubId=id_of(hub))
    assert made[hub][path][0] in found and made[world.hub][path][0] not in found
    assert found == [
        i["id"] for i in world.county.caseworker.items(path) if i["hub"]["orgnr"] == hub.orgnr
    ]


@pytest.mark.parametrize("path", LISTS + ("/v1/memberships",))
def test_a_filter_shows_no_hub_what_is_of_another(world, delivered, path):
    parent, _, made = delivered
    hub, other = world.hub.signatory, world.other_hub
    assert ids(hub, path, hubId=id_of(other)) == []
    if path in LISTS:
        assert sorted(ids(hub, path, programmeId=parent)) == sorted(made[world.hub][path])


def test_hours_of_a_programme_are_listed_for_a_fagpartner_and_of_a_firm(world, delivered):
    parent, _, made = delivered
    partner = world.fagpartner.fagpartner
    wanted = [hours for hub in made for hours in made[hub]["/v1/hours"]]
    assert sorted(ids(partner, "/v1/hours", programmeId=parent)) == sorted(wanted)
    assert ids(partner, "/v1/hours", hubId=id_of(world.hub), programmeId=parent) == wanted[:1]
    firm = partner.read(f"/v1/hours/{wanted[0]}")["firm"]["orgnr"]
    assert ids(world.county.caseworker, "/v1/hours", orgnr=firm, programmeId=parent) == wanted[:1]
    assert ids(world.county.caseworker, "/v1/hours", orgnr=firm, programmeId="999999999") == []


def test_results_are_found_by_firm_theme_and_whether_they_were_measured(world):
    hub, caseworker = world.hub.signatory, world.county.caseworker
    orgnr = next(world.spare_firms)
    case = {"enrolmentId": enrolled(world, world.hub, orgnr), "stage": 2}
    green, both, untold = (
        hub.make("/v1/results", result_text() | case | theme)
        for theme in ({"theme": "green"}, {"theme": "both"}, {})
    )
    assert (green["theme"], untold["theme"]) == ("green", None)
    hub.do(green, "measure", measurement(world))

    def found(person=caseworker, **filters):
        return {r["id"] for r in person.items("/v1/results", orgnr=orgnr, limit=2, **filters)}

    assert found() == {green["id"], both["id"], untold["id"]} == found(hub)
    assert found(theme="green") == {green["id"], both["id"]}
    assert found(theme="digital") == {both["id"]}
    assert found(measured="true") == {green["id"]} and green["id"] not in found(measured="false")
    assert found(hubId=id_of(world.hub)) == found() and found(hubId=id_of(world.other_hub)) == set()
    assert found(world.other_hub.signatory) == set()


def test_a_result_is_given_its_theme_later(world):
    result = world.hub.signatory.make("/v1/results", new_result(world))
    result = world.hub.signatory.do(result, "revise", result_text() | {"theme": "digital"})
    assert result["theme"] == "digital"
