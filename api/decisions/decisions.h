/*
 * Recommendation and decision (vedtak): what is granted, by whom, on what basis, until when it can
 * be appealed.
 *
 * A decision follows a recommendation by somebody else, and whoever applied makes neither. Who
 * decides alone grants nothing that neither a person nor a body recommended to grant. Where
 * the call has criteria both rest on the evaluation (api/evaluations/evaluated.h).
 * Authority is held against what is at stake (at_stake_ore() in api/decisions/anew.h): delegations
 * name an amount, and not what it is counted by, so that the larger is the safe side. Where several
 * funding lines finance a call, the grant is cut by their shares, to the øre (api/grants/split.h):
 * each line must have its part left and a basis that is valid, and the strictest authority holds.
 * What was seen of other schemes for the same need is kept with the decision, also that nothing
 * was. Amounts are øre, dates days of lib/base/date.h.
 */
#ifndef TRINN_API_DECISIONS_DECISIONS_H
#define TRINN_API_DECISIONS_DECISIONS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "api/decisions/facts.h"
#include "api/problems/problems.h"

struct application_facts;

struct recommend_input {
	const char *outcome;       /* granted, part_granted, rejected, ineligible, dismissed */
	int64_t amount_ore;
	const char *grounds;
	struct given_conditions conditions;
};

struct assure_input {
	const char *note; /* NULL: nothing to add */
};

struct decide_input {
	const char *outcome;
	int64_t amount_ore;
	const char *grounds;       /* NULL: those that a meeting resolved */
	struct resolution_input meeting; /* that it follows or departs from */
	int64_t year;              /* whose appropriation is committed: this or a later one */
	const char *resolution;    /* of the committee, entered by its secretary; NULL otherwise */
	const char *overlap_grounds; /* why although another scheme helps; NULL: not said */
	int32_t release_on;        /* held until then: api/decisions/held.h */
	bool has_release;
	struct given_conditions conditions; /* without json: as recommended */
};

struct decide_effects {
	bool grants;
	const char *body;          /* that decides */
	const char *reference;     /* of what a meeting resolved; NULL: none did */
	const char *grounds;       /* of the same; NULL: as they are given */
	int64_t *parts_ore;        /* of the amount, one for each line */
	const struct given_conditions *conditions;
	bool is_held;
	int32_t release_on;        /* of one that is held, which has neither of the next two */
	int32_t appeal_deadline;   /* fvl. § 29 */
	int32_t accept_by;         /* of a grant; 0: nothing is to be accepted */
	int64_t rules[2];          /* rule_params used */
	size_t n_rules;
	int64_t budget_ore;        /* approved total cost */
	int64_t *shares_ore;       /* of the amount, one for each budget group */
	int64_t *organisations_ore; /* the same, one for each organisation */
};

/* `input` is NULL to ask only whether it may be done. */
void decide_recommend(const struct application_facts *facts, const struct recommend_input *input,
		      struct problems *problems);
void decide_decide(const struct application_facts *facts, const struct decide_input *input,
		   struct decide_effects *effects, struct problems *problems);
/* Adds why the evaluation bears no outcome yet, of one that is not decided. */
void tell_unevaluated(const struct application_facts *facts, struct problems *warnings);
/* And which partners stand in the way of granting anything. */
void tell_unsettled_partners(const struct application_facts *facts, struct problems *warnings);
/* And which lines are short of what is recommended or, before that, applied for. */
void tell_short_of_money(const struct application_facts *facts, struct problems *warnings);
/* Where the funding line asks for it, a second caseworker goes through what is recommended, and
 * assures it or sends it back (rules.md 3.2). */
void decide_assure(const struct application_facts *facts, struct problems *problems);
/* The same of who looks at it, whatever comes of it. */
void decide_assuring(const struct application_facts *facts, struct problems *problems);

/* NOT_ASSURED before that, and FOUR_EYES of who did it and would decide. */
void check_assured(const struct application_facts *facts, struct problems *problems);

/* PREPARER_DISQUALIFIED of each who recommended or assured it. */
void check_preparers(const struct application_facts *facts, struct problems *problems);

/* The same of who prepared something else that is decided; NULL: nobody stands back. */
void check_preparer(const char *questioned, struct problems *problems);

/* By who decides, or by who would have assured it. */
void decide_send_back(const struct application_facts *facts, struct problems *problems);

#endif
