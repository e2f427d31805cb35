/* What all tests of the database client start from. */
#include "tests/dbclient/rig.h"

#include <event2/event.h>
#include <fcntl.h>
#include <libpq-fe.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "lib/loop/loop.h"

#define DB_ON_ALL (DB_ON_READ | DB_ON_WRITE | DB_ON_EXPORT)
#define QUERIES(X) \
	X(set_user, 1, DB_ON_ALL, "select set_config('test.user', $1, true)") \
	X(get_user, 0, DB_ON_READ | DB_ON_WRITE, "select current_setting('test.user', true)") \
	X(add_item, 2, DB_ON_WRITE, "insert into items values ($1::bigint, $2)") \
	X(count_items, 0, DB_ON_READ | DB_ON_WRITE, "select count(*) from items") \
	X(lock_item, 1, DB_ON_WRITE, "select id from items where id = $1::bigint for update") \
	X(add_part, 1, DB_ON_WRITE, "insert into parts values ($1::bigint)") \
	X(divide, 1, DB_ON_READ | DB_ON_WRITE, "select 1 / $1::int") \
	X(nap, 1, DB_ON_READ | DB_ON_WRITE, "select pg_sleep($1::float8)") \
	X(fail_with, 1, DB_ON_READ | DB_ON_WRITE, "select fail_with($1)") \
	X(warn, 0, DB_ON_READ, "select warn()") \
	X(echo, 1, DB_ON_READ | DB_ON_WRITE, "select $1::text") \
	X(get_setting, 1, DB_ON_ALL, "select current_setting($1)") \
	X(types, 0, DB_ON_READ, \
	  "select '-9223372036854775808'::bigint, 7::smallint, 8, true, false, null, ''::text") \
	X(series, 1, DB_ON_EXPORT, "select generate_series(1, $1::bigint), repeat('x', 100)") \
	X(series_until, 1, DB_ON_EXPORT, \
	  "select 1 / ($1::bigint - n) from generate_series(1, 10) n") \
	X(churn, 0, DB_ON_EXPORT, \
	  "select count(*) from generate_series(1, 100000) a, generate_series(1, 1000000) b")

#define X(id, n, on, text) const struct db_query id = {#id, text, n, on};
QUERIES(X)
#undef X

static const struct db_query queries[] = {
#define X(id, n, on, text) {#id, text, n, on},
	QUERIES(X)
#undef X
};

static const char schema[] =
	"set client_min_messages = warning;"
	"select pg_terminate_backend(pid, 5000) from pg_stat_activity"
	"  where application_name like 'rig %';"
	"drop table if exists parts, items;"
	"create table items (id bigint constraint items_pk primary key, name text);"
	"create table parts (item bigint constraint parts_item references items"
	"                    deferrable initially deferred);"
	"create or replace function fail_with(state text) returns void language plpgsql as"
	"  $$ begin"
	"    raise 'on purpose' using errcode = state, hint = 'a hint', detail = 'a detail';"
	"  end $$;"
	"create or replace function warn() returns void language plpgsql as"
	"  $$ begin raise warning 'mind the gap'; end $$;";

static void on_report(void *ctx, const struct db_report *report)
{
	struct rig *rig = ctx;

	switch (report->event) {
	case DB_CONNECTED:
		rig->connected++;
		return;
	case DB_DISCONNECTED:
		rig->disconnected++;
		break;
	case DB_BAD_STATEMENT:
		rig->bad_statements++;
		snprintf(rig->bad_statement, sizeof(rig->bad_statement), "%s: %s", report->query,
			 report->message);
		break;
	case DB_NOTICE:
		rig->notices++;
		break;
	}
	ck_assert_ptr_nonnull(report->message);
	snprintf(rig->last_message, sizeof(rig->last_message), "%s", report->message);
}

static void on_timeout(evutil_socket_t fd, short what, void *arg)
{
	(void)fd;
	(void)what;
	*(bool *)arg = true;
}

void rig_init(struct rig *rig)
{
	const char *socket_dir = getenv("TRINN_TEST_PG");

	ck_assert_msg(socket_dir, "TRINN_TEST_PG is not set: start by tests/dbclient/run");
	/* A test that failed may have left it down. */
	rig_cluster("start");
	memset(rig, 0, sizeof(*rig));
	rig->arena = arena_new(1 << 20);
	rig->base = loop_base_new();
	rig->timeout = evtimer_new(rig->base, on_timeout, &rig->timed_out);
	snprintf(rig->conninfo, sizeof(rig->conninfo), "host=%s user=postgres dbname=postgres",
		 socket_dir);
	rig->config = (struct db_config){
		.conninfo = rig->conninfo,
		.application_name = "rig",
		.lanes[DB_READ] = {1, 8, 8, 1000, 3000, 2000, 1000},
		.lanes[DB_WRITE] = {1, 4, 8, 1000, 3000, 2000, 200},
		.lanes[DB_EXPORT] = {1, 1, 0, 1000, 20000, 0, 1000},
		.queries = queries,
		.n_queries = sizeof(queries) / sizeof(queries[0]),
	};
	rig_ask(rig, schema);
}

void rig_connect(struct rig *rig)
{
	rig->pool = db_pool_new(rig->base, &rig->config, on_report, rig);
}

void rig_open(struct rig *rig)
{
	int n = 0;

	if (!rig->pool)
		rig_connect(rig);
	for (int lane = 0; lane < DB_LANES; lane++)
		n += rig->config.lanes[lane].connections;
	rig_wait(rig, &rig->connected, n);
}

void rig_fini(struct rig *rig)
{
	db_pool_free(&rig->pool);
	arena_free(&rig->arena);
	event_free(rig->timeout);
	event_base_free(rig->base);
}

bool rig_wait_ms(struct rig *rig, const int *flag, int value, int ms)
{
	const struct timeval limit = {ms / 1000, ms % 1000 * 1000};

	rig->timed_out = false;
	event_add(rig->timeout, &limit);
	while (*flag < value && !rig->timed_out)
		event_base_loop(rig->base, EVLOOP_ONCE);
	event_del(rig->timeout);
	return *flag >= value;
}

void rig_pass(struct rig *rig, int ms)
{
	const int never = 0;

	ck_assert(!rig_wait_ms(rig, &never, 1, ms));
}

void rig_wait(struct rig *rig, const int *flag, int value)
{
	ck_assert_msg(rig_wait_ms(rig, flag, value, 8000),
		      "waited in vain for %d, there are %d; last: %s", value, *flag,
		      rig->last_message);
}

void rig_note(void *ctx, struct db_result *result)
{
	struct outcome *outcome = ctx;
	const struct pg_result *last;

	outcome->done++;
	outcome->turn = ++outcome->rig->n_ended;
	outcome->result = *result;
	if (result->status != DB_OK)
		return;
	last = db_rows(result, result->n - 1);
	if (db_n_rows(last) > 0)
		outcome->text = db_text(last, 0, 0);
}

struct outcome *rig_segment(struct rig *rig, enum db_lane lane)
{
	struct outcome *outcome = arena_alloc(rig->arena, sizeof(*outcome));

	outcome->rig = rig;
	outcome->segment = db_segment_new(rig->arena, lane);
	return outcome;
}

bool rig_run(struct outcome *outcome)
{
	return db_run(outcome->rig->pool, outcome->segment, rig_note, outcome);
}

enum db_status rig_end(struct outcome *outcome)
{
	ck_assert(rig_run(outcome));
	ck_assert_int_eq(outcome->done, 0);
	rig_wait(outcome->rig, &outcome->done, 1);
	return outcome->result.status;
}

const char *rig_ask(struct rig *rig, const char *sql)
{
	PGconn *conn = PQconnectdb(rig->conninfo);
	const char *text = NULL;
	PGresult *result;

	ck_assert_msg(PQstatus(conn) == CONNECTION_OK, "%s", PQerrorMessage(conn));
	result = PQexec(conn, sql);
	ck_assert_msg(PQresultStatus(result) == PGRES_TUPLES_OK ||
			      PQresultStatus(result) == PGRES_COMMAND_OK,
		      "%s: %s", sql, PQerrorMessage(conn));
	if (PQntuples(result) > 0)
		text = arena_strdup(rig->arena, PQgetvalue(result, 0, 0));
	PQclear(result);
	PQfinish(conn);
	return text;
}

void rig_cluster(const char *command)
{
	char dir[256], script[] = "tests/support/pg-cluster", verb[16];
	char *const argv[] = {script, verb, dir, NULL};
	posix_spawn_file_actions_t quiet;
	pid_t pid;
	int status;

	/* The socket is in DIR/socket. */
	snprintf(dir, sizeof(dir), "%s/..", getenv("TRINN_TEST_PG"));
	snprintf(verb, sizeof(verb), "%s", command);
	posix_spawn_file_actions_init(&quiet);
	posix_spawn_file_actions_addopen(&quiet, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
	posix_spawn_file_actions_addopen(&quiet, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
	ck_assert_int_eq(posix_spawn(&pid, script, &quiet, NULL, argv, environ), 0);
	posix_spawn_file_actions_destroy(&quiet);
	ck_assert_int_eq(waitpid(pid, &status, 0), pid);
	ck_assert_int_eq(status, 0);
}
