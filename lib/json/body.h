/*
 * The one way from bytes of outside to a JSON value.
 *
 * The text is an object or an array in UTF-8 (RFC 8259) without repeated member names, without NUL
 * in strings, with integers that fit 64 bits. Depth and length are bounded before anything is
 * built: an array of empty objects takes some eighty times its length in memory.
 */
#ifndef TRINN_JSON_BODY_H
#define TRINN_JSON_BODY_H

#include <stddef.h>

#include <jansson.h>

#include "lib/base/attr.h"

/* Depth of what clients and token issuers send; the outermost value counts as 1. */
#define BODY_DEPTH_MAX 16

#define BODY_FAULTS(X)                                                     \
	X(OK, "ok")                                                        \
	X(TOO_LONG, "longer than allowed")                                 \
	X(TOO_DEEP, "nested deeper than allowed")                          \
	X(NOT_UTF8, "not UTF-8")                                           \
	X(DUPLICATE, "a member name is repeated")                          \
	X(NUMBER_RANGE, "a number is outside the range that can be kept")  \
	X(NUL, "a string holds the character NUL")                         \
	X(MALFORMED, "not a JSON object or array")

enum body_fault {
#define X(name, text) BODY_##name,
	BODY_FAULTS(X)
#undef X
};

struct body_limits {
	size_t len_bytes;
	unsigned int depth;
};

/* Parses `len` bytes. On BODY_OK the caller owns *value_out; on any other result it is NULL and
 * *position_out is the offset in bytes at which the fault was seen. */
enum body_fault body_parse(const char *bytes, size_t len, const struct body_limits *limits,
			   json_t **value_out, size_t *position_out) MUST_USE;

/* The fault in a few English words, for logs and problem details. */
const char *body_fault_text(enum body_fault fault);

#endif
