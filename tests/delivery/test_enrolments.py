"""A firm's way through the stages of a programme: followed by one hub, in one state; what was is kept."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from support import copayments, mobilisation
from support.bodies import REASON
from support.enrolments import attempt, narrow, places, prospects, stage, steps
from support.specimens import drop_out

FOLLOWING = ("caseworker", "decision_maker", "programme_lead", "secretary", "archivist", "auditor")


@pytest.fixture
def programme(world):
    """Three stages: to the third one comes through the second only."""
    gate = {"kind": "stage_completed", "requiresStage": 2}
    return world.county.programme(stages=[stage(1), stage(2), stage(3, [gate])])


@pytest.fixture
def firm(world, programme):
    return world.hub.follow(programme)


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
    assert again.expect(409).faults == [
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
    reply = world.hub.signatory.post("/v1/enrolment-steps", content).expect(422)
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


def test_a_firm_that_is_not_ready_is_told_so_and_no_stage_opens_to_it(world, firm):
    signatory = world.hub.signatory
    ready = {"grounds": "Har ikke kasse på nett", "digitallyReady": True}
    reply = attempt(world, firm, "recommend-stage", ready).expect(422)
    assert reply.faults == [("required", "#/stage")]
    firm = signatory.do(firm, "recommend-stage", ready | {"stage": 1})
    content = ready | {"digitallyReady": False}
    refused = attempt(world, firm, "recommend-stage", content | {"stage": 2}).expect(422)
    assert refused.faults == [("stage-unready", "#/stage")]
    attempt(world, firm, "recommend-stage", content | {"stage": 1}).expect(200)
    firm = signatory.do(signatory.read(firm.path), "recommend-stage", content)
    firm = signatory.do(firm, "recommend-stage", content)
    assert firm["recommendation"] == content | {"stage": None, "by": signatory.name}
    reply = attempt(world, firm, "enrol", {"stage": 1}).expect(422)
    assert reply.faults == [("stage-not-recommended", "#/stage")]
    assert not signatory.permitted(firm)["enrol"]["permitted"]
    world.hub.enrol(firm)
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
        *("ask-gate-waiver", "ask-handover", "plan-interview"),
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


def test_what_is_open_is_told_until_it_is_settled(world):
    share = copayments.checked(world)
    firm = world.hub.signatory.read(f"/v1/enrolments/{share['enrolmentId']}")

    def told():
        warnings = world.hub.signatory.read(firm / "permitted-actions")["warnings"]
        return [w["code"] for w in warnings]

    assert told() == ["share-unsettled", "share-credited"]
    firm = world.hub.signatory.do(firm, "start")
    world.hub.begin_deliverable(firm)
    assert told() == ["nothing-held", "share-unsettled", "work-unaccepted"]
    firm = world.hub.signatory.do(firm, "complete")
    assert told() == ["share-unsettled", "work-unaccepted", "aid-unsettled"]
    copayments.settle(world, copayments.cost_of(share)).expect(200)
    assert told() == ["share-unsettled", "work-unaccepted"]
    firm = world.hub.signatory.do(firm, "finish")
    assert told() == []
    firm = world.hub.signatory.do(firm, "re-enter", REASON)
    assert told()[:2] == ["share-unsettled", "work-unaccepted"]


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
