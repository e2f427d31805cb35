/*
 * Connections to PostgreSQL for one event loop, in libpq's pipeline mode: many segments are under
 * way on each, and each ends by itself. The first of a connection runs; those behind it wait for
 * their turn, as those do that are not sent yet, so that wait_ms and deadline_ms bound each. Only a
 * write is waited for without wait_ms once it was sent, since it may be done.
 *
 * Callbacks come from the loop or from db_pool_free(), never from within the call that caused them,
 * and may do everything here except freeing the pool.
 */
#ifndef TRINN_DB_POOL_H
#define TRINN_DB_POOL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lib/base/attr.h"
#include "lib/db/result.h"
#include "lib/db/segment.h"

struct event_base;
struct db_pool;

struct db_lane_config {
	int connections;
	int depth;       /* segments under way on one connection; 1 for exports */
	int queue_max;   /* segments that wait for a connection; 0 for exports */
	int wait_ms;     /* a segment whose turn has not come by then is DB_LOST */
	int deadline_ms; /* from its turn on: one that runs so long ends its connection */
	int statement_timeout_ms;
	int lock_timeout_ms;
};

struct db_config {
	const char *conninfo; /* by address or socket: looking up a name blocks the loop */
	const char *application_name;
	const char *const *settings; /* more "name=value" of each session, then NULL; or NULL */
	struct db_lane_config lanes[DB_LANES];
	const struct db_query *queries;
	size_t n_queries;
};

enum db_event {
	DB_CONNECTED,
	DB_DISCONNECTED,  /* or could not connect; is tried again, 50 ms to 2 s later */
	DB_BAD_STATEMENT, /* the server finds `query` wrong: no later attempt will do better */
	DB_NOTICE,        /* a warning of the server */
};

/* For the owner's log. The texts live during the call. */
struct db_report {
	enum db_event event;
	enum db_lane lane;
	int connection;      /* from 0 in its lane */
	const char *query;   /* name of the statement, or NULL */
	const char *message; /* one line, or NULL; may hold data of the tables */
};

typedef void db_report_fn(void *ctx, const struct db_report *report);
typedef void db_done_fn(void *ctx, struct db_result *result);

/* `payload` is NULL when listening begins, first or again: what was sent before is unknown. */
typedef void db_notify_fn(void *ctx, const char *payload);

/* Begins to connect once the loop runs, first one connection of each lane. `config` and all it
 * points to outlive the pool. */
struct db_pool *db_pool_new(struct event_base *base, const struct db_config *config,
			    db_report_fn *on_report, void *ctx) __attribute__((returns_nonnull));

/* Closes all connections. Segments queued or under way end within the call, DB_LOST or
 * DB_UNCERTAIN; db_run() from their callbacks is false. Sets *pool to NULL and accepts a pointer to
 * NULL. */
void db_pool_free(struct db_pool **pool);

/* Whether the lanes for reading and writing both have a connection, and that for exports has had
 * one: a download cut off takes its connection along, which is no reason not to be ready. */
bool db_pool_is_ready(const struct db_pool *pool);

/* Calls `fn` for each NOTIFY on `channel`, a lower-case identifier that outlives the pool. To be
 * called before the loop runs. */
void db_listen(struct db_pool *pool, const char *channel, db_notify_fn *fn, void *ctx);

/* Sends the segment, or queues it, and calls `on_done` once unless the segment is forgotten before.
 * False, and nothing will happen, if the queue of its lane is full. A segment runs once. */
bool db_run(struct db_pool *pool, struct db_segment *segment, db_done_fn *on_done,
	    void *ctx) MUST_USE;

/* Nobody wants to know any more: no callback will come. One still queued is not sent; one under way
 * runs to its end; an export's connection is closed at once, which ends it in the server. Harmless
 * at any time. */
void db_forget(struct db_segment *segment);

struct db_lane_stats {
	int connected;
	int queued;
	int under_way;
	uint64_t ended[DB_N_STATUSES]; /* by enum db_status; forgotten ones too */
	uint64_t turned_away;          /* queue full */
	uint64_t disconnects;
};

struct db_lane_stats db_pool_stats(const struct db_pool *pool, enum db_lane lane);

#endif
