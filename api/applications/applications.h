/*
 * Applications (søknader): drafted and submitted by a hub or a firm, checked and returned or taken
 * by a caseworker.
 *
 * Amounts are øre, dates days of lib/base/date.h. The rules are pure: facts in, problems and
 * effects out.
 */
#ifndef TRINN_API_APPLICATIONS_APPLICATIONS_H
#define TRINN_API_APPLICATIONS_APPLICATIONS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "api/applications/begin.h"
#include "api/applications/facts.h"
#include "api/applications/onbehalf.h"
#include "api/command/caller.h"
#include "api/problems/problems.h"

struct submit_effects {
	int64_t applied_ore;
};

/* What somebody who thinks of applying says of themselves. */
struct pre_check_input {
	const char *kind;            /* hub or firm */
	const char *orgnr;           /* NULL: described by what follows */
	const char *municipality_no; /* NULL: not said */
	int64_t employees;
	bool has_employees;
	bool is_registered;          /* the register has the number */
	int64_t *stages;
	size_t n_stages;
	struct cost_line *costs;
	size_t n_costs;
	int64_t applied_ore;
	bool has_applied;
};

struct return_input {
	const char *reason;
	int32_t answer_by;
	bool has_answer_by;
};

struct assign_input {
	int64_t caseworker_id;
	const char *reason;         /* NULL: none given */
};

/* The applicant, or who entered it, may change content while it has the case. */
void decide_save(const struct application_facts *facts, struct problems *problems);

/* Each line is the applicant's or a partner's, and what the county is asked for the applicant's. */
void check_bearers(const struct named_partners *partners, const struct cost_line *costs, size_t n,
		   struct problems *problems);
void check_sources(const struct named_partners *partners, const struct finance_line *finance,
		   size_t n, struct problems *problems);

/* A draft moves to the form in force; what was submitted stays on what it was answered by. */
void decide_take_form(const struct application_facts *facts, struct problems *problems);

/* GROUP_TOO_LARGE if a group comes to more of all costs than the scheme lets it. */
void check_group_cap(const struct group_cap *cap, int64_t group_ore, int64_t costs_ore,
		     const char *pointer, struct problems *problems);

/* Most that the line gives of these costs, in whole kroner, rounded down. */
int64_t most_of_costs(const struct application_line *line, int64_t costs_ore);

/* AMOUNT_TOO_HIGH if `amount_ore` is more than the line gives one application. Asked again when it
 * is recommended and decided: what a firm of its size can get is by the register of that day. */
void check_max_amount(const struct application_line *line, int64_t amount_ore, const char *pointer,
		      struct problems *problems);

/* All that a submit can be refused for, at once. Whether the answers fit the form is checked beside
 * it, by the schema. */
void decide_submit(const struct application_facts *facts, bool whole,
		   struct submit_effects *effects, struct problems *problems);

/* The same of an application that is not written: all that can be told from what is known. */
void decide_pre_check(const struct application_facts *facts, const struct pre_check_input *input,
		      struct problems *problems);

/* By the applicant alone, whoever entered it. */
void decide_withdraw(const struct application_facts *facts, struct problems *problems);

/* The same of what the applicant says otherwise than here, entered by a person of the county;
 * `said` is NULL to ask only whether it may be entered. */
void decide_enter_withdrawal(const struct application_facts *facts, const struct said_input *said,
			     struct problems *problems);

/* Asks for more; of what was returned already, once more or by a new day. */
void decide_return(const struct application_facts *facts, const struct return_input *input,
		   struct problems *problems);

/* Takes up what was returned, as it was last submitted: no answer came by its day, or none is
 * needed any more. */
void decide_resume(const struct application_facts *facts, struct problems *problems);
void decide_take(const struct application_facts *facts, struct problems *problems);

/* Gives a case that came in to a caseworker who may handle it: the caller or a colleague. */
void decide_assign(const struct application_facts *facts, const struct assign_input *input,
		   struct problems *problems);

#endif
