/*
 * Engagements of fagpartnere by hubs: proposed, agreed to, ordered from and invoiced.
 *
 * The sums of an engagement are kept by the database: confirmed <= delivered <= ordered <= ceiling.
 * What is cancelled or not delivered is no longer ordered; what a firm does not confirm stays
 * delivered and is never invoiced. Amounts are øre without VAT, dates days of lib/base/date.h. An
 * `input` of NULL asks only whether the caller may at all.
 */
#ifndef TRINN_API_FAGPARTNERE_ENGAGEMENTS_H
#define TRINN_API_FAGPARTNERE_ENGAGEMENTS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "api/command/caller.h"
#include "api/problems/problems.h"

struct new_engagement_facts {
	struct caller caller;
	int32_t today;
	int64_t id;
	int64_t partner_id;
	const char *fagpartner_state;
	const char *track_state; /* of the one asked for; NULL: the hub has none such */
};

struct new_engagement_input {
	int64_t fagpartner_id, track_id;
	bool has_track;
	const char *title;
	int32_t starts_on, ends_on;
	int64_t hourly_ore, ceiling_minutes;
	bool is_related;
	const char *relation; /* NULL: they are not */
};

struct ordering_firm {
	int64_t id;
	bool is_served; /* followed by the caller's hub */
	bool is_of_track; /* in the programme of the engagement's track, if it has one */
	bool is_of_session; /* one that the order's session is held for, if it has one */
	bool has_people; /* who can confirm its hours */
};

struct invoiced_hours {
	const char *state; /* NULL: the engagement has no such hours */
	int64_t confirmed_minutes;
};

struct entered_invoice {
	bool is_credited, is_claimed;
	bool is_own; /* the caller entered it */
};

struct engagement_facts {
	struct caller caller;
	int32_t today;
	int64_t id;
	const char *state;
	int64_t hub_id, partner_id;
	bool partner_has_people; /* who answer for it */
	int64_t proposed_by;
	bool is_related;
	int32_t starts_on, ends_on;
	int64_t hourly_ore;
	int64_t left_minutes; /* below the ceiling */
	int64_t order_id;
	const char *session_state; /* of an order's session; NULL: the engagement has none such */
	int64_t session_left_minutes; /* planned for it and not ordered */
	struct ordering_firm *firms; /* of an order's input, in its order */
	size_t n_firms;
	struct invoiced_hours *hours; /* of an invoice's input, likewise */
	size_t n_hours;
	bool invoice_is_used;
	bool other_is_used; /* the number of its credit note, or its correct one */
	struct entered_invoice invoice; /* at the engagement, of the number in the input */
	bool has_invoice;
	const char **silent; /* firms with hours to confirm and nobody here to do it: their orgnr */
	size_t n_silent;
};

struct agreement_input {
	const char *note; /* NULL: none */
	bool is_related, has_related; /* as whoever agrees says */
	const char *relation;
};

struct relation_input {
	bool is_related;
	const char *relation; /* NULL: they are not */
	const char *reason;
};

/* Of a fagpartner that is active, and another organisation than the hub, whose own hours are no
 * fagpartner's. Whether the two are related is declared, and how. */
void decide_propose_engagement(const struct new_engagement_facts *facts,
			       const struct new_engagement_input *input, struct problems *problems);

/* By a person of the fagpartner, and not the one who proposed it: one may have roles in both. Where
 * it has none here, by the hub's, who says how it answered, and who is another, too, if the two are
 * related: nobody engages what is their own alone. */
void decide_agree_engagement(const struct engagement_facts *facts,
			     const struct agreement_input *input, struct problems *problems);

/* Hub and fagpartner are related if either of them says so, then or later; that they are not after
 * all is for the county to say, as hours of a related party are looked at. What was declared before
 * is kept. */
void decide_correct_relation(const struct engagement_facts *facts,
			     const struct relation_input *input, struct problems *problems);

/* The fagpartner says no, or the hub takes its proposal back. */
void decide_decline_engagement(const struct engagement_facts *facts, struct problems *problems);

/* The firms that nobody can confirm hours of. */
void warn_of_engagement(const struct engagement_facts *facts, struct problems *warnings);

void decide_end_engagement(const struct engagement_facts *facts, struct problems *problems);

#endif
