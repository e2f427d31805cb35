#include "lib/loop/loop.h"

#include <event2/event.h>

#include "tests/unit/run.h"

/* What the tasks of a test did, in order. */
struct trace {
	struct loop_task *first;
	struct loop_task *second;
	int n_first;
	int n_second;
};

static void count_first(void *ctx)
{
	struct trace *trace = ctx;

	trace->n_first++;
}

static void count_second(void *ctx)
{
	struct trace *trace = ctx;

	trace->n_second++;
}

static void defer_second(void *ctx)
{
	struct trace *trace = ctx;

	trace->n_first++;
	loop_task_defer(trace->second);
	loop_task_defer(trace->second);
}

static void free_itself(void *ctx)
{
	struct trace *trace = ctx;

	loop_task_free(&trace->first);
}

START_TEST(work_deferred_by_a_callback_is_done_before_the_loop_waits)
{
	struct event_base *base = loop_base_new();
	struct trace trace = {0};

	trace.first = loop_task_new(base, defer_second, &trace);
	trace.second = loop_task_new(base, count_second, &trace);
	loop_task_defer(trace.first);
	event_base_loop(base, EVLOOP_NONBLOCK | EVLOOP_ONCE);
	ck_assert_int_eq(trace.n_first, 1);
	ck_assert_int_eq(trace.n_second, 1);
	loop_task_free(&trace.first);
	loop_task_free(&trace.second);
	event_base_free(base);
}
END_TEST

START_TEST(a_delayed_task_runs_once_when_its_time_has_come)
{
	struct event_base *base = loop_base_new();
	struct trace trace = {0};
	int64_t begin_ms = loop_now_ms();

	trace.first = loop_task_new(base, count_first, &trace);
	loop_task_after(trace.first, 1);
	loop_task_after(trace.first, 50);
	event_base_dispatch(base);
	ck_assert_int_eq(trace.n_first, 1);
	ck_assert_int_ge(loop_now_ms() - begin_ms, 40);
	loop_task_free(&trace.first);
	event_base_free(base);
}
END_TEST

START_TEST(a_cancelled_task_does_not_run)
{
	struct event_base *base = loop_base_new();
	struct trace trace = {0};

	trace.first = loop_task_new(base, count_first, &trace);
	trace.second = loop_task_new(base, count_second, &trace);
	loop_task_defer(trace.first);
	loop_task_after(trace.second, 0);
	loop_task_cancel(trace.first);
	loop_task_cancel(trace.second);
	event_base_loop(base, EVLOOP_NONBLOCK);
	ck_assert_int_eq(trace.n_first + trace.n_second, 0);
	loop_task_free(&trace.first);
	loop_task_free(&trace.second);
	event_base_free(base);
}
END_TEST

START_TEST(a_task_may_free_itself)
{
	struct event_base *base = loop_base_new();
	struct trace trace = {0};

	trace.first = loop_task_new(base, free_itself, &trace);
	loop_task_defer(trace.first);
	event_base_dispatch(base);
	ck_assert_ptr_null(trace.first);
	loop_task_free(&trace.first);
	event_base_free(base);
}
END_TEST

RUN_TESTS(TEST(work_deferred_by_a_callback_is_done_before_the_loop_waits),
	  TEST(a_delayed_task_runs_once_when_its_time_has_come),
	  TEST(a_cancelled_task_does_not_run), TEST(a_task_may_free_itself))
