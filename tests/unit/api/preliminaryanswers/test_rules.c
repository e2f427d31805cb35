#include "api/preliminaryanswers/preliminaryanswers.h"

#include "tests/unit/api/rules.h"
#include "tests/unit/run.h"

enum { TODAY = 20000 };

static struct application_facts waiting_case(void)
{
	return (struct application_facts){
		.caller = PERSON("caseworker", "county", 1, 101),
		.today = TODAY,
		.state = "in_review",
		.owes_answer = true,
	};
}

static void answer(const struct application_facts *facts, int32_t expected_on)
{
	struct preliminary_answer_input input = {.expected_on = expected_on, .reason = "x"};

	begin();
	decide_send_preliminary_answer(facts, &input, &problems);
}

START_TEST(a_case_that_waits_is_answered)
{
	struct application_facts facts = waiting_case();

	answer(&facts, TODAY + 30);
	assert_none();
	answer(&facts, TODAY);
	assert_none();
	begin();
	decide_send_preliminary_answer(&facts, NULL, &problems);
	assert_none();
}
END_TEST

START_TEST(one_that_has_its_decision_is_not)
{
	struct application_facts facts = waiting_case();

	facts.owes_answer = false;
	answer(&facts, TODAY + 30);
	assert_one(PROBLEM_NO_ANSWER_OWED, NULL);
}
END_TEST

START_TEST(the_decision_is_expected_on_a_day_to_come)
{
	struct application_facts facts = waiting_case();

	answer(&facts, TODAY - 1);
	assert_one(PROBLEM_DATE_PASSED, "#/expectedOn");
}
END_TEST

START_TEST(the_same_is_not_told_twice_in_a_day)
{
	struct application_facts facts = waiting_case();

	facts.has_told_answer = true;
	facts.told_answer = (struct told_answer){.expected_on = TODAY + 30, .reason = "x"};
	answer(&facts, TODAY + 30);
	assert_one(PROBLEM_ANSWER_REPEATED, NULL);
	answer(&facts, TODAY + 31);
	assert_none();
	facts.told_answer.reason = "y";
	answer(&facts, TODAY + 30);
	assert_none();
}
END_TEST

START_TEST(a_machine_sends_none)
{
	struct application_facts facts = waiting_case();

	facts.caller.is_person = false;
	answer(&facts, TODAY + 30);
	assert_one(PROBLEM_PERSON_REQUIRED, NULL);
}
END_TEST

RUN_TESTS(TEST(a_case_that_waits_is_answered), TEST(one_that_has_its_decision_is_not),
	  TEST(the_decision_is_expected_on_a_day_to_come),
	  TEST(the_same_is_not_told_twice_in_a_day),
	  TEST(a_machine_sends_none))
