/* From the HTTP edge to a handler: route, authenticate, check against the contract, hand over. */
#ifndef TRINN_API_REQUEST_DISPATCH_H
#define TRINN_API_REQUEST_DISPATCH_H

#include "lib/base/buf.h"
#include "lib/http/filter.h"

struct http_request;

/* The http_handler of the daemon; ctx is its struct app. */
void dispatch(struct http_request *http, void *ctx);

/* The http_refusal_fn: what the edge refuses is told as a problem too. */
const char *dispatch_refusal(enum http_refusal reason, struct buf *body, void *ctx);

#endif
