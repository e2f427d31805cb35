/* Private to the readers of bank files. */
#ifndef TRINN_FORMAT_BANKFILE_READER_H
#define TRINN_FORMAT_BANKFILE_READER_H

#include <stdbool.h>

#include "lib/base/arena.h"
#include "lib/base/attr.h"
#include "lib/format/bankfile.h"

/* A file being read; `file` has room for all payments. */
struct bankfile_reader {
	struct arena *arena;
	struct bankfile *file;
	enum bankfile_fault fault; /* the first */
	size_t line;
};

/* The bytes are valid UTF-8 in both. */
void camt_read(struct bankfile_reader *reader, const char *bytes, size_t len);
void bankcsv_read(struct bankfile_reader *reader, const char *bytes, size_t len);

/* Remembers the first fault and where it was seen. */
void bankfile_fail(struct bankfile_reader *reader, enum bankfile_fault fault, size_t line);

/* Adds what was read, cut to the sizes; texts are copied. A `kid` that is none goes into the
 * message. */
void bankfile_add(struct bankfile_reader *reader, const struct bankfile_payment *payment,
		  size_t line);

/* Digits before `point`, and after it at most two that are not 0, as øre. Without a sign. */
bool bankfile_amount(const char *text, char point, int64_t *ore_out) MUST_USE;

#endif
