#include "api/command/results.h"

#include <check.h>
#include <string.h>

#include "api/request/request.h"
#include "lib/base/arena.h"
#include "tests/unit/run.h"

static const int64_t ids[] = {7, 8, 9};

static struct req r;
static struct problems problems;
static struct results results;

/* Three things asked for; of each its problem, or PROBLEM_COUNT. */
static void settle(enum problem_code first, enum problem_code second, enum problem_code third)
{
	enum problem_code codes[] = {first, second, third};

	arena_free(&r.arena);
	r.arena = arena_new(1 << 20);
	r.language = LANGUAGE_EN;
	problems_init(&problems, r.arena);
	results_init(&results, 3, r.arena);
	for (size_t i = 0; i < 3; i++)
		if (codes[i] != PROBLEM_COUNT)
			problems_at(&results.each[i], codes[i], NULL, NULL, "#/ids/%zu", i);
	results_settle(&results, r.dry_run, &problems);
}

START_TEST(what_can_be_done_is_done_whatever_becomes_of_the_rest)
{
	settle(PROBLEM_COHORT_EMPTY, PROBLEM_COUNT, PROBLEM_COUNT);
	ck_assert(!problems_any(&problems));
	ck_assert_str_eq(results_done(&results, ids, r.arena), "[8,9]");
}
END_TEST

START_TEST(if_nothing_can_be_done_each_reason_is_told)
{
	settle(PROBLEM_COHORT_EMPTY, PROBLEM_FEED_REVOKED, PROBLEM_COHORT_EMPTY);
	ck_assert_uint_eq(problems.n, 3);
	ck_assert_int_eq(problems.list[1].code, PROBLEM_FEED_REVOKED);
	ck_assert_str_eq(problems.list[1].pointer, "#/ids/1");
	ck_assert_str_eq(results_done(&results, ids, r.arena), "[]");
}
END_TEST

START_TEST(a_dry_run_tells_what_would_be_refused)
{
	r.dry_run = true;
	settle(PROBLEM_COUNT, PROBLEM_COHORT_EMPTY, PROBLEM_COUNT);
	ck_assert_uint_eq(problems.n, 1);
	settle(PROBLEM_COUNT, PROBLEM_COUNT, PROBLEM_COUNT);
	ck_assert(!problems_any(&problems));
	r.dry_run = false;
}
END_TEST

START_TEST(each_is_told_its_result)
{
	settle(PROBLEM_COUNT, PROBLEM_COHORT_EMPTY, PROBLEM_COUNT);
	ck_assert_str_eq(results_write(&results, "firmId", ids, &r),
			 "[{\"firmId\":\"7\",\"done\":true,\"errors\":[]},"
			 "{\"firmId\":\"8\",\"done\":false,\"errors\":[{\"code\":\"cohort-empty\","
			 "\"pointer\":\"#/ids/1\",\"detail\":\"The cohort has no firms.\"}]},"
			 "{\"firmId\":\"9\",\"done\":true,\"errors\":[]}]");
}
END_TEST

START_TEST(what_does_not_fit_is_not_told_in_part)
{
	static char name[RESULTS_BYTES_MAX / 2];

	memset(name, 'x', sizeof(name) - 1);
	settle(PROBLEM_COUNT, PROBLEM_COUNT, PROBLEM_COUNT);
	problems_add(&results.each[0], PROBLEM_NO_ACCOUNT, NULL, name, NULL);
	ck_assert_uint_gt(strlen(results_write(&results, "firmId", ids, &r)), sizeof(name));
	ck_assert(!r.is_cut);
	problems_add(&results.each[1], PROBLEM_NO_ACCOUNT, NULL, name, NULL);
	ck_assert_str_eq(results_write(&results, "firmId", ids, &r), "");
	ck_assert(r.is_cut);
	r.is_cut = false;
}
END_TEST

RUN_TESTS(TEST(what_can_be_done_is_done_whatever_becomes_of_the_rest),
	  TEST(if_nothing_can_be_done_each_reason_is_told),
	  TEST(a_dry_run_tells_what_would_be_refused), TEST(each_is_told_its_result),
	  TEST(what_does_not_fit_is_not_told_in_part))
