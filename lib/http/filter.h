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

#include "lib/http/method.h"
#include "lib/http/refusal.h"

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

struct http_filter {
	/* For the owner to read. */
	enum http_filter_state state;
	enum http_refusal refusal; /* if refused */
	enum http_method method;   /* unless in the head or refused */

	/* The filter's own. */
	struct http_filter_limits limits;
	uint8_t step;
	uint8_t field;
	uint8_t seen_fields;
	uint8_t word_len;
	bool http10;
	bool gap;
	unsigned fields;
	size_t head_bytes;
	uint64_t body_left;
	char word[20];
};

void http_filter_init(struct http_filter *filter, const struct http_filter_limits *limits);

/* Forgets the request that is done; the next byte is the first of another. */
void http_filter_next(struct http_filter *filter);

/* Looks at bytes that follow those it has seen, and stops after the last byte of the request or at
 * the first refused one. Returns how many bytes belong to the request. */
size_t http_filter_feed(struct http_filter *filter, const char *bytes, size_t len);

#endif
