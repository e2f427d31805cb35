/* The bytes of a document as a reply, whoever may read it and by whatever right. */
#ifndef TRINN_API_DOCUMENTS_CONTENT_H
#define TRINN_API_DOCUMENTS_CONTENT_H

#include <stdint.h>

#include "api/request/request.h"

/* Segments of two statements, of which the first says who reads, and the second gives the row that
 * is asked for, or none. Each is run by itself, so that who may no longer read is found out. */
struct document_source {
	/* (title, media_type, size_bytes, sha256, state or, if it is not for the reader, closed) */
	struct db_segment *(*head)(struct req *r, const void *of);
	/* (bytes in hex) */
	struct db_segment *(*chunk)(struct req *r, const void *of, int32_t number);
};

/* `of` is the source's, in the arena of the request; `id` is the document's in the log. */
void document_reply(struct req *r, const struct document_source *source, const void *of,
		    int64_t id);

#endif
