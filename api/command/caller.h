/* The caller as every decision sees it. */
#ifndef TRINN_API_COMMAND_CALLER_H
#define TRINN_API_COMMAND_CALLER_H

#include <stdbool.h>
#include <stdint.h>

#include "lib/json/shape.h"

struct caller {
	const char *role;
	const char *kind;        /* county, hub, firm, partner */
	bool is_person;          /* a machine takes none of the steps that need two persons */
	int64_t person_id;       /* 0 if it is a machine */
	int64_t organisation_id;
};

extern const struct shape caller_shape;

#endif
