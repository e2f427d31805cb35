/*
 * Conditions (vilkår) of a decision: given with it, reported met by the recipient, confirmed by a
 * caseworker, or waived by two persons of the county with a reason (programme.md 5.5). What they
 * hold back until then is said by their kind (trinn.condition_kinds).
 *
 * Dates are days of lib/base/date.h. Person 0 is nobody.
 */
#ifndef TRINN_API_CONDITIONS_CONDITIONS_H
#define TRINN_API_CONDITIONS_CONDITIONS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "api/command/caller.h"
#include "api/problems/problems.h"
#include "lib/json/shape.h"

/* One that a decision is to have. */
struct given_condition {
	const char *kind;
	const char *text;
	int32_t due_on;
	bool has_due_on;
};

extern const struct shape given_condition_shape;

struct given_conditions {
	struct given_condition *list;
	size_t n;
	const char *json; /* the same; NULL: none are named */
};

/* Adds what is wrong with each, at #/conditions: of a refusal there are none, a day has not passed,
 * and the kinds in `dated` have one. */
void check_given(const struct given_conditions *given, bool grants, const char *const *dated,
		 size_t n_dated, int32_t today, struct problems *problems);

/* Whether the same is asked, in the same order. */
bool are_same_conditions(const struct given_conditions *a, const struct given_conditions *b);

/* One of a grant that is neither met nor waived. */
struct unmet_condition {
	int64_t number;
	const char *text;
	const char *holds_back; /* payment: every claim's; final: the final one's; NULL: its day */
	bool is_overdue;
	bool is_reported;       /* and waits for the county */
};

struct unmet_conditions {
	struct unmet_condition *list;
	size_t n;
};

extern const struct shape unmet_condition_shape;

/* CONDITION_UNMET for each that keeps a claim of this kind from being made: that is overdue or of
 * the final claim, and not reported. `claim_kind` NULL: of any. */
void check_claimable(const struct unmet_conditions *unmet, const char *claim_kind,
		     struct problems *problems);

/* CONDITION_UNMET for each that holds back its payment. */
void check_payable(const struct unmet_conditions *unmet, const char *claim_kind,
		   struct problems *problems);

/* The same, of each that nothing waits for yet: what whoever claims or reviews is to know. */
void tell_unmet(const struct unmet_conditions *unmet, struct problems *warnings);

struct condition_facts {
	struct caller caller;
	const char *state;
	int32_t release_on;   /* of a decision that is held */
	bool is_held;
	int64_t application_id;
	int64_t applicant_id;
	bool needs_document;
	int64_t reported_by, waiver_asked_by;
	const char *document; /* state of the one named; NULL: the case has no such document */
};

struct report_condition_input {
	const char *report;
	int64_t document_id;
	bool has_document;
};

/* `input` is NULL to ask only whether it may be done. */
void decide_report_condition(const struct condition_facts *facts,
			     const struct report_condition_input *input, struct problems *problems);
void decide_confirm_condition(const struct condition_facts *facts, struct problems *problems);
void decide_return_condition(const struct condition_facts *facts, struct problems *problems);
void decide_ask_condition_waiver(const struct condition_facts *facts, struct problems *problems);

/* To waive it, or to refuse that. */
void decide_condition_waiver(const struct condition_facts *facts, struct problems *problems);

#endif
