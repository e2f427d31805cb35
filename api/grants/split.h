/* Cutting an amount up exactly. */
#ifndef TRINN_API_GRANTS_SPLIT_H
#define TRINN_API_GRANTS_SPLIT_H

#include <stddef.h>
#include <stdint.h>

/* Shares of `total` in proportion to `weights`, which are not negative and not all zero: they sum
 * to `total` to the øre, and none differs from its exact share by one øre or more (largest
 * remainder; of equal remainders the earlier gets the øre). */
void split_exactly(int64_t total, const int64_t *weights, size_t n, int64_t *shares_out);

#endif
