/* Segments on a connection: sent whole, answered in order, ended by the Sync or by its loss. */
#include <event2/event.h>
#include <event2/util.h>

#include "lib/base/clock.h"
#include "lib/base/fail.h"
#include "lib/db/private.h"

enum {
	BACKOFF_MIN_MS = 50,
	BACKOFF_MAX_MS = 2000,
};

static struct db_flight *first_flight(struct db_conn *conn)
{
	return &conn->flights[conn->first];
}

static struct db_lane_stats *stats_of(struct db_conn *conn)
{
	return &conn->pool->lanes[conn->lane].stats;
}

/* libpq closes the socket of a broken connection by itself. Its number may then be another's, whose
 * events libevent would mix up with ours. */
static void stop_events(struct db_conn *conn)
{
	event_del(conn->readable);
	event_del(conn->writable);
}

/* A broken connection is lost when the loop comes to it, not in the midst of its user's call. */
static void mark_broken(struct db_conn *conn)
{
	conn->is_broken = true;
	stop_events(conn);
	event_active(conn->readable, EV_READ, 0);
}

void db_conn_flush(struct db_conn *conn)
{
	int left = PQflush(conn->pg);

	if (left < 0 || PQstatus(conn->pg) == CONNECTION_BAD)
		mark_broken(conn);
	else if (left > 0)
		event_add(conn->writable, NULL);
}

static bool send_statements(struct db_conn *conn, const struct db_segment *segment)
{
	for (int i = 0; i < segment->result.n; i++) {
		const struct db_statement *s = &segment->statements[i];

		if (!PQsendQueryPrepared(conn->pg, s->query->name, s->query->n_params, s->params,
					 NULL, NULL, 0))
			return false;
	}
	return true;
}

/* Rows come one by one from the last statement of a stream. libpq is to be told when it has begun
 * with that statement and not yet read of it. */
static void begin_statement(struct db_conn *conn)
{
	const struct db_segment *segment = first_flight(conn)->segment;

	if (segment && segment->on_row && conn->statement == segment->result.n - 1)
		PQsetSingleRowMode(conn->pg);
}

static void begin_flight(struct db_conn *conn, int64_t now_us)
{
	conn->first_since_us = now_us;
	conn->statement = 0;
	conn->is_between_statements = false;
	conn->status = DB_OK;
}

bool db_conn_send(struct db_conn *conn, struct db_segment *segment)
{
	struct db_flight *flight;
	int depth = conn->pool->config->lanes[conn->lane].depth;
	int64_t now_us = clock_now_us();

	/* libpq 15 writes at each Sync: waiting for more segments would not save a write. */
	if (!send_statements(conn, segment) || !PQpipelineSync(conn->pg)) {
		mark_broken(conn);
		return false;
	}
	flight = &conn->flights[(conn->first + conn->n_flights) % depth];
	*flight = (struct db_flight){segment, now_us};
	segment->conn = conn;
	segment->flight = flight;
	segment->result.queued_us = now_us - segment->run_us;
	stats_of(conn)->under_way++;
	if (conn->n_flights++ == 0) {
		begin_flight(conn, now_us);
		begin_statement(conn);
	}
	db_conn_flush(conn);
	return true;
}

static void end_flight(struct db_conn *conn, enum db_status status)
{
	struct db_flight *flight = first_flight(conn);
	struct db_segment *segment = flight->segment;
	int64_t now_us = clock_now_us();

	conn->first = (conn->first + 1) % conn->pool->config->lanes[conn->lane].depth;
	conn->n_flights--;
	begin_flight(conn, now_us);
	stats_of(conn)->under_way--;
	stats_of(conn)->ended[status]++;
	if (!segment)
		return;
	segment->flight = NULL;
	segment->conn = NULL;
	segment->result.ran_us = now_us - flight->sent_us;
	db_segment_end(segment, status);
}

static void on_sync(struct db_conn *conn)
{
	PGTransactionStatusType transaction = PQtransactionStatus(conn->pg);

	/* A query that begins a transaction is a bug. */
	MUST(transaction != PQTRANS_INTRANS && transaction != PQTRANS_INERROR);
	end_flight(conn, conn->status);
	db_pool_feed(conn->pool, conn->lane);
}

static void on_rows(struct db_conn *conn, PGresult *rows)
{
	struct db_segment *segment = first_flight(conn)->segment;

	if (!segment || conn->statement >= segment->result.n)
		PQclear(rows);
	else
		segment->result.statements[conn->statement] = rows;
}

static void on_error(struct db_conn *conn, PGresult *error)
{
	struct db_segment *segment = first_flight(conn)->segment;

	if (conn->status != DB_OK) {
		PQclear(error);
	} else if (segment) {
		/* After the last statement it is the commit that failed. */
		conn->status = db_result_fail(&segment->result, conn->statement, error);
	} else {
		conn->status = db_status_of(error);
		PQclear(error);
	}
}

static void on_result(struct db_conn *conn, PGresult *result)
{
	struct db_segment *segment = first_flight(conn)->segment;

	switch (PQresultStatus(result)) {
	case PGRES_PIPELINE_SYNC:
		PQclear(result);
		on_sync(conn);
		break;
	case PGRES_SINGLE_TUPLE:
		if (segment)
			segment->on_row(segment->ctx, result);
		PQclear(result);
		break;
	case PGRES_EMPTY_QUERY:
	case PGRES_COMMAND_OK:
	case PGRES_TUPLES_OK:
		on_rows(conn, result);
		break;
	case PGRES_FATAL_ERROR:
	case PGRES_NONFATAL_ERROR:
	case PGRES_BAD_RESPONSE:
		on_error(conn, result);
		break;
	case PGRES_PIPELINE_ABORTED:
		PQclear(result);
		break;
	case PGRES_COPY_IN:
	case PGRES_COPY_OUT:
	case PGRES_COPY_BOTH:
		WRONG("a query copies");
	}
}

static bool has_result(struct db_conn *conn)
{
	return conn->pg && !conn->is_paused && conn->n_flights > 0 && !PQisBusy(conn->pg);
}

/* Each statement gives its result and then NULL, and after the last comes the Sync, without NULL.
 * From a lost connection come NULLs for ever. */
static void read_results(struct db_conn *conn)
{
	while (has_result(conn)) {
		PGresult *result = PQgetResult(conn->pg);

		if (!result && conn->is_between_statements)
			break;
		conn->is_between_statements = !result;
		if (!result) {
			conn->statement++;
			begin_statement(conn);
		} else if (conn->state == DB_CONN_PREPARING) {
			db_conn_on_prepared(conn, result);
		} else {
			on_result(conn, result);
		}
	}
}

void db_conn_on_readable(int fd, short what, void *arg)
{
	struct db_conn *conn = arg;

	(void)fd;
	(void)what;
	if (!PQconsumeInput(conn->pg))
		stop_events(conn);
	read_results(conn);
	db_channels_dispatch(conn);
	if (conn->pg && (conn->is_broken || PQstatus(conn->pg) == CONNECTION_BAD))
		db_conn_lose(conn, DB_LOST, PQerrorMessage(conn->pg));
}

void db_conn_on_writable(int fd, short what, void *arg)
{
	(void)fd;
	(void)what;
	db_conn_flush(arg);
}

static void close_connection(struct db_conn *conn)
{
	if (conn->state == DB_CONN_READY)
		stats_of(conn)->connected--;
	else
		conn->pool->n_connecting--;
	if (conn->state != DB_CONN_READY)
		conn->n_flights = 0;
	stop_events(conn);
	PQfinish(conn->pg);
	conn->pg = NULL;
	conn->state = DB_CONN_DOWN;
	conn->due_us = clock_now_us();
}

/* Twice as long each time, and not the same for all who lost the server at once. */
static void plan_attempt(struct db_conn *conn)
{
	int backoff_ms = conn->backoff_ms == 0 ? BACKOFF_MIN_MS : conn->backoff_ms * 2;
	int64_t half_us;
	uint16_t random;

	conn->backoff_ms = backoff_ms < BACKOFF_MAX_MS ? backoff_ms : BACKOFF_MAX_MS;
	half_us = conn->backoff_ms * INT64_C(500);
	evutil_secure_rng_get_bytes(&random, sizeof(random));
	conn->due_us += half_us + half_us * random / UINT16_MAX;
}

static void end_flights(struct db_conn *conn, enum db_status first)
{
	for (enum db_status status = first; conn->n_flights > 0; status = DB_LOST)
		end_flight(conn, conn->lane == DB_WRITE ? DB_UNCERTAIN : status);
}

void db_conn_lose(struct db_conn *conn, enum db_status status, const char *reason)
{
	stats_of(conn)->disconnects++;
	db_report(conn, DB_DISCONNECTED, NULL, reason);
	close_connection(conn);
	plan_attempt(conn);
	end_flights(conn, status);
}

void db_conn_abandon(struct db_conn *conn)
{
	close_connection(conn);
	end_flights(conn, DB_LOST);
}
