/*
 * What left a bank account and what came back of it, as the bank tells in camt.054: the booked
 * facts of payments that were sent. A stream: files may be of any size.
 *
 * What is only reserved or came in as new money is counted and not told. A transaction is found by
 * its EndToEndId, which the bank echoes; a file may be sent again, and then `reference` is the
 * same.
 */
#ifndef TRINN_FORMAT_BANKOUT_H
#define TRINN_FORMAT_BANKOUT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lib/base/attr.h"
#include "lib/format/fault.h"

/* Texts are valid until the callback returns; NULL is not told. */
struct bankout_payment {
	const char *end_to_end_id; /* NULL also for NOTPROVIDED */
	const char *batch;	   /* PmtInfId that it was sent in */
	const char *reference;	   /* AcctSvcrRef, of it or of its entry */
	int64_t amount_ore;	   /* above 0, hundredths of the currency */
	const char *currency;	   /* three capital letters; NULL for kroner */
	int32_t booked_on;	   /* day of lib/base/date.h */
	bool is_returned;	   /* it came back */
	const char *reason;	   /* why: a code, or NULL */
	/* It stands for all of its entry, or its entry is not the sum of such: a person must see
	 * what was paid. */
	bool is_lump;
};

struct bankout;

struct bankout *bankout_new(void (*on_payment)(void *ctx, const struct bankout_payment *payment),
			    void *ctx) __attribute__((returns_nonnull));

/* What follows of the file, in pieces of any size. Once it is not FORMAT_OK it stays so, and what
 * was told before is not to be used. */
enum format_fault bankout_add(struct bankout *out, const char *bytes, size_t len) MUST_USE;

enum format_fault bankout_end(struct bankout *out) MUST_USE;

/* The line at which the fault was seen. */
size_t bankout_line(const struct bankout *out);

size_t bankout_skipped(const struct bankout *out);
size_t bankout_unbooked(const struct bankout *out);

void bankout_free(struct bankout **out);

#endif
