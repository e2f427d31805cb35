/* The county's own look at cases of the hubs, and what followed. */
#ifndef TRINN_CMD_TRINN_HISTORY_SAMPLINGS_H
#define TRINN_CMD_TRINN_HISTORY_SAMPLINGS_H

#include "cmd/trinn/history/actors.h"

/* Plans that the county draws of three hubs in that year, others than the year before. Which firms
 * come out is drawn by the daemon, and the one thing here that the seed does not tell. */
void samplings_plan(struct history *history, int year);

#endif
