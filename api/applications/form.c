#include "api/applications/form.h"

#include <string.h>

#include "api/request/check.h"
#include "lib/base/arena.h"
#include "lib/base/fail.h"
#include "lib/json/body.h"
#include "lib/json/pointer.h"
#include "lib/json/schema.h"

#define FORM_BYTES_MAX (1024 * 1024)

static json_t *parse(const char *text)
{
	struct body_limits limits = {.len_bytes = FORM_BYTES_MAX, .depth = 64};
	json_t *json = NULL;
	size_t position;

	MUST(body_parse(text, strlen(text), &limits, &json, &position) == BODY_OK);
	return json;
}

static void on_refusal(void *ctx, const struct schema_refusal *refusal)
{
	struct problems *problems = ctx;
	const char *why = arena_printf(problems->arena, "@schema.%s", refusal->code);

	if (*refusal->keyword != '\0')
		why = arena_printf(problems->arena, "%s \"%s\"", why, refusal->keyword);
	problems_at(problems, PROBLEM_FIELD, why, NULL, "#/form%s", refusal->pointer);
}

static struct schema_set *compile(json_t *form, struct problems *problems)
{
	static const char *const whole[] = {""};

	return schema_set_new(form, whole, 1, on_refusal, problems);
}

/* A schema of the form, and where it stands. */
struct part {
	json_t *schema;
	const char *pointer;
	struct problems *problems;
};

static void refuse(const struct part *part, const char *why, const char *what)
{
	const char *told = arena_printf(part->problems->arena, "@schema.%s \"%s\"", why, what);

	problems_at(part->problems, PROBLEM_FIELD, told, NULL, "#/form%s", part->pointer);
}

static void check_bounds(const struct part *part)
{
	static const char *const bounds[][2] = {
		{"minLength", "maxLength"},
		{"minItems", "maxItems"},
		{"minProperties", "maxProperties"},
		{"minimum", "maximum"},
	};

	for (size_t i = 0; i < sizeof(bounds) / sizeof(bounds[0]); i++) {
		const json_t *least = json_object_get(part->schema, bounds[i][0]);
		const json_t *most = json_object_get(part->schema, bounds[i][1]);

		if (least != NULL && most != NULL &&
		    json_number_value(least) > json_number_value(most))
			refuse(part, "bounds", bounds[i][0]);
	}
}

/* What is required where nothing else than what is named may be answered. */
static void check_required(const struct part *part)
{
	const json_t *properties = json_object_get(part->schema, "properties");
	const json_t *required = json_object_get(part->schema, "required");
	const json_t *name;
	size_t i;

	if (!json_is_false(json_object_get(part->schema, "additionalProperties")))
		return;
	json_array_foreach(required, i, name)
		if (json_object_get(properties, json_string_value(name)) == NULL)
			refuse(part, "unanswerable", json_string_value(name));
}

static void check_part(const struct part *part);

static void check_below(const struct part *above, json_t *schema, const char *name)
{
	struct part part = {.schema = schema, .problems = above->problems};
	struct buf pointer;

	buf_init(&pointer, BUF_UNBOUNDED);
	buf_adds(&pointer, above->pointer);
	pointer_write_name(name, &pointer);
	part.pointer = arena_strdup(above->problems->arena, buf_text(&pointer));
	buf_fini(&pointer);
	check_part(&part);
}

static void check_each(const struct part *above, json_t *schemas, const char *name)
{
	struct arena *arena = above->problems->arena;
	struct part list = {schemas, arena_printf(arena, "%s/%s", above->pointer, name),
			    above->problems};
	const char *key;
	json_t *schema;
	size_t i;

	json_array_foreach(schemas, i, schema)
		check_below(&list, schema, arena_printf(arena, "%zu", i));
	if (json_is_array(schemas))
		return;
	json_object_foreach(schemas, key, schema)
		check_below(&list, schema, key);
}

/* That some answers fit, as far as is seen without trying. */
static void check_part(const struct part *part)
{
	static const char *const one[] = {"items", "additionalProperties"};
	static const char *const several[] = {"properties", "$defs", "prefixItems",
					      "allOf",      "anyOf", "oneOf"};

	if (!json_is_object(part->schema))
		return;
	check_bounds(part);
	check_required(part);
	for (size_t i = 0; i < sizeof(one) / sizeof(one[0]); i++)
		check_below(part, json_object_get(part->schema, one[i]), one[i]);
	for (size_t i = 0; i < sizeof(several) / sizeof(several[0]); i++)
		check_each(part, json_object_get(part->schema, several[i]), several[i]);
}

static bool takes_object(const json_t *types)
{
	const json_t *type;
	size_t i;

	if (types == NULL || json_is_string(types))
		return types == NULL || strcmp(json_string_value(types), "object") == 0;
	json_array_foreach(types, i, type)
		if (strcmp(json_string_value(type), "object") == 0)
			return true;
	return false;
}

static void check_answerable(json_t *form, struct problems *problems)
{
	struct part whole = {form, "", problems};

	if (!takes_object(json_object_get(form, "type")))
		refuse(&whole, "root", "type");
	check_part(&whole);
}

void form_check_schema(const char *form, struct problems *problems)
{
	json_t *json = parse(form);
	struct schema_set *set = compile(json, problems);

	if (set != NULL)
		check_answerable(json, problems);
	schema_set_free(&set);
	json_decref(json);
}

static void on_fault(void *ctx, const struct schema_fault *fault)
{
	struct problems *problems = ctx;
	struct schema_fault here = *fault;

	here.pointer = arena_printf(problems->arena, "/answers%s", fault->pointer);
	check_on_fault(problems, &here);
}

void form_check(const char *form, const char *answers, struct problems *problems)
{
	json_t *form_json = parse(form);
	json_t *answers_json = parse(answers);
	struct schema_set *set = compile(form_json, problems);

	if (set != NULL)
		(void)!schema_check(schema_set_get(set, 0), answers_json, on_fault, problems);
	schema_set_free(&set);
	json_decref(answers_json);
	json_decref(form_json);
}
