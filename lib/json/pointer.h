/* JSON pointers, RFC 6901: "/costs/0/amount", with "~" written "~0" and "/" written "~1". */
#ifndef TRINN_JSON_POINTER_H
#define TRINN_JSON_POINTER_H

#include <stddef.h>

#include <jansson.h>

#include "lib/base/buf.h"

/* Where a walk through a value stands: a chain of steps, each in the frame of its caller. The place
 * of the whole value is NULL. */
struct pointer_step {
	const struct pointer_step *parent;
	const char *name; /* of an object's member; NULL if an item of an array is meant */
	size_t index;
};

/* Adds the pointer to the place `step`; nothing for NULL. */
void pointer_write(const struct pointer_step *step, struct buf *out);

/* Adds "/" and the escaped name. */
void pointer_write_name(const char *name, struct buf *out);

/* The value that `pointer` names in `root`, borrowed; NULL if there is none. */
json_t *pointer_find(json_t *root, const char *pointer);

#endif
