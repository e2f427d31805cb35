/* Firms that go on with another hub. */
#ifndef TRINN_CMD_TRINN_HISTORY_HANDOVERS_H
#define TRINN_CMD_TRINN_HISTORY_HANDOVERS_H

#include "cmd/trinn/history/actors.h"

/* Before Trinn 2 of that year: a firm that wants it, and whose hub does not give it, goes to one
 * that does; one firm a year and programme. */
void handovers_call(struct history *history, enum programme programme, int year);

#endif
