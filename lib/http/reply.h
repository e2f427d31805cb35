/*
 * The only ways to answer a request.
 *
 * Every request is finished exactly once, by http_reply(), http_stream_end() or
 * http_stream_abort(), also when its client has gone, and must not be touched afterwards.
 */
#ifndef TRINN_HTTP_REPLY_H
#define TRINN_HTTP_REPLY_H

#include <stdbool.h>
#include <stddef.h>

struct http_request;

/* Adds a header field to the coming reply. Control characters in `value` become spaces. The fields
 * that frame a message (Content-Length, Transfer-Encoding, Connection, Date) and Content-Type are
 * not the caller's. */
void http_add_header(struct http_request *request, const char *name, const char *value);

/*
 * Sends a whole reply. The `len` bytes are not copied: they must stay unchanged until
 * release(release_arg) is called, which happens exactly once, when they are sent or never will be,
 * possibly before this function returns. Bytes in http_arena() or of static life need no release
 * (NULL).
 *
 * HEAD is answered with the Content-Length of these bytes and none of them; 204 and 304 carry
 * neither. `content_type` may be NULL if there is no content.
 */
void http_reply(struct http_request *request, int status, const char *content_type,
		const void *bytes, size_t len, void (*release)(void *), void *release_arg);

/* Calls fn(ctx) once if the connection is lost before the request is finished. The request stays
 * valid and still has to be finished. While a handler works out a reply nothing is read, so the
 * loss shows only once a stream has begun. */
void http_on_close(struct http_request *request, void (*fn)(void *ctx), void *ctx);

/*
 * A reply of unknown length. The writer looks at http_stream_pending() after every write and pauses
 * above a mark of its own; on_drain tells it to go on. A client that stops reading is cut after the
 * write timeout. Bytes written after the client has gone, or in reply to HEAD, are dropped.
 */
void http_stream_begin(struct http_request *request, int status, const char *content_type);

/* Before it begins: how many bytes the stream will have. They are sent with Content-Length and
 * without chunks, so that a client knows at once whether it has them all; exactly so many are to be
 * written. */
void http_stream_length(struct http_request *request, size_t len);

/* Copies the bytes to the output. */
void http_stream_write(struct http_request *request, const void *bytes, size_t len);

/* Bytes written that the socket has not taken yet. */
size_t http_stream_pending(const struct http_request *request);

/* From here on fn(ctx) is called from the loop whenever the socket has taken bytes and at most
 * `low_water` are pending. */
void http_stream_on_drain(struct http_request *request, size_t low_water, void (*fn)(void *ctx),
			  void *ctx);

/* The reply is complete. */
void http_stream_end(struct http_request *request);

/* The reply cannot be completed: cuts the connection, so that no client takes what it got for the
 * whole. Valid before and after http_stream_begin(). */
void http_stream_abort(struct http_request *request);

#endif
