#include "api/payments/payments.h"

#include "api/problems/words.h"

void decide_create_list(const struct new_list_facts *facts, struct problems *problems)
{
	require_person(&facts->caller, problems);
	if (facts->count == 0)
		problems_add(problems, PROBLEM_NOTHING_QUEUED, NULL, NULL, NULL);
}

void decide_register_paid(const struct payment_facts *facts, const struct register_input *input,
			  struct problems *problems)
{
	require_state(problems, facts->state, "exported, sent_unconfirmed");
	require_person(&facts->caller, problems);
	if (input == NULL)
		return;
	if (input->paid_on > facts->today)
		problems_add(problems, PROBLEM_PAID_ON_FUTURE, "#/paidOn",
			     words_date(problems, facts->today), NULL);
	if (facts->has_listed && input->paid_on < facts->listed_on)
		problems_add(problems, PROBLEM_PAID_ON_BEFORE_LIST, "#/paidOn",
			     words_date(problems, facts->listed_on), NULL);
}

void decide_confirm_paid(const struct payment_facts *facts, struct problems *problems)
{
	require_state(problems, facts->state, "sent_unconfirmed");
	require_person(&facts->caller, problems);
	require_other(&facts->caller, facts->registered_by, "@did.register", "@do.confirm",
		      problems);
}
