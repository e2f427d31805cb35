"""A partner that left a grant reads what was decided until it did, and nothing later."""

import pytest
from support import appeals as ap
from support import coapplicants, grants, letters
from support.coapplicants import to_enter, to_leave
from support.parties import KRONE

pytestmark = pytest.mark.usefixtures("sound")


@pytest.fixture
def shared(world):
    return coapplicants.shared(world, world.hub, world.firm)


def decisions(person, grant):
    return [d["number"] for d in person.items(f"/v1/applications/{grant['applicationId']}/decisions")]


def letters_of(world, person, grant):
    """By the number of the decision that each tells of."""
    path = f"/v1/applications/{grant['applicationId']}"
    number = {d["id"]: d["number"] for d in world.county.caseworker.items(f"{path}/decisions")}
    return {number[x["decisionId"]]: x for x in person.items(f"{path}/letters")}


def make_letters(world, grant):
    """All of them; by the county's eyes."""
    case = letters_of(world, world.county.caseworker, grant)
    for letter in case.values():
        letters.make(world, letter)
    world.database.value("select count(*) from trinn.jobs_notify(1000)")
    return letters_of(world, world.county.caseworker, grant)


def later(world, grant):
    """What was decided after it left."""
    return grants.decided(world, world.hub, grants.asked(world, world.hub, "extension", world.hub.signatory.read(grant.path)))


@pytest.fixture
def left(world, shared):
    """The grant that the firm has left, by the second decision; a third was made since."""
    grants.decided(world, world.hub, to_leave(world, world.hub, world.firm, shared))
    later(world, shared)
    return shared


def test_it_reads_and_is_told_of_what_was_decided_until_it_left(world, left):
    signatory = world.firm.signatory
    assert decisions(world.hub.signatory, left) == [1, 2, 3]
    assert decisions(signatory, left) == [1, 2]
    case = make_letters(world, left)
    assert sorted(letters_of(world, signatory, left)) == [1, 2]
    told = [n["path"] for n in signatory.items("/v1/notifications", limit=1000)]
    assert [f"/v1/letters/{letter['id']}" in told for _, letter in sorted(case.items())] == [True, True, False]


def test_nothing_of_the_grant_as_it_is_since(world, left):
    signatory = world.firm.signatory
    signatory.get(left.path).refused("not-found", 404)
    assert left["id"] not in [g["id"] for g in signatory.items("/v1/grants", limit=1000)]
    application = signatory.read(f"/v1/applications/{left['applicationId']}")
    assert application["grantId"] is None
    assert world.hub.signatory.read(application.path)["grantId"] == left["id"]
    (told,) = [p["ofGrant"] for p in signatory.items("/v1/application-partners", applicationId=left["applicationId"]) if p["amendmentId"] is None]
    assert (told["budgetOre"], bool(told["leftOn"])) == (0, True)


def test_its_file_opens_and_later_ones_do_not(world, left):
    for number, letter in make_letters(world, left).items():
        world.firm.signatory.get(f"/v1/documents/{letter['documentId']}").expect(200 if number < 3 else 404)


def test_the_timeline_tells_it_what_concerns_it_until_then(world, shared):
    def told(person):
        entries = person.items(f"/v1/applications/{shared['applicationId']}/timeline", limit=100)
        return [e["kind"] for e in reversed(entries)]

    seen = told(world.firm.signatory)
    assert [k for k in seen if k in ("application.submit", "application.decide", "grant.accept")] == [
        "application.submit",
        "application.decide",
        "grant.accept",
    ]
    world.hub.claim(shared, 1_000 * KRONE)
    leaving = to_leave(world, world.hub, world.firm, world.hub.signatory.read(shared.path))
    grants.decided(world, world.hub, leaving)
    later(world, shared)
    make_letters(world, shared)
    seen = told(world.firm.signatory)
    assert (seen.count("amendment.decide"), seen.count("letter.make")) == (1, 2)
    assert "application_partner.confirm" in seen
    assert told(world.hub.signatory).count("amendment.decide") == 2
    assert "claim.claim" not in seen


def test_it_reads_all_again_when_it_comes_back(world, left):
    hub, firm = world.hub, world.firm
    asked = to_enter(world, hub, firm, hub.signatory.read(left.path))
    (named,) = asked["entering"]
    coapplicants.confirm(firm.signatory.read(f"/v1/application-partners/{named['id']}"), firm)
    assert decisions(firm.signatory, left) == [1, 2]
    grants.decided(world, hub, asked)
    assert decisions(firm.signatory, left) == [1, 2, 3, 4]
    assert firm.signatory.read(left.path)["id"] == left["id"]


def test_it_appeals_against_what_put_it_out_and_reads_the_answer(world, shared):
    hub, firm = world.hub, world.firm
    grants.decided(world, hub, to_leave(world, hub, firm, shared))
    application = hub.signatory.read(f"/v1/applications/{shared['applicationId']}")
    appeal = coapplicants.appeal(world, hub, application)
    appeal = ap.settle(hub, ap.reconsidered(world, hub, appeal), world.county.decision_maker_b)
    assert firm.signatory.read(appeal.path)["state"] == "forwarded"
