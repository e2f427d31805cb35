#include "api/notifications/notifications.h"

#include "api/problems/words.h"

void decide_settle_delivery(const struct delivery_facts *facts, struct problems *problems)
{
	require_state(problems, facts->state, "failed");
	require_person(&facts->caller, problems);
}
