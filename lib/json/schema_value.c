/* The one spelling of a value: sorted members, no spaces, whole numbers without a fraction. */
#include "lib/json/schema_value.h"

#include <inttypes.h>
#include <math.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "lib/base/fail.h"

#define INT64_END 9223372036854775808.0 /* the least double above every int64 */

static int add_bytes(const char *bytes, size_t len, void *out)
{
	buf_add(out, bytes, len);
	return 0;
}

static void write_leaf(json_t *value, struct buf *out)
{
	MUST(json_dump_callback(value, add_bytes, out, JSON_ENCODE_ANY) == 0);
}

static void write_real(json_t *value, struct buf *out)
{
	double number = json_real_value(value);
	bool is_whole = number >= -INT64_END && number < INT64_END && nearbyint(number) == number;

	if (is_whole)
		buf_addf(out, "%" PRId64, (int64_t)number);
	else
		write_leaf(value, out);
}

static void write_array(json_t *value, struct buf *out)
{
	buf_addc(out, '[');
	for (size_t i = 0; i < json_array_size(value); i++) {
		if (i > 0)
			buf_addc(out, ',');
		schema_value_write(json_array_get(value, i), out);
	}
	buf_addc(out, ']');
}

static int compare_names(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static void write_member(const char *name, json_t *value, struct buf *out)
{
	json_t *text = json_string(name);

	write_leaf(text, out);
	json_decref(text);
	buf_addc(out, ':');
	schema_value_write(value, out);
}

static void write_object(json_t *value, struct buf *out)
{
	size_t n = json_object_size(value), i = 0;
	const char **names = base_alloc(n * sizeof(*names));
	const char *name;
	json_t *member;

	json_object_foreach(value, name, member)
		names[i++] = name;
	qsort(names, n, sizeof(*names), compare_names);

	buf_addc(out, '{');
	for (i = 0; i < n; i++) {
		if (i > 0)
			buf_addc(out, ',');
		write_member(names[i], json_object_get(value, names[i]), out);
	}
	buf_addc(out, '}');
	base_free(names);
}

void schema_value_write(json_t *value, struct buf *out)
{
	switch (json_typeof(value)) {
	case JSON_ARRAY:
		write_array(value, out);
		break;
	case JSON_OBJECT:
		write_object(value, out);
		break;
	case JSON_REAL:
		write_real(value, out);
		break;
	case JSON_INTEGER:
	case JSON_STRING:
	case JSON_TRUE:
	case JSON_FALSE:
	case JSON_NULL:
		write_leaf(value, out);
		break;
	}
}

bool schema_number_of(const json_t *value, struct schema_number *number_out)
{
	if (!json_is_number(value))
		return false;
	number_out->is_integer = json_is_integer(value);
	number_out->integer = json_integer_value(value);
	number_out->value = json_number_value(value);
	return true;
}

static int compare_integers(int64_t a, int64_t b)
{
	return (a > b) - (a < b);
}

static int compare_reals(double a, double b)
{
	return (a > b) - (a < b);
}

/* By the whole part of the real, which an int64 holds, then by what is left of it. */
static int compare_mixed(int64_t integer, double real)
{
	int whole;

	if (real >= INT64_END)
		return -1;
	if (real < -INT64_END)
		return 1;
	whole = compare_integers(integer, (int64_t)real);
	return whole != 0 ? whole : compare_reals(trunc(real), real);
}

int schema_number_compare(const struct schema_number *a, const struct schema_number *b)
{
	if (a->is_integer && b->is_integer)
		return compare_integers(a->integer, b->integer);
	if (a->is_integer)
		return compare_mixed(a->integer, b->value);
	if (b->is_integer)
		return -compare_mixed(b->integer, a->value);
	return compare_reals(a->value, b->value);
}
