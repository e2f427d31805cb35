/* Rules of what is done with several enrolments at once. */
#include <string.h>

#include "api/enrolments/enrolments.h"
#include "api/enrolments/move.h"
#include "api/enrolments/steps.h"
#include "api/problems/words.h"
#include "lib/base/arena.h"

const struct stepping_firm *steps_find(const struct steps_facts *facts,
				       const struct steps_input *input, size_t i)
{
	for (size_t j = 0; j < facts->n_firms; j++)
		if (facts->firms[j].facts.id == input->enrolments[i])
			return &facts->firms[j];
	return NULL;
}

static const struct step {
	const char *name;
	void (*decide)(const struct enrolment_facts *facts, struct problems *problems);
} steps[] = {
	{"start", decide_start},
	{"complete", decide_complete},
	{"finish", decide_finish},
};

static void decide_step(const struct stepping_firm *firm, const struct steps_input *input,
			int64_t n_before, struct problems *found)
{
	struct enrol_input enrol = {.stage = input->stage, .has_wait = true, .n_before = n_before};
	struct enrol_effects effects = {.waits = false};

	/* Each firm that has a place gives up its own. */
	if (input->has_stage)
		require_state(found, firm->facts.state, "prospect, assessed, waiting, completed");
	if (input->has_stage && !problems_any(found))
		decide_enrol(&firm->facts, &enrol, &effects, found);
	for (size_t i = 0; i < sizeof(steps) / sizeof(steps[0]); i++)
		if (strcmp(steps[i].name, input->step) == 0)
			steps[i].decide(&firm->facts, found);
}

void decide_steps(const struct steps_facts *facts, const struct steps_input *input,
		  struct problems *each, struct problems *problems)
{
	int64_t n_done = 0;

	if (input->has_stage != (strcmp(input->step, "enrol") == 0)) {
		problems_add(problems,
			     input->has_stage ? PROBLEM_FIELD_UNKNOWN : PROBLEM_FIELD_REQUIRED,
			     "#/stage", NULL, NULL);
		return;
	}
	for (size_t i = 0; i < input->n_enrolments; i++) {
		const struct stepping_firm *firm = steps_find(facts, input, i);
		struct problems found;

		problems_init(&found, problems->arena);
		if (firm == NULL)
			problems_add(&found, PROBLEM_UNKNOWN_REFERENCE, NULL, "enrolmentId", NULL);
		else
			decide_step(firm, input, n_done, &found);
		for (size_t j = 0; j < found.n; j++)
			problems_at(&each[i], found.list[j].code, found.list[j].args[0],
				    found.list[j].args[1], "#/enrolmentIds/%zu", i);
		n_done += !problems_any(&found);
	}
}

void decide_move(const struct move_facts *facts, struct problems *problems)
{
	require_person(&facts->caller, problems);
	if (facts->n_stages == 0)
		problems_add(problems, PROBLEM_UNKNOWN_REFERENCE, "#/toVersion", "toVersion", NULL);
}

const struct moved_facts *move_find(const struct move_facts *facts, const struct move_input *input,
				    size_t i)
{
	for (size_t j = 0; j < facts->n_enrolments; j++)
		if (facts->enrolments[j].id == input->enrolments[i])
			return &facts->enrolments[j];
	return NULL;
}

static bool has_place(const char *state)
{
	return strcmp(state, "enrolled") == 0 || strcmp(state, "active") == 0;
}

static bool is_repriced(const struct moved_facts *firm)
{
	return has_place(firm->state) && firm->has_share && firm->has_price &&
	       !is_share_of(&firm->price, firm->share.amount_ore, firm->share.service_ore);
}

/* Neither billed nor begun. */
static bool is_share_open(const struct moved_facts *firm)
{
	return strcmp(firm->state, "enrolled") == 0 && strcmp(firm->share.state, "due") == 0;
}

/* The share and the value of the service, as they are and as the version has them. */
static void add_repriced(const struct moved_facts *firm, enum problem_code code,
			 struct problems *problems)
{
	const struct stage_price *price = &firm->price;
	int64_t most_ore = price->has_price ? price->price_ore : price->cap_ore;
	int64_t value_ore = price->has_service ? price->service_ore : firm->share.service_ore;

	problems_add(problems, code, NULL,
		     arena_printf(problems->arena, "%s / %s",
				  words_kroner(problems, firm->share.amount_ore),
				  words_kroner(problems, firm->share.service_ore)),
		     arena_printf(problems->arena, "%s / %s", words_kroner(problems, most_ore),
				  words_kroner(problems, value_ore)));
}

void warn_of_move(const struct moved_facts *firm, struct problems *warnings)
{
	struct enrolment_facts facts = {.gates = firm->gates,
					.n_gates = firm->n_gates,
					.waivers = firm->waivers,
					.n_waivers = firm->n_waivers,
					.way = firm->way};

	check_gates(&facts, firm->stage, warnings);
	if (is_repriced(firm))
		add_repriced(firm, PROBLEM_STAGE_PRICE_STAYS, warnings);
}

void decide_move_one(const struct move_facts *facts, const struct move_input *input, size_t i,
		     struct problems *problems)
{
	const struct moved_facts *firm = move_find(facts, input, i);

	if (firm == NULL) {
		problems_add(problems, PROBLEM_NOT_FOUND, NULL, NULL, NULL);
		return;
	}
	require_state(problems, firm->state, UNDER_WAY);
	if (firm->programme_version == input->to_version)
		problems_add(problems, PROBLEM_VERSION_SAME, NULL,
			     words_number(problems, input->to_version), NULL);
	if (firm->has_stage && !contains_number(facts->stages, facts->n_stages, firm->stage))
		problems_add(problems, PROBLEM_STAGE_UNKNOWN, NULL,
			     words_numbers(problems, facts->stages, facts->n_stages), NULL);
	if (has_place(firm->state) && !firm->owes && firm->has_price && is_priced(&firm->price))
		problems_add(problems, PROBLEM_STAGE_PRICED, NULL,
			     words_number(problems, firm->stage), NULL);
	if (is_repriced(firm) && is_share_open(firm))
		add_repriced(firm, PROBLEM_STAGE_REPRICED, problems);
}
