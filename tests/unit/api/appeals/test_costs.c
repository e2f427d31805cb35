/* What it cost the appellant to have a decision changed: fvl. § 36. */
#include "api/appeals/appeals.h"

#include "lib/base/num.h"
#include "tests/unit/api/rules.h"
#include "tests/unit/run.h"

enum { SIGNATORY = 31, CLERK, DECIDER };

static int32_t day(const char *text)
{
	int32_t days;

	ck_assert_msg(num_date(text, &days), "%s", text);
	return days;
}

static struct appeal_facts settled(const char *state)
{
	return (struct appeal_facts){
		.caller = PERSON("hub_signatory", "hub", SIGNATORY, 2),
		.today = day("2026-12-10"),
		.appellant_id = 2,
		.state = state,
		.decision = {.decided_by = DECIDER},
		.lodged_by = SIGNATORY,
		.settled_on = day("2026-12-04"),
		.has_settled = true,
		.costs_days = 21,
		.has_costs_days = true,
	};
}

static void claim(const struct appeal_facts *facts)
{
	begin();
	decide_claim_costs(facts, &problems);
}

START_TEST(costs_are_claimed_within_three_weeks_of_the_new_decision)
{
	struct appeal_facts facts = settled("allowed_in_part");

	facts.today = day("2026-12-28"); /* after Christmas and a weekend */
	claim(&facts);
	assert_none();
	facts.today++;
	claim(&facts);
	assert_one(PROBLEM_COSTS_LATE, NULL);
	assert_arg(0, "2026-12-28");
	facts = settled("not_allowed");
	claim(&facts);
	assert_one(PROBLEM_STATE_CONFLICT, NULL);
}
END_TEST

START_TEST(they_are_of_one_who_got_its_way_by_a_reversal_too)
{
	struct appeal_facts facts = settled("moot");

	claim(&facts);
	assert_one(PROBLEM_COSTS_NOT_WON, NULL);
	facts.is_favoured = true;
	claim(&facts);
	assert_none();
}
END_TEST

START_TEST(no_more_than_was_claimed_is_given)
{
	struct appeal_facts facts = settled("allowed");
	struct proposal_input input = {
		.outcome = "given", .amount_ore = 500001, .has_amount = true, .grounds = "Ja"};

	facts.caller = (struct caller)PERSON("caseworker", "county", CLERK, 1);
	begin();
	decide_propose_costs(&facts, &input, &problems);
	assert_one(PROBLEM_COSTS_NOT_CLAIMED, NULL);
	facts.costs_ore = 500000;
	facts.has_costs = true;
	begin();
	decide_propose_costs(&facts, &input, &problems);
	assert_one(PROBLEM_COSTS_EXCEEDED, "#/amountOre");
	input.amount_ore--;
	begin();
	decide_propose_costs(&facts, &input, &problems);
	assert_none();
	input.outcome = "refused";
	begin();
	decide_propose_costs(&facts, &input, &problems);
	assert_one(PROBLEM_APPEAL_AMOUNT, "#/amountOre");
}
END_TEST

RUN_TESTS(TEST(costs_are_claimed_within_three_weeks_of_the_new_decision),
	  TEST(they_are_of_one_who_got_its_way_by_a_reversal_too),
	  TEST(no_more_than_was_claimed_is_given))
