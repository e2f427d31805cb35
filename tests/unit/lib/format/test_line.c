#include "lib/format/line.h"

#include "tests/unit/run.h"

START_TEST(letters_of_any_language_are_plain)
{
	static const char *const plain[] = {"", "Bølgepapp – årsplan.pdf", "Sámi giella",
					   "计划 2026"};

	for (size_t i = 0; i < sizeof(plain) / sizeof(plain[0]); i++)
		ck_assert_msg(line_is_plain(plain[i]), "%s", plain[i]);
}
END_TEST

START_TEST(what_is_not_seen_or_turns_the_text_is_not)
{
	static const char *const others[] = {"a\nb",	   "a\tb",	"\x7f",	    "\302\205",
					     "a\u202e"
					     "fdp",
					     "\u2066a\u2069", "a\u200f", "a\u2028b", "\u061c"};

	for (size_t i = 0; i < sizeof(others) / sizeof(others[0]); i++)
		ck_assert_msg(!line_is_plain(others[i]), "%zu", i);
}
END_TEST

START_TEST(a_line_is_cut_at_whole_characters)
{
	char line[6];

	line_put(line, sizeof(line), "a\tbcdef");
	ck_assert_str_eq(line, "a bcd");
	line_put(line, sizeof(line), "abcd\u00f8");
	ck_assert_str_eq(line, "abcd");
	line_put(line, sizeof(line), "");
	ck_assert_str_eq(line, "");
}
END_TEST

RUN_TESTS(TEST(letters_of_any_language_are_plain), TEST(what_is_not_seen_or_turns_the_text_is_not),
	  TEST(a_line_is_cut_at_whole_characters))
