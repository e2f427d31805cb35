/* What all requests of one worker share. */
#ifndef TRINN_API_REQUEST_APP_H
#define TRINN_API_REQUEST_APP_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "api/request/contract.h"
#include "api/request/metrics.h"
#include "api/request/trace.h"

struct auth_verifier;
struct db_pool;
struct event_base;
struct http_server;

struct app {
	struct event_base *base;
	struct http_server *server;
	struct db_pool *pool;
	const struct contract *contract;     /* made before the fork, shared by all workers */
	struct auth_verifier *verifier;      /* its keys are replaced whole when one changes */
	void (*key_unknown)(struct app *app, const char *issuer);
	unsigned char cursor_secret[32];     /* the same in all workers */
	bool ready;
	bool draining;
	const char *docs_folder;             /* of the /docs viewer; NULL: none */
	struct metrics metrics;
	struct trace_source traces;
};

#endif
