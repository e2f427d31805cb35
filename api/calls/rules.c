#include "api/calls/calls.h"

#include "api/problems/words.h"

void decide_create_call(const struct call_facts *facts, const struct call_input *input,
			struct problems *problems)
{
	require_person(&facts->caller, problems);
	require_order(problems, input->opens_on, input->closes_on, "#/closesOn");
	if (!facts->has_line) {
		problems_add(problems, PROBLEM_UNKNOWN_REFERENCE, "#/fundingLineId",
			     "fundingLineId", NULL);
		return;
	}
	for (size_t i = 0; i < input->n_stages; i++)
		if (!contains_number(facts->stages, facts->n_stages, input->stages[i]))
			problems_at(problems, PROBLEM_STAGE_NOT_IN_CALL,
				    words_numbers(problems, facts->stages, facts->n_stages), NULL,
				    "#/stages/%zu", i);
	for (size_t i = 0; i < input->n_cost_groups; i++)
		if (!words_contain(facts->cost_groups, facts->n_cost_groups, input->cost_groups[i]))
			problems_at(problems, PROBLEM_COST_GROUP_UNKNOWN, input->cost_groups[i],
				    words_list(problems, facts->cost_groups, facts->n_cost_groups),
				    "#/costGroups/%zu", i);
}

void decide_open_call(const struct call_facts *facts, struct problems *problems)
{
	require_state(problems, facts->state, "planned");
	require_not_passed(problems, facts->closes_on, facts->today, NULL);
}

void decide_close_call(const struct call_facts *facts, struct problems *problems)
{
	require_state(problems, facts->state, "open");
}
