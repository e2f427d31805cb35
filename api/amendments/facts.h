/* What an amendment that is to be asked for, and the commands on one, are decided on. Person 0 is
 * nobody. */
#ifndef TRINN_API_AMENDMENTS_FACTS_H
#define TRINN_API_AMENDMENTS_FACTS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "api/amendments/fagpartnere.h"
#include "api/amendments/partners.h"
#include "api/applications/facts.h"
#include "api/grants/change.h"
#include "api/grants/grants.h"

/* What is asked for or prepared, as its kind has it. */
struct amendment_terms {
	int32_t until;      /* the new last day */
	bool has_until;
	int64_t amount_ore; /* the new amount of the grant */
	bool has_amount;
	struct budget_move *moves;
	size_t n_moves;
	const char *moves_json; /* NULL: none are said */
	int64_t year;       /* whose appropriation an increase takes from */
	bool has_year;
};

/* The grant as an amendment sees it. */
struct amended_grant {
	int32_t today;
	const char *state;
	int32_t accept_by;
	bool has_accept_by;   /* false: the decision is held */
	int32_t ends_on;      /* of the work */
	bool has_end;
	int64_t amount_ore;
	int64_t applied_ore;
	int64_t remaining_ore; /* not claimed */
	int64_t final_number; /* of the final claim, unless it was rejected */
	bool has_final;
	int64_t open_number;  /* of a claim under way */
	bool has_open;
	struct budget budget;
	struct planned_fagpartnere fagpartnere;
};

struct new_amendment_facts {
	struct grant_facts grant;
	int64_t id;
	struct amended_grant amended;
	const char **open;    /* kinds of what is asked for and not decided */
	size_t n_open;
	struct named_organisation *named; /* to enter, as the input names them */
	size_t n_named;
	struct fagpartner_standings standings; /* of the fagpartnere of the input */
	struct overlap *overlaps; /* of who is named to enter */
	size_t n_overlaps;
};

struct amendment_proposal {
	const char *outcome;
	const char *grounds;
	int64_t made_by;
	const char *questioned; /* who made it and is disqualified since, or may be; or NULL */
	struct amendment_terms terms;
};

struct amendment_facts {
	struct caller caller;
	int32_t today;
	int64_t id;
	const char *state;
	const char *kind;
	bool is_of_county;    /* who asked; else it is the recipient */
	const char *partner;  /* or a partner, by an appeal: its orgnr; or NULL */
	int64_t asked_by;
	int64_t application_version;
	struct application_facts application;
	struct changed_grant grant;
	bool has_grant;       /* that stands */
	struct amended_grant amended;
	struct partner_change change;
	struct amendment_terms asked;
	struct planned_fagpartnere fagpartnere; /* asked for */
	struct fagpartner_standings standings;
	struct overlap *overlaps; /* of who is to enter */
	size_t n_overlaps;
	const char *overlaps_json; /* the same, as a decision keeps them */
	bool had_notice;      /* since it was asked for: fvl. § 16 */
	struct resolved_facts meeting; /* what a body said of it */
	bool is_taken_up;      /* by an appeal */
	struct given_back back; /* by the amendment that it takes up again, and may come back */
	const char *allowed;   /* how that appeal was allowed; NULL: it was not */
	int64_t appeal_number; /* of one that is open */
	bool is_appealed;
	struct amendment_proposal proposal; /* the newest, to the county alone */
	bool has_proposal;
};

extern const struct shape new_amendment_facts_shape;
extern const struct shape amendment_facts_shape;

#endif
