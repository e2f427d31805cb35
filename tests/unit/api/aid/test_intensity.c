#include "api/aid/eur.h"
#include "api/aid/intensity.h"
#include "api/aid/share.h"

#include "lib/base/dice.h"
#include "tests/unit/api/aid/days.h"
#include "tests/unit/run.h"

enum { ROUNDS = 5000, RATE = 117000 };

/* GBER art. 31. */
static const struct aid_rates training = {
	.base_bp = 5000,
	.bonus_bp = {[AID_MICRO] = 2000, [AID_SMALL] = 2000, [AID_MEDIUM] = 1000},
	.disadvantaged_bp = 1000,
	.most_bp = 7000,
};

START_TEST(sa_3_the_share_of_training_goes_by_size_and_by_who_is_trained)
{
	ck_assert_int_eq(aid_intensity_bp(&training, AID_LARGE, false), 5000);
	ck_assert_int_eq(aid_intensity_bp(&training, AID_LARGE, true), 6000);
	ck_assert_int_eq(aid_intensity_bp(&training, AID_MEDIUM, false), 6000);
	ck_assert_int_eq(aid_intensity_bp(&training, AID_MEDIUM, true), 7000);
	ck_assert_int_eq(aid_intensity_bp(&training, AID_SMALL, false), 7000);
	ck_assert_int_eq(aid_intensity_bp(&training, AID_SMALL, true), 7000);
	ck_assert_int_eq(aid_intensity_bp(&training, AID_MICRO, false), 7000);
}
END_TEST

START_TEST(sa_3_an_unknown_class_gets_no_share)
{
	ck_assert_int_eq(aid_intensity_bp(&training, AID_CLASS_UNKNOWN, true), 0);
}
END_TEST

START_TEST(sa_3_aid_is_rounded_down_to_whole_kroner)
{
	struct aid_measure measure = {.eligible_ore = 666666LL * KRONE, .intensity_bp = 7000};

	ck_assert_int_eq(aid_most_of(&measure).ore, 466666LL * KRONE);
	ck_assert_int_eq(aid_most_of(&measure).by_ceiling_ore, AID_UNBOUNDED);
	measure.eligible_ore = 142;
	ck_assert_int_eq(aid_most_of(&measure).ore, 0);
	measure.eligible_ore = 143;
	ck_assert_int_eq(aid_most_of(&measure).ore, KRONE);
}
END_TEST

START_TEST(sa_3_aid_stays_below_the_ceiling_in_euro)
{
	const struct aid_measure measure = {
		.eligible_ore = 100000000LL * KRONE,
		.intensity_bp = 5000,
		.has_ceiling = true,
		.ceiling_cents = 3000000LL * EURO,
		.rate_e4 = RATE,
	};
	struct aid_most most = aid_most_of(&measure);

	ck_assert_int_eq(most.by_intensity_ore, 50000000LL * KRONE);
	ck_assert_int_eq(most.ore, 35100000LL * KRONE);
	ck_assert_int_le(aid_eur_cents_up(most.ore, RATE), measure.ceiling_cents);
	ck_assert_int_gt(aid_eur_cents_up(most.ore + KRONE, RATE), measure.ceiling_cents);
}
END_TEST

START_TEST(sa_3_what_others_give_is_taken_from_what_all_may_give)
{
	const struct aid_support other = {.ore = 200000LL * KRONE};
	struct aid_cumulation sum = aid_cumulate(666666LL * KRONE, 7000, &other, 1);

	ck_assert_int_eq(sum.most_ore, 466666LL * KRONE);
	ck_assert_int_eq(sum.left_ore, 266666LL * KRONE);
}
END_TEST

START_TEST(sa_3_the_highest_share_that_any_support_is_allowed_holds_for_all)
{
	const struct aid_support others[] = {{.ore = 300, .intensity_bp = 8000}, {.ore = 400}};
	struct aid_cumulation sum = aid_cumulate(1000, 5000, others, 2);

	ck_assert_int_eq(sum.highest_bp, 8000);
	ck_assert_int_eq(sum.other_ore, 700);
	ck_assert_int_eq(sum.left_ore, 100);
	ck_assert_int_eq(aid_cumulate(1000, 5000, others + 1, 1).left_ore, 100);
	ck_assert_int_eq(aid_cumulate(700, 5000, others + 1, 1).left_ore, 0);
}
END_TEST

START_TEST(no_share_grows_with_size)
{
	for (enum aid_class i = AID_SMALL; i < AID_CLASSES; i++)
		for (int j = 0; j < 2; j++)
			ck_assert_int_le(aid_intensity_bp(&training, i, j == 1),
					 aid_intensity_bp(&training, i - 1, j == 1));
}
END_TEST

START_TEST(support_with_what_is_left_never_passes_the_highest_share)
{
	struct dice dice = {.state = 41};

	for (int i = 0; i < ROUNDS; i++) {
		struct aid_support others[3];
		int64_t eligible_ore = dice_below(&dice, UINT32_MAX);
		struct aid_cumulation more, fewer;

		for (size_t j = 0; j < 3; j++)
			others[j] = (struct aid_support){dice_below(&dice, UINT32_MAX / 4), 0};
		fewer = aid_cumulate(eligible_ore, 7000, others, 2);
		more = aid_cumulate(eligible_ore, 7000, others, 3);
		ck_assert_int_le(more.left_ore, fewer.left_ore);
		if (more.left_ore > 0)
			ck_assert_int_le((more.left_ore + more.other_ore) * 10, eligible_ore * 7);
	}
}
END_TEST

RUN_TESTS(TEST(sa_3_the_share_of_training_goes_by_size_and_by_who_is_trained),
	  TEST(sa_3_an_unknown_class_gets_no_share), TEST(sa_3_aid_is_rounded_down_to_whole_kroner),
	  TEST(sa_3_aid_stays_below_the_ceiling_in_euro),
	  TEST(sa_3_what_others_give_is_taken_from_what_all_may_give),
	  TEST(sa_3_the_highest_share_that_any_support_is_allowed_holds_for_all),
	  TEST(no_share_grows_with_size),
	  TEST(support_with_what_is_left_never_passes_the_highest_share))
