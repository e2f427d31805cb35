/* One worker: a loop with its listening socket and its connections to PostgreSQL. Shares nothing but what was made before the fork. */
#ifndef TRINN_CMD_TRINND_WORKER_H
#define TRINN_CMD_TRINND_WORKER_H

#include "api/request/contract.h"
#include "cmd/trinnd/settings.h"

/* How a worker ends; on the second the master does not start another. */
enum worker_exit { WORKER_STOPPED = 0, WORKER_CANNOT_RUN = 3 };

struct worker_setup {
	const struct settings *settings;
	const struct contract *contract;
	unsigned char cursor_secret[32];
	int number;
};

/* Runs until SIGTERM; returns an enum worker_exit. */
int worker_run(const struct worker_setup *setup);

#endif
