#include "api/enrolments/deliverables.h"
#include "tests/unit/api/rules.h"
#include "tests/unit/run.h"

enum { HAND = 11 };

START_TEST(what_was_begun_is_delivered_and_then_accepted_by_a_person_of_the_firm)
{
	struct deliverable_facts facts = { .caller = PERSON("firm", "firm", HAND, 301),
					   .state = "begun" };

	begin();
	decide_deliver(&facts, &problems);
	assert_none();
	decide_accept_deliverable(&facts, &problems);
	assert_one(PROBLEM_STATE_CONFLICT, NULL);
	facts.state = "delivered";
	begin();
	decide_accept_deliverable(&facts, &problems);
	assert_none();
	decide_deliver(&facts, &problems);
	assert_one(PROBLEM_STATE_CONFLICT, NULL);
	facts.caller.is_person = false;
	begin();
	decide_accept_deliverable(&facts, &problems);
	assert_one(PROBLEM_PERSON_REQUIRED, NULL);
}
END_TEST

START_TEST(nobody_accepts_what_they_delivered_themselves)
{
	struct deliverable_facts facts = { .caller = { "firm", "firm", true, HAND, 301 },
					   .state = "delivered",
					   .delivered_by = HAND };

	begin();
	decide_accept_deliverable(&facts, &problems);
	assert_one(PROBLEM_FOUR_EYES, NULL);
	begin();
	decide_send_back_deliverable(&facts, &problems);
	assert_none();
}
END_TEST

START_TEST(what_was_delivered_stands_until_a_person_of_the_firm_sends_it_back)
{
	struct deliverable_facts facts = { .caller = { "firm", "firm", true, HAND, 301 },
					   .state = "begun" };

	begin();
	decide_change_deliverable(&facts, &problems);
	assert_none();
	decide_send_back_deliverable(&facts, &problems);
	assert_one(PROBLEM_STATE_CONFLICT, NULL);
	facts.state = "delivered";
	begin();
	decide_change_deliverable(&facts, &problems);
	assert_one(PROBLEM_STATE_CONFLICT, NULL);
	facts.caller.is_person = false;
	begin();
	decide_send_back_deliverable(&facts, &problems);
	assert_one(PROBLEM_PERSON_REQUIRED, NULL);
}
END_TEST

START_TEST(a_deliverable_is_discarded_while_it_is_begun)
{
	struct deliverable_facts facts = { .state = "begun" };

	begin();
	decide_discard_deliverable(&facts, &problems);
	assert_none();
	facts.state = "delivered";
	decide_discard_deliverable(&facts, &problems);
	assert_one(PROBLEM_STATE_CONFLICT, NULL);
}
END_TEST

RUN_TESTS(TEST(what_was_begun_is_delivered_and_then_accepted_by_a_person_of_the_firm),
	  TEST(nobody_accepts_what_they_delivered_themselves),
	  TEST(what_was_delivered_stands_until_a_person_of_the_firm_sends_it_back),
	  TEST(a_deliverable_is_discarded_while_it_is_begun))
