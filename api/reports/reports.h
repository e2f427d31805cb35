/*
 * What finance pulls, as JSON, as CSV for a Norwegian Excel, or as a table for a terminal: rows as
 * api/reports/layouts.h says of each report.
 *
 * CSV has every column and no sum, so that a pivot counts nothing twice. The table has the columns
 * that fit in 100 characters; names too long for theirs are cut, numbers and references never.
 */
#ifndef TRINN_API_REPORTS_REPORTS_H
#define TRINN_API_REPORTS_REPORTS_H

#include <stdbool.h>
#include <stdint.h>

#include "api/reports/layouts.h"
#include "lib/base/attr.h"
#include "lib/base/buf.h"
#include "lib/format/csv.h"

enum report_format {
	REPORT_JSON,
	REPORT_CSV,
	REPORT_TEXT,
};

/* The format of this name ("json", "csv", "text"), or if it is NULL the one that suits the header
 * field Accept best (RFC 9110 12.5.1), JSON if that is NULL too. False if none does. */
bool report_choose(const char *name, const char *accept, enum report_format *format_out) MUST_USE;

const char *report_media_type(enum report_format format);

enum { REPORT_COLUMNS_MAX = 24 };

/* A row as the database writes its values; NULL for null. */
struct report_row {
	const char *cells[REPORT_COLUMNS_MAX];
};

/* The owner empties `out` by buf_reset() as it is sent. */
struct report {
	struct buf out;
	const struct report_layout *layout;
	enum report_format format;
	struct csv csv;
	int64_t count;
	int64_t sums_ore[REPORT_COLUMNS_MAX]; /* of the columns of money */
};

/* Begins a report: writes what stands before the rows. */
void report_begin(struct report *report, const struct report_layout *layout,
		  enum report_format format);
void report_add(struct report *report, const struct report_row *row);

/* Writes what stands after them: how many they are, and the sum of each column of money; that of
 * the only one is called the total. */
void report_end(struct report *report);

void report_fini(struct report *report);

#endif
