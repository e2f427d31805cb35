/*
 * What became of a segment, and readers of its rows.
 *
 * Statements and columns are those of the program's own queries, so that a reader which is given
 * the wrong index or the wrong type aborts.
 */
#ifndef TRINN_DB_RESULT_H
#define TRINN_DB_RESULT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lib/base/attr.h"

struct pg_result; /* libpq's PGresult */

/* Only DB_OK has rows; only DB_OK and DB_UNCERTAIN may have changed anything. */
#define DB_STATUSES(X) \
	X(OK, "ok") /* the Sync was seen: committed */ \
	X(REFUSED, "refused") /* the server said no, see sqlstate and constraint */ \
	X(RETRY, "retry") /* serialisation failure or deadlock: may succeed if done again */ \
	X(TIMEOUT, "timeout") /* a statement or a lock took too long, or a read its deadline */ \
	X(LOST, "lost") /* no connection: nothing was changed, safe to repeat */ \
	X(UNCERTAIN, "uncertain") /* a write was sent and its Sync not seen: done or not done */

enum db_status {
#define X(name, text) DB_##name,
	DB_STATUSES(X)
#undef X
};

#define DB_N_STATUSES (DB_UNCERTAIN + 1)

struct db_result {
	enum db_status status;
	int n; /* statements */

	/* The server's words, if it is the server that failed the segment, else "" and NULL. The
	 * message and detail may hold data of the tables: they are for logs, not for clients. */
	char sqlstate[6];
	int failed_at; /* the statement; n at the commit; -1 if it is not the server */
	const char *constraint;
	const char *message;
	const char *detail;
	const char *hint;

	int64_t queued_us; /* before it was sent */
	int64_t ran_us;    /* from then to its end */

	struct pg_result **statements; /* use db_rows() */
};

/* "ok", "refused" ... */
const char *db_status_name(enum db_status status);

/* The rows of a statement. They live as long as the segment's arena. */
const struct pg_result *db_rows(const struct db_result *result, int statement)
	__attribute__((returns_nonnull));

/* The rows of a statement, which the caller releases by PQclear(); the segment has them no longer.
 * For sending their bytes to a client without a copy. */
struct pg_result *db_take(struct db_result *result, int statement) MUST_USE
	__attribute__((returns_nonnull));

int db_n_rows(const struct pg_result *rows);
bool db_is_null(const struct pg_result *rows, int row, int column);

/* The value as PostgreSQL writes it, NULL if it is null; `len` of it without NUL byte. */
const char *db_text(const struct pg_result *rows, int row, int column);
size_t db_len(const struct pg_result *rows, int row, int column);

/* The value of a smallint, integer or bigint, or of a boolean, that is not null. */
int64_t db_i64(const struct pg_result *rows, int row, int column);
bool db_bool(const struct pg_result *rows, int row, int column);

#endif
