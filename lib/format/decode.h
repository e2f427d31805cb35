/*
 * Text of files from outside, in whichever encoding, as UTF-8 and as a stream.
 *
 * What is no text in the encoding is refused, never replaced: half a surrogate, a sequence that is
 * not the shortest, NUL. Characters may be cut anywhere between two pieces.
 */
#ifndef TRINN_FORMAT_DECODE_H
#define TRINN_FORMAT_DECODE_H

#include <stdbool.h>
#include <stddef.h>

#include "lib/base/attr.h"
#include "lib/base/buf.h"

enum decode_charset {
	DECODE_UTF8,
	DECODE_LATIN1, /* ISO 8859-1; of Windows' letters those that are its, too */
	DECODE_UTF16LE,
	DECODE_UTF16BE,
};

#define DECODE_MARK_MAX 3

/* By its byte order mark, of *mark_len_out bytes, 0 without one: then it is told as UTF-8. */
enum decode_charset decode_mark(const char *bytes, size_t len, size_t *mark_len_out);

struct decoder {
	enum decode_charset charset;
	unsigned char held[4]; /* the beginning of a character */
	size_t n_held;
};

void decode_init(struct decoder *decoder, enum decode_charset charset);

/* Adds what follows to `out`, which has room for twice as many bytes and four. False if it is no
 * text. */
bool decode_add(struct decoder *decoder, const char *bytes, size_t len, struct buf *out) MUST_USE;

/* Whether the text ended with a whole character. */
bool decode_end(const struct decoder *decoder) MUST_USE;

#endif
