"""Appeals against a decision that approved an amendment otherwise than its recipient asked, or the county's own:
what is left of it is taken up again, and the county's own is put aside."""

import datetime

import pytest
from support import appeals as ap
from support import coapplicants, grants, hearings, letters
from support.coapplicants import given_back, leaving, move, place
from support.parties import KRONE

pytestmark = pytest.mark.usefixtures("sound")


def days_less(day, days):
    return str(datetime.date.fromisoformat(day) - datetime.timedelta(days))


@pytest.fixture
def shortened(world):
    """More time than there was, and a month less than was asked for."""
    asked = grants.asked(world, world.hub)
    return grants.decided(world, world.hub, asked, until=days_less(asked["until"], 30))


@pytest.fixture
def shared(world):
    return coapplicants.shared(world, world.hub, world.firm)


def put_out(world, grant, moves):
    """The county's own: the firm leaves, which has had its notice, as the recipient has."""
    county = world.county
    asked = grants.of_county(world, "partner_change", grant, leaving=[world.firm.orgnr], moves=moves)
    coapplicants.confirm(leaving(world.firm, asked), world.firm)
    application = county.caseworker.read(f"/v1/applications/{grant['applicationId']}")
    hearings.exempt(world, world.hub, application, kind="notice", ground="known")
    return grants.decided(world, world.hub, county.caseworker.read(asked.path))


def lodged(world, amendment, **changes):
    """Against the decision that approved it."""
    path = f"/v1/applications/{amendment['applicationId']}"
    return ap.lodged(world, world.hub, world.hub.signatory.read(path), asked="Slik vi ba om", **changes)


def grant_of(world, amendment):
    return world.hub.signatory.read(f"/v1/grants/{amendment['grantId']}")


# ---- what its recipient did not get as it asked


def test_an_appeal_against_the_decision_is_of_the_amendment_that_it_approved(world, shortened):
    appeal = lodged(world, shortened)
    assert appeal["decision"]["id"] == shortened["outcome"]["decisionId"]
    assert (appeal["amendment"]["id"], appeal["amendment"]["kind"]) == (shortened["id"], "extension")
    decision = world.hub.signatory.items(f"/v1/applications/{shortened['applicationId']}/decisions")[-1]
    assert (appeal["dueOn"], appeal["isLate"]) == (decision["appealBy"], False)
    (standing,) = world.hub.signatory.read(f"/v1/applications/{shortened['applicationId']}")["appeals"]
    assert (standing["decisionId"], standing["amendmentId"]) == (decision["id"], shortened["id"])


def test_one_that_is_allowed_takes_up_the_rest_and_it_is_given(world, shortened):
    hub, county = world.hub, world.county
    appeal = ap.answer(world, lodged(world, shortened), "allowed")
    assert (appeal["state"], appeal["answers"][-1]["decisionId"]) == ("allowed", None)
    told = letters.of_appeal(world, appeal)
    assert "Dere får medhold i klagen" in told and "om mer tid til arbeidet for «" in told and "avslag" not in told
    rest = ap.taken_up(world, appeal)
    assert (rest["until"], rest["by"], rest["reason"]) == (shortened["until"], "recipient", shortened["reason"])
    (task,) = [t for t in county.caseworker.items("/v1/tasks", limit=1000) if t["path"] == rest.path]
    assert task["operationId"] == "prepareAmendment"
    content = grants.preparation(world, rest, "refused")
    county.caseworker.attempt(rest, "prepare", content).refused("appeal-gave-it", 409)
    content = grants.preparation(world, rest, until=days_less(rest["until"], 1))
    county.caseworker.attempt(rest, "prepare", content).refused("appeal-gave-all", 409)
    decided = grants.decided(world, hub, rest)
    assert grant_of(world, rest)["endsOn"] == shortened["until"]
    assert "tatt opp igjen det vi ikke ga dere første gang" in letters.of_amendment(world, decided)


def test_whoever_decided_answers_nothing(world, shortened):
    appeal = lodged(world, shortened)
    appeal = world.county.caseworker.do(appeal, "reconsider", {"outcome": "allowed"} | ap.GROUNDS)
    attempt = world.county.decision_maker.attempt(appeal, "settle", ap.newest_answer(appeal))
    attempt.refused("four-eyes", 403)
    told = world.county.decision_maker_b.permitted(appeal)["settle"]
    assert told["permitted"]


def test_the_appeals_body_has_it_decided_anew(world, shortened):
    hub = world.hub
    appeal = ap.answer_of_board(world, lodged(world, shortened), "sent_back")
    assert appeal["state"] == "sent_back" and not appeal["isStayed"]
    assert "Klagenemnda har opphevet vedtaket" in letters.of_appeal(world, appeal)
    refused = grants.decided(world, hub, ap.taken_up(world, appeal), outcome="refused")
    assert refused["outcome"]["appealBy"] and grants.appealed(world, hub, refused)["amendment"]["id"] == refused["id"]
    mine = world.county.caseworker.items("/v1/tasks", limit=1000)
    assert appeal.path not in [t["path"] for t in mine]


def test_the_appeals_body_allows_it(world, shortened):
    appeal = ap.answer_of_board(world, lodged(world, shortened), "allowed_in_part")
    assert "Klagenemnda gjorde om en del av vedtaket" in letters.of_appeal(world, appeal)
    rest = ap.taken_up(world, appeal)
    until = days_less(rest["until"], 10)
    grants.decided(world, world.hub, rest, until=until)
    assert grant_of(world, rest)["endsOn"] == until


def test_what_is_not_allowed_is_final(world, shortened):
    appeal = ap.answer_of_board(world, lodged(world, shortened), "not_allowed")
    path = f"/v1/applications/{shortened['applicationId']}/appeals"
    content = {"asked": "Mer tid", "amendmentId": shortened["id"]}
    reply = world.hub.signatory.post(path, content).expect(409)
    assert reply.faults == [("appeal-final", "#/amendmentId")]
    assert appeal["state"] == "not_allowed"


def test_it_is_named_when_another_decision_has_come_since(world, shortened):
    hub = world.hub
    grant = grant_of(world, shortened)
    grants.decided(world, hub, grants.asked(world, hub, "decrease", grant, amountOre=grant["amountOre"] - KRONE))
    path = f"/v1/applications/{shortened['applicationId']}/appeals"
    appeal = hub.signatory.make(path, {"amendmentId": shortened["id"], "asked": "Mer tid"})
    assert appeal["amendment"]["id"] == shortened["id"]
    assert appeal["decision"]["id"] != shortened["outcome"]["decisionId"]
    assert ap.taken_up(world, ap.answer(world, appeal, "allowed"))["until"] == shortened["until"]


def test_one_of_the_amount_says_an_amount(world, shortened):
    appeal = lodged(world, shortened)
    content = ap.reconsideration(world, "allowed_in_part", 40_000 * KRONE)
    appeal = world.county.caseworker.do(appeal, "reconsider", content)
    appeal = ap.settle(world.hub, appeal, world.county.decision_maker_b)
    assert (appeal["state"], grant_of(world, shortened)["amountOre"]) == ("allowed_in_part", 40_000 * KRONE)
    assert grant_of(world, shortened)["amendments"][-1]["id"] == shortened["id"]


def test_what_was_given_as_it_was_asked_for_is_not_taken_up(world):
    hub = world.hub
    whole = grants.decided(world, hub)
    path = f"/v1/applications/{whole['applicationId']}/appeals"
    reply = hub.signatory.post(path, {"amendmentId": whole["id"], "asked": "Mer"}).expect(422)
    assert reply.faults == [("unknown-reference", "#/amendmentId")]
    appeal = lodged(world, whole)
    assert appeal["amendment"] is None
    attempt = world.county.caseworker.attempt(appeal, "reconsider", {"outcome": "allowed"} | ap.GROUNDS)
    assert ("required", "#/amountOre") in attempt.expect(422).faults


def test_a_dismissal_of_it_is_appealed_against(world, shortened):
    hub = world.hub
    first = ap.answer(world, lodged(world, shortened), "inadmissible", ground="form")
    path = f"/v1/applications/{shortened['applicationId']}/appeals"
    second = hub.signatory.make(path, {"appealId": first["id"], "asked": "Klagen må behandles"})
    assert (second["amendment"]["id"], second["decision"]["id"]) == (first["amendment"]["id"], first["decision"]["id"])
    second = world.county.caseworker.do(second, "reconsider", {"outcome": "sent_back"} | ap.GROUNDS)
    ap.settle(hub, second, world.county.decision_maker)
    assert ap.answer(world, hub.signatory.read(first.path), "allowed")["state"] == "allowed"


def test_of_moves_what_is_left_is_taken_up(world, shared):
    hub = world.hub
    wished, fewer, left = (
        [move(ore * KRONE, place("fagpartner"), place("workshops"))] for ore in (10_000, 4_000, 6_000)
    )
    decided = grants.decided(world, hub, grants.asked(world, hub, "budget_move", shared, moves=wished), moves=fewer)
    rest = ap.taken_up(world, ap.answer(world, lodged(world, decided), "allowed"))
    assert rest["moves"] == left
    grants.decided(world, hub, rest)
    before, after = (
        {c["costGroup"]: c["budgetOre"] for c in grant["costs"]} for grant in (shared, grant_of(world, rest))
    )
    assert after["fagpartner"] == before["fagpartner"] - 10_000 * KRONE


# ---- the county's own


def confirmed(world, rest):
    """By who was put out, and is asked again."""
    (entering,) = rest["entering"]
    assert entering["orgnr"] == world.firm.orgnr
    coapplicants.confirm(world.firm.signatory.read(f"/v1/application-partners/{entering['id']}"), world.firm)
    return world.county.caseworker.read(rest.path)


def restored(world, rest):
    return grants.decided(world, world.hub, confirmed(world, rest))


def state_of(grant):
    return (
        grant["amountOre"],
        grant["budgetOre"],
        sorted((n["costGroup"], n["partnerOrgnr"] or "", n["budgetOre"]) for n in grant["lines"] if n["budgetOre"]),
        {p["orgnr"]: (p["budgetOre"], p["leftOn"]) for p in grant["partners"]},
    )


@pytest.mark.parametrize("is_given_back", [False, True])
def test_a_partner_that_was_put_out_is_back_with_its_lines(world, shared, is_given_back):
    ore = 40_000 * KRONE
    at = place("fagpartner", world.firm)
    out = put_out(world, shared, [given_back(ore, at) if is_given_back else move(ore, at, place("fagpartner"))])
    was, after = state_of(shared), state_of(grant_of(world, out))
    assert after[3] == {world.firm.orgnr: (0, str(world.today))} and (after[0] < was[0]) == is_given_back
    appeal = ap.answer_of_board(world, lodged(world, out), "allowed")
    rest = ap.taken_up(world, appeal)
    assert (rest["by"], rest["reason"], rest["leaving"]) == ("recipient", "Slik vi ba om", None)
    assert rest["moves"] == [{"to": at, "amountOre": ore} if is_given_back else move(ore, place("fagpartner"), at)]
    decided = restored(world, rest)
    assert state_of(grant_of(world, out)) == was
    told = letters.of_amendment(world, decided)
    assert "en endring som vi selv hadde gjort" in told
    assert ("satt opp igjen fra 45 000 kroner til 75 000 kroner" in told) == is_given_back


def test_what_was_put_aside_is_to_the_ore(world, shared):
    at = place("fagpartner", world.firm)
    out = put_out(world, shared, [given_back(39_999 * KRONE + 99, at), move(1, at, place("fagpartner"))])
    restored(world, ap.taken_up(world, ap.answer(world, lodged(world, out), "allowed")))
    assert state_of(grant_of(world, out)) == state_of(shared)


def test_no_more_comes_back_than_was_given_back(world, shared):
    at = place("fagpartner", world.firm)
    out = put_out(world, shared, [given_back(30_000 * KRONE, at), move(10_000 * KRONE, at, place("fagpartner"))])
    rest = confirmed(world, ap.taken_up(world, ap.answer(world, lodged(world, out), "allowed_in_part")))
    moves = [{"to": at, "amountOre": 30_000 * KRONE + 1}]
    reply = world.county.caseworker.attempt(rest, "prepare", grants.preparation(world, rest, moves=moves))
    assert ("move-comes-from-nowhere", "#/moves/0/from") in reply.faults
    asked = {"kind": "budget_move", "reason": "Mer", "moves": [{"to": place("fagpartner"), "amountOre": 1}]}
    reply = world.hub.signatory.post(shared / "amendments", asked).expect(422)
    assert ("move-comes-from-nowhere", "#/moves/0/from") in reply.faults


def test_what_was_claimed_since_cannot_be_moved_back(world, shared):
    hub = world.hub
    out = put_out(world, shared, [move(40_000 * KRONE, place("fagpartner", world.firm), place("fagpartner"))])
    hub.claim(grant_of(world, out), 60_000 * KRONE)
    rest = confirmed(world, ap.taken_up(world, ap.answer(world, lodged(world, out), "allowed")))
    attempt = world.county.caseworker.attempt(rest, "prepare", grants.preparation(world, rest))
    attempt.refused("move-too-much", 409)
    assert hub.signatory.do(rest, "withdraw", {"reason": "Vi blir enige om noe annet"})["state"] == "withdrawn"


def test_more_time_that_the_county_gave_is_taken_back(world):
    grant = grants.part_granted(world.hub)
    was = grant_of(world, {"grantId": grant["id"]})["endsOn"]
    asked = grants.of_county(world, "extension", grant, until=grants.months_on(world))
    prepared = world.county.caseworker_b.do(asked, "prepare", grants.preparation(world, asked))
    given = world.county.decision_maker.do(prepared, "decide", {})
    rest = ap.taken_up(world, ap.answer(world, lodged(world, given), "allowed"))
    application = world.hub.signatory.read(f"/v1/applications/{grant['applicationId']}")
    assert rest["until"] == (was or application["endsOn"])
    grants.decided(world, world.hub, rest)
    assert grant_of(world, given)["endsOn"] == rest["until"]


# ---- what was moved from a partner, whoever asked for that


def part_appealed(world, decided, **changes):
    """By the firm, which said no to it."""
    application = world.firm.signatory.read(f"/v1/applications/{decided['applicationId']}")
    return coapplicants.appeal(world, world.hub, application, asked="Vi må få delen vår tilbake", **changes)


def moved_from_partner(world, grant, **terms):
    """As the recipient asked, against the partner's no."""
    moves = [move(10_000 * KRONE, place("fagpartner", world.firm), place("fagpartner"))]
    asked = grants.asked(world, world.hub, "budget_move", grant, moves=moves)
    world.firm.signatory.do(coapplicants.staying(world.firm, asked), "decline", {"reason": "Vi trenger alt"})
    return grants.decided(world, world.hub, world.county.caseworker.read(asked.path), **terms)


def said_yes(world, rest):
    coapplicants.confirm(coapplicants.staying(world.firm, rest), world.firm)
    return world.county.caseworker.read(rest.path)


@pytest.mark.parametrize("answered", [ap.answer, ap.answer_of_board])
def test_a_partner_gets_back_what_was_moved_from_it(world, shared, answered):
    hub, county = world.hub, world.county
    decided = moved_from_partner(world, shared)
    appeal = part_appealed(world, decided)
    assert (appeal["amendment"]["id"], appeal["partner"]["orgnr"]) == (decided["id"], world.firm.orgnr)
    appeal = answered(world, appeal, "allowed")
    rest = ap.taken_up(world, appeal)
    assert (rest["by"], rest["kind"], rest["reason"]) == ("partner", "budget_move", "Vi må få delen vår tilbake")
    assert rest["moves"] == [move(10_000 * KRONE, place("fagpartner"), place("fagpartner", world.firm))]
    hub.signatory.attempt(rest, "withdraw", {"reason": "Nei"}).refused("amendment-of-other", 409)
    content = grants.preparation(world, rest, "refused")
    county.caseworker.attempt(rest, "prepare", content).refused("appeal-gave-it", 409)
    decided = grants.decided(world, hub, said_yes(world, rest))
    assert state_of(grant_of(world, rest)) == state_of(shared)
    told = letters.of_amendment(world, decided)
    assert f"Etter klagen som {appeal['partner']['name']} sendte" in told and "Dere ba" not in told


def test_a_partner_does_without_what_it_got_back(world, shared):
    rest = ap.taken_up(world, ap.answer(world, part_appealed(world, moved_from_partner(world, shared)), "allowed"))
    clerk, reason = world.county.caseworker, {"reason": "Partneren vil ikke ha den"}
    clerk.attempt(rest, "withdraw", reason).refused("amendment-of-other", 409)
    world.firm.signatory.do(coapplicants.staying(world.firm, rest), "decline", {"reason": "Vi er blitt enige"})
    assert clerk.do(clerk.read(rest.path), "withdraw", reason)["state"] == "withdrawn"


def test_what_a_partner_gets_back_is_moved_from_who_entered(world, shared):
    other = world.other_hub
    asked = grants.asked(
        world,
        world.hub,
        "partner_change",
        shared,
        moves=[move(10_000 * KRONE, place("fagpartner", world.firm), place("fagpartner", other))],
        entering=[{"orgnr": other.orgnr, "task": "Prøver kameraet hos seg"}],
    )
    (entering,) = asked["entering"]
    coapplicants.confirm(other.signatory.read(f"/v1/application-partners/{entering['id']}"), other)
    world.firm.signatory.do(coapplicants.staying(world.firm, asked), "decline", {"reason": "Vi trenger alt"})
    decided = grants.decided(world, world.hub, world.county.caseworker.read(asked.path))
    rest = ap.taken_up(world, ap.answer(world, part_appealed(world, decided), "allowed"))
    assert rest["kind"] == "budget_move" and rest["entering"] is None
    assert rest["moves"] == [move(10_000 * KRONE, place("fagpartner", other), place("fagpartner", world.firm))]
    coapplicants.confirm(coapplicants.staying(other, rest), other)
    grants.decided(world, world.hub, said_yes(world, rest))
    bears = {p["orgnr"]: p["budgetOre"] for p in grant_of(world, rest)["partners"]}
    assert bears == {world.firm.orgnr: 40_000 * KRONE, other.orgnr: 0}


def test_a_partner_that_was_made_to_leave_enters_again(world, shared):
    moves = [move(40_000 * KRONE, place("fagpartner", world.firm), place("fagpartner"))]
    asked = coapplicants.asked_to_leave(world, world.hub, world.firm, shared)
    world.firm.signatory.do(leaving(world.firm, asked), "decline", {"reason": "Vi vil fullføre"})
    decided = grants.decided(world, world.hub, world.county.caseworker.read(asked.path), moves=moves)
    rest = ap.taken_up(world, ap.answer(world, part_appealed(world, decided), "allowed"))
    assert (rest["by"], rest["kind"]) == ("partner", "partner_change")
    restored(world, rest)
    assert state_of(grant_of(world, rest)) == state_of(shared)


def test_the_recipient_has_nothing_to_take_up_of_what_it_asked_for(world, shared):
    decided = moved_from_partner(world, shared)
    assert lodged(world, decided)["amendment"] is None
