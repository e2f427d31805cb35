/*
 * Changing the amount of a grant: an appeal that is allowed, or an amendment, raises it from what
 * its line has available in its year, or lowers it as far as nothing is claimed. It stays the same
 * grant, accepted or not; its cost groups get their shares anew in proportion to the costs, and its
 * lines theirs of the new whole. One that is annulled after it was accepted is lowered to what was
 * claimed, so that an appeal or a reversal gives it back: it stands as it stood, with its claims,
 * budget, partners and conditions, and is changed to what was decided.
 * trinn.change_grant() is the one way, and keeps what it was changed from, why and by whom.
 */
#ifndef TRINN_API_GRANTS_CHANGE_H
#define TRINN_API_GRANTS_CHANGE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "api/problems/problems.h"

struct arena;
struct shape;

struct changed_cost {
	const char *cost_group;
	int64_t budget_ore;
};

struct changed_part {
	int64_t line;
	int64_t year;
	int64_t share_bp;
	int64_t amount_ore;
	int64_t remaining_ore;
	int64_t back_ore; /* taken as it was annulled, and there to be given back to it */
};

struct changed_grant {
	int64_t id;
	const char *state;
	bool is_annulled;      /* what was claimed is left, until it is given back */
	int64_t amount_ore;
	int64_t remaining_ore; /* not claimed */
	int64_t taken_ore;     /* as it was annulled */
	int64_t year;          /* of the appropriation that it was made from */
	struct changed_part *parts; /* one for each line and year that finances it */
	size_t n_parts;
	struct changed_cost *costs;
	size_t n_costs;
};

extern const struct shape changed_grant_shape;

/* As it stands, or will once it is given back. */
const char *standing_state(const struct changed_grant *grant);

/* That it is not over, and that as much is left as is claimed. */
void check_change(const struct changed_grant *grant, int64_t after_ore, const char *pointer,
		  struct problems *problems);

/* {"workshops": 100, ...}, as trinn.change_grant() takes them. */
const char *changed_shares(const struct changed_grant *grant, int64_t after_ore,
			   struct arena *arena);

/* The difference: a raise by line, from the year's appropriation; of a lower amount to each part,
 * what its line gives back being in proportion to what remains of each year. The lines come to have
 * their shares of the whole (largest remainder), as far as a raise takes nothing back of any, and a
 * lower amount no more from one, nor what is claimed of it. Of one that is given back to each part,
 * as far as its line has what was taken still, and else to that of the year, which comes last where
 * there was none. A list of the arena. */
int64_t *changed_parts(const struct changed_grant *grant, int64_t after_ore, int64_t year,
		       size_t *n_out, struct arena *arena);

#endif
