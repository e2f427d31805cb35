"""Lists in pages: every item once, each page's cursor good for its own caller and search only."""

import pytest
from support import (
    cohorts,
    copayments,
    documents,
    evaluations,
    journal,
    meetings,
    mobilisation,
    partners,
    specimens,
)
from support.cast import LETTERHEAD, RETENTION_CLASS
from support.contract import operations
from support.delivery import new_firm
from support.parties import KRONE

COUNT = 7
PAGED = [op for op in operations().values() if op.pages]
# The county has nothing in these.
OF_THE_HUB = {"listBankFiles", "listBankEntries", "listNotifications", "listSavedFilters"}
DELIVERED = (
    ("project", "idea"),
    ("projectInvitation", "asked"),
    ("result", "told"),
    ("progressReport", "expected"),
    ("sampling", "open"),
    ("gateWaiver", "asked"),
    ("membership", "current"),
    ("handover", "asked"),
    ("disqualification", "raised"),
    ("standin", "named"),
    ("savedFilter", "kept"),
    ("notification", "unread"),
    ("appeal", "lodged"),
    ("amendment", "asked"),
    ("condition", "open"),
    ("applicationPartner", "submitted"),
    ("lateSubmission", "asked"),
    ("accessRequest", "asked"),
    ("legalHold", "asked"),
    ("destruction", "proposed"),
    ("application", "withdrawn"),
)


@pytest.fixture(scope="module")
def filled(world):
    """Enough of everything for several pages."""
    hub, county = world.hub, world.county
    granted, network = cohorts.granted_track(world, hub), cohorts.network(world, hub)
    for _ in range(COUNT):
        hub.track()
        county.call()
        county.funding_line()
        county.set_up("/v1/legal-bases", county.legal_basis_content())
        county.set_up("/v1/programmes", county.programme_content())
        county.set_up("/v1/hub-areas", county.hub_area_content(hub, "5059"))
        county.set_up("/v1/instruments", county.instrument_content())
        county.set_up("/v1/leaders", {"personId": county.archivist.person})
        county.set_up("/v1/letterheads", LETTERHEAD)
        county.set_up("/v1/retention-classes", RETENTION_CLASS)
        meetings.planned(world, meetings.body(world))
        county.give_account(hub)
        world.claimed()
        world.listed()
        cohorts.cohort(world, hub, granted)
        cohorts.network(world, hub)
        cohorts.plan(world, hub, network)
        cohorts.feed(world, hub)
        hub.ask_waiver(hub.follow(county.programme()))
        copayments.raised(world)
        copayments.unmatched(world)
        partners.entered(world, hub, new_firm(world))
        partners.ordered(world, hub)
        evaluations.consolidated(world, hub)
        evaluations.add_criterion(world)
        journal.publish(world, journal.checked(world, hub))
        for kind, state in DELIVERED:
            specimens.make(world, hub, kind, state)
    return world


@pytest.fixture(scope="module")
def parents(filled):
    """The ids of things with as many of what is listed below them."""
    hub = filled.hub
    engagement = partners.agreed(filled, hub)
    application = hub.apply()
    enrolment = mobilisation.prospect(filled, hub)
    for _ in range(COUNT):
        documents.complete(hub.signatory, application)
        filled.county.caseworker.make(application / "messages", {"text": "Når begynner dere?"})
        partners.order(filled, hub, engagement, minutes=60)
        hub.signatory.make(enrolment / "contacts", mobilisation.contact(filled))
        enrolment = hub.signatory.read(enrolment.path)
        mobilisation.assess(filled, hub, enrolment)
    filled.database.run("select trinn.jobs_notify(1000000)")
    return {
        "engagement": engagement["id"],
        "enrolment": enrolment["id"],
        "application": application["id"],
        "call": evaluations.usual_call(filled)["id"],
        "county": "50",
    }


def reader(world, operation):
    if operation.id in OF_THE_HUB:
        return world.hub.signatory
    roles = operation.roles or ("auditor",)
    if "auditor" in roles:
        return world.county.auditor
    return next(getattr(world.county, role) for role in roles if hasattr(world.county, role))


def key_of(item):
    return item.get("id") or item.get("number") or item.get("code") or item.get("evaluationId") or str(item)


@pytest.mark.parametrize("operation", PAGED, ids=lambda op: op.id)
@pytest.mark.parametrize("limit", [1, 3])
def test_a_walk_meets_every_item_once(filled, parents, operation, limit):
    person = reader(filled, operation)
    path = operation.at(parents.get(operation.kind))
    whole = [key_of(i) for i in person.items(path, limit=1000)]
    pages = list(person.pages(path, limit=limit))
    walked = [key_of(i) for page in pages for i in page]
    assert walked == whole and len(set(whole)) == len(whole)
    assert all(len(page) == limit for page in pages[:-1]) and pages[-1]
    least = 2 if operation.id == "listRuleParams" else COUNT
    assert len(whole) >= least


def test_the_applicants_list_is_walked_too(filled):
    hub = filled.hub
    whole = [a["id"] for a in hub.signatory.items("/v1/applications", limit=1000)]
    assert whole == [a["id"] for a in hub.signatory.items("/v1/applications", limit=2)]
    assert len(whole) >= 2 * COUNT


def test_items_made_while_walking_neither_repeat_nor_hide_others(filled):
    hub, caseworker = filled.hub, filled.county.caseworker
    before = {a["id"] for a in caseworker.items("/v1/applications", limit=1000)}
    walk = caseworker.pages("/v1/applications", limit=2)
    seen = [a["id"] for a in next(walk)]
    hub.apply()
    seen += [a["id"] for page in walk for a in page]
    assert len(set(seen)) == len(seen) and before <= set(seen)


def test_the_next_page_is_a_link_too(filled):
    page = filled.county.caseworker.get("/v1/applications", limit=2, state="active")
    link = page.expect(200).headers["Link"]
    target = link[link.index("<") + 1 : link.index(">")]
    assert link.endswith('rel="next"') and page.json["nextCursor"] in target
    assert "state=active" in target and "limit=2" in target
    following = filled.county.caseworker.get(target).expect(200).json["items"]
    ids = {a["id"] for a in page.json["items"]}
    assert following and not ids & {a["id"] for a in following}
    last = filled.county.caseworker.get("/v1/applications", limit=1000).expect(200)
    assert last.json["nextCursor"] is None and "Link" not in last.headers


def test_a_cursor_is_good_for_its_own_search_and_caller_only(filled):
    county = filled.county
    cursor = county.caseworker.get("/v1/applications", limit=1).json["nextCursor"]
    ask = {"cursor": cursor, "limit": 1}
    county.caseworker.get("/v1/applications", **ask).expect(200)
    county.caseworker.get("/v1/applications", cursor=cursor, limit=5).expect(200)
    county.caseworker_b.get("/v1/applications", **ask).refused("bad-cursor", 400)
    filled.hub.signatory.get("/v1/applications", **ask).refused("bad-cursor", 400)
    other_role = county.caseworker.another(act_as="caseworker")
    other_role.get("/v1/applications", **ask).refused("bad-cursor", 400)
    county.caseworker.get("/v1/applications", state="granted", **ask).refused("bad-cursor", 400)
    county.caseworker.get("/v1/grants", **ask).refused("bad-cursor", 400)


def test_a_cursor_cannot_be_made_up(filled):
    person = filled.county.caseworker
    cursor = person.get("/v1/applications", limit=1).json["nextCursor"]
    changed = ("A" if cursor[-1] != "A" else "Q").join((cursor[:-1], ""))
    for made_up in (changed, cursor[:-2], cursor + "AA", "x", "MTIz", "%00", "é", "-" * 500):
        person.get("/v1/applications", cursor=made_up).refused("bad-cursor", 400)


@pytest.mark.parametrize("limit", ["0", "1001", "-1", "x", "1.5", "", "1e2", "9" * 30, "+5", " 5"])
def test_a_limit_is_a_number_from_1_to_1000(filled, limit):
    reply = filled.county.caseworker.get("/v1/applications", limit=limit)
    reply.refused("bad-parameter", 400)
    assert "limit" in reply.json["errors"][0]["detail"]


def test_a_limit_that_is_too_high_is_told_the_highest(filled):
    reply = filled.county.caseworker.get("/v1/applications", limit=1001)
    assert reply.json["detail"].endswith("1000.")


def test_newest_come_first(filled):
    times = [a["submittedAt"] for a in filled.county.caseworker.items("/v1/applications", limit=3)]
    assert times == sorted(times, reverse=True)
    grants = [int(g["id"]) for g in filled.county.caseworker.items("/v1/grants", limit=3)]
    assert grants == sorted(grants, reverse=True)


def test_money_in_a_list_is_a_whole_number(filled):
    amounts = [p["amountOre"] for p in filled.county.finance.items("/v1/payments")]
    assert {(type(ore), ore) for ore in amounts} == {(int, 30_000 * KRONE)}
