/* What there is of each line for an amount, once others have what is prepared for them. */
#include "api/decisions/lines.h"

#include "api/applications/facts.h"
#include "lib/base/date.h"
#include "tests/unit/api/rules.h"
#include "tests/unit/run.h"

enum { TODAY = 20000, YEAR = 2024, KRONE = 100 };

static struct available_facts available[2], spoken_for, back;
static struct decision_line lines[2];

/* Two lines that bear half each: 1000 kr are left of the first this year and 500 the next, of the
 * second enough. */
static struct application_facts facts_of(int64_t spoken_for_ore, int64_t granted_ore)
{
	static struct available_facts enough = {YEAR, 100000 * KRONE};

	available[0] = (struct available_facts){YEAR, 1000 * KRONE};
	available[1] = (struct available_facts){YEAR + 1, 500 * KRONE};
	spoken_for = (struct available_facts){YEAR, spoken_for_ore};
	lines[0] = lines[1] = (struct decision_line){
		.name = "Utvikling",
		.share_bp = 5000,
		.granted_ore = granted_ore,
		.available = available,
		.n_available = 2,
		.spoken_for = &spoken_for,
		.n_spoken_for = 1,
	};
	lines[1].name = "Innovasjon";
	lines[1].available = &enough;
	lines[1].n_available = 1;
	return (struct application_facts){
		.today = TODAY,
		.has_decision = true,
		.decision = {.lines = lines, .n_lines = 2},
	};
}

static void tell(int64_t amount_ore, int64_t year, int64_t spoken_for_ore, int64_t granted_ore)
{
	struct application_facts facts = facts_of(spoken_for_ore, granted_ore);

	begin();
	tell_short_lines(&facts, amount_ore, year, &problems);
}

START_TEST(what_is_spoken_for_is_not_left)
{
	tell(2000 * KRONE, 0, 0, 0);
	assert_none();
	tell(2000 * KRONE, 0, 300 * KRONE, 0);
	assert_one(PROBLEM_LINE_SHORT, NULL);
	assert_arg(0, "Utvikling 2024");
	assert_arg(1, "700");
	tell(1400 * KRONE, 0, 300 * KRONE, 0);
	assert_none();
}
END_TEST

START_TEST(there_is_never_less_than_nothing_left)
{
	tell(100 * KRONE, YEAR, 3000 * KRONE, 0);
	assert_arg(1, "0");
	tell(0, YEAR, 3000 * KRONE, 0);
	assert_none();
}
END_TEST

START_TEST(each_year_is_for_itself)
{
	tell(900 * KRONE, YEAR + 1, 3000 * KRONE, 0);
	assert_one(PROBLEM_LINE_SHORT, NULL);
	assert_arg(0, "Innovasjon 2025");
}
END_TEST

START_TEST(what_a_grant_has_is_taken_of_nothing)
{
	tell(2000 * KRONE, YEAR, 900 * KRONE, 900 * KRONE);
	assert_none();
	tell(2200 * KRONE, YEAR, 900 * KRONE, 900 * KRONE);
	assert_one(PROBLEM_LINE_SHORT, NULL);
	assert_arg(1, "100");
}
END_TEST

START_TEST(what_comes_back_of_another_year_is_taken_of_none)
{
	struct application_facts facts = facts_of(1000 * KRONE, 0);

	back = (struct available_facts){YEAR - 1, 400 * KRONE};
	for (size_t i = 0; i < 2; i++) {
		lines[i].back = &back;
		lines[i].n_back = 1;
	}
	ck_assert_int_eq(taken_of_line(&lines[0], YEAR, 400 * KRONE), 0);
	ck_assert_int_eq(taken_of_line(&lines[0], YEAR - 1, 400 * KRONE), 400 * KRONE);
	begin();
	tell_short_lines(&facts, 800 * KRONE, YEAR, &problems);
	assert_none();
}
END_TEST

START_TEST(who_is_not_of_the_county_is_told_nothing)
{
	struct application_facts facts = {.today = TODAY};

	begin();
	tell_short_lines(&facts, 800 * KRONE, YEAR, &problems);
	assert_none();
}
END_TEST

RUN_TESTS(TEST(what_is_spoken_for_is_not_left), TEST(there_is_never_less_than_nothing_left),
	  TEST(each_year_is_for_itself), TEST(what_a_grant_has_is_taken_of_nothing),
	  TEST(what_comes_back_of_another_year_is_taken_of_none),
	  TEST(who_is_not_of_the_county_is_told_nothing))
