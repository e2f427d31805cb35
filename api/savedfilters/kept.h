/* What a saved filter asks, held against the contract of now. */
#ifndef TRINN_API_SAVEDFILTERS_KEPT_H
#define TRINN_API_SAVEDFILTERS_KEPT_H

#include <jansson.h>

#include "api/problems/problems.h"

struct req;

/* The list with this query, as one of the role asks for it: "/v1/claims?state=submitted"; or NULL,
 * and why in `problems`, with pointers to "#/operationId" and into "#/query". */
const char *kept_href(struct req *r, const char *operation, json_t *query, const char *role,
		      struct problems *problems);

#endif
