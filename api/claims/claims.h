/*
 * Claims (utbetalingsanmodninger): made by the recipient of a grant, reviewed by a caseworker,
 * attested and released by two more.
 *
 * Amounts are øre, dates days of lib/base/date.h. Person 0 is nobody. Nobody takes two of the steps
 * submit, review, attest and release (programme.md 5.5), and a machine takes none. Who recommended,
 * assured or decided the grant may review, and takes none of the others (rules.md 3.2).
 */
#ifndef TRINN_API_CLAIMS_CLAIMS_H
#define TRINN_API_CLAIMS_CLAIMS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "api/claims/facts.h"
#include "api/problems/problems.h"

struct evidenced_cost {
	struct group_cost cost;
	const char *supplier_orgnr; /* these two together, or NULL */
	const char *invoice_number;
	const char *partner;        /* orgnr of whose cost it is; NULL: the recipient's */
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

struct review_input {
	int64_t approved_ore;
	const char *reason; /* NULL if all is approved */
};

/*
 * A claim comes by the last day for claims, if the grant has one. It is for costs of the grant's
 * groups, of a period within the application's that is over, each with an invoice that was never
 * evidence before or with none. One of a fagpartner engaged is entered before, for the grant's
 * track or for none, and for hours in the grant's stages alone, as the shares of firms in these
 * lower it; before all stages, under the grant for the first that is open. At most what it says
 * with VAT is claimed. The amount is at most what remains of the grant, the granted share of its
 * costs and of what earlier ones left below an øre, and carried by them as coverage.h says. It and
 * what firms pay are no more than the approved costs and, with the final claim, which nothing
 * follows, than the costs there were. `input` NULL: only whether one may.
 */
void decide_create_claim(const struct new_claim_facts *facts, const struct new_claim_input *input,
			 struct problems *problems);

/* Approves all that is claimed, or less and says why. */
void decide_review_claim(const struct claim_facts *facts, const struct review_input *input,
			 struct problems *problems);
void decide_reject_claim(const struct claim_facts *facts, struct problems *problems);
void decide_attest_claim(const struct claim_facts *facts, struct problems *problems);

/* The recipient has an account to be paid to, no condition of the grant holds the payment back, no
 * progress report is overdue that the funding line holds payments back for, and no appeal stays the
 * decision (fvl. § 42). */
void decide_release_claim(const struct claim_facts *facts, struct problems *problems);

/* The attestant sends back what was reviewed, the releaser what was attested. */
void decide_send_back_claim(const struct claim_facts *facts, struct problems *problems);

#endif
