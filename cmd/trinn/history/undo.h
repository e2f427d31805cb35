/* The database as it was before the history: kept while that is made, and put back if it is not
 * completed. */
#ifndef TRINN_CMD_TRINN_HISTORY_UNDO_H
#define TRINN_CMD_TRINN_HISTORY_UNDO_H

#include <stdbool.h>

#include "cmd/trinn/trinn.h"
#include "lib/base/attr.h"

/* Keeps a copy; nobody may be connected to the database. */
bool undo_begin(struct trinn *trinn) MUST_USE;

/* Gives the copy up. */
bool undo_forget(struct trinn *trinn) MUST_USE;

/* Puts the copy back if there is one. */
bool undo(struct trinn *trinn) MUST_USE;

/* Starts the private cluster unless it runs, in the present and without the history that a run
 * which was interrupted has left. */
bool undo_interrupted(struct trinn *trinn) MUST_USE;

#endif
