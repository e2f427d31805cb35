/* Documents that were sent: looked into, once each, and settled. */
#ifndef TRINN_CMD_TRINN_JOBS_DOCUMENTS_H
#define TRINN_CMD_TRINN_JOBS_DOCUMENTS_H

#include <libpq-fe.h>

#include "cmd/trinn-jobs/settings.h"

/* Looks into every document that waits, until `term` is readable: digest, type, fødselsnummer in
 * its text, and viruses if there is a scanner. One that the scanner fails on, or whose reader
 * cannot be run, waits on. Gives up uploads that nobody completed. What went wrong is logged. */
void documents_inspect(PGconn *db, const struct settings *settings, int term);

#endif
