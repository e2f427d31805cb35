#include "lib/base/hex.h"

#include <stdio.h>
#include <string.h>

#include "tests/unit/run.h"

START_TEST(every_byte_is_two_digits)
{
	char text[HEX_SIZE(256)], digits[3];
	uint8_t bytes[256];

	for (int i = 0; i < 256; i++)
		bytes[i] = (uint8_t)i;
	hex_encode(bytes, sizeof(bytes), text);
	ck_assert_uint_eq(strlen(text), 512);
	for (int i = 0; i < 256; i++) {
		snprintf(digits, sizeof(digits), "%02x", (unsigned)i);
		ck_assert_mem_eq(text + 2 * i, digits, 2);
	}
}
END_TEST

START_TEST(two_digits_are_a_byte)
{
	uint8_t bytes[3];

	ck_assert(hex_decode("00ff7a", 6, bytes));
	ck_assert_mem_eq(bytes, "\x00\xff\x7a", 3);
	ck_assert(hex_decode("00FF7A", 6, bytes));
	ck_assert_mem_eq(bytes, "\x00\xff\x7a", 3);
	ck_assert(hex_decode("", 0, bytes));
}
END_TEST

START_TEST(nothing_else_is)
{
	static const char *const texts[] = {"0", "0g", "G0", "@A", "\\x", "0 ", "-1", "/:", "`a"};
	uint8_t bytes[3];

	for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++)
		ck_assert_msg(!hex_decode(texts[i], strlen(texts[i]), bytes), "%s", texts[i]);
}
END_TEST

RUN_TESTS(TEST(every_byte_is_two_digits), TEST(two_digits_are_a_byte), TEST(nothing_else_is))
