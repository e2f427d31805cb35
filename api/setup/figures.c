#include "api/setup/figures.h"

#include <string.h>

#include "api/problems/words.h"

static void check_figure(const struct known_figure *figure, const struct figure_input *input,
			 struct problems *problems)
{
	if (strcmp(input->unit, figure->unit) != 0)
		problems_add(problems, PROBLEM_RULE_UNIT, "#/unit", input->key, figure->unit);
	if (input->value < figure->least || input->value > figure->most)
		problems_add(problems, PROBLEM_RULE_BOUNDS, "#/value",
			     words_number(problems, figure->least),
			     words_number(problems, figure->most));
}

void decide_rule_param(const struct setup_facts *facts, const void *content,
		       struct problems *problems)
{
	const struct figure_input *input = content;
	const struct period_input *period = &input->period;
	const struct setup_references *there = &facts->references;

	if (there->common_figure)
		problems_add(problems, PROBLEM_RULE_COMMON, "#/key", NULL, NULL);
	else if (!there->has_figure)
		problems_add(problems, PROBLEM_RULE_UNKNOWN, "#/key", input->key, NULL);
	else
		check_figure(&there->figure, input, problems);
	if (period->has_to)
		require_order(problems, period->from, period->to, "#/validTo");
}
