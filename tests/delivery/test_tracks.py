"""A track is called something of its own, and ends when all that was begun in it is over."""

from concurrent.futures import ThreadPoolExecutor

from support import cohorts, partners
from support.parties import fresh

REASON = {"reason": "Ferdig"}


def change(person, track, **content):
    return person.put(track.path, content, track.etag)


def test_two_open_tracks_of_a_hub_in_a_programme_have_different_titles(world):
    hub, title = world.hub, fresh("Smart foredling")
    track = hub.track(title=title)
    content = {"programmeId": world.county.programme_id, "title": title.upper()}
    reply = hub.hub_editor.post("/v1/tracks", content).refused("track-title-taken", 409)
    assert reply.faults == [("track-title-taken", "#/title")]
    world.other_hub.track(title=title)
    hub.track(title=title, programmeId=world.county.programme())

    other = hub.track()
    change(hub.signatory, other, title=title).refused("track-title-taken", 409)
    assert hub.signatory.do(track, "end")["state"] == "ended"
    renamed = change(hub.signatory, other, title=title).expect(200).json
    assert (renamed["title"], renamed["trade"]) == (title, None)
    world.assert_sound()


def test_of_several_tracks_of_one_title_at_once_one_begins(world):
    content = {"programmeId": world.county.programme_id, "title": fresh("Samme")}
    people = [world.hub.signatory.another() for _ in range(6)]
    with ThreadPoolExecutor(len(people)) as pool:
        replies = list(pool.map(lambda one: one.post("/v1/tracks", content), people))
    assert sorted(r.code or "" for r in replies) == [""] + 5 * ["track-title-taken"]


def test_a_track_is_renamed_and_given_a_trade_while_it_is_open(world):
    hub = world.hub
    track = hub.track(trade="Treindustri")
    title = fresh("Sirkulær møbelindustri")
    reply = change(hub.hub_editor, track, title=title, trade="Møbler").expect(200)
    changed = reply.thing(track.path)
    assert (changed["title"], changed["trade"], changed["state"]) == (title, "Møbler", "open")
    assert changed["programme"] == track["programme"] and changed.etag != track.etag
    change(hub.hub_editor, changed, title=title.lower()).expect(200)
    ended = hub.signatory.do(hub.signatory.read(track.path), "end")
    change(hub.hub_editor, ended, title=title).refused("state-conflict", 409)


def test_a_track_ends_when_all_that_was_begun_in_it_is_over(world):
    hub = world.hub
    track = cohorts.granted_track(world, hub)
    cohort = cohorts.cohort(world, hub, track)
    engagement = partners.proposed(world, hub, trackId=track["id"])
    submitted = hub.signatory.do(
        hub.fill(hub.draft(world.county.call(), trackId=track["id"])), "submit"
    )
    reply = hub.signatory.attempt(track, "end").refused("track-cohorts", 409)
    assert [code for code, _ in reply.faults] == [
        "track-applications",
        "track-cohorts",
        "track-engagements",
    ]
    told = hub.signatory.permitted(track)
    assert told["change"]["permitted"] and not told["end"]["permitted"]

    hub.signatory.do(cohort, "cancel", REASON)
    hub.signatory.do(engagement, "decline", REASON)
    hub.signatory.do(submitted, "withdraw", REASON)
    ended = hub.signatory.do(track, "end")
    assert ended["state"] == "ended"
    assert track["id"] in [t["id"] for t in hub.signatory.items("/v1/tracks") if t["state"] == "ended"]
    world.assert_sound()


def test_a_track_that_has_ended_takes_nothing_more(world):
    hub = world.hub
    track = cohorts.granted_track(world, hub)
    draft = hub.fill(hub.draft(world.county.call(), trackId=track["id"]))
    hub.signatory.do(hub.signatory.read(track.path), "end")
    reply = hub.signatory.post(track / "cohorts", cohorts.cohort_content(world))
    reply.refused("state-conflict", 409)
    content = partners.engagement_content(world, hub, trackId=track["id"])
    reply = hub.signatory.post("/v1/engagements", content).expect(409)
    assert reply.faults == [("track-ended", "#/trackId")]
    content = {"callId": world.county.call()["id"], "trackId": track["id"], "title": "Sent"}
    hub.signatory.post("/v1/applications", content).refused("track-ended", 409)
    hub.signatory.attempt(draft, "submit").refused("track-ended", 409)
    world.assert_sound()
