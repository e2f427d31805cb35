"""Trinn 3: a hub's project with one firm or several, and the money it is applied for elsewhere."""

import datetime

import pytest
from support.bodies import (
    REASON,
    new_invitation,
    new_onward,
    new_project,
    onward_answer,
    other_shares,
)
from support.delivery import enrolled, new_firm
from support.parties import KRONE
from support.specimens import drop_out

PATH = "/v1/projects"


@pytest.fixture
def project(world, hub):
    return hub.signatory.make(PATH, new_project(world))


def test_firms_share_a_project_from_the_idea_until_it_is_done(world, hub, project):
    assert project["state"] == "idea"
    assert [(f["isLead"], f["shareBasisPoints"]) for f in project["firms"]] == [
        (True, 7500),
        (False, 2500),
    ]
    for action, state in (("plan", "planned"), ("start", "running"), ("complete", "done")):
        project = hub.hub_editor.do(project, action)
        assert project["state"] == state
    hub.signatory.attempt(project, "give-up", REASON).refused("state-conflict", 409)
    world.assert_sound()


def test_a_project_is_carried_out_by_firms_the_hub_follows_in_the_programme(world, hub):
    content = new_project(world)
    content["firms"][1]["orgnr"] = new_firm(world)
    reply = hub.signatory.post(PATH, content)
    assert reply.refused("validation-failed", 422).faults == [("firm-not-followed", "#/firms/1/orgnr")]


def test_another_hubs_firm_is_to_this_one_as_one_nobody_follows(world, hub):
    """Nothing tells who follows it."""
    firm = new_firm(world)
    alone = [{"orgnr": firm, "isLead": True, "shareBasisPoints": 10000}]
    content = new_project(world) | {"firms": alone}
    before = hub.signatory.post(PATH, content).refused("validation-failed", 422)
    enrolled(world, world.other_hub, firm)
    after = hub.signatory.post(PATH, content)
    assert before.faults == [("firm-not-followed", "#/firms/0/orgnr")]
    assert before.json["errors"] == after.json["errors"]


def test_a_project_is_planned_before_and_started_when_its_firms_came_to_the_last_stage(world, hub):
    firm = new_firm(world)
    enrolled(world, hub, firm, stage=1)
    alone = [{"orgnr": firm, "isLead": True, "shareBasisPoints": 10000}]
    project = hub.signatory.make(PATH, new_project(world) | {"firms": alone})
    project = hub.signatory.do(project, "plan")
    hub.signatory.attempt(project, "start").refused("project-not-reached", 409)


def test_who_joins_one_that_runs_has_come_as_far_as_the_others(world, hub, project):
    firm = new_firm(world)
    enrolled(world, hub, firm, stage=1)
    project = hub.signatory.do(project, "plan")
    shares = other_shares(world)
    shares["firms"][1]["orgnr"] = firm
    agreed = hub.signatory.do(project, "replace-firms", shares)  # it starts when the firm has come
    hub.signatory.attempt(agreed, "start").refused("project-not-reached", 409)
    running = hub.signatory.do(
        hub.signatory.do(agreed, "replace-firms", other_shares(world)), "start"
    )
    reply = hub.signatory.attempt(running, "replace-firms", shares)
    refused = reply.refused("project-not-reached", 409)
    assert refused.faults == [("project-not-reached", "#/firms/1/orgnr")]


def test_shares_that_are_not_the_whole_are_refused(world, hub):
    content = new_project(world)
    content["firms"][1]["shareBasisPoints"] = 2499
    reply = hub.signatory.post(PATH, content).refused("validation-failed", 422)
    assert reply.faults == [("shares-not-whole", "#/firms")]


def test_other_firms_are_agreed_as_a_whole_and_the_former_are_kept(world, hub, project):
    project = hub.signatory.do(hub.signatory.do(project, "plan"), "start")
    before = [(f["firm"], f["shareBasisPoints"]) for f in project["firms"]]
    half = other_shares(world)
    half["firms"][0]["shareBasisPoints"] = 5000
    reply = hub.signatory.attempt(project, "replace-firms", half)
    assert reply.refused("validation-failed", 422).faults == [("shares-not-whole", "#/firms")]
    project = hub.hub_editor.do(project, "replace-firms", other_shares(world))
    assert [f["shareBasisPoints"] for f in project["firms"]] == [6000, 4000]
    assert [(f["firm"], f["shareBasisPoints"]) for f in project["formerFirms"]] == before
    assert project["formerFirms"][0]["replacedOn"] == str(world.today)
    project = hub.signatory.do(project, "replace-firms", other_shares(world))
    assert len(project["formerFirms"]) == 4
    project = hub.signatory.do(project, "complete")
    reply = hub.signatory.attempt(project, "replace-firms", other_shares(world))
    reply.refused("state-conflict", 409)
    world.assert_sound()


def test_a_firm_that_left_no_longer_sees_the_project(world, hub):
    firm, programme = world.firm, world.county.programme()
    other = new_firm(world)
    for orgnr in (firm.orgnr, other):
        enrolled(world, hub, orgnr, programme)
    alone = {"isLead": True, "shareBasisPoints": 10000}
    mine = {"programmeId": programme, "firms": [alone | {"orgnr": firm.orgnr}]}
    project = hub.signatory.make(PATH, new_project(world) | mine)
    firm.signatory.get(project.path).expect(200)
    theirs = {"firms": [alone | {"orgnr": other}], "reason": "Selger virksomheten"}
    project = hub.signatory.do(project, "replace-firms", theirs)
    firm.signatory.get(project.path).refused("not-found", 404)
    stranger = {"firms": [alone | {"orgnr": new_firm(world)}], "reason": "Ny eier"}
    reply = hub.signatory.attempt(project, "replace-firms", stranger)
    assert reply.refused("validation-failed", 422).faults == [
        ("firm-not-followed", "#/firms/0/orgnr")
    ]


@pytest.fixture
def shared(world, hub):
    """A project of the hub, and the world's firm, which the other hub follows; both have come to
    the last stage."""
    programme, own = world.county.programme(), new_firm(world)
    enrolled(world, hub, own, programme)
    followed = enrolled(world, world.other_hub, world.firm.orgnr, programme)
    lead = [{"orgnr": own, "isLead": True, "shareBasisPoints": 10000}]
    content = new_project(world) | {"programmeId": programme, "firms": lead}
    return hub.signatory.make(PATH, content), own, f"/v1/enrolments/{followed}"


def halves(*orgnrs):
    firms = [
        {"orgnr": orgnr, "isLead": n == 0, "shareBasisPoints": 5000}
        for n, orgnr in enumerate(orgnrs)
    ]
    return {"firms": firms, "reason": "Felles kamera"}


def test_firms_of_two_hubs_share_a_project_when_the_second_has_said_yes(world, hub, shared):
    project, own, enrolment = shared
    firm, other = world.firm, world.other_hub
    for person in (firm.firm, other.signatory):
        person.get(project.path).refused("not-found", 404)
    both = halves(own, firm.orgnr)
    reply = hub.signatory.attempt(project, "replace-firms", both)
    assert reply.refused("validation-failed", 422).faults == [("firm-not-followed", "#/firms/1/orgnr")]

    asked = hub.signatory.make(project / "invitations", new_invitation(world, firm.orgnr))
    hub.signatory.attempt(asked, "accept", {}).refused("role-not-allowed", 403)
    assert hub.signatory.post(
        project / "invitations", new_invitation(world, firm.orgnr)
    ).refused("invited", 409)
    told = firm.firm.read(asked.path)
    assert (told["title"], told["message"]) == (project["title"], asked["message"])
    said = firm.firm.do(told, "accept", {})
    assert (said["state"], said["consentBy"], said["isConsentOwn"]) == (
        "accepted",
        firm.firm.name,
        True,
    )
    project = hub.signatory.do(hub.signatory.read(project.path), "replace-firms", both)
    assert [f["firm"]["orgnr"] for f in project["firms"]] == [own, firm.orgnr]
    for person in (firm.firm, other.signatory):
        seen = person.read(project.path)
        assert [f["firm"]["orgnr"] for f in seen["firms"]] == [firm.orgnr]
        assert project["id"] in [p["id"] for p in person.items(PATH)]
        assert seen["formerFirms"] == []
    assert not any(a["permitted"] for a in other.signatory.permitted(project).values())
    hub.signatory.get(enrolment).refused("not-found", 404)
    for action in ("plan", "start"):
        project = hub.signatory.do(project, action)
    world.assert_sound()


def joined(world, hub, shared):
    """The project with both firms, and the invitation that the world's firm said yes to."""
    project, own, _ = shared
    asked = hub.signatory.make(project / "invitations", new_invitation(world, world.firm.orgnr))
    said = world.firm.firm.do(asked, "accept", {})
    agreed = hub.signatory.do(project, "replace-firms", halves(own, world.firm.orgnr))
    return hub.signatory.do(agreed, "plan"), said


def waiting(person):
    return [(task["path"], task["operationId"]) for task in person.items("/v1/tasks", limit=1000)]


def test_a_firm_that_joined_says_yes_again_to_another_share(world, hub, shared):
    project, said = joined(world, hub, shared)
    firm, own = world.firm.firm, shared[1]
    assert firm.read(said.path)["state"] == "accepted"
    lead = {"orgnr": world.firm.orgnr, "isLead": True, "shareBasisPoints": 10000}
    rest = {"orgnr": own, "isLead": False, "shareBasisPoints": 10000}
    hollow = [lead | {"shareBasisPoints": 0}, rest]
    refused = hub.signatory.attempt(project, "replace-firms", {"firms": hollow} | REASON)
    assert refused.refused("validation-failed", 422).faults == [("lead-without-share", "#/firms")]
    project = hub.signatory.do(project, "replace-firms", {"firms": [lead]} | REASON)
    asked = firm.read(said.path)
    assert (asked["state"], asked["consentBy"]) == ("asked", None)
    assert asked["share"] == {"isLead": True, "shareBasisPoints": 10000}
    assert (asked.path, "acceptProjectInvitation") in waiting(firm)
    for action, content in (("start", None), ("apply-onward", new_onward(world))):
        hub.signatory.attempt(project, action, content).refused("project-unagreed", 409)
    hub.signatory.attempt(asked, "withdraw").refused("in-project", 409)
    firm.do(asked, "accept", {})
    hub.signatory.do(hub.signatory.read(project.path), "apply-onward", new_onward(world))
    world.assert_sound()


def test_a_firm_that_joined_may_leave(world, hub, shared):
    project, said = joined(world, hub, shared)
    firm, own = world.firm.firm, shared[1]
    firm.do(said, "decline", REASON)
    firm.get(project.path).refused("not-found", 404)
    project = hub.signatory.read(project.path)
    assert [f["leftOn"] for f in project["firms"]] == [None, str(world.today)]
    task = (project.path, "replaceProjectFirms")
    assert task in waiting(hub.signatory)
    hub.signatory.attempt(project, "start").refused("project-unagreed", 409)
    reply = hub.signatory.attempt(project, "replace-firms", halves(own, world.firm.orgnr))
    assert reply.refused("validation-failed", 422).faults == [("firm-not-followed", "#/firms/1/orgnr")]
    alone = [{"orgnr": own, "isLead": True, "shareBasisPoints": 10000}]
    hub.signatory.do(project, "replace-firms", {"firms": alone} | REASON)
    assert task not in waiting(hub.signatory)
    world.assert_sound()


def test_a_firm_that_drops_out_has_left_its_projects(world, hub, shared):
    project, _ = joined(world, hub, shared)
    drop_out(world.other_hub, world.other_hub.signatory.read(shared[2]))
    project = hub.signatory.read(project.path)
    assert [f["leftOn"] for f in project["firms"]] == [None, str(world.today)]
    both = halves(shared[1], world.firm.orgnr)
    reply = hub.signatory.attempt(project, "replace-firms", both)
    assert reply.refused("validation-failed", 422).faults == [("firm-not-followed", "#/firms/1/orgnr")]
    world.assert_sound()


def test_the_hub_that_follows_a_firm_notes_who_in_it_said_yes(world, hub, shared):
    project, own, _ = shared
    other, firm = world.other_hub, world.firm
    asked = hub.signatory.make(project / "invitations", new_invitation(world, firm.orgnr))
    reply = other.signatory.attempt(asked, "accept", {})
    assert reply.refused("validation-failed", 422).faults == [
        ("required", "#/consentBy"),
        ("required", "#/consentOn"),
    ]
    noted = {"consentBy": "Kari Foss, daglig leder", "consentOn": str(world.today)}
    said = other.signatory.do(asked, "accept", noted)
    assert (said["consentBy"], said["isConsentOwn"]) == (noted["consentBy"], False)
    no = firm.firm.do(said, "decline", REASON)  # and the firm takes it back
    assert (no["state"], no["declineReason"]) == ("declined", REASON["reason"])
    reply = hub.signatory.attempt(project, "replace-firms", halves(own, firm.orgnr))
    assert reply.refused("validation-failed", 422).faults == [("firm-not-followed", "#/firms/1/orgnr")]
    firm.firm.get(project.path).refused("not-found", 404)
    world.assert_sound()


def test_who_is_invited_is_in_the_programme_before_it_joins(world, hub, project):
    """The hub that asks is not told whether it is."""
    programme = world.county.programme()
    own = new_firm(world)
    enrolled(world, hub, own, programme)
    lead = [{"orgnr": own, "isLead": True, "shareBasisPoints": 10000}]
    content = new_project(world) | {"programmeId": programme, "firms": lead}
    project = hub.signatory.make(PATH, content)
    asked = hub.signatory.make(project / "invitations", new_invitation(world, world.firm.orgnr))
    world.firm.firm.attempt(asked, "accept", {}).refused("not-in-programme", 409)
    assert hub.signatory.do(asked, "withdraw")["state"] == "withdrawn"
    world.firm.firm.attempt(asked, "decline", REASON)
    assert world.firm.firm.read(asked.path)["title"] is None


def test_a_firm_sees_its_projects_and_of_the_firms_itself(world, hub):
    enrolled(world, hub, world.firm.orgnr)
    content = new_project(world)
    content["firms"][1]["orgnr"] = world.firm.orgnr
    made = hub.signatory.make(PATH, content)
    seen = world.firm.signatory.read(made.path)
    assert [f["firm"]["orgnr"] for f in seen["firms"]] == [world.firm.orgnr]
    actions = world.firm.signatory.permitted(made)
    assert not any(action["permitted"] for action in actions.values())
    assert made["id"] in [p["id"] for p in world.firm.signatory.items(PATH)]


def test_who_leads_sees_who_its_partners_are(world, hub):
    firm, programme = world.firm, world.county.programme()
    other = new_firm(world)
    for orgnr in (firm.orgnr, other):
        enrolled(world, hub, orgnr, programme)
    content = new_project(world) | {"programmeId": programme}
    made = hub.signatory.make(PATH, content | {"firms": halves(firm.orgnr, other)["firms"]})
    assert firm.signatory.read(made.path)["firms"] == made["firms"]
    led = hub.signatory.do(made, "replace-firms", halves(other, firm.orgnr))
    seen = firm.signatory.read(led.path)
    assert [f["firm"]["orgnr"] for f in seen["firms"] + seen["formerFirms"]] == [firm.orgnr] * 2


def test_money_is_applied_for_and_the_answer_noted(world, hub, project):
    project = hub.signatory.do(project, "plan")
    project = hub.signatory.do(project, "apply-onward", new_onward(world))
    assert project["state"] == "applied"
    (sent,) = project["onwardApplications"]
    assert (sent["sentTo"], sent["outcome"]) == ("innovasjon_norge", None)
    project = hub.signatory.do(project, "apply-onward", new_onward(world, sentTo="bio"))
    reply = hub.signatory.attempt(project, "apply-onward", new_onward(world))
    assert reply.refused("validation-failed", 422).faults == [("onward-open", "#/sentTo")]
    part = onward_answer(world, outcome="part_granted", grantedOre=200_000 * KRONE)
    project = hub.signatory.do(project, "answer-onward", part)
    answered = project["onwardApplications"][0]
    assert (answered["outcome"], answered["grantedOre"]) == ("part_granted", 200_000 * KRONE)
    hub.signatory.attempt(project, "answer-onward", part).refused("onward-none", 409)
    project = hub.signatory.do(project, "apply-onward", new_onward(world))
    assert [a["outcome"] for a in project["onwardApplications"]] == ["part_granted", None, None]
    world.assert_sound()


def test_an_answer_is_not_of_tomorrow(world, hub, project):
    project = hub.signatory.do(project, "plan")
    project = hub.signatory.do(project, "apply-onward", new_onward(world))
    tomorrow = str(world.today + datetime.timedelta(1))
    late = onward_answer(world, answeredOn=tomorrow)
    reply = hub.signatory.attempt(project, "answer-onward", late)
    assert reply.refused("validation-failed", 422).faults == [("date-future", "#/answeredOn")]


def test_what_may_be_done_is_told_with_what_stands_in_the_way(world, hub, project):
    actions = hub.signatory.permitted(project)
    assert {name for name, action in actions.items() if action["permitted"]} == {
        "describe",
        "replace-firms",
        "plan",
        "invite",
        "give-up",
    }
    (reason,) = actions["answer-onward"]["reasons"]
    assert reason["code"] == "onward-none"


def test_projects_are_listed_by_programme_and_state(world, hub, project):
    programme = world.county.programme_id
    ideas = hub.signatory.items(PATH, programmeId=programme, state="idea")
    assert project["id"] in [p["id"] for p in ideas]
    assert hub.signatory.items(PATH, state="given_up") == []
