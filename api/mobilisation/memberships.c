/* Member firms of a hub. */
#include "api/command/command.h"
#include "api/mobilisation/mobilisation.h"
#include "api/operations.gen.h"
#include "api/queries.gen.h"

void op_get_membership(struct req *r)
{
	struct db_segment *segment = req_segment(r, DB_READ);

	q_membership_document(segment, req_id(r, 0));
	req_run_document(r, segment);
}

void op_list_memberships(struct req *r)
{
	struct db_segment *segment = req_segment(r, DB_READ);

	q_list_memberships(segment, req_query(r, "onDate"), req_query(r, "orgnr"),
			   req_query_id(r, "hubId"), req_after_id(r), req_limit(r));
	req_run_page(r, segment);
}

static const struct shape_field new_facts_fields[] = {
	SHAPE_OBJECT(struct membership_facts, caller, "caller", &caller_shape),
	SHAPE_FIELD(struct membership_facts, id, "id", I64),
	SHAPE_FIELD(struct membership_facts, firm_id, "firmId", I64),
	SHAPE_FIELD(struct membership_facts, is_member, "isMember", BOOL),
	SHAPE_OR_NULL(struct membership_facts, serves_as, "servesAs", TEXT),
	SHAPE_FIELD(struct membership_facts, member_from, "memberFrom", DATE),
	SHAPE_OPTIONAL(struct membership_facts, founded_on, "foundedOn", DATE, has_founded),
	SHAPE_OR_NULL(struct membership_facts, ask, "ask", TEXT),
};
static const struct shape new_facts_shape = SHAPE(struct membership_facts, new_facts_fields);

static const struct shape_field facts_fields[] = {
	SHAPE_OBJECT(struct membership_facts, caller, "caller", &caller_shape),
	SHAPE_FIELD(struct membership_facts, id, "id", I64),
	SHAPE_FIELD(struct membership_facts, firm_id, "firmId", I64),
	SHAPE_FIELD(struct membership_facts, member_from, "memberFrom", DATE),
	SHAPE_OPTIONAL(struct membership_facts, member_to, "memberTo", DATE, has_end),
	SHAPE_OR_NULL(struct membership_facts, ask, "ask", TEXT),
};
static const struct shape facts_shape = SHAPE(struct membership_facts, facts_fields);

static void record(struct act *act, struct db_segment *segment)
{
	const struct membership_facts *facts = act->facts;

	act_record(act, segment,
		   &(struct act_event){"membership", facts->id, "membership", facts->id, NULL, NULL,
				       facts->firm_id});
}

static void reply_new(struct act *act, struct db_segment *segment)
{
	const struct membership_facts *facts = act->facts;

	act_reply(act, segment, q_reply_membership, "/v1/memberships", facts->id);
}

static void reply(struct act *act, struct db_segment *segment)
{
	act_reply(act, segment, q_reply_membership, NULL, act->id);
}

static void warn(struct act *act, struct problems *warnings)
{
	warn_of_membership(act->facts, warnings);
}

static void load_new(struct act *act, struct db_segment *segment)
{
	q_load_new_membership(segment, act->input);
}

static void decide_new(struct act *act)
{
	decide_create_membership(act->facts, &act->problems);
}

static void apply_new(struct act *act, struct db_segment *segment)
{
	const struct membership_facts *facts = act->facts;

	q_insert_membership(segment, facts->id, facts->firm_id, act->input);
	q_new_guard(segment, "membership", facts->id);
	record(act, segment);
}

static const struct command create_membership = {
	.action = "create",
	.operation = OP_CREATE_MEMBERSHIP,
	.facts = &new_facts_shape,
	.status = 201,
	.made_in = "firmOrgnr",
	.load = load_new,
	.decide = decide_new,
	.apply = apply_new,
	.reply = reply_new,
	.caution = warn,
};

void op_create_membership(struct req *r)
{
	command_run(r, &create_membership, 0, req_body_text(r));
}

static const struct shape_field end_fields[] = {
	SHAPE_FIELD(struct membership_end_input, member_to, "memberTo", DATE),
};
static const struct shape end_shape = SHAPE(struct membership_end_input, end_fields);

static void load(struct act *act, struct db_segment *segment)
{
	q_load_membership(segment, act->id);
}

static void decide_end(struct act *act)
{
	decide_end_membership(act->facts, act->input, &act->problems);
}

static void apply_end(struct act *act, struct db_segment *segment)
{
	const struct membership_end_input *input = act->input;

	q_end_membership(segment, act->id, act->version, input->content);
	record(act, segment);
}

static const struct command end_membership = {
	.action = "end",
	.operation = OP_END_MEMBERSHIP,
	.facts = &facts_shape,
	.status = 200,
	.load = load,
	.decide = decide_end,
	.apply = apply_end,
	.reply = reply,
	.warn = warn,
};

void op_end_membership(struct req *r)
{
	struct membership_end_input *input = req_input(r, &end_shape);

	input->content = req_body_text(r);
	command_run(r, &end_membership, req_id(r, 0), input);
}

void op_get_membership_permitted_actions(struct req *r)
{
	static const struct command *const commands[] = {&end_membership};

	command_permitted(r, commands, sizeof(commands) / sizeof(commands[0]), req_id(r, 0));
}
