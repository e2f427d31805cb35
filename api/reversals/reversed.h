/* The newest decision of a case as one to be reversed, and what its reversal is held against. Of
 * one that is proposed, and of no other command on an application. */
#ifndef TRINN_API_REVERSALS_REVERSED_H
#define TRINN_API_REVERSALS_REVERSED_H

#include <stdbool.h>
#include <stdint.h>

#include "api/grants/change.h"

struct reversed {
	int64_t id;            /* that a new reversal will have */
	bool has_id;
	int64_t decision_id;
	const char *outcome;
	int64_t amount_ore;
	int64_t year;
	const char *met;       /* the body that made it at a meeting; NULL: none did */
	bool may_harm;         /* the party, on the ground that is named */
	bool needs_provision;
	bool needs_superior;
	bool needs_unreached;  /* is for what has not reached the party alone */
	bool is_unreached;
	bool is_held;          /* until its day: api/decisions/held.h */
	bool had_notice;       /* the party, and time to comment: fvl. § 16 */
	int32_t known_on;      /* to the party; of one that is held 0 */
	int32_t noticed_on;    /* when the party was told first that it may be reversed */
	bool is_noticed;
	bool is_on_appeal;     /* the decision */
	int64_t notice_days, months, appeal_days; /* figures of § 35 third paragraph */
	bool has_notice_days, has_months, has_appeal_days;
	struct changed_grant grant; /* that stands, or may be given back */
	bool has_grant;
	int64_t appeal_number; /* of those that are not settled the one that asks for most */
	bool is_appealed;
	int64_t asked_ore;     /* in it */
	bool has_asked;
	bool is_of_amendment;  /* one of them: it asks for more than money */
};

extern const struct shape reversed_shape;

#endif
