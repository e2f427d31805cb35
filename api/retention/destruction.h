/*
 * Destruction: one archivist proposes a list of cases that nothing keeps, another approves it, and
 * trinn-jobs destroys what the cases say. What is left, and why the trail holds, is told in
 * sql/migrations/0052_destruction.sql.
 *
 * Whether something keeps a case is asked as the list is made, and again as each case is destroyed:
 * one that is kept by then is spared.
 */
#ifndef TRINN_API_RETENTION_DESTRUCTION_H
#define TRINN_API_RETENTION_DESTRUCTION_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "api/command/caller.h"
#include "api/problems/problems.h"

/* One of those asked for, in their order. */
struct listed_case {
	bool is_there;  /* closed, and not destroyed */
	bool is_kept;   /* by anything, today */
	bool is_listed; /* on a list that waits */
};

struct new_destruction_facts {
	struct caller caller;
	int64_t id;
	struct listed_case *cases;
	size_t n_cases;
};

struct new_destruction_input {
	int64_t *applications;
	size_t n_applications;
	const char *reason;
};

struct destruction_facts {
	struct caller caller;
	int64_t id;
	const char *state;
	int64_t proposed_by;
};

struct destruction_input {
	const char *outcome; /* approved or rejected */
	const char *reason;
};

void decide_propose_destruction(const struct new_destruction_facts *facts,
				struct problems *problems);

/* Whoever proposed it may take it back. `input` is NULL to ask only whether it may be approved. */
void decide_destruction(const struct destruction_facts *facts,
			const struct destruction_input *input, struct problems *problems);

#endif
