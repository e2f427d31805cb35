"""What a hub delivers on a track, by whom and on which theme; and what each sees of it, in lists and in
calendars."""

import datetime

from support import cohorts, partners
from support.bodies import REASON


# ---- what each sees


def test_a_firm_sees_its_cohorts_and_of_their_firms_itself(world, track, own):
    hub, firm = world.hub, world.firm.firm
    cohort = cohorts.cohort(world, hub, track)
    firm.get(cohort.path).refused("not-found", 404)
    (other,) = cohorts.firms(world, 1)
    cohort = hub.signatory.do(cohorts.add(hub, cohort, own, other), "start")
    seen = firm.read(cohort.path)
    assert [m["firm"]["orgnr"] for m in seen["firms"]] == [world.firm.orgnr] and seen["taken"] == 2
    assert cohort["id"] in [c["id"] for c in firm.items("/v1/cohorts")]
    of_other = {"orgnr": other["firm"]["orgnr"]}
    assert [c["id"] for c in hub.signatory.items("/v1/cohorts", **of_other)] == [cohort["id"]]
    assert firm.items("/v1/cohorts", **of_other) == []
    assert world.other_hub.signatory.items("/v1/cohorts", **of_other) == []
    session = cohorts.plan(world, hub, cohort)
    theirs = {"kind": "consulting", "orgnr": other["firm"]["orgnr"], "title": "Hos en annen"}
    theirs = cohorts.plan(world, hub, cohort, **theirs)
    ours = cohorts.plan(world, hub, cohort, kind="interview", orgnr=world.firm.orgnr)
    firm.get(theirs.path).refused("not-found", 404)
    seen = {s["id"] for s in firm.items("/v1/sessions", cohortId=cohort["id"])}
    assert seen == {session["id"], ours["id"]}
    came = [(world.firm.orgnr, 1), (other["firm"]["orgnr"], 2)]
    cohorts.hold(hub, session, *came)
    assert [a["headCount"] for a in firm.read(session.path)["attendance"]] == [1]
    county = world.county.caseworker.read(session.path)
    assert sum(a["headCount"] for a in county["attendance"]) == 3
    for stranger in (world.other_hub.signatory, world.county.finance, world.fagpartner.fagpartner):
        stranger.get(cohort.path).refused("not-found", 404)
        stranger.get(session.path).refused("not-found", 404)
    hub.signatory.do(ours, "cancel", REASON)
    cohorts.remove(hub, hub.signatory.read(cohort.path), own)


def test_a_fagpartner_sees_what_it_is_engaged_for(world, track):
    hub, partner = world.hub, world.fagpartner.fagpartner
    cohort = cohorts.running(world, hub, track)
    proposed = partners.proposed(world, hub)
    content = {"deliveredBy": "fagpartner", "engagementId": proposed["id"]}
    wish = cohorts.session_content(world, **content)
    hub.signatory.post(cohort / "sessions", wish).refused("not-engaged", 409)
    engagement = partner.do(proposed, "agree", {})
    others = cohorts.session_content(world, **content | {"engagementId": "999999999"})
    reply = hub.signatory.post(cohort / "sessions", others).expect(422)
    assert reply.faults == [("unknown-reference", "#/engagementId")]
    theirs = cohorts.plan(world, hub, cohort, **content)
    ours = cohorts.plan(world, hub, cohort)
    assert partner.read(theirs.path)["engagementId"] == engagement["id"]
    assert not any(told["permitted"] for told in partner.permitted(theirs).values())
    partner.get(ours.path).refused("not-found", 404)
    partner.get(cohort.path).refused("not-found", 404)
    listed = [s["id"] for s in partner.items("/v1/sessions")]
    assert theirs["id"] in listed and ours["id"] not in listed
    changed = hub.signatory.put(theirs.path, cohorts.session_content(world), theirs.etag)
    assert changed.expect(200).json["engagementId"] is None
    partner.get(theirs.path).refused("not-found", 404)


def test_networks_are_open_to_every_firm(world):
    network = cohorts.network(world, world.hub)
    session = cohorts.plan(world, world.hub, network)
    assert world.firm.firm.read(network.path)["title"] == "Trenettverket"
    assert world.firm.firm.read(session.path)["networkId"] == network["id"]
    world.other_hub.signatory.get(network.path).refused("not-found", 404)
    content = cohorts.session_content(world, kind="interview")
    reply = world.hub.signatory.post(network / "sessions", content).expect(422)
    assert reply.faults == [("enum", "#/kind")]
    network = world.hub.signatory.read(network.path)
    world.hub.signatory.attempt(network, "end").refused("sessions-planned", 409)
    world.hub.signatory.do(session, "cancel", REASON)
    network = world.hub.signatory.do(world.hub.signatory.read(network.path), "end")
    world.hub.signatory.post(network / "sessions", cohorts.session_content(world)).refused(
        "state-conflict", 409
    )
    world.assert_sound()


def test_hubs_and_the_county_are_no_firms_that_came_to_a_network(world):
    session = cohorts.plan(world, world.hub, cohorts.network(world, world.hub))
    some = ((world.other_hub.orgnr, 2), (world.county.orgnr, 1), (world.firm.orgnr, 1))
    body = cohorts.attendance(*some)
    reply = world.hub.signatory.attempt(session, "hold", body).expect(422)
    assert reply.faults == [("not-a-firm", f"#/attendance/{i}/orgnr") for i in (0, 1)]


def test_a_firm_is_told_of_networks_of_hubs_that_follow_it(world):
    """Of others when it asks for them, and of what it came to."""
    firm = world.firm.firm
    partners.follow(world, world.hub, world.firm.orgnr)
    ours = cohorts.plan(world, world.hub, cohorts.network(world, world.hub))
    network = cohorts.network(world, world.other_hub)
    theirs = cohorts.plan(world, world.other_hub, network)
    visited = cohorts.plan(world, world.other_hub, network)
    cohorts.hold(world.other_hub, visited, (world.firm.orgnr, 1))

    def told(**wanted):
        listed = {s["id"] for s in firm.items("/v1/sessions", limit=1000, **wanted)}
        return [session["id"] in listed for session in (ours, theirs, visited)]

    assert told() == [True, False, True]
    assert told(networks="all") == [True, True, True]
    assert told(networkId=network["id"]) == [False, True, True]
    assert firm.read(theirs.path)["id"] == theirs["id"]
    firm.get("/v1/sessions", networks="some").refused("bad-parameter", 400)


# ---- own share and themes


def test_a_track_shows_its_own_share_and_its_themes(world):
    hub = world.hub
    track = cohorts.granted_track(world, hub)
    empty = hub.signatory.read(track / "delivery")
    share = {"digitalParts": 5, "greenParts": 1, "digitalBasisPoints": 8333}
    assert empty["profile"] == share
    assert empty["planned"]["ownShareBasisPoints"] is None
    assert empty["held"]["offProfileBasisPoints"] is None
    cohort = cohorts.running(world, hub, track)

    def minutes():
        told = hub.signatory.read(track / "delivery")
        return [told[kind]["hubMinutes"] for kind in ("planned", "held")]

    session = cohorts.plan(world, hub, cohort)
    assert minutes() == [180, 0]
    held = cohorts.hold(hub, session, heldMinutes=150)
    assert minutes() == [0, 0]  # nobody came
    came = cohorts.attendance((held["attendance"][0]["firm"]["orgnr"], 2), heldMinutes=150)
    hub.signatory.put(held / "attendance", came, held.etag).expect(200)
    content = {"deliveredBy": "fagpartner", "engagementId": partners.agreed(world, hub)["id"]}
    cohorts.plan(world, hub, cohort, theme="green", plannedMinutes=60, **content)
    content = {k: v for k, v in cohorts.session_content(world).items() if k != "theme"}
    hub.signatory.make(cohort / "sessions", content)
    gone = cohorts.plan(world, hub, cohort, theme="green")
    hub.signatory.do(gone, "cancel", REASON)
    assert hub.signatory.read(track / "delivery") == {
        "trackId": track["id"],
        "profile": share,
        "planned": {
            "hubMinutes": 360,
            "fagpartnerMinutes": 60,
            "ownShareBasisPoints": 8571,
            "digitalMinutes": 180,
            "greenMinutes": 60,
            "unthemedMinutes": 180,
            "unthemedBasisPoints": 4286,
            "digitalBasisPoints": 7500,
            "offProfileBasisPoints": -833,
        },
        "held": {
            "hubMinutes": 150,
            "fagpartnerMinutes": 0,
            "ownShareBasisPoints": 10000,
            "digitalMinutes": 150,
            "greenMinutes": 0,
            "unthemedMinutes": 0,
            "unthemedBasisPoints": 0,
            "digitalBasisPoints": 10000,
            "offProfileBasisPoints": 1667,
        },
    }
    world.county.programme_lead.get(track / "delivery").expect(200)
    world.other_hub.signatory.get(track / "delivery").refused("not-found", 404)


def test_what_a_fagpartner_does_on_other_days_is_no_share_of_the_hub(world):
    hub, lead = world.hub, world.county.programme_lead
    report = f"/v1/programmes/{world.county.programme_id}/final-report"
    before = lead.read(report)["delivery"]["held"]["fagpartnerMinutes"]
    hours = partners.confirmed(world, hub, minutes=90)
    engagement = hub.signatory.read(f"/v1/engagements/{hours['engagementId']}")
    partners.delivered(world, hub, engagement, 30)
    held = hub.signatory.read(f"/v1/tracks/{engagement['trackId']}/delivery")["held"]
    assert (held["hubMinutes"], held["fagpartnerMinutes"], held["digitalMinutes"]) == (0, 120, 120)
    assert held["ownShareBasisPoints"] == 0
    assert lead.read(report)["delivery"]["held"]["fagpartnerMinutes"] == before + 120


def test_what_a_fagpartner_does_is_counted_once(world):
    """Hours that were delivered beside all sessions, and a session planned for the same work."""
    hub = world.hub
    track = cohorts.granted_track(world, hub)
    engagement = partners.agreed(world, hub, trackId=track["id"])
    content = {"deliveredBy": "fagpartner", "engagementId": engagement["id"]}
    session = cohorts.plan(world, hub, cohorts.running(world, hub, track), **content)
    partners.delivered(world, hub, engagement, 170)

    def minutes():
        told = hub.signatory.read(track / "delivery")
        return [told[kind]["fagpartnerMinutes"] for kind in ("planned", "held")]

    assert minutes() == [180, 170]
    content = cohorts.attendance_of(hub, session)
    hub.signatory.attempt(session, "hold", content).refused("hours-not-ordered", 409)
    assert not hub.signatory.permitted(session)["hold"]["permitted"]
    hub.signatory.do(session, "cancel", REASON)
    assert minutes() == [170, 170]
    partners.delivered(world, hub, engagement, 40)
    assert minutes() == [210, 210]
    told = hub.signatory.read(engagement.path)["deliveredMinutes"]
    figures = hub.signatory.items("/v1/reports/fagpartnere")
    (figure,) = [f for f in figures if f["trackId"] == track["id"]]
    assert told == figure["deliveredMinutes"] == 210


def test_hours_outside_sessions_have_a_theme_of_their_own(world):
    hub = world.hub
    track = cohorts.granted_track(world, hub)
    engagement = partners.agreed(world, hub, trackId=track["id"])
    bare = {k: v for k, v in partners.order_content(world).items() if k != "theme"}
    reply = hub.signatory.post(engagement / "hours", bare).expect(422)
    assert reply.faults == [("required", "#/theme")]
    hours = partners.order(world, hub, engagement, minutes=120, theme="green")["hours"]
    assert hours[0]["theme"] == "green"
    partners.ordered(world, hub, engagement, minutes=360)
    cohort = cohorts.running(world, hub, track)
    content = {k: v for k, v in cohorts.session_content(world).items() if k != "theme"}
    hub.signatory.make(cohort / "sessions", content)
    content = {"deliveredBy": "fagpartner", "engagementId": engagement["id"], "theme": "green"}
    session = cohorts.plan(world, hub, cohort, **content)
    wish = partners.order_content(world, minutes=180, sessionId=session["id"], theme="green")
    reply = hub.signatory.post(engagement / "hours", wish)
    assert ("theme-of-session", "#/theme") in reply.expect(422).faults
    planned = hub.signatory.read(track / "delivery")["planned"]
    assert (planned["digitalMinutes"], planned["greenMinutes"]) == (360, 180)
    assert (planned["unthemedMinutes"], planned["unthemedBasisPoints"]) == (180, 2_500)
    assert planned["digitalBasisPoints"] == 6_667


# ---- calendars


def lines(reply):
    """Unfolded."""
    assert reply.headers["Content-Type"] == "text/calendar; charset=utf-8", reply
    raw = reply.content
    assert all(len(line) <= 75 for line in raw.split(b"\r\n"))
    text = raw.decode("utf-8").replace("\r\n ", "").replace("\r\n\t", "")
    assert text.count("\n") == text.count("\r\n")
    return text.split("\r\n")


def events(world, feed):
    """By uid: name and value of each line."""
    found, event = {}, None
    for line in lines(world.nobody.get(feed["href"]).expect(200)):
        name, _, value = line.partition(":")
        if line == "BEGIN:VEVENT":
            event = {}
        elif line == "END:VEVENT":
            found[event["UID"]], event = event, None
        elif event is not None:
            event[name] = value
    return found


def uid_of(world, session):
    return f"{world.hub.organisation.county}-{session['id']}@trinn"


def test_a_calendar_shows_sessions_as_they_are(world, track):
    hub = world.hub
    feed = hub.signatory.make("/v1/calendar-feeds", None)
    cohort = cohorts.running(world, hub, track, title="Kull; æøå")
    title = "Robot, måling og " + "ø" * 100
    session = cohorts.plan(world, hub, cohort, title=title, link="https://video.test/1")
    shown = events(world, feed)[uid_of(world, session)]
    midnight = datetime.datetime.fromisoformat(session["startsAt"].replace("Z", "+00:00"))
    assert shown["DTSTART"] == midnight.strftime("%Y%m%dT%H%M%SZ")
    assert shown["DTEND"] == (midnight + datetime.timedelta(hours=3)).strftime("%Y%m%dT%H%M%SZ")
    assert shown["SUMMARY"] == title.replace(",", "\\,")
    assert shown["DESCRIPTION"] == "Kull\\; æøå\\, Granlia næringshage AS"
    assert (shown["LOCATION"], shown["URL"]) == ("Granlia", "https://video.test/1")
    assert (shown["STATUS"], shown["SEQUENCE"]) == ("CONFIRMED", "0")
    hub.signatory.do(session, "cancel", REASON)
    shown = events(world, feed)[uid_of(world, session)]
    assert (shown["STATUS"], shown["SEQUENCE"]) == ("CANCELLED", "1")


def test_a_firms_calendar_shows_what_is_held_for_it(world, track, own):
    hub = world.hub
    feed = world.firm.firm.make("/v1/calendar-feeds", None)
    (other,) = cohorts.firms(world, 1)
    cohort = cohorts.add(hub, cohorts.cohort(world, hub, track), own, other)
    cohort = hub.signatory.do(cohort, "start")
    for_all = cohorts.plan(world, hub, cohort)
    content = {"kind": "consulting", "orgnr": other["firm"]["orgnr"], "title": "Hos naboen"}
    for_other = cohorts.plan(world, hub, cohort, **content)
    gathering = cohorts.plan(world, hub, cohorts.network(world, hub))
    theirs = cohorts.plan(world, world.other_hub, cohorts.network(world, world.other_hub))
    shown = events(world, feed)
    assert {uid_of(world, for_all), uid_of(world, gathering)} <= shown.keys()
    assert not {uid_of(world, for_other), uid_of(world, theirs)} & shown.keys()
    assert "naboen" not in str(shown)
    cohorts.remove(hub, hub.signatory.read(cohort.path), own)


def test_a_link_is_told_once_and_works_until_it_is_revoked(world, database):
    signatory = world.hub.signatory
    made = signatory.post("/v1/calendar-feeds", key="kalender").expect(201)
    href = made.json["href"]
    again = signatory.post("/v1/calendar-feeds", key="kalender").expect(201)
    assert again.replayed and "href" not in again.json and again.json["id"] == made.json["id"]
    feed = signatory.read(made.location)
    assert "href" not in feed
    secret = href.removeprefix("/calendars/").removesuffix(".ics")
    assert secret not in str(database.contents())
    read = world.nobody.get(href).expect(200)
    assert read.headers["Cache-Control"] == "private, no-cache"
    world.nobody.get(href.swapcase()).expect(404)
    world.nobody.get(f"/calendars/{secret}").expect(404)
    world.nobody.get(f"/calendars/{'A' * 43}.ics").refused("not-found", 404)
    feed = signatory.do(feed, "revoke")
    assert feed["revokedOn"] == str(world.today)
    world.nobody.get(href).refused("not-found", 404)
    signatory.attempt(feed, "revoke").refused("feed-revoked", 409)
    world.assert_sound()


def test_there_are_so_many_links_and_no_more(world):
    signatory = world.other_hub.signatory
    for _ in range(20):
        feed = signatory.make("/v1/calendar-feeds", None)
    signatory.post("/v1/calendar-feeds").refused("feeds-too-many", 409)
    signatory.do(signatory.read(feed.path), "revoke")
    signatory.post("/v1/calendar-feeds").expect(201)
