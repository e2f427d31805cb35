"""A grant ends with a settlement: prepared by one, confirmed by another, what remains given back."""

import datetime

import pytest
from support import appeals, conditions, grants, reversals
from support.bodies import REASON
from support.parties import KRONE

pytestmark = pytest.mark.usefixtures("sound")


def sheet_of(client, grant):
    return client.read(grant / "settlement")


def line_of(grant):
    return grant["fundingLineId"]


def reasons(client, grant, action):
    told = client.read(grant / "permitted-actions")["actions"]
    (one,) = [a for a in told if a["action"] == action]
    return [r["code"] for r in one["reasons"]]


def test_what_remains_goes_back_and_the_case_is_completed(world):
    hub, county = world.hub, world.county
    prepared = grants.settling(world, hub)
    before = county.balances(line_of(prepared))
    grant = county.decision_maker.do(prepared, "confirm-settlement")
    assert (grant["state"], grant["amountOre"]) == ("settled", 30_000 * KRONE)
    assert (grant["remainingOre"], grant["releasedOre"]) == (0, 10_000 * KRONE)
    assert [(p["remainingOre"], p["releasedOre"]) for p in grant["parts"]] == [(0, 10_000 * KRONE)]
    assert grant["endedAt"]
    after = county.balances(line_of(grant))
    assert after["available"] - before["available"] == 10_000 * KRONE
    assert before["committed"] - after.get("committed", 0) == 10_000 * KRONE
    application = hub.signatory.read(f"/v1/applications/{grant['applicationId']}")
    assert application["state"] == "completed"


def test_what_goes_back_is_told_in_a_letter_and_entered_in_the_journal(world):
    grant = grants.settled(world, world.hub)
    case = f"/v1/applications/{grant['applicationId']}"
    newest = world.hub.signatory.items(f"{case}/letters")[0]
    assert (newest["kind"], newest["grantId"]) == ("settlement", grant["id"])
    for language, rest in (("nb", "10\u00a0000\u00a0kroner"), ("en", "NOK\u00a010,000")):
        told = world.database.value(
            "select trinn.compose_letter(jsonb_populate_record(l, jsonb_build_object('language', %s::text)))::text"
            " from (select trinn.act_as_system(50)) s, trinn.letters l where l.id = %s",
            *(language, newest["id"]),
        )
        assert rest in told and grants.ASSESSMENT["assessment"] in told
    posts = world.county.archivist.items("/v1/journal-posts", applicationId=grant["applicationId"])
    (post,) = [p for p in posts if p["title"].startswith("Sluttoppgjør")]
    assert post["postType"] == "U"


def test_the_sheet_says_what_was_granted_claimed_paid_and_given_back(world):
    hub, county = world.hub, world.county
    grant = grants.paid_out(world, hub)
    sheet = sheet_of(hub.signatory, grant)
    assert (sheet["amountOre"], sheet["aidOre"]) == (30_000 * KRONE, 30_000 * KRONE)
    assert sheet["settlements"] == []
    prepared = county.caseworker.do(grant, "settle", grants.ASSESSMENT)
    assert sheet_of(hub.signatory, grant)["settlements"] == []
    assert sheet_of(county.finance, grant)["settlements"][0]["state"] == "prepared"
    county.decision_maker.do(prepared, "confirm-settlement")
    sheet = sheet_of(hub.signatory, grant)
    assert (sheet["paidOre"], sheet["releasedOre"]) == (20_000 * KRONE, 10_000 * KRONE)
    assert sheet["remainingOre"] == 0 and sheet["aidOre"] == sheet["paidOre"]
    (part,) = sheet["parts"]
    assert part["claimedOre"] == part["approvedOre"] == part["paidOre"] == 20_000 * KRONE
    assert (part["remainingOre"], part["releasedOre"]) == (0, 10_000 * KRONE)
    (evidenced,) = [c for c in sheet["costs"] if c["evidencedOre"]]
    assert evidenced["costGroup"] == "fagpartner"
    assert evidenced["evidencedOre"] == 240_000 * KRONE
    assert [(c["kind"], c["state"], c["paidOn"]) for c in sheet["claims"]] == [
        ("final", "released", str(world.today))
    ]
    (settlement,) = sheet["settlements"]
    assert (settlement["state"], settlement["releasedOre"]) == ("confirmed", 10_000 * KRONE)
    assert settlement["preparedBy"] != settlement["settledBy"]


def test_nothing_of_it_changes_afterwards(world):
    hub, county = world.hub, world.county
    grant = grants.settled(world, hub)
    content = hub.claim_content(1_000 * KRONE)
    hub.signatory.post(grant / "claims", content).refused("state-conflict", 409)
    content = {"kind": "decrease", "amountOre": 20_000 * KRONE} | REASON
    told = county.caseworker.post(grant / "amendments", content).json
    assert "state-conflict" in {t["code"] for t in told.get("errors", [told])}
    county.caseworker.attempt(grant, "settle", grants.ASSESSMENT).refused("state-conflict", 409)


def test_each_open_thing_stands_in_the_way_by_name(world):
    hub, county = world.hub, world.county
    world.ensure_account(hub)
    grant = grants.part_granted(hub)
    claim = grants.claim(hub, grant, 10_000 * KRONE)
    asked = grants.asked(world, hub, "extension", grant)
    told = reasons(county.caseworker, grant, "settle")
    assert told == ["final-missing", "claim-open", "amendment-undecided", "appeal-period-runs"]
    hub.signatory.do(asked, "withdraw", REASON)
    county.release(county.attest(county.review(claim)))
    told = reasons(county.caseworker, grant, "settle")
    assert told == ["final-missing", "payment-unpaid", "appeal-period-runs"]


def test_a_reversal_that_is_proposed_stands_in_the_way(world):
    hub, county = world.hub, world.county
    grant = grants.paid_out(world, hub)
    assert reasons(county.caseworker, grant, "settle") == []
    case = county.caseworker.read(f"/v1/applications/{grant['applicationId']}")
    said = {"outcome": "part_granted", "amount_ore": 29_000 * KRONE}
    reversals.proposed(world, hub, case, **said)
    assert reasons(county.caseworker, grant, "settle") == ["reversal-open"]


def test_an_open_condition_stands_in_the_way(world):
    county = world.county
    grant = county.grant_of(conditions.decided(world.hub, conditions.condition()))
    assert "condition-unmet" in reasons(county.caseworker, grant, "settle")


def test_an_appeal_stands_in_the_way(world):
    hub = world.hub
    application = appeals.accepted(world, hub)
    appeals.lodged(world, hub, application)
    grant = world.county.grant_of(application)
    assert "appeal-open" in reasons(world.county.caseworker, grant, "settle")


def test_where_nothing_remains_nothing_is_given_back(world):
    hub, county = world.hub, world.county
    prepared = grants.settling(world, hub)
    county.decision_maker.do(prepared, "return-settlement", REASON)
    grant = county.caseworker.read(prepared.path)
    lowered = grants.asked(world, hub, "decrease", grant, amountOre=20_000 * KRONE)
    grants.decided(world, hub, lowered)
    appeals.move_back(world, {"id": grant["applicationId"]}, 40)
    grant = county.caseworker.read(prepared.path)
    before = county.balances(line_of(grant))
    grant = grants.settled(world, hub, grant)
    assert (grant["state"], grant["remainingOre"]) == ("settled", 0)
    assert county.balances(line_of(grant)) == before


def test_it_is_sent_back_and_prepared_anew(world):
    hub, county = world.hub, world.county
    prepared = grants.settling(world, hub)
    told = county.caseworker.attempt(prepared, "settle", grants.ASSESSMENT)
    told.refused("settlement-prepared", 409)
    returned = county.decision_maker.do(prepared, "return-settlement", REASON)
    refused = county.decision_maker.attempt(returned, "confirm-settlement")
    refused.refused("settlement-missing", 409)
    grants.settled(world, hub, returned)
    states = [s["state"] for s in sheet_of(county.caseworker, returned)["settlements"]]
    assert states == ["returned", "confirmed"]


def test_a_grant_that_changed_meanwhile_is_prepared_anew(world):
    hub, county = world.hub, world.county
    prepared = grants.settling(world, hub)
    lowered = grants.asked(world, hub, "decrease", prepared, amountOre=25_000 * KRONE)
    grants.decided(world, hub, lowered)
    told = reasons(county.decision_maker, prepared, "confirm-settlement")
    assert "settlement-changed" in told


def test_two_persons_settle_and_nobody_who_applied_or_claimed(world):
    hub, county = world.hub, world.county
    preparer, decider = world.one_person((county, "caseworker"), (county, "decision_maker"))
    prepared = preparer.do(grants.paid_out(world, hub), "settle", grants.ASSESSMENT)
    decider.attempt(prepared, "confirm-settlement").refused("four-eyes", 403)
    decider.attempt(prepared, "return-settlement", REASON).refused("four-eyes", 403)
    claims, settles = world.one_person((hub, "hub_signatory"), (county, "caseworker"))
    grant = grants.part_granted(hub)
    content = hub.claim_content(400 * KRONE)
    claims.make(grant / "claims", content | {"costs": [content["costs"][0] | {"amountOre": 4_800 * KRONE}]})
    assert settles.attempt(settles.read(grant.path), "settle", grants.ASSESSMENT).status == 403


def test_the_time_to_appeal_is_waited_for(world):
    hub, county = world.hub, world.county
    world.ensure_account(hub)
    grant = grants.part_granted(hub)
    grants.pay(county, grants.claim(hub, grant, 20_000 * KRONE, kind="final"))
    grant = county.caseworker.read(grant.path)
    refused = county.caseworker.attempt(grant, "settle", grants.ASSESSMENT)
    refused.refused("appeal-period-runs", 409)
    decisions = hub.signatory.items(f"/v1/applications/{grant['applicationId']}/decisions")
    appeal_by = datetime.date.fromisoformat(decisions[-1]["appealBy"])
    assert f"{appeal_by:%d.%m.%Y}" in refused.json["detail"]

