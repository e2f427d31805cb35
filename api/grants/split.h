/* Cutting an amount up exactly. */
#ifndef TRINN_API_GRANTS_SPLIT_H
#define TRINN_API_GRANTS_SPLIT_H

#include <stddef.h>
#include <stdint.h>

struct arena;

/* Shares of `total` in proportion to `weights`, which are not negative and not all zero: they sum
 * to `total` to the øre, and none differs from its exact share by one øre or more (largest
 * remainder; of equal remainders the earlier gets the øre). */
void split_exactly(int64_t total, const int64_t *weights, size_t n, int64_t *shares_out);

/* The same, in a list of the arena. Weights that are what is left of each part, and a total of no
 * more than all of it, take no part below nothing, and all of it takes all. */
int64_t *split_parts(int64_t total, const int64_t *weights, size_t n, struct arena *arena);

struct split_bound {
	int64_t least, most;
};

/* The same within bounds, which the total is within: who would get less or more gets what the bound
 * is, and the others share the rest. */
int64_t *split_within(int64_t total, const int64_t *weights, const struct split_bound *bounds,
		      size_t n, struct arena *arena);

#endif
