/* Sessions: dates, who came and what they say of it. */
#ifndef TRINN_CMD_TRINN_HISTORY_SESSIONS_H
#define TRINN_CMD_TRINN_HISTORY_SESSIONS_H

#include "cmd/trinn/history/actors.h"

/* Plans the workshops of a cohort, which are held on their days. */
void sessions_plan(struct history *history, struct cohort *cohort);

/* The fagpartner has been with one firm of the cohort, which is told with the hours ordered for it
 * and their minutes, for a day, today. */
void session_consult(struct history *history, const struct cohort *cohort, struct way *way);

#endif
