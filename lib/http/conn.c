/* The life of a connection, and the gate between its socket and evhttp. */
#include "lib/http/conn.h"

#include <event2/buffer.h>
#include <event2/bufferevent.h>
#include <event2/event.h>
#include <event2/http.h>
#include <linux/sockios.h>
#include <sys/ioctl.h>
#include <sys/socket.h>

#include "lib/base/fail.h"
#include "lib/http/exchange.h"

enum {
	HELD_BYTES = 65536, /* read ahead of a request in hand */
	TAKEN_BYTES = 4096, /* by a client, in half the write timeout */
};

/* What evhttp is fed in place of a refused request, so that the refusal is an ordinary reply. */
static const char refused_request[] = "GET / HTTP/1.1\r\nConnection: close\r\n\r\n";

static struct evbuffer *input_of(const struct http_conn *conn)
{
	return bufferevent_get_input(conn->bev);
}

static int64_t deadline_of(const struct http_conn *conn, enum http_conn_state state)
{
	const struct http_limits *limits = &conn->server->limits;

	switch (state) {
	case HTTP_CONN_READING:
		return loop_now_ms() + limits->request_timeout_s * 1000;
	case HTTP_CONN_IDLE:
		return loop_now_ms() + limits->idle_timeout_s * 1000;
	case HTTP_CONN_WRITING:
		return loop_now_ms() + limits->write_timeout_s * 1000 / 2;
	case HTTP_CONN_WORKING:
	case HTTP_CONN_CLOSING:
	case HTTP_CONN_STATES:
		break;
	}
	return INT64_MAX;
}

void http_conn_enter(struct http_conn *conn, enum http_conn_state state)
{
	if (conn->state == HTTP_CONN_CLOSING)
		return;
	if (state == HTTP_CONN_CLOSING)
		conn->server->stats.connections--;
	list_remove(&conn->link);
	list_append(&conn->server->conns[state], &conn->link);
	conn->state = state;
	conn->deadline_ms = deadline_of(conn, state);
}

/* Appends bytes to what evhttp will read. */
static void open_input(struct http_conn *conn)
{
	conn->feeding = true;
	evbuffer_unfreeze(input_of(conn), 0);
}

static void close_input(struct http_conn *conn)
{
	evbuffer_freeze(input_of(conn), 0);
	conn->feeding = false;
}

/* Bytes are copied: a client that sends them one by one must not cost a buffer each. */
static void hold_input(struct http_conn *conn)
{
	struct evbuffer *input = input_of(conn);
	size_t len = evbuffer_get_length(input);

	if (len == 0)
		return;
	MUST(evbuffer_add(conn->held, evbuffer_pullup(input, -1), len) == 0);
	evbuffer_drain(input, len);
}

static void unthrottle(struct http_conn *conn)
{
	if (conn->throttled && evbuffer_get_length(conn->held) < HELD_BYTES) {
		conn->throttled = false;
		bufferevent_setwatermark(conn->bev, EV_READ, 0, 0);
	}
}

static void pass_held(struct http_conn *conn, size_t len)
{
	open_input(conn);
	MUST(evbuffer_remove_buffer(conn->held, input_of(conn), len) == (int)len);
	close_input(conn);
	conn->seen = 0;
	unthrottle(conn);
}

/* Shows the filter the bytes from `offset` on; returns how many of them belong to the request. */
static size_t scan(struct http_filter *filter, struct evbuffer *bytes, size_t offset)
{
	size_t start = offset;
	struct evbuffer_ptr at;
	struct evbuffer_iovec span;

	while (offset < evbuffer_get_length(bytes) && filter->state != HTTP_FILTER_DONE &&
	       filter->state != HTTP_FILTER_REFUSED) {
		MUST(evbuffer_ptr_set(bytes, &at, offset, EVBUFFER_PTR_SET) == 0);
		MUST(evbuffer_peek(bytes, -1, &at, &span, 1) > 0);
		offset += http_filter_feed(filter, span.iov_base, span.iov_len);
	}
	return offset - start;
}

static void start_work(struct http_conn *conn)
{
	http_conn_enter(conn, HTTP_CONN_WORKING);
	conn->server->dispatching = conn;
}

static void refuse(struct http_conn *conn, enum http_refusal reason)
{
	conn->refusal = reason;
	conn->server->stats.refused[reason]++;
	evbuffer_drain(conn->held, evbuffer_get_length(conn->held));
	open_input(conn);
	evbuffer_drain(input_of(conn), evbuffer_get_length(input_of(conn)));
	MUST(evbuffer_add(input_of(conn), refused_request, sizeof(refused_request) - 1) == 0);
	close_input(conn);
	start_work(conn);
}

/* Of a head nothing is passed before it is whole. */
static void vet_held(struct http_conn *conn)
{
	conn->seen += scan(&conn->filter, conn->held, conn->seen);
	switch (conn->filter.state) {
	case HTTP_FILTER_HEAD:
		break;
	case HTTP_FILTER_BODY:
		pass_held(conn, conn->seen);
		break;
	case HTTP_FILTER_DONE:
		pass_held(conn, conn->seen);
		start_work(conn);
		break;
	case HTTP_FILTER_REFUSED:
		refuse(conn, conn->filter.refusal);
		break;
	}
}

/* Content goes straight to evhttp, which takes no more than it needs. */
static void vet_body(struct http_conn *conn, size_t offset)
{
	scan(&conn->filter, input_of(conn), offset);
	if (conn->filter.state == HTTP_FILTER_DONE)
		start_work(conn);
}

/* Reading goes on while a request is in hand, to notice that the client has gone, but not without
 * end: what cannot be held stays in the kernel. */
static void on_early_input(struct http_conn *conn)
{
	if (evbuffer_get_length(input_of(conn)) + evbuffer_get_length(conn->held) >= HELD_BYTES) {
		conn->throttled = true;
		bufferevent_setwatermark(conn->bev, EV_READ, 0, 1);
	}
}

/* Runs when bytes have arrived, just before evhttp is told. */
static void on_input(struct evbuffer *input, const struct evbuffer_cb_info *info, void *arg)
{
	struct http_conn *conn = arg;

	if (info->n_added == 0 || conn->feeding)
		return;
	if (conn->state == HTTP_CONN_IDLE)
		http_conn_enter(conn, HTTP_CONN_READING);
	if (conn->state == HTTP_CONN_CLOSING) {
		evbuffer_drain(input, evbuffer_get_length(input));
	} else if (conn->state != HTTP_CONN_READING) {
		on_early_input(conn);
	} else if (conn->filter.state == HTTP_FILTER_BODY) {
		vet_body(conn, info->orig_size);
	} else {
		hold_input(conn);
		vet_held(conn);
	}
}

static void on_output(struct evbuffer *output, const struct evbuffer_cb_info *info, void *arg)
{
	struct http_conn *conn = arg;

	(void)output;
	conn->written += info->n_deleted;
}

static void free_conn(struct http_conn *conn)
{
	struct http_server *server = conn->server;

	http_conn_enter(conn, HTTP_CONN_CLOSING);
	list_remove(&conn->link);
	loop_task_free(&conn->later);
	evbuffer_remove_cb(input_of(conn), on_input, conn);
	evbuffer_remove_cb(bufferevent_get_output(conn->bev), on_output, conn);
	evbuffer_free(conn->held);
	bufferevent_decref(conn->bev);
	base_free(conn);
	http_server_conn_gone(server);
}

static void on_closed(struct evhttp_connection *evcon, void *arg)
{
	struct http_conn *conn = arg;
	struct http_request *request = conn->request;

	(void)evcon;
	free_conn(conn);
	if (request)
		http_request_lost(request);
}

/* At the cap the longest idle connection gives way; without one the client is told to come back. */
static void make_room(struct http_conn *conn)
{
	struct http_server *server = conn->server;
	struct list *oldest = server->conns[HTTP_CONN_IDLE].next;

	if (server->stats.connections <= server->limits.max_connections)
		return;
	if (oldest != &server->conns[HTTP_CONN_IDLE]) {
		server->stats.evicted++;
		http_conn_close(LIST_ENTRY(oldest, struct http_conn, link));
		return;
	}
	refuse(conn, HTTP_REFUSED_BUSY);
	bufferevent_trigger(conn->bev, EV_READ, 0);
}

/*
 * Comes to know the evhttp connection, which did not exist when the bufferevent was made. There is
 * no other way to it before the first request, and some connections never send one: evhttp's
 * callbacks carry it, in the one version of libevent this is built for. False if evhttp gave it up
 * at once.
 */
static bool adopt(struct http_conn *conn)
{
	void *evcon = NULL;

	bufferevent_getcb(conn->bev, NULL, NULL, NULL, &evcon);
	if (!evcon) {
		free_conn(conn);
		return false;
	}
	MUST(evhttp_connection_get_bufferevent(evcon) == conn->bev);
	evhttp_connection_set_closecb(evcon, on_closed, conn);
	conn->adopted = true;
	return true;
}

static void go_on(void *arg)
{
	struct http_conn *conn = arg;

	if (!conn->adopted) {
		if (adopt(conn))
			make_room(conn);
	} else if (conn->state == HTTP_CONN_READING && conn->filter.state == HTTP_FILTER_HEAD) {
		vet_held(conn);
		if (conn->filter.state != HTTP_FILTER_HEAD)
			bufferevent_trigger(conn->bev, EV_READ, 0);
	}
}

struct bufferevent *http_conn_new(struct http_server *server)
{
	struct http_conn *conn = base_alloc(sizeof(*conn));

	conn->server = server;
	conn->bev = bufferevent_socket_new(server->base, -1, BEV_OPT_CLOSE_ON_FREE);
	conn->held = evbuffer_new();
	MUST(conn->bev && conn->held);
	bufferevent_incref(conn->bev);
	MUST(evbuffer_add_cb(input_of(conn), on_input, conn));
	MUST(evbuffer_add_cb(bufferevent_get_output(conn->bev), on_output, conn));
	http_filter_init(&conn->filter, &server->filter_limits);
	conn->refusal = HTTP_REFUSAL_COUNT;
	list_init(&conn->link);
	http_conn_enter(conn, HTTP_CONN_READING);
	conn->later = loop_task_new(server->base, go_on, conn);
	loop_task_defer(conn->later);
	server->stats.accepted++;
	server->stats.connections++;
	return conn->bev;
}

/* evhttp, which closes the connection next, still shuts the socket down for writing. */
static void linger(struct http_conn *conn)
{
	int fd = bufferevent_getfd(conn->bev);

	MUST(bufferevent_setfd(conn->bev, -1) == 0);
	http_linger_take(&conn->server->linger, fd);
}

void http_conn_next(struct http_conn *conn, bool closes)
{
	conn->request = NULL;
	if (closes) {
		if (conn->refusal != HTTP_REFUSAL_COUNT || conn->server->drain)
			linger(conn);
		return;
	}
	hold_input(conn);
	http_filter_next(&conn->filter);
	if (evbuffer_get_length(conn->held) > 0) {
		http_conn_enter(conn, HTTP_CONN_READING);
		loop_task_defer(conn->later);
	} else {
		http_conn_enter(conn, HTTP_CONN_IDLE);
	}
}

/* What the socket has taken says little: it takes megabytes at once, and then none for as long as a
 * slow client needs for a third of them. */
bool http_conn_is_taken_from(struct http_conn *conn)
{
	int waiting = 0; /* in the socket, not acknowledged by the client */
	uint64_t taken;
	bool enough;

	ioctl(bufferevent_getfd(conn->bev), SIOCOUTQ, &waiting);
	taken = conn->written - (uint64_t)waiting;
	enough = taken >= conn->taken + TAKEN_BYTES ||
		 evbuffer_get_length(bufferevent_get_output(conn->bev)) == 0;
	conn->taken = taken;
	return enough;
}

static void tell_evhttp(struct http_conn *conn, int options)
{
	bufferevent_trigger_event(conn->bev, BEV_EVENT_READING | BEV_EVENT_EOF, options);
}

void http_conn_close(struct http_conn *conn)
{
	http_conn_enter(conn, HTTP_CONN_CLOSING);
	tell_evhttp(conn, BEV_TRIG_DEFER_CALLBACKS);
}

/* Dissolving the association is what makes Linux send the reset; close() alone would first have to
 * deliver what the socket holds. */
void http_conn_reset(struct http_conn *conn)
{
	const struct sockaddr nowhere = {.sa_family = AF_UNSPEC};

	(void)connect(bufferevent_getfd(conn->bev), &nowhere, sizeof(nowhere));
	http_conn_close(conn);
}

void http_conn_drop(struct http_conn *conn)
{
	if (!conn->adopted && !adopt(conn))
		return;
	http_conn_enter(conn, HTTP_CONN_CLOSING);
	tell_evhttp(conn, 0);
}

bool http_conn_flush(struct http_conn *conn)
{
	struct evbuffer *output = bufferevent_get_output(conn->bev);

	evbuffer_unfreeze(output, 1);
	(void)evbuffer_write(output, bufferevent_getfd(conn->bev));
	evbuffer_freeze(output, 1);
	if (evbuffer_get_length(output) > 0)
		return false;
	bufferevent_disable(conn->bev, EV_WRITE);
	bufferevent_trigger(conn->bev, EV_WRITE, BEV_TRIG_DEFER_CALLBACKS);
	return true;
}
