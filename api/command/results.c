#include "api/command/results.h"

#include <inttypes.h>

#include "lib/base/arena.h"

void results_init(struct results *results, size_t n, struct arena *arena)
{
	results->each = arena_alloc(arena, n * sizeof(*results->each));
	results->n = n;
	for (size_t i = 0; i < n; i++)
		problems_init(&results->each[i], arena);
}

static bool is_any_done(const struct results *results)
{
	for (size_t i = 0; i < results->n; i++)
		if (!problems_any(&results->each[i]))
			return true;
	return false;
}

void results_settle(const struct results *results, bool dry_run, struct problems *problems)
{
	if (is_any_done(results) && !dry_run)
		return;
	for (size_t i = 0; i < results->n; i++) {
		const struct problems *each = &results->each[i];

		for (size_t j = 0; j < each->n; j++)
			problems_add(problems, each->list[j].code, each->list[j].pointer,
				     each->list[j].args[0], each->list[j].args[1]);
	}
}

const char *results_done(const struct results *results, const int64_t *ids, struct arena *arena)
{
	const char *text = "";

	for (size_t i = 0; i < results->n; i++)
		if (!problems_any(&results->each[i]))
			text = arena_printf(arena, "%s%s%" PRId64, text, *text == '\0' ? "" : ",",
					    ids[i]);
	return arena_printf(arena, "[%s]", text);
}

const char *results_write(const struct results *results, const char *member, const int64_t *ids,
			  struct req *r)
{
	struct buf out;

	buf_init(&out, RESULTS_BYTES_MAX);
	for (size_t i = 0; i < results->n; i++) {
		const struct problems *each = &results->each[i];

		buf_addf(&out, "%s{\"%s\":\"%" PRId64 "\",\"done\":%s,\"errors\":",
			 i == 0 ? "[" : ",", member, ids[i], problems_any(each) ? "false" : "true");
		problems_write_list(each, r->language, &out);
		buf_addc(&out, '}');
	}
	buf_addc(&out, ']');
	return req_keep(r, &out, NULL);
}
