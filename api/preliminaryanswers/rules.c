#include "api/preliminaryanswers/preliminaryanswers.h"

#include <string.h>

#include "api/problems/words.h"

/* Each is a letter to the applicant. */
static void check_new(const struct application_facts *facts,
		      const struct preliminary_answer_input *input, struct problems *problems)
{
	const struct told_answer *told = &facts->told_answer;

	if (facts->has_told_answer && told->expected_on == input->expected_on &&
	    strcmp(told->reason, input->reason) == 0)
		problems_add(problems, PROBLEM_ANSWER_REPEATED, NULL, NULL, NULL);
}

void decide_send_preliminary_answer(const struct application_facts *facts,
				    const struct preliminary_answer_input *input,
				    struct problems *problems)
{
	require_person(&facts->caller, problems);
	if (!facts->owes_answer)
		problems_add(problems, PROBLEM_NO_ANSWER_OWED, NULL, NULL, NULL);
	if (input == NULL)
		return;
	require_not_passed(problems, input->expected_on, facts->today, "#/expectedOn");
	check_new(facts, input, problems);
}
