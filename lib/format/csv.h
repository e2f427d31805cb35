/*
 * Tables for a Norwegian Excel: UTF-8 with a byte order mark, ';' between fields, decimal comma,
 * CRLF, dates as dd.mm.yyyy; otherwise RFC 4180.
 *
 * A spreadsheet runs a cell that begins with = + - @ or a tab or carriage return as a formula, also
 * when it is quoted, and a name typed by an applicant is such a cell. Texts that begin so, after
 * spaces or not, get an apostrophe before them; amounts and numbers are written here and need none.
 *
 * Rows go to a buffer of the caller's, who empties it by buf_reset() between rows as they are sent.
 * A field too big for it shows as buf_overflowed().
 */
#ifndef TRINN_FORMAT_CSV_H
#define TRINN_FORMAT_CSV_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lib/base/buf.h"

struct csv {
	struct buf *out;
	bool in_row; /* a field of this row is written */
};

/* Begins a table: writes the byte order mark. `out` must outlive `csv`. */
void csv_init(struct csv *csv, struct buf *out);

/* The next field of the row. */
void csv_text(struct csv *csv, const char *text, size_t len);
void csv_int(struct csv *csv, int64_t value);
void csv_money(struct csv *csv, int64_t amount_ore); /* 123456 is 1234,56 */
void csv_date(struct csv *csv, int32_t days);
void csv_empty(struct csv *csv);

void csv_end_row(struct csv *csv);

#endif
