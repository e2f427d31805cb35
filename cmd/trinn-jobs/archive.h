/*
 * The exchange with the county's archive, over a folder that both reach:
 *
 *	50/out/<meldingId>/     a message: arkivmelding.xml and its files, there at once and whole
 *	50/in/<name>.xml        an answer, arkivmeldingKvittering; taken away when it is read
 *	50/in/<name>.xml.refused, .why
 *	                        one that is none, or is to no message of the county
 *
 * 50 is the county's number. Moved elsewhere, by a file transfer or an integration point, a message
 * is the archive's; here nobody deletes it. One that is sent again is written anew if it is gone,
 * and left if it still lies there. For whoever writes the other side: deploy/archive.md.
 */
#ifndef TRINN_CMD_TRINN_JOBS_ARCHIVE_H
#define TRINN_CMD_TRINN_JOBS_ARCHIVE_H

#include <libpq-fe.h>

#include "cmd/trinn-jobs/settings.h"

/* Reads the answers, and writes every message whose time has come, until `term` is readable. What
 * could not be written is tried again later, less and less often; what went wrong is logged. */
void archive_exchange(PGconn *db, const struct settings *settings, int term);

#endif
