/* Networks: begun, changed and ended by their hub. */
#include "api/command/command.h"
#include "api/operations.gen.h"
#include "api/queries.gen.h"
#include "api/sessions/commands.h"
#include "api/sessions/networks.h"

void op_get_network(struct req *r)
{
	struct db_segment *segment = req_segment(r, DB_READ);

	q_network_document(segment, req_id(r, 0));
	req_run_document(r, segment);
}

void op_list_networks(struct req *r)
{
	struct db_segment *segment = req_segment(r, DB_READ);

	q_list_networks(segment, req_query(r, "state"), req_query(r, "trade"),
			req_query_id(r, "hubId"), req_after_id(r), req_limit(r));
	req_run_page(r, segment);
}

void op_get_network_feedback(struct req *r)
{
	struct db_segment *segment = req_segment(r, DB_READ);

	q_network_feedback(segment, req_id(r, 0));
	req_run_document(r, segment);
}

static const struct shape_field input_fields[] = {
	SHAPE_FIELD(struct network_input, title, "title", TEXT),
	SHAPE_OR_NULL(struct network_input, trade, "trade", TEXT),
	SHAPE_FIELD(struct network_input, description, "description", TEXT),
};
static const struct shape input_shape = SHAPE(struct network_input, input_fields);

static void record(struct act *act, struct db_segment *segment, int64_t network_id, int64_t hub_id)
{
	act_record(act, segment,
		   &(struct act_event){"network", network_id, "network", network_id, NULL, NULL,
				       hub_id});
}

static const struct shape_field new_facts_fields[] = {
	SHAPE_OBJECT(struct new_network_facts, caller, "caller", &caller_shape),
	SHAPE_FIELD(struct new_network_facts, id, "id", I64),
};
static const struct shape new_facts_shape = SHAPE(struct new_network_facts, new_facts_fields);

static void load_new(struct act *act, struct db_segment *segment)
{
	(void)act;
	q_load_new_network(segment);
}

/* Whoever may begin one may do so at any time. */
static void decide_new(struct act *act)
{
	(void)act;
}

static void apply_new(struct act *act, struct db_segment *segment)
{
	const struct new_network_facts *facts = act->facts;
	const struct network_input *input = act->input;

	q_insert_network(segment, facts->id, input->title, input->trade, input->description);
	q_new_guard(segment, "network", facts->id);
	record(act, segment, facts->id, facts->caller.organisation_id);
}

static void reply_new(struct act *act, struct db_segment *segment)
{
	const struct new_network_facts *facts = act->facts;

	act_reply(act, segment, q_reply_network, "/v1/networks", facts->id);
}

static const struct command create_network = {
	.action = "create",
	.operation = OP_CREATE_NETWORK,
	.facts = &new_facts_shape,
	.status = 201,
	.load = load_new,
	.decide = decide_new,
	.apply = apply_new,
	.reply = reply_new,
};

void op_create_network(struct req *r)
{
	command_run(r, &create_network, 0, req_input(r, &input_shape));
}

static const struct shape_field facts_fields[] = {
	SHAPE_OBJECT(struct network_facts, caller, "caller", &caller_shape),
	SHAPE_FIELD(struct network_facts, id, "id", I64),
	SHAPE_FIELD(struct network_facts, hub_id, "hubId", I64),
	SHAPE_FIELD(struct network_facts, state, "state", TEXT),
	SHAPE_FIELD(struct network_facts, n_planned, "planned", I64),
	SHAPE_OPTIONAL_OBJECT(struct network_facts, session, "session", &session_plan_facts_shape,
			      has_session),
};
const struct shape network_facts_shape = SHAPE(struct network_facts, facts_fields);

static void load(struct act *act, struct db_segment *segment)
{
	q_load_network(segment, act->id, NULL);
}

static void reply(struct act *act, struct db_segment *segment)
{
	act_reply(act, segment, q_reply_network, NULL, act->id);
}

static void decide_change(struct act *act)
{
	decide_change_network(act->facts, &act->problems);
}

static void apply_change(struct act *act, struct db_segment *segment)
{
	const struct network_facts *facts = act->facts;
	const struct network_input *input = act->input;

	q_change_network(segment, act->id, act->version, input->title, input->trade,
			 input->description);
	record(act, segment, act->id, facts->hub_id);
}

static const struct command change = {
	.action = "change",
	.operation = OP_CHANGE_NETWORK,
	.facts = &network_facts_shape,
	.status = 200,
	.load = load,
	.decide = decide_change,
	.apply = apply_change,
	.reply = reply,
};

void op_change_network(struct req *r)
{
	command_run(r, &change, req_id(r, 0), req_input(r, &input_shape));
}

static void decide_end(struct act *act)
{
	decide_end_network(act->facts, &act->problems);
}

static void apply_end(struct act *act, struct db_segment *segment)
{
	const struct network_facts *facts = act->facts;

	q_end_network(segment, act->id, act->version);
	record(act, segment, act->id, facts->hub_id);
}

static const struct command end = {
	.action = "end",
	.operation = OP_END_NETWORK,
	.facts = &network_facts_shape,
	.status = 200,
	.load = load,
	.decide = decide_end,
	.apply = apply_end,
	.reply = reply,
};

void op_end_network(struct req *r)
{
	command_run(r, &end, req_id(r, 0), NULL);
}

void op_get_network_permitted_actions(struct req *r)
{
	static const struct command *const commands[] = {&change, &plan_network_session, &end};

	command_permitted(r, commands, sizeof(commands) / sizeof(commands[0]), req_id(r, 0));
}
