#include "api/standins/standins.h"

#include "api/problems/words.h"

/* One names a stand-in for oneself, a leader for whom they lead. */
static void require_own(const struct caller *caller, int64_t person_id, bool leads,
			struct problems *problems)
{
	require_person(caller, problems);
	if (caller->is_person && caller->person_id != person_id && !leads)
		problems_add(problems, PROBLEM_STANDIN_OF_OTHER, NULL, NULL, NULL);
}

void decide_name_standin(const struct new_standin_facts *facts,
			 const struct new_standin_input *input, struct problems *problems)
{
	require_own(&facts->caller, facts->person_id, facts->leads, problems);
	require_order(problems, input->starts_on, input->ends_on, "#/endsOn");
	require_not_passed(problems, input->ends_on, facts->today, "#/endsOn");
	if (!facts->has_role)
		problems_add(problems, PROBLEM_STANDIN_NO_ROLE, "#/role", NULL, NULL);
	if (input->standin_id == facts->person_id)
		problems_add(problems, PROBLEM_STANDIN_SELF, "#/standinId", NULL, NULL);
	else if (!facts->is_known)
		problems_add(problems, PROBLEM_UNKNOWN_REFERENCE, "#/standinId", "standinId", NULL);
	else if (!facts->can_stand_in)
		problems_add(problems, PROBLEM_STANDIN_WITHOUT_ROLE, "#/standinId", NULL, NULL);
	if (facts->overlaps)
		problems_add(problems, PROBLEM_STANDIN_NAMED, NULL, NULL, NULL);
}

void decide_end_standin(const struct standin_facts *facts, struct problems *problems)
{
	require_own(&facts->caller, facts->person_id, facts->leads, problems);
	if (facts->is_ended || facts->ends_on < facts->today)
		problems_add(problems, PROBLEM_STANDIN_OVER, NULL, NULL, NULL);
}
