/*
 * How the tables of lib/json/shape.h describe a member of a struct, and have the compiler check
 * that it is of the type its kind is read into. Included by shape.h alone.
 */
#ifndef TRINN_JSON_SHAPE_MEMBER_H
#define TRINN_JSON_SHAPE_MEMBER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define SHAPE_NO_EXTRA SIZE_MAX

#define SHAPE_TYPE_TEXT const char *
#define SHAPE_TYPE_I64 int64_t
#define SHAPE_TYPE_ID int64_t
#define SHAPE_TYPE_BOOL bool
#define SHAPE_TYPE_DATE int32_t
#define SHAPE_TYPE_RAW const char *

#define SHAPE_VALUE(type, member, value_type)                                                      \
	.offset = SHAPE_OFFSET(type, member, value_type), .size = sizeof(value_type)

#define SHAPE_ITEMS(type, member, count, item_type)                                                \
	.is_list = true, .offset = SHAPE_OFFSET(type, member, item_type *),                        \
	.size = sizeof(item_type), .extra_offset = SHAPE_OFFSET(type, count, size_t)

/* offsetof() that compiles only if the member is of the type expected. */
#define SHAPE_OFFSET(type, member, expected)                                                       \
	(offsetof(type, member) +                                                                  \
	 0 * sizeof(char[__builtin_types_compatible_p(__typeof__(((type *)0)->member),             \
						      expected) ? 1 : -1]))

#endif
