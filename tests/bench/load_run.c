#include "tests/bench/load_run.h"

#include <errno.h>
#include <math.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/prctl.h>
#include <sys/random.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

#include "lib/base/fail.h"
#include "lib/base/list.h"

#define NS_PER_S 1000000000u
#define SEND_TIMEOUT_S 2
#define RECEIVE_BYTES (256u << 10)
#define EVENTS_MAX 64

struct conn {
	struct list idle; /* linked in run.idle while connected and without request */
	int fd;		  /* -1 if it is lost and could not be opened again */
	bool busy;
	uint64_t due_ns;
	const struct request *request;
	struct reply reply;
};

struct run {
	const struct load_plan *plan;
	struct load_result *result;
	struct conn *conns;
	struct list idle;
	unsigned n_open;
	unsigned n_busy;
	int epoll;
	uint64_t begin_ns;
	uint64_t end_ns;
	uint64_t last_reply_ns;
	uint64_t arrival_ns; /* of the next request, if the loop is open */
	unsigned short arrivals[3];
	size_t next_request;
	struct sequence sequence;
	char received[RECEIVE_BYTES];
};

static uint64_t clock_ns(clockid_t clock)
{
	struct timespec now;

	clock_gettime(clock, &now);
	return (uint64_t)now.tv_sec * NS_PER_S + (uint64_t)now.tv_nsec;
}

static uint64_t now_ns(void)
{
	return clock_ns(CLOCK_MONOTONIC);
}

static uint64_t from_seconds(double seconds)
{
	return (uint64_t)(seconds * NS_PER_S);
}

static uint64_t poisson_gap_ns(struct run *run)
{
	return from_seconds(-log(1 - erand48(run->arrivals)) / run->plan->rate);
}

static void add_duration(struct durations *durations, uint64_t ns)
{
	if (durations->n == durations->cap) {
		durations->cap = durations->cap > 0 ? durations->cap * 2 : 4096;
		durations->ns = base_realloc(durations->ns,
					     durations->cap * sizeof(*durations->ns));
	}
	durations->ns[durations->n++] = ns;
}

/* Sending blocks, but waits for nobody: a connection has one request under way, and one fits into
 * the socket's buffer. */
static bool conn_open(struct run *run, struct conn *conn)
{
	const struct sockaddr_in address = { .sin_family = AF_INET,
					     .sin_port = htons(run->plan->port),
					     .sin_addr.s_addr = htonl(INADDR_LOOPBACK) };
	const struct timeval patience = { .tv_sec = SEND_TIMEOUT_S };
	struct epoll_event event = { .events = EPOLLIN, .data.ptr = conn };
	int fd = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);

	MUST(fd >= 0);
	setsockopt(fd, SOL_SOCKET, SO_SNDTIMEO, &patience, sizeof(patience));
	setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &(int){ 1 }, sizeof(int));
	if (connect(fd, (const struct sockaddr *)&address, sizeof(address)) < 0) {
		run->result->connect_errors++;
		close(fd);
		return false;
	}
	MUST(epoll_ctl(run->epoll, EPOLL_CTL_ADD, fd, &event) == 0);
	conn->fd = fd;
	list_append(&run->idle, &conn->idle);
	run->n_open++;
	return true;
}

static void conn_close(struct run *run, struct conn *conn)
{
	if (conn->fd < 0)
		return;
	close(conn->fd);
	conn->fd = -1;
	list_remove(&conn->idle);
	run->n_open--;
	if (conn->busy)
		run->n_busy--;
	conn->busy = false;
}

/* A connection that cannot be opened again is missed for the rest of the run. */
static void conn_reopen(struct run *run, struct conn *conn, uint64_t *reason)
{
	(*reason)++;
	conn_close(run, conn);
	(void)!conn_open(run, conn);
}

static void start(struct run *run, struct conn *conn, uint64_t due_ns)
{
	struct request *request = &run->plan->requests.items[run->next_request];

	run->next_request = (run->next_request + 1) % run->plan->requests.n;
	run->result->sent++;
	run->n_busy++;
	list_remove(&conn->idle);
	conn->busy = true;
	conn->due_ns = due_ns;
	conn->request = request;
	reply_init(&conn->reply, request->head_only);
	request_renew(request, &run->sequence);
	if (due_ns >= run->begin_ns)
		add_duration(&run->result->lag, now_ns() - due_ns);
	if (send(conn->fd, request->bytes, request->len, MSG_NOSIGNAL) != (ssize_t)request->len)
		conn_reopen(run, conn, &run->result->io_errors);
}

/* Whether a request will still be sent, be it later. */
static bool has_more(const struct run *run)
{
	uint64_t next_ns = run->plan->rate > 0 ? run->arrival_ns : now_ns();

	return run->n_open > 0 && run->result->sent < run->plan->max_requests &&
	       next_ns < run->end_ns;
}

/* Whether a request is due, and since when. */
static bool take_due(struct run *run, uint64_t *due_ns_out)
{
	uint64_t now = now_ns();

	if (!has_more(run))
		return false;
	*due_ns_out = now;
	if (run->plan->rate > 0) {
		if (run->arrival_ns > now)
			return false;
		*due_ns_out = run->arrival_ns;
		run->arrival_ns += poisson_gap_ns(run);
	}
	return true;
}

/* The connections take turns, so that none of the server's workers is left out. */
static void dispatch(struct run *run)
{
	uint64_t due_ns;

	while (!list_is_empty(&run->idle) && take_due(run, &due_ns))
		start(run, LIST_ENTRY(run->idle.next, struct conn, idle), due_ns);
}

static void complete(struct run *run, struct conn *conn)
{
	struct load_result *result = run->result;
	uint64_t now = now_ns();

	run->last_reply_ns = now;
	if (conn->due_ns >= run->begin_ns)
		add_duration(&result->latency, now - conn->due_ns);
	if (now >= run->begin_ns && now < run->end_ns)
		result->completed++;
	result->statuses[conn->reply.status]++;
	if (!request_expects(conn->request, conn->reply.status))
		result->unexpected++;
	run->n_busy--;
	conn->busy = false;
	list_append(&run->idle, &conn->idle);
	if (conn->reply.closes)
		conn_reopen(run, conn, &result->reconnects);
}

static void receive(struct run *run, struct conn *conn)
{
	struct load_result *result = run->result;
	ssize_t n = recv(conn->fd, run->received, RECEIVE_BYTES, MSG_DONTWAIT);
	enum reply_state state;

	if (n < 0 && errno == EAGAIN)
		return;
	if (n <= 0) {
		conn_reopen(run, conn, conn->busy ? &result->io_errors : &result->reconnects);
		return;
	}
	result->bytes += (uint64_t)n;
	state = conn->busy ? reply_feed(&conn->reply, run->received, (size_t)n) : REPLY_BAD;
	if (state == REPLY_BAD)
		conn_reopen(run, conn, &result->framing_errors);
	else if (state == REPLY_DONE)
		complete(run, conn);
}

/* Waits until `until_ns` or the next events and serves these. */
static void serve(struct run *run, uint64_t until_ns)
{
	struct epoll_event events[EVENTS_MAX];
	uint64_t now = now_ns();
	uint64_t wait_ns = until_ns > now ? until_ns - now : 0;
	const struct timespec timeout = { .tv_sec = (time_t)(wait_ns / NS_PER_S),
					  .tv_nsec = (long)(wait_ns % NS_PER_S) };
	int n = epoll_pwait2(run->epoll, events, EVENTS_MAX, &timeout, NULL);

	for (int i = 0; i < n; i++) {
		struct conn *conn = events[i].data.ptr;

		if (conn->fd >= 0)
			receive(run, conn);
		dispatch(run);
	}
}

static void loop(struct run *run)
{
	uint64_t now = now_ns();
	uint64_t stop_ns;

	run->begin_ns = now + from_seconds(run->plan->warmup);
	run->end_ns = run->begin_ns + from_seconds(run->plan->seconds);
	run->arrival_ns = now + (run->plan->rate > 0 ? poisson_gap_ns(run) : 0);
	stop_ns = run->end_ns + from_seconds(run->plan->drain);
	for (; now < stop_ns && (run->n_busy > 0 || has_more(run)); now = now_ns()) {
		uint64_t until_ns = stop_ns;

		dispatch(run);
		if (run->plan->rate > 0 && !list_is_empty(&run->idle) && has_more(run))
			until_ns = run->arrival_ns;
		serve(run, until_ns);
	}
}

static void count_unfinished(struct run *run, uint64_t due_ns, uint64_t now)
{
	run->result->unfinished++;
	if (due_ns >= run->begin_ns)
		add_duration(&run->result->latency, now - due_ns);
}

static void conclude(struct run *run)
{
	struct load_result *result = run->result;
	uint64_t now = now_ns();
	uint64_t due_ns;

	for (unsigned i = 0; i < run->plan->connections; i++) {
		if (run->conns[i].busy)
			count_unfinished(run, run->conns[i].due_ns, now);
	}
	while (run->plan->rate > 0 && take_due(run, &due_ns))
		count_unfinished(run, due_ns, now);
	if (result->sent == run->plan->max_requests && run->last_reply_ns < run->end_ns)
		run->end_ns = run->last_reply_ns;
	if (run->end_ns > run->begin_ns)
		result->seconds = (double)(run->end_ns - run->begin_ns) / NS_PER_S;
}

static bool open_all(struct run *run)
{
	for (unsigned i = 0; i < run->plan->connections; i++) {
		if (!conn_open(run, &run->conns[i])) {
			fprintf(stderr, "load: cannot connect: %s\n", strerror(errno));
			return false;
		}
	}
	return true;
}

static void run_init(struct run *run, const struct load_plan *plan, struct load_result *result)
{
	run->plan = plan;
	run->result = result;
	run->conns = base_alloc(plan->connections * sizeof(*run->conns));
	for (unsigned i = 0; i < plan->connections; i++) {
		list_init(&run->conns[i].idle);
		run->conns[i].fd = -1;
	}
	list_init(&run->idle);
	run->epoll = epoll_create1(EPOLL_CLOEXEC);
	run->arrivals[2] = plan->seed;
	run->sequence.n = plan->first_n;
	MUST(getrandom(&run->sequence.random, sizeof(run->sequence.random), 0) > 0);
}

static void run_fini(struct run *run)
{
	for (unsigned i = 0; i < run->plan->connections; i++)
		conn_close(run, &run->conns[i]);
	close(run->epoll);
	base_free(run->conns);
}

bool load_run(const struct load_plan *plan, struct load_result *result_out)
{
	struct run *run = base_alloc(sizeof(*run));
	uint64_t from_ns = now_ns();
	uint64_t cpu_ns = clock_ns(CLOCK_PROCESS_CPUTIME_ID);
	bool opened;

	prctl(PR_SET_TIMERSLACK, 1);
	memset(result_out, 0, sizeof(*result_out));
	run_init(run, plan, result_out);
	opened = open_all(run);
	if (opened) {
		loop(run);
		conclude(run);
	}
	cpu_ns = clock_ns(CLOCK_PROCESS_CPUTIME_ID) - cpu_ns;
	result_out->cpu_share = (double)cpu_ns / (double)(now_ns() - from_ns);
	run_fini(run);
	base_free(run);
	return opened;
}

void load_result_fini(struct load_result *result)
{
	base_free(result->latency.ns);
	base_free(result->lag.ns);
}
