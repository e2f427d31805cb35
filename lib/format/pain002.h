/*
 * What a bank answers to a file of payments: ISO 20022 pain.002, "CustomerPaymentStatusReport"
 * (version 03 and later of the same shape), as a stream of statuses.
 *
 * A bank may say of each transaction how it went, or only of a part of the file (PmtInf), or of
 * all of it. Transactions are told as they come, then the part they are in, and last the file; a
 * part or file of which nothing within was told (`n_within` is 0) is told of as a whole. None of
 * it is a booked entry: what is settled is paid only when an account statement or camt.054 says so.
 */
#ifndef TRINN_FORMAT_PAIN002_H
#define TRINN_FORMAT_PAIN002_H

#include <stddef.h>

#include "lib/base/attr.h"
#include "lib/format/fault.h"

#define PAIN002_ID_SIZE 36 /* bytes of an identifier with its NUL; a longer one is a fault */
#define PAIN002_CODE_SIZE 36

enum pain002_level {
	PAIN002_FILE,
	PAIN002_PART,
	PAIN002_TRANSACTION,
};

/* What a status comes to; a code that is not known is PAIN002_OTHER. */
enum pain002_outcome {
	PAIN002_OTHER, /* neither yes nor no: under way, in part, or nothing told */
	PAIN002_ACCEPTED,
	PAIN002_SETTLED, /* between banks: not yet booked */
	PAIN002_REJECTED,
};

struct pain002_status {
	enum pain002_level level;
	enum pain002_outcome outcome;
	char code[PAIN002_CODE_SIZE];	     /* as it says, "" if it does not */
	char message_id[PAIN002_ID_SIZE];    /* MsgId of the file that was sent */
	char part_id[PAIN002_ID_SIZE];	     /* PmtInfId in it; "" of the file */
	char end_to_end_id[PAIN002_ID_SIZE]; /* "" but of a transaction */
	char reasons[141];		     /* codes, with blanks between them */
	char said[351];			     /* what the bank adds to them */
	size_t n_within;		     /* statuses told of what is in it */
};

struct pain002;

/* `on_status` is told of each; the status is valid until it returns. */
struct pain002 *pain002_new(void (*on_status)(void *ctx, const struct pain002_status *status),
			    void *ctx) __attribute__((returns_nonnull));

/* What follows of the file, in pieces of any size. Once it is not FORMAT_OK it stays so, and what
 * was told before is not to be used. */
enum format_fault pain002_add(struct pain002 *report, const char *bytes, size_t len) MUST_USE;

enum format_fault pain002_end(struct pain002 *report) MUST_USE;

/* The line at which the fault was seen. */
size_t pain002_line(const struct pain002 *report);

void pain002_free(struct pain002 **report);

enum pain002_outcome pain002_outcome_of(const char *code);

#endif
