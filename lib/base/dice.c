#include "lib/base/dice.h"

uint64_t dice_next(struct dice *dice)
{
	uint64_t z = dice->state += 0x9e3779b97f4a7c15;

	z = (z ^ z >> 30) * 0xbf58476d1ce4e5b9;
	z = (z ^ z >> 27) * 0x94d049bb133111eb;
	return z ^ z >> 31;
}

/* Draws again what would favour small numbers. */
uint32_t dice_below(struct dice *dice, uint32_t n)
{
	uint32_t uneven = -n % n;
	uint32_t drawn;

	do
		drawn = (uint32_t)(dice_next(dice) >> 32);
	while (drawn < uneven);
	return drawn % n;
}

int32_t dice_between(struct dice *dice, int32_t min, int32_t max)
{
	return min + (int32_t)dice_below(dice, (uint32_t)(max - min) + 1);
}

bool dice_chance(struct dice *dice, uint32_t percent)
{
	return dice_below(dice, 100) < percent;
}
