/* Which bytes of a representation a request asks for. RFC 9110 14 */
#ifndef TRINN_HTTP_RANGE_H
#define TRINN_HTTP_RANGE_H

#include <stdint.h>

#include "lib/base/attr.h"

enum http_range {
	HTTP_RANGE_WHOLE,   /* none asked for, or in a way that is not heeded */
	HTTP_RANGE_PART,
	HTTP_RANGE_OUTSIDE, /* none of the bytes there are: 416 */
};

/* Reads a Range field, NULL if there was none, against `size` bytes, 1 or more. One range of bytes
 * is heeded; several are answered with the whole. `first_out` and `last_out` are always set. */
enum http_range http_range_read(const char *field, int64_t size, int64_t *first_out,
				int64_t *last_out) MUST_USE;

#endif
