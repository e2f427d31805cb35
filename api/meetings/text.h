/* The minutes as people read them, made of what happened. */
#ifndef TRINN_API_MEETINGS_TEXT_H
#define TRINN_API_MEETINGS_TEXT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "api/conditions/conditions.h"
#include "api/problems/problems.h"

struct recorded_person {
	const char *name; /* NULL: not known to the county any more */
	const char *seat;
	const char *vote; /* for, against or abstained */
	const char *why;  /* who stood back */
	bool is_present, has_presence;
};

struct recorded_tally {
	int64_t n_for, n_against, n_abstained;
	bool by_casting_vote;
	struct recorded_person *votes;
	size_t n_votes;
	struct recorded_person *out;
	size_t n_out;
};

struct recorded_proposal {
	int64_t number;
	const char *outcome;
	int64_t amount_ore;
	const char *grounds;
	struct given_conditions conditions;
	int64_t *lifts; /* conditions that the appeals board lifts */
	size_t n_lifts;
	const char *state;
	const char *reason; /* why no valid vote was taken */
	bool by_hands;
	struct recorded_tally tally;
	bool has_tally;
};

struct recorded_recommendation {
	const char *outcome;
	int64_t amount_ore;
	struct given_conditions conditions;
	int64_t *lifts; /* conditions that an answer to an appeal lifts */
	size_t n_lifts;
};

struct recorded_name {
	const char *nb, *en;
};

/* An amendment. */
struct recorded_refusal {
	struct recorded_name name; /* of what it asked for */
};

/* What is appealed against, what is asked, and the answer that is proposed. */
struct recorded_appeal {
	const char *asked;
	struct recorded_recommendation decision, proposal;
	struct recorded_refusal refused; /* rather than a decision */
	bool has_decision, is_of_refusal;
	bool is_forwarded; /* the appeals board has it before it */
};

/* What is asked for, and what is prepared. */
struct recorded_amendment {
	const char *nb, *en; /* what of its kind is called */
	const char *outcome;
};

/* The decision, and what is proposed to make of it. */
struct recorded_reversal {
	struct recorded_recommendation decision, proposal;
};

struct recorded_item {
	int64_t number;
	const char *case_number, *title, *applicant;
	struct recorded_appeal appeal;
	bool is_appeal;
	struct recorded_amendment amendment;
	bool is_amendment;
	struct recorded_reversal reversal;
	bool is_reversal;
	struct recorded_recommendation recommendation;
	bool has_recommendation;
	const char *state;
	const char *reason; /* why it was withdrawn */
	struct recorded_proposal *proposals;
	size_t n_proposals;
};

struct record {
	const char *body;
	int64_t number, year;
	int32_t day;
	const char *time;
	const char *place;
	const char *presided_by;
	struct recorded_person *attendance;
	size_t n_attendance;
	struct recorded_item *items;
	size_t n_items;
};

/* NULL, and logged, if the JSON of the database does not fit. The record lives in the arena. */
const struct record *record_read(const char *json, struct arena *arena);

/* In the arena. Remarks and the reason of a correction may be NULL. */
const char *minutes_text(const struct record *record, const char *remarks, const char *reason,
			 enum language language, struct arena *arena);

#endif
