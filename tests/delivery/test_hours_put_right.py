"""What rests on a fagpartner's hours: what the firm owes for its stage, and what is put right of them."""

import pytest
from support import cohorts, delivery, partners
from support import copayments as c
from support.delivery import new_firm
from support.parties import KRONE
from support.specimens import drop_out

pytestmark = pytest.mark.usefixtures("sound")


# ---- what the firm owes


def place_with_hours(world):
    """What the world's firm owes for a place in a stage that has not begun, and hours ordered for it."""
    hub = world.hub
    share = c.raised(world, orgnr=world.firm.orgnr)
    enrolment = hub.signatory.read(f"/v1/enrolments/{share['enrolmentId']}")
    track = hub.track(programmeId=enrolment["programme"]["id"])
    engagement = partners.agreed(world, hub, trackId=track["id"])
    return share, enrolment, partners.ordered(world, hub, engagement, minutes=100)


def warned(hub, enrolment):
    found = hub.signatory.read(enrolment / "permitted-actions")["warnings"]
    return [w["code"] for w in found if w["code"] in ("share-credited", "share-stays", "hours-unentered")]


@pytest.mark.parametrize("confirmed", (None, 100, 0))
def test_who_got_hours_before_the_stage_began_owes_for_them(world, confirmed):
    hub = world.hub
    share, enrolment, hours = place_with_hours(world)
    assert warned(hub, enrolment) == ["share-credited", "hours-unentered"]
    hours = world.fagpartner.fagpartner.do(hours, "deliver", partners.delivery(world, 100))
    if confirmed is not None:
        content = {"minutes": confirmed} | ({} if confirmed else {"dispute": "Ingen kom"})
        world.firm.firm.do(hours, "confirm", content)
    stays = confirmed != 0
    assert warned(hub, enrolment) == ["share-stays" if stays else "share-credited"]
    drop_out(hub, enrolment)
    told = c.reread(hub, share)
    assert (told["state"], told["openOre"]) == (("due", c.SHARE_ORE) if stays else ("credited", 0))
    assert warned(hub, hub.signatory.read(enrolment.path)) == []


def leave(hub, share, enrolment, delivering):
    """A firm drops out while somebody enters that it got something: what it owes then."""
    editor = hub.hub_editor.another()
    gone = {"reason": "other", "explanation": "Flytter"}
    steps = [delivering, lambda: editor.attempt(enrolment, "drop-out", gone)]
    entered, left = c.both_wait(hub.world, share, steps)
    entered.expect(200)
    left.expect(200)
    return c.reread(hub, share)


def test_who_drops_out_while_hours_are_entered_owes_for_them(world):
    hub = world.hub
    share, enrolment, hours = place_with_hours(world)
    partner = world.fagpartner.fagpartner.another()
    entered = lambda: partner.attempt(hours, "deliver", partners.delivery(world, 100))  # noqa: E731
    told = leave(hub, share, enrolment, entered)
    assert (told["state"], told["openOre"]) == ("due", c.SHARE_ORE)


def test_who_drops_out_while_a_session_is_held_that_it_came_to_owes_for_it(world):
    hub = world.hub
    cohort = cohorts.cohort(world, hub, stage=2)
    enrolment = hub.signatory.do(c.ready(world), "enrol", c.place(world))
    cohort = hub.signatory.do(cohorts.add(hub, cohort, enrolment), "start")
    session = cohorts.plan(world, hub, cohort)
    share, holder = c.of(hub, enrolment), hub.signatory.another()
    held = cohorts.attendance((share["firm"]["orgnr"], 2))
    told = leave(hub, share, enrolment, lambda: holder.attempt(session, "hold", held))
    assert (told["state"], told["openOre"]) == ("due", c.SHARE_ORE)


def test_hours_of_another_programme_are_not_got_for_the_share(world):
    hub = world.hub
    share, enrolment, _ = place_with_hours(world)
    partners.delivered(world, hub, minutes=60)
    drop_out(hub, enrolment)
    assert c.reread(hub, share)["state"] == "credited"


# ---- of a session


def with_hours(world, engagement, *firms):
    """A session of the fagpartner's for the firms, with an hour ordered, and the ids of the hours of each."""
    session = partners.held_by_partner(world, engagement, *firms)
    order = partners.order_for(world, engagement, session, *firms, minutes=60).expect(201).json
    return world.hub.signatory.read(session.path), [h["id"] for h in order["hours"]]


def held_minutes(world, session):
    """Of fagpartnere, as the track of its cohort counts them."""
    cohort = world.hub.signatory.read(f"/v1/cohorts/{session['cohortId']}")
    told = world.hub.signatory.read(f"/v1/tracks/{cohort['trackId']}/delivery")
    return told["held"]["fagpartnerMinutes"]


def attended(world, session, *came, minutes=60):
    """The attendance put right, if it may be."""
    content = cohorts.attendance_of(world.hub, session, *came, heldMinutes=minutes)
    return world.hub.signatory.put(session / "attendance", content, session.etag)


def test_the_hours_of_a_session_are_delivered_to_the_firms_that_came(world, agreed):
    hub, firm = world.hub.signatory, world.firm.firm
    firms = [cohorts.enrolled(world, world.hub, world.firm.orgnr), *cohorts.firms(world, 1)]
    session, (own_id, other_id) = with_hours(world, agreed, *firms)
    other = firms[1]["firm"]["orgnr"]
    nobody = [(world.firm.orgnr, 0), (other, 0)]
    content = cohorts.attendance_of(world.hub, session, *nobody, heldMinutes=60)
    hub.attempt(session, "hold", content).refused("hours-of-absent", 409)
    session = cohorts.hold(world.hub, session, (world.firm.orgnr, 2), (other, 0), heldMinutes=60)
    own, absent = (hub.read(f"/v1/hours/{i}") for i in (own_id, other_id))
    assert (own["orderedMinutes"], own["freedMinutes"], own["deliveredMinutes"]) == (60, 0, 60)
    assert (absent["orderedMinutes"], absent["freedMinutes"], absent["deliveredMinutes"]) == (30, 30, 0)
    assert partners.sums(partners.reread(world, agreed)) == [60, 60, 0]
    paths = [task["path"] for task in hub.items("/v1/tasks", limit=1000)]
    assert own.path in paths and absent.path not in paths
    session = attended(world, session, (world.firm.orgnr, 0), (other, 1)).expect(200).thing(session.path)
    reply = firm.attempt(firm.read(own.path), "confirm", {"minutes": 0})
    reply.refused("nothing-delivered", 409)
    session = attended(world, session, (world.firm.orgnr, 1), (other, 1)).expect(200).thing(session.path)
    assert [h["deliveredMinutes"] for h in session["hours"]] == [30, 30]
    session = attended(world, session, (world.firm.orgnr, 1), (other, 0)).expect(200).thing(session.path)
    firm.do(firm.read(own.path), "confirm", {"minutes": 20, "dispute": "Tastefeil"})
    assert held_minutes(world, session) == 20
    firm.do(firm.read(own.path), "confirm", {"minutes": 60})
    assert held_minutes(world, session) == 60
    session = attended(world, session, (world.firm.orgnr, 1), (other, 1)).expect(200).thing(session.path)
    assert [h["deliveredMinutes"] for h in session["hours"]] == [60, 0]
    invoice = partners.invoice_content(world, own_id, amountOre=1_200 * KRONE)
    world.fagpartner.fagpartner.post(agreed / "invoices", invoice).expect(200)
    world.assert_sound()


def test_no_more_is_ordered_for_a_session_than_is_planned(world, agreed):
    firms = cohorts.firms(world, 2)
    session = partners.held_by_partner(world, agreed, *firms, plannedMinutes=60)
    over = partners.order_for(world, agreed, session, *firms, minutes=61)
    assert over.refused("session-ordered", 409).faults == [("session-ordered", "#/minutes")]
    partners.order_for(world, agreed, session, *firms, minutes=40).expect(201)
    again = partners.order_for(world, agreed, session, *firms, minutes=40)
    assert "20 min" in again.refused("session-ordered", 409).json["detail"]
    partners.order_for(world, agreed, session, *firms, minutes=20).expect(201)


def test_no_more_is_held_than_the_ceiling_leaves(world):
    engagement = partners.agreed(world, world.hub, ceilingMinutes=60)
    session, _ = with_hours(world, engagement, *cohorts.firms(world, 2))
    session = cohorts.hold(world.hub, session, heldMinutes=30)
    partners.order(world, world.hub, engagement, minutes=20)
    content = cohorts.attendance_of(world.hub, session, heldMinutes=60)
    for query in ("", "?dryRun=true"):
        reply = world.hub.signatory.put(f"{session.path}/attendance{query}", content, session.etag)
        assert "10 min" in reply.refused("ceiling-exceeded", 409).json["detail"]
    attended(world, session, minutes=40).expect(200)


# ---- disputed


def in_figures(world, engagement):
    """What the track's delivery and the report of fagpartnere count of it."""
    held = world.hub.signatory.read(f"/v1/tracks/{engagement['trackId']}/delivery")["held"]
    report = world.county.caseworker.items("/v1/reports/fagpartnere")
    (line,) = [item for item in report if item["trackId"] == engagement["trackId"]]
    assert held["fagpartnerMinutes"] == line["deliveredMinutes"]
    return line["deliveredMinutes"]


def tasks_of(person, hours):
    return [t["operationId"] for t in person.items("/v1/tasks", limit=1000) if t["path"] == hours.path]


def test_a_firm_raises_what_it_confirmed_until_it_is_invoiced(world, agreed):
    firm, partner, hub = world.firm.firm, world.fagpartner.fagpartner, world.hub.signatory
    hours = partners.delivered(world, world.hub, agreed, minutes=100)
    hours = firm.do(hours, "confirm", {"minutes": 10, "dispute": "Tastefeil"})
    for person in (hub, partner):
        assert tasks_of(person, hours) == ["withdrawDelivery"]
        assert person.permitted(hours)["withdraw"]["permitted"]
    assert in_figures(world, agreed) == 10
    assert partners.sums(partners.reread(world, agreed)) == [100, 100, 10]
    lower = firm.attempt(hours, "confirm", {"minutes": 10, "dispute": "Tastefeil"})
    assert lower.expect(422).faults == [("too-small", "#/minutes")]
    hours = firm.do(hours, "confirm", {"minutes": 100})
    assert (hours["confirmedMinutes"], hours["dispute"]) == (100, None)
    assert tasks_of(hub, hours) == tasks_of(partner, hours) == []
    assert in_figures(world, agreed) == 100
    firm.attempt(hours, "confirm", {"minutes": 100}).refused("state-conflict", 409)
    partner.attempt(hours, "withdraw", partners.REASON).refused("state-conflict", 409)


def test_what_a_firm_disputes_is_withdrawn_and_delivered_as_agreed(world, agreed):
    firm, partner = world.firm.firm, world.fagpartner.fagpartner
    hours = partners.delivered(world, world.hub, agreed, minutes=100)
    hours = firm.do(hours, "confirm", {"minutes": 0, "dispute": "Ingen kom"})
    assert in_figures(world, agreed) == 0
    hours = partner.do(hours, "withdraw", partners.REASON)
    assert (hours["state"], hours["confirmedMinutes"], hours["dispute"]) == ("ordered", None, None)
    assert partners.sums(partners.reread(world, agreed)) == [600, 0, 0]
    hours = partner.do(hours, "deliver", partners.delivery(world, 40))
    hours = firm.do(hours, "confirm", {"minutes": 40})
    invoice = partners.invoice_content(world, hours["id"], amountOre=800 * KRONE)
    partner.post(agreed / "invoices", invoice).expect(200)
    firm.attempt(firm.read(hours.path), "confirm", {"minutes": 40}).refused("state-conflict", 409)


def test_disputed_hours_of_a_session_are_delivered_anew_with_its_attendance(world, agreed):
    hub, firm, partner = world.hub.signatory, world.firm.firm, world.fagpartner.fagpartner
    firms = [{"firm": {"orgnr": world.firm.orgnr}}, *cohorts.firms(world, 1)]
    session = partners.session(world, agreed["id"])
    order = partners.order_for(world, agreed, session, *firms, minutes=60).expect(201).json
    session, own_id = hub.read(session.path), order["hours"][0]["id"]
    came = [(world.firm.orgnr, 2), (firms[1]["firm"]["orgnr"], 1)]
    session = cohorts.hold(world.hub, session, *came, heldMinutes=60)
    own = firm.do(firm.read(f"/v1/hours/{own_id}"), "confirm", {"minutes": 5, "dispute": "Kort dag"})
    assert tasks_of(hub, session) == ["replaceAttendance"] and tasks_of(hub, own) == []
    assert tasks_of(partner, own) == [None]
    for person in (hub, partner):
        person.attempt(own, "withdraw", partners.REASON).refused("hours-of-session", 409)
    session = attended(world, session, *came).expect(200).thing(session.path)
    assert firm.read(own.path)["dispute"] == "Kort dag"
    session = attended(world, session, *came, minutes=20).expect(200).thing(session.path)
    assert [h["deliveredMinutes"] for h in session["hours"]] == [10, 10]
    own = firm.read(own.path)
    assert (own["state"], own["confirmedMinutes"], own["dispute"]) == ("delivered", None, None)
    assert partners.sums(partners.reread(world, agreed)) == [20, 20, 0]
    firm.do(own, "confirm", {"minutes": 10})
    attended(world, session, *came, minutes=30).refused("hours-confirmed", 409)
    invoice = partners.invoice_content(world, own_id, amountOre=200 * KRONE)
    partner.post(agreed / "invoices", invoice).expect(200)
    world.assert_sound()


def test_what_one_firm_missed_another_gets_though_the_ceiling_is_reached(world):
    engagement = partners.agreed(world, world.hub, ceilingMinutes=60)
    firms = cohorts.firms(world, 2)
    session, _ = with_hours(world, engagement, *firms)
    one, other = (firm["firm"]["orgnr"] for firm in firms)
    session = cohorts.hold(world.hub, session, (one, 1), (other, 0), heldMinutes=60)
    assert [h["deliveredMinutes"] for h in session["hours"]] == [60, 0]
    session = attended(world, session, (one, 0), (other, 1)).expect(200).json
    assert [h["deliveredMinutes"] for h in session["hours"]] == [0, 60]


# ---- whom they are for


def test_that_nobody_of_a_firm_can_confirm_is_told_to_hub_and_county(world, agreed):
    hub, county, orgnr = world.hub.signatory, world.county.caseworker, new_firm(world)
    partners.follow(world, world.hub, orgnr)
    content = partners.order_content(world, minutes=60, firms=[{"orgnr": orgnr}])
    dry = hub.post(agreed / "hours", content, dryRun="true").expect(200).json["warnings"]
    assert [(w["code"], w["pointer"]) for w in dry] == [("nobody-confirms", "#/firms/0/orgnr")]
    order = partners.order(world, world.hub, agreed, minutes=60, firms=[{"orgnr": orgnr}])
    assert [h["firmHasPeople"] for h in order["hours"]] == [False]
    partners.order(world, world.hub, agreed, minutes=60, firms=[{"orgnr": orgnr}])
    assert partners.ordered(world, world.hub, agreed, minutes=60)["firmHasPeople"]
    (warning,) = hub.read(agreed / "permitted-actions")["warnings"]
    assert warning["code"] == "nobody-confirms" and orgnr in warning["detail"]
    tasks = world.county.county_admin.items("/v1/tasks", limit=1000)
    (task,) = [t for t in tasks if t["path"] == f"/v1/organisations/{orgnr}"]
    told = (task["operationId"], task["firm"]["orgnr"], task["hub"]["orgnr"])
    assert told == (None, orgnr, world.hub.orgnr)
    hours = hub.read(f"/v1/hours/{order['hours'][0]['id']}")
    hours = world.fagpartner.fagpartner.do(hours, "deliver", partners.delivery(world, 60))
    (warning,) = hub.read(hours / "permitted-actions")["warnings"]
    assert warning["code"] == "nobody-confirms" and orgnr in warning["detail"]
    assert agreed.path in [task["path"] for task in county.items("/v1/tasks", limit=1000)]


def test_a_firm_whose_way_has_ended_gets_no_more_hours(world, agreed):
    orgnr = new_firm(world)
    delivery.enrolled(world, world.hub, orgnr, state="finished", stage=1)
    content = partners.order_content(world, firms=[{"orgnr": orgnr}])
    reply = world.hub.signatory.post(agreed / "hours", content).refused("firm-not-served", 403)
    assert reply.faults == [("firm-not-served", "#/firms/0/orgnr")]
