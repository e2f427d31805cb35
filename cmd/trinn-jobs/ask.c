#include "cmd/trinn-jobs/ask.h"

#include <poll.h>
#include <stdio.h>

#include "lib/log/log.h"

PGresult *ask(PGconn *db, const char *sql, int n, const char *const *params, enum ask_format format)
{
	PGresult *result = PQexecParams(db, sql, n, NULL, params, NULL, NULL, (int)format);

	if (PQresultStatus(result) == PGRES_TUPLES_OK)
		return result;
	log_event(LOG_WARN, "job.failed", LOG_STR("message", PQresultErrorMessage(result)));
	PQclear(result);
	return NULL;
}

bool ask_to_end(int term)
{
	struct pollfd poll_fd = {.fd = term, .events = POLLIN};

	return poll(&poll_fd, 1, 0) > 0;
}

void ask_each(PGconn *db, int term, const char *sql, const char *second, ask_step *step,
	      void *context)
{
	char after[24] = "0";
	const char *const params[] = {after, second};
	int n = second == NULL ? 1 : 2;
	bool goes_on = true;

	while (goes_on && !ask_to_end(term)) {
		PGresult *row = ask(db, sql, n, params, ASK_TEXT);

		goes_on = row != NULL && PQntuples(row) == 1;
		if (goes_on) {
			snprintf(after, sizeof(after), "%s", PQgetvalue(row, 0, 1));
			goes_on = step(db, row, context);
		}
		PQclear(row);
	}
}
