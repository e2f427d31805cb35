#include "api/enrolments/waivers.h"
#include "tests/unit/api/rules.h"
#include "tests/unit/run.h"

enum {
	HAND = 11,
	CLERK,
};

static struct enrolment_facts standing(const char *state)
{
	return (struct enrolment_facts){ .caller = PERSON("hub_editor", "hub", HAND, 101),
					 .state = state };
}

static void ask(const struct enrolment_facts *facts, int64_t stage, const char *gate)
{
	struct ask_waiver_input input = { stage, gate, "Kan det fra før" };

	begin();
	decide_ask_waiver(facts, &input, &problems);
}

START_TEST(a_waiver_is_asked_once_for_a_gate_that_is_there)
{
	struct gate gate = { .stage = 3, .kind = "assessed" };
	struct waiver waiver = { .stage = 3, .gate = "assessed", .state = "given" };
	struct enrolment_facts facts = standing("prospect");

	facts.gates = &gate;
	facts.n_gates = 1;
	ask(&facts, 3, "assessed");
	assert_none();
	facts.way.is_assessed = true;
	ask(&facts, 3, "assessed");
	assert_one(PROBLEM_GATE_OPEN, "#/gate");
	facts.way.is_assessed = false;
	ask(&facts, 2, "assessed");
	assert_one(PROBLEM_GATE_UNKNOWN, "#/gate");
	ask(&facts, 3, "attendance");
	assert_one(PROBLEM_GATE_UNKNOWN, "#/gate");
	facts.waivers = &waiver;
	facts.n_waivers = 1;
	ask(&facts, 3, "assessed");
	assert_one(PROBLEM_WAIVER_EXISTS, NULL);
	assert_arg(0, "@given");
}
END_TEST

START_TEST(a_waiver_is_asked_by_a_person_before_the_stage_begins)
{
	struct enrolment_facts facts = standing("active");

	begin();
	decide_ask_waiver(&facts, NULL, &problems);
	assert_one(PROBLEM_STATE_CONFLICT, NULL);
	facts = standing("prospect");
	facts.caller.is_person = false;
	begin();
	decide_ask_waiver(&facts, NULL, &problems);
	assert_one(PROBLEM_PERSON_REQUIRED, NULL);
}
END_TEST

static void assert_second_person(void (*decide)(const struct waiver_facts *, struct problems *))
{
	struct waiver_facts facts = { .caller = PERSON("caseworker", "county", CLERK, 1),
				      .state = "asked",
				      .asked_by = HAND };

	begin();
	decide(&facts, &problems);
	assert_none();
	facts.asked_by = CLERK;
	begin();
	decide(&facts, &problems);
	assert_one(PROBLEM_FOUR_EYES, NULL);
	facts.asked_by = HAND;
	facts.caller.is_person = false;
	begin();
	decide(&facts, &problems);
	assert_one(PROBLEM_PERSON_REQUIRED, NULL);
	facts.caller.is_person = true;
	facts.state = "given";
	begin();
	decide(&facts, &problems);
	assert_one(PROBLEM_STATE_CONFLICT, NULL);
}

START_TEST(a_second_person_gives_or_refuses_a_waiver)
{
	assert_second_person(decide_give_waiver);
	assert_second_person(decide_refuse_waiver);
}
END_TEST

START_TEST(a_waiver_is_given_in_its_round_and_refused_after_it_too)
{
	struct waiver_facts facts = { .caller = PERSON("caseworker", "county", CLERK, 1),
				      .state = "asked",
				      .asked_by = HAND,
				      .is_over = true };

	begin();
	decide_give_waiver(&facts, &problems);
	assert_one(PROBLEM_ROUND_OVER, NULL);
	begin();
	decide_refuse_waiver(&facts, &problems);
	assert_none();
}
END_TEST

RUN_TESTS(TEST(a_waiver_is_asked_once_for_a_gate_that_is_there),
	  TEST(a_waiver_is_asked_by_a_person_before_the_stage_begins),
	  TEST(a_second_person_gives_or_refuses_a_waiver),
	  TEST(a_waiver_is_given_in_its_round_and_refused_after_it_too))
