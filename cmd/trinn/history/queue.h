/* Who waits for a place in stage 2, in the order they came. */
#ifndef TRINN_CMD_TRINN_HISTORY_QUEUE_H
#define TRINN_CMD_TRINN_HISTORY_QUEUE_H

#include "cmd/trinn/history/ways.h"

/* Puts the firm, which the daemon lets wait, last. */
void queue_join(struct history *history, struct way *way);

void queue_leave(struct history *history, const struct way *way);

/* The place that this one had is free: the first who waits, and whose hub
 * has room for it in a cohort, takes it. */
void queue_move_up(struct history *history, const struct way *gone);

/* Before a season: those whose hub gives the stage take places as long as there are any, the others
 * wait no longer. */
void queue_call(struct history *history, enum programme programme, int year);

#endif
