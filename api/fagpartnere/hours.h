/*
 * Hours of one firm, once they are ordered.
 *
 * Each party says its own, so that confirmed is at most delivered and delivered at most ordered:
 * the delivery stands as fagpartner or hub entered it, and what the firm confirms less is disputed.
 * Only the confirmed is invoiced, and figures of delivery (theme mix, own share, reports) leave the
 * disputed out. A dispute ends when the firm confirms more, as it may until its hours are invoiced,
 * or when fagpartner or hub gives in and withdraws the delivery, to enter what was agreed; of a
 * session the hub puts right who came and how long, and with that the delivery (sessions.h). Until
 * then both have a task, while the engagement runs.
 */
#ifndef TRINN_API_FAGPARTNERE_HOURS_H
#define TRINN_API_FAGPARTNERE_HOURS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "api/command/caller.h"
#include "api/problems/problems.h"

/* Of the hours' engagement. */
struct tied_session {
	const char *state;
	bool is_for_firm;
	int64_t left_minutes; /* planned, and not ordered */
};

struct hours_facts {
	struct caller caller;
	int32_t today;
	int64_t id;
	const char *state;
	bool is_of_session; /* ordered for one, and delivered when it is held */
	int64_t engagement_id, hub_id, firm_id;
	const char *firm; /* orgnr */
	bool firm_has_people;
	int64_t ordered_minutes, delivered_minutes, confirmed_minutes;
	int64_t ordered_by, delivered_by;
	int32_t starts_on, ends_on; /* of the engagement; not told to the firm */
	bool has_period;
	int64_t left_minutes; /* below the engagement's ceiling; likewise */
	struct tied_session session; /* that they are to be tied to */
	bool has_session;
};

struct tie_input {
	int64_t session_id;
};

struct deliver_input {
	int64_t minutes;
	int32_t delivered_on;
};

struct confirm_input {
	int64_t minutes;
	const char *dispute; /* why these are fewer than delivered; NULL: they are not */
};

/* To a planned session, as if they had been ordered for it, and so no more than is planned of it.
 * What is delivered already counts as it is. */
void decide_tie_hours(const struct hours_facts *facts, const struct tie_input *input,
		      struct problems *problems);

/* At most what was ordered, on a day of the engagement that has come. Those of a session follow
 * it. */
void decide_deliver_hours(const struct hours_facts *facts, const struct deliver_input *input,
			  struct problems *problems);

/* Before the firm has confirmed it, or while it disputes it. All that was ordered is ordered again,
 * so there must be room for what the delivery freed. */
void decide_withdraw_delivery(const struct hours_facts *facts, struct problems *problems);

/* By a person of the firm, and neither who ordered them nor who entered the delivery: one may have
 * roles in several of the three. What was confirmed is only raised: the fagpartner relies on it. */
void decide_confirm_hours(const struct hours_facts *facts, const struct confirm_input *input,
			  struct problems *problems);

/* Where nobody of the firm can confirm what is ordered or delivered: somebody there must be given
 * the role, by the county, which has a task. */
void warn_of_hours(const struct hours_facts *facts, struct problems *warnings);

/* What is delivered can no longer be cancelled; the firm confirms less of it instead. */
void decide_cancel_hours(const struct hours_facts *facts, struct problems *problems);

#endif
