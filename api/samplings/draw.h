/*
 * The draw of a sampling: the same again from the same seed and the same cases, by whoever wishes
 * to see that nobody chose.
 *
 * SplitMix64 (Steele, Lea and Flood, OOPSLA 2014) gives 64 bits at a time, beginning with `seed` as
 * its state. For place i of 0, 1, ... k - 1 the next number r is taken, and taken again while it is
 * below 2^64 mod (n - i), so that all are as likely; then place i and place i + r mod (n - i)
 * change cases (Fisher and Yates).
 */
#ifndef TRINN_API_SAMPLINGS_DRAW_H
#define TRINN_API_SAMPLINGS_DRAW_H

#include <stddef.h>
#include <stdint.h>

/* Brings the k that are drawn of the n cases to the front, in the order in which they were drawn.
 * k is at most n. */
void sampling_draw(uint64_t seed, int64_t *cases, size_t n, size_t k);

#endif
