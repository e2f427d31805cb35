"""A draft is its applicant's alone, and keeps what was written last by whoever had read it."""

import pytest
from support import documents


@pytest.fixture
def draft(world):
    return world.hub.fill(world.hub.draft())


def test_two_tabs_do_not_overwrite_each_other(world, draft):
    hub = world.hub
    first, second = (hub.plan(title=title) for title in ("Den ene fanen", "Den andre fanen"))
    hub.signatory.save(draft, "plan", first)
    stale = hub.hub_editor.put(draft / "plan", second, if_match=draft.etag)
    stale.refused("version-mismatch", 412)
    read = hub.hub_editor.read(draft.path)
    assert read["title"] == "Den ene fanen"
    assert hub.hub_editor.save(read, "plan", second)["title"] == "Den andre fanen"


def test_of_two_tabs_that_save_other_steps_the_second_reads_anew(world, draft):
    hub = world.hub
    hub.signatory.save(draft, "cost-plan", hub.costs(120_000 * 100))
    finance = hub.finance(75_000 * 100, 25_000 * 100)
    stale = hub.hub_editor.put(draft / "finance-plan", finance, if_match=draft.etag)
    stale.refused("version-mismatch", 412)


def strangers(world):
    """Everybody but the applicant."""
    parties = (world.county, world.other_hub, world.firm, world.fagpartner)
    return [person for party in parties for person in party.everybody().values()]


def test_nobody_but_its_applicant_reads_a_draft(world, draft):
    document = documents.clean(world, world.hub.signatory, draft)
    paths = [draft.path, document.path, document / "content"]
    for person in strangers(world):
        for path in paths:
            assert person.get(path).status in (403, 404), (person, path)
    for path in paths:
        world.hub.hub_editor.get(path).expect(200)


def test_nobody_but_its_applicant_finds_a_draft(world):
    hub = world.hub
    word = "Lerkesporeprosjektet"
    draft = hub.signatory.save(hub.draft(), "plan", hub.plan(title=word))
    for person in strangers(world):
        found = person.get("/v1/search", q=word)
        assert found.status == 403 or found.expect(200).json["items"] == [], person
        listed = person.get("/v1/applications", limit=1000)
        assert listed.status == 403 or draft["id"] not in [a["id"] for a in listed.json["items"]]
    assert [hit["path"] for hit in hub.hub_editor.items("/v1/search", q=word)] == [draft.path]


def test_nobody_but_its_applicant_hears_of_a_draft(world, draft):
    for person in strangers(world):
        tasks = person.get("/v1/tasks", limit=1000)
        assert tasks.status == 403 or draft.path not in [t["path"] for t in tasks.json["items"]]
        for part in ("timeline", "events", "submissions", "decisions", "messages"):
            reply = person.get(draft / part)
            assert reply.status in (403, 404) or reply.expect(200).json["items"] == [], (person, part)
