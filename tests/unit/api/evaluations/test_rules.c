#include "api/evaluations/evaluations.h"

#include "api/applications/facts.h"
#include "api/evaluations/criteria.h"
#include "tests/unit/api/rules.h"
#include "tests/unit/run.h"

enum { CLERK = 7, COLLEAGUE = 8, MEMBER = 9, HUB = 3, OTHER_HUB = 4 };

static int64_t requirements[] = {HUB, OTHER_HUB};

static struct evaluated_case in_review(void)
{
	return (struct evaluated_case){.state = "in_review",
				       .caseworker_id = CLERK,
				       .has_caseworker = true,
				       .caseworker = "Kari"};
}

static struct application_facts not_begun(void)
{
	return (struct application_facts){
		.caller = PERSON("caseworker", "county", CLERK, 1),
		.state = "in_review",
		.caseworker_id = CLERK,
		.has_caseworker = true,
		.caseworker = "Kari",
		.has_decision = true,
		.decision = {.has_criteria = true,
			     .evaluation = {.requirements = requirements, .n_requirements = 2}},
	};
}

static void begin_with(struct application_facts facts, struct checked_requirement *checked,
		       size_t n)
{
	struct new_evaluation_input input = {checked, n, "[]", NULL};

	begin();
	decide_begin_evaluation(&facts, n == 0 ? NULL : &input, &problems);
}

static struct checked_requirement both_met[] = {{HUB, true, NULL}, {OTHER_HUB, true, NULL}};

START_TEST(it_is_evaluated_anew_with_a_reason)
{
	struct application_facts facts = not_begun();
	struct new_evaluation_input input = {both_met, 2, "[]", NULL};

	facts.decision.evaluation.state = "scored";
	begin_with(facts, both_met, 2);
	assert_one(PROBLEM_EVALUATION_STANDS, "#/reason");
	assert_arg(0, "@scored");
	begin_with(facts, NULL, 0);
	assert_none();
	input.reason = "x";
	begin();
	decide_begin_evaluation(&facts, &input, &problems);
	assert_none();
}
END_TEST

START_TEST(each_requirement_of_the_call_is_checked_once)
{
	struct checked_requirement checked[] = {
		{HUB, true, NULL}, {HUB, true, NULL}, {99, true, NULL}};

	begin_with(not_begun(), both_met, 2);
	assert_none();
	begin_with(not_begun(), checked, 1);
	assert_one(PROBLEM_CRITERIA_LEFT, "#/requirements");
	begin_with(not_begun(), checked, 3);
	assert_found(PROBLEM_CRITERION_REPEATED, "#/requirements/1/criterionId");
	assert_found(PROBLEM_UNKNOWN_REFERENCE, "#/requirements/2/criterionId");
}
END_TEST

START_TEST(one_that_is_not_met_has_its_grounds_and_makes_ineligible)
{
	struct checked_requirement checked[] = {{HUB, true, NULL}, {OTHER_HUB, false, NULL}};
	struct new_evaluation_input input = {checked, 2, "[]", NULL};

	begin_with(not_begun(), checked, 2);
	assert_one(PROBLEM_FIELD_REQUIRED, "#/requirements/1/grounds");
	checked[1].grounds = "Ikke en næringshage";
	begin_with(not_begun(), checked, 2);
	assert_none();
	ck_assert_str_eq(evaluation_state(&input), "ineligible");
	checked[1].is_met = true;
	ck_assert_str_eq(evaluation_state(&input), "scoring");
}
END_TEST

START_TEST(who_has_the_case_and_did_not_apply_evaluates_it)
{
	struct application_facts facts = not_begun();

	facts.caller.person_id = COLLEAGUE;
	begin_with(facts, both_met, 2);
	assert_one(PROBLEM_NOT_CASEWORKER, NULL);
	facts = not_begun();
	facts.decision.caller_applied = true;
	begin_with(facts, both_met, 2);
	assert_one(PROBLEM_FOUR_EYES, NULL);
	facts = not_begun();
	facts.state = "recommended";
	begin_with(facts, NULL, 0);
	assert_one(PROBLEM_STATE_CONFLICT, NULL);
	facts = not_begun();
	facts.decision.has_criteria = false;
	begin_with(facts, NULL, 0);
	assert_one(PROBLEM_NO_CRITERIA, NULL);
}
END_TEST

static struct assessor assessors[] = {
	{CLERK, "Kari", "scored", false},
	{MEMBER, "Ola", "named", false},
};

static struct evaluation_facts scoring(void)
{
	return (struct evaluation_facts){
		.caller = PERSON("caseworker", "county", CLERK, 1),
		.state = "scoring",
		.application = in_review(),
		.scale = 5,
		.assessors_needed = 2,
		.assessors = assessors,
		.n_assessors = 2,
		.candidate = {.name = "Per", .may_assess = true},
		.has_candidate = true,
	};
}

static void name(struct evaluation_facts facts, int64_t person)
{
	struct assessor_input input = {.person_id = person};

	begin();
	decide_name_assessor(&facts, &input, &problems);
}

START_TEST(whoever_may_assess_and_is_impartial_is_named_once)
{
	struct evaluation_facts facts = scoring();

	name(facts, COLLEAGUE);
	assert_none();
	name(facts, MEMBER);
	assert_one(PROBLEM_ASSESSOR_NAMED, "#/personId");
	facts.candidate.may_assess = false;
	name(facts, COLLEAGUE);
	assert_one(PROBLEM_NOT_FOR_ASSESSING, "#/personId");
	facts.candidate = (struct candidate){.name = "Per", .may_assess = true, .applied = true};
	name(facts, COLLEAGUE);
	assert_one(PROBLEM_FOUR_EYES, "#/personId");
	facts.candidate =
		(struct candidate){.name = "Per", .may_assess = true, .is_questioned = true};
	name(facts, COLLEAGUE);
	assert_one(PROBLEM_ASSESSOR_DISQUALIFIED, "#/personId");
	facts.candidate = (struct candidate){
		.name = "Per", .may_assess = true, .could_read_scores = true};
	name(facts, COLLEAGUE);
	assert_one(PROBLEM_SCORES_SEEN, "#/personId");
	facts.has_candidate = false;
	name(facts, COLLEAGUE);
	assert_one(PROBLEM_UNKNOWN_REFERENCE, "#/personId");
	facts = scoring();
	facts.state = "consolidated";
	begin();
	decide_name_assessor(&facts, NULL, &problems);
	assert_one(PROBLEM_STATE_CONFLICT, NULL);
}
END_TEST

static void release(struct evaluation_facts facts, int64_t person)
{
	struct assessor_input input = {person, "Syk"};

	begin();
	decide_release_assessor(&facts, &input, &problems);
}

START_TEST(who_is_an_assessor_is_released_until_the_case_is_recommended)
{
	struct evaluation_facts facts = scoring();
	struct assessor released[] = {{MEMBER, "Ola", "released", false}};

	release(facts, MEMBER);
	assert_none();
	release(facts, COLLEAGUE);
	assert_one(PROBLEM_UNKNOWN_REFERENCE, "#/personId");
	facts.assessors = released;
	facts.n_assessors = 1;
	release(facts, MEMBER);
	assert_one(PROBLEM_UNKNOWN_REFERENCE, "#/personId");
	facts = scoring();
	facts.application.state = "recommended";
	begin();
	decide_release_assessor(&facts, NULL, &problems);
	assert_one(PROBLEM_STATE_CONFLICT, NULL);
}
END_TEST

START_TEST(all_are_in_when_nobody_is_waited_for_and_there_are_enough)
{
	struct evaluation_facts facts = scoring();

	ck_assert_str_eq(state_with(&facts, 0, 0), "scoring");
	ck_assert_str_eq(state_with(&facts, CLERK, 0), "scoring");
	ck_assert_str_eq(state_with(&facts, MEMBER, 0), "scored");
	ck_assert_str_eq(state_with(&facts, 0, MEMBER), "scoring");
	facts.assessors_needed = 1;
	ck_assert_str_eq(state_with(&facts, 0, MEMBER), "scored");
	ck_assert_str_eq(state_with(&facts, 0, CLERK), "scoring");
}
END_TEST

START_TEST(a_person_adds_criteria_and_retires_one_once)
{
	struct criterion_facts facts = {.caller = PERSON("caseworker", "county", CLERK, 1),
					.state = "active"};

	begin();
	decide_add_criterion(&facts, "quality", &problems);
	decide_retire_criterion(&facts, &problems);
	assert_none();
	facts.state = "retired";
	decide_retire_criterion(&facts, &problems);
	assert_one(PROBLEM_STATE_CONFLICT, NULL);
	facts.caller.is_person = false;
	begin();
	decide_add_criterion(&facts, "quality", &problems);
	assert_one(PROBLEM_PERSON_REQUIRED, NULL);
}
END_TEST

START_TEST(all_editions_of_a_criterion_are_of_one_kind)
{
	struct criterion_facts facts = {.caller = PERSON("caseworker", "county", CLERK, 1),
					.state = "active",
					.kind = "quality"};

	begin();
	decide_add_criterion(&facts, "quality", &problems);
	assert_none();
	decide_add_criterion(&facts, "requirement", &problems);
	assert_one(PROBLEM_CRITERION_KIND, "#/kind");
}
END_TEST

RUN_TESTS(TEST(all_editions_of_a_criterion_are_of_one_kind),
	  TEST(it_is_evaluated_anew_with_a_reason),
	  TEST(each_requirement_of_the_call_is_checked_once),
	  TEST(one_that_is_not_met_has_its_grounds_and_makes_ineligible),
	  TEST(who_has_the_case_and_did_not_apply_evaluates_it),
	  TEST(whoever_may_assess_and_is_impartial_is_named_once),
	  TEST(who_is_an_assessor_is_released_until_the_case_is_recommended),
	  TEST(all_are_in_when_nobody_is_waited_for_and_there_are_enough),
	  TEST(a_person_adds_criteria_and_retires_one_once))
