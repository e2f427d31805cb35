/* Signing keys of token issuers: fetched from their JWKS, kept in the database, where the workers
 * of the daemon find them. */
#ifndef TRINN_CMD_TRINN_JOBS_KEYS_H
#define TRINN_CMD_TRINN_JOBS_KEYS_H

#include <libpq-fe.h>

#include "cmd/trinn-jobs/settings.h"

/* Fetches the keys of every issuer with a jwks_uri, or of `iss` alone if not NULL. A key that its
 * issuer no longer shows is retired; a fetch that fails, or brings no usable key, leaves the keys
 * as they are. Workers are told of a change. What went wrong is logged. */
void keys_refresh(PGconn *db, const struct settings *settings, const char *iss);

#endif
