"""Whose is what: for each operation of openapi.yaml, who reaches the things of one hub and its
county.

Written by hand, from what each role is for. A row is an operation, what it is tried on, and who
may; everybody else of people.EVERYBODY tries and must get nowhere.
"""

from people import ASSESSING, CASES, COUNTY, FOLLOWING, OF_THE_COUNTY, OWNER, PAYING, anywhere

PARTY = CASES | OWNER
SERVING = FOLLOWING | OWNER
PARTNERS = OWNER | {"fagpartner"}  # who are parties to an engagement
ADMINISTRATORS = {"county_admin", "auditor"}
LISTS_OF_PAYMENTS = {"finance", "auditor", "releaser"}
MONEY = {"finance", "county_admin", "auditor"}

# One thing, by its id.
READS = [
    ("getSetupChange", "setupChange.proposed", ADMINISTRATORS),
    ("getSetupChangePermittedActions", "setupChange.proposed", ADMINISTRATORS),
    ("getProgramme", "programme.active", OF_THE_COUNTY),
    ("getStageGraph", "programme.active", OF_THE_COUNTY),
    ("getInstrument", "instrument.in_use", OF_THE_COUNTY),
    ("getFundingLine", "fundingLine.active", OF_THE_COUNTY),
    ("getCall", "call.planned", COUNTY),
    ("getCall", "call.open", OF_THE_COUNTY),
    ("getCallPermittedActions", "call.planned", COUNTY),
    ("getCallPermittedActions", "call.open", OF_THE_COUNTY - {"other machine"}),
    ("getTrack", "track.begun", PARTY),
    ("getApplication", "application.draft", OWNER),
    ("getApplication", "application.submitted", PARTY),
    ("getApplicationPermittedActions", "application.draft", OWNER),
    ("getApplicationPermittedActions", "application.submitted", PARTY),
    ("getGrant", "grant.offered", PARTY),
    ("getGrantPermittedActions", "grant.offered", PARTY),
    ("getClaim", "claim.submitted", PARTY),
    ("getClaimPermittedActions", "claim.submitted", PARTY),
    ("getPayment", "payment.queued", PARTY),
    ("getPaymentPermittedActions", "payment.queued", PARTY),
    ("getPaymentList", "paymentList.made", LISTS_OF_PAYMENTS),
    ("getCopayment", "copayment.due", SERVING),
    ("getCopaymentPermittedActions", "copayment.due", SERVING),
    ("getBankFile", "bankFile.read", OWNER),
    ("getBankEntry", "bankEntry.unmatched", OWNER),
    ("getBankEntryPermittedActions", "bankEntry.unmatched", OWNER),
    ("getProject", "project.idea", SERVING),
    ("getProjectPermittedActions", "project.idea", SERVING),
    ("getResult", "result.found", SERVING),
    ("getResultPermittedActions", "result.found", SERVING),
    ("getProgressReport", "progressReport.expected", PARTY),
    ("getProgressReportPermittedActions", "progressReport.expected", PARTY),
    ("getFagpartner", "fagpartner.active", OF_THE_COUNTY),
    ("getFagpartnerPermittedActions", "fagpartner.active", OF_THE_COUNTY - {"other machine"}),
    ("getEngagement", "engagement.confirmed", FOLLOWING | PARTNERS),
    ("getEngagementPermittedActions", "engagement.confirmed", FOLLOWING | PARTNERS),
    ("getHoursOrder", "hoursOrder.made", FOLLOWING | PARTNERS | {"firm"}),
    ("getHours", "hours.ordered", FOLLOWING | PARTNERS | {"firm"}),
    ("getHoursPermittedActions", "hours.ordered", FOLLOWING | PARTNERS | {"firm"}),
]

# What belongs to one thing, by the thing's id.
PARTS = [
    ("listSubmissions", "application.submitted", PARTY),
    ("listRecommendations", "application.recommended", ASSESSING),
    ("listDecisions", "application.granted", PARTY),
    ("listApplicationEvents", "application.submitted", ASSESSING),
    ("listEngagementHours", "engagement.confirmed", FOLLOWING | PARTNERS),
]

# Lists that hold the thing.
LISTS = [
    ("listSetupChanges", "setupChange.proposed", ADMINISTRATORS),
    ("listProgrammes", "programme.active", OF_THE_COUNTY),
    ("listHubAreas", "hubArea.valid", OF_THE_COUNTY),
    ("listInstruments", "instrument.in_use", OF_THE_COUNTY),
    ("listFundingLines", "fundingLine.active", OF_THE_COUNTY),
    ("listLegalBases", "legalBasis.valid", OF_THE_COUNTY),
    ("listRuleParams", "ruleParam.valid", OF_THE_COUNTY),
    ("listBankAccounts", "bankAccount.valid", PAYING | OWNER | {"county_admin"}),
    ("listRoleAssignments", "roleAssignment.valid", ADMINISTRATORS),
    ("listCalls", "call.planned", COUNTY),
    ("listCalls", "call.open", OF_THE_COUNTY),
    ("listTracks", "track.begun", PARTY),
    ("listApplications", "application.draft", OWNER),
    ("listApplications", "application.submitted", PARTY),
    ("listGrants", "grant.offered", PARTY),
    ("listClaims", "claim.submitted", PARTY),
    ("listPayments", "payment.queued", PARTY),
    ("listPaymentLists", "paymentList.made", LISTS_OF_PAYMENTS),
    ("listCopayments", "copayment.due", SERVING),
    ("listBankFiles", "bankFile.read", OWNER),
    ("listBankEntries", "bankEntry.unmatched", OWNER),
    ("listProjects", "project.idea", SERVING),
    ("listResults", "result.found", SERVING),
    ("listStories", "result.told", SERVING),
    ("listProgressReports", "progressReport.expected", PARTY),
    ("listFagpartnere", "fagpartner.active", OF_THE_COUNTY),
    ("listEngagements", "engagement.confirmed", FOLLOWING | PARTNERS),
    ("listHours", "hours.ordered", FOLLOWING | PARTNERS | {"firm"}),
]

# Figures and reports, with what of the thing they tell.
FIGURES = [
    ("listBalances", "fundingLine.active", MONEY | ASSESSING - {"archivist"}),
    ("listPostings", "grant.offered", MONEY),
    ("reportPayments", "payment.paid", LISTS_OF_PAYMENTS | {"programme_lead"}),
    ("reportFagpartnere", "engagement.confirmed", FOLLOWING | PARTNERS),
]

# Changes of one thing, in the state in which they are made.
CHANGES = [
    ("approveSetupChange", "setupChange.proposed", {"county_admin"}),
    ("rejectSetupChange", "setupChange.proposed", {"county_admin"}),
    ("proposeStageGraph", "programme.active", {"county_admin"}),
    ("proposeAppropriation", "fundingLine.active", {"county_admin"}),
    ("openCall", "call.planned", {"caseworker"}),
    ("closeCall", "call.open", {"caseworker"}),
    ("savePlan", "application.draft", OWNER),
    ("savePlan", "application.returned", OWNER),
    ("savePlan", "application.submitted", OWNER),
    ("saveCostPlan", "application.draft", OWNER),
    ("saveCostPlan", "application.returned", OWNER),
    ("saveFinancePlan", "application.draft", OWNER),
    ("saveFinancePlan", "application.returned", OWNER),
    ("submitApplication", "application.draft", {"hub_signatory"}),
    ("submitApplication", "application.returned", {"hub_signatory"}),
    ("withdrawApplication", "application.submitted", {"hub_signatory"}),
    ("returnApplication", "application.submitted", {"caseworker"}),
    ("returnApplication", "application.returned", {"caseworker"}),
    ("takeApplication", "application.submitted", {"caseworker"}),
    ("takeApplication", "application.in_review", {"caseworker"}),
    ("recommendApplication", "application.submitted", {"caseworker"}),
    ("recommendApplication", "application.in_review", {"caseworker"}),
    ("sendBackApplication", "application.recommended", {"decision_maker", "secretary"}),
    ("decideApplication", "application.recommended", {"decision_maker", "secretary"}),
    ("decideApplication", "application.granted", {"decision_maker", "secretary"}),
    ("acceptGrant", "grant.offered", {"hub_signatory"}),
    ("acceptGrant", "grant.accepted", {"hub_signatory"}),
    ("createClaim", "grant.accepted", {"hub_signatory"}),
    ("createClaim", "grant.active", {"hub_signatory"}),
    ("reviewClaim", "claim.submitted", {"caseworker"}),
    ("rejectClaim", "claim.submitted", {"caseworker"}),
    ("attestClaim", "claim.reviewed", {"attestant"}),
    ("releaseClaim", "claim.attested", {"releaser"}),
    ("sendBackClaim", "claim.reviewed", {"attestant", "releaser"}),
    ("sendBackClaim", "claim.attested", {"attestant", "releaser"}),
    ("registerPaid", "payment.exported", {"finance"}),
    ("registerPaid", "payment.sent_unconfirmed", {"finance"}),
    ("confirmPaid", "payment.sent_unconfirmed", {"finance"}),
    ("raiseCopayment", "enrolment.priced", OWNER),
    ("checkCopaymentAid", "copayment.due", {"caseworker", "programme_lead"}),
    ("invoiceCopayment", "copayment.checked", OWNER),
    ("remindCopayment", "copayment.overdue", OWNER),
    ("refundCopayment", "copayment.overpaid", OWNER),
    ("askCopaymentRelief", "copayment.invoiced", OWNER),
    ("giveCopaymentRelief", "copayment.relief_asked", {"hub_signatory"}),
    ("refuseCopaymentRelief", "copayment.relief_asked", {"hub_signatory"}),
    ("matchBankEntry", "bankEntry.unmatched", OWNER),
    ("ignoreBankEntry", "bankEntry.unmatched", OWNER),
    ("returnBankEntry", "bankEntry.unmatched", OWNER),
    ("describeProject", "project.idea", OWNER),
    ("planProject", "project.idea", OWNER),
    ("applyOnward", "project.planned", OWNER),
    ("answerOnward", "project.applied", OWNER),
    ("startProject", "project.planned", OWNER),
    ("completeProject", "project.running", OWNER),
    ("giveUpProject", "project.running", OWNER),
    ("reviseResult", "result.found", OWNER),
    ("measureResult", "result.found", OWNER),
    ("tellStory", "result.found", OWNER),
    ("withdrawStory", "result.told", OWNER),
    ("submitProgressReport", "progressReport.expected", OWNER),
    ("returnProgressReport", "progressReport.submitted", {"caseworker"}),
    ("approveProgressReport", "progressReport.submitted", {"caseworker"}),
    ("changeFagpartner", "fagpartner.active", {"caseworker", "programme_lead"} | PARTNERS),
    ("retireFagpartner", "fagpartner.active", {"caseworker", "programme_lead", "fagpartner"}),
    ("agreeEngagement", "engagement.proposed", {"fagpartner"}),
    ("declineEngagement", "engagement.proposed", {"fagpartner", "hub_signatory"}),
    ("endEngagement", "engagement.agreed", {"hub_signatory"}),
    ("orderHours", "engagement.agreed", OWNER),
    ("orderHours", "engagement.proposed", OWNER),
    ("enterPartnerInvoice", "engagement.confirmed", PARTNERS),
    ("deliverHours", "hours.ordered", PARTNERS),
    ("deliverHours", "hours.delivered", PARTNERS),
    ("confirmHours", "hours.delivered", {"firm"}),
    ("cancelHours", "hours.ordered", OWNER),
]

# Things made anew, each in its maker's own county and for its maker's own organisation.
CREATIONS = [
    ("proposeRoleAssignment", anywhere("county_admin")),
    ("proposeProgramme", anywhere("county_admin")),
    ("proposeHubArea", anywhere("county_admin")),
    ("proposeInstrument", anywhere("county_admin")),
    ("proposeLegalBasis", anywhere("county_admin")),
    ("proposeFundingLine", anywhere("county_admin")),
    ("proposeRuleParam", anywhere("county_admin")),
    ("proposeBankAccount", anywhere("county_admin")),
    ("createCall", anywhere("caseworker")),
    ("createTrack", anywhere("hub_editor", "hub_signatory")),
    ("createApplication", anywhere("hub_editor", "hub_signatory", "firm")),
    ("createPaymentList", anywhere("finance")),
    ("readBankFile", anywhere("hub_editor", "hub_signatory", "finance")),
    ("createProject", anywhere("hub_editor", "hub_signatory")),
    ("expectProgressReport", anywhere("caseworker")),
    ("createResult", anywhere("hub_editor", "hub_signatory", "firm")),
    ("registerFagpartner", anywhere("caseworker", "programme_lead", "hub_editor", "hub_signatory")),
    ("proposeEngagement", anywhere("hub_editor", "hub_signatory")),
]

# No secrets: how the service is, its document, the public register, and to each who they are and
# which hub answers for where they lie.
PUBLIC = ["getLiveness", "getReadiness", "getMetrics", "getOpenapi"]
# Of each reader's own rows: tests/api/test_funnel.py asks whose they are.
OWN_FIGURES = ["reportFunnel", "listFunnelFirms", "listSchemes"]
REGISTER = ["searchOrganisations", "getOrganisation"]
ONESELF = ["getMe", "getResponsibleHub"]
