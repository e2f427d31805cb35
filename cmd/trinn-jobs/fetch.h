/* One document from another server, bounded in size and time. */
#ifndef TRINN_CMD_TRINN_JOBS_FETCH_H
#define TRINN_CMD_TRINN_JOBS_FETCH_H

#include <stdbool.h>

#include "lib/base/attr.h"
#include "lib/base/buf.h"

#define FETCH_BYTES_MAX (256 * 1024)

/* GETs `url` over https; over http only from this machine, and only if `plain_loopback`. No redirects. False with `why` filled. */
bool fetch(const char *url, long timeout_s, bool plain_loopback, struct buf *body, struct buf *why) MUST_USE;

#endif
