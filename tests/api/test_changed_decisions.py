"""The letter of a decision that changes one before it: it tells what becomes of the grant, not of the application (fvl. §§ 24, 25 and 27)."""

import pytest
from support import appeals, letters, onbehalf, reversals
from support.bodies import REASON

pytestmark = pytest.mark.usefixtures("sound")
ASKED, GRANTED, RAISED, LESS = appeals.APPLIED, appeals.GRANTED, appeals.RAISED, reversals.LESS

REST = {"nb": "For resten er søknaden avslått", "en": "For the rest the application is rejected"}
TOLD = {
    "whole": {"nb": "å gi Granlia næringshage AS 75 000 kroner", "en": "to grant Granlia næringshage AS NOK 75,000"},
    "part": {"nb": REST["nb"], "en": REST["en"]},
    "raised": {"nb": "opp fra 30 000 kroner til 50 000 kroner", "en": "higher, from NOK 30,000 to NOK 50,000"},
    "whole_raised": {"nb": "opp fra 30 000 kroner til 75 000 kroner", "en": "higher, from NOK 30,000 to NOK 75,000"},
    "same": {"nb": "Tilskuddet er 30 000 kroner, som før.", "en": "The grant is NOK 30,000, as before."},
    "lowered": {"nb": "ned fra 30 000 kroner til 20 000 kroner", "en": "lower, from NOK 30,000 to NOK 20,000"},
    "refused": {"nb": "å gjøre om tilsagnet på 30 000 kroner", "en": "to reverse the grant of NOK 30,000"},
}
TITLES = {
    "raised": {"nb": "er satt opp", "en": "is set higher"},
    "whole_raised": {"nb": "er satt opp", "en": "is set higher"},
    "same": {"nb": "er endret", "en": "is changed"},
    "lowered": {"nb": "er satt ned", "en": "is set lower"},
    "refused": {"nb": "er gjort om", "en": "is reversed"},
}


def reversed_after(world, before, **said):
    application = before(world, world.hub)
    reversal = reversals.proposed(world, world.hub, application, **said)
    if reversal["isHarmful"]:
        reversals.notified(world, world.hub, application)
    return reversals.decide(world.hub, reversal)["applicationId"]


def of_reversal(before, outcome, amount_ore, **said):
    return lambda world: reversed_after(world, before, outcome=outcome, amount_ore=amount_ore, **said)


def favours(before, outcome, amount_ore):
    """To the party's gain, with money of this year where there is more of it."""
    def bring(world):
        return reversed_after(world, before, outcome=outcome, amount_ore=amount_ore, ground="not_detrimental", year=world.year)
    return bring


def of_appeal(before, outcome, amount_ore):
    def bring(world):
        appeal = appeals.lodged(world, world.hub, before(world, world.hub))
        appeal = appeals.reconsidered(world, world.hub, appeal, outcome=outcome, amount_ore=amount_ore)
        return appeals.settle(world.hub, appeal)["application"]["id"]
    return bring


def of_board(outcome, amount_ore):
    def bring(world):
        appeal = appeals.answered(world, world.hub, outcome=outcome, amount_ore=amount_ore)
        return appeals.settle(world.hub, appeal)["application"]["id"]
    return bring


def lowered_by_board(world):
    appeal = appeals.commented(world, world.hub)
    content = appeals.board_outcome(world) | {"amountOre": LESS}
    return appeals.settle(world.hub, world.county.secretary.do(appeal, "enter-outcome", content))["application"]["id"]


ASKS_MORE = {"conditions": [{"kind": "before_payment", "text": "Regnskapet for 2025 er sendt oss."}]}
CASES = {
    "a refusal reversed in whole": (favours(appeals.rejected, "granted", ASKED), "whole"),
    "a refusal reversed in part": (favours(appeals.rejected, "part_granted", GRANTED), "part"),
    "a grant raised in whole by a reversal": (favours(appeals.accepted, "granted", ASKED), "whole_raised"),
    "an offer raised by a reversal": (favours(appeals.part_granted, "part_granted", RAISED), "raised"),
    "a grant with a condition more": (of_reversal(appeals.accepted, "part_granted", GRANTED, **ASKS_MORE), "same"),
    "a grant lowered by a reversal": (of_reversal(appeals.accepted, "part_granted", LESS), "lowered"),
    "an offer lowered by a reversal": (of_reversal(appeals.part_granted, "part_granted", LESS), "lowered"),
    "a grant refused by a reversal": (of_reversal(appeals.accepted, "rejected", 0), "refused"),
    "an appeal against a refusal allowed": (of_appeal(appeals.rejected, "allowed", ASKED), "whole"),
    "one allowed in part": (of_appeal(appeals.rejected, "allowed_in_part", GRANTED), "part"),
    "one against a part-grant allowed": (of_appeal(appeals.accepted, "allowed", ASKED), "whole_raised"),
    "one against it allowed in part": (of_appeal(appeals.accepted, "allowed_in_part", RAISED), "raised"),
    "one allowed in part by the board": (of_board("allowed_in_part", RAISED), "raised"),
    "a grant lowered by the board": (lowered_by_board, "lowered"),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_what_becomes_of_the_grant_is_told(world, case):
    bring, becomes = CASES[case]
    decision = appeals.newest_decision(world.hub.signatory, world.hub.signatory.read(f"/v1/applications/{bring(world)}"))
    for language in ("nb", "en"):
        told = letters.of_decision(world, decision["id"], language)
        assert TOLD[becomes][language] in told, told
        assert (REST[language] in told) == (becomes == "part")
        assert TITLES.get(becomes, {}).get(language, "") in told
    by_board = case.endswith("lowered by the board")
    assert ("§ 34 tredje ledd" in letters.of_decision(world, decision["id"])) == by_board


def test_who_never_heard_of_a_decision_is_told_of_the_new_one_alone(world):
    application = onbehalf.decided(world)
    said = reversals.proposal("part_granted", LESS, "not_reached")
    reversal = world.county.caseworker_b.make(application / "reversals", said)
    reversals.decide(world.hub, reversal, world.county.decision_maker)
    decision = appeals.newest_decision(world.county.caseworker_b, application)
    told = letters.of_decision(world, decision["id"])
    assert "20 000 kroner i tilskudd" in told and REST["nb"] in told and "ned fra" not in told


def test_a_new_offer_after_one_that_lapsed_is_no_raise(world):
    hub = world.hub
    application = appeals.part_granted(world, hub)
    appeal = appeals.lodged(world, hub, application)
    hub.signatory.do(world.county.grant_of(application), "decline", REASON)
    appeal = appeals.settle(hub, appeals.reconsidered(world, hub, appeal, outcome="allowed_in_part", amount_ore=RAISED))
    decision = appeals.newest_decision(hub.signatory, hub.signatory.read(application.path))
    told = letters.of_decision(world, decision["id"])
    assert "å gi" in told and "opp fra" not in told
