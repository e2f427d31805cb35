/* What every job does with the database, and with the signal to end. */
#ifndef TRINN_CMD_TRINN_JOBS_ASK_H
#define TRINN_CMD_TRINN_JOBS_ASK_H

#include <libpq-fe.h>
#include <stdbool.h>

#include "lib/base/attr.h"

/* How the columns of the result come. */
enum ask_format {
	ASK_TEXT,
	ASK_BINARY,
};

/* The rows for PQclear(), or NULL with the reason logged. */
PGresult *ask(PGconn *db, const char *sql, int n, const char *const *params,
	      enum ask_format format) MUST_USE;

/* Whether `term` is readable: the process is to end. */
bool ask_to_end(int term);

/* Does the work on a row (county_id, id, ...), and says whether the next one is taken. */
typedef bool ask_step(PGconn *db, PGresult *row, void *context);

/* The rows that `sql` tells one at a time, in the order of their ids, each once. Its $1 is
 * the id after which it looks, $2 is `second` if that is not NULL. */
void ask_each(PGconn *db, int term, const char *sql, const char *second, ask_step *step,
	      void *context);

#endif
