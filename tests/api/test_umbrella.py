"""Programmes under a parent, told together, and what one came to."""

import csv
import io

import pytest
from support import cohorts, copayments, mobilisation, samplings
from support.bodies import measurement, new_project, new_report, result_text
from support.delivery import enrolled, new_firm
from support.enrolments import stage
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


def test_a_grant_that_lapsed_is_listed_and_nothing_that_was_granted(world, database):
    """The list is of cases; the figures are of money that somebody has a right to."""
    county = world.county
    programme = county.programme()
    call = county.call(county.funding_line(programmeId=programme))
    stays, lapses = (world.offered(call=call, applied_ore=75_000 * KRONE) for _ in range(2))
    become = (
        "set session_replication_role = replica; update trinn.grants set state = %s where id = %s"
    )
    database.run(become, "lapsed", lapses["id"])
    listed = county.programme_lead.items("/v1/grants", programmeId=programme)
    assert {g["id"]: g["state"] for g in listed} == {stays["id"]: "offered", lapses["id"]: "lapsed"}
    umbrella = county.programme_lead.read(f"/v1/programmes/{programme}/umbrella")
    report = county.programme_lead.read(f"/v1/programmes/{programme}/final-report")
    database.run(become, "offered", lapses["id"])
    for total in (umbrella["total"], report["total"]):
        assert (total["grants"], total["grantedOre"]) == (1, 75_000 * KRONE)
    money = report["money"]
    assert money["grantedOre"] == sum(g["grantedOre"] for g in money["costGroups"])
    assert money["grantedOre"] == 75_000 * KRONE


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
    (application,) = lead.items("/v1/applications", programmeId=first)
    (claim,) = lead.items("/v1/claims", programmeId=parent)
    assert claim["applicationId"] == application["id"]
    assert lead.items("/v1/claims", programmeId=second) == []
    assert lead.items("/v1/claims", programmeId=parent, state="released") == []
    below = lead.items("/v1/enrolments", programmeId=parent)
    assert {e["programme"]["id"] for e in below} == {first, second}
    programmes = {e["programme"]["id"] for e in lead.items("/v1/enrolments", programmeId=first)}
    assert programmes == {first}
    assert lead.items("/v1/applications", programmeId="999999") == []


def test_every_list_takes_a_parent_for_all_below_it(world, family):
    """And narrows it to a hub, and to what is asked for of its kind."""
    parent, first, second = family
    hub, lead = world.hub, world.county.programme_lead
    ours, theirs = (
        lead.read(f"/v1/organisations/{party.orgnr}")["id"] for party in (hub, world.other_hub)
    )
    (enrolment,) = lead.items("/v1/enrolments", programmeId=first, state="active")
    orgnr = enrolment["firm"]["orgnr"]
    alone = {"isLead": True, "shareBasisPoints": 10000, "orgnr": orgnr}
    content = new_project(world) | {"programmeId": first, "firms": [alone]}
    made = {"/v1/projects": hub.signatory.make("/v1/projects", content)}
    made["/v1/samplings"] = samplings.drawn(world, hub, programmeId=first, size=1)
    (application,) = lead.items("/v1/applications", programmeId=first)
    report = new_report(world, application["id"])
    made["/v1/progress-reports"] = world.county.caseworker.make("/v1/progress-reports", report)
    (made["/v1/results"],) = lead.items("/v1/results", programmeId=first)
    for path, thing in made.items():
        for query in ({}, {"hubId": ours}):
            found = lead.items(path, programmeId=parent, **query)
            assert [f["id"] for f in found] == [thing["id"]], path
        assert lead.items(path, programmeId=second) == []
        assert lead.items(path, programmeId=parent, hubId=theirs) == []
    pilot = content["isResearchPilot"]
    for wanted in (True, False):
        found = lead.items("/v1/projects", programmeId=parent, isResearchPilot=str(wanted).lower())
        assert len(found) == (wanted == pilot)
    assert lead.items("/v1/progress-reports", programmeId=parent, overdue="true") == []


def test_calls_and_money_are_listed_of_a_parent_for_all_below_it(world):
    county, hub, lead = world.county, world.hub, world.county.programme_lead
    parent = county.programme()
    first, second = (county.programme(parentId=parent) for _ in range(2))
    calls = [county.call(county.funding_line(programmeId=child)) for child in (first, second)]
    grants = [world.accepted(call=call) for call in (*calls, calls[0])]
    world.ensure_account(hub)
    queued, paid = (
        county.payment_of(county.release(county.attest(county.review(hub.claim(grant)))))
        for grant in grants[:2]
    )
    county.list_payments()
    county.pay(county.finance.read(paid.path))
    made = {
        "/v1/calls": ([calls[0]], [calls[1]]),
        "/v1/grants": ([grants[2], grants[0]], [grants[1]]),
        "/v1/payments": ([queued], [paid]),
    }
    for path, (of_first, of_second) in made.items():
        both = sorted((int(thing["id"]) for thing in of_first + of_second), reverse=True)
        for person in (lead, hub.signatory):
            found = person.items(path, programmeId=parent, limit=1)
            assert [int(thing["id"]) for thing in found] == both, path
        for child, wanted in ((first, of_first), (second, of_second)):
            found = lead.items(path, programmeId=child)
            assert [thing["id"] for thing in found] == [thing["id"] for thing in wanted], path
        assert lead.items(path, programmeId="999999999") == []
        of_others = world.other_hub.signatory.items(path, programmeId=parent)
        assert len(of_others) == (2 if path == "/v1/calls" else 0)
    for state, payment in (("exported", queued), ("paid", paid)):
        (found,) = lead.items("/v1/payments", programmeId=parent, state=state)
        assert found["id"] == payment["id"]
    assert lead.items("/v1/payments", programmeId=first, state="paid") == []
    assert len(lead.items("/v1/calls", programmeId=parent, state="open")) == 2
    assert lead.items("/v1/calls", programmeId=parent, state="closed") == []


def test_waivers_and_hand_overs_are_listed_of_a_parent_for_all_below_it(world):
    parent = world.county.programme()
    gated = [stage(1), stage(2, [{"kind": "assessed"}])]
    first, second = (world.county.programme(parentId=parent, stages=gated) for _ in range(2))
    made = {"/v1/gate-waivers": [], "/v1/handovers": []}
    for child in (first, second):
        firm = world.hub.follow(child, new_firm(world))
        made["/v1/gate-waivers"].append(world.hub.ask_waiver(firm, gate="assessed")["id"])
        asked = mobilisation.ask_handover(world, world.hub, world.other_hub, firm)
        made["/v1/handovers"].append(asked["id"])
    for path, (of_first, of_second) in made.items():
        for person in (world.county.caseworker, world.hub.signatory):
            found = person.items(path, programmeId=parent, limit=1)
            assert [thing["id"] for thing in found] == [of_second, of_first]
            (found,) = person.items(path, programmeId=first, state="asked")
            assert found["id"] == of_first
        assert world.county.caseworker.items(path, programmeId="999999999") == []
        assert world.neighbour.caseworker.items(path, programmeId=parent) == []


def test_the_funnel_of_a_parent_is_that_of_its_children(world, family):
    parent, first, second = family
    lead = world.county.programme_lead

    def enrolled_in(programme):
        return lead.read(f"/v1/reports/funnel?programmeId={programme}")["total"]["enrolled"]

    assert enrolled_in(parent) == enrolled_in(first) + enrolled_in(second) > 0
    behind = lead.items("/v1/reports/funnel/firms", programmeId=parent, figure="enrolled")
    assert len(behind) == enrolled_in(parent)


def test_a_firm_that_was_granted_money_itself_is_a_firm_of_the_programme(world):
    """Once in the total, though it takes part in another."""
    county = world.county
    parent = county.set_up("/v1/programmes", county.programme_content())
    training, stages = (
        county.set_up("/v1/programmes", county.programme_content(parentId=parent))
        for _ in range(2)
    )
    call = county.call(county.funding_line(programmeId=training))
    world.accepted(world.firm, call)
    enrolled(world, world.hub, world.firm.orgnr, stages)
    enrolled(world, world.hub, None, stages)
    umbrella = county.programme_lead.read(f"/v1/programmes/{parent}/umbrella")
    firms = {p["id"]: p["firms"] for p in umbrella["programmes"]}
    assert firms == {parent: 0, training: 1, stages: 2}
    assert (umbrella["total"]["firms"], umbrella["total"]["hubs"]) == (2, 1)


def test_the_final_report_is_made_of_what_happened(world, family):
    parent, first, _ = family
    report = world.county.programme_lead.read(f"/v1/programmes/{first}/final-report")
    assert report["programme"]["id"] == first
    assert {s["state"]: s["firms"] for s in report["enrolments"]} == {"active": 1, "completed": 1}
    (hub,) = report["hubs"]
    assert (hub["hub"]["orgnr"], hub["firms"], hub["finished"]) == (world.hub.orgnr, 2, 0)
    results = report["results"]
    assert (results["results"], results["measured"]) == (1, 1)
    assert (results["costOre"], results["moreOre"]) == (9_000 * KRONE, 40_000 * KRONE)
    assert results["lessOre"] == 0
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
    session = cohorts.session(world, hub)
    (member, *_) = hub.signatory.read(f"/v1/cohorts/{session['cohortId']}")["firms"]
    cohorts.hold(hub, session, (member["firm"]["orgnr"], 2))
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


def test_costs_that_were_saved_do_not_make_up_for_income_that_was_gained(world):
    hub, lead = world.hub, world.county.programme_lead
    programme = world.county.set_up("/v1/programmes", world.county.programme_content())
    way = enrolled(world, hub, None, programme, "completed")
    for effect_ore in (30_000 * KRONE, -20_000 * KRONE):
        result = hub.signatory.make("/v1/results", result_text() | {"enrolmentId": way, "stage": 2})
        money = measurement(world, effectOre=effect_ore)
        del money["effectBasisPoints"]
        hub.signatory.do(result, "measure", money)
    results = lead.read(f"/v1/programmes/{programme}/final-report")["results"]
    assert (results["moreOre"], results["lessOre"]) == (30_000 * KRONE, 20_000 * KRONE)
    (first, *_) = results["measurements"]
    assert (first["inMoney"], first["moreOre"], first["lessOre"]) == (2, 3_000_000, 2_000_000)


def test_a_share_less_of_something_is_no_worse_than_a_share_more(world):
    hub, lead = world.hub, world.county.programme_lead
    programme = world.county.set_up("/v1/programmes", world.county.programme_content())
    way = enrolled(world, hub, None, programme, "completed")
    report = f"/v1/programmes/{programme}/final-report"
    for effect_bp in (-1_100, 400, -2_600, -1_300, 0):
        result = hub.signatory.make("/v1/results", result_text() | {"enrolmentId": way, "stage": 2})
        hub.signatory.do(result, "measure", measurement(world, effectBasisPoints=effect_bp))
    first, second, _ = lead.read(report)["results"]["measurements"]

    def told(measured, way):
        kinds = ("least", "median", "most")
        shares = [measured[f"{kind}{way}BasisPoints"] for kind in kinds]
        return measured[f"{way.lower()}InShare"], *shares

    assert first["inShare"] == 5
    assert told(first, "More") == (1, 400, 400, 400)
    assert told(first, "Less") == (3, 1_100, 1_300, 2_600)
    assert told(second, "Less") == (0, None, None, None)
    table = lead.get(report, format="csv").expect(200).text
    assert "mindre, største andel;;;26" in table and "-11" not in table


def numbers_of(value, path=()):
    """The figures of a report by where they are, without what names a row or the report."""
    if isinstance(value, dict):
        for key, member in value.items():
            if key not in ("year", "months", "stage", "fromYear", "toYear"):
                yield from numbers_of(member, (*path, key))
    elif isinstance(value, list):
        for n, member in enumerate(value):
            yield from numbers_of(member, (*path, n))
    elif isinstance(value, int) and not isinstance(value, bool):
        yield path, value


def test_a_spreadsheet_tells_each_figure_of_it_in_norwegian(world, family):
    samplings.followed(world, world.hub)
    copayments.overpaid(world)
    auditor = world.county.auditor
    path = f"/v1/programmes/{world.county.programme_id}/final-report"
    told = list(numbers_of(auditor.read(path)))
    reply = auditor.get(path, format="csv").expect(200)
    assert 'filename="sluttrapport.csv"' in reply.headers["Content-Disposition"]
    rows = list(csv.DictReader(io.StringIO(reply.text.lstrip("\ufeff")), delimiter=";"))
    assert len(rows) == len(told) > 100
    names = {key for at, _ in told for key in at if isinstance(key, str)} - {"planned", "held"}
    english = {name for name in names if name not in ("total", "sessions")}
    for row, (at, value) in zip(rows, told, strict=True):
        assert "@" not in row["Del"] + row["Gjelder"] + row["Størrelse"], row
        assert not english & {row["Del"], *row["Gjelder"].split(), *row["Størrelse"].split()}, row
        last = next(key for key in reversed(at) if isinstance(key, str))
        column, parts = "Verdi", 1
        if last.endswith("Ore"):
            column, parts = "Kroner", 100
        elif last.endswith("BasisPoints"):
            column, parts = "Prosent", 100
        assert round(float(row[column].replace(",", ".")) * parts) == value, row
        assert [c for c in ("Verdi", "Kroner", "Prosent") if row[c]] == [column]


def test_a_report_of_years_the_wrong_way_round_is_refused(world, family):
    path = f"/v1/programmes/{family[0]}/final-report"
    reply = world.county.auditor.get(path, fromYear=2026, toYear=2024)
    reply.refused("bad-parameter", 400)
    assert "tidligere enn fromYear" in reply.text or "earlier than fromYear" in reply.text


def test_it_is_the_countys_own(world, family):
    for path in (f"/v1/programmes/{family[0]}/umbrella", f"/v1/programmes/{family[0]}/final-report"):
        world.hub.signatory.get(path).refused("forbidden", 403)
        world.county.finance.get(path).refused("forbidden", 403)
        world.neighbour.programme_lead.get(path).refused("not-found", 404)
