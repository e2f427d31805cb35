/*
 * A pool on a loop against the cluster at $TRINN_TEST_PG, with queries of its own, and what the
 * tests see of it.
 */
#ifndef TRINN_TESTS_DBCLIENT_RIG_H
#define TRINN_TESTS_DBCLIENT_RIG_H

#include <check.h>
#include <stdbool.h>
#include <stdint.h>

#include "lib/base/arena.h"
#include "lib/db/pool.h"
#include "lib/db/result.h"
#include "lib/db/segment.h"
#include "lib/db/stream.h"

struct event_base;

extern const struct db_query set_user; /* 1: the user, on every lane */
extern const struct db_query get_user;
extern const struct db_query add_item; /* 2: id, name */
extern const struct db_query count_items;
extern const struct db_query lock_item; /* 1: id */
extern const struct db_query add_part;  /* 1: item, checked at commit */
extern const struct db_query divide;    /* 1: divisor */
extern const struct db_query nap;       /* 1: seconds */
extern const struct db_query fail_with; /* 1: sqlstate */
extern const struct db_query warn;
extern const struct db_query echo;        /* 1: text */
extern const struct db_query get_setting; /* 1: name */
extern const struct db_query types;
extern const struct db_query series;       /* 1: rows, streamed */
extern const struct db_query series_until; /* 1: the row at which it fails */
extern const struct db_query churn;        /* runs long and gives no row before it ends */

/* What became of one segment. */
struct outcome {
	struct rig *rig;
	struct db_segment *segment;
	int done; /* times */
	int turn; /* place among all that ended */
	struct db_result result;
	const char *text; /* first value of the last statement if it went well */
};

struct rig {
	struct event_base *base;
	struct db_pool *pool;
	struct arena *arena;
	struct db_config config; /* may be changed before rig_open() */
	char conninfo[256];
	struct event *timeout;
	bool timed_out;
	int n_ended;

	int connected;
	int disconnected;
	int notices;
	int bad_statements;
	char bad_statement[256]; /* name and message */
	char last_message[256];
};

/* A rig with tables, but no pool yet. */
void rig_init(struct rig *rig);

/* Makes the pool, which begins to connect when the loop runs, and for rig_open() waits until every
 * connection is up. */
void rig_connect(struct rig *rig);
void rig_open(struct rig *rig);

void rig_fini(struct rig *rig);

/* Runs the loop until *flag >= value. Fails the test, or returns false, after that long. */
void rig_wait(struct rig *rig, const int *flag, int value);
bool rig_wait_ms(struct rig *rig, const int *flag, int value, int ms);
void rig_pass(struct rig *rig, int ms); /* runs the loop for so long */

/* A segment in the rig's arena whose outcome is to be watched. */
struct outcome *rig_segment(struct rig *rig, enum db_lane lane);
bool rig_run(struct outcome *outcome) MUST_USE;
void rig_note(void *ctx, struct db_result *result);

/* Runs and waits for its end. */
enum db_status rig_end(struct outcome *outcome);

/* The first value that `sql` gives a superuser on another connection; an error fails the test. */
const char *rig_ask(struct rig *rig, const char *sql);

/* Runs tests/support/pg-cluster with this command on the cluster at $TRINN_TEST_PG. */
void rig_cluster(const char *command);

#endif
