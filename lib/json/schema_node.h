/* The compiled form of schemas: what schema_compile.c writes and schema_check.c reads. */
#ifndef TRINN_JSON_SCHEMA_NODE_H
#define TRINN_JSON_SCHEMA_NODE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lib/base/arena.h"
#include "lib/json/schema.h"
#include "lib/json/schema_format.h"
#include "lib/json/schema_keywords.h"
#include "lib/json/schema_pattern.h"
#include "lib/json/schema_value.h"

#define SCHEMA_TYPES(X)                                                    \
	X(NULL, "null")                                                    \
	X(BOOLEAN, "boolean")                                              \
	X(INTEGER, "integer")                                              \
	X(NUMBER, "number")                                                \
	X(STRING, "string")                                                \
	X(ARRAY, "array")                                                  \
	X(OBJECT, "object")

enum schema_type {
#define X(name, text) SCHEMA_TYPE_##name,
	SCHEMA_TYPES(X)
#undef X
	SCHEMA_TYPE_COUNT
};

#define SCHEMA_TYPE_BIT(type) (1u << (type))

/* A list of constants, names or schemas, in the order written. `name` is set in names and members,
 * and is the JSON text of a constant. */
struct schema_entry {
	const char *name;
	const struct schema *schema;
};

/* One keyword of one schema. */
struct schema_rule {
	enum schema_keyword keyword;
	uint32_t n;       /* entries */
	const char *text; /* param of the fault, "" if it has none */
	union {
		unsigned int types; /* SCHEMA_TYPE_BITs */
		const struct schema_number *number;
		const struct schema_entry *entries;
		const struct schema *schema;
		const struct schema_pattern *pattern;
		schema_format_fn *format;
	} arg;
};

/* Rules in the order of SCHEMA_KEYWORDS; none: everything fits. */
struct schema {
	uint32_t n;
	uint32_t number; /* within its set */
	struct schema_rule *rules;
};

struct schema_set {
	struct arena *arena; /* holds all that follows */
	size_t n;
	const struct schema **schemas;
};

/* The schema's rule for the keyword, NULL if it has none. */
const struct schema_rule *schema_find_rule(const struct schema *schema,
					   enum schema_keyword keyword);

#endif
