#include "api/problems/words.h"

#include "lib/base/arena.h"
#include "lib/base/date.h"
#include "tests/unit/run.h"

#define SPACE "\xc2\xa0" /* U+00A0 */

static struct problems begin(void)
{
	struct problems problems;

	problems_init(&problems, arena_new(1 << 16));
	return problems;
}

START_TEST(kroner_are_grouped_by_thousands_with_a_comma_before_the_ore)
{
	static const struct {
		int64_t ore;
		const char *text;
	} amounts[] = {
		{0, "0"},
		{1, "0,01"},
		{-1, "-0,01"},
		{10, "0,10"},
		{99900, "999"},
		{100000, "1" SPACE "000"},
		{123450, "1" SPACE "234,50"},
		{100000005, "1" SPACE "000" SPACE "000,05"},
		{-30000000, "-300" SPACE "000"},
		{INT64_MAX, "92" SPACE "233" SPACE "720" SPACE "368" SPACE "547" SPACE "758,07"},
		{INT64_MIN, "-92" SPACE "233" SPACE "720" SPACE "368" SPACE "547" SPACE "758,08"},
	};
	struct problems problems = begin();

	for (size_t i = 0; i < sizeof(amounts) / sizeof(amounts[0]); i++)
		ck_assert_str_eq(words_kroner(&problems, amounts[i].ore), amounts[i].text);
	arena_free(&problems.arena);
}
END_TEST

START_TEST(dates_and_lists_are_written_as_the_api_writes_them)
{
	static const char *const texts[] = {"a", "b", "c"};
	static const int64_t numbers[] = {0, -1, 12};
	struct problems problems = begin();

	ck_assert_str_eq(words_date(&problems, 0), "1970-01-01");
	ck_assert_str_eq(words_date(&problems, DATE_MAX), "9999-12-31");
	ck_assert_str_eq(words_list(&problems, texts, 3), "a, b, c");
	ck_assert_str_eq(words_list(&problems, texts, 1), "a");
	ck_assert_str_eq(words_list(&problems, NULL, 0), "");
	ck_assert_str_eq(words_numbers(&problems, numbers, 3), "0, -1, 12");
	ck_assert_str_eq(words_numbers(&problems, NULL, 0), "");
	arena_free(&problems.arena);
}
END_TEST

START_TEST(a_list_contains_whole_texts)
{
	static const char *const texts[] = {"draft", "returned"};

	ck_assert(words_contain(texts, 2, "draft"));
	ck_assert(words_contain(texts, 2, "returned"));
	ck_assert(!words_contain(texts, 2, "return"));
	ck_assert(!words_contain(texts, 2, ""));
	ck_assert(!words_contain(NULL, 0, "draft"));
}
END_TEST

START_TEST(a_list_contains_a_number)
{
	static const int64_t numbers[] = {0, -1, 12};

	ck_assert(contains_number(numbers, 3, 0));
	ck_assert(contains_number(numbers, 3, 12));
	ck_assert(!contains_number(numbers, 2, 12));
	ck_assert(!contains_number(NULL, 0, 0));
}
END_TEST

START_TEST(a_text_is_repeated_if_an_item_before_has_it_in_the_same_member)
{
	static const struct {
		int64_t share;
		const char *orgnr;
		const char *name;
	} firms[] = {{1, "a", "b"}, {2, "b", "c"}, {3, "a", "d"}, {4, "b", "a"}};

	ck_assert(!IS_REPEATED(firms, orgnr, 0));
	ck_assert(!IS_REPEATED(firms, orgnr, 1));
	ck_assert(IS_REPEATED(firms, orgnr, 2));
	ck_assert(IS_REPEATED(firms, orgnr, 3));
	ck_assert(!IS_REPEATED(firms, name, 3));
}
END_TEST

START_TEST(a_number_is_repeated_likewise)
{
	static const struct {
		const char *name;
		int64_t id;
	} criteria[] = {{"a", 7}, {"a", -7}, {"b", 7}};

	ck_assert(!IS_NUMBER_REPEATED(criteria, id, 0));
	ck_assert(!IS_NUMBER_REPEATED(criteria, id, 1));
	ck_assert(IS_NUMBER_REPEATED(criteria, id, 2));
}
END_TEST

static bool is_allowed(const char *state, const char *allowed)
{
	struct problems problems = begin();
	bool ok;

	require_state(&problems, state, allowed);
	ok = !problems_any(&problems);
	if (!ok)
		ck_assert_str_eq(problem_slug(problems.list[0].code), "state-conflict");
	arena_free(&problems.arena);
	return ok;
}

START_TEST(a_state_is_one_of_those_allowed_by_its_whole_name)
{
	ck_assert(is_allowed("draft", "draft"));
	ck_assert(is_allowed("draft", "draft, returned"));
	ck_assert(is_allowed("returned", "draft, returned"));
	ck_assert(is_allowed("in_review", "submitted, in_review"));
	ck_assert(!is_allowed("return", "draft, returned"));
	ck_assert(!is_allowed("turned", "draft, returned"));
	ck_assert(!is_allowed("review", "submitted, in_review"));
	ck_assert(!is_allowed("paid", "draft, returned"));
	/* Found within another first. */
	ck_assert(is_allowed("granted", "part_granted, granted"));
}
END_TEST

START_TEST(a_conflict_of_state_tells_the_state_and_those_allowed)
{
	struct problems problems = begin();

	require_state(&problems, "draft", "submitted, in_review");
	ck_assert_str_eq(problems.list[0].args[0], "@draft");
	ck_assert_str_eq(problems.list[0].args[1], "@submitted, in_review");
	arena_free(&problems.arena);
}
END_TEST

START_TEST(a_period_may_be_one_day_and_does_not_end_before_it_begins)
{
	struct problems problems = begin();

	require_order(&problems, 10, 10, "#/endsOn");
	ck_assert(!problems_any(&problems));
	require_order(&problems, 10, 9, "#/endsOn");
	ck_assert_uint_eq(problems.n, 1);
	ck_assert_int_eq(problems.list[0].code, PROBLEM_PERIOD_REVERSED);
	ck_assert_str_eq(problems.list[0].pointer, "#/endsOn");
	ck_assert_str_eq(problems.list[0].args[0], "1970-01-11");
	ck_assert_str_eq(problems.list[0].args[1], "1970-01-10");
	arena_free(&problems.arena);
}
END_TEST

START_TEST(today_is_neither_future_nor_passed)
{
	struct problems problems = begin();

	require_not_future(&problems, 10, 10, "#/onDay");
	require_not_passed(&problems, 10, 10, "#/dueOn");
	ck_assert(!problems_any(&problems));
	require_not_future(&problems, 11, 10, "#/onDay");
	require_not_passed(&problems, 9, 10, "#/dueOn");
	ck_assert_uint_eq(problems.n, 2);
	ck_assert_int_eq(problems.list[0].code, PROBLEM_DATE_FUTURE);
	ck_assert_str_eq(problems.list[0].args[0], "1970-01-11");
	ck_assert_int_eq(problems.list[1].code, PROBLEM_DATE_PASSED);
	ck_assert_str_eq(problems.list[1].args[0], "1970-01-10");
	ck_assert_str_eq(problems.list[1].args[1], "1970-01-11");
	arena_free(&problems.arena);
}
END_TEST

/* The first of two would be told for both. */
START_TEST(no_word_has_two_texts)
{
	static const char *const keys[] = {
#define W(key, nb, en) key,
#include "api/problems/words.def"
#undef W
	};
	static const char *const texts[] = {
#define W(key, nb, en) nb,
#include "api/problems/words.def"
#undef W
	};

	for (size_t i = 0; i < sizeof(keys) / sizeof(keys[0]); i++)
		ck_assert_str_eq(problem_word(keys[i], strlen(keys[i]), LANGUAGE_NB), texts[i]);
}
END_TEST

RUN_TESTS(TEST(no_word_has_two_texts),
	  TEST(kroner_are_grouped_by_thousands_with_a_comma_before_the_ore),
	  TEST(dates_and_lists_are_written_as_the_api_writes_them),
	  TEST(a_list_contains_whole_texts),
	  TEST(a_list_contains_a_number),
	  TEST(a_text_is_repeated_if_an_item_before_has_it_in_the_same_member),
	  TEST(a_number_is_repeated_likewise),
	  TEST(a_state_is_one_of_those_allowed_by_its_whole_name),
	  TEST(a_conflict_of_state_tells_the_state_and_those_allowed),
	  TEST(a_period_may_be_one_day_and_does_not_end_before_it_begins),
	  TEST(today_is_neither_future_nor_passed))
