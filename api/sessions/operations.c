/* Sessions: read, changed, held, reopened, cancelled; who came, and what firms say of it. */
#include "api/sessions/sessions.h"

#include <inttypes.h>
#include <string.h>

#include "api/command/reason.h"
#include "api/operations.gen.h"
#include "api/queries.gen.h"

void op_get_session(struct req *r)
{
	struct db_segment *segment = req_segment(r, DB_READ);

	q_session_document(segment, req_id(r, 0));
	req_run_document(r, segment);
}

void op_list_sessions(struct req *r)
{
	struct db_segment *segment = req_segment(r, DB_READ);

	q_list_sessions(segment, req_query(r, "from"), req_query(r, "to"),
			req_query_id(r, "cohortId"), req_query_id(r, "networkId"),
			req_query_id(r, "enrolmentId"), req_query(r, "networks"),
			req_query(r, "state"), req_query_id(r, "programmeId"),
			req_query_id(r, "hubId"), r->after, req_limit(r));
	req_run_page(r, segment);
}

void op_get_feedback(struct req *r)
{
	struct db_segment *segment = req_segment(r, DB_READ);

	q_feedback_document(segment, req_id(r, 0));
	req_run_document(r, segment);
}

static const struct shape_field attendant_fields[] = {
	SHAPE_FIELD(struct attendant, is_firm, "isFirm", BOOL),
	SHAPE_FIELD(struct attendant, is_serving, "isServing", BOOL),
	SHAPE_FIELD(struct attendant, is_repeated, "isRepeated", BOOL),
	SHAPE_FIELD(struct attendant, head_count, "headCount", I64),
	SHAPE_OPTIONAL(struct attendant, employees, "employees", I64, is_size_known),
	SHAPE_OPTIONAL(struct attendant, joined_on, "joinedOn", DATE, has_joined_late),
};
static const struct shape attendant_shape = SHAPE(struct attendant, attendant_fields);

static const struct shape_field hours_fields[] = {
	SHAPE_FIELD(struct session_hours, id, "id", I64),
	SHAPE_FIELD(struct session_hours, firm, "firm", TEXT),
	SHAPE_FIELD(struct session_hours, state, "state", TEXT),
	SHAPE_FIELD(struct session_hours, ordered_minutes, "orderedMinutes", I64),
	SHAPE_FIELD(struct session_hours, delivered_minutes, "deliveredMinutes", I64),
	SHAPE_FIELD(struct session_hours, is_present, "isPresent", BOOL),
	SHAPE_FIELD(struct session_hours, is_disputed, "isDisputed", BOOL),
};
static const struct shape hours_shape = SHAPE(struct session_hours, hours_fields);

static const struct shape_field facts_fields[] = {
	SHAPE_OBJECT(struct session_facts, caller, "caller", &caller_shape),
	SHAPE_FIELD(struct session_facts, id, "id", I64),
	SHAPE_FIELD(struct session_facts, hub_id, "hubId", I64),
	SHAPE_FIELD(struct session_facts, case_kind, "caseKind", TEXT),
	SHAPE_FIELD(struct session_facts, case_id, "caseId", I64),
	SHAPE_FIELD(struct session_facts, state, "state", TEXT),
	SHAPE_FIELD(struct session_facts, setting_state, "settingState", TEXT),
	SHAPE_FIELD(struct session_facts, is_handed_over, "isHandedOver", BOOL),
	SHAPE_OPTIONAL(struct session_facts, starts_on, "startsOn", DATE, has_starts),
	SHAPE_OPTIONAL(struct session_facts, ends_on, "endsOn", DATE, has_ends),
	SHAPE_FIELD(struct session_facts, is_over, "isOver", BOOL),
	SHAPE_FIELD(struct session_facts, minutes, "minutes", I64),
	SHAPE_FIELD(struct session_facts, is_for_one, "isForOne", BOOL),
	SHAPE_FIELD(struct session_facts, is_attendant, "isAttendant", BOOL),
	SHAPE_FIELD(struct session_facts, engagement_id, "engagementId", I64),
	SHAPE_FIELD(struct session_facts, partner_id, "partnerId", I64),
	SHAPE_OBJECT(struct session_facts, clash, "clash", &session_clash_shape),
	SHAPE_FIELD(struct session_facts, held_minutes, "heldMinutes", I64),
	SHAPE_FIELD(struct session_facts, left_minutes, "leftMinutes", I64),
	SHAPE_LIST(struct session_facts, rests, n_rests, "rests", TEXT),
	SHAPE_FIELD(struct session_facts, held, "held", RAW),
	SHAPE_OBJECTS(struct session_facts, hours, n_hours, "hours", &hours_shape),
	SHAPE_FIELD(struct session_facts, is_plan_kept, "isPlanKept", BOOL),
	SHAPE_OPTIONAL_OBJECT(struct session_facts, session, "session", &session_plan_facts_shape,
			      has_session),
	SHAPE_OBJECTS(struct session_facts, attendants, n_attendants, "attendants",
		      &attendant_shape),
	SHAPE_OR_NULL(struct session_facts, missing, "missing", TEXT),
};
static const struct shape facts_shape = SHAPE(struct session_facts, facts_fields);

static void load(struct act *act, struct db_segment *segment)
{
	q_load_session(segment, act->id, NULL, NULL);
}

static void reply(struct act *act, struct db_segment *segment)
{
	act_reply(act, segment, q_reply_session, NULL, act->id);
}

static void record(struct act *act, struct db_segment *segment, const char *reason,
		   const char *detail)
{
	const struct session_facts *facts = act->facts;

	act_record(act, segment,
		   &(struct act_event){facts->case_kind, facts->case_id, "session", act->id, reason,
				       detail, facts->hub_id});
}

static void load_change(struct act *act, struct db_segment *segment)
{
	const struct session_plan *input = act->input;

	q_load_session(segment, act->id, input == NULL ? NULL : input->content, NULL);
}

static void decide_change(struct act *act)
{
	decide_change_session(act->facts, act->input, &act->problems);
}

static void apply_change(struct act *act, struct db_segment *segment)
{
	const struct session_plan *input = act->input;

	q_change_session(segment, act->id, act->version, input->content);
	record(act, segment, NULL, NULL);
	q_tell_session(segment, "session.change", act->id);
}

static void warn(struct act *act, struct problems *warnings)
{
	const struct session_facts *facts = act->facts;

	if (strcmp(facts->state, "planned") == 0)
		warn_of_clash(&facts->clash, warnings);
}

static const struct command change = {
	.action = "change",
	.operation = OP_CHANGE_SESSION,
	.facts = &facts_shape,
	.status = 200,
	.load = load_change,
	.decide = decide_change,
	.apply = apply_change,
	.reply = reply,
	.warn = warn,
};

void op_change_session(struct req *r)
{
	struct session_plan *input = req_input(r, &session_plan_shape);

	input->content = req_body_text(r);
	command_run(r, &change, req_id(r, 0), input);
}

static const struct shape_field attendance_fields[] = {
	SHAPE_FIELD(struct attendance_input, held_minutes, "heldMinutes", I64),
	SHAPE_FIELD(struct attendance_input, attendance_json, "attendance", RAW),
};
static const struct shape attendance_shape = SHAPE(struct attendance_input, attendance_fields);

static void load_attendance(struct act *act, struct db_segment *segment)
{
	const struct attendance_input *input = act->input;

	q_load_session(segment, act->id, NULL, input == NULL ? NULL : input->attendance_json);
}

/* Of the fagpartner's hours, whose case is another. */
static void deliver_hours(struct act *act, struct db_segment *segment, const char *detail)
{
	const struct session_facts *facts = act->facts;
	const struct attendance_effects *effects = act->effects;

	q_deliver_session_hours(segment, act->id,
				db_arg_i64s(act->r->arena, effects->hours, effects->n_hours),
				db_arg_i64s(act->r->arena, effects->minutes, effects->n_hours));
	act_record(act, segment,
		   &(struct act_event){"engagement", facts->engagement_id, "session", act->id, NULL,
				       detail, facts->partner_id});
	q_tell_session_hours(segment, "hours.deliver", act->id);
}

static void enter_attendance(struct act *act, struct db_segment *segment)
{
	const struct attendance_effects *effects = act->effects;
	const struct attendance_input *input = act->input;
	const char *detail = arena_printf(act->r->arena, "{\"heldMinutes\": %" PRId64 "}",
					  input->held_minutes);

	q_enter_attendance(segment, act->id, input->attendance_json);
	record(act, segment, NULL, detail);
	if (effects->n_hours > 0)
		deliver_hours(act, segment, detail);
}

static void decide_hold(struct act *act)
{
	decide_hold_session(act->facts, act->input, act->effects, &act->problems);
}

static void apply_hold(struct act *act, struct db_segment *segment)
{
	const struct attendance_input *input = act->input;

	q_hold_session(segment, act->id, act->version, (int32_t)input->held_minutes);
	enter_attendance(act, segment);
}

static const struct command hold = {
	.action = "hold",
	.operation = OP_HOLD_SESSION,
	.facts = &facts_shape,
	.effects_size = sizeof(struct attendance_effects),
	.status = 200,
	.load = load_attendance,
	.decide = decide_hold,
	.apply = apply_hold,
	.reply = reply,
};

void op_hold_session(struct req *r)
{
	command_run(r, &hold, req_id(r, 0), req_input(r, &attendance_shape));
}

static void decide_replace(struct act *act)
{
	decide_replace_attendance(act->facts, act->input, act->effects, &act->problems);
}

static void apply_replace(struct act *act, struct db_segment *segment)
{
	const struct attendance_input *input = act->input;

	q_correct_session(segment, act->id, act->version, (int32_t)input->held_minutes);
	enter_attendance(act, segment);
}

static const struct command replace = {
	.action = "replace-attendance",
	.operation = OP_REPLACE_ATTENDANCE,
	.facts = &facts_shape,
	.effects_size = sizeof(struct attendance_effects),
	.status = 200,
	.load = load_attendance,
	.decide = decide_replace,
	.apply = apply_replace,
	.reply = reply,
};

void op_replace_attendance(struct req *r)
{
	command_run(r, &replace, req_id(r, 0), req_input(r, &attendance_shape));
}

static void decide_reopen(struct act *act)
{
	decide_reopen_session(act->facts, &act->problems);
}

static void apply_reopen(struct act *act, struct db_segment *segment)
{
	const struct session_facts *facts = act->facts;

	q_tell_session(segment, "session.reopen", act->id);
	q_reopen_session(segment, act->id, act->version, reason_of(act));
	record(act, segment, reason_of(act), facts->held);
	if (facts->n_hours == 0)
		return;
	q_withdraw_session_hours(segment, act->id, (int64_t)facts->n_hours);
	act_record(act, segment,
		   &(struct act_event){"engagement", facts->engagement_id, "session", act->id,
				       reason_of(act), facts->held, facts->partner_id});
	q_tell_session_hours(segment, "hours.withdraw", act->id);
}

static const struct command reopen =
	COMMAND("reopen", OP_REOPEN_SESSION, decide_reopen, apply_reopen);

void op_reopen_session(struct req *r)
{
	command_run(r, &reopen, req_id(r, 0), req_input(r, &reason_shape));
}

static void decide_cancel(struct act *act)
{
	decide_cancel_session(act->facts, &act->problems);
}

static void apply_cancel(struct act *act, struct db_segment *segment)
{
	q_cancel_session(segment, act->id, act->version);
	record(act, segment, reason_of(act), NULL);
	q_tell_session(segment, "session.cancel", act->id);
}

static const struct command cancel =
	COMMAND("cancel", OP_CANCEL_SESSION, decide_cancel, apply_cancel);

void op_cancel_session(struct req *r)
{
	command_run(r, &cancel, req_id(r, 0), req_input(r, &reason_shape));
}

static const struct shape_field feedback_fields[] = {
	SHAPE_FIELD(struct feedback_input, score, "score", I64),
	SHAPE_OR_NULL(struct feedback_input, comment, "comment", TEXT),
};
static const struct shape feedback_shape = SHAPE(struct feedback_input, feedback_fields);

static void decide_feedback(struct act *act)
{
	decide_give_feedback(act->facts, &act->problems);
}

/* The session's version stays: what the hub has read of it is as it was. */
static void apply_feedback(struct act *act, struct db_segment *segment)
{
	const struct feedback_input *input = act->input;

	q_give_feedback(segment, act->id, (int32_t)input->score, input->comment);
	record(act, segment, NULL, NULL);
}

static void reply_feedback(struct act *act, struct db_segment *segment)
{
	struct req *r = act->r;

	q_reply_feedback(segment, r->key_operation, r->key, r->fingerprint, act->command->status,
			 act->id);
}

static const struct command give_feedback = {
	.action = "give-feedback",
	.operation = OP_GIVE_FEEDBACK,
	.facts = &facts_shape,
	.status = 200,
	.load = load,
	.decide = decide_feedback,
	.apply = apply_feedback,
	.reply = reply_feedback,
};

void op_give_feedback(struct req *r)
{
	command_run(r, &give_feedback, req_id(r, 0), req_input(r, &feedback_shape));
}

void op_get_session_permitted_actions(struct req *r)
{
	static const struct command *const commands[] = {&change, &hold, &replace, &reopen,
							 &cancel, &give_feedback};

	command_permitted(r, commands, sizeof(commands) / sizeof(commands[0]), req_id(r, 0));
}
