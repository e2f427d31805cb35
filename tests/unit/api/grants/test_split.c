#include "api/grants/split.h"

#include <stdbool.h>
#include <stdlib.h>

#include "lib/base/arena.h"
#include "tests/unit/run.h"

enum {
	PARTS_MAX = 12,
	ROUNDS = 5000,
};

struct cut {
	int64_t total;
	int64_t weights[PARTS_MAX];
	size_t n;
	int64_t shares[PARTS_MAX];
};

static int64_t at_random(int64_t below)
{
	return (random() << 31 | random()) % below;
}

static int64_t sum_of(const int64_t *numbers, size_t n)
{
	int64_t sum = 0;

	for (size_t i = 0; i < n; i++)
		sum += numbers[i];
	return sum;
}

/* Small numbers, where parts tie and øre are few, as often as the greatest that the API takes. */
static struct cut random_cut(void)
{
	static const int64_t scales[] = {3, 10, 1000, 100000000, INT64_C(100000000000000)};
	int64_t scale = scales[at_random(5)];
	struct cut cut = {.total = at_random(scales[at_random(5)] + 1),
			  .n = 1 + (size_t)at_random(PARTS_MAX)};

	for (size_t i = 0; i < cut.n; i++)
		cut.weights[i] = at_random(scale);
	cut.weights[at_random((int64_t)cut.n)] += 1;
	split_exactly(cut.total, cut.weights, cut.n, cut.shares);
	return cut;
}

/* Check writes down every assertion: one for each round is enough. */
static void assert_always(bool (*holds)(const struct cut *cut))
{
	for (int round = 0; round < UNDER_VALGRIND(500, ROUNDS); round++) {
		struct cut cut = random_cut();

		ck_assert_msg(holds(&cut), "round %d", round);
	}
}

static bool is_exact(const struct cut *cut)
{
	return sum_of(cut->shares, cut->n) == cut->total;
}

START_TEST(the_shares_sum_to_the_total)
{
	assert_always(is_exact);
}
END_TEST

static bool is_close(const struct cut *cut)
{
	int64_t sum = sum_of(cut->weights, cut->n);

	for (size_t i = 0; i < cut->n; i++) {
		__int128 off =
			(__int128)cut->shares[i] * sum - (__int128)cut->total * cut->weights[i];

		if (cut->shares[i] < 0 || off >= sum || off <= -(__int128)sum)
			return false;
	}
	return true;
}

START_TEST(each_share_is_within_one_ore_of_its_part_and_never_negative)
{
	assert_always(is_close);
}
END_TEST

static bool gives_nothing_for_nothing(const struct cut *cut)
{
	for (size_t i = 0; i < cut->n; i++)
		if (cut->weights[i] == 0 && cut->shares[i] != 0)
			return false;
	return true;
}

START_TEST(a_part_without_weight_gets_nothing)
{
	assert_always(gives_nothing_for_nothing);
}
END_TEST

static bool is_fair(const struct cut *cut)
{
	for (size_t i = 0; i < cut->n; i++)
		for (size_t j = 0; j < cut->n; j++)
			if (cut->weights[i] > cut->weights[j] && cut->shares[i] < cut->shares[j])
				return false;
	return true;
}

START_TEST(a_heavier_part_never_gets_less)
{
	assert_always(is_fair);
}
END_TEST

static bool treats_equals_alike(const struct cut *cut)
{
	for (size_t i = 0; i < cut->n; i++)
		for (size_t j = i + 1; j < cut->n; j++)
			if (cut->weights[i] == cut->weights[j] &&
			    (cut->shares[i] < cut->shares[j] ||
			     cut->shares[i] > cut->shares[j] + 1))
				return false;
	return true;
}

START_TEST(parts_of_equal_weight_differ_by_an_ore_that_the_earlier_gets)
{
	assert_always(treats_equals_alike);
}
END_TEST

static bool has_equal_remainders(const struct cut *cut)
{
	int64_t sum = sum_of(cut->weights, cut->n);

	for (size_t i = 0; i < cut->n; i++)
		for (size_t j = 0; j < i; j++)
			if ((__int128)cut->total * (cut->weights[i] - cut->weights[j]) % sum == 0)
				return true;
	return false;
}

static bool is_the_same_reversed(const struct cut *cut)
{
	int64_t weights[PARTS_MAX], shares[PARTS_MAX];

	if (has_equal_remainders(cut))
		return true;
	for (size_t i = 0; i < cut->n; i++)
		weights[i] = cut->weights[cut->n - 1 - i];
	split_exactly(cut->total, weights, cut->n, shares);
	for (size_t i = 0; i < cut->n; i++)
		if (shares[i] != cut->shares[cut->n - 1 - i])
			return false;
	return true;
}

START_TEST(parts_of_different_remainders_may_come_in_any_order)
{
	assert_always(is_the_same_reversed);
}
END_TEST

START_TEST(a_third_of_a_krone_leaves_an_ore_to_the_first)
{
	const int64_t weights[] = {1, 1, 1};
	int64_t shares[3];

	split_exactly(100, weights, 3, shares);
	ck_assert_int_eq(shares[0], 34);
	ck_assert_int_eq(shares[1], 33);
	ck_assert_int_eq(shares[2], 33);
}
END_TEST

/* As funding lines finance a grant: 60 and 40 per cent, and three thirds, of which basis points
 * have one that is larger. */
START_TEST(a_grant_falls_on_its_lines_to_the_ore)
{
	static const struct {
		int64_t total, weights[3], shares[3];
		size_t n;
	} cuts[] = {
		{100, {6000, 4000}, {60, 40}, 2},
		{1, {6000, 4000}, {1, 0}, 2},
		{1, {5000, 5000}, {1, 0}, 2},
		{1, {4000, 6000}, {0, 1}, 2},
		{10001, {1, 1, 1}, {3334, 3334, 3333}, 3},
		{10001, {3334, 3333, 3333}, {3335, 3333, 3333}, 3},
	};
	int64_t shares[3];

	for (size_t i = 0; i < sizeof(cuts) / sizeof(cuts[0]); i++) {
		split_exactly(cuts[i].total, cuts[i].weights, cuts[i].n, shares);
		for (size_t j = 0; j < cuts[i].n; j++)
			ck_assert_int_eq(shares[j], cuts[i].shares[j]);
	}
}
END_TEST

/* Claims as they take of what is left of the parts of a grant, and some of it back. */
START_TEST(what_is_taken_by_what_is_left_takes_no_part_below_nothing_and_in_the_end_all)
{
	for (int round = 0; round < UNDER_VALGRIND(100, ROUNDS); round++) {
		struct cut grant = random_cut();
		int64_t left = grant.total;
		bool is_whole = true;

		while (left > 0) {
			int64_t taken = at_random(8) == 0 ? left : 1 + at_random(left);
			int64_t parts[PARTS_MAX], back[PARTS_MAX];
			int64_t returned = at_random(3) == 0 ? at_random(taken) : 0;

			split_exactly(taken, grant.shares, grant.n, parts);
			split_exactly(returned, parts, grant.n, back);
			left += returned - taken;
			for (size_t i = 0; i < grant.n; i++) {
				is_whole = is_whole && parts[i] <= grant.shares[i] &&
					   back[i] <= parts[i];
				grant.shares[i] += back[i] - parts[i];
			}
			is_whole = is_whole && sum_of(grant.shares, grant.n) == left;
		}
		ck_assert_msg(is_whole, "round %d", round);
	}
}
END_TEST

/* Bounds that the total is within, drawn about the shares that it has without any. */
START_TEST(within_bounds_nobody_is_beyond_one_and_the_shares_sum_to_the_total)
{
	struct arena *arena = arena_new(1024 * 1024 * 64);
	bool holds = true;

	for (int round = 0; round < UNDER_VALGRIND(200, 2000); round++) {
		struct cut cut = random_cut();
		struct split_bound bounds[PARTS_MAX];
		const int64_t *shares;

		for (size_t i = 0; i < cut.n; i++) {
			int64_t other = cut.shares[(i + 1) % cut.n];

			cut.weights[i]++;
			bounds[i].least = at_random(cut.shares[i] + 1);
			bounds[i].most = cut.shares[i] + at_random(other + 1);
		}
		shares = split_within(cut.total, cut.weights, bounds, cut.n, arena);
		for (size_t i = 0; i < cut.n; i++)
			holds = holds && shares[i] >= bounds[i].least &&
				shares[i] <= bounds[i].most;
		ck_assert_msg(holds && sum_of(shares, cut.n) == cut.total, "round %d", round);
	}
	arena_free(&arena);
}
END_TEST

START_TEST(the_largest_remainder_gets_the_ore)
{
	const int64_t weights[] = {10, 26, 64};
	int64_t shares[3];

	/* 0,5 and 1,3 and 3,2 øre */
	split_exactly(5, weights, 3, shares);
	ck_assert_int_eq(shares[0], 1);
	ck_assert_int_eq(shares[1], 1);
	ck_assert_int_eq(shares[2], 3);
}
END_TEST

START_TEST(weights_that_are_all_zero_are_a_bug)
{
	const int64_t weights[] = {0, 0};
	int64_t shares[2];

	split_exactly(1, weights, 2, shares);
}
END_TEST

RUN_TESTS(TEST(the_shares_sum_to_the_total),
	  TEST(each_share_is_within_one_ore_of_its_part_and_never_negative),
	  TEST(a_part_without_weight_gets_nothing), TEST(a_heavier_part_never_gets_less),
	  TEST(parts_of_equal_weight_differ_by_an_ore_that_the_earlier_gets),
	  TEST(parts_of_different_remainders_may_come_in_any_order),
	  TEST(a_third_of_a_krone_leaves_an_ore_to_the_first),
	  TEST(a_grant_falls_on_its_lines_to_the_ore),
	  TEST(what_is_taken_by_what_is_left_takes_no_part_below_nothing_and_in_the_end_all),
	  TEST(within_bounds_nobody_is_beyond_one_and_the_shares_sum_to_the_total),
	  TEST(the_largest_remainder_gets_the_ore), ABORTS(weights_that_are_all_zero_are_a_bug))
