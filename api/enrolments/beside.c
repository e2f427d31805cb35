#include "api/enrolments/beside.h"

#include "api/problems/words.h"
#include "lib/base/arena.h"

static const struct shape_field fields[] = {
	SHAPE_FIELD(struct help_beside, stage, "stage", I64),
	SHAPE_FIELD(struct help_beside, need, "need", TEXT),
	SHAPE_OR_NULL(struct help_beside, scheme, "scheme", TEXT),
};
const struct shape help_beside_shape = SHAPE(struct help_beside, fields);

void tell_beside(const struct help_beside *beside, size_t n, struct problems *warnings)
{
	for (size_t i = 0; i < n; i++) {
		const char *stage = words_number(warnings, beside[i].stage);
		const char *need = arena_printf(warnings->arena, "@%s", beside[i].need);

		if (beside[i].scheme == NULL)
			problems_add(warnings, PROBLEM_HELPED_ELSEWHERE, NULL, stage, need);
		else
			problems_add(
				warnings, PROBLEM_HELPED_BESIDE, NULL, stage,
				arena_printf(warnings->arena, "%s (%s)", need, beside[i].scheme));
	}
}
