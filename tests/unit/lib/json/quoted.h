/* JSON in single quotes, as it is easier to read in C. */
#ifndef TRINN_TESTS_UNIT_LIB_JSON_QUOTED_H
#define TRINN_TESTS_UNIT_LIB_JSON_QUOTED_H

#include <check.h>
#include <string.h>

#include <jansson.h>

static inline json_t *quoted(const char *text)
{
	char copy[4096];
	json_t *json;

	ck_assert_uint_lt(strlen(text), sizeof(copy));
	for (size_t i = 0; i <= strlen(text); i++)
		copy[i] = text[i] == '\'' ? '"' : text[i];
	json = json_loads(copy, JSON_DECODE_ANY, NULL);
	ck_assert_msg(json != NULL, "%s", text);
	return json;
}

#endif
