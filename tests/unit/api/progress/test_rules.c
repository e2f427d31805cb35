#include "api/progress/progress.h"

#include "tests/unit/api/rules.h"
#include "tests/unit/run.h"

enum { TODAY = 20000, SUBMITTER = 11, CASEWORKER };

/* ---- expecting one */

static struct new_report_facts running(void)
{
	return (struct new_report_facts){.caller = PERSON("caseworker", "county", CASEWORKER, 1),
					 .today = TODAY,
					 .application_state = "active",
					 .starts_on = TODAY - 100,
					 .ends_on = TODAY + 100,
					 .has_start = true,
					 .has_end = true,
					 .applicant_kind = "hub"};
}

static void expect_of(const struct new_report_facts *facts, int32_t from, int32_t to,
		      int32_t due_on)
{
	struct new_report_input input = {0, from, to, due_on, "2024-10-04"};

	begin();
	decide_expect_report(facts, &input, &problems);
}

static void expect(const struct new_report_facts *facts, int32_t due_on)
{
	expect_of(facts, TODAY - 90, TODAY - 1, due_on);
}

START_TEST(a_report_is_expected_while_the_grant_runs)
{
	struct new_report_facts facts = running();

	expect(&facts, TODAY);
	assert_none();
	facts.application_state = "accepted";
	expect(&facts, TODAY);
	assert_none();
	facts.application_state = "granted";
	expect(&facts, TODAY);
	assert_one(PROBLEM_STATE_CONFLICT, NULL);
}
END_TEST

START_TEST(a_report_is_expected_on_a_day_to_come)
{
	struct new_report_facts facts = running();

	expect(&facts, TODAY - 1);
	assert_one(PROBLEM_DATE_PASSED, "#/dueOn");
}
END_TEST

START_TEST(a_report_is_of_days_of_the_work)
{
	struct new_report_facts facts = running();

	expect_of(&facts, TODAY - 100, TODAY + 100, TODAY + 100);
	assert_none();
	expect_of(&facts, TODAY - 101, TODAY, TODAY);
	assert_one(PROBLEM_PERIOD_OUTSIDE, "#/periodFrom");
	expect_of(&facts, TODAY, TODAY + 101, TODAY + 101);
	assert_one(PROBLEM_PERIOD_OUTSIDE, "#/periodTo");
	expect_of(&facts, TODAY, TODAY - 1, TODAY);
	assert_one(PROBLEM_PERIOD_REVERSED, "#/periodTo");
}
END_TEST

START_TEST(a_report_is_due_within_a_year_of_its_last_day)
{
	struct new_report_facts facts = running();

	expect_of(&facts, TODAY, TODAY, TODAY + 365);
	assert_none();
	expect_of(&facts, TODAY, TODAY, TODAY + 366);
	assert_one(PROBLEM_DAY_OUTSIDE, "#/dueOn");
	expect_of(&facts, TODAY, TODAY + 10, TODAY + 9);
	assert_one(PROBLEM_DAY_OUTSIDE, "#/dueOn");
}
END_TEST

START_TEST(a_day_has_one_report)
{
	struct new_report_facts facts = running();

	facts.is_expected = true;
	expect(&facts, TODAY);
	assert_one(PROBLEM_DUPLICATE, "#/dueOn");
}
END_TEST

START_TEST(firms_make_no_progress_reports)
{
	struct new_report_facts facts = running();

	facts.applicant_kind = "firm";
	expect(&facts, TODAY);
	assert_one(PROBLEM_REPORTS_OF_HUBS, NULL);
}
END_TEST

/* ---- submitted, returned, approved */

static struct report_facts by(struct caller caller, const char *state)
{
	return (struct report_facts){.caller = caller,
				     .today = TODAY,
				     .period_to = TODAY,
				     .state = state,
				     .submitted_by = SUBMITTER};
}

static const struct caller caseworker = PERSON("caseworker", "county", CASEWORKER, 1);

START_TEST(a_report_is_submitted_once_and_again_when_it_was_returned)
{
	static const char *const open[] = {"expected", "returned"};
	static const char *const shut[] = {"submitted", "approved"};
	struct report_facts facts = by((struct caller)PERSON("hub_editor", "hub", 11, 101), "");

	for (size_t i = 0; i < 2; i++) {
		begin();
		facts.state = open[i];
		decide_submit_report(&facts, &problems);
		assert_none();
		facts.state = shut[i];
		decide_submit_report(&facts, &problems);
		assert_one(PROBLEM_STATE_CONFLICT, NULL);
	}
}
END_TEST

START_TEST(only_one_that_nobody_has_written_is_withdrawn)
{
	static const char *const written[] = {"submitted", "returned", "approved", "withdrawn"};
	struct report_facts facts = by(caseworker, "expected");

	begin();
	decide_withdraw_report(&facts, &problems);
	assert_none();
	for (size_t i = 0; i < 4; i++) {
		begin();
		facts.state = written[i];
		decide_withdraw_report(&facts, &problems);
		assert_one(PROBLEM_STATE_CONFLICT, NULL);
	}
}
END_TEST

START_TEST(a_report_waits_for_the_last_day_of_its_period_and_for_those_before_it)
{
	const struct caller editor = PERSON("hub_editor", "hub", 11, 101);
	struct report_facts facts = by(editor, "expected");

	begin();
	facts.period_to = TODAY + 1;
	decide_submit_report(&facts, &problems);
	assert_one(PROBLEM_REPORT_EARLY, NULL);
	begin();
	facts.period_to = TODAY;
	facts.has_earlier = true;
	decide_submit_report(&facts, &problems);
	assert_one(PROBLEM_REPORT_ORDER, NULL);
}
END_TEST

START_TEST(what_was_submitted_is_returned_or_approved)
{
	struct report_facts facts = by(caseworker, "submitted");

	begin();
	decide_return_report(&facts, NULL, &problems);
	decide_approve_report(&facts, &problems);
	assert_none();
	facts.state = "approved";
	decide_return_report(&facts, NULL, &problems);
	assert_one(PROBLEM_STATE_CONFLICT, NULL);
	begin();
	facts.state = "expected";
	decide_approve_report(&facts, &problems);
	assert_one(PROBLEM_STATE_CONFLICT, NULL);
}
END_TEST

static void return_for(const struct report_facts *facts, int32_t due_on)
{
	struct return_report_input input = {"Mer om avvik", due_on, true};

	begin();
	decide_return_report(facts, &input, &problems);
}

START_TEST(a_returned_report_is_due_on_a_day_to_come_and_not_before_that_of_its_schedule)
{
	struct report_facts facts = by(caseworker, "submitted");

	facts.first_due_on = TODAY - 5;
	return_for(&facts, TODAY);
	assert_none();
	return_for(&facts, TODAY - 1);
	assert_one(PROBLEM_DAY_OUTSIDE, "#/dueOn");
	return_for(&facts, TODAY + 93);
	assert_one(PROBLEM_DAY_OUTSIDE, "#/dueOn");
	facts.first_due_on = TODAY + 30;
	return_for(&facts, TODAY + 93);
	assert_none();
	return_for(&facts, TODAY + 29);
	assert_one(PROBLEM_DAY_OUTSIDE, "#/dueOn");
}
END_TEST

START_TEST(a_report_returned_without_a_day_is_due_in_two_weeks_or_as_its_schedule_says)
{
	struct report_facts facts = by(caseworker, "submitted");
	struct return_report_input input = {"Mer om avvik", TODAY + 40, false};

	facts.first_due_on = TODAY - 5;
	ck_assert_int_eq(report_due_again(&facts, &input), TODAY + 14);
	facts.first_due_on = TODAY + 15;
	ck_assert_int_eq(report_due_again(&facts, &input), TODAY + 15);
	input.has_due = true;
	ck_assert_int_eq(report_due_again(&facts, &input), TODAY + 40);
}
END_TEST

START_TEST(nobody_approves_a_report_of_their_own)
{
	struct report_facts facts = by(caseworker, "submitted");

	facts.submitted_by = CASEWORKER;
	begin();
	decide_approve_report(&facts, &problems);
	assert_one(PROBLEM_FOUR_EYES, NULL);
	begin();
	decide_return_report(&facts, NULL, &problems);
	assert_one(PROBLEM_FOUR_EYES, NULL);
}
END_TEST

START_TEST(a_machine_approves_no_report)
{
	struct report_facts facts = by(caseworker, "submitted");

	facts.caller.is_person = false;
	begin();
	decide_approve_report(&facts, &problems);
	assert_one(PROBLEM_PERSON_REQUIRED, NULL);
}
END_TEST

RUN_TESTS(TEST(a_report_is_expected_while_the_grant_runs),
	  TEST(a_report_is_expected_on_a_day_to_come), TEST(a_day_has_one_report),
	  TEST(firms_make_no_progress_reports), TEST(a_report_is_of_days_of_the_work),
	  TEST(a_report_is_due_within_a_year_of_its_last_day),
	  TEST(only_one_that_nobody_has_written_is_withdrawn),
	  TEST(a_report_waits_for_the_last_day_of_its_period_and_for_those_before_it),
	  TEST(a_report_is_submitted_once_and_again_when_it_was_returned),
	  TEST(what_was_submitted_is_returned_or_approved),
	  TEST(a_returned_report_is_due_on_a_day_to_come_and_not_before_that_of_its_schedule),
	  TEST(a_report_returned_without_a_day_is_due_in_two_weeks_or_as_its_schedule_says),
	  TEST(nobody_approves_a_report_of_their_own), TEST(a_machine_approves_no_report))
