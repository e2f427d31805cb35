#include "lib/format/amount.h"

#include "tests/unit/run.h"

START_TEST(an_amount_is_digits_and_at_most_two_decimals)
{
	static const struct {
		const char *text;
		int64_t ore;
	} cases[] = {
		{"0", 0},
		{"12", 1200},
		{"12.", 1200},
		{"12.5", 1250},
		{"12.5000", 1250},
		{"007.01", 701},
		{"999999999.99", 99999999999},
	};
	int64_t ore;

	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		ck_assert(amount_read(cases[i].text, '.', AMOUNT_MAX_ORE, &ore));
		ck_assert_int_eq(ore, cases[i].ore);
	}
	ck_assert(amount_read("12,5", ',', AMOUNT_MAX_ORE, &ore) && ore == 1250);
	ck_assert(amount_read_signed("-12,5", ',', AMOUNT_MAX_ORE, &ore) && ore == -1250);
}
END_TEST

START_TEST(nothing_else_is_one)
{
	static const char *const texts[] = {"",
					    ".5",
					    "-1",
					    "+1",
					    "1,5",
					    "1.2.3",
					    "1.001",
					    "1 000",
					    "1e3",
					    "0x1",
					    " 1",
					    "--1",
					    "-",
					    "1000000000000.01",
					    "99999999999999999999999999999999999999"};
	int64_t ore;

	for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++)
		ck_assert_msg(!amount_read(texts[i], '.', AMOUNT_MAX_ORE, &ore), "%s", texts[i]);
	ck_assert(!amount_read_signed("--1", '.', AMOUNT_MAX_ORE, &ore));
	ck_assert(!amount_read_signed("-", '.', AMOUNT_MAX_ORE, &ore));
}
END_TEST

START_TEST(the_bound_holds_to_the_oere)
{
	int64_t ore;

	ck_assert(amount_read("100000.00", '.', 10000000, &ore) && ore == 10000000);
	ck_assert(!amount_read("100000.01", '.', 10000000, &ore));
	ck_assert(!amount_read("100001", '.', 10000000, &ore));
	ck_assert(amount_read("9999999999999999.99", '.', 999999999999999999, &ore));
	ck_assert_int_eq(ore, 999999999999999999);
	ck_assert(!amount_read("10000000000000000.00", '.', 999999999999999999, &ore));
	ck_assert(!amount_read("99999999999999999999", '.', 999999999999999999, &ore));
}
END_TEST

RUN_TESTS(TEST(an_amount_is_digits_and_at_most_two_decimals), TEST(nothing_else_is_one),
	  TEST(the_bound_holds_to_the_oere))
