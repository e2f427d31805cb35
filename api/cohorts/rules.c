#include "api/cohorts/cohorts.h"

#include "api/enrolments/facts.h"
#include "api/problems/words.h"

#define DELIVERING "planned, running"

/* The days that the accepted grants of the stage cover; false if there is none. */
static bool find_period(const struct granted_stage *granted, size_t n, int64_t stage,
			int32_t *first_out, int32_t *last_out)
{
	bool found = false;

	for (size_t i = 0; i < n; i++) {
		if (granted[i].stage != stage && stage != MOBILISATION)
			continue;
		if (!found || granted[i].starts_on < *first_out)
			*first_out = granted[i].starts_on;
		if (!found || granted[i].ends_on > *last_out)
			*last_out = granted[i].ends_on;
		found = true;
	}
	return found;
}

static void check_period(const struct granted_stage *granted, size_t n, int64_t stage,
			 const struct cohort_plan *plan, struct problems *problems)
{
	const char *first_text, *last_text;
	int32_t first = 0, last = 0; /* gcc does not see that they are set */

	require_order(problems, plan->starts_on, plan->ends_on, "#/endsOn");
	if (!find_period(granted, n, stage, &first, &last)) {
		problems_add(problems, PROBLEM_STAGE_NOT_GRANTED, NULL, NULL, NULL);
		return;
	}
	first_text = words_date(problems, first);
	last_text = words_date(problems, last);
	if (plan->starts_on < first)
		problems_add(problems, PROBLEM_PERIOD_OUTSIDE, "#/startsOn", first_text, last_text);
	if (plan->ends_on > last)
		problems_add(problems, PROBLEM_PERIOD_OUTSIDE, "#/endsOn", first_text, last_text);
}

void decide_create_cohort(const struct track_facts *facts, const struct cohort_plan *input,
			  struct problems *problems)
{
	require_state(problems, facts->state, "open");
	if (input == NULL && facts->n_granted == 0)
		problems_add(problems, PROBLEM_STAGE_NOT_GRANTED, NULL, NULL, NULL);
	if (input == NULL)
		return;
	if (!contains_number(facts->stages, facts->n_stages, input->stage))
		problems_add(problems, PROBLEM_FIELD_ENUM, "#/stage",
			     words_numbers(problems, facts->stages, facts->n_stages), NULL);
	check_period(facts->granted, facts->n_granted, input->stage, input, problems);
}

void decide_change_cohort(const struct cohort_facts *facts, const struct cohort_plan *input,
			  struct problems *problems)
{
	require_state(problems, facts->state, DELIVERING);
	if (input == NULL)
		return;
	check_period(facts->granted, facts->n_granted, facts->stage, input, problems);
	if (facts->has_first &&
	    (input->starts_on > facts->first_on || input->ends_on < facts->last_on))
		problems_add(problems, PROBLEM_SESSIONS_OUTSIDE, NULL,
			     words_date(problems, facts->first_on),
			     words_date(problems, facts->last_on));
	if (input->has_capacity && input->capacity < facts->taken)
		problems_add(problems, PROBLEM_FIELD_TOO_SMALL, "#/capacity",
			     words_number(problems, facts->taken), NULL);
}

static void check_candidate(const struct cohort_facts *facts, size_t i, bool has_place,
			    struct problems *problems)
{
	const struct candidate *candidate = &facts->candidates[i];

	if (!candidate->is_served)
		problems_at(problems, PROBLEM_UNKNOWN_REFERENCE, "enrolmentId", NULL,
			    "#/enrolmentIds/%zu", i);
	else if (candidate->member_of != NULL)
		problems_at(problems, PROBLEM_IN_COHORT, candidate->member_of, NULL,
			    "#/enrolmentIds/%zu", i);
	else if (!candidate->is_in_stage)
		problems_at(problems, PROBLEM_NOT_IN_STAGE,
			    words_number(problems, facts->stage), NULL,
			    "#/enrolmentIds/%zu", i);
	else if (!has_place)
		problems_at(problems, PROBLEM_COHORT_FULL,
			    words_number(problems, facts->capacity), NULL,
			    "#/enrolmentIds/%zu", i);
}

void decide_add_firms(const struct cohort_facts *facts, struct problems *each,
		      struct problems *problems)
{
	int64_t taken = facts->taken;

	require_state(problems, facts->state, DELIVERING);
	if (facts->n_candidates == 0 && facts->has_capacity && taken >= facts->capacity)
		problems_add(problems, PROBLEM_COHORT_FULL, NULL,
			     words_number(problems, facts->capacity), NULL);
	for (size_t i = 0; i < facts->n_candidates; i++) {
		bool has_place = !facts->has_capacity || taken < facts->capacity;

		check_candidate(facts, i, has_place, &each[i]);
		if (!problems_any(&each[i]))
			taken++;
	}
}

void decide_remove_firms(const struct cohort_facts *facts, struct problems *each,
			 struct problems *problems)
{
	require_state(problems, facts->state, DELIVERING);
	for (size_t i = 0; i < facts->n_candidates; i++) {
		const struct candidate *candidate = &facts->candidates[i];

		if (!candidate->is_member)
			problems_at(&each[i], PROBLEM_UNKNOWN_REFERENCE, "enrolmentId", NULL,
				    "#/enrolmentIds/%zu", i);
		else if (candidate->n_planned > 0)
			problems_at(&each[i], PROBLEM_FIRM_EXPECTED,
				    words_number(problems, candidate->n_planned), NULL,
				    "#/enrolmentIds/%zu", i);
	}
}

void decide_start_cohort(const struct cohort_facts *facts, struct problems *problems)
{
	require_state(problems, facts->state, "planned");
	if (facts->taken == 0)
		problems_add(problems, PROBLEM_COHORT_EMPTY, NULL, NULL, NULL);
}

void decide_end_cohort(const struct cohort_facts *facts, struct problems *problems)
{
	require_state(problems, facts->state, "running");
	if (facts->n_planned > 0)
		problems_add(problems, PROBLEM_SESSIONS_PLANNED, NULL,
			     words_number(problems, facts->n_planned), NULL);
}

void decide_cancel_cohort(const struct cohort_facts *facts, struct problems *problems)
{
	require_state(problems, facts->state, DELIVERING);
	if (facts->n_held > 0)
		problems_add(problems, PROBLEM_SESSIONS_HELD, NULL,
			     words_number(problems, facts->n_held), NULL);
}
