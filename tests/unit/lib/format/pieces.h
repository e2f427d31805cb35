/* Reads a file in pieces of every size, and holds what was told of each against the whole. */
#ifndef TRINN_TESTS_UNIT_LIB_FORMAT_PIECES_H
#define TRINN_TESTS_UNIT_LIB_FORMAT_PIECES_H

#include "lib/base/buf.h"
#include "lib/base/fail.h"
#include "lib/format/fault.h"
#include "tests/unit/run.h"

/* Reads the bytes in pieces of `step` and writes what it is told to `out`. */
typedef enum format_fault reader(const char *bytes, size_t len, size_t step, struct buf *out);

/* `add(at, n)` for each piece, until one is at fault. */
#define IN_PIECES(bytes, len, step, fault, add)                                                    \
	for (size_t at = 0; at < (len) && (fault) == FORMAT_OK; at += (step)) {                    \
		/* Exactly as long as it is, so that the sanitizer sees what reads on. */          \
		size_t n = (len)-at < (step) ? (len)-at : (step);                                  \
		char *piece = base_alloc(n);                                                       \
                                                                                                   \
		memcpy(piece, (bytes) + at, n);                                                    \
		(fault) = add(piece, n);                                                           \
		base_free(piece);                                                                  \
	}

/* What was told, as long as the next is not read; of a fault nothing. */
static const char *told_of(reader *read, const char *bytes, size_t len, enum format_fault fault)
{
	static struct buf whole, pieces;

	buf_fini(&whole);
	buf_fini(&pieces);
	buf_init(&whole, 1 << 20);
	ck_assert_str_eq(format_fault_key(read(bytes, len, len + 1, &whole)),
			 format_fault_key(fault));
	for (size_t step = 1; step <= 17; step++) {
		buf_fini(&pieces);
		buf_init(&pieces, 1 << 20);
		ck_assert_str_eq(format_fault_key(read(bytes, len, step, &pieces)),
				 format_fault_key(fault));
		if (fault == FORMAT_OK)
			ck_assert_str_eq(buf_text(&pieces), buf_text(&whole));
	}
	return fault == FORMAT_OK ? buf_text(&whole) : NULL;
}

#endif
