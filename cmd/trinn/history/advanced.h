/* What a firm of Trinn 2 has beside the workshops: hours of a fagpartner, and its own case. */
#ifndef TRINN_CMD_TRINN_HISTORY_ADVANCED_H
#define TRINN_CMD_TRINN_HISTORY_ADVANCED_H

#include "cmd/trinn/history/actors.h"

void advanced_plan(struct history *history, struct cohort *cohort, struct way *way);

#endif
