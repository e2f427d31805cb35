/*
 * What one request asks of the database: statements that are sent together and closed by a Sync of
 * their own, so that they are one transaction without BEGIN or COMMIT. An error in one undoes them
 * all; what set_config(..., true) sets in the first holds to the last and is gone afterwards.
 *
 *	struct db_segment *segment = db_segment_new(arena, DB_READ);
 *
 *	db_add(segment, &set_caller, subject);
 *	db_add(segment, &get_grant, db_arg_i64(arena, id));
 *	if (!db_run(pool, segment, on_grant, request))
 *		...
 */
#ifndef TRINN_DB_SEGMENT_H
#define TRINN_DB_SEGMENT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct arena;
struct db_segment;

/* Connections are kept apart by what runs on them, since what is sent to one is answered in order:
 * a slow statement holds up all behind it. */
enum db_lane {
	DB_READ,
	DB_WRITE,
	DB_EXPORT, /* rows streamed to a client, one segment at a time, see stream.h */
	DB_LANES,
};

/* Lanes on whose connections a statement is prepared. A reply to a write ends with the query of the
 * resource's GET, so that what is read one at a time is DB_ON_READ | DB_ON_WRITE. */
#define DB_ON_READ (1U << DB_READ)
#define DB_ON_WRITE (1U << DB_WRITE)
#define DB_ON_EXPORT (1U << DB_EXPORT)

struct db_query {
	const char *name; /* of the prepared statement: unique, 1 to 63 bytes */
	const char *sql;  /* one statement, parameters as $1, $2 ... */
	int n_params;
	unsigned lanes; /* DB_ON_..., at least one */
};

/* An empty segment. Freeing the arena is allowed at any time: it forgets the segment, as
 * db_forget() does, and releases its results. */
struct db_segment *db_segment_new(struct arena *arena, enum db_lane lane)
	__attribute__((returns_nonnull));

/* The arena it was made in, where texts of its parameters may live. */
struct arena *db_segment_arena(const struct db_segment *segment) __attribute__((returns_nonnull));

/* Adds a statement with one text per parameter, NULL for the SQL NULL, and returns its index in the
 * results. The texts are not copied: they live as long as the arena. */
#define db_add(segment, query, ...) \
	db_add_params(segment, query, sizeof((const char *const[]){__VA_ARGS__}) / sizeof(char *), \
		      (const char *const[]){__VA_ARGS__})

int db_add_params(struct db_segment *segment, const struct db_query *query, size_t n,
		  const char *const *params);

/* Parameters as text; what is not constant lives in `arena`. The second is an array. */
const char *db_arg_i64(struct arena *arena, int64_t value);
const char *db_arg_i64s(struct arena *arena, const int64_t *values, size_t n);
const char *db_arg_bool(bool value);

#endif
