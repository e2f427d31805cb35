#include "tests/unit/api/appeals/lodged.h"
#include "tests/unit/run.h"

/* Of three conditions the first is met. */
static struct asked_condition asked[] = {{1, "met"}, {2, "open"}, {3, "reported"}};
static const char *dated[] = {"report"};

static struct appeal_facts conditional(void)
{
	struct appeal_facts facts = lodged();

	facts.conditions = asked;
	facts.n_conditions = 3;
	facts.application.decision.dated = dated;
	facts.application.decision.n_dated = 1;
	return facts;
}

static struct proposal_input lifting(const char *outcome, int64_t amount_ore, int64_t number)
{
	static int64_t lifts[1];
	struct proposal_input input = allowed(outcome, amount_ore);

	lifts[0] = number;
	input.terms.lifts = lifts;
	input.terms.n_lifts = 1;
	input.has_year = false;
	return input;
}

START_TEST(fewer_conditions_are_more_than_before_with_the_same_amount)
{
	struct appeal_facts facts = conditional();

	reconsider(facts, lifting("allowed", GRANTED, 2));
	assert_none();
	reconsider(facts, lifting("allowed_in_part", GRANTED, 3));
	assert_none();
	reconsider(facts, lifting("allowed_in_part", GRANTED - 1, 2));
	assert_one(PROBLEM_APPEAL_NO_GAIN, "#/amountOre");
	facts.asked_ore = GRANTED + 1;
	facts.has_asked = true;
	reconsider(facts, lifting("allowed", GRANTED, 2));
	assert_one(PROBLEM_APPEAL_NOT_WHOLE, "#/amountOre");
	reconsider(facts, lifting("allowed_in_part", GRANTED, 2));
	assert_none();
}
END_TEST

START_TEST(all_the_money_with_the_conditions_as_they_were_may_be_in_part)
{
	available[0].ore = APPLIED;
	reconsider(conditional(), allowed("allowed_in_part", APPLIED));
	assert_none();
	available[0].ore = LEFT;
}
END_TEST

START_TEST(a_condition_that_is_not_lifted_is_and_no_other)
{
	struct proposal_input input = lifting("allowed", GRANTED, 1);
	struct appeal_facts facts = conditional();

	reconsider(facts, input); /* met under protest */
	assert_none();
	facts.conditions[0].state = "lifted";
	reconsider(facts, input);
	assert_one(PROBLEM_CONDITION_SETTLED, "#/liftedConditions/0");
	reconsider(conditional(), lifting("allowed", GRANTED, 4));
	assert_one(PROBLEM_UNKNOWN_REFERENCE, "#/liftedConditions/0");
	input = lifting("forwarded", 0, 2);
	input.has_amount = false;
	reconsider(conditional(), input);
	assert_one(PROBLEM_APPEAL_CONDITIONS, "#/liftedConditions");
}
END_TEST

START_TEST(what_is_asked_instead_is_as_any_condition)
{
	struct given_condition report = {.kind = "report", .text = "Send timelistene."};
	struct proposal_input input = lifting("allowed_in_part", GRANTED, 2);

	input.terms.conditions = (struct given_conditions){&report, 1, "[]"};
	reconsider(conditional(), input);
	assert_one(PROBLEM_FIELD_REQUIRED, "#/conditions/0/dueOn");
	report.due_on = day("2027-01-10");
	report.has_due_on = true;
	reconsider(conditional(), input);
	assert_none();
	input.outcome = "forwarded";
	input.has_amount = false;
	input.terms.n_lifts = 0;
	reconsider(conditional(), input);
	assert_one(PROBLEM_APPEAL_CONDITIONS, "#/conditions");
}
END_TEST

START_TEST(a_year_is_named_where_more_is_taken_from_it)
{
	struct proposal_input input = allowed("allowed_in_part", GRANTED + 1);

	input.has_year = false;
	reconsider(lodged(), input);
	assert_one(PROBLEM_FIELD_REQUIRED, "#/year");
}
END_TEST

START_TEST(what_a_meeting_allowed_has_the_conditions_that_it_was_sent)
{
	static int64_t two[] = {2};
	struct appeal_facts facts = resolved("allowed_in_part", 20000000);

	facts.conditions = asked;
	facts.n_conditions = 3;
	facts.has_sent = true;
	facts.sent.lifts = two;
	facts.sent.n_lifts = 1;
	settle(facts, NULL);
	assert_one(PROBLEM_APPEAL_TERMS_SENT, "#/number");
	open[0].terms.lifts = two;
	open[0].terms.n_lifts = 1;
	settle(facts, NULL);
	assert_none();
}
END_TEST

START_TEST(a_condition_that_is_lifted_meanwhile_is_told_of_the_proposal)
{
	static int64_t one[] = {1};
	struct appeal_facts facts = answered("reconsideration", "allowed", GRANTED);

	facts.conditions = asked;
	facts.n_conditions = 3;
	open[0].terms.lifts = one;
	open[0].terms.n_lifts = 1;
	settle(facts, NULL); /* which was met */
	assert_none();
	facts.conditions[0].state = "lifted";
	settle(facts, NULL);
	assert_one(PROBLEM_CONDITION_SETTLED, "#/number");
}
END_TEST

START_TEST(without_more_money_the_year_is_that_of_the_grant)
{
	struct proposal_input input = lifting("allowed", GRANTED, 2);

	input.has_year = true;
	reconsider(conditional(), input);
	assert_none();
	input.year = YEAR + 1;
	reconsider(conditional(), input);
	assert_one(PROBLEM_APPEAL_YEAR, "#/year");
}
END_TEST

RUN_TESTS(TEST(fewer_conditions_are_more_than_before_with_the_same_amount),
	  TEST(all_the_money_with_the_conditions_as_they_were_may_be_in_part),
	  TEST(a_condition_that_is_not_lifted_is_and_no_other),
	  TEST(what_is_asked_instead_is_as_any_condition),
	  TEST(a_year_is_named_where_more_is_taken_from_it),
	  TEST(without_more_money_the_year_is_that_of_the_grant),
	  TEST(what_a_meeting_allowed_has_the_conditions_that_it_was_sent),
	  TEST(a_condition_that_is_lifted_meanwhile_is_told_of_the_proposal))
