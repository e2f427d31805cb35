"""What a project applies for elsewhere: whom it was sent to, what came of it, and what was entered wrong."""

import datetime

import pytest
from support.bodies import REASON, corrected_onward, new_onward, new_project, onward_answer
from support.delivery import enrolled, new_firm
from support.parties import KRONE

PATH = "/v1/projects"


@pytest.fixture
def project(world):
    """Planned; the world's firm takes part, and another leads."""
    hub, programme, lead = world.hub, world.county.programme(), new_firm(world)
    for orgnr in (lead, world.firm.orgnr):
        enrolled(world, hub, orgnr, programme)
    content = new_project(world) | {"programmeId": programme}
    for firm, orgnr in zip(content["firms"], (lead, world.firm.orgnr)):
        firm["orgnr"] = orgnr
    return hub.signatory.do(hub.signatory.make(PATH, content), "plan")


def applied(world, project, **changes):
    return world.hub.signatory.do(project, "apply-onward", new_onward(world, **changes))


def test_another_is_named_and_several_others_may_wait_for_their_answers(world, project):
    hub = world.hub.signatory
    reply = hub.attempt(project, "apply-onward", new_onward(world, sentTo="other"))
    assert reply.refused("validation-failed", 422).faults == [("onward-name", "#/sentToName")]
    for name in ("Enova", "Sparebankstiftelsen"):
        project = applied(world, project, sentTo="other", sentToName=name)
    again = new_onward(world, sentTo="other", sentToName="Enova")
    reply = hub.attempt(project, "apply-onward", again)
    assert reply.refused("validation-failed", 422).faults == [("onward-open", "#/sentTo")]
    answer = onward_answer(world, sentTo="other", sentToName="Sparebankstiftelsen")
    project = hub.do(project, "answer-onward", answer)
    told = [(a["sentToName"], a["outcome"]) for a in project["onwardApplications"]]
    assert told == [("Enova", None), ("Sparebankstiftelsen", "granted")]


def test_nothing_is_sent_before_there_is_a_project(world, project):
    early = new_onward(world, sentOn=str(world.today - datetime.timedelta(1)))
    reply = world.hub.signatory.attempt(project, "apply-onward", early)
    assert reply.refused("validation-failed", 422).faults == [("date-early", "#/sentOn")]


def test_what_was_entered_wrong_is_corrected_and_what_it_was_is_kept(world, project):
    hub = world.hub
    project = hub.signatory.do(applied(world, project), "answer-onward", onward_answer(world))
    body = corrected_onward(world, project)
    project = hub.hub_editor.do(project, "correct-onward", body)
    (sent,) = project["onwardApplications"]
    assert (sent["appliedOre"], sent["grantedOre"]) == (400_000 * KRONE, 400_000 * KRONE)
    (told,) = sent["corrections"]
    assert (told["reason"], told["correctedBy"]) == (body["reason"], hub.hub_editor.name)
    assert [told[x]["grantedOre"] for x in ("before", "after")] == [500_000 * KRONE, 400_000 * KRONE]
    del body["answer"]  # nobody has answered, after all
    project = hub.signatory.do(hub.signatory.do(project, "give-up", REASON), "correct-onward", body)
    (sent,) = project["onwardApplications"]
    assert (sent["outcome"], len(sent["corrections"])) == (None, 2)
    elsewhere = corrected_onward(world, project, onwardId="999999999")
    reply = hub.signatory.attempt(project, "correct-onward", elsewhere)
    assert reply.refused("validation-failed", 422).faults == [("unknown-reference", "#/onwardId")]
    world.assert_sound()


def test_all_firms_of_a_project_see_what_it_has_applied_for(world, project):
    project = applied(world, project)
    seen = world.firm.signatory.read(project.path)
    assert [f["isLead"] for f in seen["firms"]] == [False]
    assert seen["onwardApplications"] == project["onwardApplications"]


def test_a_firms_own_application_to_bio_tells_its_answer_itself(world, project):
    hub = world.hub.signatory
    strangers = world.other_hub.apply()["id"]
    own = world.firm.apply()
    for id in (strangers, "999999999"):
        bio = new_onward(world, sentTo="bio", applicationId=id)
        reply = hub.attempt(project, "apply-onward", bio)
        assert reply.refused("validation-failed", 422).faults == [("unknown-reference", "#/applicationId")]
    project = applied(world, project, sentTo="bio", applicationId=own["id"])
    (sent,) = project["onwardApplications"]
    assert (sent["applicationId"], sent["outcome"]) == (own["id"], None)
    hub.attempt(project, "answer-onward", onward_answer(world, sentTo="bio")).refused("onward-none", 409)
    twice = new_onward(world, sentTo="bio", applicationId=own["id"])
    hub.attempt(project, "apply-onward", twice).refused("validation-failed", 422)
    answered = corrected_onward(world, project, sentTo="bio", applicationId=own["id"])
    reply = hub.attempt(project, "correct-onward", answered).refused("validation-failed", 422)
    assert reply.faults == [("onward-tied", "#/answer")]
    county = world.county
    grant = county.grant_of(county.decide(county.recommend(own)))
    (sent,) = hub.read(project.path)["onwardApplications"]
    assert (sent["grantedOre"], sent["answeredOn"]) == (grant["amountOre"], str(world.today))
    assert sent["outcome"] in ("granted", "part_granted")
    world.assert_sound()
