/* What trinn.archive_content() tells of a post, and the message that it is sent as. */
#ifndef TRINN_CMD_TRINN_JOBS_ARCHIVE_MESSAGE_H
#define TRINN_CMD_TRINN_JOBS_ARCHIVE_MESSAGE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lib/base/arena.h"
#include "lib/format/arkivmelding.h"

struct archive_file {
	int64_t document_id;
	bool is_main;
	const char *title;
	const char *media_type;
	int64_t bytes;
	const char *sha256;
	int64_t chunks;
	const char *created_at, *created_by;
};

struct archive_message {
	const char *county; /* its number */
	const char *unit;
	int64_t application_id, post_id, message_id;
	const char *case_number, *case_title;
	const char *case_public_title, *case_citation; /* NULL: the title is open */
	const char *case_on, *case_created_at, *case_created_by, *case_responsible;
	bool is_closed;
	int64_t number;
	const char *post_type, *document_type, *title, *public_title, *citation;
	const char *journal_date, *document_date;
	const char *created_at, *created_by, *checked_at, *checked_by;
	bool is_void;
	const char *party;
	const char *record; /* what it says, where that is no file; NULL: a file is the main one */
	struct archive_file *files;
	size_t n_files;
};

void archive_message_read(const char *json, struct arena *arena,
			  struct archive_message *content_out);

/* The same content is the same message, under the same name, however often it is made; `at` is
 * when. */
void archive_message_compose(const struct archive_message *content, const char *at,
			     struct arena *arena, struct arkivmelding *message_out);

#endif
