/* Text in UTF-8 (RFC 3629): shortest forms only, no surrogates, nothing beyond U+10FFFF. */
#ifndef TRINN_BASE_UTF8_H
#define TRINN_BASE_UTF8_H

#include <stdbool.h>
#include <stddef.h>

#include "lib/base/attr.h"

/* Bytes of the character that the `len` bytes at `text` begin with, 1 to 4; 0 if they begin with none. */
size_t utf8_char_len(const char *text, size_t len);

/* Whether all `len` bytes are characters. NUL is one. */
bool utf8_is_valid(const char *text, size_t len) MUST_USE;

#endif
