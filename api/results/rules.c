#include "api/results/results.h"

#include "api/problems/words.h"

void decide_create_result(const struct new_result_facts *facts,
			  const struct new_result_input *input, struct problems *problems)
{
	for (size_t i = 0; i < facts->n_stages; i++)
		if (facts->stages[i] == input->stage)
			return;
	problems_add(problems, PROBLEM_UNKNOWN_REFERENCE, "#/stage", "stage", NULL);
}

static void check_day(const struct result_facts *facts, int32_t day, const char *pointer,
		      struct problems *problems)
{
	if (day > facts->today)
		problems_add(problems, PROBLEM_DATE_FUTURE, pointer,
			     words_date(problems, facts->today), NULL);
}

static void check_effect(const struct measure_input *input, struct problems *problems)
{
	if (input->has_ore == input->has_bp)
		problems_add(problems, PROBLEM_EFFECT_ONE, "#/effectOre", NULL, NULL);
}

static void check_order(const struct result_facts *facts, const struct measure_input *input,
			struct problems *problems)
{
	for (size_t i = 0; i < facts->n_measured; i++) {
		const struct measured *m = &facts->measured[i];

		if (m->months == input->months)
			problems_add(problems, PROBLEM_MEASURED, "#/months",
				     words_date(problems, m->on_day), NULL);
		else if (m->months < input->months && m->on_day > input->on_day)
			problems_add(problems, PROBLEM_PERIOD_REVERSED, "#/onDay",
				     words_date(problems, m->on_day),
				     words_date(problems, input->on_day));
	}
	if (facts->n_measured == 0 && input->months != 0)
		problems_add(problems, PROBLEM_MEASURE_FIRST, "#/months", NULL, NULL);
}

void decide_measure(const struct result_facts *facts, const struct measure_input *input,
		    struct problems *problems)
{
	static const size_t most = 3;

	if (facts->n_measured == most)
		problems_add(problems, PROBLEM_ALL_MEASURED, NULL, NULL, NULL);
	if (facts->n_measured == most || input == NULL)
		return;
	check_day(facts, input->on_day, "#/onDay", problems);
	check_effect(input, problems);
	check_order(facts, input, problems);
}

void decide_tell_story(const struct result_facts *facts, const struct story_input *input,
		       struct problems *problems)
{
	if (input != NULL)
		check_day(facts, input->consent_on, "#/consentOn", problems);
}

void decide_withdraw_story(const struct result_facts *facts, struct problems *problems)
{
	if (!facts->has_story)
		problems_add(problems, PROBLEM_NO_STORY, NULL, NULL, NULL);
}
