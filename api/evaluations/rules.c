/* Who assesses what: the check of the requirements, naming and releasing assessors. */
#include "api/evaluations/evaluations.h"

#include <string.h>

#include "api/applications/facts.h"
#include "api/problems/words.h"

/* Nobody prepares what they applied for, nor a case that somebody else has. */
static void require_case(const struct caller *caller, const struct evaluated_case *application,
			 struct problems *problems)
{
	require_state(problems, application->state, "submitted, in_review");
	require_person(caller, problems);
	if (application->caller_applied)
		problems_add(problems, PROBLEM_FOUR_EYES, NULL, "@did.apply", "@do.assess");
}

void require_own_case(const struct caller *caller, const struct evaluated_case *application,
		      struct problems *problems)
{
	require_case(caller, application, problems);
	if (application->has_caseworker && application->caseworker_id != caller->person_id)
		problems_add(problems, PROBLEM_NOT_CASEWORKER, NULL, application->caseworker, NULL);
}

static void check_requirement(const struct evaluated_facts *facts,
			      const struct new_evaluation_input *input, size_t i,
			      struct problems *problems)
{
	const struct checked_requirement *checked = &input->requirements[i];

	if (!contains_number(facts->requirements, facts->n_requirements, checked->criterion_id))
		problems_at(problems, PROBLEM_UNKNOWN_REFERENCE, "criterionId", NULL,
			    "#/requirements/%zu/criterionId", i);
	if (IS_NUMBER_REPEATED(input->requirements, criterion_id, i))
		problems_at(problems, PROBLEM_CRITERION_REPEATED, NULL, NULL,
			    "#/requirements/%zu/criterionId", i);
	if (!checked->is_met && checked->grounds == NULL)
		problems_at(problems, PROBLEM_FIELD_REQUIRED, NULL, NULL,
			    "#/requirements/%zu/grounds", i);
}

void decide_begin_evaluation(const struct application_facts *facts,
			     const struct new_evaluation_input *input, struct problems *problems)
{
	const struct evaluated_facts *evaluation = &facts->decision.evaluation;
	struct evaluated_case application = {
		.state = facts->state,
		.caseworker_id = facts->caseworker_id,
		.has_caseworker = facts->has_caseworker,
		.caseworker = facts->caseworker,
		.caller_applied = facts->decision.caller_applied,
	};

	require_own_case(&facts->caller, &application, problems);
	if (!facts->decision.has_criteria)
		problems_add(problems, PROBLEM_NO_CRITERIA, NULL, NULL, NULL);
	if (input == NULL)
		return;
	if (evaluation->state != NULL && input->reason == NULL)
		problems_add(problems, PROBLEM_EVALUATION_STANDS, "#/reason",
			     arena_printf(problems->arena, "@%s", evaluation->state), NULL);
	for (size_t i = 0; i < input->n_requirements; i++)
		check_requirement(evaluation, input, i, problems);
	if (input->n_requirements < evaluation->n_requirements)
		problems_add(problems, PROBLEM_CRITERIA_LEFT, "#/requirements", NULL, NULL);
}

const char *evaluation_state(const struct new_evaluation_input *input)
{
	for (size_t i = 0; i < input->n_requirements; i++)
		if (!input->requirements[i].is_met)
			return "ineligible";
	return "scoring";
}

const struct assessor *find_assessor(const struct evaluation_facts *facts, int64_t person_id)
{
	for (size_t i = 0; i < facts->n_assessors; i++)
		if (facts->assessors[i].person_id == person_id)
			return &facts->assessors[i];
	return NULL;
}

static void check_candidate(const struct candidate *candidate, struct problems *problems)
{
	if (!candidate->may_assess)
		problems_add(problems, PROBLEM_NOT_FOR_ASSESSING, "#/personId", candidate->name,
			     NULL);
	if (candidate->applied)
		problems_add(problems, PROBLEM_FOUR_EYES, "#/personId", "@did.apply", "@do.assess");
	if (candidate->is_questioned)
		problems_add(problems, PROBLEM_ASSESSOR_DISQUALIFIED, "#/personId", candidate->name,
			     NULL);
}

void decide_name_assessor(const struct evaluation_facts *facts, const struct assessor_input *input,
			  struct problems *problems)
{
	require_state(problems, facts->state, "scoring, scored");
	require_case(&facts->caller, &facts->application, problems);
	if (input == NULL)
		return;
	if (!facts->has_candidate) {
		problems_add(problems, PROBLEM_UNKNOWN_REFERENCE, "#/personId", "personId", NULL);
		return;
	}
	check_candidate(&facts->candidate, problems);
	if (find_assessor(facts, input->person_id) != NULL)
		problems_add(problems, PROBLEM_ASSESSOR_NAMED, "#/personId", facts->candidate.name,
			     NULL);
	else if (facts->candidate.could_read_scores)
		problems_add(problems, PROBLEM_SCORES_SEEN, "#/personId", NULL, NULL);
}

void decide_release_assessor(const struct evaluation_facts *facts,
			     const struct assessor_input *input, struct problems *problems)
{
	const struct assessor *assessor;

	require_state(problems, facts->state, "scoring, scored, consolidated");
	require_case(&facts->caller, &facts->application, problems);
	if (input == NULL)
		return;
	assessor = find_assessor(facts, input->person_id);
	if (assessor == NULL || strcmp(assessor->state, "released") == 0)
		problems_add(problems, PROBLEM_UNKNOWN_REFERENCE, "#/personId", "personId", NULL);
}

const char *state_with(const struct evaluation_facts *facts, int64_t scoring, int64_t released)
{
	int64_t n_scored = 0;

	for (size_t i = 0; i < facts->n_assessors; i++) {
		const struct assessor *assessor = &facts->assessors[i];

		if (assessor->person_id == released || strcmp(assessor->state, "released") == 0)
			continue;
		if (assessor->person_id != scoring && strcmp(assessor->state, "named") == 0)
			return "scoring";
		n_scored++;
	}
	return n_scored >= facts->assessors_needed ? "scored" : "scoring";
}
