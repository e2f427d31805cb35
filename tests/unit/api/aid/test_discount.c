#include "api/aid/discount.h"

#include <math.h>

#include "lib/base/date.h"
#include "lib/base/dice.h"
#include "tests/unit/api/aid/days.h"
#include "tests/unit/run.h"

enum { ROUNDS = 5000, MOST = 4 };

static int64_t worth(const char *day, int64_t ore, int64_t rate_bp)
{
	const struct aid_instalment instalment = {day_of(day), ore};

	return aid_grant_equivalent_ore(&instalment, 1, day_of("2026-11-21"), rate_bp);
}

START_TEST(what_is_paid_on_the_day_of_the_grant_is_worth_its_amount)
{
	ck_assert_int_eq(worth("2026-11-21", 12345, 500), 12345);
	ck_assert_int_eq(worth("2026-01-01", 12345, 500), 12345);
	ck_assert_int_eq(worth("2029-11-21", 12345, 0), 12345);
	ck_assert_int_eq(aid_grant_equivalent_ore(NULL, 0, 20000, 500), 0);
}
END_TEST

START_TEST(whole_years_are_discounted_exactly)
{
	ck_assert_int_eq(worth("2027-11-21", 105, 500), 100);
	ck_assert_int_eq(worth("2028-11-21", 11025, 500), 10000);
	ck_assert_int_eq(worth("2028-11-21", 11026, 500), 10001);
	ck_assert_int_eq(worth("2036-11-21", 102400, 10000), 100);
}
END_TEST

START_TEST(within_a_year_the_factor_goes_in_a_straight_line)
{
	/* 73 of 365 days: a fifth of the way from 1 to 1/1.25. */
	ck_assert_int_eq(worth("2027-02-02", 1000, 2500), 960);
}
END_TEST

START_TEST(instalments_are_summed)
{
	const struct aid_instalment instalments[] = {{day_of("2026-11-21"), 1000},
						     {day_of("2027-11-21"), 1050},
						     {day_of("2028-11-21"), 11025}};

	ck_assert_int_eq(aid_grant_equivalent_ore(instalments, 3, day_of("2026-11-21"), 500),
			 12000);
}
END_TEST

/* Held against the formula in floating point, which is good enough to be a witness. */
START_TEST(the_worth_is_never_below_the_formula_and_hardly_above_it)
{
	struct dice dice = {.state = 51};
	int32_t granted_on = day_of("2026-11-21");

	for (int i = 0; i < ROUNDS; i++) {
		const struct aid_instalment paid = {granted_on + dice_between(&dice, 0, 3650),
						    dice_between(&dice, 1, 1000000000)};
		int64_t rate_bp = dice_below(&dice, 501);
		int64_t ore = aid_grant_equivalent_ore(&paid, 1, granted_on, rate_bp);
		double years = (paid.day - granted_on) / 365.25;
		double exact = (double)paid.ore / pow(1 + (double)rate_bp / 10000, years);

		ck_assert_msg((double)ore > exact * 0.9998, "%ld, %f", ore, exact);
		ck_assert_msg((double)ore < exact * 1.0005 + 1, "%ld, %f", ore, exact);
	}
}
END_TEST

START_TEST(what_is_paid_later_is_never_worth_more)
{
	struct dice dice = {.state = 52};
	int32_t granted_on = day_of("2028-02-29");

	for (int i = 0; i < ROUNDS; i++) {
		struct aid_instalment paid = {granted_on + dice_between(&dice, -10, 3650),
					      dice_between(&dice, 1, 1000000)};
		int64_t rate_bp = dice_below(&dice, 2000);
		int64_t ore = aid_grant_equivalent_ore(&paid, 1, granted_on, rate_bp);

		ck_assert_int_le(ore, paid.ore);
		paid.day += dice_between(&dice, 0, 400);
		ck_assert_int_le(aid_grant_equivalent_ore(&paid, 1, granted_on, rate_bp), ore);
	}
}
END_TEST

START_TEST(the_end_of_the_calendar_is_reached)
{
	const struct aid_instalment last = {DATE_MAX, INT64_MAX};

	ck_assert_int_eq(aid_grant_equivalent_ore(&last, 1, DATE_MAX - 1, 500) > 0, 1);
	ck_assert_int_le(aid_grant_equivalent_ore(&last, 1, 20000, 500), 1000);
	ck_assert_int_eq(aid_grant_equivalent_ore(&last, 1, DATE_MAX, 500), INT64_MAX);
}
END_TEST

RUN_TESTS(TEST(what_is_paid_on_the_day_of_the_grant_is_worth_its_amount),
	  TEST(whole_years_are_discounted_exactly),
	  TEST(within_a_year_the_factor_goes_in_a_straight_line), TEST(instalments_are_summed),
	  TEST(the_worth_is_never_below_the_formula_and_hardly_above_it),
	  TEST(what_is_paid_later_is_never_worth_more), TEST(the_end_of_the_calendar_is_reached))
