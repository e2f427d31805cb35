#include "api/retention/retention.h"

#include <string.h>

#include "api/problems/words.h"
#include "api/retention/destruction.h"

void decide_place_hold(const struct new_hold_facts *facts, struct problems *problems)
{
	require_person(&facts->caller, problems);
	if (!facts->has_case)
		problems_add(problems, PROBLEM_UNKNOWN_REFERENCE, "#/applicationId",
			     "applicationId", NULL);
}

void decide_ask_lift(const struct hold_facts *facts, struct problems *problems)
{
	require_person(&facts->caller, problems);
	require_state(problems, facts->state, "standing");
}

void decide_settle_hold(const struct hold_facts *facts, struct problems *problems)
{
	int64_t asked_by = facts->has_lift_asked_by ? facts->lift_asked_by : facts->asked_by;

	require_person(&facts->caller, problems);
	require_state(problems, facts->state, "asked, lift_asked");
	require_other(&facts->caller, asked_by, "@did.ask", "@do.settle", problems);
}

const char *hold_state(const struct hold_facts *facts, const struct settle_hold_input *input)
{
	bool is_approved = strcmp(input->outcome, "approved") == 0;

	if (strcmp(facts->state, "asked") == 0)
		return is_approved ? "standing" : "refused";
	return is_approved ? "lifted" : "standing";
}

static void check_listed(const struct listed_case *one, size_t i, struct problems *problems)
{
	if (!one->is_there)
		problems_at(problems, PROBLEM_UNKNOWN_REFERENCE, "applicationIds", NULL,
			    "#/applicationIds/%zu", i);
	else if (one->is_kept)
		problems_at(problems, PROBLEM_CASE_KEPT, NULL, NULL, "#/applicationIds/%zu", i);
	else if (one->is_listed)
		problems_at(problems, PROBLEM_CASE_LISTED, NULL, NULL, "#/applicationIds/%zu", i);
}

void decide_propose_destruction(const struct new_destruction_facts *facts,
				struct problems *problems)
{
	require_person(&facts->caller, problems);
	for (size_t i = 0; i < facts->n_cases; i++)
		check_listed(&facts->cases[i], i, problems);
}

void decide_destruction(const struct destruction_facts *facts,
			const struct destruction_input *input, struct problems *problems)
{
	require_state(problems, facts->state, "proposed");
	require_person(&facts->caller, problems);
	if (input == NULL || strcmp(input->outcome, "approved") == 0)
		require_other(&facts->caller, facts->proposed_by, "@did.propose", "@do.approve",
			      problems);
}
