#include "cmd/trinn-jobs/deadlines.h"

#include <stdbool.h>
#include <string.h>

#include "cmd/trinn-jobs/ask.h"
#include "lib/log/log.h"

static const struct pass {
	const char *sql; /* takes one, and tells its id */
	const char *event;
} passes[] = {
	{"select * from trinn.jobs_lapse_offer()", "grant.lapsed"},
	{"select * from trinn.jobs_lapse_rest()", "grant.rest_lapsed"},
	{"select * from trinn.jobs_remind_of_claim()", "grant.reminded"},
};

/* False once there is nothing more. */
static bool take_one(PGconn *db, const char *sql, const char *event)
{
	PGresult *result = ask(db, sql, 0, NULL, ASK_TEXT);
	bool any = result != NULL && !PQgetisnull(result, 0, 0);

	if (any)
		log_event(LOG_INFO, event, LOG_STR("id", PQgetvalue(result, 0, 0)));
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
	for (size_t i = 0; i < sizeof(passes) / sizeof(passes[0]); i++)
		while (!ask_to_end(term) && take_one(db, passes[i].sql, passes[i].event))
			;
	while (!ask_to_end(term) && destroy_one(db))
		;
}
