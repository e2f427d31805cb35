"""What waits for whom: nothing that another must do, and nothing that would be refused."""

import datetime

import pytest
from support import appeals, cohorts, copayments, grants, late, onbehalf, partners, samplings, specimens
from support.bodies import (
    REASON,
    REPORT,
    measurement,
    new_onward,
    new_project,
    onward_answer,
    preliminary_answer,
    result_text,
)
from support.cast import BY_KEY, add_person
from support.delivery import enrolled
from support.disqualifications import declared
from support.parties import KRONE

HUB = {"hub_editor", "hub_signatory"}
STAFF = {"caseworker", "programme_lead"}
# A thing in a state, and who has it to do; by None what has no command for them. Who brought it
# there is the first of each role. What is claimed comes before what firms owe, which lowers it.
WAITS = {
    ("claim", "submitted"): {"reviewClaim": {"caseworker"}},
    ("claim", "reviewed"): {"attestClaim": {"attestant"}},
    ("claim", "attested"): {"releaseClaim": {"releaser"}},
    ("copayment", "due"): {"checkCopaymentAid": STAFF},
    ("copayment", "checked"): {"invoiceCopayment": HUB},
    ("copayment", "invoiced"): {},
    ("copayment", "overdue"): {"remindCopayment": HUB},
    ("copayment", "paid"): {},
    ("copayment", "overpaid"): {"askCopaymentRefund": HUB},
    ("copayment", "refund_asked"): {"refundCopayment": {"hub_signatory"}},
    ("copayment", "relief_asked"): {"checkCopaymentAid": STAFF},
    ("copayment", "relief_checked"): {"giveCopaymentRelief": {"hub_signatory"}},
    ("copayment", "credit_asked"): {"giveCopaymentRelief": {"hub_signatory"}},
    ("bankEntry", "unmatched"): {"matchBankEntry": HUB},
    ("hours", "ordered"): {"deliverHours": {"fagpartner"}},
    ("hours", "delivered"): {None: HUB, "confirmHours": {"firm"}},
    ("engagement", "proposed"): {"agreeEngagement": {"fagpartner"}},
    ("engagement", "confirmed"): {"enterPartnerInvoice": {"fagpartner"}},
    ("lateSubmission", "asked"): {"recommendLateSubmission": {"caseworker"}},
    ("lateSubmission", "recommended"): {"decideLateSubmission": {"decision_maker"}},
    ("lateSubmission", "granted"): {},
    ("call", "form_proposed"): {},
    ("applicationPartner", "asked"): {"confirmPart": {"firm"}},
    ("applicationPartner", "on_paper"): {"enterPartOnPaper": {"hub_signatory"}},
    ("applicationPartner", "unheard"): {"enterPartOnPaper": {"hub_signatory"}},
    ("applicationPartner", "confirmed"): {},
    ("application", "submitted"): {"takeApplication": {"caseworker"}},
    ("application", "returned"): {"submitApplication": {"hub_signatory"}},
    ("application", "in_review"): {"recommendApplication": {"caseworker"}},
    ("application", "grounds_asked"): {"giveGrounds": {"caseworker", "decision_maker"}},
    ("appeal", "lodged"): {"reconsiderAppeal": {"caseworker"}},
    ("appeal", "late"): {"proposeAppealLeave": {"caseworker"}},
    ("appeal", "reconsidered"): {"settleAppeal": {"decision_maker", "secretary"}},
    ("appeal", "forwarded"): {"commentAppeal": {"hub_signatory"}},
    ("appeal", "commented"): {"enterAppealOutcome": {"secretary"}},
    ("appeal", "answered"): {"settleAppeal": {"decision_maker"}},
    ("appeal", "allowed_in_part"): {},
    ("appeal", "of_amendment"): {"reconsiderAppeal": {"caseworker"}},
    ("appeal", "of_leave"): {"reconsiderAppeal": {"caseworker"}},
    ("appeal", "of_partner"): {"reconsiderAppeal": {"caseworker"}},
    ("appeal", "costs_claimed"): {"proposeAppealCosts": {"caseworker"}},
    ("grant", "offered"): {"acceptGrant": {"hub_signatory"}},
    ("grant", "paid_out"): {"settleGrant": {"caseworker"}},
    ("grant", "settling"): {"confirmGrantSettlement": {"decision_maker"}},
    ("grant", "settled"): {},
    ("hearing", "raised"): {"answerHearing": HUB},
    ("hearing", "commented"): {"weighHearing": {"caseworker"}},
    ("hearing", "weighed"): {},
    ("reversal", "proposed"): {"decideReversal": {"decision_maker", "secretary"}},
    ("reversal", "decided"): {},
    ("amendment", "asked"): {"prepareAmendment": {"caseworker"}},
    ("amendment", "prepared"): {"decideAmendment": {"decision_maker", "secretary"}},
    ("amendment", "approved"): {},
    ("condition", "open"): {"reportCondition": HUB},
    ("condition", "reported"): {"confirmCondition": {"caseworker"}},
    ("condition", "met"): {},
    ("condition", "waiver_asked"): {"waiveCondition": {"decision_maker", "secretary"}},
    ("condition", "waived"): {},
    ("payment", "exported"): {"registerPaid": {"finance"}},
    ("payment", "sent_unconfirmed"): {},
    ("progressReport", "submitted"): {"approveProgressReport": {"caseworker"}},
    ("gateWaiver", "asked"): {"giveGateWaiver": STAFF},
    ("sampling", "drawn"): {"noteFinding": {"programme_lead"}},
    ("sampling", "asked"): {"noteFinding": {"programme_lead"}, "answerFinding": HUB},
    ("sampling", "answered"): {"noteFinding": {"programme_lead"}},
    ("sampling", "followed"): {"closeSampling": {"programme_lead"}},
    ("sampling", "closed"): {},
    ("deliverable", "begun"): {},
    ("deliverable", "delivered"): {"acceptDeliverable": {"firm"}},
    ("deliverable", "sent_back"): {"deliver": HUB, None: {"firm"}},
    ("assessment", "draft"): {"saveAssessment": HUB},
    ("assessment", "answered"): {"finishAssessment": HUB},
    ("assessment", "discarded"): {},
    ("handover", "offered"): {"acceptHandover": HUB},
    ("projectInvitation", "asked"): {"acceptProjectInvitation": {"firm"}},
    ("application", "recommended"): {"decideApplication": {"decision_maker", "secretary"}},
    ("application", "to_assure"): {},
    ("application", "evaluable"): {"beginEvaluation": {"caseworker"}},
    ("evaluation", "begun"): {"nameAssessor": {"caseworker"}},
    ("evaluation", "scoring"): {"handInScores": {"caseworker", "steering_member"}},
    ("evaluation", "scored"): {"consolidateEvaluation": {"caseworker"}},
    ("evaluation", "consolidated"): {},
    ("setupChange", "proposed"): {},
    ("legalHold", "asked"): {"settleLegalHold": {"decision_maker"}},
    ("legalHold", "standing"): {},
    ("destruction", "proposed"): {},
    ("destruction", "done"): {},
    ("legalHold", "lift_asked"): {"settleLegalHold": {"decision_maker"}},
    ("disqualification", "raised"): {
        "concedeDisqualification": {"caseworker"},
        "settleDisqualification": {"decision_maker", "secretary", "programme_lead"},
    },
}


@pytest.fixture(scope="module")
def everybody(world):
    """One person of each role that has tasks."""
    parties = (world.county, world.hub, world.firm, world.fagpartner)
    people = {role: person for party in parties for role, person in party.everybody().items()}
    return {role: one for role, one in people.items() if one.get("/v1/tasks").status == 200}


# Of these a rule sets the day, which is told beside it.
BY_A_RULE = {"application", "lateSubmission", "appeal", "condition", "progressReport", "sampling"}


def waiting(person, path):
    tasks = person.items("/v1/tasks", limit=1000)
    by_day = lambda task: (task["dueOn"] or "9999-12-31", task["since"], task["path"])
    assert tasks == sorted(tasks, key=by_day)
    return [task for task in tasks if task["path"] == path]


def operations_of(person, case, **query):
    """That answer what waits for a person in a case."""
    tasks = person.items("/v1/tasks", limit=1000, **query)
    return {task["operationId"] for task in tasks if task["reference"] == case["caseNumber"]}


def task_of(person, thing):
    (task,) = waiting(person, thing.path)
    return task


def permitted(person, task):
    actions = person.get(f"{task['path']}/permitted-actions").expect(200).json["actions"]
    return {action["operationId"] for action in actions if action["permitted"]}


@pytest.mark.parametrize("kind, state", WAITS)
def test_each_is_told_what_it_may_do_and_only_that(world, everybody, kind, state):
    world.ensure_account(world.hub)
    thing = specimens.make(world, world.hub, kind, state)
    told = {}
    for role, person in everybody.items():
        for task in waiting(person, thing.path):
            told.setdefault(task["operationId"], set()).add(role)
            person.get(task["path"]).expect(200)
            assert task["since"] <= str(world.today), "it can be done, and could since then"
            if task["operationId"]:
                assert task["operationId"] in permitted(person, task), (role, task)
            if kind in BY_A_RULE:
                assert (task["dueRule"] is None) == (task["dueOn"] is None), (role, task)
    assert told == WAITS[kind, state]


def test_who_has_several_roles_is_told_what_waits_in_each(world, database):
    """Once where one thing waits in two, and in which role it is done."""
    add_person(
        database,
        world.issuer,
        "many-tasks",
        *((BY_KEY["trondelag"], role) for role in ("caseworker", "programme_lead", "attestant")),
        (BY_KEY["skarv"], "hub_editor"),
    )
    many = world.client("many-tasks")
    held = {a["id"]: a["role"] for a in many.get("/v1/me").json["assignments"]}
    things = {
        "caseworker": world.hub.apply(),
        "attestant": specimens.make(world, world.hub, "claim", "reviewed"),
        "hub_editor": specimens.make(world, world.other_hub, "copayment", "checked"),
    }
    shared = specimens.make(world, world.hub, "gateWaiver", "asked")
    for role, thing in things.items():
        task = task_of(many, thing)
        assert task["role"] == role == held[task["assignmentId"]]
        actor = many.another(act_as=task["assignmentId"])
        assert task in actor.items("/v1/tasks", limit=1000)
        assert task["operationId"] in permitted(actor, task)
    first = next(role for role in held.values() if role in STAFF)
    assert task_of(many, shared)["role"] == first
    told = [(task["path"], task["operationId"]) for task in many.items("/v1/tasks", limit=1000)]
    for limit in (1, 3):
        pages = list(many.pages("/v1/tasks", limit=limit))
        assert [(task["path"], task["operationId"]) for page in pages for task in page] == told
        assert all(len(page) == limit for page in pages[:-1])
    assert {t["role"] for t in many.another(act_as="attestant").items("/v1/tasks")} == {"attestant"}
    many.another(act_as="finance").get("/v1/tasks").refused("forbidden", 403)


def test_a_form_waits_for_another_caseworker_than_who_made_it(world):
    call = specimens.make(world, world.hub, "call", "form_proposed")
    task = task_of(world.county.caseworker_b, call)
    assert task["operationId"] == "approveForm"
    assert task["dueOn"] == call["closesOn"] and "frist" in task["dueRule"]


def test_a_session_that_is_over_waits_for_what_comes_before_it_is_held(world):
    signatory = world.hub.signatory
    cohort = cohorts.filled(world, world.hub)
    track = signatory.read(f"/v1/tracks/{cohort['trackId']}")
    engagement = partners.agreed(world, world.hub, trackId=track["id"])
    content = {"deliveredBy": "fagpartner", "engagementId": engagement["id"]}
    session = cohorts.plan(world, world.hub, cohort, **content)

    def comes_first(operation, thing):
        task = task_of(signatory, thing)
        assert task["operationId"] == operation and operation in permitted(signatory, task)

    comes_first("startCohort", cohort)
    signatory.do(signatory.read(cohort.path), "start")
    comes_first("orderHours", engagement)
    partners.order_for(world, engagement, session, *cohort["firms"]).expect(201)
    comes_first("holdSession", session)
    cohorts.hold(world.hub, signatory.read(session.path))
    for thing in (cohort, engagement, session):
        assert waiting(signatory, thing.path) == []


def test_nothing_waits_for_who_may_not_do_it(world, everybody):
    """Whatever else lies about."""
    world.claimed()
    told = [(p, task) for p in everybody.values() for task in p.items("/v1/tasks", limit=60)]
    asked_for = [(p, task) for p, task in told if task["operationId"]]
    assert asked_for
    for person, task in asked_for:
        assert task["operationId"] in permitted(person, task), (person.name, task)


@pytest.mark.parametrize("step", ["complete", "finish", "drop-out"])
def test_aid_waits_to_be_settled_once_the_firm_has_left_the_stage(world, step):
    hub, share = world.hub, copayments.begin(world.hub, copayments.invoiced(world))
    assert waiting(hub.signatory, share.path) == []
    firm = hub.signatory.read(f"/v1/enrolments/{share['enrolmentId']}")
    if step == "drop-out":
        specimens.drop_out(hub, firm)
    else:
        firm = hub.signatory.do(firm, "complete")
    if step == "finish":
        hub.signatory.do(firm, "finish")
    for person in (hub.signatory, hub.hub_editor):
        told = task_of(person, share)
        assert (told["operationId"], told["since"]) == ("settleAid", str(world.today))
        assert told["amountOre"] == share["aidOre"] and "settleAid" in permitted(person, told)
    copayments.settle(world, copayments.cost_of(share)).expect(200)
    assert waiting(hub.signatory, share.path) == waiting(hub.hub_editor, share.path) == []


def test_what_was_credited_waits_for_no_settlement(world):
    hub, share = world.hub, copayments.begin(world.hub, copayments.invoiced(world))
    specimens.drop_out(hub, hub.signatory.read(f"/v1/enrolments/{share['enrolmentId']}"))
    asked = hub.hub_editor.do(copayments.reread(hub, share), "ask-credit", copayments.CREDIT)
    share = hub.signatory.do(asked, "give-relief")
    assert share["state"] == "credited" and waiting(hub.hub_editor, share.path) == []
    (reason,) = hub.hub_editor.permitted(share)["settle-aid"]["reasons"]
    assert reason["code"] == "state-conflict"


def test_what_two_persons_do_waits_for_the_second(world):
    hub = world.hub
    content = {"kind": "waive", "reason": "Brann i lokalene"}
    asked = hub.signatory.do(copayments.invoiced(world), "ask-relief", content)
    assert waiting(hub.signatory, asked.path) == waiting(hub.hub_signatory_b, asked.path) == []
    copayments.check(hub, asked)
    assert waiting(hub.signatory, asked.path) == []
    assert task_of(hub.hub_signatory_b, asked)["operationId"] == "giveCopaymentRelief"


def test_what_a_firm_sent_back_waits_until_its_round_has_ended(world):
    hub, firm = world.hub, world.firm.firm
    sent_back = specimens.make(world, hub, "deliverable", "sent_back")
    assert task_of(hub.hub_editor, sent_back)["operationId"] == "deliver"
    enrolment = hub.hub_editor.read(f"/v1/enrolments/{sent_back['enrolmentId']}")
    specimens.drop_out(hub, enrolment)
    assert waiting(hub.hub_editor, sent_back.path) == waiting(firm, sent_back.path) == []


def test_a_finding_waits_for_the_hub_and_its_answer_for_the_county(world):
    hub, lead = world.hub, world.county.programme_lead
    due = str(world.today + datetime.timedelta(7))
    sampling = lead.do(samplings.asked(world, hub), "note-finding", samplings.in_order(2))
    content = samplings.finding(world, followUpBy=due) | REASON
    sampling = lead.do(lead.do(sampling, "close-case", {"case": 2}), "note-finding", content)
    assert waiting(lead, sampling.path) == []
    told = task_of(hub.hub_editor, sampling)
    assert (told["operationId"], told["dueOn"]) == ("answerFinding", due)
    assert told["firm"]["orgnr"] == sampling["cases"][0]["firm"]["orgnr"]
    sampling = hub.signatory.do(sampling, "answer-finding", samplings.answer(world))
    assert waiting(hub.hub_editor, sampling.path) == []
    told = task_of(lead, sampling)
    assert (told["operationId"], told["dueOn"]) == ("closeSampledCase", due)


def test_a_result_waits_to_be_measured_again_half_a_year_and_a_year_later(world):
    hub = world.hub.hub_editor
    first = world.today - datetime.timedelta(200)
    case = {"enrolmentId": enrolled(world, world.hub, days_ago=201), "stage": 2}
    result = hub.make("/v1/results", result_text() | case)
    assert waiting(hub, result.path) == []
    result = hub.do(result, "measure", measurement(world, onDay=str(first)))
    told = task_of(hub, result)
    assert told["operationId"] == "measureResult"
    assert 10 <= told["overdueDays"] <= 20 and told["since"] == told["dueOn"]
    hub.do(result, "measure", measurement(world, months=6))
    assert waiting(hub, result.path) == []


def test_an_application_onward_waits_for_its_answer_after_two_months(world):
    hub = world.hub.hub_editor
    project = hub.do(hub.make("/v1/projects", new_project(world)), "plan")
    sent = str(world.today - datetime.timedelta(62))
    agreed = "update trinn.project_firms set agreed_on = agreed_on - 62 where project_id = %s"
    world.database.run(agreed, project["id"])
    project = hub.do(project, "apply-onward", new_onward(world))
    assert waiting(hub, project.path) == []
    project = hub.do(project, "apply-onward", new_onward(world, sentTo="bio", sentOn=sent))
    assert task_of(hub, project)["operationId"] == "answerOnward"
    rejected = onward_answer(world, sentTo="bio", outcome="rejected", grantedOre=0)
    hub.do(project, "answer-onward", rejected)
    assert waiting(hub, project.path) == []


def test_a_claim_that_a_missing_report_holds_back_waits_for_nobody_of_the_county(world):
    line = world.county.funding_line(reportEveryMonths=3, overdueReportBlocks=True)
    world.ensure_account(world.hub)
    grant = world.accepted(call=world.county.call(line))
    claim = world.county.attest(world.county.review(world.hub.claim(grant, 1_000 * KRONE)))
    assert task_of(world.county.releaser, claim)["operationId"] == "releaseClaim"
    missing = "due_on = trinn.today() - 1, period_from = trinn.today() - 1, period_to = trinn.today() - 1"
    world.database.run(
        f"update trinn.progress_reports set {missing} where id = (select min(id)"
        " from trinn.progress_reports where application_id = %s)",
        grant["applicationId"],
    )
    assert waiting(world.county.releaser, claim.path) == []


def test_a_claim_waits_for_nobody_who_stands_back_from_its_case(world):
    grant = world.accepted()
    world.ensure_account(world.hub)
    claim = world.county.attest(world.county.review(world.hub.claim(grant, 1_000 * KRONE)))
    releaser = world.county.releaser
    assert task_of(releaser, claim)["operationId"] == "releaseClaim"
    declared(releaser, {"id": grant["applicationId"]})
    assert waiting(releaser, claim.path) == []


def test_what_is_proposed_waits_for_another_administrator(world):
    county = world.county
    change = county.propose("/v1/hub-areas", county.hub_area_content(world.hub, "5059"))
    assert waiting(county.county_admin, change.path) == []
    told = task_of(county.county_admin_b, change)
    assert (told["operationId"], told["reference"]) == ("approveSetupChange", change["title"])
    assert told["dueOn"] == change["content"]["validFrom"]


def test_a_decision_above_the_limit_is_the_committees_and_due_in_a_month(world):
    county = world.county
    authorities = [
        {"role": "decision_maker", "body": "Direktøren", "limitOre": 50_000 * KRONE},
        {"role": "secretary", "body": "Utvalget"},
    ]
    call = county.call(county.funding_line(authorities=authorities))
    above = world.recommended(call=call, applied_ore=75_000 * KRONE)
    assert waiting(county.decision_maker, above.path) == []
    told = task_of(county.secretary, above)
    assert told["operationId"] == "decideApplication"
    due = datetime.date.fromisoformat(told["dueOn"])
    assert datetime.timedelta(28) <= due - world.today <= datetime.timedelta(31)
    within = world.recommended(call=call, applied_ore=50_000 * KRONE)
    assert task_of(county.decision_maker, within)["amountOre"] == 50_000 * KRONE


def test_who_stands_back_is_told_nothing_of_the_case(world):
    county = world.county
    application = world.recommended()
    case = {"caseKind": "application", "caseId": application["id"], "ground": "kin"}
    assert task_of(county.decision_maker, application)
    county.decision_maker.make("/v1/disqualifications", case)
    assert waiting(county.decision_maker, application.path) == []


def test_a_decided_case_of_who_is_disqualified_waits_for_a_colleague(world):
    """Nothing of it waits for who is disqualified; what a colleague may do is nobody's until one of them has the case."""
    county, hub = world.county, world.hub
    case = appeals.accepted(world, hub)
    hub.claim(county.grant_of(case), 1_000 * KRONE, amountOre=100 * KRONE)
    appeals.lodged(world, hub, case, stayGrounds="Arbeidet er i gang")
    hub.signatory.make(case / "messages", {"text": "Når kommer utbetalingen?"})
    anybodys = {"reviewClaim", "reconsiderAppeal", "proposeAppealStay"}
    assert operations_of(county.caseworker, case) == anybodys | {"readMessage"}
    declared(county.caseworker, case)
    assert operations_of(county.caseworker, case) == set()
    colleague = county.caseworker_b
    assert operations_of(colleague, case, whose="unassigned") == anybodys | {"assignApplication"}
    colleague.do(colleague.read(case.path), "assign", {"caseworkerId": colleague.person})
    assert operations_of(colleague, case, whose="unassigned") == set()
    assert operations_of(colleague, case, whose="mine") == anybodys | {"readMessage"}


def test_a_case_that_has_ended_waits_for_a_colleague_once_something_does(world):
    case = appeals.rejected(world, world.hub)
    declared(world.county.caseworker, case)
    colleague = world.county.caseworker_b
    assert operations_of(colleague, case) == set()
    world.hub.signatory.make(case / "messages", {"text": "Hvorfor fikk vi avslag?"})
    assert operations_of(colleague, case, whose="unassigned") == {"assignApplication"}


def led(county, person, leader=None):
    county.set_up("/v1/leaders", {"personId": person.person} | ({"leaderId": leader.person} if leader else {}))


def test_who_stands_below_the_disqualified_is_told_what_they_may_still_do(world):
    """§ 6 third paragraph: no decision of theirs, and everything else."""
    county = world.county
    led(county, county.caseworker_b, county.programme_lead)
    led(county, county.decision_maker, county.programme_lead)
    posted = onbehalf.decided(world)
    assured = specimens.to_assure(world, world.hub)
    asked = grants.asked(world, world.hub, "extension")
    of_asked = world.county.caseworker.read(f"/v1/applications/{asked['applicationId']}")
    for case in (posted, assured, of_asked):
        declared(county.programme_lead, case)
    assert operations_of(county.caseworker_b, posted) == {"noteNotice"}
    assert operations_of(county.caseworker_b, assured) == {"assureRecommendation"}
    assert "prepareAmendment" in operations_of(county.caseworker_b, of_asked)
    recommended = world.recommended()
    assert operations_of(county.decision_maker, recommended) == {"decideApplication"}
    declared(county.programme_lead, recommended)
    assert operations_of(county.decision_maker, recommended) == set()
    for person in (county.caseworker_b, county.decision_maker):
        led(county, person)


def test_an_appeal_against_refused_leave_waits_for_nobody_who_is_disqualified_from_it(world):
    hub, county = world.hub, world.county
    leave = late.refused(world, hub)
    appeal = late.appealed(world, hub, leave)
    assert [t["operationId"] for t in waiting(county.caseworker_b, appeal.path)] == ["reconsiderAppeal"]
    declared(county.caseworker_b, leave, caseKind="late_submission")
    assert waiting(county.caseworker_b, appeal.path) == []
    assert waiting(county.caseworker, appeal.path)
    appeals.reconsidered(world, hub, appeal)
    assert task_of(county.decision_maker_b, appeal)["operationId"] == "settleAppeal"
    led(county, county.decision_maker_b, county.programme_lead)
    declared(county.programme_lead, leave, caseKind="late_submission")
    assert waiting(county.decision_maker_b, appeal.path) == []
    led(county, county.decision_maker_b)


def test_scores_of_the_disqualified_wait_to_be_taken_out(world):
    evaluation = specimens.make(world, world.hub, "evaluation", "consolidated")
    case = evaluation["application"]
    declared(world.county.steering_member, case)
    caseworker = world.county.caseworker
    assert task_of(caseworker, evaluation)["operationId"] == "releaseAssessor"
    content = {"personId": world.county.steering_member.person} | REASON
    caseworker.do(caseworker.read(evaluation.path), "release-assessor", content)
    assert task_of(caseworker, evaluation)["operationId"] == "consolidateEvaluation"


def test_what_one_registered_as_paid_waits_for_another_to_confirm(world):
    payment = specimens.make(world, world.hub, "payment", "sent_unconfirmed")
    told = task_of(world.county.finance_b, payment)
    assert (told["operationId"], told["reference"]) == ("confirmPaid", payment["reference"])


def test_a_share_is_told_with_what_is_needed_to_pay_it(world):
    share = copayments.overdue(world, orgnr=world.firm.orgnr)
    told = {"dueOn": share["dueOn"], "overdueDays": 30, "amountOre": copayments.SHARE_ORE}
    told |= {"reference": share["kid"], "firm": share["firm"]}
    to_pay = task_of(world.firm.firm, share)
    assert to_pay.items() >= (told | {"operationId": None, "reminder": None}).items()
    to_remind = task_of(world.hub.hub_editor, share)
    assert to_remind.items() >= (told | {"operationId": "remindCopayment", "reminder": 1}).items()
    share = world.hub.signatory.do(share, "remind", copayments.due(world))
    assert waiting(world.hub.hub_editor, share.path) == []
    late = "update trinn.copayments set reminders = 2, due_on = due_on - 3, invoiced_on = invoiced_on - 3 where id = %s"
    world.database.run(late, share["id"])
    last = task_of(world.hub.hub_editor, share)
    assert (last["operationId"], last["overdueDays"], last["reminder"]) == (None, 3, None)


def test_a_share_that_the_county_bills_is_its_finances(world):
    share = copayments.checked(world, None, next(world.spare_firms), billedBy="county")
    assert task_of(world.county.finance, share)["operationId"] == "invoiceCopayment"
    assert waiting(world.hub.signatory, share.path) == []
    finance = world.county.finance
    share = finance.do(finance.read(share.path), "invoice", copayments.due(world))
    assert waiting(finance, share.path) == []


def test_what_a_fagpartner_delivered_is_invoiced_and_then_claimed(world):
    track = cohorts.granted_track(world, world.hub)
    engagement = partners.agreed(world, world.hub, trackId=track["id"])
    hours = partners.confirmed(world, world.hub, engagement)
    task = task_of(world.fagpartner.fagpartner, engagement)
    assert (task["operationId"], task["amountOre"]) == ("enterPartnerInvoice", 12_000 * KRONE)
    content = partners.invoice_content(world, hours["id"])
    world.fagpartner.fagpartner.post(engagement / "invoices", content).expect(200)
    assert waiting(world.fagpartner.fagpartner, engagement.path) == []
    signatory = world.hub.signatory
    (task,) = invoices(signatory, content["number"])
    assert (task["operationId"], task["amountOre"]) == ("createClaim", content["amountOre"])
    assert "createClaim" in permitted(signatory, task)
    assert invoices(world.hub.hub_editor, content["number"]) == []
    claim = world.hub.claim_content(content["amountOre"])
    claim["costs"][0]["invoiceNumber"] = content["number"]
    claim["costs"][0]["supplierOrgnr"] = world.fagpartner.orgnr
    claim["costs"][0]["amountOre"] = content["amountOre"]
    claim["amountOre"] = content["amountOre"] // 4
    signatory.make(task["path"] + "/claims", claim)
    assert invoices(signatory, content["number"]) == []


def invoices(person, number):
    return [task for task in person.items("/v1/tasks", limit=1000) if task["reference"] == number]


def test_an_overdue_report_is_told_to_hub_and_county(world):
    report = specimens.make(world, world.hub, "progressReport", "expected")
    assert waiting(world.county.caseworker, report.path) == []
    world.database.run(
        "update trinn.progress_reports set period_from = trinn.today() - 4, period_to = trinn.today() - 4,"
        " due_on = trinn.today() - 4 where id = %s",
        report["id"],
    )
    for person in (world.county.caseworker, world.county.programme_lead):
        told = task_of(person, report)
        assert (told["operationId"], told["overdueDays"]) == (None, 4)
    report = world.hub.signatory.read(report.path)
    assert task_of(world.hub.signatory, report)["operationId"] == "submitProgressReport"
    report = world.hub.signatory.do(report, "submit", REPORT)
    assert task_of(world.county.caseworker, report)["operationId"] == "approveProgressReport"
    world.county.caseworker.do(report, "return", REASON)
    assert waiting(world.hub.signatory, report.path) != []


def of_whom(person, **query):
    return {task["path"] for task in person.items("/v1/tasks", limit=1000, **query)}


def test_a_case_is_mine_or_nobodys_or_somebody_elses(world):
    county = world.county
    nobodys, given = world.hub.apply(), world.hub.apply()
    content = {"caseworkerId": county.caseworker_b.person} | REASON
    given = county.caseworker.do(given, "assign", content)
    assert (given["state"], given["caseworker"]) == ("submitted", county.caseworker_b.name)
    paths = {nobodys.path, given.path}
    for person, whose, wanted in (
        (county.caseworker_b, "mine", {given.path}),
        (county.caseworker, "mine", set()),
        (county.caseworker, "unassigned", {nobodys.path}),
        (county.caseworker, "all", paths),
    ):
        assert of_whom(person, whose=whose) & paths == wanted, (person.name, whose)
    told = task_of(county.caseworker, given)
    assert (told["operationId"], told["caseworker"]) == ("takeApplication", given["caseworker"])
    assert told["onBehalfOf"] is None and task_of(county.caseworker, nobodys)["caseworker"] is None
    event = county.auditor.items(given / "events")[-1]
    assert (event["action"], event["reason"]) == ("assign", REASON["reason"])
    assert event["detail"]["caseworkerId"] == county.caseworker_b.person


def test_who_was_given_a_case_recommends_it_and_nobody_else(world):
    county = world.county
    case = county.caseworker.do(world.hub.apply(), "take")
    case = county.caseworker.do(case, "assign", {"caseworkerId": county.caseworker_b.person})
    content = county.recommendation(case)
    county.caseworker.attempt(case, "recommend", content).refused("not-caseworker", 403)
    assert county.caseworker_b.do(case, "recommend", content)["state"] == "recommended"


def test_a_case_is_not_given_to_who_cannot_handle_it(world):
    county, case = world.county, world.hub.apply()

    def refused(person, code, status):
        content = {"caseworkerId": person}
        reply = county.caseworker.attempt(case, "assign", content).expect(status)
        assert (code, "#/caseworkerId") in reply.faults

    refused(county.attestant.person, "not-for-cases", 422)
    refused(world.hub.signatory.person, "unknown-reference", 422)
    declared(county.caseworker_b, case)
    refused(county.caseworker_b.person, "assignee-disqualified", 409)
    case = county.caseworker.do(case, "assign", {"caseworkerId": county.caseworker.person})
    refused(county.caseworker.person, "has-case", 409)


def test_forty_open_cases_are_one_page(world):
    county = world.county
    call = county.call()
    paths = {world.hub.apply(call=call).path for _ in range(40)}
    everything = county.caseworker.get("/v1/tasks?operationId=takeApplication&limit=1000")
    assert paths <= {task["path"] for task in everything.expect(200).json["items"]}
    assert everything.json["nextCursor"] is None


def test_what_is_overdue_is_told_alone_and_by_which_rule(world):
    case = world.hub.apply()
    person = world.county.caseworker
    assert case.path not in of_whom(person, overdue="true")
    late = "update trinn.applications set submitted_at = submitted_at - interval '40 days' where id = %s"
    world.database.run(late, case["id"])
    assert case.path in of_whom(person, overdue="true", operationId="takeApplication")
    assert case.path not in of_whom(person, overdue="true", operationId="recommendApplication")
    (task,) = [t for t in waiting(person, case.path) if t["operationId"] == "takeApplication"]
    assert "§ 11 a" in task["dueRule"]
    told = person.items("/v1/tasks", limit=1000, overdue="true")
    assert told and all(task["overdueDays"] for task in told)


def test_a_preliminary_answer_says_by_when_a_case_waits(world):
    case, answer = world.hub.apply(), preliminary_answer(world)
    answered = world.county.caseworker.do(case, "preliminary-answer", answer)
    task = task_of(world.county.caseworker, answered)
    assert task["operationId"] == "takeApplication" and task["dueOn"] == answer["expectedOn"]
    assert "foreløpig svar" in task["dueRule"]


def test_what_names_somebody_is_theirs(world):
    raised = specimens.make(world, world.hub, "disqualification", "raised")
    whose = world.county.caseworker
    assert task_of(whose, raised)["operationId"] == "concedeDisqualification"
    assert raised.path in of_whom(whose, whose="mine")
    assert raised.path not in of_whom(world.county.decision_maker, whose="mine")
