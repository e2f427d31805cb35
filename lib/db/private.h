/*
 * What the files of lib/db share and no other includes.
 *
 * A segment that was sent is a flight of its connection. The flight outlives a segment that is
 * forgotten, since its results come all the same.
 */
#ifndef TRINN_DB_PRIVATE_H
#define TRINN_DB_PRIVATE_H

#include <event2/event_struct.h>
#include <libpq-fe.h>
#include <stdbool.h>
#include <stdint.h>

#include "lib/base/arena.h"
#include "lib/base/list.h"
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

struct db_flight {
	struct db_segment *segment; /* NULL: forgotten */
	int64_t sent_us;
};

enum db_conn_state {
	DB_CONN_DOWN,       /* until `due_us` */
	DB_CONN_CONNECTING, /* with the server, until `due_us` at most */
	DB_CONN_PREPARING,  /* its statements, until `due_us` at most */
	DB_CONN_READY,
};

struct db_conn {
	struct db_pool *pool;
	enum db_lane lane;
	int index;
	enum db_conn_state state;
	int64_t due_us;
	int backoff_ms;

	PGconn *pg; /* NULL if down */
	struct event readable;
	struct event writable;
	bool is_broken; /* nothing may be sent, and it is lost as soon as the loop comes to it */
	bool is_paused; /* its stream is not read */

	struct db_flight *flights; /* a ring in the order sent */
	int first;
	int n_flights;

	/* Of the first flight. */
	int64_t first_since_us;
	int statement; /* whose results come */
	bool is_between_statements;
	enum db_status status; /* so far */
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
};

int64_t db_now_us(void);

/* Reports the first line of `message`, which may be NULL. */
void db_report(const struct db_conn *conn, enum db_event event, const char *query,
	       const char *message);

/* segment.c: ends a segment that is neither queued nor under way any more. */
void db_segment_end(struct db_segment *segment, enum db_status status);

/* result.c: notes the server's words; `error` stays with the result. */
enum db_status db_result_fail(struct db_result *result, int statement, PGresult *error);
enum db_status db_status_of(const PGresult *error);

/* pool.c: connects what is due, and sends what is queued. */
void db_pool_connect(struct db_pool *pool);
void db_pool_feed(struct db_conn *conn);
struct db_conn *db_pool_find_free(struct db_pool *pool, enum db_lane lane);

/* connect.c */
void db_lane_describe(struct db_pool *pool, enum db_lane lane);
void db_conn_start(struct db_conn *conn);
void db_conn_on_prepared(struct db_conn *conn, PGresult *result);

/* conn.c: false if the connection broke before the Sync was handed to it: the segment is not sent. */
bool db_conn_send(struct db_conn *conn, struct db_segment *segment) MUST_USE;
void db_conn_flush(struct db_conn *conn);
void db_conn_on_writable(int fd, short what, void *arg);
void db_conn_on_readable(int fd, short what, void *arg);

/* Ends all flights, the first as `status`, and plans the next attempt. */
void db_conn_lose(struct db_conn *conn, enum db_status status, const char *reason);

/* Closes it, without a word to the segments under way; the next attempt is due at once. */
void db_conn_abandon(struct db_conn *conn);

/* listen.c: channels that this connection listens to, NULL for most. */
const struct db_channel *db_channels_of(const struct db_conn *conn);
void db_channels_begin(const struct db_conn *conn);
void db_channels_dispatch(const struct db_conn *conn);

#endif
