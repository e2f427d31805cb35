/*
 * Amendments (endringer) of a grant after it was decided.
 *
 * The recipient asks, or the county itself; a caseworker prepares what is to come of it, as it was
 * asked or otherwise; another with authority decides, or sends it back. One that the recipient
 * asked for it may withdraw until then. Whoever asks counts as one of the two persons, and nobody
 * who sent the application in takes part on the county's side.
 *
 *	acceptance  more time to accept an offer, asked before it has passed; while that is not
 *	            decided the offer does not lapse
 *	extension   more time for the work, asked before that is over: claims may be of it
 *	increase    at most to what was applied for; more than that is an application of its own
 *	decrease    as far as nothing is claimed
 *	budget_move between lines of the budget (budget.h), whose sum and rate stay
 *	partner_change partners leave and enter (partners.h), and lines move with them or are given
 *	            back
 *	fagpartner_change others do part of the work, or other hours of it (fagpartnere.h)
 *	annulment   what was not claimed goes back; what was paid is not touched
 *
 * Who enters is held against what else helps it (api/applications/overlap.h), as an applicant is;
 * those who were there already were when it was granted.
 *
 * What the county asks for itself to the recipient's detriment, a decrease, a change of partners or
 * an annulment, waits for it to be heard (forvaltningsloven §§ 16, 17).
 *
 * What is approved is a decision of the case, cause "amendment", that replaces the one before, with
 * grounds and the right to appeal; while an appeal is open none is made. Authority is held against
 * the grant as it was; of an increase, which takes the application up again, as when that is
 * decided on. That what the recipient asked for is refused it may appeal against, too; as that is
 * allowed or set aside the same is asked for anew by it, and once it was allowed not refused again.
 * What a body decides a meeting resolves, as it does an application: as it was
 * prepared, or refuses it.
 *
 * Amounts are øre, dates days of lib/base/date.h.
 */
#ifndef TRINN_API_AMENDMENTS_AMENDMENTS_H
#define TRINN_API_AMENDMENTS_AMENDMENTS_H

#include "api/amendments/facts.h"
#include "api/decisions/anew.h"
#include "api/problems/problems.h"

/* One that the recipient asks to enter, to do `task`. */
struct asked_partner {
	const char *orgnr;
	const char *task;
};

struct ask_amendment_input {
	const char *kind;
	const char *reason;
	struct amendment_terms terms;
	const char **leaving; /* orgnr */
	size_t n_leaving;
	const char *leaving_json;  /* NULL, as below: none are said */
	struct asked_partner *entering;
	size_t n_entering;
	const char *entering_json;
	struct planned_fagpartnere fagpartnere;
	const char *fagpartnere_json;
};

struct prepare_amendment_input {
	const char *outcome;    /* approved or refused */
	const char *grounds;    /* which the recipient reads once it is decided */
	struct amendment_terms terms;
};

struct decide_amendment_input {
	const char *resolution; /* of the committee, entered by its secretary; NULL otherwise */
	struct resolution_input meeting; /* that it follows or departs from */
	const char *overlap_grounds; /* why who enters does, though helped elsewhere; or NULL */
};

struct amendment_effects {
	bool is_approved;
	int32_t appeal_by; /* of a refusal; 0: nobody may */
	struct application_facts application; /* as the new decision has it: its budget as moved */
	struct changed_cost *costs; /* of the grant, as moved */
	size_t n_costs;
	struct decide_input input; /* of the new decision */
	struct decide_effects decision;
};

/* Whether there are amendments of the kind of a grant in the state. */
bool amendment_is_of(const char *kind, const char *grant_state);

/* `input` is NULL to ask only whether it may be done; then only `grant` of the facts is looked at,
 * so that it may be asked with those of a claim. */
void decide_ask_amendment(const struct new_amendment_facts *facts,
			  const struct ask_amendment_input *input, struct problems *problems);

/* What else helps who is to enter, as whoever asks and whoever prepares is told. */
void tell_asked_overlap(const struct new_amendment_facts *facts, struct problems *warnings);
void tell_entering_overlap(const struct amendment_facts *facts, struct problems *warnings);

void decide_prepare_amendment(const struct amendment_facts *facts,
			      const struct prepare_amendment_input *input,
			      struct problems *problems);
void decide_amendment(const struct amendment_facts *facts,
		      const struct decide_amendment_input *input, struct amendment_effects *effects,
		      struct problems *problems);
void decide_return_amendment(const struct amendment_facts *facts, struct problems *problems);
void decide_withdraw_amendment(const struct amendment_facts *facts, struct problems *problems);

#endif
