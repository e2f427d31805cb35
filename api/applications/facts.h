/* What every command on an application knows of it; what a decision adds: api/decisions/facts.h. */
#ifndef TRINN_API_APPLICATIONS_FACTS_H
#define TRINN_API_APPLICATIONS_FACTS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "api/appeals/appealable.h"
#include "api/applications/assignee.h"
#include "api/applications/call.h"
#include "api/applications/inhand.h"
#include "api/applications/overlap.h"
#include "api/command/caller.h"
#include "api/decisions/facts.h"
#include "api/partners/agreed.h"
#include "api/reversals/reversed.h"

/* The most that one application can be granted. */
struct max_amount {
	int64_t amount_ore;
	const char *source;
};

/* What the funding lines of the call ask of an application: the strictest of them in each thing. */
struct application_line {
	const char *name;           /* of its own line, or of one that is closed */
	const char *state;
	const char **applicant_kinds;
	size_t n_applicant_kinds;
	bool county_only;
	int64_t max_share_bp;       /* of the total cost, in hundredths of a per cent */
	const char *max_share_line; /* which says so, if there are several; NULL otherwise */
	struct max_amount max_amount; /* for an applicant of this size, by the register of today */
	bool has_max_amount;
	bool refuses_overlap;       /* or it is warned of */
	bool assures;               /* recommendations, before they are decided on */
};

struct applicant {
	const char *municipality_no; /* NULL: the register has none */
	bool insolvent;              /* bankrupt or in forced winding-up, from the register */
};

struct told_answer { /* preliminary: fvl. § 11 a */
	int32_t expected_on;
	const char *reason;
};

struct cost_line {
	const char *cost_group;
	int64_t amount_ore;
	const char *partner; /* orgnr; NULL: the applicant's */
};

struct finance_line {
	const char *source_kind;    /* "applied" is what is asked of the county */
	int64_t amount_ore;
	const char *partner;        /* orgnr; NULL: the applicant's */
};

struct planned_firm {
	int64_t stage;
};

struct application_facts {
	struct caller caller;
	int32_t today;
	int64_t id;
	const char *state;
	struct in_hand in_hand;
	int64_t applicant_id;
	const char *applicant_kind; /* hub or firm: as what it applies */
	bool has_entered, may_write; /* the caller: see onbehalf.h */
	bool is_track_ended;
	int64_t form_version;       /* that it was begun by, or took */
	const char *case_number;    /* NULL before the first submit */
	int64_t applied_ore;
	int32_t starts_on, ends_on, return_by;
	bool has_applied, has_start, has_end, is_submitted;
	bool has_return_by, owes_answer, has_told_answer; /* to the applicant: fvl. § 11 a */
	struct told_answer told_answer; /* the last of today */
	int32_t submitted_on;       /* the first time */
	int32_t came_in_on;         /* the same, or if it is sent in today */
	int64_t caseworker_id;
	const char *caseworker;
	struct assignee assignee;
	struct new_hearing hearing;
	bool has_caseworker, has_assignee, has_hearing;
	struct application_call call;
	struct application_line line;
	struct overlap *overlaps;
	size_t n_overlaps;
	const char *overlaps_json;  /* the same, as a decision keeps them */
	struct named_partners partners;
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
	struct appealable appealable;   /* the decision that was made */
	struct mailing *mailings;
	size_t n_mailings;
	int64_t post_days;              /* that a letter is on its way */
	int64_t open_reversal;          /* the number of one that is proposed */
	struct reversed reversal;
	bool has_appealable, has_open_reversal, has_reversal;
	const char *answers;        /* JSON */
	const char *form;           /* JSON Schema */
	const char *newer_form;     /* the one in force; NULL where that is `form` */
};

extern const struct shape application_facts_shape, overlap_shape;

#endif
