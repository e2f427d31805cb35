"""Whoever prepares, decides or puts to the vote is told beforehand of money that is spoken for in other cases; and a line never goes
below zero, whatever it is told."""

import pytest
from support import appeals, grants, meetings, reversals
from support.parties import KRONE

pytestmark = pytest.mark.usefixtures("sound")
LEFT = 200_000 * KRONE
APPLIED, GRANTED, RAISED = appeals.APPLIED, appeals.GRANTED, appeals.RAISED


def call_with(world, money_ore=LEFT, **changes):
    return world.county.call(world.county.funding_line(money_ore, **changes))


def warned(reply):
    """Of a dry run or of permitted-actions: what there is left of a line that is short."""
    body = reply.expect(200, 204)
    told = [] if reply.status == 204 else body.json["warnings"]
    return [w["detail"].replace("\u00a0", " ") for w in told if w["code"] == "line-short"]


def tried(person, thing, action, content):
    return warned(person.attempt(thing, action, content, dryRun="true"))


def permitted(person, thing):
    return warned(person.get(thing / "permitted-actions"))


def granted(world, call, person=None):
    """A part of what was applied for, accepted."""
    hub, county = world.hub, world.county
    application = county.recommend(hub.apply(call, APPLIED), "part_granted", GRANTED)
    content = county.decision(application, "part_granted", GRANTED)
    application = (person or county.decision_maker_b).do(application, "decide", content)
    hub.accept(county.grant_of(application))
    return hub.signatory.read(application.path)


def test_what_is_recommended_counts_as_the_next_is_prepared_and_decided(world):
    county, hub = world.county, world.hub
    call = call_with(world)
    first = world.recommended(call=call, applied_ore=150_000 * KRONE)
    second = hub.apply(call, 80_000 * KRONE)
    (told,) = permitted(county.caseworker, second)
    assert "50 000" in told and str(world.year) in told
    assert tried(county.caseworker, second, "recommend", county.recommendation(second)) == [told]
    part = county.recommendation(second, "part_granted", 50_000 * KRONE)
    assert tried(county.caseworker, second, "recommend", part) == []
    assert tried(county.caseworker, second, "recommend", county.recommendation(second, "rejected")) == []
    assert permitted(county.caseworker, first) == []
    second = county.recommend(second)
    assert permitted(county.decision_maker, second) == [told]
    assert "120 000" in permitted(county.decision_maker, first)[0]
    assert tried(county.decision_maker, second, "decide", county.decision(second)) == [told]
    assert tried(county.decision_maker, first, "decide", county.decision(first))
    county.decide(first)
    assert "50 000" in permitted(county.decision_maker, second)[0]
    county.decision_maker.attempt(second, "decide", county.decision(second)).refused("appropriation-exceeded", 409)
    world.assert_sound()


def test_what_is_refused_held_decided_or_of_another_line_speaks_for_nothing_more(world):
    county, hub = world.county, world.hub
    call = call_with(world)
    county.recommend(hub.apply(call, LEFT), "rejected")
    world.recommended(call=call_with(world), applied_ore=LEFT)
    held = county.hold(world.recommended(call=call, applied_ore=120_000 * KRONE))
    assert permitted(county.caseworker, hub.apply(call, 80_000 * KRONE)) == []
    assert permitted(county.caseworker, held) == []
    assert permitted(hub.signatory, hub.apply(call, 90_000 * KRONE)) == [], "the applicant is told nothing of it"


def raised_by_amendment(world, call, application):
    asked = grants.asked(world, world.hub, "increase", world.county.grant_of(application), amountOre=RAISED)
    return grants.prepared(world, world.hub, asked), "decide", {}


def raised_on_appeal(world, call, application):
    appeal = appeals.lodged(world, world.hub, application)
    appeal = appeals.reconsidered(world, world.hub, appeal, outcome="allowed_in_part")
    return appeal, "settle", appeals.newest_answer(appeal)


def raised_by_reversal(world, call, application):
    said = {"outcome": "part_granted", "amount_ore": RAISED, "ground": "not_detrimental", "year": world.year}
    return reversals.proposed(world, world.hub, application, **said), "decide", {}


WAYS = [raised_by_amendment, raised_on_appeal, raised_by_reversal]


@pytest.mark.parametrize("propose", WAYS)
def test_a_raise_that_is_proposed_counts(world, propose):
    county, hub = world.county, world.hub
    call = call_with(world, GRANTED + 60_000 * KRONE)
    raised, action, content = propose(world, call, granted(world, call))
    deciding = county.decision_maker
    assert permitted(deciding, raised) == []
    (told,) = permitted(county.caseworker, hub.apply(call, 45_000 * KRONE))
    assert "40 000" in told, "20 000 of it are asked for anew"
    case = world.recommended(call=call, applied_ore=45_000 * KRONE)
    (told,) = permitted(deciding, raised)
    assert "15 000" in told
    assert tried(deciding, raised, action, content) == [told]
    county.decide(case)
    deciding.attempt(raised, action, content).refused("appropriation-exceeded", 409)
    world.assert_sound()


def test_whoever_prepares_a_raise_is_told_before(world):
    county, hub = world.county, world.hub
    call = call_with(world, 2 * GRANTED + 60_000 * KRONE)
    first, second = granted(world, call), granted(world, call)
    world.recommended(call=call, applied_ore=45_000 * KRONE)
    clerk = county.caseworker
    asked = grants.asked(world, hub, "increase", county.grant_of(first), amountOre=RAISED)
    appeal = appeals.lodged(world, hub, second)
    said = reversals.proposal("part_granted", RAISED, "not_detrimental", year=world.year, openAppeal="goes_on")
    answer = appeals.reconsideration(world, "allowed_in_part")
    told = [
        *permitted(clerk, asked),
        *tried(clerk, asked, "prepare", grants.preparation(world, asked)),
        *tried(clerk, appeal, "reconsider", answer),
        *warned(clerk.post(second / "reversals", said, dryRun="true")),
    ]
    assert len(told) == 4 and all("15 000" in one for one in told)


def test_each_line_of_several_is_told_with_its_year(world):
    county, hub = world.county, world.hub
    lines = [county.funding_line(money * KRONE) for money in (100_000, 50_000)]
    shares = [{"fundingLineId": line, "shareBasisPoints": 5_000} for line in lines]
    call = county.call(lines[0], lines=shares)
    first = world.recommended(call=call, applied_ore=60_000 * KRONE)
    second = world.recommended(call=call, applied_ore=70_000 * KRONE)
    (told,) = permitted(county.decision_maker, second)
    assert "20 000" in told
    next_year = county.decision(first, year=world.year + 1)
    assert county.decision_maker.attempt(first, "decide", next_year, dryRun="true").status == 409


def test_a_meeting_counts_what_is_proposed_and_what_others_resolved(world):
    county = world.county
    line = county.funding_line(GRANTED + 120_000 * KRONE)
    body = meetings.body(world)
    meetings.delegate(world, body, line)
    call = county.call(line)
    raised_on_appeal(world, call, granted(world, call))
    case, other = (world.recommended(call=call, applied_ore=ore * KRONE) for ore in (110_000, 90_000))
    meeting = meetings.proposed(world, meetings.opened(world, case, body=body))
    (ranked,) = county.steering_member.read(meeting / "ranking")["lines"]
    assert (ranked["availableOre"], ranked["resolvedOre"]) == (120_000 * KRONE, 20_000 * KRONE)
    assert [a["isWithin"] for a in ranked["applications"]] == [False]
    content = {"proposalId": meetings.newest(meeting)}
    (warning,) = county.secretary.attempt(meeting, "put-to-vote", content, dryRun="true").expect(200).json["warnings"]
    assert warning["code"] == "over-appropriation" and "100\u00a0000" in warning["detail"], "what is merely recommended is ranked"
    meetings.resolve(world, meeting)
    (told,) = permitted(county.caseworker, world.hub.apply(call, 5_000 * KRONE))
    assert " 0 kr" in told and other["id"]
