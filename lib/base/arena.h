/*
 * Memory that lives and dies with one piece of work, such as a request.
 *
 * Allocation moves a pointer; nothing is released before arena_free(). A caller need not test any
 * result: past its cap an arena goes on serving memory but remembers it, and the owner asks
 * arena_overflowed() once, before the work has an effect, and refuses it. The cap is thus a limit
 * on what a client may cause, not on the size of one allocation: bound that from the input.
 */
#ifndef TRINN_BASE_ARENA_H
#define TRINN_BASE_ARENA_H

#include <stdbool.h>
#include <stddef.h>

#include "lib/base/attr.h"

struct arena;

/* An arena whose allocations may sum up to `cap_bytes`; the first 4 KiB are part of it. */
struct arena *arena_new(size_t cap_bytes) __attribute__((returns_nonnull));

/* Runs the cleanups, last registered first, releases all memory and sets *arena to NULL. Accepts a
 * pointer to NULL. */
void arena_free(struct arena **arena);

/* Zeroed, aligned to 16 bytes, never NULL. */
void *arena_alloc(struct arena *arena, size_t size)
	__attribute__((returns_nonnull, alloc_size(2), assume_aligned(16)));

/* A copy of the NUL-terminated `text`. */
char *arena_strdup(struct arena *arena, const char *text) __attribute__((returns_nonnull));

/* A NUL-terminated copy of the `len` bytes at `text`, whatever they are. */
char *arena_strndup(struct arena *arena, const char *text, size_t len)
	__attribute__((returns_nonnull));

char *arena_printf(struct arena *arena, const char *format, ...)
	__attribute__((returns_nonnull, format(printf, 2, 3)));

/* Calls fn(ptr) from arena_free(): ownership of `ptr` moves to the arena. */
void arena_own(struct arena *arena, void *ptr, void (*fn)(void *ptr));

/* Whether more than the cap was asked for at any time. */
bool arena_overflowed(const struct arena *arena);

#endif
