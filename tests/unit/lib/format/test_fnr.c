#include "lib/format/fnr.h"

#include <stdbool.h>
#include <stdio.h>
#include <string.h>

#include "tests/unit/run.h"

/* Whether the first number found in `text` is `expected`; NULL for none. */
static bool finds(const char *text, const char *expected)
{
	size_t len;
	const char *found = fnr_find(text, &len);

	if (found == NULL || expected == NULL)
		return found == expected;
	return len == strlen(expected) && strncmp(found, expected, len) == 0;
}

/* How many of the numbers that begin with these six digits and every seventh rest are found. */
static int n_found(const char *date)
{
	int n = 0;

	for (int rest = 0; rest < 100000; rest += 7) {
		char number[32];

		snprintf(number, sizeof(number), "%s%05d", date, rest);
		n += finds(number, number);
	}
	return n;
}

START_TEST(a_number_is_found_wherever_it_stands)
{
	static const char *const texts[] = {
		"31129956715",
		"fnr 31129956715.",
		"Daglig leder (f.nr:31129956715) søker",
		"x31129956715y",
		"2026 31129956715 100 kr",
		"1234567890123 31129956715",
		"311299567151 31129956715",
	};

	for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++)
		ck_assert_msg(finds(texts[i], "31129956715"), "%s", texts[i]);
}
END_TEST

START_TEST(a_divided_number_is_found_with_its_dividers)
{
	static const char *const numbers[] = {
		"311299 56715",	      "311299-56715",	   "31.12.99-56715",
		"31 12 99 56715",     "311299\u00a056715",  "31.12.9956715",
		"31/12/99/56715",     "31/12/99 56715",	   "31. 12. 99 56715",
		"311299\u201356715",  "311299 \u2013 56715", "311299\u202f56715",
		"311299\u201156715",  "311299\n56715",	   "311299\r\n56715",
		"311299\t56715",      "311299-\n56715",	   "31.12.99\n\u2013 56715",
		"311299  56715",      "31.  12.  99  -  56715",    "311299 \n56715",
		"311299\xa0" "56715", "311299\u2003\u300056715", "31\uff0f12\uff0f99\uff0d56715",
	};

	for (size_t i = 0; i < sizeof(numbers) / sizeof(numbers[0]); i++) {
		char text[64];

		snprintf(text, sizeof(text), "f. %s, Oslo", numbers[i]);
		ck_assert_msg(finds(text, numbers[i]), "%s", text);
	}
}
END_TEST

START_TEST(what_a_reader_does_not_see_divides_nothing)
{
	static const char *const numbers[] = {
		"\uff13\uff11\uff11\uff12\uff19\uff19\uff15\uff16\uff17\uff11\uff15",
		"31129\uff1956715",
		"3112\u00ad9956715",
		"3112995\u200b6715",
		"3\u200d1\u200d1\u200d2\u200d9\u200d9\u200d5\u200d6\u200d7\u200d1\u200d5",
		"311299\u2060 \ufeff56715",
		"311299\xad" "56715",
		"<b>311299</b>56715" + 3,
		"3112<span style=\"color: red\">99</span> <i>56</i>715",
		"31<wbr/>.<wbr/>12<wbr/>.99</td> <td>56715",
	};

	for (size_t i = 0; i < sizeof(numbers) / sizeof(numbers[0]); i++) {
		char text[128];

		snprintf(text, sizeof(text), "f. %s, Oslo", numbers[i]);
		ck_assert_msg(finds(text, numbers[i]), "%s", text);
	}
}
END_TEST

START_TEST(numbers_that_only_look_alike_are_not_found)
{
	static const char *const texts[] = {
		"",
		"ingen",
		"31129956716",	/* wrong second check digit */
		"31129956725",	/* wrong first */
		"311299567155", /* a digit too many */
		"131129956715",
		"3112995671",
		"311299   56715", /* columns of a table */
		"311299 -- 56715",
		"311299 < 56715",
		"311299<5>6715",
		"\uff11" "31129956715",
		"31129956715\uff11",
		"3112995 6715",
		"3112 99567 15",
		"31129 956715",
		"31\n129956715", /* two numbers of a table */
		"3112\t9956715",
		"311299\n\n56715",
		"311299,56715",
		"311299;56715",
		"86011117947", /* a bank account */
		"974760673",
		"+47 73 86 64 00",
		"00000000000",
	};

	for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++)
		ck_assert_msg(finds(texts[i], NULL), "%s", texts[i]);
}
END_TEST

START_TEST(the_other_kinds_of_number_are_found)
{
	ck_assert_int_gt(n_found("311299"), 0);
	ck_assert_int_gt(n_found("711299"), 0); /* D-number: day + 40 */
	ck_assert_int_gt(n_found("315299"), 0); /* H-number: month + 40 */
	ck_assert_int_gt(n_found("319299"), 0); /* Tenor: month + 80 */
	ck_assert_int_gt(n_found("010100"), 0);
}
END_TEST

START_TEST(what_does_not_begin_with_a_date_is_not_found)
{
	static const char *const dates[] = {"001299", "321299", "400199", "720199", "310099",
					    "311399", "314099", "315399", "318099", "319399"};

	for (size_t i = 0; i < sizeof(dates) / sizeof(dates[0]); i++)
		ck_assert_int_eq(n_found(dates[i]), 0);
}
END_TEST

START_TEST(only_one_pair_of_check_digits_completes_a_number)
{
	int n = 0;

	for (int check = 0; check < 100; check++) {
		char number[32];

		snprintf(number, sizeof(number), "311299567%02d", check);
		n += finds(number, number);
	}
	ck_assert_int_eq(n, 1);
}
END_TEST

RUN_TESTS(TEST(a_number_is_found_wherever_it_stands),
	  TEST(a_divided_number_is_found_with_its_dividers),
	  TEST(what_a_reader_does_not_see_divides_nothing),
	  TEST(numbers_that_only_look_alike_are_not_found),
	  TEST(the_other_kinds_of_number_are_found),
	  TEST(what_does_not_begin_with_a_date_is_not_found),
	  TEST(only_one_pair_of_check_digits_completes_a_number))
