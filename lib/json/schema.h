/*
 * Validation by JSON Schema 2020-12, a named subset of its keywords (lib/json/schema_keywords.h).
 *
 * A schema that uses any other keyword is refused when it is compiled, so that no rule of it is
 * ever silently not applied. Members that start with "x-" are ignored. `format` is asserted. `$ref`
 * points into the same document, "#" or "#/...", and may recurse. Differences from the
 * specification: 1.0 is no integer, because integers are int64 from end to end; regular expressions
 * are those of PCRE2 with the ECMAScript meaning of \u, $ and empty classes.
 *
 * Work is bounded: a check reports SCHEMA_FAULTS_MAX faults at most, and a value that would take
 * too many steps, in regular expressions above all, gets the fault SCHEMA_LIMIT.
 */
#ifndef TRINN_JSON_SCHEMA_H
#define TRINN_JSON_SCHEMA_H

#include <stdbool.h>
#include <stddef.h>

#include <jansson.h>

#include "lib/base/attr.h"

#define SCHEMA_FAULTS_MAX 100

/* One schema, ready to check values. Belongs to its set. */
struct schema;

/* The schemas compiled from one document, with the targets of `$ref` shared. Immutable, and
 * independent of the json_t they were made from. */
struct schema_set;

/* Why a schema was refused. All texts are valid in the callback only. */
struct schema_refusal {
	const char *pointer; /* of the schema within the document, RFC 6901 */
	const char *keyword; /* "" if the schema as a whole is meant */
	const char *code;    /* stable, of lib/json/schema_refusals.h */
	const char *why;
};

typedef void schema_refusal_fn(void *ctx, const struct schema_refusal *refusal);

/* Compiles the schemas at `n` JSON pointers of `document`, which is only read; "" is all of it.
 * NULL if any is refused, after `on_refusal` was called for each reason, SCHEMA_FAULTS_MAX times at
 * most. */
struct schema_set *schema_set_new(json_t *document, const char *const *pointers, size_t n,
				  schema_refusal_fn *on_refusal, void *ctx) MUST_USE;

void schema_set_free(struct schema_set **set);

/* The schema at the i-th pointer; lives as long as the set. */
const struct schema *schema_set_get(const struct schema_set *set, size_t i);

/* kind, stable code for clients, what the fault's `param` is */
#define SCHEMA_FAULTS(X)                                                                           \
	X(TYPE, "type")                         /* types allowed: "integer, null" */               \
	X(ENUM, "enum")                         /* values allowed, as JSON: "a", "b" */            \
	X(CONST, "const")                       /* the value required, as JSON */                  \
	X(REQUIRED, "required")                 /* none; the pointer names the absent member */    \
	X(UNKNOWN, "unknown")                   /* none; the pointer names the surplus member */   \
	X(TOO_FEW_MEMBERS, "too_few_members")   /* least number */                                 \
	X(TOO_MANY_MEMBERS, "too_many_members") /* greatest number */                              \
	X(TOO_FEW_ITEMS, "too_few_items")       /* least number */                                 \
	X(TOO_MANY_ITEMS, "too_many_items")     /* greatest number */                              \
	X(NOT_UNIQUE, "not_unique")             /* none; the pointer names a repeated item */      \
	X(TOO_SHORT, "too_short")               /* least number of code points */                  \
	X(TOO_LONG, "too_long")                 /* greatest number of code points */               \
	X(PATTERN, "pattern")                   /* the regular expression */                       \
	X(FORMAT, "format")                     /* name of the format */                           \
	X(TOO_SMALL, "too_small")               /* least value */                                  \
	X(TOO_LARGE, "too_large")               /* greatest value */                               \
	X(NOT_ABOVE, "not_above")               /* the value it must exceed */                     \
	X(NOT_BELOW, "not_below")               /* the value it must stay below */                 \
	X(NOT_MULTIPLE, "not_multiple")         /* the divisor */                                  \
	X(NO_MATCH, "no_match")                 /* none: no alternative fits */                    \
	X(AMBIGUOUS, "ambiguous")               /* none: more than one alternative fits */         \
	X(EXCLUDED, "excluded")                 /* none: `not`, or the schema `false` */           \
	X(LIMIT, "limit")                       /* none: too much work, the rest is unchecked */

enum schema_fault_kind {
#define X(name, code) SCHEMA_##name,
	SCHEMA_FAULTS(X)
#undef X
};

/* All texts are valid in the callback only. */
struct schema_fault {
	enum schema_fault_kind kind;
	const char *pointer; /* into the value, RFC 6901: "/costs/0/amount" */
	const char *param;   /* see SCHEMA_FAULTS; "" if none */
};

typedef void schema_fault_fn(void *ctx, const struct schema_fault *fault);

/* Whether `value` fits; reports every fault if not. Where no alternative of anyOf or oneOf fits,
 * the faults of the one that is meant (by type and by constant members) are reported, or NO_MATCH
 * if that is not clear. `on_fault` may be NULL. */
bool schema_check(const struct schema *schema, json_t *value, schema_fault_fn *on_fault,
		  void *ctx) MUST_USE;

/* As schema_check() for the text of a query or path parameter, which is read as integer or boolean
 * if the schema's `type`, there or by reference, is not string, else is a string. Text that is no
 * such value is a fault of type; text that is not UTF-8 is a fault of format. */
bool schema_check_text(const struct schema *schema, const char *text, schema_fault_fn *on_fault,
		       void *ctx) MUST_USE;

/* The stable code, "too_long". */
const char *schema_fault_code(enum schema_fault_kind kind);

#endif
