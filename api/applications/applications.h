/*
 * Applications (søknader): drafted and submitted by a hub or a firm, checked and returned or taken by a caseworker.
 *
 * Amounts are øre, dates days of lib/base/date.h. The rules are pure: facts in, problems and effects out.
 */
#ifndef TRINN_API_APPLICATIONS_APPLICATIONS_H
#define TRINN_API_APPLICATIONS_APPLICATIONS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "api/command/caller.h"
#include "api/decisions/decisions.h"
#include "api/problems/problems.h"

struct application_call {
	const char *state;
	int32_t opens_on;
	int32_t closes_on;          /* open until the end of this day */
	int64_t *stages;
	size_t n_stages;
	const char **cost_groups;
	size_t n_cost_groups;
};

/* What the funding line asks of an application. */
struct application_line {
	int64_t id;
	const char *name;
	const char *state;
	const char **applicant_kinds;
	size_t n_applicant_kinds;
	bool county_only;
	int64_t max_share_bp;       /* of the total cost, in hundredths of a per cent */
};

struct applicant {
	const char *municipality_no; /* NULL: the register has none */
	bool insolvent;              /* bankrupt or in forced winding-up, from the register */
};

struct cost_line {
	const char *cost_group;
	int64_t amount_ore;
};

struct finance_line {
	const char *source_kind;    /* "applied" is what is asked of the county */
	int64_t amount_ore;
};

struct planned_firm {
	int64_t stage;
};

struct application_facts {
	struct caller caller;
	int32_t today;
	int64_t id;
	const char *state;
	int64_t applicant_id;
	const char *case_number;    /* NULL before the first submit */
	int64_t applied_ore;
	bool has_applied;
	int32_t starts_on, ends_on;
	bool has_start, has_end;
	int32_t return_by;
	bool has_return_by;
	int64_t caseworker_id;
	bool has_caseworker;
	const char *caseworker;
	struct application_call call;
	struct application_line line;
	const char *county;         /* its number, with which its municipalities begin */
	struct applicant applicant;
	struct cost_line *costs;    /* these and below are loaded for a submit only */
	size_t n_costs;
	struct finance_line *finance;
	size_t n_finance;
	struct planned_firm *firms;
	size_t n_firms;
	struct decision_facts decision; /* of callers in the county */
	bool has_decision;
	const char *answers;        /* JSON */
	const char *form;           /* JSON Schema */
};

extern const struct shape application_facts_shape;

struct new_application_facts {
	struct caller caller;
	int32_t today;
	int64_t id;
	const char *call_state;
	int32_t opens_on, closes_on;
	int64_t programme_id;
	int64_t form_version;
	const char **applicant_kinds;
	size_t n_applicant_kinds;
	int64_t track_programme_id;
	bool has_track;
	int64_t track_application_id; /* another application of the track in the same call */
	bool track_is_taken;
};

struct new_application_input {
	int64_t call_id;
	int64_t track_id;
	bool has_track;
	const char *title;
};

struct submit_effects {
	int64_t applied_ore;
};

struct return_input {
	const char *reason;
	int32_t answer_by;
	bool has_answer_by;
};

/* The call is open, the caller's kind may apply, the track is of the call's programme and not in the call yet. */
void decide_create_application(const struct new_application_facts *facts, const struct new_application_input *input, struct problems *problems);

/* The applicant may change content while it has the case. */
void decide_save(const struct application_facts *facts, struct problems *problems);

/* All that a submit can be refused for, at once. Whether the answers fit the form is checked beside it, by the schema. */
void decide_submit(const struct application_facts *facts, bool whole, struct submit_effects *effects, struct problems *problems);

void decide_withdraw(const struct application_facts *facts, struct problems *problems);
void decide_return(const struct application_facts *facts, const struct return_input *input, struct problems *problems);
void decide_take(const struct application_facts *facts, struct problems *problems);

#endif
