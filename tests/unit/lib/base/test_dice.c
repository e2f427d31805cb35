#include "lib/base/dice.h"

#include "tests/unit/run.h"

/* The published vector of SplitMix64 for this seed. */
START_TEST(the_seed_gives_what_it_gives_everywhere)
{
	static const uint64_t expected[] = {6457827717110365317u, 3203168211198807973u,
					    9817491932198370423u, 4593380528125082431u,
					    16408922859458223821u};
	struct dice dice = {.state = 1234567};

	for (size_t i = 0; i < sizeof(expected) / sizeof(expected[0]); i++)
		ck_assert_uint_eq(dice_next(&dice), expected[i]);
}
END_TEST

START_TEST(each_number_below_comes_as_often_as_the_others)
{
	enum { SIDES = 6, THROWS = 60000 };
	int came[SIDES] = {0};
	struct dice dice = {.state = 1};

	for (int i = 0; i < THROWS; i++)
		came[dice_below(&dice, SIDES)]++;
	for (int i = 0; i < SIDES; i++) {
		ck_assert_int_gt(came[i], THROWS / SIDES * 95 / 100);
		ck_assert_int_lt(came[i], THROWS / SIDES * 105 / 100);
	}
}
END_TEST

START_TEST(both_ends_of_a_range_come_and_nothing_outside)
{
	bool has_min = false, has_max = false;
	struct dice dice = {.state = 2};

	for (int i = 0; i < 1000; i++) {
		int32_t drawn = dice_between(&dice, -3, 3);

		ck_assert_int_ge(drawn, -3);
		ck_assert_int_le(drawn, 3);
		has_min = has_min || drawn == -3;
		has_max = has_max || drawn == 3;
	}
	ck_assert(has_min && has_max);
}
END_TEST

START_TEST(no_chance_never_comes_and_a_whole_one_always)
{
	struct dice dice = {.state = 3};

	for (int i = 0; i < 1000; i++) {
		ck_assert(!dice_chance(&dice, 0));
		ck_assert(dice_chance(&dice, 100));
	}
}
END_TEST

RUN_TESTS(TEST(the_seed_gives_what_it_gives_everywhere),
	  TEST(each_number_below_comes_as_often_as_the_others),
	  TEST(both_ends_of_a_range_come_and_nothing_outside),
	  TEST(no_chance_never_comes_and_a_whole_one_always))
