#include "api/grants/split.h"

#include <stdbool.h>

#include "lib/base/arena.h"
#include "lib/base/fail.h"

static int64_t quotient_of(int64_t total, int64_t weight, int64_t sum)
{
	return (int64_t)((__int128)total * weight / sum);
}

static int64_t remainder_of(int64_t total, int64_t weight, int64_t sum)
{
	return (int64_t)((__int128)total * weight % sum);
}

/* The part with the largest remainder among those that have not got their øre. */
static size_t next_part(int64_t total, const int64_t *weights, size_t n, int64_t sum,
			const int64_t *shares)
{
	int64_t largest = -1;
	size_t best = 0;

	for (size_t i = 0; i < n; i++) {
		int64_t remainder = remainder_of(total, weights[i], sum);
		bool has_got = shares[i] > quotient_of(total, weights[i], sum);

		if (!has_got && remainder > largest) {
			largest = remainder;
			best = i;
		}
	}
	return best;
}

void split_exactly(int64_t total, const int64_t *weights, size_t n, int64_t *shares_out)
{
	int64_t sum = 0;
	int64_t left = total;

	for (size_t i = 0; i < n; i++)
		sum += weights[i];
	MUST(sum > 0 && total >= 0);
	for (size_t i = 0; i < n; i++) {
		shares_out[i] = quotient_of(total, weights[i], sum);
		left -= shares_out[i];
	}
	for (; left > 0; left--)
		shares_out[next_part(total, weights, n, sum, shares_out)]++;
}

int64_t *split_parts(int64_t total, const int64_t *weights, size_t n, struct arena *arena)
{
	int64_t *parts = arena_alloc(arena, n * sizeof(*parts));

	split_exactly(total, weights, n, parts);
	return parts;
}
