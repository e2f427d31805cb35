/*
 * What a person does with a payment that a bank file told of: matches it with a co-payment, splits
 * it, ignores it or sends it back; and undoes that. Amounts are øre.
 *
 * What the bank takes back and what came in another currency is no payment in kroner, neither
 * matched nor split: a person undoes what was paid with the one, waits for the kroner of the other,
 * and ignores it. What was taken back does not count as long as that stands: it is neither matched
 * nor split, and what takes it back is ignored only when it does not count any more. Whoever
 * ignores that says which payment it is, if the bank's reference does not, or that it is none of
 * those here; reopening it takes that back.
 *
 * A payment that may be known, or that came before what it pays was owed, counts for a reason only,
 * which is kept with it.
 *
 * A payment that is for several is split, and its parts are payments that wait for a person; they
 * come to all of it, and one that was cut wrongly is split further.
 *
 * What was done with a payment can be undone, and it waits for a person again; the files that tell
 * of it still count it as known. One person does it, as with the match: no money moves and nothing
 * is given up. An entry of its own takes the payment back, and the share is what it was without it:
 * credited if it was, paid if nothing is open, else part paid or invoiced, also where the rest was
 * waived or written off, which it stays. What the firm has passed it has passed, as a gate asks
 * when the firm comes to it: those ahead ask again. A claim is held against what firms owe, not
 * what they have paid, and stands. Money refunded is gone: no payment is taken back without which
 * it was not paid too much; a refund only asked for lapses. A wish to let the firm off is
 * decided first, as it is about what was open.
 */
#ifndef TRINN_API_BANKFILES_ENTRIES_H
#define TRINN_API_BANKFILES_ENTRIES_H

#include "api/bankfiles/bankfiles.h"

struct bank_entry_facts {
	struct caller caller;
	int32_t today;
	int64_t id;
	int64_t file_id;
	const char *state;
	int32_t booked_on;
	int64_t amount_ore;
	const char *currency;
	bool is_reversal;
	const char *why;    /* NULL once it was seen to */
	int64_t perhaps_id; /* the payment that it may be */
	bool has_perhaps;
	int64_t reversed_by; /* with which the bank took it back */
	bool is_reversed;
	int64_t reverses; /* what it takes back, or is said to; if it can be that */
	bool has_reverses;
	bool is_reversed_counted; /* that, or a part of it */
	struct owed owed;	  /* that it is to be matched with, or is */
	bool has_owed;
	int64_t paid_ore; /* of that, less what was refunded */
	int64_t refunded_ore;
	bool is_relief_asked;
};

struct match_input {
	int64_t copayment_id;
	const char *reason; /* or NULL */
};

struct ignore_input {
	const char *reason;
	int64_t reverses_id;
	bool has_reverses; /* which goes before the next */
	bool is_nothing;   /* of the caller's is taken back */
	bool has_nothing;
};

struct split_input {
	int64_t *amounts_ore;
	size_t n;
	const char *amounts_json;
	const char *reason; /* or NULL */
};

struct reopen_effects {
	const char *owed_state; /* of what it was matched with */
};

/* By hand. `input` is NULL to ask only whether it may be. */
void decide_match(const struct bank_entry_facts *facts, const struct match_input *input,
		  struct problems *problems);

/* What whoever matches it has to say a reason for, as far as it is known before. */
void warn_of_payment(const struct bank_entry_facts *facts, struct problems *warnings);

/* `input` is NULL to ask only whether it may be. */
void decide_ignore(const struct bank_entry_facts *facts, const struct ignore_input *input,
		   struct problems *problems);

/* Sent back to who paid. */
void decide_return_payment(const struct bank_entry_facts *facts, struct problems *problems);

/* `input` is NULL to ask only whether it may be. */
void decide_split(const struct bank_entry_facts *facts, const struct split_input *input,
		  struct problems *problems);

/* Undoes what was done. */
void decide_reopen(const struct bank_entry_facts *facts, struct reopen_effects *effects,
		   struct problems *problems);

#endif
