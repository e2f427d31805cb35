#include "api/command/guards.h"

#include <string.h>

#include "lib/base/fail.h"
#include "lib/json/body.h"

json_t *guards_read(const char *text)
{
	struct body_limits limits = {.len_bytes = strlen(text), .depth = 2};
	json_t *guards;
	size_t position;

	MUST(body_parse(text, limits.len_bytes, &limits, &guards, &position) == BODY_OK);
	return guards;
}

bool guard_is_changed(const json_t *guard)
{
	return json_is_true(json_array_get(guard, GUARD_CHANGED));
}

bool guards_are_shut(const char *text)
{
	json_t *guards = guards_read(text);
	bool are_shut = false;
	const json_t *guard;
	size_t at;

	json_array_foreach (guards, at, guard)
		are_shut |= guard_is_changed(guard) &&
			    json_integer_value(json_array_get(guard, GUARD_VERSION)) < 0;
	json_decref(guards);
	return are_shut;
}
