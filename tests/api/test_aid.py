"""Aid to a firm as the county checks it: several at once, what it declared beside what is recorded."""

import datetime

import pytest
from support import cohorts
from support import copayments as c
from support import disqualifications
from support.delivery import new_firm
from support.parties import KRONE
from support.specimens import drop_out

AID_ORE = 30_000 * KRONE
pytestmark = pytest.mark.usefixtures("sound")


def check_all(person, copayments, **query):
    ids = [copayment["id"] for copayment in copayments]
    body = {"copaymentIds": ids, "reason": "Under taket"}
    return person.post("/v1/aid-checks", body, **query)


def test_aid_of_several_is_checked_at_once_and_each_by_itself(world):
    hub, caseworker = world.hub, world.county.caseworker
    raised, checked, asked = c.raised(world), c.checked(world), c.relief_asked(world)
    near, own, theirs = c.raised(world), c.raised(world), c.raised(world, world.other_hub)
    disqualifications.declared(caseworker, near, caseKind="copayment")
    raised_by = "update trinn.copayments set raised_by = %s where id = %s"
    world.database.run(raised_by, caseworker.person, own["id"])
    several = [raised, checked, asked, near, own, theirs]
    dry = check_all(caseworker, several, dryRun="true").expect(409)
    assert [f["pointer"] for f in dry.json["errors"]] == [f"#/copaymentIds/{n}" for n in (1, 3, 4)]
    results = check_all(caseworker, several).expect(200).json["results"]
    assert [r["copaymentId"] for r in results] == [copayment["id"] for copayment in several]
    told = [[e["code"] for e in r["errors"]] for r in results]
    assert told == [[], ["aid-checked"], [], ["disqualified"], ["four-eyes"], []]
    assert [r["done"] for r in results] == [not codes for codes in told]
    seen = [c.reread(hub, copayment) for copayment in several[:-1]]
    assert [s["aidChecked"] for s in seen] == [True, True, True, False, False]
    assert seen[2]["reliefs"][0]["aidChecked"]
    events = "select count(*) from trinn.audit_events where action = 'check-aid' and reason = %s"
    n_before = world.database.value(events, "Under taket")
    check_all(caseworker, [raised, checked]).refused("aid-checked", 409)
    (last,) = check_all(world.county.programme_lead, [own]).expect(200).json["results"]
    assert last["done"] and world.database.value(events, "Under taket") == n_before + 1
    check_all(hub.signatory, [near]).refused("forbidden", 403)


# ---- declared, and recorded


def declaration(world, days_old, *received):
    """As one would be that many days ago."""
    day = world.today - datetime.timedelta(days=days_old)
    return {"by": "Kari Nes", "onDay": str(day), "received": list(received)}


def test_a_declaration_is_no_older_than_the_county_allows(world):
    hub = world.hub
    enrolment = c.ready(world)
    old = c.place(world, declaration=declaration(world, 91))
    reply = hub.signatory.attempt(enrolment, "enrol", old).expect(422)
    assert reply.faults == [("declaration-old", "#/copayment/declaration/onDay")]
    assert "90" in reply.json["errors"][0]["detail"]
    figure = "insert into trinn.rule_params (county_id, key, basis, valid_from, value, unit, source)"
    figure += " values (50, 'aid.declaration_days', 'x', '2020-01-01', 14, 'days', 'x')"
    world.database.run(figure)
    late = c.place(world, declaration=declaration(world, 15))
    reply = hub.signatory.attempt(enrolment, "enrol", late).expect(422)
    assert "14" in reply.json["errors"][0]["detail"]
    world.database.run("delete from trinn.rule_params where key = 'aid.declaration_days'")
    hub.signatory.do(enrolment, "enrol", c.place(world, declaration=declaration(world, 90)))


def test_who_checks_sees_what_was_declared_beside_what_is_recorded(world):
    """Of every hub, and as a grant; before three years have passed, and not after."""
    firm, caseworker = world.firm, world.county.caseworker
    grant = world.offered(firm)
    other = c.check(world.other_hub, c.raised(world, world.other_hub, firm.orgnr))
    mine = c.raised(world, orgnr=firm.orgnr)
    seen = caseworker.read(mine / "aid")
    declared = seen["declared"]
    assert [(d["amountOre"], d["counts"]) for d in declared["received"]] == [(100 * KRONE, True)]
    assert (declared["totalOre"], seen["firm"]["orgnr"]) == (100 * KRONE, firm.orgnr)
    recorded = seen["recorded"]
    told = {(i["kind"], i["id"]): i for i in recorded["items"]}
    assert {k: (i["state"], i["aidOre"]) for k, i in told.items()} == {
        ("grant", grant["id"]): ("granted", grant["amountOre"]),
        ("copayment", other["id"]): ("reserved", AID_ORE),
        ("copayment", mine["id"]): ("reserved", AID_ORE),
    }
    assert told["copayment", other["id"]]["hub"]["orgnr"] == world.other_hub.orgnr
    assert told["grant", grant["id"]]["legalBasis"]["kind"]
    assert recorded["totalOre"] == 2 * AID_ORE + grant["amountOre"]
    c.begin(world.other_hub, other)
    settle = {"deliveryCostOre": 40_000 * KRONE, "copaymentIds": [other["id"]]}
    world.other_hub.hub_editor.post("/v1/aid-settlements", settle).expect(200)
    recorded = firm.firm.read(f"/v1/firms/{firm.orgnr}/aid")["recorded"]
    assert (recorded["reservedOre"], recorded["settledOre"]) == (AID_ORE, 28_000 * KRONE)
    assert firm.firm.read(mine / "aid")["recorded"] == recorded
    past = "update trinn.copayments set raised_on = %s where id = %s"
    long_ago = world.today - datetime.timedelta(days=3 * 366 + 1)
    world.database.run(past, str(long_ago), other["id"])
    after = caseworker.read(mine / "aid")["recorded"]
    assert other["id"] not in [i["id"] for i in after["items"] if i["kind"] == "copayment"]
    world.database.run(past, str(world.today), other["id"])


def test_a_stage_without_a_price_is_aid_of_what_it_is_worth(world):
    """Where it says so: reserved with the place, settled as it is completed, and seen as the next is checked."""
    hub, county = world.hub, world.county
    stages = county.programme_content()["stages"]
    stages[0] |= {"serviceValueOre": 12_000 * KRONE}
    programme = county.programme(stages=stages)
    firm, away = new_firm(world), new_firm(world)

    def recorded(orgnr):
        return county.caseworker.read(f"/v1/firms/{orgnr}/aid")["recorded"]

    enrolment = hub.enrol(hub.follow(programme, firm))
    (item,) = recorded(firm)["items"]
    assert (item["kind"], item["id"], item["stage"]) == ("stage", enrolment["id"], 1)
    assert (item["hub"]["orgnr"], item["legalBasis"]) == (hub.orgnr, None)
    assert recorded(firm)["reservedOre"] == 12_000 * KRONE
    enrolment = hub.signatory.do(hub.signatory.do(enrolment, "start"), "complete")
    assert recorded(firm)["settledOre"] == recorded(firm)["totalOre"] == 12_000 * KRONE
    enrolment = hub.signatory.do(hub.recommend(enrolment, 2), "enrol", c.place(world))
    seen = county.caseworker.read(f"/v1/copayments/{enrolment['copaymentId']}/aid")["recorded"]
    assert {i["kind"]: i["state"] for i in seen["items"]} == {"stage": "settled", "copayment": "reserved"}
    assert seen["totalOre"] == 12_000 * KRONE + AID_ORE
    left = hub.enrol(hub.follow(programme, away))
    drop_out(hub, left)
    assert recorded(away)["items"] == []
    report = county.programme_lead.read(f"/v1/programmes/{programme}/final-report")
    assert report["ownShare"]["unpricedAidOre"] == 12_000 * KRONE


def test_who_leaves_a_stage_without_a_price_got_all_of_it_or_nothing(world):
    """Nothing if it came to no session and got no hours; nobody settles it at less."""
    hub, county = world.hub, world.county
    stages = county.programme_content()["stages"]
    stages[0] |= {"serviceValueOre": 12_000 * KRONE}
    programme = county.programme(stages=stages)
    call = county.call(county.funding_line(programmeId=programme))
    track = cohorts.granted_track(world, hub, call, programmeId=programme)
    firms = [cohorts.enrolled(world, hub, programme=programme, state="active") for _ in range(2)]
    cohort = cohorts.add(hub, cohorts.cohort(world, hub, track), *firms)
    session = cohorts.plan(world, hub, hub.signatory.do(cohort, "start"))
    cohorts.hold(hub, session, (firms[0]["firm"]["orgnr"], 1))
    recorded = []
    for firm in firms:
        drop_out(hub, hub.signatory.read(f"/v1/enrolments/{firm['id']}"))
        found = county.caseworker.read(f"/v1/firms/{firm['firm']['orgnr']}/aid")["recorded"]
        recorded.append((found["settledOre"], found["totalOre"]))
    assert recorded == [(12_000 * KRONE, 12_000 * KRONE), (0, 0)]
    report = county.programme_lead.read(f"/v1/programmes/{programme}/final-report")
    assert report["ownShare"]["unpricedAidOre"] == 12_000 * KRONE


def test_what_was_declared_long_ago_does_not_count(world):
    old = {"grantor": "Innovasjon Norge", "grantedOn": "2019-05-01", "amountOre": 100 * KRONE}
    place = c.place(world, declaration=declaration(world, 1, old))
    copayment = c.of(world.hub, world.hub.signatory.do(c.ready(world), "enrol", place))
    declared = world.county.programme_lead.read(copayment / "aid")["declared"]
    assert [d["counts"] for d in declared["received"]] == [False] and declared["totalOre"] == 0


def test_what_a_firm_would_be_let_off_is_recorded_as_it_is_asked_for(world):
    firm = new_firm(world)
    asked = c.relief_asked(world, orgnr=firm)
    recorded = world.county.caseworker.read(f"/v1/firms/{firm}/aid")["recorded"]
    assert recorded["reservedOre"] == AID_ORE + c.SHARE_ORE
    world.county.caseworker.do(asked, "refuse-aid", {"reason": "Over taket"})
    recorded = world.county.caseworker.read(f"/v1/firms/{firm}/aid")["recorded"]
    assert recorded["reservedOre"] == AID_ORE


def test_aid_is_told_to_the_county_and_the_firm_itself(world):
    firm, hub = world.firm, world.hub
    mine = c.raised(world, orgnr=firm.orgnr)
    for path, code in ((mine / "aid", "forbidden"), (f"/v1/firms/{firm.orgnr}/aid", "not-found")):
        hub.signatory.get(path).refused(code)
        firm.firm.get(path).expect(200)
        world.county.auditor.get(path).expect(200)
    theirs = c.raised(world)
    firm.firm.get(theirs / "aid").refused("not-found", 404)
    firm.firm.get(f"/v1/firms/{theirs['firm']['orgnr']}/aid").refused("not-found", 404)
