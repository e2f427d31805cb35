#include "tests/unit/api/appeals/lodged.h"
#include "tests/unit/run.h"

static struct available_facts back[] = {{YEAR, GRANTED - CLAIMED}};

/* As what was granted and accepted was annulled after some was claimed. */
static struct appeal_facts taken_back(struct appeal_facts facts)
{
	line.granted_ore = CLAIMED;
	line.back = back;
	line.n_back = 1;
	facts.grant.state = "annulled";
	facts.grant.is_annulled = true;
	facts.grant.amount_ore = CLAIMED;
	facts.grant.remaining_ore = 0;
	facts.grant.taken_ore = GRANTED - CLAIMED;
	facts.application.state = "closed";
	facts.decision.outcome = "annulled";
	facts.decision.amount_ore = 0;
	return facts;
}

START_TEST(allowed_is_that_it_stands_as_it_stood)
{
	struct appeal_facts facts = taken_back(lodged());

	reconsider(facts, allowed("allowed", GRANTED));
	assert_none();
	reconsider(facts, allowed("allowed", GRANTED - 1));
	assert_one(PROBLEM_APPEAL_NOT_WHOLE, "#/amountOre");
	reconsider(facts, allowed("allowed_in_part", GRANTED - 1));
	assert_none();
	reconsider(facts, allowed("allowed_in_part", GRANTED));
	assert_one(PROBLEM_APPEAL_NOT_PART, "#/amountOre");
	facts.asked_ore = 2 * GRANTED;
	facts.has_asked = true;
	reconsider(facts, allowed("allowed_in_part", GRANTED));
	assert_none();
}
END_TEST

START_TEST(what_was_claimed_is_nothing_to_gain)
{
	struct appeal_facts facts = taken_back(lodged());
	struct asked_condition condition = {.number = 1, .state = "open"};
	struct proposal_input input = allowed("allowed_in_part", CLAIMED);

	reconsider(facts, input);
	assert_one(PROBLEM_APPEAL_NO_GAIN, "#/amountOre");
	facts.conditions = &condition;
	facts.n_conditions = 1;
	input.terms.lifts = (int64_t[]){1};
	input.terms.n_lifts = 1;
	input.has_year = false;
	reconsider(facts, input);
	assert_one(PROBLEM_APPEAL_NO_GAIN, "#/amountOre");
	reconsider(facts, allowed("allowed_in_part", CLAIMED + 1));
	assert_none();
}
END_TEST

START_TEST(the_lines_have_what_is_not_claimed_and_not_given_back_of_another_year)
{
	struct appeal_facts facts = taken_back(lodged());

	available[0].ore = GRANTED - CLAIMED - 1;
	reconsider(facts, allowed("allowed", GRANTED));
	assert_one(PROBLEM_APPROPRIATION_EXCEEDED, "#/amountOre");
	available[0].ore = 0;
	back[0].year = YEAR + 1;
	reconsider(facts, allowed("allowed", GRANTED));
	assert_none();
	back[0].year = YEAR;
	available[0].ore = LEFT;
}
END_TEST

START_TEST(it_is_not_set_aside_but_given_back_or_forwarded)
{
	reconsider(taken_back(lodged()), without_money("sent_back", NULL));
	assert_one(PROBLEM_APPEAL_GRANT_STANDS, "#/outcome");
	reconsider(taken_back(lodged()), without_money("forwarded", NULL));
	assert_none();
	ck_assert_pstr_eq(
		settle(taken_back(answered("board", "sent_back", 0)), NULL).application_state,
		NULL);
}
END_TEST

START_TEST(the_case_is_where_its_grant_is_and_nothing_is_accepted_anew)
{
	struct appeal_facts facts =
		taken_back(answered("reconsideration", "allowed_in_part", GRANTED - 1));
	struct settle_effects effects = settle(facts, NULL);

	assert_none();
	ck_assert_str_eq(effects.application_state, "active");
	ck_assert_int_eq(effects.decision.accept_by, 0);
	ck_assert(effects.decision.grants);
	facts.grant.amount_ore = line.granted_ore = 0;
	ck_assert_str_eq(settle(facts, NULL).application_state, "accepted");
}
END_TEST

START_TEST(what_the_board_sent_back_is_decided_as_it_was_or_given_back)
{
	struct appeal_facts facts =
		taken_back(answered("reconsideration", "not_allowed", 0));
	struct settle_effects effects;

	facts.is_sent_back = true;
	effects = settle(facts, NULL);
	assert_none();
	ck_assert(effects.makes_decision && !effects.decision.grants);
	ck_assert_str_eq(effects.input.outcome, "annulled");
	ck_assert_int_eq(effects.input.amount_ore, 0);
	ck_assert_ptr_null(effects.application_state);
	facts = taken_back(lodged());
	facts.is_sent_back = true;
	facts.state = "sent_back";
	reconsider(facts, allowed("allowed", GRANTED));
	assert_none();
}
END_TEST

RUN_TESTS(TEST(allowed_is_that_it_stands_as_it_stood), TEST(what_was_claimed_is_nothing_to_gain),
	  TEST(the_lines_have_what_is_not_claimed_and_not_given_back_of_another_year),
	  TEST(it_is_not_set_aside_but_given_back_or_forwarded),
	  TEST(the_case_is_where_its_grant_is_and_nothing_is_accepted_anew),
	  TEST(what_the_board_sent_back_is_decided_as_it_was_or_given_back))
