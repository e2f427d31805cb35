#include "api/command/caller.h"

#include "api/problems/problems.h"
#include "lib/base/arena.h"
#include "tests/unit/run.h"

static const struct caller person = {.is_person = true, .person_id = 7};
static const struct caller machine = {.is_person = false};

static struct problems begin(void)
{
	struct problems problems;

	problems_init(&problems, arena_new(1 << 12));
	return problems;
}

START_TEST(a_machine_takes_no_step_of_a_person)
{
	struct problems problems = begin();

	require_person(&person, &problems);
	ck_assert(!problems_any(&problems));
	require_person(&machine, &problems);
	ck_assert_uint_eq(problems.n, 1);
	ck_assert_int_eq(problems.list[0].code, PROBLEM_PERSON_REQUIRED);
	arena_free(&problems.arena);
}
END_TEST

START_TEST(whoever_took_one_step_does_not_take_the_other)
{
	struct problems problems = begin();

	require_other(&person, 8, "@did.submit", "@do.review", &problems);
	ck_assert(!problems_any(&problems));
	require_other(&person, 7, "@did.submit", "@do.review", &problems);
	ck_assert_uint_eq(problems.n, 1);
	ck_assert_int_eq(problems.list[0].code, PROBLEM_FOUR_EYES);
	ck_assert_str_eq(problems.list[0].args[0], "@did.submit");
	ck_assert_str_eq(problems.list[0].args[1], "@do.review");
	arena_free(&problems.arena);
}
END_TEST

START_TEST(a_machine_is_not_taken_for_the_person_of_a_step_nobody_took)
{
	struct problems problems = begin();

	require_other(&machine, 0, "@did.submit", "@do.review", &problems);
	ck_assert(!problems_any(&problems));
	arena_free(&problems.arena);
}
END_TEST

RUN_TESTS(TEST(a_machine_takes_no_step_of_a_person),
	  TEST(whoever_took_one_step_does_not_take_the_other),
	  TEST(a_machine_is_not_taken_for_the_person_of_a_step_nobody_took))
