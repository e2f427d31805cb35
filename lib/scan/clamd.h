/*
 * A virus scanner that speaks clamd's INSTREAM: content goes in as it comes and is never whole in
 * memory here.
 *
 * Calls block, each for as long as the timeout at most.
 */
#ifndef TRINN_SCAN_CLAMD_H
#define TRINN_SCAN_CLAMD_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lib/base/attr.h"
#include "lib/base/buf.h"

enum clamd_verdict {
	CLAMD_CLEAN,
	CLAMD_INFECTED,
	CLAMD_FAILED, /* nothing is known of the content */
};

/* One content on its way to the scanner. */
struct clamd;

/* Connects to "/path/of/its/socket", "127.0.0.1:3310" or "[::1]:3310" and begins. NULL if that
 * fails, with the reason in `why`. */
struct clamd *clamd_begin(const char *address, int timeout_s, struct buf *why) MUST_USE;

/* Sends what follows. That it did not arrive is told by clamd_end(). */
void clamd_send(struct clamd *clamd, const void *bytes, size_t len);

/* The scanner's verdict on all that was sent; sets *clamd to NULL. `what` gets the name of the
 * virus, or why nothing is known. */
enum clamd_verdict clamd_end(struct clamd **clamd, struct buf *what) MUST_USE;

/* Breaks off; accepts a pointer to NULL. */
void clamd_free(struct clamd **clamd);

/* The verdict in a reply, "stream: Eicar-Test-Signature FOUND", as clamd_end() tells it. */
enum clamd_verdict clamd_read_reply(const char *reply, struct buf *what) MUST_USE;

#endif
