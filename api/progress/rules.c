#include "api/progress/progress.h"

#include <string.h>

#include "api/problems/words.h"

void decide_expect_report(const struct new_report_facts *facts,
			  const struct new_report_input *input, struct problems *problems)
{
	require_state(problems, facts->application_state, "accepted, active");
	if (strcmp(facts->applicant_kind, "hub") != 0)
		problems_add(problems, PROBLEM_REPORTS_OF_HUBS, NULL, NULL, NULL);
	require_not_passed(problems, input->due_on, facts->today, "#/dueOn");
	if (facts->is_expected)
		problems_add(problems, PROBLEM_DUPLICATE, "#/dueOn", input->due_text, NULL);
}

void decide_submit_report(const struct report_facts *facts, struct problems *problems)
{
	require_state(problems, facts->state, "expected, returned");
}

static void check_answer(const struct report_facts *facts, const char *step,
			 struct problems *problems)
{
	require_state(problems, facts->state, "submitted");
	require_person(&facts->caller, problems);
	require_other(&facts->caller, facts->submitted_by, "@did.report", step, problems);
}

void decide_return_report(const struct report_facts *facts, struct problems *problems)
{
	check_answer(facts, "@do.return-report", problems);
}

void decide_approve_report(const struct report_facts *facts, struct problems *problems)
{
	check_answer(facts, "@do.approve-report", problems);
}
