/*
 * SAF-T Financial of Norway (1.30), a firm's ledger for a period, as a stream: which of its lines
 * are a project's, told one by one. Files may be of any size; memory is that of one line.
 *
 * A line is of a project if one of its analyses says so; where the analysis tells an amount, that
 * is the project's part of it. The file's own totals and number of transactions must be those of
 * its lines: what has been cut or changed by hand is refused.
 */
#ifndef TRINN_FORMAT_SAFT_H
#define TRINN_FORMAT_SAFT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lib/base/attr.h"
#include "lib/format/fault.h"

#define SAFT_AMOUNT_MAX_ORE 999999999999999999 /* 18 digits, 2 of them decimals */

/* Bytes of the standard's texts of so many characters. */
#define SAFT_TEXT_SIZE(characters) (4 * (characters) + 1)

struct saft_line {
	char transaction_id[SAFT_TEXT_SIZE(70)];
	char record_id[SAFT_TEXT_SIZE(18)]; /* within the transaction */
	int32_t day;			    /* the transaction's */
	char account[SAFT_TEXT_SIZE(70)];
	char supplier_id[SAFT_TEXT_SIZE(35)]; /* or "", as the next two */
	char document_id[SAFT_TEXT_SIZE(35)];
	char reference[SAFT_TEXT_SIZE(35)]; /* number of the invoice */
	char description[SAFT_TEXT_SIZE(256)];
	int64_t debit_ore; /* the project's; below 0: credit */
};

struct saft_file {
	char version[SAFT_TEXT_SIZE(18)];
	char orgnr[10];
	char name[SAFT_TEXT_SIZE(256)];
	char currency[4]; /* of all amounts */
	bool has_days;	  /* it is of a period from a day to another; else of numbered ones */
	int32_t first_day, last_day;
	int32_t first_period, first_year, last_period, last_year;
	uint64_t transactions;
	uint64_t lines;
	uint64_t told;	   /* of the project */
	int64_t debit_ore; /* of all lines */
	int64_t credit_ore;
	int64_t project_ore; /* debit less credit of what was told */
};

struct saft_project {
	const char *type; /* AnalysisType; NULL: any */
	const char *id;	  /* AnalysisID */
};

struct saft;

/* `project` is borrowed until saft_free(). */
struct saft *saft_new(const struct saft_project *project,
		      void (*on_line)(void *ctx, const struct saft_line *line), void *ctx)
	__attribute__((returns_nonnull));

/* What follows of the file, in pieces of any size. Once it is not FORMAT_OK it stays so, and what
 * was told before is not to be used. */
enum format_fault saft_add(struct saft *saft, const char *bytes, size_t len) MUST_USE;

/* *file_out is valid until saft_free(); undefined if it is not FORMAT_OK. */
enum format_fault saft_end(struct saft *saft, const struct saft_file **file_out) MUST_USE;

/* The line at which the fault was seen. */
size_t saft_line_at(const struct saft *saft);

void saft_free(struct saft **saft);

#endif
