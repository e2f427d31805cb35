/*
 * Numbers that look drawn by chance and are the same for the same seed, on every machine: for
 * examples and tests. Nothing secret may come of them.
 *
 * The generator is SplitMix64 (Steele, Lea, Flood: Fast splittable pseudorandom number generators,
 * OOPSLA 2014).
 */
#ifndef TRINN_BASE_DICE_H
#define TRINN_BASE_DICE_H

#include <stdbool.h>
#include <stdint.h>

/* Begins with the seed as state; two with one seed give the same. */
struct dice {
	uint64_t state;
};

uint64_t dice_next(struct dice *dice);

/* 0 to n - 1, each as likely as the others; n is not 0. */
uint32_t dice_below(struct dice *dice, uint32_t n);

/* min to max, both of them too. */
int32_t dice_between(struct dice *dice, int32_t min, int32_t max);

/* True `percent` times of a hundred. */
bool dice_chance(struct dice *dice, uint32_t percent);

#endif
