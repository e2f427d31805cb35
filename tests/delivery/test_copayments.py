"""What firms owe for a stage: raised with the place, invoiced, paid and sent back; never in the county's ledger."""

import datetime
import random

import pytest
from support import copayments as c
from support import delivery
from support.bodies import REASON
from support.copayments import SHARE_ORE
from support.delivery import new_firm
from support.parties import KRONE
from support.specimens import drop_out

pytestmark = pytest.mark.usefixtures("sound")


def enrol(world, enrolment, person=None, **changes):
    """Tried, in the priced stage."""
    person = person or world.hub.hub_editor
    return person.attempt(enrolment, "enrol", c.place(world, **changes))


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
    assert (made["kid"], made["aidChecked"]) == (None, False)
    assert made["declaration"]["received"][0]["grantor"] == "Innovasjon Norge"
    c.assert_adds_up(made)


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


# ---- invoiced and reminded


def test_the_county_is_creditor_only_where_the_stage_says_so(world):
    hub, finance = world.hub, world.county.finance
    copayment = c.checked(world, billedBy="county")
    assert copayment["creditor"]["orgnr"] == world.county.orgnr
    hub.signatory.attempt(copayment, "invoice", c.due(world, 30)).refused("not-creditor", 403)
    copayment = finance.do(finance.read(copayment.path), "invoice", c.due(world, 30))
    file = finance.make("/v1/bank-files", c.content(c.table(world, (copayment["kid"], SHARE_ORE))))
    assert file["entries"] == {"matched": 1}
    assert finance.read(copayment.path)["state"] == "paid"
    hub.signatory.get(file.path).refused("not-found", 404)


def test_an_invoice_is_due_today_or_later(world):
    yesterday = {"dueOn": str(world.today - datetime.timedelta(1))}
    world.hub.signatory.attempt(c.checked(world), "invoice", yesterday).refused("validation-failed")


def test_a_firm_is_reminded_twice_and_never_before_the_day_has_passed(world):
    hub = world.hub
    hub.signatory.attempt(c.invoiced(world), "remind", c.due(world, 30)).refused("not-overdue", 409)
    copayment = c.overdue(world)
    copayment = hub.hub_editor.do(copayment, "remind", c.due(world))
    assert copayment["reminders"] == 1 and copayment["notice"]["nb"].startswith("Påminnelse 1: ")
    hub.hub_editor.attempt(copayment, "remind", c.due(world, 30)).refused("not-overdue", 409)
    c.move_due_day(world, copayment, -1)
    copayment = hub.hub_editor.do(c.reread(hub, copayment), "remind", c.due(world))
    c.move_due_day(world, copayment, -1)
    hub.hub_editor.attempt(c.reread(hub, copayment), "remind", c.due(world, 30)).refused("reminders-spent", 409)
    c.move_due_day(world, copayment, 1)


# ---- who leaves


def test_who_leaves_its_place_before_the_stage_began_owes_nothing(world):
    """What was not billed is credited; what was, two persons credit, and what was paid goes back."""
    hub = world.hub
    for copayment, left in (
        (c.raised(world), None),
        (c.checked(world, billedBy="county"), None),
        (c.invoiced(world), 0),
        (c.paid(world, amount_ore=4_000 * KRONE), -4_000 * KRONE),
    ):
        enrolment = hub.signatory.read(f"/v1/enrolments/{copayment['enrolmentId']}")
        told = hub.hub_editor.get(enrolment / "permitted-actions").json["warnings"]
        is_billed = left is not None
        assert ("share-for-two" in {w["code"] for w in told}) == is_billed
        drop_out(hub, enrolment, person=hub.hub_editor)
        dropped = c.reread(hub, copayment)
        if is_billed:
            (asked,) = dropped["reliefs"]
            assert (asked["kind"], asked["cause"], asked["state"]) == ("credit", "dropped_out", "asked")
            assert (dropped["state"], dropped["openOre"]) == (copayment["state"], copayment["openOre"])
            dropped = hub.signatory.do(dropped, "give-relief")
        left = left or 0
        assert (dropped["state"], dropped["openOre"]) == ("credited", left)
        assert (dropped["settledServiceValueOre"], dropped["settledAidOre"]) == (0, 0)
        assert c.kinds(dropped)[-1] == ("credit", SHARE_ORE)
        c.assert_adds_up(dropped)
        text = dropped["notice"]["nb"]
        assert "skal ikke betale" in text and "ingen støtte" not in text and "ikke fått støtte" in text
        assert (dropped["kid"] is None) == ("KID" not in text)
    hub.signatory.do(dropped, "ask-refund", {"amountOre": 4_000 * KRONE})


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
    c.settle(world, nothing).expect(200)
    waive = {"kind": "waive", "reason": "Sluttet før første samling"}
    asked = hub.signatory.do(c.reread(hub, first), "ask-relief", waive)
    first = hub.hub_signatory_b.do(c.check(hub, asked), "give-relief")
    assert first["reliefs"][0]["aidOre"] == 42_000 * KRONE
    assert (first["state"], first["openOre"], first["settledAidOre"]) == ("waived", 0, 0)
    assert c.reread(hub, second)["openOre"] == SHARE_ORE


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
    sent = c.refund(world)
    copayment = hub.hub_signatory_b.do(asked, "refund", sent)
    assert copayment["entries"][-1]["bankReference"] == sent["bankReference"]
    assert copayment["openOre"] == 0 and c.kinds(copayment)[-1] == ("refund", 100 * KRONE)
    assert copayment["askedRefundOre"] is None
    c.assert_adds_up(copayment)
    hub.signatory.attempt(copayment, "ask-refund", more).refused("refund-exceeded", 409)


def test_a_reference_of_the_bank_is_of_one_refund_of_the_creditor(world):
    sent = c.refund(world)
    world.hub.signatory.do(c.refund_asked(world), "refund", sent)
    again = c.refund_asked(world)
    world.hub.signatory.attempt(again, "refund", sent).refused("duplicate", 409)
    theirs = c.refund_asked(world, world.other_hub)
    assert world.other_hub.signatory.do(theirs, "refund", sent)["openOre"] == 0


def test_a_refund_counts_on_no_day_before_the_money_was_too_much(world):
    hub = world.hub
    asked = c.refund_asked(world)
    body = c.refund(world) | {"paidOn": str(world.today - datetime.timedelta(1))}
    refused = hub.signatory.attempt(asked, "refund", body).refused("validation-failed")
    assert [e["code"] for e in refused.json["errors"]] == ["refund-early"]
    assert hub.signatory.do(asked, "refund", c.refund(world))["openOre"] == 0


# ---- who sees what


def test_a_firm_sees_what_it_owes_and_not_why_it_was_let_off(world):
    hub = world.hub
    asked = c.relief_asked(world, orgnr=world.firm.orgnr)
    copayment = hub.hub_signatory_b.do(asked, "refuse-relief", REASON)
    seen = world.firm.firm.read(copayment.path)
    assert seen["openOre"] == SHARE_ORE and seen["entries"] and seen["reliefs"] == []
    assert any(i["id"] == copayment["id"] for i in world.firm.firm.items("/v1/copayments"))
    world.firm.firm.attempt(seen, "invoice", c.due(world, 30)).refused("forbidden", 403)


def test_another_hub_sees_nothing_of_it(world):
    copayment = c.invoiced(world)
    other = world.other_hub.signatory
    other.get(copayment.path).refused("not-found", 404)
    assert copayment["id"] not in [i["id"] for i in other.items("/v1/copayments")]
    other.attempt(copayment, "remind", c.due(world, 30)).refused("not-found", 404)


def test_what_may_be_done_is_told(world):
    hub = world.hub
    actions = hub.signatory.permitted(c.checked(world))
    permitted = {name for name, action in actions.items() if action["permitted"]}
    assert permitted == {"declare-aid", "invoice", "ask-relief", "ask-credit", "settle-aid"}


def test_it_is_no_money_of_the_county(world):
    before = world.database.contents()
    copayment = c.invoiced(world)
    c.pay(world.hub, copayment, SHARE_ORE)
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
        c.assert_adds_up(copayment)
        off = sum(ore for kind, ore in c.kinds(copayment) if kind in ("waive", "write_off"))
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
        "refund": c.refund(world),
        "ask-relief": c.WAIVE | {"kind": dice.choice(["waive", "write_off"])},
        "ask-credit": c.CREDIT,
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
    file = c.pay(hub, copayment, ore)
    for entry in c.entries(hub, fileId=file["id"], state="unmatched"):
        thing = hub.signatory.read(f"/v1/bank-entries/{entry['id']}")
        reply = person.attempt(thing, "match", {"copaymentId": copayment["id"]})
        assert reply.status in (200, 409), reply
