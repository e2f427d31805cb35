#include "cmd/trinn-jobs/kept_replies.h"

#include <stdbool.h>
#include <string.h>

#include "cmd/trinn-jobs/ask.h"
#include "lib/log/log.h"

/* A transaction each, so that none holds up those who write. */
#define ROWS_AT_ONCE "1000"

static const char forget_sql[] = "select trinn.jobs_forget_replies(" ROWS_AT_ONCE ")";

/* False once there are no more. */
static bool forget_some(PGconn *db)
{
	PGresult *result = ask(db, forget_sql, 0, NULL, ASK_TEXT);
	bool any = result != NULL && strcmp(PQgetvalue(result, 0, 0), "0") != 0;

	if (any)
		log_event(LOG_INFO, "replies.forgotten", LOG_STR("n", PQgetvalue(result, 0, 0)));
	PQclear(result);
	return any;
}

void kept_replies_forget(PGconn *db, int term)
{
	while (!ask_to_end(term) && forget_some(db))
		;
}
