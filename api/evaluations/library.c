/* Criteria are read, added and retired. */
#include "api/command/command.h"
#include "api/evaluations/criteria.h"
#include "api/operations.gen.h"
#include "api/queries.gen.h"

void op_get_criterion(struct req *r)
{
	struct db_segment *segment = req_segment(r, DB_READ);

	q_criterion_document(segment, req_id(r, 0));
	req_run_document(r, segment);
}

void op_list_criteria(struct req *r)
{
	struct db_segment *segment = req_segment(r, DB_READ);

	q_list_criteria(segment, req_query(r, "kind"), req_query(r, "state"), req_after_id(r),
			req_limit(r));
	req_run_page(r, segment);
}

static const struct shape_field facts_fields[] = {
	SHAPE_OBJECT(struct criterion_facts, caller, "caller", &caller_shape),
	SHAPE_FIELD(struct criterion_facts, id, "id", I64),
	SHAPE_FIELD(struct criterion_facts, edition, "edition", I64),
	SHAPE_FIELD(struct criterion_facts, state, "state", TEXT),
	SHAPE_OR_NULL(struct criterion_facts, kind, "kind", TEXT),
};
static const struct shape facts_shape = SHAPE(struct criterion_facts, facts_fields);

struct new_criterion {
	const char *code;
	const char *kind;
	const char *title;    /* JSON, as is what follows */
	const char *guidance;
};

static const struct shape_field new_fields[] = {
	SHAPE_FIELD(struct new_criterion, code, "code", TEXT),
	SHAPE_FIELD(struct new_criterion, kind, "kind", TEXT),
	SHAPE_FIELD(struct new_criterion, title, "title", RAW),
	SHAPE_FIELD(struct new_criterion, guidance, "guidance", RAW),
};
static const struct shape new_shape = SHAPE(struct new_criterion, new_fields);

static void record(struct act *act, struct db_segment *segment)
{
	const struct criterion_facts *facts = act->facts;

	act_record(act, segment,
		   &(struct act_event){"criterion", facts->id, "criterion", facts->id, NULL, NULL,
				       0});
}

static void load_new(struct act *act, struct db_segment *segment)
{
	const struct new_criterion *input = act->input;

	q_load_new_criterion(segment, input->code);
}

static void decide_adding(struct act *act)
{
	const struct new_criterion *input = act->input;

	decide_add_criterion(act->facts, input->kind, &act->problems);
}

static void apply_adding(struct act *act, struct db_segment *segment)
{
	const struct criterion_facts *facts = act->facts;
	const struct new_criterion *input = act->input;

	q_insert_criterion(segment, facts->id, input->code, (int32_t)facts->edition, input->kind,
			   input->title, input->guidance);
	q_new_guard(segment, "criterion", facts->id);
	record(act, segment);
}

static void reply_new(struct act *act, struct db_segment *segment)
{
	const struct criterion_facts *facts = act->facts;

	act_reply(act, segment, q_reply_criterion, "/v1/criteria", facts->id);
}

static const struct command add = {
	.action = "add",
	.operation = OP_ADD_CRITERION,
	.facts = &facts_shape,
	.status = 201,
	.load = load_new,
	.decide = decide_adding,
	.apply = apply_adding,
	.reply = reply_new,
};

void op_add_criterion(struct req *r)
{
	command_run(r, &add, 0, req_input(r, &new_shape));
}

static void load(struct act *act, struct db_segment *segment)
{
	q_load_criterion(segment, act->id);
}

static void reply(struct act *act, struct db_segment *segment)
{
	act_reply(act, segment, q_reply_criterion, NULL, act->id);
}

static void decide_retiring(struct act *act)
{
	decide_retire_criterion(act->facts, &act->problems);
}

static void apply_retiring(struct act *act, struct db_segment *segment)
{
	q_retire_criterion(segment, act->id, act->version);
	record(act, segment);
}

static const struct command retire =
	COMMAND("retire", OP_RETIRE_CRITERION, decide_retiring, apply_retiring);

void op_retire_criterion(struct req *r)
{
	command_run(r, &retire, req_id(r, 0), NULL);
}

void op_get_criterion_permitted_actions(struct req *r)
{
	static const struct command *const commands[] = {&retire};

	command_permitted(r, commands, sizeof(commands) / sizeof(commands[0]), req_id(r, 0));
}
