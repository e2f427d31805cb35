#include "api/applications/form.h"

#include <string.h>

#include "api/request/check.h"
#include "lib/base/arena.h"
#include "lib/base/fail.h"
#include "lib/json/body.h"
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

void form_check_schema(const char *form, struct problems *problems)
{
	json_t *json = parse(form);
	struct schema_set *set = compile(json, problems);

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
