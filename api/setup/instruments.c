#include "api/setup/instruments.h"

#include <string.h>

#include "api/problems/words.h"

static bool is_scale(const struct question_input *question)
{
	return strcmp(question->kind, "scale") == 0;
}

static bool is_step(const char *id, size_t i)
{
	return id[0] == (char)('1' + i) && id[1] == '\0';
}

static bool has_its_options(const struct question_input *question)
{
	if (strcmp(question->kind, "choice") == 0)
		return question->n_options >= 2;
	if (!is_scale(question))
		return question->n_options == 0;
	for (size_t i = 0; i < question->n_options && i < SCALE_STEPS; i++)
		if (!is_step(question->options[i].id, i))
			return false;
	return question->n_options == SCALE_STEPS;
}

static void check_question(const struct question_input *question, size_t i,
			   struct problems *problems)
{
	if (!has_its_options(question))
		problems_at(problems, PROBLEM_QUESTION_OPTIONS, NULL, NULL,
			    "#/questions/%zu/options", i);
	for (size_t j = 0; j < question->n_options; j++)
		if (IS_REPEATED(question->options, id, j))
			problems_at(problems, PROBLEM_FIELD_NOT_UNIQUE, NULL, NULL,
				    "#/questions/%zu/options/%zu/id", i, j);
}

void decide_instrument(const struct setup_facts *facts, const void *content,
		       struct problems *problems)
{
	const struct instrument_input *input = content;

	if (facts->references.common_instrument)
		problems_add(problems, PROBLEM_INSTRUMENT_COMMON, "#/code", NULL, NULL);
	for (size_t i = 0; i < input->n_questions; i++) {
		if (IS_REPEATED(input->questions, id, i))
			problems_at(problems, PROBLEM_FIELD_NOT_UNIQUE, NULL, NULL,
				    "#/questions/%zu/id", i);
		check_question(&input->questions[i], i, problems);
	}
}
