/*
 * What every unit test ends with: its main().
 *
 * A test file holds START_TEST functions named as sentences and one list of them:
 *
 *	RUN_TESTS(TEST(cap_is_remembered), ABORTS(broken_promise_ends_the_process))
 *
 * Each test runs in a process of its own. Check alone would call a run of no tests a success.
 */
#ifndef TRINN_TESTS_UNIT_RUN_H
#define TRINN_TESTS_UNIT_RUN_H

#include <check.h>
#include <signal.h>
#include <stddef.h>
#include <valgrind/valgrind.h>

#include "lib/base/attr.h"

/* Valgrind is thirty times slower: there fewer rounds of what is repeated, or a key ready made. */
#define UNDER_VALGRIND(there, elsewhere) (RUNNING_ON_VALGRIND ? (there) : (elsewhere))

struct unit_test {
	const TTest *test;
	int signal; /* that ends it, 0 for none */
};

#define TEST(name) ((struct unit_test){.test = (name)})
#define ABORTS(name) ((struct unit_test){.test = (name), .signal = SIGABRT})

#define RUN_TESTS(...) RUN_TESTS_AFTER((void)0, __VA_ARGS__)

/* The same after what takes long and is the same for all tests: each has it behind it. */
#define RUN_TESTS_AFTER(prepare, ...)                                                              \
	int main(void)                                                                             \
	{                                                                                          \
		const struct unit_test tests[] = {__VA_ARGS__};                                    \
                                                                                                   \
		prepare;                                                                           \
		return run_tests(__FILE__, tests, sizeof(tests) / sizeof(tests[0]));               \
	}

static int run_tests(const char *name, const struct unit_test *tests, size_t n)
{
	TCase *tcase = tcase_create(name);
	Suite *suite = suite_create(name);
	SRunner *runner = srunner_create(suite);
	int n_run, n_failed;

	/* Seconds, for a busy machine; under valgrind CK_TIMEOUT_MULTIPLIER makes it more. */
	tcase_set_timeout(tcase, 30);
	for (size_t i = 0; i < n; i++)
		tcase_add_test_raise_signal(tcase, tests[i].test, tests[i].signal);
	suite_add_tcase(suite, tcase);
	srunner_run_all(runner, CK_NORMAL);
	n_run = srunner_ntests_run(runner);
	n_failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return n_run > 0 && n_failed == 0 ? 0 : 1;
}

#endif
