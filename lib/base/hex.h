/* Bytes as hexadecimal digits: lower-case as they are written, either as they are read. */
#ifndef TRINN_BASE_HEX_H
#define TRINN_BASE_HEX_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lib/base/attr.h"

/* Bytes of the text for `n` bytes, with its NUL. */
#define HEX_SIZE(n) (2 * (n) + 1)

/* Writes HEX_SIZE(len) bytes to `out`, NUL-terminated. */
void hex_encode(const uint8_t *bytes, size_t len, char *out);

/* 0 to 15; -1 for what is no digit. */
int hex_value(char digit);

/* Writes len / 2 bytes to `out`. False if the `len` bytes of text are not such digits in pairs. */
bool hex_decode(const char *text, size_t len, uint8_t *out) MUST_USE;

#endif
