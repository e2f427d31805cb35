#include "api/results/results.h"

#include <string.h>

#include "api/problems/words.h"
#include "lib/base/date.h"

void decide_create_result(const struct new_result_facts *facts,
			  const struct new_result_input *input, struct problems *problems)
{
	if (!contains_number(facts->stages, facts->n_stages, input->stage))
		problems_add(problems, PROBLEM_UNKNOWN_REFERENCE, "#/stage", "stage", NULL);
	else if (input->stage != 0 &&
		 !contains_number(facts->entered, facts->n_entered, input->stage))
		problems_add(problems, PROBLEM_STAGE_NOT_ENTERED, "#/stage",
			     words_number(problems, input->stage), NULL);
}

static void check_day(const struct result_facts *facts, int32_t day, const char *pointer,
		      struct problems *problems)
{
	const char *first = words_date(problems, facts->since);

	require_not_future(problems, day, facts->today, pointer);
	if (day < facts->since)
		problems_add(problems, PROBLEM_DAY_OUTSIDE, pointer, first,
			     words_date(problems, facts->today));
}

static void check_effect(const struct measure_input *input, struct problems *problems)
{
	if (input->has_ore == input->has_bp)
		problems_add(problems, PROBLEM_EFFECT_ONE, "#/effectOre", NULL, NULL);
}

static void check_wait(int32_t first, int64_t months, int32_t on_day, struct problems *problems)
{
	int32_t due = date_add_months(first, (int32_t)months);

	if (on_day < due - MEASURE_EARLY_DAYS)
		problems_add(problems, PROBLEM_MEASURED_EARLY, "#/onDay",
			     words_date(problems, due - MEASURE_EARLY_DAYS),
			     words_number(problems, months));
}

/* Against one of another time. */
static void check_order(const struct measured *m, const struct measure_input *input,
			struct problems *problems)
{
	if (m->months < input->months)
		require_order(problems, m->on_day, input->on_day, "#/onDay");
	else
		require_order(problems, input->on_day, m->on_day, "#/onDay");
	if (m->months == 0)
		check_wait(m->on_day, input->months, input->on_day, problems);
	else if (input->months == 0)
		check_wait(input->on_day, m->months, m->on_day, problems);
}

/* Against the first. */
static void check_same(const struct measured *first, const struct measure_input *input,
		       struct problems *problems)
{
	if (strcmp(first->unit, input->unit) != 0)
		problems_add(problems, PROBLEM_MEASURED_OTHERWISE, "#/unit", first->unit,
			     first->is_in_money ? "@in.money" : "@in.share");
	if (input->has_ore != input->has_bp && input->has_ore != first->is_in_money)
		problems_add(problems, PROBLEM_MEASURED_OTHERWISE,
			     input->has_bp ? "#/effectBasisPoints" : "#/effectOre", first->unit,
			     first->is_in_money ? "@in.money" : "@in.share");
}

static void check_others(const struct result_facts *facts, const struct measure_input *input,
			 struct problems *problems)
{
	bool is_measured = false;

	for (size_t i = 0; i < facts->n_measured; i++) {
		const struct measured *m = &facts->measured[i];

		if (m->months != input->months) {
			check_order(m, input, problems);
			if (m->months == 0)
				check_same(m, input, problems);
			continue;
		}
		is_measured = true;
		if (input->reason == NULL)
			problems_add(problems, PROBLEM_MEASURED, "#/months",
				     words_date(problems, m->on_day), NULL);
	}
	if (!is_measured && input->reason != NULL)
		problems_add(problems, PROBLEM_NOT_MEASURED, "#/reason", NULL, NULL);
	if (facts->n_measured == 0 && input->months != 0)
		problems_add(problems, PROBLEM_MEASURE_FIRST, "#/months", NULL, NULL);
}

void decide_measure(const struct result_facts *facts, const struct measure_input *input,
		    struct problems *problems)
{
	if (input == NULL)
		return;
	check_day(facts, input->on_day, "#/onDay", problems);
	check_effect(input, problems);
	check_others(facts, input, problems);
}

void decide_tell_story(const struct result_facts *facts, const struct story_input *input,
		       struct problems *problems)
{
	bool is_own = facts->caller.organisation_id == facts->firm_id;

	if (input == NULL)
		return;
	check_day(facts, input->consent_on, "#/consentOn", problems);
	if (is_own || !facts->has_consented ||
	    (facts->story != NULL && strcmp(facts->story, input->text) == 0))
		return;
	if (input->consent_on <= facts->consented_on)
		problems_add(problems, PROBLEM_CONSENT_OLD, "#/consentOn",
			     words_date(problems, facts->consented_on), NULL);
}

void decide_withdraw_story(const struct result_facts *facts, struct problems *problems)
{
	if (facts->story == NULL)
		problems_add(problems, PROBLEM_NO_STORY, NULL, NULL, NULL);
}
