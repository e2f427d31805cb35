"""What was granted is amended by two persons of the county, on the recipient's asking or its own."""

import datetime
import random

import pytest
from support import appeals, grants, letters
from support.bodies import REASON
from support.parties import KRONE

pytestmark = pytest.mark.usefixtures("sound")
GRANTED, MORE, LESS = appeals.GRANTED, 40_000 * KRONE, 20_000 * KRONE


def read_grant(world, amendment):
    return world.hub.signatory.read(f"/v1/grants/{amendment['grantId']}")


def decisions_of(world, amendment):
    return world.hub.signatory.items(f"/v1/applications/{amendment['applicationId']}/decisions")


def test_more_time_for_the_work_is_a_new_decision_and_claims_are_of_it(world):
    hub = world.hub
    amendment = grants.decided(world, hub)
    assert (amendment["state"], amendment["outcome"]["until"]) == ("approved", amendment["until"])
    grant = read_grant(world, amendment)
    assert grant["endsOn"] == amendment["until"]
    assert [a["state"] for a in grant["amendments"]] == ["approved"]
    first, second = decisions_of(world, amendment)
    assert (second["cause"], second["replacesId"]) == ("amendment", first["id"])
    assert (second["amountOre"], second["acceptBy"]) == (GRANTED, None)
    assert second["id"] == amendment["outcome"]["decisionId"] and second["appealBy"]
    until = datetime.date.fromisoformat(amendment["until"])
    late = str(until + datetime.timedelta(1))
    content = hub.claim_content(1_000 * KRONE, periodTo=late)
    told = hub.signatory.post(grant / "claims", content).expect(422).json["errors"]
    (outside,) = [t for t in told if t["code"] == "period-outside"]
    assert f"{until:%d.%m.%Y}" in outside["detail"]


def test_each_is_told_in_a_letter(world):
    hub = world.hub
    longer = grants.decided(world, hub)
    told = letters.of_amendment(world, longer)
    year, month, day = longer["until"].split("-")
    assert f"{day}.{month}.{year}" in told and "Vedtaket erstatter" in told
    assert "Godta tilskuddet" not in told
    grant = read_grant(world, longer)
    annulled = grants.decided(world, hub, grants.asked(world, hub, "annulment", grant))
    told = letters.of_amendment(world, annulled)
    assert "er annullert" in told and "faller bort" in told and "Dere kan klage" in told


def test_the_recipient_reads_the_answer_when_it_is_decided(world):
    hub = world.hub
    prepared = grants.prepared(world, hub, outcome="refused")
    assert prepared["preparation"]["outcome"] == "refused"
    seen = hub.signatory.read(prepared.path)
    assert (seen["state"], seen["preparation"], seen["outcome"]) == ("prepared", None, None)
    world.county.decision_maker.do(prepared, "decide")
    seen = hub.signatory.read(prepared.path)
    assert seen["outcome"]["outcome"] == "refused" and seen["outcome"]["grounds"]
    assert len(decisions_of(world, seen)) == 1


@pytest.mark.parametrize("kind, amount", [("increase", MORE), ("decrease", LESS)])
def test_the_amount_follows_on_the_record(world, kind, amount):
    hub, county = world.hub, world.county
    line = county.funding_line()
    application = county.recommend(hub.apply(county.call(line)), "part_granted", GRANTED)
    decision = county.decision(application, "part_granted", GRANTED)
    application = county.decision_maker_b.do(application, "decide", decision)
    grant = hub.accept(county.grant_of(application))
    amendment = grants.asked(world, hub, kind, grant, amountOre=amount)
    amendment = grants.decided(world, hub, amendment)
    grant = read_grant(world, amendment)
    (change,) = grant["changes"]
    assert (change["cause"], change["causeId"]) == ("amendment", amendment["id"])
    assert (change["beforeOre"], change["afterOre"]) == (GRANTED, amount)
    assert grant["amountOre"] == grant["remainingOre"] == county.balances(line)["committed"]
    assert sum(c["amountOre"] for c in grant["costs"]) == amount
    assert decisions_of(world, amendment)[-1]["amountOre"] == amount


def test_what_is_annulled_gives_back_what_was_not_claimed(world):
    hub, county = world.hub, world.county
    world.ensure_account(hub)
    grant = grants.part_granted(hub)
    claim = grants.claim(hub, grant, 10_000 * KRONE)
    hub.signatory.post(grant / "amendments", {"kind": "annulment"} | REASON).refused("claim-open")
    county.release(county.attest(county.review(claim)))
    amendment = grants.decided(world, hub, grants.asked(world, hub, "annulment", grant))
    grant = read_grant(world, amendment)
    assert (grant["state"], grant["remainingOre"]) == ("annulled", 0)
    assert grant["releasedOre"] == 20_000 * KRONE
    decided, decision = decisions_of(world, amendment)
    assert (decision["outcome"], decision["amountOre"]) == ("annulled", 0)
    assert (decided["keptOre"], decision["keptOre"]) == (None, 10_000 * KRONE)
    assert hub.signatory.read(f"/v1/applications/{grant['applicationId']}")["state"] == "closed"
    content = hub.claim_content(1_000 * KRONE)
    hub.signatory.post(grant / "claims", content).refused("state-conflict", 409)


def test_more_time_to_accept_keeps_an_offer_from_lapsing(world):
    hub = world.hub
    offer = hub.county.grant_of(appeals.part_granted(world, hub))
    until = str(world.today + datetime.timedelta(60))
    asked = grants.asked(world, hub, "acceptance", offer, until=until)
    grants.offer_late(world, offer)
    assert grants.lapse(world) == []
    decided = grants.decided(world, hub, asked)
    grant = read_grant(world, decided)
    assert (grant["state"], grant["acceptBy"]) == ("offered", until)
    assert decisions_of(world, decided)[-1]["acceptBy"] == until
    hub.accept(grant)


def test_more_time_is_asked_for_before_it_is_over(world):
    hub = world.hub
    offer = world.offered()
    grants.offer_late(world, offer)
    content = {"kind": "acceptance", "until": str(world.today + datetime.timedelta(9))} | REASON
    hub.signatory.post(offer / "amendments", content).refused("amendment-late", 409)
    made = world.county.caseworker.make(offer / "amendments", content)
    assert made["by"] == "county"


def test_of_each_kind_one_waits_and_each_says_what_it_is(world):
    hub = world.hub
    grant = grants.part_granted(hub)
    asked = grants.asked(world, hub, grant=grant)

    def refused(code, **content):
        told = hub.signatory.post(grant / "amendments", content | REASON).json
        assert code in {t["code"] for t in told.get("errors", [told])}

    refused("amendment-open", kind="extension", until=asked["until"])
    refused("amendment-not-later", kind="extension", until=str(world.today))
    refused("required", kind="increase")
    refused("amendment-member", kind="annulment", amountOre=1)
    refused("amendment-not-more", kind="increase", amountOre=GRANTED)
    refused("amendment-not-less", kind="decrease", amountOre=GRANTED)
    refused("amendment-kind", kind="acceptance", until=grants.months_on(world))
    hub.signatory.do(asked, "withdraw", REASON)
    grants.asked(world, hub, grant=grant)


def test_no_more_is_asked_for_or_prepared_than_was_applied_for(world):
    hub, county = world.hub, world.county
    grant = grants.part_granted(hub)
    most, over = {"amountOre": appeals.APPLIED}, {"amountOre": appeals.APPLIED + 100}
    content = {"kind": "increase"} | over | REASON
    over_applied = [("amendment-over-applied", "#/amountOre")]
    assert hub.signatory.post(grant / "amendments", content).expect(422).faults == over_applied
    asked = grants.asked(world, hub, "increase", grant, **most)
    content = grants.preparation(world, asked, **over)
    told = county.caseworker.attempt(asked, "prepare", content).expect(422)
    assert told.faults == over_applied
    county.caseworker.do(asked, "prepare", content | most)


def test_a_decision_stays_what_it_was_when_the_grant_is_amended(world):
    hub, county = world.hub, world.county
    years = [county.appropriation_content(450_000 * KRONE, year=world.year + n) for n in (0, 1)]
    call = county.call(county.funding_line(appropriations=years))
    application = county.recommend(hub.apply(call), "part_granted", GRANTED)
    condition = {"kind": "before_final", "text": "Regnskapet er bekreftet av revisor"}
    content = county.decision(application, "part_granted", GRANTED, conditions=[condition])
    application = county.decision_maker.do(application, "decide", content)
    grant = hub.accept(county.grant_of(application))
    asked = grants.asked(world, hub, "increase", grant, amountOre=MORE)
    amendment = grants.decided(world, hub, asked, year=world.year + 1)
    first, second = decisions_of(world, amendment)

    def parts(decision):
        return [(part["year"], part["amountOre"]) for part in decision["parts"]]

    assert parts(first) == [(world.year, GRANTED)]
    assert parts(second) == [(world.year, GRANTED), (world.year + 1, MORE - GRANTED)]
    assert second["conditions"] == first["conditions"] and second["isConditional"]
    told = letters.of_amendment(world, amendment)
    assert condition["text"] in told and f"{world.year} og {world.year + 1}" in told


def test_a_refusal_is_told_in_a_letter_with_the_right_to_appeal(world):
    hub, county = world.hub, world.county
    refused = grants.decided(world, hub, outcome="refused")
    sent = hub.signatory.items(f"/v1/applications/{refused['applicationId']}/letters")
    assert (sent[0]["kind"], sent[0]["amendmentId"]) == ("amendment", refused["id"])
    told = world.database.value(
        "select trinn.jobs_letter_content(l.county_id, l.id)::text from trinn.letters l"
        " where l.amendment_id = %s",
        refused["id"],
    )
    assert refused["outcome"]["grounds"] in told and "Dere kan klage" in told
    assert "mer tid til arbeidet" in told
    posts = county.archivist.items("/v1/journal-posts", applicationId=refused["applicationId"])
    assert (posts[0]["postType"], posts[0]["documentType"]["code"]) == ("U", "VEDTAK")
    content = {"kind": "annulment"} | REASON
    asked = county.caseworker.make(f"/v1/grants/{refused['grantId']}/amendments", content)
    grants.decided(world, hub, asked, outcome="refused")
    assert len(hub.signatory.items(f"/v1/applications/{refused['applicationId']}/letters")) == len(sent)


def test_more_time_is_reported_of_where_the_line_asks_for_reports(world):
    hub, county = world.hub, world.county
    call = county.call(county.funding_line(reportEveryMonths=3))
    grant = world.accepted(call=call)
    content = {"applicationId": grant["applicationId"]}
    before = hub.signatory.items("/v1/progress-reports", **content)
    amendment = grants.decided(world, hub, grants.asked(world, hub, grant=grant))
    after = hub.signatory.items("/v1/progress-reports", **content)
    added = {r["periodTo"] for r in after} - {r["periodTo"] for r in before}
    assert max(added) == amendment["until"] and len(added) == len(after) - len(before)


def test_more_time_to_accept_falls_away_with_the_acceptance(world):
    hub = world.hub
    offer = hub.county.grant_of(appeals.part_granted(world, hub))
    until = str(world.today + datetime.timedelta(60))
    asked = grants.asked(world, hub, "acceptance", offer, until=until)
    grant = hub.accept(offer)
    assert hub.signatory.read(asked.path)["state"] == "void"
    longer = grants.asked(world, hub, grant=grant)
    annulment = grants.asked(world, hub, "annulment", grant)
    grants.decided(world, hub, annulment)
    assert hub.signatory.read(longer.path)["state"] == "void"
    assert hub.signatory.read(annulment.path)["state"] == "approved"


def test_nobody_takes_two_of_the_steps(world):
    hub, county = world.hub, world.county
    grant = grants.part_granted(hub)
    both = world.one_person((county, "caseworker"), (county, "decision_maker"))
    asked = grants.asked(world, hub, grant=grant)
    preparer, decider = both
    prepared = preparer.do(asked, "prepare", grants.preparation(world, asked))
    decider.attempt(prepared, "decide", {}).refused("four-eyes", 403)
    decider.attempt(prepared, "send-back", REASON).refused("four-eyes", 403)
    asks, decides = world.one_person((hub, "hub_signatory"), (county, "decision_maker"))
    content = {"kind": "annulment"} | REASON
    annulment = asks.make(grant / "amendments", content)
    prepared = grants.prepared(world, hub, annulment)
    assert decides.attempt(prepared, "decide", {}).status == 403


def test_what_is_sent_back_is_prepared_anew(world):
    hub, county = world.hub, world.county
    prepared = grants.prepared(world, hub, outcome="refused")
    county.decision_maker.do(prepared, "send-back", REASON)
    asked = county.caseworker.read(prepared.path)
    assert asked["state"] == "asked"
    assert grants.decided(world, hub, asked)["state"] == "approved"


def test_only_the_side_that_asked_withdraws(world):
    hub = world.hub
    asked = grants.asked(world, hub)
    world.county.caseworker.attempt(asked, "withdraw", REASON).refused("amendment-of-other", 409)
    assert hub.signatory.do(asked, "withdraw", REASON)["state"] == "withdrawn"


def test_while_an_appeal_is_open_nothing_is_amended(world):
    hub = world.hub
    application = appeals.accepted(world, hub)
    grant = world.county.grant_of(application)
    asked = grants.asked(world, hub, grant=grant)
    appeals.lodged(world, hub, application)
    content = grants.preparation(world, asked)
    world.county.caseworker.attempt(asked, "prepare", content).refused("appeal-open", 409)


def test_the_ledger_holds_whatever_comes_after_what(world):
    """Amounts changed, claims made, offers declined and lapsed, in an order drawn by lot."""
    hub, county = world.hub, world.county
    dice = random.Random(50)
    world.ensure_account(hub)
    for _ in range(3):
        application = appeals.part_granted(world, hub)
        grant = county.grant_of(application)
        end = dice.choice(["decline", "lapse", "annul", "keep"])
        if end == "decline":
            hub.signatory.do(grant, "decline", REASON)
            continue
        if end == "lapse":
            grants.offer_late(world, grant)
            grants.lapse(world)
            continue
        grant = hub.accept(grant)
        for _ in range(dice.randint(1, 3)):
            grant = hub.signatory.read(grant.path)
            claimed = grant["amountOre"] - grant["remainingOre"]
            amount = dice.randrange(claimed + 10_000 * KRONE, appeals.APPLIED, 100)
            if amount != grant["amountOre"]:
                kind = "increase" if amount > grant["amountOre"] else "decrease"
                asked = grants.asked(world, hub, kind, grant, amountOre=amount)
                grants.decided(world, hub, asked)
            claim = grants.claim(hub, grant, 1_000 * KRONE)
            county.release(county.attest(county.review(claim)))
            world.assert_sound()
        if end == "annul":
            grants.decided(world, hub, grants.asked(world, hub, "annulment", grant))
