/*
 * Cohorts (kull): one run of one stage of a hub's track, with its firms. Dates are days of
 * lib/base/date.h in Norway.
 *
 * A cohort is planned under a grant that the hub has accepted for the stage, and lies within the
 * period of its application, as no other costs can be claimed. One of Trinn 0 has the firms that
 * are won in it, prospects and assessed, so that their interviews can be planned; mobilisation is
 * part of every track, and any of its grants covers it. A stage that a new version of the programme
 * leaves out has cohorts as long as firms of the hub stay on a version that has it. A cohort is
 * cancelled while nothing was held in it, and otherwise ended: what was held counts, and was paid
 * for.
 *
 * A firm that drops out, finishes, goes on to another stage or is handed over to another hub leaves
 * its cohorts with that step: the database frees the place, keeps the row with the day, and records
 * it in the cohort's chain. One that has completed the stage stays in the cohort to its end.
 */
#ifndef TRINN_API_COHORTS_COHORTS_H
#define TRINN_API_COHORTS_COHORTS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "api/command/caller.h"
#include "api/problems/problems.h"
#include "api/sessions/plan.h"
#include "api/tracks/tracks.h"

struct shape;

struct cohort_plan {
	int64_t stage;          /* of a new one; it stays */
	bool has_stage;
	int32_t starts_on, ends_on;
	int64_t capacity;
	bool has_capacity;
	const char *content;    /* the whole body, JSON */
};

/* A firm that is to come or to go, as its enrolment stands. */
struct candidate {
	bool is_served;         /* its hub is the cohort's; else nothing more is known of it */
	bool is_in_stage;
	bool is_member;         /* of this cohort, and has not left */
	int64_t n_planned;      /* sessions of the cohort with the firm alone */
	const char *member_of;  /* title of the cohort of the stage that it is in; NULL: none */
};

struct cohort_facts {
	struct caller caller;
	int64_t id;
	int64_t hub_id;
	const char *state;
	int64_t stage;
	int32_t starts_on, ends_on;
	int64_t capacity;
	bool has_capacity;
	int64_t taken;
	int64_t n_planned, n_held; /* sessions */
	int32_t first_on, last_on; /* of those that are not cancelled */
	bool has_first, has_last;
	struct granted_stage *granted;
	size_t n_granted;
	struct candidate *candidates;
	size_t n_candidates;
	struct session_plan_facts session; /* one that is to be planned */
	bool has_session;
};

extern const struct shape cohort_plan_shape;
extern const struct shape cohort_facts_shape;

void decide_create_cohort(const struct track_facts *facts, const struct cohort_plan *input,
			  struct problems *problems);

/* Within the grant's period, around the sessions it has, with places for the firms it has. */
void decide_change_cohort(const struct cohort_facts *facts, const struct cohort_plan *input,
			  struct problems *problems);

/* What stands in the way of each candidate goes to its own problems, what of all to `problems`. Of
 * those that may come, the first get the places. */
void decide_add_firms(const struct cohort_facts *facts, struct problems *each,
		      struct problems *problems);

/* What is planned with the firm alone, and the hours that are ordered for it, end first: nothing is
 * delivered in a cohort to a firm that is in none. */
void decide_remove_firms(const struct cohort_facts *facts, struct problems *each,
			 struct problems *problems);

/* There is a firm in it. */
void decide_start_cohort(const struct cohort_facts *facts, struct problems *problems);

/* Every session was held or cancelled. */
void decide_end_cohort(const struct cohort_facts *facts, struct problems *problems);
void decide_cancel_cohort(const struct cohort_facts *facts, struct problems *problems);

#endif
