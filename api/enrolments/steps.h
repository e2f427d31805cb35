/* One step taken by several firms at once, such as those of a cohort that is through: each takes it
 * or is told why not. One that does not leaves the others alone. */
#ifndef TRINN_API_ENROLMENTS_STEPS_H
#define TRINN_API_ENROLMENTS_STEPS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "api/enrolments/facts.h"
#include "api/problems/problems.h"

struct stepping_firm {
	struct enrolment_facts facts;
	int64_t version;
};

struct steps_facts {
	struct caller caller;
	struct stepping_firm *firms; /* those asked for that the hub follows */
	size_t n_firms;
};

struct steps_input {
	const char *step; /* enrol, start, complete, finish */
	int64_t stage;	  /* to enrol in */
	bool has_stage;
	int64_t *enrolments;
	size_t n_enrolments;
	const char *enrolments_json; /* the same */
};

/* What stands in the way of each of the input, by the rule of the step for one firm. Of those who
 * enrol, the first get the places that are free; nobody is put in a queue, or in a priced stage,
 * among others: that is for its firm to say. */
void decide_steps(const struct steps_facts *facts, const struct steps_input *input,
		  struct problems *each, struct problems *problems);

/* The i-th of the input as it is; NULL if the hub does not follow it. */
const struct stepping_firm *steps_find(const struct steps_facts *facts,
				       const struct steps_input *input, size_t i);

#endif
