"""The list of what firms owe, by what a reader asks for, in pages."""

import pytest
from support import copayments as c
from support.delivery import new_firm
from support.parties import KRONE

pytestmark = pytest.mark.usefixtures("sound")


def listed(person, limit=3, **query):
    """In pages, so that a filter holds on each."""
    found = [i["id"] for i in person.items("/v1/copayments", limit=limit, **query)]
    assert len(set(found)) == len(found)
    return set(found)


def test_the_list_is_read_by_state(world):
    c.checked(world)
    items = world.hub.signatory.items("/v1/copayments", state="due", limit=1)
    assert items and {i["state"] for i in items} == {"due"}


def test_the_list_tells_the_county_whose_aid_is_to_be_checked(world):
    hub, caseworker = world.hub, world.county.caseworker
    checked, raised, refused = c.checked(world), c.raised(world), c.raised(world)
    caseworker.do(refused, "refuse-aid", {"reason": "Over taket"})
    asked, looked_at = c.relief_asked(world), c.relief_checked(world)
    assert listed(caseworker, aidChecked="true") >= {checked["id"], asked["id"], looked_at["id"]}
    assert listed(caseworker, aidChecked="false") >= {raised["id"], refused["id"]}
    assert listed(caseworker, aidChecked="true", state="due") >= {checked["id"]}
    assert listed(caseworker, aidChecked="true").isdisjoint(listed(caseworker, aidChecked="false"))
    waiting = listed(caseworker, awaitsCheck="true")
    assert waiting >= {raised["id"], asked["id"]}
    assert waiting.isdisjoint({checked["id"], refused["id"], looked_at["id"]})
    tasks = caseworker.get("/v1/tasks", limit=1000).json["items"]
    assert waiting == {
        t["path"].rpartition("/")[2] for t in tasks if t["operationId"] == "checkCopaymentAid"
    }
    assert raised["id"] in listed(hub.signatory, awaitsCheck="true", hubId=raised["hub"]["id"])


def test_the_list_is_read_by_hub_programme_year_and_what_is_overdue(world):
    hub, lead = world.hub, world.county.programme_lead
    first, own = c.overdue(world), c.invoiced(world, orgnr=new_firm(world))
    theirs = c.raised(world, world.other_hub)
    assert first["raisedOn"] == str(world.today) and own["aidOre"] == 30_000 * KRONE
    ids = {first["id"], own["id"], theirs["id"]}
    assert listed(lead, hubId=own["hub"]["id"]) & ids == {first["id"], own["id"]}
    assert listed(lead, programmeId=own["programme"]["id"]) == {own["id"]}
    assert listed(lead, overdue="true") & ids == {first["id"]}
    assert listed(hub.signatory, overdue="true", orgnr=first["firm"]["orgnr"]) == {first["id"]}
    assert listed(world.other_hub.signatory, hubId=own["hub"]["id"]) == set()
    year = world.today.year
    then = "update trinn.copayments set raised_on = %s where id = %s"
    world.database.run(then, f"{year - 5}-12-31", first["id"])
    assert listed(lead, year=year - 5) == {first["id"]}
    assert listed(lead, year=year, overdue="true") & ids == set()
    assert listed(lead, year=year, hubId=own["hub"]["id"]) & ids == {own["id"]}
    assert listed(lead, year=year - 4) == set()
    hub.signatory.do(c.reread(hub, first), "ask-relief", {"kind": "waive", "reason": "Brann"})


def test_the_list_is_read_for_a_firm(world):
    copayment = c.checked(world)
    items = world.hub.signatory.items("/v1/copayments", orgnr=copayment["firm"]["orgnr"])
    assert [i["id"] for i in items] == [copayment["id"]]
    assert world.other_hub.signatory.items("/v1/copayments", orgnr=copayment["firm"]["orgnr"]) == []
