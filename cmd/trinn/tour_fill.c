/* Values that steps refer to by name. */
#include <inttypes.h>
#include <string.h>
#include <time.h>

#include "cmd/trinn/say.h"
#include "cmd/trinn/tour.h"
#include "lib/base/buf.h"
#include "lib/base/date.h"
#include "lib/base/num.h"

#define TEXT_MAX (64 * 1024)
#define DAY_S 86400

/* ${today}, ${today+30} */
static json_t *find_date(const char *name)
{
	int32_t days = (int32_t)(time(NULL) / DAY_S);
	int32_t more = 0;
	char text[DATE_TEXT_SIZE];

	if (strncmp(name, "today", 5) != 0 || (name[5] != '\0' && (name[5] != '+' || !num_i32(name + 6, 0, 4000, &more))))
		return NULL;
	date_format_iso(days + more, text);
	return json_string(text);
}

static json_t *find_value(struct tour *tour, const char *name)
{
	json_t *value = json_object_get(tour->kept, name);

	if (value != NULL)
		return json_incref(value);
	value = find_date(name);
	if (value == NULL)
		say_error("the main path refers to \"%s\", which no step kept", name);
	return value;
}

static void add_value(struct buf *out, const json_t *value)
{
	if (json_is_integer(value))
		buf_addf(out, "%" JSON_INTEGER_FORMAT, json_integer_value(value));
	else
		buf_adds(out, json_string_value(value) == NULL ? "" : json_string_value(value));
}

const char *tour_fill(struct tour *tour, const char *template)
{
	struct buf out;
	const char *text = NULL;
	bool ok = true;

	buf_init(&out, TEXT_MAX);
	while (*template != '\0' && ok) {
		const char *end = strncmp(template, "${", 2) == 0 ? strchr(template, '}') : NULL;

		if (end == NULL) {
			buf_addc(&out, *template++);
		} else {
			json_t *value = find_value(tour, arena_strndup(tour->trinn->arena, template + 2, (size_t)(end - template - 2)));

			ok = value != NULL;
			add_value(&out, value);
			json_decref(value);
			template = end + 1;
		}
	}
	if (ok)
		text = arena_strdup(tour->trinn->arena, buf_text(&out));
	buf_fini(&out);
	return text;
}

static json_t *fill_text(struct tour *tour, const char *template)
{
	size_t len = strlen(template);
	const char *text;

	if (len > 3 && strncmp(template, "${", 2) == 0 && strchr(template, '}') == template + len - 1)
		return find_value(tour, arena_strndup(tour->trinn->arena, template + 2, len - 3));
	text = tour_fill(tour, template);
	return text == NULL ? NULL : json_string(text);
}

static json_t *fill_array(struct tour *tour, const json_t *template)
{
	json_t *array = json_array();
	json_t *item;
	size_t i;

	json_array_foreach(template, i, item)
		if (json_array_append_new(array, tour_fill_json(tour, item)) != 0) {
			json_decref(array);
			return NULL;
		}
	return array;
}

static json_t *fill_object(struct tour *tour, const json_t *template)
{
	json_t *object = json_object();
	const char *name;
	json_t *item;

	for (void *at = json_object_iter((json_t *)(uintptr_t)template); at != NULL; at = json_object_iter_next((json_t *)(uintptr_t)template, at)) {
		name = json_object_iter_key(at);
		item = json_object_iter_value(at);
		if (json_object_set_new(object, name, tour_fill_json(tour, item)) != 0) {
			json_decref(object);
			return NULL;
		}
	}
	return object;
}

json_t *tour_fill_json(struct tour *tour, const json_t *template)
{
	if (json_is_string(template))
		return fill_text(tour, json_string_value(template));
	if (json_is_array(template))
		return fill_array(tour, template);
	if (json_is_object(template))
		return fill_object(tour, template);
	return json_deep_copy(template);
}
