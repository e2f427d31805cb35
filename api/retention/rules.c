#include "api/retention/retention.h"

#include <string.h>

#include "api/problems/words.h"

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
