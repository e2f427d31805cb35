/* PCRE2 as close to ECMA-262 as it gets, without its just-in-time compiler: the daemon's memory is
 * never both writable and executable. */
#include "lib/json/schema_pattern.h"

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>
#include <string.h>

#include "lib/base/fail.h"

/* PCRE2 counts a step wherever it may have to come back to. */
#define STEPS_FEW 500
#define STEPS_MAX 50000
#define DEPTH_MAX 2000
#define HEAP_MAX_KIB 2048

#define OPTIONS                                                                    \
	(PCRE2_UTF | PCRE2_DOLLAR_ENDONLY | PCRE2_ALT_BSUX | PCRE2_ALLOW_EMPTY_CLASS | \
	 PCRE2_MATCH_UNSET_BACKREF | PCRE2_NEVER_BACKSLASH_C)

struct schema_matcher {
	pcre2_match_context *context;
	pcre2_match_data *data;
};

/* An opaque name for pcre2_code, so that only this file knows PCRE2. */
static pcre2_code *code_of(struct schema_pattern *pattern)
{
	return (pcre2_code *)(void *)pattern;
}

struct schema_pattern *schema_pattern_new(const char *regex, enum schema_refusal_kind *why_out)
{
	size_t len = strlen(regex);
	PCRE2_SIZE position;
	pcre2_code *code;
	int error;

	*why_out = SCHEMA_REFUSED_LONG_PATTERN;
	if (len > SCHEMA_PATTERN_LEN_MAX)
		return NULL;
	*why_out = SCHEMA_REFUSED_PATTERN;
	code = pcre2_compile((PCRE2_SPTR)regex, len, OPTIONS, &error, &position, NULL);
	return (struct schema_pattern *)(void *)code;
}

void schema_pattern_free(struct schema_pattern **pattern)
{
	pcre2_code_free(code_of(*pattern));
	*pattern = NULL;
}

struct schema_matcher *schema_matcher_new(void)
{
	struct schema_matcher *matcher = base_alloc(sizeof(*matcher));

	matcher->context = pcre2_match_context_create(NULL);
	matcher->data = pcre2_match_data_create(1, NULL);
	MUST(matcher->context != NULL && matcher->data != NULL);
	pcre2_set_depth_limit(matcher->context, DEPTH_MAX);
	pcre2_set_heap_limit(matcher->context, HEAP_MAX_KIB);
	return matcher;
}

void schema_matcher_free(struct schema_matcher **matcher_ptr)
{
	struct schema_matcher *matcher = *matcher_ptr;

	if (matcher == NULL)
		return;
	pcre2_match_data_free(matcher->data);
	pcre2_match_context_free(matcher->context);
	base_free(matcher);
	*matcher_ptr = NULL;
}

static int match(const struct schema_pattern *pattern, struct schema_matcher *matcher,
		 const char *text, size_t len, uint32_t steps)
{
	pcre2_set_match_limit(matcher->context, steps);
	return pcre2_match((const pcre2_code *)(const void *)pattern, (PCRE2_SPTR)text, len, 0, 0,
			   matcher->data, matcher->context);
}

bool schema_pattern_matches(const struct schema_pattern *pattern, struct schema_matcher *matcher,
			    const char *text, size_t len, unsigned int *cost_out)
{
	int result = match(pattern, matcher, text, len, STEPS_FEW);

	*cost_out = SCHEMA_PATTERN_COST;
	if (result == PCRE2_ERROR_MATCHLIMIT) {
		*cost_out = SCHEMA_PATTERN_COST_MAX;
		result = match(pattern, matcher, text, len, STEPS_MAX);
	}
	return result >= 0;
}
