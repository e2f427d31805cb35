#include "api/enrolments/steps.h"

#include <inttypes.h>
#include <string.h>

#include "api/command/results.h"
#include "api/operations.gen.h"
#include "api/queries.gen.h"

static const struct shape_field firm_fields[] = {
	SHAPE_OBJECT(struct stepping_firm, facts, "facts", &enrolment_facts_shape),
	SHAPE_FIELD(struct stepping_firm, version, "version", I64),
};
static const struct shape firm_shape = SHAPE(struct stepping_firm, firm_fields);

static const struct shape_field fact_fields[] = {
	SHAPE_OBJECT(struct steps_facts, caller, "caller", &caller_shape),
	SHAPE_OBJECTS(struct steps_facts, firms, n_firms, "enrolments", &firm_shape),
};
static const struct shape facts_shape = SHAPE(struct steps_facts, fact_fields);

static const struct shape_field input_fields[] = {
	SHAPE_FIELD(struct steps_input, step, "step", TEXT),
	SHAPE_OPTIONAL(struct steps_input, stage, "stage", I64, has_stage),
	SHAPE_LIST(struct steps_input, enrolments, n_enrolments, "enrolmentIds", ID),
	SHAPE_FIELD(struct steps_input, enrolments_json, "enrolmentIds", RAW),
};
static const struct shape input_shape = SHAPE(struct steps_input, input_fields);

static void load(struct act *act, struct db_segment *segment)
{
	const struct steps_input *input = act->input;

	q_load_steps(segment, input->enrolments_json, input->has_stage);
}

static void decide(struct act *act)
{
	const struct steps_input *input = act->input;
	struct results *results = act->effects;

	results_init(results, input->n_enrolments, act->r->arena);
	decide_steps(act->facts, input, results->each, &act->problems);
	results_settle(results, act->r->dry_run, &act->problems);
}

static void take_step(struct db_segment *segment, const struct steps_input *input,
		      const struct stepping_firm *firm, const char *state)
{
	if (input->has_stage)
		q_enrol_firm(segment, firm->facts.id, firm->version, state, (int32_t)input->stage);
	else
		q_change_enrolment_state(segment, firm->facts.id, firm->version, state);
}

static void apply_to(struct act *act, struct db_segment *segment, const char *state)
{
	const struct steps_input *input = act->input;
	const struct results *results = act->effects;
	const char *detail = NULL;

	if (input->has_stage)
		detail = arena_printf(act->r->arena, "{\"stage\": %" PRId64 "}", input->stage);
	for (size_t i = 0; i < input->n_enrolments; i++) {
		const struct stepping_firm *firm = steps_find(act->facts, input, i);
		int64_t id;

		if (problems_any(&results->each[i]))
			continue;
		id = firm->facts.id;
		take_step(segment, input, firm, state);
		act_record(act, segment,
			   &(struct act_event){"enrolment", id, "enrolment", id, NULL, detail,
					       firm->facts.firm_id});
	}
}

static void apply_enrol(struct act *act, struct db_segment *segment)
{
	apply_to(act, segment, "enrolled");
}

static void apply_start(struct act *act, struct db_segment *segment)
{
	apply_to(act, segment, "active");
}

static void apply_complete(struct act *act, struct db_segment *segment)
{
	apply_to(act, segment, "completed");
}

static void apply_finish(struct act *act, struct db_segment *segment)
{
	apply_to(act, segment, "finished");
}

static void reply(struct act *act, struct db_segment *segment)
{
	const struct steps_input *input = act->input;
	struct req *r = act->r;
	const char *each = results_write(act->effects, "enrolmentId", input->enrolments, r);

	q_reply_results(segment, r->key_operation, r->key, r->fingerprint, act->command->status,
			arena_printf(r->arena, "{\"results\":%s}", each));
}

#define STEPS_COMMAND(name, apply_fn)                                                              \
	{                                                                                          \
		.action = (name), .operation = OP_TAKE_STEPS, .facts = &facts_shape,               \
		.effects_size = sizeof(struct results), .status = 200, .load = load,               \
		.decide = decide, .apply = (apply_fn), .reply = reply                              \
	}

/* By the name of the step, which the audit shows as that of the command on one firm. */
static const struct command commands[] = {
	STEPS_COMMAND("enrol", apply_enrol),
	STEPS_COMMAND("start", apply_start),
	STEPS_COMMAND("complete", apply_complete),
	STEPS_COMMAND("finish", apply_finish),
};

void op_take_steps(struct req *r)
{
	const struct steps_input *input = req_input(r, &input_shape);
	const struct command *command = commands;

	while (strcmp(command->action, input->step) != 0)
		command++;
	command_run(r, command, 0, input);
}
