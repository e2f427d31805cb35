#include "api/grants/grants.h"

#include "api/problems/words.h"

void decide_accept(const struct grant_facts *facts, struct problems *problems)
{
	require_state(problems, facts->state, "offered");
	if (facts->has_accept_by && facts->today > facts->accept_by)
		problems_add(problems, PROBLEM_OFFER_EXPIRED, NULL,
			     words_date(problems, facts->accept_by), NULL);
}

void decide_decline(const struct grant_facts *facts, struct problems *problems)
{
	require_state(problems, facts->state, "offered");
}
