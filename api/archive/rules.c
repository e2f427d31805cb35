#include "api/archive/archive.h"

#include "api/problems/words.h"

void decide_retry_message(const struct archive_message_facts *facts, struct problems *problems)
{
	require_state(problems, facts->state, "sent, failed");
	require_person(&facts->caller, problems);
	if (!facts->is_newest)
		problems_add(problems, PROBLEM_MESSAGE_SUPERSEDED, NULL, NULL, NULL);
}
