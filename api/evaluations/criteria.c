#include "api/evaluations/criteria.h"

#include "api/problems/words.h"

void decide_add_criterion(const struct criterion_facts *facts, struct problems *problems)
{
	require_person(&facts->caller, problems);
}

void decide_retire_criterion(const struct criterion_facts *facts, struct problems *problems)
{
	require_state(problems, facts->state, "active");
	require_person(&facts->caller, problems);
}
