/* What comes of Trinn 2: results with their effect, and projects in Trinn 3. */
#ifndef TRINN_CMD_TRINN_HISTORY_PROJECTS_H
#define TRINN_CMD_TRINN_HISTORY_PROJECTS_H

#include "cmd/trinn/history/actors.h"

/* Plans what a firm that has completed Trinn 2 does next. */
void project_consider(struct history *history, struct way *way);

#endif
