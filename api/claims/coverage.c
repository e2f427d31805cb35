/* Costs are counted in 1/grant øre and amounts in 1/budget øre, which is the same money at the
 * granted rate. */
#include "api/claims/coverage.h"

#include <string.h>

#include "lib/base/arena.h"

static __int128 least(__int128 a, __int128 b)
{
	return a < b ? a : b;
}

static __int128 scaled_cost(const struct coverage *coverage, int64_t cost_ore)
{
	return (__int128)cost_ore * coverage->money->amount_ore;
}

static __int128 scaled_amount(const struct coverage *coverage, int64_t amount_ore)
{
	return (__int128)amount_ore * coverage->money->budget_ore;
}

void coverage_init(struct coverage *coverage, const struct grant_money *money, struct arena *arena)
{
	struct purse *common;

	*coverage = (struct coverage){
		.money = money,
		.purses = arena_alloc(arena, (money->n_groups + 1) * sizeof(*coverage->purses))};
	for (size_t i = 0; i < money->n_groups; i++)
		if (money->groups[i].earmarked)
			coverage->purses[coverage->n_purses++].cost_group =
				money->groups[i].cost_group;
	common = &coverage->purses[coverage->n_purses++];
	for (size_t i = 0, earmarked = 0; i < money->n_groups; i++) {
		const struct grant_group *group = &money->groups[i];
		struct purse *purse = group->earmarked ? &coverage->purses[earmarked++] : common;

		purse->left += scaled_cost(coverage, group->budget_ore);
	}
}

static struct purse *purse_of(const struct coverage *coverage, const char *cost_group)
{
	size_t i = 0;

	while (i < coverage->n_purses - 1 &&
	       strcmp(coverage->purses[i].cost_group, cost_group) != 0)
		i++;
	return &coverage->purses[i];
}

static void sort_costs(struct coverage *coverage, const struct covered_claim *claim)
{
	for (size_t i = 0; i < coverage->n_purses; i++)
		coverage->purses[i].cost = 0;
	for (size_t i = 0; i < claim->n_costs; i++)
		purse_of(coverage, claim->costs[i].cost_group)->cost +=
			scaled_cost(coverage, claim->costs[i].amount_ore);
}

static __int128 usable_of(const struct purse *purse)
{
	return least(purse->cost, purse->left);
}

static __int128 usable_for(struct coverage *coverage, const struct covered_claim *claim)
{
	__int128 usable = 0;

	sort_costs(coverage, claim);
	for (size_t i = 0; i < coverage->n_purses; i++)
		usable += usable_of(&coverage->purses[i]);
	return usable;
}

void coverage_take(struct coverage *coverage, const struct covered_claim *claim)
{
	__int128 needed = scaled_amount(coverage, claim->amount_ore);
	__int128 rest = coverage->change + usable_for(coverage, claim) - needed;
	__int128 change = coverage->change > 0 ? coverage->change : 0;

	if (rest < scaled_amount(coverage, 1))
		change = rest;
	needed += change - coverage->change;
	coverage->change = change;
	for (size_t i = 0; i < coverage->n_purses; i++) {
		struct purse *purse = &coverage->purses[i];
		__int128 used = least(needed, usable_of(purse));

		purse->left -= used;
		needed -= used;
	}
}

bool coverage_has(struct coverage *coverage, const struct covered_claim *claim)
{
	__int128 usable = usable_for(coverage, claim);

	return scaled_amount(coverage, claim->amount_ore) <= coverage->change + usable;
}

bool purse_is_short(const struct purse *purse)
{
	return purse->cost > purse->left;
}

static int64_t with_change(const struct coverage *coverage, __int128 cost)
{
	__int128 sum = cost + coverage->change;

	return sum > 0 ? (int64_t)(sum / coverage->money->budget_ore) : 0;
}

int64_t coverage_left_ore(const struct coverage *coverage, const struct purse *purse)
{
	return with_change(coverage, purse->left);
}

int64_t coverage_share_ore(const struct coverage *coverage, int64_t costs_ore)
{
	return with_change(coverage, scaled_cost(coverage, costs_ore));
}
