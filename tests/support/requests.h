/*
 * Requests as the server would hand them over, routed against openapi.yaml.
 *
 * For unit tests and fuzzers: no server is there. The contract is made once in each process.
 */
#ifndef TRINN_TESTS_SUPPORT_REQUESTS_H
#define TRINN_TESTS_SUPPORT_REQUESTS_H

#include <event2/buffer.h>
#include <event2/http.h>
#include <string.h>

#include "api/request/app.h"
#include "api/request/contract.h"
#include "api/request/request.h"
#include "lib/base/fail.h"
#include "lib/http/exchange.h"

struct request {
	struct http_request http;
	struct req r;
	struct problems problems;
	const struct operation_contract *operation; /* NULL: none was found */
	const char *allowed;
};

static struct app app = {.cursor_secret = "signs the cursors of the tests"};

static inline void make_contract(void)
{
	struct buf why;

	if (app.contract != NULL)
		return;
	buf_init(&why, 1 << 16);
	app.contract = contract_new(&why);
	MUST(app.contract != NULL);
	buf_fini(&why);
}

/* A request for `target`, such as "/v1/calls?limit=1", by a person. It stays where it begins. */
static inline void request_begin(struct request *request, enum http_method method,
				 const char *target)
{
	struct arena *arena = arena_new(1 << 20);
	char *path = arena_strdup(arena, target);
	char *query = strchr(path, '?');

	make_contract();
	if (query != NULL)
		*query++ = '\0';
	*request = (struct request){
		.http = {.arena = arena,
			 .evreq = evhttp_request_new(NULL, NULL),
			 .method = method,
			 .path = path,
			 .query = query},
		.r = {.app = &app,
		      .arena = arena,
		      .who = {.issuer = "https://login.example.no", .subject = "s-1"}},
	};
	request->r.http = &request->http;
	problems_init(&request->problems, arena);
	request->operation = contract_route(app.contract, method, path, arena, request->r.path_args,
					    &request->allowed);
	if (request->operation != NULL)
		request->r.op = request->operation->op;
}

static inline void request_add_header(struct request *request, const char *name, const char *value)
{
	evhttp_add_header(evhttp_request_get_input_headers(request->http.evreq), name, value);
}

static inline void request_add_body(struct request *request, const char *text)
{
	evbuffer_add(evhttp_request_get_input_buffer(request->http.evreq), text, strlen(text));
}

static inline void request_end(struct request *request)
{
	json_decref(request->r.body);
	evhttp_request_free(request->http.evreq);
	arena_free(&request->http.arena);
}

#endif
