#include "lib/scan/fnr_search.h"

#include <stdio.h>
#include <string.h>

#include "lib/base/dice.h"
#include "lib/format/bank.h"
#include "lib/format/orgnr.h"
#include "tests/unit/run.h"

static struct fnr_search search;

static bool finds(const char *text)
{
	fnr_search_begin(&search);
	fnr_search_add(&search, text, strlen(text));
	return fnr_search_end(&search);
}

START_TEST(a_number_is_found_in_whatever_pieces_it_comes)
{
	static const char number[] = "f. 31.12.99 56715.";

	for (size_t before = FNR_SEARCH_BYTES - 100; before < FNR_SEARCH_BYTES + 100; before++) {
		fnr_search_begin(&search);
		for (size_t i = 0; i < before; i++)
			fnr_search_add(&search, "x", 1);
		for (size_t i = 0; number[i] != '\0'; i++)
			fnr_search_add(&search, number + i, 1);
		ck_assert(fnr_search_end(&search));
	}
}
END_TEST

START_TEST(the_end_of_a_longer_number_is_none)
{
	for (size_t before = FNR_SEARCH_BYTES - 100; before < FNR_SEARCH_BYTES + 100; before++) {
		fnr_search_begin(&search);
		for (size_t i = 0; i < before; i++)
			fnr_search_add(&search, "7", 1);
		fnr_search_add(&search, "31129956715", 11);
		fnr_search_add(&search, " og", 3);
		ck_assert(!fnr_search_end(&search));
	}
}
END_TEST

START_TEST(what_ends_a_cell_a_line_or_a_page_ends_a_number)
{
	static const char *const ends[] = {"\t", "\n", "\r\n", "\f", ";"};
	char text[40];

	for (size_t i = 0; i < sizeof(ends) / sizeof(ends[0]); i++) {
		snprintf(text, sizeof(text), "311299%s56715", ends[i]);
		ck_assert(!finds(text));
		snprintf(text, sizeof(text), "311299%s31129956715%s1", ends[i], ends[i]);
		ck_assert(finds(text));
	}
	ck_assert(!finds("Prosjekt   311299   56715"));
}
END_TEST

START_TEST(a_text_of_two_bytes_a_character_is_read)
{
	static const char number[] = "3\0001\0001\0002\0009\0009\0005\0006\0007\0001\0005\0";

	fnr_search_begin(&search);
	fnr_search_add(&search, number, sizeof(number) - 1);
	ck_assert(fnr_search_end(&search));
}
END_TEST

START_TEST(whether_there_was_any_text_is_told)
{
	ck_assert(!finds(" \n\f\t "));
	ck_assert(!search.has_text);
	ck_assert(!finds(" \n-"));
	ck_assert(search.has_text);
}
END_TEST

START_TEST(a_number_apart_has_its_first_digit_put_back)
{
	static const struct {
		const char *text;
		bool is_found;
	} cases[] = {
		{"31129956715", true}, {"1010199952", true}, {"01010199952", true},
		{"101019993", false}, {"1010199951", false}, {"", false},
	};

	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		fnr_search_begin(&search);
		fnr_search_apart(&search, cases[i].text);
		ck_assert_msg(fnr_search_end(&search) == cases[i].is_found, "%s", cases[i].text);
	}
}
END_TEST

/* How many of so many numbers of `digits` digits, of those that hold, are taken for one. */
static int n_taken(int n, int digits, bool (*holds)(const char *))
{
	struct dice dice = {26};
	int taken = 0;

	for (int made = 0; made < n;) {
		char text[40];

		for (int i = 0; i < digits; i++)
			text[i] = (char)('0' + (int)dice_below(&dice, 10));
		text[digits] = '\0';
		if (holds != NULL && !holds(text))
			continue;
		made++;
		taken += finds(text);
	}
	return taken;
}

START_TEST(few_other_numbers_are_taken_for_one)
{
	int n = UNDER_VALGRIND(500, 20000);

	/* See lib/format/fnr.h: one in 50 of accounts, one in 540 of others. */
	ck_assert_int_le(n_taken(n, 11, bank_is_valid), n / 35 + 5);
	ck_assert_int_le(n_taken(n, 11, NULL), n / 300 + 5);
	ck_assert_int_eq(n_taken(n, 9, orgnr_is_valid), 0);
	ck_assert_int_eq(n_taken(n, 10, NULL), 0);
	ck_assert_int_eq(n_taken(n, 12, NULL), 0);
	ck_assert(!finds("8601 11 17947") && !finds("8601.11.17947"));
	ck_assert(!finds("NO93 8601 1117 947"));
	ck_assert(!finds("974 760 673 MVA") && !finds("kr 31 129 956 715"));
}
END_TEST

RUN_TESTS(TEST(a_number_is_found_in_whatever_pieces_it_comes),
	  TEST(the_end_of_a_longer_number_is_none),
	  TEST(what_ends_a_cell_a_line_or_a_page_ends_a_number),
	  TEST(a_text_of_two_bytes_a_character_is_read), TEST(whether_there_was_any_text_is_told),
	  TEST(a_number_apart_has_its_first_digit_put_back),
	  TEST(few_other_numbers_are_taken_for_one))
