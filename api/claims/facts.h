/* What a claim that is to be made, and the commands on one, are decided on. Person 0 is nobody. */
#ifndef TRINN_API_CLAIMS_FACTS_H
#define TRINN_API_CLAIMS_FACTS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "api/claims/coverage.h"
#include "api/conditions/conditions.h"
#include "api/grants/grants.h"

/* Who had a hand in a case, and which: recommend, assure, decide; apply, enter, agree_part. */
struct hand {
	int64_t person_id;
	const char *step;
};

struct hands {
	struct hand *list;
	size_t n;
};

/* Entered by a fagpartner. Not every recipient gets the value added tax of it back. */
struct partner_invoice {
	int64_t line; /* index of the cost that it is evidence of */
	int64_t net_ore, gross_ore;
	bool is_of_track;	  /* of the grant, as far as both are for one */
	const char *other_stages; /* its hours in stages that the grant is not for; NULL: none */
};

/* Of the grant, and what is left to claim of the costs that are its part. */
struct partner_budget {
	const char *orgnr;
	const char *name;
	int64_t left_ore;
};

struct new_claim_facts {
	struct grant_facts grant;
	struct hands granted; /* the grant */
	struct unmet_conditions unmet;
	int64_t id;
	const char *application_state;
	int32_t starts_on, ends_on; /* of the work that is supported */
	bool has_start, has_end;
	int32_t claim_by;           /* the last day for claims */
	bool has_claim_by;
	struct grant_money money;
	int64_t remaining_ore; /* not claimed yet */
	int64_t *parts_ore; /* the same on each funding line that finances the grant */
	int64_t firms_pay_ore; /* the recipient, as their share of what the grant is for */
	int64_t final_number;  /* of the final claim, unless it was rejected */
	bool has_final;
	struct covered_claim *earlier; /* in the order they were made, without the rejected */
	size_t n_parts, n_earlier;
	int64_t *invoices_used, *not_entered, *credited; /* indices of costs whose invoice is so */
	struct partner_invoice *partner_invoices;
	struct partner_budget *partners;
	size_t n_partners;
	size_t n_invoices_used, n_not_entered, n_credited, n_partner_invoices;
};

struct claim_facts {
	struct caller caller;
	int64_t id;
	const char *state;
	int64_t application_id;
	int64_t applicant_id;
	const char *applicant;
	int64_t amount_ore;
	int64_t *parts_ore;   /* the same on each funding line */
	size_t n_parts;
	int64_t approved_ore; /* 0 before the review */
	struct hands hands;
	int64_t submitted_by, reviewed_by, attested_by;
	const char *kind;
	struct unmet_conditions unmet; /* of the grant */
	bool has_account, is_stayed; /* an account that the caller can see: the releaser sees all */
	bool is_set_aside;           /* the decision, by the appeals body, and not made anew yet */
	int32_t overdue_report; /* the day the oldest was due that holds payments back */
	bool has_overdue;
};

extern const struct shape hand_shape;

#endif
