/* Networks: what member firms meet in twice a year, outside any programme. */
#ifndef TRINN_CMD_TRINN_HISTORY_NETWORKS_H
#define TRINN_CMD_TRINN_HISTORY_NETWORKS_H

#include "cmd/trinn/history/history.h"

void network_plan(struct history *history, struct hub *hub);

#endif
