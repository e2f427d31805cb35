#include "api/conditions/conditions.h"

#include "tests/unit/api/rules.h"
#include "tests/unit/run.h"

enum { RECIPIENT = 11, CASEWORKER, DECIDER, TODAY = 20000 };

static const char *const dated[] = {"start_by", "report"};

/* ---- given with a decision */

static void give(struct given_condition condition, bool grants)
{
	struct given_conditions given = {&condition, 1, "[]"};

	begin();
	check_given(&given, grants, dated, 2, TODAY, &problems);
}

START_TEST(a_condition_is_of_a_grant)
{
	give((struct given_condition){.kind = "financing", .text = "Banken"}, true);
	assert_none();
	give((struct given_condition){.kind = "financing", .text = "Banken"}, false);
	assert_one(PROBLEM_CONDITIONS_NOT_ALLOWED, "#/conditions");
}
END_TEST

START_TEST(one_that_is_about_a_day_has_one_that_has_not_passed)
{
	struct given_condition condition = {.kind = "start_by", .text = "I gang"};

	give(condition, true);
	assert_one(PROBLEM_FIELD_REQUIRED, "#/conditions/0/dueOn");
	condition.has_due_on = true;
	condition.due_on = TODAY;
	give(condition, true);
	assert_none();
	condition.due_on = TODAY - 1;
	give(condition, true);
	assert_one(PROBLEM_DATE_PASSED, "#/conditions/0/dueOn");
}
END_TEST

/* ---- what holds back what */

static const struct {
	struct unmet_condition condition;
	const char *claim;
	bool claimable, payable;
} holds[] = {
	{{1, "Avtale", "payment", false, false}, "part", true, false},
	{{1, "Avtale", "payment", false, true}, "part", true, false},
	{{1, "Avtale", "payment", true, false}, "part", false, false},
	{{1, "Revisor", "final", false, false}, "part", true, true},
	{{1, "Revisor", "final", false, false}, "final", false, false},
	{{1, "Revisor", "final", false, true}, "final", true, false},
	{{1, "I gang", NULL, false, false}, "final", true, true},
	{{1, "I gang", NULL, true, false}, "part", false, false},
	{{1, "I gang", NULL, true, true}, "part", true, false},
};

static void assert_held(bool is_free, const char *pointer)
{
	if (is_free) {
		assert_none();
		return;
	}
	assert_one(PROBLEM_CONDITION_UNMET, pointer);
	assert_arg(0, "1");
}

START_TEST(a_condition_holds_back_what_its_kind_says_and_all_when_overdue)
{
	for (size_t i = 0; i < sizeof(holds) / sizeof(holds[0]); i++) {
		struct unmet_condition condition = holds[i].condition;
		struct unmet_conditions unmet = {&condition, 1};

		begin();
		check_claimable(&unmet, holds[i].claim, &problems);
		assert_held(holds[i].claimable, condition.is_overdue ? NULL : "#/kind");
		begin();
		check_payable(&unmet, holds[i].claim, &problems);
		assert_held(holds[i].payable, NULL);
	}
}
END_TEST

START_TEST(what_waits_for_a_condition_later_is_told_before)
{
	struct unmet_condition condition = {1, "Avtale", "payment", false, false};
	struct unmet_conditions unmet = {&condition, 1};

	begin();
	tell_unmet(&unmet, &problems);
	assert_one(PROBLEM_CONDITION_UNMET, NULL);
	condition.is_overdue = true;
	begin();
	tell_unmet(&unmet, &problems);
	assert_none();
}
END_TEST

/* ---- met */

static struct condition_facts in_state(const char *state, int64_t person)
{
	return (struct condition_facts){
		.caller = PERSON("caseworker", "county", person, 1),
		.state = state,
		.reported_by = RECIPIENT,
		.document = "clean",
	};
}

static void report(struct condition_facts facts, struct report_condition_input input)
{
	begin();
	decide_report_condition(&facts, &input, &problems);
}

START_TEST(a_document_that_is_asked_for_is_named_known_and_clean)
{
	struct condition_facts facts = in_state("open", RECIPIENT);

	report(facts, (struct report_condition_input){.report = "Gjort"});
	assert_none();
	facts.needs_document = true;
	report(facts, (struct report_condition_input){.report = "Gjort"});
	assert_one(PROBLEM_FIELD_REQUIRED, "#/documentId");
	report(facts, (struct report_condition_input){"Gjort", 7, true});
	assert_none();
	facts.document = "scanning";
	report(facts, (struct report_condition_input){"Gjort", 7, true});
	assert_one(PROBLEM_DOCUMENT_NOT_CLEAN, "#/documentId");
	facts.document = NULL;
	report(facts, (struct report_condition_input){"Gjort", 7, true});
	assert_one(PROBLEM_UNKNOWN_REFERENCE, "#/documentId");
}
END_TEST

typedef void decision(const struct condition_facts *facts, struct problems *problems);

static void run(decision *decide, struct condition_facts facts)
{
	begin();
	decide(&facts, &problems);
}

START_TEST(who_reported_it_neither_confirms_nor_waives)
{
	struct condition_facts facts = in_state("waiver_asked", RECIPIENT);

	run(decide_confirm_condition, in_state("reported", RECIPIENT));
	assert_one(PROBLEM_FOUR_EYES, NULL);
	run(decide_confirm_condition, in_state("reported", CASEWORKER));
	assert_none();
	run(decide_ask_condition_waiver, in_state("reported", RECIPIENT));
	assert_one(PROBLEM_FOUR_EYES, NULL);
	run(decide_condition_waiver, facts);
	assert_one(PROBLEM_FOUR_EYES, NULL);
}
END_TEST

START_TEST(a_waiver_is_asked_by_one_and_given_by_another)
{
	struct condition_facts facts = in_state("waiver_asked", CASEWORKER);

	facts.waiver_asked_by = CASEWORKER;
	run(decide_condition_waiver, facts);
	assert_one(PROBLEM_FOUR_EYES, NULL);
	facts.caller.person_id = DECIDER;
	run(decide_condition_waiver, facts);
	assert_none();
}
END_TEST

static const struct {
	decision *decide;
	const char *from; /* states, in this order */
} steps[] = {
	{decide_confirm_condition, "reported"},
	{decide_return_condition, "reported"},
	{decide_ask_condition_waiver, "open, reported"},
	{decide_condition_waiver, "waiver_asked"},
};

START_TEST(nothing_comes_of_one_that_is_held_with_its_decision)
{
	struct condition_facts facts = in_state("open", 0);

	facts.is_held = true;
	run(decide_ask_condition_waiver, facts);
	assert_one(PROBLEM_DECISION_HELD, NULL);
	begin();
	decide_report_condition(&facts, NULL, &problems);
	assert_one(PROBLEM_DECISION_HELD, NULL);
}
END_TEST

START_TEST(each_step_has_its_states_and_is_taken_by_a_person)
{
	static const char *const states[] = {"open", "reported", "met", "waiver_asked", "waived"};

	for (size_t i = 0; i < sizeof(steps) / sizeof(steps[0]); i++)
		for (size_t s = 0; s < sizeof(states) / sizeof(states[0]); s++) {
			struct condition_facts facts = in_state(states[s], DECIDER);

			run(steps[i].decide, facts);
			if (strstr(steps[i].from, states[s]) != NULL)
				assert_none();
			else
				assert_one(PROBLEM_STATE_CONFLICT, NULL);
			facts.caller.is_person = false;
			run(steps[i].decide, facts);
			assert_found(PROBLEM_PERSON_REQUIRED, NULL);
		}
}
END_TEST

RUN_TESTS(TEST(nothing_comes_of_one_that_is_held_with_its_decision),
	  TEST(a_condition_is_of_a_grant),
	  TEST(one_that_is_about_a_day_has_one_that_has_not_passed),
	  TEST(a_condition_holds_back_what_its_kind_says_and_all_when_overdue),
	  TEST(what_waits_for_a_condition_later_is_told_before),
	  TEST(a_document_that_is_asked_for_is_named_known_and_clean),
	  TEST(who_reported_it_neither_confirms_nor_waives),
	  TEST(a_waiver_is_asked_by_one_and_given_by_another),
	  TEST(each_step_has_its_states_and_is_taken_by_a_person))
