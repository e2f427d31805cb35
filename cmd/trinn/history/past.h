/*
 * The private cluster in the past. PostgreSQL is given another clock from outside, by libfaketime,
 * so that nothing of Trinn has a clock that could be set. The daemon asks its own for tokens and
 * the log only: it stays in the present.
 */
#ifndef TRINN_CMD_TRINN_HISTORY_PAST_H
#define TRINN_CMD_TRINN_HISTORY_PAST_H

#include <stdbool.h>
#include <stdint.h>

#include "cmd/trinn/trinn.h"
#include "lib/base/attr.h"

/* Whether this machine has libfaketime. */
bool past_is_possible(struct trinn *trinn) MUST_USE;

/* Starts the stopped cluster on that day, in the morning. */
bool past_begin(struct trinn *trinn, int32_t day) MUST_USE;

/* The next moment of the running cluster is in the morning of that day. Time goes on from there. */
bool past_go_to(struct trinn *trinn, int32_t day) MUST_USE;

/* Stops the cluster if it is in the past, where a run that was interrupted may have left it. */
bool past_end(struct trinn *trinn) MUST_USE;

#endif
