/*
 * The log of contacts with a firm, for the hub that wrote it and the county staff that follow the
 * hubs: working notes of how a firm was won, in which its people speak of others. A firm may ask
 * the county for what is noted of it; it does not read along.
 *
 * Dates are days of lib/base/date.h, in Norway. `input` is NULL to ask only whether it may be done.
 */
#ifndef TRINN_API_MOBILISATION_CONTACTS_H
#define TRINN_API_MOBILISATION_CONTACTS_H

#include <stdbool.h>
#include <stdint.h>

#include "api/command/caller.h"
#include "api/enrolments/facts.h"
#include "api/problems/problems.h"

struct contact_input {
	int32_t on_day;
	const char *content; /* the whole body, JSON, here and below */
};

struct contact_facts {
	struct caller caller;
	int32_t today;
	int64_t id;
	int64_t enrolment_id;
	bool is_void;
	struct way_days days;
};

struct correct_contact_input {
	int32_t on_day;
	bool has_day; /* else it stays */
	const char *reason;
	const char *content;
};

/* What was said is noted after it was, and not from before the firm was won: a year before it was
 * followed is a wrong date. */
void decide_note_contact(const struct enrolment_facts *facts, const struct contact_input *input,
			 struct problems *problems);

/* Of the hub that noted it, with why; what it said is kept. One noted of another firm is void, and
 * noted anew of the right one: it counts as no contact, and stays as it is. */
void decide_correct_contact(const struct contact_facts *facts,
			    const struct correct_contact_input *input, struct problems *problems);

#endif
