/* How the applications of a call will be evaluated, written before it opens. */
#include "api/calls/calls.h"

#include "api/command/command.h"
#include "api/operations.gen.h"
#include "api/queries.gen.h"

static const struct shape_field known_fields[] = {
	SHAPE_FIELD(struct known_criterion, id, "id", I64),
	SHAPE_FIELD(struct known_criterion, code, "code", TEXT),
	SHAPE_FIELD(struct known_criterion, kind, "kind", TEXT),
	SHAPE_FIELD(struct known_criterion, is_active, "isActive", BOOL),
};
static const struct shape known_shape = SHAPE(struct known_criterion, known_fields);

static const struct shape_field fact_fields[] = {
	SHAPE_OBJECT(struct call_evaluation_facts, caller, "caller", &caller_shape),
	SHAPE_FIELD(struct call_evaluation_facts, id, "id", I64),
	SHAPE_FIELD(struct call_evaluation_facts, state, "state", TEXT),
	SHAPE_OBJECTS(struct call_evaluation_facts, criteria, n_criteria, "criteria", &known_shape),
};
static const struct shape facts_shape = SHAPE(struct call_evaluation_facts, fact_fields);

static const struct shape_field criterion_fields[] = {
	SHAPE_FIELD(struct call_criterion, id, "criterionId", ID),
	SHAPE_FIELD(struct call_criterion, weight_bp, "weightBasisPoints", I64),
	SHAPE_OPTIONAL(struct call_criterion, minimum, "minimum", I64, has_minimum),
};
static const struct shape criterion_shape = SHAPE(struct call_criterion, criterion_fields);

static const struct shape_field input_fields[] = {
	SHAPE_FIELD(struct call_evaluation_input, scale, "scale", I64),
	SHAPE_LIST(struct call_evaluation_input, requirements, n_requirements, "requirements", ID),
	SHAPE_OBJECTS(struct call_evaluation_input, criteria, n_criteria, "criteria",
		      &criterion_shape),
};
static const struct shape input_shape = SHAPE(struct call_evaluation_input, input_fields);

static void load(struct act *act, struct db_segment *segment)
{
	const struct call_evaluation_input *input = act->input;
	struct arena *arena = act->r->arena;
	size_t n = input->n_requirements + input->n_criteria;
	int64_t *ids = arena_alloc(arena, (n + 1) * sizeof(*ids));

	for (size_t i = 0; i < n; i++)
		ids[i] = i < input->n_requirements
				 ? input->requirements[i]
				 : input->criteria[i - input->n_requirements].id;
	q_load_call_evaluation(segment, act->id, db_arg_i64s(arena, ids, n));
}

static void decide(struct act *act)
{
	decide_save_call_evaluation(act->facts, act->input, &act->problems);
}

static void apply(struct act *act, struct db_segment *segment)
{
	const struct call_evaluation_input *input = act->input;

	q_save_call_evaluation(segment, act->id, act->version, input->content);
	act_record(act, segment,
		   &(struct act_event){"call", act->id, "call", act->id, NULL, NULL, 0});
}

static void reply(struct act *act, struct db_segment *segment)
{
	act_reply(act, segment, q_reply_call, NULL, act->id);
}

static const struct command save =
	COMMAND("save-evaluation", OP_SAVE_CALL_EVALUATION, decide, apply);

void op_save_call_evaluation(struct req *r)
{
	struct call_evaluation_input *input = req_input(r, &input_shape);

	input->content = req_body_text(r);
	command_run(r, &save, req_id(r, 0), input);
}
