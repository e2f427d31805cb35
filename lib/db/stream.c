/* Exports. */
#include "lib/db/stream.h"

#include <event2/event.h>

#include "lib/base/fail.h"
#include "lib/db/private.h"

bool db_stream(struct db_pool *pool, struct db_segment *segment, db_row_fn *on_row,
	       db_done_fn *on_done, void *ctx)
{
	MUST(segment->lane == DB_EXPORT);
	segment->on_row = on_row;
	return db_run(pool, segment, on_done, ctx);
}

void db_stream_pause(struct db_segment *segment)
{
	if (!segment->flight)
		return;
	segment->conn->is_paused = true;
	event_del(segment->conn->readable);
}

void db_stream_resume(struct db_segment *segment)
{
	if (!segment->flight || !segment->conn->is_paused)
		return;
	segment->conn->is_paused = false;
	event_add(segment->conn->readable, NULL);
	/* Rows that libpq has read already are announced by nothing else. */
	event_active(segment->conn->readable, EV_READ, 0);
}
