"""For each operation that takes content, content that its schema accepts."""

import datetime
import functools
import itertools

from support import (
    access,
    appeals,
    coapplicants,
    cohorts,
    copayments,
    disqualifications,
    documents,
    evaluations,
    journal,
    letters,
    forms,
    grants,
    late,
    mail,
    meetings,
    onbehalf,
    outlived,
    partners,
    samplings,
    standins,
)
from support.cast import LETTERHEAD, RETENTION_CLASS
from support.delivery import enrolled, new_firm
from support.mobilisation import answers, contact, handover, new_assessment
from support.parties import KRONE, fresh

DAYS = itertools.count(10)
REASON = {"reason": "Et forsøk"}


def new_role_assignment(world):
    return {
        "issuer": world.issuer.iss,
        "subject": fresh("nyansatt"),
        "personName": "Ny Ansatt",
        "orgnr": world.county.orgnr,
        "role": "caseworker",
        "validFrom": str(world.today),
    }


def new_track(world):
    return {"programmeId": world.county.programme_id, "title": fresh("Løp")}


def new_rule_param(world):
    """What is usual anyway."""
    return {
        "key": "archive.answer_days",
        "basis": "reglement § 1",
        "validFrom": "2000-01-01",
        "value": 3,
        "unit": "days",
        "source": "FT 2",
    }


def new_bank_account(world):
    return {"orgnr": world.hub.orgnr, "account": "15034500018", "verifiedHow": "Altinn"}


def decision(world):
    recommendation = {"outcome": "rejected", "amountOre": 0, "grounds": "Ikke innenfor."}
    return recommendation | {"year": world.year}


def project_description():
    return {
        "title": "Robotcelle",
        "goal": "Halv tid for hver dør",
        "theme": "both",
        "technology": "robotikk",
        "isResearchPilot": False,
    }


@functools.cache
def followed(world, hub):
    """Two firms that the hub follows, and their enrolments."""
    return [(orgnr := new_firm(world), enrolled(world, hub, orgnr)) for _ in range(2)]


def new_project(world, hub=None):
    """Of two firms that the hub follows."""
    hub = hub or world.hub
    shares = [
        {"orgnr": orgnr, "isLead": share > 5000, "shareBasisPoints": share}
        for (orgnr, _), share in zip(followed(world, hub), (7500, 2500))
    ]
    return project_description() | {"programmeId": hub.county.programme_id, "firms": shares}


def other_shares(world, hub=None):
    """The second firm takes the lead and most of it."""
    firms = new_project(world, hub)["firms"][::-1]
    leads = zip(firms, (True, False), (6000, 4000))
    shares = [firm | {"isLead": lead, "shareBasisPoints": share} for firm, lead, share in leads]
    return {"firms": shares, "reason": "Den ene har fått ny eier"}


def new_invitation(world, orgnr=None):
    return {"orgnr": orgnr or world.firm.orgnr, "message": "Dere har samme svinn som oss"}


def new_onward(world, **changes):
    sent = {"sentTo": "innovasjon_norge", "sentOn": str(world.today)}
    return sent | {"appliedOre": 500_000 * KRONE} | changes


def corrected_onward(world, project=None, **changes):
    """Of what the project, or else the newest of the hub, has applied for."""
    page = world.hub.signatory.get("/v1/projects", state="applied", limit=1).expect(200).json
    for newest in page["items"]:
        project = project or world.hub.signatory.read(f"/v1/projects/{newest['id']}")
    onward = project["onwardApplications"][0]["id"] if project else "1"
    answer = {"outcome": "granted", "grantedOre": 400_000 * KRONE, "answeredOn": str(world.today)}
    sent = {"onwardId": onward, "appliedOre": 400_000 * KRONE, "answer": answer}
    return new_onward(world) | sent | {"reason": "Beløpet var et annet"} | changes


def onward_answer(world, **changes):
    answer = {"sentTo": "innovasjon_norge", "outcome": "granted"}
    return answer | {"grantedOre": 500_000 * KRONE, "answeredOn": str(world.today)} | changes


def result_text():
    return {
        "found": "For mye skifer ble igjen på pallene",
        "done": "Et kamera teller det som ligger igjen",
        "costOre": 9_000 * KRONE,
    }


def new_result(world, hub=None):
    """Of a firm that the hub follows."""
    _, enrolment = followed(world, hub or world.hub)[0]
    return result_text() | {"enrolmentId": enrolment, "stage": 2}


def measurement(world, **changes):
    measured = {"months": 0, "onDay": str(world.today), "effectBasisPoints": 2600}
    return measured | {"unit": "skifer på pallene", "how": "Veid før og etter"} | changes


def story(world):
    told = {"text": "Kameraet så det ingen så", "consentBy": "Daglig leder"}
    return told | {"consentOn": str(world.today)}


@functools.cache
def running_application(world):
    """Its id."""
    return world.accepted()["applicationId"]


def new_report(world, application=None):
    """Of the first day of the work, due on a day of its own."""
    due = world.today + datetime.timedelta(next(DAYS))
    day = {"periodFrom": str(world.today), "periodTo": str(world.today)}
    return {"applicationId": application or running_application(world), "dueOn": str(due)} | day


REPORT = {"done": "Tre samlinger er holdt", "next": "To til", "firmsReached": 8}


def new_enrolment(world):
    return {"programmeId": world.county.programme_id, "orgnr": next(world.spare_firms)}


def new_move(world):
    firm = world.movable()
    return {
        "programmeId": firm["programme"]["id"],
        "toVersion": 2,
        "enrolmentIds": [firm["id"]],
        "reason": "Nytt innhold",
    }


def new_steps(world):
    return {"step": "start", "enrolmentIds": [cohorts.free_enrolment(world)]}


def new_decisions(world):
    return {"cases": [world.county.case(world.undecided(), "rejected")]}


def new_hearing(world, kind="information", **changes):
    return {
        "kind": kind,
        "told": "Banken melder at driftskreditten er sagt opp.",
        "source": "Kysten Sparebank",
        "answerBy": str(world.today + datetime.timedelta(14)),
    } | changes


def new_reversal(world):
    return {"ground": "invalid", "outcome": "annulled", "amountOre": 0, "grounds": "Vedtaket bygger på feil tall."}


def hearing_exemption(world, kind="information", ground="immaterial"):
    return {
        "kind": kind,
        "told": "En nabo klager på støy.",
        "source": "Nabo",
        "ground": ground,
        "reason": "Støyen har ingenting å si for tilskuddet.",
    }


def preliminary_answer(world):
    return {
        "expectedOn": str(world.today + datetime.timedelta(30)),
        "reason": fresh("Styringsgruppen møtes først i februar"),
    }


def preliminary_answers(world):
    case = {"applicationId": world.undecided()["id"], "etag": "*"}
    return {"cases": [case | {"answer": preliminary_answer(world)}]}


def new_releases(world):
    application = world.held()
    return {"cases": [{"applicationId": application["id"], "etag": application.etag}]}


def new_filter(_world, **changes):
    """Of a list that everybody has."""
    content = {"name": "Åpne utlysninger", "operationId": "listCalls", "query": {"state": "open"}}
    return content | changes


def new_member(world):
    return {"firmOrgnr": next(world.spare_firms), "memberFrom": str(world.today)}


BODIES = {
    "proposeRoleAssignment": new_role_assignment,
    "rejectSetupChange": lambda world: REASON,
    "proposeProgramme": lambda world: world.county.programme_content(),
    "proposeProgrammeChange": lambda world: world.county.programme_change(world.county.programme_id),
    "proposeStageGraph": lambda world: world.county.stage_graph_content(world.county.programme_id),
    "proposeHubArea": lambda world: world.county.hub_area_content(world.hub, "5059"),
    "proposeInstrument": lambda world: world.county.instrument_content(),
    "proposeLegalBasis": lambda world: world.county.legal_basis_content(),
    "proposeFundingLine": lambda world: world.county.funding_line_content(),
    "proposeAppropriation": lambda world: world.county.appropriation_content(100 * KRONE),
    "proposeRuleParam": new_rule_param,
    "proposeMoneyMove": lambda world: world.county.money_move_content(KRONE),
    "proposeBankAccount": new_bank_account,
    "proposeBody": meetings.body_content,
    "proposeBodyMembers": meetings.new_members,
    "proposeDelegation": lambda world: meetings.delegation_content(world, meetings.usual_body(world)),
    "planMeeting": meetings.new_meeting,
    "putOnAgenda": meetings.newest_recommended,
    "takeOffAgenda": meetings.off,
    "moveMeeting": meetings.move,
    "cancelMeeting": lambda world: REASON,
    "openMeeting": meetings.opening,
    "noteAttendance": lambda world: {"present": meetings.opening(world)["present"]},
    "proposeOutcome": meetings.new_outcome,
    "putToVote": meetings.of_proposal,
    "castVote": lambda world: meetings.of_proposal(world, vote="for"),
    "enterShowOfHands": meetings.hands,
    "endVote": meetings.of_proposal,
    "abandonVote": lambda world: meetings.of_proposal(world) | REASON,
    "writeMinutes": lambda world: {"remarks": "Ingen"} | REASON,
    "proposeRetentionClass": lambda world: RETENTION_CLASS,
    "proposeDestruction": lambda world: {"applicationIds": [outlived.unlisted(world)]} | REASON,
    "decideDestruction": lambda world: {"outcome": "approved"} | REASON,
    "placeLegalHold": lambda world: {"applicationId": disqualifications.case(world)["id"]} | REASON,
    "askToLiftLegalHold": lambda world: REASON,
    "settleLegalHold": lambda world: {"outcome": "approved"} | REASON,
    "proposeLetterhead": lambda world: LETTERHEAD,
    "proposeLeader": lambda world: {"personId": world.county.caseworker.person},
    "addForm": forms.new_form,
    "approveForm": lambda world: forms.CHOICE,
    "rejectForm": forms.refusal,
    "addPartner": lambda world: coapplicants.new_partner(world),
    "declinePart": lambda world: REASON,
    "withdrawPart": lambda world: REASON,
    "enterPartOnPaper": lambda world: coapplicants.paper(world),
    "resignPart": lambda world: REASON,
    "enterPartRefusal": lambda world: onbehalf.said(world) | REASON,
    "removePartner": lambda world: REASON,
    "askLateSubmission": late.new_late,
    "recommendLateSubmission": lambda world: late.GROUNDS | {"outcome": "granted"},
    "decideLateSubmission": late.decision,
    "sendBackLateSubmission": lambda world: REASON,
    "saveCallEvaluation": evaluations.call_evaluation,
    "askForAccess": access.new_request,
    "complainOfAccess": lambda world: access.COMPLAINT,
    "createAccessRequest": access.new_request,
    "decideAccess": access.party_refusal,
    "extendAccessRequest": access.extension,
    "revokeAccessLink": lambda world: REASON,
    "classifyJournalPost": lambda world: journal.CLASSIFICATION,
    "correctJournalPost": lambda world: journal.CORRECTION,
    "voidJournalPost": lambda world: REASON,
    "addCriterion": evaluations.new_criterion,
    "beginEvaluation": evaluations.checked,
    "nameAssessor": lambda world: {"personId": world.county.programme_lead.person},
    "releaseAssessor": lambda world: {"personId": world.county.steering_member.person} | REASON,
    "handInScores": evaluations.handed_in,
    "consolidateEvaluation": evaluations.consolidated_scores,
    "lodgeAppeal": appeals.new_appeal,
    "lodgePartnerAppeal": appeals.new_appeal,
    "lodgeLeaveAppeal": lambda world: {"asked": "La oss få søke"} | appeals.GROUNDS,
    "askGrounds": appeals.of_decision,
    "giveGrounds": lambda world: appeals.of_decision(world, **appeals.GROUNDS),
    "noteNotice": appeals.notice,
    "askStay": lambda world: appeals.GROUNDS,
    "commentAppeal": lambda world: {"text": "Uttalelsen nevner ikke timene"},
    "claimAppealCosts": lambda world: {"amountOre": 5_000 * KRONE} | appeals.GROUNDS,
    "proposeAppealLeave": lambda world: {"outcome": "given", "ground": "excusable"} | appeals.GROUNDS,
    "proposeAppealStay": lambda world: {"outcome": "given"} | appeals.GROUNDS,
    "proposeAppealCosts": lambda world: {"outcome": "refused"} | appeals.GROUNDS,
    "reconsiderAppeal": appeals.reconsideration,
    "enterAppealOutcome": appeals.board_outcome,
    "settleAppeal": lambda world: {"number": 1},
    "sendBackAppeal": lambda world: {"number": 1} | REASON,
    "declareDisqualification": disqualifications.impartial,
    "settleDisqualification": lambda world: {"outcome": "cleared"} | REASON,
    "createCall": lambda world: world.county.call_content(world.county.usual_line_id),
    "preCheck": lambda world: {"kind": "hub", "orgnr": world.hub.orgnr, "stages": [1]},
    "closeCall": lambda world: REASON,
    "createTrack": new_track,
    "changeTrack": lambda world: {"title": fresh("Løp for møbelindustrien"), "trade": "Møbler"},
    "createApplication": lambda world: {"callId": world.county.usual_call["id"], "title": "Søknad"},
    "savePlan": lambda world: world.hub.plan(),
    "saveCostPlan": lambda world: world.hub.costs(100_000 * KRONE),
    "saveFinancePlan": lambda world: world.hub.finance(75_000 * KRONE, 25_000 * KRONE),
    "withdrawApplication": lambda world: REASON,
    "declineGrant": lambda world: REASON,
    "enterAcceptance": onbehalf.said,
    "enterRefusal": lambda world: onbehalf.said(world) | REASON,
    "enterWithdrawal": lambda world: onbehalf.said(world) | REASON,
    "settleGrant": lambda world: grants.ASSESSMENT,
    "returnGrantSettlement": lambda world: REASON,
    "askAmendment": lambda world: {"kind": "extension", "until": grants.months_on(world)} | REASON,
    "prepareAmendment": lambda world: {
        "outcome": "approved",
        "grounds": "Det er gode grunner for det",
        "until": grants.months_on(world),
    },
    "decideAmendment": lambda world: {},
    "sendBackAmendment": lambda world: REASON,
    "withdrawAmendment": lambda world: REASON,
    "returnApplication": lambda world: REASON,
    "resumeApplication": lambda world: REASON,
    "assignApplication": lambda world: {"caseworkerId": world.county.caseworker_b.person},
    "recommendApplication": lambda world: {"outcome": "rejected", "amountOre": 0, "grounds": "Nei"},
    "sendBackApplication": lambda world: REASON,
    "decideApplication": decision,
    "assureRecommendation": lambda world: {"note": "Regnestykket stemmer"},
    "reportCondition": lambda world: {"report": "Banken har bekreftet lånet"},
    "returnCondition": lambda world: REASON,
    "askConditionWaiver": lambda world: REASON,
    "refuseConditionWaiver": lambda world: REASON,
    "createClaim": lambda world: world.hub.claim_content(1_000 * KRONE),
    "reviewClaim": lambda world: {"approvedOre": 1_000 * KRONE, "reason": "Bare dette"},
    "rejectClaim": lambda world: REASON,
    "sendBackClaim": lambda world: REASON,
    "changeDeliverable": lambda world: {"title": "Nettbutikk", "description": "Med betaling"},
    "sendBackDeliverable": lambda world: REASON,
    "discardDeliverable": lambda world: REASON,
    "registerPaid": lambda world: world.county.registration(),
    "createCohort": lambda world: cohorts.cohort_content(world),
    "changeCohort": lambda world: cohorts.cohort_plan(world, title="Kull 2"),
    "addFirms": lambda world: {"enrolmentIds": [cohorts.free_enrolment(world)]},
    "removeFirms": lambda world: {"enrolmentIds": [cohorts.newest_member(world)]},
    "cancelCohort": lambda world: REASON,
    "createNetwork": lambda world: cohorts.network_content(),
    "changeNetwork": lambda world: cohorts.network_content(trade="Reiseliv"),
    "planCohortSession": lambda world: cohorts.session_content(world),
    "planNetworkSession": lambda world: cohorts.session_content(world),
    "changeSession": lambda world: cohorts.session_content(world, title="Ny tid"),
    "holdSession": cohorts.attendance_of_newest,
    "replaceAttendance": lambda world: cohorts.attendance((world.firm.orgnr, 1), heldMinutes=90),
    "reopenSession": lambda world: REASON,
    "cancelSession": lambda world: REASON,
    "giveFeedback": lambda world: {"score": 4, "comment": "Nyttig"},
    "checkCopaymentAid": lambda world: REASON,
    "refuseCopaymentAid": lambda world: REASON,
    "declareCopaymentAid": copayments.new_declaration,
    "invoiceCopayment": copayments.due,
    "remindCopayment": copayments.due,
    "askCopaymentRefund": copayments.asked_refund,
    "refundCopayment": copayments.refund,
    "askCopaymentRelief": lambda world: {"kind": "waive"} | REASON,
    "askCopaymentCredit": lambda world: copayments.CREDIT,
    "refuseCopaymentRelief": lambda world: REASON,
    "checkAid": copayments.to_check,
    "settleAid": copayments.settlement,
    "correctCopaymentSettlement": copayments.correction,
    "readBankFile": lambda world: copayments.content(copayments.table(world, (None, 500 * KRONE))),
    "matchBankEntry": copayments.match,
    "ignoreBankEntry": lambda world: REASON,
    "returnBankEntry": lambda world: REASON,
    "splitBankEntry": lambda world: {"amountsOre": [100 * KRONE, 400 * KRONE]},
    "reopenBankEntry": lambda world: REASON,
    "createMembership": new_member,
    "endMembership": lambda world: {"memberTo": str(world.today)},
    "noteContact": contact,
    "correctContact": lambda world: {"note": "Vil vite mer om kameraer", "reason": "Feil notert"},
    "askHandover": lambda world: handover(world, world.other_hub),
    "declineHandover": lambda world: REASON,
    "planInterview": lambda world: cohorts.session_content(world, kind="interview"),
    "beginAssessment": new_assessment,
    "saveAssessment": answers,
    "discardAssessment": lambda world: REASON,
    "nameStandin": standins.for_caseworker,
    "saveFilter": new_filter,
    "changeSavedFilter": lambda world: new_filter(world, name="Ikke lest"),
    "readNotifications": lambda world: {"upToId": "1"},
    "saveNotificationSettings": lambda world: {"language": "en", "byEmail": "none"},
    "confirmAddress": lambda world: {"code": mail.CODE},
    "sendMessage": lambda world: {"text": "Hvilken av postene gjelder?"},
    "addDocument": documents.new_document,
    "askLetter": letters.in_english,
    "classifyDocument": lambda world: {"access": "party", "exemption": "offl-13-trade"},
    "createProject": new_project,
    "describeProject": lambda world: project_description(),
    "replaceProjectFirms": other_shares,
    "inviteToProject": new_invitation,
    "acceptProjectInvitation": lambda world: {},
    "declineProjectInvitation": lambda world: REASON,
    "applyOnward": new_onward,
    "answerOnward": onward_answer,
    "correctOnward": corrected_onward,
    "giveUpProject": lambda world: REASON,
    "createResult": new_result,
    "reviseResult": lambda world: result_text(),
    "measureResult": measurement,
    "tellStory": story,
    "expectProgressReport": new_report,
    "submitProgressReport": lambda world: REPORT,
    "returnProgressReport": lambda world: REASON,
    "withdrawProgressReport": lambda world: REASON,
    "drawSampling": samplings.new_sampling,
    "noteFinding": samplings.finding,
    "answerFinding": samplings.answer,
    "askAgain": samplings.again,
    "closeSampledCase": lambda world: samplings.FOLLOWED,
    "registerFagpartner": lambda world: partners.entry_content(orgnr=partners.spare_orgnr(world)),
    "changeFagpartner": lambda world: partners.entry_content(contact="Ny kontakt"),
    "retireFagpartner": lambda world: REASON,
    "proposeEngagement": lambda world: partners.engagement_content(world, world.hub),
    "agreeEngagement": lambda world: {"note": "Avtalt på telefon"},
    "declineEngagement": lambda world: REASON,
    "endEngagement": lambda world: REASON,
    "correctRelation": lambda world: {"isRelated": True, "relation": "Samme eier"} | REASON,
    "orderHours": partners.order_content,
    "enterPartnerInvoice": lambda world: partners.invoice_content(
        world, *partners.newest_confirmed(world)
    ),
    "creditPartnerInvoice": partners.credit,
    "correctPartnerInvoice": partners.corrected_number,
    "tieHours": partners.tie,
    "deliverHours": partners.delivery,
    "confirmHours": lambda world: {"minutes": 480, "dispute": "Kom for sent"},
    "withdrawDelivery": lambda world: REASON,
    "cancelHours": lambda world: REASON,
    "createEnrolment": new_enrolment,
    "recommendStage": lambda world: {"stage": 1, "grounds": "Moden", "digitallyReady": True},
    "enrolFirm": lambda world: {"stage": 1},
    "takePlace": lambda world: {"reason": "Kurset passer bare for denne"},
    "dropOut": lambda world: {"reason": "no_time", "explanation": "Full ordrebok"},
    "reEnter": lambda world: REASON,
    "decideApplications": new_decisions,
    "hearParty": new_hearing,
    "exemptHearing": hearing_exemption,
    "answerHearing": lambda world: {"comment": "Kreditten er fornyet"},
    "settleDelivery": lambda world: {"note": "Ringte og sa fra om vedtaket"},
    "weighHearing": lambda world: {"weighing": "Vi legger det til grunn"},
    "withdrawHearing": lambda world: REASON,
    "proposeReversal": new_reversal,
    "decideReversal": lambda world: {},
    "sendBackReversal": lambda world: REASON,
    "withdrawReversal": lambda world: REASON,
    "sendPreliminaryAnswer": preliminary_answer,
    "sendPreliminaryAnswers": preliminary_answers,
    "releaseDecisions": new_releases,
    "checkJournalPosts": journal.new_checks,
    "takeSteps": new_steps,
    "moveEnrolments": new_move,
    "askGateWaiver": lambda world: {"stage": 2, "gate": "stage_completed", "reason": "Kan det"},
    "giveGateWaiver": lambda world: REASON,
    "refuseGateWaiver": lambda world: REASON,
    "beginDeliverable": lambda world: {"title": "Case", "description": "Bestilling på nett"},
}


def body_for(operation, world):
    """None if it takes none."""
    return BODIES[operation.id](world) if operation.has_body else None
