/*
 * What is decided before a case in the same request: tried dry it is not there when the case is
 * loaded, so that its money would be granted again. Each case is held against what those before it
 * leave, as it will be. Nothing is written for it, as the rows of the money would be locked for as
 * long as the attempt takes.
 */
#ifndef TRINN_API_DECISIONS_BEFORE_H
#define TRINN_API_DECISIONS_BEFORE_H

#include "api/decisions/decisions.h"

struct arena;
struct granted_before;

struct decided_before {
	struct arena *arena; /* that outlives the cases */
	struct granted_before *grants;
};

/* Takes from the facts what is granted before: the money of their lines; and of what overlaps, that
 * it is merely applied for. */
void count_before(struct application_facts *facts, const struct decided_before *before);

/* Notes what nothing stands in the way of. */
void note_before(struct decided_before *before, const struct application_facts *facts,
		 const struct decide_input *input, const struct decide_effects *effects);

#endif
