#include "api/disqualifications/disqualifications.h"

#include "tests/unit/api/rules.h"
#include "tests/unit/run.h"

enum { ONESELF = 7, COLLEAGUE = 8, THIRD = 9 };

static struct new_disqualification_facts about(int64_t person)
{
	return (struct new_disqualification_facts){
		.caller = {.role = "caseworker", .is_person = true, .person_id = ONESELF},
		.has_case = true,
		.has_person_id = true,
		.person_id = person,
		.has_person = true};
}

static void declare(struct new_disqualification_facts facts, const char *ground, const char *why)
{
	struct new_disqualification_input input = {.ground = ground, .explanation = why};

	begin();
	decide_declare(&facts, &input, &problems);
}

static const char *state_of(int64_t person, const char *ground)
{
	struct new_disqualification_facts facts = about(person);
	struct new_disqualification_input input = {.ground = ground};

	return disqualification_state(&facts, &input);
}

START_TEST(ones_own_word_binds_and_of_another_it_is_a_question)
{
	ck_assert_str_eq(state_of(ONESELF, "kin"), "disqualified");
	ck_assert_str_eq(state_of(ONESELF, "none"), "impartial");
	ck_assert_str_eq(state_of(COLLEAGUE, "kin"), "raised");
	declare(about(ONESELF), "kin", NULL);
	assert_none();
	declare(about(COLLEAGUE), "kin", NULL);
	assert_none();
}
END_TEST

START_TEST(nobody_is_declared_impartial_by_another)
{
	declare(about(COLLEAGUE), "none", NULL);
	assert_one(PROBLEM_IMPARTIAL_BY_OTHER, "#/ground");
	declare(about(ONESELF), "none", NULL);
	assert_none();
}
END_TEST

START_TEST(what_was_settled_is_asked_anew_with_what_is_new)
{
	struct new_disqualification_facts facts = about(COLLEAGUE);

	facts.was_cleared = true;
	declare(facts, "kin", NULL);
	assert_one(PROBLEM_QUESTION_SETTLED, "#/explanation");
	declare(facts, "kin", "De giftet seg i mai");
	assert_none();
	/* Whoever knows it of themselves need not say what is new. */
	facts.person_id = ONESELF;
	declare(facts, "kin", NULL);
	assert_none();
}
END_TEST

START_TEST(a_party_demands_it_of_who_handles_its_case_and_says_why)
{
	struct new_disqualification_facts facts = about(COLLEAGUE);

	facts.is_demanded = true;
	declare(facts, "kin", "De er søsken");
	assert_none();
	declare(facts, "kin", NULL);
	assert_one(PROBLEM_FIELD_REQUIRED, "#/explanation");
	facts.has_person = false;
	facts.has_person_id = false;
	declare(facts, "kin", "De er søsken");
	assert_one(PROBLEM_UNKNOWN_REFERENCE, "#/personId");
	facts = about(ONESELF);
	facts.is_demanded = true;
	declare(facts, "none", "Vi tror det");
	assert_one(PROBLEM_IMPARTIAL_BY_OTHER, "#/ground");
}
END_TEST

START_TEST(particular_circumstances_are_explained)
{
	declare(about(ONESELF), "particular", NULL);
	assert_one(PROBLEM_FIELD_REQUIRED, "#/explanation");
	declare(about(ONESELF), "particular", "Nær venn");
	assert_none();
}
END_TEST

START_TEST(it_is_of_a_case_and_of_a_person_that_are_there_and_once)
{
	struct new_disqualification_facts facts = about(ONESELF);

	facts.has_case = false;
	declare(facts, "kin", NULL);
	assert_one(PROBLEM_UNKNOWN_REFERENCE, "#/caseId");
	facts = about(COLLEAGUE);
	facts.has_person = false;
	declare(facts, "kin", NULL);
	assert_one(PROBLEM_UNKNOWN_REFERENCE, "#/personId");
	facts = about(ONESELF);
	facts.is_open = true;
	declare(facts, "kin", NULL);
	assert_one(PROBLEM_DISQUALIFICATION_OPEN, NULL);
}
END_TEST

START_TEST(no_system_declares)
{
	struct new_disqualification_facts facts = about(COLLEAGUE);

	facts.caller = (struct caller){.role = "caseworker"};
	declare(facts, "kin", NULL);
	assert_one(PROBLEM_PERSON_REQUIRED, NULL);
}
END_TEST

/* About ONESELF, raised by COLLEAGUE. */
static struct disqualification_facts question(const char *state, int64_t caller)
{
	return (struct disqualification_facts){
		.caller = {.role = "programme_lead", .is_person = true, .person_id = caller},
		.state = state,
		.person_id = ONESELF,
		.entered_by = COLLEAGUE};
}

static void concede(const char *state, int64_t caller)
{
	struct disqualification_facts facts = question(state, caller);

	begin();
	decide_concede(&facts, &problems);
}

static void settle(struct disqualification_facts facts, const char *outcome)
{
	struct settle_input input = {outcome, "Slik er det"};

	begin();
	decide_settle(&facts, &input, &problems);
}

START_TEST(the_one_concerned_concedes_a_question)
{
	concede("raised", ONESELF);
	assert_none();
	concede("raised", THIRD);
	assert_one(PROBLEM_NOT_CONCERNED, NULL);
	concede("disqualified", ONESELF);
	assert_one(PROBLEM_STATE_CONFLICT, NULL);
}
END_TEST

START_TEST(a_third_person_settles_it)
{
	settle(question("raised", THIRD), "cleared");
	assert_none();
	settle(question("raised", THIRD), "disqualified");
	assert_none();
	settle(question("raised", ONESELF), "cleared");
	assert_one(PROBLEM_FOUR_EYES, NULL);
	settle(question("raised", COLLEAGUE), "disqualified");
	assert_one(PROBLEM_FOUR_EYES, NULL);
}
END_TEST

START_TEST(a_second_person_lifts_what_one_declared_oneself)
{
	struct disqualification_facts facts = question("disqualified", THIRD);

	facts.entered_by = ONESELF;
	settle(facts, "cleared");
	assert_none();
	settle(facts, "disqualified");
	assert_one(PROBLEM_STATE_CONFLICT, NULL);
	settle(question("cleared", THIRD), "cleared");
	assert_one(PROBLEM_STATE_CONFLICT, NULL);
}
END_TEST

RUN_TESTS(TEST(ones_own_word_binds_and_of_another_it_is_a_question),
	  TEST(nobody_is_declared_impartial_by_another),
	  TEST(what_was_settled_is_asked_anew_with_what_is_new),
	  TEST(a_party_demands_it_of_who_handles_its_case_and_says_why),
	  TEST(particular_circumstances_are_explained),
	  TEST(it_is_of_a_case_and_of_a_person_that_are_there_and_once),
	  TEST(no_system_declares),
	  TEST(the_one_concerned_concedes_a_question),
	  TEST(a_third_person_settles_it),
	  TEST(a_second_person_lifts_what_one_declared_oneself))
