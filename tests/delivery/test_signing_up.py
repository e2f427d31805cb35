"""A firm that signs up, or is signed up, for a programme, and withdraws again."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from support import mobilisation
from support.bodies import REASON
from support.enrolments import stage, steps
from support.specimens import drop_out


@pytest.fixture
def programme(world):
    return world.county.programme(stages=[stage(1)])


@pytest.fixture
def answering(world):
    """The hub answers for where the firms of the world lie."""
    municipalities = {world.firm.organisation.municipality, "5038"}
    content = world.county.hub_area_content(world.hub, *sorted(municipalities))
    world.county.set_up("/v1/hub-areas", content)
    return world.hub


def sign_up(person, programme, orgnr, **query):
    return person.post("/v1/enrolments", {"programmeId": programme, "orgnr": orgnr}, **query)


def tasks(hub):
    waiting = hub.hub_editor.items("/v1/tasks", limit=1000)
    return [(task["operationId"], task["path"]) for task in waiting]


def test_a_firm_that_signs_up_goes_to_the_hub_that_answers_for_it(world, programme, answering):
    told = sign_up(world.firm.firm, programme, world.firm.orgnr).expect(201)
    assert told.json["hub"]["orgnr"] == answering.orgnr and told.json["state"] == "prospect"
    firm = answering.signatory.read(told.location)
    wanted = ("noteContact", firm.path)
    assert wanted in tasks(answering) and wanted not in tasks(world.other_hub)
    answering.hub_editor.make(firm / "contacts", mobilisation.contact(world))
    assert wanted not in tasks(answering)
    (step,) = steps(world, firm)
    assert (step["role"], step["person"]) == ("firm", world.firm.firm.name)
    again = sign_up(world.firm.firm, programme, world.firm.orgnr).refused("already-followed", 409)
    assert firm["id"] in again.json["detail"]
    refused = sign_up(world.other_hub.signatory, programme, world.firm.orgnr)
    refused.refused("enrolled-elsewhere", 409)
    assert world.hub.enrol(firm)["state"] == "enrolled"
    world.assert_sound()


def test_who_answers_for_an_area_is_told_that_another_hub_follows_a_firm_of_it(world, programme, answering):
    firm = world.other_hub.follow(programme)
    assert firm["answeringHub"]["orgnr"] == answering.orgnr
    told = world.database.rows(
        "select h.orgnr, o.content::text from trinn.outbox o join trinn.organisations h on h.id = o.organisation_id"
        " where o.topic = 'programme.firm-outside-area' and o.object_id = %s",
        programme,
    )
    place = world.firm.organisation.municipality
    assert told == [(answering.orgnr, f'{{"municipalityNo": "{place}"}}')]
    waiting = answering.hub_editor.items("/v1/tasks", limit=1000)
    (task,) = [task for task in waiting if task["path"] == f"/v1/programmes/{programme}"]
    assert (task["operationId"], task["reference"], task["firm"]) == (None, place, None)
    assert (None, task["path"]) not in tasks(world.other_hub)
    (listed,) = world.county.caseworker.items("/v1/enrolments", programmeId=programme)
    assert listed["answeringHub"] == firm["answeringHub"]
    assert answering.follow(programme, next(world.spare_firms))["answeringHub"] is None


def test_a_firm_that_dropped_out_signs_up_again_with_the_hub_that_answers_for_it(
    world, programme, answering
):
    firm = drop_out(world.other_hub, world.other_hub.follow(programme))
    told = sign_up(world.firm.firm, programme, world.firm.orgnr).expect(201)
    assert told.json["id"] == firm["id"]
    assert (told.json["hub"]["orgnr"], told.json["round"]) == (answering.orgnr, 2)
    assert [s["round"] for s in world.firm.firm.items(firm / "steps")] == [1, 1, 2]
    assert firm.path not in mobilisation.tasks_of(world.firm.firm)
    world.assert_sound()


@pytest.mark.parametrize("is_own", (True, False))
def test_a_firm_that_signs_up_lets_the_hub_read_what_it_told_another(
    world, programme, answering, is_own
):
    """What the county signs up, it has not asked."""
    firm = world.other_hub.follow(programme)
    supports = mobilisation.assess(world, world.other_hub, firm, kind="questionnaire")
    interview = mobilisation.assess(world, world.other_hub, firm)
    drop_out(world.other_hub, world.other_hub.signatory.read(firm.path))
    person = world.firm.firm if is_own else world.county.caseworker
    told = sign_up(person, programme, world.firm.orgnr).expect(201).json
    assert told["way"]["isAssessed"]
    reader = answering.hub_editor
    listed = mobilisation.ids(reader.items(firm / "assessments"))
    assert listed == ([interview["id"]] if is_own else [])
    assert reader.get(interview.path).status == (200 if is_own else 404)
    reader.get(supports.path).refused("not-found", 404)
    assert (firm.path in mobilisation.tasks_of(world.firm.firm)) != is_own


def test_a_firm_withdraws_as_long_as_it_has_no_place(world, programme, answering):
    told = sign_up(world.firm.firm, programme, world.firm.orgnr).expect(201)
    firm = world.firm.firm.read(told.location)
    content = {"reason": "no_time", "explanation": "Vi rekker det ikke i år"}
    out = world.firm.firm.do(firm, "drop-out", content)
    assert (out["state"], out["explanation"]) == ("dropped_out", content["explanation"])
    step = steps(world, out)[-1]
    assert (step["role"], step["explanation"]) == ("firm", content["explanation"])
    again = answering.signatory.do(answering.signatory.read(firm.path), "re-enter", REASON)
    again = answering.start(again)
    refused = world.firm.firm.attempt(again, "drop-out", content).refused("state-conflict", 409)
    assert not world.firm.firm.permitted(again)["drop-out"]["permitted"], refused
    taken = sign_up(world.county.caseworker, programme, world.firm.orgnr)
    taken.refused("already-followed", 409)
    drop_out(answering, again)
    sign_up(world.county.caseworker, programme, world.firm.orgnr).expect(201)
    world.assert_sound()


def test_a_programme_is_for_firms_of_the_county(world, programme, database):
    orgnr = next(world.spare_firms)
    for column, value, code in (
        ("municipality_no", "0301", "validation-failed"),
        ("deleted_on", "2026-01-01", "firm-deleted"),
    ):
        database.run(f"update trinn.organisations set {column} = %s where orgnr = %s", value, orgnr)
        sign_up(world.hub.signatory, programme, orgnr).refused(code)
        database.run(
            "update trinn.organisations set municipality_no = '5059', deleted_on = null"
            " where orgnr = %s",
            orgnr,
        )
    for party in (world.hub, world.other_hub, world.county, world.fagpartner):
        reply = sign_up(world.hub.signatory, programme, party.orgnr).expect(422)
        assert reply.faults == [("not-a-firm", "#/orgnr")]
    sign_up(world.hub.signatory, programme, orgnr).expect(201)


def test_of_a_firm_that_signs_up_and_hubs_that_follow_it_at_once_one_is_first(
    world, programme, answering
):
    people = [world.firm.firm, world.other_hub.signatory, world.hub.signatory]
    people = [person.another() for person in people]
    with ThreadPoolExecutor(3) as pool:
        sent = [pool.submit(sign_up, p, programme, world.firm.orgnr) for p in people]
        replies = [future.result() for future in sent]
    assert sorted(reply.status for reply in replies) == [201, 409, 409]
    codes = {reply.code for reply in replies if reply.status == 409}
    assert codes <= {"already-followed", "enrolled-elsewhere"}
    assert len(world.firm.firm.items("/v1/enrolments", programmeId=programme)) == 1


def test_the_county_signs_up_whoever_calls_it(world, programme, answering):
    orgnr = next(world.spare_firms)
    told = sign_up(world.county.caseworker, programme, orgnr).expect(201)
    listed = answering.signatory.items("/v1/enrolments", programmeId=programme, state="prospect")
    assert [e["id"] for e in listed] == [told.json["id"]]
    theirs = world.other_hub.follow(programme, next(world.spare_firms))
    reply = sign_up(world.county.caseworker, programme, theirs["firm"]["orgnr"])
    assert theirs["id"] in reply.refused("already-followed", 409).json["detail"]


@pytest.fixture
def homeless(world):
    """A firm of which the register has no address."""
    orgnr = next(world.spare_firms)
    change = "update trinn.organisations set municipality_no = %s where orgnr = %s"
    world.database.run(change, None, orgnr)
    yield orgnr
    world.database.run(change, "5059", orgnr)


def test_the_county_names_a_hub_for_a_firm_without_an_address(world, programme, answering, homeless):
    caseworker = world.county.caseworker
    reply = sign_up(caseworker, programme, homeless).expect(422)
    assert reply.faults == [("hub-unnamed", "#/hubOrgnr")]
    content = {"programmeId": programme, "orgnr": homeless, "hubOrgnr": world.other_hub.orgnr}
    told = caseworker.post("/v1/enrolments", content).expect(201).json
    assert told["hub"]["orgnr"] == world.other_hub.orgnr
    assert ("noteContact", f"/v1/enrolments/{told['id']}") in tasks(world.other_hub)
    content["orgnr"] = next(world.spare_firms)
    reply = caseworker.post("/v1/enrolments", content).expect(422)
    assert reply.faults == [("hub-answers", "#/hubOrgnr")]
    reply = answering.signatory.post("/v1/enrolments", content).expect(422)
    assert reply.faults == [("unknown-field", "#/hubOrgnr")]
    drop_out(world.other_hub, world.other_hub.signatory.read(f"/v1/enrolments/{told['id']}"))
    again = content | {"orgnr": homeless, "hubOrgnr": answering.orgnr}
    assert caseworker.post("/v1/enrolments", again).expect(201).json["round"] == 2
    world.assert_sound()


def test_a_firm_signs_up_itself_and_where_a_hub_answers(world, programme, answering):
    reply = sign_up(world.firm.firm, programme, next(world.spare_firms)).expect(422)
    assert reply.faults == [("not-own-firm", "#/orgnr")]
    firm = world.neighbour_firm
    reply = sign_up(firm.firm, world.neighbour.programme(), firm.orgnr)
    assert firm.organisation.municipality in reply.refused("no-hub-answers", 409).json["detail"]
