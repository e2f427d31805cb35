#include "api/disqualifications/disqualifications.h"

#include <string.h>

#include "api/problems/words.h"

static bool is_about_caller(const struct new_disqualification_facts *facts)
{
	return facts->caller.is_person && !facts->is_demanded &&
	       facts->person_id == facts->caller.person_id;
}

static bool is_none(const struct new_disqualification_input *input)
{
	return strcmp(input->ground, "none") == 0;
}

const char *disqualification_state(const struct new_disqualification_facts *facts,
				   const struct new_disqualification_input *input)
{
	if (!is_about_caller(facts))
		return "raised";
	return is_none(input) ? "impartial" : "disqualified";
}

void decide_declare(const struct new_disqualification_facts *facts,
		    const struct new_disqualification_input *input, struct problems *problems)
{
	require_person(&facts->caller, problems);
	if (!facts->has_case)
		problems_add(problems, PROBLEM_UNKNOWN_REFERENCE, "#/caseId", "caseId", NULL);
	if ((facts->has_person_id || facts->is_demanded) && !facts->has_person)
		problems_add(problems, PROBLEM_UNKNOWN_REFERENCE, "#/personId", "personId", NULL);
	if (facts->is_open)
		problems_add(problems, PROBLEM_DISQUALIFICATION_OPEN, NULL, NULL, NULL);
	if (input == NULL)
		return;
	if (is_none(input) && !is_about_caller(facts))
		problems_add(problems, PROBLEM_IMPARTIAL_BY_OTHER, "#/ground", NULL, NULL);
	if ((strcmp(input->ground, "particular") == 0 || facts->is_demanded) &&
	    input->explanation == NULL)
		problems_add(problems, PROBLEM_FIELD_REQUIRED, "#/explanation", NULL, NULL);
	else if (facts->was_cleared && !is_about_caller(facts) && input->explanation == NULL)
		problems_add(problems, PROBLEM_QUESTION_SETTLED, "#/explanation", NULL, NULL);
}

void decide_concede(const struct disqualification_facts *facts, struct problems *problems)
{
	require_state(problems, facts->state, "raised");
	require_person(&facts->caller, problems);
	if (facts->caller.is_person && facts->caller.person_id != facts->person_id)
		problems_add(problems, PROBLEM_NOT_CONCERNED, NULL, NULL, NULL);
}

void decide_settle(const struct disqualification_facts *facts, const struct settle_input *input,
		   struct problems *problems)
{
	require_state(problems, facts->state, "raised, disqualified");
	require_person(&facts->caller, problems);
	require_other(&facts->caller, facts->person_id, "@is.concerned", "@do.settle", problems);
	if (facts->entered_by != facts->person_id)
		require_other(&facts->caller, facts->entered_by, "@did.question", "@do.settle",
			      problems);
	if (input != NULL && strcmp(input->outcome, "disqualified") == 0)
		require_state(problems, facts->state, "raised");
}
