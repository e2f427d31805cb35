#include "api/copayments/copayments.h"

#include "tests/unit/api/rules.h"
#include "tests/unit/run.h"

enum {
	RAISER = 11,
	CHECKER,
	ASKER,
	GIVER,
	HUB = 101,
	COUNTY = 1,
	TODAY = 20000, /* a day */
	SHARE = 1200000,
	AID = 3000000,
};

/* All of the share is open. */
static struct copayment_facts owed(const char *state)
{
	return (struct copayment_facts){
		.caller = PERSON("hub_signatory", "hub", GIVER, HUB),
		.today = TODAY,
		.id = 7,
		.state = state,
		.creditor_id = HUB,
		.charged_ore = SHARE,
		.open_ore = SHARE,
		.aid_ore = AID,
		.forgone_aid_ore = AID + SHARE,
		.due_on = TODAY - 1,
		.has_due = true,
		.raised_by = RAISER,
		.aid_checked_by = CHECKER,
	};
}

static void ask(struct copayment_facts *facts, const char *kind)
{
	facts->has_relief = true;
	facts->relief = (struct copayment_relief){
		.id = 3,
		.kind = kind,
		.asked_by = ASKER,
		.aid_ore = relief_aid_ore(facts, kind),
	};
}

static void check(const struct copayment_facts *facts, int64_t person_id)
{
	struct copayment_facts seen = *facts;

	seen.caller = (struct caller)PERSON("caseworker", "county", person_id, COUNTY);
	begin();
	decide_check_aid(&seen, &problems);
}

static void give(const struct copayment_facts *facts)
{
	begin();
	decide_give_relief(facts, &problems);
}

static void refuse(const struct copayment_facts *facts, int64_t person_id)
{
	struct copayment_facts seen = *facts;

	seen.caller = (struct caller)PERSON("caseworker", "county", person_id, COUNTY);
	begin();
	decide_refuse_aid(&seen, &problems);
}

START_TEST(aid_is_checked_once_by_somebody_else)
{
	struct copayment_facts facts = owed("due");

	facts.aid_checked_by = 0;
	check(&facts, CHECKER);
	assert_none();
	check(&facts, RAISER);
	assert_one(PROBLEM_FOUR_EYES, NULL);
	facts.caller.is_person = false;
	begin();
	decide_check_aid(&facts, &problems);
	assert_one(PROBLEM_PERSON_REQUIRED, NULL);
	facts.aid_checked_by = CHECKER;
	check(&facts, CHECKER);
	assert_one(PROBLEM_AID_CHECKED, NULL);
	facts.state = "invoiced";
	facts.aid_checked_by = 0;
	check(&facts, CHECKER);
	assert_one(PROBLEM_STATE_CONFLICT, NULL);
}
END_TEST

START_TEST(a_check_is_taken_back_by_another_until_something_was_delivered)
{
	struct copayment_facts facts = owed("due");

	facts.aid_checked_by = 0;
	refuse(&facts, CHECKER);
	assert_none();
	facts.aid_checked_by = CHECKER;
	refuse(&facts, CHECKER);
	assert_one(PROBLEM_FOUR_EYES, NULL);
	refuse(&facts, CHECKER + 1000);
	assert_none();
	facts.is_delivered = true;
	refuse(&facts, CHECKER + 1000);
	assert_one(PROBLEM_WAS_DELIVERED, NULL);
}
END_TEST

START_TEST(what_is_waived_is_aid_that_the_county_checks_before_it_is_given)
{
	static const char *const states[] = {"due", "invoiced", "part_paid"};

	for (size_t i = 0; i < 3; i++) {
		struct copayment_facts facts = owed(states[i]);

		ask(&facts, "waive");
		ck_assert(relief_is_aid(&facts));
		ck_assert_int_eq(facts.relief.aid_ore, AID + SHARE);
		ck_assert_int_eq(relief_forgone_ore(&facts, "waive"), SHARE);
		give(&facts);
		assert_one(PROBLEM_AID_UNCHECKED, NULL);
		check(&facts, CHECKER);
		assert_none();
		facts.relief.aid_checked_by = CHECKER;
		give(&facts);
		assert_none();
		check(&facts, CHECKER);
		assert_one(PROBLEM_AID_CHECKED, NULL);
	}
}
END_TEST

START_TEST(it_is_checked_by_another_than_asked_or_gives)
{
	struct copayment_facts facts = owed("invoiced");

	ask(&facts, "waive");
	check(&facts, ASKER);
	assert_one(PROBLEM_FOUR_EYES, NULL);
	facts.relief.asked_by = RAISER;
	check(&facts, RAISER);
	assert_one(PROBLEM_FOUR_EYES, NULL);
	facts.relief.aid_checked_by = GIVER;
	give(&facts);
	assert_one(PROBLEM_FOUR_EYES, NULL);
}
END_TEST

START_TEST(what_the_county_refused_is_not_given_and_may_be_checked_after_all)
{
	struct copayment_facts facts = owed("invoiced");

	ask(&facts, "waive");
	facts.relief.is_aid_refused = true;
	give(&facts);
	assert_one(PROBLEM_RELIEF_AID_REFUSED, NULL);
	check(&facts, CHECKER);
	assert_none();
	begin();
	decide_refuse_relief(&facts, &problems);
	assert_none();
}
END_TEST

START_TEST(what_is_paid_meanwhile_lowers_the_aid_and_what_is_taken_back_raises_it)
{
	struct copayment_facts facts = owed("part_paid");

	facts.open_ore = SHARE / 2;
	facts.forgone_aid_ore = AID + SHARE / 2;
	ask(&facts, "waive");
	facts.relief.aid_checked_by = CHECKER;
	facts.open_ore--;
	facts.forgone_aid_ore--;
	give(&facts);
	assert_none();
	facts.open_ore += 2;
	facts.forgone_aid_ore += 2;
	give(&facts);
	assert_one(PROBLEM_AID_UNCHECKED, NULL);
	check(&facts, CHECKER);
	assert_none();
}
END_TEST

START_TEST(of_what_was_settled_at_nothing_no_relief_makes_aid)
{
	struct copayment_facts facts = owed("due");

	facts.aid_checked_by = 0;
	facts.aid_ore = facts.forgone_aid_ore = 0;
	ask(&facts, "waive");
	ck_assert(!relief_is_aid(&facts));
	ck_assert_int_eq(facts.relief.aid_ore, 0);
	ck_assert_int_eq(relief_forgone_ore(&facts, "waive"), SHARE);
	give(&facts);
	assert_none();
}
END_TEST

START_TEST(a_loss_is_aid_unless_a_creditor_in_the_market_had_taken_it)
{
	struct copayment_facts facts = owed("invoiced");

	ck_assert_int_eq(relief_aid_ore(&facts, "write_off"), AID + SHARE);
	facts.reminders = REMINDERS_MAX;
	ck_assert_int_eq(relief_aid_ore(&facts, "write_off"), 0);
	ck_assert_int_eq(relief_forgone_ore(&facts, "write_off"), 0);
	ck_assert_int_eq(relief_aid_ore(&facts, "waive"), AID + SHARE);
	facts.due_on = TODAY;
	ck_assert_int_eq(relief_aid_ore(&facts, "write_off"), AID + SHARE);
	facts.is_insolvent = true;
	ck_assert_int_eq(relief_aid_ore(&facts, "write_off"), 0);
	ask(&facts, "write_off");
	give(&facts);
	assert_none();
	facts.is_insolvent = false;
	give(&facts);
	assert_one(PROBLEM_AID_UNCHECKED, NULL);
}
END_TEST

START_TEST(it_takes_two_persons_to_let_a_firm_off)
{
	struct copayment_facts facts = owed("invoiced");
	struct relief_input input = {"write_off", "Konkurs"};

	facts.is_insolvent = true;
	begin();
	decide_ask_relief(&facts, &input, &problems);
	assert_none();
	ask(&facts, "write_off");
	begin();
	decide_ask_relief(&facts, &input, &problems);
	assert_one(PROBLEM_RELIEF_ASKED, NULL);
	give(&facts);
	assert_none();
	facts.caller.person_id = ASKER;
	give(&facts);
	assert_one(PROBLEM_FOUR_EYES, NULL);
	begin();
	decide_refuse_relief(&facts, &problems); /* withdraws it */
	assert_none();
	facts.has_relief = false;
	give(&facts);
	assert_one(PROBLEM_NO_RELIEF, NULL);
	facts.creditor_id = COUNTY;
	begin();
	decide_ask_relief(&facts, &input, &problems);
	assert_one(PROBLEM_NOT_CREDITOR, NULL);
}
END_TEST

START_TEST(what_a_firm_paid_while_it_waited_is_not_let_off)
{
	struct copayment_facts facts = owed("paid");

	facts.open_ore = 0;
	facts.forgone_aid_ore = AID;
	ask(&facts, "waive");
	give(&facts);
	assert_one(PROBLEM_STATE_CONFLICT, NULL);
	begin();
	decide_refuse_relief(&facts, &problems);
	assert_none();
}
END_TEST

START_TEST(a_firm_that_left_with_nothing_is_credited_and_let_off_nothing_as_aid)
{
	struct copayment_facts facts = owed("invoiced");
	struct relief_input input = {"waive", "Flyttet"};

	facts.has_left = true;
	begin();
	decide_ask_relief(&facts, &input, &problems);
	assert_one(PROBLEM_LEFT_UNSERVED, NULL);
	begin();
	decide_ask_credit(&facts, NULL, &problems);
	assert_none();
	ask(&facts, "waive");
	facts.relief.aid_checked_by = CHECKER;
	give(&facts);
	assert_one(PROBLEM_LEFT_UNSERVED, NULL);
	begin();
	decide_refuse_relief(&facts, &problems);
	assert_none();
	facts.is_insolvent = true;
	ask(&facts, "write_off");
	give(&facts);
	assert_none();
}
END_TEST

START_TEST(what_was_never_invoiced_is_waived_and_no_loss)
{
	struct copayment_facts facts = owed("due");
	struct relief_input input = {"waive", "Brann"};

	begin();
	decide_ask_relief(&facts, &input, &problems);
	assert_none();
	input.kind = "write_off";
	begin();
	decide_ask_relief(&facts, &input, &problems);
	assert_one(PROBLEM_STATE_CONFLICT, NULL);
}
END_TEST

START_TEST(all_is_credited_paid_or_not_where_nothing_was_delivered)
{
	static const char *const states[] = {"due", "invoiced", "part_paid", "paid"};

	for (size_t i = 0; i < 4; i++) {
		struct copayment_facts facts = owed(states[i]);

		begin();
		decide_ask_credit(&facts, NULL, &problems);
		assert_none();
		ask(&facts, "credit");
		ck_assert(!relief_is_aid(&facts));
		ck_assert_int_eq(relief_forgone_ore(&facts, "credit"), 0);
		give(&facts);
		assert_none();
		facts.is_delivered = true;
		give(&facts);
		assert_one(PROBLEM_WAS_DELIVERED, NULL);
		facts.has_relief = false;
		begin();
		decide_ask_credit(&facts, NULL, &problems);
		assert_one(PROBLEM_WAS_DELIVERED, NULL);
	}
}
END_TEST

START_TEST(a_firm_that_has_its_place_has_not_dropped_out)
{
	struct copayment_facts facts = owed("invoiced");
	struct credit_input input = {.cause = "dropped_out", .reason = "Sluttet"};

	facts.has_place = true;
	begin();
	decide_ask_credit(&facts, &input, &problems);
	assert_one(PROBLEM_NOT_DROPPED_OUT, "#/cause");
	input.cause = "cancelled";
	begin();
	decide_ask_credit(&facts, &input, &problems);
	assert_none();
	facts.has_place = false;
	input.cause = "dropped_out";
	decide_ask_credit(&facts, &input, &problems);
	assert_none();
}
END_TEST

/* As permitted-actions asks. */
START_TEST(without_input_it_is_only_asked_whether_any_may_be_asked_for)
{
	struct copayment_facts facts = owed("due");

	begin();
	decide_ask_relief(&facts, NULL, &problems);
	assert_none();
	facts.state = "paid";
	decide_ask_relief(&facts, NULL, &problems);
	assert_one(PROBLEM_STATE_CONFLICT, NULL);
}
END_TEST

RUN_TESTS(TEST(aid_is_checked_once_by_somebody_else),
	  TEST(a_check_is_taken_back_by_another_until_something_was_delivered),
	  TEST(what_is_waived_is_aid_that_the_county_checks_before_it_is_given),
	  TEST(it_is_checked_by_another_than_asked_or_gives),
	  TEST(what_the_county_refused_is_not_given_and_may_be_checked_after_all),
	  TEST(what_is_paid_meanwhile_lowers_the_aid_and_what_is_taken_back_raises_it),
	  TEST(of_what_was_settled_at_nothing_no_relief_makes_aid),
	  TEST(a_loss_is_aid_unless_a_creditor_in_the_market_had_taken_it),
	  TEST(it_takes_two_persons_to_let_a_firm_off),
	  TEST(what_a_firm_paid_while_it_waited_is_not_let_off),
	  TEST(a_firm_that_left_with_nothing_is_credited_and_let_off_nothing_as_aid),
	  TEST(what_was_never_invoiced_is_waived_and_no_loss),
	  TEST(all_is_credited_paid_or_not_where_nothing_was_delivered),
	  TEST(a_firm_that_has_its_place_has_not_dropped_out),
	  TEST(without_input_it_is_only_asked_whether_any_may_be_asked_for))
