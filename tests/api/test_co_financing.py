"""Several funding lines finance a call, and everything of its grants falls on them to the øre."""

import os
import random

import pytest
from support import grants
from support.cofinancing import SHARES, call_of, lines_of, shares_of
from support.parties import KRONE


def applied(world, call, amount_ore):
    """For costs of one group, of which about half is applied for."""
    hub = world.hub
    total_ore = 2 * amount_ore + 2 * KRONE
    cost = {"costGroup": "fagpartner", "description": "Timer", "amountOre": total_ore}
    draft = hub.signatory.save(hub.draft(call), "plan", hub.plan())
    draft = hub.signatory.save(draft, "cost-plan", {"costs": [cost]})
    finance = hub.finance(amount_ore, total_ore - amount_ore)
    draft = hub.signatory.save(draft, "finance-plan", finance)
    return hub.signatory.do(draft, "submit")


def recommended(world, call, amount_ore):
    return world.county.recommend(applied(world, call, amount_ore))


def accepted(world, call, amount_ore):
    county = world.county
    application = county.decide(recommended(world, call, amount_ore))
    return world.hub.accept(county.grant_of(application))


def claim(world, grant, amount_ore, kind="part"):
    """By an invoice that would carry all of the grant."""
    content = world.hub.claim_content(amount_ore, kind=kind)
    content["costs"][0]["amountOre"] = grant["budgetOre"]
    return world.hub.signatory.make(grant / "claims", content)


def parts(document, member="amountOre"):
    return [part[member] for part in document["parts"]]


def test_a_call_tells_what_finances_it(world):
    lines = lines_of(world)
    call = call_of(world, lines)
    assert call["fundingLine"]["id"] == lines[0]
    told = [(k["fundingLine"]["id"], k["shareBasisPoints"]) for k in call["lines"]]
    assert told == list(zip(lines, SHARES))
    usual = world.county.usual_call["lines"]
    assert [k["shareBasisPoints"] for k in usual] == [10000]
    listed = world.hub.signatory.items("/v1/calls")
    assert next(c for c in listed if c["id"] == call["id"])["lines"] == call["lines"]


@pytest.mark.parametrize(
    "changes, code, pointer",
    [
        (lambda a, b: shares_of([a, b], (6000, 3999)), "lines-not-whole", "#/lines"),
        (lambda a, b: shares_of([a, a]), "line-repeated", "#/lines/1/fundingLineId"),
        (lambda a, b: shares_of([b, a]), "own-line-not-first", "#/lines/0/fundingLineId"),
        (lambda a, b: shares_of([a, "999999"]), "unknown-reference", "#/lines/1/fundingLineId"),
    ],
)
def test_shares_come_to_the_whole_with_its_own_line_first(world, changes, code, pointer):
    lines = lines_of(world)
    content = world.county.call_content(lines[0], lines=changes(*lines))
    reply = world.county.caseworker.post("/v1/calls", content)
    assert (code, pointer) in reply.faults


def test_lines_that_take_others_or_are_valid_otherwise_open_no_call(world):
    county = world.county
    own, other = lines_of(world)[0], county.funding_line(name="Bare bedrifter", countyOnly=False)
    short = county.legal_basis_content(validTo=str(world.today))
    basis = county.set_up("/v1/legal-bases", short)
    ending = county.funding_line(name="Snart slutt", legalBasisId=basis)
    for line, code in ((other, "lines-other-applicants"), (ending, "lines-other-validity")):
        content = county.call_content(own, lines=shares_of([own, line]))
        call = county.caseworker.make("/v1/calls", content)
        refusal = county.caseworker.attempt(call, "open").refused(code, 409)
        assert "Ordning 1" in refusal.text


@pytest.mark.parametrize("amount_ore, cut", [(10_001, [6001, 4000]), (1, [1, 0]), (100, [60, 40])])
def test_a_grant_is_cut_by_the_shares_to_the_ore(world, amount_ore, cut):
    lines = lines_of(world)
    county = world.county
    application = county.decide(recommended(world, call_of(world, lines), amount_ore))
    grant = county.grant_of(application)
    (decision,) = county.caseworker.items(application / "decisions")
    assert parts(grant) == parts(grant, "remainingOre") == parts(decision) == cut
    assert [p["fundingLine"]["id"] for p in grant["parts"]] == lines
    assert parts(grant, "shareBasisPoints") == list(SHARES)
    assert len(set(parts(grant, "legalBasis"))) == 2
    told = [(k["fundingLineId"], k["amountOre"]) for k in decision["calculation"]["lines"]]
    assert told == list(zip(lines, cut))
    committed = [county.balances(line).get("committed", 0) for line in lines]
    assert committed == cut
    world.assert_sound()


def test_three_lines_share_what_cannot_be_parted_evenly(world):
    lines = lines_of(world, 3)
    grant = accepted(world, call_of(world, lines, (3333, 3333, 3334)), 10_001)
    assert parts(grant) == [3333, 3333, 3335]


def test_one_line_that_is_short_refuses_the_whole_and_is_named(world):
    county = world.county
    rich, poor = lines_of(world)[0], county.funding_line(20_000 * KRONE, name="Samspill")
    case = recommended(world, call_of(world, [rich, poor]), 60_000 * KRONE)
    reply = county.decision_maker.attempt(case, "decide", county.decision(case))
    text = reply.refused("appropriation-exceeded", 409).text.replace("\u00a0", " ")
    assert f"20 000 kr igjen på Samspill {world.year}" in text
    assert "committed" not in county.balances(rich)
    assert county.caseworker.items(case / "decisions") == []
    part = county.decision(case, "part_granted", 50_000 * KRONE)
    county.decision_maker.do(case, "decide", part)
    assert "available" not in county.balances(poor)


def test_the_strictest_line_says_how_much_may_be_applied_for_and_decided(world):
    county = world.county
    authorities = [{"role": "decision_maker", "body": "Direktøren", "limitOre": 50_000 * KRONE}]
    strict = county.funding_line(
        name="Samspill", maxShareBasisPoints=5000, authorities=authorities
    )
    call = call_of(world, [lines_of(world)[0], strict])
    hub = world.hub
    draft = hub.fill(hub.draft(call), 75_000 * KRONE)
    reply = hub.signatory.attempt(draft, "submit")
    assert ("share-too-high", "#/finance") in reply.faults
    assert "50 % (Samspill)" in reply.text
    finance = hub.finance(50_000 * KRONE, 50_000 * KRONE)
    draft = hub.signatory.save(draft, "finance-plan", finance)
    case = county.recommend(hub.signatory.do(draft, "submit"))
    refusal = county.secretary.attempt(
        case, "decide", county.decision(case) | {"resolution": "HU 1"}
    ).refused("no-authority", 403)
    assert "Samspill" in refusal.text
    county.decision_maker.do(case, "decide", county.decision(case))


def test_a_decision_waits_for_whom_every_line_lets_decide(world):
    county = world.county
    committee = [{"role": "secretary", "body": "Hovedutvalget"}]
    call = call_of(world, [lines_of(world)[0], county.funding_line(authorities=committee)])
    case = recommended(world, call, 1_000 * KRONE)

    def has_it_to_do(role):
        return case.path in [task["path"] for task in role.items("/v1/tasks", limit=1000)]

    assert has_it_to_do(county.secretary)
    assert not has_it_to_do(county.decision_maker)
    county.decision_maker.attempt(case, "decide", county.decision(case)).refused(
        "no-authority", 403
    )


def test_a_firm_is_recorded_with_what_it_got_by_each_legal_basis(world):
    county, firm = world.county, world.firm
    lines = lines_of(world)
    grant = world.accepted(firm, call_of(world, lines), 10_001 * KRONE)
    recorded = county.caseworker.read(f"/v1/firms/{firm.orgnr}/aid")["recorded"]
    told = {i["legalBasis"]["reference"]: i["aidOre"] for i in recorded["items"]}
    read = [county.county_admin.read(f"/v1/funding-lines/{line}") for line in lines]
    references = [line["legalBasis"]["reference"] for line in read]
    assert told == dict(zip(references, parts(grant)))
    assert recorded["grantedOre"] == grant["amountOre"]


def test_what_is_claimed_approved_and_paid_falls_on_the_lines(world):
    county, hub = world.county, world.hub
    lines = lines_of(world)
    world.ensure_account(hub)
    grant = accepted(world, call_of(world, lines), 1_001)
    made = claim(world, grant, 333)
    assert parts(made) == [200, 133]
    assert parts(made, "approvedOre") == [None, None]
    made = county.review(made, 100, reason="Det meste gjelder noe annet.")
    assert parts(made, "approvedOre") == [60, 40]
    made = county.release(county.attest(made))
    assert parts(county.caseworker.read(grant.path), "remainingOre") == [541, 360]
    payment = county.payment_of(made)
    assert parts(payment) == [60, 40]
    county.list_payments()
    county.pay(county.finance.read(payment.path))
    for line, share in zip(lines, (60, 40)):
        report = county.finance.read(f"/v1/reports/payments?fundingLineId={line}")
        (row,) = report["items"]
        assert row["reference"] == payment["reference"]
        assert row["amountOre"] == report["totalOre"] == county.balances(line)["paid"] == share
    world.assert_sound()


def test_the_final_claim_empties_every_part(world):
    county = world.county
    lines = lines_of(world)
    grant = accepted(world, call_of(world, lines), 1_001)
    for amount_ore in (7, 11, 333):
        claim(world, grant, amount_ore)
    claim(world, grant, 1_001 - 7 - 11 - 333, kind="final")
    assert parts(county.caseworker.read(grant.path), "remainingOre") == [0, 0]
    assert [county.balances(line)["claimed"] for line in lines] == parts(grant)


def test_a_claim_that_is_rejected_or_sent_back_leaves_each_line_what_it_had(world):
    county = world.county
    lines = lines_of(world)
    grant = accepted(world, call_of(world, lines), 1_001)
    reviewed = county.review(claim(world, grant, 333))
    back = county.attestant.do(reviewed, "send-back", {"reason": "Feil beløp"})
    assert parts(back, "approvedOre") == [None, None]
    county.caseworker.do(back, "reject", {"reason": "Gjelder noe annet"})
    assert parts(county.caseworker.read(grant.path), "remainingOre") == parts(grant)
    assert [county.balances(line)["committed"] for line in lines] == parts(grant)
    world.assert_sound()


def test_a_line_is_reported_with_all_that_was_promised_of_it(world):
    county = world.county
    elsewhere = county.set_up("/v1/programmes", county.programme_content())
    own, other = lines_of(world)[0], county.funding_line(name="Samspill", programmeId=elsewhere)
    grant = accepted(world, call_of(world, [own, other]), 1_001)
    claim(world, grant, 333)
    for programme in (county.programme_id, elsewhere):
        path = f"/v1/programmes/{programme}/final-report"
        told = county.programme_lead.read(path)["money"]["lines"]
        (line,) = [t for t in told if t["fundingLine"]["id"] == other]
        assert (line["grantedOre"], line["claimedOre"], line["paidOre"]) == (400, 133, 0)


def random_claim(rng, world, grant, left):
    """Something done with a grant; what is left of it then."""
    county = world.county
    is_final = rng.random() < 0.15
    amount = left if is_final or rng.random() < 0.1 else rng.randint(1, left)
    made = claim(world, grant, amount, kind="final" if is_final else "part")
    fate = rng.choice(["left", "rejected", "reduced", "released"])
    if fate == "rejected":
        county.caseworker.do(made, "reject", {"reason": "Gjelder noe annet"})
        return left
    if fate == "left":
        return None if is_final else left - amount
    approved = amount if fate == "released" else rng.randint(1, amount)
    reviewed = county.review(made, approved, reason="Noe gjelder noe annet")
    county.release(county.attest(reviewed))
    return None if is_final else left - approved


def test_whatever_is_claimed_and_rejected_the_parts_are_the_whole(world):
    seed = os.environ.get("SEED") or str(random.randrange(10**6))
    rng = random.Random(seed)
    world.ensure_account(world.hub)
    for _ in range(4):
        lines = lines_of(world, rng.randint(2, 4))
        cuts = sorted(rng.sample(range(1, 10000), len(lines) - 1))
        shares = [b - a for a, b in zip([0, *cuts], [*cuts, 10000])]
        amount = rng.choice([rng.randint(1, 50), rng.randint(1000, 10**7)])
        grant = accepted(world, call_of(world, lines, shares), amount)
        left = amount
        for _ in range(12):
            left = random_claim(rng, world, grant, left)
            told = world.county.caseworker.read(grant.path)
            assert sum(parts(told)) == told["amountOre"] == amount, seed
            assert sum(parts(told, "remainingOre")) == told["remainingOre"], seed
            assert min(parts(told, "remainingOre")) >= 0, seed
            if not left:
                break
        world.assert_sound()


def test_a_report_overdue_to_one_line_holds_back_what_all_pay(world, database):
    county = world.county
    (own,) = lines_of(world, 1, reportEveryMonths=3)
    (strict,) = lines_of(world, 1, reportEveryMonths=12, overdueReportBlocks=True)
    world.ensure_account(world.hub)
    grant = accepted(world, call_of(world, [own, strict]), 1_000)
    attested = county.attest(county.review(claim(world, grant, 100)))
    database.run(
        "set session_replication_role = replica; update trinn.progress_reports"
        " set period_from = period_from - 400, period_to = period_to - 400, due_on = due_on - 400"
        f" where application_id = {grant['applicationId']}"
    )
    county.releaser.attempt(attested, "release").refused("report-overdue", 409)


def test_an_amended_grant_falls_on_its_lines_by_their_shares_of_the_new_whole(world):
    hub = world.hub
    grant = accepted(world, call_of(world, lines_of(world)), 5_008)
    for amount, wanted in ((5_004, [3_002, 2_002]), (4_999, [2_999, 2_000]), (5_002, [3_001, 2_001])):
        kind = "increase" if amount > grant["amountOre"] else "decrease"
        grants.decided(world, hub, grants.asked(world, hub, kind, grant, amountOre=amount))
        grant = hub.signatory.read(grant.path)
        assert parts(grant) == wanted
