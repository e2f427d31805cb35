/*
 * Evaluation (vurdering) of applications by the criteria of their call.
 *
 * A caseworker checks the requirements first; an applicant that does not meet them is ineligible,
 * and nobody scores it. Otherwise the county names assessors, who score each criterion of quality
 * by themselves. Until as many as the call asks for and all who are named have done so, row-level
 * security keeps each one's scores from everybody else. Then the caseworker consolidates them: a
 * score for each criterion, with a reason wherever somebody gave another.
 *
 * Scores are whole points from 0 to the scale of the call, weights basis points that come to the
 * whole. What an application is worth is the sum of weight times score over the scale, in basis
 * points, rounded half up.
 *
 * Nobody who applied or is disqualified assesses, nor anybody of whom a question of it stands open.
 * A released assessor's scores do not count. Whoever has seen others' scores does not change their
 * own. What goes back to the applicant is evaluated anew; what a decider sends back is consolidated
 * anew: the triggers of sql/migrations/0017_evaluations.sql see to that.
 *
 * The applicant reads the requirements, the consolidated scores and their reasons once it may read
 * the decision that rests on them: they are its grounds (fvl. § 25), and the party has access to
 * its case (§ 18). What each assessor gave prepares the decision within the county (§ 18 a) and is
 * not shown, nor how others rank (§§ 13, 19): an assessor who knows that the applicant will read
 * whose score was lowest writes for the applicant.
 *
 * Ranks: trinn.ranking(call) in SQL gives (application_id, evaluation_id, total_bp,
 * is_below_minimum, rank) of the consolidated applications of a call, one rank for all who ask;
 * {ranked} of sql/queries/evaluations.sql joins it with those that the caller may read. To show a
 * member of the steering group more than they assess, such as an agenda, add to
 * trinn.shown_applications().
 */
#ifndef TRINN_API_EVALUATIONS_EVALUATIONS_H
#define TRINN_API_EVALUATIONS_EVALUATIONS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "api/evaluations/facts.h"
#include "api/problems/problems.h"

struct application_facts;

struct checked_requirement {
	int64_t criterion_id;
	bool is_met;
	const char *grounds; /* NULL: none, which is enough of one that is met */
};

struct new_evaluation_input {
	struct checked_requirement *requirements;
	size_t n_requirements;
	const char *requirements_json;
	const char *reason; /* why it is evaluated anew; NULL: it is not */
};

struct scored_criterion {
	int64_t criterion_id;
	int64_t score;
	const char *grounds; /* of a consolidated one; NULL: none */
};

struct scores_input {
	struct scored_criterion *scores;
	size_t n_scores;
	const char *scores_json;
	const char *grounds; /* of the consolidation as a whole */
};

struct scores_effects {
	int64_t total_bp;
	bool is_below_minimum;
};

struct assessor_input {
	int64_t person_id;
	const char *reason; /* why released */
};

/* `input` is NULL to ask only whether it may be done; so below. */
void decide_begin_evaluation(const struct application_facts *facts,
			     const struct new_evaluation_input *input, struct problems *problems);

/* The state a new evaluation begins in. */
const char *evaluation_state(const struct new_evaluation_input *input);

void decide_name_assessor(const struct evaluation_facts *facts, const struct assessor_input *input,
			  struct problems *problems);
void decide_release_assessor(const struct evaluation_facts *facts,
			     const struct assessor_input *input, struct problems *problems);
void decide_hand_in(const struct evaluation_facts *facts, const struct scores_input *input,
		    struct scores_effects *effects, struct problems *problems);
void decide_consolidate(const struct evaluation_facts *facts, const struct scores_input *input,
			struct scores_effects *effects, struct problems *problems);

/* scored if all are in, not counting `released`, once `scoring` has handed in; 0: nobody; else
 * scoring. */
const char *state_with(const struct evaluation_facts *facts, int64_t scoring, int64_t released);

/* NULL if the person is not and was not one. */
const struct assessor *find_assessor(const struct evaluation_facts *facts, int64_t person_id);

/* That the caller has the case, or nobody has, did not apply, and it is not decided on. */
void require_own_case(const struct caller *caller, const struct evaluated_case *application,
		      struct problems *problems);

#endif
