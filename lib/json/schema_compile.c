/* From JSON to rules: every schema is a task of its own, so that references may go round. */
#include <string.h>

#include "lib/base/fail.h"
#include "lib/json/pointer.h"
#include "lib/json/schema_compiler.h"

static const char *const keywords[] = {
#define X(name, member, argument, check) member,
	SCHEMA_KEYWORDS(X)
#undef X
};

/* Of a schema's place: what a small document could otherwise multiply by long names. */
#define POINTER_LEN_MAX 500

#define N_KEYWORDS (sizeof(keywords) / sizeof(keywords[0]))

static const struct {
	const char *code;
	const char *text;
} refusals[] = {
#define X(name, code, text) {code, text},
	SCHEMA_REFUSALS(X)
#undef X
};

bool schema_refuse(struct schema_compiler *c, enum schema_refusal_kind why)
{
	struct schema_refusal refusal = {c->pointer, c->keyword, refusals[why].code,
					 refusals[why].text};

	if (c->n_refused++ < SCHEMA_FAULTS_MAX)
		c->on_refusal(c->ctx, &refusal);
	return false;
}

const struct schema *schema_at(struct schema_compiler *c, const char *pointer)
{
	json_t *number = json_object_get(c->numbers, pointer);
	struct schema *schema;

	if (number != NULL) {
		MUST(c->tasks != NULL);
		return c->tasks[json_integer_value(number)].schema;
	}
	if (strlen(pointer) > POINTER_LEN_MAX) {
		schema_refuse(c, SCHEMA_REFUSED_DEEP);
		return NULL;
	}
	if (c->n_tasks == c->cap) {
		c->cap = c->cap * 2 + 16;
		c->tasks = base_realloc(c->tasks, c->cap * sizeof(*c->tasks));
	}
	schema = arena_alloc(c->arena, sizeof(*schema));
	schema->number = (uint32_t)c->n_tasks;
	c->tasks[c->n_tasks] = (struct schema_task){arena_strdup(c->scratch, pointer), schema};
	MUST(json_object_set_new(c->numbers, pointer, json_integer(schema->number)) == 0);
	c->n_tasks++;
	return schema;
}

static bool is_known(const char *name)
{
	for (size_t i = 0; i < N_KEYWORDS; i++)
		if (strcmp(name, keywords[i]) == 0)
			return true;
	return strncmp(name, "x-", 2) == 0;
}

static void compile_object(struct schema_compiler *c, json_t *json, struct schema *schema)
{
	const char *name;
	json_t *value;

	json_object_foreach(json, name, value) {
		c->keyword = name;
		if (!is_known(name))
			schema_refuse(c, SCHEMA_REFUSED_KEYWORD);
	}
	schema->rules = arena_alloc(c->arena, json_object_size(json) * sizeof(*schema->rules));
	for (size_t i = 0; i < N_KEYWORDS; i++) {
		struct schema_rule rule = {.keyword = (enum schema_keyword)i};

		c->keyword = keywords[i];
		value = json_object_get(json, keywords[i]);
		if (value != NULL && schema_read_argument(c, value, &rule))
			schema->rules[schema->n++] = rule;
	}
}

static void compile_false(struct schema_compiler *c, struct schema *schema)
{
	schema->rules = arena_alloc(c->arena, sizeof(*schema->rules));
	schema->rules[schema->n++] =
		(struct schema_rule){.keyword = SCHEMA_KEYWORD_FALSE, .text = ""};
}

static void compile(struct schema_compiler *c, const struct schema_task *task)
{
	json_t *json = pointer_find(c->document, task->pointer);

	c->pointer = task->pointer;
	c->keyword = "";
	if (json == NULL)
		schema_refuse(c, SCHEMA_REFUSED_PLACE);
	else if (json_is_object(json))
		compile_object(c, json, task->schema);
	else if (json_is_false(json))
		compile_false(c, task->schema);
	else if (!json_is_true(json))
		schema_refuse(c, SCHEMA_REFUSED_SCHEMA);
}

enum mark { UNSEEN, ON_PATH, DONE };

static bool finds_loop(const struct schema *schema, enum mark *marks);

/* Whether a rule leads back to a schema on the path without entering a part of the value. */
static bool rule_finds_loop(const struct schema_rule *rule, enum mark *marks)
{
	switch ((int)rule->keyword) {
	case SCHEMA_KEYWORD_REF:
	case SCHEMA_KEYWORD_NOT:
	case SCHEMA_KEYWORD_IF:
	case SCHEMA_KEYWORD_THEN:
	case SCHEMA_KEYWORD_ELSE:
		return finds_loop(rule->arg.schema, marks);
	case SCHEMA_KEYWORD_ALL_OF:
	case SCHEMA_KEYWORD_ANY_OF:
	case SCHEMA_KEYWORD_ONE_OF:
		for (size_t i = 0; i < rule->n; i++)
			if (finds_loop(rule->arg.entries[i].schema, marks))
				return true;
		return false;
	default:
		return false;
	}
}

static bool finds_loop(const struct schema *schema, enum mark *marks)
{
	enum mark *mark = &marks[schema->number];

	if (*mark != UNSEEN)
		return *mark == ON_PATH;
	*mark = ON_PATH;
	for (size_t i = 0; i < schema->n; i++)
		if (rule_finds_loop(&schema->rules[i], marks))
			return true;
	*mark = DONE;
	return false;
}

static void refuse_loops(struct schema_compiler *c)
{
	enum mark *marks = arena_alloc(c->scratch, c->n_tasks * sizeof(*marks));

	for (size_t i = 0; i < c->n_tasks; i++) {
		c->pointer = c->tasks[i].pointer;
		c->keyword = "";
		if (finds_loop(c->tasks[i].schema, marks)) {
			schema_refuse(c, SCHEMA_REFUSED_LOOP);
			return;
		}
	}
}

static void compile_all(struct schema_compiler *c, const char *const *pointers,
			struct schema_set *set)
{
	set->schemas = arena_alloc(c->arena, set->n * sizeof(*set->schemas));
	for (size_t i = 0; i < set->n; i++)
		set->schemas[i] = schema_at(c, pointers[i]);
	/* Compiling one schema may add others, and move the tasks. */
	for (size_t i = 0; i < c->n_tasks; i++) {
		struct schema_task task = c->tasks[i];

		compile(c, &task);
	}
	if (c->n_refused == 0)
		refuse_loops(c);
}

struct schema_set *schema_set_new(json_t *document, const char *const *pointers, size_t n,
				  schema_refusal_fn *on_refusal, void *ctx)
{
	struct schema_set *set = base_alloc(sizeof(*set));
	struct schema_compiler c = {
		.document = document,
		.arena = arena_new(SIZE_MAX),
		.scratch = arena_new(SIZE_MAX),
		.numbers = json_object(),
		.on_refusal = on_refusal,
		.ctx = ctx,
	};

	set->arena = c.arena;
	set->n = n;
	compile_all(&c, pointers, set);
	json_decref(c.numbers);
	base_free(c.tasks);
	arena_free(&c.scratch);
	if (c.n_refused > 0)
		schema_set_free(&set);
	return set;
}
