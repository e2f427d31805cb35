#include "api/enrolments/enrolments.h"
#include "tests/unit/api/rules.h"
#include "tests/unit/run.h"

static void finish(const char *kind, const char *state, bool has_passed)
{
	struct enrolment_facts facts = {
		.caller = PERSON("hub_editor", "hub", 11, 101),
		.state = state,
		.has_passed = has_passed,
	};

	facts.caller.kind = kind;
	begin();
	decide_finish(&facts, &problems);
}

START_TEST(who_completed_a_stage_and_waits_for_the_next_finishes)
{
	finish("hub", "waiting", true);
	assert_none();
	finish("firm", "waiting", true);
	assert_none();
}
END_TEST

START_TEST(who_waits_and_has_completed_nothing_does_not)
{
	finish("hub", "waiting", false);
	assert_one(PROBLEM_STATE_CONFLICT, NULL);
	finish("firm", "waiting", false);
	assert_one(PROBLEM_STATE_CONFLICT, NULL);
}
END_TEST

START_TEST(a_firm_that_does_not_wait_leaves_it_to_its_hub)
{
	finish("hub", "completed", true);
	assert_none();
	finish("firm", "completed", true);
	assert_one(PROBLEM_STATE_CONFLICT, NULL);
}
END_TEST

static void warn(const char *state, bool is_settled)
{
	struct enrolment_facts facts = {
		.caller = PERSON("hub_editor", "hub", 11, 101),
		.state = state,
		.stage = 2,
		.has_stage = true,
		.way = {.has_hours = true},
		.share = {.state = "paid", .is_settled = is_settled},
		.has_share = true,
	};

	begin();
	warn_of_stages(&facts, &problems);
}

START_TEST(aid_that_is_not_settled_is_told_once_the_stage_is_completed)
{
	warn("active", false);
	assert_none();
	warn("completed", false);
	assert_one(PROBLEM_AID_UNSETTLED, NULL);
	assert_arg(0, "2");
	warn("completed", true);
	assert_none();
}
END_TEST

RUN_TESTS(TEST(who_completed_a_stage_and_waits_for_the_next_finishes),
	  TEST(who_waits_and_has_completed_nothing_does_not),
	  TEST(a_firm_that_does_not_wait_leaves_it_to_its_hub),
	  TEST(aid_that_is_not_settled_is_told_once_the_stage_is_completed))
