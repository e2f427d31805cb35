/* What an appeal may come to at the county: proposed there, or resolved by a meeting. */
#ifndef TRINN_API_APPEALS_OUTCOME_H
#define TRINN_API_APPEALS_OUTCOME_H

#include <stdbool.h>
#include <stdint.h>

#include "api/problems/problems.h"

/* Amounts are øre. */
struct appeal_stake {
	int64_t decided_ore; /* by the decision that is appealed against */
	int64_t asked_ore;   /* in all: the amount that was said, else what was applied for */
	bool has_asked;      /* an amount was said */
	bool has_conditions; /* the decision, so that more than money may be asked for */
	bool lifts;          /* the answer, conditions of it */
	bool is_sent_back;   /* by the board: the county decides it itself now */
	bool has_grant;
	bool is_of_amendment; /* that the decision approved: no amount takes it up again */
};

/* In whole or in part. */
bool appeal_allows(const char *outcome);

/* The county sets a decision aside where no grant rests on it, and the case is reviewed anew then,
 * or where it approved an amendment, which is decided anew. What the board has sent back with a
 * grant that stands, the county decides here. */
void check_county_outcome(const struct appeal_stake *stake, const char *outcome,
			  struct problems *problems);

/* Allowed is what was asked, in part less, and either more than before: money, or fewer conditions.
 * Where more than money may be asked for, the amount does not tell whether all was given. */
void check_gain(const struct appeal_stake *stake, const char *outcome, int64_t amount_ore,
		struct problems *problems);

/* The appellant has had its say on what the county says before the appeals body decides, whether it
 * meets here or elsewhere (fvl. § 33): on such a day. */
void require_commented(bool may_comment, int32_t comment_by, int32_t day, const char *pointer,
		       struct problems *problems);

#endif
