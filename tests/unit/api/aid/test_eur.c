#include "api/aid/eur.h"
#include "api/aid/share.h"

#include "lib/base/dice.h"
#include "tests/unit/run.h"

enum { RATE = 117000 }; /* NOK 11.7000 */

START_TEST(sa_4_a_krone_above_the_ceiling_is_above_it_in_euro)
{
	ck_assert_int_eq(aid_eur_cents_up(351000000, RATE), 30000000);
	ck_assert_int_eq(aid_eur_cents_up(351000100, RATE), 30000009);
	ck_assert_int_eq(aid_eur_cents_up(351000001, RATE), 30000001);
}
END_TEST

START_TEST(the_register_is_told_the_nearest_cent_and_of_two_the_even)
{
	ck_assert_int_eq(aid_eur_cents_even(351000100, RATE), 30000009);
	ck_assert_int_eq(aid_eur_cents_even(351000001, RATE), 30000000);
	ck_assert_int_eq(aid_eur_cents_even(1, 20000), 0);
	ck_assert_int_eq(aid_eur_cents_even(3, 20000), 2);
	ck_assert_int_eq(aid_eur_cents_even(5, 20000), 2);
	ck_assert_int_eq(aid_eur_cents_even(7, 20000), 4);
}
END_TEST

START_TEST(what_is_within_a_ceiling_is_the_most_that_is)
{
	struct dice dice = {.state = 17};

	ck_assert_int_eq(aid_ore_within(30000000, RATE), 351000000);
	for (int i = 0; i < 10000; i++) {
		int64_t cents = dice_below(&dice, 400000000);
		int64_t rate_e4 = dice_between(&dice, 70000, 140000);
		int64_t ore = aid_ore_within(cents, rate_e4);

		ck_assert_int_le(aid_eur_cents_up(ore, rate_e4), cents);
		ck_assert_int_gt(aid_eur_cents_up(ore + 1, rate_e4), cents);
	}
}
END_TEST

START_TEST(rounded_up_is_never_below_the_nearest_and_at_most_a_cent_above)
{
	struct dice dice = {.state = 18};

	for (int i = 0; i < 10000; i++) {
		int64_t ore = dice_below(&dice, UINT32_MAX);
		int64_t rate_e4 = dice_between(&dice, 1, 140000);
		int64_t up = aid_eur_cents_up(ore, rate_e4);
		int64_t even = aid_eur_cents_even(ore, rate_e4);

		ck_assert(up == even || up == even + 1);
	}
}
END_TEST

START_TEST(amounts_beyond_the_range_stop_at_its_end)
{
	ck_assert_int_eq(aid_eur_cents_up(INT64_MAX, 1), INT64_MAX);
	ck_assert_int_eq(aid_ore_within(INT64_MAX, RATE), INT64_MAX);
	ck_assert_int_eq(aid_eur_cents_up(0, RATE), 0);
}
END_TEST

START_TEST(no_rate_is_no_amount)
{
	aid_eur_cents_up(100, 0);
}
END_TEST

START_TEST(what_is_paid_is_the_granted_rate_of_the_actual_costs)
{
	ck_assert_int_eq(aid_payable_ore(30000000, 60000000, 60000000), 30000000);
	ck_assert_int_eq(aid_payable_ore(30000000, 60000000, 70000000), 30000000);
	ck_assert_int_eq(aid_payable_ore(30000000, 60000000, 45000001), 22500000);
	ck_assert_int_eq(aid_payable_ore(30000000, 66666667, 50000000), 22499999);
	ck_assert_int_eq(aid_payable_ore(30000000, 60000000, 0), 0);
}
END_TEST

RUN_TESTS(TEST(sa_4_a_krone_above_the_ceiling_is_above_it_in_euro),
	  TEST(the_register_is_told_the_nearest_cent_and_of_two_the_even),
	  TEST(what_is_within_a_ceiling_is_the_most_that_is),
	  TEST(rounded_up_is_never_below_the_nearest_and_at_most_a_cent_above),
	  TEST(amounts_beyond_the_range_stop_at_its_end), ABORTS(no_rate_is_no_amount),
	  TEST(what_is_paid_is_the_granted_rate_of_the_actual_costs))
