/* Regular expressions of schemas, matched with bounded work. */
#ifndef TRINN_JSON_SCHEMA_PATTERN_H
#define TRINN_JSON_SCHEMA_PATTERN_H

#include <stdbool.h>
#include <stddef.h>

#include "lib/base/attr.h"
#include "lib/json/schema_refusals.h"

/* Work units of one match: what most need, and what none may exceed. */
#define SCHEMA_PATTERN_COST 50
#define SCHEMA_PATTERN_COST_MAX 50000

#define SCHEMA_PATTERN_LEN_MAX 1000

struct schema_pattern;

/* The memory that matches work in; one serves any number of them, one after another. */
struct schema_matcher;

/* NULL if `regex` is too long or no regular expression; *why_out then says so. */
struct schema_pattern *schema_pattern_new(const char *regex,
					  enum schema_refusal_kind *why_out) MUST_USE;

void schema_pattern_free(struct schema_pattern **pattern);

struct schema_matcher *schema_matcher_new(void) __attribute__((returns_nonnull));

void schema_matcher_free(struct schema_matcher **matcher);

/* Whether the pattern matches anywhere in `len` bytes of UTF-8. A match that would take more than
 * SCHEMA_PATTERN_COST_MAX is none. *cost_out is SCHEMA_PATTERN_COST, or the maximum if it needed
 * more. */
bool schema_pattern_matches(const struct schema_pattern *pattern, struct schema_matcher *matcher,
			    const char *text, size_t len, unsigned int *cost_out) MUST_USE;

#endif
