/* Reading late submissions, and what the county does with one: recommend, decide. */
#include "api/command/command.h"
#include "api/command/reason.h"
#include "api/latesubmissions/latesubmissions.h"
#include "api/operations.gen.h"
#include "api/queries.gen.h"
#include "lib/base/date.h"

void op_get_late_submission(struct req *r)
{
	struct db_segment *segment = req_segment(r, DB_READ);

	q_late_submission_document(segment, req_id(r, 0));
	req_run_document(r, segment);
}

void op_list_late_submissions(struct req *r)
{
	struct db_segment *segment = req_segment(r, DB_READ);

	q_list_late_submissions(segment, req_query(r, "state"), req_query_id(r, "callId"),
				req_after_id(r), req_limit(r));
	req_run_page(r, segment);
}

static const struct shape_field facts_fields[] = {
	SHAPE_OBJECT(struct late_facts, caller, "caller", &caller_shape),
	SHAPE_FIELD(struct late_facts, today, "today", DATE),
	SHAPE_FIELD(struct late_facts, id, "id", I64),
	SHAPE_FIELD(struct late_facts, state, "state", TEXT),
	SHAPE_FIELD(struct late_facts, applicant_id, "applicantId", I64),
	SHAPE_FIELD(struct late_facts, asked_by, "askedBy", I64),
	SHAPE_OPTIONAL(struct late_facts, recommended_by, "recommendedBy", I64, has_recommended),
	SHAPE_OR_NULL(struct late_facts, recommended, "recommended", TEXT),
	SHAPE_FIELD(struct late_facts, line, "line", TEXT),
	SHAPE_OR_NULL(struct late_facts, body, "body", TEXT),
	SHAPE_OPTIONAL(struct late_facts, appeal_days, "appealDays", I64, has_appeal_days),
	SHAPE_FIELD(struct late_facts, is_allowed, "isAllowed", BOOL),
	SHAPE_FIELD(struct late_facts, appeal_id, "nextAppealId", I64),
	SHAPE_FIELD(struct late_facts, is_final, "isFinal", BOOL),
	SHAPE_OPTIONAL(struct late_facts, appeal_number, "appealNumber", I64, is_appealed),
	SHAPE_OBJECTS(struct late_facts, dismissed, n_dismissed, "dismissed", &dismissed_shape),
};
static const struct shape facts_shape = SHAPE(struct late_facts, facts_fields);

static void load(struct act *act, struct db_segment *segment)
{
	q_load_late_submission(segment, act->id, act->whole);
}

static void reply(struct act *act, struct db_segment *segment)
{
	act_reply(act, segment, q_reply_late_submission, NULL, act->id);
}

/* The applicant is told what was decided, and not what was recommended. */
static void record(struct act *act, struct db_segment *segment, const char *reason,
		   int64_t concerns)
{
	act_record(act, segment,
		   &(struct act_event){"late_submission", act->id, "late_submission", act->id,
				       reason, NULL, concerns});
}

static const struct shape_field recommendation_fields[] = {
	SHAPE_FIELD(struct late_recommendation, outcome, "outcome", TEXT),
	SHAPE_FIELD(struct late_recommendation, grounds, "grounds", TEXT),
};
static const struct shape recommendation_shape =
	SHAPE(struct late_recommendation, recommendation_fields);

static void decide_recommending(struct act *act)
{
	decide_recommend_late(act->facts, act->input, &act->problems);
}

static void apply_recommending(struct act *act, struct db_segment *segment)
{
	const struct late_recommendation *input = act->input;

	q_insert_late_recommendation(segment, act->id, input->outcome, input->grounds);
	q_recommend_late_submission(segment, act->id, act->version);
	record(act, segment, input->grounds, 0);
}

static const struct command recommend =
	COMMAND("recommend", OP_RECOMMEND_LATE_SUBMISSION, decide_recommending, apply_recommending);

void op_recommend_late_submission(struct req *r)
{
	command_run(r, &recommend, req_id(r, 0), req_input(r, &recommendation_shape));
}

static const struct shape_field decision_fields[] = {
	SHAPE_FIELD(struct late_decision, outcome, "outcome", TEXT),
	SHAPE_FIELD(struct late_decision, grounds, "grounds", TEXT),
	SHAPE_OPTIONAL(struct late_decision, submit_by, "submitBy", DATE, has_submit_by),
};
static const struct shape decision_shape = SHAPE(struct late_decision, decision_fields);

static void decide_deciding(struct act *act)
{
	decide_late(act->facts, act->input, act->effects, &act->problems);
}

static void apply_deciding(struct act *act, struct db_segment *segment)
{
	const struct late_facts *facts = act->facts;
	const struct late_decision *input = act->input;
	const struct late_effects *effects = act->effects;
	struct arena *arena = act->r->arena;
	const char *submit_by = NULL;
	const char *appeal_deadline = NULL;

	if (input->has_submit_by)
		submit_by = date_text(arena, input->submit_by);
	else
		appeal_deadline = date_text(arena, effects->appeal_deadline);
	q_decide_late_submission(segment, act->id, act->version, input->outcome, input->grounds,
				 facts->body, submit_by, appeal_deadline);
	record(act, segment, input->grounds, facts->applicant_id);
}

static const struct command decide = {
	.action = "decide",
	.operation = OP_DECIDE_LATE_SUBMISSION,
	.facts = &facts_shape,
	.effects_size = sizeof(struct late_effects),
	.status = 200,
	.load = load,
	.decide = decide_deciding,
	.apply = apply_deciding,
	.reply = reply,
};

void op_decide_late_submission(struct req *r)
{
	command_run(r, &decide, req_id(r, 0), req_input(r, &decision_shape));
}

static void decide_returning(struct act *act)
{
	decide_return_late(act->facts, &act->problems);
}

static void apply_returning(struct act *act, struct db_segment *segment)
{
	q_return_late_submission(segment, act->id, act->version);
	record(act, segment, reason_of(act), 0);
}

static const struct command send_back =
	COMMAND("send-back", OP_SEND_BACK_LATE_SUBMISSION, decide_returning, apply_returning);

void op_send_back_late_submission(struct req *r)
{
	command_run(r, &send_back, req_id(r, 0), req_input(r, &reason_shape));
}

/* ---- appealed against, which has no case but the leave */

static const struct shape_field appeal_fields[] = {
	SHAPE_OPTIONAL(struct late_appeal, appeal_id, "appealId", ID, has_appeal),
	SHAPE_FIELD(struct late_appeal, asked, "asked", TEXT),
	SHAPE_OR_NULL(struct late_appeal, grounds, "grounds", TEXT),
};
static const struct shape appeal_shape = SHAPE(struct late_appeal, appeal_fields);

static void decide_appealing(struct act *act)
{
	decide_appeal_late(act->facts, act->input, &act->problems);
}

static void apply_appealing(struct act *act, struct db_segment *segment)
{
	const struct late_facts *facts = act->facts;
	const struct late_appeal *input = act->input;
	const struct dismissed_appeal *dismissed = dismissed_late(facts, input);
	int64_t id = facts->appeal_id;
	struct act_event event = {"appeal", id, "appeal", id, NULL, NULL, facts->applicant_id};

	q_insert_leave_appeal(segment, id, act->id,
			      dismissed != NULL ? &dismissed->answer_id : NULL, input->asked,
			      input->grounds);
	q_new_guard_of(segment, "appeal", id, facts->applicant_id);
	act_record(act, segment, &event);
	act_record_in(act, segment, "late_submission", act->id, &event);
}

static void reply_appealed(struct act *act, struct db_segment *segment)
{
	const struct late_facts *facts = act->facts;

	act_reply(act, segment, q_reply_appeal, "/v1/appeals", facts->appeal_id);
}

static const struct command lodge = {
	.action = "lodge-appeal",
	.operation = OP_LODGE_LEAVE_APPEAL,
	.facts = &facts_shape,
	.status = 201,
	.load = load,
	.decide = decide_appealing,
	.apply = apply_appealing,
	.reply = reply_appealed,
};

void op_lodge_leave_appeal(struct req *r)
{
	command_run(r, &lodge, req_id(r, 0), req_input(r, &appeal_shape));
}

void op_get_late_submission_permitted_actions(struct req *r)
{
	static const struct command *const commands[] = {&recommend, &decide, &send_back, &lodge};

	command_permitted(r, commands, sizeof(commands) / sizeof(commands[0]), req_id(r, 0));
}
