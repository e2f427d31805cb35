/* A hub plans a cohort in its track. */
#include "api/cohorts/cohorts.h"
#include "api/command/command.h"
#include "api/operations.gen.h"
#include "api/queries.gen.h"

static const struct shape_field granted_fields[] = {
	SHAPE_FIELD(struct granted_stage, stage, "stage", I64),
	SHAPE_FIELD(struct granted_stage, starts_on, "startsOn", DATE),
	SHAPE_FIELD(struct granted_stage, ends_on, "endsOn", DATE),
};
const struct shape granted_stage_shape = SHAPE(struct granted_stage, granted_fields);

static const struct shape_field facts_fields[] = {
	SHAPE_OBJECT(struct track_cohort_facts, caller, "caller", &caller_shape),
	SHAPE_FIELD(struct track_cohort_facts, id, "id", I64),
	SHAPE_FIELD(struct track_cohort_facts, hub_id, "hubId", I64),
	SHAPE_LIST(struct track_cohort_facts, stages, n_stages, "stages", I64),
	SHAPE_OBJECTS(struct track_cohort_facts, granted, n_granted, "granted",
		      &granted_stage_shape),
};
static const struct shape facts_shape = SHAPE(struct track_cohort_facts, facts_fields);

static const struct shape_field plan_fields[] = {
	SHAPE_OPTIONAL(struct cohort_plan, stage, "stage", I64, has_stage),
	SHAPE_FIELD(struct cohort_plan, starts_on, "startsOn", DATE),
	SHAPE_FIELD(struct cohort_plan, ends_on, "endsOn", DATE),
	SHAPE_OPTIONAL(struct cohort_plan, capacity, "capacity", I64, has_capacity),
};
const struct shape cohort_plan_shape = SHAPE(struct cohort_plan, plan_fields);

static void load(struct act *act, struct db_segment *segment)
{
	q_load_new_cohort(segment, act->id);
}

static void decide(struct act *act)
{
	decide_create_cohort(act->facts, act->input, &act->problems);
}

static void apply(struct act *act, struct db_segment *segment)
{
	const struct track_cohort_facts *facts = act->facts;
	const struct cohort_plan *input = act->input;

	q_insert_cohort(segment, facts->id, act->id, input->content);
	q_new_guard(segment, "cohort", facts->id);
	act_record(act, segment,
		   &(struct act_event){"cohort", facts->id, "cohort", facts->id, NULL, NULL,
				       facts->hub_id});
}

static void reply(struct act *act, struct db_segment *segment)
{
	const struct track_cohort_facts *facts = act->facts;

	act_reply(act, segment, q_reply_cohort, "/v1/cohorts", facts->id);
}

static const struct command create_cohort = {
	.action = "create-cohort",
	.operation = OP_CREATE_COHORT,
	.facts = &facts_shape,
	.status = 201,
	.load = load,
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

void op_get_track_permitted_actions(struct req *r)
{
	static const struct command *const commands[] = {&create_cohort};

	command_permitted(r, commands, 1, req_id(r, 0));
}
