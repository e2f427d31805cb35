/*
 * Documents: the files of a case.
 *
 * One is registered, sent in chunks of DOCUMENT_CHUNK_BYTES and completed; trinn-jobs looks into it
 * (cmd/trinn-jobs/documents.c), and it is `clean`, `infected` or `refused` from then on. A chunk is
 * a request of its own and a row of its own, so that neither end of an upload or a download ever
 * holds the whole.
 */
#ifndef TRINN_API_DOCUMENTS_DOCUMENTS_H
#define TRINN_API_DOCUMENTS_DOCUMENTS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "api/command/caller.h"
#include "api/problems/problems.h"

/* trinn.chunk_bytes() says the same. */
#define DOCUMENT_CHUNK_BYTES (256 * 1024)

struct new_document_facts {
	struct caller caller;
	int64_t id;
	int64_t applicant_id;
	const char **suffixes; /* of the media type; none: it is not taken */
	size_t n_suffixes;
	const char **taken; /* media types */
	size_t n_taken;
	int64_t bytes_max;
	/* Of what the caller's organisation sent in the case. */
	int64_t case_count, case_bytes;
	int64_t case_count_max, case_bytes_max;
};

struct new_document_input {
	const char *title; /* the file's name */
	const char *media_type;
	int64_t size_bytes;
	const char *sha256; /* NULL: not said */
	const char *access; /* NULL: party */
	const char *fnr_grounds; /* why a fødselsnummer must stand in it (pol. § 12); NULL: none */
};

struct document_facts {
	struct caller caller;
	int64_t id;
	int64_t application_id;
	const char *state;
	bool is_of_county; /* no party sent it */
	bool is_sent;	   /* one side has it from the other */
	bool holds_fnr;
	bool is_unsent;	   /* laid in what was not sent in: the applicant's own */
	bool is_partners_paper; /* a partner stands by the application by it */
	int64_t chunks;
	int64_t received;
};

struct classification_input {
	const char *access;
	const char *exemption; /* NULL: none */
};

struct chunk_facts {
	struct caller caller;
	int64_t id;
	const char *state;
	int64_t bytes;	    /* it is to have; 0: there is no such chunk */
	const char *sha256; /* of the same chunk, come before; NULL: it has not */
};

struct chunk_input {
	int64_t number; /* from 1 */
	size_t bytes;
	const char *sha256;
	const char *hex; /* the bytes */
};

void decide_add_document(const struct new_document_facts *facts,
			 const struct new_document_input *input, struct problems *problems);

/* The same chunk may come again. */
void decide_put_chunk(const struct chunk_facts *facts, const struct chunk_input *input,
		      struct problems *problems);

/* Nobody but its sender sees one that is on its way. */
void decide_complete_document(const struct document_facts *facts, struct problems *problems);

/* Until it is sent, by whose it is. */
void decide_discard_document(const struct document_facts *facts, struct problems *problems);

/* `input` is NULL to ask only whether it may be. */
void decide_classify_document(const struct document_facts *facts,
			      const struct classification_input *input, struct problems *problems);

/* What trinn-jobs saw in one. */
struct inspection {
	const char *declared_sha256; /* by its sender; NULL: not said */
	const char *sha256;
	const char *const *contents; /* what its media type may look like */
	size_t n_contents;
	const char *content;	     /* what it looks like, see lib/scan/media.h */
	bool holds_fnr;		     /* a fødselsnummer in its text */
	bool may_hold_fnr;	     /* its sender has said why one must stand in it */
	const char *virus;	     /* NULL: none was found, or none was looked for */
};

struct settlement {
	const char *state;
	const char *finding; /* NULL: clean */
	bool holds_fnr;	     /* and is kept with it, from whoever has no need of it */
};

/* What becomes of it. A virus is told before anything else. */
struct settlement settle_document(const struct inspection *seen);

#endif
