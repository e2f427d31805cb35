#include "cmd/trinn-jobs/reminders.h"

#include <stdbool.h>
#include <stdint.h>

#include "api/deadlines/deadlines.h"
#include "cmd/trinn-jobs/ask.h"
#include "lib/base/date.h"
#include "lib/base/fail.h"
#include "lib/base/num.h"
#include "lib/log/log.h"

static const char today_sql[] = "select trinn.jobs_today()";

static const char remind_sql[] =
	"select county_id, reminded, told from trinn.jobs_remind_of_tasks($1::date)";

enum { COUNTY, REMINDED, TOLD };

/* False once all counties' people are. */
static bool remind_some(PGconn *db, const char *until)
{
	const char *const params[] = {until};
	PGresult *result = ask(db, remind_sql, 1, params, ASK_TEXT);
	bool any = result != NULL && PQntuples(result) > 0;

	if (any)
		log_event(LOG_INFO, "reminders.made",
			  LOG_STR("county", PQgetvalue(result, 0, COUNTY)),
			  LOG_STR("tasks", PQgetvalue(result, 0, REMINDED)),
			  LOG_STR("persons", PQgetvalue(result, 0, TOLD)));
	PQclear(result);
	return any;
}

static bool read_today(PGconn *db, int32_t *today_out)
{
	PGresult *result = ask(db, today_sql, 0, NULL, ASK_TEXT);
	bool is_read = result != NULL;

	if (is_read)
		MUST(num_date(PQgetvalue(result, 0, 0), today_out));
	PQclear(result);
	return is_read;
}

void reminders_make(PGconn *db, int term)
{
	char until[DATE_TEXT_SIZE];
	int32_t today;

	if (!read_today(db, &today) || deadline_working_day(today) != today)
		return;
	date_format_iso(deadline_working_day(today + 1) - 1, until);
	while (!ask_to_end(term) && remind_some(db, until))
		;
}
