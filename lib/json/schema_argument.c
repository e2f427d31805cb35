/* Values of keywords, by the rules that the specification has for each. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "lib/base/fail.h"
#include "lib/base/hex.h"
#include "lib/json/pointer.h"
#include "lib/json/schema_compiler.h"

#define DIALECT "https://json-schema.org/draft/2020-12/schema"

/* Moves what was written to the arena. */
static const char *take_text(struct schema_compiler *c, struct buf *buf)
{
	const char *text = arena_strdup(c->arena, buf_text(buf));

	buf_fini(buf);
	return text;
}

static const char *value_text(struct schema_compiler *c, json_t *value)
{
	struct buf buf;

	buf_init(&buf, BUF_UNBOUNDED);
	schema_value_write(value, &buf);
	return take_text(c, &buf);
}

/* The schema that is the value of the keyword at work, or the item or member of it at `step`. */
static const struct schema *schema_below(struct schema_compiler *c, const struct pointer_step *step)
{
	const struct schema *schema;
	struct buf buf;

	buf_init(&buf, BUF_UNBOUNDED);
	buf_adds(&buf, c->pointer);
	pointer_write_name(c->keyword, &buf);
	pointer_write(step, &buf);
	schema = schema_at(c, buf_text(&buf));
	buf_fini(&buf);
	return schema;
}

static struct schema_entry *new_entries(struct schema_compiler *c, size_t n,
					struct schema_rule *rule)
{
	struct schema_entry *entries = arena_alloc(c->arena, n * sizeof(*entries));

	rule->n = (uint32_t)n;
	rule->arg.entries = entries;
	return entries;
}

static bool read_annotation(struct schema_compiler *c, json_t *value, struct schema_rule *rule)
{
	(void)c;
	(void)value;
	(void)rule;
	return false;
}

static bool read_dialect(struct schema_compiler *c, json_t *value, struct schema_rule *rule)
{
	(void)rule;
	if (!json_is_string(value) || strcmp(json_string_value(value), DIALECT) != 0)
		schema_refuse(c, SCHEMA_REFUSED_DIALECT);
	return false;
}

static bool add_type(json_t *value, unsigned int *types)
{
	static const char *const names[] = {
#define X(name, text) text,
		SCHEMA_TYPES(X)
#undef X
	};

	for (unsigned int i = 0; i < SCHEMA_TYPE_COUNT; i++) {
		if (json_is_string(value) && strcmp(json_string_value(value), names[i]) == 0) {
			bool repeated = (*types & SCHEMA_TYPE_BIT(i)) != 0;

			*types |= SCHEMA_TYPE_BIT(i);
			return !repeated;
		}
	}
	return false;
}

static bool read_types(struct schema_compiler *c, json_t *value, struct schema_rule *rule)
{
	size_t n = json_is_array(value) ? json_array_size(value) : 1;
	struct buf text;

	buf_init(&text, BUF_UNBOUNDED);
	for (size_t i = 0; i < n; i++) {
		json_t *item = json_is_array(value) ? json_array_get(value, i) : value;

		if (!add_type(item, &rule->arg.types)) {
			buf_fini(&text);
			return schema_refuse(c, SCHEMA_REFUSED_TYPES);
		}
		buf_addf(&text, "%s%s", i > 0 ? ", " : "", json_string_value(item));
	}
	rule->text = take_text(c, &text);
	return n > 0 || schema_refuse(c, SCHEMA_REFUSED_TYPES);
}

static bool read_constant(struct schema_compiler *c, json_t *value, struct schema_rule *rule)
{
	rule->text = value_text(c, value);
	return true;
}

static bool read_constants(struct schema_compiler *c, json_t *value, struct schema_rule *rule)
{
	struct schema_entry *entries;
	struct buf text;

	if (json_array_size(value) == 0)
		return schema_refuse(c, SCHEMA_REFUSED_VALUES);
	entries = new_entries(c, json_array_size(value), rule);
	buf_init(&text, BUF_UNBOUNDED);
	for (size_t i = 0; i < rule->n; i++) {
		entries[i].name = value_text(c, json_array_get(value, i));
		buf_addf(&text, "%s%s", i > 0 ? ", " : "", entries[i].name);
	}
	rule->text = take_text(c, &text);
	return true;
}

static bool read_number(struct schema_compiler *c, json_t *value, struct schema_rule *rule)
{
	struct schema_number *number = arena_alloc(c->arena, sizeof(*number));

	rule->arg.number = number;
	if (!schema_number_of(value, number))
		return schema_refuse(c, SCHEMA_REFUSED_NUMBER);
	rule->text = value_text(c, value);
	return true;
}

static bool read_divisor(struct schema_compiler *c, json_t *value, struct schema_rule *rule)
{
	if (!read_number(c, value, rule))
		return false;
	return rule->arg.number->value > 0 || schema_refuse(c, SCHEMA_REFUSED_DIVISOR);
}

static bool read_count(struct schema_compiler *c, json_t *value, struct schema_rule *rule)
{
	double count;

	if (!read_number(c, value, rule))
		return false;
	count = rule->arg.number->value;
	if (count < 0 || rint(count) != count)
		return schema_refuse(c, SCHEMA_REFUSED_COUNT);
	return true;
}

static bool read_flag(struct schema_compiler *c, json_t *value, struct schema_rule *rule)
{
	(void)rule;
	if (!json_is_boolean(value))
		return schema_refuse(c, SCHEMA_REFUSED_FLAG);
	return json_is_true(value);
}

static int compare_entries(const void *a, const void *b)
{
	const struct schema_entry *x = a, *y = b;

	return strcmp(x->name, y->name);
}

static bool read_names(struct schema_compiler *c, json_t *value, struct schema_rule *rule)
{
	struct schema_entry *entries;

	if (!json_is_array(value))
		return schema_refuse(c, SCHEMA_REFUSED_NAMES);
	entries = new_entries(c, json_array_size(value), rule);
	for (size_t i = 0; i < rule->n; i++) {
		json_t *item = json_array_get(value, i);

		if (!json_is_string(item))
			return schema_refuse(c, SCHEMA_REFUSED_NAMES);
		entries[i].name = arena_strdup(c->arena, json_string_value(item));
	}
	return true;
}

static void free_pattern(void *pattern)
{
	struct schema_pattern *owned = pattern;

	schema_pattern_free(&owned);
}

static bool read_pattern(struct schema_compiler *c, json_t *value, struct schema_rule *rule)
{
	struct schema_pattern *pattern;
	enum schema_refusal_kind why;

	if (!json_is_string(value))
		return schema_refuse(c, SCHEMA_REFUSED_STRING);
	pattern = schema_pattern_new(json_string_value(value), &why);
	if (pattern == NULL)
		return schema_refuse(c, why);
	arena_own(c->arena, pattern, free_pattern);
	rule->arg.pattern = pattern;
	rule->text = arena_strdup(c->arena, json_string_value(value));
	return true;
}

static bool read_format(struct schema_compiler *c, json_t *value, struct schema_rule *rule)
{
	if (!json_is_string(value))
		return schema_refuse(c, SCHEMA_REFUSED_STRING);
	rule->arg.format = schema_format_find(json_string_value(value));
	if (rule->arg.format == NULL)
		return schema_refuse(c, SCHEMA_REFUSED_FORMAT);
	rule->text = arena_strdup(c->arena, json_string_value(value));
	return true;
}

static bool read_schema(struct schema_compiler *c, json_t *value, struct schema_rule *rule)
{
	(void)value;
	rule->arg.schema = schema_below(c, NULL);
	return rule->arg.schema != NULL;
}

static bool read_schemas(struct schema_compiler *c, json_t *value, struct schema_rule *rule)
{
	struct schema_entry *entries;

	if (json_array_size(value) == 0)
		return schema_refuse(c, SCHEMA_REFUSED_SCHEMAS);
	entries = new_entries(c, json_array_size(value), rule);
	for (size_t i = 0; i < rule->n; i++) {
		struct pointer_step step = {NULL, NULL, i};

		entries[i].schema = schema_below(c, &step);
	}
	return true;
}

/* Sorted by name, so that one can be searched for. */
static bool read_members(struct schema_compiler *c, json_t *value, struct schema_rule *rule)
{
	struct schema_entry *entries;
	const char *name;
	json_t *member;
	size_t i = 0;

	if (!json_is_object(value))
		return schema_refuse(c, SCHEMA_REFUSED_MEMBERS);
	entries = new_entries(c, json_object_size(value), rule);
	json_object_foreach(value, name, member) {
		struct pointer_step step = {NULL, name, 0};

		entries[i].name = arena_strdup(c->arena, name);
		entries[i++].schema = schema_below(c, &step);
	}
	qsort(entries, i, sizeof(*entries), compare_entries);
	return true;
}

static bool read_defs(struct schema_compiler *c, json_t *value, struct schema_rule *rule)
{
	return read_members(c, value, rule) && false;
}

/* Decodes the percent-encoding of a URI's fragment; NULL if it is wrong. */
static const char *decode_fragment(struct schema_compiler *c, const char *text)
{
	char *decoded = arena_strdup(c->scratch, text);
	char *out = decoded;

	while (*text != '\0') {
		if (*text != '%') {
			*out++ = *text++;
			continue;
		}
		if (hex_value(text[1]) < 0 || hex_value(text[2]) < 0)
			return NULL;
		*out++ = (char)(hex_value(text[1]) * 16 + hex_value(text[2]));
		text += 3;
	}
	*out = '\0';
	return decoded;
}

static bool read_ref(struct schema_compiler *c, json_t *value, struct schema_rule *rule)
{
	const char *text = json_string_value(value);
	const char *pointer;

	if (text == NULL || text[0] != '#' || (text[1] != '\0' && text[1] != '/'))
		return schema_refuse(c, SCHEMA_REFUSED_REF);
	pointer = decode_fragment(c, text + 1);
	if (pointer == NULL || pointer_find(c->document, pointer) == NULL)
		return schema_refuse(c, SCHEMA_REFUSED_PLACE);
	rule->arg.schema = schema_at(c, pointer);
	return true;
}

bool schema_read_argument(struct schema_compiler *compiler, json_t *value, struct schema_rule *rule)
{
	static bool (*const readers[])(struct schema_compiler *, json_t *, struct schema_rule *) = {
#define X(name, member, argument, check) read_##argument,
		SCHEMA_KEYWORDS(X)
#undef X
	};

	rule->text = "";
	return readers[rule->keyword](compiler, value, rule);
}
