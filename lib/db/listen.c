/* Notifications, which come on the first connection for reading. */
#include <string.h>

#include "lib/base/fail.h"
#include "lib/db/private.h"

void db_listen(struct db_pool *pool, const char *channel, db_notify_fn *fn, void *ctx)
{
	struct db_channel *added = arena_alloc(pool->arena, sizeof(*added));

	MUST(pool->config->lanes[DB_READ].connections > 0);
	MUST(pool->lanes[DB_READ].conns[0].state == DB_CONN_DOWN);
	MUST(strlen(channel) < 64 &&
	     strspn(channel, "abcdefghijklmnopqrstuvwxyz_0123456789") == strlen(channel));
	*added = (struct db_channel){pool->channels, channel, fn, ctx};
	pool->channels = added;
}

const struct db_channel *db_channels_of(const struct db_conn *conn)
{
	return conn->lane == DB_READ && conn->index == 0 ? conn->pool->channels : NULL;
}

void db_channels_begin(const struct db_conn *conn)
{
	for (const struct db_channel *c = db_channels_of(conn); c; c = c->next)
		c->fn(c->ctx, NULL);
}

void db_channels_dispatch(const struct db_conn *conn)
{
	PGnotify *notice;

	if (!db_channels_of(conn))
		return;
	while ((notice = PQnotifies(conn->pg))) {
		for (const struct db_channel *c = db_channels_of(conn); c; c = c->next)
			if (strcmp(c->name, notice->relname) == 0)
				c->fn(c->ctx, notice->extra);
		PQfreemem(notice);
	}
}
