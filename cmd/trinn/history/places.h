/* Places in stages: taken, waited for in the order they came, and given up; and how a firm's way
 * ends. */
#ifndef TRINN_CMD_TRINN_HISTORY_PLACES_H
#define TRINN_CMD_TRINN_HISTORY_PLACES_H

#include "cmd/trinn/history/actors.h"

/* Enrols the firm in the stage of the cohort. False if it has to wait; whoever waited before has
 * the place already. */
bool place_take(struct history *history, const struct cohort *cohort, struct way *way);

/* A firm of the cohort that has its place has begun, and may leave before the end. */
void place_begin(struct history *history, struct cohort *cohort, struct way *way);

/* The firm drops out for that reason. A place that it had goes to the first who waits and whose hub
 * has room for it in a cohort. */
void place_leave(struct history *history, struct way *way, const char *reason);

/* Before a season, when the stage is empty: those whose hub does not give it wait no longer, the
 * others take places as long as there are any. */
void places_call(struct history *history, enum programme programme, int year);

/* Steps of a plan, for a way: it drops out for a reason that is drawn, if it is still there; it is
 * through, if it has completed a stage. */
history_step way_give_up;
history_step way_finish;

#endif
