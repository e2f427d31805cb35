/* The days of a history as they come. */
#ifndef TRINN_CMD_TRINN_HISTORY_PLAN_H
#define TRINN_CMD_TRINN_HISTORY_PLAN_H

#include <stdbool.h>
#include <stdint.h>

#include "cmd/trinn/history/history.h"

bool history_has_plans(const struct history *history, int32_t day);

/* Gives all that is planned for today its turn, also what is planned meanwhile, until it fails. */
void history_live(struct history *history);

#endif
