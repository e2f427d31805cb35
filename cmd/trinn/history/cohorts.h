/* Cohorts of a track: firms taken in, sessions held, and what becomes of each firm at the end. */
#ifndef TRINN_CMD_TRINN_HISTORY_COHORTS_H
#define TRINN_CMD_TRINN_HISTORY_COHORTS_H

#include "cmd/trinn/history/tracks.h"
#include "cmd/trinn/history/ways.h"

#define COHORT_MAX 12

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

/* Plans the cohort of that part of the track, which has its grant. */
void cohort_plan(struct history *history, struct track *track, int part);

/* Whether a firm that gets its place in the stage late can still come; NULL has no room. */
bool cohort_has_room(const struct history *history, const struct cohort *cohort);

/* Takes such a firm in. */
void cohort_take_in(struct history *history, struct cohort *cohort, struct way *way);

/* Tells the scenes which cohort it is. */
void cohort_tell(struct history *history, const struct cohort *cohort);

#endif
