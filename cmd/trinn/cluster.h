/*
 * The private PostgreSQL cluster of a state folder.
 *
 * Only a socket in the cluster's own folder leads to it, and only for root and the user it runs as,
 * by peer authentication. Commits are as durable as in production. PostgreSQL refuses to run as
 * root: root's cluster runs as postgres, or nobody where there is no such user.
 */
#ifndef TRINN_CMD_TRINN_CLUSTER_H
#define TRINN_CMD_TRINN_CLUSTER_H

#include <stdbool.h>

#include "cmd/trinn/trinn.h"
#include "lib/base/attr.h"

/* Makes the cluster and its database trinn if they are missing, and starts it unless it runs. */
bool cluster_start(struct trinn *trinn) MUST_USE;

/* Stops it if it runs; those connected are cut off. */
bool cluster_stop(struct trinn *trinn) MUST_USE;

/* Deletes the stopped cluster with all that is in it. */
bool cluster_remove(struct trinn *trinn) MUST_USE;

/* How `role` connects to its database `dbname`, in the arena; NULL, after an error, if there is no
 * cluster. */
const char *cluster_conninfo(struct trinn *trinn, const char *role, const char *dbname) MUST_USE;

#endif
