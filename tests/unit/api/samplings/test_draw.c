#include "api/samplings/draw.h"

#include <stdbool.h>
#include <stdlib.h>

#include "tests/unit/run.h"

enum { MOST = 1000 };

/* Draws k of the numbers from `first` on, and holds them against what another implementation drew.
 */
static void assert_drawn(uint64_t seed, int64_t first, size_t n, const int64_t *wanted, size_t k)
{
	int64_t cases[MOST];

	for (size_t i = 0; i < n; i++)
		cases[i] = first + (int64_t)i;
	sampling_draw(seed, cases, n, k);
	for (size_t i = 0; i < k; i++)
		ck_assert_int_eq(cases[i], wanted[i]);
}

START_TEST(the_same_seed_draws_the_same_cases_in_the_same_order)
{
	static const int64_t few[] = {107, 108, 109, 106};
	static const int64_t many[] = {536, 29, 322, 923, 852, 631};
	static const int64_t two[] = {1, 2};

	assert_drawn(1234567, 100, 10, few, 4);
	assert_drawn(0, 1, MOST, many, 6);
	assert_drawn(7, 1, 3, two, 2);
}
END_TEST

START_TEST(all_of_them_may_be_drawn)
{
	static const int64_t one[] = {7};

	assert_drawn(1, 7, 1, one, 1);
	assert_drawn(1, 7, 0, NULL, 0);
}
END_TEST

START_TEST(each_is_drawn_once)
{
	int64_t cases[MOST];
	bool seen[MOST] = {false};

	for (int i = 0; i < MOST; i++)
		cases[i] = i;
	sampling_draw(9007199254740991, cases, MOST, MOST);
	for (int i = 0; i < MOST; i++) {
		ck_assert(!seen[cases[i]]);
		seen[cases[i]] = true;
	}
}
END_TEST

START_TEST(each_is_as_likely)
{
	int times[10] = {0};

	for (uint64_t seed = 0; seed < 10000; seed++) {
		int64_t cases[] = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9};

		sampling_draw(seed, cases, 10, 3);
		for (int i = 0; i < 3; i++)
			times[cases[i]]++;
	}
	for (int i = 0; i < 10; i++)
		ck_assert_int_le(abs(times[i] - 3000), 200);
}
END_TEST

RUN_TESTS(TEST(the_same_seed_draws_the_same_cases_in_the_same_order),
	  TEST(all_of_them_may_be_drawn), TEST(each_is_drawn_once), TEST(each_is_as_likely))
