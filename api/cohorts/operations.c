/* Reading cohorts, and what a track has delivered and is told of it; changing, starting, ending,
 * cancelling. */
#include "api/cohorts/cohorts.h"
#include "api/cohorts/commands.h"
#include "api/command/reason.h"
#include "api/operations.gen.h"
#include "api/queries.gen.h"
#include "api/sessions/commands.h"

void op_get_cohort(struct req *r)
{
	struct db_segment *segment = req_segment(r, DB_READ);

	q_cohort_document(segment, req_id(r, 0));
	req_run_document(r, segment);
}

void op_list_cohorts(struct req *r)
{
	struct db_segment *segment = req_segment(r, DB_READ);

	q_list_cohorts(segment, req_query_id(r, "trackId"), req_query(r, "state"),
		       req_query(r, "orgnr"), req_query_id(r, "programmeId"),
		       req_query_id(r, "hubId"), req_after_id(r), req_limit(r));
	req_run_page(r, segment);
}

void op_get_cohort_feedback(struct req *r)
{
	struct db_segment *segment = req_segment(r, DB_READ);

	q_cohort_feedback(segment, req_id(r, 0));
	req_run_document(r, segment);
}

void op_get_track_feedback(struct req *r)
{
	struct db_segment *segment = req_segment(r, DB_READ);

	q_track_feedback(segment, req_id(r, 0));
	req_run_document(r, segment);
}

void op_get_track_delivery(struct req *r)
{
	struct db_segment *segment = req_segment(r, DB_READ);

	q_track_delivery(segment, req_id(r, 0));
	req_run_document(r, segment);
}

static const struct shape_field candidate_fields[] = {
	SHAPE_FIELD(struct candidate, is_served, "isServed", BOOL),
	SHAPE_FIELD(struct candidate, is_in_stage, "isInStage", BOOL),
	SHAPE_FIELD(struct candidate, is_member, "isMember", BOOL),
	SHAPE_FIELD(struct candidate, n_planned, "planned", I64),
	SHAPE_OR_NULL(struct candidate, member_of, "memberOf", TEXT),
};
static const struct shape candidate_shape = SHAPE(struct candidate, candidate_fields);

static const struct shape_field facts_fields[] = {
	SHAPE_OBJECT(struct cohort_facts, caller, "caller", &caller_shape),
	SHAPE_FIELD(struct cohort_facts, id, "id", I64),
	SHAPE_FIELD(struct cohort_facts, hub_id, "hubId", I64),
	SHAPE_FIELD(struct cohort_facts, state, "state", TEXT),
	SHAPE_FIELD(struct cohort_facts, stage, "stage", I64),
	SHAPE_FIELD(struct cohort_facts, starts_on, "startsOn", DATE),
	SHAPE_FIELD(struct cohort_facts, ends_on, "endsOn", DATE),
	SHAPE_OPTIONAL(struct cohort_facts, capacity, "capacity", I64, has_capacity),
	SHAPE_FIELD(struct cohort_facts, taken, "taken", I64),
	SHAPE_FIELD(struct cohort_facts, n_planned, "planned", I64),
	SHAPE_FIELD(struct cohort_facts, n_held, "held", I64),
	SHAPE_OPTIONAL(struct cohort_facts, first_on, "firstOn", DATE, has_first),
	SHAPE_OPTIONAL(struct cohort_facts, last_on, "lastOn", DATE, has_last),
	SHAPE_OBJECTS(struct cohort_facts, granted, n_granted, "granted", &granted_stage_shape),
	SHAPE_OBJECTS(struct cohort_facts, candidates, n_candidates, "candidates",
		      &candidate_shape),
	SHAPE_OPTIONAL_OBJECT(struct cohort_facts, session, "session", &session_plan_facts_shape,
			      has_session),
};
const struct shape cohort_facts_shape = SHAPE(struct cohort_facts, facts_fields);

void cohort_load(struct act *act, struct db_segment *segment)
{
	q_load_cohort(segment, act->id, NULL, NULL);
}

void cohort_reply(struct act *act, struct db_segment *segment)
{
	act_reply(act, segment, q_reply_cohort, NULL, act->id);
}

void cohort_record(struct act *act, struct db_segment *segment, const char *reason,
		   const char *detail)
{
	const struct cohort_facts *facts = act->facts;

	act_record(act, segment,
		   &(struct act_event){"cohort", act->id, "cohort", act->id, reason, detail,
				       facts->hub_id});
}

#define COHORT_COMMAND(name, op, decide_fn, apply_fn)                                              \
	{                                                                                          \
		.action = (name), .operation = (op), .facts = &cohort_facts_shape, .status = 200,  \
		.load = cohort_load, .decide = (decide_fn), .apply = (apply_fn),                   \
		.reply = cohort_reply                                                              \
	}

static void decide_change(struct act *act)
{
	decide_change_cohort(act->facts, act->input, &act->problems);
}

static void apply_change(struct act *act, struct db_segment *segment)
{
	const struct cohort_plan *input = act->input;

	q_change_cohort(segment, act->id, act->version, input->content);
	cohort_record(act, segment, NULL, NULL);
}

static const struct command change =
	COHORT_COMMAND("change", OP_CHANGE_COHORT, decide_change, apply_change);

void op_change_cohort(struct req *r)
{
	struct cohort_plan *input = req_input(r, &cohort_plan_shape);

	input->content = req_body_text(r);
	command_run(r, &change, req_id(r, 0), input);
}

static void decide_start(struct act *act)
{
	decide_start_cohort(act->facts, &act->problems);
}

static void apply_start(struct act *act, struct db_segment *segment)
{
	q_change_cohort_state(segment, act->id, act->version, "running");
	cohort_record(act, segment, NULL, NULL);
	q_tell_cohort(segment, "cohort.start", act->id);
}

static const struct command start =
	COHORT_COMMAND("start", OP_START_COHORT, decide_start, apply_start);

void op_start_cohort(struct req *r)
{
	command_run(r, &start, req_id(r, 0), NULL);
}

static void decide_end(struct act *act)
{
	decide_end_cohort(act->facts, &act->problems);
}

static void apply_end(struct act *act, struct db_segment *segment)
{
	q_change_cohort_state(segment, act->id, act->version, "ended");
	cohort_record(act, segment, NULL, NULL);
	q_tell_cohort(segment, "cohort.end", act->id);
}

static const struct command end = COHORT_COMMAND("end", OP_END_COHORT, decide_end, apply_end);

void op_end_cohort(struct req *r)
{
	command_run(r, &end, req_id(r, 0), NULL);
}

static void decide_cancel(struct act *act)
{
	decide_cancel_cohort(act->facts, &act->problems);
}

/* What was planned in it is cancelled too. */
static void apply_cancel(struct act *act, struct db_segment *segment)
{
	q_change_cohort_state(segment, act->id, act->version, "cancelled");
	q_cancel_cohort_sessions(segment, act->id);
	cohort_record(act, segment, reason_of(act), NULL);
	q_tell_cohort(segment, "cohort.cancel", act->id);
}

static const struct command cancel =
	COHORT_COMMAND("cancel", OP_CANCEL_COHORT, decide_cancel, apply_cancel);

void op_cancel_cohort(struct req *r)
{
	command_run(r, &cancel, req_id(r, 0), req_input(r, &reason_shape));
}

void op_get_cohort_permitted_actions(struct req *r)
{
	static const struct command *const commands[] = {
		&change, &add_firms, &remove_firms, &plan_cohort_session, &start, &end, &cancel,
	};

	command_permitted(r, commands, sizeof(commands) / sizeof(commands[0]), req_id(r, 0));
}
