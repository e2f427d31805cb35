"""Appeals against a refused amendment and against refused leave to apply late: what was refused is taken
up again."""

import datetime

import pytest
from support import appeals as ap
from support import coapplicants, grants, journal, late, letters
from support.bodies import REASON
from support.parties import KRONE

pytestmark = pytest.mark.usefixtures("sound")


# ---- an amendment


def test_all_that_was_asked_for_is_taken_up(world):
    hub = world.hub
    grant = grants.part_granted(hub)
    fewer = [f | {"hours": f["hours"] - 1} for f in grant["fagpartnere"]]
    asked = grants.asked(world, hub, "fagpartner_change", grant, fagpartnere=fewer)
    appeal = grants.appealed(world, hub, grants.decided(world, hub, asked, outcome="refused"))
    assert ap.taken_up(world, ap.answer(world, appeal, "allowed"))["fagpartnere"] == fewer


def test_a_refused_amendment_is_appealed_against(world):
    hub = world.hub
    refused = grants.refused(world, hub)
    appeal_by = refused["outcome"]["appealBy"]
    assert appeal_by >= str(world.today + datetime.timedelta(21))
    appeal = grants.appealed(world, hub, refused)
    assert (appeal["decision"], appeal["lateSubmission"], appeal["dismissal"]) == (None, None, None)
    assert appeal["amendment"] == {
        "id": refused["id"], "number": 1, "kind": "extension", "grantId": refused["grantId"], "decidedOn": str(world.today)
    }  # fmt: skip
    assert (appeal["dueOn"], appeal["isLate"], appeal["appealBody"]) == (appeal_by, False, "Klagenemnda")
    (standing,) = hub.signatory.read(f"/v1/applications/{refused['applicationId']}")["appeals"]
    assert (standing["decisionId"], standing["amendmentId"]) == (None, refused["id"])
    again = {"amendmentId": refused["id"], "asked": "Mer tid"}
    hub.signatory.post(f"/v1/applications/{refused['applicationId']}/appeals", again).refused("appeal-open", 409)
    posts = world.county.archivist.items("/v1/journal-posts", applicationId=refused["applicationId"])
    assert "KLAGE" in [p["documentType"]["code"] for p in posts]


def test_what_the_county_asked_for_itself_nobody_appeals_for(world):
    hub = world.hub
    grant = grants.part_granted(hub)
    asked = grants.of_county(world, "extension", grant, until=grants.months_on(world))
    refused = world.county.caseworker_b.do(asked, "prepare", grants.preparation(world, asked, "refused"))
    refused = world.county.decision_maker.do(refused, "decide", {})
    assert refused["outcome"]["appealBy"] is None
    content = {"amendmentId": refused["id"], "asked": "Mer tid"}
    reply = hub.signatory.post(f"/v1/applications/{refused['applicationId']}/appeals", content).expect(422)
    assert reply.faults == [("unknown-reference", "#/amendmentId")]


def test_an_appeal_that_is_allowed_takes_it_up_and_it_is_not_refused_again(world):
    hub, county = world.hub, world.county
    refused = grants.refused(world, hub)
    appeal = ap.answer(world, grants.appealed(world, hub, refused), "allowed")
    assert (appeal["state"], appeal["settledOn"]) == ("allowed", str(world.today))
    told = letters.of_appeal(world, appeal)
    assert "Dere får medhold i klagen" in told and "avslo søknaden om mer tid til arbeidet" in told
    assert hub.signatory.read(refused.path)["state"] == "refused"
    taken_up = ap.taken_up(world, appeal)
    same = ("kind", "reason", "until", "askedAt", "by")
    assert [taken_up[n] for n in same] == [refused[n] for n in same] and taken_up["state"] == "asked"
    content = grants.preparation(world, taken_up, "refused")
    county.caseworker.attempt(taken_up, "prepare", content).refused("appeal-gave-it", 409)
    day_before = str(datetime.date.fromisoformat(refused["until"]) - datetime.timedelta(1))
    content = grants.preparation(world, taken_up, until=day_before)
    county.caseworker.attempt(taken_up, "prepare", content).refused("appeal-gave-all", 409)
    approved = grants.decided(world, hub, taken_up)
    assert approved["state"] == "approved"
    assert hub.signatory.read(f"/v1/grants/{refused['grantId']}")["endsOn"] == refused["until"]
    content = {"amendmentId": refused["id"], "asked": "Mer tid"}
    path = f"/v1/applications/{refused['applicationId']}/appeals"
    reply = hub.signatory.post(path, content).expect(409)
    assert reply.faults == [("appeal-final", "#/amendmentId")]


def test_the_one_who_refused_answers_nothing(world):
    appeal = grants.appealed(world, world.hub)
    content = {"outcome": "allowed"} | ap.GROUNDS
    appeal = world.county.caseworker.do(appeal, "reconsider", content)
    attempt = world.county.decision_maker.attempt(appeal, "settle", ap.newest_answer(appeal))
    attempt.refused("four-eyes", 403)


def test_one_that_is_set_aside_is_decided_anew(world):
    hub = world.hub
    appeal = ap.answer(world, grants.appealed(world, hub), "sent_back")
    assert appeal["state"] == "sent_back" and "Vi har opphevet avslaget" in letters.of_appeal(world, appeal)
    post = journal.posts(world.county.caseworker, appeal["application"], documentType="VEDTAK")[-1]
    assert post["title"].startswith("Avslaget er opphevet")
    assert not hub.signatory.read(appeal.path)["isStayed"]
    refused = grants.decided(world, hub, ap.taken_up(world, appeal), outcome="refused")
    assert refused["outcome"]["appealBy"]
    assert grants.appealed(world, hub, refused)["number"] == 2


def test_the_board_allows_a_part_and_the_amount_is_said_as_it_is_decided(world):
    hub = world.hub
    asked = grants.asked(world, hub, "increase", amountOre=50_000 * KRONE)
    appeal = grants.appealed(world, hub, grants.refused(world, hub, asked))
    attempt = world.county.caseworker.attempt(appeal, "reconsider", ap.reconsideration(world, "allowed"))
    attempt.refused("appeal-of-refusal", 409)
    appeal = ap.answer_of_board(world, appeal, "allowed_in_part")
    assert "Klagenemnda gjorde om en del av avslaget" in letters.of_appeal(world, appeal)
    taken_up = ap.taken_up(world, appeal)
    approved = grants.decided(world, hub, taken_up, amountOre=40_000 * KRONE)
    assert approved["outcome"]["amountOre"] == 40_000 * KRONE


def test_what_the_board_does_not_allow_is_final(world):
    hub = world.hub
    refused = grants.refused(world, hub)
    appeal = ap.answer_of_board(world, grants.appealed(world, hub, refused), "not_allowed")
    assert appeal["state"] == "not_allowed" and "Avslaget står" in letters.of_appeal(world, appeal)
    content = {"amendmentId": refused["id"], "asked": "Mer tid"}
    reply = hub.signatory.post(f"/v1/applications/{refused['applicationId']}/appeals", content).expect(409)
    assert reply.faults == [("appeal-final", "#/amendmentId")]


def test_that_it_is_inadmissible_is_appealed_against(world):
    hub = world.hub
    first = ap.answer(world, grants.appealed(world, hub), "inadmissible", ground="form")
    told = hub.signatory.read(first.path)["answers"][-1]
    assert told["appealBy"]
    path = f"/v1/applications/{first['application']['id']}/appeals"
    second = hub.signatory.make(path, {"appealId": first["id"], "asked": "Klagen må behandles"})
    assert second["dismissal"]["appealId"] == first["id"] and second["amendment"] == first["amendment"]
    second = world.county.caseworker.do(second, "reconsider", {"outcome": "sent_back"} | ap.GROUNDS)
    second = ap.settle(hub, second, world.county.decision_maker)
    assert second["state"] == "sent_back"
    assert hub.signatory.read(first.path)["state"] == "lodged"


def test_it_is_appealed_against_beside_the_decision(world):
    hub = world.hub
    refused = grants.refused(world, hub)
    application = hub.signatory.read(f"/v1/applications/{refused['applicationId']}")
    ap.lodged(world, hub, application)
    second = grants.appealed(world, hub, refused)
    assert second["number"] == 2
    appeal = ap.answer(world, second, "sent_back")
    content = grants.preparation(world, ap.taken_up(world, appeal))
    attempt = world.county.caseworker.attempt(ap.taken_up(world, appeal), "prepare", content)
    attempt.refused("appeal-open", 409)


def test_a_refusal_is_not_stayed(world):
    appeal = grants.appealed(world, world.hub)
    world.hub.signatory.attempt(appeal, "ask-stay", ap.GROUNDS).refused("nothing-to-stay", 409)


def test_an_offer_waits_for_the_appeal_on_more_time_to_accept_it(world):
    hub = world.hub
    offer = world.offered(hub)
    until = str(datetime.date.fromisoformat(offer["acceptBy"]) + datetime.timedelta(9))
    asked = hub.signatory.make(offer / "amendments", {"kind": "acceptance", "until": until} | REASON)
    appeal = grants.appealed(world, hub, grants.refused(world, hub, asked))
    grants.offer_late(world, offer)
    assert offer["id"] not in grants.lapse(world)
    hub.signatory.do(appeal, "withdraw")
    assert offer["id"] in grants.lapse(world)


def test_a_refused_amendment_holds_back_the_settlement(world):
    hub = world.hub
    grant = grants.paid_out(world, hub)
    asked = grants.asked(world, hub, "decrease", grant, amountOre=25_000 * KRONE)
    grants.refused(world, hub, asked)
    attempt = world.county.caseworker.attempt(grant, "settle", grants.ASSESSMENT)
    attempt.refused("appeal-period-runs", 409)


def test_who_was_to_enter_is_asked_again(world):
    hub = world.hub
    asked = coapplicants.to_enter(world, hub, world.firm)
    appeal = ap.answer(world, grants.appealed(world, hub, grants.refused(world, hub, asked)), "sent_back")
    taken_up = ap.taken_up(world, appeal)
    assert [(e["orgnr"], e["state"]) for e in taken_up["entering"]] == [(e["orgnr"], "asked") for e in asked["entering"]]
    assert [e["state"] for e in hub.signatory.read(asked.path)["entering"]] == ["removed"]


# ---- leave to apply late


def begin_refused(world):
    """Leave to begin an application, of which there is none."""
    call = late.closed_call(world.county)
    asked = world.hub.signatory.make("/v1/late-submissions", {"callId": call["id"]} | REASON)
    return late.decide(world, world.hub, asked, "refused")


def leave_of(world, appeal):
    (taken_up,) = [
        s for s in world.county.caseworker.items("/v1/late-submissions", limit=1000) if s["appealId"] == appeal["id"]
    ]
    return world.county.caseworker.read(f"/v1/late-submissions/{taken_up['id']}")


def test_refused_leave_is_appealed_against_though_there_is_no_case(world):
    hub, county = world.hub, world.county
    refused = begin_refused(world)
    appeal = late.appealed(world, hub, refused)
    assert (appeal["application"], appeal["decision"], appeal["number"]) == (None, None, 1)
    assert appeal["lateSubmission"]["id"] == refused["id"]
    assert appeal["lateSubmission"]["applicant"]["orgnr"] == hub.orgnr
    assert (appeal["dueOn"], appeal["appealBody"]) == (refused["decision"]["appealDeadline"], "Klagenemnda")
    hub.signatory.post(refused / "appeals", {"asked": "Mer"}).refused("appeal-open", 409)
    assert [a["id"] for a in hub.signatory.read(refused.path)["appeals"]] == [appeal["id"]]
    assert appeal["id"] in [a["id"] for a in county.caseworker.items("/v1/appeals", limit=1000)]
    world.other_hub.signatory.get(appeal.path).refused("not-found", 404)
    assert ap.answer(world, appeal, "allowed")["state"] == "allowed"
    taken_up = leave_of(world, appeal)
    assert (taken_up["state"], taken_up["reason"]) == ("asked", refused["reason"])
    content = late.GROUNDS | {"outcome": "refused"}
    county.caseworker.attempt(taken_up, "recommend", content).refused("appeal-gave-it", 409)
    assert late.decide(world, hub, taken_up)["state"] == "granted"
    begun = hub.signatory.make("/v1/applications", {"callId": refused["call"]["id"], "title": "Sent"})
    assert begun["lateSubmissionId"] == taken_up["id"]
    hub.signatory.post(refused / "appeals", {"asked": "Mer"}).refused("appeal-final", 409)


def test_with_the_application_the_appeal_comes_in_its_journal(world):
    hub, county = world.hub, world.county
    draft = late.draft(hub)
    refused = late.decide(world, hub, late.ask(hub, draft), "refused")
    appeal = ap.answer_of_board(world, late.appealed(world, hub, refused), "allowed")
    late.decide(world, hub, leave_of(world, appeal))
    hub.signatory.do(draft, "submit")
    posts = county.archivist.items("/v1/journal-posts", applicationId=draft["id"])
    told = [p["documentType"]["code"] for p in posts]
    assert told.count("KLAGE") == 1 and told.count("VEDTAK") == 3  # refused, the board, granted


def test_a_refusal_of_leave_that_is_set_aside_is_decided_anew(world):
    hub = world.hub
    refused = late.refused(world, hub)
    appeal = ap.answer(world, late.appealed(world, hub, refused), "sent_back")
    assert late.decide(world, hub, leave_of(world, appeal), "refused")["state"] == "refused"


def test_leave_is_not_allowed_in_part(world):
    appeal = late.appealed(world, world.hub)
    content = {"outcome": "allowed_in_part"} | ap.GROUNDS
    reply = world.county.caseworker.attempt(appeal, "reconsider", content).expect(422)
    assert reply.faults == [("appeal-leave-whole", "#/outcome")]


def test_what_was_asked_for_anew_is_decided_first(world):
    hub = world.hub
    refused = late.refused(world, hub)
    appeal = late.appealed(world, hub, refused)
    content = {"callId": refused["call"]["id"], "applicationId": refused["applicationId"]} | REASON
    hub.signatory.make("/v1/late-submissions", content)
    reply = world.county.caseworker.attempt(appeal, "reconsider", {"outcome": "allowed"} | ap.GROUNDS)
    reply.refused("late-asked-anew", 409)


def test_only_the_signatory_of_the_applicant_appeals(world):
    refused = late.refused(world, world.hub)
    content = {"asked": "La oss få søke"}
    world.hub.hub_editor.post(refused / "appeals", content).refused("forbidden", 403)
    world.other_hub.signatory.post(refused / "appeals", content).refused("not-found", 404)
    granted = late.granted(world, world.hub)
    world.hub.signatory.post(granted / "appeals", content).refused("state-conflict", 409)


def test_that_an_appeal_on_leave_is_inadmissible_is_appealed_against(world):
    hub = world.hub
    refused = late.refused(world, hub)
    first = ap.answer(world, late.appealed(world, hub, refused), "inadmissible", ground="form")
    assert hub.signatory.read(first.path)["answers"][-1]["appealBy"]
    second = late.appealed(world, hub, refused, appealId=first["id"])
    assert second["dismissal"]["appealId"] == first["id"]
    second = world.county.caseworker.do(second, "reconsider", {"outcome": "sent_back"} | ap.GROUNDS)
    ap.settle(hub, second, world.county.decision_maker)
    assert hub.signatory.read(first.path)["state"] == "lodged"
