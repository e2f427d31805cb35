#include "api/request/dispatch.h"

#include <string.h>
#include <time.h>

#include "api/request/app.h"
#include "api/request/check.h"
#include "api/request/docs.h"
#include "api/request/language.h"
#include "api/request/request.h"
#include "api/request/trace.h"
#include "lib/base/arena.h"
#include "lib/base/clock.h"
#include "lib/log/log.h"

static struct req *begin(struct http_request *http, struct app *app)
{
	struct arena *arena = http_arena(http);
	struct req *r = arena_alloc(arena, sizeof(*r));

	r->app = app;
	r->http = http;
	r->arena = arena;
	r->started_us = clock_now_us();
	r->language = language_choose(http_header(http, "Accept-Language"));
	r->trace = trace_choose(&app->traces, arena, http_header(http, "traceparent"));
	return r;
}

/* A token whose key we do not know may be younger than our keys: its issuer, which the verifier
 * then names, is asked for them. */
static void refuse_token(struct req *r, enum auth_verdict verdict)
{
	log_event(LOG_INFO, "auth.refused", LOG_STR("why", auth_verdict_text(verdict)),
		  LOG_STR("trace", r->trace));
	r->app->metrics.tokens_refused++;
	if (r->who.issuer != NULL && r->app->key_unknown != NULL)
		r->app->key_unknown(r->app, r->who.issuer);
	req_problem(r, PROBLEM_UNAUTHENTICATED, NULL, NULL);
}

static bool authenticate(struct req *r)
{
	const char *token = req_token(r);
	enum auth_verdict verdict;

	if (token == NULL) {
		req_problem(r, PROBLEM_UNAUTHENTICATED, NULL, NULL);
		return false;
	}
	if (!r->app->ready) { /* a worker that has no keys yet cannot tell a good token */
		req_problem(r, PROBLEM_UNAVAILABLE, NULL, NULL);
		return false;
	}
	verdict = auth_verify(r->app->verifier, token, strlen(token), time(NULL), r->arena,
			      &r->who);
	if (verdict != AUTH_OK) {
		refuse_token(r, verdict);
		return false;
	}
	r->act_as = http_header(r->http, "Act-As");
	return true;
}

/* What a machine's token lacks is told here, what its assignment lacks by the database. */
static bool check_scope(struct req *r)
{
	if (!auth_is_machine(&r->who))
		return true;
	if (r->op->scope == NULL)
		req_problem(r, PROBLEM_PERSON_REQUIRED, NULL, NULL);
	else if (!auth_scope_has(r->who.scope, r->op->scope))
		req_problem(r, PROBLEM_INSUFFICIENT_SCOPE, r->op->scope, NULL);
	else
		return true;
	return false;
}

/* The parsed body is released when the handler returns, not with the request: it may take eighty
 * times its text. */
static void hand_over(struct req *r, const struct operation_contract *operation)
{
	struct problems problems;
	json_t *body;

	problems_init(&problems, r->arena);
	check_params(r, operation, &problems);
	check_preconditions(r, &problems);
	if (!problems_any(&problems) && r->op->method != HTTP_GET)
		check_body(r, operation, &problems);
	body = r->body;
	if (problems_any(&problems))
		req_problems(r, &problems);
	else
		r->op->handle(r);
	json_decref(body);
}

static void no_such_operation(struct req *r, const char *allowed)
{
	if (*allowed == '\0') {
		req_problem(r, PROBLEM_NOT_FOUND, NULL, NULL);
		return;
	}
	http_add_header(r->http, "Allow", allowed);
	if (http_method(r->http) == HTTP_OPTIONS)
		req_reply(r, &(struct reply){.status = 204});
	else
		req_problem(r, PROBLEM_METHOD_NOT_ALLOWED, allowed, NULL);
}

void dispatch(struct http_request *http, void *ctx)
{
	struct app *app = ctx;
	struct req *r = begin(http, app);
	const struct operation_contract *operation;
	const char *allowed;

	if (docs_serve(r, http_path(http)))
		return;
	operation = contract_route(app->contract, http_method(http), http_path(http), r->arena,
				   r->path_args, &allowed);
	if (operation == NULL) {
		no_such_operation(r, allowed);
		return;
	}
	r->op = operation->op;
	if (!r->op->is_public && !(authenticate(r) && check_scope(r)))
		return;
	hand_over(r, operation);
}

const char *dispatch_refusal(enum http_refusal reason, struct buf *body, void *ctx)
{
	const struct http_refusal_info *info = http_refusal_info(reason);

	(void)ctx;
	buf_addf(body,
		 "{\"type\":\"/problems/%s\",\"code\":\"%s\",\"status\":%d,"
		 "\"title\":\"%s\",\"detail\":\"%s\",\"errors\":[]}",
		 info->code, info->code, info->status, info->text, info->text);
	return "application/problem+json";
}
