/*
 * Recommendation and decision (vedtak): what is granted, by whom, on what basis, until when it can
 * be appealed.
 *
 * A decision follows a recommendation by somebody else, and whoever applied makes neither. Where
 * the call has criteria both rest on the evaluation (api/evaluations/evaluated.h).
 * Authority is held against what is at stake: the amount granted, or the amount applied for when
 * nothing is granted. What was seen of other schemes for the same need is kept with the decision,
 * also that nothing was. Amounts are øre, dates days of lib/base/date.h.
 */
#ifndef TRINN_API_DECISIONS_DECISIONS_H
#define TRINN_API_DECISIONS_DECISIONS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "api/evaluations/evaluated.h"
#include "api/problems/problems.h"

struct application_facts;
struct shape;

struct recommendation_facts {
	const char *outcome;
	int64_t amount_ore;
	int64_t made_by;
};

/* What the funding line lets the caller's role decide. */
struct authority {
	const char *body;
	int64_t limit_ore;
	bool has_limit;
};

struct basis_facts {
	const char *text;
	int32_t valid_from, valid_to;
	const char **beneficiary_kinds;
	size_t n_beneficiary_kinds;
};

/* A row of rule_params that is in force; its id is kept with the decision. */
struct rule_facts {
	int64_t id;
	const char *key;
	int64_t value;
};

struct available_facts {
	int64_t year;
	int64_t ore;
};

struct budget_group {
	const char *cost_group;
	bool earmarked;
	int64_t amount_ore;
};

struct decision_facts {
	const char *applicant_kind;
	bool caller_applied;       /* the person who asks sent the application in, or once did */
	struct recommendation_facts recommendation;
	bool has_recommendation;
	struct evaluated_facts evaluation;
	bool has_criteria;         /* of the call: then the evaluation must bear the outcome */
	struct authority authority;
	bool has_authority;
	struct basis_facts basis;
	struct rule_facts *rules;
	size_t n_rules;
	struct available_facts *available;
	size_t n_available;
	struct budget_group *budget;
	size_t n_budget;
	int64_t decision_id;       /* ids that the rows will have */
	int64_t grant_id;
};

extern const struct shape decision_facts_shape;

struct recommend_input {
	const char *outcome;       /* granted, part_granted, rejected, ineligible, dismissed */
	int64_t amount_ore;
	const char *grounds;
};

struct decide_input {
	const char *outcome;
	int64_t amount_ore;
	const char *grounds;
	int64_t year;              /* whose appropriation is committed: this or a later one */
	const char *resolution;    /* of the committee, entered by its secretary; NULL otherwise */
	const char *overlap_grounds; /* why although another scheme helps; NULL: not said */
};

struct decide_effects {
	bool grants;
	int32_t appeal_deadline;   /* fvl. § 29 */
	int32_t accept_by;         /* of a grant */
	int64_t rules[2];          /* rule_params used */
	size_t n_rules;
	int64_t budget_ore;        /* approved total cost */
	int64_t *shares_ore;       /* of the amount, one for each budget group */
};

/* `input` is NULL to ask only whether it may be done. */
void decide_recommend(const struct application_facts *facts, const struct recommend_input *input,
		      struct problems *problems);
void decide_decide(const struct application_facts *facts, const struct decide_input *input,
		   struct decide_effects *effects, struct problems *problems);
/* Adds why the evaluation bears no outcome yet, of one that is not decided. */
void tell_unevaluated(const struct application_facts *facts, struct problems *warnings);
void decide_send_back(const struct application_facts *facts, struct problems *problems);

#endif
