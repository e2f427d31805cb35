#include "lib/base/file.h"

#include <errno.h>
#include <stdio.h>

#include "tests/unit/run.h"

START_TEST(a_whole_file_is_read)
{
	FILE *file = tmpfile();
	char path[32];
	struct buf buf;

	ck_assert_ptr_nonnull(file);
	snprintf(path, sizeof(path), "/proc/self/fd/%d", fileno(file));
	for (int i = 0; i < 3000; i++)
		fprintf(file, "%04d", i);
	fflush(file);
	buf_init(&buf, 12000);
	ck_assert(file_read(path, &buf));
	ck_assert_uint_eq(buf.len, 12000);
	ck_assert_mem_eq(buf.data + 11996, "2999", 4);
	buf_fini(&buf);
	fclose(file);
}
END_TEST

START_TEST(a_file_bigger_than_allowed_is_refused)
{
	struct buf buf;

	buf_init(&buf, 10000);
	errno = 0;
	ck_assert(!file_read("/dev/zero", &buf));
	ck_assert_int_eq(errno, EFBIG);
	buf_fini(&buf);
}
END_TEST

START_TEST(a_file_that_is_not_there_says_so)
{
	struct buf buf;

	buf_init(&buf, 10);
	ck_assert(!file_read("/nowhere", &buf));
	ck_assert_int_eq(errno, ENOENT);
	ck_assert(!file_read("/", &buf));
	ck_assert_int_eq(errno, EISDIR);
	buf_fini(&buf);
}
END_TEST

RUN_TESTS(TEST(a_whole_file_is_read), TEST(a_file_bigger_than_allowed_is_refused),
	  TEST(a_file_that_is_not_there_says_so))
