/*
 * A whole server fed any bytes over a socket: just as many requests are handed over as the filter
 * alone finds in them, and the connection is gone in the end.
 *
 * The first byte says in how many pieces the rest arrives.
 */
#include <event2/event.h>
#include <netinet/in.h>
#include <stdint.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#include "lib/base/fail.h"
#include "lib/http/filter.h"
#include "lib/http/reply.h"
#include "lib/http/request.h"
#include "lib/http/server.h"
#include "lib/loop/loop.h"

static const struct http_filter_limits filter_limits = {
	.max_head_bytes = 512,
	.max_body_bytes = 1000,
	.max_fields = 10,
};

enum {
	PATIENCE = 10000,
};

struct world {
	struct event_base *base;
	struct http_server *server;
	unsigned n_requests;
};

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void on_request(struct http_request *request, void *ctx)
{
	struct world *world = ctx;
	size_t len;

	world->n_requests++;
	MUST(http_path(request)[0] == '/');
	http_body(request, &len);
	http_reply(request, 200, "text/plain", "ok", 2, NULL, NULL);
}

static void start(struct world *world)
{
	struct http_limits limits = http_default_limits;

	limits.max_head_bytes = filter_limits.max_head_bytes;
	limits.max_body_bytes = filter_limits.max_body_bytes;
	limits.max_fields = filter_limits.max_fields;
	world->base = loop_base_new();
	world->server = http_server_new(world->base, &limits, on_request, world);
	MUST(http_server_bind(world->server, "127.0.0.1", 0) && http_server_listen(world->server));
}

static int connect_to(const struct world *world)
{
	struct sockaddr_in where = {
		.sin_family = AF_INET,
		.sin_port = htons(http_server_port(world->server)),
		.sin_addr.s_addr = htonl(INADDR_LOOPBACK),
	};
	int fd = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0);

	MUST(fd >= 0);
	(void)connect(fd, (struct sockaddr *)&where, sizeof(where));
	return fd;
}

/* What the kernel passes on may be a moment on its way. */
static void settle(struct world *world)
{
	for (int i = 0; i < 4; i++)
		event_base_loop(world->base, EVLOOP_NONBLOCK);
}

static void await_requests(struct world *world, unsigned n)
{
	for (int i = 0; world->n_requests < n; i++) {
		MUST(i < PATIENCE);
		settle(world);
		usleep(100);
	}
}

static void await_connections(struct world *world, unsigned n)
{
	for (int i = 0; http_server_stats(world->server)->connections != n; i++) {
		MUST(i < PATIENCE);
		settle(world);
		usleep(100);
	}
}

/* The close is an abort, so that the ports of a long run do not wait in TIME_WAIT. */
static void close_hard(int fd)
{
	const struct linger abort_on_close = {.l_onoff = 1};

	setsockopt(fd, SOL_SOCKET, SO_LINGER, &abort_on_close, sizeof(abort_on_close));
	close(fd);
}

static unsigned count_requests(const char *bytes, size_t size)
{
	struct http_filter filter;
	unsigned n = 0;

	http_filter_init(&filter, &filter_limits);
	while (size > 0) {
		size_t taken = http_filter_feed(&filter, bytes, size);

		if (filter.state != HTTP_FILTER_DONE)
			break;
		n++;
		bytes += taken;
		size -= taken;
		http_filter_next(&filter);
	}
	return n;
}

/* The client asks for the end of the connection, after which its bytes count for nothing. */
static bool may_close_early(const char *bytes, size_t size)
{
	return memmem(bytes, size, "onnection", 9) || memmem(bytes, size, "ONNECTION", 9) ||
	       memmem(bytes, size, "HTTP/1.0", 8);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static struct world world;
	const char *bytes = (const char *)data + 1;
	size_t piece, sent = 0;
	unsigned expected;
	int fd;

	if (size < 2)
		return 0;
	if (!world.base)
		start(&world);
	size--;
	piece = size / (data[0] % 8U + 1) + 1;
	expected = count_requests(bytes, size);
	world.n_requests = 0;
	fd = connect_to(&world);
	await_connections(&world, 1);
	while (sent < size) {
		ssize_t n = send(fd, bytes + sent, size - sent < piece ? size - sent : piece, 0);

		if (n <= 0)
			break;
		sent += (size_t)n;
		settle(&world);
	}
	if (may_close_early(bytes, size))
		settle(&world);
	else
		await_requests(&world, expected);
	MUST(world.n_requests <= expected);
	close_hard(fd);
	await_connections(&world, 0);
	return 0;
}
