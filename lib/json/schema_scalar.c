/* Rules for numbers, strings and constants. */
#include <float.h>
#include <math.h>
#include <string.h>

#include "lib/base/fail.h"
#include "lib/json/schema_run.h"

static unsigned int types_of(const json_t *value)
{
	switch (json_typeof(value)) {
	case JSON_OBJECT:
		return SCHEMA_TYPE_BIT(SCHEMA_TYPE_OBJECT);
	case JSON_ARRAY:
		return SCHEMA_TYPE_BIT(SCHEMA_TYPE_ARRAY);
	case JSON_STRING:
		return SCHEMA_TYPE_BIT(SCHEMA_TYPE_STRING);
	case JSON_INTEGER:
		return SCHEMA_TYPE_BIT(SCHEMA_TYPE_INTEGER) | SCHEMA_TYPE_BIT(SCHEMA_TYPE_NUMBER);
	case JSON_REAL:
		return SCHEMA_TYPE_BIT(SCHEMA_TYPE_NUMBER);
	case JSON_TRUE:
	case JSON_FALSE:
		return SCHEMA_TYPE_BIT(SCHEMA_TYPE_BOOLEAN);
	case JSON_NULL:
		break;
	}
	return SCHEMA_TYPE_BIT(SCHEMA_TYPE_NULL);
}

bool schema_rule_type(struct schema_run *run, const struct schema_spot *spot)
{
	if ((types_of(spot->value) & spot->rule->arg.types) != 0)
		return true;
	return schema_fault(run, spot, SCHEMA_TYPE);
}

/* The value's one spelling, valid until the next call. */
static const char *spell(struct schema_run *run, json_t *value)
{
	buf_reset(&run->text);
	schema_value_write(value, &run->text);
	schema_spend(run, run->text.len / 16);
	return buf_text(&run->text);
}

bool schema_rule_const(struct schema_run *run, const struct schema_spot *spot)
{
	if (strcmp(spell(run, spot->value), spot->rule->text) == 0)
		return true;
	return schema_fault(run, spot, SCHEMA_CONST);
}

bool schema_rule_enum(struct schema_run *run, const struct schema_spot *spot)
{
	const char *text = spell(run, spot->value);

	for (size_t i = 0; i < spot->rule->n; i++)
		if (strcmp(text, spot->rule->arg.entries[i].name) == 0)
			return true;
	return schema_fault(run, spot, SCHEMA_ENUM);
}

static size_t count_code_points(const char *text)
{
	size_t n = 0;

	for (; *text != '\0'; text++)
		n += ((unsigned char)*text & 0xc0) != 0x80;
	return n;
}

enum measure { OF_VALUE, OF_LENGTH, OF_MEMBERS, OF_ITEMS };

static struct schema_number number_of_count(size_t count)
{
	return (struct schema_number){
		.value = (double)count, .integer = (int64_t)count, .is_integer = true};
}

/* False if the value is not of the type that is measured so. */
static bool measure(json_t *value, enum measure of, struct schema_number *out)
{
	switch (of) {
	case OF_VALUE:
		return schema_number_of(value, out);
	case OF_LENGTH:
		if (!json_is_string(value))
			return false;
		*out = number_of_count(count_code_points(json_string_value(value)));
		return true;
	case OF_MEMBERS:
		*out = number_of_count(json_object_size(value));
		return json_is_object(value);
	case OF_ITEMS:
		*out = number_of_count(json_array_size(value));
		return json_is_array(value);
	}
	WRONG("measure");
}

bool schema_rule_bound(struct schema_run *run, const struct schema_spot *spot)
{
	static const struct bound {
		enum measure of;
		bool is_least;
		bool is_open; /* the bound itself is outside */
		enum schema_fault_kind kind;
	} bounds[SCHEMA_KEYWORD_COUNT] = {
		[SCHEMA_KEYWORD_MIN_LENGTH] = {OF_LENGTH, true, false, SCHEMA_TOO_SHORT},
		[SCHEMA_KEYWORD_MAX_LENGTH] = {OF_LENGTH, false, false, SCHEMA_TOO_LONG},
		[SCHEMA_KEYWORD_MINIMUM] = {OF_VALUE, true, false, SCHEMA_TOO_SMALL},
		[SCHEMA_KEYWORD_MAXIMUM] = {OF_VALUE, false, false, SCHEMA_TOO_LARGE},
		[SCHEMA_KEYWORD_ABOVE] = {OF_VALUE, true, true, SCHEMA_NOT_ABOVE},
		[SCHEMA_KEYWORD_BELOW] = {OF_VALUE, false, true, SCHEMA_NOT_BELOW},
		[SCHEMA_KEYWORD_MIN_PROPERTIES] = { OF_MEMBERS, true, false,
						    SCHEMA_TOO_FEW_MEMBERS },
		[SCHEMA_KEYWORD_MAX_PROPERTIES] = { OF_MEMBERS, false, false,
						    SCHEMA_TOO_MANY_MEMBERS },
		[SCHEMA_KEYWORD_MIN_ITEMS] = {OF_ITEMS, true, false, SCHEMA_TOO_FEW_ITEMS},
		[SCHEMA_KEYWORD_MAX_ITEMS] = {OF_ITEMS, false, false, SCHEMA_TOO_MANY_ITEMS},
	};
	const struct bound *bound = &bounds[spot->rule->keyword];
	struct schema_number measured;
	int order;

	if (!measure(spot->value, bound->of, &measured))
		return true;
	order = schema_number_compare(&measured, spot->rule->arg.number);
	if (order == 0 ? !bound->is_open : (order > 0) == bound->is_least)
		return true;
	return schema_fault(run, spot, bound->kind);
}

bool schema_rule_pattern(struct schema_run *run, const struct schema_spot *spot)
{
	unsigned int cost;
	bool matches;

	if (!json_is_string(spot->value))
		return true;
	if (run->matcher == NULL)
		run->matcher = schema_matcher_new();
	matches = schema_pattern_matches(spot->rule->arg.pattern, run->matcher,
					 json_string_value(spot->value),
					 json_string_length(spot->value), &cost);
	schema_spend(run, cost);
	return matches || schema_fault(run, spot, SCHEMA_PATTERN);
}

/* In eleven digits at least: a number is without the zeros it may have been written with. */
static bool is_free_number(const struct schema_spot *spot)
{
	struct buf digits;
	bool is_free;

	buf_init(&digits, 512);
	buf_addf(&digits, "%011.0f", json_number_value(spot->value));
	is_free = spot->rule->arg.format(buf_text(&digits));
	buf_fini(&digits);
	return is_free;
}

static bool has_free_names(struct schema_run *run, const struct schema_spot *spot)
{
	bool ok = true;
	const char *name;
	json_t *member;

	json_object_foreach(spot->value, name, member) {
		struct pointer_step step = {spot->place, name, 0};

		if (!spot->rule->arg.format(name))
			ok = schema_fault_at(run, &step, SCHEMA_FORMAT, spot->rule->text);
	}
	return ok;
}

bool schema_rule_format(struct schema_run *run, const struct schema_spot *spot)
{
	bool is_free_text = strcmp(spot->rule->text, "free-text") == 0;
	bool ok = true;

	if (json_is_string(spot->value))
		ok = spot->rule->arg.format(json_string_value(spot->value));
	else if (is_free_text && json_is_number(spot->value))
		ok = is_free_number(spot);
	else if (is_free_text && json_is_object(spot->value))
		return has_free_names(run, spot);
	return ok || schema_fault(run, spot, SCHEMA_FORMAT);
}

/* Integers exactly; decimal fractions, which no double holds, within its precision: beyond it, all
 * are multiples. */
static bool is_multiple(const struct schema_number *value, const struct schema_number *divisor)
{
	double rest, tolerance;

	if (value->is_integer && divisor->is_integer)
		return value->integer % divisor->integer == 0;
	rest = fmod(fabs(value->value), divisor->value);
	tolerance = fabs(value->value) * DBL_EPSILON;
	return rest <= tolerance || divisor->value - rest <= tolerance;
}

bool schema_rule_multiple(struct schema_run *run, const struct schema_spot *spot)
{
	struct schema_number number;

	if (!schema_number_of(spot->value, &number) ||
	    is_multiple(&number, spot->rule->arg.number))
		return true;
	return schema_fault(run, spot, SCHEMA_NOT_MULTIPLE);
}
