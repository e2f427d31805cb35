#include "api/applications/overlap.h"

#include "api/applications/facts.h"
#include "lib/base/arena.h"

#include <string.h>

static bool is_named(const struct application_facts *facts, const struct overlap *overlap)
{
	return overlap->case_number != NULL || strcmp(facts->caller.kind, "firm") != 0;
}

static void add(enum problem_code code, const char *pointer, const struct overlap *overlap,
		struct problems *problems)
{
	const char *where = overlap->line;

	if (overlap->case_number != NULL)
		where = arena_printf(problems->arena, "%s, %s", overlap->case_number, where);
	problems_add(problems, code, pointer, overlap->firm,
		     arena_printf(problems->arena, "@%s (%s)", overlap->need, where));
}

/* Of another's case the scheme alone is named. */
static void add_unnamed(const struct application_facts *facts, const struct overlap *overlap,
			struct problems *problems)
{
	bool is_final = facts->line.refuses_overlap && overlap->is_granted;

	problems_add(problems, is_final ? PROBLEM_OVERLAP_NO_GRANT : PROBLEM_OVERLAP_ELSEWHERE,
		     NULL, overlap->firm,
		     arena_printf(problems->arena, "@%s (%s)", overlap->need, overlap->line));
}

void check_overlap(const struct application_facts *facts, struct problems *problems)
{
	for (size_t i = 0; facts->line.refuses_overlap && i < facts->n_overlaps; i++)
		if (facts->overlaps[i].is_granted && is_named(facts, &facts->overlaps[i]))
			add(PROBLEM_OVERLAP, NULL, &facts->overlaps[i], problems);
}

void check_overlap_grounds(const struct application_facts *facts, const char *grounds,
			   struct problems *problems)
{
	for (size_t i = 0; grounds == NULL && i < facts->n_overlaps; i++)
		add(PROBLEM_OVERLAP_GROUNDS, "#/overlapGrounds", &facts->overlaps[i], problems);
}

void tell_overlap(const struct application_facts *facts, struct problems *warnings)
{
	for (size_t i = 0; i < facts->n_overlaps; i++)
		if (is_named(facts, &facts->overlaps[i]))
			add(PROBLEM_OVERLAP, NULL, &facts->overlaps[i], warnings);
		else
			add_unnamed(facts, &facts->overlaps[i], warnings);
}
