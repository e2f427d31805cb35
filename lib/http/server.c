/* Listening, deadlines and drain. */
#include "lib/http/server.h"

#include <arpa/inet.h>
#include <errno.h>
#include <event2/event.h>
#include <event2/http.h>
#include <event2/listener.h>
#include <event2/util.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <signal.h>
#include <sys/socket.h>
#include <unistd.h>

#include "lib/base/fail.h"
#include "lib/http/conn.h"
#include "lib/http/exchange.h"

enum {
	TICK_MS = 1000,
	ALL_METHODS = 0xffff, /* the filter decides */
	/* Above what the filter lets through, so that evhttp never finds anything too large. */
	EVHTTP_HEAD_SLACK = 1024,
};

const struct http_limits http_default_limits = {
	.max_head_bytes = 8192,
	.max_body_bytes = 1 << 20,
	.max_arena_bytes = 1 << 20,
	.max_fields = 100,
	.max_connections = 1024,
	.request_timeout_s = 10,
	.idle_timeout_s = 60,
	.write_timeout_s = 8,
};

static void on_request(struct evhttp_request *evreq, void *arg)
{
	struct http_server *server = arg;
	struct http_conn *conn = server->dispatching;
	struct http_request *request;

	MUST(conn &&
	     evhttp_connection_get_bufferevent(evhttp_request_get_connection(evreq)) == conn->bev);
	server->dispatching = NULL;
	request = http_request_new(conn, evreq);
	if (conn->refusal != HTTP_REFUSAL_COUNT) {
		http_request_refuse(request);
		return;
	}
	server->stats.requests++;
	server->handler(request, server->handler_ctx);
}

static struct bufferevent *on_new_connection(struct event_base *base, void *arg)
{
	(void)base;
	return http_conn_new(arg);
}

static void time_out(struct http_conn *conn)
{
	struct http_stats *stats = &conn->server->stats;

	switch (conn->state) {
	case HTTP_CONN_IDLE:
		http_conn_close(conn);
		break;
	case HTTP_CONN_READING:
		stats->read_timeouts++;
		http_conn_reset(conn);
		break;
	case HTTP_CONN_WRITING:
		if (http_conn_is_taken_from(conn)) {
			http_conn_enter(conn, HTTP_CONN_WRITING);
		} else {
			stats->write_timeouts++;
			http_conn_reset(conn);
		}
		break;
	case HTTP_CONN_WORKING:
	case HTTP_CONN_CLOSING:
	case HTTP_CONN_STATES:
		break;
	}
}

static void check_deadlines(struct http_server *server)
{
	int64_t now_ms = loop_now_ms();

	for (int state = 0; state < HTTP_CONN_CLOSING; state++) {
		LIST_EACH (link, &server->conns[state]) {
			struct http_conn *conn = LIST_ENTRY(link, struct http_conn, link);

			if (conn->deadline_ms <= now_ms)
				time_out(conn);
		}
	}
}

static void on_tick(void *ctx)
{
	struct http_server *server = ctx;

	evutil_date_rfc1123(server->date, sizeof(server->date), NULL);
	check_deadlines(server);
	if (server->bound)
		evconnlistener_enable(evhttp_bound_socket_get_listener(server->bound));
	else if (server->drain)
		loop_task_defer(server->drain);
	loop_task_after(server->tick, TICK_MS);
}

static struct evhttp *new_evhttp(struct http_server *server)
{
	struct evhttp *evhttp = evhttp_new(server->base);
	const struct http_limits *limits = &server->limits;

	MUST(evhttp);
	evhttp_set_bevcb(evhttp, on_new_connection, server);
	evhttp_set_gencb(evhttp, on_request, server);
	evhttp_set_allowed_methods(evhttp, ALL_METHODS);
	evhttp_set_default_content_type(evhttp, NULL);
	evhttp_set_max_headers_size(evhttp, (ev_ssize_t)limits->max_head_bytes + EVHTTP_HEAD_SLACK);
	evhttp_set_max_body_size(evhttp, (ev_ssize_t)limits->max_body_bytes);
	return evhttp;
}

struct http_server *http_server_new(struct event_base *base, const struct http_limits *limits,
				    http_handler *handler, void *ctx)
{
	struct http_server *server = base_alloc(sizeof(*server));

	signal(SIGPIPE, SIG_IGN);
	server->base = base;
	server->fd = -1;
	server->limits = *limits;
	server->filter_limits = (struct http_filter_limits){
		.max_head_bytes = limits->max_head_bytes,
		.max_body_bytes = limits->max_body_bytes,
		.max_fields = limits->max_fields,
	};
	server->handler = handler;
	server->handler_ctx = ctx;
	for (int state = 0; state < HTTP_CONN_STATES; state++)
		list_init(&server->conns[state]);
	http_linger_init(&server->linger, base);
	server->evhttp = new_evhttp(server);
	server->tick = loop_task_new(base, on_tick, server);
	on_tick(server);
	return server;
}

void http_server_on_refusal(struct http_server *server, http_refusal_fn *fn, void *ctx)
{
	server->write_refusal = fn;
	server->refusal_ctx = ctx;
}

/* Out of descriptors, most likely. The connection stays readable, and asking again at once would
 * spin: the next tick does. */
static void on_accept_error(struct evconnlistener *listener, void *arg)
{
	(void)arg;
	evconnlistener_disable(listener);
}

union address {
	struct sockaddr any;
	struct sockaddr_in v4;
	struct sockaddr_in6 v6;
};

static bool parse_address(const char *text, uint16_t port, union address *out, int *len_out)
{
	*out = (union address){0};
	if (inet_pton(AF_INET, text, &out->v4.sin_addr) == 1) {
		out->v4.sin_family = AF_INET;
		out->v4.sin_port = htons(port);
		*len_out = sizeof(out->v4);
		return true;
	}
	if (inet_pton(AF_INET6, text, &out->v6.sin6_addr) == 1) {
		out->v6.sin6_family = AF_INET6;
		out->v6.sin6_port = htons(port);
		*len_out = sizeof(out->v6);
		return true;
	}
	errno = EINVAL;
	return false;
}

static uint16_t port_of(int fd)
{
	union address address = {0};
	socklen_t len = sizeof(address);

	MUST(getsockname(fd, &address.any, &len) == 0);
	return ntohs(address.any.sa_family == AF_INET ? address.v4.sin_port : address.v6.sin6_port);
}

/* Connections inherit the latter ones. A reply that has gone to the kernel whole is no longer ours
 * to watch: the kernel gives up on a client that does not take it. */
static bool set_options(int fd, const struct http_limits *limits)
{
	int on = 1;
	unsigned timeout_ms = (unsigned)limits->write_timeout_s * 2000;

	setsockopt(fd, SOL_SOCKET, SO_KEEPALIVE, &on, sizeof(on));
	setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &on, sizeof(on));
	setsockopt(fd, IPPROTO_TCP, TCP_USER_TIMEOUT, &timeout_ms, sizeof(timeout_ms));
	return setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, &on, sizeof(on)) == 0 &&
	       setsockopt(fd, SOL_SOCKET, SO_REUSEPORT, &on, sizeof(on)) == 0;
}

bool http_server_bind(struct http_server *server, const char *address, uint16_t port)
{
	union address where;
	int len;

	MUST(server->fd < 0 && !server->bound);
	if (!parse_address(address, port, &where, &len))
		return false;
	server->fd = socket(where.any.sa_family, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
	if (server->fd < 0 || !set_options(server->fd, &server->limits) ||
	    bind(server->fd, &where.any, (socklen_t)len) != 0)
		return false;
	server->port = port_of(server->fd);
	return true;
}

bool http_server_listen(struct http_server *server)
{
	const unsigned flags = LEV_OPT_CLOSE_ON_FREE | LEV_OPT_CLOSE_ON_EXEC;
	struct evconnlistener *listener;

	MUST(server->fd >= 0 && !server->drain);
	listener = evconnlistener_new(server->base, NULL, NULL, flags, SOMAXCONN, server->fd);
	if (!listener)
		return false;
	server->fd = -1;
	evconnlistener_set_error_cb(listener, on_accept_error);
	server->bound = evhttp_bind_listener(server->evhttp, listener);
	MUST(server->bound);
	return true;
}

uint16_t http_server_port(const struct http_server *server)
{
	return server->port;
}

const struct http_stats *http_server_stats(const struct http_server *server)
{
	return &server->stats;
}

static bool has_connections(const struct http_server *server)
{
	for (int state = 0; state < HTTP_CONN_STATES; state++) {
		if (!list_is_empty(&server->conns[state]))
			return true;
	}
	return false;
}

static void close_idle(struct http_server *server)
{
	LIST_EACH (link, &server->conns[HTTP_CONN_IDLE])
		http_conn_close(LIST_ENTRY(link, struct http_conn, link));
}

static void reset_all(struct http_server *server)
{
	for (int state = 0; state < HTTP_CONN_CLOSING; state++) {
		LIST_EACH (link, &server->conns[state])
			http_conn_reset(LIST_ENTRY(link, struct http_conn, link));
	}
}

static void drain_step(void *ctx)
{
	struct http_server *server = ctx;

	if (server->bound)
		evhttp_del_accept_socket(server->evhttp, server->bound);
	server->bound = NULL;
	close_idle(server);
	if (loop_now_ms() >= server->drain_end_ms)
		reset_all(server);
	if (has_connections(server))
		return;
	loop_task_free(&server->drain);
	server->on_drained(server->drained_ctx);
}

/* The first step comes from a timer, which the loop looks at after the sockets: by then it has
 * accepted all that was waiting. */
void http_server_drain(struct http_server *server, int grace_s, void (*done)(void *ctx), void *ctx)
{
	MUST(!server->drain);
	server->on_drained = done;
	server->drained_ctx = ctx;
	server->drain_end_ms = loop_now_ms() + (int64_t)grace_s * 1000;
	server->drain = loop_task_new(server->base, drain_step, server);
	loop_task_after(server->drain, 0);
}

void http_server_conn_gone(struct http_server *server)
{
	if (server->drain && !server->bound)
		loop_task_defer(server->drain);
}

static void drop_all(struct http_server *server)
{
	for (int state = 0; state < HTTP_CONN_STATES; state++) {
		LIST_EACH (link, &server->conns[state])
			http_conn_drop(LIST_ENTRY(link, struct http_conn, link));
	}
}

void http_server_free(struct http_server **server)
{
	struct http_server *s = *server;

	if (!s)
		return;
	loop_task_free(&s->drain);
	loop_task_free(&s->tick);
	drop_all(s);
	if (s->fd >= 0)
		close(s->fd);
	evhttp_free(s->evhttp);
	http_linger_fini(&s->linger);
	base_free(s);
	*server = NULL;
}
