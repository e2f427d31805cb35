/* The pool and its segments as the files of lib/db see them, and no other. */
#ifndef TRINN_DB_PRIVATE_H
#define TRINN_DB_PRIVATE_H

#include <stdbool.h>
#include <stdint.h>

#include "lib/base/arena.h"
#include "lib/base/list.h"
#include "lib/db/conn.h"
#include "lib/db/pool.h"
#include "lib/db/stream.h"
#include "lib/loop/loop.h"

struct db_statement {
	const struct db_query *query;
	const char *const *params;
};

struct db_segment {
	struct arena *arena;
	enum db_lane lane;
	struct db_statement *statements; /* result.n of them */
	int cap;
	struct db_pool *pool;     /* NULL before it is run */
	struct list link;         /* in the queue of its lane */
	struct db_flight *flight; /* NULL unless it is under way */
	struct db_conn *conn;     /* of the flight */
	int64_t run_us;
	db_row_fn *on_row; /* NULL unless it is a stream */
	db_done_fn *on_done;
	void *ctx;
	struct db_result result; /* its statements[] has one place more, for an error at commit */
};

struct db_channel {
	struct db_channel *next;
	const char *name;
	db_notify_fn *fn;
	void *ctx;
};

struct db_lane_state {
	struct db_conn *conns;
	struct list queue;
	const char *application_name;
	const char *options;
	bool was_connected;
	struct db_lane_stats stats;
};

struct db_pool {
	struct event_base *base;
	struct arena *arena; /* of all that lives as long as the pool */
	const struct db_config *config;
	db_report_fn *on_report;
	void *report_ctx;
	struct loop_task *tick;
	struct db_lane_state lanes[DB_LANES];
	struct db_channel *channels;
	int n_connecting;
	bool is_closing;
};

/* Reports the first line of `message`, which may be NULL. */
void db_report(const struct db_conn *conn, enum db_event event, const char *query,
	       const char *message);

/* segment.c: takes a segment out of its flight, which goes on without it; ends one that is neither
 * queued nor under way any more. */
void db_segment_leave(struct db_segment *segment);
void db_segment_end(struct db_segment *segment, enum db_status status);

/* result.c: notes the server's words; `error` stays with the result. */
enum db_status db_result_fail(struct db_result *result, int statement, PGresult *error);
enum db_status db_status_of(const PGresult *error);

/* pool.c: connects what is due, and sends what is queued. */
void db_pool_connect(struct db_pool *pool);
void db_pool_feed(struct db_pool *pool, enum db_lane lane);

/* connect.c: the settings of the lane's sessions. */
void db_lane_describe(struct db_pool *pool, enum db_lane lane);

/* listen.c: channels that this connection listens to, NULL for most. */
const struct db_channel *db_channels_of(const struct db_conn *conn);
void db_channels_begin(const struct db_conn *conn);
void db_channels_dispatch(const struct db_conn *conn);

#endif
