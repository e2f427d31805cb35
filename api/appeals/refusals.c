#include "api/appeals/refusals.h"

#include "api/amendments/amendments.h"
#include "api/appeals/outcome.h"
#include "lib/base/arena.h"
#include "lib/base/text.h"

bool appeal_is_against(const struct appeal_facts *facts, const char *kind)
{
	return text_is(facts->kind, kind);
}

bool appeal_is_of_refusal(const struct appeal_facts *facts)
{
	return appeal_is_against(facts, "amendment") || appeal_is_against(facts, "leave");
}

bool refusal_is_taken_up(const char *outcome)
{
	return appeal_allows(outcome) || text_is(outcome, "sent_back");
}

bool answer_takes_up(const struct appeal_facts *facts, const char *outcome, bool has_amount)
{
	bool is_of_decision = appeal_is_against(facts, "decision");

	return !appeal_is_against(facts, "dismissal") && refusal_is_taken_up(outcome) &&
	       (!is_of_decision || (facts->has_amendment && !has_amount));
}

void check_taken_up(const struct appeal_facts *facts, const char *outcome, const char *pointer,
		    struct problems *problems)
{
	const struct appealed_amendment *amendment = &facts->amendment;

	if (!refusal_is_taken_up(outcome))
		return;
	if (facts->has_leave_refused && facts->leave.is_asked)
		problems_add(problems, PROBLEM_LATE_ASKED_ANEW, pointer, NULL, NULL);
	if (!facts->has_amendment)
		return;
	if (amendment->is_asked)
		problems_add(problems, PROBLEM_AMENDMENT_OPEN, pointer, NULL, NULL);
	if (!amendment_is_of(amendment->kind, amendment->grant_state))
		problems_add(problems, PROBLEM_AMENDMENT_KIND, pointer,
			     arena_printf(problems->arena, "@%s", amendment->grant_state), NULL);
}

void check_refusal(const struct appeal_facts *facts, const struct proposal_input *input,
		   struct problems *problems)
{
	if (input->has_amount || input->has_year || input->terms.n_lifts > 0 ||
	    input->terms.conditions.n > 0)
		problems_add(problems, PROBLEM_APPEAL_OF_REFUSAL, "#/outcome", NULL, NULL);
	if (appeal_is_against(facts, "leave") && text_is(input->outcome, "allowed_in_part"))
		problems_add(problems, PROBLEM_APPEAL_LEAVE_WHOLE, "#/outcome", NULL, NULL);
	check_taken_up(facts, input->outcome, "#/outcome", problems);
}
