#include "api/applications/applications.h"

#include "api/applications/commands.h"
#include "lib/json/shape.h"

static const struct shape_field deadline_fields[] = {
	SHAPE_FIELD(struct call_deadline, closes_at, "closesAt", I64),
	SHAPE_FIELD(struct call_deadline, grace_ends_at, "graceEndsAt", I64),
	SHAPE_FIELD(struct call_deadline, grace_until, "graceUntil", TEXT),
	SHAPE_OPTIONAL(struct call_deadline, closed_on, "closedOn", DATE, is_closed_early),
};
const struct shape call_deadline_shape = SHAPE(struct call_deadline, deadline_fields);

static const struct shape_field in_hand_fields[] = {
	SHAPE_FIELD(struct in_hand, call_state, "callState", TEXT),
	SHAPE_FIELD(struct in_hand, today, "today", DATE),
	SHAPE_FIELD(struct in_hand, now, "now", I64),
	SHAPE_FIELD(struct in_hand, begun_at, "begunAt", I64),
	SHAPE_OBJECT(struct in_hand, deadline, "deadline", &call_deadline_shape),
	SHAPE_OPTIONAL(struct in_hand, leave_until, "leaveUntil", DATE, has_leave),
	SHAPE_FIELD(struct in_hand, may_enter, "mayEnter", BOOL),
	SHAPE_FIELD(struct in_hand, is_leave_asked, "isLeaveAsked", BOOL),
};
const struct shape in_hand_shape = SHAPE(struct in_hand, in_hand_fields);

static const struct shape_field cap_fields[] = {
	SHAPE_FIELD(struct group_cap, cost_group, "costGroup", TEXT),
	SHAPE_FIELD(struct group_cap, name, "name", TEXT),
	SHAPE_FIELD(struct group_cap, max_share_bp, "maxShareBp", I64),
};
const struct shape group_cap_shape = SHAPE(struct group_cap, cap_fields);

static const struct shape_field call_fields[] = {
	SHAPE_FIELD(struct application_call, state, "state", TEXT),
	SHAPE_FIELD(struct application_call, opens_on, "opensOn", DATE),
	SHAPE_FIELD(struct application_call, closes_on, "closesOn", DATE),
	SHAPE_LIST(struct application_call, stages, n_stages, "stages", I64),
	SHAPE_LIST(struct application_call, cost_groups, n_cost_groups, "costGroups", TEXT),
	SHAPE_OPTIONAL_OBJECTS(struct application_call, caps, n_caps, "caps", &group_cap_shape),
	SHAPE_FIELD(struct application_call, form_version, "formVersion", I64),
};
static const struct shape call_shape = SHAPE(struct application_call, call_fields);

static const struct shape_field amount_fields[] = {
	SHAPE_FIELD(struct max_amount, amount_ore, "amountOre", I64),
	SHAPE_FIELD(struct max_amount, source, "source", TEXT),
};
static const struct shape amount_shape = SHAPE(struct max_amount, amount_fields);

static const struct shape_field line_fields[] = {
	SHAPE_FIELD(struct application_line, name, "name", TEXT),
	SHAPE_FIELD(struct application_line, state, "state", TEXT),
	SHAPE_LIST(struct application_line, applicant_kinds, n_applicant_kinds, "applicantKinds",
		   TEXT),
	SHAPE_FIELD(struct application_line, county_only, "countyOnly", BOOL),
	SHAPE_FIELD(struct application_line, max_share_bp, "maxShareBp", I64),
	SHAPE_OR_NULL(struct application_line, max_share_line, "maxShareLine", TEXT),
	SHAPE_OPTIONAL_OBJECT(struct application_line, max_amount, "maxAmount", &amount_shape,
			      has_max_amount),
	SHAPE_FIELD(struct application_line, refuses_overlap, "refusesOverlap", BOOL),
	SHAPE_FIELD(struct application_line, assures, "assures", BOOL),
};
const struct shape application_line_shape = SHAPE(struct application_line, line_fields);

static const struct shape_field applicant_fields[] = {
	SHAPE_OR_NULL(struct applicant, municipality_no, "municipalityNo", TEXT),
	SHAPE_FIELD(struct applicant, insolvent, "insolvent", BOOL),
};
static const struct shape applicant_shape = SHAPE(struct applicant, applicant_fields);

static const struct shape_field cost_fields[] = {
	SHAPE_FIELD(struct cost_line, cost_group, "costGroup", TEXT),
	SHAPE_FIELD(struct cost_line, amount_ore, "amountOre", I64),
	SHAPE_OR_NULL(struct cost_line, partner, "partnerOrgnr", TEXT),
};
const struct shape cost_line_shape = SHAPE(struct cost_line, cost_fields);

static const struct shape_field finance_fields[] = {
	SHAPE_FIELD(struct finance_line, source_kind, "sourceKind", TEXT),
	SHAPE_FIELD(struct finance_line, amount_ore, "amountOre", I64),
	SHAPE_OR_NULL(struct finance_line, partner, "partnerOrgnr", TEXT),
};
const struct shape finance_line_shape = SHAPE(struct finance_line, finance_fields);

static const struct shape_field firm_fields[] = {
	SHAPE_FIELD(struct planned_firm, stage, "stage", I64),
};
static const struct shape firm_shape = SHAPE(struct planned_firm, firm_fields);

static const struct shape_field overlap_fields[] = {
	SHAPE_OR_NULL(struct overlap, case_number, "caseNumber", TEXT),
	SHAPE_FIELD(struct overlap, line, "line", TEXT),
	SHAPE_FIELD(struct overlap, firm, "firm", TEXT),
	SHAPE_FIELD(struct overlap, need, "need", TEXT),
	SHAPE_FIELD(struct overlap, is_granted, "isGranted", BOOL),
};
const struct shape overlap_shape = SHAPE(struct overlap, overlap_fields);

static const struct shape_field assignee_fields[] = {
	SHAPE_OR_NULL(struct assignee, name, "name", TEXT),
	SHAPE_FIELD(struct assignee, is_caseworker, "isCaseworker", BOOL),
	SHAPE_FIELD(struct assignee, has_case, "hasCase", BOOL),
	SHAPE_FIELD(struct assignee, applied, "applied", BOOL),
	SHAPE_FIELD(struct assignee, is_questioned, "isQuestioned", BOOL),
};
static const struct shape assignee_shape = SHAPE(struct assignee, assignee_fields);

static const struct shape_field hearing_fields[] = {
	SHAPE_FIELD(struct new_hearing, id, "id", I64),
	SHAPE_FIELD(struct new_hearing, days, "days", I64),
	SHAPE_FIELD(struct new_hearing, is_ground, "isGround", BOOL),
	SHAPE_OR_NULL(struct new_hearing, document, "document", TEXT),
};
static const struct shape hearing_shape = SHAPE(struct new_hearing, hearing_fields);

static const struct shape_field told_answer_fields[] = {
	SHAPE_FIELD(struct told_answer, expected_on, "expectedOn", DATE),
	SHAPE_FIELD(struct told_answer, reason, "reason", TEXT),
};
static const struct shape told_answer_shape = SHAPE(struct told_answer, told_answer_fields);

static const struct shape_field fields[] = {
	SHAPE_OBJECT(struct application_facts, caller, "caller", &caller_shape),
	SHAPE_FIELD(struct application_facts, today, "today", DATE),
	SHAPE_FIELD(struct application_facts, id, "id", I64),
	SHAPE_FIELD(struct application_facts, state, "state", TEXT),
	SHAPE_OBJECT(struct application_facts, in_hand, "inHand", &in_hand_shape),
	SHAPE_FIELD(struct application_facts, applicant_id, "applicantId", I64),
	SHAPE_FIELD(struct application_facts, applicant_kind, "applicantKind", TEXT),
	SHAPE_FIELD(struct application_facts, has_entered, "hasEntered", BOOL),
	SHAPE_FIELD(struct application_facts, may_write, "mayWrite", BOOL),
	SHAPE_FIELD(struct application_facts, form_version, "formVersion", I64),
	SHAPE_FIELD(struct application_facts, is_track_ended, "isTrackEnded", BOOL),
	SHAPE_OR_NULL(struct application_facts, case_number, "caseNumber", TEXT),
	SHAPE_OPTIONAL(struct application_facts, applied_ore, "appliedOre", I64, has_applied),
	SHAPE_OPTIONAL(struct application_facts, starts_on, "startsOn", DATE, has_start),
	SHAPE_OPTIONAL(struct application_facts, ends_on, "endsOn", DATE, has_end),
	SHAPE_FIELD(struct application_facts, owes_answer, "owesAnswer", BOOL),
	SHAPE_OPTIONAL_OBJECT(struct application_facts, told_answer, "toldAnswer",
			      &told_answer_shape, has_told_answer),
	SHAPE_FIELD(struct application_facts, came_in_on, "cameInOn", DATE),
	SHAPE_OPTIONAL(struct application_facts, submitted_on, "submittedOn", DATE, is_submitted),
	SHAPE_OPTIONAL(struct application_facts, return_by, "returnBy", DATE, has_return_by),
	SHAPE_OPTIONAL(struct application_facts, caseworker_id, "caseworkerId", I64,
		       has_caseworker),
	SHAPE_OR_NULL(struct application_facts, caseworker, "caseworker", TEXT),
	SHAPE_OPTIONAL_OBJECT(struct application_facts, assignee, "assignee", &assignee_shape,
			      has_assignee),
	SHAPE_OPTIONAL_OBJECT(struct application_facts, hearing, "hearing", &hearing_shape,
			      has_hearing),
	SHAPE_OBJECT(struct application_facts, call, "call", &call_shape),
	SHAPE_OBJECT(struct application_facts, line, "line", &application_line_shape),
	SHAPE_OBJECTS(struct application_facts, overlaps, n_overlaps, "overlaps", &overlap_shape),
	SHAPE_FIELD(struct application_facts, overlaps_json, "overlaps", RAW),
	SHAPE_OBJECTS(struct application_facts, partners.list, partners.n, "partners",
		      &named_partner_shape),
	SHAPE_LIST(struct application_facts, partners.unsettled, partners.n_unsettled,
		   "unsettledPartners", TEXT),
	SHAPE_FIELD(struct application_facts, county, "county", TEXT),
	SHAPE_OBJECT(struct application_facts, applicant, "applicant", &applicant_shape),
	SHAPE_OPTIONAL_OBJECTS(struct application_facts, costs, n_costs, "costs", &cost_line_shape),
	SHAPE_OPTIONAL_OBJECTS(struct application_facts, finance, n_finance, "finance",
			       &finance_line_shape),
	SHAPE_OPTIONAL_OBJECTS(struct application_facts, firms, n_firms, "firms", &firm_shape),
	SHAPE_OPTIONAL_OBJECT(struct application_facts, decision, "decision", &decision_facts_shape,
			      has_decision),
	SHAPE_OPTIONAL_OBJECT(struct application_facts, appealable, "appealable", &appealable_shape,
			      has_appealable),
	SHAPE_OBJECTS(struct application_facts, mailings, n_mailings, "mailings", &mailing_shape),
	SHAPE_FIELD(struct application_facts, post_days, "postDays", I64),
	SHAPE_OPTIONAL(struct application_facts, open_reversal, "openReversal", I64,
		       has_open_reversal),
	SHAPE_OPTIONAL_OBJECT(struct application_facts, reversal, "reversal", &reversed_shape,
			      has_reversal),
	SHAPE_OR_NULL(struct application_facts, answers, "answers", RAW),
	SHAPE_OR_NULL(struct application_facts, form, "form", RAW),
	SHAPE_OR_NULL(struct application_facts, newer_form, "newerForm", RAW),
};
const struct shape application_facts_shape = SHAPE(struct application_facts, fields);
