/*
 * A request on its way through: routed, authenticated and checked against openapi.yaml before its
 * handler sees it. It lives in its arena until replied to, exactly once. Handlers do not block:
 * they send a segment and go on in a callback.
 */
#ifndef TRINN_API_REQUEST_REQUEST_H
#define TRINN_API_REQUEST_REQUEST_H

#include <jansson.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "api/problems/problems.h"
#include "api/request/operation.h"
#include "api/request/reply.h"
#include "lib/auth/verify.h"
#include "lib/base/arena.h"
#include "lib/db/pool.h"
#include "lib/http/reply.h"

struct app;
struct shape;

#define REQ_PATH_ARGS_MAX 4

struct req;

/* Who is told what a request came to that is one of several in another, instead of the client. */
struct req_whole {
	void (*done)(struct req *part);
	void (*refused)(struct req *part, const struct problems *problems);
};

struct req_pair {
	const char *name;
	const char *value;
};

struct req {
	struct app *app;
	struct http_request *http;
	struct arena *arena;
	const struct operation *op;
	enum language language;
	const char *trace;              /* 32 hex digits, of traceparent or our own */
	struct auth_identity who;       /* not of public operations */
	const char *act_as;             /* which of the caller's roles; NULL: the one that fits */
	const char *path_args[REQ_PATH_ARGS_MAX];
	struct req_pair *query;
	size_t n_query;
	json_t *body;                   /* checked; gone when handle() returns: read it there */
	const char *key;                /* Idempotency-Key, without quotes; NULL if none */
	const char *key_operation;      /* "POST /v1/grants/7/claims": what the key is for */
	const char *fingerprint;        /* SHA-256 of the body, hex */
	bool has_if_match;
	int64_t if_match;               /* version; 0 means "*" */
	const char *after;              /* the key the page begins after, of `cursor`; or NULL */
	bool dry_run;
	bool is_cut;                    /* an answer did not fit in memory: req_keep() */
	int64_t started_us;
	int64_t db_us;
	void (*next)(struct req *r, struct db_result *result);
	void *state;                    /* of the handler, in the arena */
	const struct req_whole *whole;  /* that this is a part of; NULL: the client is answered */
};

/* The token that came with the request; NULL if none did. RFC 6750 2.1 */
const char *req_token(const struct req *r);

/* The i-th path argument, which openapi.yaml makes an id. */
int64_t req_id(const struct req *r, int i);

/* A query argument, decoded and checked, NULL if absent. */
const char *req_query(const struct req *r, const char *name);

/* The same as an id. */
const int64_t *req_query_id(const struct req *r, const char *name);

/* What the reader is answered in, as the database names it: nb or en. */
const char *req_language(const struct req *r);

/* Items on a page, and the key it begins after where keys are ids; NULL on the first page. */
int64_t req_limit(const struct req *r);
const int64_t *req_after_id(const struct req *r);

/* The body as a struct of `shape`, which the schema of the operation guarantees to fit. */
void *req_input(struct req *r, const struct shape *shape);

/* The body as the text it was sent as. */
const char *req_body_text(struct req *r);

/* A segment that begins with the caller: the transaction that uses the assignment verifies it. */
struct db_segment *req_segment(struct req *r, enum db_lane lane);

/* A segment without a caller that tells, as its first statement, the ids of the assignments that
 * req_segment() would choose from: for what is told of all of a person's roles at once. */
struct db_segment *req_fitting_roles(struct req *r);

/* Sends it, and `on_done` tells how it ended; a request that did not fit in memory is refused. */
void req_send(struct req *r, struct db_segment *segment, db_done_fn *on_done, void *ctx);

/* Runs it; `next` is called with DB_OK only, anything else is answered as a problem. */
void req_run(struct req *r, struct db_segment *segment,
	     void (*next)(struct req *r, struct db_result *result));

/* The problem a failed segment means to the client. */
void req_database_problem(struct req *r, const struct db_result *result);

/* What was asked for is not there for this caller, or is of a case that is closed to them. */
void req_refuse_missing(struct req *r);

/* Runs a segment whose second statement is the document or the page, and replies with it. */
void req_run_document(struct req *r, struct db_segment *segment);
void req_run_page(struct req *r, struct db_segment *segment);

/* A page that says more of itself: reply.h. */
void req_run_page_telling(struct req *r, struct db_segment *segment);

#endif
