/*
 * From a JSON object to a C struct by a table of fields.
 *
 *	struct cost {const char *text; int64_t amount_ore;};
 *	static const struct shape_field cost_fields[] = {
 *		SHAPE_FIELD(struct cost, text, "text", TEXT),
 *		SHAPE_FIELD(struct cost, amount_ore, "amount", I64),
 *	};
 *	static const struct shape cost_shape = SHAPE(struct cost, cost_fields);
 *
 * The kind fixes the C type of the member; another type does not compile. Members of the object
 * that no field names are ignored: refusing them is the schema's work. An optional member that is
 * null is absent.
 */
#ifndef TRINN_JSON_SHAPE_H
#define TRINN_JSON_SHAPE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <jansson.h>

#include "lib/base/arena.h"
#include "lib/base/attr.h"
#include "lib/json/shape_member.h"

/* kind, the JSON it is read from */
#define SHAPE_KINDS(X)                                                                             \
	X(TEXT, "a string")                                                                        \
	X(I64, "an integer")                                                                       \
	X(ID, "a string of digits")        /* an id of the database, 1 or more */                  \
	X(BOOL, "a boolean")                                                                       \
	X(DATE, "a date, YYYY-MM-DD")      /* days of lib/base/date.h */                           \
	X(RAW, "any value")                /* kept as its compact JSON text */                     \
	X(OBJECT, "an object")             /* of another shape */

enum shape_kind {
#define X(name, json) SHAPE_KIND_##name,
	SHAPE_KINDS(X)
#undef X
};

struct shape_field {
	const char *name; /* of the member in the JSON object */
	enum shape_kind kind;
	bool is_list;
	bool is_optional;
	size_t size;         /* of the value, or of one item of a list */
	size_t offset;       /* of the value, or of the pointer to a list's first item */
	size_t extra_offset; /* of a list's count, or of an optional value's presence */
	const struct shape *object; /* of kind OBJECT */
};

struct shape {
	size_t size; /* of the C struct */
	const struct shape_field *fields;
	size_t n;
};

#define SHAPE(type, table) {sizeof(type), table, sizeof(table) / sizeof((table)[0])}

/* A required value. */
#define SHAPE_FIELD(type, member, json_name, kind_name)                                            \
	{.name = json_name, .kind = SHAPE_KIND_##kind_name,                                        \
	 SHAPE_VALUE(type, member, SHAPE_TYPE_##kind_name)}

/* A value that may be absent; `has` is a bool member that says whether it is there. */
#define SHAPE_OPTIONAL(type, member, json_name, kind_name, has)                                    \
	{.name = json_name, .kind = SHAPE_KIND_##kind_name, .is_optional = true,                   \
	 SHAPE_VALUE(type, member, SHAPE_TYPE_##kind_name),                                        \
	 .extra_offset = SHAPE_OFFSET(type, has, bool)}

/* A TEXT or RAW that may be absent and is NULL then. */
#define SHAPE_OR_NULL(type, member, json_name, kind_name)                                          \
	{.name = json_name, .kind = SHAPE_KIND_##kind_name, .is_optional = true,                   \
	 SHAPE_VALUE(type, member, const char *), .extra_offset = SHAPE_NO_EXTRA}

/* A required array; `member` points to the first of its `count` items, a size_t member. */
#define SHAPE_LIST(type, member, count, json_name, kind_name)                                      \
	{.name = json_name, .kind = SHAPE_KIND_##kind_name,                                        \
	 SHAPE_ITEMS(type, member, count, SHAPE_TYPE_##kind_name)}

/* The same array if it may be absent; it is empty then. */
#define SHAPE_OPTIONAL_LIST(type, member, count, json_name, kind_name)                             \
	{.name = json_name, .kind = SHAPE_KIND_##kind_name, .is_optional = true,                   \
	 SHAPE_ITEMS(type, member, count, SHAPE_TYPE_##kind_name)}

/* A required object, read into a struct within this one by the shape `sub`. */
#define SHAPE_OBJECT(type, member, json_name, sub)                                                 \
	{.name = json_name, .kind = SHAPE_KIND_OBJECT, .object = sub,                              \
	 SHAPE_VALUE(type, member, __typeof__(((type *)0)->member))}

/* An object that may be absent. */
#define SHAPE_OPTIONAL_OBJECT(type, member, json_name, sub, has)                                   \
	{.name = json_name, .kind = SHAPE_KIND_OBJECT, .object = sub, .is_optional = true,         \
	 SHAPE_VALUE(type, member, __typeof__(((type *)0)->member)),                               \
	 .extra_offset = SHAPE_OFFSET(type, has, bool)}

/* A required array of objects, and one that may be absent. */
#define SHAPE_OBJECTS(type, member, count, json_name, sub)                                         \
	{.name = json_name, .kind = SHAPE_KIND_OBJECT, .object = sub,                              \
	 SHAPE_ITEMS(type, member, count, __typeof__(*((type *)0)->member))}

#define SHAPE_OPTIONAL_OBJECTS(type, member, count, json_name, sub)                                \
	{.name = json_name, .kind = SHAPE_KIND_OBJECT, .object = sub, .is_optional = true,         \
	 SHAPE_ITEMS(type, member, count, __typeof__(*((type *)0)->member))}

/* Where and why an object does not fit its shape. */
struct shape_misfit {
	const char *pointer;  /* RFC 6901, in the arena */
	const char *expected; /* constant, "an integer" */
};

/* Reads `object` into the struct at `out`, of shape->size bytes. Texts and lists are copies in the
 * arena. False if it does not fit; `out` is undefined then. */
bool shape_read(const struct shape *shape, json_t *object, struct arena *arena, void *out,
		struct shape_misfit *misfit_out) MUST_USE;

#endif
