/*
 * What a person does with a payment that a bank file told of: matches it with a co-payment, splits
 * it, ignores it or sends it back; and undoes that. Amounts are øre.
 *
 * What the bank takes back and what came in another currency is no payment in kroner, neither
 * matched nor split: a person undoes what was paid with the one, waits for the kroner of the other,
 * and ignores it.
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
	struct owed owed; /* that it is to be matched with, or is */
	bool has_owed;
	int64_t paid_ore; /* of that, less what was refunded */
	int64_t refunded_ore;
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

/* By hand. `input` is NULL to ask only whether it may be. */
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
