#include "api/meetings/resolved.h"

#include <string.h>

#include "api/problems/words.h"
#include "lib/base/arena.h"
#include "lib/json/shape.h"

static const struct shape_field fields[] = {
	SHAPE_OPTIONAL(struct resolved_facts, is_resolved, "isResolved", BOOL, has_resolved),
	SHAPE_OPTIONAL(struct resolved_facts, is_voted_on, "isVotedOn", BOOL, has_resolved),
	SHAPE_FIELD(struct resolved_facts, is_before, "isBefore", BOOL),
	SHAPE_OPTIONAL(struct resolved_facts, delegated_ore, "delegatedOre", I64, is_delegated),
	SHAPE_OPTIONAL(struct resolved_facts, item_id, "itemId", I64, has_item),
	SHAPE_OR_NULL(struct resolved_facts, body, "body", TEXT),
	SHAPE_OR_NULL(struct resolved_facts, reference, "reference", TEXT),
	SHAPE_OR_NULL(struct resolved_facts, outcome, "outcome", TEXT),
	SHAPE_OPTIONAL(struct resolved_facts, amount_ore, "amountOre", I64, has_item),
	SHAPE_OR_NULL(struct resolved_facts, grounds, "grounds", TEXT),
	SHAPE_OPTIONAL_OBJECTS(struct resolved_facts, conditions.list, conditions.n, "conditions",
			       &given_condition_shape),
	SHAPE_OR_NULL(struct resolved_facts, conditions.json, "conditions", RAW),
	SHAPE_OPTIONAL(struct resolved_facts, may_decide, "mayDecide", BOOL, has_may),
};
const struct shape resolved_shape = SHAPE(struct resolved_facts, fields);

static bool is_outcome(const struct resolved_facts *facts, const struct decided_as *as)
{
	return strcmp(facts->outcome, as->outcome) == 0 && facts->amount_ore == as->amount_ore;
}

static bool is_conditioned_otherwise(const struct resolved_facts *facts,
				     const struct decided_as *as)
{
	return as->conditions != NULL && !are_same_conditions(&facts->conditions, as->conditions);
}

static void tell_otherwise(const struct resolved_facts *facts, const struct decided_as *as,
			   struct problems *problems)
{
	const char *outcome = arena_printf(problems->arena, "@%s", facts->outcome);

	if (as->conditions == NULL)
		problems_add(problems, PROBLEM_PREPARED_OTHERWISE, NULL, outcome, NULL);
	else
		problems_add(problems, PROBLEM_RESOLVED_OTHERWISE, "#/outcome", outcome,
			     words_kroner(problems, facts->amount_ore));
}

static void check_named(const struct resolved_facts *facts, const struct resolution_input *input,
			struct problems *problems)
{
	if (input->has_item && !(facts->has_item && input->item_id == facts->item_id))
		problems_add(problems, PROBLEM_UNKNOWN_REFERENCE, "#/meetingItemId",
			     "meetingItemId", NULL);
}

static void check_no_departure(const struct resolution_input *input, struct problems *problems)
{
	if (input->departure_grounds != NULL)
		problems_add(problems, PROBLEM_NO_DEPARTURE, "#/departureGrounds", NULL, NULL);
}

/* What the body resolved, as its secretary enters it: also why. */
static void check_as_resolved(const struct resolved_facts *facts, const struct decided_as *as,
			      struct problems *problems)
{
	if (!is_outcome(facts, as)) {
		tell_otherwise(facts, as, problems);
		return;
	}
	if (is_conditioned_otherwise(facts, as))
		problems_add(problems, PROBLEM_RESOLVED_CONDITIONS, "#/conditions",
			     facts->reference, NULL);
	if (as->grounds != NULL && facts->grounds != NULL &&
	    strcmp(as->grounds, facts->grounds) != 0)
		problems_add(problems, PROBLEM_RESOLVED_GROUNDS, "#/grounds", facts->reference,
			     NULL);
}

static void check_entry(const struct resolved_facts *facts, const struct resolution_input *input,
			const struct decided_as *as, struct problems *problems)
{
	if (!facts->has_item) {
		problems_add(problems, PROBLEM_MEETING_REQUIRED, NULL, NULL, NULL);
		return;
	}
	if (!facts->may_decide)
		problems_add(problems, PROBLEM_BODY_RECOMMENDS, NULL, facts->body, NULL);
	if (as == NULL)
		return;
	if (!input->has_item)
		problems_add(problems, PROBLEM_FIELD_REQUIRED, "#/meetingItemId", NULL, NULL);
	check_named(facts, input, problems);
	check_no_departure(input, problems);
	check_as_resolved(facts, as, problems);
}

/* NULL: from nothing. */
static const char *departed_from(const struct resolved_facts *facts, const struct decided_as *as,
				 struct arena *arena)
{
	if (!facts->has_item)
		return NULL;
	if (!is_outcome(facts, as))
		return arena_printf(arena, "@%s", facts->outcome);
	if (is_conditioned_otherwise(facts, as))
		return "@other_conditions";
	return NULL;
}

static void check_departure(const struct resolved_facts *facts,
			    const struct resolution_input *input, const struct decided_as *as,
			    struct problems *problems)
{
	const char *from;

	if (facts->has_item && facts->may_decide) {
		problems_add(problems, PROBLEM_BODY_DECIDED, NULL, facts->body, NULL);
		return;
	}
	if (as == NULL)
		return;
	check_named(facts, input, problems);
	from = departed_from(facts, as, problems->arena);
	if (from == NULL)
		check_no_departure(input, problems);
	else if (input->departure_grounds == NULL)
		problems_add(problems, PROBLEM_DEPARTURE_GROUNDS, "#/departureGrounds", facts->body,
			     from);
}

const char *grounds_as_resolved(const struct resolved_facts *facts, const char *proposed)
{
	return facts->has_item ? facts->grounds : proposed;
}

bool is_entered_as_resolved(const struct resolved_facts *facts, bool is_secretary,
			    int64_t at_stake_ore)
{
	return is_secretary && facts->is_delegated &&
	       ((facts->has_item && facts->may_decide) || at_stake_ore <= facts->delegated_ore);
}

void check_resolved(const struct resolved_facts *facts, bool is_secretary, int64_t at_stake_ore,
		    const struct resolution_input *input, const struct decided_as *as,
		    struct problems *problems)
{
	if (facts->is_before)
		problems_add(problems, PROBLEM_MEETING_HAS_CASE, NULL, NULL, NULL);
	else if (is_entered_as_resolved(facts, is_secretary, at_stake_ore))
		check_entry(facts, input, as, problems);
	else
		check_departure(facts, input, as, problems);
}
