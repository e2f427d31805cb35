/*
 * Whether an enterprise is an undertaking in difficulty (GBER art. 2(18), rules.md 1.4), which gets
 * no aid under the GBER.
 *
 * Capital is share capital with premium. That it is lost by losses is told by retained earnings
 * below zero: equity less than half the capital for another reason is no difficulty. An SME in its
 * first three years may have lost it all. A ratio over an equity of nothing or less is above any
 * limit; who pays no interest covers it.
 */
#ifndef TRINN_API_AID_DIFFICULTY_H
#define TRINN_API_AID_DIFFICULTY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "api/aid/sme.h"

/* By the letters of art. 2(18). */
enum aid_difficulty {
	AID_CAPITAL_LOST = 1 << 0,	     /* (a) where all owners' liability is limited */
	AID_CAPITAL_LOST_UNLIMITED = 1 << 1, /* (b) where some owner's is not */
	AID_INSOLVENT = 1 << 2,		     /* (c) */
	AID_RESCUED = 1 << 3,		     /* (d) */
	AID_OVER_INDEBTED = 1 << 4,	     /* (e) a large one, years on end */
};

/* Of one year, in øre. */
struct aid_accounts {
	int64_t capital;
	int64_t equity;
	int64_t retained;
	int64_t debt;
	int64_t ebitda;
	int64_t interest;
};

struct aid_condition {
	enum aid_class class;
	bool has_founded;
	int32_t founded_on;
	bool is_liability_unlimited;
	bool is_insolvent; /* bankrupt, or wound up by force */
	bool is_dissolving;
	bool is_rescued; /* has rescue aid not repaid, or a restructuring plan with aid */
	const struct aid_accounts *years; /* the newest first */
	size_t n_years;
};

struct aid_difficulty_limits {
	int32_t young_months; /* since the foundation */
	int64_t lost_bp;      /* more of the capital than that */
	int64_t debt_bp;      /* more debt than that of the equity: 7.5 is 75 000 */
	int64_t cover_bp;     /* less EBITDA than that of the interest: 1.0 is 10 000 */
	size_t debt_years;    /* on end */
};

struct aid_difficulty_found {
	unsigned grounds;    /* of enum aid_difficulty */
	bool is_young;	     /* an SME to which (a) and (b) do not apply */
	bool is_not_known;   /* accounts or class are missing, and could show one more ground */
	bool is_to_be_asked; /* it is being dissolved: whether as insolvent, a person finds out */
};

/* As it is on the day. */
struct aid_difficulty_found aid_find_difficulty(const struct aid_condition *condition, int32_t day,
						const struct aid_difficulty_limits *limits);

#endif
