/* Which connection takes which segment, and what is due when. */
#include "lib/db/pool.h"

#include <event2/event.h>
#include <stdio.h>
#include <string.h>

#include "lib/base/clock.h"
#include "lib/base/fail.h"
#include "lib/db/private.h"

enum {
	ARENA_CAP = 1 << 20,
	TICK_MS = 50,
	CONNECTING_MAX = 2, /* at a time, so that preparing does not fill the processors */
};

void db_report(const struct db_conn *conn, enum db_event event, const char *query,
	       const char *message)
{
	char line[256] = "";
	const struct db_report report = {
		.event = event,
		.lane = conn->lane,
		.connection = conn->index,
		.query = query,
		.message = message ? line : NULL,
	};

	if (message)
		snprintf(line, sizeof(line), "%.*s", (int)strcspn(message, "\n"), message);
	conn->pool->on_report(conn->pool->report_ctx, &report);
}

void db_pool_connect(struct db_pool *pool)
{
	int64_t now_us = clock_now_us();
	bool more = true;

	/* The first of each lane, then the second of each ... */
	for (int i = 0; more; i++) {
		more = false;
		for (int lane = 0; lane < DB_LANES; lane++) {
			struct db_conn *conn = &pool->lanes[lane].conns[i];

			if (i >= pool->config->lanes[lane].connections)
				continue;
			more = true;
			if (conn->state == DB_CONN_DOWN && conn->due_us <= now_us &&
			    pool->n_connecting < CONNECTING_MAX)
				db_conn_start(conn);
		}
	}
}

/* Those behind the first wait for their turn as those in the queue do. A write that was sent may be
 * done, and is waited for. */
static void check_turns(struct db_conn *conn, int64_t now_us)
{
	const struct db_lane_config *config = &conn->pool->config->lanes[conn->lane];

	for (int i = 1; i < conn->n_flights && conn->lane != DB_WRITE; i++) {
		struct db_flight *flight = &conn->flights[(conn->first + i) % config->depth];
		struct db_segment *segment = flight->segment;

		if (!segment || now_us - segment->run_us < config->wait_ms * INT64_C(1000))
			continue;
		segment->result.ran_us = now_us - flight->sent_us;
		db_segment_leave(segment);
		db_segment_end(segment, DB_LOST);
	}
}

static void check_conn(struct db_conn *conn, int64_t now_us)
{
	int64_t deadline_us = conn->pool->config->lanes[conn->lane].deadline_ms * INT64_C(1000);

	switch (conn->state) {
	case DB_CONN_DOWN:
		break;
	case DB_CONN_CONNECTING:
	case DB_CONN_PREPARING:
		if (now_us >= conn->due_us)
			db_conn_lose(conn, DB_LOST, "connecting took too long");
		break;
	case DB_CONN_READY:
		if (conn->n_flights > 0 && now_us - conn->first_since_us >= deadline_us)
			db_conn_lose(conn, DB_TIMEOUT, "a segment took too long");
		else
			check_turns(conn, now_us);
		break;
	}
}

static struct db_segment *first_queued(const struct db_lane_state *lane)
{
	if (list_is_empty(&lane->queue))
		return NULL;
	return LIST_ENTRY(lane->queue.next, struct db_segment, link);
}

static void end_queued(struct db_lane_state *lane, struct db_segment *segment, int64_t now_us)
{
	list_remove(&segment->link);
	lane->stats.queued--;
	lane->stats.ended[DB_LOST]++;
	segment->result.queued_us = now_us - segment->run_us;
	db_segment_end(segment, DB_LOST);
}

static void check_queue(struct db_pool *pool, enum db_lane lane, int64_t now_us)
{
	int64_t wait_us = pool->config->lanes[lane].wait_ms * INT64_C(1000);
	struct db_lane_state *state = &pool->lanes[lane];
	struct db_segment *first;

	while ((first = first_queued(state)) && now_us - first->run_us >= wait_us)
		end_queued(state, first, now_us);
}

static void on_tick(void *ctx)
{
	struct db_pool *pool = ctx;
	int64_t now_us = clock_now_us();

	for (enum db_lane lane = 0; lane < DB_LANES; lane++) {
		for (int i = 0; i < pool->config->lanes[lane].connections; i++)
			check_conn(&pool->lanes[lane].conns[i], now_us);
		check_queue(pool, lane, now_us);
	}
	db_pool_connect(pool);
	loop_task_after(pool->tick, TICK_MS);
}

static void init_lane(struct db_pool *pool, enum db_lane lane)
{
	const struct db_lane_config *config = &pool->config->lanes[lane];
	struct db_lane_state *state = &pool->lanes[lane];
	size_t n = (size_t)config->connections;
	size_t depth = (size_t)config->depth;

	MUST(lane != DB_EXPORT || (depth == 1 && config->queue_max == 0));
	list_init(&state->queue);
	db_lane_describe(pool, lane);
	state->conns = arena_alloc(pool->arena, n * sizeof(*state->conns));
	for (int i = 0; i < config->connections; i++) {
		struct db_conn *conn = &state->conns[i];

		conn->pool = pool;
		conn->lane = lane;
		conn->index = i;
		conn->flights = arena_alloc(pool->arena, depth * sizeof(*conn->flights));
		conn->readable = arena_alloc(pool->arena, event_get_struct_event_size());
		conn->writable = arena_alloc(pool->arena, event_get_struct_event_size());
		event_assign(conn->readable, pool->base, -1, 0, db_conn_on_readable, conn);
		event_assign(conn->writable, pool->base, -1, 0, db_conn_on_writable, conn);
	}
}

struct db_pool *db_pool_new(struct event_base *base, const struct db_config *config,
			    db_report_fn *on_report, void *ctx)
{
	struct arena *arena = arena_new(ARENA_CAP);
	struct db_pool *pool = arena_alloc(arena, sizeof(*pool));

	pool->base = base;
	pool->arena = arena;
	pool->config = config;
	pool->on_report = on_report;
	pool->report_ctx = ctx;
	for (enum db_lane lane = 0; lane < DB_LANES; lane++)
		init_lane(pool, lane);
	pool->tick = loop_task_new(base, on_tick, pool);
	loop_task_defer(pool->tick);
	return pool;
}

void db_pool_free(struct db_pool **pool_ptr)
{
	struct db_pool *pool = *pool_ptr;
	struct db_segment *queued;
	struct arena *arena;

	if (!pool)
		return;
	pool->is_closing = true;
	for (enum db_lane lane = 0; lane < DB_LANES; lane++) {
		while ((queued = first_queued(&pool->lanes[lane])))
			end_queued(&pool->lanes[lane], queued, clock_now_us());
		for (int i = 0; i < pool->config->lanes[lane].connections; i++)
			if (pool->lanes[lane].conns[i].pg)
				db_conn_abandon(&pool->lanes[lane].conns[i]);
	}
	loop_task_free(&pool->tick);
	arena = pool->arena;
	arena_free(&arena);
	*pool_ptr = NULL;
}

bool db_pool_is_ready(const struct db_pool *pool)
{
	return pool->lanes[DB_READ].stats.connected > 0 &&
	       pool->lanes[DB_WRITE].stats.connected > 0 &&
	       (pool->lanes[DB_EXPORT].was_connected ||
		pool->config->lanes[DB_EXPORT].connections == 0);
}

static bool has_room(const struct db_conn *conn)
{
	return conn->state == DB_CONN_READY && !conn->is_broken &&
	       conn->n_flights < conn->pool->config->lanes[conn->lane].depth;
}

static struct db_conn *find_free(struct db_pool *pool, enum db_lane lane)
{
	struct db_conn *best = NULL;

	for (int i = 0; i < pool->config->lanes[lane].connections; i++) {
		struct db_conn *conn = &pool->lanes[lane].conns[i];

		if (has_room(conn) && (!best || conn->n_flights < best->n_flights))
			best = conn;
	}
	return best;
}

void db_pool_feed(struct db_pool *pool, enum db_lane lane)
{
	struct db_lane_state *state = &pool->lanes[lane];
	struct db_segment *first;
	struct db_conn *conn;

	while ((first = first_queued(state)) && (conn = find_free(pool, lane))) {
		if (!db_conn_send(conn, first))
			continue; /* with the next connection */
		list_remove(&first->link);
		state->stats.queued--;
	}
}

static bool submit(struct db_pool *pool, struct db_segment *segment)
{
	struct db_lane_state *lane = &pool->lanes[segment->lane];
	struct db_conn *conn;

	if (pool->is_closing)
		return false;
	while (list_is_empty(&lane->queue) && (conn = find_free(pool, segment->lane)))
		if (db_conn_send(conn, segment))
			return true;
	if (lane->stats.queued >= pool->config->lanes[segment->lane].queue_max) {
		lane->stats.turned_away++;
		return false;
	}
	list_append(&lane->queue, &segment->link);
	lane->stats.queued++;
	return true;
}

bool db_run(struct db_pool *pool, struct db_segment *segment, db_done_fn *on_done, void *ctx)
{
	struct db_result *result = &segment->result;

	MUST(!segment->pool && result->n > 0);
	MUST(segment->lane != DB_EXPORT || segment->on_row);
	segment->pool = pool;
	segment->on_done = on_done;
	segment->ctx = ctx;
	segment->run_us = clock_now_us();
	result->failed_at = -1;
	result->statements = arena_alloc(segment->arena,
					 ((size_t)result->n + 1) * sizeof(*result->statements));
	return submit(pool, segment);
}

void db_forget(struct db_segment *segment)
{
	segment->on_done = NULL;
	if (segment->flight && segment->on_row) {
		db_conn_abandon(segment->conn);
	} else if (segment->flight) {
		db_segment_leave(segment);
	} else if (!list_is_empty(&segment->link)) {
		list_remove(&segment->link);
		segment->pool->lanes[segment->lane].stats.queued--;
	}
}

struct db_lane_stats db_pool_stats(const struct db_pool *pool, enum db_lane lane)
{
	return pool->lanes[lane].stats;
}
