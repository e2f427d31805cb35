/* The way of a connection from nothing to ready. */
#include <event2/event.h>
#include <stdio.h>
#include <string.h>

#include "lib/base/buf.h"
#include "lib/base/clock.h"
#include "lib/base/fail.h"
#include "lib/db/private.h"

enum {
	CONNECT_US = 5000000, /* for each of the two states on the way */
	OPTIONS_MAX = 4096,
};

/* `-c name=value`, spaces and backslashes escaped: the server splits its options at spaces. */
static void add_option(struct buf *options, const char *setting)
{
	buf_adds(options, " -c ");
	for (const char *c = setting; *c; c++) {
		if (*c == ' ' || *c == '\\')
			buf_addc(options, '\\');
		buf_addc(options, *c);
	}
}

void db_lane_describe(struct db_pool *pool, enum db_lane lane)
{
	static const char *const names[] = {"read", "write", "export"};
	/* One plan per statement, whatever its parameters; exports are planned for theirs. Only
	 * they run so long that the server is to look whether the client is still there. */
	static const char *const plans[] = {
		"-c plan_cache_mode=force_generic_plan",
		"-c plan_cache_mode=force_generic_plan",
		"-c plan_cache_mode=force_custom_plan -c client_connection_check_interval=1s",
	};
	const struct db_lane_config *config = &pool->config->lanes[lane];
	struct db_lane_state *state = &pool->lanes[lane];
	struct buf options;

	buf_init(&options, OPTIONS_MAX);
	buf_addf(&options,
		 "%s -c jit=off -c TimeZone=UTC -c client_min_messages=warning"
		 " -c statement_timeout=%d -c lock_timeout=%d"
		 " -c idle_in_transaction_session_timeout=%d",
		 plans[lane], config->statement_timeout_ms, config->lock_timeout_ms,
		 config->deadline_ms);
	for (const char *const *s = pool->config->settings; s && *s; s++)
		add_option(&options, *s);
	MUST(!buf_overflowed(&options));
	state->options = arena_strdup(pool->arena, buf_text(&options));
	buf_fini(&options);
	state->application_name =
		arena_printf(pool->arena, "%s %s", pool->config->application_name, names[lane]);
}

static void on_notice(void *arg, const char *message)
{
	db_report(arg, DB_NOTICE, NULL, message);
}

static bool is_of_lane(const struct db_conn *conn, const struct db_query *query)
{
	return query->lanes & 1U << conn->lane;
}

static bool send_preparation(struct db_conn *conn)
{
	const struct db_config *config = conn->pool->config;
	char listen[80];

	for (size_t i = 0; i < config->n_queries; i++) {
		const struct db_query *query = &config->queries[i];

		if (is_of_lane(conn, query) &&
		    !PQsendPrepare(conn->pg, query->name, query->sql, 0, NULL))
			return false;
	}
	for (const struct db_channel *c = db_channels_of(conn); c; c = c->next) {
		snprintf(listen, sizeof(listen), "listen \"%s\"", c->name);
		if (!PQsendQueryParams(conn->pg, listen, 0, NULL, NULL, NULL, NULL, 0))
			return false;
	}
	return PQpipelineSync(conn->pg);
}

/* The name of what the `statement`th result of the preparation is about. */
static const char *name_of(const struct db_conn *conn, int statement)
{
	const struct db_config *config = conn->pool->config;

	for (size_t i = 0; i < config->n_queries; i++)
		if (is_of_lane(conn, &config->queries[i]) && statement-- == 0)
			return config->queries[i].name;
	for (const struct db_channel *c = db_channels_of(conn); c; c = c->next)
		if (statement-- == 0)
			return c->name;
	return NULL;
}

static void become_ready(struct db_conn *conn)
{
	conn->state = DB_CONN_READY;
	conn->n_flights = 0;
	conn->backoff_ms = 0;
	conn->pool->n_connecting--;
	conn->pool->lanes[conn->lane].stats.connected++;
	conn->pool->lanes[conn->lane].was_connected = true;
	db_report(conn, DB_CONNECTED, NULL, NULL);
	db_pool_feed(conn->pool, conn->lane);
	db_pool_connect(conn->pool);
	db_channels_begin(conn);
}

/* Whether it is the statement that is wrong, and not the moment. */
static bool is_about_statement(const PGresult *error)
{
	const char *severity = PQresultErrorField(error, PG_DIAG_SEVERITY_NONLOCALIZED);
	const char *sqlstate = PQresultErrorField(error, PG_DIAG_SQLSTATE);
	/* Classes: rolled back, no resources, a lock, an operator, the system, internal. */
	static const char *const passing[] = {"40", "53", "55", "57", "58", "XX"};

	if (!severity || !sqlstate || strcmp(severity, "ERROR") != 0)
		return false;
	for (size_t i = 0; i < sizeof(passing) / sizeof(passing[0]); i++)
		if (strncmp(sqlstate, passing[i], 2) == 0)
			return false;
	return true;
}

void db_conn_on_prepared(struct db_conn *conn, PGresult *result)
{
	ExecStatusType status = PQresultStatus(result);

	if (status == PGRES_PIPELINE_SYNC) {
		become_ready(conn);
	} else if (status == PGRES_FATAL_ERROR) {
		if (is_about_statement(result))
			db_report(conn, DB_BAD_STATEMENT, name_of(conn, conn->statement),
				  PQresultErrorField(result, PG_DIAG_MESSAGE_PRIMARY));
		db_conn_lose(conn, DB_LOST, PQresultErrorMessage(result));
	}
	PQclear(result);
}

static void prepare(struct db_conn *conn)
{
	int fd = PQsocket(conn->pg);

	conn->state = DB_CONN_PREPARING;
	conn->due_us = clock_now_us() + CONNECT_US;
	event_assign(conn->readable, conn->pool->base, fd, EV_READ | EV_PERSIST,
		     db_conn_on_readable, conn);
	event_assign(conn->writable, conn->pool->base, fd, EV_WRITE, db_conn_on_writable, conn);
	event_add(conn->readable, NULL);
	conn->first = 0;
	conn->n_flights = 1;
	conn->flights[0].segment = NULL;
	if (PQsetnonblocking(conn->pg, 1) != 0 || !PQenterPipelineMode(conn->pg) ||
	    !send_preparation(conn))
		db_conn_lose(conn, DB_LOST, PQerrorMessage(conn->pg));
	else
		db_conn_flush(conn);
}

static void on_connecting(int fd, short what, void *arg);

/* The event fires once and is made anew each time: between two polls libpq may close its socket and
 * open another, under the same number or a different one. */
static void await(struct db_conn *conn, short what)
{
	event_assign(conn->readable, conn->pool->base, PQsocket(conn->pg), what, on_connecting,
		     conn);
	event_add(conn->readable, NULL);
}

static void on_connecting(int fd, short what, void *arg)
{
	struct db_conn *conn = arg;

	(void)fd;
	(void)what;
	switch (PQconnectPoll(conn->pg)) {
	case PGRES_POLLING_READING:
		await(conn, EV_READ);
		break;
	case PGRES_POLLING_WRITING:
		await(conn, EV_WRITE);
		break;
	case PGRES_POLLING_OK:
		prepare(conn);
		break;
	case PGRES_POLLING_FAILED:
	case PGRES_POLLING_ACTIVE:
		db_conn_lose(conn, DB_LOST, PQerrorMessage(conn->pg));
		break;
	}
}

void db_conn_start(struct db_conn *conn)
{
	const struct db_lane_state *lane = &conn->pool->lanes[conn->lane];
	/* What stands before dbname, which is the conninfo, yields to it; what follows rules. */
	const char *const keywords[] = {
		"keepalives_idle", "keepalives_interval", "keepalives_count", "tcp_user_timeout",
		"dbname", "application_name", "options", "client_encoding", NULL,
	};
	const char *const values[] = {
		"10", "5", "3", "15000",
		conn->pool->config->conninfo, lane->application_name, lane->options, "UTF8", NULL,
	};

	conn->pg = PQconnectStartParams(keywords, values, 1);
	MUST(conn->pg);
	conn->state = DB_CONN_CONNECTING;
	conn->due_us = clock_now_us() + CONNECT_US;
	conn->is_broken = false;
	conn->is_paused = false;
	conn->statement = 0;
	conn->is_between_statements = false;
	conn->pool->n_connecting++;
	PQsetNoticeProcessor(conn->pg, on_notice, conn);
	if (PQstatus(conn->pg) == CONNECTION_BAD)
		db_conn_lose(conn, DB_LOST, PQerrorMessage(conn->pg));
	else
		await(conn, EV_WRITE);
}
