"""Programmes under a parent, told together, and what one came to."""

import pytest
from support.bodies import measurement, result_text
from support.delivery import enrolled, new_firm
from support.parties import KRONE


@pytest.fixture(scope="module")
def family(world):
    """A parent, a child with a grant and two firms, another child with one of the firms."""
    county, hub = world.county, world.hub
    parent = county.set_up("/v1/programmes", county.programme_content())
    first, second = (
        county.set_up("/v1/programmes", county.programme_content(parentId=parent))
        for _ in range(2)
    )
    line = county.funding_line(programmeId=first)
    grant = world.accepted(call=county.call(line), applied_ore=75_000 * KRONE)
    hub.claim(grant)
    firm = new_firm(world)
    in_both = enrolled(world, hub, firm, first, "completed")
    enrolled(world, hub, firm, second)
    enrolled(world, hub, None, first)
    content = result_text() | {"enrolmentId": in_both, "stage": 2}
    result = hub.signatory.make("/v1/results", content)
    money = measurement(world, effectOre=40_000 * KRONE)
    del money["effectBasisPoints"]
    hub.signatory.do(result, "measure", money)
    return parent, first, second


def test_a_parent_tells_of_all_below_it_together(world, family):
    parent, first, second = family
    umbrella = world.county.programme_lead.read(f"/v1/programmes/{parent}/umbrella")
    depths = {p["id"]: p["depth"] for p in umbrella["programmes"]}
    assert depths == {parent: 0, first: 1, second: 1}
    firms = {p["id"]: p["firms"] for p in umbrella["programmes"]}
    assert firms == {parent: 0, first: 2, second: 1}
    total = umbrella["total"]
    assert (total["firms"], total["hubs"], total["applications"]) == (2, 1, 1)
    assert total["grantedOre"] == 75_000 * KRONE
    assert umbrella["waiting"] == {"applications": 0, "claims": 1, "firms": 0}


def test_what_waits_longest_stands_first(world, family):
    parent, _, second = family
    call = world.county.call(world.county.funding_line(programmeId=second))
    waiting = [world.hub.apply(call) for _ in range(2)]
    umbrella = world.county.caseworker.read(f"/v1/programmes/{parent}/umbrella")
    assert [a["id"] for a in umbrella["oldest"]] == [a["id"] for a in waiting]
    assert umbrella["waiting"]["applications"] == 2


def test_the_final_report_is_made_of_what_happened(world, family):
    parent, first, _ = family
    report = world.county.programme_lead.read(f"/v1/programmes/{first}/final-report")
    assert report["programme"]["id"] == first
    assert {s["state"]: s["firms"] for s in report["enrolments"]} == {"active": 1, "completed": 1}
    (hub,) = report["hubs"]
    assert (hub["hub"]["orgnr"], hub["firms"], hub["finished"]) == (world.hub.orgnr, 2, 1)
    results = report["results"]
    assert (results["results"], results["measured"]) == (1, 1)
    assert (results["costOre"], results["effectOre"]) == (9_000 * KRONE, 40_000 * KRONE)


def test_it_is_the_countys_own(world, family):
    for path in (f"/v1/programmes/{family[0]}/umbrella", f"/v1/programmes/{family[0]}/final-report"):
        world.hub.signatory.get(path).refused("forbidden", 403)
        world.county.finance.get(path).refused("forbidden", 403)
        world.neighbour.programme_lead.get(path).refused("not-found", 404)
