#include "lib/format/iban.h"

#include <string.h>

#include "tests/unit/run.h"

START_TEST(fm_1_an_account_has_one_iban)
{
	static const char *const pairs[][2] = {
		{"86011117947", "NO9386011117947"}, {"12345678903", "NO7112345678903"},
		{"12345678911", "NO4912345678911"}, {"15032080119", "NO5015032080119"},
		{"12340012343", "NO6112340012343"},
	};

	for (size_t i = 0; i < sizeof(pairs) / sizeof(pairs[0]); i++) {
		char iban[IBAN_NO_SIZE];

		ck_assert(iban_of_bban(pairs[i][0], iban));
		ck_assert_str_eq(iban, pairs[i][1]);
		ck_assert(iban_is_valid(iban));
		ck_assert_str_eq(iban_bban(iban), pairs[i][0]);
	}
}
END_TEST

START_TEST(fm_1_what_is_no_account_has_none)
{
	static const char *const bad[] = {"97100000008", "12340012340", "8601111794", ""};
	char iban[IBAN_NO_SIZE];

	for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++)
		ck_assert_msg(!iban_of_bban(bad[i], iban), "%s", bad[i]);
}
END_TEST

START_TEST(other_texts_are_no_iban)
{
	static const char *const bad[] = {
		"",
		"NO",
		"NO93",
		"NO9286011117947",
		"NO938601111794",
		"NO93860111179470",
		"no9386011117947",
		"NO93 8601 1117 947",
		"86011117947",
		"NO6512340012340", /* digits that fit an account that does not */
		"SE3550000000058398257466",
		"SE4550000000058398257466 ",
		"SEX550000000058398257466",
		"S74550000000058398257466",
		"SE45-0000000058398257466",
	};

	for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++) {
		ck_assert_msg(!iban_is_valid(bad[i]), "%s", bad[i]);
		ck_assert_msg(iban_bban(bad[i]) == NULL, "%s", bad[i]);
	}
}
END_TEST

START_TEST(another_countrys_is_valid_and_no_account_of_ours)
{
	static const char *const good[] = {"SE4550000000058398257466", "DK5000400440116243",
					   "GB29NWBK60161331926819"};

	for (size_t i = 0; i < sizeof(good) / sizeof(good[0]); i++) {
		ck_assert_msg(iban_is_valid(good[i]), "%s", good[i]);
		ck_assert_ptr_null(iban_bban(good[i]));
	}
}
END_TEST

/* 97 more or less leaves the rest as it is. */
START_TEST(check_digits_have_one_spelling)
{
	char text[] = "XX00A";

	for (char c = 'A'; c <= 'Z'; c++) {
		int n = 0;

		text[4] = c;
		for (int check = 0; check < 100; check++) {
			text[2] = (char)('0' + check / 10);
			text[3] = (char)('0' + check % 10);
			n += iban_is_valid(text);
		}
		ck_assert_int_eq(n, 1);
	}
}
END_TEST

RUN_TESTS(TEST(fm_1_an_account_has_one_iban), TEST(fm_1_what_is_no_account_has_none),
	  TEST(other_texts_are_no_iban), TEST(another_countrys_is_valid_and_no_account_of_ours),
	  TEST(check_digits_have_one_spelling))
