/* Values that steps refer to by name. */
#include <string.h>

#include <openssl/evp.h>

#include "cmd/trinn/say.h"
#include "cmd/trinn/tour.h"
#include "lib/base/buf.h"
#include "lib/base/date.h"
#include "lib/base/num.h"

#define TEXT_MAX_BYTES (64 * 1024)
#define TODAY "today"
#define TODAY_LEN (sizeof(TODAY) - 1)
#define DAYS_MAX 4000
#define BASE64_SIZE(n) (((n) + 2) / 3 * 4 + 1)

/* "today" or "today+30"; NULL if it is neither. */
static json_t *make_date(const struct tour *tour, const char *name)
{
	int32_t more = 0;
	char text[DATE_TEXT_SIZE];

	if (strncmp(name, TODAY, TODAY_LEN) != 0)
		return NULL;
	name += TODAY_LEN;
	if (*name != '\0' && (*name != '+' || !num_i32(name + 1, 0, DAYS_MAX, &more)))
		return NULL;
	date_format_iso(tour->today + more, text);
	return json_string(text);
}

/* The caller's; NULL after an error. `name` need not end where the name does. */
static json_t *get_value(struct tour *tour, const char *name, size_t len)
{
	const char *text = arena_strndup(tour->arena, name, len);
	json_t *value = json_incref(json_object_get(tour->kept, text));

	if (value == NULL)
		value = make_date(tour, text);
	if (value == NULL)
		say_error("a step refers to \"%s\", which none before it kept", text);
	return value;
}

static bool add_value(struct tour *tour, const char *name, size_t len, struct buf *out)
{
	json_t *value = get_value(tour, name, len);

	if (value == NULL)
		return false;
	if (json_is_integer(value))
		buf_addf(out, "%" JSON_INTEGER_FORMAT, json_integer_value(value));
	else if (json_is_string(value))
		buf_adds(out, json_string_value(value));
	json_decref(value);
	return true;
}

static bool fill(struct tour *tour, const char *template, struct buf *out)
{
	for (;;) {
		const char *begin = strstr(template, "${");
		const char *end = begin != NULL ? strchr(begin, '}') : NULL;

		if (end == NULL)
			break;
		buf_add(out, template, (size_t)(begin - template));
		if (!add_value(tour, begin + 2, (size_t)(end - begin - 2), out))
			return false;
		template = end + 1;
	}
	buf_adds(out, template);
	return true;
}

const char *tour_fill(struct tour *tour, const char *template)
{
	const char *text = NULL;
	struct buf out;

	buf_init(&out, TEXT_MAX_BYTES);
	if (fill(tour, template, &out))
		text = arena_strdup(tour->arena, buf_text(&out));
	buf_fini(&out);
	return text;
}

static json_t *fill_text(struct tour *tour, const char *template)
{
	const char *end = strncmp(template, "${", 2) == 0 ? strchr(template, '}') : NULL;
	const char *text;

	if (end != NULL && end[1] == '\0')
		return get_value(tour, template + 2, (size_t)(end - template - 2));
	text = tour_fill(tour, template);
	return text != NULL ? json_string(text) : NULL;
}

static json_t *fill_array(struct tour *tour, json_t *template)
{
	json_t *array = json_array();
	json_t *item;
	size_t i;

	json_array_foreach(template, i, item)
	{
		if (json_array_append_new(array, tour_fill_json(tour, item)) != 0) {
			json_decref(array);
			return NULL;
		}
	}
	return array;
}

static json_t *encode(struct tour *tour, const struct buf *text)
{
	char *base64 = arena_alloc(tour->arena, BASE64_SIZE(text->len));

	EVP_EncodeBlock((unsigned char *)base64, (const unsigned char *)buf_text(text),
			(int)text->len);
	return json_string(base64);
}

static json_t *fill_file(struct tour *tour, const json_t *lines)
{
	json_t *content = NULL;
	struct buf text;
	bool ok = true;
	json_t *line;
	size_t i;

	buf_init(&text, TEXT_MAX_BYTES);
	json_array_foreach(lines, i, line)
	{
		ok = ok && fill(tour, json_string_value(line), &text);
		buf_addc(&text, '\n');
	}
	if (ok)
		content = encode(tour, &text);
	buf_fini(&text);
	return content;
}

static json_t *fill_object(struct tour *tour, json_t *template)
{
	const json_t *lines = json_object_get(template, "base64");
	json_t *object;
	const char *name;
	json_t *member;

	if (lines != NULL)
		return fill_file(tour, lines);
	object = json_object();
	json_object_foreach(template, name, member)
	{
		if (json_object_set_new(object, name, tour_fill_json(tour, member)) != 0) {
			json_decref(object);
			return NULL;
		}
	}
	return object;
}

json_t *tour_fill_json(struct tour *tour, json_t *template)
{
	if (json_is_string(template))
		return fill_text(tour, json_string_value(template));
	if (json_is_array(template))
		return fill_array(tour, template);
	if (json_is_object(template))
		return fill_object(tour, template);
	return json_incref(template);
}
