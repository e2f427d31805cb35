#include "api/aid/difficulty.h"

#include "lib/base/date.h"
#include "lib/base/dice.h"
#include "tests/unit/api/aid/days.h"
#include "tests/unit/run.h"

enum { TODAY = 20000, ROUNDS = 5000 };

static const struct aid_difficulty_limits limits = {
	.young_months = 36,
	.lost_bp = 5000,
	.debt_bp = 75000,
	.cover_bp = 10000,
	.debt_years = 2,
};

static struct aid_accounts years[2];
static struct aid_condition firm;

/* An old small company with a capital of 100, of which `equity` is left after losses. */
static void begin(int64_t equity)
{
	for (size_t i = 0; i < 2; i++)
		years[i] = (struct aid_accounts){.capital = 100,
						 .equity = equity,
						 .retained = -1,
						 .ebitda = 10,
						 .interest = 1};
	firm = (struct aid_condition){.class = AID_SMALL, .years = years, .n_years = 2};
}

static struct aid_difficulty_found find(void)
{
	return aid_find_difficulty(&firm, TODAY, &limits);
}

static void be_of_months(int32_t months)
{
	firm.has_founded = true;
	firm.founded_on = date_add_months(TODAY, -months);
}

START_TEST(sa_6_half_the_capital_may_be_lost_and_no_more)
{
	begin(50);
	ck_assert_uint_eq(find().grounds, 0);
	ck_assert(!find().is_not_known);
	begin(49);
	ck_assert_uint_eq(find().grounds, AID_CAPITAL_LOST);
	begin(-10);
	ck_assert_uint_eq(find().grounds, AID_CAPITAL_LOST);
	firm.is_liability_unlimited = true;
	ck_assert_uint_eq(find().grounds, AID_CAPITAL_LOST_UNLIMITED);
}
END_TEST

START_TEST(sa_6_what_is_missing_for_other_reasons_than_losses_is_no_difficulty)
{
	begin(49);
	years[0].retained = 0;
	ck_assert_uint_eq(find().grounds, 0);
}
END_TEST

START_TEST(sa_6_a_young_sme_may_lose_its_capital_and_no_other_may)
{
	begin(-10);
	be_of_months(24);
	ck_assert_uint_eq(find().grounds, 0);
	ck_assert(find().is_young);
	be_of_months(36);
	ck_assert_uint_eq(find().grounds, AID_CAPITAL_LOST);
	firm.founded_on++;
	ck_assert_uint_eq(find().grounds, 0);
	firm.class = AID_LARGE;
	ck_assert_uint_eq(find().grounds, AID_CAPITAL_LOST);
}
END_TEST

START_TEST(sa_6_a_young_sme_is_in_difficulty_by_insolvency_or_rescue_all_the_same)
{
	begin(-10);
	be_of_months(24);
	firm.is_insolvent = true;
	ck_assert_uint_eq(find().grounds, AID_INSOLVENT);
	firm.is_rescued = true;
	ck_assert_uint_eq(find().grounds, AID_INSOLVENT | AID_RESCUED);
}
END_TEST

START_TEST(sa_6_who_is_being_dissolved_is_asked_why)
{
	begin(100);
	firm.is_dissolving = true;
	ck_assert_uint_eq(find().grounds, 0);
	ck_assert(find().is_to_be_asked);
}
END_TEST

/* A large one: debt, EBITDA and interest of the year, with an equity of 100. */
static void owe(struct aid_accounts *year, int64_t debt, int64_t ebitda, int64_t interest)
{
	year->equity = 100;
	year->debt = debt;
	year->ebitda = ebitda;
	year->interest = interest;
}

START_TEST(sa_6_a_large_one_is_over_indebted_by_both_ratios_in_both_years)
{
	begin(100);
	firm.class = AID_LARGE;
	owe(&years[0], 751, 9, 10);
	owe(&years[1], 751, 9, 10);
	ck_assert_uint_eq(find().grounds, AID_OVER_INDEBTED);
	owe(&years[1], 750, 9, 10);
	ck_assert_uint_eq(find().grounds, 0);
	owe(&years[1], 751, 10, 10);
	ck_assert_uint_eq(find().grounds, 0);
	owe(&years[1], 751, -5, 0);
	ck_assert_uint_eq(find().grounds, 0);
	owe(&years[1], 751, 9, 10);
	firm.class = AID_MEDIUM;
	ck_assert_uint_eq(find().grounds, 0);
}
END_TEST

START_TEST(sa_6_debt_over_no_equity_is_above_any_ratio)
{
	begin(100);
	firm.class = AID_LARGE;
	for (size_t i = 0; i < 2; i++) {
		owe(&years[i], 1, 9, 10);
		years[i].equity = 0;
		years[i].retained = 0;
	}
	ck_assert_uint_eq(find().grounds, AID_OVER_INDEBTED);
}
END_TEST

START_TEST(sa_6_what_is_not_known_is_not_guessed)
{
	begin(49);
	firm.n_years = 0;
	ck_assert(find().is_not_known);
	/* The class would excuse it. */
	begin(49);
	be_of_months(24);
	firm.class = AID_CLASS_UNKNOWN;
	ck_assert_uint_eq(find().grounds, 0);
	ck_assert(find().is_not_known);
	be_of_months(48);
	ck_assert_uint_eq(find().grounds, AID_CAPITAL_LOST);
	/* Of a large one, one year with too much debt. */
	begin(100);
	owe(&years[0], 751, 9, 10);
	firm.class = AID_LARGE;
	firm.n_years = 1;
	ck_assert(find().is_not_known);
	years[0].debt = 750;
	ck_assert(!find().is_not_known);
	/* A young SME needs no accounts. */
	begin(49);
	be_of_months(24);
	firm.n_years = 0;
	ck_assert(!find().is_not_known);
}
END_TEST

START_TEST(more_equity_never_brings_difficulty)
{
	static const enum aid_class classes[] = {AID_CLASS_UNKNOWN, AID_SMALL, AID_LARGE};
	struct dice dice = {.state = 31};

	for (int i = 0; i < ROUNDS; i++) {
		struct aid_difficulty_found before;

		begin(0);
		firm.class = classes[dice_below(&dice, 3)];
		for (size_t j = 0; j < 2; j++) {
			owe(&years[j], dice_below(&dice, 1000), dice_between(&dice, -10, 10),
			    dice_below(&dice, 10));
			years[j].equity = dice_between(&dice, -100, 200);
		}
		before = find();
		years[dice_below(&dice, 2)].equity += dice_below(&dice, 100);
		ck_assert_uint_eq(find().grounds & ~before.grounds, 0);
	}
}
END_TEST

RUN_TESTS(TEST(sa_6_half_the_capital_may_be_lost_and_no_more),
	  TEST(sa_6_what_is_missing_for_other_reasons_than_losses_is_no_difficulty),
	  TEST(sa_6_a_young_sme_may_lose_its_capital_and_no_other_may),
	  TEST(sa_6_a_young_sme_is_in_difficulty_by_insolvency_or_rescue_all_the_same),
	  TEST(sa_6_who_is_being_dissolved_is_asked_why),
	  TEST(sa_6_a_large_one_is_over_indebted_by_both_ratios_in_both_years),
	  TEST(sa_6_debt_over_no_equity_is_above_any_ratio),
	  TEST(sa_6_what_is_not_known_is_not_guessed), TEST(more_equity_never_brings_difficulty))
