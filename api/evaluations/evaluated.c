#include "api/evaluations/evaluated.h"

#include <string.h>

#include "lib/base/arena.h"
#include "lib/json/shape.h"

static const struct shape_field fields[] = {
	SHAPE_OR_NULL(struct evaluated_facts, state, "state", TEXT),
	SHAPE_FIELD(struct evaluated_facts, is_below_minimum, "isBelowMinimum", BOOL),
	SHAPE_OPTIONAL(struct evaluated_facts, consolidated_by, "consolidatedBy", I64,
		       is_consolidated),
	SHAPE_OBJECTS(struct evaluated_facts, assessors, n_assessors, "assessors", &assessor_shape),
	SHAPE_LIST(struct evaluated_facts, requirements, n_requirements, "requirements", I64),
	SHAPE_FIELD(struct evaluated_facts, next_id, "nextId", I64),
};
const struct shape evaluated_shape = SHAPE(struct evaluated_facts, fields);

static bool is(const struct evaluated_facts *facts, const char *state)
{
	return facts->state != NULL && strcmp(facts->state, state) == 0;
}

static void check_outcome(const struct evaluated_facts *facts, const char *outcome,
			  struct problems *problems)
{
	bool is_ineligible = strcmp(outcome, "ineligible") == 0;

	if (is_ineligible != is(facts, "ineligible"))
		problems_add(problems, PROBLEM_EVALUATED_OTHERWISE, "#/outcome",
			     is_ineligible ? "@eligible" : "@ineligible", NULL);
	else if (facts->is_below_minimum && strcmp(outcome, "rejected") != 0)
		problems_add(problems, PROBLEM_BELOW_MINIMUM, "#/outcome", NULL, NULL);
}

void check_evaluated(const struct evaluated_facts *facts, const char *outcome,
		     struct problems *problems)
{
	const char *pointer = outcome == NULL ? NULL : "#/outcome";

	if (!is(facts, "consolidated") && !is(facts, "ineligible"))
		problems_add(problems, PROBLEM_NOT_EVALUATED, pointer,
			     facts->state == NULL
				     ? "@unbegun"
				     : arena_printf(problems->arena, "@%s", facts->state),
			     NULL);
	else if (outcome != NULL)
		check_outcome(facts, outcome, problems);
	for (size_t i = 0; i < facts->n_assessors; i++)
		if (facts->assessors[i].is_questioned)
			problems_add(problems, PROBLEM_ASSESSOR_DISQUALIFIED, pointer,
				     facts->assessors[i].name, NULL);
}

void require_not_assessor(const struct evaluated_facts *facts, const struct caller *caller,
			  struct problems *problems)
{
	for (size_t i = 0; i < facts->n_assessors; i++)
		require_other(caller, facts->assessors[i].person_id, "@did.assess", "@do.decide",
			      problems);
	if (facts->is_consolidated)
		require_other(caller, facts->consolidated_by, "@did.consolidate", "@do.decide",
			      problems);
}
