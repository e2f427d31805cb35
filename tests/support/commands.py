"""Every command of openapi.yaml, brought to where it succeeds: made from the document, so that one
that is added there is tested or the lack of it is seen."""

import uuid
from dataclasses import dataclass

from support import specimens
from support.bodies import body_for
from support.client import Client
from support.contract import Operation, operations

# Those that take bytes are no steps: tests/api/test_documents.py.
COMMANDS = [op for op in operations().values() if not (op.reads or op.takes_bytes or op.public)]
# The state in which the thing of the path, or what it is made from, is ready for the command.
READY = {
    "proposeProgrammeChange": ("programme", "active"),
    "proposeStageGraph": ("programme", "active"),
    "proposeAppropriation": ("fundingLine", "active"),
    "proposeMoneyMove": ("fundingLine", "active"),
    "proposeDelegation": ("fundingLine", "active"),
    "proposeBodyMembers": ("body", "in_force"),
    "putOnAgenda": ("meeting", "planned"),
    "takeOffAgenda": ("meeting", "called"),
    "sendAgenda": ("meeting", "called"),
    "moveMeeting": ("meeting", "called"),
    "cancelMeeting": ("meeting", "called"),
    "openMeeting": ("meeting", "called"),
    "noteAttendance": ("meeting", "open"),
    "proposeOutcome": ("meeting", "open"),
    "putToVote": ("meeting", "proposed"),
    "castVote": ("meeting", "voting"),
    "enterShowOfHands": ("meeting", "voting"),
    "endVote": ("meeting", "voted"),
    "abandonVote": ("meeting", "voting"),
    "closeMeeting": ("meeting", "open"),
    "writeMinutes": ("meeting", "closed"),
    "approveMinutes": ("meeting", "written"),
    "approveSetupChange": ("setupChange", "proposed"),
    "rejectSetupChange": ("setupChange", "proposed"),
    "openCall": ("call", "planned"),
    "closeCall": ("call", "open"),
    "sendMessage": ("application", "submitted"),
    "askToLiftLegalHold": ("legalHold", "standing"),
    "decideDestruction": ("destruction", "proposed"),
    "settleLegalHold": ("legalHold", "asked"),
    "endStandin": ("standin", "named"),
    "changeSavedFilter": ("savedFilter", "kept"),
    "discardSavedFilter": ("savedFilter", "kept"),
    "readMessage": ("message", "sent"),
    "readNotification": ("notification", "unread"),
    "saveNotificationSettings": ("notificationSettings", "asked"),
    "sendAddressCode": ("notificationSettings", "asked"),
    "confirmAddress": ("notificationSettings", "asked"),
    "settleDelivery": ("delivery", "failed"),
    "addDocument": ("application", "submitted"),
    "askLetter": ("application", "granted"),
    "sendPreliminaryAnswer": ("application", "submitted"),
    "completeDocument": ("document", "sent"),
    "discardDocument": ("document", "unsent"),
    "classifyDocument": ("document", "clean"),
    "addForm": ("call", "open"),
    "approveForm": ("call", "form_proposed"),
    "rejectForm": ("call", "form_proposed"),
    "takeForm": ("application", "outdated"),
    "addPartner": ("application", "draft"),
    "confirmPart": ("applicationPartner", "asked"),
    "declinePart": ("applicationPartner", "asked"),
    "withdrawPart": ("applicationPartner", "submitted"),
    "enterPartOnPaper": ("applicationPartner", "on_paper"),
    "enterPartRefusal": ("applicationPartner", "unheard"),
    "resignPart": ("applicationPartner", "carrying"),
    "removePartner": ("applicationPartner", "asked"),
    "recommendLateSubmission": ("lateSubmission", "asked"),
    "decideLateSubmission": ("lateSubmission", "recommended"),
    "sendBackLateSubmission": ("lateSubmission", "recommended"),
    "lodgeLeaveAppeal": ("lateSubmission", "refused"),
    "savePlan": ("application", "draft"),
    "saveCostPlan": ("application", "draft"),
    "saveFinancePlan": ("application", "draft"),
    "submitApplication": ("application", "draft"),
    "withdrawApplication": ("application", "submitted"),
    "enterWithdrawal": ("application", "submitted"),
    "returnApplication": ("application", "submitted"),
    "resumeApplication": ("application", "returned"),
    "takeApplication": ("application", "submitted"),
    "assignApplication": ("application", "submitted"),
    "hearParty": ("application", "in_review"),
    "exemptHearing": ("application", "in_review"),
    "answerHearing": ("hearing", "raised"),
    "weighHearing": ("hearing", "commented"),
    "withdrawHearing": ("hearing", "raised"),
    "proposeReversal": ("application", "rejected"),
    "decideReversal": ("reversal", "proposed"),
    "sendBackReversal": ("reversal", "proposed"),
    "withdrawReversal": ("reversal", "proposed"),
    "recommendApplication": ("application", "in_review"),
    "assureRecommendation": ("application", "to_assure"),
    "sendBackApplication": ("application", "recommended"),
    "decideApplication": ("application", "recommended"),
    "releaseDecision": ("application", "held"),
    "saveCallEvaluation": ("call", "planned"),
    "retireCriterion": ("criterion", "active"),
    "beginEvaluation": ("application", "evaluable"),
    "nameAssessor": ("evaluation", "scoring"),
    "releaseAssessor": ("evaluation", "scoring"),
    "handInScores": ("evaluation", "scoring"),
    "consolidateEvaluation": ("evaluation", "scored"),
    "lodgeAppeal": ("application", "part_granted"),
    "lodgePartnerAppeal": ("applicationPartner", "granted"),
    "askGrounds": ("application", "part_granted"),
    "giveGrounds": ("application", "grounds_asked"),
    "noteNotice": ("application", "part_granted"),
    "withdrawAppeal": ("appeal", "lodged"),
    "askStay": ("appeal", "lodged"),
    "commentAppeal": ("appeal", "forwarded"),
    "claimAppealCosts": ("appeal", "allowed_in_part"),
    "proposeAppealLeave": ("appeal", "late"),
    "proposeAppealStay": ("appeal", "lodged"),
    "proposeAppealCosts": ("appeal", "costs_claimed"),
    "reconsiderAppeal": ("appeal", "lodged"),
    "enterAppealOutcome": ("appeal", "forwarded"),
    "settleAppeal": ("appeal", "reconsidered"),
    "sendBackAppeal": ("appeal", "reconsidered"),
    "decideAccess": ("accessRequest", "asked"),
    "extendAccessRequest": ("accessRequest", "asked"),
    "revokeAccessLink": ("accessRequest", "asked"),
    "retryArchiveMessage": ("archiveMessage", "failed"),
    "classifyJournalPost": ("journalPost", "entered"),
    "correctJournalPost": ("journalPost", "entered"),
    "checkJournalPost": ("journalPost", "entered"),
    "voidJournalPost": ("journalPost", "laid"),
    "concedeDisqualification": ("disqualification", "raised"),
    "settleDisqualification": ("disqualification", "raised"),
    "reportCondition": ("condition", "open"),
    "confirmCondition": ("condition", "reported"),
    "returnCondition": ("condition", "reported"),
    "askConditionWaiver": ("condition", "open"),
    "waiveCondition": ("condition", "waiver_asked"),
    "refuseConditionWaiver": ("condition", "waiver_asked"),
    "acceptGrant": ("grant", "offered"),
    "declineGrant": ("grant", "offered"),
    "enterAcceptance": ("grant", "offered"),
    "enterRefusal": ("grant", "offered"),
    "settleGrant": ("grant", "paid_out"),
    "confirmGrantSettlement": ("grant", "settling"),
    "returnGrantSettlement": ("grant", "settling"),
    "askAmendment": ("grant", "accepted"),
    "prepareAmendment": ("amendment", "asked"),
    "decideAmendment": ("amendment", "prepared"),
    "sendBackAmendment": ("amendment", "prepared"),
    "withdrawAmendment": ("amendment", "asked"),
    "createClaim": ("grant", "accepted"),
    "reviewClaim": ("claim", "submitted"),
    "rejectClaim": ("claim", "submitted"),
    "attestClaim": ("claim", "reviewed"),
    "releaseClaim": ("claim", "attested"),
    "sendBackClaim": ("claim", "reviewed"),
    "createPaymentList": ("payment", "queued"),
    "registerPaid": ("payment", "exported"),
    "confirmPaid": ("payment", "sent_unconfirmed"),
    "changeTrack": ("track", "begun"),
    "endTrack": ("track", "begun"),
    "createCohort": ("track", "granted"),
    "changeCohort": ("cohort", "planned"),
    "addFirms": ("cohort", "planned"),
    "removeFirms": ("cohort", "filled"),
    "startCohort": ("cohort", "filled"),
    "endCohort": ("cohort", "running"),
    "cancelCohort": ("cohort", "planned"),
    "planCohortSession": ("cohort", "running"),
    "changeNetwork": ("network", "open"),
    "endNetwork": ("network", "open"),
    "planNetworkSession": ("network", "open"),
    "changeSession": ("session", "planned"),
    "holdSession": ("session", "planned"),
    "replaceAttendance": ("session", "held"),
    "reopenSession": ("session", "held"),
    "cancelSession": ("session", "planned"),
    "giveFeedback": ("session", "held"),
    "revokeCalendarFeed": ("calendarFeed", "made"),
    "checkCopaymentAid": ("copayment", "due"),
    "refuseCopaymentAid": ("copayment", "due"),
    "declareCopaymentAid": ("copayment", "due"),
    "invoiceCopayment": ("copayment", "checked"),
    "remindCopayment": ("copayment", "overdue"),
    "askCopaymentRefund": ("copayment", "overpaid"),
    "refundCopayment": ("copayment", "refund_asked"),
    "askCopaymentRelief": ("copayment", "invoiced"),
    "askCopaymentCredit": ("copayment", "paid"),
    "giveCopaymentRelief": ("copayment", "relief_checked"),
    "refuseCopaymentRelief": ("copayment", "relief_asked"),
    "correctCopaymentSettlement": ("copayment", "settled"),
    "matchBankEntry": ("bankEntry", "unmatched"),
    "ignoreBankEntry": ("bankEntry", "unmatched"),
    "returnBankEntry": ("bankEntry", "unmatched"),
    "splitBankEntry": ("bankEntry", "unmatched"),
    "reopenBankEntry": ("bankEntry", "matched"),
    "endMembership": ("membership", "current"),
    "noteContact": ("enrolment", "prospect"),
    "correctContact": ("contact", "noted"),
    "askHandover": ("enrolment", "prospect"),
    "consentHandover": ("handover", "unconsented"),
    "acceptHandover": ("handover", "offered"),
    "declineHandover": ("handover", "offered"),
    "withdrawHandover": ("handover", "asked"),
    "planInterview": ("enrolment", "prospect"),
    "beginAssessment": ("enrolment", "prospect"),
    "saveAssessment": ("assessment", "draft"),
    "finishAssessment": ("assessment", "answered"),
    "discardAssessment": ("assessment", "draft"),
    "describeProject": ("project", "idea"),
    "replaceProjectFirms": ("project", "running"),
    "inviteToProject": ("project", "idea"),
    "acceptProjectInvitation": ("projectInvitation", "asked"),
    "declineProjectInvitation": ("projectInvitation", "asked"),
    "withdrawProjectInvitation": ("projectInvitation", "asked"),
    "planProject": ("project", "idea"),
    "applyOnward": ("project", "planned"),
    "answerOnward": ("project", "applied"),
    "correctOnward": ("project", "applied"),
    "startProject": ("project", "planned"),
    "completeProject": ("project", "running"),
    "giveUpProject": ("project", "running"),
    "reviseResult": ("result", "found"),
    "measureResult": ("result", "found"),
    "tellStory": ("result", "found"),
    "withdrawStory": ("result", "told"),
    "submitProgressReport": ("progressReport", "expected"),
    "returnProgressReport": ("progressReport", "submitted"),
    "approveProgressReport": ("progressReport", "submitted"),
    "withdrawProgressReport": ("progressReport", "expected"),
    "noteFinding": ("sampling", "drawn"),
    "answerFinding": ("sampling", "asked"),
    "askAgain": ("sampling", "answered"),
    "closeSampledCase": ("sampling", "found"),
    "openSampling": ("sampling", "drawn"),
    "closeSampling": ("sampling", "followed"),
    "changeFagpartner": ("fagpartner", "active"),
    "retireFagpartner": ("fagpartner", "active"),
    "agreeEngagement": ("engagement", "proposed"),
    "declineEngagement": ("engagement", "proposed"),
    "endEngagement": ("engagement", "agreed"),
    "correctRelation": ("engagement", "agreed"),
    "orderHours": ("engagement", "agreed"),
    "enterPartnerInvoice": ("engagement", "confirmed"),
    "creditPartnerInvoice": ("engagement", "invoiced"),
    "correctPartnerInvoice": ("engagement", "invoiced"),
    "tieHours": ("hours", "ordered"),
    "deliverHours": ("hours", "ordered"),
    "confirmHours": ("hours", "delivered"),
    "withdrawDelivery": ("hours", "delivered"),
    "cancelHours": ("hours", "ordered"),
    "recommendStage": ("enrolment", "prospect"),
    "enrolFirm": ("enrolment", "recommended"),
    "takePlace": ("enrolment", "waiting"),
    "startStage": ("enrolment", "enrolled"),
    "completeStage": ("enrolment", "active"),
    "finishEnrolment": ("enrolment", "completed"),
    "dropOut": ("enrolment", "active"),
    "reEnter": ("enrolment", "dropped_out"),
    "askGateWaiver": ("enrolment", "prospect"),
    "giveGateWaiver": ("gateWaiver", "asked"),
    "refuseGateWaiver": ("gateWaiver", "asked"),
    "beginDeliverable": ("enrolment", "active"),
    "deliver": ("deliverable", "begun"),
    "acceptDeliverable": ("deliverable", "delivered"),
    "changeDeliverable": ("deliverable", "begun"),
    "discardDeliverable": ("deliverable", "begun"),
    "sendBackDeliverable": ("deliverable", "delivered"),
}
# What one person has done already, so that a second one must do the rest.
BY_THE_OTHER = {
    "approveForm",
    "approveSetupChange",
    "assureRecommendation",
    "confirmPaid",
    "enterAcceptance",
    "rejectSetupChange",
    "settleLegalHold",
    "decideDestruction",
}


@dataclass
class Command:
    """A request that will succeed, until something is changed."""

    operation: Operation
    path: str
    body: dict
    etag: str
    person: Client
    colleague: Client  # in the same role and organisation

    def send(self, person=None, key=None, **changes):
        """With a fresh key unless one is given; a header that is changed to None is left out."""
        headers = {"Idempotency-Key": f'"{key or uuid.uuid4()}"'} if self.operation.needs_key else {}
        if self.operation.needs_if_match:
            headers["If-Match"] = self.etag
        headers |= changes.pop("headers", {})
        headers = {name: value for name, value in headers.items() if value is not None}
        body = changes.pop("body", self.body)
        person = person or self.person
        return person.send(self.operation.method, self.path, body, headers, **changes)


def people_for(world, operation):
    """Who does it, and a colleague who might; what anybody may, the hub's signatory does."""
    roles = operation.roles or ("hub_signatory",)
    role = next(r for r in roles if r != "hub_editor")
    parties = (world.hub, world.county, world.firm, world.fagpartner)
    party = next(p for p in parties if role in p.organisation.roles)
    pair = [getattr(party, role), getattr(party, role + "_b")]
    return pair[::-1] if operation.id in BY_THE_OTHER else pair


def ready(world, operation):
    person, colleague = people_for(world, operation)
    thing = None
    if operation.id in READY or operation.kind:
        world.ensure_account(world.hub)
        thing = specimens.make(world, world.hub, *READY[operation.id])
    path = operation.at(thing["id"]) if operation.kind else operation.path
    body = body_for(operation, world)
    return Command(operation, path, body, thing and thing.etag, person, colleague)


def nowhere(world, operation):
    """A sound request about something that does not exist."""
    person, colleague = people_for(world, operation)
    body = body_for(operation, world)
    return Command(operation, operation.at(999_999_999), body, "*", person, colleague)
