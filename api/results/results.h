/*
 * Results: what was found in a firm's own case, what was done about it, what that cost and what it
 * gave, measured when it was reached and again after 6 and 12 months.
 *
 * A result belongs to an enrolment and any stage of it (programme.md 2: they come from anywhere).
 * The hub that follows the firm writes it, and so may the firm. Amounts are øre, shares basis
 * points, dates days of lib/base/date.h.
 */
#ifndef TRINN_API_RESULTS_RESULTS_H
#define TRINN_API_RESULTS_RESULTS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "api/command/caller.h"
#include "api/problems/problems.h"

/* The visit at which it is measured again is held on a day that suits the firm: up to two weeks
 * before the months are out it shows the same. Later it may be measured at any time. */
enum { MEASURE_EARLY_DAYS = 14 };

struct new_result_facts {
	struct caller caller;
	int64_t id;
	int64_t enrolment_id;
	int64_t firm_id;
	int64_t *stages; /* of the programme, as the firm goes through it */
	size_t n_stages;
	int64_t *entered; /* those of them in which it was given a place */
	size_t n_entered;
};

struct result_text {
	const char *found;
	const char *done;
	int64_t cost_ore;
	bool has_cost;
	const char *theme; /* digital, green or both; NULL: not told */
};

struct new_result_input {
	int64_t enrolment_id;
	int64_t stage;
	struct result_text text;
};

struct measured {
	int64_t months;
	int32_t on_day;
	const char *unit;
	bool is_in_money; /* else as a share */
};

struct result_facts {
	struct caller caller;
	int32_t today;
	int64_t id;
	int64_t enrolment_id;
	int64_t firm_id;
	int32_t since;        /* the hub follows the firm */
	const char *story;    /* that is told; NULL: none */
	int32_t consented_on; /* to that, or when the consent was taken back */
	bool has_consented;
	struct measured *measured; /* in the order of their months */
	size_t n_measured;
};

struct measure_input {
	int64_t months;     /* since it was reached: 0, 6 or 12 */
	int32_t on_day;
	int64_t effect_ore; /* this or the share, below zero where there is less of the unit */
	bool has_ore;
	int64_t effect_bp;
	bool has_bp;
	const char *unit;
	const char *how;
	const char *reason; /* that what was measured for that time was wrong; NULL: nothing was */
};

struct story_input {
	const char *text;
	const char *consent_by; /* who in the firm lets it be told */
	int32_t consent_on;
};

/* `stage` is one of the programme's in which the firm was given a place; to mobilisation, stage 0,
 * whoever is enrolled has come. */
void decide_create_result(const struct new_result_facts *facts,
			  const struct new_result_input *input, struct problems *problems);

/* In money or as a share, once for each of the three times, or again with the reason why the one
 * there is was wrong. Later ones follow the first, and no day is before the hub followed the firm,
 * before that of an earlier one, or more than MEASURE_EARLY_DAYS before its months since the first
 * are out. What is measured again is measured in the same: another unit, or a share of what was
 * money, tells nothing of how it lasts. `input` is NULL to ask only whether it may be done; so
 * below. */
void decide_measure(const struct result_facts *facts, const struct measure_input *input,
		    struct problems *problems);

/* With the firm's consent, which it may take back. To another text, or after that, a hub has one of
 * a later day; what the firm itself tells it consents to. */
void decide_tell_story(const struct result_facts *facts, const struct story_input *input,
		       struct problems *problems);
void decide_withdraw_story(const struct result_facts *facts, struct problems *problems);

#endif
