#include "api/tracks/tracks.h"

#include "api/problems/words.h"

void decide_create_track(const struct track_facts *facts, struct problems *problems)
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
}
