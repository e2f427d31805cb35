#include "api/evaluations/evaluated.h"

#include "tests/unit/api/rules.h"
#include "tests/unit/run.h"

enum { ASSESSOR = 7, CONSOLIDATOR, DECIDER };

static struct assessor assessors[] = {{ASSESSOR, "Kari", "scored", false}};

static struct evaluated_facts in_state(const char *state)
{
	return (struct evaluated_facts){.state = state, .assessors = assessors, .n_assessors = 1};
}

static void check(struct evaluated_facts facts, const char *outcome)
{
	begin();
	check_evaluated(&facts, outcome, &problems);
}

START_TEST(what_is_not_consolidated_bears_nothing)
{
	static const char *const states[] = {NULL, "scoring", "scored"};

	for (size_t i = 0; i < sizeof(states) / sizeof(states[0]); i++) {
		check(in_state(states[i]), NULL);
		assert_one(PROBLEM_NOT_EVALUATED, NULL);
		check(in_state(states[i]), "rejected");
		assert_one(PROBLEM_NOT_EVALUATED, "#/outcome");
	}
}
END_TEST

START_TEST(ineligible_is_who_does_not_meet_the_requirements_and_nobody_else)
{
	check(in_state("ineligible"), "ineligible");
	assert_none();
	check(in_state("ineligible"), "rejected");
	assert_one(PROBLEM_EVALUATED_OTHERWISE, "#/outcome");
	check(in_state("consolidated"), "ineligible");
	assert_one(PROBLEM_EVALUATED_OTHERWISE, "#/outcome");
	check(in_state("consolidated"), "part_granted");
	assert_none();
	check(in_state("consolidated"), NULL);
	assert_none();
}
END_TEST

START_TEST(below_the_minimum_it_can_only_be_rejected)
{
	struct evaluated_facts facts = in_state("consolidated");

	facts.is_below_minimum = true;
	check(facts, "rejected");
	assert_none();
	check(facts, "granted");
	assert_one(PROBLEM_BELOW_MINIMUM, "#/outcome");
}
END_TEST

START_TEST(scores_of_the_disqualified_bear_nothing)
{
	struct assessor questioned[] = {{ASSESSOR, "Kari", "scored", true}};
	struct evaluated_facts facts = in_state("consolidated");

	facts.assessors = questioned;
	check(facts, "granted");
	assert_one(PROBLEM_ASSESSOR_DISQUALIFIED, "#/outcome");
}
END_TEST

START_TEST(who_assessed_or_consolidated_does_not_decide)
{
	struct evaluated_facts facts = in_state("consolidated");
	struct caller caller = PERSON("decision_maker", "county", DECIDER, 1);

	facts.consolidated_by = CONSOLIDATOR;
	facts.is_consolidated = true;
	for (int64_t person = ASSESSOR; person <= DECIDER; person++) {
		caller.person_id = person;
		begin();
		require_not_assessor(&facts, &caller, &problems);
		if (person == DECIDER)
			assert_none();
		else
			assert_one(PROBLEM_FOUR_EYES, NULL);
	}
}
END_TEST

RUN_TESTS(TEST(what_is_not_consolidated_bears_nothing),
	  TEST(ineligible_is_who_does_not_meet_the_requirements_and_nobody_else),
	  TEST(below_the_minimum_it_can_only_be_rejected),
	  TEST(scores_of_the_disqualified_bear_nothing),
	  TEST(who_assessed_or_consolidated_does_not_decide))
