/*
 * The county's library of criteria: requirements, which an application meets or not, and criteria
 * of quality, which calls weigh. What one says never changes; another wording is another edition of
 * its code, of the same kind, and calls keep theirs. One that is retired is taken into use no more.
 */
#ifndef TRINN_API_EVALUATIONS_CRITERIA_H
#define TRINN_API_EVALUATIONS_CRITERIA_H

#include <stdint.h>

#include "api/command/caller.h"
#include "api/problems/problems.h"

struct criterion_facts {
	struct caller caller;
	int64_t id;
	int64_t edition;
	const char *state;
	const char *kind; /* of the other editions; NULL: there are none */
};

/* `kind` is requirement or quality. */
void decide_add_criterion(const struct criterion_facts *facts, const char *kind,
			  struct problems *problems);
void decide_retire_criterion(const struct criterion_facts *facts, struct problems *problems);

#endif
