#include "lib/format/orgnr.h"

#include <stdio.h>

#include "tests/unit/run.h"

START_TEST(numbers_with_the_right_check_digit_are_valid)
{
	static const char *const good[] = {"974760673", "991825827", "923609016",
					   "910000020", "123456785", "987654325"};

	for (size_t i = 0; i < sizeof(good) / sizeof(good[0]); i++)
		ck_assert_msg(orgnr_is_valid(good[i]), "%s", good[i]);
}
END_TEST

START_TEST(all_other_texts_are_not)
{
	static const char *const bad[] = {"123456789", "000000000",  "12345678",    "1234567850",
					  "",	       "97476067X",  "974 760 673", "97476067 ",
					  "+74760673", "974760673 ", "NO974760673"};

	for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++)
		ck_assert_msg(!orgnr_is_valid(bad[i]), "%s", bad[i]);
}
END_TEST

START_TEST(where_the_sum_leaves_ten_there_is_no_check_digit)
{
	for (int digit = 0; digit < 10; digit++) {
		char text[32];

		snprintf(text, sizeof(text), "91000008%d", digit);
		ck_assert_msg(!orgnr_is_valid(text), "%s", text);
	}
}
END_TEST

START_TEST(any_one_wrong_digit_is_noticed)
{
	char text[] = "974760673";

	for (int place = 0; place < 9; place++) {
		char right = text[place];

		for (char digit = '0'; digit <= '9'; digit++) {
			text[place] = digit;
			ck_assert_msg(orgnr_is_valid(text) == (digit == right), "%s", text);
		}
		text[place] = right;
	}
}
END_TEST

RUN_TESTS(TEST(numbers_with_the_right_check_digit_are_valid), TEST(all_other_texts_are_not),
	  TEST(where_the_sum_leaves_ten_there_is_no_check_digit),
	  TEST(any_one_wrong_digit_is_noticed))
