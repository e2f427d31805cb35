/* The state folder as a whole: who changes it, and its end. */
#ifndef TRINN_CMD_TRINN_STATE_H
#define TRINN_CMD_TRINN_STATE_H

#include "cmd/trinn/trinn.h"
#include "lib/base/attr.h"

/* Makes the folder if need be and keeps other commands from changing it until this one ends. */
bool state_own(struct trinn *trinn) MUST_USE;

/* Deletes the folder, of which nothing but the lock may be left. */
bool state_remove(struct trinn *trinn) MUST_USE;

#endif
