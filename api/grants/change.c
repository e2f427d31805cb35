#include "api/grants/change.h"

#include <inttypes.h>

#include "api/grants/split.h"
#include "api/problems/words.h"
#include "lib/base/arena.h"
#include "lib/json/shape.h"

static const struct shape_field cost_fields[] = {
	SHAPE_FIELD(struct changed_cost, cost_group, "costGroup", TEXT),
	SHAPE_FIELD(struct changed_cost, budget_ore, "budgetOre", I64),
};
static const struct shape cost_shape = SHAPE(struct changed_cost, cost_fields);

static const struct shape_field part_fields[] = {
	SHAPE_FIELD(struct changed_part, year, "year", I64),
	SHAPE_FIELD(struct changed_part, share_bp, "shareBp", I64),
	SHAPE_FIELD(struct changed_part, remaining_ore, "remainingOre", I64),
};
static const struct shape part_shape = SHAPE(struct changed_part, part_fields);

static const struct shape_field fields[] = {
	SHAPE_FIELD(struct changed_grant, id, "id", I64),
	SHAPE_FIELD(struct changed_grant, state, "state", TEXT),
	SHAPE_FIELD(struct changed_grant, amount_ore, "amountOre", I64),
	SHAPE_FIELD(struct changed_grant, remaining_ore, "remainingOre", I64),
	SHAPE_FIELD(struct changed_grant, year, "year", I64),
	SHAPE_OBJECTS(struct changed_grant, parts, n_parts, "parts", &part_shape),
	SHAPE_OBJECTS(struct changed_grant, costs, n_costs, "costs", &cost_shape),
};
const struct shape changed_grant_shape = SHAPE(struct changed_grant, fields);

void check_change(const struct changed_grant *grant, int64_t after_ore, const char *pointer,
		  struct problems *problems)
{
	int64_t claimed_ore = grant->amount_ore - grant->remaining_ore;

	require_state(problems, grant->state, "offered, accepted, active");
	if (after_ore < claimed_ore)
		problems_add(problems, PROBLEM_GRANT_CLAIMED, pointer,
			     words_kroner(problems, claimed_ore), NULL);
}

const char *changed_shares(const struct changed_grant *grant, int64_t after_ore,
			   struct arena *arena)
{
	size_t n = grant->n_costs;
	int64_t *weights = arena_alloc(arena, (n + 1) * sizeof(*weights));
	const int64_t *shares;
	const char *text = "{";

	for (size_t i = 0; i < n; i++)
		weights[i] = grant->costs[i].budget_ore;
	shares = split_parts(after_ore, weights, n, arena);
	for (size_t i = 0; i < n; i++)
		text = arena_printf(arena, "%s%s\"%s\":%" PRId64, text, i == 0 ? "" : ",",
				    grant->costs[i].cost_group, shares[i]);
	return arena_printf(arena, "%s}", text);
}

static size_t weigh_lines(const struct changed_grant *grant, int64_t *weights)
{
	size_t n = 0;

	for (size_t i = 0; i < grant->n_parts; i++)
		if (grant->parts[i].year == grant->year)
			weights[n++] = grant->parts[i].share_bp;
	return n;
}

static size_t weigh_remains(const struct changed_grant *grant, int64_t *weights)
{
	for (size_t i = 0; i < grant->n_parts; i++)
		weights[i] = grant->parts[i].remaining_ore;
	return grant->n_parts;
}

int64_t *changed_parts(const struct changed_grant *grant, int64_t after_ore, size_t *n_out,
		       struct arena *arena)
{
	int64_t difference = after_ore - grant->amount_ore;
	int64_t *weights = arena_alloc(arena, (grant->n_parts + 1) * sizeof(*weights));
	int64_t *parts;

	if (difference > 0) {
		*n_out = weigh_lines(grant, weights);
		return split_parts(difference, weights, *n_out, arena);
	}
	*n_out = weigh_remains(grant, weights);
	parts = split_parts(-difference, weights, *n_out, arena);
	for (size_t i = 0; i < *n_out; i++)
		parts[i] = -parts[i];
	return parts;
}
