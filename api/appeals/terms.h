/* What an appeal that is allowed makes of the conditions of the decision: some are asked no more,
 * others are asked instead. Those that are not named go on. */
#ifndef TRINN_API_APPEALS_TERMS_H
#define TRINN_API_APPEALS_TERMS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "api/conditions/conditions.h"
#include "api/problems/problems.h"

struct appeal_facts;

/* One that the case has, in whatever state it is. */
struct asked_condition {
	int64_t number;
	const char *state;
};

struct new_terms {
	int64_t *lifts; /* conditions, by number, that are asked no more */
	size_t n_lifts;
	struct given_conditions conditions; /* that are asked besides */
};

/* Whether the same goes and the same comes. */
bool are_same_terms(const struct new_terms *a, const struct new_terms *b);

/* What is not lifted may be, also one that was met under protest or waived, and a new one is as any
 * decision gives. Only what is allowed changes a condition. */
void check_terms(const struct appeal_facts *facts, const char *outcome,
		 const struct new_terms *terms, struct problems *problems);

/* What a meeting has allowed has the conditions of the answer that it had before it. */
void check_terms_sent(const struct appeal_facts *facts, const char *outcome,
		      const struct new_terms *terms, const char *pointer,
		      struct problems *problems);

#endif
