#include "api/copayments/settlement.h"

#include "api/copayments/copayments.h"
#include "api/grants/split.h"
#include "api/problems/words.h"
#include "lib/base/arena.h"

#define UNCREDITED "due, invoiced, part_paid, paid, waived, written_off"

static const struct settled_copayment *find(const struct settlement_facts *facts, int64_t id)
{
	for (size_t i = 0; i < facts->n; i++)
		if (facts->copayments[i].id == id)
			return &facts->copayments[i];
	return NULL;
}

static void check(const struct settlement_facts *facts, const struct settlement_input *input,
		  size_t i, struct problems *problems)
{
	const struct settled_copayment *copayment = find(facts, input->ids[i]);
	const struct settled_copayment *first = facts->copayments;

	if (copayment == NULL)
		problems_at(problems, PROBLEM_UNKNOWN_REFERENCE, "copaymentId", NULL,
			    "#/copaymentIds/%zu", i);
	else if (copayment->programme_id != first->programme_id || copayment->stage != first->stage)
		problems_at(problems, PROBLEM_SETTLED_TOGETHER, NULL, NULL, "#/copaymentIds/%zu",
			    i);
	else if (!copayment->is_checked && input->cost_ore > 0)
		problems_at(problems,
			    copayment->is_refused ? PROBLEM_AID_REFUSED : PROBLEM_AID_UNCHECKED,
			    NULL, NULL, "#/copaymentIds/%zu", i);
	else if (!copayment->has_begun && input->cost_ore > 0)
		problems_at(problems, PROBLEM_STAGE_NOT_BEGUN, NULL, NULL, "#/copaymentIds/%zu", i);
}

static void settle(const struct settlement_facts *facts, int64_t cost_ore,
		   struct settlement_effects *effects, struct arena *arena)
{
	int64_t *weights = arena_alloc(arena, facts->n * sizeof(*weights));

	effects->service_ore = arena_alloc(arena, facts->n * sizeof(*effects->service_ore));
	effects->aid_ore = arena_alloc(arena, facts->n * sizeof(*effects->aid_ore));
	for (size_t i = 0; i < facts->n; i++)
		weights[i] = 1;
	split_exactly(cost_ore, weights, facts->n, effects->service_ore);
	for (size_t i = 0; i < facts->n; i++) {
		const struct settled_copayment *copayment = &facts->copayments[i];
		int64_t aid_ore = effects->service_ore[i] - copayment->share_ore;

		effects->aid_ore[i] = aid_ore < 0 ? 0 : aid_ore;
	}
}

static size_t position_of(const struct settlement_input *input, int64_t id)
{
	size_t i = 0;

	while (i < input->n && input->ids[i] != id)
		i++;
	return i;
}

bool is_settlement_lowered(const struct settled_copayment *copayment, int64_t service_ore)
{
	return copayment->is_settled && service_ore < copayment->service_ore;
}

bool is_settlement_below_hours(const struct settled_copayment *copayment, int64_t service_ore)
{
	return service_ore < copayment->confirmed_ore;
}

/* Unsaid, by whoever settled it. */
static void check_undone(const struct settlement_facts *facts,
			 const struct settled_copayment *copayment,
			 const struct settlement_input *input, struct problems *problems)
{
	const struct caller *caller = &facts->caller;
	size_t i = position_of(input, copayment->id);

	if (!input->is_again)
		problems_at(problems, PROBLEM_SETTLED_ALREADY,
			    words_kroner(problems, copayment->service_ore), NULL,
			    "#/copaymentIds/%zu", i);
	else if (caller->is_person && caller->person_id == copayment->settled_by)
		problems_at(problems, PROBLEM_FOUR_EYES, "@did.settle", "@do.correct",
			    "#/copaymentIds/%zu", i);
}

static void check_one(const struct settlement_facts *facts,
		      const struct settled_copayment *copayment,
		      const struct settlement_input *input, int64_t service_ore,
		      struct problems *problems)
{
	size_t i = position_of(input, copayment->id);

	if (service_ore > copayment->service_ore)
		problems_at(problems, PROBLEM_SETTLED_HIGHER, words_kroner(problems, service_ore),
			    words_kroner(problems, copayment->service_ore), "#/copaymentIds/%zu",
			    i);
	else if (is_settlement_lowered(copayment, service_ore))
		check_undone(facts, copayment, input, problems);
}

/* Once it is said why, it is the hub's to judge. */
static void check_worth(const struct settlement_facts *facts,
			const struct settlement_effects *effects, struct problems *problems)
{
	for (size_t i = 0; i < facts->n; i++) {
		const struct settled_copayment *copayment = &facts->copayments[i];

		if (is_settlement_below_hours(copayment, effects->service_ore[i]))
			problems_add(problems, PROBLEM_SETTLED_BELOW_HOURS, "#/reason",
				     copayment->firm,
				     words_kroner(problems, copayment->confirmed_ore));
	}
}

static void check_lowered(const struct settlement_facts *facts,
			  const struct settlement_input *input,
			  const struct settlement_effects *effects, struct problems *problems)
{
	bool is_any = false;

	for (size_t i = 0; i < facts->n; i++) {
		const struct settled_copayment *copayment = &facts->copayments[i];

		check_one(facts, copayment, input, effects->service_ore[i], problems);
		is_any = is_any || is_settlement_lowered(copayment, effects->service_ore[i]);
	}
	if (!is_any || !input->is_again)
		return;
	require_person(&facts->caller, problems);
	if (input->reason == NULL)
		problems_add(problems, PROBLEM_FIELD_REQUIRED, "#/reason", NULL, NULL);
}

void decide_settle_aid(const struct settlement_facts *facts, const struct settlement_input *input,
		       struct settlement_effects *effects, struct problems *problems)
{
	if (input == NULL)
		return;
	for (size_t i = 0; i < input->n; i++)
		check(facts, input, i, problems);
	if (problems_any(problems))
		return;
	settle(facts, input->cost_ore, effects, problems->arena);
	check_lowered(facts, input, effects, problems);
	if (input->reason == NULL)
		check_worth(facts, effects, problems);
}

void decide_settle_one(const struct copayment_facts *facts, struct problems *problems)
{
	require_state(problems, facts->state, UNCREDITED);
}

static void check_corrected(const struct copayment_facts *facts, int64_t service_ore,
			    struct problems *problems)
{
	int64_t most_ore = facts->checked_aid_ore + facts->kept_ore;

	if (most_ore > facts->planned_ore)
		most_ore = facts->planned_ore;
	if (service_ore <= facts->settled.service_ore)
		problems_add(problems, PROBLEM_SETTLED_NO_HIGHER, "#/serviceValueOre",
			     words_kroner(problems, facts->settled.service_ore), NULL);
	if (service_ore > most_ore)
		problems_add(problems, PROBLEM_SETTLED_HIGHER, "#/serviceValueOre",
			     words_kroner(problems, service_ore), words_kroner(problems, most_ore));
}

void decide_correct_settlement(const struct copayment_facts *facts,
			       const struct corrected_input *input,
			       struct corrected_effects *effects, struct problems *problems)
{
	require_state(problems, facts->state, UNCREDITED);
	require_person(&facts->caller, problems);
	if (facts->has_relief)
		problems_add(problems, PROBLEM_RELIEF_ASKED, NULL, NULL, NULL);
	if (!facts->has_settled) {
		problems_add(problems, PROBLEM_NOT_SETTLED, NULL, NULL, NULL);
		return;
	}
	require_other(&facts->caller, facts->settled.by, "@did.settle", "@do.correct", problems);
	if (input == NULL)
		return;
	check_corrected(facts, input->service_ore, problems);
	effects->aid_ore =
		input->service_ore > facts->kept_ore ? input->service_ore - facts->kept_ore : 0;
}
