"""A firm's way through the stages of a programme: followed by one hub, in one state, with a place
where places are counted; gates hold or are waived by a second person; what was is kept."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from support import mobilisation, specimens
from support.bodies import REASON
from support.specimens import drop_out

FOLLOWING = ("caseworker", "decision_maker", "programme_lead", "secretary", "archivist", "auditor")


def stage(number, gates=(), **changes):
    found = {"number": number, "name": f"Trinn {number}", "description": "Samlinger"}
    return found | {"gates": list(gates)} | changes


@pytest.fixture
def programme(world):
    """Three stages: to the third one comes through the second only."""
    gate = {"kind": "stage_completed", "requiresStage": 2}
    return world.county.programme(stages=[stage(1), stage(2), stage(3, [gate])])


@pytest.fixture
def firm(world, programme):
    return world.hub.follow(programme)


def with_gate(world, **gate):
    """A prospect of a programme whose second stage has this gate."""
    return world.hub.follow(world.county.programme(stages=[stage(1), stage(2, [gate])]))


def narrow(world, places=1):
    """A programme of one stage with so many places."""
    return world.county.programme(stages=[stage(1, capacity=places)])


def prospects(world, programme, n, hub=None):
    return [(hub or world.hub).follow(programme, next(world.spare_firms)) for _ in range(n)]


def attempt(world, thing, action, body=None, hub=None):
    return (hub or world.hub).signatory.attempt(thing, action, body)


def steps(world, thing):
    return world.hub.signatory.items(thing / "steps")


# ---- following a firm


def test_a_hub_begins_to_follow_a_firm_in_the_version_in_force(world, programme):
    firm = world.hub.follow(programme)
    assert (firm["state"], firm["stage"], firm["round"]) == ("prospect", None, 1)
    assert firm["programmeVersion"] == 1
    assert (firm["firm"]["orgnr"], firm["hub"]["orgnr"]) == (world.firm.orgnr, world.hub.orgnr)
    world.assert_sound()


def test_of_a_firm_that_another_hub_follows_a_hub_learns_whom_to_ask_and_nothing_else(
    world, programme
):
    body = {"programmeId": programme, "orgnr": world.firm.orgnr}
    firm = world.hub.recommend(world.hub.follow(programme))
    replies = []
    for action, content in (("enrol", {"stage": 1}), ("start", None), ("complete", None)):
        told = world.other_hub.signatory.post("/v1/enrolments", body)
        replies.append(told.refused("enrolled-elsewhere", 409).json)
        firm = world.hub.signatory.do(firm, action, content)
    for told in replies:
        assert "programme_lead" in told["detail"]
        assert world.hub.orgnr not in str(told) and "ranlia" not in str(told)
        del told["traceId"]
        assert told == replies[0]
    tried = world.other_hub.signatory.post("/v1/enrolments", body, dryRun="true")
    tried.refused("enrolled-elsewhere", 409)
    for path in (firm.path, firm / "steps", firm / "permitted-actions"):
        world.other_hub.signatory.get(path).refused("not-found", 404)


def test_a_hub_that_follows_the_firm_is_told_by_which_enrolment(world, firm):
    body = {"programmeId": firm["programme"]["id"], "orgnr": world.firm.orgnr}
    reply = world.hub.signatory.post("/v1/enrolments", body).refused("already-followed", 409)
    assert firm["id"] in reply.json["detail"]


def test_of_two_hubs_at_once_one_follows_the_firm(world, programme):
    body = {"programmeId": programme, "orgnr": world.firm.orgnr}
    hubs = [world.hub.signatory.another(), world.other_hub.signatory.another()]
    with ThreadPoolExecutor(2) as pool:
        replies = list(pool.map(lambda hub: hub.post("/v1/enrolments", body), hubs))
    assert sorted(r.status for r in replies) == [201, 409]
    (refused,) = [r for r in replies if r.status == 409]
    refused.refused("enrolled-elsewhere")


def test_the_firm_is_in_the_register_solvent_and_the_programme_runs(world, programme):
    def follow(programme, orgnr):
        body = {"programmeId": programme, "orgnr": orgnr}
        return world.hub.signatory.post("/v1/enrolments", body)

    assert follow(programme, "999999999").expect(422).faults == [("unknown-reference", "#/orgnr")]
    assert follow("999", world.firm.orgnr).expect(422).faults == [
        ("unknown-reference", "#/programmeId")
    ]
    follow(programme, world.bankrupt.orgnr).refused("applicant-insolvent", 409)
    planned = world.county.programme(state="planned")
    follow(planned, world.firm.orgnr).refused("programme-not-active", 409)
    theirs = world.neighbour.programme()
    assert follow(theirs, world.firm.orgnr).code == "validation-failed"


# ---- another hub, once a round has ended


@pytest.mark.parametrize("is_finished", (False, True))
def test_a_firm_whose_round_has_ended_is_followed_by_another_hub_in_a_round_of_its_own(
    world, programme, is_finished
):
    hub, other = world.hub, world.other_hub
    firm = hub.start(hub.follow(programme, next(world.spare_firms)))
    if is_finished:
        ended = hub.signatory.do(hub.signatory.do(firm, "complete"), "finish")
    else:
        ended = drop_out(hub, firm, "moved")
    before = steps(world, ended)
    taken = other.follow(programme, firm["firm"]["orgnr"])
    assert taken["id"] == firm["id"]
    assert (taken["state"], taken["stage"], taken["round"]) == ("prospect", None, 2)
    assert (taken["hub"]["orgnr"], taken["recommendation"]) == (other.orgnr, None)
    other.enrol(taken)

    hub.signatory.get(firm.path).refused("not-found", 404)
    assert steps(world, ended) == before
    theirs = other.signatory.items(firm / "steps")
    assert [(s["round"], s["toState"]) for s in theirs] == [(2, "prospect"), (2, "enrolled")]
    for person, rounds in ((hub, {1}), (other, {2})):
        passages = world.database.rows(
            "select p.round from trinn.passages p join trinn.organisations o on o.id = p.hub_id"
            " where p.enrolment_id = %s and o.orgnr = %s",
            *(firm["id"], person.orgnr),
        )
        assert {r for (r,) in passages} == rounds
    body = {"programmeId": programme, "orgnr": firm["firm"]["orgnr"]}
    hub.signatory.post("/v1/enrolments", body).refused("enrolled-elsewhere", 409)
    assert len(world.county.caseworker.items(firm / "steps")) == len(before) + 2
    world.assert_sound()


def test_of_two_hubs_that_take_up_a_firm_at_once_one_does(world, programme):
    firm = drop_out(world.hub, world.hub.follow(programme, next(world.spare_firms)))
    people = [world.other_hub.signatory.another(), world.outsider.signatory.another()]
    body = {"programmeId": programme, "orgnr": firm["firm"]["orgnr"]}
    with ThreadPoolExecutor(2) as pool:
        replies = list(pool.map(lambda person: person.post("/v1/enrolments", body), people))
    assert sorted(r.code or "" for r in replies) == ["", "enrolled-elsewhere"]
    world.assert_sound()


def test_what_the_former_hub_had_begun_to_write_is_not_finished(world, programme):
    firm = world.hub.follow(programme)
    editor = world.hub.hub_editor
    draft = editor.make(firm / "assessments", mobilisation.new_assessment(world))
    draft = editor.save(draft, "answers", mobilisation.answers(world))
    drop_out(world.hub, world.hub.signatory.read(firm.path))
    taken = world.other_hub.follow(programme)
    editor.attempt(draft, "finish").refused("handed-over", 409)
    assert world.other_hub.signatory.read(taken.path)["state"] == "prospect"
    world.assert_sound()


# ---- signing up


@pytest.fixture
def answering(world):
    """The hub answers for where the firms of the world lie."""
    municipalities = {world.firm.organisation.municipality, "5038"}
    content = world.county.hub_area_content(world.hub, *sorted(municipalities))
    world.county.set_up("/v1/hub-areas", content)
    return world.hub


def sign_up(person, programme, orgnr, **query):
    return person.post("/v1/enrolments", {"programmeId": programme, "orgnr": orgnr}, **query)


def test_a_firm_that_signs_up_goes_to_the_hub_that_answers_for_it(world, programme, answering):
    told = sign_up(world.firm.firm, programme, world.firm.orgnr).expect(201)
    assert told.json["hub"]["orgnr"] == answering.orgnr and told.json["state"] == "prospect"
    firm = answering.signatory.read(told.location)
    (step,) = steps(world, firm)
    assert (step["role"], step["person"]) == ("firm", world.firm.firm.name)
    again = sign_up(world.firm.firm, programme, world.firm.orgnr).refused("already-followed", 409)
    assert firm["id"] in again.json["detail"]
    refused = sign_up(world.other_hub.signatory, programme, world.firm.orgnr)
    refused.refused("enrolled-elsewhere", 409)
    assert world.hub.enrol(firm)["state"] == "enrolled"
    world.assert_sound()


def test_a_firm_that_dropped_out_signs_up_again_with_the_hub_that_answers_for_it(
    world, programme, answering
):
    firm = drop_out(world.other_hub, world.other_hub.follow(programme))
    told = sign_up(world.firm.firm, programme, world.firm.orgnr).expect(201)
    assert told.json["id"] == firm["id"]
    assert (told.json["hub"]["orgnr"], told.json["round"]) == (answering.orgnr, 2)
    assert [s["round"] for s in world.firm.firm.items(firm / "steps")] == [1, 1, 2]
    world.assert_sound()


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


def test_a_firm_reads_why_it_dropped_out_and_not_what_its_hub_wrote_for_itself(world, firm):
    out = drop_out(world.hub, firm)
    hub, own = world.hub.signatory, world.firm.firm
    assert hub.read(out.path)["explanation"] == "Full ordrebok"
    for told in (own.read(out.path), own.items(out / "steps")[-1]):
        assert (told["reason"], told["explanation"]) == ("no_time", None)
    firm = hub.do(out, "re-enter", REASON)
    content = {"reason": "no_fit", "explanation": "Takk for nå", "toFirm": True}
    hub.do(firm, "drop-out", content)
    assert own.items(out / "steps")[-1]["explanation"] == "Takk for nå"


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


def test_a_firm_signs_up_itself_and_where_a_hub_answers(world, programme, answering):
    reply = sign_up(world.firm.firm, programme, next(world.spare_firms)).expect(422)
    assert reply.faults == [("not-own-firm", "#/orgnr")]
    firm = world.neighbour_firm
    reply = sign_up(firm.firm, world.neighbour.programme(), firm.orgnr)
    assert firm.organisation.municipality in reply.refused("no-hub-answers", 409).json["detail"]


# ---- who sees it


def test_hub_firm_and_county_see_the_enrolment_and_nobody_else(world, firm):
    for role in FOLLOWING:
        assert getattr(world.county, role).read(firm.path)["id"] == firm["id"]
    assert world.firm.firm.read(firm.path) == firm
    strangers = (world.county.attestant, world.fagpartner.fagpartner, world.neighbour.caseworker)
    for stranger in strangers:
        stranger.get(firm.path).refused("not-found", 404)


def test_a_list_is_narrowed_by_programme_state_stage_hub_and_firm(world):
    programme = narrow(world, 2)
    mine = prospects(world, programme, 3)
    theirs = prospects(world, programme, 1, world.other_hub)
    world.hub.enrol(mine[0])

    def ids(person, **query):
        return [e["id"] for e in person.items("/v1/enrolments", programmeId=programme, **query)]

    everyone = [e["id"] for e in mine + theirs]
    lead = world.county.programme_lead
    assert ids(lead) == everyone[::-1]
    assert ids(lead, limit=1) == everyone[::-1]
    assert ids(lead, state="enrolled") == ids(lead, stage=1) == everyone[:1]
    assert ids(lead, hubId=theirs[0]["hub"]["id"]) == everyone[3:]
    assert ids(world.hub.hub_editor) == everyone[2::-1]
    assert ids(world.hub.hub_editor, state="prospect") == everyone[2:0:-1]
    assert ids(world.hub.hub_editor, hubId=theirs[0]["hub"]["id"]) == []
    assert ids(world.firm.firm) == []
    of_first, of_last = (e["firm"]["orgnr"] for e in (mine[0], theirs[0]))
    assert ids(world.hub.hub_editor, orgnr=of_first) == ids(lead, orgnr=of_first) == everyone[:1]
    assert ids(lead, orgnr=of_first, state="prospect") == ids(lead, orgnr="319900012") == []
    assert ids(world.hub.hub_editor, orgnr=of_last) == ids(world.firm.firm, orgnr=of_last) == []


def test_a_firm_sees_its_own_across_hubs(world):
    first, second = world.county.programme(), world.county.programme()
    found = [world.hub.follow(first)["id"], world.other_hub.follow(second)["id"]]
    told = [e["id"] for e in world.firm.firm.items("/v1/enrolments")]
    assert set(found) <= set(told)


def test_a_firm_is_seen_as_one_undertaking_across_programmes(world):
    firm = world.hub.follow(world.county.programme())
    firm = world.hub.complete(firm)
    other = world.other_hub.follow(world.county.programme())
    path = f"/v1/firms/{world.firm.orgnr}/participation"
    for person in (world.firm.firm, world.county.programme_lead):
        told = person.get(path).expect(200).json
        assert told["firm"]["orgnr"] == world.firm.orgnr
        stands = {e["id"]: e for e in told["enrolments"]}
        assert stands[firm["id"]]["completedStages"] == [1]
        assert stands[other["id"]]["hub"]["orgnr"] == world.other_hub.orgnr
        assert {firm["id"], other["id"]} <= set(stands) and told["memberships"] is not None
    theirs = world.other_hub.signatory.get(path).expect(200).json["enrolments"]
    assert other["id"] in [e["id"] for e in theirs]
    assert {e["hub"]["orgnr"] for e in theirs} == {world.other_hub.orgnr}
    for person in (world.outsider.signatory, world.county.finance, world.neighbour_firm.firm):
        person.get(path).refused("not-found", 404)


# ---- the way


def test_a_firm_goes_stage_by_stage_and_every_step_is_kept(world, firm):
    for number in (1, 2, 3):
        firm = world.hub.complete(firm, number)
        assert (firm["state"], firm["stage"]) == ("completed", number)
    firm = world.hub.signatory.do(firm, "finish")
    told = steps(world, firm)
    assert [s["seq"] for s in told] == list(range(1, 12))
    assert [s["toState"] for s in told] == [
        "prospect",
        *["enrolled", "active", "completed"] * 3,
        "finished",
    ]
    assert [s["stage"] for s in told] == [None, 1, 1, 1, 2, 2, 2, 3, 3, 3, 3]
    assert all(s["hub"]["orgnr"] == world.hub.orgnr and s["person"] for s in told)
    world.assert_sound()


def test_several_firms_take_a_step_each_with_a_result(world, programme):
    signatory = world.hub.signatory
    started, waits, other = prospects(world, programme, 3)
    started, waits = world.hub.enrol(started), world.hub.enrol(waits)
    (theirs,) = prospects(world, programme, 1, world.other_hub)
    ids = [firm["id"] for firm in (started, waits, other, theirs)]
    content = {"step": "start", "enrolmentIds": ids}
    reply = signatory.post("/v1/enrolment-steps", content, dryRun="true")
    assert reply.faults == [
        ("state-conflict", "#/enrolmentIds/2"),
        ("unknown-reference", "#/enrolmentIds/3"),
    ]
    results = signatory.post("/v1/enrolment-steps", content).expect(200).json["results"]
    assert [r["enrolmentId"] for r in results] == ids
    assert [r["done"] for r in results] == [True, True, False, False]
    assert signatory.read(waits.path)["state"] == "active"
    assert world.other_hub.signatory.read(theirs.path)["state"] == "prospect"
    done = signatory.post("/v1/enrolment-steps", content | {"step": "complete"}).expect(200)
    assert [r["done"] for r in done.json["results"]] == [True, True, False, False]
    again = signatory.post("/v1/enrolment-steps", content | {"step": "complete"})
    assert again.expect(409, 422).faults == [
        *[("state-conflict", f"#/enrolmentIds/{i}") for i in range(3)],
        ("unknown-reference", "#/enrolmentIds/3"),
    ]
    world.assert_sound()


def test_several_firms_enrol_at_once_in_a_free_stage_as_long_as_there_are_places(world, database):
    programme = narrow(world, 2)
    signatory = world.hub.signatory
    unadvised, *firms = prospects(world, programme, 4)
    firms = [unadvised, *[world.hub.recommend(firm) for firm in firms]]
    ids = [firm["id"] for firm in firms]
    content = {"step": "enrol", "stage": 1, "enrolmentIds": ids}
    results = signatory.post("/v1/enrolment-steps", content).expect(200).json["results"]
    codes = [[e["code"] for e in result["errors"]] for result in results]
    assert codes == [["stage-not-recommended"], [], [], ["stage-full"]]
    states = [signatory.read(firm.path)["state"] for firm in firms]
    assert states == ["prospect", "enrolled", "enrolled", "prospect"]
    assert places(database, programme) == {1: 2}
    for wrong in ({"stage": 1, "step": "start"}, {"step": "enrol"}):
        body = {"enrolmentIds": ids} | wrong
        reply = signatory.post("/v1/enrolment-steps", body).expect(422)
        assert [pointer for _, pointer in reply.faults] == ["#/stage"]
    world.assert_sound()


def test_in_a_priced_stage_each_firm_enrols_by_itself(world):
    programme = world.county.programme(stages=[stage(1, priceOre=100_00)])
    firm = world.hub.recommend(world.hub.follow(programme))
    content = {"step": "enrol", "stage": 1, "enrolmentIds": [firm["id"]]}
    reply = world.hub.signatory.post("/v1/enrolment-steps", content).expect(409, 422)
    assert [pointer for _, pointer in reply.faults] == ["#/enrolmentIds/0"]


def test_nobody_enrols_in_a_stage_that_no_person_has_recommended_in_this_round(world):
    stages = [stage(1, nextStage=2), stage(2), stage(3)]
    firm = world.hub.follow(world.county.programme(stages=stages), next(world.spare_firms))

    def refused(firm, number):
        reply = attempt(world, firm, "enrol", {"stage": number}).expect(422)
        assert reply.faults == [("stage-not-recommended", "#/stage")]

    refused(firm, 1)
    advice = {"stage": 0, "grounds": "?", "digitallyReady": False}
    attempt(world, firm, "recommend-stage", advice).refused("validation-failed", 422)
    firm = world.hub.recommend(firm, 1)
    refused(firm, 2)
    firm = world.hub.complete(firm)
    refused(firm, 3)
    firm = world.hub.signatory.do(firm, "enrol", {"stage": 2})  # as the graph advises
    firm = world.hub.signatory.do(drop_out(world.hub, firm), "re-enter", REASON)
    refused(firm, 1)


def test_a_firm_may_go_straight_to_the_second_stage_but_not_to_the_third(world, firm):
    refused = attempt(world, firm, "enrol", {"stage": 3}).refused("gate-closed", 409)
    assert refused.json["detail"] == "Trinn 3 krever fullført trinn 2."
    firm = world.hub.complete(firm, 2)
    firm = world.hub.enrol(firm, 3)
    assert (firm["state"], firm["stage"]) == ("enrolled", 3)


def test_a_stage_that_lies_behind_or_is_not_there_is_refused(world, firm):
    assert attempt(world, firm, "enrol", {"stage": 7}).expect(422).faults == [
        ("stage-unknown", "#/stage")
    ]
    firm = world.hub.complete(firm, 2)
    for number in (1, 2):
        reply = attempt(world, firm, "enrol", {"stage": number}).expect(422)
        assert reply.faults == [("stage-passed", "#/stage")]


def test_a_person_recommends_a_stage_and_says_why(world, firm):
    content = {"stage": 2, "grounds": "Bruker alt regnskap i skyen", "digitallyReady": True}
    firm = world.hub.signatory.do(firm, "recommend-stage", content)
    told = firm["recommendation"]
    assert told == content | {"by": world.hub.signatory.name}
    assert firm["state"] == "prospect"
    wrong = attempt(world, firm, "recommend-stage", content | {"stage": 9})
    assert wrong.expect(422).faults == [("stage-unknown", "#/stage")]
    world.assert_sound()


def test_who_drops_out_says_why_and_may_enter_again_in_a_new_round(world, firm):
    firm = world.hub.complete(firm, 2)
    firm = drop_out(world.hub, firm)
    assert (firm["state"], firm["reason"]) == ("dropped_out", "no_time")
    assert firm["explanation"] == "Full ordrebok"
    for action, body in (("enrol", {"stage": 3}), ("finish", None)):
        attempt(world, firm, action, body).refused("state-conflict", 409)
    firm = world.hub.signatory.do(firm, "re-enter", REASON)
    assert (firm["state"], firm["round"], firm["reason"]) == ("prospect", 2, None)
    firm = world.hub.enrol(firm, 3)  # what it completed in the first round it has completed
    assert [s["round"] for s in steps(world, firm)] == [1, 1, 1, 1, 1, 2, 2]
    world.assert_sound()


def test_what_may_be_done_is_told_with_what_stands_in_the_way(world, firm):
    enrol = world.hub.signatory.permitted(firm)["enrol"]
    assert [reason["code"] for reason in enrol["reasons"]] == ["stage-not-recommended"]
    firm = world.hub.recommend(firm)
    told = world.hub.signatory.permitted(firm)
    permitted = {name for name, action in told.items() if action["permitted"]}
    assert permitted == {
        *("note-contact", "begin-assessment", "recommend-stage", "enrol", "drop-out"),
        *("ask-gate-waiver", "ask-handover"),
    }
    told = world.county.caseworker.permitted(firm)
    assert {name for name, action in told.items() if action["permitted"]} == {
        *("ask-gate-waiver", "ask-handover"),
    }


def test_what_stages_ahead_ask_is_told_to_hub_and_firm(world):
    gates = [{"kind": "assessed"}, {"kind": "stage_completed", "requiresStage": 1}]
    gates.append({"kind": "attendance", "percent": 80})
    second = stage(2, gates, priceOre=1_200_000, priceCapOre=1_200_000)
    programme = world.county.programme(stages=[stage(1, capacity=1), second])
    world.hub.enrol(world.hub.follow(programme, next(world.spare_firms)))
    firm = world.hub.follow(programme)
    for person in (world.hub.signatory, world.firm.firm):
        warnings = person.read(firm / "permitted-actions")["warnings"]
        assert [w["code"] for w in warnings] == ["stage-queue", *["gate-closed"] * 3, "stage-cost"]
    assert [w["detail"].replace("\u00a0", " ") for w in warnings][1:] == [
        "Trinn 2 krever et modenhetsintervju.",
        "Trinn 2 krever fullført trinn 1.",
        "Trinn 2 krever et oppmøte på minst 80 %.",
        "Egenandelen i trinn 2 er høyst 12 000 kr.",
    ]


# ---- places


def test_who_finds_no_place_waits_unless_it_does_not_want_to(world):
    first, second, third = prospects(world, narrow(world), 3)
    first = world.hub.enrol(first)
    second = world.hub.enrol(second)
    assert second["state"] == "waiting" and second["waitingSince"]
    body = {"stage": 1, "waitIfFull": False}
    attempt(world, third, "enrol", body).refused("stage-full", 409)
    attempt(world, second, "take-place", {}).refused("stage-full", 409)
    first = world.hub.signatory.do(first, "start")
    world.hub.signatory.do(first, "complete")
    second = world.hub.signatory.do(second, "take-place", {})
    assert (second["state"], second["waitingSince"]) == ("enrolled", None)
    world.assert_sound()


def waits_for(person):
    tasks = person.items("/v1/tasks", limit=1000)
    assert tasks == sorted(tasks, key=lambda task: (task["since"], task["path"]))
    return {(task["operationId"], task["path"]) for task in tasks}


def test_hub_and_firm_are_told_what_waits_for_them(world):
    programme = narrow(world)
    taken, firm = world.hub.follow(programme, next(world.spare_firms)), world.hub.follow(programme)
    taken = world.hub.enrol(taken)
    mobilisation.assess(world, world.hub, firm)
    signatory = world.hub.signatory
    assert ("recommendStage", firm.path) in waits_for(signatory)
    content = {"stage": 1, "grounds": "Klar", "digitallyReady": True}
    firm = signatory.do(signatory.read(firm.path), "recommend-stage", content)
    firm = world.hub.enrol(firm)
    assert {path for _, path in waits_for(signatory)}.isdisjoint({firm.path, taken.path})
    drop_out(world.hub, taken)
    assert ("takePlace", firm.path) in waits_for(signatory)
    assert ("takePlace", firm.path) not in waits_for(world.other_hub.signatory)
    firm = signatory.do(signatory.do(firm, "take-place", {}), "start")
    deliverable = world.hub.begin_deliverable(firm)
    deliverable = signatory.do(deliverable, "deliver")
    task = ("acceptDeliverable", deliverable.path)
    assert task in waits_for(world.firm.firm)
    world.firm.firm.do(deliverable, "accept")
    assert task not in waits_for(world.firm.firm)


def test_a_free_place_goes_to_who_waits_and_not_past_them(world):
    first, second, third = prospects(world, narrow(world), 3)
    first = world.hub.enrol(first)
    second = world.hub.enrol(second)
    drop_out(world.hub, first)
    third = world.hub.enrol(third)
    assert third["state"] == "waiting"
    reply = attempt(world, third, "take-place", {}).expect(422)
    assert reply.faults == [("queue-order", "#/reason")]
    third = world.hub.signatory.do(third, "take-place", {"reason": "Kurset passer bare for denne"})
    assert third["explanation"] == "Kurset passer bare for denne"
    attempt(world, second, "take-place", {}).refused("stage-full", 409)


def test_the_hub_of_who_has_waited_longest_is_told_of_a_free_place(world, database):
    programme = narrow(world)
    taken, second, third = prospects(world, programme, 3)
    taken = world.hub.enrol(taken)
    second, third = world.hub.enrol(second), world.hub.enrol(third)

    def told():
        return database.rows(
            "select b.object_id::text, o.orgnr from trinn.outbox b join trinn.organisations o"
            " on o.id = b.organisation_id where b.topic = 'enrolment.place-free'"
            " and b.object_id in (%s, %s) order by b.id",
            *(second["id"], third["id"]),
        )

    assert told() == []
    drop_out(world.hub, taken)
    assert told() == [(second["id"], world.hub.orgnr)]
    second = world.hub.signatory.do(second, "take-place", {})
    world.county.new_stages(programme, stages=[stage(1, capacity=2)])
    assert told()[1:] == [(third["id"], world.hub.orgnr)]
    world.hub.signatory.do(third, "take-place", {})
    assert places(database, programme) == {1: 2}


def test_the_order_is_that_of_all_hubs(world):
    programme = narrow(world)
    taken, mine = prospects(world, programme, 2)
    (theirs,) = prospects(world, programme, 1, world.other_hub)
    taken = world.hub.enrol(taken)
    theirs = world.other_hub.enrol(theirs)
    mine = world.hub.enrol(mine)
    drop_out(world.hub, taken)
    reply = attempt(world, mine, "take-place", {}).expect(422)
    assert reply.faults == [("queue-order", "#/reason")]
    assert world.other_hub.orgnr not in reply.text
    world.other_hub.signatory.do(theirs, "take-place", {})


def test_of_two_firms_and_one_place_one_gets_it(world, database):
    for _ in range(5):
        programme = narrow(world)
        pair = prospects(world, programme, 1) + prospects(world, programme, 1, world.other_hub)
        people = [world.hub.signatory.another(), world.other_hub.signatory.another()]
        pair = [world.hub.recommend(pair[0]), world.other_hub.recommend(pair[1])]
        with ThreadPoolExecutor(2) as pool:
            sent = [pool.submit(p.do, f, "enrol", {"stage": 1}) for p, f in zip(people, pair)]
            states = sorted(future.result()["state"] for future in sent)
        assert states == ["enrolled", "waiting"]
        assert places(database, programme) == {1: 1}


def test_of_many_that_want_no_waiting_as_many_get_in_as_there_are_places(world, database):
    programme = narrow(world, 3)
    firms = [world.hub.recommend(firm) for firm in prospects(world, programme, 8)]
    body = {"stage": 1, "waitIfFull": False}

    def enrol(firm):
        return world.hub.signatory.another().attempt(firm, "enrol", body)

    with ThreadPoolExecutor(8) as pool:
        replies = list(pool.map(enrol, firms))
    assert sum(reply.status == 200 for reply in replies) == 3
    assert {reply.code for reply in replies if reply.status != 200} <= {"stage-full", "contended"}
    assert places(database, programme) == {1: 3}


def places(database, programme):
    rows = database.rows(
        "select stage, taken from trinn.stage_places where programme_id = %s and taken > 0",
        programme,
    )
    return dict(rows)


# ---- gates


def test_the_assessment_that_is_asked_for_is_an_interview(world):
    """Neither what the firm answers alone, nor a questionnaire, which supports the interview."""
    firm = with_gate(world, kind="assessed")
    for hand, kind in ((world.firm, "survey"), (world.hub, "questionnaire")):
        mobilisation.assess(world, hand, firm, kind=kind)
        reply = attempt(world, firm, "enrol", {"stage": 2}).refused("gate-closed", 409)
        assert reply.json["detail"] == "Trinn 2 krever et modenhetsintervju."
    mobilisation.assess(world, world.hub, firm)
    firm = world.hub.signatory.read(firm.path)
    assert firm["state"] == "assessed"
    assert world.hub.enrol(firm, 2)["state"] == "enrolled"


def test_a_gate_is_waived_for_a_round_by_a_second_person(world):
    firm = with_gate(world, kind="stage_completed", requiresStage=1)
    waiver = world.hub.ask_waiver(firm)
    assert waiver["state"] == "asked"
    attempt(world, firm, "enrol", {"stage": 2}).refused("gate-closed", 409)
    again = {"stage": 2, "gate": "stage_completed", "reason": "En gang til"}
    world.hub.signatory.post(firm / "gate-waivers", again).refused("waiver-exists", 409)
    given = world.county.programme_lead.do(waiver, "give", REASON)
    assert (given["state"], given["decision"]) == ("given", REASON["reason"])
    firm = world.hub.enrol(world.hub.signatory.read(firm.path), 2)
    firm = drop_out(world.hub, firm)
    firm = world.hub.signatory.do(firm, "re-enter", REASON)
    attempt(world, firm, "enrol", {"stage": 2}).refused("gate-closed", 409)
    world.assert_sound()


def test_whoever_asked_for_a_waiver_neither_gives_nor_refuses_it(world):
    firm = with_gate(world, kind="assessed")
    content = {"stage": 2, "gate": "assessed", "reason": "Kartlagt i annet program"}
    waiver = world.county.caseworker.make(firm / "gate-waivers", content)
    for step in ("give", "refuse"):
        world.county.caseworker.attempt(waiver, step, REASON).refused("four-eyes", 403)
    world.hub.signatory.attempt(waiver, "give", REASON).refused("forbidden", 403)
    refused = world.county.caseworker_b.do(waiver, "refuse", REASON)
    assert refused["state"] == "refused"
    world.county.caseworker.make(firm / "gate-waivers", content)


def test_a_waiver_is_asked_for_a_gate_that_is_there(world):
    firm = with_gate(world, kind="assessed")
    for number, gate in ((1, "assessed"), (2, "attendance")):
        content = {"stage": number, "gate": gate, "reason": "?"}
        reply = world.hub.signatory.post(firm / "gate-waivers", content).expect(422)
        assert reply.faults == [("gate-unknown", "#/gate")]


def test_the_county_finds_the_waivers_that_it_is_asked_for(world):
    waiver = world.hub.ask_waiver(with_gate(world, kind="assessed"), gate="assessed")
    asked = world.county.caseworker.items("/v1/gate-waivers", state="asked")
    assert waiver["id"] in [w["id"] for w in asked]
    assert waiver["id"] in [w["id"] for w in world.firm.firm.items("/v1/gate-waivers")]
    assert world.other_hub.signatory.items("/v1/gate-waivers") == []


def test_a_deliverable_is_delivered_by_the_hub_and_accepted_by_the_firm(world):
    firm = with_gate(world, kind="deliverable_accepted")
    attempt(world, firm, "enrol", {"stage": 2}).refused("gate-closed", 409)
    firm = world.hub.start(firm)
    deliverable = world.hub.begin_deliverable(firm)
    assert (deliverable["state"], deliverable["stage"]) == ("begun", 1)
    world.firm.firm.attempt(deliverable, "accept").refused("state-conflict", 409)
    deliverable = world.hub.signatory.do(deliverable, "deliver")
    assert deliverable["deliveredOn"] == str(world.today)
    world.hub.signatory.attempt(deliverable, "accept").refused("forbidden", 403)
    world.neighbour_firm.firm.attempt(deliverable, "accept").refused("not-found", 404)
    deliverable = world.firm.firm.do(deliverable, "accept")
    assert (deliverable["state"], deliverable["acceptedBy"]) == ("accepted", world.firm.firm.name)
    assert world.firm.firm.items(firm / "deliverables") == [deliverable]
    firm = world.hub.signatory.do(world.hub.signatory.read(firm.path), "complete")
    assert world.hub.enrol(firm, 2)["stage"] == 2
    world.assert_sound()


def test_a_firm_sends_a_deliverable_back_until_it_is_what_it_needs(world):
    hub, own = world.hub.signatory, world.firm.firm
    made = specimens.delivered(world, world.hub)
    better = {"title": "Nettbestilling", "description": "Bestilling og betaling på nett"}
    hub.put(made.path, better, made.etag).refused("state-conflict", 409)
    world.neighbour_firm.firm.attempt(made, "send-back", REASON).refused("not-found", 404)
    hub.attempt(made, "send-back", REASON).refused("forbidden", 403)
    assert own.permitted(made)["send-back"]["permitted"]
    made = own.do(made, "send-back", {"reason": "Betaling mangler"})
    told = {"deliveredOn": str(world.today), "on": str(world.today), "by": own.name}
    told |= {"reason": "Betaling mangler"}
    assert (made["state"], made["deliveredOn"], made["returns"]) == ("begun", None, [told])
    made = hub.put(made.path, better, made.etag).expect(200).thing(made.path)
    made = own.do(hub.do(made, "deliver"), "send-back", {"reason": "Prisene er feil"})
    assert [r["reason"] for r in made["returns"]] == ["Betaling mangler", "Prisene er feil"]
    made = own.do(hub.do(made, "deliver"), "accept")
    assert (made["state"], made["description"]) == ("accepted", better["description"])
    assert len(made["returns"]) == 2
    world.assert_sound()


def test_nobody_accepts_for_a_firm_what_they_delivered_for_a_hub(world):
    at_hub, at_firm = world.one_person((world.hub, "hub_editor"), (world.firm, "firm"))
    made = at_hub.do(specimens.begun_deliverable(world, world.hub), "deliver")
    told = at_firm.permitted(made)["accept"]
    assert [why["code"] for why in told["reasons"]] == ["four-eyes"]
    at_firm.attempt(made, "accept").refused("four-eyes", 403)
    world.firm.firm.do(made, "accept")


def test_nobody_asks_for_a_hand_over_and_consents_to_it(world):
    parties = (world.hub, "hub_editor"), (world.firm, "firm"), (world.other_hub, "hub_editor")
    at_hub, at_firm, at_other = world.one_person(*parties)
    firm = specimens.prospect(world, world.hub)
    content = {"toOrgnr": world.other_hub.orgnr, "reason": "Flytter"}
    asked = at_hub.make(firm / "handovers", content)
    at_firm.attempt(asked, "consent").refused("four-eyes", 403)
    asked = world.firm.firm.do(asked, "consent")
    at_other.attempt(asked, "accept").refused("four-eyes", 403)
    world.other_hub.signatory.do(asked, "accept")
    world.assert_sound()


# ---- another version of the stage graph


def move(world, firms, **changes):
    content = {
        "programmeId": firms[0]["programme"]["id"],
        "toVersion": 2,
        "enrolmentIds": [firm["id"] for firm in firms],
        "reason": "Nytt innhold fra høsten",
    }
    return content | changes


@pytest.fixture
def three(world):
    """One that can be moved, one that has dropped out, and one in a stage that the second version
    has not."""
    programme = world.county.programme(stages=[stage(1), stage(2)])
    moves, out, beyond = prospects(world, programme, 3)
    found = [world.hub.enrol(moves), drop_out(world.hub, out), world.hub.enrol(beyond, 2)]
    world.county.new_stages(programme, stages=[stage(1)])
    return found


def test_several_firms_are_moved_each_with_a_result(world, three):
    lead = world.county.programme_lead
    content = move(world, three, enrolmentIds=[f["id"] for f in three] + ["999999999"])
    told = lead.post("/v1/enrolment-moves", content, key="the-move").expect(200)
    results = told.json["results"]
    assert [r["enrolmentId"] for r in results] == content["enrolmentIds"]
    assert [r["moved"] for r in results] == [True, False, False, False]
    codes = [[e["code"] for e in r["errors"]] for r in results]
    assert codes == [[], ["state-conflict"], ["stage-unknown"], ["not-found"]]
    versions = [lead.read(f.path)["programmeVersion"] for f in three]
    assert versions == [2, 1, 1]
    again = lead.post("/v1/enrolment-moves", content, key="the-move").expect(200)
    assert again.replayed and again.content == told.content
    fresh = lead.post("/v1/enrolment-moves", content).expect(200).json["results"]
    assert fresh[0]["errors"][0]["code"] == "version-same"
    step = steps(world, three[0])[-1]
    assert (step["programmeVersion"], step["explanation"]) == (2, content["reason"])
    assert places(world.database, three[0]["programme"]["id"]) == {1: 1, 2: 1}
    world.assert_sound()


def test_a_move_tried_dry_names_those_that_cannot_be_moved(world, three):
    lead = world.county.programme_lead
    path = "/v1/enrolment-moves"
    lead.post(path, move(world, three[:1]), dryRun="true").expect(204)
    reply = lead.post(path, move(world, three), dryRun="true").expect(409)
    assert reply.faults == [
        ("stage-unknown", "#/enrolmentIds/2"),
        ("state-conflict", "#/enrolmentIds/1"),
    ]
    assert lead.read(three[0].path)["programmeVersion"] == 1


def test_there_must_be_a_version_to_move_to(world, three):
    lead = world.county.programme_lead
    reply = lead.post("/v1/enrolment-moves", move(world, three, toVersion=7)).expect(422)
    assert reply.faults == [("unknown-reference", "#/toVersion")]
    other = move(world, three, programmeId=world.county.programme())
    results = lead.post("/v1/enrolment-moves", other | {"toVersion": 1}).expect(200).json["results"]
    assert {e["code"] for r in results for e in r["errors"]} == {"not-found"}
    world.hub.signatory.post("/v1/enrolment-moves", move(world, three)).refused("forbidden", 403)


def test_who_enters_again_begins_in_the_version_in_force(world, three):
    firm = world.hub.signatory.do(three[1], "re-enter", REASON)
    assert firm["programmeVersion"] == 2
    assert world.hub.signatory.read(three[2].path)["programmeVersion"] == 1
