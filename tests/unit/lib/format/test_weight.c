#include "lib/format/weight.h"

#include "tests/unit/run.h"

START_TEST(a_range_weighs_what_it_says)
{
	ck_assert_int_eq(weight_read(";q=0.25"), 250);
	ck_assert_int_eq(weight_read(" ; Q=0.5, en;q=0.9"), 500);
	ck_assert_int_eq(weight_read(";level=1;q=0.001"), 1);
	ck_assert_int_eq(weight_read(";q=1.000"), WEIGHT_MAX);
	ck_assert_int_eq(weight_read(";q=0.9999"), 999);
}
END_TEST

START_TEST(one_that_says_nothing_weighs_most)
{
	ck_assert_int_eq(weight_read(""), WEIGHT_MAX);
	ck_assert_int_eq(weight_read(", en;q=0.1"), WEIGHT_MAX);
	ck_assert_int_eq(weight_read(";header=present"), WEIGHT_MAX);
}
END_TEST

START_TEST(what_is_no_number_weighs_nothing)
{
	ck_assert_int_eq(weight_read(";q="), 0);
	ck_assert_int_eq(weight_read(";q=x"), 0);
	ck_assert_int_eq(weight_read(";q=2"), 0);
	ck_assert_int_eq(weight_read(";q=0"), 0);
}
END_TEST

RUN_TESTS(TEST(a_range_weighs_what_it_says), TEST(one_that_says_nothing_weighs_most),
	  TEST(what_is_no_number_weighs_nothing))
