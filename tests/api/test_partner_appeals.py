"""A partner that stands by its part appeals by itself; the applicant reads that, and neither bars the other."""

import pytest
from support import appeals as ap
from support import coapplicants, journal, letters

pytestmark = pytest.mark.usefixtures("sound")


@pytest.fixture
def granted(world):
    """A part-grant of an application with a firm for a partner."""
    return coapplicants.decided(world.hub, world.firm)


def test_a_partner_appeals_and_the_applicant_reads_it(world, granted):
    hub, firm = world.hub, world.firm
    appeal = coapplicants.appeal(world, world.hub, granted)
    assert appeal["partner"]["orgnr"] == firm.orgnr and appeal["application"]["id"] == granted["id"]
    assert hub.signatory.read(appeal.path)["partner"] == appeal["partner"]
    assert [a["id"] for a in firm.signatory.items("/v1/appeals", limit=1000)][0] == appeal["id"]
    hub.signatory.attempt(appeal, "withdraw").refused("not-appellant", 403)
    hub.signatory.attempt(appeal, "ask-stay", ap.GROUNDS).refused("not-appellant", 403)
    world.other_hub.signatory.get(appeal.path).refused("not-found", 404)
    appeal = firm.signatory.do(appeal, "ask-stay", ap.GROUNDS)
    assert appeal["stayGrounds"]
    assert firm.signatory.do(appeal, "withdraw")["state"] == "withdrawn"


def test_neither_bars_the_other(world, granted):
    hub, firm = world.hub, world.firm
    first = coapplicants.appeal(world, world.hub, granted)
    part = coapplicants.partner_of(firm.signatory, granted)
    again = ap.appeal(hub, granted)
    firm.signatory.post(part / "appeals", again).refused("appeal-open", 409)
    second = ap.lodged(world, hub, granted)
    assert (first["number"], second["number"], second["partner"]) == (1, 2, None)
    firm.signatory.get(second.path).refused("not-found", 404)
    first = ap.settle(hub, world.county.caseworker.do(first, "reconsider", ap.reconsideration(world)))
    assert (first["state"], firm.signatory.read(first.path)["commentBy"] is not None) == ("forwarded", True)
    firm.signatory.do(first, "comment", {"text": "Vi er ikke enige"})
    first = world.county.secretary.do(world.county.secretary.read(first.path), "enter-outcome", ap.board_outcome(world))
    assert ap.settle(hub, first)["state"] == "not_allowed"
    firm.signatory.post(part / "appeals", again).refused("appeal-final", 409)
    assert hub.signatory.read(second.path)["state"] == "lodged"


def test_what_one_comes_to_the_other_goes_on_against(world, granted):
    hub = world.hub
    first, second = coapplicants.appeal(world, world.hub, granted), ap.lodged(world, hub, granted)
    amount_ore = ap.newest_decision(hub.signatory, granted)["amountOre"] + 100
    content = ap.reconsideration(world, "allowed_in_part", amount_ore)
    second = ap.settle(hub, world.county.caseworker.do(second, "reconsider", content))
    assert second["state"] == "allowed_in_part"
    first = world.firm.signatory.read(first.path)
    newest = ap.newest_decision(hub.signatory, granted)
    assert (first["state"], first["decision"]["id"]) == ("lodged", newest["id"])


def test_the_partner_reads_the_answer_in_a_letter_of_its_own(world, granted):
    appeal = coapplicants.appeal(world, world.hub, granted)
    ap.settle(world.hub, world.county.caseworker.do(appeal, "reconsider", ap.reconsideration(world)))
    (told,) = [one for one in world.firm.signatory.items(granted / "letters") if one["kind"] == "appeal"]
    assert told["appealId"] == appeal["id"]
    content = world.database.value("select trinn.jobs_letter_content(50, %s)::text", told["id"])
    assert appeal["partner"]["name"] in content


def test_the_decision_names_who_appealed_to_all_who_read_it(world, granted):
    appeal = coapplicants.appeal(world, world.hub, granted)
    amount_ore = ap.newest_decision(world.hub.signatory, granted)["amountOre"] + 100
    content = ap.reconsideration(world, "allowed_in_part", amount_ore)
    ap.settle(world.hub, world.county.caseworker.do(appeal, "reconsider", content))
    newest = ap.newest_decision(world.hub.signatory, granted)["id"]
    name = appeal["partner"]["name"]
    assert f"etter klagen som {name} sendte" in letters.of_decision(world, newest)
    assert f"after the appeal that {name} sent" in letters.of_decision(world, newest, "en")


def test_the_journal_tells_whose_the_appeal_is_and_who_was_answered(world, granted):
    appeal = world.firm.signatory.do(coapplicants.appeal(world, world.hub, granted), "ask-stay", ap.GROUNDS)
    ap.settle(world.hub, world.county.caseworker.do(appeal, "reconsider", ap.reconsideration(world)))
    posts = journal.posts(world.county.archivist, granted)
    told = {post["title"].split(":")[0]: post["party"]["orgnr"] for post in posts if post["party"]}
    partners = ("Klage", "Ber om utsatt iverksetting", "Klagen er sendt klageinstansen")
    assert [told[what] for what in partners] == [world.firm.orgnr] * 3
    assert told["Søknad"] == told["Vedtak"] == world.hub.orgnr


def test_a_caseworker_enters_a_partners_letter(world, granted):
    part = coapplicants.partner_of(world.county.caseworker, granted)
    content = ap.appeal(world.hub, granted, enteredFor={"name": "Daglig leder", "onDay": str(world.today)})
    appeal = world.county.caseworker.make(part / "appeals", content)
    assert (appeal["lodgedFor"], appeal["partner"]["orgnr"]) == ("Daglig leder", world.firm.orgnr)


def test_only_a_partner_that_stands_by_its_part_is_a_party(world, granted):
    world.database.run(
        "set session_replication_role = replica; update trinn.application_partners set state = 'withdrawn'"
        " where application_id = %s", granted["id"],
    )
    part = coapplicants.partner_of(world.county.caseworker, granted)
    content = ap.appeal(world.hub, granted, enteredFor={"name": "Daglig leder", "onDay": str(world.today)})
    world.county.caseworker.post(part / "appeals", content).refused("not-standing", 409)
    world.database.run(
        "set session_replication_role = replica; update trinn.application_partners set state = 'confirmed'"
        " where application_id = %s", granted["id"],
    )


def test_who_made_the_first_decision_confirms_nothing_of_the_board_when_another_lies_between(world, granted):
    hub, county = world.hub, world.county
    second = coapplicants.appeal(world, hub, granted)
    first = ap.lodged(world, hub, granted)
    amount_ore = ap.newest_decision(hub.signatory, granted)["amountOre"] + 100
    first = county.caseworker.do(first, "reconsider", ap.reconsideration(world, "allowed_in_part", amount_ore))
    ap.settle(hub, first)
    second = county.caseworker.do(world.firm.signatory.read(second.path), "reconsider", ap.reconsideration(world))
    second = ap.settle(hub, second, county.decision_maker_b)
    world.firm.signatory.do(second, "comment", {"text": "Vi er ikke enige"})
    content = ap.board_outcome(world)
    second = county.secretary.do(county.secretary.read(second.path), "enter-outcome", content)
    for person in (county.decision_maker, county.decision_maker_b):
        assert f"/v1/appeals/{second['id']}" not in {task["path"] for task in person.items("/v1/tasks", limit=1000)}
        person.attempt(person.read(second.path), "settle", ap.newest_answer(second)).refused("four-eyes", 403)
