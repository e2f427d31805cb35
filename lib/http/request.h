/*
 * A request as the handler sees it.
 *
 * Valid, with all that these functions return, until it is replied to (reply.h), whether or not its
 * client is still there.
 */
#ifndef TRINN_HTTP_REQUEST_H
#define TRINN_HTTP_REQUEST_H

#include <stddef.h>

#include "lib/http/method.h"

struct arena;
struct http_request;

enum http_method http_method(const struct http_request *request);

/* As sent, not decoded: begins with one '/', printable ASCII, every '%' starts an escape, none is
 * %00. */
const char *http_path(const struct http_request *request);

/* What follows the first '?', as sent, or NULL if there is none. */
const char *http_query(const struct http_request *request);

/* The value of a field, its name in any case, or NULL. Fields sent several times are joined by ", "
 * in order, so that one that must be single does not parse. */
const char *http_header(struct http_request *request, const char *name);

/* The body; NULL and 0 if it is empty. Contiguous, not NUL-terminated. */
const void *http_body(struct http_request *request, size_t *len_out);

/* The numeric address of the other end of the connection: a proxy's, if there is one. */
const char *http_peer(const struct http_request *request);

/* Lives until the reply has been sent, so that a reply may be built in it. */
struct arena *http_arena(struct http_request *request);

#endif
