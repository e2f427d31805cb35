#include "lib/format/kid.h"

#include <stdio.h>
#include <string.h>

#include "tests/unit/run.h"

static const struct {
	enum kid_method method;
	const char *payload;
	const char *kid;
} known[] = {
	{KID_MOD10, "60224", "602243"},		  {KID_MOD10, "1234567", "12345674"},
	{KID_MOD10, "2026000123", "20260001233"}, {KID_MOD11, "60224", "602248"},
	{KID_MOD11, "12345", "123455"},		  {KID_MOD11, "2026000123", "20260001230"},
	{KID_MOD11, "000006", "000006-"},
};

START_TEST(known_numbers_are_made_and_valid)
{
	for (size_t i = 0; i < sizeof(known) / sizeof(known[0]); i++) {
		char kid[KID_SIZE];

		ck_assert(kid_make(known[i].method, known[i].payload, kid));
		ck_assert_str_eq(kid, known[i].kid);
		ck_assert_msg(kid_is_valid(known[i].method, kid), "%s", kid);
	}
}
END_TEST

START_TEST(payloads_are_1_to_24_digits)
{
	char kid[KID_SIZE];

	ck_assert(kid_make(KID_MOD11, "1", kid));
	ck_assert(kid_make(KID_MOD11, "123456789012345678901234", kid));
	ck_assert_uint_eq(strlen(kid), 25);
	ck_assert(kid_is_valid(KID_MOD11, kid));
	ck_assert(!kid_make(KID_MOD10, "", kid));
	ck_assert(!kid_make(KID_MOD10, "1234567890123456789012345", kid));
	ck_assert(!kid_make(KID_MOD10, "12a4", kid));
	ck_assert(!kid_make(KID_MOD10, "-1", kid));
}
END_TEST

START_TEST(other_texts_are_not_valid)
{
	static const char *const bad[] = {
		"",	  "6",	     "602244",
		"60224-", "6022 43", "-",
		"60224a", " 602243", "1234567890123456789012345678",
	};

	for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++) {
		ck_assert_msg(!kid_is_valid(KID_MOD10, bad[i]), "%s", bad[i]);
		ck_assert_msg(!kid_is_valid(KID_MOD11, bad[i]), "%s", bad[i]);
	}
	ck_assert(!kid_is_valid(KID_MOD10, "602248"));
	ck_assert(!kid_is_valid(KID_MOD11, "602243"));
}
END_TEST

START_TEST(exactly_one_check_character_is_right)
{
	for (int payload = 0; payload < 2000; payload++) {
		for (int method = KID_MOD10; method <= KID_MOD11; method++) {
			int n_valid = 0;

			for (int i = 0; i < 11; i++) {
				char text[16];

				snprintf(text, sizeof(text), "%06d%c", payload, "0123456789-"[i]);
				n_valid += kid_is_valid((enum kid_method)method, text);
			}
			ck_assert_int_eq(n_valid, 1);
		}
	}
}
END_TEST

RUN_TESTS(TEST(known_numbers_are_made_and_valid), TEST(payloads_are_1_to_24_digits),
	  TEST(other_texts_are_not_valid), TEST(exactly_one_check_character_is_right))
