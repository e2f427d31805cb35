/* One worker: a loop with its listening socket and its connections to PostgreSQL. It shares nothing
 * with the others but what was made before the fork. */
#ifndef TRINN_CMD_TRINND_WORKER_H
#define TRINN_CMD_TRINND_WORKER_H

#include <sys/types.h>

#include "api/request/contract.h"
#include "cmd/trinnd/settings.h"

/* How a worker ends; on the second the master starts no other. */
enum worker_exit { WORKER_STOPPED = 0, WORKER_CANNOT_RUN = 3 };

struct worker_setup {
	const struct settings *settings;
	struct contract *contract;
	unsigned char cursor_secret[32];
	pid_t master;
	int number;
};

/*
 * Runs until SIGTERM, or until the master is gone, and then lets requests under way end. Returns an
 * enum worker_exit.
 *
 * The address is taken at once. Clients are let in when the worker has the keys and the database,
 * so that they meet others as long as it does not; or after three seconds, so that a daemon without
 * its database says so.
 */
int worker_run(const struct worker_setup *setup);

#endif
