#include "api/tracks/tracks.h"

#include "api/problems/words.h"

static void require_title(bool is_taken, struct problems *problems)
{
	if (is_taken)
		problems_add(problems, PROBLEM_TRACK_TITLE_TAKEN, "#/title", NULL, NULL);
}

void decide_create_track(const struct new_track_facts *facts, struct problems *problems)
{
	if (facts->programme_state == NULL) {
		problems_add(problems, PROBLEM_UNKNOWN_REFERENCE, "#/programmeId", "programmeId",
			     NULL);
		return;
	}
	require_state(problems, facts->programme_state, "active");
	if (!facts->is_delivered)
		problems_add(problems, PROBLEM_PROGRAMME_NOT_DELIVERED, "#/programmeId", NULL,
			     NULL);
	require_title(facts->is_title_taken, problems);
}

void decide_change_track(const struct track_facts *facts, struct problems *problems)
{
	require_state(problems, facts->state, "open");
	require_title(facts->is_title_taken, problems);
}

static void require_over(int64_t n, enum problem_code code, struct problems *problems)
{
	if (n > 0)
		problems_add(problems, code, NULL, words_number(problems, n), NULL);
}

void decide_end_track(const struct track_facts *facts, struct problems *problems)
{
	require_state(problems, facts->state, "open");
	require_over(facts->n_cohorts, PROBLEM_TRACK_COHORTS, problems);
	require_over(facts->n_engagements, PROBLEM_TRACK_ENGAGEMENTS, problems);
	require_over(facts->n_applications, PROBLEM_TRACK_APPLICATIONS, problems);
}
