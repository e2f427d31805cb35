/* What every command on an evaluation knows of it, as its load tells. */
#ifndef TRINN_API_EVALUATIONS_FACTS_H
#define TRINN_API_EVALUATIONS_FACTS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "api/command/caller.h"

/* The case that is evaluated. */
struct evaluated_case {
	int64_t id; /* of the application */
	const char *state;
	int64_t caseworker_id;
	bool has_caseworker;
	const char *caseworker;
	bool caller_applied;
};

struct weighed_criterion {
	int64_t id;
	int64_t weight_bp;
	int64_t minimum; /* below which nothing is granted */
	bool has_minimum;
};

struct assessor {
	int64_t person_id;
	const char *name;
	const char *state;  /* named, scored or released */
	bool is_questioned; /* disqualified, or a question of it stands open */
};

struct given_score {
	int64_t criterion_id;
	int64_t score;
};

/* Somebody who might be named. */
struct candidate {
	const char *name;
	bool may_assess;
	bool applied;
	bool is_questioned;
	bool could_read_scores; /* of the others, as they were shown */
};

struct evaluation_facts {
	struct caller caller;
	int64_t id;
	const char *state;
	struct evaluated_case application;
	bool was_opened; /* scores were all in once */
	int64_t scale;
	int64_t assessors_needed;
	struct weighed_criterion *criteria;
	size_t n_criteria;
	struct assessor *assessors;
	size_t n_assessors;
	struct given_score *given; /* that count, and that the caller may see */
	size_t n_given;
	struct candidate candidate;
	bool has_candidate;
	int64_t consolidation_id;
};

extern const struct shape assessor_shape;
extern const struct shape evaluation_facts_shape;

#endif
