#include "cmd/trinn-jobs/notifications.h"

#include <stdbool.h>
#include <string.h>

#include "cmd/trinn-jobs/ask.h"
#include "lib/log/log.h"

/* In one transaction: what was cut off is made again, whole. */
#define ROWS_AT_ONCE "200"

static const char notify_sql[] =
	"select taken, told, unknown from trinn.jobs_notify(" ROWS_AT_ONCE ")";

static const char forget_sql[] = "select trinn.jobs_forget_notifications()";

/* False once nothing waits. */
static bool notify_some(PGconn *db)
{
	PGresult *result = ask(db, notify_sql, 0, NULL, ASK_TEXT);
	bool any = result != NULL && strcmp(PQgetvalue(result, 0, 0), "0") != 0;

	if (any)
		log_event(LOG_INFO, "notifications.made",
			  LOG_STR("happened", PQgetvalue(result, 0, 0)),
			  LOG_STR("told", PQgetvalue(result, 0, 1)));
	if (any && !PQgetisnull(result, 0, 2))
		log_event(LOG_ERROR, "notifications.unknown",
			  LOG_STR("topics", PQgetvalue(result, 0, 2)));
	PQclear(result);
	return any;
}

void notifications_make(PGconn *db, int term)
{
	while (!ask_to_end(term) && notify_some(db))
		;
	PQclear(ask(db, forget_sql, 0, NULL, ASK_TEXT));
}
