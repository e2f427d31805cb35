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

RUN_TESTS(TEST(every_byte_is_two_digits))
