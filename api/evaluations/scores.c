/* What the scores come to: an assessor's own, and the consolidated ones. */
#include "api/evaluations/evaluations.h"

#include <string.h>

#include "api/problems/words.h"

static const struct weighed_criterion *find_criterion(const struct evaluation_facts *facts,
						      int64_t id)
{
	for (size_t i = 0; i < facts->n_criteria; i++)
		if (facts->criteria[i].id == id)
			return &facts->criteria[i];
	return NULL;
}

static void check_score(const struct evaluation_facts *facts, const struct scores_input *input,
			size_t i, struct problems *problems)
{
	const struct scored_criterion *scored = &input->scores[i];

	if (find_criterion(facts, scored->criterion_id) == NULL)
		problems_at(problems, PROBLEM_UNKNOWN_REFERENCE, "criterionId", NULL,
			    "#/scores/%zu/criterionId", i);
	if (IS_NUMBER_REPEATED(input->scores, criterion_id, i))
		problems_at(problems, PROBLEM_CRITERION_REPEATED, NULL, NULL,
			    "#/scores/%zu/criterionId", i);
	if (scored->score > facts->scale)
		problems_at(problems, PROBLEM_SCORE_TOO_HIGH, words_number(problems, facts->scale),
			    NULL, "#/scores/%zu/score", i);
}

/* Each criterion of the call once. */
static void check_scores(const struct evaluation_facts *facts, const struct scores_input *input,
			 struct problems *problems)
{
	for (size_t i = 0; i < input->n_scores; i++)
		check_score(facts, input, i, problems);
	if (input->n_scores < facts->n_criteria)
		problems_add(problems, PROBLEM_CRITERIA_LEFT, "#/scores", NULL, NULL);
}

static void weigh(const struct evaluation_facts *facts, const struct scores_input *input,
		  struct scores_effects *effects)
{
	int64_t weighed = 0;

	for (size_t i = 0; i < input->n_scores; i++) {
		const struct scored_criterion *scored = &input->scores[i];
		const struct weighed_criterion *criterion =
			find_criterion(facts, scored->criterion_id);

		if (criterion == NULL)
			continue;
		weighed += criterion->weight_bp * scored->score;
		if (criterion->has_minimum && scored->score < criterion->minimum)
			effects->is_below_minimum = true;
	}
	effects->total_bp = (2 * weighed + facts->scale) / (2 * facts->scale);
}

static void require_assessor(const struct evaluation_facts *facts, struct problems *problems)
{
	const struct assessor *own = find_assessor(facts, facts->caller.person_id);

	if (own == NULL || strcmp(own->state, "released") == 0) {
		problems_add(problems, PROBLEM_NOT_ASSESSOR, NULL, NULL, NULL);
		return;
	}
	if (own->is_questioned)
		problems_add(problems, PROBLEM_DISQUALIFIED, NULL, "@stands_back.raised", NULL);
	if (facts->was_opened && strcmp(own->state, "scored") == 0)
		problems_add(problems, PROBLEM_SCORES_SEEN, NULL, NULL, NULL);
}

void decide_hand_in(const struct evaluation_facts *facts, const struct scores_input *input,
		    struct scores_effects *effects, struct problems *problems)
{
	require_state(problems, facts->state, "scoring");
	require_state(problems, facts->application.state, "submitted, in_review");
	require_person(&facts->caller, problems);
	require_assessor(facts, problems);
	if (input == NULL)
		return;
	check_scores(facts, input, problems);
	weigh(facts, input, effects);
}

/* Where all gave this score there is nothing to explain. */
static bool all_gave(const struct evaluation_facts *facts, const struct scored_criterion *scored)
{
	for (size_t i = 0; i < facts->n_given; i++)
		if (facts->given[i].criterion_id == scored->criterion_id &&
		    facts->given[i].score != scored->score)
			return false;
	return true;
}

void decide_consolidate(const struct evaluation_facts *facts, const struct scores_input *input,
			struct scores_effects *effects, struct problems *problems)
{
	require_state(problems, facts->state, "scored");
	require_own_case(&facts->caller, &facts->application, problems);
	for (size_t i = 0; i < facts->n_assessors; i++)
		if (facts->assessors[i].is_questioned &&
		    strcmp(facts->assessors[i].state, "released") != 0)
			problems_add(problems, PROBLEM_ASSESSOR_DISQUALIFIED, NULL,
				     facts->assessors[i].name, NULL);
	if (input == NULL)
		return;
	check_scores(facts, input, problems);
	for (size_t i = 0; i < input->n_scores; i++)
		if (input->scores[i].grounds == NULL && !all_gave(facts, &input->scores[i]))
			problems_at(problems, PROBLEM_SCORE_GROUNDS, NULL, NULL,
				    "#/scores/%zu/grounds", i);
	weigh(facts, input, effects);
}
