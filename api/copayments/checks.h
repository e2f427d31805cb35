/*
 * The county checks the aid of several co-payments at once, as those of a cohort: each by the rule
 * for one (relief.h), with one reason for all. One that is refused, be it for whoever raised it or
 * for a checker who stands back from it, leaves the others alone. What a firm may not have is told
 * it by itself, in words of its own, so that nothing is refused to several at once. What was
 * refused before is checked by itself as well: one reason for many does not say why a firm that
 * might not have it may.
 */
#ifndef TRINN_API_COPAYMENTS_CHECKS_H
#define TRINN_API_COPAYMENTS_CHECKS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "api/copayments/copayments.h"

struct checked_copayment {
	struct copayment_facts facts;
	int64_t version;
	const char *how; /* the caller stands back from it */
	bool stands_back;
};

struct checks_facts {
	struct caller caller;
	struct checked_copayment *copayments; /* those asked for that the caller sees */
	size_t n;
};

struct checks_input {
	int64_t *ids;
	size_t n;
	const char *ids_json; /* the same */
	const char *reason;
};

/* The i-th of the input as it is; NULL if the caller sees none. */
const struct checked_copayment *checks_find(const struct checks_facts *facts,
					    const struct checks_input *input, size_t i);

/* What stands in the way of each of the input. */
void decide_checks(const struct checks_facts *facts, const struct checks_input *input,
		   struct problems *each);

#endif
