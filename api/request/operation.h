/*
 * An operation of openapi.yaml, as generated into operations.gen.c. Its handler is
 * op_<operation_id>(), so that a missing one does not link.
 */
#ifndef TRINN_API_REQUEST_OPERATION_H
#define TRINN_API_REQUEST_OPERATION_H

#include <stdbool.h>
#include <stddef.h>
#include <string.h>

#include "lib/http/request.h"

struct req;

/* What a disqualified person may of a command: see api/command/disqualified.h. */
enum operation_step {
	STEP_OTHER,
	STEP_DECIDES,
	STEP_PREPARES,
	STEP_ABOUT_PERSON,
};

struct operation {
	int id; /* enum operation_id */
	const char *name;
	enum http_method method;
	const char *path;	  /* "/v1/applications/{applicationId}" */
	const char *const *roles; /* who may, ends with NULL; NULL: any role */
	const char *roles_array;  /* the same for PostgreSQL: "{caseworker, auditor}" */
	const char *scope;	  /* what a client must have; NULL: clients may not */
	bool is_public;		  /* no token */
	bool needs_key;		  /* Idempotency-Key required */
	bool needs_if_match;
	bool has_body;
	bool takes_bytes;   /* a body that is no JSON: the handler reads it by http_body() */
	bool takes_dry_run; /* dryRun=true: everything but the change */
	enum operation_step step;
	long max_body_bytes;
	void (*handle)(struct req *r);
};

/* Whether somebody of the role may. */
static inline bool operation_is_for(const struct operation *op, const char *role)
{
	if (op->roles == NULL)
		return true;
	for (const char *const *r = op->roles; *r != NULL; r++)
		if (strcmp(*r, role) == 0)
			return true;
	return false;
}

#endif
