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
					 .applicant_kind = "hub"};
}

static void expect(const struct new_report_facts *facts, int32_t due_on)
{
	struct new_report_input input = {0, due_on, "2024-10-04"};

	begin();
	decide_expect_report(facts, &input, &problems);
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
	return (struct report_facts){.caller = caller, .state = state, .submitted_by = SUBMITTER};
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

START_TEST(what_was_submitted_is_returned_or_approved)
{
	struct report_facts facts = by(caseworker, "submitted");

	begin();
	decide_return_report(&facts, &problems);
	decide_approve_report(&facts, &problems);
	assert_none();
	facts.state = "approved";
	decide_return_report(&facts, &problems);
	assert_one(PROBLEM_STATE_CONFLICT, NULL);
	begin();
	facts.state = "expected";
	decide_approve_report(&facts, &problems);
	assert_one(PROBLEM_STATE_CONFLICT, NULL);
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
	decide_return_report(&facts, &problems);
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
	  TEST(firms_make_no_progress_reports),
	  TEST(a_report_is_submitted_once_and_again_when_it_was_returned),
	  TEST(what_was_submitted_is_returned_or_approved),
	  TEST(nobody_approves_a_report_of_their_own), TEST(a_machine_approves_no_report))
