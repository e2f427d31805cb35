"""The list that a hub's accountant pulls: what came of each co-payment in a period, and what is open by age."""

import contextlib
import csv
import datetime
import io
import os
import random
import re

import pytest
from support import copayments as c
from support.parties import KRONE

PATH = "/v1/reports/copayments"
VAT_ORE = 240_000
AGES = ("notDueOre", "overdue1To30Ore", "overdue31To60Ore", "overdue61To90Ore", "overdueOver90Ore")
TAXED = {"vatMode": "standard"}


def credit(world, copayment):
    asked = world.hub.signatory.do(copayment, "ask-credit", c.CREDIT)
    world.hub.hub_signatory_b.do(asked, "give-relief")


def invoice(world, copayment):
    return world.hub.signatory.do(copayment, "invoice", c.due(world))


@pytest.fixture(scope="module")
def shares(world):
    """Of the hub, one of each kind, by what came of it today."""
    made = {
        "raised": c.raised(world),
        "invoiced": invoice(world, c.checked(world, **TAXED)),
        "part paid": c.invoiced(world),
        "waived": invoice(world, c.checked(world, **TAXED)),
        "waived at once": c.checked(world, **TAXED),
        "credited": invoice(world, c.checked(world, **TAXED)),
        "lost": c.invoiced(world),
        "overpaid": c.overpaid(world),
    }
    c.pay(world.hub, made["part paid"], 5_000 * KRONE + 1)
    c.let_off(world.hub, made["waived"])
    c.let_off(world.hub, made["waived at once"])
    c.let_off(world.hub, made["lost"], "write_off")
    c.pay(world.hub, made["credited"], c.SHARE_ORE)
    credit(world, c.reread(world.hub, made["credited"]))
    c.invoiced(world, world.other_hub)
    return made


def pull(person, **query):
    return person.get(PATH, **query).expect(200).json


def row(told, copayment):
    (found,) = [item for item in told["items"] if item["copaymentId"] == copayment["id"]]
    return found


def money(item):
    """What of it is not nothing."""
    return {name: ore for name, ore in item.items() if name.endswith("Ore") and ore}


def test_each_share_is_told_with_what_came_of_it(world, shares):
    whole, today = c.SHARE_ORE, str(world.today)
    told = pull(world.hub.hub_editor, **{"from": today, "to": today})
    seen = {name: money(row(told, share)) for name, share in shares.items()}
    invoiced = {"raisedOre": whole, "invoicedOre": whole}
    rest = whole - 5_000 * KRONE - 1
    over = {"openOre": -100 * KRONE, "notDueOre": -100 * KRONE}
    gone = {"creditedOre": whole}
    taxed = {"vatOre": VAT_ORE, "creditedVatOre": VAT_ORE}
    owed_back = {"openOre": -whole, "notDueOre": -whole}
    assert seen == {
        "raised": {"raisedOre": whole, "openOre": whole, "notDueOre": whole},
        "invoiced": invoiced | {"vatOre": VAT_ORE, "openOre": whole, "notDueOre": whole},
        "part paid": invoiced | {"paidOre": whole - rest, "openOre": rest, "notDueOre": rest},
        "waived": invoiced | gone | taxed,
        "waived at once": {"raisedOre": whole} | gone,
        "credited": invoiced | gone | owed_back | {"paidOre": whole} | taxed,
        "lost": invoiced | {"lostOre": whole},
        "overpaid": invoiced | {"paidOre": whole + 100 * KRONE} | over,
    }
    assert {item["vatMode"] for item in told["items"]} == {"exempt", "standard"}
    paid = row(told, shares["part paid"])
    assert (paid["kid"], paid["dueOn"]) == (shares["part paid"]["kid"], today)


def test_its_sums_are_those_of_the_entries_to_the_ore(world, shares):
    told = pull(world.hub.signatory)
    assert told["count"] == len(told["items"])
    for name, total in told["totals"].items():
        assert total == sum(item[name] for item in told["items"])
    for item in told["items"]:
        assert item["openOre"] == sum(item[age] for age in AGES)
    entries = world.database.value(
        "select sum(e.receivable_ore) from trinn.copayment_entries e join trinn.organisations o"
        " on o.id = e.creditor_id where o.orgnr = %s",
        world.hub.orgnr,
    )
    totals = told["totals"]
    assert totals["openOre"] == entries
    moved = totals["raisedOre"] - totals["paidOre"] - totals["creditedOre"] - totals["lostOre"]
    assert moved == entries
    world.assert_sound()


@pytest.mark.parametrize("days, age", [(0, 0), (1, 1), (30, 1), (31, 2), (60, 2), (61, 3), (90, 3), (91, 4)])
def test_what_is_open_is_as_old_as_its_invoice_on_any_day(world, shares, days, age):
    day = str(world.today + datetime.timedelta(days))
    item = row(pull(world.hub.signatory, asOf=day), shares["invoiced"])
    assert {name: item[name] for name in AGES if item[name]} == {AGES[age]: c.SHARE_ORE}


def test_a_reminder_makes_no_debt_younger(world):
    share = c.overdue(world)
    share = world.hub.signatory.do(share, "remind", {"dueOn": str(world.today)})
    assert row(pull(world.hub.signatory), share)["overdue1To30Ore"] == c.SHARE_ORE


def test_a_period_has_its_own_movements_and_what_was_open_at_its_end(world, shares):
    yesterday = str(world.today - datetime.timedelta(1))
    told = pull(world.hub.signatory, to=yesterday)
    assert not {item["copaymentId"] for item in told["items"]} & {s["id"] for s in shares.values()}
    tomorrow = {"from": str(world.today + datetime.timedelta(1))}
    told = pull(world.hub.signatory, **tomorrow, asOf="2099-12-31")
    rest = c.SHARE_ORE - 5_000 * KRONE - 1
    assert money(row(told, shares["part paid"])) == {
        "openBeforeOre": rest,
        "openOre": rest,
        "overdueOver90Ore": rest,
    }
    assert shares["waived"]["id"] not in {item["copaymentId"] for item in told["items"]}


def test_sums_are_those_until_the_day_on_any_day_and_in_any_period(world, shares):
    """The entries of each share are moved to days drawn by lot, in their order."""
    lot = random.Random(os.environ.get("SEED", "egenandeler"))
    days = [world.today - datetime.timedelta(n) for n in range(6, -1, -1)]
    entries = world.database.rows(
        "select e.id, e.copayment_id::text, e.kind, e.receivable_ore, e.account from trinn.copayment_entries e join"
        " trinn.organisations o on o.id = e.creditor_id where o.orgnr = %s order by e.copayment_id, e.id",
        world.hub.orgnr,
    )
    drawn = {}
    for id, copayment, *_ in entries:
        first = max((day for day, of in drawn.values() if of == copayment), default=days[0])
        drawn[id] = lot.choice([day for day in days if day >= first]), copayment
    with moved(world, {id: day for id, (day, _) in drawn.items()}):
        for until in days:
            since = lot.choice([None] + [day for day in days if day <= until])
            told = pull(world.hub.signatory, asOf=str(until), **({"from": str(since)} if since else {}))
            for item in [*told["items"], told["totals"]]:
                gone = item["paidOre"] + item["creditedOre"] + item["lostOre"]
                assert item["openBeforeOre"] + item["raisedOre"] - gone == item["openOre"], (until, since)
            own = [(drawn[id][0], kind, ore, account) for id, _, kind, ore, account in entries]
            for name, sign, counts in (
                ("openOre", 1, lambda day, *_: True),
                ("openBeforeOre", 1, lambda day, *_: since and day < since),
                ("raisedOre", 1, lambda day, kind, _: kind == "raise" and (not since or day >= since)),
                ("paidOre", -1, lambda day, _, account: account == "bank" and (not since or day >= since)),
            ):
                entered = sum(ore for day, kind, ore, account in own if day <= until and counts(day, kind, account))
                assert told["totals"][name] == sign * entered, (name, until, since)


@contextlib.contextmanager
def moved(world, days):
    """As if the entries had been made on other days."""
    sql = "set local session_replication_role = replica; update trinn.copayment_entries set on_day = %s where id = %s"
    today = world.database.rows("select id, on_day from trinn.copayment_entries")
    for id, day in days.items():
        world.database.run(sql, day, id)
    yield
    for id, day in today:
        world.database.run(sql, day, id)


def test_what_is_open_is_told_with_the_movements_until_then(world):
    day, before = str(world.today), str(world.today - datetime.timedelta(1))
    for query in ({"to": day, "asOf": before}, {"from": day, "asOf": before}):
        world.hub.signatory.get(PATH, **query).refused("bad-parameter", 400)
    assert pull(world.hub.signatory, to=day, asOf=day) == pull(world.hub.signatory, asOf=day)


def test_csv_is_what_a_norwegian_excel_reads(world, shares):
    reply = world.hub.signatory.get(PATH, format="csv").expect(200)
    assert 'filename="egenandeler.csv"' in reply.headers["Content-Disposition"]
    rows = list(csv.DictReader(io.StringIO(reply.text.lstrip("\ufeff")), delimiter=";"))
    told = pull(world.hub.signatory)["items"]
    assert [r["Egenandel"] for r in rows] == [item["copaymentId"] for item in told]
    for head, name in (("Åpent", "openOre"), ("Mva av fakturert", "vatOre"), ("Betalt", "paidOre")):
        assert [round(float(r[head].replace(",", ".")) * 100) for r in rows] == [i[name] for i in told]
    assert {r["Mva-kode"] for r in rows} == {"unntatt", "alminnelig sats"}
    text = world.hub.signatory.get(PATH, format="text").expect(200).text
    sums = re.split(" {2,}", text.splitlines()[-1])[1:]
    sums = [round(float(ore.replace(" ", "").replace(",", ".")) * 100) for ore in sums]
    whole, *gone, left = sums
    assert whole - sum(gone) == left
    assert f"Sum av {len(told)} " in text and "-100,00" in text
    assert all(len(line) <= 100 for line in text.splitlines())


def test_the_county_is_told_of_what_it_bills_itself(world, shares):
    share = c.checked(world, billedBy="county")
    finance = world.county.finance
    assert [item["copaymentId"] for item in pull(finance)["items"]] == [share["id"]]
    assert share["id"] not in {item["copaymentId"] for item in pull(world.hub.signatory)["items"]}
    for person in (world.county.caseworker, world.firm.firm):
        person.get(PATH).refused("forbidden", 403)
