"""A grant that is offered is accepted, is declined, or lapses when its time has passed."""

import pytest
from support import appeals, grants
from support.bodies import REASON
from support.jobs import Jobs
from support.parties import KRONE

pytestmark = pytest.mark.usefixtures("sound")
APPLIED = 75_000 * KRONE


def case_of(person, grant):
    return person.read(f"/v1/applications/{grant['applicationId']}")


def test_what_is_declined_goes_back_to_the_line(world):
    hub, county = world.hub, world.county
    line = county.funding_line()
    grant = world.offered(call=county.call(line))
    assert county.balances(line)["committed"] == APPLIED
    before = county.balances(line)["available"]
    declined = hub.signatory.do(grant, "decline", REASON)
    assert (declined["state"], declined["endReason"]) == ("annulled", REASON["reason"])
    assert case_of(hub.signatory, grant)["state"] == "closed"
    balances = county.balances(line)
    assert "committed" not in balances and balances["available"] == before + APPLIED
    hub.signatory.attempt(declined, "accept").refused("state-conflict", 409)


def test_only_who_may_accept_declines_and_only_an_offer(world):
    hub = world.hub
    grant = world.offered()
    for person in (hub.hub_editor, world.county.caseworker, world.county.decision_maker):
        person.attempt(grant, "decline", REASON).refused("forbidden", 403)
    accepted = hub.accept(grant)
    hub.signatory.attempt(accepted, "decline", REASON).refused("state-conflict", 409)


def test_what_nobody_accepted_in_time_lapses_by_itself(world):
    hub, county = world.hub, world.county
    line = county.funding_line()
    call = county.call(line)
    stands, late = world.offered(call=call), world.offered(call=call)
    grants.offer_late(world, late)
    assert grants.lapse(world) == [late["id"]]
    late = hub.signatory.read(late.path)
    assert (late["state"], late["endReason"]) == ("lapsed", "not_accepted")
    assert case_of(hub.signatory, late)["state"] == "closed"
    assert county.balances(line)["committed"] == APPLIED
    hub.signatory.attempt(late, "accept").refused("state-conflict", 409)
    hub.accept(hub.signatory.read(stands.path))
    told = hub.signatory.items(f"/v1/applications/{late['applicationId']}/timeline")[0]
    assert (told["kind"], told["person"]) == ("grant.lapse", None)
    (task,) = [t for t in hub.signatory.items("/v1/tasks", limit=1000) if t["path"] == late.path]
    assert task["operationId"] is None


def test_an_offer_is_good_until_its_last_day_is_over(world):
    grant = world.offered()
    world.database.run(
        "set session_replication_role = replica;"
        " update trinn.grants set accept_by = trinn.today() where id = %s",
        grant["id"],
    )
    assert grants.lapse(world) == []
    world.hub.accept(world.hub.signatory.read(grant.path))


def test_trinn_jobs_lapses_what_is_due(world, database):
    grant = world.offered()
    grants.offer_late(world, grant)
    jobs = Jobs(database, deadlines_every_s=1)
    try:
        jobs.wait_for("grant.lapsed", id=grant["id"])
    finally:
        jobs.stop()


@pytest.mark.parametrize("end", ["declined", "lapsed"])
def test_whoever_appealed_goes_on_and_gets_a_new_offer(world, end):
    hub, county = world.hub, world.county
    application = appeals.part_granted(world, hub)
    grant = county.grant_of(application)
    appeal = appeals.lodged(world, hub, application)
    if end == "declined":
        hub.signatory.do(grant, "decline", REASON)
    else:
        grants.offer_late(world, grant)
        grants.lapse(world)
    appeals.allowed(world, hub, hub.signatory.read(appeal.path))
    application = hub.signatory.read(application.path)
    offered = county.grant_of(application)
    assert application["state"] == "part_granted" and offered["id"] != grant["id"]
    assert (offered["state"], offered["amountOre"]) == ("offered", appeals.RAISED)
    hub.accept(offered)


def test_a_case_that_was_declined_stands_in_no_other_s_way(world):
    """Neither in what the figures call granted nor as help for the same need."""
    county = world.county
    programme = county.programme()
    call = county.call(county.funding_line(programmeId=programme))
    grant = world.offered(call=call)
    world.hub.signatory.do(grant, "decline", REASON)
    total = county.programme_lead.read(f"/v1/programmes/{programme}/umbrella")["total"]
    assert (total["grants"], total["grantedOre"]) == (0, 0)
