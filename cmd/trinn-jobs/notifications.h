/* What has happened is told to whom it concerns outside the county. */
#ifndef TRINN_CMD_TRINN_JOBS_NOTIFICATIONS_H
#define TRINN_CMD_TRINN_JOBS_NOTIFICATIONS_H

#include <libpq-fe.h>

/* Makes notifications of all that waits in the outbox, until `term` is readable, and forgets those
 * that are too old. A thing of which nobody has said what is told is logged as an error. */
void notifications_make(PGconn *db, int term);

#endif
