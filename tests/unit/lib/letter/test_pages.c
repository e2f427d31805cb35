#include "lib/letter/pages.h"

#include "tests/unit/run.h"

#define LINE                                                                                       \
	{                                                                                          \
		.before = 0, .height = 10, .head = PAGES_NO_HEAD                                   \
	}

static struct strip strips[64];
static size_t n_pages;

/* So many lines of 10 points, of which none is kept. */
static void lines(size_t n)
{
	for (size_t i = 0; i < n; i++)
		strips[i] = (struct strip)LINE;
}

static void place(size_t n, double height)
{
	ck_assert(pages_break(strips, n, height, &n_pages));
}

START_TEST(lines_go_on_where_a_page_is_full)
{
	lines(7);
	place(7, 30);
	ck_assert_uint_eq(n_pages, 3);
	for (size_t i = 0; i < 7; i++) {
		ck_assert_uint_eq(strips[i].page, i / 3);
		ck_assert_double_eq(strips[i].y, (double)(i % 3) * 10);
	}
}
END_TEST

START_TEST(there_is_no_space_at_the_top)
{
	lines(4);
	for (size_t i = 0; i < 4; i++)
		strips[i].before = 5;
	place(4, 40);
	ck_assert_uint_eq(strips[2].page, 0);
	ck_assert_double_eq(strips[0].y, 0);
	ck_assert_double_eq(strips[1].y, 15);
	ck_assert_uint_eq(strips[3].page, 1);
	ck_assert_double_eq(strips[3].y, 0);
}
END_TEST

START_TEST(what_is_kept_together_goes_together)
{
	lines(5);
	strips[2].keeps_next = true;
	place(5, 30);
	ck_assert_uint_eq(strips[1].page, 0);
	ck_assert_uint_eq(strips[2].page, 1);
	ck_assert_uint_eq(strips[3].page, 1);
}
END_TEST

START_TEST(unless_it_is_more_than_a_page)
{
	lines(6);
	for (size_t i = 1; i < 5; i++)
		strips[i].keeps_next = true;
	place(6, 30);
	ck_assert_uint_eq(strips[0].page, 0);
	ck_assert_uint_eq(strips[1].page, 1);
	ck_assert_uint_eq(strips[3].page, 1);
	ck_assert_uint_eq(strips[4].page, 2);
}
END_TEST

START_TEST(a_row_brings_its_head_along)
{
	lines(5);
	strips[0].height = 8;
	for (size_t i = 1; i < 5; i++)
		strips[i].head = 0;
	strips[0].keeps_next = true;
	place(5, 28);
	ck_assert_uint_eq(strips[2].page, 0);
	ck_assert_uint_eq(strips[3].page, 1);
	ck_assert_double_eq(strips[3].y, 8);
	ck_assert_double_eq(strips[4].y, 18);
}
END_TEST

START_TEST(what_is_higher_than_a_page_has_none)
{
	lines(2);
	strips[1].height = 31;
	ck_assert(!pages_break(strips, 2, 30, &n_pages));
	strips[1].height = 30;
	place(2, 30);
	strips[1].head = 0;
	ck_assert(!pages_break(strips, 2, 30, &n_pages));
}
END_TEST

RUN_TESTS(TEST(lines_go_on_where_a_page_is_full), TEST(there_is_no_space_at_the_top),
	  TEST(what_is_kept_together_goes_together), TEST(unless_it_is_more_than_a_page),
	  TEST(a_row_brings_its_head_along), TEST(what_is_higher_than_a_page_has_none))
