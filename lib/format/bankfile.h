/*
 * What came into a bank account, as a bank tells it in a file: ISO 20022 camt.054 (versions 02 to
 * 08 and later of the same shape), or the table that Norwegian banks let their customers download.
 *
 * Files are bytes of outside: every text is checked, cut to the lengths below and valid UTF-8, and
 * what says it is, or in a table can only be, of western Europe's letters is made that;
 * nothing is fetched, expanded or run. What is booked and credited is a payment, and so is money
 * out, as a reversal, whether camt.054 says that it is one or not: only who knows the payments can
 * tell. Other lines are counted, those that are not booked, or in a table of no day, apart. Memory
 * is the arena's.
 *
 * Each payment has a reference that is the same in every file that tells of it; another day's or
 * amount's may bear it too. In camt.054 it is the bank's own (AcctSvcrRef), or else the entry's
 * within its notification: what one file tells of twice is one payment, unless the KIDs differ. In
 * a table it is the bank's archive reference: what the bank calls "Referanse" is what the payer
 * wrote, as EndToEndId is, which two firms may have written alike. Where there is none it is made,
 * a digest of what the file says of the payment. Payments that are alike by a made one, or in a
 * table, are payments of their own, numbered from the first: a bank lists a payment once, what it
 * books together it books at once, and its list of a day only grows. So files of one form that
 * overlap tell of the same payments by the same references, unless one begins in the middle of a
 * day.
 */
#ifndef TRINN_FORMAT_BANKFILE_H
#define TRINN_FORMAT_BANKFILE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lib/base/attr.h"

struct arena;

#define BANKFILE_PAYMENTS_MAX 2000
#define BANKFILE_ACCOUNTS_MAX 20
#define BANKFILE_TEXT_KIDS_MAX 8

/* Bytes of texts; longer ones are cut, but a reference is then a fault. */
#define BANKFILE_REFERENCE_MAX 100
#define BANKFILE_PAYER_MAX 140
#define BANKFILE_MESSAGE_MAX 500

/* name, word for it in the API */
#define BANKFILE_FAULTS(X)                                                                         \
	X(OK, "ok")                                                                                \
	X(NOT_KNOWN, "not-a-bank-file")                                                            \
	X(MALFORMED, "broken")                                                                     \
	X(DECLARATION, "document-type") /* declares entities or a grammar of its own */            \
	X(TOO_MANY, "too-many-payments")                                                           \
	X(AMOUNT, "no-amount")                                                                     \
	X(DATE, "no-day")                                                                          \
	X(REFERENCE, "long-reference")                                                             \
	X(ACCOUNTS, "too-many-accounts")

enum bankfile_fault {
#define X(name, key) BANKFILE_##name,
	BANKFILE_FAULTS(X)
#undef X
};

struct bankfile_payment {
	const char *reference;
	bool is_made;	     /* the bank told none */
	const char *kid;     /* digits, perhaps a '-' at the end; NULL if there is none */
	const char *payer;   /* NULL if it is not told */
	const char *message; /* NULL if there is none */
	/* Without `kid`, what of the message is digits that are one by MOD10, each once; none if
	 * there are more than fit. */
	const char *text_kids[BANKFILE_TEXT_KIDS_MAX];
	size_t n_text_kids;
	bool is_lump;	  /* of parts that do not sum to it; the message lists them */
	bool is_reversal; /* the bank takes back what it told of before by this reference */
	bool is_out;	  /* and does not say so: it may take back nothing, as it is money out */
	const char *currency; /* three capital letters; NULL for kroner */
	int64_t amount_ore;   /* above 0; hundredths of the currency */
	int32_t booked_on;    /* day of lib/base/date.h, not before the year 2000 */
};

struct bankfile {
	const char *format; /* "camt.054" or "csv" */
	/* That it says it is of, each once, a Norwegian IBAN as its account number. */
	const char *accounts[BANKFILE_ACCOUNTS_MAX];
	size_t n_accounts;
	struct bankfile_payment *payments;
	size_t n;
	size_t skipped;
	size_t unbooked; /* what is only reserved, and of a table sums and balances */
};

/* Reads a file of either kind. On a fault *line_out is the line at which it was seen, and *out is
 * undefined. */
enum bankfile_fault bankfile_read(const char *bytes, size_t len, struct arena *arena,
				  struct bankfile *out, size_t *line_out) MUST_USE;

const char *bankfile_fault_key(enum bankfile_fault fault);

#endif
