/* Facts as our own SQL makes them, read into structs. */
#ifndef TRINN_API_COMMAND_FACTS_H
#define TRINN_API_COMMAND_FACTS_H

#include <stddef.h>

struct arena;
struct shape;

/* Reads JSON into a new struct of the shape, which lives in the arena. NULL, and logged with what
 * it was for, if the two texts do not fit each other: a bug that the first test finds. */
void *facts_read(const struct shape *shape, const char *text, size_t len, const char *what,
		 struct arena *arena);

#endif
