/* What a superior of who decided reverses: fvl. § 35 third paragraph. */
#include "api/reversals/reversals.h"

#include "lib/base/num.h"
#include "tests/unit/api/rules.h"
#include "tests/unit/run.h"

enum { GRANTED = 3000 };

static struct reversal_terms terms;

static int32_t day(const char *text)
{
	int32_t days;

	ck_assert_msg(num_date(text, &days), "%s", text);
	return days;
}

/* A grant made known on a day, which the appeals body lowers for the sake of others. */
static struct reversed lowered(const char *known_on)
{
	terms = (struct reversal_terms){
		.ground = "interests",
		.superior = {"Klagenemnda", "KN 4/26", day(known_on) + 7},
		.has_superior = true,
		.outcome = "part_granted",
		.amount_ore = GRANTED - 1,
	};
	return (struct reversed){
		.amount_ore = GRANTED,
		.may_harm = true,
		.needs_superior = true,
		.known_on = day(known_on),
		.noticed_on = day(known_on) + 7,
		.is_noticed = true,
		.notice_days = 21,
		.has_notice_days = true,
		.months = 3,
		.has_months = true,
		.appeal_days = 21,
		.has_appeal_days = true,
	};
}

static void check(const struct reversed *reversed, const char *today)
{
	begin();
	check_superior(reversed, &terms, day(today), &problems);
}

START_TEST(the_superior_and_what_it_resolved_are_named)
{
	struct reversed reversed = lowered("2026-09-01");

	check(&reversed, "2026-09-10");
	assert_none();
	check(&reversed, "2026-09-07");
	assert_found(PROBLEM_DATE_FUTURE, "#/superior/resolvedOn");
	terms.has_superior = false;
	check(&reversed, "2026-09-10");
	assert_one(PROBLEM_FIELD_REQUIRED, "#/superior");
	reversed.needs_superior = false;
	check(&reversed, "2026-09-10");
	assert_none();
}
END_TEST

START_TEST(the_party_has_notice_within_three_weeks)
{
	struct reversed reversed = lowered("2026-12-04");

	reversed.noticed_on = day("2026-12-25"); /* no working day, and the last all the same */
	check(&reversed, "2026-12-28");
	assert_none();
	reversed.noticed_on++;
	check(&reversed, "2026-12-28");
	assert_one(PROBLEM_REVERSAL_NOTICE_LATE, NULL);
	assert_arg(0, "2026-12-25");
	reversed.is_noticed = false;
	check(&reversed, "2026-12-25");
	assert_none();
	check(&reversed, "2026-12-26");
	assert_one(PROBLEM_REVERSAL_NOTICE_LATE, NULL);
}
END_TEST

START_TEST(and_is_told_within_three_months_that_it_is_reversed)
{
	struct reversed reversed = lowered("2026-11-30");

	check(&reversed, "2027-02-28");
	assert_none();
	check(&reversed, "2027-03-01");
	assert_one(PROBLEM_REVERSAL_LATE, NULL);
	assert_arg(0, "2027-02-28");
	reversed.is_on_appeal = true;
	check(&reversed, "2026-12-21");
	assert_none();
	check(&reversed, "2026-12-22");
	assert_one(PROBLEM_REVERSAL_LATE, NULL);
}
END_TEST

START_TEST(what_harms_nobody_has_all_the_time)
{
	struct reversed reversed = lowered("2025-01-02");

	terms.amount_ore = GRANTED + 1;
	check(&reversed, "2026-12-01");
	assert_none();
}
END_TEST

RUN_TESTS(TEST(the_superior_and_what_it_resolved_are_named),
	  TEST(the_party_has_notice_within_three_weeks),
	  TEST(and_is_told_within_three_months_that_it_is_reversed),
	  TEST(what_harms_nobody_has_all_the_time))
