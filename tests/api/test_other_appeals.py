"""Somebody that is no party appeals, as it has an interest in law (fvl. § 28): the county says whether it has, and writes to it."""

import pytest
from support import appeals as ap
from support import journal, letters

pytestmark = pytest.mark.usefixtures("sound")

WHO = {
    "name": "Nabobedriften AS",
    "address": "Industriveien 4, 7030 Trondheim",
    "interest": "Vi konkurrerer om de samme kundene, og ble ikke vurdert på like vilkår",
}


@pytest.fixture
def granted(world):
    return ap.part_granted(world, world.hub)


def content(world, case, **changes):
    signed = {"enteredFor": {"name": "Daglig leder", "onDay": str(world.today)}}
    return ap.appeal(world.hub, case, asked="Vedtaket oppheves") | {"other": WHO} | signed | changes


def lodged(world, case, **changes):
    return world.county.caseworker.make(case / "appeals", content(world, case, **changes))


def answered(world, appeal, outcome="inadmissible", by=None, **changes):
    said = {"outcome": outcome, "grounds": "Søkeren er ikke i samme marked"} | changes
    appeal = world.county.caseworker.do(appeal, "reconsider", said)
    return ap.settle(world.hub, appeal, by or world.county.decision_maker)


def letter_of(world, case):
    return next(a for a in letters.of_case(world.county.caseworker, case) if a["kind"] == "appeal")


def note(world, case):
    clerk = world.county.caseworker
    said = {"letterId": letter_of(world, case)["id"], "how": "posted", "onDay": str(world.today)}
    return clerk.do(clerk.read(case.path), "note-notice", said)


def test_a_caseworker_enters_it_and_the_party_reads_it_but_for_the_address(world, granted):
    hub = world.hub.signatory
    appeal = lodged(world, granted)
    assert (appeal["other"], appeal["partner"]) == (WHO, None)
    assert hub.read(appeal.path)["other"] == WHO | {"address": None}
    hub.attempt(appeal, "withdraw").refused("not-appellant", 403)
    hub.attempt(appeal, "ask-stay", ap.GROUNDS).refused("not-appellant", 403)
    world.database.value("select count(*) from trinn.jobs_notify(1000)")
    assert appeal.path in [n["path"] for n in hub.items("/v1/notifications", limit=1000)]
    reply = hub.post(granted / "appeals", ap.appeal(world.hub, granted) | {"other": WHO})
    assert ("role-not-allowed", "#/other") in reply.expect(403).faults
    world.other_hub.signatory.get(appeal.path).refused("not-found", 404)


def test_the_journal_names_who_appealed_and_was_answered(world, granted):
    answered(world, lodged(world, granted), ground="no_standing")
    posts = journal.posts(world.county.archivist, granted)
    assert [p["party"]["name"] for p in posts if p["party"]].count(WHO["name"]) == 2


def test_it_bars_neither_the_party_nor_others_and_each_appeals_once(world, granted):
    clerk = world.county.caseworker
    lodged(world, granted)
    clerk.post(granted / "appeals", content(world, granted)).refused("appeal-open", 409)
    lodged(world, granted, other=WHO | {"name": "En annen AS"})
    assert ap.lodged(world, world.hub, granted)["other"] is None


def test_one_without_an_interest_is_found_inadmissible_and_may_appeal_against_that(world, granted):
    appeal = answered(world, lodged(world, granted), ground="no_standing")
    assert appeal["state"] == "inadmissible" and appeal["answers"][-1]["appealBy"] is None
    letter = letter_of(world, granted)
    (mailing,) = letter["mailings"]
    assert (mailing["organisation"], mailing["state"]) == (None, "waiting")
    told = letters.of_appeal(world, appeal)
    assert WHO["name"] in told and WHO["address"] in told and "klagerett" in told
    note(world, granted)
    assert world.county.caseworker.read(appeal.path)["answers"][-1]["appealBy"] > str(world.today)
    again = content(world, granted, appealId=appeal["id"])
    del again["decisionId"]
    second = world.county.caseworker.make(granted / "appeals", again)
    assert second["dismissal"]["appealId"] == appeal["id"]
    party = {key: again[key] for key in again if key not in ("other", "enteredFor")}
    assert world.hub.signatory.post(granted / "appeals", party).expect(422).faults == [("unknown-reference", "#/appealId")]
    answered(world, second, "sent_back", by=world.county.decision_maker_b)
    assert world.county.caseworker.read(appeal.path)["state"] == "lodged"


def test_one_that_has_an_interest_is_heard_as_others_are(world, granted):
    clerk = world.county.caseworker
    appeal = lodged(world, granted)
    said = {"outcome": "allowed", "amountOre": ap.RAISED, "year": world.year, "grounds": "Ja"}
    clerk.attempt(appeal, "reconsider", said).refused("other-set-aside", 409)
    appeal = answered(world, appeal, "forwarded")
    assert appeal["state"] == "forwarded"
    told = letters.of_appeal(world, appeal)
    assert WHO["name"] in told


def test_what_the_appeals_body_sets_aside_is_decided_anew(world, granted):
    appeal = answered(world, lodged(world, granted), "forwarded")
    note(world, granted)
    world.database.run(
        "set session_replication_role = replica; update trinn.appeals set comment_by = trinn.today() - 1 where id = %s",
        appeal["id"],
    )
    secretary = world.county.secretary
    appeal = secretary.do(secretary.read(appeal.path), "enter-outcome", ap.board_outcome(world, "sent_back"))
    appeal = ap.settle(world.hub, appeal)
    assert appeal["state"] == "sent_back"
    assert letter_of(world, granted)["mailings"][0]["state"] == "waiting"


def test_the_county_takes_nothing_from_a_party_by_it(world, granted):
    appeal = lodged(world, granted)
    said = {"outcome": "sent_back", "grounds": "Ja"}
    world.county.caseworker.attempt(appeal, "reconsider", said).refused("appeal-grant-stands", 409)
