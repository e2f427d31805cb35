/* The kinds of reference data. Each load runs in the transaction that is open. */
#ifndef TRINN_CMD_TRINN_LOAD_H
#define TRINN_CMD_TRINN_LOAD_H

#include <stdbool.h>

#include <libpq-fe.h>

#include "cmd/trinn/trinn.h"
#include "lib/base/attr.h"

/* The municipalities and the published figures of the share folder. The tables hold what the files
 * say, and no more, afterwards. */
bool load_tables(struct trinn *trinn, PGconn *conn) MUST_USE;

/* Adds those instruments of the share folder that are not there. One that is there otherwise is an
 * error. */
bool load_instruments(struct trinn *trinn, PGconn *conn) MUST_USE;

/* One warning for each published total that its rows do not sum to. */
bool load_say_mismatches(PGconn *conn) MUST_USE;

/* The units of a register file: a JSON array in the shape of Enhetsregisteret's bulk file, gzipped
 * or not. Rows are added and refreshed, never removed. A unit that cannot be loaded is passed over
 * with a warning; a file that cannot be read to its end fails as a whole. */
bool load_register(PGconn *conn, const char *path) MUST_USE;

/* All of these, and the register at `path` unless it is NULL, in a transaction of their own. */
bool load_reference(struct trinn *trinn, const char *path) MUST_USE;

#endif
