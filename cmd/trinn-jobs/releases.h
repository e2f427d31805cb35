/* Decisions that are held are made known on their day (api/decisions/held.h). */
#ifndef TRINN_CMD_TRINN_JOBS_RELEASES_H
#define TRINN_CMD_TRINN_JOBS_RELEASES_H

#include <libpq-fe.h>

/* All whose day has come; ends early if `term` is readable. */
void releases_make(PGconn *db, int term);

#endif
