#include "api/tracks/tracks.h"

#include "api/problems/words.h"

void decide_create_track(const struct track_facts *facts, struct problems *problems)
{
	if (facts->programme_state == NULL)
		problems_add(problems, PROBLEM_UNKNOWN_REFERENCE, "#/programmeId", "programmeId",
			     NULL);
	else
		require_state(problems, facts->programme_state, "active");
}
