/* Putting a segment together, and its end. */
#include "lib/db/segment.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "lib/base/fail.h"
#include "lib/db/private.h"

enum {
	FIRST_CAP = 8,
	I64_SIZE = 21, /* bytes of any int64_t with what parts it from the one before */
};

static void release(void *ptr)
{
	struct db_segment *segment = ptr;

	db_forget(segment);
	if (!segment->result.statements)
		return;
	for (int i = 0; i <= segment->result.n; i++)
		PQclear(segment->result.statements[i]);
}

struct arena *db_segment_arena(const struct db_segment *segment)
{
	return segment->arena;
}

struct db_segment *db_segment_new(struct arena *arena, enum db_lane lane)
{
	struct db_segment *segment = arena_alloc(arena, sizeof(*segment));

	segment->arena = arena;
	segment->lane = lane;
	list_init(&segment->link);
	arena_own(arena, segment, release);
	return segment;
}

static void grow(struct db_segment *segment)
{
	struct db_statement *old = segment->statements;
	size_t n = (size_t)segment->cap;

	segment->cap = n > 0 ? segment->cap * 2 : FIRST_CAP;
	segment->statements =
		arena_alloc(segment->arena, (size_t)segment->cap * sizeof(*segment->statements));
	if (n > 0)
		memcpy(segment->statements, old, n * sizeof(*old));
}

int db_add_params(struct db_segment *segment, const struct db_query *query, size_t n,
		  const char *const *params)
{
	const char **copy;

	MUST(!segment->pool);
	MUST(query->lanes & 1U << segment->lane);
	MUST(n == (size_t)query->n_params);
	if (segment->result.n == segment->cap)
		grow(segment);
	copy = arena_alloc(segment->arena, n * sizeof(*copy));
	if (n > 0)
		memcpy(copy, params, n * sizeof(*copy));
	segment->statements[segment->result.n] = (struct db_statement){query, copy};
	return segment->result.n++;
}

const char *db_arg_i64(struct arena *arena, int64_t value)
{
	return arena_printf(arena, "%" PRId64, value);
}

const char *db_arg_i64s(struct arena *arena, const int64_t *values, size_t n)
{
	char *text = arena_alloc(arena, n * I64_SIZE + sizeof("{}"));
	char *at = text;

	*at++ = '{';
	for (size_t i = 0; i < n; i++)
		at += snprintf(at, I64_SIZE + 1, "%s%" PRId64, i == 0 ? "" : ",", values[i]);
	*at++ = '}';
	return text;
}

const char *db_arg_bool(bool value)
{
	return value ? "true" : "false";
}

void db_segment_leave(struct db_segment *segment)
{
	segment->flight->segment = NULL;
	segment->flight = NULL;
	segment->conn = NULL;
}

void db_segment_end(struct db_segment *segment, enum db_status status)
{
	db_done_fn *on_done = segment->on_done;

	segment->result.status = status;
	segment->on_done = NULL;
	if (on_done)
		on_done(segment->ctx, &segment->result);
}
