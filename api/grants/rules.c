#include "api/grants/grants.h"

#include "api/decisions/held.h"
#include "api/problems/words.h"

void decide_accept(const struct grant_facts *facts, struct problems *problems)
{
	require_state(problems, facts->state, "offered");
	require_made_known(facts->is_held, facts->release_on, problems);
	if (facts->has_accept_by && facts->today > facts->accept_by)
		problems_add(problems, PROBLEM_OFFER_EXPIRED, NULL,
			     words_date(problems, facts->accept_by), NULL);
}

void decide_decline(const struct grant_facts *facts, struct problems *problems)
{
	require_state(problems, facts->state, "offered");
	require_made_known(facts->is_held, facts->release_on, problems);
}
