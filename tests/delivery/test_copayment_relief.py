"""What a firm is let off: waived, written off or credited, by two persons and as aid where it is aid; and
the gate of the next stage, which asks whether the firm has settled what it owes."""

import pytest
from support import cohorts
from support import copayments as c
from support.bodies import REASON
from support.copayments import SHARE_ORE
from support.enrolments import stage
from support.parties import KRONE
from support.specimens import drop_out

pytestmark = pytest.mark.usefixtures("sound")


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
    assert c.kinds(given)[-1] == (kind, SHARE_ORE)
    c.assert_adds_up(given)


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
    asked = c.check(hub, hub.hub_editor.do(c.raised(world), "ask-relief", c.WAIVE))
    enrolment = hub.signatory.read(f"/v1/enrolments/{asked['enrolmentId']}")
    giver, editor = hub.signatory.another(), hub.hub_editor.another()
    gone = {"reason": "other", "explanation": "Flytter"}
    steps = [
        lambda: giver.attempt(asked, "give-relief"),
        lambda: editor.attempt(enrolment, "drop-out", gone),
    ]
    if first == "credit":
        steps.reverse()
    replies = [reply.status for reply in c.both_wait(world, asked, steps)]
    share = c.reread(hub, asked)
    let_off = [kind for kind, _ in c.kinds(share) if kind != "raise"]
    if first == "waiver":
        assert (replies, share["state"], let_off) == ([200, 200], "waived", ["waive"])
    else:
        assert (replies, share["state"], let_off) == ([200, 412], "credited", ["credit"])
    assert share["openOre"] == 0
    c.assert_adds_up(share)


def test_what_a_firm_paid_while_it_waited_is_refused(world):
    hub = world.hub
    asked = c.relief_asked(world)
    c.pay(hub, asked, SHARE_ORE)
    paid = c.reread(hub, asked)
    hub.hub_signatory_b.attempt(paid, "give-relief").refused("state-conflict", 409)
    refused = hub.hub_signatory_b.do(paid, "refuse-relief", REASON)
    assert (refused["state"], refused["reliefs"][0]["state"]) == ("paid", "refused")


def test_what_was_never_invoiced_is_no_loss(world):
    content = {"kind": "write_off", "reason": "Konkurs"}
    world.hub.signatory.attempt(c.raised(world), "ask-relief", content).refused("state-conflict")


def test_what_was_written_off_and_is_paid_all_the_same_is_settled(world):
    hub = world.hub
    lost = c.let_off(hub, c.overdue(world), "write_off")
    assert (lost["state"], lost["aidOre"]) == ("written_off", 42_000 * KRONE)
    c.pay(hub, lost, 4_000 * KRONE)
    part = c.reread(hub, lost)
    assert (part["state"], part["openOre"], part["aidOre"]) == ("written_off", 0, 38_000 * KRONE)
    assert c.kinds(part)[-1] == ("recover", 4_000 * KRONE)
    entry = c.pay_by_hand(world, lost, 9_000 * KRONE)
    paid = c.reread(hub, lost)
    assert (paid["state"], paid["openOre"], paid["aidOre"]) == ("paid", -1_000 * KRONE, 30_000 * KRONE)
    c.assert_adds_up(paid)
    hub.signatory.do(entry, "reopen", REASON)
    assert (c.reread(hub, lost)["state"], c.reread(hub, lost)["openOre"]) == ("part_paid", 8_000 * KRONE)
    world.assert_sound()


def test_a_wish_to_let_off_a_firm_that_left_reserves_no_aid(world):
    hub, clerk = world.hub, world.county.caseworker
    asked = hub.hub_editor.do(c.checked(world), "ask-relief", c.WAIVE)
    drop_out(hub, hub.signatory.read(f"/v1/enrolments/{asked['enrolmentId']}"), person=hub.hub_editor)
    left = c.reread(hub, asked)
    assert (left["state"], left["reliefs"][0]["state"]) == ("credited", "asked")
    aid = clerk.get(f"/v1/firms/{asked['firm']['orgnr']}/aid").expect(200).json["recorded"]
    assert aid["reservedOre"] == 0
    assert not clerk.items("/v1/copayments", awaitsCheck="true", orgnr=asked["firm"]["orgnr"])
    assert tasks_of(hub.signatory, asked) == ["refuseCopaymentRelief"]
    hub.signatory.do(left, "refuse-relief", REASON)


# ---- as aid


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
    waived = c.begin(hub, hub.signatory.do(checked, "give-relief"))
    assert (waived["state"], waived["aidOre"]) == ("waived", 42_000 * KRONE)
    c.settle(world, {"deliveryCostOre": 40_800 * KRONE, "copaymentIds": [waived["id"]]}).expect(200)
    assert c.reread(hub, waived)["settledAidOre"] == 40_800 * KRONE


def test_of_what_is_waived_in_part_the_rest_is_aid(world):
    hub = world.hub
    copayment = c.begin(hub, c.paid(world, amount_ore=SHARE_ORE - 5_000 * KRONE))
    delivered = {"deliveryCostOre": 40_000 * KRONE, "copaymentIds": [copayment["id"]]}
    c.settle(world, delivered).expect(200)
    waived = c.let_off(hub, c.reread(hub, copayment))
    assert (waived["aidOre"], waived["settledAidOre"]) == (35_000 * KRONE, 33_000 * KRONE)
    less = {"deliveryCostOre": 20_000 * KRONE, "again": True, "reason": "Feil timer"}
    lowered = hub.signatory.post("/v1/aid-settlements", delivered | less)
    assert lowered.expect(200).json["items"][0]["aidOre"] == 13_000 * KRONE


def test_what_is_waived_before_it_was_billed_is_checked_and_settled_too(world):
    hub, clerk = world.hub, world.county.caseworker
    waived = c.begin(hub, c.let_off(hub, c.raised(world)))
    assert (waived["state"], waived["aidChecked"]) == ("waived", True)
    assert waived["aidOre"] == 42_000 * KRONE
    clerk.attempt(waived, "check-aid", REASON).refused("state-conflict", 409)
    c.settle(world, {"deliveryCostOre": 42_000 * KRONE, "copaymentIds": [waived["id"]]}).expect(200)
    assert c.reread(hub, waived)["settledAidOre"] == 42_000 * KRONE


def test_what_is_owed_again_after_a_waiver_is_waived_as_more_aid(world):
    hub = world.hub
    copayment = c.invoiced(world)
    entry = c.pay_by_hand(world, copayment, 4_000 * KRONE)
    assert c.let_off(hub, c.reread(hub, copayment))["aidOre"] == 38_000 * KRONE
    hub.signatory.do(entry, "reopen", {"reason": "Gjaldt en annen"})
    waived = c.let_off(hub, c.reread(hub, copayment))
    assert (waived["state"], waived["aidOre"]) == ("waived", 42_000 * KRONE)
    assert [r["aidOre"] for r in waived["reliefs"]] == [38_000 * KRONE, 42_000 * KRONE]


def test_a_loss_is_aid_unless_the_firm_was_reminded_in_vain(world):
    hub = world.hub
    written_off = c.let_off(hub, c.overdue(world), "write_off")
    assert written_off["aidOre"] == 42_000 * KRONE
    copayment = c.overdue(world)
    for _ in range(2):
        copayment = hub.hub_editor.do(c.reread(hub, copayment), "remind", c.due(world))
        c.move_due_day(world, copayment, -1)
    loss = {"kind": "write_off", "reason": "Betaler ikke"}
    asked = hub.hub_editor.do(c.reread(hub, copayment), "ask-relief", loss)
    assert asked["reliefs"][0]["aidOre"] is None
    written_off = hub.signatory.do(asked, "give-relief")
    assert (written_off["state"], written_off["aidOre"]) == ("written_off", 30_000 * KRONE)


# ---- credited


def test_what_was_paid_for_nothing_is_credited_and_sent_back(world):
    hub = world.hub
    copayment = c.paid(world)
    asked = hub.hub_editor.do(copayment, "ask-credit", c.CREDIT)
    assert asked["reliefs"][0]["cause"] == "cancelled"
    credited = hub.signatory.do(asked, "give-relief")
    assert (credited["state"], credited["openOre"]) == ("credited", -SHARE_ORE)
    assert (credited["settledServiceValueOre"], credited["settledAidOre"]) == (0, 0)
    assert c.kinds(credited)[-1] == ("credit", SHARE_ORE)
    c.assert_adds_up(credited)
    asked = hub.signatory.do(credited, "ask-refund", {"amountOre": SHARE_ORE})
    back = hub.hub_signatory_b.do(asked, "refund", c.refund(world))
    assert (back["state"], back["openOre"]) == ("credited", 0)
    c.assert_adds_up(back)


def test_a_payment_undone_leaves_what_was_credited_credited(world):
    hub = world.hub
    copayment = c.invoiced(world)
    entry = c.pay_by_hand(world, copayment, SHARE_ORE)
    asked = hub.hub_editor.do(c.reread(hub, copayment), "ask-credit", c.CREDIT)
    hub.signatory.do(asked, "give-relief")
    hub.signatory.do(entry, "reopen", {"reason": "Gjaldt en annen"})
    credited = c.reread(hub, copayment)
    assert (credited["state"], credited["openOre"]) == ("credited", 0)


def test_what_was_paid_for_a_place_that_a_firm_left_is_credited_by_two_persons(world):
    hub = world.hub
    copayment = c.paid(world)
    enrolment = hub.signatory.read(f"/v1/enrolments/{copayment['enrolmentId']}")
    told = hub.signatory.get(enrolment / "permitted-actions").json["warnings"]
    assert "share-for-two" in {w["code"] for w in told}
    drop_out(hub, enrolment)
    asked = c.reread(hub, copayment)
    assert [(r["kind"], r["state"]) for r in asked["reliefs"]] == [("credit", "asked")]
    assert hub.hub_signatory_b.do(asked, "give-relief")["openOre"] == -SHARE_ORE


def tasks_of(person, copayment):
    return [t["operationId"] for t in person.items("/v1/tasks", limit=1000) if t["path"] == copayment.path]


def test_where_nobody_else_may_give_the_credit_another_asks_for_it(world):
    """Whoever signs alone drops the firm out, and withdraws what they ask for all the same."""
    hub = world.hub
    copayment = c.invoiced(world)
    enrolment = hub.signatory.read(f"/v1/enrolments/{copayment['enrolmentId']}")
    apart = (
        "update trinn.role_assignments a set valid_from = trinn.today() + %s from trinn.organisations o"
        " where o.id = a.organisation_id and o.orgnr = %s and a.role = 'hub_signatory' and a.person_id <> %s"
    )
    world.database.run(apart, 1, hub.orgnr, hub.signatory.person)
    try:
        told = hub.signatory.get(enrolment / "permitted-actions").json["warnings"]
        assert "share-to-credit" in {w["code"] for w in told}
        drop_out(hub, enrolment)
        left = c.reread(hub, copayment)
        assert left["reliefs"] == [] and tasks_of(hub.signatory, left) == []
        assert tasks_of(hub.hub_editor, left) == ["askCopaymentCredit"]
        asked = hub.signatory.do(left, "ask-credit", c.CREDIT)
        hub.signatory.attempt(asked, "give-relief").refused("four-eyes", 403)
        assert tasks_of(hub.signatory, asked) == ["refuseCopaymentRelief"]
        left = hub.signatory.do(asked, "refuse-relief", REASON)
        assert tasks_of(hub.hub_editor, left) == ["askCopaymentCredit"]
        asked = hub.hub_editor.do(left, "ask-credit", c.CREDIT)
        assert tasks_of(hub.signatory, asked) == ["giveCopaymentRelief"]
        assert hub.signatory.do(asked, "give-relief")["state"] == "credited"
    finally:
        world.database.run(apart, 0, hub.orgnr, hub.signatory.person)


def test_what_a_firm_that_left_with_nothing_was_to_be_let_off_is_credited(world):
    hub = world.hub
    checked = c.relief_checked(world)
    enrolment = hub.signatory.read(f"/v1/enrolments/{checked['enrolmentId']}")
    told = hub.hub_editor.get(enrolment / "permitted-actions").json["warnings"]
    assert "share-to-credit" in {w["code"] for w in told}
    drop_out(hub, enrolment, person=hub.hub_editor)
    left = c.reread(hub, checked)
    hub.signatory.attempt(left, "give-relief").refused("left-unserved", 409)
    assert tasks_of(hub.signatory, left) == ["refuseCopaymentRelief"]
    orgnr = left["firm"]["orgnr"]
    aid = world.county.caseworker.read(f"/v1/firms/{orgnr}/aid")["recorded"]
    assert aid["reservedOre"] == 30_000 * KRONE
    refused = hub.signatory.do(left, "refuse-relief", REASON)
    hub.hub_editor.attempt(refused, "ask-relief", c.WAIVE).refused("left-unserved", 409)
    assert tasks_of(hub.hub_editor, refused) == ["askCopaymentCredit"]
    asked = hub.hub_editor.do(refused, "ask-credit", c.CREDIT)
    assert hub.signatory.do(asked, "give-relief")["settledAidOre"] == 0


def test_a_place_whose_share_was_credited_is_not_begun(world):
    """Nor completed: what came of it would be aid that nobody has recorded."""
    hub = world.hub
    enrolment = hub.signatory.do(c.ready(world), "enrol", c.place(world))
    asked = hub.hub_editor.do(c.check(hub, c.of(hub, enrolment)), "ask-credit", c.CREDIT)
    of_begun = hub.hub_editor.do(c.begin(hub, c.checked(world)), "ask-credit", c.CREDIT)
    for share in (asked, of_begun):
        hub.signatory.do(share, "give-relief")
    begun = hub.signatory.read(f"/v1/enrolments/{of_begun['enrolmentId']}")
    hub.signatory.attempt(enrolment, "start").refused("share-gone", 409)
    hub.signatory.attempt(begun, "complete").refused("share-gone", 409)
    hub.signatory.attempt(begun, "enrol", c.place(world)).refused("state-conflict", 409)


def test_a_share_raised_by_mistake_is_credited_and_raised_anew_in_the_same_place(world):
    """Which counts as no drop-out, and as no other place."""
    hub = world.hub
    enrolment = hub.signatory.do(c.ready(world), "enrol", c.place(world, amountOre=1_000 * KRONE))
    held = hub.signatory.attempt(enrolment, "enrol", c.place(world)).refused("validation-failed", 422)
    assert held.faults == [("stage-held", "#/stage")]
    wrong = c.of(hub, enrolment)
    asked = hub.hub_editor.do(c.check(hub, wrong), "ask-credit", c.CREDIT | {"cause": "mistaken"})
    hub.signatory.do(asked, "give-relief")
    assert hub.signatory.permitted(enrolment)["enrol"]["permitted"]
    hub.signatory.attempt(enrolment, "enrol", {"stage": 2}).refused("validation-failed", 422)
    again = hub.signatory.do(enrolment, "enrol", c.place(world))
    assert (again["state"], again["round"]) == ("enrolled", enrolment["round"])
    right = c.of(hub, again)
    assert (right["state"], right["amountOre"], right["id"] != wrong["id"]) == ("due", SHARE_ORE, True)
    hub.signatory.attempt(again, "start").refused("aid-unchecked", 409)
    hub.signatory.attempt(again, "enrol", c.place(world)).refused("validation-failed", 422)
    c.check(hub, right)
    assert hub.signatory.do(again, "start")["state"] == "active"
    steps = [s["toState"] for s in hub.signatory.items(again / "steps")]
    assert steps[-2:] == ["enrolled", "active"] and "dropped_out" not in steps


def test_who_comes_back_to_a_place_that_it_gave_back_owes_anew_and_begins(world):
    hub = world.hub
    last = stage(3, [])
    programme = world.county.programme(stages=world.county.programme_content()["stages"] + [last])
    firm = hub.signatory.do(c.ready(world, programme=programme), "enrol", c.place(world))
    firm = hub.signatory.do(hub.recommend(firm, 3), "enrol", {"stage": 3})
    firm = hub.signatory.do(hub.recommend(firm, 2), "enrol", c.place(world))
    c.check(hub, c.of(hub, firm))
    assert hub.signatory.do(firm, "start")["state"] == "active"


def test_no_stage_begins_or_ends_while_somebody_asks_to_credit_its_share(world):
    hub = world.hub
    copayment = c.checked(world)
    enrolment = hub.signatory.read(f"/v1/enrolments/{copayment['enrolmentId']}")
    for step, state in (("start", "active"), ("complete", "completed")):
        asked = hub.hub_editor.do(c.reread(hub, copayment), "ask-credit", c.CREDIT)
        hub.signatory.attempt(enrolment, step).refused("credit-asked", 409)
        several = {"step": step, "enrolmentIds": [enrolment["id"]]}
        reply = hub.signatory.post("/v1/enrolment-steps", several)
        assert reply.faults == [("credit-asked", "#/enrolmentIds/0")]
        hub.signatory.do(asked, "refuse-relief", REASON)
        enrolment = hub.signatory.do(enrolment, step)
        assert enrolment["state"] == state


@pytest.mark.parametrize("step", ["start", "complete"])
@pytest.mark.parametrize("several", [False, True], ids=["one", "several"])
def test_a_stage_goes_on_or_its_share_is_credited_and_not_both(world, step, several):
    """The credit comes while the step waits, which is decided anew."""
    hub = world.hub
    copayment = c.checked(world) if step == "start" else c.begun(world)
    enrolment = hub.signatory.read(f"/v1/enrolments/{copayment['enrolmentId']}")
    asker, starter = hub.hub_editor.another(), hub.signatory.another()
    body = {"step": step, "enrolmentIds": [enrolment["id"]]}
    steps = [
        lambda: asker.attempt(copayment, "ask-credit", c.CREDIT),
        lambda: starter.post("/v1/enrolment-steps", body) if several else starter.attempt(enrolment, step),
    ]
    asked, begun = c.both_wait(world, copayment, steps)
    assert (asked.status, begun.status) == (200, 409)
    assert "credit-asked" in str(begun.json)


def test_what_is_credited_while_a_stage_is_completed_is_decided_anew(world):
    hub = world.hub
    copayment = c.begun(world)
    enrolment = hub.signatory.read(f"/v1/enrolments/{copayment['enrolmentId']}")
    asker, finisher = hub.hub_editor.another(), hub.signatory.another()
    steps = [
        lambda: finisher.attempt(enrolment, "complete"),
        lambda: asker.attempt(copayment, "ask-credit", c.CREDIT),
    ]
    completed, asked = c.both_wait(world, copayment, steps)
    assert completed.status == 200
    asked.refused("was-delivered", 409)


def test_a_firm_that_has_its_place_has_not_dropped_out(world):
    hub = world.hub
    copayment = c.paid(world)
    left = {"cause": "dropped_out", "reason": "Sluttet før første samling"}
    reply = hub.signatory.attempt(copayment, "ask-credit", left).refused("validation-failed", 422)
    assert reply.faults == [("not-dropped-out", "#/cause")]
    drop_out(hub, hub.signatory.read(f"/v1/enrolments/{copayment['enrolmentId']}"))
    dropped = hub.hub_signatory_b.do(c.reread(hub, copayment), "refuse-relief", REASON)
    hub.signatory.attempt(dropped, "ask-credit", left).expect(200)


def test_what_was_delivered_is_not_credited(world):
    hub = world.hub
    copayment = c.begin(hub, c.paid(world))
    c.settle(world, {"deliveryCostOre": 1, "copaymentIds": [copayment["id"]]}).expect(200)
    copayment = c.reread(hub, copayment)
    hub.signatory.attempt(copayment, "ask-credit", c.CREDIT).refused("was-delivered", 409)
    enrolment = hub.signatory.do(c.ready(world), "enrol", c.place(world))
    copayment = c.check(hub, c.of(hub, enrolment))
    hub.signatory.attempt(copayment, "ask-credit", c.CREDIT, dryRun="true").expect(204)
    hub.signatory.do(hub.signatory.do(enrolment, "start"), "complete")
    hub.signatory.attempt(copayment, "ask-credit", c.CREDIT).refused("was-delivered", 409)


def test_to_whom_came_to_a_session_something_was_delivered(world):
    hub = world.hub
    cohort = cohorts.cohort(world, hub, stage=2)
    enrolments = [hub.signatory.do(c.ready(world), "enrol", c.place(world)) for _ in range(2)]
    cohort = hub.signatory.do(cohorts.add(hub, cohort, *enrolments), "start")
    absent, came = [c.of(hub, enrolment) for enrolment in enrolments]
    cohorts.hold(hub, cohorts.plan(world, hub, cohort), (came["firm"]["orgnr"], 2))
    hub.signatory.attempt(came, "ask-credit", c.CREDIT).refused("was-delivered", 409)
    asked = hub.hub_editor.do(absent, "ask-credit", c.CREDIT)
    assert hub.signatory.do(asked, "give-relief")["state"] == "credited"


# ---- the gate ahead


def in_priced_stage(world):
    """The enrolment of a firm; the stage after asks that it has settled what it owes."""
    hub = world.hub
    last = stage(3, [{"kind": "copayment_settled"}])
    programme = world.county.programme(stages=world.county.programme_content()["stages"] + [last])
    return hub.signatory.do(c.ready(world, programme=programme), "enrol", c.place(world))


def before_gate(world):
    """A firm that has completed the priced stage, and where the next asks that it has settled."""
    hub = world.hub
    firm = in_priced_stage(world)
    checked = c.check(hub, c.of(hub, firm))
    firm = hub.signatory.do(hub.signatory.do(firm, "start"), "complete")
    hub.signatory.attempt(firm, "enrol", {"stage": 3}).refused("gate-closed", 409)
    return firm, hub.signatory.do(checked, "invoice", c.due(world, 30))


def test_what_is_owed_to_another_hub_is_not_told_in_a_later_round(world):
    hub, other = world.hub, world.other_hub
    firm, invoiced = before_gate(world)
    assert firm["way"]["unsettledStages"] == [2]
    hub.signatory.do(firm, "finish")
    again = other.follow(firm["programme"]["id"], firm["firm"]["orgnr"])
    assert (again["way"]["completedStages"], again["way"]["unsettledStages"]) == ([1, 2], [])
    assert other.enrol(again, 3)["state"] == "enrolled"
    other.signatory.get(invoiced.path).refused("not-found", 404)
    drop_out(other, other.signatory.read(again.path))
    again = hub.follow(firm["programme"]["id"], firm["firm"]["orgnr"])
    assert again["way"]["unsettledStages"] == [2]


def test_what_was_written_off_is_not_settled(world):
    hub = world.hub
    enrolments = []
    for kind in ("waive", "write_off"):
        firm, copayment = before_gate(world)
        c.let_off(hub, copayment, kind)
        enrolments.append(firm)
    waived, written_off = enrolments
    assert hub.enrol(waived, 3)["stage"] == 3
    hub.signatory.attempt(written_off, "enrol", {"stage": 3}).refused("gate-closed", 409)


def test_a_payment_undone_closes_the_gates_ahead_and_none_that_was_passed(world):
    hub = world.hub
    passed, copayment = before_gate(world)
    entry = c.pay_by_hand(world, copayment, SHARE_ORE)
    passed = hub.enrol(passed, 3)
    hub.signatory.do(entry, "reopen", {"reason": "Gjaldt en annen"})
    assert hub.signatory.do(passed, "start")["stage"] == 3
    ahead, copayment = before_gate(world)
    hub.signatory.do(c.pay_by_hand(world, copayment, SHARE_ORE), "reopen", {"reason": "Feil"})
    hub.signatory.attempt(ahead, "enrol", {"stage": 3}).refused("gate-closed", 409)


def test_a_loss_stays_a_loss_when_the_rest_is_owed_and_paid_again(world):
    hub = world.hub
    firm, copayment = before_gate(world)
    entry = c.pay_by_hand(world, copayment, 4_000 * KRONE)
    c.let_off(hub, c.reread(hub, copayment), "write_off")
    hub.signatory.do(entry, "reopen", {"reason": "Gjaldt en annen"})
    c.pay_by_hand(world, copayment, 4_000 * KRONE)
    assert c.reread(hub, copayment)["state"] == "paid"
    hub.signatory.attempt(firm, "enrol", {"stage": 3}).refused("gate-closed", 409)


def test_what_was_credited_is_not_settled_until_it_is_paid_in_another_round(world):
    hub = world.hub
    firm = in_priced_stage(world)
    asked = hub.hub_editor.do(c.of(hub, firm), "ask-credit", c.CREDIT)
    assert hub.signatory.do(asked, "give-relief")["state"] == "credited"
    firm = hub.signatory.do(drop_out(hub, firm), "re-enter", REASON)
    hub.signatory.attempt(firm, "enrol", {"stage": 3}).refused("gate-closed", 409)
    firm = hub.signatory.do(hub.recommend(firm, 2), "enrol", c.place(world))
    copayment = hub.signatory.do(c.check(hub, c.of(hub, firm)), "invoice", c.due(world, 30))
    firm = hub.signatory.do(hub.signatory.do(firm, "start"), "complete")
    hub.signatory.attempt(firm, "enrol", {"stage": 3}).refused("gate-closed", 409)
    c.pay_by_hand(world, copayment, SHARE_ORE)
    assert hub.enrol(firm, 3)["stage"] == 3
