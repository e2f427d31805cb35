"""Money promised never exceeds the appropriation, however many decide at once."""

from collections import Counter
from concurrent.futures import ThreadPoolExecutor

import pytest
from support.parties import KRONE

APPLICATIONS = 200
GRANT_ORE = 15_000 * KRONE


def at_once(threads, do, items):
    with ThreadPoolExecutor(threads) as pool:
        return list(pool.map(do, items))


def make_case(world, call):
    """On connections of its own, since many are made at once; of no firm, so that none overlaps."""
    hub, county = world.hub, world.county
    signatory, caseworker = hub.signatory.another(), county.caseworker.another()
    draft = signatory.make("/v1/applications", {"callId": call["id"], "title": "En av mange"})
    draft = signatory.save(draft, "plan", hub.plan(firms=[]))
    draft = signatory.save(draft, "cost-plan", hub.costs(20_000 * KRONE))
    draft = signatory.save(draft, "finance-plan", hub.finance(GRANT_ORE, 5_000 * KRONE))
    application = signatory.do(draft, "submit")
    return caseworker.do(application, "recommend", county.recommendation(application))


@pytest.mark.parametrize("shares", [(10000,), (6000, 4000)])
def test_of_two_hundred_decisions_at_once_as_many_are_granted_as_there_is_money_for(world, shares):
    """Also where a line that has enough for all finances each with the one that has not."""
    county = world.county
    moneys = [APPLICATIONS * GRANT_ORE * share // 10000 for share in shares]
    moneys[-1] //= 2
    lines = [county.funding_line(money) for money in moneys]
    cut = [{"fundingLineId": k, "shareBasisPoints": share} for k, share in zip(lines, shares)]
    call = county.call(lines[0], lines=cut)
    before = len(county.caseworker.items("/v1/grants", limit=1000))
    cases = at_once(16, lambda _: make_case(world, call), range(APPLICATIONS))
    people = {case["id"]: county.decision_maker.another() for case in cases}

    def decide(case):
        return people[case["id"]].attempt(case, "decide", county.decision(case))

    replies = at_once(APPLICATIONS, decide, cases)
    assert Counter(r.code or r.status for r in replies) == {
        200: APPLICATIONS // 2,
        "appropriation-exceeded": APPLICATIONS // 2,
    }
    for line, money, share in zip(lines, moneys, shares):
        granted = APPLICATIONS // 2 * GRANT_ORE * share // 10000
        told = {"appropriated": -money, "committed": granted, "available": money - granted}
        assert county.balances(line) == {k: ore for k, ore in told.items() if ore}
    made = len(county.caseworker.items("/v1/grants", limit=1000)) - before
    assert made == APPLICATIONS // 2
    world.assert_sound()


def test_the_last_krone_may_be_granted_and_not_one_more(world):
    county = world.county
    line = county.funding_line(2 * GRANT_ORE - KRONE)
    call = county.call(line)
    county.decide(make_case(world, call))
    case = make_case(world, call)
    reply = county.decision_maker.attempt(case, "decide", county.decision(case))
    assert "14 999" in reply.refused("appropriation-exceeded", 409).text.replace("\u00a0", " ")
    rest = 14_999 * KRONE
    part = county.decision(case, "part_granted", rest)
    assert county.decision_maker.do(case, "decide", part)["state"] == "part_granted"
    assert "available" not in county.balances(line)


def test_money_that_moves_away_as_it_is_granted_is_given_once(world):
    county = world.county
    line = county.funding_line(5 * GRANT_ORE)
    call = county.call(line)
    cases = at_once(10, lambda _: make_case(world, call), range(10))
    content = county.money_move_content(3 * GRANT_ORE)
    change = county.propose(f"/v1/funding-lines/{line}/money-moves", content)

    def act(case):
        person = county.decision_maker.another()
        if case is None:
            return person.attempt(change, "approve")
        return person.attempt(case, "decide", county.decision(case))

    replies = at_once(len(cases) + 1, act, cases[:2] + [None] + cases[2:])
    codes = Counter(r.code or r.status for r in replies)
    moved = replies[2].status == 200
    assert codes[200] == (3 if moved else 5)
    assert set(codes) == {200, "appropriation-exceeded"}
    taken = 3 * GRANT_ORE if moved else 0
    granted = (2 if moved else 5) * GRANT_ORE
    told = {"appropriated": taken - 5 * GRANT_ORE, "committed": granted}
    rest = 5 * GRANT_ORE - taken - granted
    assert county.balances(line) == told | ({"available": rest} if rest else {})
    world.assert_sound()
