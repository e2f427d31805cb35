#include "api/calendars/calendars.h"

#include "api/problems/words.h"

void decide_create_feed(const struct new_feed_facts *facts, struct problems *problems)
{
	int64_t most = CALENDAR_FEEDS_MAX;

	if (facts->in_force >= most)
		problems_add(problems, PROBLEM_FEEDS_TOO_MANY, NULL,
			     words_number(problems, most), NULL);
}

void decide_revoke_feed(const struct feed_facts *facts, struct problems *problems)
{
	if (facts->is_revoked)
		problems_add(problems, PROBLEM_FEED_REVOKED, NULL, NULL, NULL);
}
