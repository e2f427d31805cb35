#include "api/request/request.h"

#include <string.h>
#include <strings.h>

#include "api/queries.gen.h"
#include "api/request/app.h"
#include "lib/base/fail.h"
#include "lib/base/num.h"
#include "lib/json/shape.h"

#define PAGE_DEFAULT 50

const char *req_token(const struct req *r)
{
	const char *header = http_header(r->http, "Authorization");

	return header != NULL && strncasecmp(header, "Bearer ", 7) == 0 ? header + 7 : NULL;
}

int64_t req_id(const struct req *r, int i)
{
	int64_t id;

	MUST(num_i64(r->path_args[i], 0, INT64_MAX, &id));
	return id;
}

const char *req_query(const struct req *r, const char *name)
{
	for (size_t i = 0; i < r->n_query; i++)
		if (strcmp(r->query[i].name, name) == 0)
			return r->query[i].value;
	return NULL;
}

const char *req_language(const struct req *r)
{
	return r->language == LANGUAGE_NB ? "nb" : "en";
}

int64_t req_limit(const struct req *r)
{
	const char *text = req_query(r, "limit");
	int64_t limit = PAGE_DEFAULT;

	MUST(text == NULL || num_i64(text, 1, INT64_MAX, &limit));
	return limit;
}

static const int64_t *read_id(const struct req *r, const char *text)
{
	int64_t *id;

	if (text == NULL)
		return NULL;
	id = arena_alloc(r->arena, sizeof(*id));
	MUST(num_i64(text, INT64_MIN, INT64_MAX, id));
	return id;
}

const int64_t *req_after_id(const struct req *r)
{
	return read_id(r, r->after);
}

const int64_t *req_query_id(const struct req *r, const char *name)
{
	return read_id(r, req_query(r, name));
}

void *req_input(struct req *r, const struct shape *shape)
{
	void *input = arena_alloc(r->arena, shape->size);
	struct shape_misfit misfit;

	MUST(shape_read(shape, r->body, r->arena, input, &misfit));
	return input;
}

const char *req_body_text(struct req *r)
{
	size_t len;
	const void *bytes = http_body(r->http, &len);

	return arena_strndup(r->arena, bytes, len);
}

/* Who may. With TRINN_NO_HANDLER_CHECKS the daemon forgets to ask, and row-level security must hold
 * alone. */
static const char *roles_asked(const struct req *r)
{
#ifdef TRINN_NO_HANDLER_CHECKS
	(void)r;
	return NULL;
#else
	return r->op->roles_array;
#endif
}

/* The operation's scope if the token has it. A client that the token shows as a person would, by a
 * subject of its own, the database alone can tell; it gives none a role without the scope. */
static const char *scope_granted(const struct req *r)
{
	bool has = r->op->scope != NULL && auth_scope_has(r->who.scope, r->op->scope);

	return has ? r->op->scope : NULL;
}

struct db_segment *req_segment(struct req *r, enum db_lane lane)
{
	struct db_segment *segment = db_segment_new(r->arena, lane);

	q_set_caller(segment, r->who.issuer, auth_name(&r->who), r->act_as, roles_asked(r),
		     scope_granted(r), r->who.subject == NULL, r->trace);
	return segment;
}

struct db_segment *req_fitting_roles(struct req *r)
{
	struct db_segment *segment = db_segment_new(r->arena, DB_READ);

	q_fitting_roles(segment, r->who.issuer, auth_name(&r->who), r->act_as, roles_asked(r),
			scope_granted(r), r->who.subject == NULL);
	return segment;
}

void req_send(struct req *r, struct db_segment *segment, db_done_fn *on_done, void *ctx)
{
	if (r->is_cut)
		req_problem(r, PROBLEM_INTERNAL, NULL, NULL);
	else if (arena_overflowed(r->arena))
		req_problem(r, PROBLEM_TOO_LARGE, NULL, NULL);
	else if (!db_run(r->app->pool, segment, on_done, ctx))
		req_problem(r, PROBLEM_UNAVAILABLE, NULL, NULL);
}

static void on_done(void *ctx, struct db_result *result)
{
	struct req *r = ctx;

	r->db_us += result->queued_us + result->ran_us;
	if (result->status == DB_OK)
		r->next(r, result);
	else
		req_database_problem(r, result);
}

void req_run(struct req *r, struct db_segment *segment,
	     void (*next)(struct req *r, struct db_result *result))
{
	r->next = next;
	req_send(r, segment, on_done, r);
}

static void document_next(struct req *r, struct db_result *result)
{
	req_reply_document(r, result, 1);
}

void req_run_document(struct req *r, struct db_segment *segment)
{
	req_run(r, segment, document_next);
}

static void page_next(struct req *r, struct db_result *result)
{
	req_reply_page(r, result, 1);
}

void req_run_page(struct req *r, struct db_segment *segment)
{
	req_run(r, segment, page_next);
}

static void page_telling_next(struct req *r, struct db_result *result)
{
	req_reply_page_telling(r, result, 1);
}

void req_run_page_telling(struct req *r, struct db_segment *segment)
{
	req_run(r, segment, page_telling_next);
}
