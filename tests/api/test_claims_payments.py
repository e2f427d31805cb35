"""From an accepted grant to money in the bank: claimed with evidence, approved by three people who
are not the claimant, listed once, and paid by two. The ledger agrees after every step."""

import datetime
import itertools
from collections import Counter
from concurrent.futures import ThreadPoolExecutor

import pytest
from support.bodies import REASON
from support.cast import BY_KEY, add_person
from support.parties import KRONE, fresh

GRANT_ORE = 75_000 * KRONE  # of costs of 100 000: fagpartner 75 000, and workshops 25 000, earmarked
CLAIM_ORE = 30_000 * KRONE
MONEY_ORE = 1_000_000 * KRONE


@pytest.fixture
def line(world):
    """A funding line of the test's own, so that its accounts tell of one case only."""
    return world.county.funding_line(MONEY_ORE)


@pytest.fixture
def grant(world, line):
    world.ensure_account(world.hub)
    return world.accepted(call=world.county.call(line), applied_ore=GRANT_ORE)


def assert_accounts(world, line, **kroner):
    """Of what was appropriated, this much stands on the accounts; the rest is available."""
    expected = {account: amount * KRONE for account, amount in kroner.items() if amount}
    rest = MONEY_ORE - sum(expected.values())
    told = world.county.balances(line)
    assert told == {"appropriated": -MONEY_ORE, "available": rest} | expected
    assert world.database.rows("select * from trinn.ledger_faults") == []


def cost(world, group, kroner, **changes):
    return {
        "costGroup": group,
        "description": "Bilag",
        "amountOre": kroner * KRONE,
        "supplierOrgnr": world.outsider.orgnr,
        "invoiceNumber": fresh("f"),
    } | changes


def attempt_claim(world, grant, kroner, *costs, **changes):
    content = world.hub.claim_content(kroner * KRONE, costs=list(costs), **changes)
    return world.hub.signatory.post(grant / "claims", content)


def remaining(world, grant):
    return world.hub.signatory.read(grant.path)["remainingOre"] // KRONE


def test_the_ledger_follows_the_money_step_by_step(world, grant, line):
    hub, county = world.hub, world.county
    assert_accounts(world, line, committed=75_000)
    claim = hub.claim(grant, CLAIM_ORE)
    assert (claim["state"], claim["number"], claim["amountOre"]) == ("submitted", 1, CLAIM_ORE)
    assert_accounts(world, line, committed=45_000, claimed=30_000)
    claim = county.review(claim)
    claim = county.attest(claim)
    assert_accounts(world, line, committed=45_000, claimed=30_000)
    claim = county.release(claim)
    assert_accounts(world, line, committed=45_000, approved=30_000)
    payment = county.payment_of(claim)
    assert (payment["state"], payment["amountOre"]) == ("queued", CLAIM_ORE)
    county.list_payments()
    payment = county.finance.read(payment.path)
    assert_accounts(world, line, committed=45_000, approved=30_000)
    payment = county.finance.do(payment, "register-paid", county.registration())
    assert_accounts(world, line, committed=45_000, approved=30_000)
    payment = county.finance_b.do(payment, "confirm-paid")
    assert payment["state"] == "paid"
    assert_accounts(world, line, committed=45_000, paid=30_000)
    world.assert_sound()


def test_the_case_tells_who_took_each_step(world, grant):
    county = world.county
    claim = county.release(county.attest(county.review(world.hub.claim(grant, CLAIM_ORE))))
    payment = county.payment_of(claim)
    county.list_payments()
    county.pay(county.finance.read(payment.path))
    events = county.auditor.items(f"/v1/applications/{grant['applicationId']}/events")
    assert [(e["action"], e["role"]) for e in events[3:]] == [
        ("accept", "hub_signatory"),
        ("claim", "hub_signatory"),
        ("review", "caseworker"),
        ("attest", "attestant"),
        ("release", "releaser"),
        ("export", "finance"),
        ("register-paid", "finance"),
        ("confirm-paid", "finance"),
    ]
    people = [e["person"]["id"] for e in events[4:]]
    assert len(set(people)) == len(people) - 1  # whoever listed it may register it


# ---- acceptance


def test_money_is_claimed_of_an_accepted_grant_only(world):
    offered = world.offered()
    content = world.hub.claim_content(CLAIM_ORE)
    world.hub.signatory.post(offered / "claims", content).refused("state-conflict", 409)
    accepted = world.hub.accept(offered)
    assert accepted["state"] == "accepted" and accepted["acceptedAt"]
    world.hub.signatory.attempt(accepted, "accept").refused("state-conflict", 409)
    world.hub.signatory.post(accepted / "claims", content).expect(201)


def test_an_offer_is_accepted_in_time_or_not_at_all(world, database):
    grant = world.offered()
    yesterday = str(world.today - datetime.timedelta(1))
    change = (
        "set session_replication_role = replica; update trinn.grants set accept_by = %s where id = %s"
    )
    database.run(change, yesterday, grant["id"])
    world.hub.signatory.attempt(grant, "accept").refused("offer-expired", 409)
    database.run(change, str(world.today), grant["id"])
    assert world.hub.accept(grant)["state"] == "accepted"


def test_only_a_signatory_accepts_and_claims(world):
    offered = world.offered()
    world.hub.hub_editor.attempt(offered, "accept").refused("forbidden", 403)
    accepted = world.hub.accept(offered)
    content = world.hub.claim_content(CLAIM_ORE)
    world.hub.hub_editor.post(accepted / "claims", content).refused("forbidden", 403)


# ---- what may be claimed


def test_a_grant_is_claimed_in_parts_to_the_last_krone(world, grant, line):
    attempt_claim(world, grant, 30_000, cost(world, "fagpartner", 40_000)).expect(201)
    attempt_claim(world, grant, 18_750, cost(world, "workshops", 25_000)).expect(201)
    attempt_claim(world, grant, 26_250, cost(world, "fagpartner", 35_000)).expect(201)
    assert remaining(world, grant) == 0
    assert_accounts(world, line, claimed=75_000)
    more = cost(world, "fagpartner", 2)
    attempt_claim(world, grant, 1, more).refused("grant-exceeded", 409)


def test_the_last_claim_may_not_exceed_what_remains_of_the_grant(world, grant):
    attempt_claim(world, grant, 56_250, cost(world, "fagpartner", 75_000)).expect(201)
    costs = [cost(world, "fagpartner", 10_000), cost(world, "workshops", 25_000)]
    reply = attempt_claim(world, grant, 18_751, *costs)
    told = reply.refused("grant-exceeded", 409).json["errors"][0]["detail"]
    assert told.replace("\u00a0", " ") == "Det gjenstår 18 750 kr av tilskuddet."
    attempt_claim(world, grant, 18_750, *costs).expect(201)


def test_one_group_may_not_eat_what_is_earmarked_for_another(world, grant):
    reply = attempt_claim(world, grant, 60_000, cost(world, "fagpartner", 80_000))
    told = reply.refused("cost-group-exceeded", 409).json["errors"][0]
    assert told["pointer"] == "#/amountOre"
    assert "56 250 kr til Fagpartnere" in told["detail"].replace("\u00a0", " ")
    reply = attempt_claim(world, grant, 22_500, cost(world, "workshops", 30_000))
    reply.refused("cost-group-exceeded", 409)
    attempt_claim(world, grant, 56_250, cost(world, "fagpartner", 80_000)).expect(201)


def test_a_groups_remainder_is_what_earlier_claims_left(world, grant):
    attempt_claim(world, grant, 30_000, cost(world, "fagpartner", 40_000)).expect(201)
    reply = attempt_claim(world, grant, 27_000, cost(world, "fagpartner", 36_000))
    reply.refused("cost-group-exceeded", 409)
    attempt_claim(world, grant, 26_250, cost(world, "fagpartner", 36_000)).expect(201)


def test_no_more_than_the_granted_share_of_the_costs_is_claimed(world, grant):
    reply = attempt_claim(world, grant, 30_001, cost(world, "fagpartner", 40_000)).expect(422)
    assert reply.faults == [("claim-over-rate", "#/amountOre")]


def test_the_shares_of_parts_sum_to_the_share_of_the_whole(world, grant):
    """Three quarters of 1,01 four times."""
    for most_ore in (75, 76, 76, 76):
        costs = [cost(world, "fagpartner", 0, amountOre=101)]
        reply = attempt_claim(world, grant, 0, *costs, amountOre=most_ore + 1).expect(422)
        assert reply.faults == [("claim-over-rate", "#/amountOre")]
        attempt_claim(world, grant, 0, *costs, amountOre=most_ore).expect(201)
    attempt_claim(world, grant, 30_000, cost(world, "fagpartner", 40_000)).expect(201)


def test_a_cost_group_the_grant_has_not_is_named_with_those_it_has(world, grant):
    reply = attempt_claim(world, grant, 1, cost(world, "reiser", 10)).expect(422)
    (fault,) = [f for f in reply.json["errors"] if f["code"] == "cost-group-unknown"]
    assert fault["pointer"] == "#/costs/0/costGroup"
    assert "fagpartner, workshops" in fault["detail"]


def test_an_invoice_is_evidence_once_whoever_claims(world, grant):
    invoice = cost(world, "fagpartner", 8_000)
    attempt_claim(world, grant, 6_000, invoice).expect(201)
    again = attempt_claim(world, grant, 6_000, cost(world, "fagpartner", 10), invoice)
    assert ("invoice-used", "#/costs/1/invoiceNumber") in again.refused("invoice-used", 409).faults
    others = world.accepted(world.other_hub)
    content = world.other_hub.claim_content(6_000 * KRONE, costs=[invoice])
    reply = world.other_hub.signatory.post(others / "claims", content)
    reply.refused("invoice-used", 409)
    assert remaining(world, grant) == 69_000


def test_an_invoice_is_the_same_however_its_number_is_written(world, grant):
    invoice = cost(world, "fagpartner", 8_000)
    number = invoice["invoiceNumber"]
    attempt_claim(world, grant, 6_000, invoice).expect(201)
    capitals = invoice | {"invoiceNumber": number.upper()}
    attempt_claim(world, grant, 6_000, capitals).refused("invoice-used", 409)
    for written in (f" {number}", f"{number} ", f"{number}\u200b", f"\ufeff{number}", "a  1", "\t1"):
        reply = attempt_claim(world, grant, 6_000, invoice | {"invoiceNumber": written})
        assert reply.refused("validation-failed", 422).faults == [
            ("pattern", "#/costs/0/invoiceNumber")
        ]


def test_a_claim_that_is_rejected_gives_its_invoices_back(world, grant):
    invoice = cost(world, "fagpartner", 8_000)
    claim = world.hub.claim(grant, 6_000 * KRONE, costs=[invoice])
    world.county.caseworker.do(claim, "reject", {"reason": "Bilaget er uleselig."})
    attempt_claim(world, grant, 6_000, invoice).expect(201)
    attempt_claim(world, grant, 6_000, invoice).refused("invoice-used", 409)


def test_an_invoice_stands_once_in_a_claim(world, grant):
    invoice = cost(world, "fagpartner", 8_000)
    reply = attempt_claim(world, grant, 12_000, invoice, invoice).refused("invoice-used", 409)
    assert reply.faults == [("invoice-used", "#/costs/1/invoiceNumber")]


def test_of_two_claims_at_once_with_one_invoice_one_is_made(world, grant):
    invoice = cost(world, "fagpartner", 8_000)
    content = world.hub.claim_content(6_000 * KRONE, costs=[invoice])
    people = [world.hub.signatory.another() for _ in range(8)]
    with ThreadPoolExecutor(len(people)) as pool:
        replies = list(pool.map(lambda p: p.post(grant / "claims", content), people))
    told = Counter(r.code or r.status for r in replies)
    assert told.pop(201) == 1 and set(told) <= {"invoice-used", "contended"}, told
    assert remaining(world, grant) == 69_000


def test_claims_at_once_never_take_more_than_there_is(world, grant, line):
    """Two of 20 000 fit into the 56 250 for fagpartnere."""
    people = [world.hub.signatory.another() for _ in range(8)]
    contents = [world.hub.claim_content(20_000 * KRONE) for _ in people]
    with ThreadPoolExecutor(len(people)) as pool:
        send = [pool.submit(p.post, grant / "claims", c) for p, c in zip(people, contents)]
    told = Counter(r.result().code or r.result().status for r in send)
    assert told.pop(201) == 2 and set(told) <= {"cost-group-exceeded", "contended"}, told
    assert_accounts(world, line, committed=35_000, claimed=40_000)


def test_after_the_final_claim_there_is_no_other(world, grant):
    attempt_claim(world, grant, 6_000, cost(world, "fagpartner", 8_000), kind="final").expect(201)
    reply = attempt_claim(world, grant, 6_000, cost(world, "fagpartner", 8_000))
    reply.refused("final-claimed", 409)


@pytest.mark.parametrize(
    "begin, end, faults",
    [
        (1, 0, [("period-reversed", "#/periodTo")]),
        (-1, 0, [("period-outside", "#/periodFrom")]),
        (0, 1, [("period-not-over", "#/periodTo")]),
        (0, 301, [("period-not-over", "#/periodTo"), ("period-outside", "#/periodTo")]),
    ],
)
def test_costs_are_of_the_period_of_the_plan_until_today(world, grant, begin, end, faults):
    period = {
        "periodFrom": str(world.today + datetime.timedelta(begin)),
        "periodTo": str(world.today + datetime.timedelta(end)),
    }
    reply = attempt_claim(world, grant, 6_000, cost(world, "fagpartner", 8_000), **period)
    assert reply.expect(422).faults == faults


# ---- review, attestation, release

STEPS = {
    "submit": ("granlia", "hub_signatory"),
    "review": ("trondelag", "caseworker"),
    "attest": ("trondelag", "attestant"),
    "release": ("trondelag", "releaser"),
}


@pytest.mark.parametrize("first, second", itertools.combinations(STEPS, 2))
def test_no_person_takes_two_steps_of_a_claim(world, database, grant, first, second):
    subject = fresh("both")
    roles = [(BY_KEY[STEPS[step][0]], STEPS[step][1]) for step in (first, second)]
    add_person(database, world.issuer, subject, *roles)
    both = {step: world.client(subject, act_as=STEPS[step][1]) for step in (first, second)}
    usual = {
        "submit": world.hub.signatory,
        "review": world.county.caseworker,
        "attest": world.county.attestant,
        "release": world.county.releaser,
    }
    content = world.hub.claim_content(CLAIM_ORE)
    claim = both.get("submit", usual["submit"]).make(grant / "claims", content)
    for step in list(STEPS)[1:]:
        body = {"approvedOre": CLAIM_ORE} if step == "review" else None
        if step == second:
            told = {a: p["permitted"] for a, p in both[step].permitted(claim).items()}
            assert not told[step]
            reply = both[step].attempt(claim, step, body)
            reply.refused("disqualified" if first == "submit" else "four-eyes", 403)
            assert "four-eyes" in [code for code, _ in reply.faults]
            claim = usual[step].do(claim, step, body)
        else:
            claim = both.get(step, usual[step]).do(claim, step, body)
    assert claim["state"] == "released"
    world.assert_sound()


def test_who_claimed_may_not_reject_it_either(world, database, grant):
    subject = fresh("both")
    roles = [(BY_KEY["granlia"], "hub_signatory"), (BY_KEY["trondelag"], "caseworker")]
    add_person(database, world.issuer, subject, *roles)
    claimant = world.client(subject, act_as="hub_signatory")
    claim = claimant.make(grant / "claims", world.hub.claim_content(CLAIM_ORE))
    caseworker = world.client(subject, act_as="caseworker")
    reply = caseworker.attempt(claim, "reject", REASON).refused("disqualified", 403)
    assert "four-eyes" in [code for code, _ in reply.faults]


@pytest.mark.parametrize("earlier", ["caseworker", "decision_maker"])
def test_who_granted_does_not_pay(world, database, grant, earlier):
    subject = fresh("both")
    county = BY_KEY["trondelag"]
    roles = [(county, earlier), (county, "attestant"), (county, "releaser")]
    add_person(database, world.issuer, subject, *roles)
    as_role = {role: world.client(subject, act_as=role) for _, role in roles}
    application = world.hub.apply()
    steps = {
        "recommend": ("caseworker", world.county.recommendation(application)),
        "decide": ("decision_maker", world.county.decision(application)),
    }
    for step, (role, content) in steps.items():
        who = as_role.get(role) or getattr(world.county, role)
        application = who.do(application, step, content)
    claim = world.hub.claim(world.hub.accept(world.county.grant_of(application)), CLAIM_ORE)
    claim = world.county.review(claim)
    assert not as_role["attestant"].permitted(claim)["attest"]["permitted"]
    as_role["attestant"].attempt(claim, "attest").refused("four-eyes", 403)
    claim = world.county.attest(claim)
    as_role["releaser"].attempt(claim, "release").refused("four-eyes", 403)
    assert world.county.release(claim)["state"] == "released"


def test_the_steps_come_in_order(world, grant):
    county = world.county
    claim = world.hub.claim(grant, CLAIM_ORE)
    county.attestant.attempt(claim, "attest").refused("state-conflict", 409)
    county.releaser.attempt(claim, "release").refused("state-conflict", 409)
    claim = county.review(claim)
    county.releaser.attempt(claim, "release").refused("state-conflict", 409)
    claim = county.release(county.attest(claim))
    county.releaser.attempt(claim, "release").refused("state-conflict", 409)


def test_less_is_approved_with_a_reason_and_the_rest_is_the_grants_again(world, grant, line):
    county = world.county
    claim = world.hub.claim(grant, CLAIM_ORE)
    less = {"approvedOre": 20_000 * KRONE}
    reply = county.caseworker.attempt(claim, "review", less).expect(422)
    assert reply.faults == [("reason-required", "#/reason")]
    claim = county.caseworker.do(claim, "review", less | {"reason": "Reiser dekkes ikke"})
    assert claim["reviewReason"] == "Reiser dekkes ikke"
    assert_accounts(world, line, committed=45_000, claimed=30_000)
    claim = county.release(county.attest(claim))
    assert_accounts(world, line, committed=55_000, approved=20_000)
    assert county.payment_of(claim)["amountOre"] == 20_000 * KRONE
    assert remaining(world, grant) == 55_000


def test_more_than_was_claimed_is_not_approved(world, grant):
    claim = world.hub.claim(grant, CLAIM_ORE)
    content = {"approvedOre": CLAIM_ORE + 1}
    reply = world.county.caseworker.attempt(claim, "review", content).expect(422)
    assert reply.faults == [("too-large-value", "#/approvedOre")]


def test_a_rejected_claim_gives_the_money_back_to_the_grant(world, grant, line):
    claim = world.county.caseworker.do(world.hub.claim(grant, CLAIM_ORE), "reject", REASON)
    assert claim["state"] == "rejected" and claim["reviewReason"] == REASON["reason"]
    assert remaining(world, grant) == 75_000
    assert_accounts(world, line, committed=75_000)
    world.county.caseworker.attempt(claim, "review", {"approvedOre": 1}).refused("state-conflict")


@pytest.mark.parametrize("role, state", [("attestant", "reviewed"), ("releaser", "attested")])
def test_a_claim_sent_back_is_approved_anew(world, grant, line, role, state):
    county = world.county
    claim = county.review(world.hub.claim(grant, CLAIM_ORE))
    if state == "attested":
        claim = county.attest(claim)
    person = getattr(county, role)
    claim = person.do(claim, "send-back", {"reason": "Bilag 3 mangler"})
    assert (claim["state"], claim["approvedOre"]) == ("submitted", None)
    claim = county.release(county.attest(county.review(claim)))
    assert claim["state"] == "released"
    assert_accounts(world, line, committed=45_000, approved=30_000)


def test_nothing_is_released_to_a_recipient_without_an_account(world):
    hub, county = world.neighbour_hub_b, world.neighbour
    attested = world.attested(hub)
    reply = county.releaser.attempt(attested, "release")
    assert "Saltdal" in reply.refused("no-account", 409).text
    county.give_account(hub)
    assert county.release(attested)["state"] == "released"


def account_changes(world, payment):
    """What the payment's case has on record of them."""
    rows = world.database.rows(
        "select detail->'accountReplaced' from trinn.audit_events where action = 'change-account'"
        " and object_kind = 'payment' and object_id = %s order by seq",
        payment["id"],
    )
    return [replaced for (replaced,) in rows]


def test_a_payment_that_waits_goes_to_the_account_in_force(world):
    hub, county = world.neighbour_hub, world.neighbour
    county.give_account(hub)
    attested = world.attested(hub)
    latest = county.give_account(hub)
    payment = county.payment_of(county.release(attested))
    assert payment["account"] == latest
    latest = county.give_account(hub)
    changed = county.finance.read(payment.path)
    assert (changed["account"], changed["accountReplaced"]) == (latest, False)
    assert account_changes(world, payment) == [False]
    (listed,) = [p for p in county.list_payments()["payments"] if p["paymentId"] == payment["id"]]
    assert listed["account"] == latest
    world.assert_sound()


def test_a_payment_that_is_out_says_that_its_account_was_replaced(world):
    hub, county = world.neighbour_hub, world.neighbour
    county.give_account(hub)
    payment, _ = world.listed(hub)
    county.give_account(hub)
    county.finance.attempt(payment, "register-paid", county.registration()).refused(
        "version-mismatch", 412
    )
    changed = county.finance.read(payment.path)
    assert (changed["account"], changed["accountReplaced"]) == (payment["account"], True)
    assert account_changes(world, payment) == [True]
    assert county.pay(changed)["accountReplaced"]
    world.assert_sound()


# ---- lists and payment


@pytest.fixture
def drained(world):
    """Nothing waits for payment."""
    world.queued()
    world.county.list_payments()
    return world


def test_a_list_tells_whom_to_pay_what_and_adds_it_up(drained):
    world = drained
    first, second = world.queued(), world.queued(world.other_hub, 20_000 * KRONE)
    made = world.county.list_payments()
    assert [(p["paymentId"], p["account"], p["amountOre"]) for p in made["payments"]] == [
        (p["id"], p["account"], p["amountOre"]) for p in (first, second)
    ]
    assert (made["count"], made["totalOre"]) == (2, 50_000 * KRONE)
    assert world.county.finance.read(made.path) == made
    payment = world.county.finance.read(first.path)
    assert (payment["state"], payment["listId"]) == ("exported", made["id"])


def test_a_payment_is_on_one_list_once(drained):
    finance = drained.county.finance
    finance.post("/v1/payment-lists").refused("nothing-queued", 409)
    drained.queued()
    drained.county.list_payments()
    finance.post("/v1/payment-lists").refused("nothing-queued", 409)


def test_of_lists_made_at_once_one_has_the_payments(drained):
    payments = {drained.queued()["id"] for _ in range(3)}
    people = [drained.county.finance.another() for _ in range(6)]
    with ThreadPoolExecutor(len(people)) as pool:
        replies = list(pool.map(lambda p: p.post("/v1/payment-lists"), people))
    made = [r.json for r in replies if r.status == 201]
    assert {p["paymentId"] for one in made for p in one["payments"]} == payments
    assert sum(one["count"] for one in made) == len(payments)
    told = {r.code for r in replies if r.status != 201}
    assert told <= {"nothing-queued", "contended"}, told


def test_paid_takes_two_people(world):
    county = world.county
    payment, _ = world.listed()
    payment = county.finance.do(payment, "register-paid", county.registration())
    assert payment["state"] == "sent_unconfirmed"
    assert not county.finance.permitted(payment)["confirm-paid"]["permitted"]
    county.finance.attempt(payment, "confirm-paid").refused("four-eyes", 403)
    assert county.finance_b.permitted(payment)["confirm-paid"]["permitted"]
    assert county.finance_b.do(payment, "confirm-paid")["state"] == "paid"


def test_paid_is_told_with_the_banks_reference_and_day(world):
    county = world.county
    payment, _ = world.listed()
    content = county.registration(bankReference="2026-ÆØÅ/17")
    county.finance_b.do(county.finance.do(payment, "register-paid", content), "confirm-paid")
    told = world.hub.signatory.read(payment.path)
    assert (told["bankReference"], told["paidOn"]) == ("2026-ÆØÅ/17", str(world.today))


def test_paid_is_not_told_without_a_reference_nor_before_its_day(world):
    county = world.county
    payment, _ = world.listed()
    attempt = county.finance.attempt
    reply = attempt(payment, "register-paid", {"paidOn": str(world.today)}).expect(422)
    assert reply.faults == [("required", "#/bankReference")]
    reply = attempt(payment, "register-paid", county.registration(bankReference="")).expect(422)
    assert reply.faults == [("too-short", "#/bankReference")]
    tomorrow = str(world.today + datetime.timedelta(1))
    reply = attempt(payment, "register-paid", county.registration(paidOn=tomorrow)).expect(422)
    assert reply.faults == [("paid-on-future", "#/paidOn")]
    last_year = str(world.today.replace(year=world.year - 1, month=12, day=31))
    reply = attempt(payment, "register-paid", county.registration(paidOn=last_year)).expect(422)
    assert reply.faults == [("paid-on-before-list", "#/paidOn")]


def test_what_was_entered_wrongly_is_entered_again_and_confirmed_by_another(world):
    county = world.county
    payment, _ = world.listed()
    payment = county.finance.do(payment, "register-paid", county.registration())
    right = county.registration(bankReference="rett")
    seen = payment
    payment = county.finance_b.do(payment, "register-paid", right)
    assert (payment["state"], payment["bankReference"]) == ("sent_unconfirmed", "rett")
    county.finance.attempt(seen, "confirm-paid").refused("version-mismatch", 412)
    county.finance_b.attempt(payment, "confirm-paid").refused("four-eyes", 403)
    assert county.finance.do(payment, "confirm-paid")["bankReference"] == "rett"
    world.assert_sound()


def test_what_is_not_listed_is_not_paid_and_what_is_paid_is_not_paid_again(world):
    county = world.county
    queued = world.queued()
    content = county.registration()
    county.finance.attempt(queued, "register-paid", content).refused("state-conflict", 409)
    county.list_payments()
    paid = county.pay(county.finance.read(queued.path))
    county.finance.attempt(paid, "register-paid", content).refused("state-conflict", 409)
    county.finance_b.attempt(paid, "confirm-paid").refused("state-conflict", 409)


def test_of_two_who_confirm_at_once_one_does(world, line, grant):
    county = world.county
    claim = county.release(county.attest(county.review(world.hub.claim(grant, CLAIM_ORE))))
    county.list_payments()
    payment = county.payment_of(claim)
    payment = county.finance.do(payment, "register-paid", county.registration())
    people = [county.finance_b.another() for _ in range(6)]
    with ThreadPoolExecutor(len(people)) as pool:
        replies = list(pool.map(lambda p: p.attempt(payment, "confirm-paid"), people))
    told = Counter(r.code or r.status for r in replies)
    assert told.pop(200) == 1 and set(told) <= {"version-mismatch", "state-conflict", "contended"}
    assert_accounts(world, line, committed=45_000, paid=30_000)
    world.assert_sound()
