#include "api/command/caller.h"

#include "tests/unit/api/rules.h"
#include "tests/unit/run.h"

static const struct caller person = {.is_person = true, .person_id = 7};
static const struct caller machine = {.is_person = false};

START_TEST(a_machine_takes_no_step_of_a_person)
{
	begin();
	require_person(&person, &problems);
	assert_none();
	begin();
	require_person(&machine, &problems);
	assert_one(PROBLEM_PERSON_REQUIRED, NULL);
}
END_TEST

START_TEST(whoever_took_one_step_does_not_take_the_other)
{
	begin();
	require_other(&person, 8, "@did.submit", "@do.review", &problems);
	assert_none();
	begin();
	require_other(&person, 7, "@did.submit", "@do.review", &problems);
	assert_one(PROBLEM_FOUR_EYES, NULL);
	assert_arg(0, "@did.submit");
	assert_arg(1, "@do.review");
}
END_TEST

START_TEST(a_machine_is_not_taken_for_the_person_of_a_step_nobody_took)
{
	begin();
	require_other(&machine, 0, "@did.submit", "@do.review", &problems);
	assert_none();
}
END_TEST

RUN_TESTS(TEST(a_machine_takes_no_step_of_a_person),
	  TEST(whoever_took_one_step_does_not_take_the_other),
	  TEST(a_machine_is_not_taken_for_the_person_of_a_step_nobody_took))
