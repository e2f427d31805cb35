/*
 * Which money of a grant the costs of a claim can carry.
 *
 * A grant pays the rate grant / budget of costs, and money granted for an earmarked group is for
 * that group only. So each earmarked group is a purse, the other groups are one purse together, and
 * each purse holds as much as was approved of costs for it: budget_p. Claims are taken in the order
 * they were made. Claim k, of the amount a_k with the costs c_kp, finds in the purse p
 *
 *	usable_kp = min(c_kp, budget_p - sum over j < k of used_jp)
 *
 * and is covered if a_k / rate <= change_(k-1) + sum over p of usable_kp, where change is what
 * earlier claims left of less than an øre. What then remains, change_k, is less than an øre again
 * if the claim takes its whole share: it is kept, and the claim uses all that is usable. Whoever
 * claims less, or has less approved, gives the rest up; the change stays as it was, and the claim
 * uses earmarked purses before the common one:
 *
 *	used_kp = min(usable_kp, a_k / rate - sum over q < p of used_kq)
 *
 * Hence the sum of used_kp over all claims never passes budget_p: at the granted rate that is what
 * the grant was cut into, so that earmarked groups get no more than their earmark and others
 * nothing of it. And however costs are parted into claims of their whole share, the claims sum to
 * the same. Whoever claims the whole share of costs within the approved budgets is always covered.
 * A claim that was released counts as what was approved, a rejected one not at all: either only
 * leaves more for the others, but for the change of it that later ones took. That is owed: it is
 * negative change until a claim leaves enough.
 *
 * All is exact: amounts are held against costs as amount × budget and costs × grant. Amounts are
 * øre.
 */
#ifndef TRINN_API_CLAIMS_COVERAGE_H
#define TRINN_API_CLAIMS_COVERAGE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct arena;

struct grant_group {
	const char *cost_group;
	bool earmarked;
	int64_t budget_ore;
	const char *name; /* as the county calls it */
};

struct grant_money {
	int64_t amount_ore; /* granted */
	int64_t budget_ore; /* approved costs: the sum of the groups' */
	struct grant_group *groups;
	size_t n_groups;
};

struct group_cost {
	const char *cost_group;
	int64_t amount_ore;
};

struct covered_claim {
	int64_t amount_ore;
	struct group_cost *costs;
	size_t n_costs;
};

struct purse {
	const char *cost_group; /* earmarked; NULL: all that are not */
	__int128 left;		/* of its budget, in 1/grant øre of costs */
	__int128 cost;		/* of the claim looked at last, likewise */
};

struct coverage {
	const struct grant_money *money;
	struct purse *purses; /* the common one last */
	size_t n_purses;
	__int128 change; /* of the claims taken, in 1/grant øre of costs; negative if owed */
};

/* Purses that nothing was claimed of. They live in the arena. */
void coverage_init(struct coverage *coverage, const struct grant_money *money, struct arena *arena);

/* Lets a claim use what it can of the purses. */
void coverage_take(struct coverage *coverage, const struct covered_claim *claim);

/* Whether the purses cover the claim. If not, those that purse_is_short() stand in its way. */
bool coverage_has(struct coverage *coverage, const struct covered_claim *claim);
bool purse_is_short(const struct purse *purse);

/* What can be claimed of a purse and the change, rounded down to the øre. */
int64_t coverage_left_ore(const struct coverage *coverage, const struct purse *purse);

/* The most that can be claimed for further costs of that sum: the rate of them and the change,
 * rounded down to the øre. */
int64_t coverage_share_ore(const struct coverage *coverage, int64_t costs_ore);

#endif
