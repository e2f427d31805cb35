#include "api/retention/destruction.h"

#include "tests/unit/api/rules.h"
#include "tests/unit/run.h"

enum { ONESELF = 7, COLLEAGUE = 8 };

static void propose(struct listed_case second)
{
	struct listed_case cases[] = {{.is_there = true}, second};
	struct new_destruction_facts facts = {.caller = PERSON("archivist", "county", ONESELF, 1),
					      .cases = cases,
					      .n_cases = 2};

	begin();
	decide_propose_destruction(&facts, &problems);
}

static void decide(const char *state, int64_t proposed_by, const char *outcome)
{
	struct destruction_facts facts = {.caller = PERSON("archivist", "county", ONESELF, 1),
					  .state = state,
					  .proposed_by = proposed_by};
	struct destruction_input input = {outcome, "x"};

	begin();
	decide_destruction(&facts, outcome == NULL ? NULL : &input, &problems);
}

START_TEST(a_list_is_of_cases_that_nothing_keeps)
{
	propose((struct listed_case){.is_there = true});
	assert_none();
	propose((struct listed_case){0});
	assert_one(PROBLEM_UNKNOWN_REFERENCE, "#/applicationIds/1");
	propose((struct listed_case){.is_there = true, .is_kept = true});
	assert_one(PROBLEM_CASE_KEPT, "#/applicationIds/1");
	propose((struct listed_case){.is_there = true, .is_listed = true});
	assert_one(PROBLEM_CASE_LISTED, "#/applicationIds/1");
}
END_TEST

START_TEST(who_proposed_does_not_approve)
{
	decide("proposed", COLLEAGUE, "approved");
	assert_none();
	decide("proposed", ONESELF, "approved");
	assert_one(PROBLEM_FOUR_EYES, NULL);
	decide("proposed", ONESELF, NULL);
	assert_one(PROBLEM_FOUR_EYES, NULL);
}
END_TEST

START_TEST(who_proposed_may_take_it_back)
{
	decide("proposed", ONESELF, "rejected");
	assert_none();
	decide("approved", COLLEAGUE, "rejected");
	assert_one(PROBLEM_STATE_CONFLICT, NULL);
}
END_TEST

RUN_TESTS(TEST(a_list_is_of_cases_that_nothing_keeps), TEST(who_proposed_does_not_approve),
	  TEST(who_proposed_may_take_it_back))
