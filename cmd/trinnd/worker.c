#include "cmd/trinnd/worker.h"

#include <errno.h>
#include <event2/event.h>
#include <signal.h>
#include <string.h>
#include <sys/prctl.h>
#include <unistd.h>

#include "api/queries.gen.h"
#include "api/request/app.h"
#include "api/request/dispatch.h"
#include "api/schema.gen.h"
#include "cmd/trinnd/trust.h"
#include "lib/auth/verify.h"
#include "lib/base/arena.h"
#include "lib/db/pool.h"
#include "lib/http/server.h"
#include "lib/log/log.h"
#include "lib/loop/loop.h"

#define TOKENS_REMEMBERED 4096
#define RELOAD_MS (60 * 1000)
#define RELOAD_FAILED_MS 200
#define RELOAD_REFUSED_MS 5000
#define LISTEN_WITHIN_MS 3000

struct worker {
	struct app app;
	const struct worker_setup *setup;
	struct db_config db;
	struct loop_task *listen; /* NULL once it listens, or is to end */
	struct loop_task *reload;
	struct arena *arena; /* of the reload under way */
	bool reload_again;   /* somebody asked meanwhile */
	int exit;
};

static void end(struct worker *w, enum worker_exit how)
{
	w->exit = (int)how;
	event_base_loopbreak(w->app.base);
}

static void explain_address(const struct worker *w)
{
	const struct settings *s = w->setup->settings;

	log_event(LOG_ERROR, "worker.listen", LOG_STR("address", s->listen_address),
		  LOG_INT("port", s->port), LOG_STR("why", strerror(errno)));
}

static void begin_to_listen(void *ctx)
{
	struct worker *w = ctx;

	loop_task_free(&w->listen);
	if (http_server_listen(w->app.server))
		return;
	explain_address(w);
	end(w, WORKER_CANNOT_RUN);
}

static void listen_if_ready(struct worker *w)
{
	if (w->listen != NULL && w->app.ready && db_pool_is_ready(w->app.pool))
		begin_to_listen(w);
}

static void on_report(void *ctx, const struct db_report *report)
{
	struct worker *w = ctx;
	static const char *const names[] = {
		[DB_CONNECTED] = "db.connected",
		[DB_DISCONNECTED] = "db.disconnected",
		[DB_BAD_STATEMENT] = "db.bad_statement",
		[DB_NOTICE] = "db.notice",
	};

	log_event(report->event == DB_CONNECTED ? LOG_DEBUG : LOG_WARN, names[report->event],
		  LOG_INT("lane", report->lane), LOG_INT("connection", report->connection),
		  LOG_STR("query", report->query), LOG_STR("message", report->message));
	if (report->event == DB_BAD_STATEMENT)
		end(w, WORKER_CANNOT_RUN);
	else if (report->event == DB_CONNECTED)
		listen_if_ready(w);
}

static bool is_our_schema(const struct pg_result *schema)
{
	if (!db_is_null(schema, 0, 0) && db_i64(schema, 0, 0) == SCHEMA_VERSION)
		return true;
	log_event(LOG_ERROR, "schema.other", LOG_STR("found", db_text(schema, 0, 0)),
		  LOG_INT("wanted", SCHEMA_VERSION));
	return false;
}

static void take_trust(struct worker *w, const struct db_result *result)
{
	struct trust trust;

	if (!is_our_schema(db_rows(result, 0))) {
		end(w, WORKER_CANNOT_RUN);
		return;
	}
	trust_read(w->arena, db_rows(result, 1), db_rows(result, 2), &trust);
	if (trust.development && !w->setup->settings->development) {
		log_event(LOG_ERROR, "issuer.development",
			  LOG_STR("why", "the database trusts an issuer for development only"));
		auth_keys_free(&trust.keys);
		end(w, WORKER_CANNOT_RUN);
		return;
	}
	auth_verifier_set_keys(w->app.verifier, trust.keys);
	if (!w->app.ready)
		log_event(LOG_INFO, "worker.ready", LOG_INT("worker", w->setup->number),
			  LOG_INT("keys", (int64_t)auth_keys_count(trust.keys)));
	w->app.ready = true;
	listen_if_ready(w);
}

/* When to try again. Of a lost connection the pool has told already. */
static int64_t explain_failure(const struct db_result *result)
{
	if (result->status != DB_REFUSED)
		return RELOAD_FAILED_MS;
	log_event(LOG_ERROR, "trust.refused", LOG_STR("sqlstate", result->sqlstate),
		  LOG_STR("message", result->message));
	return RELOAD_REFUSED_MS;
}

static void on_trust(void *ctx, struct db_result *result)
{
	struct worker *w = ctx;
	int64_t next_ms = w->reload_again ? 0 : RELOAD_MS;

	if (result->status == DB_OK)
		take_trust(w, result);
	else
		next_ms = explain_failure(result);
	w->reload_again = false;
	loop_task_after(w->reload, next_ms);
	arena_free(&w->arena);
}

static void reload(void *ctx)
{
	struct worker *w = ctx;
	struct db_segment *segment;

	if (w->arena != NULL) {
		w->reload_again = true;
		return;
	}
	w->arena = arena_new(4 * 1024 * 1024);
	segment = db_segment_new(w->arena, DB_READ);
	q_schema_number(segment);
	q_issuers(segment);
	q_issuer_keys(segment);
	if (!db_run(w->app.pool, segment, on_trust, w)) {
		arena_free(&w->arena);
		loop_task_after(w->reload, RELOAD_FAILED_MS);
	}
}

static void on_keys_changed(void *ctx, const char *payload)
{
	struct worker *w = ctx;

	(void)payload;
	loop_task_after(w->reload, 0);
}

static void on_asked(void *ctx, struct db_result *result)
{
	struct arena *arena = ctx;

	(void)result;
	arena_free(&arena);
}

/* The database passes few of these on to trinn-jobs. */
static void ask_for_keys(struct app *app, const char *issuer)
{
	struct arena *arena = arena_new(64 * 1024);
	struct db_segment *segment = db_segment_new(arena, DB_WRITE);

	q_ask_for_keys(segment, arena_strdup(arena, issuer));
	if (!db_run(app->pool, segment, on_asked, arena))
		arena_free(&arena);
}

static void on_drained(void *ctx)
{
	end(ctx, WORKER_STOPPED);
}

static void on_term(evutil_socket_t number, short events, void *ctx)
{
	struct worker *w = ctx;

	(void)number;
	(void)events;
	if (w->app.draining)
		return;
	w->app.draining = true;
	loop_task_free(&w->listen);
	log_event(LOG_INFO, "worker.draining", LOG_INT("worker", w->setup->number));
	http_server_drain(w->app.server, (int)w->setup->settings->drain_s, on_drained, w);
}

static void configure_lanes(struct worker *w)
{
	const struct settings *s = w->setup->settings;

	w->db = (struct db_config){
		.conninfo = s->database,
		.application_name = "trinnd",
		.queries = queries,
		.n_queries = query_count,
		.lanes = {
			[DB_READ] = {
				.connections = (int)s->read_connections,
				.depth = 32,
				.queue_max = 1024,
				.wait_ms = 2000,
				.deadline_ms = 8000,
				.statement_timeout_ms = 5000,
				.lock_timeout_ms = 2000,
			},
			[DB_WRITE] = {
				.connections = (int)s->write_connections,
				.depth = 1,
				.queue_max = 512,
				.wait_ms = 2000,
				.deadline_ms = 12000,
				.statement_timeout_ms = 8000,
				.lock_timeout_ms = 2000,
			},
			[DB_EXPORT] = {
				.connections = (int)s->export_connections,
				.depth = 1,
				.queue_max = 0,
				.wait_ms = 2000,
				.deadline_ms = 600000,
				.statement_timeout_ms = 590000,
				.lock_timeout_ms = 2000,
			},
		},
	};
}

static bool start_http(struct worker *w)
{
	const struct settings *s = w->setup->settings;
	struct http_limits limits = http_default_limits;

	limits.max_body_bytes = (size_t)s->max_body_bytes;
	limits.max_arena_bytes = 8 * (size_t)s->max_body_bytes;
	limits.max_connections = (unsigned)s->max_connections;
	limits.request_timeout_s = (int)s->request_timeout_s;
	w->app.server = http_server_new(w->app.base, &limits, dispatch, &w->app);
	http_server_on_refusal(w->app.server, dispatch_refusal, &w->app);
	if (http_server_bind(w->app.server, s->listen_address, (uint16_t)s->port))
		return true;
	explain_address(w);
	return false;
}

static void start(struct worker *w)
{
	w->app.base = loop_base_new();
	w->app.contract = w->setup->contract;
	w->app.docs_folder = w->setup->settings->docs_folder;
	w->app.key_unknown = ask_for_keys;
	memcpy(w->app.cursor_secret, w->setup->cursor_secret, sizeof(w->app.cursor_secret));
	w->app.verifier = auth_verifier_new(TOKENS_REMEMBERED);
	configure_lanes(w);
	w->app.pool = db_pool_new(w->app.base, &w->db, on_report, w);
	w->reload = loop_task_new(w->app.base, reload, w);
	db_listen(w->app.pool, "trinn_keys", on_keys_changed, w);
	loop_task_after(w->reload, 0);
	w->listen = loop_task_new(w->app.base, begin_to_listen, w);
	loop_task_after(w->listen, LISTEN_WITHIN_MS);
	if (!start_http(w))
		w->exit = WORKER_CANNOT_RUN;
}

int worker_run(const struct worker_setup *setup)
{
	static struct worker w;
	struct event *term;

	prctl(PR_SET_PDEATHSIG, SIGTERM);
	if (getppid() != setup->master)
		return WORKER_STOPPED;
	w.setup = setup;
	start(&w);
	term = evsignal_new(w.app.base, SIGTERM, on_term, &w);
	event_add(term, NULL);
	if (w.exit == WORKER_STOPPED)
		event_base_dispatch(w.app.base);
	event_free(term);
	db_pool_free(&w.app.pool);
	http_server_free(&w.app.server);
	loop_task_free(&w.listen);
	loop_task_free(&w.reload);
	auth_verifier_free(&w.app.verifier);
	event_base_free(w.app.base);
	return w.exit;
}
