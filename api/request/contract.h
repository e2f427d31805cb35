/*
 * openapi.yaml as the daemon enforces it: for each operation its path, parameters and body, with
 * schemas ready to check.
 *
 * Made once before the workers are forked, from the very bytes that GET /openapi.json serves;
 * immutable.
 */
#ifndef TRINN_API_REQUEST_CONTRACT_H
#define TRINN_API_REQUEST_CONTRACT_H

#include <stdbool.h>
#include <stddef.h>

#include "api/request/operation.h"
#include "lib/base/attr.h"
#include "lib/base/buf.h"
#include "lib/json/schema.h"

#define CONTRACT_SEGMENTS_MAX 8
#define CONTRACT_PARAMS_MAX 16

enum param_place { PARAM_PATH, PARAM_QUERY, PARAM_HEADER };

struct contract_param {
	char name[40];
	enum param_place place;
	bool required;
	const struct schema *schema;
};

struct contract_segment {
	const char *text;    /* into the path, not terminated */
	size_t len;
	bool is_param;
};

struct operation_contract {
	const struct operation *op;
	struct contract_segment segments[CONTRACT_SEGMENTS_MAX];
	size_t n_segments;
	struct contract_param params[CONTRACT_PARAMS_MAX];
	size_t n_params;
	const struct schema *body;       /* NULL: takes none, or bytes */
	bool may_lack_body;              /* none is as one without members */
};

struct contract {
	struct operation_contract *operations;
	size_t n;
	struct schema_set *schemas;
	const char *document;            /* what /openapi.json serves */
	size_t document_len;
};

/* NULL, with what is wrong in `why`, if the document is not what this program was built for. */
struct contract *contract_new(struct buf *why) MUST_USE;
void contract_free(struct contract **contract);

/* The operation of a raw path and a method, with its path arguments decoded into `args` (in the
 * arena). NULL if there is none; then `allowed_out`, if not empty, names the methods the path
 * takes: "GET, POST". */
const struct operation_contract *
contract_route(const struct contract *contract, enum http_method method, const char *path,
	       struct arena *arena, const char **args, const char **allowed_out);

/* The operation of an operationId, NULL if there is none. */
const struct operation_contract *contract_operation(const struct contract *contract,
						    const char *name);

/* NULL if the operation has none of that name. */
const struct contract_param *contract_query_param(const struct operation_contract *operation,
						  const char *name);

/* Adds a name or a value of a query, with all but RFC 3986's unreserved characters as %XX. */
void contract_encode(const char *text, struct buf *out);

/* Decodes %XX and, in a query, '+'. NULL for bad escapes, controls or bytes that are not UTF-8. */
const char *contract_decode(const char *text, size_t len, bool plus_is_space, struct arena *arena);

#endif
