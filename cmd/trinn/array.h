/*
 * Cuts a JSON array of objects into its elements while it is read, so that a register of a gigabyte
 * takes no more memory than its longest entry.
 */
#ifndef TRINN_CMD_TRINN_ARRAY_H
#define TRINN_CMD_TRINN_ARRAY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lib/base/attr.h"
#include "lib/base/buf.h"

enum array_place {
	ARRAY_BEFORE, /* [ */
	ARRAY_BEFORE_FIRST, /* an element or ] */
	ARRAY_IN_ELEMENT,
	ARRAY_AFTER_ELEMENT, /* , or ] */
	ARRAY_BEFORE_ELEMENT, /* what follows a comma */
	ARRAY_AFTER,
};

struct array {
	enum array_place place;
	unsigned depth; /* of brackets within the element */
	bool in_string;
	bool escaped;
	struct buf element;
	int64_t number; /* of the element, the first being 1 */
	int64_t line; /* of the text */
	int64_t first_line; /* of the element */
};

enum array_step { ARRAY_MORE, ARRAY_ELEMENT, ARRAY_MALFORMED };

/* Elements longer than `element_max` bytes are malformed. */
void array_init(struct array *array, size_t element_max);
void array_fini(struct array *array);

/* Takes the next byte. After ARRAY_ELEMENT the text of a whole element stands in `element` until
 * the next call; whether it is good JSON is for its parser to say. */
enum array_step array_take(struct array *array, char c) MUST_USE;

/* Whether the array was ended. */
bool array_is_complete(const struct array *array) MUST_USE;

#endif
