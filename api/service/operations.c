/* The service about itself: alive, ready, figures, contract. */
#include <string.h>

#include "api/operations.gen.h"
#include "api/queries.gen.h"
#include "api/request/app.h"
#include "api/request/request.h"

#define METRICS_BYTES_MAX (1024 * 1024)

static void reply_text(struct req *r, int status, const char *type, const char *text)
{
	req_reply(r, &(struct reply){
		.status = status,
		.content_type = type,
		.bytes = text,
		.len = strlen(text),
	});
}

void op_get_liveness(struct req *r)
{
	reply_text(r, 200, "application/json", "{\"status\":\"alive\"}");
}

static void on_alive(void *ctx, struct db_result *result)
{
	struct req *r = ctx;

	if (result->status == DB_OK)
		reply_text(r, 200, "application/json", "{\"status\":\"ready\"}");
	else
		req_problem(r, PROBLEM_UNAVAILABLE, NULL, NULL);
}

void op_get_readiness(struct req *r)
{
	const struct app *app = r->app;
	bool may_ask = app->ready && !app->draining && db_pool_is_ready(app->pool);
	struct db_segment *segment = db_segment_new(r->arena, DB_READ);

	q_is_alive(segment);
	if (!may_ask || !db_run(app->pool, segment, on_alive, r))
		req_problem(r, PROBLEM_UNAVAILABLE, NULL, NULL);
}

/* Whether this machine asks for itself. Behind a proxy on it all come from here, but not with what
 * a proxy adds. */
static bool is_from_here(const struct req *r)
{
	static const char *const added[] = {"Forwarded", "X-Forwarded-For", "X-Real-IP", "Via"};
	const char *peer = http_peer(r->http);

	for (size_t i = 0; i < sizeof(added) / sizeof(added[0]); i++)
		if (http_header(r->http, added[i]) != NULL)
			return false;
	return strncmp(peer, "127.", 4) == 0 || strcmp(peer, "::1") == 0;
}

static void write_figures(const struct db_result *result, struct buf *out)
{
	const struct pg_result *rows = db_rows(result, 0);

	for (int i = 0; i < db_n_rows(rows); i++)
		metrics_write_gauge(db_text(rows, i, 0), db_text(rows, i, 1), db_i64(rows, i, 2),
				    out);
}

/* Figures are wanted most when there is no database: then without those it would tell. */
static void reply_metrics(struct req *r, const struct db_result *result)
{
	struct buf out;

	buf_init(&out, METRICS_BYTES_MAX);
	metrics_write(r->app, &out);
	if (result != NULL && result->status == DB_OK)
		write_figures(result, &out);
	reply_text(r, 200, "text/plain; version=0.0.4", req_keep(r, &out, NULL));
}

static void on_figures(void *ctx, struct db_result *result)
{
	reply_metrics(ctx, result);
}

void op_get_metrics(struct req *r)
{
	struct db_segment *segment = db_segment_new(r->arena, DB_READ);

	if (!is_from_here(r)) {
		req_problem(r, PROBLEM_NOT_FOUND, NULL, NULL);
		return;
	}
	q_figures(segment);
	if (!db_pool_is_ready(r->app->pool) || !db_run(r->app->pool, segment, on_figures, r))
		reply_metrics(r, NULL);
}

void op_get_openapi(struct req *r)
{
	const struct contract *contract = r->app->contract;

	req_reply(r, &(struct reply){
		.status = 200,
		.bytes = contract->document,
		.len = contract->document_len,
	});
}
