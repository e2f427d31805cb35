"""ETag, If-Match and If-None-Match: nobody overwrites what they have not seen."""

import pytest
from support.bodies import REASON, body_for
from support.contract import operations

CHANGES = [op for op in operations().values() if op.needs_if_match]


@pytest.mark.parametrize("operation", CHANGES, ids=lambda op: op.id)
def test_a_change_needs_the_version_it_is_based_on(world, operation):
    body = body_for(operation, world)
    person = world.county.caseworker
    headers = {"Idempotency-Key": '"k"'} if operation.needs_key else {}
    reply = person.send(operation.method, operation.at(1), body, headers)
    reply.refused("precondition-required", 428)


def test_a_stale_version_is_refused_and_nothing_changed(world):
    draft = world.hub.draft()
    first = world.hub.signatory.save(draft, "plan", world.hub.plan())
    assert first.etag != draft.etag
    plan = world.hub.plan(title="Overskrevet")
    reply = world.hub.hub_editor.put(draft / "plan", plan, draft.etag)
    reply.refused("version-mismatch", 412)
    assert world.hub.signatory.read(draft.path)["title"] == first["title"]


def test_two_who_saw_the_same_do_not_both_change_it(world):
    application = world.hub.apply()
    world.county.caseworker.do(application, "take")
    reply = world.county.caseworker_b.attempt(application, "return", REASON)
    reply.refused("version-mismatch", 412)


def test_any_version_will_do_if_asked_so(world):
    draft = world.hub.fill(world.hub.draft())
    world.hub.signatory.attempt(draft, "submit", if_match="*").expect(200)


def test_any_version_is_none_of_a_thing_that_is_not_there(world):
    path = "/v1/applications/999999999/submit"
    world.hub.signatory.post(path, if_match="*").refused("not-found", 404)


@pytest.mark.parametrize(
    "tag", ['"1"', '"v"', 'W/"v1"', '"v1", "v2"', '"v0"', '"v-1"', '"v01x"', '"v' + "9" * 30 + '"']
)
def test_a_tag_that_is_none_of_ours_matches_nothing(world, tag):
    draft = world.hub.draft()
    world.hub.signatory.put(draft / "plan", world.hub.plan(), tag).refused("version-mismatch", 412)


def test_what_one_has_is_not_sent_again(world):
    draft = world.hub.draft()
    for tag in (draft.etag, "W/" + draft.etag, f'"v77", {draft.etag}', "*"):
        reply = world.hub.signatory.get(draft.path, headers={"If-None-Match": tag})
        assert reply.expect(304).content == b"" and reply.etag == draft.etag
    for tag in ('"v77"', '"x"', "", draft.etag[:-1] + '1"'):
        world.hub.signatory.get(draft.path, headers={"If-None-Match": tag}).expect(200)


def test_what_another_thing_changed_is_sent_again_and_is_no_other_version(world):
    """A track tells of its applications, which are changed without it."""
    hub = world.hub.signatory
    track = hub.read(world.hub.track().path)
    world.hub.draft(world.county.call(), trackId=track["id"])
    again = hub.get(track.path, headers={"If-None-Match": track.etag}).expect(200)
    assert again.etag != track.etag
    assert again.etag.split(".")[0] == track.etag.split(".")[0]
    hub.put(track.path, {"title": "Sveis og data"}, if_match=track.etag).expect(200)


def test_a_reply_is_not_for_others_to_keep(world):
    headers = world.hub.signatory.get(world.hub.draft().path).expect(200).headers
    assert "private" in headers["Cache-Control"] and "no-cache" in headers["Cache-Control"]
    assert {"Authorization", "Act-As", "Accept-Language"} <= set(headers["Vary"].split(", "))


def test_the_tag_of_a_thing_changes_with_every_command(world):
    tags = []
    application = world.hub.apply()
    tags.append(application.etag)
    for action, body in (("take", None), ("return", REASON)):
        application = world.county.caseworker.do(application, action, body)
        tags.append(application.etag)
    tags.append(world.hub.signatory.do(application, "submit").etag)
    assert len(set(tags)) == 4
    assert world.hub.signatory.read(application.path).etag == tags[-1]
