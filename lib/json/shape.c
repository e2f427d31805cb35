/* Field tables at work. */
#include "lib/json/shape.h"

#include <string.h>

#include "lib/base/fail.h"
#include "lib/base/num.h"
#include "lib/json/pointer.h"

#define POINTER_MAX 1024

struct reading {
	struct arena *arena;
	struct shape_misfit *misfit;
};

static bool read_object(struct reading *reading, const struct shape *shape, json_t *object,
			char *out, const struct pointer_step *place);

static bool misfit(struct reading *reading, const struct pointer_step *place, const char *expected)
{
	struct buf pointer;

	buf_init(&pointer, POINTER_MAX);
	pointer_write(place, &pointer);
	reading->misfit->pointer = arena_strdup(reading->arena, buf_text(&pointer));
	reading->misfit->expected = expected;
	buf_fini(&pointer);
	return false;
}

static int add_bytes(const char *bytes, size_t len, void *out)
{
	buf_add(out, bytes, len);
	return 0;
}

/* The value came out of a bounded text, which bounds this one. */
static const char *compact_text(struct reading *reading, json_t *value)
{
	const char *text;
	struct buf buf;

	buf_init(&buf, BUF_UNBOUNDED);
	MUST(json_dump_callback(value, add_bytes, &buf, JSON_COMPACT | JSON_ENCODE_ANY) == 0);
	text = arena_strndup(reading->arena, buf_text(&buf), buf.len);
	buf_fini(&buf);
	return text;
}

/* Where the struct has its pointers to text, `out` does: memcpy, since its type is only known to
 * the table. */
static bool read_scalar(struct reading *reading, enum shape_kind kind, json_t *value, char *out)
{
	const char *text = json_string_value(value);
	bool flag = json_is_true(value);
	int64_t integer;
	int32_t days;

	switch (kind) {
	case SHAPE_KIND_TEXT:
		if (text == NULL)
			return false;
		text = arena_strdup(reading->arena, text);
		memcpy(out, &text, sizeof(text));
		return true;
	case SHAPE_KIND_RAW:
		text = compact_text(reading, value);
		memcpy(out, &text, sizeof(text));
		return true;
	case SHAPE_KIND_I64:
		integer = json_integer_value(value);
		memcpy(out, &integer, sizeof(integer));
		return json_is_integer(value);
	case SHAPE_KIND_ID:
		if (!num_i64(text, 1, INT64_MAX, &integer))
			return false;
		memcpy(out, &integer, sizeof(integer));
		return true;
	case SHAPE_KIND_BOOL:
		memcpy(out, &flag, sizeof(flag));
		return json_is_boolean(value);
	case SHAPE_KIND_DATE:
		if (!num_date(text, &days))
			return false;
		memcpy(out, &days, sizeof(days));
		return true;
	case SHAPE_KIND_OBJECT:
		break;
	}
	WRONG("kind of scalar");
}

static bool read_value(struct reading *reading, const struct shape_field *field, json_t *value,
		       char *out, const struct pointer_step *place)
{
	static const char *const expected[] = {
#define X(name, json) json,
		SHAPE_KINDS(X)
#undef X
	};

	MUST(field->kind != SHAPE_KIND_OBJECT || field->size == field->object->size);
	if (field->kind == SHAPE_KIND_OBJECT)
		return read_object(reading, field->object, value, out, place);
	if (read_scalar(reading, field->kind, value, out))
		return true;
	return misfit(reading, place, expected[field->kind]);
}

static bool read_list(struct reading *reading, const struct shape_field *field, json_t *array,
		      char *out, const struct pointer_step *place)
{
	size_t n = json_array_size(array), size = field->size;
	char *items = arena_alloc(reading->arena, n * size);
	void *first = items;

	if (!json_is_array(array))
		return misfit(reading, place, "an array");
	for (size_t i = 0; i < n; i++) {
		struct pointer_step step = {place, NULL, i};

		if (!read_value(reading, field, json_array_get(array, i), items + i * size, &step))
			return false;
	}
	memcpy(out + field->offset, &first, sizeof(first));
	memcpy(out + field->extra_offset, &n, sizeof(n));
	return true;
}

static bool read_field(struct reading *reading, const struct shape_field *field, json_t *value,
		       char *out, const struct pointer_step *place)
{
	const bool present = true;

	if (field->is_list)
		return read_list(reading, field, value, out, place);
	if (!read_value(reading, field, value, out + field->offset, place))
		return false;
	if (field->is_optional && field->extra_offset != SHAPE_NO_EXTRA)
		memcpy(out + field->extra_offset, &present, sizeof(present));
	return true;
}

static bool read_object(struct reading *reading, const struct shape *shape, json_t *object,
			char *out, const struct pointer_step *place)
{
	if (!json_is_object(object))
		return misfit(reading, place, "an object");
	memset(out, 0, shape->size);
	for (size_t i = 0; i < shape->n; i++) {
		const struct shape_field *field = &shape->fields[i];
		struct pointer_step step = {place, field->name, 0};
		json_t *value = json_object_get(object, field->name);

		if (field->is_optional && (value == NULL || json_is_null(value)))
			continue;
		if (value == NULL)
			return misfit(reading, &step, "a value");
		if (!read_field(reading, field, value, out, &step))
			return false;
	}
	return true;
}

bool shape_read(const struct shape *shape, json_t *object, struct arena *arena, void *out,
		struct shape_misfit *misfit_out)
{
	struct reading reading = {arena, misfit_out};

	return read_object(&reading, shape, object, out, NULL);
}
