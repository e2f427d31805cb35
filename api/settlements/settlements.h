/*
 * The settlement (sluttoppgjør) of a grant: once the final claim is paid, or nothing remains, a
 * caseworker prepares it, and a decision-maker, who disposes of the appropriation, confirms it or
 * sends it back. Two persons also where nothing remains: it ends what the recipient may claim and
 * fixes the aid at what was paid (rules.md 3.2). What remains goes back to the funding lines, the
 * grant is settled and the case completed.
 *
 * Nothing of it may be open: no claim, payment, amendment, appeal or time to appeal, reversal,
 * condition or progress report; nor does anything change afterwards. Whoever applied or claimed
 * takes no part.
 *
 * Amounts are øre, dates days of lib/base/date.h.
 */
#ifndef TRINN_API_SETTLEMENTS_SETTLEMENTS_H
#define TRINN_API_SETTLEMENTS_SETTLEMENTS_H

#include <stdbool.h>
#include <stdint.h>

#include "api/problems/problems.h"

struct grant_facts;
struct shape;

struct prepared_settlement {
	int64_t prepared_by;
	int64_t released_ore; /* that remained then */
};

struct open_condition {
	int64_t number;
	const char *text;
};

/* What is open of a grant, one of each sort. */
struct grant_standing {
	int64_t amount_ore;
	int64_t remaining_ore;  /* not claimed */
	bool is_final;          /* the final claim is released */
	int64_t claim_number;
	bool has_claim;
	const char *payment;    /* reference of one that is not paid; NULL: all are */
	int64_t amendment_number;
	bool has_amendment;
	int64_t appeal_number;
	bool has_appeal;
	int64_t reversal_number;
	bool has_reversal;
	int32_t appeal_by;      /* against the last decision */
	bool appeal_runs;       /* else the time starts with the grounds, or as it is posted */
	bool is_unposted;
	struct open_condition condition;
	bool has_condition;
	int32_t report_due_on;
	bool has_report;
	bool is_recipients;     /* the caller applied or claimed */
	struct prepared_settlement prepared;
	bool has_prepared;
};

extern const struct shape grant_standing_shape;

void decide_settle_grant(const struct grant_facts *facts, struct problems *problems);
void decide_confirm_settlement(const struct grant_facts *facts, struct problems *problems);
void decide_return_settlement(const struct grant_facts *facts, struct problems *problems);

#endif
