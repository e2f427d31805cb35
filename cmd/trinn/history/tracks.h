/* What a hub does for its track of a year: applies for it in two parts, and goes on with what is
 * granted. */
#ifndef TRINN_CMD_TRINN_HISTORY_TRACKS_H
#define TRINN_CMD_TRINN_HISTORY_TRACKS_H

#include "cmd/trinn/history/actors.h"

/* The hub applies for a track of this year in the two calls, on that day or soon after. */
void track_plan(struct history *history, struct hub *hub, enum programme programme, int32_t from,
		const char *call_1, const char *call_23);

#endif
