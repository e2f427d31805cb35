#include "api/tracks/tracks.h"

#include "api/command/command.h"
#include "api/operations.gen.h"
#include "api/queries.gen.h"

static const struct shape_field fact_fields[] = {
	SHAPE_OBJECT(struct track_facts, caller, "caller", &caller_shape),
	SHAPE_FIELD(struct track_facts, id, "id", I64),
	SHAPE_OR_NULL(struct track_facts, programme_state, "programmeState", TEXT),
	SHAPE_FIELD(struct track_facts, is_delivered, "isDelivered", BOOL),
};
static const struct shape facts_shape = SHAPE(struct track_facts, fact_fields);

static const struct shape_field input_fields[] = {
	SHAPE_FIELD(struct track_input, programme_id, "programmeId", ID),
	SHAPE_FIELD(struct track_input, title, "title", TEXT),
	SHAPE_OR_NULL(struct track_input, trade, "trade", TEXT),
};
static const struct shape input_shape = SHAPE(struct track_input, input_fields);

void op_get_track(struct req *r)
{
	struct db_segment *segment = req_segment(r, DB_READ);

	q_track_document(segment, req_id(r, 0));
	req_run_document(r, segment);
}

void op_list_tracks(struct req *r)
{
	struct db_segment *segment = req_segment(r, DB_READ);

	q_list_tracks(segment, req_query_id(r, "programmeId"), req_query_id(r, "hubId"),
		      req_after_id(r), req_limit(r));
	req_run_page(r, segment);
}

static void load(struct act *act, struct db_segment *segment)
{
	const struct track_input *input = act->input;

	q_load_new_track(segment, input->programme_id);
}

static void decide(struct act *act)
{
	decide_create_track(act->facts, &act->problems);
}

static void apply(struct act *act, struct db_segment *segment)
{
	const struct track_facts *facts = act->facts;
	const struct track_input *input = act->input;
	struct act_event event = {
		.case_kind = "track",
		.case_id = facts->id,
		.object_kind = "track",
		.object_id = facts->id,
	};

	q_insert_track(segment, facts->id, input->programme_id, input->title, input->trade);
	q_new_guard(segment, "track", facts->id);
	act_record(act, segment, &event);
}

static void reply(struct act *act, struct db_segment *segment)
{
	const struct track_facts *facts = act->facts;

	act_reply(act, segment, q_reply_track, "/v1/tracks", facts->id);
}

static const struct command create_track = {
	.action = "create",
	.operation = OP_CREATE_TRACK,
	.facts = &facts_shape,
	.status = 201,
	.load = load,
	.decide = decide,
	.apply = apply,
	.reply = reply,
};

void op_create_track(struct req *r)
{
	command_run(r, &create_track, 0, req_input(r, &input_shape));
}
