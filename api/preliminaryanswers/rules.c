#include "api/preliminaryanswers/preliminaryanswers.h"

#include "api/problems/words.h"

void decide_send_preliminary_answer(const struct application_facts *facts,
				    const struct preliminary_answer_input *input,
				    struct problems *problems)
{
	require_person(&facts->caller, problems);
	if (!facts->owes_answer)
		problems_add(problems, PROBLEM_NO_ANSWER_OWED, NULL, NULL, NULL);
	if (input != NULL)
		require_not_passed(problems, input->expected_on, facts->today, "#/expectedOn");
}
