"""A partner that stays gets no other part of a grant than it was asked about: with its yes where it gets more, heard where it loses."""

import pytest
from support import coapplicants, grants
from support.bodies import REASON
from support.coapplicants import asked_to_leave, leaving, move, place, staying, to_leave
from support.parties import KRONE

pytestmark = pytest.mark.usefixtures("sound")

MORE, LESS = 10_000 * KRONE, -10_000 * KRONE


def read(world, grant):
    return world.hub.signatory.read(grant.path)


def moved(world, ore, group="fagpartner"):
    """To the firm, or from it."""
    own, theirs = place(group), place("fagpartner", world.firm)
    return [move(ore, own, theirs) if ore > 0 else move(-ore, theirs, own)]


def asked(world, grant, ore, **terms):
    return grants.asked(world, world.hub, "budget_move", grant, moves=moved(world, ore), **terms)


def part_of_grant(world, grant):
    """As the partner itself is told."""
    of = world.firm.signatory.items("/v1/application-partners", applicationId=grant["applicationId"])
    return next(p for p in of if p["amendmentId"] is None)["ofGrant"]


def told(world, partner):
    world.database.value("select count(*) from trinn.jobs_notify(1000)")
    return [
        [t["path"] for t in world.firm.signatory.items(what)].count(partner.path)
        for what in ("/v1/notifications", "/v1/tasks")
    ]


@pytest.fixture
def shared(world):
    return coapplicants.shared(world, world.hub, world.firm)


def test_who_gets_more_is_asked_and_confirms_all_that_it_then_bears(world, shared):
    firm, clerk = world.firm, world.county.caseworker
    amendment = asked(world, shared, MORE)
    partner = staying(firm, amendment)
    assert (partner["askedTo"], partner["state"], partner["answerBy"]) == ("stay", "asked", None)
    assert partner["part"]["costsOre"] == 50_000 * KRONE
    assert firm.signatory.read(amendment.path)["moves"] == amendment["moves"]
    assert told(world, partner) == [1, 1]
    content = grants.preparation(world, amendment)
    clerk.attempt(amendment, "prepare", content).refused("partner-unconfirmed", 409)
    assert amendment.path not in [t["path"] for t in clerk.items("/v1/tasks", limit=1000)]
    coapplicants.confirm(partner, firm)
    assert amendment.path in [t["path"] for t in clerk.items("/v1/tasks", limit=1000)]
    grants.decided(world, world.hub, amendment)
    assert part_of_grant(world, shared) == {
        "grantId": shared["id"],
        "budgetOre": 50_000 * KRONE,
        "leftOre": 50_000 * KRONE,
        "leftOn": None,
    }
    assert firm.signatory.read(partner.path)["part"]["costsOre"] == 50_000 * KRONE


def test_without_its_yes_it_gets_no_more(world, shared):
    hub, firm = world.hub, world.firm
    amendment = asked(world, shared, MORE)
    partner = firm.signatory.do(staying(firm, amendment), "decline", {"reason": "Vi har ikke folk til det"})
    content = grants.preparation(world, amendment)
    world.county.caseworker.attempt(amendment, "prepare", content).refused("partner-unconfirmed", 409)
    (said,) = world.county.caseworker.read(amendment.path)["stayingPartners"]
    assert (said["state"], said["reason"]) == ("declined", "Vi har ikke folk til det")
    grants.decided(world, hub, amendment, outcome="refused")
    assert firm.signatory.read(partner.path)["state"] == "declined"
    assert part_of_grant(world, shared)["budgetOre"] == 40_000 * KRONE


def test_its_yes_is_taken_back_until_it_is_decided(world, shared):
    firm = world.firm
    amendment = asked(world, shared, MORE)
    partner = coapplicants.confirm(staying(firm, amendment), firm)
    prepared = grants.prepared(world, world.hub, amendment)
    firm.signatory.do(partner, "withdraw", REASON)
    reply = world.county.decision_maker.attempt(prepared, "decide", {})
    reply.refused("partner-unconfirmed", 409)


def test_who_only_loses_is_heard_and_its_no_is_weighed(world, shared):
    hub, firm, clerk = world.hub, world.firm, world.county.caseworker
    amendment = asked(world, shared, LESS)
    partner = staying(firm, amendment)
    assert (partner["part"]["costsOre"], partner["answerBy"] > str(world.today)) == (30_000 * KRONE, True)
    content = grants.preparation(world, amendment)
    clerk.attempt(amendment, "prepare", content).refused("partner-not-heard", 409)
    firm.signatory.do(partner, "decline", {"reason": "Vi trenger pengene"})
    grants.decided(world, hub, amendment)
    assert part_of_grant(world, shared)["budgetOre"] == 30_000 * KRONE


def test_or_its_day_passes_and_nobody_waits_any_more(world, shared):
    amendment = asked(world, shared, LESS)
    partner = staying(world.firm, amendment)
    assert told(world, partner) == [1, 1]
    coapplicants.day_passed(world, partner)
    assert told(world, partner) == [1, 0]
    grants.decided(world, world.hub, amendment)
    assert part_of_grant(world, shared)["budgetOre"] == 30_000 * KRONE


def test_it_gets_no_other_part_than_it_was_asked_about(world, shared):
    firm, clerk = world.firm, world.county.caseworker
    amendment = asked(world, shared, MORE)
    coapplicants.confirm(staying(firm, amendment), firm)
    for ore in (MORE - 1, MORE + 1):
        content = grants.preparation(world, amendment, moves=moved(world, ore))
        clerk.attempt(amendment, "prepare", content).refused("partner-part-changed", 409)
    grants.decided(world, world.hub, amendment, moves=moved(world, MORE, "workshops"))
    assert part_of_grant(world, shared)["budgetOre"] == 50_000 * KRONE


def test_nor_one_that_was_not_asked_about_at_all(world, shared):
    own = [move(5_000 * KRONE, place("fagpartner"), place("workshops"))]
    amendment = grants.asked(world, world.hub, "budget_move", shared, moves=own)
    assert amendment["stayingPartners"] is None
    content = grants.preparation(world, amendment, moves=moved(world, LESS))
    world.county.caseworker.attempt(amendment, "prepare", content).refused("partner-part-changed", 409)


def test_what_it_confirmed_holds_for_what_it_bore_then(world, shared):
    hub, firm = world.hub, world.firm
    first = asked(world, shared, MORE)
    other = [
        move(5_000 * KRONE, place("fagpartner"), place("fagpartner", firm)),
        move(5_000 * KRONE, place("fagpartner"), place("fagpartner", world.other_hub)),
    ]
    entering = [{"orgnr": world.other_hub.orgnr, "task": "Prøver"}]
    second = grants.asked(world, hub, "partner_change", read(world, shared), moves=other, entering=entering)
    coapplicants.confirm(staying(firm, second), firm)
    coapplicants.confirm(staying(firm, first), firm)
    (enters,) = second["entering"]
    coapplicants.confirm(world.other_hub.signatory.read(f"/v1/application-partners/{enters['id']}"), world.other_hub)
    grants.decided(world, hub, second)
    content = grants.preparation(world, first)
    world.county.caseworker.attempt(first, "prepare", content).refused("partner-part-changed", 409)


def test_who_takes_over_from_one_that_leaves_is_asked_too(world, shared):
    hub, firm, other = world.hub, world.firm, world.other_hub
    entering = [{"orgnr": other.orgnr, "task": "Prøver"}]
    to_other = [move(10_000 * KRONE, place("fagpartner"), place("fagpartner", other))]
    enters = grants.asked(world, hub, "partner_change", shared, moves=to_other, entering=entering)
    (named,) = enters["entering"]
    coapplicants.confirm(other.signatory.read(f"/v1/application-partners/{named['id']}"), other)
    grants.decided(world, hub, enters)
    taken = [move(40_000 * KRONE, place("fagpartner", firm), place("fagpartner", other))]
    amendment = asked_to_leave(world, hub, firm, read(world, shared), moves=taken)
    assert [p["orgnr"] for p in amendment["stayingPartners"]] == [other.orgnr]
    coapplicants.confirm(leaving(firm, amendment), firm)
    content = grants.preparation(world, amendment)
    world.county.caseworker.attempt(amendment, "prepare", content).refused("partner-unconfirmed", 409)
    partner = staying(other, amendment)
    assert partner["part"]["costsOre"] == 50_000 * KRONE
    coapplicants.confirm(partner, other)
    grants.decided(world, hub, amendment)
    after = {p["orgnr"]: p["budgetOre"] for p in read(world, shared)["partners"]}
    assert after == {firm.orgnr: 0, other.orgnr: 50_000 * KRONE}


def test_the_county_asks_it_as_well(world, shared):
    amendment = grants.of_county(world, "budget_move", shared, moves=moved(world, MORE))
    content = grants.preparation(world, amendment)
    world.county.caseworker.attempt(amendment, "prepare", content).refused("partner-unconfirmed", 409)
    coapplicants.confirm(staying(world.firm, amendment), world.firm)
    grants.decided(world, world.hub, amendment)
    assert part_of_grant(world, shared)["budgetOre"] == 50_000 * KRONE


def test_it_is_told_when_nothing_comes_of_it(world, shared):
    hub, firm = world.hub, world.firm
    amendment = asked(world, shared, MORE)
    partner = coapplicants.confirm(staying(firm, amendment), firm)
    hub.signatory.do(amendment, "withdraw", REASON)
    assert firm.signatory.read(partner.path)["state"] == "removed"
    assert told(world, partner) == [2, 0]
    assert part_of_grant(world, shared)["budgetOre"] == 40_000 * KRONE


def test_the_recipient_takes_nobody_out_that_is_asked(world, shared):
    partner = staying(world.firm, asked(world, shared, LESS))
    world.hub.signatory.attempt(partner, "remove", REASON).refused("partner-of-grant", 409)


def test_the_recipient_keeps_a_part(world, shared):
    own = [line for line in shared["lines"] if line["partnerOrgnr"] is None]
    groups = [(line["costGroup"], line["budgetOre"]) for line in own]
    all_of_it = [move(ore, place(group), place(group, world.firm)) for group, ore in groups]
    content = {"kind": "budget_move", "moves": all_of_it} | REASON
    world.hub.signatory.post(shared / "amendments", content).refused("recipient-without-part", 409)
    all_of_it[-1]["amountOre"] -= 1
    world.hub.signatory.make(shared / "amendments", content)


def test_who_leaves_is_told_of_its_part_as_it_is(world, shared):
    grants.decided(world, world.hub, to_leave(world, world.hub, world.firm, shared))
    told = part_of_grant(world, shared)
    assert (told["budgetOre"], told["leftOre"], bool(told["leftOn"])) == (0, 0, True)


def test_a_partner_is_told_whom_to_ask(world, shared):
    firm = world.firm.signatory
    content = {"kind": "partner_change", "moves": moved(world, LESS), "leaving": [world.firm.orgnr]} | REASON
    firm.post(shared / "amendments", content).refused("recipient-asks", 403)
    told = {a["action"]: a["reasons"] for a in firm.read(shared / "permitted-actions")["actions"]}
    assert [r["code"] for r in told["ask-amendment"]] == ["recipient-asks"]
    firm.attempt(shared, "decline", REASON).refused("not-applicant", 403)
