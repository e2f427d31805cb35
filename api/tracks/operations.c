#include "api/cohorts/commands.h"
#include "api/operations.gen.h"
#include "api/queries.gen.h"
#include "api/tracks/commands.h"
#include "api/tracks/tracks.h"

static const struct shape_field new_fact_fields[] = {
	SHAPE_OBJECT(struct new_track_facts, caller, "caller", &caller_shape),
	SHAPE_FIELD(struct new_track_facts, id, "id", I64),
	SHAPE_OR_NULL(struct new_track_facts, programme_state, "programmeState", TEXT),
	SHAPE_FIELD(struct new_track_facts, is_delivered, "isDelivered", BOOL),
	SHAPE_FIELD(struct new_track_facts, is_title_taken, "isTitleTaken", BOOL),
};
static const struct shape new_facts_shape = SHAPE(struct new_track_facts, new_fact_fields);

static const struct shape_field new_input_fields[] = {
	SHAPE_FIELD(struct new_track_input, programme_id, "programmeId", ID),
	SHAPE_FIELD(struct new_track_input, title, "title", TEXT),
	SHAPE_OR_NULL(struct new_track_input, trade, "trade", TEXT),
};
static const struct shape new_input_shape = SHAPE(struct new_track_input, new_input_fields);

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

static void record(struct act *act, struct db_segment *segment, int64_t id)
{
	act_record(act, segment, &(struct act_event){"track", id, "track", id, NULL, NULL, 0});
}

static void load_new(struct act *act, struct db_segment *segment)
{
	const struct new_track_input *input = act->input;

	q_load_new_track(segment, input->programme_id, input->title);
}

static void decide_new(struct act *act)
{
	decide_create_track(act->facts, &act->problems);
}

static void apply_new(struct act *act, struct db_segment *segment)
{
	const struct new_track_facts *facts = act->facts;
	const struct new_track_input *input = act->input;

	q_insert_track(segment, facts->id, input->programme_id, input->title, input->trade);
	q_new_guard(segment, "track", facts->id);
	record(act, segment, facts->id);
}

static void reply_new(struct act *act, struct db_segment *segment)
{
	const struct new_track_facts *facts = act->facts;

	act_reply(act, segment, q_reply_track, "/v1/tracks", facts->id);
}

static const struct command create_track = {
	.action = "create",
	.operation = OP_CREATE_TRACK,
	.facts = &new_facts_shape,
	.status = 201,
	.load = load_new,
	.decide = decide_new,
	.apply = apply_new,
	.reply = reply_new,
};

void op_create_track(struct req *r)
{
	command_run(r, &create_track, 0, req_input(r, &new_input_shape));
}

static const struct shape_field granted_fields[] = {
	SHAPE_FIELD(struct granted_stage, stage, "stage", I64),
	SHAPE_FIELD(struct granted_stage, starts_on, "startsOn", DATE),
	SHAPE_FIELD(struct granted_stage, ends_on, "endsOn", DATE),
};
const struct shape granted_stage_shape = SHAPE(struct granted_stage, granted_fields);

static const struct shape_field fact_fields[] = {
	SHAPE_OBJECT(struct track_facts, caller, "caller", &caller_shape),
	SHAPE_FIELD(struct track_facts, id, "id", I64),
	SHAPE_FIELD(struct track_facts, hub_id, "hubId", I64),
	SHAPE_FIELD(struct track_facts, state, "state", TEXT),
	SHAPE_FIELD(struct track_facts, is_title_taken, "isTitleTaken", BOOL),
	SHAPE_FIELD(struct track_facts, cohort_id, "cohortId", I64),
	SHAPE_FIELD(struct track_facts, n_cohorts, "cohorts", I64),
	SHAPE_FIELD(struct track_facts, n_engagements, "engagements", I64),
	SHAPE_FIELD(struct track_facts, n_applications, "applications", I64),
	SHAPE_LIST(struct track_facts, stages, n_stages, "stages", I64),
	SHAPE_OBJECTS(struct track_facts, granted, n_granted, "granted", &granted_stage_shape),
};
const struct shape track_facts_shape = SHAPE(struct track_facts, fact_fields);

static const struct shape_field input_fields[] = {
	SHAPE_FIELD(struct track_input, title, "title", TEXT),
	SHAPE_OR_NULL(struct track_input, trade, "trade", TEXT),
};
static const struct shape input_shape = SHAPE(struct track_input, input_fields);

void track_load(struct act *act, struct db_segment *segment)
{
	q_load_track(segment, act->id, NULL);
}

static void reply(struct act *act, struct db_segment *segment)
{
	act_reply(act, segment, q_reply_track, NULL, act->id);
}

static void load_change(struct act *act, struct db_segment *segment)
{
	const struct track_input *input = act->input;

	q_load_track(segment, act->id, input == NULL ? NULL : input->title);
}

static void decide_change(struct act *act)
{
	decide_change_track(act->facts, &act->problems);
}

static void apply_change(struct act *act, struct db_segment *segment)
{
	const struct track_input *input = act->input;

	q_change_track(segment, act->id, act->version, input->title, input->trade);
	record(act, segment, act->id);
}

static const struct command change = {
	.action = "change",
	.operation = OP_CHANGE_TRACK,
	.facts = &track_facts_shape,
	.status = 200,
	.load = load_change,
	.decide = decide_change,
	.apply = apply_change,
	.reply = reply,
};

void op_change_track(struct req *r)
{
	command_run(r, &change, req_id(r, 0), req_input(r, &input_shape));
}

static void decide_end(struct act *act)
{
	decide_end_track(act->facts, &act->problems);
}

static void apply_end(struct act *act, struct db_segment *segment)
{
	q_end_track(segment, act->id, act->version);
	record(act, segment, act->id);
}

static const struct command end = {
	.action = "end",
	.operation = OP_END_TRACK,
	.facts = &track_facts_shape,
	.status = 200,
	.load = track_load,
	.decide = decide_end,
	.apply = apply_end,
	.reply = reply,
};

void op_end_track(struct req *r)
{
	command_run(r, &end, req_id(r, 0), NULL);
}

void op_get_track_permitted_actions(struct req *r)
{
	static const struct command *const commands[] = {&change, &create_cohort, &end};

	command_permitted(r, commands, sizeof(commands) / sizeof(commands[0]), req_id(r, 0));
}
