"""What the text to a firm says of what it owes, in both languages, and of what is aid."""

import contextlib
import re

import pytest
from support import copayments as c
from support.copayments import SHARE_ORE
from support.parties import KRONE

LANGUAGES = ("nb", "en")
pytestmark = pytest.mark.usefixtures("sound")


def kroner(amount, language="nb"):
    text = f"{amount:,}.00"
    return text.translate({ord(","): "\u00a0", ord("."): ","}) if language == "nb" else text


def day(world, language):
    return world.today.strftime("%d.%m.%Y" if language == "nb" else "%-d %B %Y")


def printed(account):
    return "\u00a0".join((account[:4], account[4:6], account[6:]))


def luhn(kid):
    digits = [int(d) for d in reversed(kid)]
    doubled = [2 * d - 9 * (d > 4) for d in digits[1::2]]
    return (sum(digits[::2]) + sum(doubled)) % 10 == 0


def told(copayment):
    return copayment["notice"]["nb"]


def test_a_firm_is_told_of_its_aid_as_it_gets_its_place_and_when_the_county_has_checked_it(world):
    """Its right to the aid arises with the place, before anything is asked for."""
    raised = c.raised(world, orgnr=world.firm.orgnr)
    assert world.firm.firm.read(raised.path)["notice"] == raised["notice"]
    checked = c.check(world.hub, raised)
    for copayment, says in (
        (raised, {"nb": "Fylkeskommunen kontrollerer støtten", "en": "The county checks the aid"}),
        (checked, {"nb": "Fylkeskommunen har kontrollert støtten", "en": "The county has checked the aid"}),
    ):
        assert_share_and_aid_add_up(copayment)
        for language in LANGUAGES:
            text = copayment["notice"][language]
            assert says[language] in text and {"nb": "holdt av", "en": "reserved"}[language] in text
            assert "{" not in text and "KID" not in text, "there is nothing to pay yet"


def test_a_firm_whose_aid_the_county_refused_is_told_why_and_what_it_can_do(world):
    clerk, firm = world.county.caseworker, world.firm.firm
    reason = "Støtten er {aid} over taket."
    copayment = c.raised(world, orgnr=world.firm.orgnr)
    clerk.do(clerk.read(copayment.path), "refuse-aid", {"reason": reason})
    refused = firm.read(copayment.path)
    for language, ways in (
        ("nb", ("har avslått støtten", "erklære på nytt", "slutte i trinnet", "ville vært støtte")),
        ("en", ("has refused the aid", "declare anew", "leave the stage", "would be aid")),
    ):
        text = refused["notice"][language]
        assert reason in text, "as it was written"
        assert kroner(12_000, language) in text and kroner(42_000, language) in text and kroner(30_000, language) in text
        assert all(way in text for way in ways) and "skal betale" not in text and "is to pay" not in text
    again = firm.do(refused, "declare-aid", c.declaration(world))
    assert again["notice"] == copayment["notice"], "the county checks it anew"


def test_an_invoice_has_a_kid_a_day_and_a_text_in_both_languages(world):
    copayment = c.invoiced(world)
    kid = copayment["kid"]
    assert kid.startswith(world.hub.orgnr) and len(kid) == 20 and luhn(kid)
    assert copayment["dueOn"] == str(world.today)
    assert "skal betale" in copayment["notice"]["nb"] and "is to pay" in copayment["notice"]["en"]
    for language in LANGUAGES:
        notice = copayment["notice"][language]
        assert kid in notice and day(world, language) in notice and "{" not in notice
        assert kroner(12_000, language) in notice and kroner(30_000, language) in notice
        assert printed(copayment["account"]) in notice


def test_a_firm_is_told_the_account_that_two_persons_of_the_county_registered(world):
    hub, county = world.neighbour_hub, world.neighbour
    copayment = county.caseworker.read(c.raised(world, hub).path)
    county.caseworker.do(copayment, "check-aid", {"reason": "Under taket"})
    copayment = c.reread(hub, copayment)
    hub.signatory.attempt(copayment, "invoice", c.due(world, 30)).refused("creditor-no-account", 409)
    (told,) = hub.signatory.permitted(copayment)["invoice"]["reasons"]
    assert told["code"] == "creditor-no-account" and hub.orgnr in told["detail"]
    first = county.give_account(hub)
    assert hub.signatory.do(copayment, "invoice", c.due(world, 30))["account"] == first
    copayment = c.overdue(world, hub)
    second = county.give_account(hub)
    assert c.reread(hub, copayment)["account"] == first
    copayment = hub.signatory.do(copayment, "remind", c.due(world))
    assert copayment["account"] == second
    for language in LANGUAGES:
        notice = copayment["notice"][language]
        assert printed(second) in notice and printed(first) not in notice


def test_the_text_to_the_firm_tells_of_what_was_settled_and_of_no_debt_that_is_gone(world):
    hub = world.hub
    copayment = c.begin(hub, c.invoiced(world))
    c.settle(world, {"deliveryCostOre": 40_800 * KRONE, "copaymentIds": [copayment["id"]]}).expect(200)
    copayment = c.reread(hub, copayment)
    for language in LANGUAGES:
        text = copayment["notice"][language]
        assert kroner(40_800, language) in text and kroner(28_800, language) in text and kroner(42_000, language) not in text
    waived = c.let_off(hub, copayment)
    for language in LANGUAGES:
        text = waived["notice"][language]
        assert text.startswith({"nb": "Ettergitt", "en": "Waived"}[language]) and copayment["kid"] not in text
        assert text.count(kroner(40_800, language)) == 2, "worth as much as it is aid"


def test_a_firm_is_told_of_its_aid_whatever_changes_it_and_of_money_back(world):
    hub = world.hub
    waived = c.let_off(hub, c.checked(world))
    assert f"{kroner(42_000)} kr er støtte" in told(waived)
    settled = c.settled(world)
    assert f"gjort opp til {kroner(20_000)}" in told(settled) and f"{kroner(8_000)} kr er støtte" in told(settled)
    part = c.paid(world, amount_ore=5_000 * KRONE)
    assert "skylder" in told(part) and kroner(7_000) in told(part) and kroner(30_000) in told(part)
    over = c.overpaid(world)
    assert f"{kroner(100)} kr for mye" in told(over)
    asked = hub.hub_editor.do(over, "ask-refund", c.asked_refund(world))
    paid = hub.signatory.do(asked, "refund", c.refund(world))
    assert "har betalt egenandelen" in told(paid) and f"{kroner(30_000)} kr er støtte" in told(paid)
    credited = hub.signatory.do(c.credit_asked(world), "give-relief")
    assert told(credited).startswith("Kreditert") and "ikke fått støtte" in told(credited)


@pytest.mark.parametrize(
    "rate_bp, amount_ore, cost_ore",
    [(2500, 999_999, 3_333_333), (2500, SHARE_ORE, 700_001), (1500, 100_001, 100_000), (1200, 7, 0)],
)
def test_what_the_text_to_the_firm_tells_adds_up_to_the_ore(world, rate_bp, amount_ore, cost_ore):
    hub = world.hub
    with vat_of(world, rate_bp):
        waiting = c.ready(world, hub, vatMode="standard")
        enrolment = hub.signatory.do(waiting, "enrol", c.place(world, amountOre=amount_ore))
    assert_share_and_aid_add_up(c.of(hub, enrolment))
    copayment = c.check(hub, c.of(hub, enrolment))
    copayment = hub.signatory.do(copayment, "invoice", c.due(world))
    assert copayment["vatOre"] == round(amount_ore * rate_bp / (10_000 + rate_bp))
    assert_text_adds_up(world, copayment)
    c.begin(hub, copayment)
    c.settle(world, {"deliveryCostOre": cost_ore, "copaymentIds": [copayment["id"]]}).expect(200)
    assert_text_adds_up(world, c.reread(hub, copayment))


def assert_text_adds_up(world, copayment):
    assert_share_and_aid_add_up(copayment)
    for language in LANGUAGES:
        for word in (copayment["kid"], printed(copayment["account"]), day(world, language)):
            assert word in copayment["notice"][language]


def assert_share_and_aid_add_up(copayment):
    for language, number in (("nb", r"([\d\u00a0]+,\d\d) kr"), ("en", r"NOK ([\d,]+\.\d\d)")):
        text = copayment["notice"][language]
        told = [int(re.sub(r"\D", "", amount)) for amount in re.findall(number, text)]
        amount, net, vat, service, covered, aid = told
        assert (amount, vat) == (copayment["amountOre"], copayment["vatOre"])
        assert net + vat == amount
        assert aid == copayment["aidOre" if copayment["settledAidOre"] is None else "settledAidOre"]
        assert covered + aid == service


@contextlib.contextmanager
def vat_of(world, rate_bp):
    """Value added tax at another rate."""
    change = "update trinn.rule_params set value = %s where key = 'vat.standard'"
    world.database.run(change, rate_bp)
    try:
        yield
    finally:
        world.database.run(change, 2500)
