#include "api/archive/archive.h"

#include "api/problems/words.h"

void decide_retry_message(const struct archive_message_facts *facts, struct problems *problems)
{
	require_state(problems, facts->state, "failed");
	require_person(&facts->caller, problems);
}
