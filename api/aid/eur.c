#include "api/aid/eur.h"

#include <stdbool.h>

#include "api/aid/share.h"
#include "lib/base/fail.h"

enum { RATE_ONE = 10000 };

/* Of an amount, its cents: whole, and what is left in 1/rate. */
struct quotient {
	__int128 whole;
	__int128 rest;
};

static struct quotient cents_of(int64_t ore, int64_t rate_e4)
{
	__int128 scaled = (__int128)ore * RATE_ONE;

	MUST(ore >= 0 && rate_e4 > 0);
	return (struct quotient){.whole = scaled / rate_e4, .rest = scaled % rate_e4};
}

int64_t aid_eur_cents_up(int64_t ore, int64_t rate_e4)
{
	struct quotient cents = cents_of(ore, rate_e4);

	return aid_fit(cents.whole + (cents.rest > 0));
}

int64_t aid_eur_cents_even(int64_t ore, int64_t rate_e4)
{
	struct quotient cents = cents_of(ore, rate_e4);
	__int128 twice = cents.rest * 2;
	bool is_up = twice > rate_e4 || (twice == rate_e4 && cents.whole % 2 == 1);

	return aid_fit(cents.whole + is_up);
}

int64_t aid_ore_within(int64_t cents, int64_t rate_e4)
{
	MUST(cents >= 0 && rate_e4 > 0);
	return aid_fit((__int128)cents * rate_e4 / RATE_ONE);
}
