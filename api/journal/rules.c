#include "api/journal/journal.h"

#include "api/problems/words.h"

static void require_valid(const struct journal_post_facts *facts, struct problems *problems)
{
	require_state(problems, facts->state, "M, E, F, J, A");
	require_person(&facts->caller, problems);
}

void decide_classify_post(const struct journal_post_facts *facts,
			  const struct journal_classification *input, struct problems *problems)
{
	require_valid(facts, problems);
	if (input == NULL || input->exemption != NULL)
		return;
	if (input->public_title != NULL)
		problems_add(problems, PROBLEM_SHIELDED_WITHOUT_BASIS, "#/publicTitle", NULL, NULL);
	if (facts->holds_fnr)
		problems_add(problems, PROBLEM_FNR_EXEMPT, "#/exemption", NULL, NULL);
}

void decide_correct_post(const struct journal_post_facts *facts,
			 const struct journal_correction *input, struct problems *problems)
{
	require_valid(facts, problems);
	if (input == NULL)
		return;
	if (input->post_type == NULL && input->document_type == NULL && input->title == NULL &&
	    !input->has_document_date)
		problems_add(problems, PROBLEM_NOTHING_CORRECTED, NULL, NULL, NULL);
	if (input->has_document_date)
		require_not_future(problems, input->document_date, facts->today, "#/documentDate");
}

void decide_check_post(const struct journal_post_facts *facts, struct problems *problems)
{
	require_state(problems, facts->state, "M, E, F");
	require_person(&facts->caller, problems);
}

void decide_void_post(const struct journal_post_facts *facts, struct problems *problems)
{
	require_state(problems, facts->state, "M, E, F, J");
	require_person(&facts->caller, problems);
	if (!facts->is_file)
		problems_add(problems, PROBLEM_POST_STANDS, NULL, NULL, NULL);
}
