/* What all commands on a track load; planning a cohort in it is among them. */
#ifndef TRINN_API_TRACKS_COMMANDS_H
#define TRINN_API_TRACKS_COMMANDS_H

#include "api/command/command.h"

void track_load(struct act *act, struct db_segment *segment);

#endif
