"""What firms owe for a stage: raised, checked, invoiced, paid, let off; never in the county's ledger."""

import contextlib
import datetime
import random
import re
from concurrent.futures import ThreadPoolExecutor

import pytest
from support import cohorts, delivery
from support import copayments as c
from support.bodies import REASON
from support.copayments import SHARE_ORE
from support.daemon import wait_until
from support.delivery import new_firm
from support.enrolments import stage
from support.parties import KRONE
from support.specimens import drop_out

YEAR = {"dueOn": str(datetime.date.today() + datetime.timedelta(300))}
pytestmark = pytest.mark.usefixtures("sound")


def enrol(world, enrolment, person=None, **changes):
    """Tried, in the priced stage."""
    person = person or world.hub.hub_editor
    return person.attempt(enrolment, "enrol", c.place(world, **changes))


def kinds(copayment):
    return [(e["kind"], e["amountOre"]) for e in copayment["entries"]]


def assert_adds_up(copayment):
    signs = {"raise": 1, "refund": 1, "recover": 1, "unpay": 1, "pay": -1, "waive": -1, "write_off": -1, "credit": -1}
    assert copayment["openOre"] == sum(signs[k] * ore for k, ore in kinds(copayment))
    for entry in copayment["entries"]:
        assert sum(p["amountOre"] for p in entry["postings"]) == 0


# ---- raised


def test_a_place_in_a_priced_stage_raises_what_the_firm_owes(world):
    firm = new_firm(world)
    enrolment = c.ready(world, orgnr=firm)
    reply = world.hub.signatory.attempt(enrolment, "enrol", {"stage": 2}).expect(422)
    assert reply.faults == [("required", "#/copayment")]
    assert enrolment["copaymentId"] is None
    enrolment = world.hub.signatory.do(enrolment, "enrol", c.place(world))
    made = c.of(world.hub, enrolment)
    assert (made["state"], made["openOre"], made["aidOre"]) == ("due", SHARE_ORE, 30_000 * KRONE)
    assert (made["enrolmentId"], made["stage"], made["round"]) == (enrolment["id"], 2, 1)
    assert made["creditor"]["orgnr"] == world.hub.orgnr and made["firm"]["orgnr"] == firm
    assert (made["kid"], made["notice"], made["aidChecked"]) == (None, None, False)
    assert made["declaration"]["received"][0]["grantor"] == "Innovasjon Norge"
    assert_adds_up(made)


def test_a_free_stage_raises_nothing(world):
    firm = world.hub.recommend(world.hub.follow(world.county.programme()))
    body = c.place(world) | {"stage": 1}
    reply = world.hub.signatory.attempt(firm, "enrol", body).refused("stage-free", 409)
    assert reply.faults == [("stage-free", "#/copayment")]
    assert world.hub.enrol(firm)["copaymentId"] is None


def test_who_waits_owes_with_the_place_it_gets(world):
    hub = world.hub
    first = c.ready(world, capacity=1)
    orgnr = new_firm(world)
    programme = first["programme"]["id"]
    second = delivery.enrolled(world, hub, orgnr, programme, "completed", 1)
    first = hub.signatory.do(first, "enrol", c.place(world))
    second = hub.signatory.read(f"/v1/enrolments/{second}")
    second = hub.signatory.do(second, "enrol", c.place(world))
    assert (second["state"], second["copaymentId"]) == ("waiting", None)
    drop_out(hub, first)
    reply = hub.signatory.attempt(second, "take-place", {}).expect(422)
    assert reply.faults == [("required", "#/copayment")]
    second = hub.signatory.do(second, "take-place", {"copayment": c.share(world)})
    assert c.of(hub, second)["firm"]["orgnr"] == orgnr


def test_who_waits_for_a_priced_stage_withdraws_by_itself_and_owes_nothing(world):
    hub, firm = world.hub, world.firm.firm
    first = c.ready(world, capacity=1)
    programme = first["programme"]["id"]
    own = delivery.enrolled(world, hub, world.firm.orgnr, programme, "completed", 1)
    hub.signatory.do(first, "enrol", c.place(world))
    own = hub.signatory.do(hub.signatory.read(f"/v1/enrolments/{own}"), "enrol", {"stage": 2})
    assert (own["state"], own["copaymentId"]) == ("waiting", None)
    content = {"reason": "no_time", "explanation": "Vi rekker det ikke i år"}
    out = firm.do(firm.read(own.path), "drop-out", content)
    assert (out["state"], out["copaymentId"]) == ("dropped_out", None)
    world.assert_sound()


def test_who_leaves_its_place_before_the_stage_began_owes_nothing(world):
    """What it has not paid is credited; what it has goes back, or is credited by two persons."""
    hub = world.hub
    for copayment, left in (
        (c.raised(world), 0),
        (c.checked(world, billedBy="county"), 0),
        (c.invoiced(world), 0),
        (c.paid(world, amount_ore=4_000 * KRONE), -4_000 * KRONE),
    ):
        enrolment = hub.signatory.read(f"/v1/enrolments/{copayment['enrolmentId']}")
        drop_out(hub, enrolment, person=hub.hub_editor)
        dropped = c.reread(hub, copayment)
        assert (dropped["state"], dropped["openOre"]) == ("credited", left)
        assert (dropped["settledServiceValueOre"], dropped["settledAidOre"]) == (0, 0)
        assert kinds(dropped)[-1] == ("credit", SHARE_ORE)
        assert_adds_up(dropped)
        text = dropped["notice"]["nb"]
        assert "skal ikke betale" in text and "ingen støtte" not in text and "ikke fått støtte" in text
        assert (dropped["kid"] is None) == ("KID" not in text)
    hub.signatory.do(dropped, "ask-refund", {"amountOre": 4_000 * KRONE})


def test_a_wish_to_let_off_a_firm_that_left_reserves_no_aid(world):
    hub, clerk = world.hub, world.county.caseworker
    asked = c.relief_asked(world)
    drop_out(hub, hub.signatory.read(f"/v1/enrolments/{asked['enrolmentId']}"), person=hub.hub_editor)
    left = c.reread(hub, asked)
    assert (left["state"], left["reliefs"][0]["state"]) == ("credited", "asked")
    aid = clerk.get(f"/v1/firms/{asked['firm']['orgnr']}/aid").expect(200).json["recorded"]
    assert aid["reservedOre"] == 0
    assert not clerk.items("/v1/copayments", awaitsCheck="true", orgnr=asked["firm"]["orgnr"])
    (task,) = [t for t in hub.signatory.items("/v1/tasks") if t["path"] == asked.path]
    assert task["operationId"] == "refuseCopaymentRelief"
    hub.signatory.do(left, "refuse-relief", REASON)


def test_what_was_paid_for_a_place_that_a_firm_left_is_credited_by_two_persons(world):
    hub = world.hub
    copayment = c.paid(world)
    drop_out(hub, hub.signatory.read(f"/v1/enrolments/{copayment['enrolmentId']}"))
    left = {"cause": "dropped_out", "reason": "Sluttet før første samling"}
    asked = hub.signatory.do(c.reread(hub, copayment), "ask-credit", left)
    assert hub.hub_signatory_b.do(asked, "give-relief")["openOre"] == -SHARE_ORE


def test_who_drops_out_owes_until_it_is_let_off_and_owes_anew_when_it_comes_back(world):
    hub = world.hub
    enrolment = hub.signatory.do(c.ready(world, capacity=1), "enrol", c.place(world))
    first = c.check(hub, c.of(hub, enrolment))
    enrolment = hub.signatory.do(enrolment, "start")
    enrolment = drop_out(hub, enrolment)
    assert c.reread(hub, first)["openOre"] == SHARE_ORE
    enrolment = hub.signatory.do(enrolment, "re-enter", REASON)
    assert enrolment["copaymentId"] is None
    enrolment = hub.signatory.do(hub.recommend(enrolment, 2), "enrol", c.place(world))
    second = c.of(hub, enrolment)
    assert second["id"] != first["id"] and (first["round"], second["round"]) == (1, 2)
    nothing = {"deliveryCostOre": 0, "copaymentIds": [first["id"]]}
    settle(world, nothing).expect(200)
    waive = {"kind": "waive", "reason": "Sluttet før første samling"}
    asked = hub.signatory.do(c.reread(hub, first), "ask-relief", waive)
    first = hub.hub_signatory_b.do(asked, "give-relief")
    assert first["reliefs"][0]["aidOre"] is None
    assert (first["state"], first["openOre"], first["settledAidOre"]) == ("waived", 0, 0)
    assert c.reread(hub, second)["openOre"] == SHARE_ORE


def test_no_price_falls_on_a_firm_that_came_in_without(world):
    county, hub = world.county, world.hub
    free = county.programme_content()["stages"]
    del free[1]["priceCapOre"]
    programme = county.programme(stages=free)
    states = ("active", "completed")
    firms = [delivery.enrolled(world, hub, None, programme, state) for state in states]
    county.new_stages(programme)
    content = {
        "programmeId": programme,
        "toVersion": 2,
        "enrolmentIds": firms,
        "reason": "Ny pris",
    }
    results = county.programme_lead.post("/v1/enrolment-moves", content).expect(200).json["results"]
    assert [[e["code"] for e in r["errors"]] for r in results] == [["stage-priced"], []]


def test_no_more_is_owed_than_the_stage_costs_nor_the_service_is_worth(world):
    enrolment = c.ready(world)
    enrol(world, enrolment, amountOre=SHARE_ORE + 1).refused("validation-failed", 422)
    enrol(world, enrolment, serviceValueOre=SHARE_ORE - 1).refused("validation-failed", 422)
    made = c.raised(world, vatMode="standard")
    assert made["vatOre"] == SHARE_ORE // 5
    assert made["aidOre"] == 42_000 * KRONE - SHARE_ORE * 4 // 5


def test_only_the_hub_that_follows_the_firm_raises(world):
    enrolment = c.ready(world)
    enrol(world, enrolment, world.other_hub.hub_editor).refused("not-found", 404)
    enrol(world, enrolment, world.county.caseworker).refused("forbidden", 403)


def test_what_the_stage_says_of_price_and_value_stands(world):
    hub = world.hub
    enrolment = c.ready(world, priceOre=9_000 * KRONE, serviceValueOre=30_000 * KRONE)
    reply = enrol(world, enrolment).refused("validation-failed", 422)
    said = ["#/copayment/amountOre", "#/copayment/serviceValueOre"]
    assert reply.faults == [("stage-says", pointer) for pointer in said]
    body = {"stage": 2, "copayment": {"declaration": c.share(world)["declaration"]}}
    made = c.of(hub, hub.signatory.do(enrolment, "enrol", body))
    assert (made["amountOre"], made["aidOre"]) == (9_000 * KRONE, 21_000 * KRONE)
    reply = hub.signatory.attempt(c.ready(world), "enrol", body).refused("validation-failed", 422)
    assert reply.faults == [("required", pointer) for pointer in said]


def in_priced_stage(world):
    """The enrolment of a firm; the stage after asks that it has settled what it owes."""
    hub = world.hub
    last = stage(3, [{"kind": "copayment_settled"}])
    programme = world.county.programme(stages=world.county.programme_content()["stages"] + [last])
    firm = delivery.enrolled(world, hub, None, programme, "completed", 1)
    firm = hub.signatory.read(f"/v1/enrolments/{firm}")
    return hub.signatory.do(firm, "enrol", c.place(world))


def before_gate(world):
    """A firm that has completed the priced stage, and where the next asks that it has settled."""
    hub = world.hub
    firm = in_priced_stage(world)
    checked = c.check(hub, c.of(hub, firm))
    firm = hub.signatory.do(hub.signatory.do(firm, "start"), "complete")
    hub.signatory.attempt(firm, "enrol", {"stage": 3}).refused("gate-closed", 409)
    return firm, hub.signatory.do(checked, "invoice", YEAR)


def let_off(hub, copayment, kind):
    asked = hub.signatory.do(copayment, "ask-relief", {"kind": kind, "reason": "Konkurs"})
    hub.hub_signatory_b.do(c.check(hub, asked), "give-relief")


def test_what_was_written_off_and_is_paid_all_the_same_is_settled(world):
    hub = world.hub
    asked = hub.signatory.do(c.overdue(world), "ask-relief", {"kind": "write_off", "reason": "Svarer ikke"})
    lost = hub.hub_signatory_b.do(c.check(hub, asked), "give-relief")
    assert (lost["state"], lost["aidOre"]) == ("written_off", 42_000 * KRONE)
    c.send(hub, c.table(world, (lost["kid"], 4_000 * KRONE)))
    part = c.reread(hub, lost)
    assert (part["state"], part["openOre"], part["aidOre"]) == ("written_off", 0, 38_000 * KRONE)
    assert kinds(part)[-1] == ("recover", 4_000 * KRONE)
    body = {"copaymentId": lost["id"]}
    entry = hub.signatory.do(c.unmatched(world, ore=9_000 * KRONE), "match", body)
    paid = c.reread(hub, lost)
    assert (paid["state"], paid["openOre"], paid["aidOre"]) == ("paid", -1_000 * KRONE, 30_000 * KRONE)
    assert_adds_up(paid)
    hub.signatory.do(entry, "reopen", REASON)
    assert (c.reread(hub, lost)["state"], c.reread(hub, lost)["openOre"]) == ("part_paid", 8_000 * KRONE)
    world.assert_sound()


def test_what_was_written_off_is_not_settled(world):
    hub = world.hub
    enrolments = []
    for kind in ("waive", "write_off"):
        firm, copayment = before_gate(world)
        let_off(hub, copayment, kind)
        enrolments.append(firm)
    waived, written_off = enrolments
    assert hub.enrol(waived, 3)["stage"] == 3
    hub.signatory.attempt(written_off, "enrol", {"stage": 3}).refused("gate-closed", 409)


def pay_by_hand(world, copayment, ore):
    entry = c.unmatched(world, ore=ore)
    return world.hub.signatory.do(entry, "match", {"copaymentId": copayment["id"]})


def test_a_payment_undone_closes_the_gates_ahead_and_none_that_was_passed(world):
    hub = world.hub
    passed, copayment = before_gate(world)
    entry = pay_by_hand(world, copayment, SHARE_ORE)
    passed = hub.enrol(passed, 3)
    hub.signatory.do(entry, "reopen", {"reason": "Gjaldt en annen"})
    assert hub.signatory.do(passed, "start")["stage"] == 3
    ahead, copayment = before_gate(world)
    hub.signatory.do(pay_by_hand(world, copayment, SHARE_ORE), "reopen", {"reason": "Feil"})
    hub.signatory.attempt(ahead, "enrol", {"stage": 3}).refused("gate-closed", 409)


def test_a_loss_stays_a_loss_when_the_rest_is_owed_and_paid_again(world):
    hub = world.hub
    firm, copayment = before_gate(world)
    entry = pay_by_hand(world, copayment, 4_000 * KRONE)
    let_off(hub, c.reread(hub, copayment), "write_off")
    hub.signatory.do(entry, "reopen", {"reason": "Gjaldt en annen"})
    pay_by_hand(world, copayment, 4_000 * KRONE)
    assert c.reread(hub, copayment)["state"] == "paid"
    hub.signatory.attempt(firm, "enrol", {"stage": 3}).refused("gate-closed", 409)


def test_what_was_credited_is_not_settled_until_it_is_paid_in_another_round(world):
    hub = world.hub
    firm = in_priced_stage(world)
    asked = hub.hub_editor.do(c.of(hub, firm), "ask-credit", CREDIT)
    assert hub.signatory.do(asked, "give-relief")["state"] == "credited"
    firm = hub.signatory.do(drop_out(hub, firm), "re-enter", REASON)
    hub.signatory.attempt(firm, "enrol", {"stage": 3}).refused("gate-closed", 409)
    firm = hub.signatory.do(hub.recommend(firm, 2), "enrol", c.place(world))
    copayment = hub.signatory.do(c.check(hub, c.of(hub, firm)), "invoice", YEAR)
    firm = hub.signatory.do(hub.signatory.do(firm, "start"), "complete")
    hub.signatory.attempt(firm, "enrol", {"stage": 3}).refused("gate-closed", 409)
    pay_by_hand(world, copayment, SHARE_ORE)
    assert hub.enrol(firm, 3)["stage"] == 3


def test_the_county_is_creditor_only_where_the_stage_says_so(world):
    hub, finance = world.hub, world.county.finance
    copayment = c.checked(world, billedBy="county")
    assert copayment["creditor"]["orgnr"] == world.county.orgnr
    hub.signatory.attempt(copayment, "invoice", YEAR).refused("not-creditor", 403)
    copayment = finance.do(finance.read(copayment.path), "invoice", YEAR)
    file = finance.make("/v1/bank-files", c.content(c.table(world, (copayment["kid"], SHARE_ORE))))
    assert file["entries"] == {"matched": 1}
    assert finance.read(copayment.path)["state"] == "paid"
    hub.signatory.get(file.path).refused("not-found", 404)


# ---- aid


def test_the_aid_is_checked_by_the_county_before_the_firm_is_invoiced(world):
    hub, county = world.hub, world.county
    copayment = c.raised(world)
    hub.signatory.attempt(copayment, "invoice", YEAR).refused("aid-unchecked", 409)
    seen = county.caseworker.read(copayment.path)
    seen = county.caseworker.do(seen, "check-aid", REASON)
    assert seen["aidChecked"]
    county.programme_lead.attempt(seen, "check-aid", REASON).refused("aid-checked", 409)
    county.caseworker.attempt(seen, "invoice", YEAR).refused("forbidden", 403)
    county.finance.get(seen.path).refused("not-found", 404)
    assert hub.signatory.do(seen, "invoice", YEAR)["state"] == "invoiced"


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
    hub.signatory.attempt(refused, "invoice", YEAR).refused("aid-refused", 409)
    enrolment = hub.signatory.read(f"/v1/enrolments/{refused['enrolmentId']}")
    hub.signatory.attempt(enrolment, "start").refused("aid-refused", 409)
    several = {"step": "start", "enrolmentIds": [refused["enrolmentId"]]}
    reply = hub.signatory.post("/v1/enrolment-steps", several)
    assert reply.faults == [("aid-refused", "#/enrolmentIds/0")]
    checked = world.county.programme_lead.do(refused, "check-aid", REASON)
    assert (checked["aidChecked"], checked["aidRefusal"]) == (True, None)
    clerk.attempt(checked, "refuse-aid", REASON).refused("aid-checked", 409)
    assert hub.signatory.do(enrolment, "start")["state"] == "active"


def test_a_firm_declares_its_aid_anew_and_the_county_checks_that(world):
    hub, clerk, firm = world.hub, world.county.caseworker, world.firm.firm
    copayment = c.raised(world, orgnr=world.firm.orgnr)
    more = {"grantor": "Enova", "grantedOn": str(world.today), "amountOre": 5_000 * KRONE}
    mended = c.declaration(world) | {"by": "Ola Foss, styreleder", "received": [more]}
    ahead = mended | {"received": [more | {"grantedOn": "2030-01-01"}]}
    refused = firm.attempt(firm.read(copayment.path), "declare-aid", ahead).refused("validation-failed")
    assert refused.faults == [("date-future", "#/received/0/grantedOn")]
    told = firm.do(firm.read(copayment.path), "declare-aid", mended)
    assert told["declaration"] == mended
    told = clerk.do(clerk.read(copayment.path), "refuse-aid", {"reason": "Over taket"})
    for person in (firm, hub.hub_editor):
        (task,) = [t for t in person.items("/v1/tasks") if t["path"] == copayment.path]
        assert task["operationId"] == "declareCopaymentAid"
    again = hub.hub_editor.do(c.reread(hub, copayment), "declare-aid", c.declaration(world))
    assert (again["aidRefusal"], again["aidChecked"]) == (None, False)
    assert [a["id"] for a in clerk.items("/v1/copayments", awaitsCheck="true", orgnr=world.firm.orgnr)] == [copayment["id"]]
    checked = clerk.do(clerk.read(copayment.path), "check-aid", REASON)
    again = firm.do(firm.read(copayment.path), "declare-aid", mended)
    assert checked["aidChecked"] and not again["aidChecked"]
    hub.signatory.attempt(c.reread(hub, copayment), "invoice", YEAR).refused("aid-unchecked", 409)
    other = c.raised(world)
    firm.attempt(c.reread(hub, other), "declare-aid", mended).refused("not-found", 404)
    world.assert_sound()


def test_what_was_reserved_for_a_firm_that_may_not_have_it_is_free_again(world):
    hub, clerk = world.hub, world.county.caseworker
    copayment = c.raised(world)
    clerk.do(clerk.read(copayment.path), "refuse-aid", {"reason": "Over taket"})
    settle(world, {"deliveryCostOre": 1, "copaymentIds": [copayment["id"]]}).refused("aid-refused")
    settle(world, {"deliveryCostOre": 0, "copaymentIds": [copayment["id"]]}).expect(200)
    assert c.reread(hub, copayment)["settledAidOre"] == 0


# ---- invoiced and reminded


def test_an_invoice_has_a_kid_a_day_and_a_text_in_both_languages(world):
    copayment = c.invoiced(world)
    kid = copayment["kid"]
    assert kid.startswith(world.hub.orgnr) and len(kid) == 20 and luhn(kid)
    assert copayment["dueOn"] == str(world.today)
    assert "skal betale" in copayment["notice"]["nb"] and "is to pay" in copayment["notice"]["en"]
    for language, notice in copayment["notice"].items():
        assert kid in notice and day(world, language) in notice and "{" not in notice
        assert kroner(12_000, language) in notice and kroner(30_000, language) in notice
        assert printed(copayment["account"]) in notice


def kroner(amount, language="nb"):
    text = f"{amount:,}.00"
    return text.translate({ord(","): "\u00a0", ord("."): ","}) if language == "nb" else text


def day(world, language):
    return world.today.strftime("%d.%m.%Y" if language == "nb" else "%-d %B %Y")


def printed(account):
    return "\u00a0".join((account[:4], account[4:6], account[6:]))


def test_a_firm_is_told_the_account_that_two_persons_of_the_county_registered(world):
    hub, county = world.neighbour_hub, world.neighbour
    copayment = county.caseworker.read(c.raised(world, hub).path)
    county.caseworker.do(copayment, "check-aid", {"reason": "Under taket"})
    copayment = c.reread(hub, copayment)
    hub.signatory.attempt(copayment, "invoice", YEAR).refused("creditor-no-account", 409)
    (told,) = hub.signatory.permitted(copayment)["invoice"]["reasons"]
    assert told["code"] == "creditor-no-account" and hub.orgnr in told["detail"]
    first = county.give_account(hub)
    assert hub.signatory.do(copayment, "invoice", YEAR)["account"] == first
    copayment = c.overdue(world, hub)
    second = county.give_account(hub)
    assert c.reread(hub, copayment)["account"] == first
    copayment = hub.signatory.do(copayment, "remind", {"dueOn": str(world.today)})
    assert copayment["account"] == second
    for notice in copayment["notice"].values():
        assert printed(second) in notice and printed(first) not in notice


def luhn(kid):
    digits = [int(d) for d in reversed(kid)]
    doubled = [2 * d - 9 * (d > 4) for d in digits[1::2]]
    return (sum(digits[::2]) + sum(doubled)) % 10 == 0


def test_an_invoice_is_due_today_or_later(world):
    yesterday = {"dueOn": str(world.today - datetime.timedelta(1))}
    world.hub.signatory.attempt(c.checked(world), "invoice", yesterday).refused("validation-failed")


def test_a_firm_is_reminded_twice_and_never_before_the_day_has_passed(world):
    hub = world.hub
    hub.signatory.attempt(c.invoiced(world), "remind", YEAR).refused("not-overdue", 409)
    copayment = c.overdue(world)
    copayment = hub.hub_editor.do(copayment, "remind", {"dueOn": str(world.today)})
    assert copayment["reminders"] == 1 and copayment["notice"]["nb"].startswith("Påminnelse 1: ")
    hub.hub_editor.attempt(copayment, "remind", YEAR).refused("not-overdue", 409)
    move_due_day(world, copayment, -1)
    copayment = hub.hub_editor.do(c.reread(hub, copayment), "remind", {"dueOn": str(world.today)})
    move_due_day(world, copayment, -1)
    hub.hub_editor.attempt(c.reread(hub, copayment), "remind", YEAR).refused("reminders-spent", 409)
    move_due_day(world, copayment, 1)


def move_due_day(world, copayment, days):
    world.database.run(
        "update trinn.copayments set due_on = due_on + %s where id = %s", days, copayment["id"]
    )


# ---- waived and written off


@pytest.mark.parametrize("kind, state", [("waive", "waived"), ("write_off", "written_off")])
def test_it_takes_two_persons_to_let_a_firm_off(world, kind, state):
    hub = world.hub
    copayment = hub.signatory.do(
        c.invoiced(world), "ask-relief", {"kind": kind, "reason": "Konkurs"}
    )
    assert copayment["reliefs"][0]["state"] == "asked"
    hub.signatory.attempt(copayment, "give-relief").refused("four-eyes", 403)
    hub.hub_editor.attempt(copayment, "give-relief").refused("forbidden", 403)
    given = hub.hub_signatory_b.do(c.check(hub, copayment), "give-relief")
    assert (given["state"], given["openOre"]) == (state, 0)
    assert kinds(given)[-1] == (kind, SHARE_ORE)
    assert_adds_up(given)


def test_what_is_refused_stays_open_and_may_be_asked_again(world):
    hub = world.hub
    asked = c.relief_asked(world)
    content = {"kind": "waive", "reason": "Igjen"}
    hub.signatory.attempt(asked, "ask-relief", content).refused("relief-asked", 409)
    refused = hub.signatory.do(asked, "refuse-relief", REASON)
    assert refused["openOre"] == SHARE_ORE and refused["reliefs"][0]["refusal"] == REASON["reason"]
    hub.signatory.attempt(refused, "give-relief").refused("no-relief", 409)
    again = hub.signatory.do(refused, "ask-relief", content)
    assert [r["state"] for r in again["reliefs"]] == ["refused", "asked"]


@pytest.mark.parametrize("first", ["waiver", "credit"])
def test_of_a_waiver_and_a_credit_at_once_one_comes_true(world, first):
    """Both have been decided on and wait for one row: the second is decided anew, on what the first
    made of it."""
    hub = world.hub
    asked = c.relief_checked(world)
    enrolment = hub.signatory.read(f"/v1/enrolments/{asked['enrolmentId']}")
    giver, editor = hub.signatory.another(), hub.hub_editor.another()
    gone = {"reason": "other", "explanation": "Flytter"}
    steps = [
        lambda: giver.attempt(asked, "give-relief"),
        lambda: editor.attempt(enrolment, "drop-out", gone),
    ]
    if first == "credit":
        steps.reverse()
    replies = [reply.status for reply in both_wait(world, asked, steps)]
    share = c.reread(hub, asked)
    let_off = [kind for kind, _ in kinds(share) if kind != "raise"]
    if first == "waiver":
        assert (replies, share["state"], let_off) == ([200, 200], "waived", ["waive"])
    else:
        assert (replies, share["state"], let_off) == ([200, 412], "credited", ["credit"])
    assert share["openOre"] == 0
    assert_adds_up(share)


def both_wait(world, copayment, steps):
    """Sent one after the other while somebody holds the share; what came of them."""
    waiting = (
        "select count(*) from pg_stat_activity where datname = current_database()"
        " and wait_event_type = 'Lock'"
    )
    with contextlib.closing(world.database.connect()) as holder, ThreadPoolExecutor(2) as pool:
        holder.autocommit = False
        with holder.cursor() as cursor:
            cursor.execute(
                "select from trinn.guards where kind = 'copayment' and id = %s for update",
                (copayment["id"],),
            )
        sent = []
        for n, step in enumerate(steps):
            sent.append(pool.submit(step))
            wait_until(lambda: world.database.value(waiting) > n)
        holder.rollback()
        return [reply.result() for reply in sent]


def test_what_a_firm_paid_while_it_waited_is_refused(world):
    hub = world.hub
    asked = c.relief_asked(world)
    c.send(hub, c.table(world, (asked["kid"], SHARE_ORE)))
    paid = c.reread(hub, asked)
    hub.hub_signatory_b.attempt(paid, "give-relief").refused("state-conflict", 409)
    refused = hub.hub_signatory_b.do(paid, "refuse-relief", REASON)
    assert (refused["state"], refused["reliefs"][0]["state"]) == ("paid", "refused")


def test_what_was_never_invoiced_is_no_loss(world):
    content = {"kind": "write_off", "reason": "Konkurs"}
    world.hub.signatory.attempt(c.raised(world), "ask-relief", content).refused("state-conflict")


WAIVE = {"kind": "waive", "reason": "Brann i lokalene"}


def given(world, copayment, kind="waive"):
    """Let off, once the county has found that it may be."""
    hub = world.hub
    asked = hub.hub_editor.do(copayment, "ask-relief", WAIVE | {"kind": kind})
    return hub.signatory.do(c.check(hub, asked), "give-relief")


def test_what_is_waived_is_aid_that_the_county_checks_first(world):
    hub, clerk = world.hub, world.county.caseworker
    asked = c.relief_asked(world)
    assert (asked["reliefs"][0]["aidOre"], asked["aidOre"]) == (42_000 * KRONE, 30_000 * KRONE)
    hub.signatory.attempt(asked, "give-relief").refused("aid-unchecked", 409)
    refused = clerk.do(clerk.read(asked.path), "refuse-aid", {"reason": "Over taket"})
    assert refused["reliefs"][0]["aidRefusal"] == "Over taket" and refused["aidChecked"]
    hub.signatory.attempt(refused, "give-relief").refused("relief-aid-refused", 409)
    assert c.reread(hub, asked)["openOre"] == SHARE_ORE
    checked = world.county.programme_lead.do(refused, "check-aid", REASON)
    clerk.attempt(checked, "check-aid", REASON).refused("aid-checked", 409)
    waived = hub.signatory.do(checked, "give-relief")
    assert (waived["state"], waived["aidOre"]) == ("waived", 42_000 * KRONE)
    settle(world, {"deliveryCostOre": 40_800 * KRONE, "copaymentIds": [waived["id"]]}).expect(200)
    assert c.reread(hub, waived)["settledAidOre"] == 40_800 * KRONE


def test_of_what_is_waived_in_part_the_rest_is_aid(world):
    hub = world.hub
    copayment = c.paid(world, amount_ore=SHARE_ORE - 5_000 * KRONE)
    delivered = {"deliveryCostOre": 40_000 * KRONE, "copaymentIds": [copayment["id"]]}
    settle(world, delivered).expect(200)
    waived = given(world, c.reread(hub, copayment))
    assert (waived["aidOre"], waived["settledAidOre"]) == (35_000 * KRONE, 33_000 * KRONE)
    less = settle(world, delivered | {"deliveryCostOre": 20_000 * KRONE})
    assert less.expect(200).json["items"][0]["aidOre"] == 13_000 * KRONE


def test_what_is_waived_before_it_was_billed_is_checked_and_settled_too(world):
    hub, clerk = world.hub, world.county.caseworker
    asked = hub.hub_editor.do(c.raised(world), "ask-relief", WAIVE)
    waived = hub.signatory.do(c.check(hub, asked), "give-relief")
    assert (waived["state"], waived["aidChecked"]) == ("waived", True)
    assert waived["aidOre"] == 42_000 * KRONE
    clerk.attempt(waived, "check-aid", REASON).refused("state-conflict", 409)
    settle(world, {"deliveryCostOre": 42_000 * KRONE, "copaymentIds": [waived["id"]]}).expect(200)
    assert c.reread(hub, waived)["settledAidOre"] == 42_000 * KRONE


def test_a_loss_is_aid_unless_the_firm_was_reminded_in_vain(world):
    hub = world.hub
    written_off = given(world, c.overdue(world), "write_off")
    assert written_off["aidOre"] == 42_000 * KRONE
    copayment = c.overdue(world)
    for _ in range(2):
        copayment = hub.hub_editor.do(c.reread(hub, copayment), "remind", c.due(world))
        move_due_day(world, copayment, -1)
    loss = {"kind": "write_off", "reason": "Betaler ikke"}
    asked = hub.hub_editor.do(c.reread(hub, copayment), "ask-relief", loss)
    assert asked["reliefs"][0]["aidOre"] is None
    written_off = hub.signatory.do(asked, "give-relief")
    assert (written_off["state"], written_off["aidOre"]) == ("written_off", 30_000 * KRONE)


# ---- credited


CREDIT = {"cause": "cancelled", "reason": "Kurset ble avlyst"}


def test_what_was_paid_for_nothing_is_credited_and_sent_back(world):
    hub = world.hub
    copayment = c.paid(world)
    asked = hub.hub_editor.do(copayment, "ask-credit", CREDIT)
    assert asked["reliefs"][0]["cause"] == "cancelled"
    credited = hub.signatory.do(asked, "give-relief")
    assert (credited["state"], credited["openOre"]) == ("credited", -SHARE_ORE)
    assert (credited["settledServiceValueOre"], credited["settledAidOre"]) == (0, 0)
    assert kinds(credited)[-1] == ("credit", SHARE_ORE)
    assert_adds_up(credited)
    asked = hub.signatory.do(credited, "ask-refund", {"amountOre": SHARE_ORE})
    back = hub.hub_signatory_b.do(asked, "refund", c.refund(world))
    assert (back["state"], back["openOre"]) == ("credited", 0)
    assert_adds_up(back)


def test_a_payment_undone_leaves_what_was_credited_credited(world):
    hub = world.hub
    copayment = c.invoiced(world)
    entry = pay_by_hand(world, copayment, SHARE_ORE)
    asked = hub.hub_editor.do(c.reread(hub, copayment), "ask-credit", CREDIT)
    hub.signatory.do(asked, "give-relief")
    hub.signatory.do(entry, "reopen", {"reason": "Gjaldt en annen"})
    credited = c.reread(hub, copayment)
    assert (credited["state"], credited["openOre"]) == ("credited", 0)


def test_what_is_owed_again_after_a_waiver_is_waived_as_more_aid(world):
    hub = world.hub
    copayment = c.invoiced(world)
    entry = pay_by_hand(world, copayment, 4_000 * KRONE)
    assert given(world, c.reread(hub, copayment))["aidOre"] == 38_000 * KRONE
    hub.signatory.do(entry, "reopen", {"reason": "Gjaldt en annen"})
    waived = given(world, c.reread(hub, copayment))
    assert (waived["state"], waived["aidOre"]) == ("waived", 42_000 * KRONE)
    assert [r["aidOre"] for r in waived["reliefs"]] == [38_000 * KRONE, 42_000 * KRONE]


def test_what_was_delivered_is_not_credited(world):
    hub = world.hub
    copayment = c.paid(world)
    settle(world, {"deliveryCostOre": 1, "copaymentIds": [copayment["id"]]}).expect(200)
    copayment = c.reread(hub, copayment)
    hub.signatory.attempt(copayment, "ask-credit", CREDIT).refused("was-delivered", 409)
    enrolment = hub.signatory.do(c.ready(world), "enrol", c.place(world))
    copayment = c.check(hub, c.of(hub, enrolment))
    hub.signatory.attempt(copayment, "ask-credit", CREDIT, dryRun="true").expect(204)
    hub.signatory.do(hub.signatory.do(enrolment, "start"), "complete")
    hub.signatory.attempt(copayment, "ask-credit", CREDIT).refused("was-delivered", 409)


def test_to_whom_came_to_a_session_something_was_delivered(world):
    hub = world.hub
    cohort = cohorts.cohort(world, hub, stage=2)
    enrolments = [hub.signatory.do(c.ready(world), "enrol", c.place(world)) for _ in range(2)]
    cohort = hub.signatory.do(cohorts.add(hub, cohort, *enrolments), "start")
    absent, came = [c.of(hub, enrolment) for enrolment in enrolments]
    cohorts.hold(hub, cohorts.plan(world, hub, cohort), (came["firm"]["orgnr"], 2))
    hub.signatory.attempt(came, "ask-credit", CREDIT).refused("was-delivered", 409)
    asked = hub.hub_editor.do(absent, "ask-credit", CREDIT)
    assert hub.signatory.do(asked, "give-relief")["state"] == "credited"


# ---- refunded


def test_what_was_paid_too_much_is_refunded_by_two_persons_and_no_more(world):
    hub = world.hub
    copayment = c.overpaid(world)
    assert (copayment["state"], copayment["openOre"]) == ("paid", -100 * KRONE)
    more = {"amountOre": 100 * KRONE + 1}
    hub.signatory.attempt(copayment, "ask-refund", more).refused("refund-exceeded", 409)
    hub.signatory.attempt(copayment, "refund", c.refund(world)).refused("no-refund", 409)
    asked = hub.signatory.do(copayment, "ask-refund", {"amountOre": 100 * KRONE})
    assert asked["askedRefundOre"] == 100 * KRONE
    hub.signatory.attempt(asked, "refund", c.refund(world)).refused("four-eyes", 403)
    hub.hub_editor.attempt(asked, "refund", c.refund(world)).refused("forbidden", 403)
    copayment = hub.hub_signatory_b.do(asked, "refund", c.refund(world))
    assert copayment["openOre"] == 0 and kinds(copayment)[-1] == ("refund", 100 * KRONE)
    assert copayment["askedRefundOre"] is None
    assert_adds_up(copayment)
    hub.signatory.attempt(copayment, "ask-refund", more).refused("refund-exceeded", 409)


# ---- settled


def test_a_delivery_is_split_to_the_ore_and_aid_only_lowered(world):
    hub = world.hub
    ids = [c.checked(world)["id"] for _ in range(3)]
    body = {"deliveryCostOre": 100_000 * KRONE + 1, "copaymentIds": ids}
    items = settle(world, body).expect(200).json["items"]
    parts = [i["serviceValueOre"] for i in items]
    assert sum(parts) == body["deliveryCostOre"] and max(parts) - min(parts) == 1
    assert [i["aidOre"] for i in items] == [part - SHARE_ORE for part in parts]
    again = settle(world, body).expect(200).json["items"]
    assert again == items
    more = settle(world, body | {"deliveryCostOre": body["deliveryCostOre"] + 3})
    assert more.refused("settled-higher", 409).faults == [
        ("settled-higher", f"#/copaymentIds/{i}") for i in range(3)
    ]
    assert hub.signatory.read(f"/v1/copayments/{ids[0]}")["settledAidOre"] == items[0]["aidOre"]
    free = settle(world, body | {"deliveryCostOre": 0}).expect(200).json["items"]
    assert {i["aidOre"] for i in free} == {0}


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
    settle(world, {"deliveryCostOre": 1, "copaymentIds": [low["id"]]}).expect(200)
    corrects = [row["correctsId"] for row in c.reread(hub, low)["settlements"]]
    assert corrects == [None, first["id"], second["id"], None]


def test_a_correction_makes_no_aid_that_nobody_has_checked(world):
    hub = world.hub
    low = c.settled(world)
    asked = hub.hub_editor.do(low, "ask-relief", WAIVE)
    body = c.correction(world)
    hub.signatory.attempt(asked, "correct-settlement", body).refused("relief-asked", 409)
    waived = hub.signatory.do(c.check(hub, asked), "give-relief")
    assert waived["settledAidOre"] == 20_000 * KRONE
    refused = hub.signatory.attempt(waived, "correct-settlement", body).refused("settled-higher", 409)
    assert "20\u00a0000" in refused.json["detail"]


def test_what_was_not_settled_or_was_credited_has_nothing_to_correct(world):
    hub, body = world.hub, c.correction(world)
    hub.signatory.attempt(c.checked(world), "correct-settlement", body).refused("not-settled", 409)
    credited = hub.signatory.do(c.credit_asked(world), "give-relief")
    hub.hub_signatory_b.attempt(credited, "correct-settlement", body).refused("state-conflict", 409)


def test_the_text_to_the_firm_tells_of_what_was_settled_and_of_no_debt_that_is_gone(world):
    hub = world.hub
    copayment = c.invoiced(world)
    settle(world, {"deliveryCostOre": 40_800 * KRONE, "copaymentIds": [copayment["id"]]}).expect(200)
    copayment = c.reread(hub, copayment)
    for language, text in copayment["notice"].items():
        assert kroner(40_800, language) in text and kroner(28_800, language) in text and kroner(42_000, language) not in text
    waive = {"kind": "waive", "reason": "Brann"}
    asked = hub.signatory.do(copayment, "ask-relief", waive)
    waived = hub.hub_signatory_b.do(c.check(hub, asked), "give-relief")
    for language, text in waived["notice"].items():
        assert text.startswith({"nb": "Ettergitt", "en": "Waived"}[language]) and copayment["kid"] not in text
        assert text.count(kroner(40_800, language)) == 2, "worth as much as it is aid"


def told(copayment):
    return copayment["notice"]["nb"]


def test_a_firm_is_told_of_its_aid_whatever_changes_it_and_of_money_back(world):
    hub = world.hub
    assert c.checked(world)["notice"] is None, "nothing is asked for yet"
    waived = hub.signatory.do(c.checked(world), "ask-relief", {"kind": "waive", "reason": "Brann"})
    waived = hub.hub_signatory_b.do(c.check(hub, waived), "give-relief")
    assert f"{kroner(42_000)} kr er støtte" in told(waived)
    settled = c.settled(world)
    assert f"gjort opp til {kroner(20_000)}" in told(settled) and f"{kroner(8_000)} kr er støtte" in told(settled)
    part = c.paid(world, amount_ore=5_000 * KRONE)
    assert f"skylder" in told(part) and kroner(7_000) in told(part) and kroner(30_000) in told(part)
    over = c.overpaid(world)
    assert f"{kroner(100)} kr for mye" in told(over)
    asked = hub.hub_editor.do(over, "ask-refund", c.asked_refund(world))
    paid = hub.signatory.do(asked, "refund", c.refund(world))
    assert "har betalt egenandelen" in told(paid) and f"{kroner(30_000)} kr er støtte" in told(paid)
    credited = hub.signatory.do(c.credit_asked(world), "give-relief")
    assert told(credited).startswith("Kreditert") and "ikke fått støtte" in told(credited)


def test_a_refund_counts_on_no_day_before_the_money_was_too_much(world):
    hub = world.hub
    asked = c.refund_asked(world)
    body = c.refund(world) | {"paidOn": str(world.today - datetime.timedelta(1))}
    refused = hub.signatory.attempt(asked, "refund", body).refused("validation-failed")
    assert [e["code"] for e in refused.json["errors"]] == ["refund-early"]
    assert hub.signatory.do(asked, "refund", c.refund(world))["openOre"] == 0


@pytest.mark.parametrize(
    "rate_bp, amount_ore, cost_ore",
    [(2500, 999_999, 3_333_333), (2500, SHARE_ORE, 700_001), (1500, 100_001, 100_000), (1200, 7, 0)],
)
def test_what_the_text_to_the_firm_tells_adds_up_to_the_ore(world, rate_bp, amount_ore, cost_ore):
    hub = world.hub
    with vat_of(world, rate_bp):
        waiting = c.ready(world, hub, vatMode="standard")
        enrolment = hub.signatory.do(waiting, "enrol", c.place(world, amountOre=amount_ore))
    copayment = c.check(hub, c.of(hub, enrolment))
    copayment = hub.signatory.do(copayment, "invoice", {"dueOn": str(world.today)})
    assert copayment["vatOre"] == round(amount_ore * rate_bp / (10_000 + rate_bp))
    assert_text_adds_up(world, copayment)
    settle(world, {"deliveryCostOre": cost_ore, "copaymentIds": [copayment["id"]]}).expect(200)
    assert_text_adds_up(world, c.reread(hub, copayment))


def assert_text_adds_up(world, copayment):
    for language, number in (("nb", r"([\d\u00a0]+,\d\d) kr"), ("en", r"NOK ([\d,]+\.\d\d)")):
        text = copayment["notice"][language]
        told = [int(re.sub(r"\D", "", amount)) for amount in re.findall(number, text)]
        amount, net, vat, service, covered, aid = told
        assert (amount, vat) == (copayment["amountOre"], copayment["vatOre"])
        assert net + vat == amount
        assert aid == copayment["aidOre" if copayment["settledAidOre"] is None else "settledAidOre"]
        assert covered + aid == service
        for word in (copayment["kid"], printed(copayment["account"]), day(world, language)):
            assert word in text


@contextlib.contextmanager
def vat_of(world, rate_bp):
    """Value added tax at another rate."""
    change = "update trinn.rule_params set value = %s where key = 'vat.standard'"
    world.database.run(change, rate_bp)
    try:
        yield
    finally:
        world.database.run(change, 2500)


def test_only_firms_of_ones_own_that_shared_a_stage_are_settled_together(world):
    own = c.checked(world)["id"]
    others = c.checked(world, world.other_hub)["id"]
    elsewhere = c.checked(world, priceCapOre=SHARE_ORE + 1)["id"]
    unchecked = c.raised(world)["id"]
    ids = [own, others, elsewhere, unchecked]
    reply = settle(world, {"deliveryCostOre": 1, "copaymentIds": ids})
    assert reply.status in (409, 422) and reply.faults == [
        ("aid-unchecked", "#/copaymentIds/3"),
        ("settled-together", "#/copaymentIds/2"),
        ("unknown-reference", "#/copaymentIds/1"),
    ]


def settle(world, body):
    return world.hub.hub_editor.post("/v1/aid-settlements", body)


# ---- who sees what


def test_a_firm_sees_what_it_owes_and_not_why_it_was_let_off(world):
    hub = world.hub
    asked = c.relief_asked(world, orgnr=world.firm.orgnr)
    copayment = hub.hub_signatory_b.do(asked, "refuse-relief", REASON)
    seen = world.firm.firm.read(copayment.path)
    assert seen["openOre"] == SHARE_ORE and seen["entries"] and seen["reliefs"] == []
    assert any(i["id"] == copayment["id"] for i in world.firm.firm.items("/v1/copayments"))
    world.firm.firm.attempt(seen, "invoice", YEAR).refused("forbidden", 403)


def test_another_hub_sees_nothing_of_it(world):
    copayment = c.invoiced(world)
    other = world.other_hub.signatory
    other.get(copayment.path).refused("not-found", 404)
    assert copayment["id"] not in [i["id"] for i in other.items("/v1/copayments")]
    other.attempt(copayment, "remind", YEAR).refused("not-found", 404)


def test_what_may_be_done_is_told(world):
    hub = world.hub
    actions = hub.signatory.permitted(c.checked(world))
    permitted = {name for name, action in actions.items() if action["permitted"]}
    assert permitted == {"declare-aid", "invoice", "ask-relief", "ask-credit"}


def test_it_is_no_money_of_the_county(world):
    before = world.database.contents()
    copayment = c.invoiced(world)
    c.send(world.hub, c.table(world, (copayment["kid"], SHARE_ORE)))
    after = world.database.contents()
    for table in ("postings", "balances", "payments", "claims"):
        assert before[table] == after[table]


# ---- whatever is done


@pytest.mark.parametrize("seed", range(4))
def test_whatever_is_done_it_adds_up(world, seed):
    """Any commands in any order, allowed or not: entries sum to what is open, at each step, and aid
    is what the service is worth less what the firm is to pay."""
    dice = random.Random(seed)
    hub = world.hub
    copayment = c.checked(world)
    for _ in range(14):
        step(world, dice, copayment)
        copayment = c.reread(hub, copayment)
        assert_adds_up(copayment)
        off = sum(ore for kind, ore in kinds(copayment) if kind in ("waive", "write_off"))
        assert copayment["aidOre"] == 30_000 * KRONE + off
        is_settled = copayment["openOre"] <= 0
        assert is_settled == (copayment["state"] in ("paid", "waived", "written_off", "credited"))


def step(world, dice, copayment):
    hub = world.hub
    ore = dice.choice([1, 333, SHARE_ORE // 3, SHARE_ORE, SHARE_ORE + 7])
    person = dice.choice([hub.signatory, hub.hub_signatory_b])
    today = str(world.today)
    commands = {
        "invoice": {"dueOn": today},
        "remind": {"dueOn": today},
        "ask-refund": {"amountOre": ore},
        "refund": {"paidOn": today, "bankReference": "B"},
        "ask-relief": WAIVE | {"kind": dice.choice(["waive", "write_off"])},
        "ask-credit": CREDIT,
        "check-aid": REASON,
        "give-relief": None,
        "refuse-relief": REASON,
    }
    action = dice.choice([*commands, "pay", "pay", "pay", "invoice"])
    if action == "check-aid":
        person = world.county.caseworker
    if action != "pay":
        reply = person.attempt(copayment, action, commands[action])
        assert reply.status in (200, 403, 409), reply
        return
    file = c.send(hub, c.table(world, (copayment["kid"], ore)))
    for entry in c.entries(hub, fileId=file["id"], state="unmatched"):
        thing = hub.signatory.read(f"/v1/bank-entries/{entry['id']}")
        reply = person.attempt(thing, "match", {"copaymentId": copayment["id"]})
        assert reply.status in (200, 409), reply
