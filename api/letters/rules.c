#include "api/letters/letters.h"

#include "lib/base/arena.h"

void decide_ask_letter(const struct new_letter_facts *facts, const struct new_letter_input *input,
		       struct problems *problems)
{
	if (!facts->has_letter)
		problems_add(problems, PROBLEM_UNKNOWN_REFERENCE, "#/letterId", "letterId", NULL);
	else if (facts->is_asked)
		problems_add(problems, PROBLEM_LETTER_ASKED, NULL,
			     arena_printf(problems->arena, "@%s", input->language), NULL);
}
