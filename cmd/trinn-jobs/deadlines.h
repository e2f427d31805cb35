/* Deadlines that have passed, or are near: what lapses by itself, as its decision said. */
#ifndef TRINN_CMD_TRINN_JOBS_DEADLINES_H
#define TRINN_CMD_TRINN_JOBS_DEADLINES_H

#include <libpq-fe.h>

/* Lapses every offer that was not accepted and what is left of every grant that was not claimed in
 * time, and reminds of what is to be claimed; each in a transaction of its own, until `term` is
 * readable. What went wrong is logged, and tried again the next time. */
void deadlines_pass(PGconn *db, int term);

#endif
