/* What holds for every reader of files that come in pieces: what it tells does not depend on how
 * they came. */
#ifndef TRINN_TESTS_FUZZ_PIECES_H
#define TRINN_TESTS_FUZZ_PIECES_H

#include <stdint.h>
#include <string.h>

#include "lib/base/buf.h"
#include "lib/base/fail.h"
#include "lib/base/utf8.h"
#include "lib/format/fault.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* Reads the bytes in pieces of `step` and writes what it is told to `out`. */
typedef enum format_fault reader(const char *bytes, size_t len, size_t step, struct buf *out);

/* `add(at, n)` for each piece, until one is at fault. */
#define IN_PIECES(bytes, len, step, fault, add)                                                    \
	for (size_t at = 0; at < (len) && (fault) == FORMAT_OK; at += (step))                      \
	(fault) = add((bytes) + at, (len)-at < (step) ? (len)-at : (step))

static void check_pieces(reader *read, const char *bytes, size_t len)
{
	struct buf whole, pieces;

	buf_init(&whole, BUF_UNBOUNDED);
	buf_init(&pieces, BUF_UNBOUNDED);
	if (read(bytes, len, 65536, &whole) == FORMAT_OK) {
		MUST(read(bytes, len, 3, &pieces) == FORMAT_OK);
		MUST(strcmp(buf_text(&whole), buf_text(&pieces)) == 0);
	}
	buf_fini(&whole);
	buf_fini(&pieces);
}

/* By themselves and within a sound file, where most bytes would otherwise never get. */
static void check_within(reader *read, const char *head, const uint8_t *data, size_t size,
			 const char *tail)
{
	struct buf text;

	check_pieces(read, (const char *)data, size);
	buf_init(&text, BUF_UNBOUNDED);
	buf_adds(&text, head);
	buf_add(&text, data, size);
	buf_adds(&text, tail);
	check_pieces(read, buf_text(&text), text.len);
	buf_fini(&text);
}

/* Writes a text that is told in an array of `size` bytes. */
static inline void add_text(struct buf *out, const char *text, size_t size)
{
	MUST(strlen(text) < size && utf8_is_valid(text, strlen(text)));
	buf_addf(out, "%s\n", text);
}

#define ADD_TEXT(out, member) add_text(out, member, sizeof(member))

#endif
