#include "api/request/request.h"

#include "tests/unit/run.h"

/* What the request came to. */
static bool is_done;
static enum problem_code refusal;

static void on_done(struct req *part)
{
	(void)part;
	is_done = true;
}

static void on_refused(struct req *part, const struct problems *problems)
{
	(void)part;
	refusal = problems_main(problems);
}

/* One that is told what it came to, as a part of another is, without a client. */
static struct req begin(void)
{
	static const struct req_whole whole = {on_done, on_refused};

	is_done = false;
	refusal = PROBLEM_COUNT;
	return (struct req){.arena = arena_new(1 << 16), .whole = &whole};
}

static struct buf written(const char *text, size_t max)
{
	struct buf buf;

	buf_init(&buf, max);
	buf_adds(&buf, "{}");
	buf_adds(&buf, text);
	return buf;
}

START_TEST(what_was_written_is_kept_whole)
{
	struct buf all = written("abc", 5);
	struct req r = begin();
	size_t len;

	ck_assert_str_eq(req_keep(&r, &all, &len), "{}abc");
	ck_assert_uint_eq(len, 5);
	all = written("abc", 5);
	req_reply_written(&r, &all);
	ck_assert(is_done);
	ck_assert_int_eq(refusal, PROBLEM_COUNT);
	arena_free(&r.arena);
}
END_TEST

START_TEST(of_what_did_not_fit_nothing_is_told)
{
	struct buf cut = written("abc", 4);
	struct req r = begin();
	size_t len = 7;

	ck_assert_str_eq(req_keep(&r, &cut, &len), "");
	ck_assert_uint_eq(len, 0);
	ck_assert_uint_eq(cut.cap, 0);
	req_reply(&r, &(struct reply){.status = 200, .bytes = "[]", .len = 2});
	ck_assert(!is_done);
	ck_assert_int_eq(refusal, PROBLEM_INTERNAL);
	arena_free(&r.arena);
}
END_TEST

START_TEST(nor_has_it_an_effect)
{
	struct buf cut = written("abc", 4);
	struct req r = begin();

	ck_assert_str_eq(req_keep(&r, &cut, NULL), "");
	req_send(&r, NULL, NULL, NULL);
	ck_assert_int_eq(refusal, PROBLEM_INTERNAL);
	arena_free(&r.arena);
}
END_TEST

RUN_TESTS(TEST(what_was_written_is_kept_whole), TEST(of_what_did_not_fit_nothing_is_told),
	  TEST(nor_has_it_an_effect))
