#include "lib/http/range.h"

#include "tests/unit/run.h"

#define SIZE 1000

static int64_t first, last;

static enum http_range range_of(const char *field)
{
	return http_range_read(field, SIZE, &first, &last);
}

static void assert_part(const char *field, int64_t wanted_first, int64_t wanted_last)
{
	ck_assert_msg(range_of(field) == HTTP_RANGE_PART, "%s", field);
	ck_assert_int_eq(first, wanted_first);
	ck_assert_int_eq(last, wanted_last);
}

START_TEST(one_range_of_bytes_is_heeded)
{
	assert_part("bytes=0-0", 0, 0);
	assert_part("bytes=0-999", 0, 999);
	assert_part("bytes=10-5000", 10, 999);
	assert_part("bytes=999-", 999, 999);
	assert_part("bytes=-1", 999, 999);
	assert_part("bytes=-5000", 0, 999);
	assert_part("Bytes=1-2", 1, 2);
	assert_part("bytes=0-99999999999999999999999999", 0, 999);
}
END_TEST

START_TEST(what_begins_after_the_last_byte_is_outside)
{
	ck_assert(range_of("bytes=1000-") == HTTP_RANGE_OUTSIDE);
	ck_assert(range_of("bytes=1000-2000") == HTTP_RANGE_OUTSIDE);
	ck_assert(range_of("bytes=-0") == HTTP_RANGE_OUTSIDE);
	ck_assert(range_of("bytes=99999999999999999999999999-") == HTTP_RANGE_OUTSIDE);
}
END_TEST

START_TEST(anything_else_is_the_whole)
{
	static const char *const fields[] = {
		NULL, "", "bytes", "bytes=", "bytes=-", "bytes=5", "bytes=6-5", "bytes=a-b",
		"bytes=0-1,3-4", "bytes= 0-1", "bytes=0 -1", "bytes=0-1 ", "lines=0-1",
		"bytes=--1", "bytes=+1-2", "bytes=0x1-",
	};

	for (size_t i = 0; i < sizeof(fields) / sizeof(fields[0]); i++) {
		ck_assert_msg(range_of(fields[i]) == HTTP_RANGE_WHOLE, "%zu", i);
		ck_assert_int_eq(first, 0);
		ck_assert_int_eq(last, SIZE - 1);
	}
}
END_TEST

RUN_TESTS(TEST(one_range_of_bytes_is_heeded), TEST(what_begins_after_the_last_byte_is_outside),
	  TEST(anything_else_is_the_whole))
