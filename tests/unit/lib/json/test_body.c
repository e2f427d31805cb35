#include "lib/json/body.h"

#include <stdio.h>
#include <string.h>

#include "tests/unit/run.h"

static const struct body_limits limits = {.len_bytes = 1000, .depth = 4};

static enum body_fault parse(const char *text, size_t *position)
{
	json_t *value = NULL;
	enum body_fault fault = body_parse(text, strlen(text), &limits, &value, position);

	ck_assert_msg((fault == BODY_OK) == (value != NULL), "%s", text);
	json_decref(value);
	return fault;
}

START_TEST(objects_and_arrays_are_parsed)
{
	static const char *const good[] = {
		"{}", "[]", " [1] ", "{\"a\":[{\"b\":\"\\u00e5\"}]}", "[\"[[[[[[\\\"]]]{{{\"]",
		"[9223372036854775807,-9223372036854775808,1.5e300]", "[[[[]]],[[[]]]]",
		"[\"\xf0\x9f\x98\x80\"]",
	};
	size_t position;

	for (size_t i = 0; i < sizeof(good) / sizeof(good[0]); i++)
		ck_assert_msg(parse(good[i], &position) == BODY_OK, "%s", good[i]);
}
END_TEST

START_TEST(each_fault_has_its_name_and_its_place)
{
	static const struct {
		const char *text;
		enum body_fault fault;
		size_t position;
	} bad[] = {
		{"", BODY_MALFORMED, 0},
		{"true", BODY_MALFORMED, 4},
		{"1", BODY_MALFORMED, 1},
		{"{", BODY_MALFORMED, 1},
		{"[1,]", BODY_MALFORMED, 4},
		{"[1] x", BODY_MALFORMED, 5},
		{"[01]", BODY_MALFORMED, 2},
		{"[nan]", BODY_MALFORMED, 4},
		{"['a']", BODY_MALFORMED, 2},
		{"[\"a\nb\"]", BODY_MALFORMED, 3},
		{"[\"\\ud800\"]", BODY_MALFORMED, 9},
		{"\xef\xbb\xbf[]", BODY_MALFORMED, 3},
		{"[\"\xff\"]", BODY_NOT_UTF8, 2},
		{"[\"\xc0\xaf\"]", BODY_NOT_UTF8, 2},
		{"{\"a\":1,\"a\":2}", BODY_DUPLICATE, 10},
		{"[{\"a\":1,\"\\u0061\":2}]", BODY_DUPLICATE, 16},
		{"[1e400]", BODY_NUMBER_RANGE, 6},
		{"[9223372036854775808]", BODY_NUMBER_RANGE, 20},
		{"[\"\\u0000\"]", BODY_NUL, 9},
		{"{\"\\u0000\":1}", BODY_NUL, 9},
		{"[[[[[]]]]]", BODY_TOO_DEEP, 4},
		{"{\"\\\"\":[{\"b\":[{}]}]}", BODY_TOO_DEEP, 13},
	};

	for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++) {
		size_t position = 0;

		ck_assert_str_eq(body_fault_text(parse(bad[i].text, &position)),
				 body_fault_text(bad[i].fault));
		ck_assert_msg(position == bad[i].position, "%s: %zu", bad[i].text, position);
	}
}
END_TEST

START_TEST(a_byte_nul_ends_nothing)
{
	static const char text[] = "[1]\0[2]";
	size_t position;
	json_t *value;

	ck_assert_int_eq(body_parse(text, sizeof(text) - 1, &limits, &value, &position),
			 BODY_MALFORMED);
}
END_TEST

START_TEST(length_is_judged_before_anything_is_read)
{
	const struct body_limits four = {.len_bytes = 4, .depth = 4};
	size_t position;
	json_t *value;

	ck_assert_int_eq(body_parse("[12]", 4, &four, &value, &position), BODY_OK);
	json_decref(value);
	ck_assert_int_eq(body_parse("[[[[[", 5, &four, &value, &position), BODY_TOO_LONG);
	ck_assert_uint_eq(position, 4);
}
END_TEST

START_TEST(depth_of_a_million_brackets_costs_no_stack)
{
	static char text[1 << 20];
	const struct body_limits wide = {.len_bytes = sizeof(text), .depth = BODY_DEPTH_MAX};
	size_t position;
	json_t *value;

	memset(text, '[', sizeof(text));
	ck_assert_int_eq(body_parse(text, sizeof(text), &wide, &value, &position), BODY_TOO_DEEP);
	ck_assert_uint_eq(position, BODY_DEPTH_MAX);
}
END_TEST

RUN_TESTS(TEST(objects_and_arrays_are_parsed), TEST(each_fault_has_its_name_and_its_place),
	  TEST(a_byte_nul_ends_nothing), TEST(length_is_judged_before_anything_is_read),
	  TEST(depth_of_a_million_brackets_costs_no_stack))
