/* One run of load against a server on this machine, from one thread. */
#ifndef TRINN_BENCH_LOAD_RUN_H
#define TRINN_BENCH_LOAD_RUN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lib/base/attr.h"
#include "tests/bench/load_message.h"

#define STATUS_LIMIT 600

/*
 * With `rate` 0 the loop is closed: each connection sends its next request when it has the reply to
 * its last. Otherwise it is open: requests fall due at random (Poisson) times that do not depend on
 * the replies, and wait for a free connection if there is none.
 *
 * The window measured is the `seconds` after the first `warmup` ones, or ends with the last reply
 * if `max_requests` is reached before. After it nothing falls due and replies are awaited for
 * `drain` seconds.
 */
struct load_plan {
	uint16_t port; /* on 127.0.0.1 */
	unsigned connections;
	double rate; /* requests a second */
	double warmup;
	double seconds;
	double drain;
	uint64_t max_requests; /* with those of the warm-up */
	uint16_t seed;	       /* of the random times */
	uint64_t first_n;      /* number of the first request */
	struct request_list requests; /* to be sent in turn, again and again */
};

struct durations {
	uint64_t *ns;
	size_t n;
	size_t cap;
};

struct load_result {
	/* Of the requests due in the window: from when one was due, not from when it was sent, to
	 * the end of its reply. One that was never answered counts with its age when the run
	 * ended. */
	struct durations latency;
	struct durations lag;		 /* of the same, from due to sent */
	double seconds;			 /* of the window */
	uint64_t completed;		 /* replies that ended in the window */
	uint64_t sent;			 /* this and all below: in the whole run */
	uint64_t bytes;			 /* received */
	uint64_t statuses[STATUS_LIMIT]; /* of the replies */
	uint64_t unexpected;		 /* replies whose status the request does not expect */
	uint64_t connect_errors;
	uint64_t io_errors;	 /* connections lost between a request and the end of its reply */
	uint64_t framing_errors; /* replies that are REPLY_BAD */
	uint64_t reconnects;	 /* because the server closed a connection between requests */
	uint64_t unfinished;	 /* requests due but not answered */
	double cpu_share;	 /* of one processor that the tool itself used */
};

/* Fills `result_out`, to be released by load_result_fini() in any case. False, and the reason on
 * stderr, if not all connections could be opened to begin with. */
bool load_run(const struct load_plan *plan, struct load_result *result_out) MUST_USE;

void load_result_fini(struct load_result *result);

#endif
