/*
 * Messages to the county's archive: one for each journal post that is checked, and for each
 * correction of one. trinn-jobs writes them as arkivmelding (cmd/trinn-jobs/archive.h) and tries
 * again by itself, less and less often; the archive answers with its reference or why it refused.
 * After a dozen attempts, or a refusal, a message waits for the archivist, who puts right what it
 * names and sends it again.
 */
#ifndef TRINN_API_ARCHIVE_ARCHIVE_H
#define TRINN_API_ARCHIVE_ARCHIVE_H

#include <stdint.h>

#include "api/command/caller.h"
#include "api/problems/problems.h"

struct archive_message_facts {
	struct caller caller;
	int64_t id;
	int64_t application_id;
	int64_t post_id;
	const char *state;
};

void decide_retry_message(const struct archive_message_facts *facts, struct problems *problems);

#endif
