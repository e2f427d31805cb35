#include "api/decisions/lines.h"

#include <inttypes.h>

#include "api/applications/facts.h"
#include "api/grants/split.h"
#include "api/problems/words.h"
#include "lib/base/arena.h"
#include "lib/base/date.h"

/* What it gets back, but for that of the year. */
static int64_t back_ore(const struct decision_line *line, int64_t but_year)
{
	int64_t ore = 0;

	for (size_t i = 0; i < line->n_back; i++)
		if (line->back[i].year != but_year)
			ore += line->back[i].ore;
	return ore;
}

/* A line keeps what it grants. Where it gets back what it granted, it grants no less than that of a
 * larger whole and no more of a smaller: api/grants/change.h. */
static struct split_bound *line_bounds(const struct decision_facts *facts, int64_t amount_ore,
				       struct arena *arena)
{
	const struct decision_line *lines = facts->lines;
	size_t n = facts->n_lines;
	struct split_bound *bounds = arena_alloc(arena, n * sizeof(*bounds));
	int64_t stood_ore = 0;

	for (size_t i = 0; i < n; i++)
		stood_ore += lines[i].granted_ore + back_ore(&lines[i], 0);
	for (size_t i = 0; i < n; i++) {
		int64_t line_ore = lines[i].granted_ore + back_ore(&lines[i], 0);

		if (amount_ore > stood_ore)
			bounds[i] = (struct split_bound){line_ore, amount_ore};
		else
			bounds[i] = (struct split_bound){lines[i].granted_ore, line_ore};
	}
	return bounds;
}

int64_t *parts_by_line(const struct decision_facts *facts, int64_t amount_ore, struct arena *arena)
{
	int64_t *shares_bp = arena_alloc(arena, facts->n_lines * sizeof(*shares_bp));

	for (size_t i = 0; i < facts->n_lines; i++)
		shares_bp[i] = facts->lines[i].share_bp;
	return split_within(amount_ore, shares_bp, line_bounds(facts, amount_ore, arena),
			    facts->n_lines, arena);
}

int64_t taken_of_line(const struct decision_line *line, int64_t year, int64_t part_ore)
{
	return part_ore - line->granted_ore - back_ore(line, year);
}

int64_t ore_of_year(const struct available_facts *years, size_t n, int64_t year)
{
	for (size_t i = 0; i < n; i++)
		if (years[i].year == year)
			return years[i].ore;
	return 0;
}

const char *line_of_year(const struct decision_line *line, int64_t year, struct arena *arena)
{
	return arena_printf(arena, "%s %" PRId64, line->name, year);
}

void tell_short_lines(const struct application_facts *facts, int64_t amount_ore, int64_t year,
		      struct problems *warnings)
{
	const int64_t *parts_ore;

	if (!facts->has_decision || amount_ore == 0)
		return;
	if (year == 0)
		year = date_to_ymd(facts->today).year;
	parts_ore = parts_by_line(&facts->decision, amount_ore, warnings->arena);
	for (size_t i = 0; i < facts->decision.n_lines; i++) {
		const struct decision_line *line = &facts->decision.lines[i];
		int64_t taken_ore = taken_of_line(line, year, parts_ore[i]);
		int64_t left_ore = ore_of_year(line->available, line->n_available, year) -
				   ore_of_year(line->spoken_for, line->n_spoken_for, year);

		if (taken_ore > 0 && taken_ore > left_ore)
			problems_add(warnings, PROBLEM_LINE_SHORT, NULL,
				     line_of_year(line, year, warnings->arena),
				     words_kroner(warnings, left_ore > 0 ? left_ore : 0));
	}
}
