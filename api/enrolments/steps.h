/* One step taken by several firms at once, such as those of a cohort that is through: each takes it
 * or is told why not. One that does not leaves the others alone. */
#ifndef TRINN_API_ENROLMENTS_STEPS_H
#define TRINN_API_ENROLMENTS_STEPS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "api/command/caller.h"
#include "api/problems/problems.h"

struct stepping_firm {
	int64_t id; /* of its enrolment */
	const char *state;
	bool is_aid_refused, is_aid_unchecked;
	int64_t firm_id;
	int64_t version;
};

struct steps_facts {
	struct caller caller;
	struct stepping_firm *firms; /* those asked for that the hub follows */
	size_t n_firms;
};

struct steps_input {
	const char *step; /* start, complete, finish */
	int64_t *enrolments;
	size_t n_enrolments;
	const char *enrolments_json; /* the same */
};

/* What stands in the way of the i-th of the input, by the rule of the step for one firm. */
void decide_step(const struct steps_facts *facts, const struct steps_input *input, size_t i,
		 struct problems *problems);

/* The i-th of the input as it is; NULL if the hub does not follow it. */
const struct stepping_firm *steps_find(const struct steps_facts *facts,
				       const struct steps_input *input, size_t i);

#endif
