/* Replies of unknown length, in chunks. */
#include <event2/buffer.h>
#include <event2/bufferevent.h>
#include <event2/event.h>
#include <event2/http.h>

#include "lib/base/fail.h"
#include "lib/http/conn.h"
#include "lib/http/exchange.h"
#include "lib/http/reply.h"

enum {
	CHUNK_BYTES = 16384, /* gathered before a chunk is made of them */
};

void http_on_close(struct http_request *request, void (*fn)(void *ctx), void *ctx)
{
	request->on_close = fn;
	request->on_close_ctx = ctx;
}

static void on_taken(struct evhttp_connection *evcon, void *arg)
{
	struct http_request *request = arg;

	(void)evcon;
	if (request->on_drain)
		request->on_drain(request->on_drain_ctx);
}

static void send_gathered(struct http_request *request)
{
	loop_task_cancel(request->send_later);
	if (request->conn)
		evhttp_send_reply_chunk_with_cb(request->evreq, request->gathered, on_taken,
						request);
}

static void on_send_later(void *ctx)
{
	send_gathered(ctx);
}

void http_stream_begin(struct http_request *request, int status, const char *content_type)
{
	MUST(!request->finished && !request->streaming);
	request->streaming = true;
	request->gathered = evbuffer_new();
	MUST(request->gathered);
	if (!request->conn)
		return;
	request->send_later = loop_task_new(request->conn->server->base, on_send_later, request);
	http_request_add_common(request, content_type);
	http_conn_enter(request->conn, HTTP_CONN_WRITING);
	evhttp_send_reply_start(request->evreq, status, NULL);
}

void http_stream_length(struct http_request *request, size_t len)
{
	MUST(!request->finished && !request->streaming);
	if (request->conn)
		http_request_add_length(request, len);
}

void http_stream_write(struct http_request *request, const void *bytes, size_t len)
{
	MUST(request->streaming && !request->finished);
	if (!request->conn || request->method == HTTP_HEAD || len == 0)
		return;
	MUST(evbuffer_add(request->gathered, bytes, len) == 0);
	if (evbuffer_get_length(request->gathered) >= CHUNK_BYTES)
		send_gathered(request);
	else
		loop_task_defer(request->send_later);
}

size_t http_stream_pending(const struct http_request *request)
{
	if (!request->conn)
		return 0;
	return evbuffer_get_length(request->gathered) +
	       evbuffer_get_length(bufferevent_get_output(request->conn->bev));
}

void http_stream_on_drain(struct http_request *request, size_t low_water, void (*fn)(void *ctx),
			  void *ctx)
{
	request->on_drain = fn;
	request->on_drain_ctx = ctx;
	if (request->conn)
		bufferevent_setwatermark(request->conn->bev, EV_WRITE, low_water, 0);
}

void http_stream_end(struct http_request *request)
{
	MUST(request->streaming && !request->finished);
	request->finished = true;
	if (!request->conn) {
		http_request_discard(request);
		return;
	}
	send_gathered(request);
	bufferevent_setwatermark(request->conn->bev, EV_WRITE, 0, 0);
	evhttp_send_reply_end(request->evreq);
}

void http_stream_abort(struct http_request *request)
{
	MUST(!request->finished);
	request->finished = true;
	request->aborted = true;
	if (request->conn)
		http_conn_reset(request->conn);
	else
		http_request_discard(request);
}
