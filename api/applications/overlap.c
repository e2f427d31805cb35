#include "api/applications/overlap.h"

#include "api/applications/facts.h"
#include "lib/base/arena.h"

static void add(const struct overlap *overlap, struct problems *problems)
{
	problems_add(problems, PROBLEM_OVERLAP, NULL, overlap->firm,
		     arena_printf(problems->arena, "%s (%s: %s)", overlap->case_number,
				  overlap->line, overlap->need));
}

void check_overlap(const struct application_facts *facts, struct problems *problems)
{
	for (size_t i = 0; facts->line.refuses_overlap && i < facts->n_overlaps; i++)
		if (facts->overlaps[i].is_granted)
			add(&facts->overlaps[i], problems);
}

void tell_overlap(const struct application_facts *facts, struct problems *warnings)
{
	for (size_t i = 0; i < facts->n_overlaps; i++)
		add(&facts->overlaps[i], warnings);
}
