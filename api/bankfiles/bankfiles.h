/*
 * Bank files of a creditor of co-payments, and the payments they tell of.
 *
 * A file is read once, and a payment counts once, in however many files it is told of: by the
 * bank's reference with the day and the amount, as some banks count references anew in each
 * statement. An entry that one file tells whole and another by the payments it was booked for is
 * not seen to be one: the whole has no KID, and waits for a person to ignore it. What is matched is
 * looked for among the creditor's own co-payments only, so that a file tells nothing of anybody
 * else's customers; the rest is kept for a person, who matches it by hand, ignores it or sends it
 * back. Amounts are øre.
 *
 * What a bank says was booked on a day to come is no payment yet: it waits as well, and is matched
 * on that day at the earliest. One such line is no reason to refuse the others of the file.
 *
 * A payment that is for several is split, and its parts are payments that wait for a person; they
 * come to all of it, and one that was cut wrongly is split further.
 *
 * What was done with a payment can be undone, and it waits for a person again; the files that tell
 * of it still count it as known. One person does it, as with the match: no money moves and nothing
 * is given up. An entry of its own takes the payment back, and the share is what it was without it:
 * paid if nothing is open, else part paid or invoiced, also where the rest was waived or written
 * off, which it stays. What the firm has passed it has passed, as a gate asks when the firm comes
 * to it: those ahead ask again. A claim is held against what firms owe, not what they have paid,
 * and stands. Money refunded is gone: no payment is taken back without which more would be refunded
 * than paid. A wish to let the firm off is decided first, as it is about what was open.
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
};

extern const struct shape owed_shape;

struct bank_file_facts {
	struct caller caller;
	int32_t today;
	int64_t id;
	int64_t same_file; /* this very file, read before */
	bool has_same_file;
	int64_t *known; /* indices of payments that another file told of */
	size_t n_known;
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
};

/* What becomes of a payment of the file. */
struct bank_match {
	bool is_known;		 /* told of before: nothing */
	const struct owed *owed; /* what it pays; NULL: a person sees to it */
	const char *why;	 /* then; of the API */
};

struct bank_file_effects {
	struct bank_match *matches; /* for each payment; in the problems' arena */
	size_t n_known, n_matched;
};

struct bank_entry_facts {
	struct caller caller;
	int32_t today;
	int64_t id;
	int64_t file_id;
	const char *state;
	int32_t booked_on;
	int64_t amount_ore;
	struct owed owed; /* that it is to be matched with, or is */
	bool has_owed;
	int64_t paid_ore; /* of that, less what was refunded */
	bool is_relief_asked;
};

struct match_input {
	int64_t copayment_id;
};

struct split_input {
	int64_t *amounts_ore;
	size_t n;
	const char *amounts_json;
};

struct reopen_effects {
	const char *owed_state; /* of what it was matched with */
};

/* A payment is matched if its KID is owed to the caller and it is no more than what is open. */
void decide_read_bank_file(const struct bank_file_facts *facts, const struct bank_file_input *input,
			   struct bank_file_effects *effects, struct problems *problems);

/* By hand, also with more than what is open. `input` is NULL to ask only whether it may be. */
void decide_match(const struct bank_entry_facts *facts, const struct match_input *input,
		  struct problems *problems);

/* Ignored, or sent back to who paid. */
void decide_dismiss(const struct bank_entry_facts *facts, struct problems *problems);

/* `input` is NULL to ask only whether it may be. */
void decide_split(const struct bank_entry_facts *facts, const struct split_input *input,
		  struct problems *problems);

/* Undoes what was done. */
void decide_reopen(const struct bank_entry_facts *facts, struct reopen_effects *effects,
		   struct problems *problems);

#endif
