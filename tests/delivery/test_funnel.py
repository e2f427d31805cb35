"""How far firms came: by stage, hub and the year they came to it, to each reader those of its own."""

import pytest
from support import mobilisation
from support.bodies import REASON
from support.enrolments import stage
from support.specimens import drop_out

FIGURES = ("prospects", "assessed", "entered", "waited", "enrolled", "completed", "dropped")
# As if what was done today had been done then: steps are not to be changed.
THEN = """
set session_replication_role = replica;
update trinn.enrolment_steps set at = %s where enrolment_id = %s;
delete from trinn.passages where enrolment_id = %s;
create temp table told on commit drop as select * from trinn.enrolment_steps where enrolment_id = %s;
delete from trinn.enrolment_steps where enrolment_id = %s;
set session_replication_role = origin;
insert into trinn.enrolment_steps select * from told order by seq
"""


def then(database, enrolment, at):
    database.run(THEN, at, *[enrolment["id"]] * 4)


@pytest.fixture(scope="module")
def programme(world):
    """Of two stages, the first with one place."""
    return world.county.programme(stages=[stage(1, capacity=1), stage(2)])


@pytest.fixture(scope="module")
def firms(world, programme):
    """By what became of them: eight of a hub, one of which it hands over, and one of another."""
    hub, other = world.hub, world.other_hub
    names = ("completed", "dropped", "again", "waits", "handed", "straight", "asked", "lost")
    found = {name: hub.follow(programme, next(world.spare_firms)) for name in names}
    mobilisation.assess(world, hub, found["completed"])
    hub.complete(hub.signatory.read(found["completed"].path))
    drop_out(hub, hub.start(found["dropped"]))
    again = hub.start(found["again"])
    assert hub.enrol(found["waits"])["state"] == "waiting"
    hub.signatory.do(drop_out(hub, again), "re-enter", REASON)
    handover = mobilisation.ask_handover(world, hub, other, hub.enrol(found["handed"]))
    other.signatory.do(handover, "accept")
    hub.start(found["straight"], 2)
    drop_out(hub, found["lost"])
    found["theirs"] = other.follow(programme, next(world.spare_firms))
    return found


@pytest.fixture
def read(programme, firms):
    def read(person, **query):
        return person.get("/v1/reports/funnel", programmeId=programme, **query).expect(200).json

    return read


def figures(row):
    return {name: row[name] for name in FIGURES if row[name]}


def cells(funnel, hub=None):
    return {
        (row["stage"], row["year"]): figures(row)
        for row in funnel["items"]
        if hub is None or row["hub"]["orgnr"] == hub.orgnr
    }


def behind(person, programme, row=None, **query):
    """The firms that a figure counts, of a cell or of all."""
    if row:
        query |= {"hubId": row["hub"]["id"], "year": row["year"]}
        query |= {"mobilisation": "true"} if row["stage"] is None else {"stage": row["stage"]}
    return person.items("/v1/reports/funnel/firms", programmeId=programme, **query)


def test_the_funnel_tells_how_many_of_those_who_came_to_a_stage_got_how_far(world, read):
    funnel = read(world.county.programme_lead)
    year = world.year
    assert cells(funnel, world.hub) == {
        (None, year): {"prospects": 9, "assessed": 1, "entered": 6, "dropped": 1},
        (1, year): {"waited": 1, "enrolled": 3, "completed": 1, "dropped": 2},
        (2, year): {"enrolled": 1},
    }
    (first,) = [r for r in funnel["items"] if r["stage"] == 1 and r["enrolled"]]
    assert (first["completedBasisPoints"], first["enteredBasisPoints"]) == (3333, None)
    total = funnel["total"]
    assert (total["prospects"], total["entered"], total["enteredBasisPoints"]) == (10, 6, 6000)
    assert (total["enrolled"], total["completed"], total["completedBasisPoints"]) == (4, 1, 2500)
    world.assert_sound()


def test_a_firm_handed_over_counts_with_the_hub_that_took_it_from_where_it_stood(world, read):
    theirs = read(world.other_hub.signatory)
    year = world.year
    assert cells(theirs) == {(None, year): {"prospects": 1}, (1, year): {"waited": 1}}


@pytest.mark.parametrize("reader", ["programme_lead", "auditor", "hub", "other_hub"])
def test_every_figure_has_as_many_firms_behind_it_as_it_says(world, programme, read, reader):
    person = getattr(world.county, reader, None) or getattr(world, reader).signatory
    funnel = read(person)
    for name in FIGURES:
        for row in funnel["items"]:
            found = behind(person, programme, row, figure=name)
            assert len(found) == row[name], (name, row)
            assert all(f["hub"] == row["hub"] and f["stage"] == row["stage"] for f in found)
        assert len(behind(person, programme, figure=name)) == funnel["total"][name]


def per_cent(basis_points):
    return "" if basis_points is None else f"{basis_points // 100},{basis_points % 100:02}"


def test_a_spreadsheet_gets_the_same_rows(world, programme, read):
    lead = world.county.programme_lead
    query = {"programmeId": programme, "format": "csv"}
    reply = lead.get("/v1/reports/funnel", **query).expect(200)
    assert reply.headers["Content-Type"] == "text/csv; charset=utf-8"
    head, *lines = reply.text.lstrip("\ufeff").split("\r\n")[:-1]
    assert head.startswith("År;Orgnr;Hub;Trinn;Prospekter;") and head.count(";") == 12
    assert lines == [
        ";".join(
            str(value)
            for value in (
                *(row["year"], row["hub"]["orgnr"], row["hub"]["name"]),
                "" if row["stage"] is None else row["stage"],
                *(row[name] for name in FIGURES),
                *(per_cent(row[name]) for name in ("enteredBasisPoints", "completedBasisPoints")),
            )
        )
        for row in read(lead)["items"]
    ]


def test_a_figure_is_followed_to_its_firms(world, programme, firms, read):
    lead = world.county.programme_lead
    found = behind(lead, programme, figure="dropped", stage=1)
    assert {f["enrolmentId"] for f in found} == {firms["dropped"]["id"], firms["again"]["id"]}
    rounds = behind(lead, programme, figure="prospects", hubId=firms["again"]["hub"]["id"])
    assert [f["round"] for f in rounds if f["enrolmentId"] == firms["again"]["id"]] == [2, 1]


def test_a_hub_sees_its_own_firms_only(world, programme, firms, read):
    funnel = read(world.hub.signatory)
    assert {row["hub"]["orgnr"] for row in funnel["items"]} == {world.hub.orgnr}
    assert cells(funnel) == cells(read(world.county.auditor), world.hub)
    theirs = {"hubId": firms["theirs"]["hub"]["id"]}
    assert read(world.hub.signatory, **theirs)["items"] == []
    assert behind(world.hub.signatory, programme, **theirs) == []
    mine = {f["enrolmentId"] for f in behind(world.hub.signatory, programme)}
    assert mine == {firm["id"] for name, firm in firms.items() if name != "theirs"}


def test_nobody_else_is_told_anything(world, read):
    assert read(world.neighbour.programme_lead)["items"] == []
    assert read(world.neighbour_hub.signatory)["items"] == []
    for person in (world.county.finance, world.firm.firm, world.fagpartner.fagpartner):
        for path in ("/v1/reports/funnel", "/v1/reports/funnel/firms"):
            person.get(path).refused("forbidden", 403)


def test_a_firm_counts_in_the_year_it_came_which_begins_at_midnight_in_norway(
    world, database, firms, read
):
    lead, year = world.county.programme_lead, world.year
    then(database, firms["straight"], f"{year - 1}-12-31 22:59Z")
    assert cells(read(lead, year=year - 1)) == {
        (None, year - 1): {"prospects": 1, "entered": 1},
        (2, year - 1): {"enrolled": 1},
    }
    then(database, firms["straight"], f"{year - 1}-12-31 23:00Z")
    assert read(lead, year=year - 1)["items"] == []


def test_a_programme_of_which_there_is_nothing_has_an_empty_funnel(world, firms):
    funnel = world.county.programme_lead.get("/v1/reports/funnel", programmeId="999999").json
    assert funnel["items"] == [] and funnel["total"]["prospects"] == 0
    assert funnel["total"]["enteredBasisPoints"] is None
