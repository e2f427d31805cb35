#include "lib/base/buf.h"

#include "lib/base/fail.h"
#include "tests/unit/run.h"

START_TEST(an_empty_buffer_reads_as_empty_text)
{
	struct buf buf;
	size_t len = 1;
	char *text;

	buf_init(&buf, 10);
	ck_assert_str_eq(buf_text(&buf), "");
	text = buf_take(&buf, &len);
	ck_assert_str_eq(text, "");
	ck_assert_uint_eq(len, 0);
	base_free(text);
	buf_fini(&buf);
}
END_TEST

START_TEST(additions_follow_each_other)
{
	struct buf buf;

	buf_init(&buf, 100000);
	buf_adds(&buf, "one");
	buf_addc(&buf, ' ');
	buf_add(&buf, "twoX", 3);
	buf_addf(&buf, " %d", 3);
	ck_assert_str_eq(buf_text(&buf), "one two 3");
	for (int i = 0; i < 1000; i++)
		buf_addf(&buf, "%010d", i);
	ck_assert_uint_eq(buf.len, 9 + 10000);
	ck_assert_str_eq(buf_text(&buf) + 9 + 9990, "0000000999");
	ck_assert(!buf_overflowed(&buf));
	buf_fini(&buf);
}
END_TEST

START_TEST(exactly_the_maximum_fits)
{
	struct buf buf;

	buf_init(&buf, 5);
	buf_adds(&buf, "12345");
	ck_assert(!buf_overflowed(&buf));
	ck_assert_str_eq(buf_text(&buf), "12345");
	buf_addc(&buf, '6');
	ck_assert(buf_overflowed(&buf));
	buf_fini(&buf);
}
END_TEST

START_TEST(what_does_not_fit_is_dropped_whole_and_so_is_all_after_it)
{
	struct buf buf;

	buf_init(&buf, 5);
	buf_adds(&buf, "123");
	buf_adds(&buf, "456");
	buf_addc(&buf, '4');
	buf_addf(&buf, "%d", 4);
	ck_assert(buf_overflowed(&buf));
	ck_assert_str_eq(buf_text(&buf), "123");
	ck_assert_ptr_null(buf_take(&buf, NULL));
	buf_reset(&buf);
	buf_adds(&buf, "12345");
	ck_assert(!buf_overflowed(&buf));
	ck_assert_str_eq(buf_text(&buf), "12345");
	buf_fini(&buf);
}
END_TEST

START_TEST(taken_content_belongs_to_the_caller_and_the_buffer_starts_anew)
{
	struct buf buf;
	char *first, *second;

	buf_init(&buf, 5);
	buf_adds(&buf, "first");
	first = buf_take(&buf, NULL);
	buf_adds(&buf, "2nd");
	second = buf_take(&buf, NULL);
	ck_assert_str_eq(first, "first");
	ck_assert_str_eq(second, "2nd");
	base_free(first);
	base_free(second);
	buf_fini(&buf);
}
END_TEST

START_TEST(reserved_room_is_written_directly)
{
	struct buf buf;

	buf_init(&buf, 1000);
	ck_assert(buf_reserve(&buf, 1000));
	memset(buf.data, 'x', 1000);
	buf_commit(&buf, 1000);
	ck_assert_uint_eq(strlen(buf_text(&buf)), 1000);
	ck_assert(!buf_reserve(&buf, 1));
	ck_assert(buf_overflowed(&buf));
	buf_fini(&buf);
}
END_TEST

RUN_TESTS(TEST(an_empty_buffer_reads_as_empty_text), TEST(additions_follow_each_other),
	  TEST(exactly_the_maximum_fits),
	  TEST(what_does_not_fit_is_dropped_whole_and_so_is_all_after_it),
	  TEST(taken_content_belongs_to_the_caller_and_the_buffer_starts_anew),
	  TEST(reserved_room_is_written_directly))
