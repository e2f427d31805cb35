/* Cohorts of a track: firms taken in, sessions held, and what becomes of each firm at the end. */
#ifndef TRINN_CMD_TRINN_HISTORY_COHORTS_H
#define TRINN_CMD_TRINN_HISTORY_COHORTS_H

#include "cmd/trinn/history/actors.h"

/* Plans the cohort of that part of the track, which has its grant. */
void cohort_plan(struct history *history, struct track *track, int part);

#endif
