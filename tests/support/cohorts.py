"""Cohorts, networks, sessions and calendar feeds, as hubs and firms bring them about."""

import datetime

from support import delivery
from support.client import Thing
from support.parties import fresh

REASON = {"reason": "Et forsøk"}


def after(world, days):
    return str(world.today + datetime.timedelta(days))


# ---- cohorts


def granted_track(world, hub, call=None, **changes):
    """With an accepted grant for both stages of the usual programme, or as the call says."""
    track = hub.track(**changes)
    draft = hub.fill(hub.draft(call, trackId=track["id"]))
    county = hub.county
    decided = county.decide(county.recommend(hub.signatory.do(draft, "submit")))
    hub.accept(county.grant_of(decided))
    return track


def cohort_plan(world, **changes):
    return {
        "title": "Kull 1",
        "trade": "Treindustri",
        "startsOn": str(world.today),
        "endsOn": after(world, 90),
        "capacity": 8,
    } | changes


def cohort_content(world, **changes):
    return cohort_plan(world, stage=1) | changes


def cohort(world, hub, track=None, **changes):
    track = track or granted_track(world, hub)
    return hub.signatory.make(track / "cohorts", cohort_content(world, **changes))


def enrolment_of(world, hub, orgnr):
    """The id of the firm's in the usual programme, None if it has none, and whether the hub has it."""
    found = world.database.rows(
        "select e.id::text, h.orgnr = %s from trinn.enrolments e join trinn.organisations f on f.id = e.firm_id"
        " join trinn.organisations h on h.id = e.hub_id where f.orgnr = %s and e.programme_id = %s",
        *(hub.orgnr, orgnr, hub.county.programme_id),
    )
    return found[0] if found else (None, False)


def enrolled(world, hub, orgnr=None, **changes):
    """Of a firm, a new one if none is given, in stage 1 of the usual programme; the one it has if it
    has one."""
    found, _ = enrolment_of(world, hub, orgnr)
    if found:
        return {"id": found, "firm": {"orgnr": orgnr}}
    orgnr = orgnr or delivery.new_firm(world)
    where = {"state": "enrolled", "stage": 1} | changes
    return {"id": delivery.enrolled(world, hub, orgnr, **where), "firm": {"orgnr": orgnr}}


def firms(world, n):
    """Enrolments of new ones."""
    return [enrolled(world, world.hub) for _ in range(n)]


def free_enrolment(world):
    """The id of one of the hub that is in no cohort; the same until it is in one."""
    free = world.database.rows(
        "select e.id::text from trinn.enrolments e join trinn.organisations h on h.id = e.hub_id"
        " where h.orgnr = %s and e.programme_id = %s and e.state = 'enrolled' and e.stage = 1 and not exists"
        " (select from trinn.cohort_firms m where m.enrolment_id = e.id) limit 1",
        *(world.hub.orgnr, world.county.programme_id),
    )
    return free[0][0] if free else enrolled(world, world.hub)["id"]


def add(hub, cohort, *enrolments):
    ids = [enrolment["id"] for enrolment in enrolments]
    done = hub.signatory.do(cohort, "firms", {"enrolmentIds": ids})
    assert all(result["done"] for result in done["results"]), done
    return Thing(done["cohort"], cohort.path, done.etag)


def remove(hub, cohort, *enrolments):
    ids = [enrolment["id"] for enrolment in enrolments]
    return hub.signatory.do(cohort, "remove-firms", {"enrolmentIds": ids})


def filled(world, hub, track=None, **changes):
    """With a firm in it."""
    return add(hub, cohort(world, hub, track, **changes), enrolled(world, hub))


def newest_member(world):
    """The id of the enrolment in the newest cohort that has any, or of one that might."""
    members = world.database.rows(
        "select enrolment_id::text from trinn.cohort_firms where left_on is null"
        " order by cohort_id desc limit 1"
    )
    return members[0][0] if members else free_enrolment(world)


def running(world, hub, track=None, **changes):
    return hub.signatory.do(filled(world, hub, track, **changes), "start")


def ended(world, hub):
    return hub.signatory.do(running(world, hub), "end")


def cancelled(world, hub):
    return hub.signatory.do(cohort(world, hub), "cancel", REASON)


# ---- networks


def network_content(**changes):
    content = {"title": "Trenettverket", "trade": "Treindustri", "description": "Hver måned"}
    return content | changes


def network(world, hub):
    return hub.signatory.make("/v1/networks", network_content())


def ended_network(world, hub):
    return hub.signatory.do(network(world, hub), "end")


# ---- sessions


def session_content(world, **changes):
    """A workshop in the first three hours of today, in Norway."""
    return {
        "kind": "workshop",
        "title": fresh("Samling"),
        "startsAt": f"{world.today}T00:00:00+01:00",
        "endsAt": f"{world.today}T03:00:00+01:00",
        "place": "Granlia",
        "theme": "digital",
        "deliveredBy": "hub",
        "plannedMinutes": 180,
    } | changes


def plan(world, hub, setting, **changes):
    return hub.signatory.make(setting / "sessions", session_content(world, **changes))


def session(world, hub, **changes):
    return plan(world, hub, running(world, hub), **changes)


def attendance(*came, **changes):
    """Of (orgnr, how many)."""
    lines = [{"orgnr": orgnr, "headCount": count} for orgnr, count in came]
    return {"heldMinutes": 170, "attendance": lines} | changes


def attendance_of(hub, session, *came, **changes):
    """Of those who came, and with nobody the others that are in the cohort; but one of each to what a
    fagpartner holds, who is not paid for nobody."""
    others = int(session["deliveredBy"] == "fagpartner")
    named = dict(came)
    if session["firm"] is not None:
        named = {session["firm"]["orgnr"]: 1} | named
    elif session["cohortId"] is not None:
        members = hub.signatory.read(f"/v1/cohorts/{session['cohortId']}")["firms"]
        named = {m["firm"]["orgnr"]: others for m in members if m["leftOn"] is None} | named
    return attendance(*named.items(), **changes)


def attendance_of_newest(world):
    """Nobody of those who were invited to the newest session that is planned."""
    invited = world.database.rows(
        "select o.orgnr from trinn.sessions s join trinn.cohort_firms m on m.cohort_id = s.cohort_id"
        " join trinn.organisations o on o.id = m.firm_id where s.id ="
        " (select max(id) from trinn.sessions where state = 'planned' and cohort_id is not null)"
    )
    return attendance(*((orgnr, 0) for (orgnr,) in invited))


def hold(hub, session, *came, **changes):
    content = attendance_of(hub, session, *came, **changes)
    return hub.signatory.do(session, "hold", content)


def held(world, hub):
    """In a network; the world's firm came with two."""
    return hold(hub, plan(world, hub, network(world, hub)), (world.firm.orgnr, 2))


def delivered(world, hub):
    """Something of each kind, with what a firm says of it."""
    hold(hub, session(world, hub))
    said = {"score": 4, "comment": "Nyttig"}
    world.firm.firm.post(held(world, hub) / "feedback", said).expect(200)
    feed(world, hub)


def cancelled_session(world, hub):
    return hub.signatory.do(session(world, hub), "cancel", REASON)


# ---- calendars


def feed(world, hub):
    """The oldest is revoked if there are too many."""
    feeds = hub.signatory.items("/v1/calendar-feeds", limit=1000)
    in_force = [item for item in feeds if item["revokedOn"] is None]
    if len(in_force) == 20:
        oldest = f"/v1/calendar-feeds/{in_force[-1]['id']}"
        hub.signatory.do(hub.signatory.read(oldest), "revoke")
    return hub.signatory.make("/v1/calendar-feeds", None)


def revoked(world, hub):
    return hub.signatory.do(feed(world, hub), "revoke")
