#include "api/letters/letters.h"

#include "tests/unit/api/rules.h"
#include "tests/unit/run.h"

static const struct new_letter_input in_english = {.letter_id = 7, .language = "en"};

static void ask(bool has_letter, bool is_asked)
{
	const struct new_letter_facts facts = {
		.caller = PERSON("hub_editor", "hub", 11, 101),
		.has_letter = has_letter,
		.is_asked = is_asked,
	};

	begin();
	decide_ask_letter(&facts, &in_english, &problems);
}

START_TEST(a_letter_is_asked_for_in_another_language)
{
	ask(true, false);
	assert_none();
}
END_TEST

START_TEST(one_of_another_case_is_unknown)
{
	ask(false, false);
	assert_one(PROBLEM_UNKNOWN_REFERENCE, "#/letterId");
}
END_TEST

START_TEST(one_that_is_there_is_not_made_again)
{
	ask(true, true);
	assert_one(PROBLEM_LETTER_ASKED, NULL);
	assert_arg(0, "@en");
}
END_TEST

RUN_TESTS(TEST(a_letter_is_asked_for_in_another_language), TEST(one_of_another_case_is_unknown),
	  TEST(one_that_is_there_is_not_made_again))
