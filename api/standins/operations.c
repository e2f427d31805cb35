/* Stand-ins are named, read and ended. */
#include "api/standins/standins.h"

#include "api/command/command.h"
#include "api/operations.gen.h"
#include "api/queries.gen.h"
#include "lib/base/date.h"

void op_get_standin(struct req *r)
{
	struct db_segment *segment = req_segment(r, DB_READ);

	q_standin_document(segment, req_id(r, 0));
	req_run_document(r, segment);
}

void op_list_standins(struct req *r)
{
	struct db_segment *segment = req_segment(r, DB_READ);

	q_list_standins(segment, req_query_id(r, "personId"), req_after_id(r), req_limit(r));
	req_run_page(r, segment);
}

static const struct shape_field new_facts_fields[] = {
	SHAPE_OBJECT(struct new_standin_facts, caller, "caller", &caller_shape),
	SHAPE_FIELD(struct new_standin_facts, today, "today", DATE),
	SHAPE_FIELD(struct new_standin_facts, id, "id", I64),
	SHAPE_FIELD(struct new_standin_facts, person_id, "personId", I64),
	SHAPE_FIELD(struct new_standin_facts, leads, "leads", BOOL),
	SHAPE_FIELD(struct new_standin_facts, has_role, "hasRole", BOOL),
	SHAPE_FIELD(struct new_standin_facts, is_known, "isKnown", BOOL),
	SHAPE_FIELD(struct new_standin_facts, can_stand_in, "canStandIn", BOOL),
	SHAPE_FIELD(struct new_standin_facts, overlaps, "overlaps", BOOL),
};
static const struct shape new_facts_shape = SHAPE(struct new_standin_facts, new_facts_fields);

static const struct shape_field input_fields[] = {
	SHAPE_OPTIONAL(struct new_standin_input, person_id, "personId", ID, has_person_id),
	SHAPE_FIELD(struct new_standin_input, standin_id, "standinId", ID),
	SHAPE_FIELD(struct new_standin_input, role, "role", TEXT),
	SHAPE_FIELD(struct new_standin_input, starts_on, "startsOn", DATE),
	SHAPE_FIELD(struct new_standin_input, ends_on, "endsOn", DATE),
};
static const struct shape input_shape = SHAPE(struct new_standin_input, input_fields);

static void record(struct act *act, struct db_segment *segment, int64_t id)
{
	act_record(act, segment,
		   &(struct act_event){"standin", id, "standin", id, NULL, NULL, 0});
}

static void load_new(struct act *act, struct db_segment *segment)
{
	const struct new_standin_input *input = act->input;
	struct arena *arena = act->r->arena;

	q_load_new_standin(segment, input->has_person_id ? &input->person_id : NULL,
			   input->standin_id, input->role, date_text(arena, input->starts_on),
			   date_text(arena, input->ends_on));
}

static void decide_naming(struct act *act)
{
	decide_name_standin(act->facts, act->input, &act->problems);
}

static void apply_naming(struct act *act, struct db_segment *segment)
{
	const struct new_standin_facts *facts = act->facts;
	const struct new_standin_input *input = act->input;
	struct arena *arena = act->r->arena;

	q_insert_standin(segment, facts->id, facts->person_id, input->standin_id, input->role,
			 date_text(arena, input->starts_on), date_text(arena, input->ends_on));
	q_new_guard(segment, "standin", facts->id);
	record(act, segment, facts->id);
}

static void reply_new(struct act *act, struct db_segment *segment)
{
	const struct new_standin_facts *facts = act->facts;

	act_reply(act, segment, q_reply_standin, "/v1/standins", facts->id);
}

static const struct command name = {
	.action = "name",
	.operation = OP_NAME_STANDIN,
	.facts = &new_facts_shape,
	.status = 201,
	.load = load_new,
	.decide = decide_naming,
	.apply = apply_naming,
	.reply = reply_new,
};

void op_name_standin(struct req *r)
{
	command_run(r, &name, 0, req_input(r, &input_shape));
}

static const struct shape_field facts_fields[] = {
	SHAPE_OBJECT(struct standin_facts, caller, "caller", &caller_shape),
	SHAPE_FIELD(struct standin_facts, today, "today", DATE),
	SHAPE_FIELD(struct standin_facts, id, "id", I64),
	SHAPE_FIELD(struct standin_facts, person_id, "personId", I64),
	SHAPE_FIELD(struct standin_facts, ends_on, "endsOn", DATE),
	SHAPE_FIELD(struct standin_facts, leads, "leads", BOOL),
	SHAPE_FIELD(struct standin_facts, is_ended, "isEnded", BOOL),
};
static const struct shape facts_shape = SHAPE(struct standin_facts, facts_fields);

static void load(struct act *act, struct db_segment *segment)
{
	q_load_standin(segment, act->id);
}

static void reply(struct act *act, struct db_segment *segment)
{
	act_reply(act, segment, q_reply_standin, NULL, act->id);
}

static void decide_ending(struct act *act)
{
	decide_end_standin(act->facts, &act->problems);
}

static void apply_ending(struct act *act, struct db_segment *segment)
{
	q_end_standin(segment, act->id, act->version);
	record(act, segment, act->id);
}

static const struct command end = COMMAND("end", OP_END_STANDIN, decide_ending, apply_ending);

void op_end_standin(struct req *r)
{
	command_run(r, &end, req_id(r, 0), NULL);
}

void op_get_standin_permitted_actions(struct req *r)
{
	static const struct command *const commands[] = {&end};

	command_permitted(r, commands, sizeof(commands) / sizeof(commands[0]), req_id(r, 0));
}
