/*
 * Set-up: programmes and their stages, legal bases, funding lines and their money, roles, figures
 * of law, accounts, which hub answers for which municipality, instruments to ask firms with, who
 * leads whom, the head of letters, how long cases are kept, which bodies recommend and decide.
 *
 * Nothing of it changes by one person: a change is proposed, and put into force by another
 * administrator. What it says is checked at both times by the same rule. Adding a kind is a row in
 * kinds.c with its rule and its insert.
 */
#ifndef TRINN_API_SETUP_SETUP_H
#define TRINN_API_SETUP_SETUP_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "api/command/caller.h"
#include "api/problems/problems.h"
#include "api/setup/references.h"
#include "api/setup/stages.h"

struct setup_facts {
	struct caller caller;
	int32_t today;
	int64_t id;
	const char *state;
	int64_t proposed_by;    /* person; 0 while it is being proposed */
	const char *kind;       /* these are of a stored change */
	const char *decided_by; /* the role that puts such a change into force */
	const char *content;    /* JSON */
	int64_t target_id;      /* the id that what it makes will have */
	bool has_target;
	int64_t line_id;        /* the line an appropriation is for */
	bool has_line;
	struct setup_references references;
};

struct period_input {
	int32_t from, to;
	bool has_to;
};

struct cost_group_input {
	const char *code;
};

struct authority_input {
	const char *role;
};

struct max_amount_input {
	int64_t employees_from;
};

struct funding_line_input {
	struct cost_group_input *cost_groups;
	size_t n_cost_groups;
	struct authority_input *authorities;
	size_t n_authorities;
	struct max_amount_input *max_amounts;
	size_t n_max_amounts;
};

struct role_input {
	const char *orgnr;
	const char *role;
	const char *subject;
	const char *person_name;    /* of somebody new; NULL otherwise */
	int64_t person_id;          /* whom an unknown subject joins */
	int32_t from, to;
	bool has_person, has_to;
};

struct account_input {
	const char *orgnr;
	const char *account;
};

struct hub_area_input {
	const char *orgnr;
	const char **municipalities; /* their numbers */
	size_t n_municipalities;
	int32_t from, to;
	bool has_to;
};

struct leader_input {
	int64_t person_id, leader_id;
	bool has_leader;
};

/* One rule for each kind, over its content and what the content points at. */
typedef void setup_rule_fn(const struct setup_facts *facts, const void *content,
			   struct problems *problems);
setup_rule_fn decide_programme;
setup_rule_fn decide_programme_change;
setup_rule_fn decide_stage_graph;
setup_rule_fn decide_legal_basis;
setup_rule_fn decide_funding_line;
setup_rule_fn decide_appropriation;
setup_rule_fn decide_role_assignment;
setup_rule_fn decide_bank_account;
setup_rule_fn decide_hub_area;
setup_rule_fn decide_leader;
/* It points at nothing, and the contract bounds what it says. */
setup_rule_fn decide_letterhead;

/* By another than proposed it, in the role that its kind asks for: `step` is "@do.approve" or
 * "@do.reject". */
void decide_setup_change(const struct setup_facts *facts, const char *step,
			 struct problems *problems);

/* Whoever is to have roles on both sides, as they will be disqualified from the party's cases. */
void warn_of_setup(const char *kind, const struct setup_facts *facts, struct problems *warnings);

/* Only a person proposes. */
void decide_proposal(const struct setup_facts *facts, struct problems *problems);

#endif
