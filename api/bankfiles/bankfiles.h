/*
 * Bank files of a creditor of co-payments, and the payments they tell of.
 *
 * A file is read once, and a payment counts once, in however many files it is told of: by the
 * bank's reference with the day and the amount, as some banks count references anew in each
 * statement. Files of two forms have references of their own for it, and so has a row in which a
 * column was left out and the bank's reference is none. So what has the KID and the amount of a
 * known payment, about its day, waits for a person with the id of that one, unless the bank's own
 * references in files of one form tell the two apart. A known payment holds up one of the file, as
 * a firm may pay alike twice. An entry that one file tells whole and another by the payments it was
 * booked for is not seen to be one: the whole has no KID, and waits for a person to ignore it.
 *
 * Money out is nobody's payment, and only counted, unless it names by KID what is owed to the
 * caller or by the bank's reference a payment of the same amount: then it may be the bank's
 * correction of one, and waits as what the bank takes back.
 *
 * What the bank takes back waits too and names the payment, which a person reopens; one that is not
 * matched yet stays so. Under a reference of its own it names the newest that it may be. What is
 * matched is looked for among the creditor's own co-payments only, so that a file tells nothing of
 * anybody else's customers; the rest is kept for a person, who matches it by hand, ignores it or
 * sends it back. Amounts are øre.
 *
 * What a bank says was booked on a day to come is no payment yet: it waits as well, and is matched
 * on that day at the earliest. One such line is no reason to refuse the others of the file. Nor is
 * what came before the claim matched by itself: a person may, and it counts from when that arose.
 *
 * A file that says which account it is of, as camt.054 does, is read if two persons of the county
 * registered that account for the caller. Tables do not say.
 */
#ifndef TRINN_API_BANKFILES_BANKFILES_H
#define TRINN_API_BANKFILES_BANKFILES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "api/command/caller.h"
#include "api/problems/problems.h"
#include "lib/format/bankfile.h"
#include "lib/json/shape.h"

/* A co-payment that a payment can belong to. */
struct owed {
	int64_t id;
	const char *kid; /* NULL before the invoice */
	const char *state;
	int64_t open_ore;
	int64_t firm_id;
	int32_t raised_on;
};

extern const struct shape owed_shape;

/* A payment of the file that has what another file told of, under a reference of its own. */
struct bank_perhaps {
	int64_t payment; /* index */
	int64_t entry_id;
};

struct bank_file_facts {
	struct caller caller;
	int32_t today;
	int64_t id;
	int64_t same_file; /* this very file, read before */
	bool has_same_file;
	const char *other_account; /* of the file, not the caller's; NULL: none */
	int64_t *known;		   /* indices of payments that another file told of */
	size_t n_known;
	struct bank_perhaps *perhaps; /* by payment; none that is known */
	size_t n_perhaps;
	int64_t *reversed; /* indices of payments that another file told were taken back */
	size_t n_reversed;
	int64_t *reversing; /* indices of what takes back a payment that another file told of */
	size_t n_reversing;
	struct owed *owed; /* to the caller, under the KIDs of the payments */
	size_t n_owed;
};

struct bank_file_input {
	const char *name;
	const char *content;  /* base64 */
	bool is_base64;	      /* it is */
	const char *sha256;   /* of what it stands for */
	struct bankfile file; /* the same, read */
	enum bankfile_fault fault;
	size_t line;		   /* at which it was seen */
	const char *payments_json; /* of the file, for the load */
	const char *accounts_json; /* the same */
};

/* What becomes of a payment of the file. */
struct bank_match {
	bool is_known;		 /* told of before: nothing */
	const struct owed *owed; /* what it pays; NULL: a person sees to it */
	const char *why;	 /* then; of the API */
	int64_t perhaps_id;	 /* the payment that it may be; 0: none */
	bool is_reversed;	 /* another file told so */
	bool is_reversing;	 /* it takes back what another file told of */
	bool is_skipped;	 /* money out that has to do with no payment: nothing */
};

struct bank_file_effects {
	struct bank_match *matches; /* for each payment; in the problems' arena */
	size_t n_known, n_matched, n_skipped;
};

/* A payment is matched if its KID is owed to the caller, also with more than what is open: what is
 * too much goes back (copayments.h). One without, as banks give the KID of many a firm as text, is
 * matched if its message names one that is open and no other: whoever names two may have meant
 * either, and what is paid already may be named for another reason. */
void decide_read_bank_file(const struct bank_file_facts *facts, const struct bank_file_input *input,
			   struct bank_file_effects *effects, struct problems *problems);

#endif
