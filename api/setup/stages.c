#include "api/setup/stages.h"

#include <string.h>

#include "api/enrolments/facts.h"
#include "api/problems/words.h"
#include "lib/base/arena.h"

static bool is_among(const struct stage_input *stages, size_t from, size_t to, int64_t number)
{
	for (size_t i = from; i < to; i++)
		if (stages[i].number == number)
			return true;
	return false;
}

static bool is_gate_repeated(const struct stage_input *stage, size_t j)
{
	const struct gate_input *gate = &stage->gates[j];

	for (size_t k = 0; k < j; k++)
		if (strcmp(stage->gates[k].kind, gate->kind) == 0 &&
		    (!gate->has_stage || stage->gates[k].requires_stage == gate->requires_stage))
			return true;
	return false;
}

void check_profile(const struct profile_input *profile, const char *pointer,
		   struct problems *problems)
{
	if (profile->digital_parts + profile->green_parts == 0)
		problems_add(problems, PROBLEM_PROFILE_EMPTY, pointer, NULL, NULL);
}

/* A gate by completion, and no other, names a stage, below its own, that firms complete. */
static void check_required(const struct stage_input *stages, size_t i, size_t j,
			   struct problems *problems)
{
	const struct gate_input *gate = &stages[i].gates[j];
	bool completed = strcmp(gate->kind, "stage_completed") == 0;
	static const char *const at = "#/stages/%zu/gates/%zu/requiresStage";

	if (completed && !gate->has_stage)
		problems_at(problems, PROBLEM_FIELD_REQUIRED, NULL, NULL, at, i, j);
	else if (!completed && gate->has_stage)
		problems_at(problems, PROBLEM_FIELD_UNKNOWN, NULL, NULL, at, i, j);
	else if (completed && (gate->requires_stage == MOBILISATION ||
			       !is_among(stages, 0, i, gate->requires_stage)))
		problems_at(problems, PROBLEM_STAGE_GATE, words_number(problems, stages[i].number),
			    NULL, at, i, j);
}

/* Whether a firm enrols in a stage below. */
static bool has_stage_below(const struct stage_input *stages, size_t i)
{
	return i > 0 && stages[i - 1].number != MOBILISATION;
}

static bool is_priced_below(const struct stage_input *stages, size_t i)
{
	for (size_t k = 0; k < i; k++)
		if ((stages[k].has_price ? stages[k].price_ore : stages[k].cap_ore) > 0)
			return true;
	return false;
}

/* Keeps firms from where nobody enrols, or asks for what no stage below gives, so that it never
 * opens, or always is. */
static bool is_void(const struct stage_input *stages, size_t i, const char *kind)
{
	if (stages[i].number == MOBILISATION)
		return true;
	if (strcmp(kind, "copayment_settled") == 0)
		return !is_priced_below(stages, i);
	return (strcmp(kind, "attendance") == 0 || strcmp(kind, "deliverable_accepted") == 0) &&
	       !has_stage_below(stages, i);
}

/* A gate by attendance, and no other, names a share. */
static void check_gate(const struct stage_input *stages, size_t i, size_t j,
		       struct problems *problems)
{
	const struct gate_input *gate = &stages[i].gates[j];
	bool attendance = strcmp(gate->kind, "attendance") == 0;

	check_required(stages, i, j, problems);
	if (is_void(stages, i, gate->kind))
		problems_at(problems, PROBLEM_GATE_VOID, words_number(problems, stages[i].number),
			    NULL, "#/stages/%zu/gates/%zu/kind", i, j);
	if (is_gate_repeated(&stages[i], j))
		problems_at(problems, PROBLEM_FIELD_NOT_UNIQUE, NULL, NULL,
			    "#/stages/%zu/gates/%zu", i, j);
	if (attendance && !gate->has_percent)
		problems_at(problems, PROBLEM_FIELD_REQUIRED, NULL, NULL,
			    "#/stages/%zu/gates/%zu/percent", i, j);
	if (!attendance && gate->has_percent)
		problems_at(problems, PROBLEM_FIELD_UNKNOWN, NULL, NULL,
			    "#/stages/%zu/gates/%zu/percent", i, j);
}

static void check_price(const struct stage_input *stage, size_t i, struct problems *problems)
{
	int64_t most_ore = stage->has_price ? stage->price_ore : stage->cap_ore;

	/* Nobody enrols there, and nobody would owe it. */
	if (stage->number == MOBILISATION && most_ore > 0)
		problems_at(problems, PROBLEM_FIELD_UNKNOWN, NULL, NULL,
			    stage->has_price ? "#/stages/%zu/priceOre" : "#/stages/%zu/priceCapOre",
			    i);
	if (stage->has_price && stage->has_cap && stage->price_ore > stage->cap_ore)
		problems_at(problems, PROBLEM_PRICE_OVER_CAP,
			    words_kroner(problems, stage->cap_ore), NULL, "#/stages/%zu/priceOre",
			    i);
	if ((stage->has_price || stage->has_cap) && stage->has_value && stage->value_ore < most_ore)
		problems_at(problems, PROBLEM_VALUE_UNDER_PRICE, words_kroner(problems, most_ore),
			    NULL, "#/stages/%zu/serviceValueOre", i);
}

void check_stages(const struct stage_input *stages, size_t n, struct problems *problems)
{
	for (size_t i = 0; i < n; i++) {
		const struct stage_input *stage = &stages[i];

		if (i > 0 && stage->number <= stages[i - 1].number)
			problems_at(problems, PROBLEM_STAGE_NUMBERS, NULL, NULL,
				    "#/stages/%zu/number", i);
		for (size_t j = 0; j < stage->n_gates; j++)
			check_gate(stages, i, j, problems);
		check_price(stage, i, problems);
		if (stage->has_profile)
			check_profile(&stage->profile,
				      arena_printf(problems->arena, "#/stages/%zu/profile", i),
				      problems);
		if (stage->has_next && !is_among(stages, i + 1, n, stage->next_stage))
			problems_at(problems, PROBLEM_NEXT_STAGE, NULL, NULL,
				    "#/stages/%zu/nextStage", i);
	}
}
