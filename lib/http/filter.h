/*
 * What a request may look like on the wire, decided before any other code sees its bytes.
 *
 * RFC 9112, less what it leaves to the recipient: one reading of every byte, or no request at all.
 * Pure: bytes in, verdict out, no I/O and no memory beyond the struct.
 */
#ifndef TRINN_HTTP_FILTER_H
#define TRINN_HTTP_FILTER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Why a request was refused: name, status, code for programs, text for people. */
#define HTTP_REFUSALS(X) \
	X(CONTROL_BYTE, 400, "control-byte", "A control character in the request head.") \
	X(BARE_LINE_END, 400, "bare-line-end", "Lines must end with CR LF.") \
	X(FOLDED_FIELD, 400, "folded-field", "Header fields must not be folded.") \
	X(BAD_METHOD, 400, "bad-method", "The method is not a token.") \
	X(UNKNOWN_METHOD, 501, "unknown-method", "The method is not implemented here.") \
	X(BAD_TARGET, 400, "bad-target", "The request target must be a path beginning with one '/'.") \
	X(LONG_TARGET, 414, "long-target", "The request target is too long.") \
	X(BAD_VERSION, 400, "bad-version", "The request line does not end in an HTTP version.") \
	X(UNKNOWN_VERSION, 505, "unknown-version", "Only HTTP/1.0 and HTTP/1.1 are spoken here.") \
	X(BAD_FIELD_NAME, 400, "bad-field-name", "A header field name is not a token.") \
	X(BAD_FIELD_VALUE, 400, "bad-field-value", "A header field value starts with a tab.") \
	X(LARGE_HEAD, 431, "large-head", "The header fields are too large.") \
	X(MANY_FIELDS, 431, "many-fields", "Too many header fields.") \
	X(BAD_HOST, 400, "bad-host", "Exactly one well-formed Host is required.") \
	X(BAD_LENGTH, 400, "bad-length", "Content-Length must be one decimal number.") \
	X(TRANSFER_ENCODING, 411, "transfer-encoding", "Send a Content-Length, no Transfer-Encoding.") \
	X(BAD_EXPECTATION, 417, "bad-expectation", "Only 100-continue can be expected.") \
	X(UNEXPECTED_BODY, 400, "unexpected-body", "This method takes no content.") \
	X(LARGE_BODY, 413, "large-body", "The content is too large.") \
	X(BUSY, 503, "busy", "Too many connections; try again shortly.")

enum http_refusal {
#define HTTP_REFUSAL_ENUM(name, status, code, text) HTTP_REFUSED_##name,
	HTTP_REFUSALS(HTTP_REFUSAL_ENUM)
#undef HTTP_REFUSAL_ENUM
	HTTP_REFUSAL_COUNT,
};

struct http_refusal_info {
	int status;
	const char *code; /* stable */
	const char *text; /* one English sentence */
};

const struct http_refusal_info *http_refusal_info(enum http_refusal reason);

struct http_filter_limits {
	size_t max_head_bytes; /* request line and fields, with their line ends */
	size_t max_body_bytes;
	unsigned max_fields;
};

enum http_filter_state {
	HTTP_FILTER_HEAD,    /* the head is not complete */
	HTTP_FILTER_BODY,    /* the head is sound, content is still to come */
	HTTP_FILTER_DONE,    /* one whole request was seen */
	HTTP_FILTER_REFUSED, /* no byte of it, and none after it, may be used */
};

/* The fields are the filter's own, but for those with a comment. */
struct http_filter {
	struct http_filter_limits limits;
	enum http_filter_state state; /* to be read */
	enum http_refusal refusal;    /* to be read when refused */
	uint8_t step;
	uint8_t field;
	uint8_t matched;
	bool gap;
	bool http10;
	bool bodyless;
	uint8_t seen_fields;
	unsigned fields;
	size_t head_bytes;
	uint64_t body_left;
	char word[20];
};

void http_filter_init(struct http_filter *filter, const struct http_filter_limits *limits);

/* Forgets the request that is done; the next byte is the first of another. */
void http_filter_next(struct http_filter *filter);

/* Looks at bytes that follow those it has seen, and stops after the last byte of the request or at the
 * first refused one. Returns how many bytes belong to the request. */
size_t http_filter_feed(struct http_filter *filter, const char *bytes, size_t len);

#endif
