#include "api/samplings/draw.h"

static uint64_t next(uint64_t *state)
{
	uint64_t z = *state += 0x9e3779b97f4a7c15;

	z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9;
	z = (z ^ (z >> 27)) * 0x94d049bb133111eb;
	return z ^ (z >> 31);
}

static uint64_t next_below(uint64_t *state, uint64_t n)
{
	uint64_t uneven = (0 - n) % n; /* 2^64 mod n */
	uint64_t r;

	do
		r = next(state);
	while (r < uneven);
	return r % n;
}

void sampling_draw(uint64_t seed, int64_t *cases, size_t n, size_t k)
{
	for (size_t i = 0; i < k; i++) {
		size_t j = i + next_below(&seed, n - i);
		int64_t drawn = cases[j];

		cases[j] = cases[i];
		cases[i] = drawn;
	}
}
