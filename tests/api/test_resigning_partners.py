"""A partner asks by itself to leave a grant; the recipient is told, and the county answers by an amendment."""

import pytest
from support import coapplicants, grants, journal
from support.bodies import REASON
from support.coapplicants import given_back, leaving, place
from support.parties import KRONE

pytestmark = pytest.mark.usefixtures("sound")


def part_of(person, grant):
    (part,) = [p for p in person.items("/v1/application-partners", applicationId=grant["applicationId"]) if p["amendmentId"] is None]
    return person.read(f"/v1/application-partners/{part['id']}")


def to_do(world, grant):
    """Of the caseworkers, at the grant."""
    tasks = world.county.caseworker.items("/v1/tasks", limit=1000)
    return [t["operationId"] for t in tasks if t["path"] == grant.path]


@pytest.fixture
def shared(world):
    return coapplicants.shared(world, world.hub, world.firm)


def raised(world, grant):
    moves = [given_back(40_000 * KRONE, place("fagpartner", world.firm))]
    return grants.of_county(world, "partner_change", grant, moves=moves, leaving=[world.firm.orgnr])


def test_it_asks_and_the_recipient_and_the_county_are_told(world, shared):
    firm = world.firm.signatory
    assert to_do(world, shared) == []
    part = firm.do(part_of(firm, shared), "resign", REASON)
    assert (part["resignation"]["reason"], part["resignation"]["isOpen"]) == (REASON["reason"], True)
    assert part_of(world.hub.signatory, shared)["resignation"] == part["resignation"]
    world.database.value("select count(*) from trinn.jobs_notify(1000)")
    assert part.path in [n["path"] for n in world.hub.signatory.items("/v1/notifications", limit=1000)]
    assert to_do(world, shared) == ["askAmendment"]
    assert "ber om å gå ut" in journal.posts(world.county.archivist, {"id": shared["applicationId"]})[-1]["title"]
    firm.attempt(part, "resign", REASON).refused("resigned", 409)
    world.hub.signatory.attempt(part, "resign", REASON).refused("role-not-allowed", 403)


def test_it_is_taken_up_by_an_amendment_until_that_is_withdrawn(world, shared):
    firm = world.firm.signatory
    firm.do(part_of(firm, shared), "resign", REASON)
    amendment = raised(world, shared)
    assert to_do(world, shared) == []
    assert not part_of(firm, shared)["resignation"]["isOpen"]
    assert leaving(world.firm, amendment)["state"] == "asked"
    world.county.caseworker.do(amendment, "withdraw", REASON)
    assert to_do(world, shared) == ["askAmendment"]


def test_the_recipient_may_ask_for_it_as_well(world, shared):
    firm = world.firm.signatory
    firm.do(part_of(firm, shared), "resign", REASON)
    grants.decided(world, world.hub, coapplicants.to_leave(world, world.hub, world.firm, shared))
    part = part_of(firm, shared)
    assert not part["resignation"]["isOpen"] and to_do(world, shared) == []
    firm.attempt(part, "resign", REASON).refused("carries-out-nothing", 409)


def test_a_letter_of_one_with_nobody_here_is_entered(world):
    grant, party = coapplicants.by_post(world, world.hub)
    clerk = world.county.caseworker
    signed = {"enteredFor": {"name": "Kari Foss", "onDay": str(world.today)}}
    part = clerk.do(part_of(clerk, grant), "resign", REASON | signed)
    assert (part["resignation"]["for"], part["resignation"]["isOpen"]) == ("Kari Foss", True)
    assert to_do(world, grant) == ["askAmendment"]


def test_who_has_people_here_asks_here(world, shared):
    clerk = world.county.caseworker
    signed = {"enteredFor": {"name": "Kari Foss", "onDay": str(world.today)}}
    clerk.attempt(part_of(clerk, shared), "resign", REASON | signed).refused("partner-answers-itself", 409)


def test_who_carries_nothing_out_yet_withdraws_instead(world):
    part = coapplicants.submitted(world, world.hub)
    firm = world.firm.signatory
    firm.attempt(firm.read(part.path), "resign", REASON).refused("carries-out-nothing", 409)
