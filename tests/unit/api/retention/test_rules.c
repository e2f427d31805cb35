#include "api/retention/retention.h"

#include "tests/unit/api/rules.h"
#include "tests/unit/run.h"

enum { ONESELF = 7, COLLEAGUE = 8 };

static struct hold_facts hold(const char *state, int64_t asked_by, int64_t lift_asked_by)
{
	return (struct hold_facts){.caller = PERSON("archivist", "county", ONESELF, 1),
				   .state = state,
				   .asked_by = asked_by,
				   .lift_asked_by = lift_asked_by,
				   .has_lift_asked_by = lift_asked_by != 0};
}

static void settle(const char *state, int64_t asked_by, int64_t lift_asked_by)
{
	struct hold_facts facts = hold(state, asked_by, lift_asked_by);

	begin();
	decide_settle_hold(&facts, &problems);
}

START_TEST(a_hold_is_of_a_case_that_is_there)
{
	struct new_hold_facts facts = {.caller = PERSON("archivist", "county", ONESELF, 1)};

	begin();
	decide_place_hold(&facts, &problems);
	assert_one(PROBLEM_UNKNOWN_REFERENCE, "#/applicationId");
	facts.has_case = true;
	begin();
	decide_place_hold(&facts, &problems);
	assert_none();
	facts.caller.is_person = false;
	begin();
	decide_place_hold(&facts, &problems);
	assert_one(PROBLEM_PERSON_REQUIRED, NULL);
}
END_TEST

START_TEST(who_asks_is_not_who_settles)
{
	settle("asked", COLLEAGUE, 0);
	assert_none();
	settle("asked", ONESELF, 0);
	assert_one(PROBLEM_FOUR_EYES, NULL);
	settle("lift_asked", ONESELF, COLLEAGUE);
	assert_none();
	settle("lift_asked", COLLEAGUE, ONESELF);
	assert_one(PROBLEM_FOUR_EYES, NULL);
}
END_TEST

START_TEST(only_what_is_asked_for_is_settled)
{
	settle("standing", COLLEAGUE, 0);
	assert_one(PROBLEM_STATE_CONFLICT, NULL);
	settle("lifted", COLLEAGUE, COLLEAGUE);
	assert_one(PROBLEM_STATE_CONFLICT, NULL);
}
END_TEST

START_TEST(only_what_stands_is_asked_to_be_lifted)
{
	struct hold_facts facts = hold("standing", ONESELF, 0);

	begin();
	decide_ask_lift(&facts, &problems);
	assert_none();
	facts.state = "asked";
	begin();
	decide_ask_lift(&facts, &problems);
	assert_one(PROBLEM_STATE_CONFLICT, NULL);
}
END_TEST

START_TEST(a_refusal_to_lift_leaves_it_standing)
{
	struct hold_facts asked = hold("asked", COLLEAGUE, 0);
	struct hold_facts lifting = hold("lift_asked", COLLEAGUE, COLLEAGUE);
	struct settle_hold_input yes = {"approved", "x"};
	struct settle_hold_input no = {"refused", "x"};

	ck_assert_str_eq(hold_state(&asked, &yes), "standing");
	ck_assert_str_eq(hold_state(&asked, &no), "refused");
	ck_assert_str_eq(hold_state(&lifting, &yes), "lifted");
	ck_assert_str_eq(hold_state(&lifting, &no), "standing");
}
END_TEST

RUN_TESTS(TEST(a_hold_is_of_a_case_that_is_there), TEST(who_asks_is_not_who_settles),
	  TEST(only_what_is_asked_for_is_settled), TEST(only_what_stands_is_asked_to_be_lifted),
	  TEST(a_refusal_to_lift_leaves_it_standing))
