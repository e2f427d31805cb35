/* Base64url without padding, as JOSE uses it (RFC 4648 section 5, RFC 7515 section 2), and base64
 * with padding, as files are sent (RFC 4648 section 4). */
#ifndef TRINN_BASE_BASE64_H
#define TRINN_BASE_BASE64_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lib/base/attr.h"

/* Bytes of the text for `n` bytes, with its NUL. */
#define BASE64URL_SIZE(n) ((4 * (n) + 2) / 3 + 1)

/* Bytes that a text of `text_len` characters decodes to. */
#define BASE64URL_DECODED_LEN(text_len) ((text_len) / 4 * 3 + (text_len) % 4 * 3 / 4)

/* Writes BASE64URL_SIZE(len) bytes to `out`, NUL-terminated. */
void base64url_encode(const uint8_t *bytes, size_t len, char *out);

/* Decodes exactly `text_len` characters into `out` of `cap` bytes. False, with `out` undefined, for
 * padding, any character outside the alphabet, an impossible length, trailing bits that are not
 * zero (so that one value has one spelling) or too small a `cap`. */
bool base64url_decode(const char *text, size_t text_len, uint8_t *out, size_t cap,
		      size_t *len_out) MUST_USE;

/* The same for base64, whose text has its padding. */
bool base64_decode(const char *text, size_t text_len, uint8_t *out, size_t cap,
		   size_t *len_out) MUST_USE;

#endif
