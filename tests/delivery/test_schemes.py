"""Schemes side by side, and a firm that two of them would help for the same need at the same time."""

import datetime
import itertools
from concurrent.futures import ThreadPoolExecutor

import pytest
from support.copayments import raised
from support.delivery import enrolled, new_firm
from support.enrolments import stage
from support.parties import KRONE
from support.specimens import drop_out


@pytest.fixture
def firm_line(world):
    """One that firms apply to, in a programme of its own."""

    def make(**changes):
        programme = world.county.set_up("/v1/programmes", world.county.programme_content())
        return world.county.funding_line(programmeId=programme, **changes)

    return make


def scheme_of(person, orgnr, line):
    schemes = person.get("/v1/schemes", orgnr=orgnr).expect(200).json["schemes"]
    (found,) = [s for s in schemes if s["fundingLine"]["id"] == line]
    return found


def test_a_firm_sees_what_each_scheme_gives(world, firm_line):
    line = firm_line(maxShareBasisPoints=5000)
    call = world.county.call(line)
    scheme = scheme_of(world.firm.signatory, world.firm.orgnr, line)
    assert (scheme["way"], scheme["rateBasisPoints"], scheme["ownShareBasisPoints"]) == (
        "applies",
        5000,
        5000,
    )
    assert [c["id"] for c in scheme["openCalls"]] == [call["id"]]
    assert scheme["stages"][1]["ownShareOre"] == 12_000 * KRONE
    assert scheme["obstacles"] == []


def test_the_most_that_a_firm_of_its_size_can_get_is_told_and_no_more_applied_for(
    world, firm_line
):
    few = {"employeesFrom": 0, "amountOre": 300_000 * KRONE, "source": "Vilkår, under 50 ansatte"}
    many = {"employeesFrom": 50, "amountOre": 500_000 * KRONE, "source": "Vilkår, 50 eller flere"}
    line = firm_line(maxAmounts=[many, few])
    orgnr = new_firm(world)
    for employees, most in (("null", few), (49, few), (50, many)):
        world.database.run(
            f"update trinn.organisations set employees = {employees} where orgnr = '{orgnr}'"
        )
        assert scheme_of(world.county.caseworker, orgnr, line)["maxAmount"] == most
    firm = world.firm.signatory
    draft = filled(world, world.firm, line, costs=world.firm.costs(1_000_000 * KRONE)["costs"])
    assert firm.read(f"/v1/calls/{draft['call']['id']}")["maxAmounts"] == [few, many]
    over = world.firm.finance(300_001 * KRONE, 699_999 * KRONE)
    draft = firm.save(draft, "finance-plan", over)
    reply = firm.attempt(draft, "submit", headers={"Accept-Language": "en"}).expect(422)
    assert reply.faults == [("amount-too-high", "#/finance")]
    (fault,) = reply.json["errors"]
    assert fault["detail"].endswith("NOK 300\xa0000 at most (Vilkår, under 50 ansatte).")
    exact = world.firm.finance(300_000 * KRONE, 700_000 * KRONE)
    draft = firm.save(draft, "finance-plan", exact)
    assert firm.do(draft, "submit")["appliedOre"] == 300_000 * KRONE


def test_of_what_hubs_apply_for_it_takes_part_in_the_stages(world):
    line = world.county.funding_line(applicantKinds=["hub"])
    scheme = scheme_of(world.firm.signatory, world.firm.orgnr, line)
    assert (scheme["way"], scheme["rateBasisPoints"]) == ("takes_part", None)


def test_the_aid_of_a_stage_is_told_as_it_will_be_reserved(world):
    stages = world.county.programme_content()["stages"]
    stages[1] |= {"vatMode": "standard", "priceCapOre": 12_000 * KRONE}
    stages[1] |= {"serviceValueOre": 42_000 * KRONE}
    programme = world.county.programme(stages=stages)
    line = world.county.funding_line(programmeId=programme)
    stage = scheme_of(world.firm.signatory, world.firm.orgnr, line)["stages"][1]
    assert (stage["ownShareOre"], stage["aidValueOre"]) == (12_000 * KRONE, 32_400 * KRONE)


def test_what_keeps_a_firm_from_it_is_told(world, firm_line):
    outside = new_firm(world, "0301")
    scheme = scheme_of(world.county.caseworker, outside, firm_line())
    assert scheme["obstacles"] == ["applicant-outside-county"]


def test_what_it_has_is_told_to_those_who_see_it(world):
    line = world.county.usual_line_id
    firm = new_firm(world)
    enrolled(world, world.hub, firm)
    assert scheme_of(world.hub.signatory, firm, line)["enrolment"]["state"] == "active"
    assert scheme_of(world.other_hub.signatory, firm, line)["enrolment"] is None


def test_a_firm_asks_of_itself_without_saying_who_it_is(world):
    shown = world.firm.signatory.read("/v1/schemes")
    assert shown["firm"]["orgnr"] == world.firm.orgnr


def test_who_takes_part_as_no_firm_has_no_schemes(world):
    for person in (world.county.caseworker, world.hub.signatory):
        person.get("/v1/schemes").refused("not-found", 404)
        person.get("/v1/schemes", orgnr=world.hub.orgnr).refused("not-found", 404)
        person.get("/v1/schemes", orgnr=world.firm.orgnr).expect(200)


def test_a_firm_is_shown_no_calls_that_only_hubs_apply_in(world):
    line = world.county.funding_line(applicantKinds=["hub"])
    world.county.call(line)
    assert scheme_of(world.firm.signatory, world.firm.orgnr, line)["openCalls"] == []


def test_a_queue_for_a_stage_is_told(world):
    programme = world.county.programme(stages=[stage(1, capacity=1), stage(2)])
    line = world.county.funding_line(programmeId=programme)
    world.hub.enrol(world.hub.follow(programme, next(world.spare_firms)))
    world.hub.enrol(world.hub.follow(programme, next(world.spare_firms)))
    first, second = scheme_of(world.firm.signatory, world.firm.orgnr, line)["stages"]
    assert (first["placesFree"], first["waiting"]) == (0, 1)
    assert (second["placesFree"], second["waiting"]) == (None, 0)


def test_of_a_firm_nobody_knows_there_is_nothing(world):
    world.county.caseworker.get("/v1/schemes", orgnr="910000004").refused("not-found", 404)


# ---- overlap

PATH = "/v1/applications"
SEASONS = itertools.count(1)


@pytest.fixture
def season(world):
    """A time that no other test's applications are for."""
    first = world.today + datetime.timedelta(400 * next(SEASONS))
    return {"startsOn": str(first), "endsOn": str(first + datetime.timedelta(300))}


def filled(world, party, line, call=None, costs=None, **plan):
    """A draft of the hub for the firm at stage 1, or of the firm itself: competence, both."""
    draft = party.draft(world.county.call(line, **call or {}))
    if party is world.firm:
        plan["firms"] = []
    draft = party.signatory.save(draft, "plan", party.plan(**plan))
    content = {"costs": costs} if costs else party.costs(100_000 * KRONE)
    draft = party.signatory.save(draft, "cost-plan", content)
    finance = party.finance(75_000 * KRONE, 25_000 * KRONE)
    return party.signatory.save(draft, "finance-plan", finance)


def applied(world, party, line, **plan):
    return party.signatory.do(filled(world, party, line, **plan), "submit")


def decided(world, application):
    return world.county.decide(world.county.recommend(application))


def warnings(person, application):
    shown = person.get(application / "permitted-actions").expect(200).json["warnings"]
    assert {w["code"] for w in shown} <= {"overlap", "overlap-elsewhere", "overlap-no-grant"}
    return [w["detail"] for w in shown]


@pytest.fixture
def hub_line(world):
    return world.county.funding_line(name="Industri 4.0 for hager")


@pytest.fixture
def granted(world, hub_line, season):
    """To a hub, with the firm in its plan."""
    return decided(world, applied(world, world.hub, hub_line, **season))


def test_the_same_need_in_two_schemes_is_warned_of_with_its_reasons(
    world, firm_line, granted, season
):
    mine = applied(world, world.firm, firm_line(), **season)
    (told,) = warnings(world.county.caseworker, mine)
    assert told.endswith(f": kompetanse ({granted['caseNumber']}, Industri 4.0 for hager).")
    assert decided(world, mine)["state"] == "granted"


def test_what_was_seen_and_why_it_is_granted_all_the_same_is_kept(
    world, firm_line, granted, season
):
    mine = world.county.recommend(applied(world, world.firm, firm_line(), **season))
    content = world.county.decision(mine)
    del content["overlapGrounds"]
    reply = world.county.decision_maker.attempt(mine, "decide", content)
    assert reply.refused("validation-failed", 422).faults == [
        ("overlap-grounds", "#/overlapGrounds")
    ]
    mine = world.county.decide(mine)
    (decision,) = world.county.auditor.items(mine / "decisions")
    kept = decision["overlaps"]
    assert (kept["onOverlap"], kept["grounds"]) == ("warn", "Ulike kurs")
    (seen,) = kept["seen"]
    assert (seen["caseNumber"], seen["isGranted"]) == (granted["caseNumber"], True)
    (told,) = world.firm.signatory.items(mine / "decisions")
    assert told["overlaps"] is None
    (first,) = world.county.auditor.items(granted / "decisions")
    assert first["overlaps"]["seen"] == []


def test_a_firm_that_came_to_a_stage_is_of_what_its_hub_was_granted(world, firm_line, season):
    """Though it stands in no plan; not where it dropped out, nor where it came in another year."""
    this_year = {"startsOn": f"{world.year}-01-01", "endsOn": f"{world.year}-12-31"}
    plan = {"firms": [{"orgnr": new_firm(world), "stage": 1}]}
    line = world.county.funding_line()
    theirs = decided(world, applied(world, world.other_hub, line, **this_year, **plan))
    here, gone = new_firm(world), new_firm(world)
    enrolled(world, world.other_hub, here, stage=1)
    dropped = enrolled(world, world.other_hub, gone, stage=1)
    drop_out(world.other_hub, world.other_hub.signatory.read(f"/v1/enrolments/{dropped}"))
    told = {}
    for orgnr in (here, gone):
        line = world.county.funding_line()
        plan = {"firms": [{"orgnr": orgnr, "stage": 1}]}
        other = applied(world, world.hub, line, **this_year, **plan)
        told[orgnr] = warnings(world.county.caseworker, other)
    assert any(theirs["caseNumber"] in text for text in told[here])
    assert told[gone] == []
    later = applied(world, world.hub, world.county.funding_line(), **season, firms=plan["firms"])
    assert warnings(world.county.caseworker, later) == []


def test_each_firm_of_another_case_is_told(world, season):
    """At application, in the refusal without grounds, and in what the decision keeps."""
    orgnrs = [new_firm(world) for _ in range(3)]
    plan = {"firms": [{"orgnr": orgnr, "stage": 1} for orgnr in orgnrs]}
    theirs = decided(world, applied(world, world.other_hub, world.county.funding_line(), **season, **plan))
    mine = applied(world, world.hub, world.county.funding_line(), **season, **plan)
    names = {firm["name"] for firm in world.county.caseworker.read(mine.path)["firms"]}
    told = warnings(world.county.caseworker, mine)
    assert {text.split(" er med i ")[0] for text in told} == names
    assert all(theirs["caseNumber"] in text for text in told)
    mine = world.county.recommend(mine)
    content = world.county.decision(mine)
    del content["overlapGrounds"]
    reply = world.county.decision_maker.attempt(mine, "decide", content).expect(422)
    assert reply.faults == [("overlap-grounds", "#/overlapGrounds")] * 3
    world.county.decide(mine)
    (decision,) = world.county.auditor.items(mine / "decisions")
    assert {seen["firm"] for seen in decision["overlaps"]["seen"]} == names


def test_a_place_that_no_grant_covers_is_seen(world):
    """Of the firm in another programme, by the county; not when it has left it."""
    soon = {"startsOn": str(world.today + datetime.timedelta(30))}
    soon["endsOn"] = str(world.today + datetime.timedelta(60))
    here, gone = new_firm(world), new_firm(world)
    programme = world.county.programme()
    enrolled(world, world.other_hub, here, programme, stage=1)
    dropped = enrolled(world, world.other_hub, gone, programme, stage=1)
    drop_out(world.other_hub, world.other_hub.signatory.read(f"/v1/enrolments/{dropped}"))
    plan = {"firms": [{"orgnr": orgnr, "stage": 1} for orgnr in (here, gone)]}
    mine = applied(world, world.hub, world.county.funding_line(), **soon, **plan)
    assert warnings(world.hub.signatory, mine) == []
    (told,) = warnings(world.county.caseworker, mine)
    name = world.county.caseworker.read(f"/v1/programmes/{programme}")["name"]
    assert told.endswith(f": kompetanse ({name}).")
    mine = decided(world, mine)
    (decision,) = world.county.auditor.items(mine / "decisions")
    (seen,) = decision["overlaps"]["seen"]
    assert (seen["caseNumber"], seen["line"], seen["isGranted"]) == (None, name, True)


def beside(person, path):
    shown = person.read(f"{path}/permitted-actions")["warnings"]
    return [(w["code"], w["detail"]) for w in shown if w["code"].startswith("helped-")]


def test_a_hub_that_enrols_a_firm_is_told_of_a_place_for_the_same_need(world):
    """Of its own by name, of another's that there is one; the county and the firm of each."""
    orgnr = new_firm(world)
    first, second = world.county.programme(), world.county.programme()
    name = world.county.caseworker.read(f"/v1/programmes/{first}")["name"]
    enrolled(world, world.hub, orgnr, first, stage=1)
    mine = f"/v1/enrolments/{enrolled(world, world.hub, orgnr, second, 'assessed', None)}"
    (told, *_) = beside(world.hub.signatory, mine)
    assert told[0] == "helped-beside" and f": kompetanse ({name})." in told[1]
    theirs = world.county.programme()
    theirs = f"/v1/enrolments/{enrolled(world, world.other_hub, orgnr, theirs, 'assessed', None)}"
    told = beside(world.other_hub.signatory, theirs)
    assert {code for code, _ in told} == {"helped-elsewhere"}
    assert len(told) == len({detail[:8] for _, detail in told})
    assert name not in str(told)
    assert name in str(beside(world.county.caseworker, theirs))


def test_the_county_that_checks_the_aid_is_told_of_a_place_for_the_same_need(world):
    first = world.county.programme()
    share = raised(world)
    name = world.county.caseworker.read(f"/v1/programmes/{first}")["name"]
    path = f"/v1/copayments/{share['id']}"
    assert beside(world.county.caseworker, path) == []
    enrolled(world, world.other_hub, share["firm"]["orgnr"], first, stage=1)
    (told,) = beside(world.county.caseworker, path)
    assert told[0] == "helped-beside" and name in told[1]


def test_the_same_need_is_seen_whatever_the_costs_are_called(world, granted, season):
    """A need is what the stages serve; that both pay for workshops is none."""
    names = {"fagpartner": "wages", "workshops": "course"}
    groups = [{"code": c, "name": "Kostnad", "earmarked": False} for c in names.values()]
    call = {"stages": [1], "costGroups": list(names.values())}
    costs = world.firm.costs(100_000 * KRONE)["costs"]
    costs = [cost | {"costGroup": names[cost["costGroup"]]} for cost in costs]
    for need, n_told in (("competence", 1), ("investment", 0)):
        programme = world.county.programme(stages=[stage(1, needs=[need])])
        line = world.county.funding_line(programmeId=programme, costGroups=groups)
        draft = filled(world, world.firm, line, call, costs, **season)
        mine = world.firm.signatory.do(draft, "submit")
        told = warnings(world.county.caseworker, mine)
        assert len([t for t in told if granted["caseNumber"] in t]) == n_told


def test_the_same_costs_for_another_need_are_no_overlap(world, granted, season):
    programme = world.county.programme(stages=[stage(n, needs=["development"]) for n in (1, 2)])
    mine = applied(world, world.firm, world.county.funding_line(programmeId=programme), **season)
    assert warnings(world.county.caseworker, mine) == []


def test_a_stage_left_out_of_the_newest_version_serves_what_it_did(world, firm_line, season):
    programme = world.county.programme()
    line = world.county.funding_line(programmeId=programme)
    theirs = decided(world, applied(world, world.hub, line, **season))
    world.county.new_stages(programme, stages=[stage(2, needs=["network"])])
    mine = applied(world, world.firm, firm_line(), **season)
    (told,) = warnings(world.county.caseworker, mine)
    assert theirs["caseNumber"] in told


def test_one_that_applies_twice_to_a_line_for_the_same_time_is_warned_of(world, firm_line, season):
    """Not in several BIO projects at once. A hub's parts of a track are for the same firms."""
    line = firm_line()
    first = applied(world, world.firm, line, **season)
    second = filled(world, world.firm, line, **season)
    (told,) = warnings(world.firm.signatory, second)
    assert first["caseNumber"] in told
    (other,) = world.firm.signatory.do(second, "submit")["otherSchemes"]
    assert other["isGranted"] is False
    (told,) = warnings(world.county.caseworker, first)
    line, firm = world.county.funding_line(), new_firm(world)
    for number in (1, 2):
        plan = {"firms": [{"orgnr": firm, "stage": number}]}
        part = applied(world, world.hub, line, **season, **plan)
    assert warnings(world.county.caseworker, part) == []


def test_neither_party_learns_of_the_others_case(world, firm_line, granted, season):
    mine = applied(world, world.firm, firm_line(), **season)
    assert granted["caseNumber"] not in str(warnings(world.firm.signatory, mine))
    theirs = world.hub.signatory.read(f"{PATH}/{granted['id']}")
    assert warnings(world.hub.signatory, theirs) == []


def test_a_line_that_refuses_refuses_to_recommend_and_may_still_reject(
    world, firm_line, granted, season
):
    mine = applied(world, world.firm, firm_line(onOverlap="refuse"), **season)
    county = world.county
    content = county.recommendation(mine)
    county.caseworker.attempt(mine, "recommend", content).refused("overlap", 409)
    mine = county.recommend(mine, "rejected")
    assert county.decision_maker.do(mine, "decide", county.decision(mine, "rejected"))


def test_a_line_that_refuses_refuses_what_was_granted_since_it_was_recommended(
    world, firm_line, season
):
    mine = applied(world, world.firm, firm_line(onOverlap="refuse"), **season)
    mine = world.county.recommend(mine)
    decided(world, applied(world, world.hub, world.county.funding_line(), **season))
    content = world.county.decision(mine)
    world.county.decision_maker.attempt(mine, "decide", content).refused("overlap", 409)


def test_of_two_decided_in_one_request_the_second_is_refused_tried_dry_too(
    world, firm_line, season
):
    county = world.county
    lines = [world.county.funding_line(), firm_line(onOverlap="refuse")]
    parties = [world.hub, world.firm]
    cases = [county.recommend(applied(world, *of, **season)) for of in zip(parties, lines)]
    content = {"cases": [county.case(a) for a in cases]}
    dry = county.decision_maker.post("/v1/decisions", content, key="", dryRun="true").expect(409)
    assert dry.faults == [("overlap", "#/cases/1")]
    first, second = county.decision_maker.post("/v1/decisions", content).expect(200).json["results"]
    assert first["done"] and [e["code"] for e in second["errors"]] == ["overlap"]


def test_a_firm_is_told_as_it_applies_which_scheme_gives_it_the_same(
    world, firm_line, granted, season
):
    """By its name: whose case it is, and that there is another's, stays untold."""
    for on_overlap, code in (("warn", "overlap-elsewhere"), ("refuse", "overlap-no-grant")):
        mine = filled(world, world.firm, firm_line(onOverlap=on_overlap), **season)
        told = world.firm.signatory.read(mine / "permitted-actions")["warnings"]
        (warning,) = [w for w in told if "Industri 4.0 for hager" in w["detail"]]
        assert warning["code"] == code
        assert granted["caseNumber"] not in str(told)
        mine = world.firm.signatory.do(mine, "submit")
        (other,) = [o for o in mine["otherSchemes"] if o["line"] == "Industri 4.0 for hager"]
        assert (other["need"], other["isGranted"]) == ("competence", True)
        world.firm.signatory.do(mine, "withdraw", {"reason": "Prøver en annen ordning"})
    assert world.county.caseworker.read(mine.path)["otherSchemes"] is None


def test_what_is_only_applied_for_refuses_nothing(world, firm_line, season):
    applied(world, world.hub, world.county.funding_line(), **season)
    mine = applied(world, world.firm, firm_line(onOverlap="refuse"), **season)
    assert decided(world, mine)["state"] == "granted"


def test_a_firm_cannot_apply_again_where_it_is_refused(world, firm_line, season):
    decided(world, applied(world, world.firm, firm_line(), **season))
    second = filled(world, world.firm, firm_line(onOverlap="refuse"), **season)
    world.firm.signatory.attempt(second, "submit").refused("overlap", 409)


@pytest.fixture
def way_on(world, firm_line, season):
    """A draft of the firm to a line that follows the second stage, in which it is or was; the plan of
    the hub has it at the first."""

    def make(state, **plan):
        programme = world.county.programme()
        line = world.county.funding_line(programmeId=programme)
        decided(world, applied(world, world.hub, line, **season))
        enrolled(world, world.hub, world.firm.orgnr, programme, state, stage=2)
        follows = [{"programmeId": programme, "stage": 2}]
        return filled(world, world.firm, firm_line(follows=follows), **season, **plan)

    return make


NEW = {"newContent": "Opplæring av fire til, i det vi ikke rakk på trinnet"}


def test_the_intended_way_on_is_never_an_overlap(world, way_on):
    mine = world.firm.signatory.do(way_on("completed", **NEW), "submit")
    assert warnings(world.county.caseworker, mine) == []
    assert world.county.caseworker.read(mine.path)["newContent"] == NEW["newContent"]


@pytest.mark.parametrize("state, plan", [("active", NEW), ("completed", {})])
def test_during_the_stage_or_without_new_content_it_is_one(world, way_on, state, plan):
    mine = world.firm.signatory.do(way_on(state, **plan), "submit")
    assert len(warnings(world.county.caseworker, mine)) == 1


def test_a_stage_that_a_firm_is_in_again_is_not_behind_it(world, way_on):
    draft = way_on("completed", **NEW)
    world.database.run(
        "set session_replication_role = replica; insert into trinn.passages (county_id, programme_id,"
        " enrolment_id, hub_id, firm_id, round, stage, year, assessed, waited, enrolled, completed,"
        " dropped_out) select county_id, programme_id, enrolment_id, hub_id, firm_id, 2, stage, year,"
        " false, false, true, false, false from trinn.passages order by id desc limit 1"
    )
    mine = world.firm.signatory.do(draft, "submit")
    told = warnings(world.county.caseworker, mine)
    world.database.run(
        "set session_replication_role = replica; delete from trinn.passages where round = 2"
    )
    assert len(told) == 1


def test_a_way_on_from_another_stage_is_an_overlap(world, firm_line, granted, season):
    follows = [{"programmeId": world.county.programme_id, "stage": 2}]
    mine = applied(world, world.firm, firm_line(follows=follows), **season, **NEW)
    assert len(warnings(world.county.caseworker, mine)) == 1


def test_another_time_is_no_overlap(world, firm_line, granted):
    first = world.today + datetime.timedelta(400 * next(SEASONS))
    later = {"startsOn": str(first), "endsOn": str(first + datetime.timedelta(300))}
    mine = applied(world, world.firm, firm_line(), **later)
    assert warnings(world.county.caseworker, mine) == []


def test_two_decisions_at_once_grant_one(world, firm_line, season):
    """Each refuses what the other grants; both wait for each other's guard."""
    lines = [firm_line(onOverlap="refuse") for _ in range(2)]
    mine = [world.county.recommend(applied(world, world.firm, line, **season)) for line in lines]

    def decide(application):
        person = world.county.decision_maker.another()
        return person.attempt(application, "decide", world.county.decision(application))

    with ThreadPoolExecutor(2) as pool:
        replies = list(pool.map(decide, mine))
    assert sorted(reply.status for reply in replies) == [200, 409]
    world.assert_sound()


def test_a_line_follows_only_programmes_that_are_there(world):
    content = world.county.funding_line_content(follows=[{"programmeId": "999999", "stage": 2}])
    reply = world.county.county_admin.post("/v1/funding-lines", content)
    assert reply.refused("validation-failed", 422).faults == [("unknown-reference", "#/follows")]
