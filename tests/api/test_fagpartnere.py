"""From the register of fagpartnere to hours in a claim: found, engaged, ordered within the ceiling,
delivered, confirmed by the firm and invoiced. The sums of an engagement are those of its hours."""

import datetime
import random
from concurrent.futures import ThreadPoolExecutor

import pytest
from support import cohorts, partners, specimens
from support.bodies import REASON
from support.delivery import new_firm
from support.parties import KRONE, fresh


@pytest.fixture
def agreed(world):
    return partners.agreed(world, world.hub)


def attempt_entry(world, person, **changes):
    content = partners.entry_content(orgnr=new_firm(world)) | changes
    return person.post("/v1/fagpartnere", content)


def without_people(world, municipality="5001"):
    """A fagpartner that nobody answers for here."""
    content = partners.entry_content(orgnr=new_firm(world, municipality))
    return world.hub.signatory.make("/v1/fagpartnere", content)


def read(world, thing):
    return world.hub.signatory.read(thing.path)


def sums(engagement):
    return [engagement[f"{word}Minutes"] for word in ("ordered", "delivered", "confirmed")]


# ---- the register


def test_hubs_and_the_county_enter_fagpartnere(world):
    by_hub = attempt_entry(world, world.hub.hub_editor).expect(201).json
    assert by_hub["registeredBy"]["orgnr"] == world.hub.orgnr
    for person in (world.county.caseworker, world.county.programme_lead):
        made = attempt_entry(world, person).expect(201).json
        assert (made["state"], made["registeredBy"]) == ("active", None)
        assert made["competences"] == partners.entry_content()["competences"]
    for person in (world.firm.firm, world.fagpartner.fagpartner, world.county.finance):
        attempt_entry(world, person).refused("forbidden", 403)


def test_the_county_is_no_fagpartner(world):
    reply = attempt_entry(world, world.hub.hub_editor, orgnr=world.county.orgnr).expect(422)
    assert reply.faults == [("not-outside", "#/orgnr")]


def test_an_organisation_is_in_the_register_once(world):
    orgnr = new_firm(world)
    first = attempt_entry(world, world.hub.signatory, orgnr=orgnr).expect(201).json
    again = attempt_entry(world, world.other_hub.signatory, orgnr=orgnr).refused("duplicate", 409)
    assert again.faults == [("duplicate", "#/orgnr")]
    entry = world.county.caseworker.read(f"/v1/fagpartnere/{first['id']}")
    assert world.county.caseworker.do(entry, "retire", REASON)["state"] == "retired"
    attempt_entry(world, world.other_hub.signatory, orgnr=orgnr).expect(201)
    world.assert_sound()


def test_whom_the_register_does_not_take(world):
    hub = world.hub.signatory
    attempt_entry(world, hub, orgnr="974760674").refused("validation-failed", 422)
    attempt_entry(world, hub, orgnr="974760673").refused("validation-failed", 422)
    bankrupt = new_firm(world)
    world.database.run(
        "update trinn.organisations set bankrupt = true where orgnr = %s", bankrupt
    )
    attempt_entry(world, hub, orgnr=bankrupt).refused("applicant-insolvent", 409)
    twice = [{"code": "robot", "level": 1}, {"code": "robot", "level": 2}]
    reply = attempt_entry(world, hub, competences=twice).refused("validation-failed", 422)
    assert reply.faults == [("not-unique", "#/competences/1/code")]


def test_an_entry_is_found_by_competence_level_place_and_text(world):
    code = fresh("hydraulikk")
    levels = {}
    for level, municipality in ((1, "5001"), (3, "5001"), (3, "5059")):
        content = partners.entry_content(
            orgnr=new_firm(world, municipality),
            competences=[{"code": code, "level": level}, {"code": "annet", "level": 3}],
            description=f"Kurs {code} i {municipality}",
        )
        levels[world.hub.signatory.make("/v1/fagpartnere", content)["id"]] = level, municipality

    def found(**query):
        items = world.other_hub.signatory.items("/v1/fagpartnere", **query)
        return [levels.get(item["id"]) for item in items]

    assert found(competence=code) == [(3, "5059"), (3, "5001"), (1, "5001")]
    assert found(competence=code, level=2) == [(3, "5059"), (3, "5001")]
    assert found(competence=code, level=2, municipality="5001") == [(3, "5001")]
    assert found(q=f"KURS {code.upper()} I 5059") == [(3, "5059")]
    assert found(q="100 %_") == []
    assert found(competence=code, state="retired") == []
    assert found(competence=code, limit=1) == found(competence=code)


def test_an_entry_is_changed_by_those_it_belongs_to(world):
    entry = partners.fagpartner(world, world.hub)
    changed = partners.entry_content(contact="Ada", competences=[{"code": "ki", "level": 1}])

    def attempt(person):
        fresh_entry = person.read(entry.path)
        return person.put(entry.path, changed, fresh_entry.etag)

    for person in (world.fagpartner.fagpartner, world.county.caseworker, world.hub.hub_editor):
        told = attempt(person).expect(200).json
        assert (told["contact"], told["competences"]) == ("Ada", [{"code": "ki", "level": 1}])
    attempt(world.other_hub.signatory).refused("fagpartner-keeper", 403)
    world.other_hub.signatory.attempt(entry, "retire", REASON).refused("forbidden", 403)
    actions = world.other_hub.signatory.permitted(entry)
    assert not actions["change"]["permitted"] and not actions["retire"]["permitted"]
    world.assert_sound()


# ---- engagements


def test_an_engagement_is_proposed_by_a_hub_and_agreed_to_by_the_fagpartner(world):
    engagement = partners.proposed(world, world.hub)
    assert (engagement["state"], engagement["isLocal"]) == ("proposed", None)
    assert engagement["fagpartner"]["orgnr"] == world.fagpartner.orgnr
    reply = world.hub.signatory.attempt(engagement, "agree", {"note": "Avtalt"})
    reply.refused("partner-agrees", 403)
    engagement = world.fagpartner.fagpartner.do(engagement, "agree", {})
    assert engagement["state"] == "agreed" and sums(engagement) == [0, 0, 0]
    engagement = world.hub.signatory.do(engagement, "end", REASON)
    assert engagement["state"] == "ended"
    world.hub.signatory.post(engagement / "hours", partners.order_content(world)).refused(
        "state-conflict", 409
    )
    world.assert_sound()


def test_for_a_fagpartner_without_users_the_signatory_says_how_it_agreed(world):
    partner = without_people(world)
    content = partners.engagement_content(world, world.hub, fagpartnerId=partner["id"])
    engagement = world.hub.hub_editor.make("/v1/engagements", content)
    world.hub.hub_editor.attempt(engagement, "agree", {"note": "Ja"}).refused("forbidden", 403)
    signatory = world.hub.signatory
    signatory.attempt(engagement, "agree", {}).refused("validation-failed", 422)
    engagement = signatory.do(engagement, "agree", {"note": "Avtalt på telefon 3. mai"})
    assert engagement["agreedNote"] == "Avtalt på telefon 3. mai"


def test_a_proposal_is_declined_or_taken_back(world):
    for person in (world.fagpartner.fagpartner, world.hub.signatory):
        engagement = partners.proposed(world, world.hub)
        assert person.do(engagement, "decline", REASON)["state"] == "declined"


def test_related_parties_are_declared(world):
    content = partners.engagement_content(world, world.hub)
    for wrong in ({"isRelated": True}, {"relation": "Samme eier"}):
        reply = world.hub.signatory.post("/v1/engagements", content | wrong)
        assert reply.expect(422).faults == [("relation-declaration", "#/relation")]
    related = {"isRelated": True, "relation": "Næringshagen eier 40 % av fagpartneren"}
    made = world.hub.signatory.post("/v1/engagements", content | related).expect(201).json
    assert made["isRelated"] and made["relation"] == related["relation"]
    del content["isRelated"]
    world.hub.signatory.post("/v1/engagements", content).refused("validation-failed", 422)


def test_what_cannot_be_engaged(world):
    content = partners.engagement_content(world, world.hub)
    hub = world.hub.signatory
    own = hub.make("/v1/fagpartnere", partners.entry_content(orgnr=world.hub.orgnr))
    theirs = world.other_hub.track()
    for changes, fault in (
        ({"fagpartnerId": "999999999"}, ("unknown-reference", "#/fagpartnerId")),
        ({"fagpartnerId": own["id"]}, ("own-partner", "#/fagpartnerId")),
        ({"trackId": theirs["id"]}, ("unknown-reference", "#/trackId")),
        ({"hourlyOre": 10_000 * KRONE + 1}, ("too-large-value", "#/hourlyOre")),
        ({"endsOn": "2020-01-01", "startsOn": "2019-01-01"}, ("date-passed", "#/endsOn")),
    ):
        reply = hub.post("/v1/engagements", content | changes)
        assert reply.expect(422).faults == [fault], reply
    gone = without_people(world)
    world.county.caseworker.do(gone, "retire", REASON)
    reply = hub.post("/v1/engagements", content | {"fagpartnerId": gone["id"]})
    reply.refused("state-conflict", 409)


def test_local_is_measured_when_it_is_agreed(world):
    county = world.county
    county.set_up("/v1/hub-areas", county.hub_area_content(world.hub, "5053"))
    tomorrow = str(world.today + datetime.timedelta(1))
    later = county.hub_area_content(world.hub, "5054", validFrom=tomorrow)
    county.set_up("/v1/hub-areas", later)
    for municipality, is_local in (("5053", True), ("5054", False), ("5055", False)):
        partner = without_people(world, municipality)
        content = partners.engagement_content(world, world.hub, fagpartnerId=partner["id"])
        engagement = world.hub.signatory.make("/v1/engagements", content)
        engagement = world.hub.signatory.do(engagement, "agree", {"note": "Ja"})
        assert engagement["isLocal"] == is_local
        found = world.hub.signatory.items("/v1/fagpartnere", local="true", limit=1000)
        assert (partner["id"] in [item["id"] for item in found]) == is_local
        world.database.run(
            "update trinn.organisations set municipality_no = '0301' where orgnr = %s",
            partner["organisation"]["orgnr"],
        )
        assert read(world, engagement)["isLocal"] == is_local


# ---- hours


def test_hours_go_from_the_order_to_the_invoice(world, agreed):
    hours = partners.ordered(world, world.hub, agreed)
    assert (hours["state"], hours["orderedMinutes"]) == ("ordered", 600)
    assert sums(read(world, agreed)) == [600, 0, 0]
    hours = world.fagpartner.fagpartner.do(hours, "deliver", partners.delivery(world, 480))
    assert (hours["deliveredMinutes"], hours["freedMinutes"]) == (480, 120)
    assert sums(read(world, agreed)) == [480, 480, 0]
    content = {"minutes": 420, "dispute": "Siste time ble ikke holdt"}
    hours = world.firm.firm.do(hours, "confirm", content)
    assert (hours["confirmedMinutes"], hours["dispute"]) == (420, content["dispute"])
    assert sums(read(world, agreed)) == [480, 480, 420]
    invoice = partners.invoice_content(world, hours["id"], amountOre=8_400 * KRONE)
    told = world.fagpartner.fagpartner.post(agreed / "invoices", invoice).expect(200).json
    assert [i["number"] for i in told["invoices"]] == [invoice["number"]]
    hours = world.firm.firm.read(hours.path)
    assert (hours["state"], hours["invoiceNumber"]) == ("invoiced", invoice["number"])
    assert sums(read(world, agreed)) == [480, 480, 420]
    world.assert_sound()


def test_the_case_tells_who_took_each_step(world):
    hours = partners.invoiced(world, world.hub)
    steps = world.database.rows(
        "select action, role, object_kind from trinn.audit_events where case_kind = 'engagement'"
        " and case_id = %s order by seq",
        hours["engagementId"],
    )
    assert steps == [
        ("propose", "hub_signatory", "engagement"),
        ("agree", "fagpartner", "engagement"),
        ("order", "hub_signatory", "hours_order"),
        ("deliver", "fagpartner", "hours"),
        ("confirm", "firm", "hours"),
        ("invoice", "hub_signatory", "engagement"),
    ]


def test_over_the_ceiling_nothing_is_ordered(world, agreed):
    partners.order(world, world.hub, agreed, minutes=5_990)
    content = partners.order_content(world, minutes=11)
    reply = world.hub.signatory.post(agreed / "hours", content).refused("ceiling-exceeded", 409)
    assert reply.faults == [("ceiling-exceeded", "#/minutes")] and "10" in reply.json["detail"]
    hours = partners.ordered(world, world.hub, agreed, minutes=10)
    assert sums(read(world, agreed)) == [6_000, 0, 0]
    reasons = world.hub.signatory.permitted(agreed)["order"]["reasons"]
    assert [reason["code"] for reason in reasons] == ["ceiling-exceeded"]
    hours = world.hub.signatory.do(hours, "cancel", REASON)
    assert (hours["state"], hours["freedMinutes"]) == ("cancelled", 10)
    partners.order(world, world.hub, agreed, minutes=10)
    world.assert_sound()


def test_of_orders_at_once_those_within_the_ceiling_are_taken(world, agreed):
    content = partners.order_content(world, minutes=2_500)
    clients = [world.hub.signatory.another() for _ in range(4)]
    with ThreadPoolExecutor(4) as pool:
        replies = list(pool.map(lambda c: c.post(agreed / "hours", content), clients))
    codes = sorted(str(reply.code) for reply in replies)
    assert codes == ["None", "None", "ceiling-exceeded", "ceiling-exceeded"]
    assert sums(read(world, agreed)) == [5_000, 0, 0]


def test_firms_that_hire_a_specialist_together_share_one_order(world, agreed):
    others = [new_firm(world) for _ in range(2)]
    for orgnr in others:
        partners.follow(world, world.hub, orgnr)
    firms = [{"orgnr": orgnr} for orgnr in (world.firm.orgnr, *others)]
    made = partners.order(world, world.hub, agreed, minutes=100, firms=firms)
    assert made["minutes"] == 100
    assert [h["orderedMinutes"] for h in made["hours"]] == [34, 33, 33]
    own = world.firm.firm.read(made.path)
    assert [h["firm"]["orgnr"] for h in own["hours"]] == [world.firm.orgnr]
    firms = [firms[0] | {"parts": 3}, firms[1]]
    made = partners.order(world, world.hub, agreed, minutes=90, firms=firms)
    assert [h["orderedMinutes"] for h in made["hours"]] == [68, 22]
    assert sums(read(world, agreed)) == [190, 0, 0]


def test_firms_that_hire_a_specialist_together_confirm_each_its_own_and_one_invoice_is_claimed(
    world, agreed
):
    hub, seller = world.hub.signatory, world.fagpartner.fagpartner
    one, (two,) = world.firm.firm, world.one_person((world.outsider, "firm"))
    partners.follow(world, world.hub, world.outsider.orgnr)
    firms = [
        {"orgnr": party.orgnr, "parts": parts}
        for party, parts in ((world.firm, 3), (world.outsider, 1))
    ]
    order = partners.order(world, world.hub, agreed, minutes=240, firms=firms)
    for hours, firm, other in zip(order["hours"], (one, two), (two, one)):
        path = f"/v1/hours/{hours['id']}"
        done = seller.do(
            hub.read(path), "deliver", partners.delivery(world, hours["orderedMinutes"])
        )
        other.get(path).refused("not-found", 404)
        [waits] = [task for task in firm.items("/v1/tasks", limit=1000) if task["path"] == path]
        assert waits["operationId"] == "confirmHours"
        confirmed = {"minutes": 180} if firm is one else {"minutes": 45, "dispute": "Gikk tidlig"}
        firm.do(done, "confirm", confirmed)
    told = hub.read(order.path)
    assert [h["state"] for h in told["hours"]] == ["confirmed", "confirmed"]
    assert [h["confirmedMinutes"] for h in told["hours"]] == [180, 45]

    ids = [h["id"] for h in order["hours"]]
    too_much = partners.invoice_content(world, *ids, amountOre=4_500 * KRONE + 1)
    reply = seller.post(agreed / "invoices", too_much).expect(422)
    assert reply.faults == [("invoice-over-confirmed", "#/amountOre")]
    invoice = partners.invoice_content(world, *ids, amountOre=4_500 * KRONE)
    seller.post(agreed / "invoices", invoice).expect(200)
    grant = world.accepted()
    claim = claim_of(world.hub, grant, invoice["number"], world.fagpartner.orgnr).expect(201).json
    assert [h["claimId"] for h in hub.read(order.path)["hours"]] == [claim["id"]] * 2
    assert claim["costs"][0]["partnerInvoice"]["confirmedMinutes"] == 225
    world.assert_sound()


def test_hours_are_ordered_for_firms_of_the_hub(world, agreed):
    stranger, orgnr = new_firm(world), world.firm.orgnr
    for firms, fault in (
        ([stranger], ("firm-not-served", "#/firms/0/orgnr")),
        (["974760673"], ("unknown-reference", "#/firms/0/orgnr")),
        ([orgnr, orgnr], ("not-unique", "#/firms/1/orgnr")),
    ):
        content = partners.order_content(world, firms=[{"orgnr": o} for o in firms])
        reply = world.hub.signatory.post(agreed / "hours", content)
        assert reply.status in (403, 422) and reply.faults == [fault], reply
    firms = [{"orgnr": orgnr, "parts": 1}, {"orgnr": stranger, "parts": 1_000_000}]
    content = partners.order_content(world, minutes=1, firms=firms)
    assert ("no-minutes", "#/firms/0/parts") in world.hub.signatory.post(
        agreed / "hours", content
    ).faults


def test_hours_are_delivered_by_fagpartner_or_hub_and_confirmed_by_the_firm(world, agreed):
    for person in (world.fagpartner.fagpartner, world.hub.hub_editor):
        hours = partners.ordered(world, world.hub, agreed, minutes=60)
        world.firm.firm.attempt(hours, "deliver", partners.delivery(world, 60)).refused("forbidden")
        hours = person.do(hours, "deliver", partners.delivery(world, 60))
        for other in (world.fagpartner.fagpartner, world.hub.signatory, world.county.caseworker):
            other.attempt(hours, "confirm", {"minutes": 60}).refused("forbidden", 403)
        reply = world.firm.firm.attempt(hours, "confirm", {"minutes": 61})
        assert reply.expect(422).faults == [("too-large-value", "#/minutes")]
        reply = world.firm.firm.attempt(hours, "confirm", {"minutes": 59})
        assert reply.expect(422).faults == [("dispute-text", "#/dispute")]
        assert world.firm.firm.do(hours, "confirm", {"minutes": 60})["state"] == "confirmed"


def test_one_person_is_not_both_sides_of_engagement_and_hours(world, agreed):
    parties = [(world.hub, "hub_editor"), (world.fagpartner, "fagpartner"), (world.firm, "firm")]
    at_hub, at_partner, at_firm = world.one_person(*parties)
    made = at_hub.make("/v1/engagements", partners.engagement_content(world, world.hub))
    at_partner.attempt(made, "agree", {}).refused("four-eyes", 403)
    assert world.fagpartner.fagpartner.do(made, "agree", {})["state"] == "agreed"
    order = at_hub.make(agreed / "hours", partners.order_content(world))
    hours = at_hub.read(f"/v1/hours/{order['hours'][0]['id']}")
    hours = world.fagpartner.fagpartner.do(hours, "deliver", partners.delivery(world))
    at_firm.attempt(hours, "confirm", {"minutes": 600}).refused("four-eyes", 403)
    world.firm.firm.do(hours, "confirm", {"minutes": 600})


def test_a_related_party_without_people_is_engaged_by_two_persons_of_the_hub(world):
    hub = world.hub.signatory
    entry = partners.entered(world, world.hub, new_firm(world))
    related = {"isRelated": True, "relation": "Eier"}
    made = partners.proposed(world, world.hub, fagpartnerId=entry["id"], **related)
    said = {"note": "Avtalt i møte"}
    told = hub.permitted(made)["agree"]
    assert [why["code"] for why in told["reasons"]] == ["four-eyes"]
    hub.attempt(made, "agree", said).refused("four-eyes", 403)
    (second,) = world.one_person((world.hub, "hub_signatory"))
    assert second.do(made, "agree", said)["state"] == "agreed"
    world.assert_sound()


def test_a_firm_has_no_hours_with_itself(world):
    entry = partners.entered(world, world.hub, world.firm.orgnr)
    made = partners.proposed(world, world.hub, fagpartnerId=entry["id"])
    made = world.hub.signatory.do(made, "agree", {"note": "På telefon"})
    partners.follow(world, world.hub, world.firm.orgnr)
    reply = world.hub.signatory.post(made / "hours", partners.order_content(world)).expect(422)
    assert reply.faults == [("own-partner", "#/firms/0/orgnr")]


def test_a_delivery_is_of_a_day_of_the_engagement_that_has_come(world, agreed):
    hours = partners.ordered(world, world.hub, agreed)
    for day in (world.today + datetime.timedelta(1), world.today - datetime.timedelta(31)):
        content = partners.delivery(world) | {"deliveredOn": str(day)}
        reply = world.fagpartner.fagpartner.attempt(hours, "deliver", content)
        assert reply.expect(422).faults == [("day-outside", "#/deliveredOn")]
    reply = world.hub.signatory.attempt(hours, "deliver", partners.delivery(world, 601))
    assert reply.expect(422).faults == [("too-large-value", "#/minutes")]


def test_a_firm_finds_what_waits_for_it(world, agreed):
    hours = partners.delivered(world, world.hub, agreed)
    waiting = world.firm.firm.items("/v1/hours", state="delivered")
    assert hours["id"] in [item["id"] for item in waiting]
    assert {item["firm"]["orgnr"] for item in waiting} == {world.firm.orgnr}
    hub = world.hub.hub_editor
    assert hours["id"] in [i["id"] for i in hub.items("/v1/hours", orgnr=world.firm.orgnr)]
    assert hub.items("/v1/hours", orgnr=world.hub.orgnr) == []
    world.firm.firm.get(agreed.path).refused("not-found", 404)
    world.firm.firm.get(agreed / "hours").refused("not-found", 404)
    listed = world.fagpartner.fagpartner.items(agreed / "hours")
    assert [item["id"] for item in listed] == [hours["id"]]


# ---- hours of a session


def held_by_partner(world, engagement, *firms, **changes):
    """A session of a cohort of the firms that runs, of the engagement; and their enrolments."""
    hub = world.hub
    cohort = cohorts.cohort(world, hub)
    for firm in firms:
        cohort = cohorts.add(hub, cohort, firm)
    cohort = hub.signatory.do(cohort, "start")
    content = {"deliveredBy": "fagpartner", "engagementId": engagement["id"]} | changes
    return cohorts.plan(world, hub, cohort, **content)


def members(world, n):
    return [cohorts.enrolled(world, world.hub) for _ in range(n)]


def order_for(world, engagement, session, *firms, minutes=180):
    content = partners.order_content(
        world,
        minutes=minutes,
        sessionId=session["id"],
        firms=[{"orgnr": firm["firm"]["orgnr"]} for firm in firms],
    )
    return world.hub.signatory.post(engagement / "hours", content)


def test_what_is_held_is_what_is_delivered_of_the_hours_ordered_for_it(world, agreed):
    hub = world.hub.signatory
    firms = members(world, 2)
    session = held_by_partner(world, agreed, *firms)
    order = order_for(world, agreed, session, *firms).expect(201).json
    assert order["sessionId"] == session["id"] == order["hours"][0]["sessionId"]
    session = hub.read(session.path)
    shown = [(h["orderId"], h["orderedMinutes"], h["deliveredMinutes"]) for h in session["hours"]]
    assert shown == [(order["id"], 90, None)] * 2
    hours = hub.read(f"/v1/hours/{order['hours'][0]['id']}")
    for person in (world.fagpartner.fagpartner, hub):
        person.attempt(hours, "deliver", partners.delivery(world, 60)).refused("hours-of-session")
    over = hub.attempt(session, "hold", cohorts.attendance_of(world.hub, session, heldMinutes=181))
    too_much = [(code, "#/heldMinutes") for code in ("held-not-ordered", "held-too-long")]
    assert over.expect(409).faults == too_much
    session = cohorts.hold(world.hub, session, heldMinutes=171)
    assert [h["deliveredMinutes"] for h in session["hours"]] == [86, 85]
    assert sums(read(world, agreed)) == [171, 171, 0]
    hours = hub.read(hours.path)
    assert (hours["state"], hours["deliveredOn"]) == ("delivered", str(world.today))
    assert (hours["deliveredMinutes"], hours["freedMinutes"]) == (86, 4)
    right = cohorts.attendance_of(world.hub, session, heldMinutes=150)
    session = hub.put(session / "attendance", right, session.etag).expect(200).thing(session.path)
    assert [h["deliveredMinutes"] for h in session["hours"]] == [75, 75]
    assert sums(read(world, agreed)) == [150, 150, 0]
    seen = world.fagpartner.fagpartner.read(session.path)["hours"]
    assert [h["deliveredMinutes"] for h in seen] == [75, 75]
    world.assert_sound()


def test_a_firm_that_dropped_out_before_it_was_held_gets_no_minutes(world, agreed):
    hub = world.hub.signatory
    stays, leaves = members(world, 2)
    day = cohorts.after(world, 1)
    times = {"startsAt": f"{day}T09:00:00+01:00", "endsAt": f"{day}T12:00:00+01:00"}
    session = held_by_partner(world, agreed, stays, leaves, **times)
    order = order_for(world, agreed, session, stays, leaves).expect(201).json
    enrolment = hub.read(f"/v1/enrolments/{leaves['id']}")
    specimens.drop_out(world.hub, enrolment)
    states = [hub.read(f"/v1/hours/{h['id']}")["state"] for h in order["hours"]]
    assert states == ["ordered", "cancelled"]
    assert sums(read(world, agreed)) == [90, 0, 0]
    session = hub.read(session.path)
    content = {"deliveredBy": "fagpartner", "engagementId": agreed["id"]}
    plan = cohorts.session_content(world, **content)
    session = hub.put(session.path, plan, session.etag).expect(200).thing(session.path)
    session = cohorts.hold(world.hub, session, heldMinutes=90)
    assert [h["deliveredMinutes"] for h in session["hours"]] == [90]
    world.assert_sound()


def test_hours_are_tied_to_a_session_until_they_are_delivered(world, agreed):
    hub = world.hub.signatory
    hours = partners.ordered(world, world.hub, agreed, minutes=180)
    session, elsewhere = (
        partners.session(world, engagement["id"])
        for engagement in (agreed, partners.agreed(world, world.hub))
    )
    missing = hub.attempt(hours, "tie", {"sessionId": elsewhere["id"]}).expect(422)
    assert missing.faults == [("unknown-reference", "#/sessionId")]
    hours = hub.do(hours, "tie", {"sessionId": session["id"]})
    assert hours["sessionId"] == session["id"]
    seen = hub.read(session.path)
    assert [h["id"] for h in seen["hours"]] == [hours["id"]] and seen.etag != session.etag
    hub.attempt(hours, "tie", {"sessionId": session["id"]}).refused("hours-of-session", 409)
    cohorts.hold(world.hub, seen, (world.firm.orgnr, 1))
    assert hub.read(hours.path)["deliveredMinutes"] == 170

    beside = partners.delivered(world, world.hub, agreed, 60)
    session = partners.session(world, agreed["id"])
    hub.attempt(beside, "tie", {"sessionId": session["id"]}).refused("state-conflict", 409)
    world.assert_sound()


def test_minutes_of_a_session_stand_once_a_firm_has_confirmed_its_hours(world, agreed):
    hub, own = world.hub.signatory, cohorts.enrolled(world, world.hub, world.firm.orgnr)
    session = held_by_partner(world, agreed, own, kind="consulting", orgnr=world.firm.orgnr)
    order = order_for(world, agreed, session, own).expect(201).json
    session = cohorts.hold(world.hub, hub.read(session.path), (world.firm.orgnr, 1))
    hours = world.firm.firm.read(f"/v1/hours/{order['hours'][0]['id']}")
    assert world.firm.firm.read(session.path)["hours"][0]["id"] == hours["id"]
    world.firm.firm.do(hours, "confirm", {"minutes": 170})
    other = cohorts.attendance_of(world.hub, session, heldMinutes=160)
    hub.put(session / "attendance", other, session.etag).refused("hours-confirmed", 409)
    same = cohorts.attendance((world.firm.orgnr, 2))
    session = hub.put(session / "attendance", same, session.etag).expect(200).json
    assert session["attendance"][0]["headCount"] == 2
    world.assert_sound()


def test_hours_for_a_session_are_for_whom_it_is_held_and_while_it_is_planned(world, agreed):
    hub = world.hub.signatory
    one, other, stranger = members(world, 3)
    session = held_by_partner(world, agreed, one, kind="consulting", orgnr=one["firm"]["orgnr"])
    for_all = held_by_partner(world, agreed, other)
    elsewhere = partners.agreed(world, world.hub)
    for engagement, held, firm, fault in (
        (agreed, session, other, ("not-of-session", "#/firms/0/orgnr")),
        (agreed, for_all, stranger, ("not-of-session", "#/firms/0/orgnr")),
        (elsewhere, session, one, ("unknown-reference", "#/sessionId")),
    ):
        reply = order_for(world, engagement, held, firm)
        assert reply.expect(422).faults == [fault]
    order_for(world, agreed, session, one).expect(201)
    mine = cohorts.session_content(world, kind="consulting", orgnr=one["firm"]["orgnr"])
    fresh_session = hub.read(session.path)
    refused = hub.put(session.path, mine, fresh_session.etag)
    refused.refused("session-has-hours", 409)
    kept = mine | {"deliveredBy": "fagpartner", "engagementId": agreed["id"], "title": "Hos oss"}
    hub.put(session.path, kept, fresh_session.etag).expect(200)
    order_for(world, agreed, for_all, other).expect(201)
    cohorts.hold(world.hub, hub.read(for_all.path))
    reply = order_for(world, agreed, for_all, other)
    assert reply.refused("state-conflict", 409).faults == [("state-conflict", "#/sessionId")]
    world.assert_sound()


def test_hours_of_a_session_that_is_cancelled_are_cancelled(world, agreed):
    hub = world.hub.signatory
    (firm,) = members(world, 1)
    session = held_by_partner(world, agreed, firm)
    first = order_for(world, agreed, session, firm, minutes=60).expect(201).json["hours"][0]
    second = order_for(world, agreed, session, firm, minutes=90).expect(201).json["hours"][0]
    assert sums(read(world, agreed)) == [150, 0, 0]
    hub.do(hub.read(f"/v1/hours/{first['id']}"), "cancel", REASON)
    session = hub.read(session.path)
    assert [h["id"] for h in session["hours"]] == [second["id"]]
    hub.do(hub.read(f"/v1/cohorts/{session['cohortId']}"), "cancel", REASON)
    assert hub.read(f"/v1/hours/{second['id']}")["state"] == "cancelled"
    assert sums(read(world, agreed)) == [0, 0, 0]
    world.assert_sound()


# ---- invoices and claims


def test_an_invoice_number_is_used_once_of_a_seller(world, agreed):
    one, two = (partners.confirmed(world, world.hub, agreed, 60)["id"] for _ in range(2))
    invoice = partners.invoice_content(world, one, number="Faktura 17a")
    world.hub.signatory.post(agreed / "invoices", invoice).expect(200)
    for number in ("Faktura 17a", "FAKTURA 17A", "faktura 17A"):
        again = invoice | {"number": number, "hoursIds": [two]}
        reply = world.hub.signatory.post(agreed / "invoices", again).refused("invoice-used", 409)
        assert reply.faults == [("invoice-used", "#/number")]
    for number in (" Faktura 18", "Faktura  18", "Faktura 18 "):
        again = invoice | {"number": number, "hoursIds": [two]}
        world.hub.signatory.post(agreed / "invoices", again).refused("validation-failed", 422)


def test_a_delivery_that_was_entered_wrong_is_withdrawn_before_it_is_confirmed(world, agreed):
    person = world.fagpartner.fagpartner
    hours = partners.delivered(world, world.hub, agreed, 100)
    ordered, _, _ = sums(read(world, agreed))
    hours = person.do(hours, "withdraw", REASON)
    assert (hours["state"], hours["deliveredMinutes"], hours["freedMinutes"]) == ("ordered", None, 0)
    assert sums(read(world, agreed)) == [ordered + hours["orderedMinutes"] - 100, 0, 0]
    hours = person.do(hours, "deliver", partners.delivery(world, 110))
    hours = world.firm.firm.do(hours, "confirm", {"minutes": 110})
    reply = person.post(hours / "withdraw", REASON, if_match=hours.etag)
    reply.refused("state-conflict", 409)
    world.assert_sound()


def test_an_invoice_that_was_wrong_is_credited_and_its_hours_are_invoiced_again(world, agreed):
    hub = world.hub.signatory
    hours = partners.confirmed(world, world.hub, agreed, 60)
    wrong = partners.invoice_content(world, hours["id"], amountOre=1)
    hub.post(agreed / "invoices", wrong).expect(200)
    before = sums(read(world, agreed))
    note = {"number": wrong["number"], "creditNote": fresh("K"), "reason": "Ett øre for mye lite"}

    def attempt(person, **changes):
        etag = read(world, agreed).etag
        return person.post(agreed / "credit-invoice", note | changes, if_match=etag)

    attempt(world.fagpartner.fagpartner).refused("forbidden", 403)
    assert attempt(hub, number="F-0").faults == [("unknown-reference", "#/number")]
    assert attempt(hub, creditNote=wrong["number"]).faults == [("invoice-used", "#/creditNote")]
    (credited,) = attempt(hub).expect(200).json["invoices"]
    assert (credited["creditedOn"], credited["creditNote"]) == (str(world.today), note["creditNote"])
    assert attempt(hub, creditNote=fresh("K")).faults == [("invoice-credited", "#/number")]
    assert sums(read(world, agreed)) == before
    freed = hub.read(hours.path)
    assert (freed["state"], freed["confirmedMinutes"], freed["invoiceNumber"]) == ("confirmed", 60, None)
    for number in (wrong["number"], note["creditNote"]):
        again = partners.invoice_content(world, hours["id"], number=number)
        assert hub.post(agreed / "invoices", again).faults == [("invoice-used", "#/number")]
    reply = claim_of(world.hub, world.accepted(), wrong["number"], world.fagpartner.orgnr)
    reply.refused("invoice-not-entered", 409)
    hub.post(agreed / "invoices", partners.invoice_content(world, hours["id"])).expect(200)
    world.assert_sound()


def test_an_invoice_in_a_claim_is_not_credited(world, agreed):
    hub = world.hub.signatory
    hours = partners.confirmed(world, world.hub, agreed)
    invoice = partners.invoice_content(world, hours["id"])
    hub.post(agreed / "invoices", invoice).expect(200)
    claim = claim_of(world.hub, world.accepted(), invoice["number"].lower(), world.fagpartner.orgnr)
    content = {"number": invoice["number"], "reason": "Feil beløp"}
    reply = hub.post(agreed / "credit-invoice", content, if_match=read(world, agreed).etag)
    assert reply.refused("invoice-claimed", 409).faults == [("invoice-claimed", "#/number")]
    claim = world.county.caseworker.read(f"/v1/claims/{claim.expect(201).json['id']}")
    world.county.caseworker.do(claim, "reject", REASON)
    hub.do(read(world, agreed), "credit-invoice", content)
    assert hub.read(hours.path)["state"] == "confirmed"
    world.assert_sound()


def test_what_is_not_confirmed_is_not_invoiced(world, agreed):
    delivered = partners.delivered(world, world.hub, agreed, 60)
    confirmed = partners.confirmed(world, world.hub, agreed, 60)
    elsewhere = partners.confirmed(world, world.hub)
    nothing = partners.delivered(world, world.hub, agreed, 60)
    nothing = world.firm.firm.do(nothing, "confirm", {"minutes": 0, "dispute": "Kom aldri"})

    def attempt(*ids, **changes):
        content = partners.invoice_content(world, *ids, **changes)
        return world.hub.signatory.post(agreed / "invoices", content)

    assert attempt(delivered["id"]).faults[0] == ("invoice-over-confirmed", "#/amountOre")
    assert ("state-conflict", "#/hoursIds/0") in attempt(delivered["id"]).faults
    assert ("unknown-reference", "#/hoursIds/0") in attempt(elsewhere["id"]).faults
    assert ("nothing-confirmed", "#/hoursIds/0") in attempt(nothing["id"]).faults
    reply = attempt(confirmed["id"], amountOre=1_200 * KRONE + 1)
    assert reply.expect(422).faults == [("invoice-over-confirmed", "#/amountOre")]
    attempt(confirmed["id"], amountOre=1_200 * KRONE).expect(200)
    assert ("state-conflict", "#/hoursIds/0") in attempt(confirmed["id"]).faults


def test_a_claims_cost_with_the_same_invoice_is_its_evidence(world, agreed):
    hours = partners.confirmed(world, world.hub, agreed)
    invoice = partners.invoice_content(world, hours["id"], number=fresh("Faktura"))
    world.hub.signatory.post(agreed / "invoices", invoice).expect(200)
    assert world.hub.signatory.read(hours.path)["claimId"] is None
    grant = world.accepted()
    content = world.hub.claim_content(750 * KRONE)
    cost = content["costs"][0]
    cost |= {"invoiceNumber": invoice["number"].upper(), "amountOre": 1_250 * KRONE + 1}
    cost["supplierOrgnr"] = world.fagpartner.orgnr
    reply = world.hub.signatory.post(grant / "claims", content)
    assert reply.faults == [("invoice-exceeded", "#/costs/0/amountOre")]
    cost["amountOre"] = 1_250 * KRONE
    claim = world.hub.signatory.make(grant / "claims", content)
    assert world.hub.signatory.read(hours.path)["claimId"] == claim["id"]
    assert read(world, agreed)["invoices"][0]["claimId"] == claim["id"]
    behind = {"engagementId": agreed["id"], "amountOre": 1_000 * KRONE, "confirmedMinutes": 600}
    behind |= {"isRelated": False, "relation": None}
    for person in (world.hub.signatory, world.county.caseworker):
        assert person.read(claim.path)["costs"][0]["partnerInvoice"] == behind
    assert world.county.attestant.read(claim.path)["costs"][0]["partnerInvoice"] is None
    assert world.county.caseworker.read(hours.path)["claimId"] == claim["id"]
    for person in (world.firm.firm, world.fagpartner.fagpartner):
        assert person.read(hours.path)["claimId"] is None
    world.county.caseworker.do(claim, "reject", REASON)
    assert world.hub.signatory.read(hours.path)["claimId"] is None
    world.assert_sound()


def claim_of(hub, grant, number, orgnr):
    content = hub.claim_content(750 * KRONE)
    content["costs"][0] |= {"supplierOrgnr": orgnr, "invoiceNumber": number}
    return hub.signatory.post(grant / "claims", content)


def test_a_fagpartners_invoice_is_claimed_by_the_hub_it_was_sent_to(world, agreed):
    seller = world.fagpartner.orgnr
    theirs = world.accepted(world.other_hub)
    one, two = (partners.confirmed(world, world.hub, agreed, 60)["id"] for _ in range(2))
    ours = partners.invoice_content(world, one)
    world.hub.signatory.post(agreed / "invoices", ours).expect(200)
    reply = claim_of(world.other_hub, theirs, ours["number"].lower(), seller)
    assert reply.refused("invoice-used", 409).faults == [("invoice-used", "#/costs/0/invoiceNumber")]
    claimed = partners.invoice_content(world, two)
    claim_of(world.other_hub, theirs, claimed["number"], seller).expect(201)
    reply = world.hub.signatory.post(agreed / "invoices", claimed)
    assert reply.refused("invoice-used", 409).faults == [("invoice-used", "#/number")]
    claim_of(world.hub, world.accepted(), ours["number"], seller).expect(201)
    world.assert_sound()


def test_an_engaged_fagpartners_invoice_is_entered_before_it_is_claimed(world, agreed):
    """Of a supplier that the hub has not engaged any will do."""
    grant = world.accepted()
    hours = partners.confirmed(world, world.hub, agreed, 60)
    content = partners.invoice_content(world, hours["id"])
    seller = world.fagpartner.orgnr
    reply = claim_of(world.hub, grant, content["number"], seller)
    told = reply.refused("invoice-not-entered", 409)
    assert told.faults == [("invoice-not-entered", "#/costs/0/invoiceNumber")]
    world.hub.signatory.post(agreed / "invoices", content).expect(200)
    claim_of(world.hub, grant, content["number"], seller).expect(201)
    claim_of(world.hub, grant, fresh("F"), world.outsider.orgnr).expect(201)
    world.assert_sound()


# ---- figures


def test_figures_tell_what_local_fagpartnere_delivered_on_a_track(world):
    hours = partners.confirmed(world, world.hub, minutes=90)
    engagement = world.hub.signatory.read(f"/v1/engagements/{hours['engagementId']}")
    partners.delivered(world, world.hub, engagement, 30)

    def figures(person, **period):
        found = person.items("/v1/reports/fagpartnere", **period)
        return [f for f in found if f["trackId"] == engagement["trackId"]]

    for person in (world.county.programme_lead, world.hub.hub_editor):
        (figure,) = figures(person)
        assert (figure["deliveredMinutes"], figure["confirmedMinutes"]) == (120, 90)
        local = (120, 90) if engagement["isLocal"] else (0, 0)
        assert (figure["localDeliveredMinutes"], figure["localConfirmedMinutes"]) == local
        assert figure["localBasisPoints"] == (10_000 if engagement["isLocal"] else 0)
        assert figure["relatedDeliveredMinutes"] == 0
    assert figures(world.other_hub.signatory) == []
    assert figures(world.county.programme_lead, to=str(world.today - datetime.timedelta(1))) == []
    assert figures(world.county.programme_lead, **{"from": str(world.today)}) != []


# ---- whatever the order of steps


def one_of(rng, world, engagement):
    """A step at random, whether or not it may be taken: its path and content."""
    listed = world.hub.signatory.items(engagement / "hours", limit=1000)
    hours = rng.choice(listed) if listed else {"id": "999999999"}
    minutes = rng.randint(1, 150)
    path = f"/v1/hours/{hours['id']}"
    return rng.choice(
        (
            (f"{engagement.path}/hours", partners.order_content(world, minutes)),
            (f"{path}/deliver", partners.delivery(world, minutes)),
            (f"{path}/confirm", {"minutes": minutes}),
            (f"{path}/confirm", {"minutes": minutes, "dispute": "Mindre"}),
            (f"{path}/cancel", REASON),
            (
                f"{engagement.path}/invoices",
                partners.invoice_content(world, hours["id"], amountOre=minutes * 2_000),
            ),
        )
    )


@pytest.mark.parametrize("seed", range(3))
def test_any_steps_leave_confirmed_within_delivered_within_ordered_within_the_ceiling(world, seed):
    rng = random.Random(seed)
    engagement = partners.agreed(world, world.hub, ceilingMinutes=1_000)
    people = [world.hub.signatory, world.fagpartner.fagpartner, world.firm.firm]
    taken = 0
    for _ in range(100):
        path, body = one_of(rng, world, engagement)
        rng.shuffle(people)
        replies = [person.post(path, body, if_match="*") for person in people]
        assert all(reply.status < 500 for reply in replies), replies
        taken += any(reply.status < 300 for reply in replies)
        told = read(world, engagement)
        ordered, delivered, confirmed = sums(told)
        assert 0 <= confirmed <= delivered <= ordered <= told["ceilingMinutes"] == 1_000
        rows = world.database.rows(
            "select coalesce(sum(ordered_minutes - freed_minutes), 0),"
            " coalesce(sum(delivered_minutes), 0), coalesce(sum(confirmed_minutes), 0)"
            " from trinn.hours where engagement_id = %s",
            engagement["id"],
        )
        assert rows == [(ordered, delivered, confirmed)]
    assert taken > 15
    world.assert_sound()


# ---- one fagpartner and several hubs


def test_hubs_of_one_fagpartner_do_not_see_each_other(world):
    ours = partners.with_confirmed_hours(world, world.hub)
    theirs = partners.with_confirmed_hours(world, world.other_hub)
    listed = world.fagpartner.fagpartner.items("/v1/engagements", limit=1000)
    assert {ours["id"], theirs["id"]} <= {item["id"] for item in listed}
    for hub, other in ((world.hub, theirs), (world.other_hub, ours)):
        seen = {item["id"] for item in hub.signatory.items("/v1/engagements", limit=1000)}
        assert other["id"] not in seen
        for path in (other.path, other / "hours", other / "permitted-actions"):
            hub.signatory.get(path).refused("not-found", 404)


def test_a_fagpartner_sees_its_own_engagements_only(world):
    partner = without_people(world)
    content = partners.engagement_content(world, world.hub, fagpartnerId=partner["id"])
    engagement = world.hub.signatory.make("/v1/engagements", content)
    engagement = world.hub.signatory.do(engagement, "agree", {"note": "Ja"})
    partners.follow(world, world.hub, world.firm.orgnr)
    hours = partners.ordered(world, world.hub, engagement)
    person = world.fagpartner.fagpartner
    for path in (engagement.path, engagement / "hours", hours.path):
        person.get(path).refused("not-found", 404)
    delivery = partners.delivery(world)
    person.attempt(hours, "deliver", delivery).refused("not-found", 404)
    person.attempt(engagement, "decline", REASON).refused("not-found", 404)
