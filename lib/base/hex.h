/* Bytes as lower-case hexadecimal digits. */
#ifndef TRINN_BASE_HEX_H
#define TRINN_BASE_HEX_H

#include <stddef.h>
#include <stdint.h>

/* Bytes of the text for `n` bytes, with its NUL. */
#define HEX_SIZE(n) (2 * (n) + 1)

/* Writes HEX_SIZE(len) bytes to `out`, NUL-terminated. */
void hex_encode(const uint8_t *bytes, size_t len, char *out);

#endif
