/*
 * One connection, private to lib/db.
 *
 * A segment that was sent is a flight of its connection. The flight outlives a segment that is
 * forgotten or has waited too long, since its results come all the same.
 */
#ifndef TRINN_DB_CONN_H
#define TRINN_DB_CONN_H

#include <libpq-fe.h>
#include <stdbool.h>
#include <stdint.h>

#include "lib/base/attr.h"
#include "lib/db/result.h"
#include "lib/db/segment.h"

struct db_pool;
struct event;

struct db_flight {
	struct db_segment *segment; /* NULL: nobody waits for it */
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
	struct event *readable;
	struct event *writable;
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

/* connect.c: begins to connect one that is down; takes a result of its preparation. */
void db_conn_start(struct db_conn *conn);
void db_conn_on_prepared(struct db_conn *conn, PGresult *result);

/* conn.c: false if the connection broke before the Sync was handed to it: nothing was sent. */
bool db_conn_send(struct db_conn *conn, struct db_segment *segment) MUST_USE;
void db_conn_flush(struct db_conn *conn);
void db_conn_on_writable(int fd, short what, void *arg);
void db_conn_on_readable(int fd, short what, void *arg);

/* Ends all flights, the first as `status`, and plans the next attempt. */
void db_conn_lose(struct db_conn *conn, enum db_status status, const char *reason);

/* Closes it because it is not wanted any more: all flights end, the next attempt is due at once. */
void db_conn_abandon(struct db_conn *conn);

#endif
