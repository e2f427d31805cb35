"""Hours of a fagpartner: ordered within the ceiling, delivered or held in a session, and confirmed by the
firm. The sums of an engagement are those of its hours."""

import datetime
import random
from concurrent.futures import ThreadPoolExecutor

import pytest
from support import cohorts, partners, specimens
from support.bodies import REASON
from support.delivery import new_firm
from support.parties import KRONE
from support.partners import reread, sums


# ---- ordered, delivered and confirmed


def test_hours_go_from_the_order_to_the_invoice(world, agreed):
    hours = partners.ordered(world, world.hub, agreed)
    assert (hours["state"], hours["orderedMinutes"]) == ("ordered", 600)
    assert sums(reread(world, agreed)) == [600, 0, 0]
    hours = world.fagpartner.fagpartner.do(hours, "deliver", partners.delivery(world, 480))
    assert (hours["deliveredMinutes"], hours["freedMinutes"]) == (480, 120)
    assert sums(reread(world, agreed)) == [480, 480, 0]
    content = {"minutes": 420, "dispute": "Siste time ble ikke holdt"}
    hours = world.firm.firm.do(hours, "confirm", content)
    assert (hours["confirmedMinutes"], hours["dispute"]) == (420, content["dispute"])
    assert sums(reread(world, agreed)) == [480, 480, 420]
    invoice = partners.invoice_content(world, hours["id"], amountOre=8_400 * KRONE)
    told = world.fagpartner.fagpartner.post(agreed / "invoices", invoice).expect(200).json
    assert [i["number"] for i in told["invoices"]] == [invoice["number"]]
    hours = world.firm.firm.read(hours.path)
    assert (hours["state"], hours["invoiceNumber"]) == ("invoiced", invoice["number"])
    assert sums(reread(world, agreed)) == [480, 480, 420]
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
    assert sums(reread(world, agreed)) == [6_000, 0, 0]
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
    assert sums(reread(world, agreed)) == [5_000, 0, 0]


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
    assert sums(reread(world, agreed)) == [190, 0, 0]


def test_hours_are_ordered_for_firms_of_the_hub(world, agreed):
    stranger, orgnr = new_firm(world), world.firm.orgnr
    for firms, status, fault in (
        ([stranger], 403, ("firm-not-served", "#/firms/0/orgnr")),
        (["974760673"], 422, ("unknown-reference", "#/firms/0/orgnr")),
        ([orgnr, orgnr], 422, ("not-unique", "#/firms/1/orgnr")),
    ):
        content = partners.order_content(world, firms=[{"orgnr": o} for o in firms])
        reply = world.hub.signatory.post(agreed / "hours", content)
        assert reply.expect(status).faults == [fault]
    firms = [{"orgnr": orgnr, "parts": 1}, {"orgnr": stranger, "parts": 1_000_000}]
    content = partners.order_content(world, minutes=1, firms=firms)
    assert ("no-minutes", "#/firms/0/parts") in world.hub.signatory.post(
        agreed / "hours", content
    ).faults


def test_a_firm_has_no_hours_with_itself(world):
    entry = partners.entered(world, world.hub, world.firm.orgnr)
    made = partners.proposed(world, world.hub, fagpartnerId=entry["id"])
    made = world.hub.signatory.do(made, "agree", {"note": "På telefon"})
    partners.follow(world, world.hub, world.firm.orgnr)
    reply = world.hub.signatory.post(made / "hours", partners.order_content(world)).expect(422)
    assert reply.faults == [("own-partner", "#/firms/0/orgnr")]


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


def test_a_delivery_is_of_a_day_of_the_engagement_that_has_come(world, agreed):
    hours = partners.ordered(world, world.hub, agreed)
    for day in (world.today + datetime.timedelta(1), world.today - datetime.timedelta(31)):
        content = partners.delivery(world) | {"deliveredOn": str(day)}
        reply = world.fagpartner.fagpartner.attempt(hours, "deliver", content)
        assert reply.expect(422).faults == [("day-outside", "#/deliveredOn")]
    reply = world.hub.signatory.attempt(hours, "deliver", partners.delivery(world, 601))
    assert reply.expect(422).faults == [("too-large-value", "#/minutes")]


def test_a_delivery_that_was_entered_wrong_is_withdrawn_before_it_is_confirmed(world, agreed):
    person = world.fagpartner.fagpartner
    hours = partners.delivered(world, world.hub, agreed, 100)
    ordered, _, _ = sums(reread(world, agreed))
    hours = person.do(hours, "withdraw", REASON)
    assert (hours["state"], hours["deliveredMinutes"], hours["freedMinutes"]) == ("ordered", None, 0)
    assert sums(reread(world, agreed)) == [ordered + hours["orderedMinutes"] - 100, 0, 0]
    hours = person.do(hours, "deliver", partners.delivery(world, 110))
    hours = world.firm.firm.do(hours, "confirm", {"minutes": 110})
    reply = person.post(hours / "withdraw", REASON, if_match=hours.etag)
    reply.refused("state-conflict", 409)
    world.assert_sound()


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


# ---- of a session


def test_what_is_held_is_what_is_delivered_of_the_hours_ordered_for_it(world, agreed):
    hub = world.hub.signatory
    firms = cohorts.firms(world, 2)
    session = partners.held_by_partner(world, agreed, *firms)
    order = partners.order_for(world, agreed, session, *firms).expect(201).json
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
    assert sums(reread(world, agreed)) == [171, 171, 0]
    hours = hub.read(hours.path)
    assert (hours["state"], hours["deliveredOn"]) == ("delivered", str(world.today))
    assert (hours["deliveredMinutes"], hours["freedMinutes"]) == (86, 4)
    right = cohorts.attendance_of(world.hub, session, heldMinutes=150)
    session = hub.put(session / "attendance", right, session.etag).expect(200).thing(session.path)
    assert [h["deliveredMinutes"] for h in session["hours"]] == [75, 75]
    assert sums(reread(world, agreed)) == [150, 150, 0]
    seen = world.fagpartner.fagpartner.read(session.path)["hours"]
    assert [h["deliveredMinutes"] for h in seen] == [75, 75]
    world.assert_sound()


def test_a_firm_that_dropped_out_before_it_was_held_gets_no_minutes(world, agreed):
    hub = world.hub.signatory
    stays, leaves = cohorts.firms(world, 2)
    day = cohorts.after(world, 1)
    times = {"startsAt": f"{day}T09:00:00+01:00", "endsAt": f"{day}T12:00:00+01:00"}
    session = partners.held_by_partner(world, agreed, stays, leaves, **times)
    order = partners.order_for(world, agreed, session, stays, leaves).expect(201).json
    enrolment = hub.read(f"/v1/enrolments/{leaves['id']}")
    specimens.drop_out(world.hub, enrolment)
    states = [hub.read(f"/v1/hours/{h['id']}")["state"] for h in order["hours"]]
    assert states == ["ordered", "cancelled"]
    assert sums(reread(world, agreed)) == [90, 0, 0]
    session = hub.read(session.path)
    content = {"deliveredBy": "fagpartner", "engagementId": agreed["id"]}
    plan = cohorts.session_content(world, **content)
    session = hub.put(session.path, plan, session.etag).expect(200).thing(session.path)
    session = cohorts.hold(world.hub, session, heldMinutes=90)
    assert [h["deliveredMinutes"] for h in session["hours"]] == [90]
    world.assert_sound()


def test_what_was_planned_for_a_firm_alone_is_cancelled_as_it_drops_out(world, agreed):
    """The fagpartner is told, and the other firm keeps its part of what was ordered together."""
    hub, partner = world.hub.signatory, world.fagpartner.fagpartner
    stays, leaves = cohorts.firms(world, 2)
    orgnrs = [firm["firm"]["orgnr"] for firm in (stays, leaves)]
    cohort = hub.do(cohorts.add(world.hub, cohorts.cohort(world, world.hub), stays, leaves), "start")
    day = cohorts.after(world, 1)
    content = {
        "startsAt": f"{day}T09:00:00+01:00",
        "endsAt": f"{day}T12:00:00+01:00",
        **{"kind": "consulting", "title": "Hos bedriften"},
        **{"deliveredBy": "fagpartner", "engagementId": agreed["id"]},
    }
    theirs, own = (cohorts.plan(world, world.hub, cohort, orgnr=nr, **content) for nr in orgnrs)
    partners.order_for(world, agreed, own, leaves, minutes=60).expect(201)
    times = {key: content[key] for key in ("startsAt", "endsAt")}
    enrolment = hub.read(f"/v1/enrolments/{leaves['id']}")
    talk = cohorts.plan(world, world.hub, enrolment, kind="interview", title="Samtale", **times)
    firms = [{"orgnr": orgnr} for orgnr in orgnrs]
    joint = partners.order(world, world.hub, agreed, minutes=61, firms=firms)
    feed = world.hub.signatory.make("/v1/calendar-feeds", None)
    warned = {w["code"]: w["detail"] for w in hub.read(enrolment / "permitted-actions")["warnings"]}
    assert all(title in warned["sessions-called-off"] for title in ("Hos bedriften", "Samtale"))
    assert " 30 " in warned["hours-called-off"]
    specimens.drop_out(world.hub, enrolment)
    states = [hub.read(session.path)["state"] for session in (theirs, own, talk)]
    assert states == ["planned", "cancelled", "cancelled"]
    kept, cancelled = (hub.read(f"/v1/hours/{h['id']}") for h in joint["hours"])
    assert (kept["state"], cancelled["state"]) == ("ordered", "cancelled")
    assert sums(reread(world, agreed)) == [31, 0, 0]
    partner.attempt(cancelled, "deliver", partners.delivery(world, 30)).refused("state-conflict", 409)
    told = world.nobody.get(feed["href"]).expect(200).text.replace("\r\n ", "")
    events = {e.split("UID:")[1].split("\r\n")[0]: e for e in told.split("BEGIN:VEVENT")[1:]}
    county = world.hub.organisation.county
    shown = ["STATUS:CANCELLED" in events[f"{county}-{s['id']}@trinn"] for s in (theirs, own, talk)]
    assert shown == [False, True, True]
    told = (
        "select o.topic from trinn.outbox o join trinn.organisations p on p.id = o.organisation_id"
        " where p.orgnr = %s and o.object_kind = %s and o.object_id = %s"
    )
    for kind, thing in (("hours", cancelled), ("session", own)):
        topics = world.database.rows(told, world.fagpartner.orgnr, kind, thing["id"])
        assert (f"{kind}.cancel",) in topics
    again = hub.read(enrolment / "permitted-actions")["warnings"]
    assert not [w for w in again if w["code"].endswith("called-off")]
    world.assert_sound()


def test_who_is_to_be_at_two_places_at_once_is_told(world, agreed):
    """The hub of its own, and of another hub's only that the fagpartner is engaged; the fagpartner of both."""
    hub, other, partner = world.hub.signatory, world.other_hub.signatory, world.fagpartner.fagpartner
    day = cohorts.after(world, 2)
    times = {"startsAt": f"{day}T09:00:00+01:00", "endsAt": f"{day}T12:00:00+01:00"}
    content = {"deliveredBy": "fagpartner", "engagementId": agreed["id"]} | times
    network = cohorts.network(world, world.hub)
    first = cohorts.plan(world, world.hub, network, title="Den ene", **content)
    wish = cohorts.session_content(world, title="Den andre", **content)
    dry = hub.post(network / "sessions", wish, dryRun="true").expect(200).json["warnings"]
    assert [w["code"] for w in dry] == ["double-booked"] and "Den ene" in dry[0]["detail"]
    theirs = partners.agreed(world, world.other_hub)
    content["engagementId"] = theirs["id"]
    elsewhere = cohorts.plan(world, world.other_hub, cohorts.network(world, world.other_hub), **content)
    said = {
        person: [(w["code"], w["detail"]) for w in person.read(path + "/permitted-actions")["warnings"]]
        for person, path in ((hub, first.path), (other, elsewhere.path), (partner, first.path))
    }
    assert [code for code, _ in said[hub]] == [code for code, _ in said[other]] == ["partner-engaged"]
    ((code, detail),) = said[partner]
    assert code == "double-booked" and elsewhere["title"] in detail
    other.do(elsewhere, "cancel", REASON)
    assert hub.read(first.path + "/permitted-actions")["warnings"] == []


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
    more = partners.ordered(world, world.hub, agreed, minutes=1)
    over = hub.attempt(more, "tie", {"sessionId": session["id"]}).refused("session-ordered", 409)
    assert "0 min" in over.json["errors"][0]["detail"]
    cohorts.hold(world.hub, seen, (world.firm.orgnr, 1))
    assert hub.read(hours.path)["deliveredMinutes"] == 170

    beside = partners.delivered(world, world.hub, agreed, 60)
    session = partners.session(world, agreed["id"])
    hub.attempt(beside, "tie", {"sessionId": session["id"]}).refused("state-conflict", 409)
    world.assert_sound()


def test_minutes_of_a_session_stand_once_a_firm_has_confirmed_its_hours(world, agreed):
    hub, own = world.hub.signatory, cohorts.enrolled(world, world.hub, world.firm.orgnr)
    session = partners.held_by_partner(world, agreed, own, kind="consulting", orgnr=world.firm.orgnr)
    order = partners.order_for(world, agreed, session, own).expect(201).json
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
    one, other, stranger = cohorts.firms(world, 3)
    session = partners.held_by_partner(world, agreed, one, kind="consulting", orgnr=one["firm"]["orgnr"])
    for_all = partners.held_by_partner(world, agreed, other)
    elsewhere = partners.agreed(world, world.hub)
    for engagement, held, firm, fault in (
        (agreed, session, other, ("not-of-session", "#/firms/0/orgnr")),
        (agreed, for_all, stranger, ("not-of-session", "#/firms/0/orgnr")),
        (elsewhere, session, one, ("unknown-reference", "#/sessionId")),
    ):
        reply = partners.order_for(world, engagement, held, firm)
        assert reply.expect(422).faults == [fault]
    partners.order_for(world, agreed, session, one).expect(201)
    mine = cohorts.session_content(world, kind="consulting", orgnr=one["firm"]["orgnr"])
    fresh_session = hub.read(session.path)
    refused = hub.put(session.path, mine, fresh_session.etag)
    refused.refused("session-has-hours", 409)
    kept = mine | {"deliveredBy": "fagpartner", "engagementId": agreed["id"], "title": "Hos oss"}
    hub.put(session.path, kept, fresh_session.etag).expect(200)
    partners.order_for(world, agreed, for_all, other).expect(201)
    cohorts.hold(world.hub, hub.read(for_all.path))
    reply = partners.order_for(world, agreed, for_all, other)
    assert reply.refused("state-conflict", 409).faults == [("state-conflict", "#/sessionId")]
    world.assert_sound()


def test_hours_of_a_session_that_is_cancelled_are_cancelled(world, agreed):
    hub = world.hub.signatory
    (firm,) = cohorts.firms(world, 1)
    session = partners.held_by_partner(world, agreed, firm)
    first = partners.order_for(world, agreed, session, firm, minutes=60).expect(201).json["hours"][0]
    second = partners.order_for(world, agreed, session, firm, minutes=90).expect(201).json["hours"][0]
    assert sums(reread(world, agreed)) == [150, 0, 0]
    hub.do(hub.read(f"/v1/hours/{first['id']}"), "cancel", REASON)
    session = hub.read(session.path)
    assert [h["id"] for h in session["hours"]] == [second["id"]]
    hub.do(hub.read(f"/v1/cohorts/{session['cohortId']}"), "cancel", REASON)
    assert hub.read(f"/v1/hours/{second['id']}")["state"] == "cancelled"
    assert sums(reread(world, agreed)) == [0, 0, 0]
    world.assert_sound()


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
        told = reread(world, engagement)
        ordered, delivered, confirmed = sums(told)
        assert 0 <= confirmed <= delivered <= ordered <= told["ceilingMinutes"] == 1_000
        rows = world.database.rows(
            "select coalesce(sum(ordered_minutes + moved_minutes - freed_minutes), 0),"
            " coalesce(sum(delivered_minutes), 0), coalesce(sum(confirmed_minutes), 0)"
            " from trinn.hours where engagement_id = %s",
            engagement["id"],
        )
        assert rows == [(ordered, delivered, confirmed)]
    assert taken > 15
    world.assert_sound()
