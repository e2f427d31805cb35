/* Documents that were sent: looked into, once each, and settled. */
#ifndef TRINN_CMD_TRINN_JOBS_DOCUMENTS_H
#define TRINN_CMD_TRINN_JOBS_DOCUMENTS_H

#include <libpq-fe.h>

#include "cmd/trinn-jobs/settings.h"

/* Looks into every document that waits, until `term` is readable: digest, type, fødselsnummer in
 * text, and viruses if there is a scanner. One that the scanner fails on waits on. Gives up uploads
 * that nobody completed. What went wrong is logged. */
void documents_inspect(PGconn *db, const struct settings *settings, int term);

#endif
