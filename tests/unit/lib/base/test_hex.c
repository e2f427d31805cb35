#include "lib/base/hex.h"

#include <string.h>

#include "tests/unit/run.h"

START_TEST(every_byte_comes_back)
{
	uint8_t bytes[256], back[256];
	char text[HEX_SIZE(256)];

	for (int i = 0; i < 256; i++)
		bytes[i] = (uint8_t)i;
	hex_encode(bytes, sizeof(bytes), text);
	ck_assert_uint_eq(strlen(text), 512);
	ck_assert_int_eq(strncmp(text, "000102", 6), 0);
	ck_assert_str_eq(text + 508, "feff");
	ck_assert(hex_decode(text, back, sizeof(back)));
	ck_assert_mem_eq(bytes, back, sizeof(bytes));
}
END_TEST

START_TEST(only_the_exact_length_in_lower_case_is_read)
{
	static const char *const bad[] = {"",	    "a",    "ab",   "abc", "abcde",
					  "abcdef", "ABCD", "ab d", "abcg"};
	uint8_t out[2];

	ck_assert(hex_decode("abcd", out, 2));
	ck_assert_uint_eq(out[0], 0xab);
	ck_assert_uint_eq(out[1], 0xcd);
	for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++)
		ck_assert_msg(!hex_decode(bad[i], out, 2), "%s", bad[i]);
	ck_assert(hex_decode("", out, 0));
}
END_TEST

RUN_TESTS(TEST(every_byte_comes_back), TEST(only_the_exact_length_in_lower_case_is_read))
