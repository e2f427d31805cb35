#include "api/decisions/held.h"

#include <string.h>

#include "api/applications/facts.h"
#include "api/deadlines/deadlines.h"
#include "api/problems/words.h"

void require_made_known(bool is_held, int32_t release_on, struct problems *problems)
{
	if (is_held)
		problems_add(problems, PROBLEM_DECISION_HELD, NULL,
			     words_date(problems, release_on), NULL);
}

void require_none_held(const struct application_facts *facts, struct problems *problems)
{
	require_made_known(facts->decision.has_held, facts->decision.held.release_on, problems);
}

static void check_day(const struct application_facts *facts, int32_t release_on,
		      struct problems *problems)
{
	int32_t last = facts->today + (int32_t)facts->decision.hold_days;

	if (release_on <= facts->today)
		problems_add(problems, PROBLEM_RELEASE_NOT_LATER, "#/releaseOn", NULL, NULL);
	else if (release_on > last)
		problems_add(problems, PROBLEM_DECISION_HELD_TOO_LONG, "#/releaseOn",
			     words_date(problems, last), NULL);
}

void decide_holding(const struct application_facts *facts, const struct decide_input *input,
		    struct decide_effects *effects, struct problems *problems)
{
	const struct decision_facts *decision = &facts->decision;
	bool by_call = decision->has_release && decision->release_on > facts->today;

	if (input->has_release)
		check_day(facts, input->release_on, problems);
	effects->is_held = input->has_release || by_call;
	effects->release_on = input->has_release ? input->release_on : decision->release_on;
}

/* By the figures that the decision was made by, which it keeps. */
static int64_t days_of(const struct held_facts *held, const char *key, struct problems *problems)
{
	for (size_t i = 0; i < held->n_rules; i++)
		if (strcmp(held->rules[i].key, key) == 0)
			return held->rules[i].value;
	problems_add(problems, PROBLEM_RULE_MISSING, NULL, key, NULL);
	return 0;
}

/* One that left since could not be told that there was a decision to stand by. */
static void require_partners(const struct application_facts *facts, struct problems *problems)
{
	const struct named_partners *partners = &facts->partners;

	for (size_t i = 0; i < partners->n_unsettled; i++)
		problems_add(problems, PROBLEM_HELD_WITHOUT_PARTNER, NULL, partners->unsettled[i],
			     NULL);
}

void decide_release_decision(const struct application_facts *facts,
			     struct release_effects *effects, struct problems *problems)
{
	const struct held_facts *held = &facts->decision.held;

	require_person(&facts->caller, problems);
	if (!facts->decision.has_held) {
		problems_add(problems, PROBLEM_NO_DECISION_HELD, NULL, NULL, NULL);
		return;
	}
	if (facts->has_open_reversal)
		problems_add(problems, PROBLEM_REVERSAL_OPEN, NULL,
			     words_number(problems, facts->open_reversal), NULL);
	effects->appeal_deadline =
		deadline_after(facts->today, days_of(held, "appeal.days", problems));
	if (!held->grants)
		return;
	require_partners(facts, problems);
	effects->accept_by =
		deadline_after(facts->today, days_of(held, "acceptance.days", problems));
}
