#include "cmd/trinn-jobs/deadlines.h"

#include <stdbool.h>
#include <string.h>

#include "cmd/trinn-jobs/ask.h"
#include "lib/log/log.h"

static const char lapse_sql[] = "select * from trinn.jobs_lapse_offer()";

/* False once there is nothing more to lapse. */
static bool lapse_one(PGconn *db)
{
	PGresult *result = ask(db, lapse_sql, 0, NULL, ASK_TEXT);
	bool any = result != NULL && !PQgetisnull(result, 0, 0);

	if (any)
		log_event(LOG_INFO, "grant.lapsed", LOG_STR("id", PQgetvalue(result, 0, 0)));
	PQclear(result);
	return any;
}

static const char destroy_sql[] = "select * from trinn.jobs_destroy_next()";

/* A case of a list that two have approved; false once none waits. */
static bool destroy_one(PGconn *db)
{
	PGresult *result = ask(db, destroy_sql, 0, NULL, ASK_TEXT);
	bool any = result != NULL && PQntuples(result) == 1;

	if (any)
		log_event(LOG_INFO, "retention.case", LOG_STR("id", PQgetvalue(result, 0, 0)),
			  LOG_STR("outcome", PQgetvalue(result, 0, 1)));
	PQclear(result);
	return any;
}

void deadlines_pass(PGconn *db, int term)
{
	while (!ask_to_end(term) && lapse_one(db))
		;
	while (!ask_to_end(term) && destroy_one(db))
		;
}
