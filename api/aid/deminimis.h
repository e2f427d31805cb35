/*
 * De minimis aid (Reg. (EU) 2023/2831, rules.md 1.6): what one undertaking may have in any three
 * years.
 *
 * The years are counted back from each day, not by the calendar. So an award counts in the window
 * that ends on its own day and in that of every later award whose window reaches back to it: who
 * enters one afterwards, with a day before others, may break the ceiling on a day of theirs. An
 * award is taken whole or not at all.
 *
 * Awards are those of the whole undertaking (api/aid/group.h) that are in force: what ended in
 * writing is not among them. Their EUR are those of their own day, rounded up. Ceilings are figures
 * with a period, and are told as they stand on the new award's day.
 */
#ifndef TRINN_API_AID_DEMINIMIS_H
#define TRINN_API_AID_DEMINIMIS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum aid_regime {
	AID_DE_MINIMIS,
	AID_SGEI, /* de minimis for services of general economic interest, Reg. 2023/2832 */
	AID_GBER,
	AID_ESA, /* exempted by a decision of ESA */
	AID_OTHER,
};

struct aid_award {
	int32_t day; /* on which the right was given */
	int64_t eur_cents;
	enum aid_regime regime;
};

/* On the sum of awards under these regimes: 300 000 of de minimis, 750 000 of that and SGEI. */
struct aid_ceiling {
	unsigned regimes; /* of AID_UNDER() */
	int64_t most_cents;
	int32_t months;
	bool includes_boundary; /* what was given on the very day so many months before counts */
};

#define AID_UNDER(regime) (1U << (regime))

/* What the awards leave for a new one. */
struct aid_room {
	bool is_enough;
	const struct aid_ceiling *ceiling; /* that leaves least; NULL: the award's regime has none,
					    * and nothing is available */
	int64_t used_cents;		   /* by the awards, in the window that leaves least */
	int64_t available_cents;
	int32_t window_from; /* its first day and its last, which both count; the last is the new */
	int32_t window_to;   /* award's own, or that of a later award which would be too much */
};

/* The first day that counts together with `day`. */
int32_t aid_window_from(int32_t day, const struct aid_ceiling *ceiling);

/* What counts against the ceiling on that day. */
int64_t aid_used_cents(const struct aid_award *awards, size_t n, int32_t day,
		       const struct aid_ceiling *ceiling);

/* Holds a new award, which is not among `awards`, against all ceilings that are for its regime. Of
 * windows that leave the same the first is told. */
void aid_hold_ceilings(const struct aid_award *awards, size_t n, const struct aid_award *added,
		       const struct aid_ceiling *ceilings, size_t n_ceilings, struct aid_room *out);

#endif
