#include "api/search/search.h"

#include <check.h>

#include "lib/base/arena.h"
#include "tests/unit/run.h"

static void assert_terms(const char *q, const char *terms)
{
	struct arena *arena = arena_new(1 << 20);

	ck_assert_str_eq(search_terms(q, arena), terms);
	arena_free(&arena);
}

START_TEST(words_are_runs_of_letters_and_digits)
{
	assert_terms("bedrifter på Røros", "[[\"word\",\"bedrifter\"],[\"word\",\"på\"],"
					   "[\"word\",\"Røros\"]]");
	assert_terms("e-handel, 3D!", "[[\"word\",\"e\"],[\"word\",\"handel\"],[\"word\",\"3D\"]]");
	assert_terms("«Foss» – Å‑AS", "[[\"word\",\"Foss\"],[\"word\",\"Å\"],[\"word\",\"AS\"]]");
}
END_TEST

START_TEST(signs_alone_are_no_terms)
{
	assert_terms("!! \"' \\ : & | ( «»  ÷", "[]");
	assert_terms("a\\b\"c", "[[\"word\",\"a\"],[\"word\",\"b\"],[\"word\",\"c\"]]");
}
END_TEST

START_TEST(a_case_number_is_one_in_any_writing)
{
	assert_terms("2026/34", "[[\"number\",\"2026/00034\",\"2026/34\"]]");
	assert_terms("2026/00034", "[[\"number\",\"2026/00034\",\"2026/00034\"]]");
	assert_terms("26/34", "[[\"number\",\"2026/00034\",\"26/34\"]]");
	assert_terms("sak 2026 / 34.", "[[\"word\",\"sak\"],"
				       "[\"number\",\"2026/00034\",\"2026 / 34\"]]");
	assert_terms("2026/123456", "[[\"number\",\"2026/123456\",\"2026/123456\"]]");
	assert_terms("2026/000", "[[\"number\",\"2026/00000\",\"2026/000\"]]");
}
END_TEST

START_TEST(what_is_like_a_case_number_is_words)
{
	assert_terms("2026/34b", "[[\"word\",\"2026\"],[\"word\",\"34b\"]]");
	assert_terms("202/34", "[[\"word\",\"202\"],[\"word\",\"34\"]]");
	assert_terms("2026/", "[[\"word\",\"2026\"]]");
	assert_terms("2026/1234567890", "[[\"word\",\"2026\"],[\"word\",\"1234567890\"]]");
}
END_TEST

START_TEST(an_organisation_number_is_one_in_any_writing)
{
	const char *term = "[[\"number\",\"974760673\",\"974760673\"]]";

	assert_terms("974760673", term);
	assert_terms("974 760 673", term);
	assert_terms("974\u00a0760\u00a0673", term);
	assert_terms("NO974760673MVA", term);
	assert_terms("NO 974 760 673 MVA", term);
}
END_TEST

START_TEST(what_is_like_an_organisation_number_is_words)
{
	assert_terms("974760674", "[[\"word\",\"974760674\"]]");
	assert_terms("9747606730", "[[\"word\",\"9747606730\"]]");
	assert_terms("norsk", "[[\"word\",\"norsk\"]]");
}
END_TEST

RUN_TESTS(TEST(words_are_runs_of_letters_and_digits),
	  TEST(signs_alone_are_no_terms),
	  TEST(a_case_number_is_one_in_any_writing),
	  TEST(what_is_like_a_case_number_is_words),
	  TEST(an_organisation_number_is_one_in_any_writing),
	  TEST(what_is_like_an_organisation_number_is_words))
