/*
 * Private to lib/http: sockets that are closed gently.
 *
 * Closing a socket with bytes unread resets it, and the reset can overtake the reply on its way to
 * the client (RFC 9112 9.6). A client whose request was refused half-sent is therefore read from,
 * and ignored, for a short while.
 */
#ifndef TRINN_HTTP_LINGER_H
#define TRINN_HTTP_LINGER_H

#include "lib/base/list.h"

struct event_base;

struct http_linger {
	struct event_base *base;
	struct list sockets;
	unsigned n;
};

void http_linger_init(struct http_linger *linger, struct event_base *base);

/* Closes all. */
void http_linger_fini(struct http_linger *linger);

/* Takes over `fd` and keeps it until its client closes the connection, for a few seconds at most.
 * The caller shuts it down for writing. */
void http_linger_take(struct http_linger *linger, int fd);

#endif
