/* The keywords of JSON Schema that are understood. A rule is checked in the order of these rows. */
#ifndef TRINN_JSON_SCHEMA_KEYWORDS_H
#define TRINN_JSON_SCHEMA_KEYWORDS_H

/*
 * keyword, member name, what its value must be (schema_compile.c), how it is checked
 * (schema_check.c). annotation: the member is allowed and has no effect. `nothing`: another
 * keyword's check reads it.
 */
#define SCHEMA_KEYWORDS(X)                                                 \
	X(DIALECT, "$schema", dialect, nothing)                            \
	X(COMMENT, "$comment", annotation, nothing)                        \
	X(TITLE, "title", annotation, nothing)                             \
	X(DESCRIPTION, "description", annotation, nothing)                 \
	X(DEFAULT, "default", annotation, nothing)                         \
	X(EXAMPLES, "examples", annotation, nothing)                       \
	X(DEPRECATED, "deprecated", annotation, nothing)                   \
	X(READ_ONLY, "readOnly", annotation, nothing)                      \
	X(WRITE_ONLY, "writeOnly", annotation, nothing)                    \
	X(DEFS, "$defs", defs, nothing)                                    \
	X(TYPE, "type", types, type)                                       \
	X(REF, "$ref", ref, sub)                                           \
	X(CONST, "const", constant, const)                                 \
	X(ENUM, "enum", constants, enum)                                   \
	X(MIN_LENGTH, "minLength", count, bound)                           \
	X(MAX_LENGTH, "maxLength", count, bound)                           \
	X(PATTERN, "pattern", pattern, pattern)                            \
	X(FORMAT, "format", format, format)                                \
	X(MINIMUM, "minimum", number, bound)                               \
	X(MAXIMUM, "maximum", number, bound)                               \
	X(ABOVE, "exclusiveMinimum", number, bound)                        \
	X(BELOW, "exclusiveMaximum", number, bound)                        \
	X(MULTIPLE_OF, "multipleOf", divisor, multiple)                    \
	X(MIN_PROPERTIES, "minProperties", count, bound)                   \
	X(MAX_PROPERTIES, "maxProperties", count, bound)                   \
	X(REQUIRED, "required", names, required)                           \
	X(PROPERTIES, "properties", members, properties)                   \
	X(ADDITIONAL, "additionalProperties", schema, additional)          \
	X(MIN_ITEMS, "minItems", count, bound)                             \
	X(MAX_ITEMS, "maxItems", count, bound)                             \
	X(UNIQUE, "uniqueItems", flag, unique)                             \
	X(PREFIX_ITEMS, "prefixItems", schemas, prefix_items)              \
	X(ITEMS, "items", schema, items)                                   \
	X(ALL_OF, "allOf", schemas, all_of)                                \
	X(ANY_OF, "anyOf", schemas, any_of)                                \
	X(ONE_OF, "oneOf", schemas, one_of)                                \
	X(NOT, "not", schema, not)                                         \
	X(IF, "if", schema, if)                                            \
	X(THEN, "then", schema, nothing)                                   \
	X(ELSE, "else", schema, nothing)

enum schema_keyword {
#define X(name, member, argument, check) SCHEMA_KEYWORD_##name,
	SCHEMA_KEYWORDS(X)
#undef X
	SCHEMA_KEYWORD_FALSE, /* the schema `false`, which has no keyword */
	SCHEMA_KEYWORD_COUNT
};

#endif
