#include "lib/base/num.h"

#include <inttypes.h>
#include <stdio.h>

#include "lib/base/date.h"
#include "tests/unit/run.h"

START_TEST(whole_numbers_are_read_to_the_ends_of_their_range)
{
	static const struct {
		const char *text;
		int64_t value;
	} good[] = {
		{"0", 0},
		{"7", 7},
		{"-7", -7},
		{"10", 10},
		{"9223372036854775807", INT64_MAX},
		{"-9223372036854775808", INT64_MIN},
	};

	for (size_t i = 0; i < sizeof(good) / sizeof(good[0]); i++) {
		int64_t value = 1;

		ck_assert_msg(num_i64(good[i].text, INT64_MIN, INT64_MAX, &value), "%s",
			      good[i].text);
		ck_assert_int_eq(value, good[i].value);
	}
}
END_TEST

START_TEST(any_other_spelling_is_refused_and_the_result_untouched)
{
	static const char *const bad[] = {
		"",
		"-",
		"+1",
		" 1",
		"1 ",
		"1.0",
		"1e3",
		"0x10",
		"01",
		"00",
		"-0",
		"--1",
		"1-",
		"a",
		"1a",
		"-01",
		"1\n",
		"\t1",
		"९",
		"9223372036854775808",
		"-9223372036854775809",
		"18446744073709551616",
		"99999999999999999999999999",
		NULL,
	};

	for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++) {
		int64_t value = 42;

		ck_assert_msg(!num_i64(bad[i], INT64_MIN, INT64_MAX, &value), "%s", bad[i]);
		ck_assert_int_eq(value, 42);
	}
}
END_TEST

START_TEST(the_range_of_the_caller_holds)
{
	int64_t i64;
	int32_t i32;
	uint32_t u32;
	uint16_t u16;

	ck_assert(num_i64("5", 5, 5, &i64));
	ck_assert(!num_i64("4", 5, 9, &i64));
	ck_assert(!num_i64("10", 5, 9, &i64));
	ck_assert(num_i32("-2147483648", INT32_MIN, INT32_MAX, &i32));
	ck_assert_int_eq(i32, INT32_MIN);
	ck_assert(!num_i32("2147483648", INT32_MIN, INT32_MAX, &i32));
	ck_assert(num_u32("4294967295", 0, UINT32_MAX, &u32));
	ck_assert_uint_eq(u32, UINT32_MAX);
	ck_assert(!num_u32("4294967296", 0, UINT32_MAX, &u32));
	ck_assert(!num_u32("-1", 0, UINT32_MAX, &u32));
	ck_assert(num_u16("65535", 1, UINT16_MAX, &u16));
	ck_assert_uint_eq(u16, UINT16_MAX);
	ck_assert(!num_u16("65536", 1, UINT16_MAX, &u16));
	ck_assert(!num_u16("0", 1, UINT16_MAX, &u16));
}
END_TEST

START_TEST(every_written_number_is_read_back)
{
	uint64_t state = 1;

	for (int i = 0; i < 20000; i++) {
		char text[32];
		int64_t value, read;

		state = state * 6364136223846793005U + 1442695040888963407U;
		value = (int64_t)(state >> (i % 64));
		snprintf(text, sizeof(text), "%" PRId64, value);
		ck_assert(num_i64(text, INT64_MIN, INT64_MAX, &read));
		ck_assert_int_eq(read, value);
	}
}
END_TEST

START_TEST(dates_are_read_only_in_iso_form)
{
	static const char *const bad[] = {
		"",	      "2026-11-2",  "2026-11-211", "2026/11/21",
		"21.11.2026", "2026-13-01", "2026-00-01",  "2026-02-29",
		"2026-04-31", "0000-01-01", "2026-11-00",  " 2026-11-2",
		"2026-1 -01", "+026-11-21", "2026-11-2l",  "2026-11-21T",
		NULL,
	};
	int32_t days;

	ck_assert(num_date("1970-01-01", &days));
	ck_assert_int_eq(days, 0);
	ck_assert(num_date("2024-02-29", &days));
	ck_assert(num_date("0001-01-01", &days));
	ck_assert_int_eq(days, DATE_MIN);
	ck_assert(num_date("9999-12-31", &days));
	ck_assert_int_eq(days, DATE_MAX);
	for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++) {
		days = 42;
		ck_assert_msg(!num_date(bad[i], &days), "%s", bad[i]);
		ck_assert_int_eq(days, 42);
	}
}
END_TEST

RUN_TESTS(TEST(whole_numbers_are_read_to_the_ends_of_their_range),
	  TEST(any_other_spelling_is_refused_and_the_result_untouched),
	  TEST(the_range_of_the_caller_holds), TEST(every_written_number_is_read_back),
	  TEST(dates_are_read_only_in_iso_form))
