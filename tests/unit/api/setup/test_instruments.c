#include "api/setup/instruments.h"

#include "tests/unit/api/rules.h"
#include "tests/unit/run.h"

static struct option_input steps[] = {{"1"}, {"2"}, {"3"}, {"4"}, {"5"}, {"6"}};
static struct option_input answers[] = {{"nobody"}, {"firms"}, {"nobody"}};

static void decide(struct question_input *questions, size_t n, bool is_common)
{
	struct instrument_input input = {questions, n};
	struct setup_facts facts = {.references.common_instrument = is_common};

	begin();
	decide_instrument(&facts, &input, &problems);
}

START_TEST(an_instrument_asks_in_four_ways)
{
	struct question_input questions[] = {
		{.id = "a", .kind = "text"},
		{.id = "b", .kind = "yes_no"},
		{.id = "c", .kind = "scale", .options = steps, .n_options = SCALE_STEPS},
		{.id = "d", .kind = "choice", .options = answers, .n_options = 2},
	};

	decide(questions, 4, false);
	assert_none();
}
END_TEST

START_TEST(what_is_common_to_all_counties_is_not_one_countys_to_change)
{
	decide(NULL, 0, true);
	assert_one(PROBLEM_INSTRUMENT_COMMON, "#/code");
}
END_TEST

START_TEST(questions_and_options_have_ids_of_their_own)
{
	struct question_input questions[] = {
		{.id = "a", .kind = "choice", .options = answers, .n_options = 3},
		{.id = "b", .kind = "text"},
		{.id = "a", .kind = "text"},
	};

	decide(questions, 3, false);
	assert_found(PROBLEM_FIELD_NOT_UNIQUE, "#/questions/0/options/2/id");
	assert_found(PROBLEM_FIELD_NOT_UNIQUE, "#/questions/2/id");
	ck_assert_uint_eq(problems.n, 2);
}
END_TEST

START_TEST(a_scale_has_five_steps_in_order)
{
	struct option_input turned[] = {{"5"}, {"4"}, {"3"}, {"2"}, {"1"}};
	struct option_input longer[] = {{"1"}, {"2"}, {"3"}, {"4"}, {"50"}};
	struct question_input question = {.id = "a", .kind = "scale", .options = steps};

	for (size_t n = 0; n <= 6; n++) {
		question.n_options = n;
		decide(&question, 1, false);
		if (n == SCALE_STEPS)
			assert_none();
		else
			assert_one(PROBLEM_QUESTION_OPTIONS, "#/questions/0/options");
	}
	question.n_options = SCALE_STEPS;
	question.options = turned;
	decide(&question, 1, false);
	assert_one(PROBLEM_QUESTION_OPTIONS, "#/questions/0/options");
	question.options = longer;
	decide(&question, 1, false);
	assert_one(PROBLEM_QUESTION_OPTIONS, "#/questions/0/options");
}
END_TEST

START_TEST(a_choice_is_between_two_at_least_and_other_questions_have_none)
{
	struct question_input question = {.id = "a", .kind = "choice", .options = answers};

	question.n_options = 1;
	decide(&question, 1, false);
	assert_one(PROBLEM_QUESTION_OPTIONS, "#/questions/0/options");
	question.kind = "text";
	decide(&question, 1, false);
	assert_one(PROBLEM_QUESTION_OPTIONS, "#/questions/0/options");
	question.kind = "yes_no";
	decide(&question, 1, false);
	assert_one(PROBLEM_QUESTION_OPTIONS, "#/questions/0/options");
}
END_TEST

RUN_TESTS(TEST(an_instrument_asks_in_four_ways),
	  TEST(what_is_common_to_all_counties_is_not_one_countys_to_change),
	  TEST(questions_and_options_have_ids_of_their_own), TEST(a_scale_has_five_steps_in_order),
	  TEST(a_choice_is_between_two_at_least_and_other_questions_have_none))
