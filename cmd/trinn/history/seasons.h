/* The years of the programmes. */
#ifndef TRINN_CMD_TRINN_HISTORY_SEASONS_H
#define TRINN_CMD_TRINN_HISTORY_SEASONS_H

#include "cmd/trinn/history/history.h"

/* Plans all that comes of itself: members, fagpartnere, calls of each year. */
void seasons_plan(struct history *history);

#endif
