#include "api/request/language.h"

#include "tests/unit/run.h"

static void assert_all(enum language wanted, const char *const *accepted, size_t n)
{
	for (size_t i = 0; i < n; i++)
		ck_assert_msg(language_choose(accepted[i]) == wanted, "%s", accepted[i]);
}

START_TEST(norwegian_is_told_unless_english_is_wanted_more)
{
	static const char *const norwegian[] = {
		"",
		"nb",
		"nn-NO",
		"no",
		"*",
		"de, fr;q=0.5",
		"nb-NO,nb;q=0.9,en;q=0.8",
		"nb, en",
		"en;q=0.5, nb;q=0.6",
		"en;q=0, nb;q=0.1",
		"en;q=0",
		"en;q=0.000",
		"eng",
		"x-en",
		"sv-en",
		"fr;en",
		"en;q=",
		"en;q=2",
		"en;q=0.9999 , nb",
		",,,",
	};

	assert_all(LANGUAGE_NB, norwegian, sizeof(norwegian) / sizeof(norwegian[0]));
	ck_assert_int_eq(language_choose(NULL), LANGUAGE_NB);
}
END_TEST

START_TEST(english_is_told_if_it_is_wanted_more_or_first)
{
	static const char *const english[] = {
		"en",
		"EN-gb",
		"en-US,en;q=0.9,nb;q=0.8",
		"en, nb",
		"nb;q=0.7, en;q=0.8",
		"nb;q=0.7,\ten ; q=0.701",
		"nb;q=0, en;q=0.001",
		"de, en;q=0.1",
		"en;level=1",
		"kn, en",
		"en;Q=1.000, nb;q=0.999",
	};

	assert_all(LANGUAGE_EN, english, sizeof(english) / sizeof(english[0]));
}
END_TEST

RUN_TESTS(TEST(norwegian_is_told_unless_english_is_wanted_more),
	  TEST(english_is_told_if_it_is_wanted_more_or_first))
