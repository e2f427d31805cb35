/*
 * The grant for training in a firm (BIO, rules.md 2.2 and 2.3).
 *
 * Costs are wages in training, fees of who trains, and others: travel, lodging, administration. The
 * others count up to a share of all that counts, themselves included: of 10 % they are at most a
 * ninth of wages and fees. The grant is a share of that, down to whole krone, and no more than any
 * of its bounds. What counts is reckoned as a fraction; what is told of it is to the nearest øre.
 *
 * Counties have other terms each. 0 of a term: it asks nothing. Shares are basis points: a third is
 * at least 3333, two thirds at most 6667, so that whoever is at the very share is within.
 */
#ifndef TRINN_API_AID_TRAINING_H
#define TRINN_API_AID_TRAINING_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct training_cap {
	int64_t employees_from;
	int64_t most_ore;
};

struct training_terms {
	int64_t share_bp;		 /* of what counts, where the basis does not allow less */
	int64_t other_most_bp;		 /* of what counts */
	const struct training_cap *caps; /* by employees, rising from 0; a sole proprietor has the
					  * first */
	size_t n_caps;
	int64_t per_participant_ore;
	int64_t least_fees_bp; /* of all costs */
	int64_t most_wages_bp; /* likewise */
	int64_t least_employees, most_employees;
	int64_t most_weeks;  /* of a participant */
	int32_t most_months; /* of the project */
	int32_t before_days; /* it is applied for before it starts */
	bool needs_committee;
};

struct training_project {
	int64_t wages_ore, fees_ore, other_ore;
	bool has_employees; /* their number is known */
	int64_t employees;
	bool is_sole_proprietor;
	int64_t participants;
	int64_t weeks; /* of the participant with most */
	int32_t applied_on, starts_on, ends_on;
	bool has_committee;
	int64_t other_public_ore;
};

/* What else bounds it; AID_UNBOUNDED (api/aid/share.h): nothing. */
struct training_room {
	int64_t intensity_bp; /* that the basis allows; the whole if it has none */
	int64_t recipient_ore;
	int64_t cumulation_ore;
	int64_t budget_ore;
	int64_t applied_ore;
};

enum training_bound {
	TRAINING_BY_COSTS,
	TRAINING_BY_SIZE,
	TRAINING_BY_PARTICIPANTS,
	TRAINING_BY_RECIPIENT, /* what the firm may still have of the line this year */
	TRAINING_BY_CUMULATION,
	TRAINING_BY_BUDGET,
	TRAINING_BY_APPLIED,
	TRAINING_BOUNDS,
};

/* What the terms ask and the project is not. */
enum training_fault {
	TRAINING_FEES_LOW = 1 << 0,
	TRAINING_WAGES_HIGH = 1 << 1,
	TRAINING_EMPLOYEES_UNKNOWN = 1 << 2, /* and the terms go by them: it gets nothing by size */
	TRAINING_EMPLOYEES_FEW = 1 << 3,
	TRAINING_EMPLOYEES_MANY = 1 << 4,
	TRAINING_WEEKS_MANY = 1 << 5,
	TRAINING_MONTHS_MANY = 1 << 6,
	TRAINING_APPLIED_LATE = 1 << 7,
	TRAINING_COMMITTEE_MISSING = 1 << 8,
};

struct training_grant {
	int64_t other_ore;    /* of the others, what counts */
	int64_t eligible_ore; /* all that counts */
	int64_t rate_bp;
	int64_t bounds_ore[TRAINING_BOUNDS];
	enum training_bound least; /* the first, of bounds that are the same */
	int64_t grant_ore;	   /* in whole kroner */
	int64_t own_ore;	   /* of all costs, what neither this nor others give */
	unsigned faults;
};

void training_reckon(const struct training_terms *terms, const struct training_project *project,
		     const struct training_room *room, struct training_grant *out);

/* "costs", as a bound is named where a calculation is kept. */
const char *training_bound_code(enum training_bound bound);

/* An hour of a salary: so many millionths of it, without what is less than one øre, and at most
 * `most_ore` if that is not 0. */
int64_t training_hour_ore(int64_t salary_ore, int64_t factor_ppm, int64_t most_ore);

#endif
