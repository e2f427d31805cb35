/* Replies are kept for requests that are sent again, and not for ever. */
#ifndef TRINN_CMD_TRINN_JOBS_KEPT_REPLIES_H
#define TRINN_CMD_TRINN_JOBS_KEPT_REPLIES_H

#include <libpq-fe.h>

/* Forgets all that are older than their figure, some at a time, until `term` is readable. */
void kept_replies_forget(PGconn *db, int term);

#endif
