#include "lib/format/bank.h"

#include <stdio.h>

#include "tests/unit/run.h"

static const char *const accounts[][2] = {
	{"86011117947", "NO9386011117947"}, {"12345678903", "NO7112345678903"},
	{"12345678911", "NO4912345678911"}, {"15032080119", "NO5015032080119"},
	{"12340012343", "NO6112340012343"}, /* valid only as an account with 00 in the middle */
};

#define N_ACCOUNTS (sizeof(accounts) / sizeof(accounts[0]))

START_TEST(accounts_are_valid_and_have_their_iban)
{
	for (size_t i = 0; i < N_ACCOUNTS; i++) {
		char iban[BANK_IBAN_SIZE];

		ck_assert_msg(bank_is_valid(accounts[i][0]), "%s", accounts[i][0]);
		bank_iban(accounts[i][0], iban);
		ck_assert_str_eq(iban, accounts[i][1]);
	}
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

START_TEST(what_people_write_is_read_as_eleven_digits)
{
	static const char *const good[] = {
		"86011117947",	      "8601.11.17947",	    "8601 11 17947",
		"NO9386011117947",    "no93 8601 1117 947", "8601\u00a011\u00a017947",
		"NO93 8601 11 17947",
	};
	static const char *const bad[] = {
		"NO9286011117947",
		"SE9386011117947",
		"8601-11-17947",
		"NO93",
		"NO938601111794",
		"NO93860111179477",
		"",
		"93 86011117947",
		"DE89370400440532013000",
	};
	char bban[BANK_BBAN_SIZE];

	for (size_t i = 0; i < sizeof(good) / sizeof(good[0]); i++) {
		bban[0] = '\0';
		ck_assert_msg(bank_parse(good[i], bban), "%s", good[i]);
		ck_assert_str_eq(bban, "86011117947");
	}
	for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++)
		ck_assert_msg(!bank_parse(bad[i], bban), "%s", bad[i]);
}
END_TEST

START_TEST(every_account_comes_back_from_its_iban_and_its_display)
{
	int n_valid = 0;

	for (long long i = 0; i < 20000; i++) {
		char bban[32], back[BANK_BBAN_SIZE];
		char iban[BANK_IBAN_SIZE], display[BANK_DISPLAY_SIZE];

		snprintf(bban, sizeof(bban), "%011lld", i * 4999999 % 100000000000);
		if (!bank_is_valid(bban))
			continue;
		n_valid++;
		bank_iban(bban, iban);
		ck_assert(bank_parse(iban, back));
		ck_assert_str_eq(back, bban);
		bank_display(bban, display);
		ck_assert(bank_parse(display, back));
		ck_assert_str_eq(back, bban);
	}
	ck_assert_int_gt(n_valid, 1000);
}
END_TEST

START_TEST(an_account_is_displayed_in_three_groups)
{
	char display[BANK_DISPLAY_SIZE];

	bank_display("86011117947", display);
	ck_assert_str_eq(display, "8601.11.17947");
}
END_TEST

START_TEST(an_iban_of_an_invalid_account_is_a_bug)
{
	char iban[BANK_IBAN_SIZE];

	bank_iban("86011117946", iban);
}
END_TEST

RUN_TESTS(TEST(accounts_are_valid_and_have_their_iban), TEST(other_texts_are_not_valid),
	  TEST(what_people_write_is_read_as_eleven_digits),
	  TEST(every_account_comes_back_from_its_iban_and_its_display),
	  TEST(an_account_is_displayed_in_three_groups),
	  ABORTS(an_iban_of_an_invalid_account_is_a_bug))
