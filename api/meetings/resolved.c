#include "api/meetings/resolved.h"

#include <string.h>

#include "api/problems/words.h"
#include "lib/base/arena.h"
#include "lib/json/shape.h"

static const struct shape_field fields[] = {
	SHAPE_FIELD(struct resolved_facts, is_before, "isBefore", BOOL),
	SHAPE_FIELD(struct resolved_facts, is_delegated, "isDelegated", BOOL),
	SHAPE_OPTIONAL(struct resolved_facts, item_id, "itemId", I64, has_item),
	SHAPE_OR_NULL(struct resolved_facts, body, "body", TEXT),
	SHAPE_OR_NULL(struct resolved_facts, reference, "reference", TEXT),
	SHAPE_OR_NULL(struct resolved_facts, outcome, "outcome", TEXT),
	SHAPE_OPTIONAL(struct resolved_facts, amount_ore, "amountOre", I64, has_item),
	SHAPE_OPTIONAL(struct resolved_facts, may_decide, "mayDecide", BOOL, has_may),
};
const struct shape resolved_shape = SHAPE(struct resolved_facts, fields);

static bool is_same(const struct resolved_facts *facts, const char *outcome, int64_t amount_ore)
{
	return strcmp(facts->outcome, outcome) == 0 && facts->amount_ore == amount_ore;
}

static void check_entry(const struct resolved_facts *facts, const struct resolution_input *input,
			const char *outcome, int64_t amount_ore, struct problems *problems)
{
	if (!facts->has_item) {
		problems_add(problems, PROBLEM_MEETING_REQUIRED, NULL, NULL, NULL);
		return;
	}
	if (!facts->may_decide)
		problems_add(problems, PROBLEM_BODY_RECOMMENDS, NULL, facts->body, NULL);
	if (outcome == NULL)
		return;
	if (!input->has_item)
		problems_add(problems, PROBLEM_FIELD_REQUIRED, "#/meetingItemId", NULL, NULL);
	else if (input->item_id != facts->item_id)
		problems_add(problems, PROBLEM_UNKNOWN_REFERENCE, "#/meetingItemId",
			     "meetingItemId", NULL);
	if (!is_same(facts, outcome, amount_ore))
		problems_add(problems, PROBLEM_RESOLVED_OTHERWISE, "#/outcome",
			     arena_printf(problems->arena, "@%s", facts->outcome),
			     words_kroner(problems, facts->amount_ore));
}

static void check_departure(const struct resolved_facts *facts,
			    const struct resolution_input *input, const char *outcome,
			    int64_t amount_ore, struct problems *problems)
{
	if (!facts->has_item)
		return;
	if (facts->may_decide)
		problems_add(problems, PROBLEM_BODY_DECIDED, NULL, facts->body, NULL);
	else if (outcome != NULL && !is_same(facts, outcome, amount_ore) &&
		 input->departure_grounds == NULL)
		problems_add(problems, PROBLEM_DEPARTURE_GROUNDS, "#/departureGrounds", facts->body,
			     arena_printf(problems->arena, "@%s", facts->outcome));
}

void check_resolved(const struct resolved_facts *facts, bool is_secretary,
		    const struct resolution_input *input, const char *outcome, int64_t amount_ore,
		    struct problems *problems)
{
	if (facts->is_before)
		problems_add(problems, PROBLEM_MEETING_HAS_CASE, NULL, NULL, NULL);
	else if (is_secretary && facts->is_delegated)
		check_entry(facts, input, outcome, amount_ore, problems);
	else
		check_departure(facts, input, outcome, amount_ore, problems);
}
