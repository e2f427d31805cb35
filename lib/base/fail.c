/* Ends the process when it can no longer trust itself. */
#include "lib/base/fail.h"

#include <stdio.h>
#include <stdlib.h>

void fail_broken(const char *file, int line, const char *what)
{
	fprintf(stderr, "%s:%d: broken: %s\n", file, line, what);
	abort();
}

void *base_alloc(size_t size)
{
	void *ptr = calloc(1, size > 0 ? size : 1);

	MUST(ptr != NULL);
	return ptr;
}

void *base_realloc(void *ptr, size_t size)
{
	void *moved = realloc(ptr, size > 0 ? size : 1);

	MUST(moved != NULL);
	return moved;
}

void base_free(void *ptr)
{
	free(ptr);
}
