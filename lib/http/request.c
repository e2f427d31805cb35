/* Requests as evhttp hands them over, and what the handler asks of them. */
#include "lib/http/request.h"

#include <event2/buffer.h>
#include <event2/http.h>
#include <event2/http_struct.h>
#include <event2/keyvalq_struct.h>
#include <string.h>
#include <strings.h>

#include "lib/base/arena.h"
#include "lib/base/fail.h"
#include "lib/http/conn.h"
#include "lib/http/exchange.h"

static void on_sent(struct evhttp_request *evreq, void *arg)
{
	struct http_request *request = arg;
	struct http_conn *conn = request->conn;

	bool closes = request->closes;

	(void)evreq;
	http_request_free(request);
	http_conn_next(conn, closes);
}

static void split_target(struct http_request *request, const char *target)
{
	char *path = arena_strdup(request->arena, target);
	char *mark = strchr(path, '?');

	if (mark)
		*mark++ = '\0';
	request->path = path;
	request->query = mark;
}

struct http_request *http_request_new(struct http_conn *conn, struct evhttp_request *evreq)
{
	struct arena *arena = arena_new(conn->server->limits.max_arena_bytes);
	struct http_request *request = arena_alloc(arena, sizeof(*request));

	request->arena = arena;
	request->evreq = evreq;
	request->conn = conn;
	request->method = conn->filter.method;
	request->http10 = conn->filter.http10;
	request->peer = arena_strdup(arena, evreq->remote_host);
	split_target(request, evhttp_request_get_uri(evreq));
	evhttp_request_set_on_complete_cb(evreq, on_sent, request);
	conn->request = request;
	return request;
}

void http_request_free(struct http_request *request)
{
	struct arena *arena = request->arena;

	if (request->release)
		request->release(request->release_arg);
	if (request->gathered)
		evbuffer_free(request->gathered);
	loop_task_free(&request->send_later);
	arena_free(&arena);
}

void http_request_discard(struct http_request *request)
{
	evhttp_request_free(request->evreq);
	http_request_free(request);
}

/* evhttp has let go of a request whose reply was not complete, and frees one whose was. */
void http_request_lost(struct http_request *request)
{
	request->conn = NULL;
	if (request->aborted)
		http_request_discard(request);
	else if (request->finished)
		http_request_free(request);
	else if (request->on_close)
		request->on_close(request->on_close_ctx);
}

const char *http_path(const struct http_request *request)
{
	return request->path;
}

const char *http_query(const struct http_request *request)
{
	return request->query;
}

enum http_method http_method(const struct http_request *request)
{
	return request->method;
}

const char *http_header(struct http_request *request, const char *name)
{
	const struct evkeyvalq *fields = evhttp_request_get_input_headers(request->evreq);
	const char *value = NULL;

	for (const struct evkeyval *f = fields->tqh_first; f; f = f->next.tqe_next) {
		if (strcasecmp(f->key, name) != 0)
			continue;
		value = value ? arena_printf(request->arena, "%s, %s", value, f->value) : f->value;
	}
	return value;
}

const void *http_body(struct http_request *request, size_t *len_out)
{
	struct evbuffer *body = evhttp_request_get_input_buffer(request->evreq);

	*len_out = evbuffer_get_length(body);
	return evbuffer_pullup(body, -1);
}

const char *http_peer(const struct http_request *request)
{
	return request->peer;
}

struct arena *http_arena(struct http_request *request)
{
	return request->arena;
}
