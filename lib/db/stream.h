/*
 * Exports: rows handed on one by one as they arrive, however many they are.
 *
 * A paused stream reads nothing from its socket, so that PostgreSQL waits in turn and memory stays
 * as it is. No statement_timeout ends a server process that waits so: the lane's deadline_ms does,
 * and db_forget() when the client is gone.
 */
#ifndef TRINN_DB_STREAM_H
#define TRINN_DB_STREAM_H

#include <stdbool.h>

#include "lib/base/attr.h"
#include "lib/db/pool.h"

/* One row, read as row 0 by the functions of result.h; it lives during the call. */
typedef void db_row_fn(void *ctx, const struct pg_result *row);

/* Runs a segment of the lane DB_EXPORT: `on_row` is called for each row of its last statement, then
 * `on_done`, whose result has no rows for that statement. Only then is it known whether the rows
 * were all there are. False, and nothing will happen, if all connections of the lane are taken. */
bool db_stream(struct db_pool *pool, struct db_segment *segment, db_row_fn *on_row,
	       db_done_fn *on_done, void *ctx) MUST_USE;

/* Stops and starts the rows, also from within `on_row`; harmless if the stream has ended. */
void db_stream_pause(struct db_segment *segment);
void db_stream_resume(struct db_segment *segment);

#endif
