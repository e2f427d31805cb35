/*
 * The ways in which a program of ours dies on purpose.
 *
 * A broken promise inside the program is a bug: it ends the process at once, in release builds too,
 * with the place and the condition on stderr. Whatever a client, a file or the database may cause
 * is no bug and is never tested with these.
 */
#ifndef TRINN_BASE_FAIL_H
#define TRINN_BASE_FAIL_H

#include <stddef.h>

#include "lib/base/attr.h"

/* Aborts unless `cond` holds; `cond` is evaluated once. */
#define MUST(cond) ((cond) ? (void)0 : fail_broken(__FILE__, __LINE__, #cond))

/* Aborts: this place cannot be reached. `why` is a string. */
#define WRONG(why) fail_broken(__FILE__, __LINE__, why)

NO_RETURN void fail_broken(const char *file, int line, const char *what);

/*
 * The heap. Running out of it is not survivable for a daemon whose requests are bounded by arenas,
 * so these abort instead of returning NULL and callers have no such branch.
 */

/* Zeroed memory of `size` bytes, for base_free(). A size of 0 gives a valid pointer. */
void *base_alloc(size_t size) __attribute__((malloc, returns_nonnull, alloc_size(1)));

/* As realloc(3); bytes beyond the old size are not zeroed. */
void *base_realloc(void *ptr, size_t size) __attribute__((returns_nonnull, alloc_size(2)));

/* Accepts NULL. */
void base_free(void *ptr);

#endif
