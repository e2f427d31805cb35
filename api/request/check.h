/* Checks of one request against its operation's contract. Each reports all it finds. */
#ifndef TRINN_API_REQUEST_CHECK_H
#define TRINN_API_REQUEST_CHECK_H

#include <stdbool.h>

#include "api/request/contract.h"
#include "api/request/request.h"

/* Path and query arguments; cuts the query into r->query. */
void check_params(struct req *r, const struct operation_contract *operation,
		  struct problems *problems);

/* A query against the operation it is meant for. Of one that a body holds, at the pointer `at`
 * ("#/query"), the faults are those of its members; NULL: it is the request's own. */
void check_query(const struct operation_contract *operation, const struct req_pair *pairs,
		 size_t n, const char *at, struct problems *problems);

/* Idempotency-Key and If-Match. */
void check_preconditions(struct req *r, struct problems *problems);

/* The version of an entity tag as reply_etag() makes them, 0 of "*"; false: it is none. */
bool check_etag(const char *text, int64_t *version_out);

/* The body: media type, JSON, schema. Sets r->body and r->fingerprint. */
void check_body(struct req *r, const struct operation_contract *operation,
		struct problems *problems);

/* A schema_fault_fn that adds each fault to `ctx`, a struct problems; pointers begin with "#". */
void check_on_fault(void *ctx, const struct schema_fault *fault);

#endif
