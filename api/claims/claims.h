/*
 * Claims (utbetalingsanmodninger): made by the recipient of a grant, reviewed by a caseworker,
 * attested and released by two more.
 *
 * Amounts are øre, dates days of lib/base/date.h. Person 0 is nobody. Nobody takes two of the steps
 * submit, review, attest and release (programme.md 5.5), and a machine takes none. Who recommended
 * or decided the grant may review, and takes none of the others (rules.md 3.2).
 */
#ifndef TRINN_API_CLAIMS_CLAIMS_H
#define TRINN_API_CLAIMS_CLAIMS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "api/claims/coverage.h"
#include "api/command/caller.h"
#include "api/grants/grants.h"
#include "api/problems/problems.h"

struct granted {
	int64_t recommended_by, decided_by;
};

/* Entered by a fagpartner. Not every recipient gets the value added tax of it back. */
struct partner_invoice {
	int64_t line; /* index of the cost that it is evidence of */
	int64_t net_ore, gross_ore;
	bool is_of_track;	  /* of the grant, as far as both are for one */
	const char *other_stages; /* its hours in stages that the grant is not for; NULL: none */
};

struct new_claim_facts {
	struct grant_facts grant;
	struct granted granted;
	int64_t id;
	const char *application_state;
	int32_t starts_on, ends_on; /* of the work that is supported */
	bool has_start, has_end;
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
	size_t n_invoices_used, n_not_entered, n_credited, n_partner_invoices;
};

struct evidenced_cost {
	struct group_cost cost;
	const char *supplier_orgnr; /* these two together, or NULL */
	const char *invoice_number;
};

struct new_claim_input {
	const char *kind; /* "part", or once "final" */
	int32_t period_from, period_to;
	const char *status_report;
	int64_t amount_ore;
	struct evidenced_cost *costs;
	size_t n_costs;
	const char *costs_json;
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
	struct granted granted;
	int64_t submitted_by, reviewed_by, attested_by;
	bool has_account, is_stayed; /* an account that the caller can see: the releaser sees all */
	int32_t overdue_report; /* the day the oldest was due that holds payments back */
	bool has_overdue;
};

extern const struct shape granted_shape;

struct review_input {
	int64_t approved_ore;
	const char *reason; /* NULL if all is approved */
};

/*
 * A claim is for costs of the grant's groups, of a period within the application's that is over,
 * each with an invoice that was never evidence before or with none. One of a fagpartner engaged is
 * entered before, for the grant's track or for none, and for hours in the grant's stages alone, as
 * the shares of firms in these lower it; before all stages, under the grant for the first that is
 * open. At most what it says with VAT is claimed. The amount is at most what remains of the grant,
 * the granted share of its costs and of what earlier ones left below an øre, and carried by them as
 * coverage.h says. It and what firms pay are no more than the approved costs and, with the final
 * claim, which nothing follows, than the costs there were. `input` NULL: only whether one may.
 */
void decide_create_claim(const struct new_claim_facts *facts, const struct new_claim_input *input,
			 struct problems *problems);

/* Approves all that is claimed, or less and says why. */
void decide_review_claim(const struct claim_facts *facts, const struct review_input *input,
			 struct problems *problems);
void decide_reject_claim(const struct claim_facts *facts, struct problems *problems);
void decide_attest_claim(const struct claim_facts *facts, struct problems *problems);

/* The recipient has an account to be paid to, no progress report is overdue that the funding line
 * holds payments back for, and no appeal stays the decision (fvl. § 42). */
void decide_release_claim(const struct claim_facts *facts, struct problems *problems);

/* The attestant sends back what was reviewed, the releaser what was attested. */
void decide_send_back_claim(const struct claim_facts *facts, struct problems *problems);

#endif
