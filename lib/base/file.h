/* Whole files of bounded size. */
#ifndef TRINN_BASE_FILE_H
#define TRINN_BASE_FILE_H

#include <stdbool.h>

#include "lib/base/attr.h"
#include "lib/base/buf.h"

/* Adds what can be read from `fd`, a file or a pipe, to its end. Errors as below. */
bool file_read_rest(int fd, struct buf *out);

/* Adds the content of the file to `out`. False, with errno set, if it cannot be read or is more
 * than `out` may hold (EFBIG); `out` then holds part of it. Blocks: not for a loop that serves
 * others. */
bool file_read(const char *path, struct buf *out) MUST_USE;

#endif
