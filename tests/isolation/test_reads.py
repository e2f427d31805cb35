"""Everybody reads what is theirs, and nobody learns of the rest that it is there."""

import expected
import pytest
from people import EVERYBODY, NEIGHBOURS, PEERS, role_of, who_tries
from support import cohorts, copayments, partners
from support.contract import operations

ABSENT = 4_000_000_000_000_000


def rows(table):
    return [pytest.param(*row, id=f"{row[0]}-{row[1]}") for row in table]


def refused(reply):
    """As not to be had by this role, or as not there."""
    return reply.status in (403, 404)


def told(reply):
    """A refusal without what tells one request from another."""
    return {k: v for k, v in reply.json.items() if k not in ("instance", "traceId")}


@pytest.mark.parametrize("operation, name, who", rows(expected.READS))
def test_a_thing_is_read_by_those_it_belongs_to(thing, people, operation, name, who):
    operation = operations()[operation]
    path = operation.at(thing(name)["id"])
    for person in who_tries(who):
        reply = people[person].get(path)
        if person in who:
            reply.expect(200)
            continue
        assert refused(reply), (person, reply)
        if person in PEERS:
            nothing = people[person].get(operation.at(ABSENT))
            assert told(reply) == told(nothing), (person, reply, nothing)


@pytest.mark.parametrize("operation, name, who", rows(expected.PARTS))
def test_the_parts_of_a_thing_are_read_by_those_they_belong_to(thing, people, operation, name, who):
    path = operations()[operation].at(thing(name)["id"])
    for person in who_tries(who):
        reply = people[person].get(path)
        if person in who:
            assert reply.expect(200).json["items"], (person, reply)
        else:
            assert refused(reply) or reply.expect(200).json["items"] == [], (person, reply)


@pytest.mark.parametrize("operation, name, who", rows(expected.LISTS))
def test_a_list_holds_what_is_its_readers(world, thing, people, operation, name, who):
    wanted = thing(name)
    operation = operations()[operation]
    for person in who_tries(who):
        reply = people[person].get(operation.path, limit=1000)
        if refused(reply) and person not in who:
            continue
        ids = [item["id"] for item in reply.expect(200).json["items"]]
        assert (wanted["id"] in ids) == (person in who), (person, reply)
        if person in NEIGHBOURS:
            assert world.hub.orgnr not in reply.text, (person, reply)


def mark_of(figures, thing):
    """The member that only figures of this thing have."""
    return {
        "listBalances": ("fundingLineId", thing["id"]),
        "listPostings": ("objectId", thing["id"]),
        "reportPayments": ("reference", thing.get("reference")),
        "reportCopayments": ("copaymentId", thing["id"]),
        "reportFagpartnere": ("trackId", thing.get("trackId")),
        "reportFunnel": ("hub", thing.get("hub")),
        "listTasks": ("path", thing.path),
        "searchCases": ("path", thing.path),
    }[figures]


@pytest.mark.parametrize("operation, name, who", rows(expected.FIGURES))
def test_figures_are_read_by_those_who_answer_for_them(thing, people, operation, name, who):
    member, value = mark_of(operation, thing(name))
    all_at_once = {"limit": 1000} if operations()[operation].pages else {}
    for person in who_tries(who):
        reply = people[person].get(operations()[operation].at(""), **all_at_once)
        if refused(reply) and person not in who:
            continue
        seen = [item[member] for item in reply.expect(200).json["items"]]
        assert (value in seen) == (person in who), (person, reply)


# Where a firm or a fagpartner finds what is between it and a hub, and how that comes about.
SHARED = {
    "firm": {
        "/v1/enrolments": lambda world, hub: hub.follow(world.county.programme()),
        "/v1/copayments": lambda world, hub: copayments.raised(world, hub, world.firm.orgnr),
        "/v1/hours": partners.ordered,
        "/v1/gate-waivers": lambda world, hub: hub.ask_waiver(hub.follow(world.county.programme())),
        "/v1/sessions": cohorts.held,
    },
    "fagpartner": {"/v1/engagements": partners.agreed, "/v1/hours": partners.ordered},
}
SHARED = [(role, path, make) for role, paths in SHARED.items() for path, make in paths.items()]


@pytest.mark.parametrize("role, path, make", SHARED)
def test_who_works_with_two_hubs_sees_all_of_it_and_each_hub_its_own(
    world, people, role, path, make
):
    hubs = {"hub_signatory": world.hub, "other hub_signatory": world.other_hub}
    made = {name: make(world, hub)["id"] for name, hub in hubs.items()}

    def seen(person):
        ids = {item["id"] for item in people[person].items(path, limit=1000)}
        return ids & set(made.values())

    assert seen(role) == set(made.values())
    assert {name: seen(name) for name in made} == {name: {id} for name, id in made.items()}
    assert seen(f"other {role}") == set()


def test_the_county_sees_nothing_of_a_draft_after_it_was_submitted_either(thing, people):
    """What was done before the first submission stays the applicant's."""
    path = operations()["listApplicationEvents"].at(thing("application.submitted")["id"])
    actions = [event["action"] for event in people["caseworker"].items(path)]
    assert actions[0] == "submit", actions


def test_a_hub_sees_of_a_funding_line_neither_money_nor_authorities(thing, people):
    path = thing("fundingLine.active").path
    shown = people["caseworker"].read(path)
    assert shown["authorities"] and shown["appropriations"]
    for person in ("hub_editor", "hub_signatory", "other hub_editor", "firm", "fagpartner"):
        shown = people[person].read(path)
        assert (shown["authorities"], shown["appropriations"]) == ([], []), person


def test_a_track_shows_a_hub_no_application_but_its_own(world, people):
    """Another hub's application stays off a track whose title is known to it."""
    track = world.hub.track()
    assert people["hub_editor"].read(track.path)["applications"] == []
    people["other hub_editor"].get(track.path).expect(404)


def test_the_register_is_everybodys_and_holds_nothing_else(world, people):
    members = {"id", "orgnr", "name", "form", "municipalityNo", "industryCode"}
    members |= {"employees", "vatRegistered", "insolvent", "foundedOn"}
    for person in sorted(EVERYBODY):
        shown = people[person].read(f"/v1/organisations/{world.hub.orgnr}")
        assert shown.keys() == members, person
        found = people[person].get("/v1/organisations", q="Granlia").expect(200).json["items"]
        assert [o["orgnr"] for o in found] == [world.hub.orgnr] and found[0].keys() == members


def test_people_are_told_of_their_own_roles_only(people):
    for person in sorted(EVERYBODY - {"other machine"}):
        shown = people[person].read("/v1/me")
        assert shown["person"]["name"] == people[person].name
        (assignment,) = shown["assignments"]
        assert assignment["role"] == role_of(person)


def test_a_cursor_leads_nobody_else_into_the_list_it_belongs_to(world, people):
    for _ in range(2):
        world.hub.track()
    cursor = people["hub_editor"].get("/v1/tracks", limit=1).expect(200).json["nextCursor"]
    for person in sorted(EVERYBODY):
        reply = people[person].get("/v1/tracks", cursor=cursor, limit=1)
        if person not in expected.PARTY:
            assert reply.status in (400, 403) or reply.expect(200).json["items"] == [], person


def test_every_operation_has_its_row():
    """One that is added without saying whose it is fails here."""
    tables = (expected.READS, expected.PARTS, expected.LISTS, expected.FIGURES)
    tables += (expected.CHANGES, expected.CREATIONS)
    named = {row[0] for table in tables for row in table}
    named |= {*expected.PUBLIC, *expected.REGISTER, *expected.ONESELF, *expected.OWN_FIGURES}
    assert named == operations().keys()
