/*
 * The payment report (utbetalingsrapport): a row for each payment made, told from the posting that
 * took it from the ledger, as JSON, as CSV for a Norwegian Excel, or as a table for a terminal.
 *
 * CSV has every column and no sum, so that a pivot counts nothing twice. The table has the columns
 * that fit in 100 characters; names too long for theirs are cut, numbers and references never.
 */
#ifndef TRINN_API_REPORTS_REPORTS_H
#define TRINN_API_REPORTS_REPORTS_H

#include <stdbool.h>
#include <stdint.h>

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

/* Columns in the order of query report_payments: name in JSON, head, kind, and how many characters
 * it takes in the table, 0 if it is not in it. */
#define REPORT_COLUMNS(X)                                           \
	X(PAID_ON, "paidOn", "Utbetalt", DATE, 10)                  \
	X(REFERENCE, "reference", "Referanse", TEXT, 16)            \
	X(CASE_NUMBER, "caseNumber", "Saksnummer", TEXT, 0)         \
	X(PROGRAMME, "programme", "Program", NAME, 0)               \
	X(FUNDING_LINE, "fundingLine", "Ordning", NAME, 14)         \
	X(STAGES, "stages", "Trinn", TEXT, 0)                       \
	X(ORGNR, "orgnr", "Orgnr", TEXT, 9)                         \
	X(RECIPIENT, "recipient", "Mottaker", NAME, 18)             \
	X(MUNICIPALITY_NO, "municipalityNo", "Kommunenr", TEXT, 0)  \
	X(YEAR, "year", "Budsjettår", NUMBER, 0)                    \
	X(CLAIM_NUMBER, "claimNumber", "Anmodning", NUMBER, 0)      \
	X(AMOUNT, "amountOre", "Beløp", MONEY, 14)                  \
	X(BANK_REFERENCE, "bankReference", "Bankreferanse", TEXT, 0) \
	X(POSTING, "postingId", "Bilag", ID, 7)

enum report_column {
#define X(name, ...) REPORT_##name,
	REPORT_COLUMNS(X)
#undef X
	REPORT_N_COLUMNS
};

/* A row as the database writes its values; NULL for null. */
struct report_row {
	const char *cells[REPORT_N_COLUMNS];
};

/* The owner empties `out` by buf_reset() as it is sent. */
struct report {
	struct buf out;
	enum report_format format;
	struct csv csv;
	int64_t count;
	int64_t total_ore;
};

/* Begins a report: writes what stands before the rows. */
void report_begin(struct report *report, enum report_format format);
void report_add(struct report *report, const struct report_row *row);

/* Writes what stands after them: how many they are, and their sum. */
void report_end(struct report *report);

void report_fini(struct report *report);

#endif
