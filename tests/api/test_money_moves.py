"""Money leaves a funding line for another line or year, or goes back to the budget, by two persons."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from support.parties import KRONE

MONEY = 1_000 * KRONE


@pytest.fixture
def line(world):
    return world.county.funding_line(MONEY)


def path(line):
    return f"/v1/funding-lines/{line}/money-moves"


def move(world, line, money_ore, to_line=None, **changes):
    content = world.county.money_move_content(money_ore, to_line, **changes)
    return world.county.set_up(path(line), content)


def test_money_moves_to_another_line_with_the_second_signature(world, line):
    county = world.county
    other = county.funding_line(MONEY)
    content = county.money_move_content(400 * KRONE, other, resolution="FT 7/26")
    change = county.propose(path(line), content)
    assert county.balances(line) == {"appropriated": -MONEY, "available": MONEY}
    county.county_admin_b.attempt(change, "approve").refused("role-not-allowed", 403)
    county.decision_maker.do(change, "approve")
    left, came = county.balances(line), county.balances(other)
    assert left == {"appropriated": -MONEY, "available": 600 * KRONE, "transferred": 400 * KRONE}
    assert came == {"appropriated": -MONEY, "available": 1_400 * KRONE, "transferred": -400 * KRONE}
    for asked in (line, other):
        (told,) = county.finance.items("/v1/money-moves", fundingLineId=asked, year=world.year)
        assert (told["fundingLineId"], told["year"]) == (line, world.year)
        assert told["to"] == {"fundingLineId": other, "year": world.year}
        assert (told["amountOre"], told["resolution"]) == (400 * KRONE, "FT 7/26")
    kinds = {p["kind"] for p in county.finance.items("/v1/ledger/postings", fundingLineId=other)}
    assert kinds == {"appropriate", "transfer_in"}
    world.assert_sound()


def test_money_moves_to_another_year(world, line):
    place = {"fundingLineId": line, "year": world.year + 1}
    move(world, line, 400 * KRONE, to=place)
    query = {"fundingLineId": line, "year": world.year + 1}
    told = world.county.finance.items("/v1/ledger/balances", **query)
    assert {b["account"]: b["balanceOre"] for b in told} == {
        "available": 400 * KRONE,
        "transferred": -400 * KRONE,
    }
    assert len(world.county.finance.items("/v1/money-moves", **query)) == 1
    world.assert_sound()


def test_an_appropriation_that_was_lowered_is_taken_back(world, line):
    move(world, line, 400 * KRONE)
    told = world.county.balances(line)
    assert told == {"appropriated": -600 * KRONE, "available": 600 * KRONE}
    (told,) = world.county.finance.items("/v1/money-moves", fundingLineId=line)
    assert told["to"] is None
    world.assert_sound()


def test_no_more_leaves_than_is_available(world, line):
    county = world.county
    much = county.money_move_content(MONEY + 1)
    reply = county.county_admin.post(path(line), much).refused("appropriation-exceeded", 409)
    assert "1 000" in reply.text.replace("\u00a0", " ")
    changes = [county.propose(path(line), county.money_move_content(MONEY)) for _ in range(2)]
    county.decision_maker.do(changes[0], "approve")
    county.decision_maker.attempt(changes[1], "approve").refused("appropriation-exceeded", 409)
    world.assert_sound()


def test_it_goes_somewhere_else_in_a_year_that_is_not_over(world, line):
    county = world.county
    last = world.year - 1

    def faults(**changes):
        content = county.money_move_content(KRONE, **changes)
        return county.county_admin.post(path(line), content).faults

    assert faults(to_line=line) == [("moved-nowhere", "#/to")]
    over = {"fundingLineId": line, "year": last}
    assert faults(to=over) == [("budget-year-over", "#/to/year")]
    assert ("budget-year-over", "#/year") in faults(year=last)
    nothing = {"fundingLineId": "999999", "year": world.year}
    assert faults(to=nothing) == [("unknown-reference", "#/to/fundingLineId")]
    content = county.money_move_content(KRONE)
    county.county_admin.post(path("999999"), content).refused("not-found", 404)


def test_moves_there_and_back_at_once_meet_on_both_lines(world, line):
    county = world.county
    other = county.funding_line(MONEY)
    half = MONEY // 2
    ways = [(line, other), (other, line)] * 2
    changes = [county.propose(path(a), county.money_move_content(half, b)) for a, b in ways]
    people = [county.decision_maker.another() for _ in changes]
    with ThreadPoolExecutor(len(changes)) as pool:
        replies = list(pool.map(lambda p, c: p.attempt(c, "approve"), people, changes))
    assert [r.code or r.status for r in replies] == [200] * len(changes)
    for place in (line, other):
        told = county.balances(place)
        assert told == {"appropriated": -MONEY, "available": MONEY}
    world.assert_sound()


def test_the_final_report_tells_what_was_taken_back_and_what_was_moved(world, line):
    county = world.county
    move(world, line, 100 * KRONE)
    move(world, line, 250 * KRONE, county.funding_line(MONEY))
    report = county.programme_lead.read(f"/v1/programmes/{county.programme_id}/final-report")
    (told,) = [t for t in report["money"]["lines"] if t["fundingLine"]["id"] == line]
    assert (told["appropriatedOre"], told["movedOre"]) == (900 * KRONE, -250 * KRONE)
