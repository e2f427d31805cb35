/*
 * Messages: what an applicant and the county write to each other in a case, and the county's own
 * remarks, which the applicant never sees. What was written stands; only that the other side has
 * read it is added. A message with a day to answer by waits for the applicant until something is
 * written back.
 */
#ifndef TRINN_API_MESSAGES_MESSAGES_H
#define TRINN_API_MESSAGES_MESSAGES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "api/command/caller.h"
#include "api/problems/problems.h"

struct message_document {
	int64_t id;
	const char *state;
	const char *access;
};

struct new_message_facts {
	struct caller caller;
	int32_t today;
	int64_t id;
	int64_t applicant_id;
	const char *state; /* of the case */
	const char *by_post_to; /* the applicant, to whom the county writes by post; or NULL */
	struct message_document *documents; /* of those asked for, those of the case */
	size_t n_documents;
};

struct new_message_input {
	const char *text;
	bool is_internal;
	bool has_is_internal;
	int32_t answer_by;
	bool has_answer_by;
	int64_t *document_ids;
	size_t n_document_ids;
};

struct message_facts {
	struct caller caller;
	int64_t id;
	int64_t application_id;
	const char *state; /* sent, read, noted */
	const char *side;  /* which wrote it */
};

/* "county" or "applicant". */
const char *message_side(const struct caller *caller);

/* `input` is NULL to ask only whether anything may be written. */
void decide_send_message(const struct new_message_facts *facts,
			 const struct new_message_input *input, struct problems *problems);

/* What is to be known before it is written. */
void warn_of_message(const struct new_message_facts *facts, const struct new_message_input *input,
		     struct problems *warnings);

/* The other side than wrote it reads it, once. */
void decide_read_message(const struct message_facts *facts, struct problems *problems);

#endif
