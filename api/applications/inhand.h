/* Until when an applicant may change what it has in hand. */
#ifndef TRINN_API_APPLICATIONS_INHAND_H
#define TRINN_API_APPLICATIONS_INHAND_H

#include <stdbool.h>
#include <stdint.h>

#include "api/applications/call.h"

struct problems;

struct in_hand {
	const char *call_state;
	int32_t today;
	int64_t now, begun_at;      /* seconds since 1970 */
	struct call_deadline deadline;
	int32_t leave_until;        /* to submit late */
	bool has_leave;
	bool may_enter;             /* the caller, what came to the county in time */
	bool is_leave_asked;        /* and not decided */
};

extern const struct shape in_hand_shape;

/* Before the call closes, and for what was begun by then until the grace ends. */
bool is_in_grace(const struct in_hand *in_hand);

/* A draft until the call has closed; one that was begun in time, until the grace ends; one with
 * leave to be late, until the day of that. While leave is asked for it may be changed as well: it
 * is nobody's but the applicant's, and the day that leave gives may be near. For what came to the
 * county in time, whoever entered it has some days. */
void require_draft_open(const struct in_hand *in_hand, struct problems *problems);

/* The same of a draft; what was returned is open until it is sent. */
void require_in_hand(const char *state, const struct in_hand *in_hand,
		     struct problems *problems);

#endif
