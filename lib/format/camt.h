/*
 * camt.054, "BankToCustomerDebitCreditNotification" (ISO 20022; versions 02 to 08 and later of the
 * same shape), as a stream of entries. An entry is one line of the account; its transactions are
 * what it was booked for together, if the bank tells.
 *
 * Texts are as the file has them, valid UTF-8, without blanks around them; what they say is for the
 * readers of entries to judge. Memory is that of one entry.
 */
#ifndef TRINN_FORMAT_CAMT_H
#define TRINN_FORMAT_CAMT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lib/base/attr.h"
#include "lib/format/fault.h"

struct arena;

#define CAMT_TRANSACTIONS_MAX 20000 /* of one entry */
#define CAMT_MESSAGE_BYTES 500	    /* a message is not joined further than this */

/* An entry or a transaction, as told: NULL is not told. */
struct camt_line {
	const char *amount;
	const char *currency;
	const char *direction; /* CRDT, DBIT */
	const char *reversal;
	const char *status;
	const char *day;
	const char *number;    /* counted anew in each notification */
	const char *reference; /* the bank's own; of an entry that has but a number, by that */
	const char *end_to_end_id;
	const char *batch; /* PmtInfId of what was sent */
	const char *kid;
	const char *payer;
	const char *message;
	const char *returned; /* why it came back: a code, or "" */
	struct camt_line *next;
};

struct camt_entry {
	struct camt_line line;
	struct camt_line *transactions; /* NULL: none is told */
	size_t at;			/* the line of the file where it begins */
	struct arena *arena;		/* its memory */
};

struct camt_events {
	/* Each account the file says it is of; of outside, any text. NULL: not wanted. */
	enum format_fault (*on_account)(void *ctx, const char *account, size_t at);
	/* What is not FORMAT_OK ends the reading. */
	enum format_fault (*on_entry)(void *ctx, const struct camt_entry *entry);
};

struct camt;

struct camt *camt_new(const struct camt_events *events, void *ctx) __attribute__((returns_nonnull));

/* What follows of the file, in pieces of any size. Once it is not FORMAT_OK it stays so. */
enum format_fault camt_add(struct camt *camt, const char *bytes, size_t len) MUST_USE;

enum format_fault camt_end(struct camt *camt) MUST_USE;

size_t camt_line_at(const struct camt *camt); /* of the fault */

void camt_free(struct camt **camt);

bool camt_is_reversal(const struct camt_entry *entry);

/* What of the entry the transaction is. *ore_out is the whole before, and stays it where nothing
 * else is told. The only one may be told in the currency it was paid in: what came of it in that of
 * the entry is the whole. False if it is none, or in another currency. */
bool camt_part(const struct camt_entry *entry, const struct camt_line *transaction,
	       int64_t *ore_out) MUST_USE;

/* "2026-03-20" or a time of that day. False if it is none. */
bool camt_day(const struct camt_entry *entry, int32_t *days_out) MUST_USE;

#endif
