/* Lists of cases to be destroyed: read, proposed, approved by another. */
#include "api/retention/destruction.h"

#include "api/command/command.h"
#include "api/operations.gen.h"
#include "api/queries.gen.h"

void op_get_destruction(struct req *r)
{
	struct db_segment *segment = req_segment(r, DB_READ);

	q_destruction_document(segment, req_id(r, 0));
	req_run_document(r, segment);
}

void op_list_destructions(struct req *r)
{
	struct db_segment *segment = req_segment(r, DB_READ);

	q_list_destructions(segment, req_query(r, "state"), req_after_id(r), req_limit(r));
	req_run_page(r, segment);
}

static void record(struct act *act, struct db_segment *segment, int64_t id, const char *reason)
{
	act_record(act, segment,
		   &(struct act_event){"destruction", id, "destruction", id, reason, NULL, 0});
}

static const struct shape_field case_fields[] = {
	SHAPE_FIELD(struct listed_case, is_there, "isThere", BOOL),
	SHAPE_FIELD(struct listed_case, is_kept, "isKept", BOOL),
	SHAPE_FIELD(struct listed_case, is_listed, "isListed", BOOL),
};
static const struct shape case_shape = SHAPE(struct listed_case, case_fields);

static const struct shape_field new_facts_fields[] = {
	SHAPE_OBJECT(struct new_destruction_facts, caller, "caller", &caller_shape),
	SHAPE_FIELD(struct new_destruction_facts, id, "id", I64),
	SHAPE_OBJECTS(struct new_destruction_facts, cases, n_cases, "cases", &case_shape),
};
static const struct shape new_facts_shape = SHAPE(struct new_destruction_facts, new_facts_fields);

static const struct shape_field new_input_fields[] = {
	SHAPE_LIST(struct new_destruction_input, applications, n_applications, "applicationIds",
		   ID),
	SHAPE_FIELD(struct new_destruction_input, reason, "reason", TEXT),
};
static const struct shape new_input_shape = SHAPE(struct new_destruction_input, new_input_fields);

static const char *applications_of(struct act *act)
{
	const struct new_destruction_input *input = act->input;

	return db_arg_i64s(act->r->arena, input->applications, input->n_applications);
}

static void load_new(struct act *act, struct db_segment *segment)
{
	q_load_new_destruction(segment, applications_of(act));
}

static void decide_proposing(struct act *act)
{
	decide_propose_destruction(act->facts, &act->problems);
}

static void apply_proposing(struct act *act, struct db_segment *segment)
{
	const struct new_destruction_facts *facts = act->facts;
	const struct new_destruction_input *input = act->input;

	q_insert_destruction(segment, facts->id, input->reason);
	q_list_for_destruction(segment, facts->id, applications_of(act));
	q_new_guard(segment, "destruction", facts->id);
	record(act, segment, facts->id, input->reason);
}

static void reply_new(struct act *act, struct db_segment *segment)
{
	const struct new_destruction_facts *facts = act->facts;

	act_reply(act, segment, q_reply_destruction, "/v1/destructions", facts->id);
}

static const struct command propose = {
	.action = "propose",
	.operation = OP_PROPOSE_DESTRUCTION,
	.facts = &new_facts_shape,
	.status = 201,
	.load = load_new,
	.decide = decide_proposing,
	.apply = apply_proposing,
	.reply = reply_new,
};

void op_propose_destruction(struct req *r)
{
	command_run(r, &propose, 0, req_input(r, &new_input_shape));
}

static const struct shape_field facts_fields[] = {
	SHAPE_OBJECT(struct destruction_facts, caller, "caller", &caller_shape),
	SHAPE_FIELD(struct destruction_facts, id, "id", I64),
	SHAPE_FIELD(struct destruction_facts, state, "state", TEXT),
	SHAPE_FIELD(struct destruction_facts, proposed_by, "proposedBy", I64),
};
static const struct shape facts_shape = SHAPE(struct destruction_facts, facts_fields);

static void load(struct act *act, struct db_segment *segment)
{
	q_load_destruction(segment, act->id);
}

static void reply(struct act *act, struct db_segment *segment)
{
	act_reply(act, segment, q_reply_destruction, NULL, act->id);
}

static const struct shape_field input_fields[] = {
	SHAPE_FIELD(struct destruction_input, outcome, "outcome", TEXT),
	SHAPE_FIELD(struct destruction_input, reason, "reason", TEXT),
};
static const struct shape input_shape = SHAPE(struct destruction_input, input_fields);

static void decide_deciding(struct act *act)
{
	decide_destruction(act->facts, act->input, &act->problems);
}

static void apply_deciding(struct act *act, struct db_segment *segment)
{
	const struct destruction_input *input = act->input;

	q_decide_destruction(segment, act->id, act->version, input->outcome, input->reason);
	q_spare_cases(segment, act->id, input->outcome);
	record(act, segment, act->id, input->reason);
}

static const struct command decide =
	COMMAND("decide", OP_DECIDE_DESTRUCTION, decide_deciding, apply_deciding);

void op_decide_destruction(struct req *r)
{
	command_run(r, &decide, req_id(r, 0), req_input(r, &input_shape));
}

void op_get_destruction_permitted_actions(struct req *r)
{
	static const struct command *const commands[] = {&decide};

	command_permitted(r, commands, sizeof(commands) / sizeof(commands[0]), req_id(r, 0));
}
