"""A grant that was taken back is given back: on an appeal, or as the case is decided anew."""

import pytest
from support import appeals, reversals

pytestmark = pytest.mark.usefixtures("sound")


def letter_of(world, decision):
    return world.database.value(
        "select trinn.jobs_letter_content(l.county_id, l.id)::text from trinn.letters l where l.decision_id = %s",
        decision["id"],
    )


def accepted(world):
    """Of a line that asks for reports."""
    hub, county = world.hub, world.county
    call = county.call(county.funding_line(reportEveryMonths=3))
    grant = world.accepted(call=call)
    return hub.signatory.read(f"/v1/applications/{grant['applicationId']}")


def reports_of(world, application):
    return world.hub.signatory.items("/v1/progress-reports", applicationId=application["id"])


def decided_anew(world, application):
    """Its grant was reversed, the appeal against that set it aside, and it is granted again."""
    hub, county = world.hub, world.county
    reversals.decide(hub, reversals.harmful(world, hub, application, "rejected", 0), county.decision_maker_b)
    appeal = appeals.lodged(world, hub, hub.signatory.read(application.path))
    appeals.settle(hub, appeals.reconsidered(world, hub, appeal, outcome="sent_back"))
    return county.decide(county.recommend(county.caseworker.read(application.path)))


def test_what_is_granted_anew_is_accepted_and_reported_of_once(world):
    hub = world.hub
    application = accepted(world)
    before = reports_of(world, application)
    application = decided_anew(world, application)
    told = letter_of(world, appeals.newest_decision(hub.signatory, application))
    assert "Godta tilskuddet innen" in told and "Dere har godtatt tilskuddet" not in told
    grant = hub.accept(hub.county.grant_of(application))
    assert grant["state"] == "accepted"
    assert before and reports_of(world, application) == before
