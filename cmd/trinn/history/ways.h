/* A firm's way through a programme, up to the door of a stage: won, asked and advised. */
#ifndef TRINN_CMD_TRINN_HISTORY_WAYS_H
#define TRINN_CMD_TRINN_HISTORY_WAYS_H

#include "cmd/trinn/history/actors.h"

/* Plans that the hub wins firms of its own for the programme from that day on, so many percent,
 * and asks those again who dropped out. */
void ways_mobilise(struct history *history, struct hub *hub, enum programme programme,
		   int32_t from, uint32_t percent);

#endif
