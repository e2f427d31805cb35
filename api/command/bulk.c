#include "api/command/bulk.h"

#include <inttypes.h>
#include <string.h>

#include "api/command/results.h"
#include "api/operations.gen.h"
#include "api/queries.gen.h"
#include "api/request/app.h"
#include "api/request/check.h"
#include "lib/base/fail.h"

#define PART_ARENA_BYTES (8 * 1024 * 1024)

/* A request of its own to all that handles it. */
struct part {
	struct req req; /* first: a part is found by its request */
	struct bulk *bulk;
};

struct bulk {
	struct req *r;
	const struct bulk_plan *plan;
	const struct bulk_item *items;
	size_t n;
	size_t at;
	int64_t *ids;
	struct part *parts;
	struct results results;
};

static void find_reply(struct req *r);

static void reply_with(struct req *r, const struct pg_result *rows)
{
	const char *text = arena_strdup(r->arena, db_text(rows, 0, 3));

	req_reply(r, &(struct reply){.status = (int)db_i64(rows, 0, 0),
				     .bytes = text,
				     .len = strlen(text)});
}

static void on_kept(void *ctx, struct db_result *result)
{
	struct bulk *bulk = ctx;
	struct req *r = bulk->r;

	r->db_us += result->queued_us + result->ran_us;
	if (result->status == DB_OK)
		reply_with(r, db_rows(result, result->n - 1));
	else if (result->status == DB_REFUSED && strcmp(result->sqlstate, "TR208") == 0)
		find_reply(r);
	else
		req_database_problem(r, result);
}

static void keep_reply(struct bulk *bulk)
{
	struct req *r = bulk->r;
	struct db_segment *segment = req_segment(r, DB_WRITE);
	const char *each = results_write(&bulk->results, bulk->plan->member, bulk->ids, r);

	q_claim_key(segment, r->key_operation, r->key);
	q_reply_results(segment, r->key_operation, r->key, r->fingerprint, 200,
			arena_printf(r->arena, "{\"results\":%s}", each));
	req_send(r, segment, on_kept, bulk);
}

static void finish(struct bulk *bulk)
{
	struct req *r = bulk->r;
	struct problems problems;

	problems_init(&problems, r->arena);
	results_settle(&bulk->results, r->dry_run, &problems);
	if (problems_any(&problems))
		req_problems(r, &problems);
	else if (r->dry_run)
		req_reply(r, &(struct reply){.status = 204});
	else
		keep_reply(bulk);
}

static void release_part(void *arg)
{
	struct part *part = arg;

	arena_free(&part->req.arena);
}

static void on_part_done(struct req *req);
static void on_part_refused(struct req *req, const struct problems *problems);

static struct req *begin_part(struct bulk *bulk)
{
	static const struct req_whole whole = {on_part_done, on_part_refused};
	const struct bulk_item *item = &bulk->items[bulk->at];
	struct part *part = &bulk->parts[bulk->at];
	struct req *req = &part->req;

	part->bulk = bulk;
	*req = *bulk->r;
	req->whole = &whole;
	req->op = &operations[bulk->plan->command->operation];
	req->arena = arena_new(PART_ARENA_BYTES);
	arena_own(bulk->r->arena, part, release_part);
	req->body = NULL;
	req->path_args[0] = arena_printf(req->arena, "%" PRId64, item->id);
	if (req->key != NULL)
		req->key_operation =
			arena_printf(req->arena, "%s %s of %s", http_method_name(req->op->method),
				     req->op->path, req->path_args[0]);
	MUST(check_etag(item->etag, &req->if_match));
	req->has_if_match = true;
	return req;
}

/* The results of the part before the last are used up: those of the last are still at hand. */
static void next(struct bulk *bulk)
{
	const struct bulk_item *item = &bulk->items[bulk->at];

	if (bulk->at > 1)
		release_part(&bulk->parts[bulk->at - 2]);
	if (bulk->at == bulk->n)
		finish(bulk);
	else
		command_run_part(begin_part(bulk), bulk->plan->command, item->id,
				 &(struct command_part){
					 .input = item->input,
					 .urgent = item->urgent,
					 .before = bulk->r->dry_run ? bulk->plan->before : NULL,
				 });
}

static void on_part_done(struct req *req)
{
	struct bulk *bulk = ((struct part *)req)->bulk;

	bulk->at++;
	next(bulk);
}

/* What is no fault of the case, but of the service or of the key. */
static bool ends_all(enum problem_code code)
{
	return problem_status(code) >= 500 || code == PROBLEM_KEY_IN_FLIGHT ||
	       code == PROBLEM_KEY_REUSED;
}

/* A fault of what was sent for the case is one of where it stands in the request. */
static void add_fault(struct bulk *bulk, const struct problem *problem)
{
	const char *within = problem->pointer == NULL ? "" : problem->pointer + strlen("#");
	const char *body = problem->pointer == NULL ? "" : bulk->plan->body;

	problems_at(&bulk->results.each[bulk->at], problem->code, problem->args[0],
		    problem->args[1], "#/%s/%zu%s%s", bulk->plan->list, bulk->at, body, within);
}

static void on_part_refused(struct req *req, const struct problems *problems)
{
	struct bulk *bulk = ((struct part *)req)->bulk;

	if (ends_all(problems_main(problems))) {
		req_problems(bulk->r, problems);
		return;
	}
	for (size_t i = 0; i < problems->n; i++)
		add_fault(bulk, &problems->list[i]);
	bulk->at++;
	next(bulk);
}

static void on_found(struct req *r, struct db_result *result)
{
	const struct pg_result *rows = db_rows(result, result->n - 1);

	if (r->key == NULL || db_n_rows(rows) == 0) {
		next(r->state);
		return;
	}
	http_add_header(r->http, "Idempotency-Replayed", "true");
	reply_with(r, rows);
}

static void find_reply(struct req *r)
{
	struct db_segment *segment = req_segment(r, DB_READ);

	if (r->key != NULL)
		q_find_key(segment, r->key_operation, r->key, r->fingerprint);
	req_run(r, segment, on_found);
}

/* One that is there twice would be decided by what the first of them made of it. */
static void check_once(const struct bulk *bulk, struct problems *problems)
{
	for (size_t i = 1; i < bulk->n; i++)
		for (size_t j = 0; j < i; j++)
			if (bulk->ids[i] == bulk->ids[j])
				problems_at(problems, PROBLEM_FIELD_NOT_UNIQUE, NULL, NULL,
					    "#/%s/%zu/%s", bulk->plan->list, i, bulk->plan->member);
}

void bulk_run(struct req *r, const struct bulk_plan *plan, const struct bulk_item *items, size_t n)
{
	struct bulk *bulk = arena_alloc(r->arena, sizeof(*bulk));
	struct problems problems;

	*bulk = (struct bulk){.r = r, .plan = plan, .items = items, .n = n};
	bulk->ids = arena_alloc(r->arena, n * sizeof(*bulk->ids));
	bulk->parts = arena_alloc(r->arena, n * sizeof(*bulk->parts));
	results_init(&bulk->results, n, r->arena);
	for (size_t i = 0; i < n; i++)
		bulk->ids[i] = items[i].id;
	problems_init(&problems, r->arena);
	check_once(bulk, &problems);
	if (problems_any(&problems)) {
		req_problems(r, &problems);
		return;
	}
	r->state = bulk;
	find_reply(r);
}
