#include "api/progress/progress.h"

#include <string.h>

#include "api/problems/words.h"
#include "lib/base/date.h"

static void check_period(const struct new_report_facts *facts, const struct new_report_input *input,
			 struct problems *problems)
{
	const char *first = words_date(problems, facts->starts_on);
	const char *last = words_date(problems, facts->ends_on);

	require_order(problems, input->period_from, input->period_to, "#/periodTo");
	if (input->period_from < facts->starts_on)
		problems_add(problems, PROBLEM_PERIOD_OUTSIDE, "#/periodFrom", first, last);
	if (input->period_to > facts->ends_on)
		problems_add(problems, PROBLEM_PERIOD_OUTSIDE, "#/periodTo", first, last);
}

static void check_due(const struct new_report_input *input, struct problems *problems)
{
	int32_t last = date_add_months(input->period_to, REPORT_DUE_MONTHS);

	if (input->due_on < input->period_to || input->due_on > last)
		problems_add(problems, PROBLEM_DAY_OUTSIDE, "#/dueOn",
			     words_date(problems, input->period_to), words_date(problems, last));
}

void decide_expect_report(const struct new_report_facts *facts,
			  const struct new_report_input *input, struct problems *problems)
{
	require_state(problems, facts->application_state, "accepted, active");
	if (strcmp(facts->applicant_kind, "hub") != 0)
		problems_add(problems, PROBLEM_REPORTS_OF_HUBS, NULL, NULL, NULL);
	if (facts->has_start && facts->has_end)
		check_period(facts, input, problems);
	require_not_passed(problems, input->due_on, facts->today, "#/dueOn");
	check_due(input, problems);
	if (facts->is_expected)
		problems_add(problems, PROBLEM_DUPLICATE, "#/dueOn", input->due_text, NULL);
}

void decide_withdraw_report(const struct report_facts *facts, struct problems *problems)
{
	require_state(problems, facts->state, "expected");
	require_person(&facts->caller, problems);
}

void decide_submit_report(const struct report_facts *facts, struct problems *problems)
{
	require_state(problems, facts->state, "expected, returned");
	if (facts->today < facts->period_to)
		problems_add(problems, PROBLEM_REPORT_EARLY, NULL,
			     words_date(problems, facts->period_to), NULL);
	if (facts->has_earlier)
		problems_add(problems, PROBLEM_REPORT_ORDER, NULL,
			     words_date(problems, facts->earlier_due_on), NULL);
}

static void check_answer(const struct report_facts *facts, const char *step,
			 struct problems *problems)
{
	require_state(problems, facts->state, "submitted");
	require_person(&facts->caller, problems);
	require_other(&facts->caller, facts->submitted_by, "@did.report", step, problems);
}

static int32_t later(int32_t a, int32_t b)
{
	return a > b ? a : b;
}

void decide_return_report(const struct report_facts *facts, const struct return_report_input *input,
			  struct problems *problems)
{
	int32_t first = later(facts->today, facts->first_due_on);
	int32_t last = date_add_months(first, REPORT_AGAIN_MONTHS);

	check_answer(facts, "@do.return-report", problems);
	if (input != NULL && input->has_due && (input->due_on < first || input->due_on > last))
		problems_add(problems, PROBLEM_DAY_OUTSIDE, "#/dueOn", words_date(problems, first),
			     words_date(problems, last));
}

int32_t report_due_again(const struct report_facts *facts, const struct return_report_input *input)
{
	if (input->has_due)
		return input->due_on;
	return later(facts->first_due_on, facts->today + REPORT_AGAIN_DAYS);
}

void decide_approve_report(const struct report_facts *facts, struct problems *problems)
{
	check_answer(facts, "@do.approve-report", problems);
}
