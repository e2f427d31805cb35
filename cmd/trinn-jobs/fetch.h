/* One document from another server, bounded in size and time. */
#ifndef TRINN_CMD_TRINN_JOBS_FETCH_H
#define TRINN_CMD_TRINN_JOBS_FETCH_H

#include <stdbool.h>

#include "lib/base/attr.h"
#include "lib/base/buf.h"

/* GETs `url` into `body`, whose maximum is the longest document accepted: over https, or over http
 * from this machine if `plain_loopback`. Only an answer of 200 counts; redirects are not followed.
 * False with the reason in `why`. */
bool fetch(const char *url, long timeout_s, bool plain_loopback, struct buf *body,
	   struct buf *why) MUST_USE;

#endif
