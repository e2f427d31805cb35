/*
 * Figures of programmes for a spreadsheet: the rows of a statement as CSV for a Norwegian Excel
 * (lib/format/csv.h), column by column.
 */
#ifndef TRINN_API_UMBRELLA_TABLE_H
#define TRINN_API_UMBRELLA_TABLE_H

#include "api/request/request.h"
#include "lib/db/result.h"

enum table_kind {
	TABLE_TEXT,
	TABLE_WORDS, /* a text in which "@key" stands for a word of ours */
	TABLE_NUMBER,
	TABLE_HUNDREDTHS, /* øre as kroner, basis points as per cent */
};

struct table_column {
	const char *head;
	enum table_kind kind;
};

struct table {
	const char *disposition; /* header field Content-Disposition */
	const struct table_column *columns; /* in the order of the statement */
	int n_columns;
};

/* Answers with the rows of the caller's second statement, TOO_LARGE if they do not fit. */
void table_reply(struct req *r, struct db_result *result, const struct table *table);

#endif
