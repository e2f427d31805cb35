/* Deferred and delayed work on a libevent base. */
#include "lib/loop/loop.h"

#include <event2/event.h>
#include <time.h>

#include "lib/base/fail.h"

struct loop_task {
	struct event *event;
	loop_fn *fn;
	void *ctx;
};

/* The change list tells the kernel once a turn what it waits for, not at each event added and
 * removed, and forbids to wait for duplicates of one descriptor. */
struct event_base *loop_base_new(void)
{
	struct event_config *config = event_config_new();
	struct event_base *base;

	MUST(config);
	MUST(event_config_set_flag(config, EVENT_BASE_FLAG_NOLOCK |
						   EVENT_BASE_FLAG_EPOLL_USE_CHANGELIST) == 0);
	base = event_base_new_with_config(config);
	MUST(base);
	event_config_free(config);
	return base;
}

static void run_task(evutil_socket_t fd, short what, void *arg)
{
	struct loop_task *task = arg;

	(void)fd;
	(void)what;
	task->fn(task->ctx);
}

struct loop_task *loop_task_new(struct event_base *base, loop_fn *fn, void *ctx)
{
	struct loop_task *task = base_alloc(sizeof(*task));

	task->event = event_new(base, -1, 0, run_task, task);
	MUST(task->event);
	task->fn = fn;
	task->ctx = ctx;
	return task;
}

void loop_task_free(struct loop_task **task)
{
	if (!*task)
		return;
	event_free((*task)->event);
	base_free(*task);
	*task = NULL;
}

void loop_task_defer(struct loop_task *task)
{
	event_active(task->event, EV_TIMEOUT, 0);
}

void loop_task_after(struct loop_task *task, int64_t delay_ms)
{
	const struct timeval delay = {
		.tv_sec = delay_ms / 1000,
		.tv_usec = delay_ms % 1000 * 1000,
	};

	MUST(event_add(task->event, &delay) == 0);
}

void loop_task_cancel(struct loop_task *task)
{
	event_del(task->event);
}

int64_t loop_now_ms(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC_COARSE, &now);
	return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}
