/* Why a schema is refused when it is compiled: name, stable code for clients, text. */
#ifndef TRINN_JSON_SCHEMA_REFUSALS_H
#define TRINN_JSON_SCHEMA_REFUSALS_H

#define SCHEMA_REFUSALS(X)                                                                         \
	X(KEYWORD, "keyword", "keyword is not supported")                                          \
	X(SCHEMA, "schema", "a schema is an object or a boolean")                                  \
	X(PLACE, "place", "names no place in the document")                                        \
	X(DEEP, "deep", "leads too deep")                                                          \
	X(LOOP, "loop", "refers to itself without end")                                            \
	X(DIALECT, "dialect", "must be \"https://json-schema.org/draft/2020-12/schema\"")          \
	X(TYPES, "types", "must be a type, or an array of different types")                        \
	X(VALUES, "values", "must be an array of at least one value")                              \
	X(NUMBER, "number", "must be a number")                                                    \
	X(DIVISOR, "divisor", "must be above 0")                                                   \
	X(COUNT, "count", "must be a whole number, 0 or more")                                     \
	X(FLAG, "flag", "must be true or false")                                                   \
	X(NAMES, "names", "must be an array of names")                                             \
	X(STRING, "string", "must be a string")                                                    \
	X(LONG_PATTERN, "long-pattern", "pattern is too long")                                     \
	X(PATTERN, "pattern", "not a regular expression")                                          \
	X(FORMAT, "format", "format is not supported")                                             \
	X(SCHEMAS, "schemas", "must be an array of at least one schema")                           \
	X(MEMBERS, "members", "must be an object of schemas")                                      \
	X(REF, "ref", "must be \"#\" or \"#/...\"")

enum schema_refusal_kind {
#define X(name, code, text) SCHEMA_REFUSED_##name,
	SCHEMA_REFUSALS(X)
#undef X
};

#endif
