/* Rules of what is done with several enrolments at once. */
#include <string.h>

#include "api/enrolments/enrolments.h"
#include "api/enrolments/move.h"
#include "api/enrolments/steps.h"
#include "api/problems/words.h"

const struct stepping_firm *steps_find(const struct steps_facts *facts,
				       const struct steps_input *input, size_t i)
{
	for (size_t j = 0; j < facts->n_firms; j++)
		if (facts->firms[j].id == input->enrolments[i])
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

void decide_step(const struct steps_facts *facts, const struct steps_input *input, size_t i,
		 struct problems *problems)
{
	const struct stepping_firm *firm = steps_find(facts, input, i);
	struct enrolment_facts one;
	struct problems found;

	if (firm == NULL) {
		problems_at(problems, PROBLEM_UNKNOWN_REFERENCE, "enrolmentId", NULL,
			    "#/enrolmentIds/%zu", i);
		return;
	}
	one = (struct enrolment_facts){.state = firm->state,
				       .is_aid_refused = firm->is_aid_refused,
				       .is_aid_unchecked = firm->is_aid_unchecked};
	problems_init(&found, problems->arena);
	for (size_t j = 0; j < sizeof(steps) / sizeof(steps[0]); j++)
		if (strcmp(steps[j].name, input->step) == 0)
			steps[j].decide(&one, &found);
	for (size_t j = 0; j < found.n; j++)
		problems_at(problems, found.list[j].code, found.list[j].args[0],
			    found.list[j].args[1], "#/enrolmentIds/%zu", i);
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
			     words_numbers(problems, &input->to_version, 1), NULL);
	if (firm->has_stage && !contains_number(facts->stages, facts->n_stages, firm->stage))
		problems_add(problems, PROBLEM_STAGE_UNKNOWN, NULL,
			     words_numbers(problems, facts->stages, facts->n_stages), NULL);
	if (has_place(firm->state) && !firm->owes &&
	    contains_number(facts->priced, facts->n_priced, firm->stage))
		problems_add(problems, PROBLEM_STAGE_PRICED, NULL,
			     words_numbers(problems, &firm->stage, 1), NULL);
}
