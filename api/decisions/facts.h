/* What a recommendation and a decision rest on, as the load of an application tells the county.
 * Amounts are øre, dates days of lib/base/date.h. */
#ifndef TRINN_API_DECISIONS_FACTS_H
#define TRINN_API_DECISIONS_FACTS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "api/conditions/conditions.h"
#include "api/evaluations/evaluated.h"
#include "api/hearings/heard.h"
#include "api/meetings/resolved.h"

struct shape;

struct recommendation_facts {
	const char *outcome;
	int64_t amount_ore;
	int64_t made_by;
	int64_t assured_by; /* 0: nobody yet */
	const char **questioned; /* who did either and is disqualified, or may be */
	size_t n_questioned;
	struct given_conditions conditions;
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

/* A funding line that finances the call. */
struct decision_line {
	int64_t id;
	const char *name;
	int64_t share_bp;
	int64_t granted_ore; /* of the grant that stands, of all years */
	struct available_facts *back; /* of one that is annulled, what it gets back of each year */
	size_t n_back;
	struct authority authority;
	bool has_authority;
	struct basis_facts basis;
	struct available_facts *available;
	struct available_facts *spoken_for; /* in other cases, where that is told */
	size_t n_available, n_spoken_for;
};

struct budget_group {
	const char *cost_group;
	bool earmarked;
	int64_t amount_ore;
};

/* The applicant or a partner, and what it bears of the costs. */
struct organisation_costs {
	const char *orgnr;
	int64_t ore;
};

/* A decision that is not made known yet: api/decisions/held.h. */
struct held_facts {
	int64_t id;
	int32_t release_on;
	bool grants;
	struct rule_facts *rules; /* that it was made by */
	size_t n_rules;
};

struct decision_facts {
	const char *applicant_kind;
	bool caller_applied;       /* the person who asks sent the application in, or once did */
	struct recommendation_facts recommendation;
	bool has_recommendation;
	struct evaluated_facts evaluation;
	bool has_criteria;         /* of the call: then the evaluation must bear the outcome */
	struct resolved_facts meeting; /* what a body said of the case */
	struct decision_line *lines; /* the call's own first */
	size_t n_lines;
	struct rule_facts *rules;
	size_t n_rules;
	struct budget_group *budget;
	size_t n_budget;
	struct organisation_costs *organisations; /* none without partners */
	size_t n_organisations;
	struct held_facts held;
	bool has_held;
	struct unheard_facts *unheard; /* hearings that a decision waits for */
	size_t n_unheard;
	int32_t release_on;        /* of the decisions of the call, together */
	bool has_release;
	int64_t hold_days;         /* that one may be held otherwise */
	const char **dated;        /* kinds of conditions that have a day */
	size_t n_dated;
	int64_t decision_id, grant_id; /* that the rows will have */
};

extern const struct shape decision_facts_shape;

#endif
