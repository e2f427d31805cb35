/* Programs of Trinn that go on when the command has ended, one of each name for a state folder,
 * which has their logs. */
#ifndef TRINN_CMD_TRINN_BACKGROUND_H
#define TRINN_CMD_TRINN_BACKGROUND_H

#include <sys/types.h>

#include "cmd/trinn/trinn.h"
#include "lib/base/attr.h"

/* Starts the program at the path args[0]. Its process id, or -1. */
pid_t background_start(struct trinn *trinn, const char *name, const char *const args[]) MUST_USE;

/* Lets it finish what it does and waits for its end; nothing to do if it does not run. */
bool background_stop(struct trinn *trinn, const char *name) MUST_USE;

/* Path of its log, in the arena. */
const char *background_log(struct trinn *trinn, const char *name);

/* Deletes its files once it is stopped. */
void background_remove(struct trinn *trinn, const char *name);

#endif
