/*
 * The smallest program on lib/http, for tests/wire: answers a few paths, counts what it was asked.
 *
 * wire-server [NAME=VALUE ...]  with the names of struct http_limits, and grace_s; prints its port.
 *
 *   /bytes/N       N bytes
 *   /stream/N      N bytes in chunks, paused above HIGH_WATER pending
 *   /abort/N       N bytes of a stream, then its abort
 *   /status/S      status S with a content of two bytes
 *   /slow/MS       "ok" after MS milliseconds
 *   /never         no reply before the end of the process
 *   /field         the value of the field X
 *   /~stats        counters; not counted itself
 *   anything else  method, path, query and the length of the content
 */
#include <event2/event.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>

#include "lib/base/arena.h"
#include "lib/base/fail.h"
#include "lib/base/num.h"
#include "lib/http/reply.h"
#include "lib/http/request.h"
#include "lib/http/server.h"
#include "lib/loop/loop.h"

enum {
	LOW_WATER = 65536,
	HIGH_WATER = 262144,
	MAX_BYTES = 1 << 30,
};

struct program {
	struct event_base *base;
	struct http_server *server;
	uint32_t grace_s;
	bool draining;
	unsigned routed;
	unsigned lost; /* told by http_on_close() */
	unsigned waiting;
	size_t most_pending;
};

struct job {
	struct program *program;
	struct http_request *request;
	struct loop_task *timer;
	uint32_t left;
	bool aborts;
};

static const char filler[16384];

static void reply_text(struct http_request *request, int status, const char *text)
{
	http_reply(request, status, "text/plain", text, strlen(text), NULL, NULL);
}

static void reply_stats(struct program *program, struct http_request *request)
{
	const struct http_stats *stats = http_server_stats(program->server);
	char *text = arena_printf(
		http_arena(request),
		"{\"routed\":%u,\"lost\":%u,\"waiting\":%u,\"most_pending\":%zu,"
		"\"connections\":%u,\"accepted\":%lu,\"evicted\":%lu,"
		"\"requests\":%lu,\"busy\":%lu,\"read_timeouts\":%lu,"
		"\"write_timeouts\":%lu}",
		program->routed, program->lost, program->waiting, program->most_pending,
		stats->connections, stats->accepted, stats->evicted, stats->requests,
		stats->refused[HTTP_REFUSED_BUSY], stats->read_timeouts, stats->write_timeouts);

	http_reply(request, 200, "application/json", text, strlen(text), NULL, NULL);
}

static void free_timer(void *ptr)
{
	struct loop_task *timer = ptr;

	loop_task_free(&timer);
}

static struct job *new_job(struct program *program, struct http_request *request, loop_fn *fn)
{
	struct job *job = arena_alloc(http_arena(request), sizeof(*job));

	job->program = program;
	job->request = request;
	job->timer = loop_task_new(program->base, fn, job);
	arena_own(http_arena(request), job->timer, free_timer);
	program->waiting++;
	return job;
}

static void on_lost(void *ctx)
{
	struct job *job = ctx;

	job->program->lost++;
	loop_task_defer(job->timer);
}

static void end_stream(struct job *job)
{
	job->program->waiting--;
	if (job->aborts)
		http_stream_abort(job->request);
	else
		http_stream_end(job->request);
}

static void go_on_streaming(void *ctx)
{
	struct job *job = ctx;
	struct program *program = job->program;

	while (job->left > 0 && http_stream_pending(job->request) < HIGH_WATER) {
		size_t len = job->left < sizeof(filler) ? job->left : sizeof(filler);

		http_stream_write(job->request, filler, len);
		job->left -= (uint32_t)len;
	}
	if (http_stream_pending(job->request) > program->most_pending)
		program->most_pending = http_stream_pending(job->request);
	if (job->left == 0)
		end_stream(job);
}

static void stream(struct program *program, struct http_request *request, uint32_t len, bool aborts)
{
	struct job *job = new_job(program, request, go_on_streaming);

	job->left = len;
	job->aborts = aborts;
	http_on_close(request, on_lost, job);
	http_stream_begin(request, 200, "application/octet-stream");
	http_stream_on_drain(request, LOW_WATER, go_on_streaming, job);
	loop_task_defer(job->timer);
}

static void reply_late(void *ctx)
{
	struct job *job = ctx;

	job->program->waiting--;
	reply_text(job->request, 200, "ok");
}

static void reply_bytes(struct http_request *request, uint32_t len)
{
	void *bytes = base_alloc(len);

	http_reply(request, 200, "application/octet-stream", bytes, len, base_free, bytes);
}

static void reply_description(struct http_request *request)
{
	size_t len;
	const char *query = http_query(request);

	http_body(request, &len);
	reply_text(request, 200,
		   arena_printf(http_arena(request), "%s %s %s %zu",
				http_method_name(http_method(request)), http_path(request),
				query ? query : "-", len));
}

/* The number after `prefix` in the path. */
static bool path_number(const struct http_request *request, const char *prefix, uint32_t *out)
{
	const char *path = http_path(request);

	return strncmp(path, prefix, strlen(prefix)) == 0 &&
	       num_u32(path + strlen(prefix), 0, MAX_BYTES, out);
}

static void on_request(struct http_request *request, void *ctx)
{
	struct program *program = ctx;
	const char *field;
	uint32_t n;

	if (strcmp(http_path(request), "/~stats") == 0) {
		reply_stats(program, request);
		return;
	}
	program->routed++;
	http_add_header(request, "X-Routed", "yes");
	if (path_number(request, "/bytes/", &n)) {
		reply_bytes(request, n);
	} else if (path_number(request, "/stream/", &n)) {
		stream(program, request, n, false);
	} else if (path_number(request, "/abort/", &n)) {
		stream(program, request, n, true);
	} else if (path_number(request, "/status/", &n)) {
		reply_text(request, (int)n, "ok");
	} else if (path_number(request, "/slow/", &n)) {
		loop_task_after(new_job(program, request, reply_late)->timer, n);
	} else if (strcmp(http_path(request), "/never") == 0) {
		new_job(program, request, reply_late);
	} else if (strcmp(http_path(request), "/field") == 0) {
		field = http_header(request, "x");
		reply_text(request, 200, field ? field : "-");
	} else {
		reply_description(request);
	}
}

static void on_drained(void *ctx)
{
	struct program *program = ctx;

	event_base_loopexit(program->base, NULL);
}

static void on_terminate(evutil_socket_t signo, short what, void *ctx)
{
	struct program *program = ctx;

	(void)signo;
	(void)what;
	if (program->draining)
		return;
	program->draining = true;
	http_server_drain(program->server, (int)program->grace_s, on_drained, program);
}

static void set(struct http_limits *limits, struct program *program, const char *name,
		uint32_t value)
{
	const struct {
		const char *name;
		size_t *size;
		unsigned *count;
		int *seconds;
	} names[] = {
		{.name = "max_head_bytes", .size = &limits->max_head_bytes},
		{.name = "max_body_bytes", .size = &limits->max_body_bytes},
		{.name = "max_fields", .count = &limits->max_fields},
		{.name = "max_connections", .count = &limits->max_connections},
		{.name = "request_timeout_s", .seconds = &limits->request_timeout_s},
		{.name = "idle_timeout_s", .seconds = &limits->idle_timeout_s},
		{.name = "write_timeout_s", .seconds = &limits->write_timeout_s},
		{.name = "grace_s", .count = &program->grace_s},
	};

	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
		if (strcmp(name, names[i].name) != 0)
			continue;
		if (names[i].size)
			*names[i].size = value;
		else if (names[i].count)
			*names[i].count = value;
		else
			*names[i].seconds = (int)value;
		return;
	}
	WRONG("unknown name on the command line");
}

static void read_arguments(struct http_limits *limits, struct program *program, char **argv)
{
	for (; *argv; argv++) {
		char *mark = strchr(*argv, '=');
		uint32_t value;

		MUST(mark && num_u32(mark + 1, 0, MAX_BYTES, &value));
		*mark = '\0';
		set(limits, program, *argv, value);
	}
}

int main(int argc, char **argv)
{
	struct program program = {.grace_s = 5};
	struct http_limits limits = http_default_limits;
	struct event *terminate;

	(void)argc;
	read_arguments(&limits, &program, argv + 1);
	program.base = loop_base_new();
	program.server = http_server_new(program.base, &limits, on_request, &program);
	MUST(http_server_bind(program.server, "127.0.0.1", 0));
	MUST(http_server_listen(program.server));
	terminate = evsignal_new(program.base, SIGTERM, on_terminate, &program);
	MUST(terminate && event_add(terminate, NULL) == 0);
	printf("%u\n", http_server_port(program.server));
	fflush(stdout);
	event_base_dispatch(program.base);
	event_free(terminate);
	http_server_free(&program.server);
	event_base_free(program.base);
	return 0;
}
