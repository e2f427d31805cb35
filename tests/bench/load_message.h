/* What the load tool says and hears: requests from a file, replies by their framing. */
#ifndef TRINN_BENCH_LOAD_MESSAGE_H
#define TRINN_BENCH_LOAD_MESSAGE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lib/base/attr.h"

#define REQUEST_MAX_BYTES (64u << 10)
#define REQUEST_MARKS_MAX 16
#define REPLY_HEAD_MAX 16384

/* A whole request, to be sent again and again with other bytes at its marks. */
struct request {
	char *bytes;
	size_t len;
	struct {
		char *place;
		bool is_uuid; /* another UUID at each time and place, else the request's number */
	} marks[REQUEST_MARKS_MAX];
	size_t n_marks;
	int expect;	/* the status that is well; 0: any of 2xx */
	bool head_only; /* its reply has no body */
};

struct request_list {
	struct request *items;
	size_t n;
};

/* What the marks stand for next. */
struct sequence {
	uint64_t n;
	uint64_t random;
};

/*
 * Reads requests, each announced by a line with its length in bytes, a space and its `expect`. The
 * bytes are sent as they are but for the marks, which are as long as what they stand for:
 *   {uuid..............................}
 *   {n.........}
 * False, and which one on stderr, for a request that cannot be read or if there is none.
 */
bool request_list_read(const char *path, struct request_list *list_out) MUST_USE;
void request_list_fini(struct request_list *list);

bool request_expects(const struct request *request, int status);

/* Puts the next values in place of the marks. */
void request_renew(struct request *request, struct sequence *sequence);

enum reply_state {
	REPLY_HEAD,
	REPLY_BODY,
	REPLY_CHUNK_SIZE,
	REPLY_CHUNK_DATA,
	REPLY_CHUNK_END,
	REPLY_TRAILER,
	REPLY_DONE,
	REPLY_BAD, /* not HTTP/1.1, no or a contradictory length, or bytes that nobody asked for */
};

/* A reply as far as it has come in. Its body is counted, not kept. */
struct reply {
	enum reply_state state;
	bool head_only;
	bool closes; /* the server will not serve another request on this connection */
	bool chunked;
	int status;
	uint64_t left; /* bytes to come of the body or the chunk */
	size_t text_len;
	char text[REPLY_HEAD_MAX + 1]; /* the head, or a line between chunks */
};

void reply_init(struct reply *reply, bool head_only);

/* Takes in all of `bytes`, which is not the empty run. */
enum reply_state reply_feed(struct reply *reply, const char *bytes, size_t len);

#endif
