/* Checking a value: the rules of a schema in turn, each by the function of its keyword. */
#include <string.h>

#include "lib/base/num.h"
#include "lib/json/schema_run.h"

#define DEPTH_MAX 256 /* of schemas within schemas, whether or not they enter a part of the value */
#define TEXT_MAX (16u << 20)
#define POINTER_MAX 65536

void schema_spend(struct schema_run *run, size_t steps)
{
	run->steps_left -= (long)steps;
}

static void judge(struct schema_trial *trial, const struct pointer_step *place,
		  enum schema_fault_kind kind)
{
	bool is_constant = kind == SCHEMA_CONST || kind == SCHEMA_ENUM;

	if (place == trial->place && (is_constant || kind == SCHEMA_TYPE))
		trial->is_other_kind = true;
	if (is_constant && place != NULL && place->parent == trial->place)
		trial->is_other_kind = true;
}

bool schema_fault_at(struct schema_run *run, const struct pointer_step *place,
		     enum schema_fault_kind kind, const char *param)
{
	struct schema_fault fault = {.kind = kind, .param = param};
	struct buf pointer;

	if (run->trial != NULL) {
		judge(run->trial, place, kind);
		return false;
	}
	if (run->on_fault == NULL || run->n_faults++ >= SCHEMA_FAULTS_MAX)
		return false;
	buf_init(&pointer, POINTER_MAX);
	pointer_write(place, &pointer);
	fault.pointer = buf_text(&pointer);
	run->on_fault(run->ctx, &fault);
	buf_fini(&pointer);
	return false;
}

bool schema_fault(struct schema_run *run, const struct schema_spot *spot,
		  enum schema_fault_kind kind)
{
	return schema_fault_at(run, spot->place, kind, spot->rule->text);
}

bool schema_rule_nothing(struct schema_run *run, const struct schema_spot *spot)
{
	(void)run;
	(void)spot;
	return true;
}

static bool check_false(struct schema_run *run, const struct schema_spot *spot)
{
	return schema_fault(run, spot, SCHEMA_EXCLUDED);
}

static bool obeys(struct schema_run *run, const struct schema_spot *spot)
{
	static bool (*const checks[SCHEMA_KEYWORD_COUNT])(struct schema_run *,
							  const struct schema_spot *) = {
#define X(name, member, argument, check) [SCHEMA_KEYWORD_##name] = schema_rule_##check,
		SCHEMA_KEYWORDS(X)
#undef X
		[SCHEMA_KEYWORD_FALSE] = check_false,
	};

	return checks[spot->rule->keyword](run, spot);
}

/* What the value adds to the cost of any rule. */
static size_t extent(const json_t *value)
{
	if (json_is_string(value))
		return json_string_length(value) / 16;
	return json_array_size(value) + json_object_size(value);
}

bool schema_fits(struct schema_run *run, const struct schema *schema, json_t *value,
		 const struct pointer_step *place)
{
	struct schema_spot spot = {.schema = schema, .value = value, .place = place};
	bool ok = true;

	if (++run->depth > DEPTH_MAX)
		schema_spend(run, SCHEMA_STEPS_MAX);
	for (size_t i = 0; i < schema->n && run->steps_left >= 0; i++) {
		spot.rule = &schema->rules[i];
		schema_spend(run, 1 + (spot.rule->n + extent(value)) / 4);
		if (obeys(run, &spot))
			continue;
		ok = false;
		/* Other rules say nothing of use about a value of the wrong type. */
		if (spot.rule->keyword == SCHEMA_KEYWORD_TYPE)
			break;
	}
	run->depth--;
	return ok && run->steps_left >= 0;
}

bool schema_check(const struct schema *schema, json_t *value, schema_fault_fn *on_fault, void *ctx)
{
	struct schema_run run = {
		.on_fault = on_fault,
		.ctx = ctx,
		.steps_left = SCHEMA_STEPS_MAX,
	};
	bool ok;

	buf_init(&run.text, TEXT_MAX);
	ok = schema_fits(&run, schema, value, NULL);
	if (run.steps_left < 0) {
		run.n_faults = 0;
		ok = schema_fault_at(&run, NULL, SCHEMA_LIMIT, "");
	}
	schema_matcher_free(&run.matcher);
	buf_fini(&run.text);
	return ok;
}

/* The types that the schema names itself or by reference, all if it names none. */
static unsigned int types_named(const struct schema *schema)
{
	const struct schema_rule *type = schema_find_rule(schema, SCHEMA_KEYWORD_TYPE);
	const struct schema_rule *ref = schema_find_rule(schema, SCHEMA_KEYWORD_REF);

	if (type != NULL)
		return type->arg.types;
	return ref != NULL ? types_named(ref->arg.schema) : ~0u;
}

static json_t *read_text(const char *text, unsigned int types)
{
	int64_t integer;

	if ((types & SCHEMA_TYPE_BIT(SCHEMA_TYPE_STRING)) != 0)
		return json_string(text);
	if ((types & SCHEMA_TYPE_BIT(SCHEMA_TYPE_INTEGER)) != 0 &&
	    num_i64(text, INT64_MIN, INT64_MAX, &integer))
		return json_integer(integer);
	if ((types & SCHEMA_TYPE_BIT(SCHEMA_TYPE_BOOLEAN)) != 0 &&
	    (strcmp(text, "true") == 0 || strcmp(text, "false") == 0))
		return json_boolean(text[0] == 't');
	return json_string(text);
}

bool schema_check_text(const struct schema *schema, const char *text, schema_fault_fn *on_fault,
		       void *ctx)
{
	static const struct schema_fault not_utf8 = {
		.kind = SCHEMA_FORMAT,
		.pointer = "",
		.param = "utf-8",
	};
	json_t *value = read_text(text, types_named(schema));
	bool ok;

	if (value == NULL) {
		if (on_fault != NULL)
			on_fault(ctx, &not_utf8);
		return false;
	}
	ok = schema_check(schema, value, on_fault, ctx);
	json_decref(value);
	return ok;
}
