/* What a recommendation and a decision rest on where the call has criteria. */
#ifndef TRINN_API_EVALUATIONS_EVALUATED_H
#define TRINN_API_EVALUATIONS_EVALUATED_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "api/evaluations/facts.h"
#include "api/problems/problems.h"

struct evaluated_facts {
	const char *state; /* of the evaluation that counts; NULL: there is none */
	bool is_below_minimum;
	int64_t consolidated_by;
	bool is_consolidated;
	struct assessor *assessors; /* whose scores count */
	size_t n_assessors;
	int64_t *requirements; /* of the call, to be checked */
	size_t n_requirements;
	int64_t next_id; /* of an evaluation that begins */
};

extern const struct shape evaluated_shape;

/* That it bears the outcome; NULL asks only whether it bears any. */
void check_evaluated(const struct evaluated_facts *facts, const char *outcome,
		     struct problems *problems);

/* Whoever assessed or consolidated prepared the case, and does not decide it. */
void require_not_assessor(const struct evaluated_facts *facts, const struct caller *caller,
			  struct problems *problems);

#endif
