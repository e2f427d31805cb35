#include "lib/format/banktext.h"

#include <string.h>

#include "tests/unit/run.h"

#define MAX 140

static void assert_becomes(const char *text, size_t max, const char *expected)
{
	struct buf out;

	buf_init(&out, BUF_UNBOUNDED);
	banktext_add(&out, text, max);
	ck_assert_str_eq(buf_text(&out), expected);
	buf_fini(&out);
}

START_TEST(what_banks_take_is_as_it_was)
{
	static const char all[] = "abcdefghijklmnopqrstuvwxyz ABCDEFGHIJKLMNOPQRSTUVWXYZ 0123456789"
				  "/-?:().,'+ æøåÆØÅ";

	assert_becomes(all, MAX, all);
}
END_TEST

START_TEST(other_letters_become_those_that_they_are_made_of)
{
	assert_becomes("Café Müller, Straße 1", MAX, "Cafe Muller, Strasse 1");
	assert_becomes("Čáhcesuolu Ŋuorgŋu Đ Ŧ Ž", MAX, "Cahcesuolu Nuorgnu D T Z");
	assert_becomes("Þór Łódź Œuvre Şahin İzmir", MAX, "Thor Lodz OEuvre Sahin Izmir");
	assert_becomes("Örebro Ängel Ǽ Ǿ Ǻ", MAX, "Orebro Angel Æ Ø Å");
}
END_TEST

/* As some systems write names of files: letter and accent. */
START_TEST(a_letter_in_two_characters_is_one)
{
	assert_becomes("Cafe\u0301 A\u030al a\u030as o\u0308", MAX, "Cafe Ål ås o");
	assert_becomes("xa\u030a", 2, "xå");
}
END_TEST

START_TEST(dashes_quotes_and_the_ampersand_have_plain_ones)
{
	assert_becomes("Foss & Sønn – Nord’s _ ‘x’", MAX, "Foss + Sønn - Nord's - 'x'");
	assert_becomes("so\u00adft\u200b", MAX, "soft");
}
END_TEST

START_TEST(all_else_is_a_full_stop_for_each_character)
{
	assert_becomes("<a> \"b\"; c=d@e €5 Москва", MAX, ".a. .b.. c.d.e .5 ......");
	assert_becomes("a\xff\xc3(\x7f", MAX, "a..(.");
}
END_TEST

START_TEST(blanks_are_one_and_none_is_first_or_last)
{
	assert_becomes(" \t a \r\n\u00a0 b\x01\u2028c \n", MAX, "a b c");
	assert_becomes("ab cd", 3, "ab");
}
END_TEST

START_TEST(no_slash_is_first_or_follows_another)
{
	assert_becomes("//a//b/c///d", MAX, "a/b/c/d");
	assert_becomes(" / /a", MAX, "a");
	assert_becomes("a/\u0301/b / /c", MAX, "a/b / /c");
}
END_TEST

START_TEST(something_is_left)
{
	assert_becomes("", MAX, "-");
	assert_becomes(" // \u0301\n", MAX, "-");
}
END_TEST

START_TEST(it_is_cut_at_characters)
{
	assert_becomes("æøåÆØÅ", 4, "æøåÆ");
	assert_becomes("aaß", 3, "aa");
	assert_becomes("a b", 2, "a");
}
END_TEST

START_TEST(ids_are_what_banks_give_back_as_it_is)
{
	static const char *const good[] = {"UTB-2026-000123", "a", "A/b?c:(d).e,f'g+h",
					   "12345678901234567890123456789012345"};
	static const char *const bad[] = {
		"",    "/a",  "a/", "a//b", "a b",
		"a_b", "a&b", "å",  "a\n",  "123456789012345678901234567890123456",
	};

	for (size_t i = 0; i < sizeof(good) / sizeof(good[0]); i++)
		ck_assert_msg(banktext_is_id(good[i]), "%s", good[i]);
	for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++)
		ck_assert_msg(!banktext_is_id(bad[i]), "%s", bad[i]);
}
END_TEST

RUN_TESTS(TEST(what_banks_take_is_as_it_was),
	  TEST(other_letters_become_those_that_they_are_made_of),
	  TEST(a_letter_in_two_characters_is_one),
	  TEST(dashes_quotes_and_the_ampersand_have_plain_ones),
	  TEST(all_else_is_a_full_stop_for_each_character),
	  TEST(blanks_are_one_and_none_is_first_or_last),
	  TEST(no_slash_is_first_or_follows_another), TEST(something_is_left),
	  TEST(it_is_cut_at_characters), TEST(ids_are_what_banks_give_back_as_it_is))
