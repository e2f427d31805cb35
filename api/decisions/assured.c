#include "api/decisions/decisions.h"

#include "api/applications/facts.h"
#include "api/decisions/held.h"
#include "api/problems/words.h"

void decide_assuring(const struct application_facts *facts, struct problems *problems)
{
	const struct recommendation_facts *recommendation = &facts->decision.recommendation;

	require_state(problems, facts->state, "recommended");
	require_person(&facts->caller, problems);
	require_none_held(facts, problems);
	if (facts->decision.caller_applied)
		problems_add(problems, PROBLEM_FOUR_EYES, NULL, "@did.apply", "@do.assure");
	if (!facts->line.assures)
		problems_add(problems, PROBLEM_NO_ASSURANCE, NULL, facts->line.name, NULL);
	if (!facts->decision.has_recommendation)
		return;
	require_other(&facts->caller, recommendation->made_by, "@did.recommend", "@do.assure",
		      problems);
	if (recommendation->assured_by != 0)
		problems_add(problems, PROBLEM_ASSURED, NULL, NULL, NULL);
}

void decide_assure(const struct application_facts *facts, struct problems *problems)
{
	decide_assuring(facts, problems);
	check_preparers(facts, problems);
}

void check_assured(const struct application_facts *facts, struct problems *problems)
{
	int64_t assured_by = facts->decision.recommendation.assured_by;

	if (assured_by != 0)
		require_other(&facts->caller, assured_by, "@did.assure", "@do.decide", problems);
	else if (facts->line.assures)
		problems_add(problems, PROBLEM_NOT_ASSURED, NULL, NULL, NULL);
}

void check_preparers(const struct application_facts *facts, struct problems *problems)
{
	const struct recommendation_facts *recommendation = &facts->decision.recommendation;

	for (size_t i = 0; i < recommendation->n_questioned; i++)
		check_preparer(recommendation->questioned[i], problems);
}

void check_preparer(const char *questioned, struct problems *problems)
{
	if (questioned != NULL)
		problems_add(problems, PROBLEM_PREPARER_DISQUALIFIED, NULL, questioned, NULL);
}
