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
	struct arena *arena = arena_new(ARENA_CAP);
	struct coverage coverage;

	coverage_init(&coverage, &third, arena);
	ck_assert_int_eq(coverage_share_ore(&coverage, 2), 0);
	ck_assert_int_eq(coverage_share_ore(&coverage, 3), 1);
	ck_assert_int_eq(coverage_share_ore(&coverage, 500 * INT64_C(100000000000000)),
			 INT64_C(16666666666666666));
	arena_free(&arena);
}
END_TEST

/* 300 kr of consulting, a third of which is granted. */
static struct grant_group consulting[] = {{.cost_group = "consulting", .budget_ore = 30000}};
static const struct grant_money third = {
	.amount_ore = 10000, .budget_ore = 30000, .groups = consulting, .n_groups = 1};

START_TEST(three_thirds_of_the_costs_are_the_whole_grant)
{
	struct arena *arena = arena_new(ARENA_CAP);
	struct coverage coverage;

	coverage_init(&coverage, &third, arena);
	for (int i = 0; i < 2; i++) {
		ck_assert_int_eq(coverage_share_ore(&coverage, 10000), 3333);
		take(&coverage, 3333, 0, 10000);
	}
	ck_assert_int_eq(coverage_share_ore(&coverage, 10000), 3334);
	ck_assert_int_eq(coverage_left_ore(&coverage, &coverage.purses[0]), 3334);
	ck_assert(has(&coverage, 3334, 0, 10000));
	ck_assert(!has(&coverage, 3335, 0, 10000));
	arena_free(&arena);
}
END_TEST

START_TEST(what_a_claim_below_its_share_gives_up_is_not_claimed_later)
{
	struct arena *arena = arena_new(ARENA_CAP);
	struct coverage coverage;

	coverage_init(&coverage, &third, arena);
	take(&coverage, 3000, 0, 10000);
	ck_assert_int_eq(coverage_share_ore(&coverage, 10000), 3333);
	take(&coverage, 3333, 0, 10000);
	ck_assert_int_eq(coverage_share_ore(&coverage, 10000), 3333);
	arena_free(&arena);
}
END_TEST

START_TEST(change_from_a_claim_that_was_rejected_afterwards_is_owed)
{
	struct arena *arena = arena_new(ARENA_CAP);
	struct coverage coverage;

	coverage_init(&coverage, &third, arena);
	take(&coverage, 3333, 0, 10000);
	take(&coverage, 3334, 0, 10000);
	ck_assert_int_eq(coverage_share_ore(&coverage, 10000), 3333);
	take(&coverage, 3333, 0, 10000);
	ck_assert_int_eq(coverage_share_ore(&coverage, 2), 0);
	arena_free(&arena);
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
		world->groups[i] = (struct grant_group){.cost_group = names[i],
							.earmarked = at_random(2) == 0,
							.budget_ore = 1 + at_random(1000)};
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
static struct covered_claim make_claim(const struct world *world, const struct coverage *coverage)
{
	struct covered_claim claim = {
		.costs = arena_alloc(world->arena, GROUPS_MAX * sizeof(*claim.costs))};

	for (size_t i = 0; i < world->money.n_groups; i++)
		if (at_random(3) > 0)
			claim.costs[claim.n_costs++] = (struct group_cost){
				names[i], 1 + at_random(world->groups[i].budget_ore)};
	claim.amount_ore = coverage_share_ore(coverage, sum_of(&claim));
	if (claim.amount_ore > 0 && at_random(2) == 0)
		claim.amount_ore -= at_random(claim.amount_ore);
	return claim;
}

/* Whether every claim is covered, one after the other, but for one øre of it. */
static bool all_covered_but_an_ore(const struct world *world)
{
	struct coverage coverage;

	coverage_init(&coverage, &world->money, world->arena);
	for (size_t i = 0; i < world->n_claims; i++) {
		struct covered_claim claim = world->claims[i];

		claim.amount_ore--;
		if (!coverage_has(&coverage, &claim))
			return false;
		coverage_take(&coverage, &world->claims[i]);
	}
	return true;
}

/* Claims until CLAIMS_MAX were tried; those not covered are left out, as the API does. */
static void claim_at_random(struct world *world)
{
	struct coverage coverage;

	coverage_init(&coverage, &world->money, world->arena);
	for (int i = 0; i < CLAIMS_MAX; i++) {
		struct covered_claim claim = make_claim(world, &coverage);

		if (claim.amount_ore == 0 || !coverage_has(&coverage, &claim))
			continue;
		coverage_take(&coverage, &claim);
		world->claims[world->n_claims++] = claim;
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
			  __int128 change, const char *purse)
{
	__int128 needed = (__int128)claim->amount_ore * world->money.budget_ore - change;

	for (size_t i = 0; i < claim->n_costs; i++) {
		const char *group = claim->costs[i].cost_group;

		if (purse == NULL ? is_earmarked(world, group) : group != purse)
			needed -= (__int128)claim->costs[i].amount_ore * world->money.amount_ore;
	}
	return needed > 0 ? needed : 0;
}

static __int128 forced_by_all(const struct world *world, const char *purse)
{
	struct coverage coverage;
	__int128 sum = 0;

	coverage_init(&coverage, &world->money, world->arena);
	for (size_t i = 0; i < world->n_claims; i++) {
		sum += forced_on(world, &world->claims[i], coverage.change, purse);
		coverage_take(&coverage, &world->claims[i]);
	}
	return sum;
}

START_TEST(whatever_is_claimed_no_purse_pays_more_than_it_holds)
{
	for (int round = 0; round < UNDER_VALGRIND(500, ROUNDS); round++) {
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
	for (int round = 0; round < UNDER_VALGRIND(500, ROUNDS); round++) {
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
	for (int round = 0; round < UNDER_VALGRIND(500, ROUNDS); round++) {
		struct world world;
		struct coverage coverage;
		int64_t left[GROUPS_MAX];

		make_world(&world);
		coverage_init(&coverage, &world.money, world.arena);
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
			claim->amount_ore = coverage_share_ore(&coverage, sum_of(claim));
			ck_assert(coverage_has(&coverage, claim));
			coverage_take(&coverage, claim);
		}
		arena_free(&world.arena);
	}
}
END_TEST

/* The most that these costs can carry. */
static int64_t most_of(struct coverage *coverage, const struct covered_claim *costs)
{
	struct covered_claim claim = *costs;

	claim.amount_ore = coverage_share_ore(coverage, sum_of(&claim));
	while (claim.amount_ore > 0 && !coverage_has(coverage, &claim))
		claim.amount_ore--;
	return claim.amount_ore;
}

static int64_t claim_most(struct coverage *coverage, struct covered_claim *claim)
{
	claim->amount_ore = most_of(coverage, claim);
	coverage_take(coverage, claim);
	return claim->amount_ore;
}

/* Takes some of each cost out of the claim; all of it if it is the last. */
static struct covered_claim part_of(const struct world *world, struct covered_claim *whole,
				    bool is_last)
{
	struct covered_claim part = {
		.costs = arena_alloc(world->arena, GROUPS_MAX * sizeof(*part.costs)),
		.n_costs = whole->n_costs};

	for (size_t i = 0; i < whole->n_costs; i++) {
		int64_t left = whole->costs[i].amount_ore;

		part.costs[i] = whole->costs[i];
		part.costs[i].amount_ore = is_last ? left : at_random(left + 1);
		whole->costs[i].amount_ore -= part.costs[i].amount_ore;
	}
	return part;
}

START_TEST(however_costs_are_parted_into_claims_they_sum_to_the_same)
{
	for (int round = 0; round < UNDER_VALGRIND(500, ROUNDS); round++) {
		struct world world;
		struct coverage once, parted;
		struct covered_claim costs;
		int64_t at_once, sum = 0;
		int n = 1 + (int)at_random(CLAIMS_MAX);

		make_world(&world);
		coverage_init(&once, &world.money, world.arena);
		coverage_init(&parted, &world.money, world.arena);
		costs = make_claim(&world, &once);
		at_once = claim_most(&once, &costs);
		for (int i = 1; i <= n; i++) {
			struct covered_claim part = part_of(&world, &costs, i == n);

			sum += claim_most(&parted, &part);
		}
		ck_assert_int_eq(sum, at_once);
		ck_assert_int_le(sum, world.money.amount_ore);
		arena_free(&world.arena);
	}
}
END_TEST

static struct coverage left_by_all(const struct world *world)
{
	struct coverage coverage;

	coverage_init(&coverage, &world->money, world->arena);
	for (size_t i = 0; i < world->n_claims; i++)
		coverage_take(&coverage, &world->claims[i]);
	return coverage;
}

START_TEST(more_costs_never_carry_less)
{
	for (int round = 0; round < UNDER_VALGRIND(500, ROUNDS); round++) {
		struct world world;
		struct coverage coverage;
		struct covered_claim costs;
		int64_t before;

		make_world(&world);
		claim_at_random(&world);
		coverage = left_by_all(&world);
		costs = make_claim(&world, &coverage);
		before = most_of(&coverage, &costs);
		for (size_t i = 0; i < costs.n_costs; i++)
			costs.costs[i].amount_ore += at_random(100);
		ck_assert_int_ge(most_of(&coverage, &costs), before);
		arena_free(&world.arena);
	}
}
END_TEST

START_TEST(rejecting_or_lowering_a_claim_never_uncovers_a_later_one_by_more_than_an_ore)
{
	for (int round = 0; round < UNDER_VALGRIND(500, ROUNDS); round++) {
		struct world world;

		make_world(&world);
		claim_at_random(&world);
		if (world.n_claims > 0) {
			struct covered_claim *claim =
				&world.claims[at_random((int64_t)world.n_claims)];

			claim->amount_ore = at_random(claim->amount_ore);
			ck_assert(all_covered_but_an_ore(&world));
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
	  TEST(three_thirds_of_the_costs_are_the_whole_grant),
	  TEST(what_a_claim_below_its_share_gives_up_is_not_claimed_later),
	  TEST(change_from_a_claim_that_was_rejected_afterwards_is_owed),
	  TEST(whatever_is_claimed_no_purse_pays_more_than_it_holds),
	  TEST(the_claims_never_sum_to_more_than_the_grant),
	  TEST(whole_shares_of_costs_within_the_budgets_are_always_covered),
	  TEST(however_costs_are_parted_into_claims_they_sum_to_the_same),
	  TEST(more_costs_never_carry_less),
	  TEST(rejecting_or_lowering_a_claim_never_uncovers_a_later_one_by_more_than_an_ore))
