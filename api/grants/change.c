#include "api/grants/change.h"

#include <inttypes.h>
#include <stdbool.h>

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
	SHAPE_FIELD(struct changed_part, line, "line", I64),
	SHAPE_FIELD(struct changed_part, year, "year", I64),
	SHAPE_FIELD(struct changed_part, share_bp, "shareBp", I64),
	SHAPE_FIELD(struct changed_part, amount_ore, "amountOre", I64),
	SHAPE_FIELD(struct changed_part, remaining_ore, "remainingOre", I64),
	SHAPE_FIELD(struct changed_part, back_ore, "backOre", I64),
};
static const struct shape part_shape = SHAPE(struct changed_part, part_fields);

static const struct shape_field fields[] = {
	SHAPE_FIELD(struct changed_grant, id, "id", I64),
	SHAPE_FIELD(struct changed_grant, state, "state", TEXT),
	SHAPE_FIELD(struct changed_grant, is_annulled, "isAnnulled", BOOL),
	SHAPE_FIELD(struct changed_grant, amount_ore, "amountOre", I64),
	SHAPE_FIELD(struct changed_grant, remaining_ore, "remainingOre", I64),
	SHAPE_FIELD(struct changed_grant, taken_ore, "takenOre", I64),
	SHAPE_FIELD(struct changed_grant, year, "year", I64),
	SHAPE_OBJECTS(struct changed_grant, parts, n_parts, "parts", &part_shape),
	SHAPE_OBJECTS(struct changed_grant, costs, n_costs, "costs", &cost_shape),
};
const struct shape changed_grant_shape = SHAPE(struct changed_grant, fields);

const char *standing_state(const struct changed_grant *grant)
{
	if (!grant->is_annulled)
		return grant->state;
	return grant->amount_ore > grant->remaining_ore ? "active" : "accepted";
}

void check_change(const struct changed_grant *grant, int64_t after_ore, const char *pointer,
		  struct problems *problems)
{
	int64_t claimed_ore = grant->amount_ore - grant->remaining_ore;

	require_state(problems, standing_state(grant), "offered, accepted, active");
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

/* The lines of a grant, in their order, each with what it finances in all years. */
static struct changed_part *lines_of(const struct changed_grant *grant, size_t *n_out,
				     struct arena *arena)
{
	struct changed_part *lines = arena_alloc(arena, grant->n_parts * sizeof(*lines));
	size_t n = 0;

	for (size_t i = 0; i < grant->n_parts; i++) {
		const struct changed_part *part = &grant->parts[i];
		size_t at = 0;

		while (at < n && lines[at].line != part->line)
			at++;
		if (at == n)
			lines[n++] = (struct changed_part){.line = part->line,
							   .share_bp = part->share_bp};
		lines[at].amount_ore += part->amount_ore;
		lines[at].remaining_ore += part->remaining_ore;
	}
	*n_out = n;
	return lines;
}

/* What the whole comes to on each line, less what it was. */
static int64_t *line_differences(const struct changed_part *lines, size_t n, int64_t after_ore,
				 bool is_raise, struct arena *arena)
{
	struct split_bound *bounds = arena_alloc(arena, n * sizeof(*bounds));
	int64_t *weights = arena_alloc(arena, n * sizeof(*weights));
	int64_t *differences;

	for (size_t i = 0; i < n; i++) {
		const struct changed_part *line = &lines[i];

		weights[i] = line->share_bp;
		bounds[i].least = line->amount_ore - (is_raise ? 0 : line->remaining_ore);
		bounds[i].most = is_raise ? after_ore : line->amount_ore;
	}
	differences = split_within(after_ore, weights, bounds, n, arena);
	for (size_t i = 0; i < n; i++)
		differences[i] -= lines[i].amount_ore;
	return differences;
}

/* What a line gives back, of each of its parts. */
static void give_back(const struct changed_grant *grant, int64_t line, int64_t ore, int64_t *parts,
		      struct arena *arena)
{
	int64_t *weights = arena_alloc(arena, grant->n_parts * sizeof(*weights));
	int64_t *given;

	if (ore == 0)
		return;
	for (size_t i = 0; i < grant->n_parts; i++)
		if (grant->parts[i].line == line)
			weights[i] = grant->parts[i].remaining_ore;
	given = split_parts(ore, weights, grant->n_parts, arena);
	for (size_t i = 0; i < grant->n_parts; i++)
		parts[i] -= given[i];
}

/* Of one that stands. */
static int64_t *standing_parts(const struct changed_grant *grant, int64_t after_ore, size_t *n_out,
			       struct arena *arena)
{
	bool is_raise = after_ore > grant->amount_ore;
	size_t n;
	const struct changed_part *lines = lines_of(grant, &n, arena);
	int64_t *differences = line_differences(lines, n, after_ore, is_raise, arena);
	int64_t *parts = arena_alloc(arena, grant->n_parts * sizeof(*parts));

	*n_out = is_raise ? n : grant->n_parts;
	if (is_raise)
		return differences;
	for (size_t i = 0; i < n; i++)
		give_back(grant, lines[i].line, -differences[i], parts, arena);
	return parts;
}

static bool has_part(const struct changed_grant *grant, int64_t line, int64_t year)
{
	for (size_t i = 0; i < grant->n_parts; i++)
		if (grant->parts[i].line == line && grant->parts[i].year == year)
			return true;
	return false;
}

/* As it stood, as far as what was taken is there still, with a part of each line in the year, as
 * trinn.add_parts() makes them. */
static struct changed_grant as_it_stood(const struct changed_grant *grant, int64_t year,
					struct arena *arena)
{
	struct changed_grant stood = *grant;

	stood.parts = arena_alloc(arena, 2 * grant->n_parts * sizeof(*stood.parts));
	for (size_t i = 0; i < grant->n_parts; i++) {
		struct changed_part *part = &stood.parts[i];

		*part = grant->parts[i];
		part->amount_ore += part->back_ore;
		part->remaining_ore += part->back_ore;
		stood.amount_ore += part->back_ore;
		stood.remaining_ore += part->back_ore;
	}
	for (size_t i = 0; i < grant->n_parts; i++) {
		const struct changed_part *part = &grant->parts[i];

		if (part->year == grant->year && !has_part(grant, part->line, year))
			stood.parts[stood.n_parts++] = (struct changed_part){
				.line = part->line, .year = year, .share_bp = part->share_bp};
	}
	return stood;
}

/* To each part: what it gets back, and by what that is changed to what was decided. */
static int64_t *given_back_parts(const struct changed_grant *grant, int64_t after_ore, int64_t year,
				 size_t *n_out, struct arena *arena)
{
	struct changed_grant stood = as_it_stood(grant, year, arena);
	bool is_raise = after_ore > stood.amount_ore;
	size_t n;
	const int64_t *changes = standing_parts(&stood, after_ore, &n, arena);
	const struct changed_part *lines = lines_of(&stood, &n, arena);
	int64_t *parts = arena_alloc(arena, stood.n_parts * sizeof(*parts));

	for (size_t i = 0; i < stood.n_parts; i++)
		parts[i] = stood.parts[i].back_ore + (is_raise ? 0 : changes[i]);
	for (size_t i = 0; is_raise && i < stood.n_parts; i++)
		for (size_t k = 0; k < n; k++)
			if (stood.parts[i].year == year && stood.parts[i].line == lines[k].line)
				parts[i] += changes[k];
	*n_out = stood.n_parts;
	return parts;
}

int64_t *changed_parts(const struct changed_grant *grant, int64_t after_ore, int64_t year,
		       size_t *n_out, struct arena *arena)
{
	if (grant->is_annulled)
		return given_back_parts(grant, after_ore, year, n_out, arena);
	return standing_parts(grant, after_ore, n_out, arena);
}
