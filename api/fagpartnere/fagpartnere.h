/*
 * Fagpartnere: the register, what a hub engages one for, and the hours that firms get of it.
 *
 * Hours are ordered by the hub for firms it follows, delivered (entered by the fagpartner or the
 * hub), confirmed by the firm, and invoiced. The sums of an engagement are kept by the database:
 * confirmed <= delivered <= ordered <= ceiling. What is cancelled or not delivered is no longer
 * ordered; what the firm does not confirm stays delivered and is never invoiced.
 *
 * Amounts are øre without VAT, dates days of lib/base/date.h. Organisation and person 0 are nobody.
 */
#ifndef TRINN_API_FAGPARTNERE_FAGPARTNERE_H
#define TRINN_API_FAGPARTNERE_FAGPARTNERE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "api/command/caller.h"
#include "api/problems/problems.h"

struct competence {
	const char *code;
};

struct fagpartner_input {
	const char *orgnr; /* NULL in a change: it stays */
	const char *kind, *description, *contact;
	struct competence *competences;
	size_t n_competences;
	const char *competences_json;
};

struct new_fagpartner_facts {
	struct caller caller;
	int64_t id, partner_id;
	bool is_insolvent, is_registered;
};

struct fagpartner_facts {
	struct caller caller;
	int64_t id;
	const char *state;
	int64_t partner_id, hub_id; /* hub 0: the county entered it */
};

struct new_engagement_facts {
	struct caller caller;
	int32_t today;
	int64_t id, partner_id;
	const char *fagpartner_state;
	bool has_track; /* the hub has the track asked for, or none is asked for */
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
};

struct invoiced_hours {
	const char *state; /* NULL: the engagement has no such hours */
	int64_t confirmed_minutes;
};

struct engagement_facts {
	struct caller caller;
	int32_t today;
	int64_t id;
	const char *state;
	int64_t hub_id, partner_id;
	bool partner_has_people; /* who answer for it */
	int32_t starts_on, ends_on;
	int64_t hourly_ore;
	int64_t left_minutes, order_id; /* left below the ceiling */
	struct ordering_firm *firms; /* of an order's input, in its order */
	size_t n_firms;
	struct invoiced_hours *hours; /* of an invoice's input, likewise */
	size_t n_hours;
	bool invoice_is_used;
};

struct agreement_input {
	const char *note; /* NULL: none */
};

struct ordered_firm {
	const char *orgnr;
	int64_t parts; /* 1 without has_parts */
	bool has_parts;
};

struct order_input {
	const char *what;
	int64_t minutes;
	struct ordered_firm *firms;
	size_t n_firms;
	const char *firms_json;
};

struct order_effects {
	int64_t *minutes; /* of each firm */
};

struct invoice_input {
	const char *number;
	int32_t issued_on;
	int64_t amount_ore;
	const char *hours_json; /* their ids */
};

#endif
