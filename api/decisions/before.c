#include "api/decisions/before.h"

#include <string.h>

#include "api/applications/facts.h"
#include "lib/base/arena.h"

struct granted_part {
	int64_t line_id;
	int64_t ore;
};

struct granted_before {
	struct granted_before *next;
	const char *case_number;
	int64_t year;
	struct granted_part *parts;
	size_t n_parts;
};

static void take_money(struct decision_line *line, const struct granted_before *grant)
{
	for (size_t i = 0; i < grant->n_parts; i++)
		for (size_t j = 0; j < line->n_available; j++)
			if (grant->parts[i].line_id == line->id &&
			    grant->year == line->available[j].year)
				line->available[j].ore -= grant->parts[i].ore;
}

static void tell_granted(struct application_facts *facts, const struct granted_before *grant)
{
	for (size_t i = 0; i < facts->n_overlaps; i++) {
		const char *number = facts->overlaps[i].case_number;

		if (number != NULL && strcmp(number, grant->case_number) == 0)
			facts->overlaps[i].is_granted = true;
	}
}

void count_before(struct application_facts *facts, const struct decided_before *before)
{
	for (const struct granted_before *grant = before->grants; grant; grant = grant->next) {
		for (size_t i = 0; i < facts->decision.n_lines; i++)
			take_money(&facts->decision.lines[i], grant);
		tell_granted(facts, grant);
	}
}

void note_before(struct decided_before *before, const struct application_facts *facts,
		 const struct decide_input *input, const struct decide_effects *effects)
{
	size_t n = facts->decision.n_lines;
	struct granted_before *grant;

	if (!effects->grants)
		return;
	grant = arena_alloc(before->arena, sizeof(*grant));
	*grant = (struct granted_before){
		.next = before->grants,
		.case_number = arena_strdup(before->arena, facts->case_number),
		.year = input->year,
		.parts = arena_alloc(before->arena, n * sizeof(*grant->parts)),
		.n_parts = n,
	};
	for (size_t i = 0; i < n; i++)
		grant->parts[i] = (struct granted_part){facts->decision.lines[i].id,
							effects->parts_ore[i]};
	before->grants = grant;
}
