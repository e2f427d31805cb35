#include "lib/base/base64.h"

#include <stdlib.h>
#include <string.h>

#include "tests/unit/run.h"

static bool decodes(const char *text, const char *expected)
{
	uint8_t out[64];
	size_t len;

	return base64url_decode(text, strlen(text), out, sizeof(out), &len) &&
	       len == strlen(expected) && memcmp(out, expected, len) == 0;
}

START_TEST(vectors_of_rfc_4648_hold_without_padding)
{
	static const char *const pairs[][2] = {
		{"", ""},
		{"f", "Zg"},
		{"fo", "Zm8"},
		{"foo", "Zm9v"},
		{"foob", "Zm9vYg"},
		{"fooba", "Zm9vYmE"},
		{"foobar", "Zm9vYmFy"},
		{"\xfb\xff", "-_8"},
	};

	for (size_t i = 0; i < sizeof(pairs) / sizeof(pairs[0]); i++) {
		char text[16];

		base64url_encode((const uint8_t *)pairs[i][0], strlen(pairs[i][0]), text);
		ck_assert_str_eq(text, pairs[i][1]);
		ck_assert(decodes(pairs[i][1], pairs[i][0]));
	}
}
END_TEST

START_TEST(every_other_spelling_is_refused)
{
	static const char *const bad[] = {
		"Zg==", "Zm8=", "Z",  "Zm9vY", "Zm9v\n", " Zm9v", "Zm9+", "Zm9/",
		"Zm.v", "Zh",	"Zv", "Zm9",   "Zm-",	 "Zm9vÅ", "=",	  "Zm 9v",
	};

	for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++) {
		uint8_t out[64];
		size_t len;

		ck_assert_msg(!base64url_decode(bad[i], strlen(bad[i]), out, sizeof(out), &len),
			      "%s", bad[i]);
	}
}
END_TEST

static bool decodes_padded(const char *text, const char *expected)
{
	uint8_t out[64];
	size_t len;

	return base64_decode(text, strlen(text), out, sizeof(out), &len) &&
	       len == strlen(expected) && memcmp(out, expected, len) == 0;
}

START_TEST(vectors_of_rfc_4648_hold_with_padding)
{
	static const char *const pairs[][2] = {
		{"", ""},
		{"Zg==", "f"},
		{"Zm8=", "fo"},
		{"Zm9v", "foo"},
		{"Zm9vYg==", "foob"},
		{"Zm9vYmE=", "fooba"},
		{"Zm9vYmFy", "foobar"},
		{"+/8=", "\xfb\xff"},
	};

	for (size_t i = 0; i < sizeof(pairs) / sizeof(pairs[0]); i++)
		ck_assert_msg(decodes_padded(pairs[i][0], pairs[i][1]), "%s", pairs[i][0]);
}
END_TEST

START_TEST(padding_is_there_and_right)
{
	static const char *const bad[] = {
		"Zg",	    "Zg=",  "Zm8",  "Z===", "====",  "=",	 "Zm9v=",
		"Zm9v====", "Zh==", "Zm9=", "Z=g=", "=Zg=",  "Zg==Zg==", "Zm9v\n",
		" Zm9v",    "-_8=", "Zm.v", "Zm8*", "Zm9vÅ", "Zg==\n",
	};

	for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++) {
		uint8_t out[64];
		size_t len;

		ck_assert_msg(!base64_decode(bad[i], strlen(bad[i]), out, sizeof(out), &len), "%s",
			      bad[i]);
	}
}
END_TEST

START_TEST(padded_text_fits_what_there_is_room_for)
{
	uint8_t out[2];
	size_t len;

	ck_assert(base64_decode("Zm8=Zm8=", 4, out, sizeof(out), &len));
	ck_assert_uint_eq(len, 2);
	ck_assert(!base64_decode("Zm9v", 4, out, sizeof(out), &len));
}
END_TEST

START_TEST(the_length_is_the_callers_not_that_of_the_string)
{
	uint8_t out[3];
	size_t len;

	ck_assert(base64url_decode("Zm9v.rest", 4, out, sizeof(out), &len));
	ck_assert_uint_eq(len, 3);
	ck_assert(!base64url_decode("Zm9\0", 4, out, sizeof(out), &len));
	ck_assert(!base64url_decode("Zm9vYg", 6, out, sizeof(out), &len));
}
END_TEST

START_TEST(all_bytes_come_back_and_one_value_has_one_spelling)
{
	srand(1);
	for (size_t n = 0; n < 400; n++) {
		uint8_t bytes[400], back[400];
		char text[BASE64URL_SIZE(400)], again[BASE64URL_SIZE(400)];
		size_t len;

		for (size_t i = 0; i < n; i++)
			bytes[i] = (uint8_t)rand();
		base64url_encode(bytes, n, text);
		ck_assert_uint_eq(strlen(text) + 1, BASE64URL_SIZE(n));
		ck_assert(base64url_decode(text, strlen(text), back, n, &len));
		ck_assert_uint_eq(len, n);
		ck_assert_int_eq(memcmp(bytes, back, n), 0);
		if (n == 0)
			continue;
		/* A text that differs in one character is refused or means something else. */
		text[(size_t)rand() % strlen(text)] = (char)rand();
		if (base64url_decode(text, strlen(text), back, sizeof(back), &len)) {
			base64url_encode(back, len, again);
			ck_assert_str_eq(again, text);
		}
	}
}
END_TEST

RUN_TESTS(TEST(vectors_of_rfc_4648_hold_without_padding),
	  TEST(vectors_of_rfc_4648_hold_with_padding), TEST(padding_is_there_and_right),
	  TEST(padded_text_fits_what_there_is_room_for), TEST(every_other_spelling_is_refused),
	  TEST(the_length_is_the_callers_not_that_of_the_string),
	  TEST(all_bytes_come_back_and_one_value_has_one_spelling))
