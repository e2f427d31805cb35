/*
 * The event loop of a process: one libevent base, used from one thread.
 */
#ifndef TRINN_LOOP_LOOP_H
#define TRINN_LOOP_LOOP_H

#include <stdint.h>

struct event_base;

/* A base without locks; released by event_base_free(). Aborts if the system refuses one. */
struct event_base *loop_base_new(void) __attribute__((returns_nonnull));

/*
 * A piece of work to be done later, once per request for it.
 *
 * Objects that callbacks of the running turn may still mention are released from a deferred task,
 * and output that several callbacks add to is flushed from one.
 */
struct loop_task;

typedef void loop_fn(void *ctx);

/* A task that calls fn(ctx) when due; it waits for one of the two calls below. The base must
 * outlive it. */
struct loop_task *loop_task_new(struct event_base *base, loop_fn *fn, void *ctx)
	__attribute__((returns_nonnull));

/* Takes back what was asked for; NULL-safe. May be called from the task's own function. */
void loop_task_free(struct loop_task **task);

/* Calls the function after the callbacks that are already due, before the loop waits again. Asking
 * twice before it ran is asking once. */
void loop_task_defer(struct loop_task *task);

/* Calls the function once, `delay_ms` from now; a later call replaces the time. */
void loop_task_after(struct loop_task *task, int64_t delay_ms);

/* Nothing is due any more. */
void loop_task_cancel(struct loop_task *task);

/* Milliseconds of a clock that only moves forward; cheap, exact to a few milliseconds. */
int64_t loop_now_ms(void);

#endif
