/*
 * The HTTP/1.1 edge, made to face the open network without a proxy.
 *
 * evhttp parses and frames; what it lets through (see filter.h) never reaches it. One request at a
 * time per connection, pipelined ones in order. Every request is handed to the handler whole, body
 * included, or not at all. Single-threaded: all calls come from the loop of the server's base.
 */
#ifndef TRINN_HTTP_SERVER_H
#define TRINN_HTTP_SERVER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lib/base/attr.h"
#include "lib/http/filter.h"

struct buf;
struct event_base;
struct http_request;
struct http_server;

struct http_limits {
	size_t max_head_bytes; /* request line and header fields */
	size_t max_body_bytes;
	size_t max_arena_bytes; /* of one request, see http_arena() */
	unsigned max_fields;
	unsigned max_connections;
	int request_timeout_s; /* from accept or a request's first byte to its last byte */
	int idle_timeout_s;    /* between two requests of a connection */
	int write_timeout_s;   /* for a client that does not take 4 KiB of a reply in half of it */
};

/* 8 KiB head, 1 MiB body, 1 MiB arena, 100 fields, 1024 connections; 10 s, 60 s, 8 s. Deadlines are
 * looked at once a second and may thus be passed by one. */
extern const struct http_limits http_default_limits;

struct http_stats {
	unsigned connections; /* open */
	uint64_t accepted;
	uint64_t evicted;  /* idle connections closed to make room */
	uint64_t requests; /* handed to the handler */
	uint64_t refused[HTTP_REFUSAL_COUNT];
	uint64_t read_timeouts;
	uint64_t write_timeouts;
};

/* Called once per request, which stays valid until it is replied to, in this call or later; see
 * reply.h. */
typedef void http_handler(struct http_request *request, void *ctx);

/* Writes the body of a refusal and returns its media type. The request itself is not to be had: it
 * was not understood. */
typedef const char *http_refusal_fn(enum http_refusal reason, struct buf *body, void *ctx);

/* A server on `base`, which must outlive it, that listens nowhere yet. `limits` is copied. SIGPIPE
 * is ignored in the process from here on. */
struct http_server *http_server_new(struct event_base *base, const struct http_limits *limits,
				    http_handler *handler, void *ctx)
	__attribute__((returns_nonnull));

/* Replaces the plain problem document that refusals carry. */
void http_server_on_refusal(struct http_server *server, http_refusal_fn *fn, void *ctx);

/*
 * Takes a numeric IPv4 or IPv6 address; port 0 takes any free one. False with errno set if that
 * fails. At most one address per server. Nobody is let in before http_server_listen().
 */
bool http_server_bind(struct http_server *server, const char *address, uint16_t port) MUST_USE;

/*
 * Listens on the address taken, once, and not after http_server_drain(). Several processes may
 * listen on the same port and share its connections (SO_REUSEPORT): one that cannot serve yet waits
 * with this, and clients meet those that can. False with errno set if that fails.
 *
 * At max_connections the connection that has been idle longest gives way to a fresh one. If all
 * have work in hand, the fresh one is answered 503 with Retry-After and closed: a client that is
 * told at once can try another worker or come back, one left in the backlog of a full worker waits
 * for nothing.
 */
bool http_server_listen(struct http_server *server) MUST_USE;

/* The port taken, 0 if none. */
uint16_t http_server_port(const struct http_server *server);

/*
 * Takes what waits in the accept queue, then stops listening; closes idle connections; every reply
 * from here on says Connection: close. When the last connection is gone, or after `grace_s`, when
 * the rest is cut, done(ctx) is called once; the server may be freed there.
 */
void http_server_drain(struct http_server *server, int grace_s, void (*done)(void *ctx), void *ctx);

/* Cuts all connections. Requests not replied to stay valid until they are. NULL-safe. */
void http_server_free(struct http_server **server);

/* Valid as long as the server. */
const struct http_stats *http_server_stats(const struct http_server *server);

#endif
