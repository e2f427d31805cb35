/*
 * Hands e-mail to a server (RFC 5321, submission as of RFC 6409), one at a time over a connection
 * that is kept between them.
 *
 * Calls block, each for as long as the timeout at most, and end at once when `stop` is readable.
 * What a server has taken, and what it only may have taken because its answer did not come, cannot
 * be told apart by anybody: such a message is sent again, under the same Message-ID.
 */
#ifndef TRINN_MAIL_SMTP_H
#define TRINN_MAIL_SMTP_H

#include <stdbool.h>
#include <stdint.h>

#include "lib/base/attr.h"
#include "lib/base/buf.h"
#include "lib/mail/message.h"

enum smtp_security {
	SMTP_STARTTLS, /* nothing is said in plain text but the wish for TLS */
	SMTP_TLS,      /* from the first byte (RFC 8314) */
	SMTP_NONE,     /* to this machine only */
};

struct smtp_server {
	const char *host;
	int64_t port;
	enum smtp_security security;
	const char *user; /* NULL: it knows us otherwise */
	const char *password;
	int64_t timeout_s;
};

enum smtp_outcome {
	SMTP_TAKEN,    /* the server sees to it from here on */
	SMTP_REFUSED,  /* for good, this one */
	SMTP_DEFERRED, /* for now, this one */
	SMTP_AWAY,     /* the server takes none now, or it is not known whether it took this */
	SMTP_STOPPED,  /* as the last, because of `stop` */
};

/* A conversation with a server, which must outlive it. */
struct smtp;

/* Without TLS we speak to this machine only. */
bool smtp_is_safe(const struct smtp_server *server);

/* Connects with the first message. `stop` is a descriptor, -1 for none. */
struct smtp *smtp_new(const struct smtp_server *server, int stop) __attribute__((returns_nonnull));

/* `answer` gets what the server said to it, or what went wrong, as one line of UTF-8 without
 * control characters. A message that cannot be written is refused. */
enum smtp_outcome smtp_send(struct smtp *smtp, const struct mail *mail,
			    struct buf *answer) MUST_USE;

/* Says goodbye; accepts a pointer to NULL. */
void smtp_free(struct smtp **smtp);

/* The line that an answer of a server is kept as: its lines one after the other, anything but
 * characters that are seen as spaces. */
void smtp_clean(const char *bytes, size_t len, struct buf *answer);

#endif
