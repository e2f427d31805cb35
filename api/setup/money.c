#include "api/setup/money.h"

#include <inttypes.h>

#include "api/problems/words.h"
#include "lib/base/arena.h"
#include "lib/base/date.h"

/* What is over has been accounted for. */
static void check_year(const struct setup_facts *facts, int64_t year, const char *pointer,
		       struct problems *problems)
{
	int64_t this_year = date_to_ymd(facts->today).year;

	if (year < this_year)
		problems_add(problems, PROBLEM_BUDGET_YEAR_OVER, pointer,
			     words_number(problems, year), words_number(problems, this_year));
}

static void check_to(const struct setup_facts *facts, const struct money_move_input *input,
		     struct problems *problems)
{
	if (!facts->references.to_line)
		problems_add(problems, PROBLEM_UNKNOWN_REFERENCE, "#/to/fundingLineId",
			     "fundingLineId", NULL);
	if (input->to.line_id == input->line_id && input->to.year == input->year)
		problems_add(problems, PROBLEM_MOVED_NOWHERE, "#/to", NULL, NULL);
	check_year(facts, input->to.year, "#/to/year", problems);
}

void decide_money_move(const struct setup_facts *facts, const void *content,
		       struct problems *problems)
{
	const struct money_move_input *input = content;
	const struct setup_references *there = &facts->references;

	check_year(facts, input->year, "#/year", problems);
	if (input->has_to)
		check_to(facts, input, problems);
	if (!there->funding_line)
		problems_add(problems, PROBLEM_NOT_FOUND, NULL, NULL, NULL);
	else if (input->amount_ore > there->available_ore)
		problems_add(problems, PROBLEM_APPROPRIATION_EXCEEDED, "#/amountOre",
			     words_kroner(problems, there->available_ore),
			     arena_printf(problems->arena, "%s %" PRId64, there->line_name,
					  input->year));
}
