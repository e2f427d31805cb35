/* Grants (tilskudd): offered by a decision, accepted with its conditions by the recipient within
 * the deadline, then claimed against. One that is declined is annulled, and one that nobody
 * accepted in time lapses by itself, as the decision says (trinn.jobs_lapse_offer()): the money
 * goes back to its lines, and the case is closed. */
#ifndef TRINN_API_GRANTS_GRANTS_H
#define TRINN_API_GRANTS_GRANTS_H

#include <stdint.h>

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
	int64_t application_id;
	int64_t application_version;
	int64_t applicant_id;
	struct grant_standing standing;
};

extern const struct shape grant_facts_shape;

void decide_accept(const struct grant_facts *facts, struct problems *problems);

/* Also after its last day, as long as it stands. */
void decide_decline(const struct grant_facts *facts, struct problems *problems);

#endif
