#include "api/grants/grants.h"

#include "tests/unit/api/rules.h"
#include "tests/unit/run.h"

enum { TODAY = 20000 /* a day */, CASEWORKER = 11, DECIDER = 12 };

/* Paid to the end, with nothing open. */
static struct grant_facts paid_out(void)
{
	return (struct grant_facts){
		.caller = PERSON("caseworker", "county", CASEWORKER, 1),
		.today = TODAY,
		.state = "active",
		.standing = {
			.amount_ore = 1000,
			.remaining_ore = 200,
			.is_final = true,
			.appeal_by = TODAY - 1,
			.appeal_runs = true,
		},
	};
}

static struct grant_facts prepared(void)
{
	struct grant_facts facts = paid_out();

	facts.caller.role = "decision_maker";
	facts.caller.person_id = DECIDER;
	facts.standing.has_prepared = true;
	facts.standing.prepared.prepared_by = CASEWORKER;
	facts.standing.prepared.released_ore = 200;
	return facts;
}

static void settle(const struct grant_facts *facts)
{
	begin();
	decide_settle_grant(facts, &problems);
}

static void confirm(const struct grant_facts *facts)
{
	begin();
	decide_confirm_settlement(facts, &problems);
}

/* The same hindrance when it is prepared and when it is confirmed. */
static void assert_stands_in_the_way(const struct grant_standing *open, enum problem_code code)
{
	struct grant_facts facts = paid_out();

	facts.standing = *open;
	settle(&facts);
	assert_one(code, NULL);
	facts = prepared();
	facts.standing = *open;
	facts.standing.has_prepared = true;
	facts.standing.prepared = prepared().standing.prepared;
	confirm(&facts);
	assert_one(code, NULL);
}

START_TEST(what_is_paid_to_the_end_is_settled_by_two)
{
	struct grant_facts facts = paid_out();

	settle(&facts);
	assert_none();
	facts = prepared();
	confirm(&facts);
	assert_none();
	begin();
	decide_return_settlement(&facts, &problems);
	assert_none();
}
END_TEST

START_TEST(only_an_active_grant_is_settled)
{
	static const char *const states[] = {"offered", "accepted", "settled", "annulled",
					      "lapsed"};
	struct grant_facts facts = paid_out();

	for (size_t i = 0; i < sizeof(states) / sizeof(states[0]); i++) {
		facts.state = states[i];
		settle(&facts);
		assert_one(PROBLEM_STATE_CONFLICT, NULL);
	}
}
END_TEST

START_TEST(the_final_claim_is_paid_or_nothing_remains)
{
	struct grant_standing open = paid_out().standing;
	struct grant_facts facts = paid_out();

	open.is_final = false;
	assert_stands_in_the_way(&open, PROBLEM_FINAL_MISSING);
	facts.standing.is_final = false;
	facts.standing.remaining_ore = 0;
	settle(&facts);
	assert_none();
}
END_TEST

START_TEST(nothing_of_it_is_open)
{
	const struct grant_standing standing = paid_out().standing;
	struct grant_standing open = standing;

	open.has_claim = true;
	assert_stands_in_the_way(&open, PROBLEM_CLAIM_OPEN);
	open = standing;
	open.payment = "UTB-1";
	assert_stands_in_the_way(&open, PROBLEM_PAYMENT_UNPAID);
	open = standing;
	open.has_amendment = true;
	assert_stands_in_the_way(&open, PROBLEM_AMENDMENT_UNDECIDED);
	open = standing;
	open.has_appeal = true;
	assert_stands_in_the_way(&open, PROBLEM_APPEAL_OPEN);
	open = standing;
	open.has_reversal = true;
	assert_stands_in_the_way(&open, PROBLEM_REVERSAL_OPEN);
	open = standing;
	open.has_condition = true;
	open.condition.text = "Rapport";
	assert_stands_in_the_way(&open, PROBLEM_CONDITION_UNMET);
	open = standing;
	open.has_report = true;
	open.report_due_on = TODAY;
	assert_stands_in_the_way(&open, PROBLEM_REPORT_UNAPPROVED);
}
END_TEST

START_TEST(what_the_appeals_body_set_aside_is_not_settled)
{
	struct grant_facts facts = paid_out();

	facts.is_set_aside = true;
	settle(&facts);
	assert_one(PROBLEM_DECISION_SET_ASIDE, NULL);
}
END_TEST

START_TEST(the_time_to_appeal_has_passed)
{
	struct grant_standing open = paid_out().standing;

	open.appeal_by = TODAY;
	assert_stands_in_the_way(&open, PROBLEM_APPEAL_PERIOD_RUNS);
	open.appeal_runs = false;
	assert_stands_in_the_way(&open, PROBLEM_APPEAL_PERIOD_RUNS);
}
END_TEST

START_TEST(nobody_settles_what_they_prepared_applied_for_or_claimed)
{
	struct grant_facts facts = prepared();

	facts.caller.person_id = CASEWORKER;
	confirm(&facts);
	assert_one(PROBLEM_FOUR_EYES, NULL);
	facts = prepared();
	facts.standing.is_recipients = true;
	confirm(&facts);
	assert_one(PROBLEM_FOUR_EYES, NULL);
	facts = paid_out();
	facts.standing.is_recipients = true;
	settle(&facts);
	assert_one(PROBLEM_FOUR_EYES, NULL);
	facts = paid_out();
	facts.caller.is_person = false;
	settle(&facts);
	assert_one(PROBLEM_PERSON_REQUIRED, NULL);
}
END_TEST

START_TEST(it_is_prepared_once_and_confirmed_as_it_was)
{
	struct grant_facts facts = prepared();

	settle(&facts);
	assert_one(PROBLEM_SETTLEMENT_PREPARED, NULL);
	facts.standing.prepared.released_ore = 100;
	confirm(&facts);
	assert_one(PROBLEM_SETTLEMENT_CHANGED, NULL);
	facts = paid_out();
	confirm(&facts);
	assert_one(PROBLEM_SETTLEMENT_MISSING, NULL);
	begin();
	decide_return_settlement(&facts, &problems);
	assert_one(PROBLEM_SETTLEMENT_MISSING, NULL);
}
END_TEST

RUN_TESTS(TEST(what_is_paid_to_the_end_is_settled_by_two), TEST(only_an_active_grant_is_settled),
	  TEST(the_final_claim_is_paid_or_nothing_remains), TEST(nothing_of_it_is_open),
	  TEST(what_the_appeals_body_set_aside_is_not_settled),
	  TEST(the_time_to_appeal_has_passed),
	  TEST(nobody_settles_what_they_prepared_applied_for_or_claimed),
	  TEST(it_is_prepared_once_and_confirmed_as_it_was))
