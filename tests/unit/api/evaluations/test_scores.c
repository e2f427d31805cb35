#include "api/evaluations/evaluations.h"

#include "tests/unit/api/rules.h"
#include "tests/unit/run.h"

enum { CLERK = 7, COLLEAGUE = 8, EFFECT = 3, REALISM = 4 };

static struct weighed_criterion criteria[] = {{EFFECT, 6000, 3, true}, {REALISM, 4000, 0, false}};
static struct assessor assessors[] = {{CLERK, "Kari", "scored", false},
				      {COLLEAGUE, "Per", "scored", false}};
static struct given_score given[] = {{EFFECT, 4}, {REALISM, 3}, {EFFECT, 4}, {REALISM, 5}};

static struct evaluation_facts in_state(const char *state)
{
	return (struct evaluation_facts){
		.caller = PERSON("caseworker", "county", CLERK, 1),
		.state = state,
		.application = {.state = "in_review",
				.caseworker_id = CLERK,
				.has_caseworker = true},
		.scale = 5,
		.assessors_needed = 2,
		.criteria = criteria,
		.n_criteria = 2,
		.assessors = assessors,
		.n_assessors = 2,
		.given = given,
		.n_given = 4,
	};
}

static struct scores_effects hand_in(struct evaluation_facts facts, int64_t effect, int64_t realism)
{
	struct scored_criterion scores[] = {{EFFECT, effect, NULL}, {REALISM, realism, NULL}};
	struct scores_input input = {.scores = scores, .n_scores = 2};
	struct scores_effects effects = {0};

	begin();
	decide_hand_in(&facts, &input, &effects, &problems);
	return effects;
}

START_TEST(what_it_is_worth_is_weights_times_scores_over_the_scale_half_up)
{
	struct evaluation_facts facts = in_state("scoring");
	struct weighed_criterion thirds[] = {{EFFECT, 3333, 0, false}, {REALISM, 6667, 0, false}};

	ck_assert_int_eq(hand_in(facts, 4, 3).total_bp, 7200);
	assert_none();
	ck_assert_int_eq(hand_in(facts, 5, 5).total_bp, 10000);
	ck_assert_int_eq(hand_in(facts, 0, 0).total_bp, 0);
	facts.criteria = thirds;
	facts.scale = 6;
	ck_assert_int_eq(hand_in(facts, 3, 0).total_bp, 1667); /* 1666.5 */
	ck_assert_int_eq(hand_in(facts, 1, 0).total_bp, 556);  /* 555.5 */
	ck_assert_int_eq(hand_in(facts, 2, 0).total_bp, 1111);
}
END_TEST

START_TEST(a_score_below_the_minimum_of_its_criterion_is_told)
{
	ck_assert(!hand_in(in_state("scoring"), 3, 0).is_below_minimum);
	ck_assert(hand_in(in_state("scoring"), 2, 5).is_below_minimum);
}
END_TEST

START_TEST(every_criterion_is_scored_once_within_the_scale)
{
	struct evaluation_facts facts = in_state("scoring");
	struct scored_criterion scores[] = {{EFFECT, 6, NULL}, {EFFECT, 5, NULL}, {99, 1, NULL}};
	struct scores_input input = {.scores = scores, .n_scores = 3};
	struct scores_effects effects = {0};

	begin();
	decide_hand_in(&facts, &input, &effects, &problems);
	assert_found(PROBLEM_SCORE_TOO_HIGH, "#/scores/0/score");
	assert_found(PROBLEM_CRITERION_REPEATED, "#/scores/1/criterionId");
	assert_found(PROBLEM_UNKNOWN_REFERENCE, "#/scores/2/criterionId");
	input.n_scores = 1;
	scores[0].score = 5;
	begin();
	decide_hand_in(&facts, &input, &effects, &problems);
	assert_one(PROBLEM_CRITERIA_LEFT, "#/scores");
}
END_TEST

START_TEST(who_is_named_scores_unless_questioned_or_having_seen_the_others)
{
	struct evaluation_facts facts = in_state("scoring");
	struct assessor own[] = {{CLERK, "Kari", "named", false}};

	facts.assessors = own;
	facts.n_assessors = 1;
	facts.was_opened = true;
	hand_in(facts, 1, 1);
	assert_none();
	own[0].state = "scored";
	hand_in(facts, 1, 1);
	assert_one(PROBLEM_SCORES_SEEN, NULL);
	facts.was_opened = false;
	own[0].is_questioned = true;
	hand_in(facts, 1, 1);
	assert_one(PROBLEM_DISQUALIFIED, NULL);
	own[0] = (struct assessor){CLERK, "Kari", "released", false};
	hand_in(facts, 1, 1);
	assert_one(PROBLEM_NOT_ASSESSOR, NULL);
	facts.n_assessors = 0;
	hand_in(facts, 1, 1);
	assert_one(PROBLEM_NOT_ASSESSOR, NULL);
}
END_TEST

START_TEST(scores_are_given_while_the_case_is_open)
{
	struct evaluation_facts facts = in_state("scored");

	hand_in(facts, 1, 1);
	assert_one(PROBLEM_STATE_CONFLICT, NULL);
	facts = in_state("scoring");
	facts.application.state = "withdrawn";
	hand_in(facts, 1, 1);
	assert_one(PROBLEM_STATE_CONFLICT, NULL);
}
END_TEST

static void consolidate(struct evaluation_facts facts, int64_t effect, int64_t realism,
			const char *why)
{
	struct scored_criterion scores[] = {{EFFECT, effect, NULL}, {REALISM, realism, why}};
	struct scores_input input = {.scores = scores, .n_scores = 2, .grounds = "God"};
	struct scores_effects effects = {0};

	begin();
	decide_consolidate(&facts, &input, &effects, &problems);
}

START_TEST(a_score_that_somebody_did_not_give_has_its_reason)
{
	consolidate(in_state("scored"), 4, 3, "Den ene overser risikoen");
	assert_none();
	consolidate(in_state("scored"), 4, 3, NULL);
	assert_one(PROBLEM_SCORE_GROUNDS, "#/scores/1/grounds");
	consolidate(in_state("scored"), 5, 4, "Midt imellom");
	assert_one(PROBLEM_SCORE_GROUNDS, "#/scores/0/grounds");
}
END_TEST

START_TEST(who_has_the_case_consolidates_when_all_are_in_and_impartial)
{
	struct evaluation_facts facts = in_state("scoring");
	struct assessor released[] = {{COLLEAGUE, "Per", "released", true}};

	consolidate(facts, 4, 3, "Ja");
	assert_one(PROBLEM_STATE_CONFLICT, NULL);
	facts = in_state("scored");
	facts.caller.person_id = COLLEAGUE;
	facts.application.caseworker = "Kari";
	consolidate(facts, 4, 3, "Ja");
	assert_one(PROBLEM_NOT_CASEWORKER, NULL);
	facts = in_state("scored");
	facts.assessors = released;
	facts.n_assessors = 1;
	consolidate(facts, 4, 3, "Ja");
	assert_none();
	released[0].state = "scored";
	begin();
	decide_consolidate(&facts, NULL, NULL, &problems);
	assert_one(PROBLEM_ASSESSOR_DISQUALIFIED, NULL);
}
END_TEST

RUN_TESTS(TEST(what_it_is_worth_is_weights_times_scores_over_the_scale_half_up),
	  TEST(a_score_below_the_minimum_of_its_criterion_is_told),
	  TEST(every_criterion_is_scored_once_within_the_scale),
	  TEST(who_is_named_scores_unless_questioned_or_having_seen_the_others),
	  TEST(scores_are_given_while_the_case_is_open),
	  TEST(a_score_that_somebody_did_not_give_has_its_reason),
	  TEST(who_has_the_case_consolidates_when_all_are_in_and_impartial))
