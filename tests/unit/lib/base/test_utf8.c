#include "lib/base/utf8.h"

#include <string.h>

#include "tests/unit/run.h"

static bool is_valid(const char *text)
{
	return utf8_is_valid(text, strlen(text));
}

/* Writes `code` as the table of RFC 3629 section 3 says, whether it may be written or not. */
static size_t write_char(unsigned code, char out[4])
{
	static const unsigned char leads[] = {0, 0, 0xc0, 0xe0, 0xf0};
	size_t len = code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;

	for (size_t i = len - 1; i > 0; i--) {
		out[i] = (char)(0x80 | (code & 0x3f));
		code >>= 6;
	}
	out[0] = (char)(leads[len] | code);
	return len;
}

START_TEST(every_character_is_read_whole_and_only_whole)
{
	for (unsigned code = 0; code < 0x1fffff; code++) {
		bool is_char = code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
		char text[4];
		size_t len = write_char(code, text);

		if (utf8_char_len(text, len) != (is_char ? len : 0) ||
		    utf8_char_len(text, len - 1) != 0)
			ck_abort_msg("U+%X", code);
	}
}
END_TEST

START_TEST(other_bytes_are_no_characters)
{
	static const char *const bad[] = {
		"\x80",
		"\xbf",
		"\xc0\x80",
		"\xc1\xbf",
		"\xe0\x80\x80",
		"\xe0\x9f\xbf",
		"\xed\xa0\x80",
		"\xf0\x80\x80\x80",
		"\xf4\x90\x80\x80",
		"\xff",
		"\xfe",
		"\xc3(",
		"\xe2\x82(",
		"\xf8\x88\x80\x80\x80",
		"a\xc3",
	};

	for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++)
		ck_assert_msg(!is_valid(bad[i]), "case %zu", i);
	ck_assert(is_valid(""));
	ck_assert(is_valid("Åfjord kommune, 5 € \U0001F600"));
	ck_assert(utf8_is_valid("a\0b", 3));
}
END_TEST

RUN_TESTS(TEST(every_character_is_read_whole_and_only_whole), TEST(other_bytes_are_no_characters))
