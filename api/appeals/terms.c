#include "api/appeals/terms.h"

#include "api/appeals/facts.h"
#include "api/appeals/outcome.h"
#include "api/problems/words.h"
#include "lib/base/arena.h"
#include "lib/base/text.h"

bool are_same_terms(const struct new_terms *a, const struct new_terms *b)
{
	for (size_t i = 0; i < a->n_lifts; i++)
		if (!contains_number(b->lifts, b->n_lifts, a->lifts[i]))
			return false;
	return a->n_lifts == b->n_lifts && are_same_conditions(&a->conditions, &b->conditions);
}

static const struct asked_condition *find_condition(const struct appeal_facts *facts,
						    int64_t number)
{
	for (size_t i = 0; i < facts->n_conditions; i++)
		if (facts->conditions[i].number == number)
			return &facts->conditions[i];
	return NULL;
}

static void check_lifted(const struct appeal_facts *facts, const struct new_terms *terms, size_t i,
			 struct problems *problems)
{
	const struct asked_condition *condition = find_condition(facts, terms->lifts[i]);

	if (condition == NULL)
		problems_at(problems, PROBLEM_UNKNOWN_REFERENCE, "liftedConditions", NULL,
			    "#/liftedConditions/%zu", i);
	else if (text_is(condition->state, "lifted"))
		problems_at(problems, PROBLEM_CONDITION_SETTLED,
			    words_number(problems, condition->number), NULL,
			    "#/liftedConditions/%zu", i);
}

void check_terms(const struct appeal_facts *facts, const char *outcome,
		 const struct new_terms *terms, struct problems *problems)
{
	const struct decision_facts *decision = &facts->application.decision;

	if (!appeal_allows(outcome)) {
		if (terms->n_lifts > 0)
			problems_add(problems, PROBLEM_APPEAL_CONDITIONS, "#/liftedConditions",
				     NULL, NULL);
		if (terms->conditions.n > 0)
			problems_add(problems, PROBLEM_APPEAL_CONDITIONS, "#/conditions", NULL,
				     NULL);
		return;
	}
	for (size_t i = 0; i < terms->n_lifts; i++)
		check_lifted(facts, terms, i, problems);
	check_given(&terms->conditions, true, decision->dated, decision->n_dated, facts->today,
		    problems);
}

void check_terms_sent(const struct appeal_facts *facts, const char *outcome,
		      const struct new_terms *terms, const char *pointer, struct problems *problems)
{
	if (facts->meeting.has_item && facts->has_sent && appeal_allows(outcome) &&
	    !are_same_terms(terms, &facts->sent))
		problems_add(problems, PROBLEM_APPEAL_TERMS_SENT, pointer, facts->meeting.reference,
			     NULL);
}
