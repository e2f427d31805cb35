/* Private to lib/http: one request and its reply. */
#ifndef TRINN_HTTP_EXCHANGE_H
#define TRINN_HTTP_EXCHANGE_H

#include <stdbool.h>
#include <stddef.h>

#include "lib/http/method.h"

struct arena;
struct evbuffer;
struct evhttp_request;
struct http_conn;
struct loop_task;

/* Lives in its own arena. */
struct http_request {
	struct arena *arena;
	struct evhttp_request *evreq; /* ours while `conn` is NULL, else evhttp's */
	struct http_conn *conn;	      /* NULL once the connection is lost */
	bool finished;		      /* by the handler */
	bool aborted;		      /* so finished */
	bool http10;
	bool closes; /* the connection, after the reply */
	enum http_method method;
	const char *path;
	const char *query;
	const char *peer;

	void (*release)(void *arg);
	void *release_arg;
	void (*on_close)(void *ctx);
	void *on_close_ctx;

	bool streaming;
	struct evbuffer *gathered; /* of a stream, not sent as a chunk yet */
	struct loop_task *send_later;
	void (*on_drain)(void *ctx);
	void *on_drain_ctx;
};

/* Takes over what evhttp has parsed on `conn`. */
struct http_request *http_request_new(struct http_conn *conn, struct evhttp_request *evreq)
	__attribute__((returns_nonnull));

/* Releases the request, its reply's bytes and its arena. */
void http_request_free(struct http_request *request);

/* The connection is gone, and `conn` with it. */
void http_request_lost(struct http_request *request);

/* Gives up a request that is finished and lost. */
void http_request_discard(struct http_request *request);

/* Starts the header of a reply: what every reply says. `content_type` may be NULL. */
void http_request_add_common(struct http_request *request, const char *content_type);

/* Adds Content-Length to the header of a reply. */
void http_request_add_length(struct http_request *request, size_t len);

/* Answers in place of the handler. */
void http_request_refuse(struct http_request *request);

#endif
