#include "api/appeals/facts.h"

#include "api/appeals/appealable.h"
#include "lib/json/shape.h"

static const struct shape_field unusable_fields[] = {
	SHAPE_FIELD(struct unusable_document, id, "id", I64),
	SHAPE_FIELD(struct unusable_document, state, "state", TEXT),
};
static const struct shape unusable_shape = SHAPE(struct unusable_document, unusable_fields);

static const struct shape_field dismissed_fields[] = {
	SHAPE_FIELD(struct dismissed_appeal, appeal_id, "appealId", I64),
	SHAPE_FIELD(struct dismissed_appeal, number, "number", I64),
	SHAPE_OR_NULL(struct dismissed_appeal, other, "other", TEXT),
	SHAPE_OPTIONAL(struct dismissed_appeal, decision_id, "decisionId", I64, is_of_decision),
	SHAPE_OPTIONAL(struct dismissed_appeal, amendment_id, "amendmentId", I64, is_of_amendment),
	SHAPE_FIELD(struct dismissed_appeal, answer_id, "answerId", I64),
	SHAPE_FIELD(struct dismissed_appeal, made_on, "madeOn", DATE),
	SHAPE_FIELD(struct dismissed_appeal, is_final, "isFinal", BOOL),
};
const struct shape dismissed_shape = SHAPE(struct dismissed_appeal, dismissed_fields);

static const struct shape_field beside_fields[] = {
	SHAPE_FIELD(struct appealable_amendment, id, "id", I64),
	SHAPE_FIELD(struct appealable_amendment, number, "number", I64),
	SHAPE_OPTIONAL(struct appealable_amendment, decision_id, "decisionId", I64, is_approved),
	SHAPE_FIELD(struct appealable_amendment, made_on, "madeOn", DATE),
	SHAPE_FIELD(struct appealable_amendment, is_final, "isFinal", BOOL),
	SHAPE_OPTIONAL(struct appealable_amendment, appeal_number, "appealNumber", I64,
		       is_appealed),
};
static const struct shape beside_shape = SHAPE(struct appealable_amendment, beside_fields);

static const struct shape_field others_fields[] = {
	SHAPE_FIELD(struct others_appeal, name, "name", TEXT),
	SHAPE_FIELD(struct others_appeal, number, "number", I64),
	SHAPE_FIELD(struct others_appeal, is_final, "isFinal", BOOL),
};
static const struct shape others_shape = SHAPE(struct others_appeal, others_fields);

static const struct shape_field appealable_fields[] = {
	SHAPE_FIELD(struct appealable, decision_id, "decisionId", I64),
	SHAPE_LIST(struct appealable, replaced, n_replaced, "replaced", I64),
	SHAPE_FIELD(struct appealable, amount_ore, "amountOre", I64),
	SHAPE_FIELD(struct appealable, decided_on, "decidedOn", DATE),
	SHAPE_OPTIONAL(struct appealable, due_on, "dueOn", DATE, has_due),
	SHAPE_FIELD(struct appealable, awaits_grounds, "awaitsGrounds", BOOL),
	SHAPE_FIELD(struct appealable, ran_until, "ranUntil", DATE),
	SHAPE_OPTIONAL(struct appealable, acceptance_days, "acceptanceDays", I64, is_offered_later),
	SHAPE_FIELD(struct appealable, had_grounds, "hadGrounds", BOOL),
	SHAPE_FIELD(struct appealable, is_final, "isFinal", BOOL),
	SHAPE_OBJECTS(struct appealable, dismissed, n_dismissed, "dismissed", &dismissed_shape),
	SHAPE_OBJECTS(struct appealable, others, n_others, "others", &others_shape),
	SHAPE_OBJECTS(struct appealable, amendments, n_amendments, "amendments", &beside_shape),
	SHAPE_OPTIONAL(struct appealable, appeal_number, "appealNumber", I64, is_appealed),
	SHAPE_OPTIONAL(struct appealable, appeal_days, "appealDays", I64, has_appeal_days),
	SHAPE_FIELD(struct appealable, next_id, "nextId", I64),
	SHAPE_LIST(struct appealable, documents, n_documents, "documents", I64),
	SHAPE_OBJECTS(struct appealable, unusable, n_unusable, "unusable", &unusable_shape),
};
const struct shape appealable_shape = SHAPE(struct appealable, appealable_fields);

static const struct shape_field question_fields[] = {
	SHAPE_FIELD(struct posted_question, id, "id", I64),
	SHAPE_FIELD(struct posted_question, answer_by, "answerBy", DATE),
	SHAPE_FIELD(struct posted_question, days, "days", I64),
};
static const struct shape question_shape = SHAPE(struct posted_question, question_fields);

static const struct shape_field mailing_fields[] = {
	SHAPE_FIELD(struct mailing, id, "id", I64),
	SHAPE_FIELD(struct mailing, letter_id, "letterId", I64),
	SHAPE_FIELD(struct mailing, decision_id, "decisionId", I64),
	SHAPE_FIELD(struct mailing, orgnr, "orgnr", TEXT),
	SHAPE_FIELD(struct mailing, is_applicant, "isApplicant", BOOL),
	SHAPE_FIELD(struct mailing, begins_appeal, "beginsAppeal", BOOL),
	SHAPE_FIELD(struct mailing, queued_on, "queuedOn", DATE),
	SHAPE_OPTIONAL_OBJECT(struct mailing, hearing, "hearing", &question_shape, has_hearing),
	SHAPE_OPTIONAL_OBJECT(struct mailing, partner, "partner", &question_shape, has_partner),
};
const struct shape mailing_shape = SHAPE(struct mailing, mailing_fields);

static const struct shape_field decision_fields[] = {
	SHAPE_FIELD(struct appealed_decision, id, "id", I64),
	SHAPE_FIELD(struct appealed_decision, outcome, "outcome", TEXT),
	SHAPE_FIELD(struct appealed_decision, amount_ore, "amountOre", I64),
	SHAPE_FIELD(struct appealed_decision, decided_on, "decidedOn", DATE),
	SHAPE_FIELD(struct appealed_decision, recommended_by, "recommendedBy", I64),
	SHAPE_FIELD(struct appealed_decision, decided_by, "decidedBy", I64),
	SHAPE_OR_NULL(struct appealed_decision, met, "met", TEXT),
	SHAPE_FIELD(struct appealed_decision, is_newest, "isNewest", BOOL),
};
static const struct shape decision_shape = SHAPE(struct appealed_decision, decision_fields);

static const struct shape_field proposal_fields[] = {
	SHAPE_FIELD(struct appeal_proposal, id, "id", I64),
	SHAPE_FIELD(struct appeal_proposal, number, "number", I64),
	SHAPE_FIELD(struct appeal_proposal, kind, "kind", TEXT),
	SHAPE_FIELD(struct appeal_proposal, outcome, "outcome", TEXT),
	SHAPE_OPTIONAL(struct appeal_proposal, amount_ore, "amountOre", I64, has_amount),
	SHAPE_OPTIONAL(struct appeal_proposal, year, "year", I64, has_year),
	SHAPE_LIST(struct appeal_proposal, terms.lifts, terms.n_lifts, "lifts", I64),
	SHAPE_OBJECTS(struct appeal_proposal, terms.conditions.list, terms.conditions.n,
		      "conditions", &given_condition_shape),
	SHAPE_FIELD(struct appeal_proposal, terms.conditions.json, "conditions", RAW),
	SHAPE_FIELD(struct appeal_proposal, grounds, "grounds", TEXT),
	SHAPE_OR_NULL(struct appeal_proposal, resolution, "resolution", TEXT),
	SHAPE_FIELD(struct appeal_proposal, proposed_by, "proposedBy", I64),
	SHAPE_OR_NULL(struct appeal_proposal, questioned, "questioned", TEXT),
};
static const struct shape proposal_shape = SHAPE(struct appeal_proposal, proposal_fields);

static const struct shape_field condition_fields[] = {
	SHAPE_FIELD(struct asked_condition, number, "number", I64),
	SHAPE_FIELD(struct asked_condition, state, "state", TEXT),
};
static const struct shape condition_shape = SHAPE(struct asked_condition, condition_fields);

static const struct shape_field sent_fields[] = {
	SHAPE_LIST(struct new_terms, lifts, n_lifts, "lifts", I64),
	SHAPE_OBJECTS(struct new_terms, conditions.list, conditions.n, "conditions",
		      &given_condition_shape),
	SHAPE_FIELD(struct new_terms, conditions.json, "conditions", RAW),
};
static const struct shape sent_shape = SHAPE(struct new_terms, sent_fields);

static const struct shape_field amendment_fields[] = {
	SHAPE_FIELD(struct appealed_amendment, kind, "kind", TEXT),
	SHAPE_FIELD(struct appealed_amendment, grant_state, "grantState", TEXT),
	SHAPE_FIELD(struct appealed_amendment, stake_ore, "stakeOre", I64),
	SHAPE_FIELD(struct appealed_amendment, is_asked, "isAsked", BOOL),
};
static const struct shape amendment_shape = SHAPE(struct appealed_amendment, amendment_fields);

static const struct shape_field leave_fields[] = {
	SHAPE_FIELD(struct refused_leave, id, "id", I64),
	SHAPE_FIELD(struct refused_leave, line, "line", TEXT),
	SHAPE_OR_NULL(struct refused_leave, body, "body", TEXT),
	SHAPE_FIELD(struct refused_leave, is_asked, "isAsked", BOOL),
};
static const struct shape leave_shape = SHAPE(struct refused_leave, leave_fields);

static const struct shape_field fields[] = {
	SHAPE_OBJECT(struct appeal_facts, caller, "caller", &caller_shape),
	SHAPE_FIELD(struct appeal_facts, today, "today", DATE),
	SHAPE_FIELD(struct appeal_facts, id, "id", I64),
	SHAPE_FIELD(struct appeal_facts, appellant_id, "appellantId", I64),
	SHAPE_FIELD(struct appeal_facts, is_of_other, "isOfOther", BOOL),
	SHAPE_FIELD(struct appeal_facts, case_kind, "caseKind", TEXT),
	SHAPE_FIELD(struct appeal_facts, case_id, "caseId", I64),
	SHAPE_FIELD(struct appeal_facts, state, "state", TEXT),
	SHAPE_FIELD(struct appeal_facts, kind, "kind", TEXT),
	SHAPE_OPTIONAL(struct appeal_facts, application_version, "applicationVersion", I64,
		       has_application),
	SHAPE_OPTIONAL_OBJECT(struct appeal_facts, application, "application",
			      &application_facts_shape, has_application),
	SHAPE_OPTIONAL(struct appeal_facts, dismissed_id, "dismissedId", I64, has_dismissed),
	SHAPE_OPTIONAL_OBJECT(struct appeal_facts, amendment, "amendment", &amendment_shape,
			      has_amendment),
	SHAPE_OPTIONAL_OBJECT(struct appeal_facts, leave, "leave", &leave_shape, has_leave_refused),
	SHAPE_OBJECT(struct appeal_facts, decision, "decision", &decision_shape),
	SHAPE_OPTIONAL_OBJECTS(struct appeal_facts, conditions, n_conditions, "conditions",
			       &condition_shape),
	SHAPE_OPTIONAL_OBJECT(struct appeal_facts, meeting, "meeting", &resolved_shape,
			      has_meeting),
	SHAPE_OPTIONAL_OBJECT(struct appeal_facts, sent, "sent", &sent_shape, has_sent),
	SHAPE_OPTIONAL(struct appeal_facts, met_on, "metOn", DATE, has_met),
	SHAPE_FIELD(struct appeal_facts, has_board, "hasBoard", BOOL),
	SHAPE_OPTIONAL_OBJECT(struct appeal_facts, grant, "grant", &changed_grant_shape, has_grant),
	SHAPE_FIELD(struct appeal_facts, appeal_body, "appealBody", TEXT),
	SHAPE_OPTIONAL(struct appeal_facts, asked_ore, "askedOre", I64, has_asked),
	SHAPE_FIELD(struct appeal_facts, lodged_on, "lodgedOn", DATE),
	SHAPE_FIELD(struct appeal_facts, lodged_by, "lodgedBy", I64),
	SHAPE_FIELD(struct appeal_facts, made_below, "madeBelow", BOOL),
	SHAPE_FIELD(struct appeal_facts, is_entered, "isEntered", BOOL),
	SHAPE_OPTIONAL(struct appeal_facts, due_on, "dueOn", DATE, has_due),
	SHAPE_OPTIONAL(struct appeal_facts, forwarded_on, "forwardedOn", DATE, has_forwarded),
	SHAPE_FIELD(struct appeal_facts, is_sent_back, "isSentBack", BOOL),
	SHAPE_FIELD(struct appeal_facts, has_leave, "hasLeave", BOOL),
	SHAPE_FIELD(struct appeal_facts, is_leave_answered, "isLeaveAnswered", BOOL),
	SHAPE_FIELD(struct appeal_facts, asks_stay, "asksStay", BOOL),
	SHAPE_FIELD(struct appeal_facts, has_stay, "hasStay", BOOL),
	SHAPE_OPTIONAL(struct appeal_facts, comment_by, "commentBy", DATE, has_comment_by),
	SHAPE_FIELD(struct appeal_facts, has_comment, "hasComment", BOOL),
	SHAPE_OPTIONAL(struct appeal_facts, settled_on, "settledOn", DATE, has_settled),
	SHAPE_FIELD(struct appeal_facts, is_favoured, "isFavoured", BOOL),
	SHAPE_OPTIONAL(struct appeal_facts, costs_ore, "costsOre", I64, has_costs),
	SHAPE_FIELD(struct appeal_facts, is_costs_answered, "isCostsAnswered", BOOL),
	SHAPE_OBJECTS(struct appeal_facts, open, n_open, "open", &proposal_shape),
	SHAPE_OPTIONAL_LIST(struct appeal_facts, documents, n_documents, "documents", I64),
	SHAPE_OPTIONAL(struct appeal_facts, appeal_days, "appealDays", I64, has_appeal_days),
	SHAPE_OPTIONAL(struct appeal_facts, leave_months, "leaveMonths", I64, has_leave_months),
	SHAPE_OPTIONAL(struct appeal_facts, costs_days, "costsDays", I64, has_costs_days),
	SHAPE_FIELD(struct appeal_facts, comment_days, "commentDays", I64),
	SHAPE_FIELD(struct appeal_facts, proposal_id, "proposalId", I64),
};
const struct shape appeal_facts_shape = SHAPE(struct appeal_facts, fields);
