/* Blocking statements of the operator's command. Errors are said. */
#ifndef TRINN_CMD_TRINN_DB_H
#define TRINN_CMD_TRINN_DB_H

#include <stdbool.h>
#include <stdint.h>

#include <libpq-fe.h>

#include "cmd/trinn/trinn.h"
#include "lib/base/attr.h"

/* Parameters of a statement, as text; DB_ARGS("a", NULL) has two of which the second is null. */
struct db_args {
	int n;
	const char *const *values;
};

#define DB_ARGS(...)                                                                               \
	(&(const struct db_args){                                                                  \
		.n = sizeof((const char *const[]){__VA_ARGS__}) / sizeof(const char *),            \
		.values = (const char *const[]){__VA_ARGS__},                                      \
	})

/* A connection, to be ended by PQfinish(); NULL after an error. */
PGconn *db_connect(const char *conninfo) MUST_USE;

/* Connects to the database of the command line, or of the private cluster, as the login given
 * there; for the private cluster that is its superuser. */
PGconn *db_open_login(struct trinn *trinn) MUST_USE;

/* The same, acting as trinn_owner. */
PGconn *db_open(struct trinn *trinn) MUST_USE;

/* Makes the connection act as trinn_owner. */
bool db_become_owner(PGconn *conn) MUST_USE;

/* One statement. `args` may be NULL. The result is the caller's to clear and has one of the
 * statuses PGRES_TUPLES_OK, PGRES_COMMAND_OK and PGRES_COPY_IN; NULL after an error. */
PGresult *db_query(PGconn *conn, const char *sql, const struct db_args *args) MUST_USE;

/* One statement without parameters whose rows do not matter. */
bool db_run(PGconn *conn, const char *sql) MUST_USE;

/* The one number that the statement returns. */
bool db_number(PGconn *conn, const char *sql, const struct db_args *args, int64_t *out) MUST_USE;

/* One statement, and how many rows it changed. */
bool db_change(PGconn *conn, const char *sql, int64_t *n_out) MUST_USE;

/* After db_run() of a `copy … from stdin`: sends rows, then ends it. */
bool db_send_copy(PGconn *conn, const char *bytes, size_t len) MUST_USE;
bool db_end_copy(PGconn *conn) MUST_USE;

/* All statements of the file, which are one transaction unless one is open already. */
bool db_run_file(PGconn *conn, const char *path) MUST_USE;

#endif
