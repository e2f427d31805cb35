#include "lib/base/text.h"

#include "tests/unit/run.h"

START_TEST(a_text_is_itself_only)
{
	ck_assert(text_is("paid", "paid") && text_is("", ""));
	ck_assert(!text_is("paid", "Paid") && !text_is("paid", "paid_out") && !text_is("paid", ""));
	ck_assert(!text_is(NULL, "paid") && !text_is(NULL, ""));
}
END_TEST

START_TEST(a_text_ends_in_its_last_letters)
{
	ck_assert(text_ends_in("amountOre", "Ore") && text_ends_in("Ore", "Ore"));
	ck_assert(text_ends_in("Ore", ""));
	ck_assert(!text_ends_in("re", "Ore") && !text_ends_in("amountOres", "Ore"));
}
END_TEST

RUN_TESTS(TEST(a_text_is_itself_only), TEST(a_text_ends_in_its_last_letters))
