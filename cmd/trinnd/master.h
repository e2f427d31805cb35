/* The master: starts the workers, starts one again that died, and ends them all on SIGTERM. */
#ifndef TRINN_CMD_TRINND_MASTER_H
#define TRINN_CMD_TRINND_MASTER_H

#include "cmd/trinnd/worker.h"

/*
 * Runs the workers of the settings until SIGTERM or SIGINT; returns the program's exit status,
 * which is 1 if a worker said that it cannot run.
 *
 * A worker that dies is started again at once if it had lived for ten seconds, otherwise after a
 * pause that doubles from 0.2 to 25.6 s. One that has not ended five seconds after the time it
 * had for its requests is killed.
 */
int master_run(const struct worker_setup *setup);

#endif
