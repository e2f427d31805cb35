/* What the two halves of the compiler share: walking the schemas, and reading keywords' values. */
#ifndef TRINN_JSON_SCHEMA_COMPILER_H
#define TRINN_JSON_SCHEMA_COMPILER_H

#include <stdbool.h>
#include <stddef.h>

#include <jansson.h>

#include "lib/base/arena.h"
#include "lib/base/attr.h"
#include "lib/base/buf.h"
#include "lib/json/schema_node.h"
#include "lib/json/schema_refusals.h"

/* A schema found in the document and compiled once, however many refer to it. */
struct schema_task {
	const char *pointer;
	struct schema *schema;
};

struct schema_compiler {
	json_t *document;
	struct arena *arena;   /* of the set */
	struct arena *scratch; /* for the time of compiling */
	json_t *numbers;       /* of tasks by pointer */
	struct schema_task *tasks;
	size_t n_tasks;
	size_t cap;
	const char *pointer; /* of the schema at work */
	const char *keyword; /* at work in it */
	schema_refusal_fn *on_refusal;
	void *ctx;
	size_t n_refused;
};

/* Reports the keyword at work. Returns false, for a caller that has nothing more to do. */
bool schema_refuse(struct schema_compiler *compiler, enum schema_refusal_kind why);

/* The schema at `pointer`, to be compiled if it is not yet; NULL if that was refused. */
const struct schema *schema_at(struct schema_compiler *compiler, const char *pointer);

/* Reads the keyword's value into rule->arg and rule->text. False if there is nothing to check, be
 * it that the value was refused. */
bool schema_read_argument(struct schema_compiler *compiler, json_t *value,
			  struct schema_rule *rule) MUST_USE;

#endif
