/* What every command on an appeal knows of it, as its load tells. */
#ifndef TRINN_API_APPEALS_FACTS_H
#define TRINN_API_APPEALS_FACTS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "api/appeals/refused.h"
#include "api/appeals/terms.h"
#include "api/applications/facts.h"
#include "api/command/caller.h"
#include "api/grants/change.h"

/* The decision of the case that is appealed against; of an appeal against anything else, who
 * dismissed or refused, who proposed it, and when. */
struct appealed_decision {
	int64_t id;
	const char *outcome;
	int64_t amount_ore;
	int32_t decided_on;
	int64_t recommended_by;
	int64_t decided_by; /* 0: a body; whoever entered what it resolved has not made it */
	const char *met; /* the body that made it at a meeting; NULL: none did */
	bool is_newest;
};

/* What waits to be confirmed by another. */
struct appeal_proposal {
	int64_t id;
	int64_t number;
	const char *kind;    /* leave, stay, reconsideration, board or costs */
	const char *outcome;
	int64_t amount_ore;  /* of the new decision, or of the costs */
	bool has_amount;
	int64_t year;
	bool has_year;
	struct new_terms terms;
	const char *grounds;
	const char *resolution; /* the board's; NULL: not of the board */
	int64_t proposed_by;
	const char *questioned; /* who proposed it and is disqualified since, or may be; or NULL */
};

struct appeal_facts {
	struct caller caller;
	int32_t today;
	int64_t id;
	int64_t appellant_id; /* the applicant, or a partner of it; 0: another */
	bool is_of_other;     /* who is no party */
	const char *case_kind; /* what it is in: application, or late_submission */
	int64_t case_id;
	const char *state;
	const char *kind; /* what it is against: decision, dismissal, amendment or leave */
	int64_t application_version;
	struct application_facts application;
	bool has_application; /* false: of leave to apply late, and to a partner */
	int64_t dismissed_id; /* it is against that this appeal was found inadmissible */
	bool has_dismissed;
	struct appealed_amendment amendment; /* that was refused, or that the decision approved */
	bool has_amendment;
	struct refused_leave leave;
	bool has_leave_refused;
	struct appealed_decision decision;
	struct asked_condition *conditions; /* of the case */
	size_t n_conditions;
	struct resolved_facts meeting; /* what a body said of the appeal */
	bool has_meeting;
	struct new_terms sent; /* of the answer that it had before it, or that the board resolved */
	bool has_sent;
	int32_t met_on; /* with meeting.has_item */
	bool has_met;
	bool has_board; /* the appeals board meets here */
	struct changed_grant grant; /* that stands, or may be given back */
	bool has_grant;
	const char *appeal_body;
	int64_t asked_ore;
	bool has_asked;
	int32_t lodged_on;
	int64_t lodged_by;
	bool made_below;       /* the caller, or prepared it or voted on it: kommuneloven § 13-3 */
	bool is_entered;       /* by the county, for somebody who signed a letter */
	int32_t due_on;
	bool has_due;
	int32_t forwarded_on;  /* to the board, last */
	bool has_forwarded;
	bool is_sent_back;     /* by the board: the county decides it itself now */
	bool has_leave;        /* to be late */
	bool is_leave_answered;
	bool asks_stay;
	bool has_stay;         /* in force */
	int32_t comment_by;
	bool has_comment_by;
	bool has_comment;
	int32_t settled_on;
	bool has_settled;
	bool is_favoured;      /* moot, as a reversal gave the party its way: § 36 */
	int64_t costs_ore;     /* claimed */
	bool has_costs;
	bool is_costs_answered;
	struct appeal_proposal *open;
	size_t n_open;
	int64_t *documents;    /* of the case, clean and the party's to read */
	size_t n_documents;
	int64_t appeal_days;   /* fvl. § 29 */
	bool has_appeal_days;
	int64_t leave_months;
	bool has_leave_months;
	int64_t costs_days;
	bool has_costs_days;
	int64_t comment_days;
	int64_t proposal_id;   /* that a new one will have */
};

extern const struct shape appeal_facts_shape;

#endif
