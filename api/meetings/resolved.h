/* What a decision rests on where a body met on the case. */
#ifndef TRINN_API_MEETINGS_RESOLVED_H
#define TRINN_API_MEETINGS_RESOLVED_H

#include <stdbool.h>
#include <stdint.h>

#include "api/conditions/conditions.h"
#include "api/problems/problems.h"

struct shape;

struct resolved_facts {
	bool is_resolved; /* by a body that may decide, in minutes that are approved or not */
	bool is_voted_on; /* at this moment */
	bool is_before; /* a meeting has the case before it */
	/* A body that is registered here decides on all lines of the call, up to this. */
	int64_t delegated_ore;
	bool is_delegated;
	int64_t item_id; /* of what was resolved last, in approved minutes */
	bool has_item;	   /* the next seven are there with it */
	const char *body;
	const char *reference; /* "sak 3 i møte 2/2026" */
	const char *outcome;
	int64_t amount_ore;
	const char *grounds; /* NULL: those that were prepared */
	struct given_conditions conditions;
	bool has_resolved;
	bool may_decide, has_may; /* by its authority; otherwise it recommends */
};

/* What a decision says of it. */
struct resolution_input {
	int64_t item_id;
	bool has_item;
	const char *departure_grounds; /* NULL: none */
};

/* What is decided. */
struct decided_as {
	const char *outcome;
	int64_t amount_ore;
	const char *grounds; /* NULL: not given */
	const struct given_conditions *conditions; /* NULL: it is decided as it was prepared */
};

extern const struct shape resolved_shape;

/* Whether a decision about so much is a meeting's: that of the body it is delegated to, or that has
 * decided already. Above what is delegated the secretary enters what the committee that the line
 * names has resolved elsewhere. */
bool is_entered_as_resolved(const struct resolved_facts *facts, bool is_secretary,
			    int64_t at_stake_ore);

/* Of an answer to an appeal: those that a meeting resolved, or, where none has, as proposed. */
const char *grounds_as_resolved(const struct resolved_facts *facts, const char *proposed);

/* `input` and `as` are NULL to ask only whether there may be a decision. A secretary enters what
 * the body that decides on the line has resolved, on its conditions and grounds; whoever else
 * decides says why they depart from what a body recommends. What is said of a meeting that did not
 * is refused. */
void check_resolved(const struct resolved_facts *facts, bool is_secretary, int64_t at_stake_ore,
		    const struct resolution_input *input, const struct decided_as *as,
		    struct problems *problems);

#endif
