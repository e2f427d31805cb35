#include "api/command/facts.h"

#include "lib/base/arena.h"
#include "lib/json/body.h"
#include "lib/json/shape.h"
#include "lib/log/log.h"

#define FACTS_BYTES_MAX (4 * 1024 * 1024)

void *facts_read(const struct shape *shape, const char *text, size_t len, const char *what,
		 struct arena *arena)
{
	struct body_limits limits = {.len_bytes = FACTS_BYTES_MAX, .depth = 64};
	struct shape_misfit misfit = {"", "JSON"};
	void *facts = arena_alloc(arena, shape->size);
	enum body_fault fault;
	size_t position;
	json_t *json;
	bool ok;

	fault = body_parse(text, len, &limits, &json, &position);
	ok = fault == BODY_OK && shape_read(shape, json, arena, facts, &misfit);
	json_decref(json);
	if (!ok)
		log_event(LOG_ERROR, "facts.misfit", LOG_STR("action", what),
			  LOG_STR("pointer", misfit.pointer), LOG_STR("expected", misfit.expected));
	return ok ? facts : NULL;
}
