/*
 * pain.001, "CustomerCreditTransferInitiation" (ISO 20022): payments in kroner that a bank is asked
 * to make from one account on one day, to accounts in Norway.
 *
 * A file is written whole or not at all: the first fault in it refuses it. Names and texts may be
 * any bytes and become what banks take (lib/format/banktext.h), 140 characters at most. What names
 * a message or a payment is never changed, as the bank tells by it what came of the payment
 * (pain.002, camt.054). The numbers and sums of the message, and of its only block, are counted of
 * what is written.
 *
 * A payment goes without urgency and as aid (SUPP), each is booked by itself, and each side pays
 * its own bank.
 */
#ifndef TRINN_FORMAT_PAIN001_H
#define TRINN_FORMAT_PAIN001_H

#include <stddef.h>
#include <stdint.h>

#include "lib/base/attr.h"
#include "lib/base/buf.h"

#define PAIN_MESSAGE_ID_MAX 33 /* the block's, two longer, is BANKTEXT_ID_MAX at most */
#define PAIN_TEXT_MAX 140      /* characters */
#define PAIN_ORE_MAX 999999999999999999

enum pain_version { PAIN_001_03, PAIN_001_09 };

/* name, word for it; from PAIN_PAYMENT_ID on it is of one payment */
#define PAIN_FAULTS(X)                                                                             \
	X(OK, "ok")                                                                                \
	X(EMPTY, "no-payments")                                                                    \
	X(MESSAGE_ID, "message-id")                                                                \
	X(MADE_AT, "made-at")                                                                      \
	X(INITIATOR_ID, "initiator-id")                                                            \
	X(DEBTOR_ACCOUNT, "debtor-account")                                                        \
	X(DEBTOR_BIC, "debtor-bic")                                                                \
	X(EXECUTES_ON, "executes-on") /* before the day it was made, or after all days */          \
	X(TOO_LARGE, "too-large")     /* for the buffer */                                         \
	X(PAYMENT_ID, "payment-id")                                                                \
	X(ACCOUNT, "account")                                                                      \
	X(KID, "kid") /* by neither method */                                                      \
	X(KID_AND_TEXT, "kid-and-text")                                                            \
	X(AMOUNT, "amount") /* not above 0, or with those before above PAIN_ORE_MAX */             \
	X(SAME_ID, "same-payment-id")

enum pain_fault {
#define X(name, key) PAIN_##name,
	PAIN_FAULTS(X)
#undef X
};

struct pain_payment {
	const char *id; /* an id of lib/format/banktext.h, that no other payment of the file has */
	const char *creditor;
	const char *account; /* of lib/format/bank.h */
	const char *kid;     /* of either method; NULL if there is none */
	const char *text;    /* for the creditor, who has no KID; NULL if there is none */
	int64_t amount_ore;
};

struct pain_file {
	enum pain_version version;
	const char *message_id; /* an id that no other file of the debtor's has */
	const char *made_at;	/* "2026-11-21T10:15:30", as clocks show it here */
	const char *initiator;
	const char *initiator_id; /* an id by which the bank knows it, as the organisation number */
	const char *debtor;
	const char *debtor_account;
	const char *debtor_bic;
	int32_t executes_on; /* day of lib/base/date.h */
	const struct pain_payment *payments;
	size_t n;
};

/* Adds the file to `out`; nothing on a fault, and if that is of a payment, its index is
 * *payment_out. */
enum pain_fault pain001_write(const struct pain_file *file, struct buf *out,
			      size_t *payment_out) MUST_USE;

const char *pain_fault_key(enum pain_fault fault);

#endif
