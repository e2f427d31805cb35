/*
 * Private to lib/http: connections, and what server, requests and replies share.
 *
 * evhttp owns the socket and frees the connection; ours is its shadow, told by the close callback.
 * It stands between the socket and evhttp: bytes that arrive are held until the filter has passed
 * them, so that evhttp sees one whole sound request at a time and nothing else.
 */
#ifndef TRINN_HTTP_CONN_H
#define TRINN_HTTP_CONN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lib/base/list.h"
#include "lib/http/filter.h"
#include "lib/http/linger.h"
#include "lib/http/server.h"
#include "lib/loop/loop.h"

struct bufferevent;
struct evbuffer;
struct evhttp;
struct evhttp_bound_socket;

/* A connection is in the server's list of its state. */
enum http_conn_state {
	HTTP_CONN_READING, /* fresh, or part of a request has come */
	HTTP_CONN_IDLE,	   /* between two requests */
	HTTP_CONN_WORKING, /* the handler has the request */
	HTTP_CONN_WRITING, /* a reply is on its way */
	HTTP_CONN_CLOSING, /* to be gone by the end of the turn */
	HTTP_CONN_STATES,
};

struct http_server {
	struct event_base *base;
	struct evhttp *evhttp;
	int fd;				   /* bound, not listening yet; -1 before and after */
	struct evhttp_bound_socket *bound; /* NULL unless listening */
	uint16_t port;
	struct http_limits limits;
	struct http_filter_limits filter_limits;
	struct http_stats stats;

	http_handler *handler;
	void *handler_ctx;
	http_refusal_fn *write_refusal;
	void *refusal_ctx;

	struct list conns[HTTP_CONN_STATES];
	struct http_conn *dispatching; /* whose request evhttp is about to hand over */
	struct http_linger linger;
	struct loop_task *tick; /* each second: deadlines and the date */
	char date[32];

	struct loop_task *drain; /* NULL unless draining */
	int64_t drain_end_ms;
	void (*on_drained)(void *ctx);
	void *drained_ctx;
};

struct http_conn {
	struct list link;
	enum http_conn_state state;
	struct http_server *server;
	struct bufferevent *bev;
	struct http_request *request; /* from dispatch until its reply is sent */
	struct loop_task *later;      /* adoption, held bytes */
	struct evbuffer *held;	      /* not passed to evhttp yet */
	size_t seen;		      /* bytes of `held` that the filter has seen */
	struct http_filter filter;
	enum http_refusal refusal; /* HTTP_REFUSAL_COUNT if none */
	int64_t deadline_ms;
	uint64_t written; /* to the socket, over all replies */
	uint64_t taken;	  /* of these by the client, when last looked at */
	bool adopted;
	bool feeding;
	bool throttled;
};

/* The bufferevent for a connection that evhttp is about to make. */
struct bufferevent *http_conn_new(struct http_server *server);

/* Moves to another state, with the deadline that belongs to it. */
void http_conn_enter(struct http_conn *conn, enum http_conn_state state);

/* The reply is sent: goes on to the next request, unless the reply said that evhttp closes the
 * connection. */
void http_conn_next(struct http_conn *conn, bool closes);

/* Whether the client has taken enough of the reply since this was last asked. */
bool http_conn_is_taken_from(struct http_conn *conn);

/* Closes by the end of the turn; output that the socket has not taken is dropped. */
void http_conn_close(struct http_conn *conn);

/* The same by a reset, at once: the client knows that something was lost, and the kernel's buffer
 * does not wait for a client that does not read. */
void http_conn_reset(struct http_conn *conn);

/* Closes before it returns. */
void http_conn_drop(struct http_conn *conn);

/* Writes what the socket takes, instead of in another turn of the loop. True if that was all. */
bool http_conn_flush(struct http_conn *conn);

/* Called after a connection has gone. */
void http_server_conn_gone(struct http_server *server);

#endif
