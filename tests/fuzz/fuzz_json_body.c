/* Any bytes as a body: what is accepted is an object or array within its limits. */
#include <stdint.h>

#include "lib/base/fail.h"
#include "lib/json/body.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static unsigned int depth_of(json_t *value)
{
	unsigned int deepest = 0, depth;
	const char *name;
	json_t *part;
	size_t i;

	if (!json_is_array(value) && !json_is_object(value))
		return 0;
	json_array_foreach(value, i, part)
		if ((depth = depth_of(part)) > deepest)
			deepest = depth;
	json_object_foreach(value, name, part)
		if ((depth = depth_of(part)) > deepest)
			deepest = depth;
	return deepest + 1;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	const struct body_limits limits = {.len_bytes = 4096, .depth = BODY_DEPTH_MAX};
	size_t position = SIZE_MAX;
	json_t *value;
	enum body_fault fault =
		body_parse((const char *)data, size, &limits, &value, &position);

	MUST(body_fault_text(fault)[0] != '\0');
	if (fault != BODY_OK) {
		MUST(value == NULL && position <= size);
		return 0;
	}
	MUST(size <= limits.len_bytes);
	MUST(depth_of(value) >= 1 && depth_of(value) <= limits.depth);
	json_decref(value);
	return 0;
}
