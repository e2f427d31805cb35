/* trinnd on the private cluster, on loopback, and trinn-jobs beside it. */
#ifndef TRINN_CMD_TRINN_DAEMON_H
#define TRINN_CMD_TRINN_DAEMON_H

#include <stdint.h>

#include "cmd/trinn/trinn.h"
#include "lib/base/attr.h"

/* The port that the command line asks for. */
bool daemon_port(const struct trinn *trinn, uint16_t *port_out) MUST_USE;

/* Whether there is a viewer of the contract for it to serve. */
bool daemon_has_docs(struct trinn *trinn) MUST_USE;

/* Starts both in the background and waits until trinnd answers that it is ready. */
bool daemon_start(struct trinn *trinn) MUST_USE;

/* Lets them finish what they do and waits for their end; nothing to do if they do not run. */
bool daemon_stop(struct trinn *trinn) MUST_USE;

/* Deletes their files once they are stopped. */
void daemon_remove(struct trinn *trinn);

#endif
