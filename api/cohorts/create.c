/* A hub plans a cohort in its track. */
#include "api/cohorts/cohorts.h"
#include "api/cohorts/commands.h"
#include "api/operations.gen.h"
#include "api/queries.gen.h"
#include "api/tracks/commands.h"

static const struct shape_field plan_fields[] = {
	SHAPE_OPTIONAL(struct cohort_plan, stage, "stage", I64, has_stage),
	SHAPE_FIELD(struct cohort_plan, starts_on, "startsOn", DATE),
	SHAPE_FIELD(struct cohort_plan, ends_on, "endsOn", DATE),
	SHAPE_OPTIONAL(struct cohort_plan, capacity, "capacity", I64, has_capacity),
};
const struct shape cohort_plan_shape = SHAPE(struct cohort_plan, plan_fields);

static void decide(struct act *act)
{
	decide_create_cohort(act->facts, act->input, &act->problems);
}

static void apply(struct act *act, struct db_segment *segment)
{
	const struct track_facts *facts = act->facts;
	const struct cohort_plan *input = act->input;

	q_insert_cohort(segment, facts->cohort_id, act->id, input->content);
	q_new_guard(segment, "cohort", facts->cohort_id);
	act_record(act, segment,
		   &(struct act_event){"cohort", facts->cohort_id, "cohort", facts->cohort_id,
				       NULL, NULL, facts->hub_id});
}

static void reply(struct act *act, struct db_segment *segment)
{
	const struct track_facts *facts = act->facts;

	act_reply(act, segment, q_reply_cohort, "/v1/cohorts", facts->cohort_id);
}

const struct command create_cohort = {
	.action = "create-cohort",
	.operation = OP_CREATE_COHORT,
	.facts = &track_facts_shape,
	.status = 201,
	.load = track_load,
	.decide = decide,
	.apply = apply,
	.reply = reply,
};

void op_create_cohort(struct req *r)
{
	struct cohort_plan *input = req_input(r, &cohort_plan_shape);

	input->content = req_body_text(r);
	command_run(r, &create_cohort, req_id(r, 0), input);
}
