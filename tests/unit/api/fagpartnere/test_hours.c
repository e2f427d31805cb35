#include "api/fagpartnere/hours.h"

#include "tests/unit/api/rules.h"
#include "tests/unit/run.h"

enum {
	HUB = 101,
	FIRM = 301,
	PERSON = 11,
	ADVISER,
	TODAY = 20000, /* a day */
};

static struct hours_facts hours_of(const char *state)
{
	return (struct hours_facts){ .caller = PERSON("firm", "firm", PERSON, FIRM),
				     .today = TODAY,
				     .state = state,
				     .hub_id = HUB,
				     .firm_id = FIRM,
				     .firm = "910000301",
				     .firm_has_people = true,
				     .ordered_minutes = 600,
				     .delivered_minutes = 480,
				     .delivered_by = ADVISER,
				     .starts_on = TODAY - 30,
				     .ends_on = TODAY + 30,
				     .has_period = true,
				     .left_minutes = 120 };
}

static void deliver(const struct hours_facts *facts, const struct deliver_input *input)
{
	begin();
	decide_deliver_hours(facts, input, &problems);
}

START_TEST(hours_of_a_session_are_delivered_by_nobodys_hand)
{
	struct hours_facts facts = hours_of("ordered");

	facts.is_of_session = true;
	deliver(&facts, NULL);
	assert_one(PROBLEM_HOURS_OF_SESSION, NULL);
}
END_TEST

static void tie(const struct hours_facts *facts, const struct tie_input *input)
{
	begin();
	decide_tie_hours(facts, input, &problems);
}

START_TEST(hours_are_tied_once_and_before_they_are_delivered)
{
	struct hours_facts facts = hours_of("delivered");

	tie(&facts, NULL);
	assert_one(PROBLEM_STATE_CONFLICT, NULL);
	facts.state = "ordered";
	tie(&facts, NULL);
	assert_none();
	facts.is_of_session = true;
	tie(&facts, NULL);
	assert_one(PROBLEM_HOURS_OF_SESSION, NULL);
}
END_TEST

START_TEST(ordered_hours_are_tied_to_a_planned_session_of_the_firm)
{
	struct hours_facts facts = hours_of("ordered");
	struct tie_input input = { 7 };

	tie(&facts, &input);
	assert_one(PROBLEM_UNKNOWN_REFERENCE, "#/sessionId");
	facts.has_session = true;
	facts.session = (struct tied_session){ "planned", true, 600 };
	tie(&facts, &input);
	assert_none();
	facts.session.left_minutes = 599;
	tie(&facts, &input);
	assert_one(PROBLEM_SESSION_ORDERED, "#/sessionId");
	assert_arg(0, "599");
	facts.session.left_minutes = 600;
	facts.session.is_for_firm = false;
	tie(&facts, &input);
	assert_one(PROBLEM_NOT_OF_SESSION, "#/sessionId");
	facts.session = (struct tied_session){ .state = "held", .is_for_firm = true };
	tie(&facts, &input);
	assert_one(PROBLEM_STATE_CONFLICT, "#/sessionId");
}
END_TEST

START_TEST(no_more_is_delivered_than_was_ordered)
{
	struct hours_facts facts = hours_of("ordered");
	struct deliver_input input = { 600, TODAY };

	deliver(&facts, &input);
	assert_none();
	input.minutes = 601;
	deliver(&facts, &input);
	assert_one(PROBLEM_FIELD_TOO_LARGE, "#/minutes");
	assert_arg(0, "600");
}
END_TEST

START_TEST(hours_are_delivered_within_the_engagement_and_not_ahead)
{
	struct hours_facts facts = hours_of("ordered");
	struct deliver_input input = { 600, TODAY + 1 };

	deliver(&facts, &input);
	assert_one(PROBLEM_DAY_OUTSIDE, "#/deliveredOn");
	input.delivered_on = TODAY - 31;
	deliver(&facts, &input);
	assert_one(PROBLEM_DAY_OUTSIDE, "#/deliveredOn");
	input.delivered_on = TODAY;
	facts.ends_on = TODAY - 1;
	deliver(&facts, &input);
	assert_one(PROBLEM_DAY_OUTSIDE, "#/deliveredOn");
}
END_TEST

static void confirm(const struct hours_facts *facts, const struct confirm_input *input)
{
	begin();
	decide_confirm_hours(facts, input, &problems);
}

START_TEST(a_firm_confirms_what_it_got_and_says_why_if_that_is_less)
{
	struct hours_facts facts = hours_of("delivered");
	struct confirm_input input = { 480, NULL };

	confirm(&facts, &input);
	assert_none();
	input.minutes = 481;
	confirm(&facts, &input);
	assert_one(PROBLEM_FIELD_TOO_LARGE, "#/minutes");
	input.minutes = 479;
	confirm(&facts, &input);
	assert_one(PROBLEM_DISPUTE_TEXT, "#/dispute");
	input.dispute = "Kom for sent";
	confirm(&facts, &input);
	assert_none();
	input.minutes = 480;
	confirm(&facts, &input);
	assert_one(PROBLEM_DISPUTE_TEXT, "#/dispute");
}
END_TEST

START_TEST(what_is_disputed_is_raised_or_withdrawn_until_it_is_invoiced)
{
	struct hours_facts facts = hours_of("confirmed");
	struct confirm_input input = { 480, NULL };

	facts.confirmed_minutes = 10;
	confirm(&facts, &input);
	assert_none();
	input = (struct confirm_input){ 10, "Kom for sent" };
	confirm(&facts, &input);
	assert_one(PROBLEM_FIELD_TOO_SMALL, "#/minutes");
	assert_arg(0, "11");
	begin();
	decide_withdraw_delivery(&facts, &problems);
	assert_none();
	facts.state = "invoiced";
	confirm(&facts, NULL);
	assert_one(PROBLEM_STATE_CONFLICT, NULL);
	begin();
	decide_withdraw_delivery(&facts, &problems);
	assert_one(PROBLEM_STATE_CONFLICT, NULL);
}
END_TEST

START_TEST(nothing_is_confirmed_of_a_session_that_the_firm_did_not_come_to)
{
	struct hours_facts facts = hours_of("delivered");

	facts.delivered_minutes = 0;
	confirm(&facts, NULL);
	assert_one(PROBLEM_NOTHING_DELIVERED, NULL);
}
END_TEST

static void warned(const struct hours_facts *facts)
{
	begin();
	warn_of_hours(facts, &problems);
}

START_TEST(where_nobody_can_confirm_it_is_told_until_they_are_confirmed)
{
	struct hours_facts facts = hours_of("ordered");

	warned(&facts);
	assert_none();
	facts.firm_has_people = false;
	warned(&facts);
	assert_one(PROBLEM_NOBODY_CONFIRMS, NULL);
	facts.state = "delivered";
	warned(&facts);
	assert_one(PROBLEM_NOBODY_CONFIRMS, NULL);
	facts.delivered_minutes = 0;
	warned(&facts);
	assert_none();
	facts = hours_of("invoiced");
	facts.firm_has_people = false;
	warned(&facts);
	assert_none();
}
END_TEST

START_TEST(whoever_ordered_hours_or_entered_the_delivery_does_not_confirm_them)
{
	struct hours_facts facts = hours_of("delivered");

	facts.ordered_by = PERSON;
	confirm(&facts, NULL);
	assert_one(PROBLEM_FOUR_EYES, NULL);
	facts.ordered_by = PERSON + 1;
	facts.delivered_by = PERSON;
	confirm(&facts, NULL);
	assert_one(PROBLEM_FOUR_EYES, NULL);
	facts.caller.is_person = false;
	confirm(&facts, NULL);
	assert_one(PROBLEM_PERSON_REQUIRED, NULL);
}
END_TEST

START_TEST(a_delivery_is_withdrawn_while_what_it_freed_is_free)
{
	struct hours_facts facts = hours_of("delivered");

	begin();
	decide_withdraw_delivery(&facts, &problems);
	assert_none();
	facts.left_minutes = 119;
	begin();
	decide_withdraw_delivery(&facts, &problems);
	assert_one(PROBLEM_CEILING_EXCEEDED, NULL);
	facts.is_of_session = true;
	begin();
	decide_withdraw_delivery(&facts, &problems);
	assert_one(PROBLEM_HOURS_OF_SESSION, NULL);
}
END_TEST

START_TEST(each_step_of_hours_follows_the_one_before)
{
	static const char *const states[] = { "ordered", "delivered", "confirmed", "invoiced",
					      "cancelled" };

	for (size_t i = 0; i < 5; i++) {
		struct hours_facts facts = hours_of(states[i]);

		facts.confirmed_minutes = i >= 2 ? 480 : 0;
		deliver(&facts, NULL);
		ck_assert_uint_eq(problems.n, i == 0 ? 0 : 1);
		confirm(&facts, NULL);
		ck_assert_uint_eq(problems.n, i == 1 ? 0 : 1);
		begin();
		decide_withdraw_delivery(&facts, &problems);
		ck_assert_uint_eq(problems.n, i == 1 ? 0 : 1);
		begin();
		decide_cancel_hours(&facts, &problems);
		ck_assert_uint_eq(problems.n, i == 0 ? 0 : 1);
	}
}
END_TEST

RUN_TESTS(TEST(hours_of_a_session_are_delivered_by_nobodys_hand),
	  TEST(hours_are_tied_once_and_before_they_are_delivered),
	  TEST(ordered_hours_are_tied_to_a_planned_session_of_the_firm),
	  TEST(no_more_is_delivered_than_was_ordered),
	  TEST(hours_are_delivered_within_the_engagement_and_not_ahead),
	  TEST(a_firm_confirms_what_it_got_and_says_why_if_that_is_less),
	  TEST(what_is_disputed_is_raised_or_withdrawn_until_it_is_invoiced),
	  TEST(nothing_is_confirmed_of_a_session_that_the_firm_did_not_come_to),
	  TEST(where_nobody_can_confirm_it_is_told_until_they_are_confirmed),
	  TEST(whoever_ordered_hours_or_entered_the_delivery_does_not_confirm_them),
	  TEST(a_delivery_is_withdrawn_while_what_it_freed_is_free),
	  TEST(each_step_of_hours_follows_the_one_before))
