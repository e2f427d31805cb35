#include "api/grants/split.h"

#include <stdbool.h>
#include <string.h>

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

static int64_t beyond(int64_t share, const struct split_bound *bound)
{
	if (share < bound->least)
		return bound->least - share;
	return share > bound->most ? bound->most - share : 0;
}

/* Of those that still share, `open`, who is beyond a bound gets what it is: below the least where
 * these lack more than others have too much, above the most where it is the other way, both where
 * they are equal. False: nobody is. */
static bool bind(const struct split_bound *bounds, size_t n, int64_t *open, int64_t *shares)
{
	int64_t lack = 0;
	bool is_bound = false;

	for (size_t i = 0; i < n; i++)
		lack += open[i] > 0 ? beyond(shares[i], &bounds[i]) : 0;
	for (size_t i = 0; i < n; i++) {
		int64_t by = open[i] > 0 ? beyond(shares[i], &bounds[i]) : 0;

		if (by == 0 || (lack > 0 && by < 0) || (lack < 0 && by > 0))
			continue;
		shares[i] += by;
		open[i] = 0;
		is_bound = true;
	}
	return is_bound;
}

/* What those that are not bound share. */
static bool share_rest(int64_t total, const int64_t *open, size_t n, int64_t *shares,
		       struct arena *arena)
{
	bool is_shared = false;
	int64_t *parts;

	for (size_t i = 0; i < n; i++) {
		is_shared = is_shared || open[i] > 0;
		total -= open[i] > 0 ? 0 : shares[i];
	}
	if (!is_shared)
		return false;
	parts = split_parts(total, open, n, arena);
	for (size_t i = 0; i < n; i++)
		if (open[i] > 0)
			shares[i] = parts[i];
	return true;
}

int64_t *split_within(int64_t total, const int64_t *weights, const struct split_bound *bounds,
		      size_t n, struct arena *arena)
{
	int64_t *shares = arena_alloc(arena, n * sizeof(*shares));
	int64_t *open = arena_alloc(arena, n * sizeof(*open));

	memcpy(open, weights, n * sizeof(*open));
	while (share_rest(total, open, n, shares, arena) && bind(bounds, n, open, shares))
		;
	return shares;
}
