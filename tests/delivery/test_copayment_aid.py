"""The aid in a stage that firms pay for: declared, checked by the county, lowered to what was delivered."""

import pytest
from support import copayments as c
from support import partners
from support.bodies import REASON
from support.copayments import SHARE_ORE
from support.parties import KRONE

pytestmark = pytest.mark.usefixtures("sound")


SHOWN = {"reason": "Brev fra Enova: tilskuddet ble trukket tilbake"}


# ---- checked


def test_the_aid_is_checked_by_the_county_before_the_firm_is_invoiced(world):
    hub, county = world.hub, world.county
    world.ensure_account(hub)
    copayment = c.raised(world)
    hub.signatory.attempt(copayment, "invoice", c.due(world, 30)).refused("aid-unchecked", 409)
    seen = county.caseworker.read(copayment.path)
    seen = county.caseworker.do(seen, "check-aid", REASON)
    assert seen["aidChecked"]
    county.programme_lead.attempt(seen, "check-aid", REASON).refused("aid-checked", 409)
    county.caseworker.attempt(seen, "invoice", c.due(world, 30)).refused("forbidden", 403)
    county.finance.get(seen.path).refused("not-found", 404)
    assert hub.signatory.do(seen, "invoice", c.due(world, 30))["state"] == "invoiced"


def test_no_stage_begins_before_its_aid_is_checked(world):
    hub = world.hub
    copayment = c.raised(world)
    enrolment = hub.signatory.read(f"/v1/enrolments/{copayment['enrolmentId']}")
    reply = hub.signatory.attempt(enrolment, "start").refused("aid-unchecked", 409)
    assert "fylkeskommunen" in reply.json["detail"]
    several = {"step": "start", "enrolmentIds": [enrolment["id"]]}
    reply = hub.signatory.post("/v1/enrolment-steps", several)
    assert reply.faults == [("aid-unchecked", "#/enrolmentIds/0")]
    (told,) = hub.signatory.permitted(enrolment)["start"]["reasons"]
    assert told["code"] == "aid-unchecked"
    c.check(hub, copayment)
    assert hub.signatory.do(enrolment, "start")["state"] == "active"


def test_aid_that_a_firm_may_not_have_is_refused_in_words(world):
    hub, clerk = world.hub, world.county.caseworker
    copayment = c.raised(world, orgnr=world.firm.orgnr)
    refused = clerk.do(clerk.read(copayment.path), "refuse-aid", {"reason": "Over taket"})
    assert (refused["aidChecked"], refused["aidRefusal"]) == (False, "Over taket")
    assert world.firm.firm.read(copayment.path)["aidRefusal"] == "Over taket"
    assert world.firm.firm.get(copayment / "permitted-actions").expect(200).json["actions"], "who reads it may ask"
    hub.signatory.attempt(refused, "invoice", c.due(world, 30)).refused("aid-refused", 409)
    enrolment = hub.signatory.read(f"/v1/enrolments/{refused['enrolmentId']}")
    hub.signatory.attempt(enrolment, "start").refused("aid-refused", 409)
    several = {"step": "start", "enrolmentIds": [refused["enrolmentId"]]}
    reply = hub.signatory.post("/v1/enrolment-steps", several)
    assert reply.faults == [("aid-refused", "#/enrolmentIds/0")]
    checked = world.county.programme_lead.do(refused, "check-aid", REASON)
    assert (checked["aidChecked"], checked["aidRefusal"]) == (True, None)
    assert hub.signatory.do(enrolment, "start")["state"] == "active"


def test_a_check_given_by_mistake_is_taken_back_by_another_until_the_firm_is_billed(world):
    hub, clerk, lead = world.hub, world.county.caseworker, world.county.programme_lead
    copayment = c.checked(world)
    clerk.attempt(copayment, "refuse-aid", REASON).refused("four-eyes", 403)
    refused = lead.do(copayment, "refuse-aid", {"reason": "En tidligere erklæring var ikke lest"})
    assert (refused["aidChecked"], refused["aidRefusal"]) == (False, "En tidligere erklæring var ikke lest")
    hub.signatory.attempt(refused, "invoice", c.due(world)).refused("aid-refused", 409)
    lead.attempt(c.invoiced(world), "refuse-aid", REASON).refused("state-conflict", 409)
    lead.attempt(c.settled(world), "refuse-aid", REASON).refused("was-delivered", 409)
    world.assert_sound()


def test_a_firm_declares_its_aid_anew_and_the_county_checks_that(world):
    hub, clerk, firm = world.hub, world.county.caseworker, world.firm.firm
    copayment = c.raised(world, orgnr=world.firm.orgnr)
    more = {"grantor": "Enova", "grantedOn": str(world.today), "amountOre": 5_000 * KRONE}
    mended = c.declaration(world) | {"by": "Ola Foss, styreleder", "received": [more]}
    ahead = mended | {"received": [more | {"grantedOn": "2030-01-01"}]}
    refused = firm.attempt(firm.read(copayment.path), "declare-aid", ahead).refused("validation-failed")
    assert refused.faults == [("date-future", "#/received/0/grantedOn")]
    told = firm.do(firm.read(copayment.path), "declare-aid", mended)
    assert told["declaration"] == mended | {"enteredBy": "firm", "reason": None}
    told = clerk.do(clerk.read(copayment.path), "refuse-aid", {"reason": "Over taket"})
    for person in (firm, hub.hub_editor):
        (task,) = [t for t in person.items("/v1/tasks") if t["path"] == copayment.path]
        assert task["operationId"] == "declareCopaymentAid"
    again = hub.hub_editor.do(c.reread(hub, copayment), "declare-aid", c.declaration(world) | SHOWN)
    assert (again["aidRefusal"], again["aidChecked"]) == (None, False)
    assert [a["id"] for a in clerk.items("/v1/copayments", awaitsCheck="true", orgnr=world.firm.orgnr)] == [copayment["id"]]
    (first, refused) = again["formerDeclarations"]
    assert (first["received"], first["aidRefusal"]) == (copayment["declaration"]["received"], None)
    assert (refused["received"], refused["aidRefusal"]) == ([more], "Over taket")
    several = {"copaymentIds": [copayment["id"]], "reason": "Under taket"}
    clerk.post("/v1/aid-checks", several).refused("aid-refused-before", 409)
    checked = clerk.do(clerk.read(copayment.path), "check-aid", REASON)
    again = firm.do(firm.read(copayment.path), "declare-aid", mended)
    assert checked["aidChecked"] and not again["aidChecked"]
    hub.signatory.attempt(c.reread(hub, copayment), "invoice", c.due(world, 30)).refused("aid-unchecked", 409)
    other = c.raised(world)
    firm.attempt(c.reread(hub, other), "declare-aid", mended).refused("not-found", 404)
    world.assert_sound()


def refused(world, amount_ore, **changes):
    """A share whose aid the county refused for what was declared."""
    clerk = world.county.caseworker
    received = [{"grantor": "Enova", "grantedOn": str(world.today), "amountOre": amount_ore}]
    declared = c.declaration(world) | {"received": received}
    place = c.place(world, declaration=declared)
    enrolment = world.hub.signatory.do(c.ready(world, **changes), "enrol", place)
    copayment = c.of(world.hub, enrolment)
    return clerk.do(clerk.read(copayment.path), "refuse-aid", {"reason": "Over taket på 300 000 euro"})


def warnings(person, copayment):
    found = person.read(copayment.path + "/permitted-actions")["warnings"]
    return [w["detail"] for w in found if w["code"] == "aid-refused-before"]


def test_whoever_checks_is_told_that_the_aid_was_refused_when_more_was_declared(world):
    hub, clerk = world.hub, world.county.caseworker
    copayment = refused(world, 4_000_000 * KRONE)
    assert warnings(clerk, copayment) == [], "what it has refused itself it sees"
    none = c.declaration(world) | {"received": []}
    reply = hub.hub_editor.attempt(copayment, "declare-aid", none).refused("validation-failed", 422)
    assert reply.faults == [("declaration-grounds", "#/reason")]
    again = hub.hub_editor.do(copayment, "declare-aid", none | SHOWN)
    assert (again["declaration"]["enteredBy"], again["declaration"]["reason"]) == ("hub", SHOWN["reason"])
    (warning,) = warnings(clerk, copayment)
    assert "4 000 000" in warning.replace("\xa0", " ") and "Over taket på 300 000 euro" in warning
    (task,) = [t for t in clerk.items("/v1/tasks", limit=1000) if t["path"] == copayment.path]
    assert (task["operationId"], task["reference"]) == ("checkCopaymentAid", "Over taket på 300 000 euro")
    aid = clerk.read(copayment.path + "/aid")
    assert (aid["declared"]["totalOre"], aid["declared"]["enteredBy"], aid["aidRefusal"]) == (0, "hub", None)
    (former,) = aid["formerDeclarations"]
    assert (former["totalOre"], former["aidRefusal"]) == (4_000_000 * KRONE, "Over taket på 300 000 euro")
    checked = clerk.do(clerk.read(copayment.path), "check-aid", REASON)
    assert checked["aidChecked"] and warnings(clerk, copayment) == []


def test_what_was_refused_is_told_of_a_share_that_is_owed_anew_for_the_same_place(world):
    hub, clerk = world.hub, world.county.caseworker
    copayment = refused(world, 4_000_000 * KRONE)
    asked = hub.hub_editor.do(copayment, "ask-credit", c.CREDIT | {"cause": "mistaken"})
    hub.signatory.do(asked, "give-relief")
    enrolment = hub.signatory.read(f"/v1/enrolments/{copayment['enrolmentId']}")
    reply = hub.signatory.attempt(enrolment, "enrol", c.place(world)).refused("validation-failed", 422)
    assert reply.faults == [("declaration-grounds", "#/copayment/declaration/reason")]
    shown = c.place(world, declaration=c.declaration(world) | SHOWN)
    again = c.of(hub, hub.signatory.do(enrolment, "enrol", shown))
    assert len(warnings(clerk, again)) == 1
    (former,) = clerk.read(again.path + "/aid")["formerDeclarations"]
    assert (former["copaymentId"], former["totalOre"]) == (copayment["id"], 4_000_000 * KRONE)
    clerk.post("/v1/aid-checks", {"copaymentIds": [again["id"]], **REASON}).refused("aid-refused-before", 409)


def test_a_firm_that_declares_itself_after_a_refusal_owes_nobody_a_reason(world):
    hub, firm, clerk = world.hub, world.firm.firm, world.county.caseworker
    copayment = c.raised(world, orgnr=world.firm.orgnr)
    clerk.do(clerk.read(copayment.path), "refuse-aid", REASON)
    told = firm.do(firm.read(copayment.path), "declare-aid", c.declaration(world))
    assert told["declaration"]["enteredBy"] == "firm"
    world.assert_sound()


def test_what_was_reserved_for_a_firm_that_may_not_have_it_is_free_again(world):
    hub, clerk = world.hub, world.county.caseworker
    copayment = c.raised(world)
    clerk.do(clerk.read(copayment.path), "refuse-aid", {"reason": "Over taket"})
    c.settle(world, {"deliveryCostOre": 1, "copaymentIds": [copayment["id"]]}).refused("aid-refused")
    c.settle(world, {"deliveryCostOre": 0, "copaymentIds": [copayment["id"]]}).expect(200)
    assert c.reread(hub, copayment)["settledAidOre"] == 0


# ---- settled


def test_a_delivery_is_split_to_the_ore_and_aid_only_lowered(world):
    hub = world.hub
    ids = [c.begun(world)["id"] for _ in range(3)]
    body = {"deliveryCostOre": 100_000 * KRONE + 1, "copaymentIds": ids}
    items = c.settle(world, body).expect(200).json["items"]
    parts = [i["serviceValueOre"] for i in items]
    assert sum(parts) == body["deliveryCostOre"] and max(parts) - min(parts) == 1
    assert [i["aidOre"] for i in items] == [part - SHARE_ORE for part in parts]
    again = c.settle(world, body).expect(200).json["items"]
    assert again == items
    more = c.settle(world, body | {"deliveryCostOre": body["deliveryCostOre"] + 3})
    assert more.refused("settled-higher", 409).faults == [
        ("settled-higher", f"#/copaymentIds/{i}") for i in range(3)
    ]
    assert hub.signatory.read(f"/v1/copayments/{ids[0]}")["settledAidOre"] == items[0]["aidOre"]
    nothing = body | {"deliveryCostOre": 0}
    assert len(c.settle(world, nothing).refused("settled-already", 409).faults) == 3
    undone = nothing | {"again": True, "reason": "Kurset ble avlyst"}
    assert c.settle(world, undone).refused("four-eyes", 403).faults == [
        ("four-eyes", f"#/copaymentIds/{i}") for i in range(3)
    ]
    other = hub.signatory
    unsaid = other.post("/v1/aid-settlements", nothing | {"again": True})
    assert unsaid.expect(422).faults == [("required", "#/reason")]
    free = other.post("/v1/aid-settlements", undone).expect(200).json["items"]
    assert {i["aidOre"] for i in free} == {0}
    first, second = other.read(f"/v1/copayments/{ids[0]}")["settlements"]
    assert (second["correctsId"], second["reason"]) == (first["id"], undone["reason"])


def test_less_than_the_firms_confirmed_hours_is_settled_for_a_reason(world):
    """By one person, as any first settlement; hours in another programme count nothing."""
    hub, firm = world.hub, world.firm
    copayment = c.begun(world, orgnr=firm.orgnr)
    elsewhere = hub.track()
    track = hub.track(programmeId=copayment["programme"]["id"])
    partners.confirmed(world, hub, partners.agreed(world, hub, trackId=elsewhere["id"]))
    partners.confirmed(world, hub, partners.agreed(world, hub, trackId=track["id"]))
    body = {"deliveryCostOre": 100, "copaymentIds": [copayment["id"]]}
    reply = c.settle(world, body).refused("validation-failed", 422)
    assert reply.faults == [("settled-below-hours", "#/reason")]
    assert "12 000 kr" in reply.json["errors"][0]["detail"].replace("\xa0", " ")
    reason = {"reason": "Fagpartneren tok ikke betalt for den første dagen"}
    c.settle(world, body | reason).expect(200)
    (settlement,) = c.reread(hub, copayment)["settlements"]
    assert (settlement["serviceValueOre"], settlement["reason"]) == (100, reason["reason"])


def test_whether_it_is_settled_or_waived_first_the_county_checks_the_same(world):
    hub = world.hub
    settled = c.begun(world)
    c.settle(world, {"deliveryCostOre": 0, "copaymentIds": [settled["id"]]}).expect(200)
    asked = hub.hub_editor.do(c.reread(hub, settled), "ask-relief", c.WAIVE)
    assert asked["reliefs"][0]["aidOre"] == 42_000 * KRONE
    hub.signatory.attempt(asked, "give-relief").refused("aid-unchecked", 409)
    waived = hub.signatory.do(c.check(hub, asked), "give-relief")
    assert (waived["state"], waived["settledAidOre"]) == ("waived", 0)
    mended = hub.signatory.do(waived, "correct-settlement", c.correction(world))
    assert mended["settledAidOre"] == 40_000 * KRONE


def test_before_a_firm_has_begun_in_a_stage_nothing_of_it_is_settled(world):
    hub, copayment = world.hub, c.checked(world)
    body = {"deliveryCostOre": 40_000 * KRONE, "copaymentIds": [copayment["id"]]}
    assert c.settle(world, body).refused("stage-not-begun", 409).faults == [
        ("stage-not-begun", "#/copaymentIds/0")
    ]
    c.begin(hub, copayment)
    c.settle(world, body).expect(200)


def test_only_firms_of_ones_own_that_shared_a_stage_are_settled_together(world):
    own = c.begun(world)["id"]
    others = c.checked(world, world.other_hub)["id"]
    elsewhere = c.checked(world, priceCapOre=SHARE_ORE + 1)["id"]
    unchecked = c.raised(world)["id"]
    ids = [own, others, elsewhere, unchecked]
    reply = c.settle(world, {"deliveryCostOre": 1, "copaymentIds": ids})
    assert reply.expect(409).faults == [
        ("aid-unchecked", "#/copaymentIds/3"),
        ("settled-together", "#/copaymentIds/2"),
        ("unknown-reference", "#/copaymentIds/1"),
    ]


def test_what_was_settled_too_low_is_corrected_by_another_up_to_what_was_reserved(world):
    hub = world.hub
    low, body = c.settled(world), c.correction(world)
    hub.hub_editor.attempt(low, "correct-settlement", body).refused("four-eyes", 403)
    more = body | {"serviceValueOre": 42_000 * KRONE + 1}
    hub.signatory.attempt(low, "correct-settlement", more).refused("settled-higher", 409)
    same = body | {"serviceValueOre": 20_000 * KRONE}
    refused = hub.signatory.attempt(low, "correct-settlement", same)
    assert refused.faults == [("settled-no-higher", "#/serviceValueOre")]
    high = hub.signatory.do(low, "correct-settlement", body)
    assert (high["settledServiceValueOre"], high["settledAidOre"]) == (40_000 * KRONE, 28_000 * KRONE)
    assert (high["openOre"], high["state"]) == (low["openOre"], low["state"])
    first, second = high["settlements"]
    assert (first["serviceValueOre"], first["aidOre"]) == (20_000 * KRONE, 8_000 * KRONE)
    assert (second["correctsId"], second["reason"]) == (first["id"], body["reason"])
    again = body | {"serviceValueOre": 42_000 * KRONE}
    hub.signatory.attempt(high, "correct-settlement", again).refused("four-eyes", 403)
    hub.hub_signatory_b.do(high, "correct-settlement", again)
    lower = {"deliveryCostOre": 1, "copaymentIds": [low["id"]], "again": True, "reason": "Avlyst"}
    c.settle(world, lower).expect(200)
    *_, third, last = c.reread(hub, low)["settlements"]
    assert [third["correctsId"], last["correctsId"]] == [second["id"], third["id"]]


def test_a_correction_waits_for_the_aid_that_is_asked_for(world):
    hub = world.hub
    low = c.settled(world)
    asked = hub.hub_editor.do(low, "ask-relief", c.WAIVE)
    body = c.correction(world)
    hub.signatory.attempt(asked, "correct-settlement", body).refused("relief-asked", 409)
    waived = hub.signatory.do(c.check(hub, asked), "give-relief")
    assert waived["settledAidOre"] == 20_000 * KRONE
    mended = hub.signatory.do(waived, "correct-settlement", body)
    assert mended["settledAidOre"] == mended["settledServiceValueOre"] == 40_000 * KRONE


def test_what_was_not_settled_or_was_credited_has_nothing_to_correct(world):
    hub, body = world.hub, c.correction(world)
    hub.signatory.attempt(c.checked(world), "correct-settlement", body).refused("not-settled", 409)
    credited = hub.signatory.do(c.credit_asked(world), "give-relief")
    hub.hub_signatory_b.attempt(credited, "correct-settlement", body).refused("state-conflict", 409)
