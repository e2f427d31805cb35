/* A meeting is planned. */
#include "api/command/command.h"
#include "api/meetings/meetings.h"
#include "api/operations.gen.h"
#include "api/queries.gen.h"

struct new_meeting_facts {
	struct caller caller;
	int64_t id;
	int64_t number;
	bool is_past; /* the day it is called for */
};

static const struct shape_field facts_fields[] = {
	SHAPE_OBJECT(struct new_meeting_facts, caller, "caller", &caller_shape),
	SHAPE_FIELD(struct new_meeting_facts, id, "id", I64),
	SHAPE_FIELD(struct new_meeting_facts, number, "number", I64),
	SHAPE_FIELD(struct new_meeting_facts, is_past, "isPast", BOOL),
};
static const struct shape facts_shape = SHAPE(struct new_meeting_facts, facts_fields);

static const struct shape_field input_fields[] = {
	SHAPE_FIELD(struct new_meeting_input, body_id, "bodyId", ID),
	SHAPE_FIELD(struct new_meeting_input, starts_at, "startsAt", TEXT),
	SHAPE_FIELD(struct new_meeting_input, place, "place", TEXT),
};
static const struct shape input_shape = SHAPE(struct new_meeting_input, input_fields);

static void load(struct act *act, struct db_segment *segment)
{
	const struct new_meeting_input *input = act->input;

	q_load_new_meeting(segment, input->body_id, input->starts_at);
}

static void decide(struct act *act)
{
	const struct new_meeting_facts *facts = act->facts;

	decide_new_meeting(&facts->caller, facts->is_past, &act->problems);
}

static void apply(struct act *act, struct db_segment *segment)
{
	const struct new_meeting_facts *facts = act->facts;
	const struct new_meeting_input *input = act->input;

	q_insert_meeting(segment, facts->id, input->body_id, (int32_t)facts->number,
			 input->starts_at, input->place);
	q_new_guard(segment, "meeting", facts->id);
	act_record(act, segment,
		   &(struct act_event){"meeting", facts->id, "meeting", facts->id, NULL, NULL, 0});
}

static void reply(struct act *act, struct db_segment *segment)
{
	const struct new_meeting_facts *facts = act->facts;

	act_reply(act, segment, q_reply_meeting, "/v1/meetings", facts->id);
}

static const struct command plan = {
	.action = "plan",
	.operation = OP_PLAN_MEETING,
	.facts = &facts_shape,
	.status = 201,
	.made_in = "bodyId",
	.load = load,
	.decide = decide,
	.apply = apply,
	.reply = reply,
};

void op_plan_meeting(struct req *r)
{
	command_run(r, &plan, 0, req_input(r, &input_shape));
}
