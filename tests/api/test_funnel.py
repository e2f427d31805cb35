"""How far firms came, of the steps of their enrolments, to each reader those of its own."""

import pytest
from support.delivery import enrolled, new_firm

# Steps are not to be changed: what happened in other years is written past the triggers.
ANEW = "set session_replication_role = replica; "
STEP = (
    ANEW + "insert into trinn.enrolment_steps (county_id, enrolment_id, seq, hub_id, firm_id,"
    " from_state, to_state, stage, programme_version, round, role, at) select county_id, id,"
    " (select count(*) + 100 from trinn.enrolment_steps s where s.enrolment_id = e.id), hub_id,"
    " firm_id, %s, %s, %s, 1, 1, 'hub_editor', %s from trinn.enrolments e where id = %s"
)


def walk(database, enrolment, *steps):
    """(state, stage, day), from nothing; what the enrolment tells of itself is forgotten."""
    database.run(ANEW + "delete from trinn.enrolment_steps where enrolment_id = %s", enrolment)
    before = None
    for state, stage, day in steps:
        database.run(STEP, before, state, stage, f"{day} 12:00 Europe/Oslo", enrolment)
        before = state


PROSPECT = ("prospect", None, "2024-02-01")
ENROLLED = ("enrolled", 1, "2024-03-01")
ACTIVE = ("active", 1, "2024-03-02")


@pytest.fixture(scope="module")
def firms(world, database):
    """Three of a hub, one of another: one completes, one drops out, one and one are asked."""
    mine = [enrolled(world, world.hub) for _ in range(3)]
    theirs = enrolled(world, world.other_hub, new_firm(world))
    walk(database, mine[0], PROSPECT, ENROLLED, ACTIVE, ("completed", 1, "2025-01-10"))
    walk(database, mine[1], PROSPECT, ENROLLED, ACTIVE, ("dropped_out", 1, "2024-12-31"))
    for enrolment in (mine[2], theirs):
        walk(database, enrolment, PROSPECT)
    return mine


def rows_of(funnel, world, hub):
    return {
        (row["stage"], row["year"]): row
        for row in funnel["rows"]
        if row["hub"]["orgnr"] == hub.orgnr
    }


def test_the_funnel_tells_each_stage_hub_and_year(world, firms):
    funnel = world.county.programme_lead.read("/v1/reports/funnel")
    rows = rows_of(funnel, world, world.hub)
    assert rows[None, 2024]["prospects"] == 3
    first = rows[1, 2024]
    assert (first["enrolled"], first["entered"], first["dropped"], first["completed"]) == (2, 2, 1, 0)
    assert rows[1, 2025]["completed"] == 1
    total = funnel["total"]
    assert (total["prospects"], total["entered"], total["completed"]) == (4, 2, 1)
    assert (total["enteredBasisPoints"], total["completedBasisPoints"]) == (5000, 5000)


def test_a_year_begins_at_midnight_in_norway(world, database, firms):
    at = ANEW + "update trinn.enrolment_steps set at = %s where enrolment_id = %s"
    database.run(at, "2024-12-31 23:30Z", firms[2])
    funnel = world.county.programme_lead.get("/v1/reports/funnel", year=2025).expect(200).json
    assert rows_of(funnel, world, world.hub)[None, 2025]["prospects"] == 1
    database.run(at, "2024-02-01 12:00Z", firms[2])


def test_a_hub_sees_its_own_firms_only(world, firms):
    funnel = world.hub.signatory.read("/v1/reports/funnel")
    assert {row["hub"]["orgnr"] for row in funnel["rows"]} == {world.hub.orgnr}
    assert funnel["total"]["prospects"] == 3
    found = world.hub.signatory.items("/v1/reports/funnel/firms", state="prospect")
    assert [f["id"] for f in found] == sorted(firms, key=int, reverse=True)


def test_no_other_county_is_told_anything(world, firms):
    assert world.neighbour.programme_lead.read("/v1/reports/funnel")["rows"] == []
    assert world.county.finance.read("/v1/reports/funnel")["rows"] == []


def test_a_figure_is_followed_to_its_firms(world, firms):
    lead = world.county.programme_lead
    query = {"state": "dropped_out", "stage": 1, "year": 2024}
    assert [f["id"] for f in lead.items("/v1/reports/funnel/firms", **query)] == [firms[1]]
    assert lead.items("/v1/reports/funnel/firms", **query | {"year": 2025}) == []


def test_a_programme_of_which_there_is_nothing_has_an_empty_funnel(world, firms):
    funnel = world.county.programme_lead.get("/v1/reports/funnel", programmeId="999999").json
    assert funnel["rows"] == [] and funnel["total"]["prospects"] == 0
