"""The recipient of a grant changes its fagpartnere while the work runs, as the county approves; what was applied for stays as it was."""

import pytest
from support import grants, letters, partners
from support.bodies import REASON
from support.delivery import new_firm
from support.parties import KRONE

pytestmark = pytest.mark.usefixtures("sound")


def planned(orgnr, name="Fjord Data AS", hours=40, **changes):
    return {"orgnr": orgnr, "name": name, "role": "veileder", "hours": hours, "hourlyOre": 1200 * KRONE} | changes


def registered(world):
    orgnr = new_firm(world)
    partners.entered(world, world.hub, orgnr)
    return orgnr


def content(*fagpartnere, kind="fagpartner_change"):
    return {"kind": kind, "fagpartnere": list(fagpartnere)} | REASON


@pytest.fixture
def grant(world):
    return grants.part_granted(world.hub)


def asked(world, grant, *fagpartnere):
    return world.hub.signatory.make(grant / "amendments", content(*fagpartnere))


def read(world, grant):
    return world.hub.signatory.read(grant.path)


def names(fagpartnere):
    return [(f["orgnr"], f["hours"]) for f in fagpartnere]


def test_another_takes_over_and_what_was_applied_for_stays(world, grant):
    application = f"/v1/applications/{grant['applicationId']}"
    before = world.hub.signatory.read(application)["fagpartnere"]
    assert grant["fagpartnere"] == before
    (old,) = before
    new = planned(registered(world), hours=30, relation="Styrelederen er den samme")
    amendment = asked(world, grant, old | {"hours": 10}, new)
    assert names(read(world, grant)["fagpartnere"]) == names(before)
    decided = grants.decided(world, world.hub, amendment)
    after = read(world, grant)
    assert names(after["fagpartnere"]) == [(old["orgnr"], 10), (new["orgnr"], 30)]
    assert after["fagpartnere"][1]["relation"] == "Styrelederen er den samme"
    assert (after["amountOre"], after["budgetOre"], after["state"]) == (grant["amountOre"], grant["budgetOre"], grant["state"])
    assert after.etag != grant.etag
    assert world.hub.signatory.read(application)["fagpartnere"] == before
    told = letters.of_decision(world, decided["outcome"]["decisionId"])
    assert "Fjord Data AS, veileder" in told and "Dere kan klage" in told
    assert "Bytte av fagpartner i «" in told and "om bytte av fagpartner." in told


def test_each_change_starts_from_the_one_before(world, grant):
    first, second = planned(registered(world)), planned(registered(world), "Skog Kompetanse AS")
    grants.decided(world, world.hub, asked(world, grant, first))
    grants.decided(world, world.hub, asked(world, grant, second))
    after = read(world, grant)
    assert names(after["fagpartnere"]) == [(second["orgnr"], 40)]
    told = [world.hub.signatory.read(f"/v1/amendments/{a['id']}") for a in after["amendments"]]
    assert [names(a["fagpartnere"]) for a in told] == [[(first["orgnr"], 40)], [(second["orgnr"], 40)]]
    reply = world.hub.signatory.post(grant / "amendments", content(second)).expect(422)
    assert reply.faults == [("fagpartnere-same", "#/fagpartnere")]


def test_what_is_refused_changes_nothing(world, grant):
    amendment = asked(world, grant, planned(registered(world)))
    grants.decided(world, world.hub, amendment, outcome="refused")
    assert read(world, grant)["fagpartnere"] == grant["fagpartnere"]


@pytest.mark.parametrize(
    "changes, slug, pointer",
    [
        ({"orgnr": "hub"}, "own-partner", "#/fagpartnere/0/orgnr"),
        ({"orgnr": "unregistered"}, "fagpartner-unregistered", "#/fagpartnere/0/orgnr"),
        ({"hours": 41}, "fagpartnere-ceiling", "#/fagpartnere"),
    ],
)
def test_who_is_new_is_as_any_fagpartner_is_and_costs_no_more(world, grant, changes, slug, pointer):
    who = {"hub": world.hub.orgnr, "unregistered": new_firm(world)}
    new = planned(registered(world)) | changes
    reply = world.hub.signatory.post(grant / "amendments", content(new | {"orgnr": who.get(new["orgnr"], new["orgnr"])}))
    assert reply.expect(422).faults == [(slug, pointer)]


def test_one_that_left_the_register_since_is_not_approved(world, grant):
    orgnr = registered(world)
    amendment = asked(world, grant, planned(orgnr))
    prepared = grants.prepared(world, world.hub, amendment)
    world.county.caseworker.do(partners.entered(world, world.hub, orgnr), "retire", REASON)
    told = world.county.decision_maker.attempt(prepared, "decide", {}).expect(422)
    assert [code for code, _ in told.faults] == ["fagpartner-unregistered"]


def test_the_county_asks_for_none(world, grant):
    reply = world.county.caseworker.post(grant / "amendments", content(planned(registered(world))))
    reply.refused("fagpartner-of-recipient", 409)
