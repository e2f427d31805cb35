"""Whatever hubs, firms, fagpartnere and caseworkers ask for, in whatever order and at once, what must
never be true of programme delivery is not (tests/support/falsehoods.sql).

Commands are drawn by lot, most of which are refused. Each run has a seed of its own and says it where
it fails, with the draws since all was well; SEED=7 draws once more what the seed 7 drew. Draws do not
depend on what came of those before, so that a run may be cut to its first COUNT draws."""

import os
import pathlib
import random
import time
from concurrent.futures import ThreadPoolExecutor

import pytest
from support import ROOT, cohorts, copayments, mobilisation, partners
from support.parties import KRONE

SEED = int(os.environ.get("SEED") or time.time_ns() % 1_000_000)
COUNT = int(os.environ.get("COUNT") or 300)
AT_ONCE = 6
RUSH = 4  # of so many times that some come at once, once all of them want a place
FALSEHOODS = pathlib.Path(ROOT, "tests/support/falsehoods.sql").read_text(encoding="utf-8")
REASON = {"reason": "Loddet"}
VALUES_ORE = [ore * KRONE for ore in (0, 1, 11_000, 20_000, 41_999, 42_000, 42_001)]
AMOUNTS_ORE = [ore * KRONE for ore in (1, 4_000, 6_000, 12_000, 12_100)]
# Name: how often it is drawn.
DRAWN = {
    "follow": 5,
    "enrol": 10,
    "take_place": 4,
    "start": 6,
    "complete": 5,
    "finish": 1,
    "drop_out": 2,
    "re_enter": 2,
    "hand_over": 2,
    "join": 4,
    "leave": 1,
    "order": 4,
    "deliver": 6,
    "confirm": 4,
    "cancel": 1,
    "invoice_hours": 2,
    "check_aid": 3,
    "bill": 3,
    "pay": 4,
    "match": 2,
    "split": 1,
    "reopen": 2,
    "ask_refund": 1,
    "refund": 1,
    "ask_relief": 2,
    "ask_credit": 1,
    "check_relief": 2,
    "give_relief": 2,
    "settle": 1,
    "correct": 1,
}


# In which state a thing is ready for what is asked of it.
READY = {
    "enrol": "state in ('prospect', 'assessed', 'waiting', 'enrolled', 'completed')",
    "take_place": "state = 'waiting'",
    "start": "state = 'enrolled'",
    "complete": "state = 'active'",
    "finish": "state = 'completed'",
    "re_enter": "state in ('dropped_out', 'finished')",
    "hand_over": "state not in ('enrolled', 'active')",
    "join": "state in ('enrolled', 'active')",
    "deliver": "state = 'ordered'",
    "confirm": "state = 'delivered' and firm_id = (select id from trinn.organisations"
    " where name = 'Elvestrand Mekaniske AS')",
    "invoice_hours": "state = 'confirmed'",
    "check_aid": "aid_checked_by is null",
    "bill": "state = 'due' and aid_checked_by is not null",
    "ask_refund": "open_ore < 0",
    "refund": "refund_ore is not null",
    "ask_relief": "state in ('due', 'invoiced', 'part_paid')",
    "ask_credit": "state in ('due', 'invoiced', 'part_paid', 'paid')",
    "check_relief": "exists (select from trinn.copayment_reliefs r"
    " where r.copayment_id = t.id and r.state = 'asked')",
    "give_relief": "exists (select from trinn.copayment_reliefs r"
    " where r.copayment_id = t.id and r.state = 'asked')",
    "match": "state in ('invoiced', 'part_paid')",
    "settle": "aid_checked_by is not null and trinn.has_begun(t)",
    "correct": "settled_service_ore is not null",
}
SENSIBLE = 0.8  # of the draws are of what is ready, by whom it belongs to


class Lot:
    """What one draw leaves to chance."""

    def __init__(self, n):
        self.random = random.Random(f"{SEED} {n}")
        is_rush = n // AT_ONCE % RUSH == 0
        drawn = {"enrol": 1} if is_rush else DRAWN
        self.name = self.random.choices(list(drawn), drawn.values())[0]
        self.is_sensible = self.random.random() < SENSIBLE

    def __repr__(self):
        return self.name

    def of(self, choices):
        choices = list(choices)
        return choices[int(self.random.random() * len(choices))] if choices else None


class Play:
    """Two hubs with a cohort and an engagement each, five firms, and two programmes with few
    places: the second stage has a price and no gate."""

    def __init__(self, world):
        self.world = world
        self.hubs = (world.hub, world.other_hub)
        self.programmes = [self._programme() for _ in range(2)]
        self.firms = [world.firm.orgnr, *(next(world.spare_firms) for _ in range(4))]
        self.cohorts = [self._cohort(hub) for hub in self.hubs]
        self.engagements = []
        for hub in self.hubs:
            self.engagements.append(partners.agreed(world, hub, ceilingMinutes=1500).path)
            for orgnr in self.firms:
                partners.follow(world, hub, orgnr)
        self.told = set()  # to hubs that asked for a firm of the other

    def _programme(self):
        county = self.world.county
        content = county.programme_content()
        content["stages"][0]["capacity"] = 2
        content["stages"][1] |= {"capacity": 1, "gates": []}
        return county.set_up("/v1/programmes", content)

    def _cohort(self, hub):
        """Of the first programme."""
        county = self.world.county
        line = county.funding_line(programmeId=self.programmes[0])
        track = hub.track(programmeId=self.programmes[0])
        draft = hub.fill(hub.draft(county.call(line), trackId=track["id"]))
        decided = county.decide(county.recommend(hub.signatory.do(draft, "submit")))
        hub.accept(county.grant_of(decided))
        return cohorts.cohort(self.world, hub, track, capacity=2).path

    def do(self, lot):
        """One command; whatever comes of it, it is no fault of the service."""
        reply = getattr(self, lot.name)(lot)
        if reply:
            reply.expect(200, 201, 403, 404, 409, 422)

    def some(self, lot, table, where="true"):
        """The id of one, and the hub it belongs to or any."""
        if lot.is_sensible:
            where += f" and {READY.get(lot.name, 'true')}"
        row = lot.of(
            self.world.database.rows(
                f"select t.id::text, h.orgnr from trinn.{table} t join trinn.organisations h"
                f" on h.id = t.hub_id where {where} order by t.id"
            )
        )
        if row is None:
            return None, None
        owner = self.hubs[row[1] != self.hubs[0].orgnr]
        return row[0], owner if lot.is_sensible else lot.of(self.hubs)

    def post(self, person, path, body=None):
        return person.another().post(path, body, if_match="*")

    def hand(self, lot, hub=None):
        hub = hub or lot.of(self.hubs)
        return lot.of((hub.signatory, hub.hub_editor))

    def on(self, lot, kind, action, body=None, person=None):
        """By the hub it belongs to, or any, if nobody else is named."""
        id, hub = self.some(lot, kind.replace("-", "_"))
        person = person or self.hand(lot, hub)
        return id and self.post(person, f"/v1/{kind}/{id}/{action}", body)

    # ---- firms

    def follow(self, lot):
        return self.ask_for(self.hand(lot), lot.of(self.programmes), lot.of(self.firms))

    def ask_for(self, person, programme, orgnr):
        body = {"programmeId": programme, "orgnr": orgnr}
        reply = self.post(person, "/v1/enrolments", body)
        if reply.code == "enrolled-elsewhere":
            self.told.add(str({k: v for k, v in reply.json.items() if k != "traceId"}))
        return reply

    def enrol(self, lot):
        stage = lot.of((1, 1, 2))
        body = {"stage": stage, "waitIfFull": lot.of((True, False))}
        id, hub = self.some(lot, "enrolments")
        if not id:
            return None
        person = self.hand(lot, hub)
        advice = {"stage": stage, "grounds": "Loddet", "digitallyReady": True}
        self.post(person, f"/v1/enrolments/{id}/recommend-stage", advice)
        return self.post(person, f"/v1/enrolments/{id}/enrol", body | self.declared(stage))

    def declared(self, stage):
        return {"copayment": copayments.share(self.world)} if stage == 2 else {}

    def take_place(self, lot):
        body = REASON | self.declared(lot.of((1, 2)))
        return self.on(lot, "enrolments", "take-place", body)

    def start(self, lot):
        return self.on(lot, "enrolments", "start")

    def complete(self, lot):
        return self.on(lot, "enrolments", "complete")

    def finish(self, lot):
        return self.on(lot, "enrolments", "finish")

    def drop_out(self, lot):
        return self.on(lot, "enrolments", "drop-out", {"reason": "other", "explanation": "Loddet"})

    def re_enter(self, lot):
        return self.on(lot, "enrolments", "re-enter", REASON)

    def hand_over(self, lot):
        """Answered by whom it was asked of, if one is asked for."""
        asked = self.world.database.rows(
            "select t.id::text, h.orgnr from trinn.handovers t join trinn.organisations h"
            " on h.id = t.to_hub_id where state = 'asked' order by t.id"
        )
        if asked:
            id, orgnr = lot.of(asked)
            hand = self.hand(lot, self.hubs[orgnr != self.hubs[0].orgnr])
            return self.post(hand, f"/v1/handovers/{id}/accept")
        body = mobilisation.handover(self.world, lot.of(self.hubs))
        return self.on(lot, "enrolments", "handovers", body)

    # ---- cohorts

    def join(self, lot):
        return self.of_cohort(lot, "firms", 2)

    def leave(self, lot):
        return self.of_cohort(lot, "remove-firms", 1)

    def of_cohort(self, lot, action, most):
        some = [self.some(lot, "enrolments") for _ in range(most)]
        hub = some[0][1]
        body = {"enrolmentIds": sorted({id for id, _ in some if id})} if hub else None
        cohort = self.cohorts[self.hubs.index(hub)] if hub else None
        return hub and self.post(self.hand(lot, hub), f"{cohort}/{action}", body)

    # ---- hours

    def order(self, lot):
        """For one firm, or split over some by their parts."""
        some = sorted({self.firms[0], lot.of(self.firms), lot.of(self.firms)})
        firms = [{"orgnr": orgnr, "parts": lot.of((1, 1, 2, 7))} for orgnr in some]
        body = {"what": "Egen case", "theme": "green", "firms": firms}
        body["minutes"] = lot.of((2, 300, 600, 601))
        hub = lot.of((0, 1))
        hand = self.hand(lot, self.hubs[hub] if lot.is_sensible else None)
        reply = self.post(hand, f"{self.engagements[hub]}/hours", body)
        if reply.status == 201:
            assert_split(body, reply.json)
        return reply

    def deliver(self, lot):
        body = {"minutes": lot.of((60, 300, 300, 601)), "deliveredOn": str(self.world.today)}
        return self.on(lot, "hours", "deliver", body, lot.of((self.world.fagpartner.fagpartner, None)))

    def confirm(self, lot):
        body = {"minutes": lot.of((60, 300, 301))} | lot.of(({}, {"dispute": "Så lenge var de her"}))
        person = self.world.firm.firm if lot.is_sensible else None
        return self.on(lot, "hours", "confirm", body, person)

    def cancel(self, lot):
        return self.on(lot, "hours", "cancel", REASON)

    def invoice_hours(self, lot):
        hours, hub = self.some(lot, "hours")
        body = partners.invoice_content(self.world, hours)
        path = hub and f"{self.engagements[self.hubs.index(hub)]}/invoices"
        return hub and self.post(self.hand(lot, hub), path, body)

    # ---- money

    def check_aid(self, lot):
        return self.on(lot, "copayments", "check-aid", REASON, self.world.county.caseworker)

    def bill(self, lot):
        return self.on(lot, "copayments", "invoice", copayments.due(self.world))

    def pay(self, lot):
        """Two lines of a hub's bank, each for somebody or for nobody that it can be matched with."""
        rows = self.world.database.rows(
            "select kid, h.orgnr from trinn.copayments c join trinn.organisations h"
            " on h.id = c.creditor_id where kid is not null order by c.id"
        )
        hub = lot.of(self.hubs)
        kids = [kid for kid, orgnr in rows if orgnr == hub.orgnr or not lot.is_sensible]
        payments = [(lot.of((*kids, None)), lot.of(AMOUNTS_ORE)) for _ in range(2)]
        body = copayments.content(copayments.table(self.world, *payments))
        return self.post(self.hand(lot, hub), "/v1/bank-files", body)

    def match(self, lot):
        copayment, hub = self.some(lot, "copayments")
        entry = lot.of(self.entries(hub)) if hub else None
        path = f"/v1/bank-entries/{entry}/match"
        return entry and self.post(self.hand(lot, hub), path, {"copaymentId": copayment})

    def split(self, lot):
        hub = lot.of(self.hubs)
        entry = lot.of(self.entries(hub, "state = 'unmatched'" if lot.is_sensible else "true"))
        ore = entry and self.world.database.value(
            "select amount_ore from trinn.bank_entries where id = %s", entry
        )
        body = {"amountsOre": [KRONE // 2, (ore or 0) - KRONE // 2]}
        return entry and self.post(self.hand(lot, hub), f"/v1/bank-entries/{entry}/split", body)

    def reopen(self, lot):
        hub = lot.of(self.hubs)
        entry = lot.of(self.entries(hub, "state <> 'unmatched'" if lot.is_sensible else "true"))
        path = f"/v1/bank-entries/{entry}/reopen"
        return entry and self.post(self.hand(lot, hub), path, REASON)

    def entries(self, hub, where="true"):
        rows = self.world.database.rows(
            "select t.id::text from trinn.bank_entries t join trinn.organisations h"
            f" on h.id = t.creditor_id where h.orgnr = %s and {where} order by t.id",
            hub.orgnr,
        )
        return [id for (id,) in rows]

    def ask_refund(self, lot):
        return self.on(lot, "copayments", "ask-refund", {"amountOre": lot.of(AMOUNTS_ORE)})

    def refund(self, lot):
        return self.on(lot, "copayments", "refund", copayments.refund(self.world))

    def ask_relief(self, lot):
        return self.on(lot, "copayments", "ask-relief", REASON | {"kind": lot.of(("waive", "write_off"))})

    def ask_credit(self, lot):
        return self.on(lot, "copayments", "ask-credit", copayments.CREDIT)

    def check_relief(self, lot):
        return self.check_aid(lot)

    def give_relief(self, lot):
        id, hub = self.some(lot, "copayments")
        return id and self.post(hub.hub_signatory_b, f"/v1/copayments/{id}/give-relief")

    def settle(self, lot):
        id, hub = self.some(lot, "copayments")
        body = {"deliveryCostOre": lot.of(VALUES_ORE), "copaymentIds": [id], "again": True}
        body |= REASON
        return id and self.post(self.hand(lot, hub), "/v1/aid-settlements", body)

    def correct(self, lot):
        body = REASON | {"serviceValueOre": lot.of(VALUES_ORE[1:])}
        return self.on(lot, "copayments", "correct-settlement", body)

    # ---- what is asked between the draws

    def falsehoods(self):
        told = self.world.database.rows(FALSEHOODS + "; select * from pg_temp.falsehoods()")
        return [falsehood for (falsehood,) in told]

    def ask_for_all(self):
        """The hub that does not follow a firm asks for it, in each programme that it is going through."""
        rows = self.world.database.rows(
            "select e.programme_id::text, f.orgnr, h.orgnr from trinn.enrolments e"
            " join trinn.organisations f on f.id = e.firm_id"
            " join trinn.organisations h on h.id = e.hub_id"
            " where e.state not in ('finished', 'dropped_out') order by e.id"
        )
        for programme, orgnr, hub in rows:
            other = self.hubs[0] if hub != self.hubs[0].orgnr else self.hubs[1]
            assert self.ask_for(other.signatory, programme, orgnr).code == "enrolled-elsewhere"

    def strangers(self):
        """What the hub which does not follow a firm is told of, but for steps it took with it before."""
        found = []
        rows = self.world.database.rows(
            "select e.id::text, h.orgnr from trinn.enrolments e"
            " join trinn.organisations h on h.id = e.hub_id order by e.id"
        )
        for id, orgnr in rows:
            other = self.hubs[0] if orgnr != self.hubs[0].orgnr else self.hubs[1]
            for part in ("", "/permitted-actions"):
                if other.signatory.get(f"/v1/enrolments/{id}{part}").status != 404:
                    found.append((id, part, other.orgnr))
            steps = other.signatory.get(f"/v1/enrolments/{id}/steps")
            if steps.status != 404:
                found += [step for step in steps.json["items"] if step["hub"]["orgnr"] != other.orgnr]
        return found


def assert_split(asked, order):
    """To the minute by the firms' parts, and each gets some."""
    given = {hours["firm"]["orgnr"]: hours["orderedMinutes"] for hours in order["hours"]}
    whole = sum(firm["parts"] for firm in asked["firms"])
    assert sum(given.values()) == order["minutes"] == asked["minutes"] and min(given.values()) > 0
    for firm in asked["firms"]:
        share = asked["minutes"] * firm["parts"] / whole
        assert abs(given.pop(firm["orgnr"]) - share) < 1, (asked, order)
    assert not given


@pytest.fixture(scope="module")
def play(world):
    return Play(world)


@pytest.fixture(scope="module")
def drawn(play):
    """How often each was drawn, after all of them."""
    lots = [Lot(n) for n in range(COUNT)]
    with ThreadPoolExecutor(AT_ONCE) as pool:
        for n in range(0, COUNT, AT_ONCE):
            some = lots[n : n + AT_ONCE]
            list(pool.map(play.do, some))
            falsehoods = play.falsehoods()
            assert falsehoods == [], f"SEED={SEED} COUNT={n + AT_ONCE}, after {some}"
    return lots


def test_nothing_false_comes_true_whatever_is_asked(world, play, drawn):
    world.assert_sound()


def test_of_a_firm_that_is_the_other_hubs_a_hub_is_told_whom_to_ask_and_nothing_else(
    world, play, drawn
):
    play.ask_for_all()
    assert len(play.told) == 1, (SEED, play.told)
    (told,) = play.told
    assert "programme_lead" in told
    assert not any(party.orgnr in told for party in play.hubs) and "state" not in told
    assert play.strangers() == [], SEED


def test_what_was_drawn_was_not_all_refused(world, database, drawn):
    for table, least in (("enrolments", 4), ("enrolment_steps", 12), ("hours", 3)):
        assert database.value(f"select count(*) from trinn.{table}") >= least, (SEED, table)
