"""Programmes under a parent, told together, and what one came to."""

import pytest
from support import cohorts, copayments, samplings
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


def wait(world, firm):
    """For a place in the first stage, later than those before it."""
    world.database.run(
        "set session_replication_role = replica; update trinn.enrolments"
        " set state = 'waiting', stage = 1, waiting_since = clock_timestamp() where id = %s",
        firm["id"],
    )


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
    parent, first, second = family
    call = world.county.call(world.county.funding_line(programmeId=second))
    waiting = [world.hub.apply(call) for _ in range(2)]
    queued = [world.hub.follow(second, new_firm(world)) for _ in range(2)]
    for firm in reversed(queued):
        wait(world, firm)
    umbrella = world.county.caseworker.read(f"/v1/programmes/{parent}/umbrella")
    assert [a["id"] for a in umbrella["oldest"]] == [a["id"] for a in waiting]
    assert [f["enrolmentId"] for f in umbrella["longestWaiting"]] == [f["id"] for f in queued[::-1]]
    (claim,) = umbrella["oldestClaims"]
    assert (claim["state"], claim["number"], claim["programmeId"]) == ("submitted", 1, first)
    assert umbrella["waiting"] == {"applications": 2, "claims": 1, "firms": 2}


def test_lists_are_narrowed_to_all_below_a_parent(world, family):
    parent, first, second = family
    lead = world.county.programme_lead
    (application,) = lead.items("/v1/applications", underProgrammeId=first)
    (claim,) = lead.items("/v1/claims", underProgrammeId=parent)
    assert claim["applicationId"] == application["id"]
    assert lead.items("/v1/claims", underProgrammeId=second) == []
    assert lead.items("/v1/claims", underProgrammeId=parent, state="released") == []
    below = lead.items("/v1/enrolments", underProgrammeId=parent)
    assert {e["programme"]["id"] for e in below} == {first, second}
    programmes = {e["programme"]["id"] for e in lead.items("/v1/enrolments", underProgrammeId=first)}
    assert programmes == {first}
    assert lead.items("/v1/applications", underProgrammeId="999999") == []


def test_the_final_report_is_made_of_what_happened(world, family):
    parent, first, _ = family
    report = world.county.programme_lead.read(f"/v1/programmes/{first}/final-report")
    assert report["programme"]["id"] == first
    assert {s["state"]: s["firms"] for s in report["enrolments"]} == {"active": 1, "completed": 1}
    (hub,) = report["hubs"]
    assert (hub["hub"]["orgnr"], hub["firms"], hub["finished"]) == (world.hub.orgnr, 2, 0)
    results = report["results"]
    assert (results["results"], results["measured"]) == (1, 1)
    assert (results["costOre"], results["effectOre"]) == (9_000 * KRONE, 40_000 * KRONE)
    (stage,) = report["stages"]
    assert (stage["stage"], stage["enrolled"], stage["completed"]) == (2, 1, 1)
    (line,) = report["money"]["lines"]
    assert (line["year"], line["grantedOre"], line["paidOre"]) == (world.year, 75_000 * KRONE, 0)
    assert line["appropriatedOre"] >= line["grantedOre"]
    groups = report["money"]["costGroups"]
    assert sum(g["grantedOre"] for g in groups) == 75_000 * KRONE
    assert all(g["usedOre"] == 0 for g in groups)


def test_a_firm_in_two_of_the_programmes_is_one_firm_of_its_hub(world):
    county, hub = world.county, world.hub
    parent = county.set_up("/v1/programmes", county.programme_content())
    firm = new_firm(world)
    for _ in range(2):
        child = county.set_up("/v1/programmes", county.programme_content(parentId=parent))
        enrolled(world, hub, firm, child, "finished")
    report = county.programme_lead.read(f"/v1/programmes/{parent}/final-report")
    assert report["enrolments"] == [{"state": "finished", "firms": 1}]
    (of_hub,) = report["hubs"]
    assert (of_hub["firms"], of_hub["finished"], of_hub["dropped"]) == (1, 1, 0)


def test_its_own_share_is_what_was_paid_let_off_and_is_open(world):
    """Of all that the other tests did in the usual programme: the parts add up."""
    copayments.overpaid(world)
    hub = world.hub
    hub.signatory.do(copayments.relief_checked(world), "give-relief")
    hub.signatory.do(copayments.credit_asked(world), "give-relief")
    usual = world.county.programme_id
    report = world.county.auditor.read(f"/v1/programmes/{usual}/final-report")
    share = report["ownShare"]
    parts = (share[k] for k in ("paidOre", "waivedOre", "writtenOffOre", "creditedOre", "openOre"))
    assert share["creditedOre"] >= copayments.SHARE_ORE and share["raisedOre"] == sum(parts)


def test_its_theme_mix_is_held_against_its_profile(world):
    hub = world.hub
    cohorts.hold(hub, cohorts.session(world, hub))
    cohorts.session(world, hub, theme="green", plannedMinutes=60)
    usual = world.county.programme_id
    delivery = world.county.auditor.read(f"/v1/programmes/{usual}/final-report")["delivery"]
    assert delivery["profile"] is not None
    planned, held = delivery["planned"], delivery["held"]
    assert (planned["digitalMinutes"], planned["greenMinutes"]) == (180, 60)
    assert (held["digitalMinutes"], held["greenMinutes"]) == (170, 0)
    assert planned["digitalBasisPoints"] == 7500


def test_money_used_is_what_released_claims_show(world):
    world.ensure_account(world.hub)
    programme = world.county.set_up("/v1/programmes", world.county.programme_content())
    call = world.county.call(world.county.funding_line(programmeId=programme))
    grant = world.accepted(call=call, applied_ore=75_000 * KRONE)
    claim = world.county.release(world.county.attest(world.county.review(world.hub.claim(grant))))
    report = world.county.programme_lead.read(f"/v1/programmes/{programme}/final-report")
    used = sum(g["usedOre"] for g in report["money"]["costGroups"])
    assert used == sum(cost["amountOre"] for cost in claim["costs"]) > 0


def test_samplings_are_told_by_what_they_found(world):
    samplings.followed(world, world.hub)
    programme = samplings.sampled_programme(world, world.hub)
    report = world.county.programme_lead.read(f"/v1/programmes/{programme}/final-report")
    assert report["samplings"] == {
        "samplings": 1,
        "closed": 0,
        "cases": 2,
        "lookedInto": 2,
        "remarks": 0,
        "breaches": 1,
        "followedUp": 1,
        "overdue": 0,
    }


def test_it_is_the_countys_own(world, family):
    for path in (f"/v1/programmes/{family[0]}/umbrella", f"/v1/programmes/{family[0]}/final-report"):
        world.hub.signatory.get(path).refused("forbidden", 403)
        world.county.finance.get(path).refused("forbidden", 403)
        world.neighbour.programme_lead.get(path).refused("not-found", 404)
