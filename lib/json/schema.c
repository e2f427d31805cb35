/* Sets of schemas, and the names of faults. */
#include "lib/json/schema.h"

#include "lib/base/fail.h"
#include "lib/json/schema_node.h"

void schema_set_free(struct schema_set **set)
{
	if (*set == NULL)
		return;
	arena_free(&(*set)->arena);
	base_free(*set);
	*set = NULL;
}

const struct schema *schema_set_get(const struct schema_set *set, size_t i)
{
	MUST(i < set->n);
	return set->schemas[i];
}

const struct schema_rule *schema_find_rule(const struct schema *schema,
					   enum schema_keyword keyword)
{
	for (size_t i = 0; i < schema->n; i++)
		if (schema->rules[i].keyword == keyword)
			return &schema->rules[i];
	return NULL;
}

const char *schema_fault_code(enum schema_fault_kind kind)
{
	static const char *const codes[] = {
#define X(name, code) code,
		SCHEMA_FAULTS(X)
#undef X
	};

	return codes[kind];
}
