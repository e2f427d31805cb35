#include "cmd/trinn-jobs/releases.h"

#include <stdbool.h>
#include <stdint.h>

#include "api/deadlines/deadlines.h"
#include "cmd/trinn-jobs/ask.h"
#include "lib/base/date.h"
#include "lib/base/fail.h"
#include "lib/base/num.h"
#include "lib/log/log.h"

static const char next_sql[] =
	"select county_id, id, today, appeal_days, acceptance_days"
	" from trinn.jobs_next_release($1::bigint)";

static const char release_sql[] =
	"select trinn.jobs_release_decision($1::int, $2::bigint, $3::date, $4::date)";

enum { COUNTY, ID, TODAY, APPEAL_DAYS, ACCEPTANCE_DAYS };

/* The end of so many days from today; false if there are none. */
static bool reckon(PGresult *row, int column, char out[DATE_TEXT_SIZE])
{
	int64_t days;
	int32_t today;

	if (PQgetisnull(row, 0, column))
		return false;
	MUST(num_date(PQgetvalue(row, 0, TODAY), &today));
	MUST(num_i64(PQgetvalue(row, 0, column), 0, INT32_MAX, &days));
	date_format_iso(deadline_after(today, days), out);
	return true;
}

/* One that fails is tried again with the next look. */
static bool release(PGconn *db, PGresult *row, void *context)
{
	char appeal_deadline[DATE_TEXT_SIZE];
	char accept_by[DATE_TEXT_SIZE];
	const char *const params[] = {
		PQgetvalue(row, 0, COUNTY),
		PQgetvalue(row, 0, ID),
		reckon(row, APPEAL_DAYS, appeal_deadline) ? appeal_deadline : NULL,
		reckon(row, ACCEPTANCE_DAYS, accept_by) ? accept_by : NULL,
	};
	PGresult *released = ask(db, release_sql, 4, params, ASK_TEXT);

	(void)context;
	if (released != NULL && *PQgetvalue(released, 0, 0) == 't')
		log_event(LOG_INFO, "decision.released", LOG_STR("county", params[0]),
			  LOG_STR("id", params[1]));
	PQclear(released);
	return true;
}

void releases_make(PGconn *db, int term)
{
	ask_each(db, term, next_sql, NULL, release, NULL);
}
