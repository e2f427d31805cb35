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

/* A document in the encoding that it says; a table is valid UTF-8. */
void bankcamt_read(struct bankfile_reader *reader, const char *bytes, size_t len);
void bankcsv_read(struct bankfile_reader *reader, const char *bytes, size_t len);

/* Remembers the first fault and where it was seen. */
void bankfile_fail(struct bankfile_reader *reader, enum bankfile_fault fault, size_t line);

/* Adds what was read, cut to the sizes; texts are copied. A `kid` is read without its blanks; one
 * that is none goes into the message, whose KIDs are then looked for. A reference is made where it
 * is NULL. */
void bankfile_add(struct bankfile_reader *reader, const struct bankfile_payment *payment,
		  size_t line);

/* Of a table: "1 234,50" with spaces of any kind, "1.234,50" or "1234.5", perhaps below 0. */
bool bankcell_amount(struct arena *arena, const char *text, int64_t *ore_out,
		     bool *is_out_out) MUST_USE;

/* The same: "20.03.2026", "20.03.26", "2026-03-20" or "2026/03/20". A year of two digits is told by
 * the points before it: behind lines or strokes it might as well be the day. */
bool bankcell_day(const char *text, int32_t *days_out) MUST_USE;

/* Puts the currency into the payment; false if it is none. */
bool bankfile_currency(struct bankfile_payment *payment, const char *text) MUST_USE;

/* Digits before `point`, and after it at most two that are not 0, as øre. Without a sign. */
bool bankfile_amount(const char *text, char point, int64_t *ore_out) MUST_USE;

#endif
