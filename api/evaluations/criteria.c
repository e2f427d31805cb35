#include "api/evaluations/criteria.h"

#include "api/problems/words.h"
#include "lib/base/arena.h"
#include "lib/base/text.h"

void decide_add_criterion(const struct criterion_facts *facts, const char *kind,
			  struct problems *problems)
{
	require_person(&facts->caller, problems);
	if (facts->kind != NULL && !text_is(facts->kind, kind))
		problems_add(problems, PROBLEM_CRITERION_KIND, "#/kind",
			     arena_printf(problems->arena, "@%s", facts->kind), NULL);
}

void decide_retire_criterion(const struct criterion_facts *facts, struct problems *problems)
{
	require_state(problems, facts->state, "active");
	require_person(&facts->caller, problems);
}
