/*
 * What aid that is paid later is worth on the day it is granted (GBER art. 7(3), rules.md 1.3):
 *
 *	the sum of instalment / (1 + r)^t, t in years
 *
 * Whole years are discounted by the formula, to 18 decimals. Within a year the factor goes in a
 * straight line from one year's to the next, which is never below the curve, so that the worth is
 * not told too low: it is held against ceilings. At 5 % the line is at most 0.03 % above. Each
 * instalment's worth is to the nearest øre.
 */
#ifndef TRINN_API_AID_DISCOUNT_H
#define TRINN_API_AID_DISCOUNT_H

#include <stddef.h>
#include <stdint.h>

struct aid_instalment {
	int32_t day;
	int64_t ore;
};

/* At the yearly rate of the grant date. An instalment of that day or before is worth its amount. */
int64_t aid_grant_equivalent_ore(const struct aid_instalment *instalments, size_t n,
				 int32_t granted_on, int64_t rate_bp);

#endif
