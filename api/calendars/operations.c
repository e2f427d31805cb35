#include <inttypes.h>
#include <string.h>

#include "api/calendars/calendars.h"
#include "api/command/command.h"
#include "api/operations.gen.h"
#include "api/queries.gen.h"
#include "api/request/secret.h"
#include "lib/base/buf.h"
#include "lib/format/calendar.h"

#define CALENDAR_BYTES_MAX (2 * 1024 * 1024)

void op_get_calendar_feed(struct req *r)
{
	struct db_segment *segment = req_segment(r, DB_READ);

	q_calendar_feed_document(segment, req_id(r, 0));
	req_run_document(r, segment);
}

void op_list_calendar_feeds(struct req *r)
{
	struct db_segment *segment = req_segment(r, DB_READ);

	q_list_calendar_feeds(segment, req_after_id(r), req_limit(r));
	req_run_page(r, segment);
}

/* The secret that this run of the command made. */
struct new_feed_effects {
	char secret[SECRET_CHARACTERS + 1];
};

static const struct shape_field new_facts_fields[] = {
	SHAPE_OBJECT(struct new_feed_facts, caller, "caller", &caller_shape),
	SHAPE_FIELD(struct new_feed_facts, id, "id", I64),
	SHAPE_FIELD(struct new_feed_facts, in_force, "inForce", I64),
};
static const struct shape new_facts_shape = SHAPE(struct new_feed_facts, new_facts_fields);

static void record(struct act *act, struct db_segment *segment, int64_t feed_id,
		   int64_t organisation_id)
{
	act_record(act, segment,
		   &(struct act_event){"calendar_feed", feed_id, "calendar_feed", feed_id, NULL,
				       NULL, organisation_id});
}

static void load_new(struct act *act, struct db_segment *segment)
{
	(void)act;
	q_load_new_calendar_feed(segment);
}

static void decide_new(struct act *act)
{
	decide_create_feed(act->facts, &act->problems);
}

static void apply_new(struct act *act, struct db_segment *segment)
{
	const struct new_feed_facts *facts = act->facts;
	struct new_feed_effects *effects = act->effects;

	secret_make(effects->secret);
	q_insert_calendar_feed(segment, facts->id, secret_digest(effects->secret, act->r->arena));
	q_new_guard(segment, "calendar_feed", facts->id);
	record(act, segment, facts->id, facts->caller.organisation_id);
}

static void reply_new(struct act *act, struct db_segment *segment)
{
	const struct new_feed_facts *facts = act->facts;
	const struct new_feed_effects *effects = act->effects;
	struct req *r = act->r;

	q_reply_new_calendar_feed(
		segment, r->key_operation, r->key, r->fingerprint, act->command->status,
		arena_printf(r->arena, "/v1/calendar-feeds/%" PRId64, facts->id), facts->id,
		arena_printf(r->arena, "/calendars/%s.ics", effects->secret));
}

static const struct command create_feed = {
	.action = "create",
	.operation = OP_CREATE_CALENDAR_FEED,
	.facts = &new_facts_shape,
	.effects_size = sizeof(struct new_feed_effects),
	.status = 201,
	.load = load_new,
	.decide = decide_new,
	.apply = apply_new,
	.reply = reply_new,
};

void op_create_calendar_feed(struct req *r)
{
	command_run(r, &create_feed, 0, NULL);
}

static const struct shape_field facts_fields[] = {
	SHAPE_OBJECT(struct feed_facts, caller, "caller", &caller_shape),
	SHAPE_FIELD(struct feed_facts, id, "id", I64),
	SHAPE_FIELD(struct feed_facts, organisation_id, "organisationId", I64),
	SHAPE_FIELD(struct feed_facts, is_revoked, "isRevoked", BOOL),
};
static const struct shape facts_shape = SHAPE(struct feed_facts, facts_fields);

static void load(struct act *act, struct db_segment *segment)
{
	q_load_calendar_feed(segment, act->id);
}

static void decide_revoke(struct act *act)
{
	decide_revoke_feed(act->facts, &act->problems);
}

static void apply_revoke(struct act *act, struct db_segment *segment)
{
	const struct feed_facts *facts = act->facts;

	q_revoke_calendar_feed(segment, act->id, act->version);
	record(act, segment, act->id, facts->organisation_id);
}

static void reply(struct act *act, struct db_segment *segment)
{
	act_reply(act, segment, q_reply_calendar_feed, NULL, act->id);
}

static const struct command revoke_feed =
	COMMAND("revoke", OP_REVOKE_CALENDAR_FEED, decide_revoke, apply_revoke);

void op_revoke_calendar_feed(struct req *r)
{
	command_run(r, &revoke_feed, req_id(r, 0), NULL);
}

void op_get_calendar_feed_permitted_actions(struct req *r)
{
	static const struct command *const commands[] = {&revoke_feed};

	command_permitted(r, commands, 1, req_id(r, 0));
}

static const char *text_or_null(const struct pg_result *rows, int row, int column)
{
	return db_is_null(rows, row, column) ? NULL : db_text(rows, row, column);
}

static void read_event(const struct pg_result *rows, int row, struct calendar_event *event_out)
{
	*event_out = (struct calendar_event){
		.uid = db_text(rows, row, 0),
		.sequence = db_i64(rows, row, 1),
		.changed_at = db_i64(rows, row, 2),
		.starts_at = db_i64(rows, row, 3),
		.ends_at = db_i64(rows, row, 4),
		.title = db_text(rows, row, 5),
		.description = db_text(rows, row, 6),
		.place = text_or_null(rows, row, 7),
		.link = text_or_null(rows, row, 8),
		.is_cancelled = db_bool(rows, row, 9),
	};
}

static void reply_calendar(struct req *r, struct db_result *result)
{
	const struct pg_result *rows = db_rows(result, 0);
	int n = db_n_rows(rows);
	struct calendar_event *events = arena_alloc(r->arena, (size_t)n * sizeof(*events));
	const char *bytes;
	struct buf text;
	size_t len;

	for (int i = 0; i < n; i++)
		read_event(rows, i, &events[i]);
	buf_init(&text, CALENDAR_BYTES_MAX);
	calendar_write("Trinn", events, (size_t)n, &text);
	bytes = req_keep(r, &text, &len);
	/* Of one organisation, though anybody may ask. */
	http_add_header(r->http, "Cache-Control", "private, no-cache");
	req_reply(r, &(struct reply){
		.status = 200,
		.content_type = "text/calendar; charset=utf-8",
		.bytes = bytes,
		.len = len,
	});
}

/* The argument is the secret and ".ics". */
void op_get_calendar(struct req *r)
{
	struct db_segment *segment = db_segment_new(r->arena, DB_READ);

	q_calendar(segment, secret_digest(r->path_args[0], r->arena));
	req_run(r, segment, reply_calendar);
}
