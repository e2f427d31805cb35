#include "lib/format/bank.h"

#include <stdio.h>

#include "tests/unit/run.h"

START_TEST(accounts_with_the_right_check_digit_are_valid)
{
	static const char *const good[] = {
		"86011117947", "12345678903", "12345678911", "15032080119",
		"12340012343", /* valid only as an account with 00 in the middle */
	};

	for (size_t i = 0; i < sizeof(good) / sizeof(good[0]); i++)
		ck_assert_msg(bank_is_valid(good[i]), "%s", good[i]);
}
END_TEST

START_TEST(other_texts_are_not_valid)
{
	static const char *const bad[] = {
		"97100000008",	 "12340012340", "8601111794",  "860111179477",	  "",
		"8601.11.17947", "8601111794X", "86011117946", "NO9386011117947",
	};

	for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++)
		ck_assert_msg(!bank_is_valid(bad[i]), "%s", bad[i]);
	for (int digit = 0; digit < 10; digit++) {
		char text[32];

		snprintf(text, sizeof(text), "8601111705%d", digit);
		ck_assert_msg(!bank_is_valid(text), "%s", text);
	}
}
END_TEST

RUN_TESTS(TEST(accounts_with_the_right_check_digit_are_valid), TEST(other_texts_are_not_valid))
