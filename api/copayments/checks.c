#include "api/copayments/checks.h"

#include "lib/base/arena.h"

const struct checked_copayment *checks_find(const struct checks_facts *facts,
					    const struct checks_input *input, size_t i)
{
	for (size_t j = 0; j < facts->n; j++)
		if (facts->copayments[j].facts.id == input->ids[i])
			return &facts->copayments[j];
	return NULL;
}

static void decide_one(const struct checked_copayment *copayment, struct problems *found)
{
	if (copayment == NULL) {
		problems_add(found, PROBLEM_UNKNOWN_REFERENCE, NULL, "copaymentId", NULL);
		return;
	}
	if (copayment->stands_back)
		problems_add(found, PROBLEM_DISQUALIFIED, NULL,
			     arena_printf(found->arena, "@stands_back.%s", copayment->how), NULL);
	decide_check_aid(&copayment->facts, found);
	tell_refused(&copayment->facts, found);
}

void decide_checks(const struct checks_facts *facts, const struct checks_input *input,
		   struct problems *each)
{
	for (size_t i = 0; i < input->n; i++) {
		struct problems found;

		problems_init(&found, each[i].arena);
		decide_one(checks_find(facts, input, i), &found);
		for (size_t j = 0; j < found.n; j++)
			problems_at(&each[i], found.list[j].code, found.list[j].args[0],
				    found.list[j].args[1], "#/copaymentIds/%zu", i);
	}
}
