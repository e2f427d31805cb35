"""An application: drafted in steps, checked whole, sent once, returned and sent again."""

import datetime

from support.bodies import REASON
from support.parties import KRONE


def test_a_draft_is_nobodys_but_the_applicants(world):
    draft = world.hub.fill(world.hub.draft())
    for role, person in world.county.everybody().items():
        reply = person.get(draft.path)
        assert reply.status == 404, f"{role}: {reply}"
    for part in ("events", "submissions", "recommendations", "decisions"):
        world.county.caseworker.get(draft / part).refused("not-found", 404)
    ids = [a["id"] for a in world.county.caseworker.items("/v1/applications")]
    assert draft["id"] not in ids
    assert draft["id"] in [a["id"] for a in world.hub.hub_editor.items("/v1/applications")]


def test_what_was_done_to_a_draft_stays_with_the_applicant(world):
    application = world.hub.apply()
    events = world.county.caseworker.items(application / "events")
    assert [e["action"] for e in events] == ["submit"]
    assert events[0]["role"] == "hub_signatory" and events[0]["person"]["name"]


def test_a_draft_is_saved_in_steps_and_read_back(world):
    hub = world.hub
    draft = hub.draft()
    assert (draft["state"], draft["caseNumber"], draft["costs"]) == ("draft", None, [])
    plan = hub.plan()
    draft = hub.hub_editor.save(draft, "plan", plan)
    assert draft["answers"] == plan["answers"] and draft["fagpartnere"] == plan["fagpartnere"]
    assert draft["firms"] == [
        {
            "orgnr": world.firm.orgnr,
            "name": "Elvestrand Mekaniske AS",
            "municipalityNo": "5038",
            "stage": 1,
        }
    ]
    costs = hub.costs(400_000 * KRONE)
    assert hub.hub_editor.save(draft, "cost-plan", costs)["costs"] == costs["costs"]


def test_a_step_saved_again_replaces_what_was_there(world):
    hub = world.hub
    draft = hub.fill(hub.draft())
    costs = {"costs": hub.costs(1_000 * KRONE)["costs"][:1]}
    draft = hub.signatory.save(draft, "cost-plan", costs)
    assert draft["costs"] == costs["costs"]
    assert hub.signatory.save(draft, "cost-plan", {"costs": []})["costs"] == []


def test_an_editor_may_not_submit(world):
    draft = world.hub.fill(world.hub.draft())
    refusal = world.hub.hub_editor.attempt(draft, "submit").refused("forbidden", 403)
    assert refusal.json["roles"] == ["hub_signatory", "firm", "caseworker"]


def test_all_faults_come_at_once_with_pointers(world):
    hub = world.hub
    draft = hub.draft()
    plan = hub.plan(answers={"firms": 0, "color": "blå"})
    del plan["startsOn"]
    plan["firms"].append({"orgnr": world.fagpartner.orgnr, "stage": 5})
    draft = hub.signatory.save(draft, "plan", plan)
    costs = hub.costs(100_000 * KRONE)
    costs["costs"][0]["costGroup"] = "reiser"
    draft = hub.signatory.save(draft, "cost-plan", costs)
    draft = hub.signatory.save(draft, "finance-plan", hub.finance(90_000 * KRONE, 1))
    reply = hub.signatory.attempt(draft, "submit").refused("validation-failed", 422)
    assert reply.faults == [
        ("cost-group-unknown", "#/costs/0/costGroup"),
        ("finance-not-equal", "#/finance"),
        ("period-missing", "#/startsOn"),
        ("required", "#/answers/goal"),
        ("share-too-high", "#/finance"),
        ("stage-not-in-call", "#/firms/1/stage"),
        ("too-small", "#/answers/firms"),
        ("unknown-field", "#/answers/color"),
    ]
    assert hub.signatory.read(draft.path) == draft


def test_an_empty_draft_lacks_everything(world):
    draft = world.hub.draft()
    reply = world.hub.signatory.attempt(draft, "submit").expect(422)
    assert reply.faults == [
        ("costs-missing", "#/costs"),
        ("finance-missing", "#/finance"),
        ("period-missing", "#/endsOn"),
        ("period-missing", "#/startsOn"),
        ("required", "#/answers/goal"),
    ]


def test_work_that_was_over_before_it_was_applied_for_is_not_supported(world):
    for party in (world.hub, world.firm):
        days = {"startsOn": f"{world.year - 1}-01-01", "endsOn": str(world.today - datetime.timedelta(1))}
        draft = party.draft(world.county.usual_call)
        draft = party.signatory.save(draft, "plan", party.plan(**days))
        reply = party.signatory.attempt(draft, "submit", dryRun="true").expect(422)
        assert ("work-over", "#/endsOn") in reply.faults


def test_faults_are_told_in_bokmal_and_in_english(world):
    draft = world.hub.draft()
    norwegian = world.hub.signatory.attempt(draft, "submit").json
    english = world.hub.signatory.attempt(draft, "submit", headers={"Accept-Language": "en"}).json
    told = {f["code"]: f["detail"] for f in norwegian["errors"]}
    assert told["costs-missing"] == "Kostnadsplanen må ha minst én linje."
    told = {f["code"]: f["detail"] for f in english["errors"]}
    assert told["costs-missing"] == "The cost plan needs at least one line."
    assert (norwegian["title"], english["title"]) == ("Innholdet har feil", "The content has faults")


def test_one_amount_is_applied_for(world):
    hub = world.hub
    draft = hub.fill(hub.draft())
    finance = hub.finance(50_000 * KRONE, 50_000 * KRONE)
    finance["finance"][1]["sourceKind"] = "applied"
    draft = hub.signatory.save(draft, "finance-plan", finance)
    reply = hub.signatory.attempt(draft, "submit").expect(422)
    assert reply.faults == [("applied-lines", "#/finance")]


def test_the_share_is_exact_to_the_krone(world):
    hub = world.hub
    draft = hub.fill(hub.draft(), 75_000 * KRONE)
    over = hub.finance(75_001 * KRONE, 24_999 * KRONE)
    draft = hub.signatory.save(draft, "finance-plan", over)
    reply = hub.signatory.attempt(draft, "submit").expect(422)
    assert reply.faults == [("share-too-high", "#/finance")]
    exact = hub.finance(75_000 * KRONE, 25_000 * KRONE)
    draft = hub.signatory.save(draft, "finance-plan", exact)
    assert hub.signatory.do(draft, "submit")["appliedOre"] == 75_000 * KRONE


def test_what_is_submitted_gets_a_number_and_is_kept_unchanged(world):
    hub = world.hub
    first, second = hub.apply(), hub.apply()
    year, number = first["caseNumber"].split("/")
    assert second["caseNumber"] == f"{year}/{int(number) + 1:05}"
    (submission,) = world.county.caseworker.items(first / "submissions")
    assert submission["number"] == 1 and len(submission["sha256"]) == 64
    assert submission["content"]["answers"] == first["answers"]
    assert submission["content"]["costs"] == first["costs"]


def test_a_submitted_application_is_out_of_the_applicants_hands(world):
    hub = world.hub
    application = hub.apply()
    costs = hub.costs(1_000 * KRONE)
    reply = hub.signatory.put(application / "cost-plan", costs, application.etag)
    reply.refused("state-conflict", 409)
    hub.signatory.attempt(application, "submit").refused("state-conflict", 409)


def test_a_returned_application_comes_back_better(world):
    hub, county = world.hub, world.county
    application = hub.apply()
    answer_by = str(world.today + datetime.timedelta(14))
    content = {"reason": "Hvem er fagpartner?", "answerBy": answer_by}
    returned = county.caseworker.do(application, "return", content)
    assert (returned["state"], returned["answerBy"]) == ("returned", answer_by)
    seen = hub.signatory.read(application.path)
    assert seen["returnReason"] == "Hvem er fagpartner?"
    changed = hub.signatory.save(seen, "cost-plan", hub.costs(100_000 * KRONE))
    again = hub.signatory.do(changed, "submit")
    assert again["state"] == "submitted" and again["returnReason"] is None
    assert again["caseNumber"] == application["caseNumber"]
    assert again["submittedAt"] == application["submittedAt"]
    submissions = county.caseworker.items(application / "submissions")
    assert [s["number"] for s in submissions] == [1, 2]


def test_a_returned_application_may_come_back_after_the_call_closed(world):
    hub, county = world.hub, world.county
    call = county.call()
    returned = county.caseworker.do(hub.apply(call), "return", REASON)
    county.caseworker.do(call, "close", REASON)
    assert hub.signatory.do(returned, "submit")["state"] == "submitted"


def test_an_answer_is_not_asked_for_yesterday(world):
    yesterday = str(world.today - datetime.timedelta(1))
    content = {"reason": "Mer", "answerBy": yesterday}
    reply = world.county.caseworker.attempt(world.hub.apply(), "return", content).expect(422)
    assert reply.faults == [("date-passed", "#/answerBy")]


def test_who_missed_the_day_to_answer_is_given_another(world, database):
    hub, caseworker = world.hub, world.county.caseworker
    content = {"reason": "Mer", "answerBy": str(world.today)}
    returned = caseworker.do(hub.apply(), "return", content)
    yesterday = world.today - datetime.timedelta(1)
    database.run(
        "update trinn.applications set return_by = %s where id = %s", yesterday, returned["id"]
    )
    reply = hub.signatory.attempt(returned, "submit").refused("answer-late", 409)
    assert f"{yesterday:%d.%m.%Y}" in reply.json["detail"]
    returned = caseworker.do(returned, "return", content)
    assert hub.signatory.do(returned, "submit")["state"] == "submitted"


def test_a_plan_that_ends_before_it_starts_is_told_with_its_days(world):
    draft = world.hub.draft()
    days = {"startsOn": "2026-09-02", "endsOn": "2026-09-01"}
    reply = world.hub.signatory.put(draft / "plan", world.hub.plan(**days), draft.etag)
    (fault,) = reply.expect(422).json["errors"]
    assert (fault["code"], fault["pointer"]) == ("period-reversed", "#/endsOn")
    assert fault["detail"] == "Sluttdatoen 01.09.2026 er før startdatoen 02.09.2026."


def test_a_withdrawn_application_is_over(world):
    application = world.hub.apply()
    withdrawn = world.hub.signatory.do(application, "withdraw", {"reason": "Ikke aktuelt"})
    assert withdrawn["state"] == "withdrawn"
    world.county.caseworker.attempt(withdrawn, "take").refused("state-conflict", 409)
    events = world.county.caseworker.items(application / "events")
    assert events[-1]["action"] == "withdraw" and events[-1]["reason"] == "Ikke aktuelt"


def test_the_case_goes_to_whoever_takes_it(world):
    county = world.county
    taken = county.caseworker.do(world.hub.apply(), "take")
    assert (taken["state"], taken["caseworker"]) == ("in_review", "caseworker@trondelag")
    handed = county.caseworker_b.do(taken, "take")
    assert handed["caseworker"] == "caseworker_b@trondelag"


def test_only_those_the_line_is_for_may_apply(world):
    county = world.county
    call = county.call(county.funding_line(applicantKinds=["hub"]))
    content = {"callId": call["id"], "title": "Fra en bedrift"}
    reply = world.firm.firm.post("/v1/applications", content)
    reply.refused("applicant-kind", 403)
    assert world.firm.apply(county.call())["applicant"]["orgnr"] == world.firm.orgnr


def test_an_applicant_from_outside_the_county_is_told_so(world):
    draft = world.outsider.fill(world.outsider.draft())
    reply = world.outsider.signatory.attempt(draft, "submit")
    assert "0301" in reply.refused("applicant-outside-county", 403).text


def test_a_bankrupt_applicant_is_told_so(world):
    draft = world.bankrupt.fill(world.bankrupt.draft())
    world.bankrupt.signatory.attempt(draft, "submit").refused("applicant-insolvent", 409)


def test_the_list_is_cut_by_state_and_call(world):
    hub, county = world.hub, world.county
    call = county.call()
    submitted = hub.apply(call)
    taken = county.caseworker.do(hub.apply(call), "take")
    found = county.caseworker.items("/v1/applications", callId=call["id"])
    assert [a["id"] for a in found] == [taken["id"], submitted["id"]]
    found = county.caseworker.items("/v1/applications", callId=call["id"], state="in_review")
    assert [a["id"] for a in found] == [taken["id"]]
    found = hub.hub_editor.items("/v1/applications", callId=call["id"], state="submitted")
    assert [a["id"] for a in found] == [submitted["id"]]
