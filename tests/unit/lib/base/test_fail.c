#include "lib/base/fail.h"

#include <string.h>

#include "tests/unit/run.h"

#ifdef __SANITIZE_ADDRESS__
/* The sanitizer would end the process itself where malloc returns NULL. */
const char *__asan_default_options(void);

const char *__asan_default_options(void)
{
	return "allocator_may_return_null=1";
}
#endif

START_TEST(a_condition_that_holds_is_evaluated_once_and_passes)
{
	int n = 0;

	MUST(++n == 1);
	ck_assert_int_eq(n, 1);
}
END_TEST

START_TEST(a_broken_promise_ends_the_process)
{
	volatile int zero = 0;

	MUST(zero != 0);
}
END_TEST

START_TEST(an_unreachable_place_ends_the_process)
{
	WRONG("reached");
}
END_TEST

START_TEST(more_memory_than_there_is_ends_the_process)
{
	volatile size_t size = (size_t)1 << 60;

	base_free(base_alloc(size));
}
END_TEST

START_TEST(memory_is_zeroed_and_grows)
{
	char *ptr = base_alloc(100);

	for (int i = 0; i < 100; i++)
		ck_assert_int_eq(ptr[i], 0);
	memset(ptr, 'x', 100);
	ptr = base_realloc(ptr, 10000);
	ck_assert_int_eq(ptr[99], 'x');
	base_free(ptr);
	base_free(base_alloc(0));
	base_free(NULL);
}
END_TEST

RUN_TESTS(TEST(a_condition_that_holds_is_evaluated_once_and_passes),
	  ABORTS(a_broken_promise_ends_the_process), ABORTS(an_unreachable_place_ends_the_process),
	  ABORTS(more_memory_than_there_is_ends_the_process), TEST(memory_is_zeroed_and_grows))
