/* Replies through evhttp. No other file may call evhttp_send_*. */
#include "lib/http/reply.h"

#include <event2/buffer.h>
#include <event2/bufferevent.h>
#include <event2/event.h>
#include <event2/http.h>
#include <stdio.h>

#include "lib/base/arena.h"
#include "lib/base/buf.h"
#include "lib/base/fail.h"
#include "lib/http/conn.h"
#include "lib/http/exchange.h"

enum {
	REFUSAL_BYTES = 4096,
};

static void add_field(struct http_request *request, const char *name, const char *value)
{
	MUST(evhttp_add_header(evhttp_request_get_output_headers(request->evreq), name, value) ==
	     0);
}

static bool has_control_byte(const char *text)
{
	for (; *text; text++) {
		if ((unsigned char)*text < ' ' || *text == 0x7f)
			return true;
	}
	return false;
}

void http_add_header(struct http_request *request, const char *name, const char *value)
{
	char *clean;

	if (has_control_byte(value)) {
		clean = arena_strdup(request->arena, value);
		for (char *c = clean; *c; c++) {
			if ((unsigned char)*c < ' ' || *c == 0x7f)
				*c = ' ';
		}
		value = clean;
	}
	add_field(request, name, value);
}

/* RFC 9110 6.4.1 */
static bool has_content(int status)
{
	return status >= 200 && status != 204 && status != 304;
}

void http_request_add_length(struct http_request *request, size_t len)
{
	char text[24];

	snprintf(text, sizeof(text), "%zu", len);
	add_field(request, "Content-Length", text);
}

/* HTTP/1.0 ends every reply by closing: whatever its client asked for is taken out of evhttp's
 * sight. */
void http_request_add_common(struct http_request *request, const char *content_type)
{
	struct http_server *server = request->conn->server;

	add_field(request, "Date", server->date);
	if (content_type)
		add_field(request, "Content-Type", content_type);
	if (request->http10)
		evhttp_remove_header(evhttp_request_get_input_headers(request->evreq),
				     "Connection");
	request->closes =
		request->http10 || server->drain || request->conn->refusal != HTTP_REFUSAL_COUNT;
	if (request->closes)
		add_field(request, "Connection", "close");
}

static void add_content(struct http_request *request, const void *bytes, size_t len)
{
	struct evbuffer *content = evhttp_request_get_output_buffer(request->evreq);

	http_request_add_length(request, len);
	if (len > 0 && request->method != HTTP_HEAD)
		MUST(evbuffer_add_reference(content, bytes, len, NULL, NULL) == 0);
}

/* A client that has said all it had to say may close its side before it has the answer; evhttp
 * would take that for the loss of the connection. So nothing is read while the rest of a reply
 * waits. */
static void send_whole(struct http_request *request, int status)
{
	struct http_conn *conn = request->conn;

	http_conn_enter(conn, HTTP_CONN_WRITING);
	evhttp_send_reply(request->evreq, status, NULL, NULL);
	if (!http_conn_flush(conn))
		bufferevent_disable(conn->bev, EV_READ);
}

void http_reply(struct http_request *request, int status, const char *content_type,
		const void *bytes, size_t len, void (*release)(void *), void *release_arg)
{
	MUST(!request->finished && !request->streaming);
	request->finished = true;
	request->release = release;
	request->release_arg = release_arg;
	if (!request->conn) {
		http_request_discard(request);
		return;
	}
	http_request_add_common(request, has_content(status) ? content_type : NULL);
	if (has_content(status))
		add_content(request, bytes, len);
	send_whole(request, status);
}

static void default_refusal(enum http_refusal reason, struct buf *body)
{
	const struct http_refusal_info *info = http_refusal_info(reason);

	buf_addf(body, "{\"type\":\"about:blank\",\"title\":\"%s\",\"status\":%d,\"code\":\"%s\"}",
		 info->text, info->status, info->code);
}

static void free_text(void *text)
{
	base_free(text);
}

void http_request_refuse(struct http_request *request)
{
	const struct http_server *server = request->conn->server;
	enum http_refusal reason = request->conn->refusal;
	const char *content_type = "application/problem+json";
	struct buf body;
	char *text;
	size_t len;

	buf_init(&body, REFUSAL_BYTES);
	if (server->write_refusal)
		content_type = server->write_refusal(reason, &body, server->refusal_ctx);
	else
		default_refusal(reason, &body);
	text = buf_take(&body, &len);
	MUST(text);
	if (reason == HTTP_REFUSED_BUSY)
		add_field(request, "Retry-After", "1");
	http_reply(request, http_refusal_info(reason)->status, content_type, text, len, free_text,
		   text);
}
