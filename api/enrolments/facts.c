#include "api/enrolments/facts.h"

#include "api/copayments/commands.h"

static const struct shape_field stage_fields[] = {
	SHAPE_FIELD(struct stage_facts, number, "number", I64),
	SHAPE_OPTIONAL(struct stage_facts, n_free, "nFree", I64, has_limit),
	SHAPE_OPTIONAL(struct stage_facts, next, "next", I64, has_next),
	SHAPE_FIELD(struct stage_facts, n_ahead, "nAhead", I64),
	SHAPE_FIELD(struct stage_facts, n_shut, "nShut", I64),
	SHAPE_OBJECT(struct stage_facts, price, "price", &stage_price_shape),
};
static const struct shape stage_shape = SHAPE(struct stage_facts, stage_fields);

static const struct shape_field gate_fields[] = {
	SHAPE_FIELD(struct gate, stage, "stage", I64),
	SHAPE_FIELD(struct gate, kind, "kind", TEXT),
	SHAPE_OPTIONAL(struct gate, requires_stage, "requiresStage", I64, has_stage),
	SHAPE_OPTIONAL(struct gate, percent, "percent", I64, has_percent),
};
const struct shape gate_shape = SHAPE(struct gate, gate_fields);

static const struct shape_field waiver_fields[] = {
	SHAPE_FIELD(struct waiver, stage, "stage", I64),
	SHAPE_FIELD(struct waiver, gate, "gate", TEXT),
	SHAPE_FIELD(struct waiver, state, "state", TEXT),
};
const struct shape waiver_shape = SHAPE(struct waiver, waiver_fields);

static const struct shape_field session_fields[] = {
	SHAPE_FIELD(struct session_facts, stage, "stage", I64),
	SHAPE_FIELD(struct session_facts, attended, "attended", BOOL),
};
static const struct shape session_shape = SHAPE(struct session_facts, session_fields);

static const struct shape_field way_fields[] = {
	SHAPE_FIELD(struct way, is_assessed, "isAssessed", BOOL),
	SHAPE_LIST(struct way, completed, n_completed, "completed", I64),
	SHAPE_LIST(struct way, unsettled, n_unsettled, "unsettled", I64),
	SHAPE_LIST(struct way, accepted, n_accepted, "accepted", I64),
	SHAPE_LIST(struct way, unaccepted, n_unaccepted, "unaccepted", I64),
	SHAPE_FIELD(struct way, has_hours, "hasHours", BOOL),
	SHAPE_OBJECTS(struct way, sessions, n_sessions, "sessions", &session_shape),
};
const struct shape way_shape = SHAPE(struct way, way_fields);

static const struct shape_field share_fields[] = {
	SHAPE_FIELD(struct share_facts, id, "id", I64),
	SHAPE_FIELD(struct share_facts, version, "version", I64),
	SHAPE_FIELD(struct share_facts, state, "state", TEXT),
	SHAPE_FIELD(struct share_facts, charged_ore, "chargedOre", I64),
	SHAPE_FIELD(struct share_facts, is_delivered, "isDelivered", BOOL),
	SHAPE_FIELD(struct share_facts, has_giver, "hasGiver", BOOL),
	SHAPE_FIELD(struct share_facts, is_settled, "isSettled", BOOL),
	SHAPE_FIELD(struct share_facts, undelivered_minutes, "undeliveredMinutes", I64),
	SHAPE_FIELD(struct share_facts, creditor_id, "creditorId", I64),
	SHAPE_FIELD(struct share_facts, is_relief_asked, "isReliefAsked", BOOL),
};
static const struct shape share_shape = SHAPE(struct share_facts, share_fields);

static const struct shape_field plan_fields[] = {
	SHAPE_OR_NULL(struct plan_facts, sessions, "sessions", TEXT),
	SHAPE_FIELD(struct plan_facts, minutes, "minutes", I64),
};
static const struct shape plan_shape = SHAPE(struct plan_facts, plan_fields);

static const struct shape_field interview_fields[] = {
	SHAPE_FIELD(struct interview_made, state, "state", TEXT),
	SHAPE_FIELD(struct interview_made, is_with_firm, "isWithFirm", BOOL),
	SHAPE_FIELD(struct interview_made, held_on, "heldOn", DATE),
};
const struct shape interview_made_shape = SHAPE(struct interview_made, interview_fields);

static const struct shape_field days_fields[] = {
	SHAPE_FIELD(struct way_days, followed_on, "followedOn", DATE),
	SHAPE_OPTIONAL(struct way_days, began_on, "beganOn", DATE, has_begun),
	SHAPE_OPTIONAL(struct way_days, round_began_on, "roundBeganOn", DATE, has_round_begun),
};
const struct shape way_days_shape = SHAPE(struct way_days, days_fields);

static const struct shape_field fields[] = {
	SHAPE_OBJECT(struct enrolment_facts, caller, "caller", &caller_shape),
	SHAPE_FIELD(struct enrolment_facts, today, "today", DATE),
	SHAPE_FIELD(struct enrolment_facts, id, "id", I64),
	SHAPE_FIELD(struct enrolment_facts, new_id, "newId", I64),
	SHAPE_FIELD(struct enrolment_facts, state, "state", TEXT),
	SHAPE_OPTIONAL(struct enrolment_facts, stage, "stage", I64, has_stage),
	SHAPE_OPTIONAL(struct enrolment_facts, recommended, "recommendedStage", I64,
		       has_recommended),
	SHAPE_OPTIONAL(struct enrolment_facts, passed, "passedStage", I64, has_passed),
	SHAPE_FIELD(struct enrolment_facts, programme_state, "programmeState", TEXT),
	SHAPE_FIELD(struct enrolment_facts, programme_version, "programmeVersion", I64),
	SHAPE_FIELD(struct enrolment_facts, firm_id, "firmId", I64),
	SHAPE_FIELD(struct enrolment_facts, hub_id, "hubId", I64),
	SHAPE_FIELD(struct enrolment_facts, is_insolvent, "isInsolvent", BOOL),
	SHAPE_FIELD(struct enrolment_facts, is_aid_refused, "isAidRefused", BOOL),
	SHAPE_FIELD(struct enrolment_facts, is_aid_unchecked, "isAidUnchecked", BOOL),
	SHAPE_FIELD(struct enrolment_facts, was_aid_refused, "wasAidRefused", BOOL),
	SHAPE_FIELD(struct enrolment_facts, is_share_gone, "isShareGone", BOOL),
	SHAPE_FIELD(struct enrolment_facts, is_credit_asked, "isCreditAsked", BOOL),
	SHAPE_FIELD(struct enrolment_facts, is_between_stages, "isBetweenStages", BOOL),
	SHAPE_FIELD(struct enrolment_facts, is_handover_asked, "isHandoverAsked", BOOL),
	SHAPE_FIELD(struct enrolment_facts, is_hub_open, "isHubOpen", BOOL),
	SHAPE_OPTIONAL(struct enrolment_facts, to_hub_id, "toHubId", I64, has_to_hub),
	SHAPE_OR_NULL(struct enrolment_facts, instrument_kind, "instrumentKind", TEXT),
	SHAPE_OPTIONAL_OBJECT(struct enrolment_facts, session, "session", &interview_made_shape,
			      has_session),
	SHAPE_OPTIONAL_OBJECT(struct enrolment_facts, days, "days", &way_days_shape, has_days),
	SHAPE_OBJECTS(struct enrolment_facts, stages, n_stages, "stages", &stage_shape),
	SHAPE_OBJECTS(struct enrolment_facts, gates, n_gates, "gates", &gate_shape),
	SHAPE_OBJECTS(struct enrolment_facts, waivers, n_waivers, "waivers", &waiver_shape),
	SHAPE_OBJECT(struct enrolment_facts, way, "way", &way_shape),
	SHAPE_OPTIONAL_OBJECT(struct enrolment_facts, share, "share", &share_shape, has_share),
	SHAPE_OPTIONAL_OBJECTS(struct enrolment_facts, beside, n_beside, "beside",
			       &help_beside_shape),
	SHAPE_OPTIONAL_OBJECT(struct enrolment_facts, plan, "plan", &plan_shape, has_plan),
};
const struct shape enrolment_facts_shape = SHAPE(struct enrolment_facts, fields);
