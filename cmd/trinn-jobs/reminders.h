/* Whoever has tasks that are due is reminded of them. */
#ifndef TRINN_CMD_TRINN_JOBS_REMINDERS_H
#define TRINN_CMD_TRINN_JOBS_REMINDERS_H

#include <libpq-fe.h>

/* On a working day, once for each county: what is due until the next one, and what is overdue. */
void reminders_make(PGconn *db, int term);

#endif
