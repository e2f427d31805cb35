/* A state for each place between elements, and a depth within one. */
#include "cmd/trinn/array.h"

void array_init(struct array *array, size_t element_max)
{
	*array = (struct array){.line = 1};
	buf_init(&array->element, element_max);
}

void array_fini(struct array *array)
{
	buf_fini(&array->element);
}

static bool is_space(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

static enum array_step begin_element(struct array *array)
{
	array->place = ARRAY_IN_ELEMENT;
	array->depth = 1;
	array->number++;
	array->first_line = array->line;
	buf_reset(&array->element);
	buf_addc(&array->element, '{');
	return ARRAY_MORE;
}

/* Brackets count except in strings. */
static enum array_step take_in_element(struct array *array, char c)
{
	buf_addc(&array->element, c);
	if (buf_overflowed(&array->element))
		return ARRAY_MALFORMED;
	if (array->escaped) {
		array->escaped = false;
	} else if (array->in_string) {
		array->escaped = c == '\\';
		array->in_string = c != '"';
	} else if (c == '"') {
		array->in_string = true;
	} else if (c == '{' || c == '[') {
		array->depth++;
	} else if (c == '}' || c == ']') {
		array->depth--;
	}
	if (array->depth > 0)
		return ARRAY_MORE;
	array->place = ARRAY_AFTER_ELEMENT;
	return ARRAY_ELEMENT;
}

static enum array_step move(struct array *array, enum array_place place)
{
	array->place = place;
	return ARRAY_MORE;
}

static enum array_step take_between(struct array *array, char c)
{
	enum array_place place = array->place;

	if (is_space(c))
		return ARRAY_MORE;
	if (place == ARRAY_BEFORE && c == '[')
		return move(array, ARRAY_BEFORE_FIRST);
	if ((place == ARRAY_BEFORE_FIRST || place == ARRAY_BEFORE_ELEMENT) && c == '{')
		return begin_element(array);
	if (place == ARRAY_AFTER_ELEMENT && c == ',')
		return move(array, ARRAY_BEFORE_ELEMENT);
	if ((place == ARRAY_BEFORE_FIRST || place == ARRAY_AFTER_ELEMENT) && c == ']')
		return move(array, ARRAY_AFTER);
	return ARRAY_MALFORMED;
}

enum array_step array_take(struct array *array, char c)
{
	enum array_step step = array->place == ARRAY_IN_ELEMENT ? take_in_element(array, c)
								: take_between(array, c);

	if (c == '\n')
		array->line++;
	return step;
}

bool array_is_complete(const struct array *array)
{
	return array->place == ARRAY_AFTER;
}
