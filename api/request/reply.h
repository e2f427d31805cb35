/* What a request is answered with, exactly once. */
#ifndef TRINN_API_REQUEST_REPLY_H
#define TRINN_API_REQUEST_REPLY_H

#include <stddef.h>

#include "api/problems/problems.h"

struct buf;
struct db_result;
struct req;

/* The ETag of a document: "v17.5f0c2a91", its version, which a change is based on, and a checksum
 * of what is told with it, which changes of other things alter: a track's grants, a firm's shares.
 * If-Match asks for the version alone (check.h), If-None-Match for both. NULL without a version. */
const char *reply_etag(struct req *r, const char *version, const char *bytes, size_t len);

/* `etag` is that of the document, `location` a path; both may be NULL. */
struct reply {
	int status;
	const char *content_type;       /* NULL: application/json */
	const char *etag;
	const char *location;
	const void *bytes;
	size_t len;
	void (*release)(void *arg);
	void *arg;
};
void req_reply(struct req *r, const struct reply *reply);

/* What was written, in the request's memory; the buffer is released. What did not fit is not told
 * in part: it is "", and the request comes to INTERNAL, before it has an effect. `len_out` may be
 * NULL. */
const char *req_keep(struct req *r, struct buf *written, size_t *len_out);

/* Replies with JSON that was written. */
void req_reply_written(struct req *r, struct buf *written);

/* Begins a reply that the caller writes and ends (lib/http/reply.h) after req_finish(). */
void req_stream_begin(struct req *r, int status, const char *content_type);

/* Replies with columns (etag, document) of the only row; 404 for none, 304 if the client has it. */
void req_reply_document(struct req *r, struct db_result *result, int statement);

/* The same with a document that was not made whole by the database, of this version. */
void req_reply_text(struct req *r, const char *version, const char *text);

/* Replies with a page: columns (items, next), its last item's key or NULL on the last page. */
void req_reply_page(struct req *r, struct db_result *result, int statement);

/* The same of the only row (items, next, told): members that the page has besides, as JSON without
 * braces. */
void req_reply_page_telling(struct req *r, struct db_result *result, int statement);

/* A page of items, a JSON array, that was not made whole by the database; `next` as above. */
void req_reply_items(struct req *r, const char *items, const char *next);

void req_problem(struct req *r, enum problem_code code, const char *arg0, const char *arg1);
void req_problems(struct req *r, const struct problems *problems);

/* What logs and metrics say when it is over; for those who reply other than through req_reply(). */
void req_finish(struct req *r, int status, size_t bytes);

#endif
