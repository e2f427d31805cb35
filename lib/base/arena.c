/* Blocks of zeroed memory, each filled from its start. */
#include "lib/base/arena.h"

#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "lib/base/fail.h"

#define ALIGNMENT 16
#define FIRST_BLOCK_SIZE 4096
#define BLOCK_SIZE 16384

/* AddressSanitizer knows nothing of the pieces of a block: without this, running over the end of
 * one would go unseen in the builds that are there to see it. */
#if defined(__has_feature)
#if __has_feature(address_sanitizer)
#define __SANITIZE_ADDRESS__ 1
#endif
#endif
#ifdef __SANITIZE_ADDRESS__
#include <sanitizer/asan_interface.h>
#define RED_ZONE ALIGNMENT
#define HIDE(ptr, size) ASAN_POISON_MEMORY_REGION(ptr, size)
#define SHOW(ptr, size) ASAN_UNPOISON_MEMORY_REGION(ptr, size)
#else
#define RED_ZONE 0
#define HIDE(ptr, size) ((void)(ptr), (void)(size))
#define SHOW(ptr, size) ((void)(ptr), (void)(size))
#endif

struct block {
	struct block *next;
	_Alignas(ALIGNMENT) unsigned char bytes[];
};

struct cleanup {
	struct cleanup *next;
	void (*fn)(void *ptr);
	void *ptr;
};

struct arena {
	unsigned char *free; /* start of the unused rest of the current block */
	size_t free_bytes;
	size_t cap_bytes;
	size_t used_bytes;
	struct block *blocks;
	struct cleanup *cleanups; /* last registered first */
	_Alignas(ALIGNMENT) unsigned char first[FIRST_BLOCK_SIZE];
};

static void fill_from(struct arena *arena, unsigned char *bytes, size_t size)
{
	HIDE(bytes, size);
	arena->free = bytes;
	arena->free_bytes = size;
}

struct arena *arena_new(size_t cap_bytes)
{
	struct arena *arena = base_alloc(sizeof(*arena));

	arena->cap_bytes = cap_bytes;
	fill_from(arena, arena->first, sizeof(arena->first));
	return arena;
}

void arena_free(struct arena **arena_ptr)
{
	struct arena *arena = *arena_ptr;

	if (arena == NULL)
		return;
	/* A cleanup may still use the arena, so each leaves the list before it runs. */
	while (arena->cleanups != NULL) {
		struct cleanup *cleanup = arena->cleanups;

		arena->cleanups = cleanup->next;
		cleanup->fn(cleanup->ptr);
	}
	while (arena->blocks != NULL) {
		struct block *block = arena->blocks;

		arena->blocks = block->next;
		base_free(block);
	}
	base_free(arena);
	*arena_ptr = NULL;
}

/* A request too big for the rest of the current block gets a block to itself if it is bigger than a
 * usual one; the current block then stays current. */
static unsigned char *alloc_block(struct arena *arena, size_t size)
{
	size_t block_size = size > BLOCK_SIZE ? size : BLOCK_SIZE;
	struct block *block = base_alloc(sizeof(*block) + block_size);

	block->next = arena->blocks;
	arena->blocks = block;
	if (size > BLOCK_SIZE) {
		HIDE(block->bytes, size);
		return block->bytes;
	}
	fill_from(arena, block->bytes + size, block_size - size);
	return block->bytes;
}

void *arena_alloc(struct arena *arena, size_t size)
{
	unsigned char *ptr;
	size_t rounded;

	MUST(size <= SIZE_MAX / 2);
	rounded = (size + RED_ZONE + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
	arena->used_bytes += rounded;
	if (rounded <= arena->free_bytes) {
		ptr = arena->free;
		arena->free += rounded;
		arena->free_bytes -= rounded;
	} else {
		ptr = alloc_block(arena, rounded);
	}
	SHOW(ptr, size);
	return ptr;
}

char *arena_strdup(struct arena *arena, const char *text)
{
	return arena_strndup(arena, text, strlen(text));
}

char *arena_strndup(struct arena *arena, const char *text, size_t len)
{
	char *copy = arena_alloc(arena, len + 1);

	if (len > 0)
		memcpy(copy, text, len);
	return copy;
}

char *arena_printf(struct arena *arena, const char *format, ...)
{
	va_list args;
	char *text;
	int len;

	va_start(args, format);
	len = vsnprintf(NULL, 0, format, args);
	va_end(args);
	MUST(len >= 0);

	text = arena_alloc(arena, (size_t)len + 1);
	va_start(args, format);
	vsnprintf(text, (size_t)len + 1, format, args);
	va_end(args);
	return text;
}

void arena_own(struct arena *arena, void *ptr, void (*fn)(void *ptr))
{
	struct cleanup *cleanup = arena_alloc(arena, sizeof(*cleanup));

	cleanup->next = arena->cleanups;
	cleanup->fn = fn;
	cleanup->ptr = ptr;
	arena->cleanups = cleanup;
}

bool arena_overflowed(const struct arena *arena)
{
	return arena->used_bytes > arena->cap_bytes;
}
