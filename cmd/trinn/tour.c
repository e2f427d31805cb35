#include "cmd/trinn/tour.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "cmd/trinn/daemon.h"
#include "cmd/trinn/say.h"
#include "lib/base/buf.h"
#include "lib/base/date.h"
#include "lib/base/num.h"

#define DAY_S 86400

static const char *text_of(const json_t *step, const char *name)
{
	return json_string_value(json_object_get(step, name));
}

/* "items.0.id" within a value; NULL if there is no such place. */
static json_t *walk(json_t *value, const char *path, struct arena *arena)
{
	while (value != NULL && *path != '\0') {
		size_t len = strcspn(path, ".");
		const char *name = arena_strndup(arena, path, len);
		uint32_t index;

		if (json_is_array(value))
			value = num_u32(name, 0, 100000, &index) ? json_array_get(value, index) : NULL;
		else
			value = json_object_get(value, name);
		path += len + (path[len] == '.');
	}
	return value;
}

static bool is_skipped(const struct tour *tour, const json_t *step)
{
	const char *only_if = text_of(step, "if");
	const char *unless = text_of(step, "unless");

	return (only_if != NULL && json_object_get(tour->kept, only_if) == NULL) || (unless != NULL && json_object_get(tour->kept, unless) != NULL);
}

/* Narrows a page to the item that is looked for; NULL if it has none. */
static json_t *find_item(struct tour *tour, const json_t *find, json_t *page)
{
	const char *member = text_of(find, "member");
	const char *is = tour_fill(tour, text_of(find, "is"));
	json_t *item;
	size_t i;

	json_array_foreach(json_object_get(page, "items"), i, item) {
		const char *value = json_string_value(walk(item, member, tour->trinn->arena));

		if (is != NULL && value != NULL && strcmp(value, is) == 0)
			return item;
	}
	return NULL;
}

static bool keep(struct tour *tour, const json_t *step, const struct tour_answer *answer)
{
	const json_t *find = json_object_get(step, "find");
	json_t *from = find == NULL ? answer->json : find_item(tour, find, answer->json);
	json_t *names = json_object_get(step, "keep");
	const char *etag = text_of(step, "etag");

	if (etag != NULL && answer->etag != NULL)
		json_object_set_new(tour->kept, etag, json_string(answer->etag));
	for (void *at = json_object_iter(names); at != NULL; at = json_object_iter_next(names, at)) {
		const char *path = json_string_value(json_object_iter_value(at));
		json_t *value = walk(from, path, tour->trinn->arena);

		if (value == NULL && find != NULL)
			continue;
		if (value == NULL)
			return say_error("the answer has no %s: %s", path, answer->text);
		json_object_set(tour->kept, json_object_iter_key(at), value);
	}
	return true;
}

static void show_value(const char *name, const json_t *value, struct buf *out)
{
	size_t len = strlen(name);

	if (json_is_integer(value) && len > 3 && strcmp(name + len - 3, "Ore") == 0)
		buf_addf(out, " %.*s=NOK %" PRId64, (int)(len - 3), name, (int64_t)json_integer_value(value) / 100);
	else if (json_is_integer(value))
		buf_addf(out, " %s=%" JSON_INTEGER_FORMAT, name, json_integer_value(value));
	else if (json_is_string(value))
		buf_addf(out, " %s=%s", name, json_string_value(value));
	else if (json_is_array(value))
		buf_addf(out, " %s=%zu", name, json_array_size(value));
}

static void show_problem(const json_t *problem, struct buf *out)
{
	json_t *error;
	size_t i;

	buf_addf(out, " %s", text_of(problem, "code"));
	json_array_foreach(json_object_get(problem, "errors"), i, error) {
		const char *pointer = text_of(error, "pointer");

		buf_addf(out, "%s %s%s%s", i == 0 ? ":" : ";", pointer == NULL ? "" : pointer, pointer == NULL ? "" : " ", text_of(error, "detail"));
	}
}

/* One line: who, what was asked, what was answered. */
static void show(struct tour *tour, const json_t *step, const char *method, const char *path, const struct tour_answer *answer)
{
	json_t *shown = json_object_get(step, "show");
	struct buf line;
	json_t *name;
	size_t i;

	buf_init(&line, 16 * 1024);
	buf_addf(&line, "%3d  %-22s %s\n     %s %s -> %ld", ++tour->number, text_of(step, "as"), text_of(step, "say"), method, path, answer->status);
	json_array_foreach(shown, i, name)
		show_value(json_string_value(name), walk(answer->json, json_string_value(name), tour->trinn->arena), &line);
	if (answer->status >= 400)
		show_problem(answer->json, &line);
	say("%s", buf_text(&line));
	buf_fini(&line);
	if (json_is_true(json_object_get(step, "print")))
		say("\n%s", answer->text);
}

static bool is_expected(const json_t *step, const struct tour_answer *answer)
{
	json_int_t expected = json_integer_value(json_object_get(step, "expect"));

	if (answer->status == expected)
		return true;
	return say_error("expected %" JSON_INTEGER_FORMAT " and got %ld: %s", expected, answer->status, answer->text);
}

static bool play(struct tour *tour, const json_t *step)
{
	const char *request = text_of(step, "do");
	const char *space = strchr(request, ' ');
	const char *method = arena_strndup(tour->trinn->arena, request, (size_t)(space - request));
	const char *path = tour_fill(tour, space + 1);
	const char *match = text_of(step, "match");
	const json_t *template = json_object_get(step, "body");
	json_t *body = template == NULL ? NULL : tour_fill_json(tour, template);
	struct tour_answer answer = { 0 };
	bool ok;

	ok = path != NULL && (template == NULL || body != NULL) &&
	     tour_request(tour, text_of(step, "as"), method, path, body, match == NULL ? NULL : json_string_value(json_object_get(tour->kept, match)), &answer);
	if (ok)
		show(tour, step, method, path, &answer);
	ok = ok && is_expected(step, &answer) && keep(tour, step, &answer);
	json_decref(body);
	json_decref(answer.json);
	return ok;
}

static json_t *beginning(void)
{
	struct timespec now;
	struct date_ymd today;

	clock_gettime(CLOCK_REALTIME, &now);
	today = date_to_ymd((int32_t)(now.tv_sec / DAY_S));
	return json_pack("{s:i, s:i, s:i, s:I}", "year", today.year, "nextYear", today.year + 1, "yearAfter", today.year + 2, "run",
		(json_int_t)(now.tv_sec % 100000000));
}

static bool play_all(struct tour *tour, const json_t *steps)
{
	json_t *step;
	size_t i;

	json_array_foreach(steps, i, step) {
		const char *heading = text_of(step, "heading");

		if (heading != NULL)
			say("\n%s", heading);
		else if (!is_skipped(tour, step) && !play(tour, step))
			return false;
	}
	return true;
}

bool trinn_tour(struct trinn *trinn)
{
	const char *path = arena_printf(trinn->arena, "%s/sql/reference/main_path.json", trinn->share);
	struct tour tour = { .trinn = trinn };
	json_error_t error;
	json_t *steps;
	bool ok;

	if (!daemon_port(trinn, &tour.port) || !devkey_load(trinn, &tour.key))
		return false;
	steps = json_load_file(path, 0, &error);
	if (steps == NULL)
		return say_error("%s:%d: %s", path, error.line, error.text);
	tour.kept = beginning();
	ok = play_all(&tour, steps);
	json_decref(tour.kept);
	json_decref(steps);
	return ok;
}
