#include "api/setup/retention.h"

#include "tests/unit/api/rules.h"
#include "tests/unit/run.h"

static void decide(const char *covers, const char *counted_from)
{
	struct retention_class_input input = {covers, counted_from};

	begin();
	decide_retention_class(&(struct setup_facts){0}, &input, &problems);
}

START_TEST(all_may_be_counted_from_when_the_case_was_closed)
{
	static const char *const covers[] = {"aid", "accounts", "refusal", "withdrawal", "unused"};

	for (size_t i = 0; i < sizeof(covers) / sizeof(covers[0]); i++) {
		decide(covers[i], "closing");
		assert_none();
	}
}
END_TEST

START_TEST(only_aid_is_counted_from_an_award)
{
	decide("aid", "award");
	assert_none();
	decide("aid", "last_award");
	assert_none();
	decide("accounts", "award");
	assert_one(PROBLEM_RETENTION_START, "#/countedFrom");
	decide("refusal", "last_award");
	assert_one(PROBLEM_RETENTION_START, "#/countedFrom");
}
END_TEST

START_TEST(only_accounts_are_counted_from_their_year)
{
	decide("accounts", "accounting_year");
	assert_none();
	decide("aid", "accounting_year");
	assert_one(PROBLEM_RETENTION_START, "#/countedFrom");
}
END_TEST

RUN_TESTS(TEST(all_may_be_counted_from_when_the_case_was_closed),
	  TEST(only_aid_is_counted_from_an_award), TEST(only_accounts_are_counted_from_their_year))
