#include "cmd/trinn-jobs/ask.h"

#include <poll.h>

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
