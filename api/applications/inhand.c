#include "api/applications/inhand.h"

#include <string.h>

#include "api/problems/words.h"

bool is_in_grace(const struct in_hand *in_hand)
{
	const struct call_deadline *deadline = &in_hand->deadline;

	if (in_hand->now < deadline->closes_at)
		return true;
	return in_hand->begun_at < deadline->closes_at && in_hand->now < deadline->grace_ends_at;
}

/* A call that was closed before its time has no grace. */
void require_draft_open(const struct in_hand *in_hand, struct problems *problems)
{
	bool is_open = strcmp(in_hand->call_state, "open") == 0;

	if (in_hand->is_leave_asked || in_hand->may_enter || (is_open && is_in_grace(in_hand)))
		return;
	if (!in_hand->has_leave)
		problems_add(problems, PROBLEM_DRAFT_CLOSED, NULL,
			     is_open ? in_hand->deadline.grace_until : "@call_closed", NULL);
	else if (in_hand->today > in_hand->leave_until)
		problems_add(problems, PROBLEM_LEAVE_OVER, NULL,
			     words_date(problems, in_hand->leave_until), NULL);
}

void require_in_hand(const char *state, const struct in_hand *in_hand, struct problems *problems)
{
	require_state(problems, state, "draft, returned");
	if (strcmp(state, "draft") == 0)
		require_draft_open(in_hand, problems);
}
