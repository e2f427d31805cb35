#include "api/claims/coverage.h"

#include <stdlib.h>

#include "lib/base/arena.h"
#include "tests/unit/run.h"

enum {
	GROUPS_MAX = 5,
	CLAIMS_MAX = 8,
	ROUNDS = 5000,
	ARENA_CAP = 1 << 20,
};

static const char *const names[GROUPS_MAX] = {"mobilisation", "consulting", "premises", "study",
					      "travel"};

/* Mobilisation 200 and consulting 600 were approved, half of it is granted: 100 and 300. */
static struct grant_group two_groups[] = {
	{.cost_group = "mobilisation", .earmarked = true, .budget_ore = 200},
	{.cost_group = "consulting", .budget_ore = 600},
};
static const struct grant_money half = {
	.amount_ore = 400, .budget_ore = 800, .groups = two_groups, .n_groups = 2};

static bool has(struct coverage *coverage, int64_t amount_ore, int64_t mobilisation_ore,
		int64_t consulting_ore)
{
	struct group_cost costs[] = {{"mobilisation", mobilisation_ore},
				     {"consulting", consulting_ore}};
	struct covered_claim claim = {.amount_ore = amount_ore, .costs = costs, .n_costs = 2};

	return coverage_has(coverage, &claim);
}

static void take(struct coverage *coverage, int64_t amount_ore, int64_t mobilisation_ore,
		 int64_t consulting_ore)
{
	struct group_cost costs[] = {{"mobilisation", mobilisation_ore},
				     {"consulting", consulting_ore}};
	struct covered_claim claim = {.amount_ore = amount_ore, .costs = costs, .n_costs = 2};

	coverage_take(coverage, &claim);
}

START_TEST(the_earmarked_group_gets_its_earmark_and_no_more)
{
	struct arena *arena = arena_new(ARENA_CAP);
	struct coverage coverage;

	coverage_init(&coverage, &half, arena);
	ck_assert(has(&coverage, 100, 200, 0));
	ck_assert(!has(&coverage, 101, 202, 0));
	ck_assert(purse_is_short(&coverage.purses[0]));
	ck_assert(!purse_is_short(&coverage.purses[1]));
	ck_assert_int_eq(coverage_left_ore(&coverage, &coverage.purses[0]), 100);
	arena_free(&arena);
}
END_TEST

START_TEST(other_costs_get_nothing_of_the_earmark)
{
	struct arena *arena = arena_new(ARENA_CAP);
	struct coverage coverage;

	coverage_init(&coverage, &half, arena);
	ck_assert(has(&coverage, 300, 0, 800));
	ck_assert(!has(&coverage, 301, 0, 800));
	arena_free(&arena);
}
END_TEST

START_TEST(costs_above_the_earmark_do_not_hurt_what_others_carry)
{
	struct arena *arena = arena_new(ARENA_CAP);
	struct coverage coverage;

	coverage_init(&coverage, &half, arena);
	ck_assert(has(&coverage, 400, 300, 600));
	arena_free(&arena);
}
END_TEST

START_TEST(what_earlier_claims_used_is_gone)
{
	struct arena *arena = arena_new(ARENA_CAP);
	struct coverage coverage;

	coverage_init(&coverage, &half, arena);
	take(&coverage, 60, 120, 0);
	ck_assert(has(&coverage, 40, 80, 0));
	ck_assert(!has(&coverage, 41, 100, 0));
	ck_assert_int_eq(coverage_left_ore(&coverage, &coverage.purses[0]), 40);
	arena_free(&arena);
}
END_TEST

START_TEST(a_claim_below_its_share_stands_on_the_earmark_first)
{
	struct arena *arena = arena_new(ARENA_CAP);
	struct coverage coverage;

	coverage_init(&coverage, &half, arena);
	take(&coverage, 50, 100, 100);
	ck_assert_int_eq(coverage_left_ore(&coverage, &coverage.purses[0]), 50);
	ck_assert_int_eq(coverage_left_ore(&coverage, &coverage.purses[1]), 300);
	arena_free(&arena);
}
END_TEST

START_TEST(a_share_is_rounded_down_to_the_ore)
{
	const struct grant_money third = {.amount_ore = 1, .budget_ore = 3};

	ck_assert_int_eq(coverage_share_ore(&third, 2), 0);
	ck_assert_int_eq(coverage_share_ore(&third, 3), 1);
	ck_assert_int_eq(coverage_share_ore(&third, 500 * INT64_C(100000000000000)),
			 INT64_C(16666666666666666));
}
END_TEST

/* ---- properties, over grants and claims at random */

struct world {
	struct arena *arena;
	struct grant_group groups[GROUPS_MAX];
	struct grant_money money;
	struct covered_claim claims[CLAIMS_MAX];
	size_t n_claims;
};

static int64_t at_random(int64_t below)
{
	return random() % below;
}

static void make_world(struct world *world)
{
	world->arena = arena_new(ARENA_CAP);
	world->money = (struct grant_money){.groups = world->groups,
					    .n_groups = 1 + (size_t)at_random(GROUPS_MAX)};
	world->n_claims = 0;
	for (size_t i = 0; i < world->money.n_groups; i++) {
		world->groups[i] =
			(struct grant_group){names[i], at_random(2) == 0, 1 + at_random(1000)};
		world->money.budget_ore += world->groups[i].budget_ore;
	}
	world->money.amount_ore = 1 + at_random(world->money.budget_ore);
}

static int64_t sum_of(const struct covered_claim *claim)
{
	int64_t sum = 0;

	for (size_t i = 0; i < claim->n_costs; i++)
		sum += claim->costs[i].amount_ore;
	return sum;
}

/* Of some groups, now and then above what was approved; claimed is any part of the share. */
static struct covered_claim make_claim(const struct world *world)
{
	struct covered_claim claim = {
		.costs = arena_alloc(world->arena, GROUPS_MAX * sizeof(*claim.costs))};

	for (size_t i = 0; i < world->money.n_groups; i++)
		if (at_random(3) > 0)
			claim.costs[claim.n_costs++] = (struct group_cost){
				names[i], 1 + at_random(world->groups[i].budget_ore)};
	claim.amount_ore = coverage_share_ore(&world->money, sum_of(&claim));
	if (claim.amount_ore > 0 && at_random(2) == 0)
		claim.amount_ore -= at_random(claim.amount_ore);
	return claim;
}

/* Whether every claim is covered, one after the other. */
static bool all_covered(const struct world *world)
{
	struct coverage coverage;

	coverage_init(&coverage, &world->money, world->arena);
	for (size_t i = 0; i < world->n_claims; i++) {
		if (!coverage_has(&coverage, &world->claims[i]))
			return false;
		coverage_take(&coverage, &world->claims[i]);
	}
	return true;
}

/* Claims until CLAIMS_MAX were tried; those not covered are left out, as the API does. */
static void claim_at_random(struct world *world)
{
	for (int i = 0; i < CLAIMS_MAX; i++) {
		world->claims[world->n_claims] = make_claim(world);
		if (world->claims[world->n_claims].amount_ore == 0)
			continue;
		world->n_claims++;
		if (!all_covered(world))
			world->n_claims--;
	}
}

static bool is_earmarked(const struct world *world, const char *cost_group)
{
	for (size_t i = 0; i < world->money.n_groups; i++)
		if (world->groups[i].cost_group == cost_group)
			return world->groups[i].earmarked;
	return false;
}

/* What of a claim none but this purse can pay for: an earmarked group, or all others if NULL. */
static __int128 forced_on(const struct world *world, const struct covered_claim *claim,
			  const char *purse)
{
	__int128 needed = (__int128)claim->amount_ore * world->money.budget_ore;

	for (size_t i = 0; i < claim->n_costs; i++) {
		const char *group = claim->costs[i].cost_group;

		if (purse == NULL ? is_earmarked(world, group) : group != purse)
			needed -= (__int128)claim->costs[i].amount_ore * world->money.amount_ore;
	}
	return needed > 0 ? needed : 0;
}

static __int128 forced_by_all(const struct world *world, const char *purse)
{
	__int128 sum = 0;

	for (size_t i = 0; i < world->n_claims; i++)
		sum += forced_on(world, &world->claims[i], purse);
	return sum;
}

START_TEST(whatever_is_claimed_no_purse_pays_more_than_it_holds)
{
	for (int round = 0; round < ROUNDS; round++) {
		struct world world;
		int64_t common_ore = 0;

		make_world(&world);
		claim_at_random(&world);
		for (size_t i = 0; i < world.money.n_groups; i++) {
			const struct grant_group *group = &world.groups[i];

			if (!group->earmarked)
				common_ore += group->budget_ore;
			else
				ck_assert(forced_by_all(&world, group->cost_group) <=
					  (__int128)group->budget_ore * world.money.amount_ore);
		}
		ck_assert(forced_by_all(&world, NULL) <=
			  (__int128)common_ore * world.money.amount_ore);
		arena_free(&world.arena);
	}
}
END_TEST

START_TEST(the_claims_never_sum_to_more_than_the_grant)
{
	for (int round = 0; round < ROUNDS; round++) {
		struct world world;
		int64_t sum = 0;

		make_world(&world);
		claim_at_random(&world);
		for (size_t i = 0; i < world.n_claims; i++)
			sum += world.claims[i].amount_ore;
		ck_assert_int_le(sum, world.money.amount_ore);
		arena_free(&world.arena);
	}
}
END_TEST

START_TEST(whole_shares_of_costs_within_the_budgets_are_always_covered)
{
	for (int round = 0; round < ROUNDS; round++) {
		struct world world;
		int64_t left[GROUPS_MAX];

		make_world(&world);
		for (size_t i = 0; i < world.money.n_groups; i++)
			left[i] = world.groups[i].budget_ore;
		for (world.n_claims = 0; world.n_claims < CLAIMS_MAX; world.n_claims++) {
			struct covered_claim *claim = &world.claims[world.n_claims];

			claim->n_costs = 0;
			claim->costs =
				arena_alloc(world.arena, sizeof(struct group_cost) * GROUPS_MAX);
			for (size_t i = 0; i < world.money.n_groups; i++) {
				int64_t cost = at_random(left[i] + 1);

				left[i] -= cost;
				claim->costs[claim->n_costs++] =
					(struct group_cost){names[i], cost};
			}
			claim->amount_ore = coverage_share_ore(&world.money, sum_of(claim));
		}
		ck_assert(all_covered(&world));
		arena_free(&world.arena);
	}
}
END_TEST

START_TEST(rejecting_or_lowering_a_claim_never_uncovers_a_later_one)
{
	for (int round = 0; round < ROUNDS; round++) {
		struct world world;

		make_world(&world);
		claim_at_random(&world);
		if (world.n_claims > 0) {
			struct covered_claim *claim =
				&world.claims[at_random((int64_t)world.n_claims)];

			claim->amount_ore = at_random(claim->amount_ore);
			ck_assert(all_covered(&world));
		}
		arena_free(&world.arena);
	}
}
END_TEST

RUN_TESTS(TEST(the_earmarked_group_gets_its_earmark_and_no_more),
	  TEST(other_costs_get_nothing_of_the_earmark),
	  TEST(costs_above_the_earmark_do_not_hurt_what_others_carry),
	  TEST(what_earlier_claims_used_is_gone),
	  TEST(a_claim_below_its_share_stands_on_the_earmark_first),
	  TEST(a_share_is_rounded_down_to_the_ore),
	  TEST(whatever_is_claimed_no_purse_pays_more_than_it_holds),
	  TEST(the_claims_never_sum_to_more_than_the_grant),
	  TEST(whole_shares_of_costs_within_the_budgets_are_always_covered),
	  TEST(rejecting_or_lowering_a_claim_never_uncovers_a_later_one))
