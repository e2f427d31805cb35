/*
 * Messages to the county's archive: one for each journal post that is checked, and for each
 * correction of one. trinn-jobs writes them as arkivmelding (cmd/trinn-jobs/archive.h) and tries
 * again by itself, less and less often; the archive answers with its reference or why it refused.
 * After a dozen attempts, a refusal, or days without an answer, a message waits for the archivist,
 * who puts right what it names and sends it again: the same message, so that an archive that has it
 * knows it. One that was corrected since is not sent again; the later one says it all.
 */
#ifndef TRINN_API_ARCHIVE_ARCHIVE_H
#define TRINN_API_ARCHIVE_ARCHIVE_H

#include <stdbool.h>
#include <stdint.h>

#include "api/command/caller.h"
#include "api/problems/problems.h"

struct archive_message_facts {
	struct caller caller;
	int64_t id;
	int64_t application_id;
	int64_t post_id;
	const char *state;
	bool is_newest; /* of its post */
};

void decide_retry_message(const struct archive_message_facts *facts, struct problems *problems);

#endif
