/* Text in UTF-8 (RFC 3629): shortest forms only, no surrogates, nothing beyond U+10FFFF. */
#ifndef TRINN_BASE_UTF8_H
#define TRINN_BASE_UTF8_H

#include <stdbool.h>
#include <stddef.h>

#include "lib/base/attr.h"

/* Bytes of the character that begins the `len` bytes at `text`, 1 to 4; 0 if none does. */
size_t utf8_char_len(const char *text, size_t len);

/* Whether all `len` bytes are characters. NUL is one. */
bool utf8_is_valid(const char *text, size_t len) MUST_USE;

#endif
