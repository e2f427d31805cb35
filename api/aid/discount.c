#include "api/aid/discount.h"

#include "api/aid/share.h"
#include "lib/base/date.h"
#include "lib/base/fail.h"
#include "lib/base/num.h"

enum { MONTHS_OF_YEAR = 12 };

static const __int128 one = 1000000000000000000;

static __int128 quotient_up(__int128 dividend, __int128 divisor)
{
	return (dividend + divisor - 1) / divisor;
}

/* Of a factor, what it is a year later. */
static __int128 a_year_on(__int128 factor, int64_t rate_bp)
{
	return quotient_up(factor * NUM_WHOLE_BP, NUM_WHOLE_BP + rate_bp);
}

static __int128 factor_of(int32_t day, int32_t granted_on, int64_t rate_bp)
{
	__int128 factor = one, next = a_year_on(one, rate_bp);
	int32_t from = granted_on, to = date_add_months(granted_on, MONTHS_OF_YEAR);

	for (int32_t year = 2; to <= day && from < to; year++) {
		factor = next;
		next = a_year_on(next, rate_bp);
		from = to;
		to = date_add_months(granted_on, year * MONTHS_OF_YEAR);
	}
	if (day <= from || from == to)
		return factor;
	return quotient_up(factor * (to - day) + next * (day - from), to - from);
}

int64_t aid_grant_equivalent_ore(const struct aid_instalment *instalments, size_t n,
				 int32_t granted_on, int64_t rate_bp)
{
	__int128 sum = 0;

	MUST(rate_bp >= 0);
	for (size_t i = 0; i < n; i++) {
		__int128 factor = factor_of(instalments[i].day, granted_on, rate_bp);

		sum += (instalments[i].ore * factor + one / 2) / one;
	}
	return aid_fit(sum);
}
