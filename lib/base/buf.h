/*
 * A growing run of bytes with a maximum.
 *
 * An addition that would pass the maximum is dropped whole and remembered, and so is everything
 * after it: the content is always a prefix of what was meant, and the owner asks buf_overflowed()
 * once at the end. The content is followed by a NUL that is not counted in `len`.
 */
#ifndef TRINN_BASE_BUF_H
#define TRINN_BASE_BUF_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "lib/base/attr.h"

struct buf {
	char *data; /* NULL until the first addition; moves when the buffer grows */
	size_t len;
	size_t cap; /* bytes allocated */
	size_t max; /* bytes of content allowed */
	bool overflowed;
};

/* A maximum for what is bounded by what it is made of. */
#define BUF_UNBOUNDED (SIZE_MAX / 4)

/* An empty buffer for at most `max` bytes; allocates nothing. */
void buf_init(struct buf *buf, size_t max);

/* Releases the content; the buffer is empty afterwards and may be used again. */
void buf_fini(struct buf *buf);

/* Empties the buffer and forgets an overflow, but keeps the memory for the next content. */
void buf_reset(struct buf *buf);

/* Room for `len` more bytes at data + len, or false and overflowed. What the caller writes there
 * becomes content by buf_commit(). */
bool buf_reserve(struct buf *buf, size_t len) MUST_USE;

/* Counts the `len` bytes written after a buf_reserve() of at least as many. */
void buf_commit(struct buf *buf, size_t len);

void buf_add(struct buf *buf, const void *bytes, size_t len);
void buf_adds(struct buf *buf, const char *text);
void buf_addc(struct buf *buf, char c);
void buf_addf(struct buf *buf, const char *format, ...) PRINTF_LIKE(2, 3);

bool buf_overflowed(const struct buf *buf);

/* The content, NUL-terminated and never NULL; valid until the buffer is changed. */
const char *buf_text(const struct buf *buf);

/* Moves the content, NUL-terminated, to the caller, who releases it by base_free(); the buffer is
 * empty afterwards. NULL, and nothing moved, if it overflowed. `len_out` may be NULL. */
char *buf_take(struct buf *buf, size_t *len_out) MUST_USE;

#endif
