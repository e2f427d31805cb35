#include "api/request/request.h"

#include <libpq-fe.h>
#include <stdio.h>
#include <string.h>
#include <zlib.h>

#include "api/request/app.h"
#include "api/request/cursor.h"
#include "lib/base/arena.h"
#include "lib/base/clock.h"
#include "lib/base/fail.h"
#include "lib/log/log.h"

#define PROBLEMS_BYTES_MAX (8 * 1024 * 1024)

void req_finish(struct req *r, int status, size_t bytes)
{
	int64_t total_us = clock_now_us() - r->started_us;

	if (r->op != NULL)
		metrics_count(&r->app->metrics, r->op->id, status, total_us);
	log_event(status >= 500 ? LOG_WARN : LOG_DEBUG, "http.reply",
		  LOG_STR("op", r->op == NULL ? NULL : r->op->name), LOG_STR("trace", r->trace),
		  LOG_STR("subject", auth_name(&r->who)), LOG_INT("status", status),
		  LOG_INT("bytes", (int64_t)bytes), LOG_MS("total_ms", total_us),
		  LOG_MS("db_ms", r->db_us));
}

static void add_trace(struct req *r)
{
	char text[64];

	snprintf(text, sizeof(text), "00-%s-%.16s-01", r->trace, r->trace + 16);
	http_add_header(r->http, "traceparent", text);
}

const char *reply_etag(struct req *r, const char *version, const char *bytes, size_t len)
{
	if (version == NULL)
		return NULL;
	return arena_printf(r->arena, "\"v%s.%08lx\"", version,
			    crc32_z(0, (const unsigned char *)bytes, len));
}

/* What every reply says. */
static void add_common(struct req *r)
{
	if (r->op != NULL && !r->op->is_public) {
		http_add_header(r->http, "Cache-Control", "private, no-cache");
		http_add_header(r->http, "Vary", "Authorization, Act-As, Accept-Language");
	}
	http_add_header(r->http, "X-Content-Type-Options", "nosniff");
	add_trace(r);
}

const char *req_keep(struct req *r, struct buf *written, size_t *len_out)
{
	char *text = buf_take(written, len_out);

	if (text != NULL) {
		arena_own(r->arena, text, base_free);
		return text;
	}
	log_event(LOG_ERROR, "reply.cut", LOG_STR("op", r->op == NULL ? NULL : r->op->name),
		  LOG_STR("trace", r->trace), LOG_INT("bytes_max", (int64_t)written->max));
	buf_fini(written);
	if (len_out != NULL)
		*len_out = 0;
	r->is_cut = true;
	return "";
}

/* The bound is ours, and nobody is to take a part for the whole. */
static void refuse_cut(struct req *r)
{
	r->is_cut = false;
	req_problem(r, PROBLEM_INTERNAL, NULL, NULL);
}

void req_reply(struct req *r, const struct reply *reply)
{
	const char *type = reply->content_type;

	if (r->is_cut) {
		refuse_cut(r);
		return;
	}
	if (r->whole != NULL) {
		r->whole->done(r);
		return;
	}
	if (type == NULL && reply->len > 0)
		type = "application/json";
	if (reply->etag != NULL)
		http_add_header(r->http, "ETag", reply->etag);
	if (reply->location != NULL)
		http_add_header(r->http, "Location", reply->location);
	add_common(r);
	req_finish(r, reply->status, reply->len);
	http_reply(r->http, reply->status, type, reply->bytes, reply->len, reply->release,
		   reply->arg);
}

void req_reply_written(struct req *r, struct buf *written)
{
	size_t len;
	const char *text = req_keep(r, written, &len);

	req_reply(r, &(struct reply){.status = 200, .bytes = text, .len = len});
}

void req_stream_begin(struct req *r, int status, const char *content_type)
{
	add_common(r);
	http_stream_begin(r->http, status, content_type);
}

static void release_result(void *result)
{
	PQclear(result);
}

/* RFC 9110 13.1.2, weak comparison: any of the listed tags, or *. */
static bool client_has(struct req *r, const char *etag)
{
	const char *wanted = http_header(r->http, "If-None-Match");

	if (wanted == NULL || etag == NULL)
		return false;
	return strcmp(wanted, "*") == 0 || strstr(wanted, etag) != NULL;
}

/* With 304 if the client has it. */
static void reply_tagged(struct req *r, const char *etag, const struct reply *whole)
{
	struct reply reply = *whole;

	reply.status = 200;
	if (client_has(r, etag)) {
		reply.status = 304;
		reply.bytes = NULL;
		reply.len = 0;
	}
	reply.etag = etag;
	req_reply(r, &reply);
}

void req_reply_document(struct req *r, struct db_result *result, int statement)
{
	struct pg_result *rows;
	const char *version, *etag;

	if (db_n_rows(db_rows(result, statement)) == 0) {
		req_refuse_missing(r);
		return;
	}
	rows = db_take(result, statement);
	version = db_is_null(rows, 0, 0) ? NULL : db_text(rows, 0, 0);
	etag = reply_etag(r, version, db_text(rows, 0, 1), db_len(rows, 0, 1));
	reply_tagged(r, etag,
		     &(struct reply){
			     .bytes = db_text(rows, 0, 1),
			     .len = db_len(rows, 0, 1),
			     .release = release_result,
			     .arg = rows,
		     });
}

void req_reply_text(struct req *r, const char *version, const char *text)
{
	size_t len = strlen(text);

	reply_tagged(r, reply_etag(r, version, text, len),
		     &(struct reply){.bytes = text, .len = len});
}

/* RFC 8288: the next page as a link too. */
static void add_next_link(struct req *r, const char *cursor)
{
	const char *link = arena_printf(r->arena, "<%s?", http_path(r->http));
	const char *query = http_query(r->http);

	while (query != NULL && *query != '\0') {
		const char *end = strchrnul(query, '&');

		if (strncmp(query, "cursor=", 7) != 0)
			link = arena_printf(r->arena, "%s%.*s&", link, (int)(end - query), query);
		query = *end == '&' ? end + 1 : end;
	}
	link = arena_printf(r->arena, "%scursor=%s>; rel=\"next\"", link, cursor);
	http_add_header(r->http, "Link", link);
}

static void reply_items(struct req *r, const char *items, const char *next, const char *told)
{
	const char *cursor = "null";
	const char *text;

	if (next != NULL) {
		const char *sealed = cursor_seal(r, next);

		add_next_link(r, sealed);
		cursor = arena_printf(r->arena, "\"%s\"", sealed);
	}
	text = arena_printf(r->arena, "{\"items\":%s,\"nextCursor\":%s%s}", items, cursor, told);
	req_reply(r, &(struct reply){.status = 200, .bytes = text, .len = strlen(text)});
}

void req_reply_items(struct req *r, const char *items, const char *next)
{
	reply_items(r, items, next, "");
}

static void reply_page(struct req *r, const struct pg_result *rows, const char *told)
{
	reply_items(r, db_is_null(rows, 0, 0) ? "[]" : db_text(rows, 0, 0),
		    db_is_null(rows, 0, 1) ? NULL : db_text(rows, 0, 1), told);
}

void req_reply_page(struct req *r, struct db_result *result, int statement)
{
	const struct pg_result *rows = db_rows(result, statement);

	if (db_n_rows(rows) == 0)
		req_refuse_missing(r);
	else
		reply_page(r, rows, "");
}

void req_reply_page_telling(struct req *r, struct db_result *result, int statement)
{
	const struct pg_result *rows = db_rows(result, statement);

	reply_page(r, rows, arena_printf(r->arena, ",%s", db_text(rows, 0, 2)));
}

static void add_problem_headers(struct req *r, enum problem_code code)
{
	bool may_repeat = problem_status(code) == 503 || code == PROBLEM_KEY_IN_FLIGHT ||
			  code == PROBLEM_CONTENDED;

	if (code == PROBLEM_UNAUTHENTICATED)
		http_add_header(r->http, "WWW-Authenticate",
				req_token(r) == NULL ? "Bearer" : "Bearer error=\"invalid_token\"");
	if (code == PROBLEM_INSUFFICIENT_SCOPE)
		http_add_header(r->http, "WWW-Authenticate", "Bearer error=\"insufficient_scope\"");
	if (may_repeat)
		http_add_header(r->http, "Retry-After", "1");
	http_add_header(r->http, "Content-Language", r->language == LANGUAGE_NB ? "nb" : "en");
}

void req_problems(struct req *r, const struct problems *problems)
{
	enum problem_code code = problems_main(problems);
	const char *text;
	struct buf body;
	size_t len;

	if (r->whole != NULL) {
		r->whole->refused(r, problems);
		return;
	}
	buf_init(&body, PROBLEMS_BYTES_MAX);
	problems_write(problems, r->language, http_path(r->http), r->trace, &body);
	text = req_keep(r, &body, &len);
	if (r->is_cut) {
		refuse_cut(r);
		return;
	}
	add_problem_headers(r, code);
	req_reply(r, &(struct reply){
		.status = problem_status(code),
		.content_type = "application/problem+json",
		.bytes = text,
		.len = len,
	});
}

void req_problem(struct req *r, enum problem_code code, const char *arg0, const char *arg1)
{
	struct problems problems;

	problems_init(&problems, r->arena);
	problems_add(&problems, code, NULL, arg0, arg1);
	req_problems(r, &problems);
}
