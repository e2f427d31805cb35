/*
 * Cursors: the key after which a page begins, bound to its operation, caller and filters by an
 * HMAC, so that no client can make one up.
 */
#ifndef TRINN_API_REQUEST_CURSOR_H
#define TRINN_API_REQUEST_CURSOR_H

#include <stdbool.h>

struct req;

/* The key as an opaque text. */
const char *cursor_seal(const struct req *r, const char *key);

/* The key of `cursor`, NULL if it was not sealed for this very search. */
const char *cursor_open(const struct req *r, const char *cursor);

#endif
