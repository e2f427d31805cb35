#include "api/hearings/hearings.h"

#include <string.h>

#include "api/decisions/decisions.h"
#include "tests/unit/api/rules.h"
#include "tests/unit/run.h"

enum { TODAY = 20000, CLERK = 21 };

static struct application_facts in_state(const char *state)
{
	return (struct application_facts){
		.caller = PERSON("caseworker", "county", CLERK, 101),
		.today = TODAY,
		.state = state,
		.has_decision = true,
		.hearing = {.id = 1, .days = 7, .is_ground = true, .document = "clean"},
	};
}

static void hear(struct application_facts facts, struct hear_input input)
{
	begin();
	decide_hear_party(&facts, &input, &problems);
}

static struct hear_input until(int32_t day)
{
	return (struct hear_input){.kind = "information", .told = "x", .answer_by = day};
}

START_TEST(a_party_is_heard_in_a_case_that_goes_on)
{
	static const char *const open[] = {"submitted", "in_review", "recommended", "granted"};
	static const char *const over[] = {"draft", "withdrawn", "closed"};

	for (size_t i = 0; i < sizeof(open) / sizeof(open[0]); i++) {
		hear(in_state(open[i]), until(TODAY + 7));
		assert_none();
	}
	for (size_t i = 0; i < sizeof(over) / sizeof(over[0]); i++) {
		hear(in_state(over[i]), until(TODAY + 7));
		assert_one(PROBLEM_STATE_CONFLICT, NULL);
	}
}
END_TEST

START_TEST(it_has_the_days_of_the_county_to_comment)
{
	hear(in_state("in_review"), until(TODAY + 6));
	assert_one(PROBLEM_HEARING_TOO_SHORT, "#/answerBy");
	assert_arg(0, "2024-10-11");
}
END_TEST

START_TEST(what_it_is_shown_is_clean_and_its_own_to_read)
{
	struct application_facts facts = in_state("in_review");
	struct hear_input input = until(TODAY + 7);

	input.has_document = true;
	hear(facts, input);
	assert_none();
	facts.hearing.document = "scanning";
	hear(facts, input);
	assert_one(PROBLEM_DOCUMENT_NOT_CLEAN, "#/documentId");
	facts.hearing.document = NULL;
	hear(facts, input);
	assert_one(PROBLEM_UNKNOWN_REFERENCE, "#/documentId");
}
END_TEST

START_TEST(nobody_who_applied_hears_it_nor_anybody_while_a_decision_is_held)
{
	struct application_facts facts = in_state("recommended");

	facts.decision.caller_applied = true;
	hear(facts, until(TODAY + 7));
	assert_one(PROBLEM_FOUR_EYES, NULL);
	facts.decision.caller_applied = false;
	facts.decision.has_held = true;
	hear(facts, until(TODAY + 7));
	assert_one(PROBLEM_DECISION_HELD, NULL);
}
END_TEST

START_TEST(it_is_not_heard_by_a_ground_of_the_law)
{
	struct application_facts facts = in_state("in_review");
	struct hear_input input = {.kind = "notice", .ground = "urgent", .reason = "x"};

	begin();
	decide_exempt_hearing(&facts, &input, &problems);
	assert_none();
	facts.hearing.is_ground = false;
	begin();
	decide_exempt_hearing(&facts, &input, &problems);
	assert_one(PROBLEM_HEARING_GROUND, "#/ground");
	begin();
	decide_exempt_hearing(&facts, NULL, &problems);
	assert_none();
}
END_TEST

static struct hearing_facts hearing(const char *state)
{
	return (struct hearing_facts){
		.caller = PERSON("caseworker", "county", CLERK, 101),
		.today = TODAY,
		.state = state,
	};
}

START_TEST(it_comments_until_the_case_is_decided)
{
	struct hearing_facts facts = hearing("raised");

	begin();
	decide_answer_hearing(&facts, &problems);
	assert_none();
	facts.is_decided = true;
	begin();
	decide_answer_hearing(&facts, &problems);
	assert_one(PROBLEM_HEARING_OVER, NULL);
}
END_TEST

START_TEST(it_adds_to_its_comment_until_the_day)
{
	static const char *const said[] = {"commented", "weighed"};

	for (size_t i = 0; i < 2; i++) {
		struct hearing_facts facts = hearing(said[i]);

		facts.has_answer_by = true;
		facts.answer_by = TODAY;
		begin();
		decide_answer_hearing(&facts, &problems);
		assert_none();
		facts.answer_by = TODAY - 1;
		begin();
		decide_answer_hearing(&facts, &problems);
		assert_one(PROBLEM_COMMENTED, NULL);
		assert_arg(0, "2024-10-03");
	}
}
END_TEST

static const struct step {
	void (*decide)(const struct hearing_facts *facts, struct problems *problems);
	const char *states;
} steps[] = {
	{decide_answer_hearing, "raised, commented, weighed"},
	{decide_weigh_hearing, "commented"},
	{decide_withdraw_hearing, "raised, commented"},
};

START_TEST(each_step_has_its_states)
{
	static const char *const states[] = {"raised", "commented", "weighed", "withdrawn",
					     "exempt"};

	for (size_t i = 0; i < sizeof(steps) / sizeof(steps[0]); i++)
		for (size_t j = 0; j < sizeof(states) / sizeof(states[0]); j++) {
			struct hearing_facts facts = hearing(states[j]);

			begin();
			steps[i].decide(&facts, &problems);
			if (strstr(steps[i].states, states[j]) != NULL)
				assert_none();
			else
				assert_one(PROBLEM_STATE_CONFLICT, NULL);
		}
}
END_TEST

START_TEST(nothing_is_decided_before_it_is_heard_and_weighed)
{
	const struct unheard_facts waits = {.number = 2, .answer_by = TODAY};
	const struct unheard_facts said = {.number = 3, .is_answered = true};

	begin();
	check_heard(NULL, 0, &problems);
	assert_none();
	check_heard(&waits, 1, &problems);
	assert_one(PROBLEM_PARTY_NOT_HEARD, NULL);
	assert_arg(0, "2024-10-04");
	begin();
	check_heard(&said, 1, &problems);
	assert_one(PROBLEM_COMMENT_NOT_WEIGHED, NULL);
	assert_arg(0, "3");
}
END_TEST

START_TEST(it_stands_in_the_way_of_recommending_and_of_deciding)
{
	struct unheard_facts waits = {.number = 2, .answer_by = TODAY};
	struct application_facts facts = in_state("in_review");
	struct decide_effects effects = {0};

	facts.decision.unheard = &waits;
	facts.decision.n_unheard = 1;
	begin();
	decide_recommend(&facts, NULL, &problems);
	assert_one(PROBLEM_PARTY_NOT_HEARD, NULL);
	begin();
	decide_decide(&facts, NULL, &effects, &problems);
	assert_found(PROBLEM_PARTY_NOT_HEARD, NULL);
}
END_TEST

RUN_TESTS(TEST(a_party_is_heard_in_a_case_that_goes_on),
	  TEST(it_has_the_days_of_the_county_to_comment),
	  TEST(what_it_is_shown_is_clean_and_its_own_to_read),
	  TEST(nobody_who_applied_hears_it_nor_anybody_while_a_decision_is_held),
	  TEST(it_is_not_heard_by_a_ground_of_the_law), TEST(it_comments_until_the_case_is_decided),
	  TEST(it_adds_to_its_comment_until_the_day),
	  TEST(each_step_has_its_states), TEST(nothing_is_decided_before_it_is_heard_and_weighed),
	  TEST(it_stands_in_the_way_of_recommending_and_of_deciding))
