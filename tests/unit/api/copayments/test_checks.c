#include "api/copayments/checks.h"

#include "tests/unit/api/rules.h"
#include "tests/unit/run.h"

enum { RAISER = 11, CHECKER, COUNTY = 1 };

static struct problems each[4];

static struct checked_copayment copayment(int64_t id, int64_t raised_by)
{
	return (struct checked_copayment){
		.facts = {.caller = PERSON("caseworker", "county", CHECKER, COUNTY),
			  .id = id,
			  .state = "due",
			  .raised_by = raised_by},
		.version = 1,
	};
}

static void check(struct checked_copayment *copayments, size_t n)
{
	int64_t ids[] = {3, 1, 9, 2};
	struct checks_facts facts = {.copayments = copayments, .n = n};
	struct checks_input input = {.ids = ids, .n = 4, .reason = "Under taket"};

	begin();
	for (size_t i = 0; i < input.n; i++)
		problems_init(&each[i], problems.arena);
	decide_checks(&facts, &input, each);
}

static void assert_refused(size_t i, enum problem_code code, const char *pointer)
{
	ck_assert_uint_eq(each[i].n, 1);
	ck_assert_int_eq(each[i].list[0].code, code);
	ck_assert_str_eq(each[i].list[0].pointer, pointer);
}

START_TEST(each_is_checked_or_told_why_not_by_itself)
{
	struct checked_copayment all[] = {copayment(1, CHECKER), copayment(2, RAISER),
					  copayment(3, RAISER)};

	check(all, 3);
	ck_assert_uint_eq(each[0].n, 0);
	assert_refused(1, PROBLEM_FOUR_EYES, "#/copaymentIds/1");
	assert_refused(2, PROBLEM_UNKNOWN_REFERENCE, "#/copaymentIds/2");
	ck_assert_uint_eq(each[3].n, 0);
}
END_TEST

START_TEST(who_stands_back_from_one_checks_the_others)
{
	struct checked_copayment all[] = {copayment(1, RAISER), copayment(2, RAISER),
					  copayment(3, RAISER)};

	all[1].stands_back = true;
	all[1].how = "self";
	check(all, 3);
	ck_assert_uint_eq(each[0].n, 0);
	ck_assert_uint_eq(each[1].n, 0);
	assert_refused(3, PROBLEM_DISQUALIFIED, "#/copaymentIds/3");
	ck_assert_str_eq(each[3].list[0].args[0], "@stands_back.self");
}
END_TEST

START_TEST(what_is_checked_is_not_checked_again)
{
	struct checked_copayment all[] = {copayment(1, RAISER), copayment(2, RAISER)};

	all[0].facts.aid_checked_by = CHECKER;
	check(all, 2);
	assert_refused(1, PROBLEM_AID_CHECKED, "#/copaymentIds/1");
	ck_assert_uint_eq(each[3].n, 0);
}
END_TEST

RUN_TESTS(TEST(each_is_checked_or_told_why_not_by_itself),
	  TEST(who_stands_back_from_one_checks_the_others),
	  TEST(what_is_checked_is_not_checked_again))
