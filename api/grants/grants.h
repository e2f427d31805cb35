/* Grants (tilskudd): offered by a decision, accepted with its conditions by the recipient within
 * the deadline, then claimed against. One that is declined is annulled, and one that nobody
 * accepted in time lapses by itself, as the decision says (trinn.jobs_lapse_offer()): the money
 * goes back to its lines, and the case is closed. */
#ifndef TRINN_API_GRANTS_GRANTS_H
#define TRINN_API_GRANTS_GRANTS_H

#include <stdint.h>

#include "api/applications/onbehalf.h"
#include "api/command/caller.h"
#include "api/problems/problems.h"
#include "api/settlements/settlements.h"

struct shape;

struct grant_facts {
	struct caller caller;
	int32_t today;
	int64_t id;
	const char *state;
	int32_t accept_by;
	bool has_accept_by;
	int32_t release_on; /* of a decision that is held, and the offer with it */
	bool is_held;
	bool is_set_aside;  /* by the appeals body, and not decided anew yet */
	bool answers_for; /* the caller may enter what the recipient says */
	int32_t known_on;   /* the day that the decision was made known */
	bool is_known;
	const char *granted_step; /* the caller's: recommend, assure or decide; or NULL */
	int64_t application_id;
	int64_t application_version;
	int64_t applicant_id;
	struct grant_standing standing;
};

extern const struct shape grant_facts_shape;

void decide_accept(const struct grant_facts *facts, struct problems *problems);

/* What the appeals body has set aside is neither accepted, declined nor claimed against until it is
 * decided anew (fvl. § 34 fourth paragraph). */
void require_not_set_aside(bool is_set_aside, struct problems *problems);

/* Also after its last day, as long as it stands. */
void decide_decline(const struct grant_facts *facts, struct problems *problems);

/* The same of what the recipient says otherwise than here, entered by a person who had no hand in
 * what was granted; `said` is NULL to ask only whether it may be entered. */
void decide_enter_acceptance(const struct grant_facts *facts, const struct said_input *said,
			     struct problems *problems);
void decide_enter_refusal(const struct grant_facts *facts, const struct said_input *said,
			  struct problems *problems);

#endif
