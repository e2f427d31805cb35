/* Saved filters are kept, changed and read. That is no step of a case: nothing of it is recorded or
 * guarded. */
#include <inttypes.h>
#include <string.h>

#include "api/command/command.h"
#include "api/operations.gen.h"
#include "api/queries.gen.h"
#include "api/savedfilters/kept.h"
#include "api/savedfilters/savedfilters.h"
#include "lib/base/arena.h"
#include "lib/base/fail.h"
#include "lib/json/body.h"

/* Our own text, or what was checked as a body. */
static json_t *parse(const char *text, size_t len)
{
	struct body_limits limits = {.len_bytes = SIZE_MAX, .depth = BODY_DEPTH_MAX};
	size_t position;
	json_t *json;

	MUST(body_parse(text, len, &limits, &json, &position) == BODY_OK);
	return json;
}

static const char *write_whole(struct req *r, json_t *json)
{
	char *text = json_dumps(json, JSON_COMPACT);

	arena_own(r->arena, text, base_free);
	json_decref(json);
	return text;
}

/* Adds where the list is asked now, or why it cannot be. One that is discarded is asked nowhere. */
static void complete(struct req *r, json_t *filter)
{
	struct problems problems;
	const char *href = NULL;
	struct buf faults;

	problems_init(&problems, r->arena);
	if (json_is_null(json_object_get(filter, "discardedOn")))
		href = kept_href(r, json_string_value(json_object_get(filter, "operationId")),
				 json_object_get(filter, "query"),
				 json_string_value(json_object_get(filter, "role")), &problems);
	buf_init(&faults, BUF_UNBOUNDED);
	problems_write_list(&problems, r->language, &faults);
	json_object_set_new(filter, "href", href == NULL ? json_null() : json_string(href));
	json_object_set_new(filter, "isValid", json_boolean(href != NULL));
	json_object_set_new(filter, "faults", parse(buf_text(&faults), faults.len));
	buf_fini(&faults);
}

static void reply_filter(struct req *r, struct db_result *result)
{
	const struct pg_result *rows = db_rows(result, 1);
	json_t *filter;

	if (db_n_rows(rows) == 0) {
		req_refuse_missing(r);
		return;
	}
	filter = parse(db_text(rows, 0, 1), db_len(rows, 0, 1));
	complete(r, filter);
	req_reply_text(r, arena_strdup(r->arena, db_text(rows, 0, 0)), write_whole(r, filter));
}

void op_get_saved_filter(struct req *r)
{
	struct db_segment *segment = req_segment(r, DB_READ);

	q_saved_filter_document(segment, req_id(r, 0), NULL);
	req_run(r, segment, reply_filter);
}

static void reply_filters(struct req *r, struct db_result *result)
{
	const struct pg_result *rows = db_rows(result, 1);
	json_t *items = json_array();
	json_t *filter;
	size_t i;

	if (!db_is_null(rows, 0, 0)) {
		json_decref(items);
		items = parse(db_text(rows, 0, 0), db_len(rows, 0, 0));
	}
	json_array_foreach(items, i, filter)
		complete(r, filter);
	req_reply_items(r, write_whole(r, items),
			db_is_null(rows, 0, 1) ? NULL : db_text(rows, 0, 1));
}

void op_list_saved_filters(struct req *r)
{
	struct db_segment *segment = req_segment(r, DB_READ);

	q_list_saved_filters(segment, req_query(r, "operationId"), req_after_id(r), req_limit(r));
	req_run(r, segment, reply_filters);
}

static const struct shape_field input_fields[] = {
	SHAPE_FIELD(struct filter_input, name, "name", TEXT),
	SHAPE_FIELD(struct filter_input, operation, "operationId", TEXT),
	SHAPE_FIELD(struct filter_input, query, "query", RAW),
	SHAPE_OPTIONAL(struct filter_input, is_shared, "isShared", BOOL, has_is_shared),
};
static const struct shape input_shape = SHAPE(struct filter_input, input_fields);

/* Where the list is asked that is kept. */
struct filter_effects {
	const char *href;
};

/* As the caller would ask for it themselves. */
static void decide_query(struct act *act, const struct caller *caller)
{
	const struct filter_input *input = act->input;
	struct filter_effects *effects = act->effects;
	json_t *query;

	if (input == NULL)
		return;
	query = parse(input->query, strlen(input->query));
	effects->href =
		kept_href(act->r, input->operation, query, caller->role, &act->problems);
	json_decref(query);
}

static const struct shape_field new_facts_fields[] = {
	SHAPE_OBJECT(struct new_filter_facts, caller, "caller", &caller_shape),
	SHAPE_FIELD(struct new_filter_facts, id, "id", I64),
	SHAPE_FIELD(struct new_filter_facts, most, "most", I64),
	SHAPE_FIELD(struct new_filter_facts, kept, "kept", I64),
};
static const struct shape new_facts_shape = SHAPE(struct new_filter_facts, new_facts_fields);

static void load_new(struct act *act, struct db_segment *segment)
{
	(void)act;
	q_load_new_saved_filter(segment);
}

static void decide_new(struct act *act)
{
	const struct new_filter_facts *facts = act->facts;

	decide_save_filter(facts, act->input, &act->problems);
	decide_query(act, &facts->caller);
}

static void apply_new(struct act *act, struct db_segment *segment)
{
	const struct new_filter_facts *facts = act->facts;
	const struct filter_input *input = act->input;

	q_insert_saved_filter(segment, facts->id, input->name, input->operation, input->query,
			      input->is_shared);
}

static void reply_kept(struct act *act, struct db_segment *segment, const char *location,
		       int64_t id)
{
	const struct filter_effects *effects = act->effects;
	const struct req *r = act->r;

	q_reply_saved_filter(segment, r->key_operation, r->key, r->fingerprint,
			     act->command->status, location, id, effects->href);
}

static void reply_new(struct act *act, struct db_segment *segment)
{
	const struct new_filter_facts *facts = act->facts;
	const char *location =
		arena_printf(act->r->arena, "/v1/saved-filters/%" PRId64, facts->id);

	reply_kept(act, segment, location, facts->id);
}

static const struct command save = {
	.action = "save",
	.operation = OP_SAVE_FILTER,
	.facts = &new_facts_shape,
	.effects_size = sizeof(struct filter_effects),
	.status = 201,
	.load = load_new,
	.decide = decide_new,
	.apply = apply_new,
	.reply = reply_new,
};

void op_save_filter(struct req *r)
{
	command_run(r, &save, 0, req_input(r, &input_shape));
}

static const struct shape_field facts_fields[] = {
	SHAPE_OBJECT(struct filter_facts, caller, "caller", &caller_shape),
	SHAPE_FIELD(struct filter_facts, id, "id", I64),
	SHAPE_FIELD(struct filter_facts, is_mine, "isMine", BOOL),
	SHAPE_FIELD(struct filter_facts, is_discarded, "isDiscarded", BOOL),
};
static const struct shape facts_shape = SHAPE(struct filter_facts, facts_fields);

static void load(struct act *act, struct db_segment *segment)
{
	q_load_saved_filter(segment, act->id);
}

static void reply(struct act *act, struct db_segment *segment)
{
	reply_kept(act, segment, NULL, act->id);
}

static void decide_change(struct act *act)
{
	const struct filter_facts *facts = act->facts;

	decide_change_filter(facts, act->input, &act->problems);
	decide_query(act, &facts->caller);
}

static void apply_change(struct act *act, struct db_segment *segment)
{
	const struct filter_input *input = act->input;

	q_change_saved_filter(segment, act->id, act->version, input->name, input->operation,
			      input->query, input->is_shared);
}

static const struct command change = {
	.action = "change",
	.operation = OP_CHANGE_SAVED_FILTER,
	.facts = &facts_shape,
	.effects_size = sizeof(struct filter_effects),
	.status = 200,
	.load = load,
	.decide = decide_change,
	.apply = apply_change,
	.reply = reply,
};

void op_change_saved_filter(struct req *r)
{
	command_run(r, &change, req_id(r, 0), req_input(r, &input_shape));
}

static void decide_discard(struct act *act)
{
	decide_discard_filter(act->facts, &act->problems);
}

static void apply_discard(struct act *act, struct db_segment *segment)
{
	q_discard_saved_filter(segment, act->id, act->version);
}

static const struct command discard = {
	.action = "discard",
	.operation = OP_DISCARD_SAVED_FILTER,
	.facts = &facts_shape,
	.effects_size = sizeof(struct filter_effects),
	.status = 200,
	.load = load,
	.decide = decide_discard,
	.apply = apply_discard,
	.reply = reply,
};

void op_discard_saved_filter(struct req *r)
{
	command_run(r, &discard, req_id(r, 0), NULL);
}

void op_get_saved_filter_permitted_actions(struct req *r)
{
	static const struct command *const commands[] = {&change, &discard};

	command_permitted(r, commands, sizeof(commands) / sizeof(commands[0]), req_id(r, 0));
}
