/*
 * An operation of openapi.yaml, as generated into operations.gen.c. Its handler is
 * op_<operation_id>(), so that a missing one does not link.
 */
#ifndef TRINN_API_REQUEST_OPERATION_H
#define TRINN_API_REQUEST_OPERATION_H

#include <stddef.h>

#include "lib/http/request.h"

struct req;

enum operation_flag {
	OP_PUBLIC = 1,          /* no token */
	OP_IDEMPOTENT_KEY = 2,  /* Idempotency-Key required */
	OP_IF_MATCH = 4,        /* If-Match required */
	OP_BODY = 8,
	OP_BYTES = 64,          /* a body that is no JSON: the handler reads it by http_body() */
	OP_DRY_RUN = 16,        /* takes dryRun=true: everything but the change */
	OP_EXPORT = 32,         /* streamed over connections of its own */
	/* of a command: see api/command/disqualified.h */
	OP_DECIDES = 128,
	OP_PREPARES = 256,
	OP_ABOUT_PERSON = 512,
};

struct operation {
	int id;                      /* enum operation_id */
	const char *name;
	enum http_method method;
	const char *path;            /* "/v1/applications/{applicationId}" */
	const char *const *roles;    /* who may, ends with NULL; NULL: any role */
	const char *roles_array;     /* the same for PostgreSQL: "{caseworker, auditor}" */
	const char *scope;           /* what a client must have; NULL: clients may not */
	unsigned flags;
	long max_body_bytes;
	void (*handle)(struct req *r);
};

#endif
