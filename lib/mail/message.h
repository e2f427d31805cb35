/*
 * An e-mail of plain text (RFC 5322, 2045, 2047), from one address to one.
 *
 * Nothing that a field holds can become a header or a recipient: addresses are of characters that
 * need no quoting, or nothing is written; names and the subject are encoded words, the text is
 * quoted-printable.
 */
#ifndef TRINN_MAIL_MESSAGE_H
#define TRINN_MAIL_MESSAGE_H

#include <stdbool.h>
#include <stdint.h>

#include "lib/base/attr.h"
#include "lib/base/buf.h"

/* UTF-8. */
struct mail {
	const char *id;	      /* of letters, digits and -: by it one that comes twice is known */
	int64_t written_at;   /* seconds since 1970; the same however often it is sent */
	const char *language; /* of the text, "nb" */
	const char *from_name;
	const char *from;
	const char *to;
	const char *subject;
	const char *text; /* lines end in \n */
};

/* Whether it is local@domain as people have them: ASCII without quoting, the domain of two labels
 * at least (RFC 5321 4.1.2, and its lengths 4.5.3.1). */
bool mail_is_address(const char *text);

/* Adds the message, its lines ended by CRLF. False, with part of it added, if an address, the id or
 * the language is none, or it is more than `out` may hold. */
bool mail_write(const struct mail *mail, struct buf *out) MUST_USE;

#endif
