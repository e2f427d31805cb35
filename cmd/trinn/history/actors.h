/*
 * Who acts in the scenes, beside people.h: a hub's track of a year, a firm's way through a
 * programme, and the cohorts in which they meet. What they are and whose turn it is; what they do
 * is up to the scenes.
 */
#ifndef TRINN_CMD_TRINN_HISTORY_ACTORS_H
#define TRINN_CMD_TRINN_HISTORY_ACTORS_H

#include "cmd/trinn/history/history.h"

#define COHORT_MAX 12

enum {
	PART_1,	 /* Trinn 1 */
	PART_23, /* Trinn 2 and 3 */
	N_PARTS,
};

/* An application and what came of it. */
struct part {
	struct track *track;
	int number;
	const char *call;
	const char *id;
	const char *grant; /* NULL if it has none */
	const char *caseworker;
	int64_t cost_ore; /* of all in the plan */
	int64_t granted_ore;
	int claimed_percent; /* of the costs */
	int n_overdue;	     /* reports */
	int32_t starts_on, ends_on;
};

struct track {
	struct hub *hub;
	enum programme programme;
	int year;
	const char *id;
	struct part parts[N_PARTS];
	struct partner *partner;
	const char *engagement; /* NULL until it is agreed */
	int64_t hourly_ore;
	struct cohort *cohorts[N_PARTS];
	json_t *hours; /* ids of what firms confirmed and nobody has invoiced, borrowed; or NULL */
	int64_t confirmed_minutes;
	const char *invoice; /* of the fagpartner, not claimed yet; NULL for none */
	int64_t invoiced_ore;
};

enum way_state {
	WAY_TALKED_TO,
	WAY_ADVISED,
	WAY_WAITING,
	WAY_IN_STAGE,
	WAY_COMPLETED,
	WAY_OUT,
};

struct way {
	struct list link; /* in the list of the hub and programme */
	struct firm *firm;
	struct hub *hub; /* that follows it */
	enum programme programme;
	const char *id; /* of the enrolment */
	enum way_state state;
	int stage;    /* that it is in or has completed; 0 before */
	int wanted;   /* stage to enrol in next; 0: none */
	int maturity; /* 1 to 5 */
	int n_contacts;
	bool has_dropped;	     /* left before it was through */
	bool has_cohort;	     /* of stage 2, is or was in it */
	bool has_come;		     /* to a session of that */
	bool has_delivered;	     /* what it worked on is accepted */
	struct copayment *copayment; /* the newest; NULL before the first */
	bool is_credited;	     /* it was for nothing */
	bool has_begun;		     /* the stage that it has its place in */
	int n_owing;		     /* co-payments that are not settled */
};

struct cohort {
	struct track *track;
	int stage;
	const char *id;
	int32_t starts_on, ends_on;
	bool is_over;
	int capacity;
	struct way *members[COHORT_MAX]; /* also those who left */
	int n_members;
};

/* The day of that month and day in the track's year, or in one after it. */
int32_t track_day(const struct track *track, int years_later, int month, int day);

/* Hours that a firm has confirmed. */
void track_add_hours(struct history *history, struct track *track, const char *hours,
		     int64_t minutes);

void cohort_add(struct cohort *cohort, struct way *way);

/* Whether a firm that gets its place in the stage late can still come; NULL has no room. */
bool cohort_has_room(const struct history *history, const struct cohort *cohort);

/* Tell the scenes whose turn it is. */
void track_tell(struct history *history, const struct track *track);
void part_tell(struct history *history, const struct part *part);
void way_tell(struct history *history, const struct way *way);
void cohort_tell(struct history *history, const struct cohort *cohort);

#endif
