/* Shares of money: øre and basis points, multiplied exactly and rounded down. Nothing is negative.
 */
#ifndef TRINN_API_AID_SHARE_H
#define TRINN_API_AID_SHARE_H

#include <stdint.h>

#define AID_UNBOUNDED INT64_MAX /* of an amount: nothing limits it */

/* The number, or the end of the range that it is beyond. */
int64_t aid_fit(__int128 value);

/* So many basis points of the amount, without what is less than one øre (or cent). */
int64_t aid_share(int64_t amount, int64_t share_bp);

/* Without what is less than one krone: so is aid granted (rules.md 1.3). */
int64_t aid_whole_kroner(int64_t ore);

/* What is paid of a grant when less was spent than its budget (rules.md 2.5): the granted rate of
 * the actual costs, to the øre as claims are (api/claims/coverage.h), and never more than the
 * grant. */
int64_t aid_payable_ore(int64_t grant_ore, int64_t budget_ore, int64_t actual_ore);

#endif
