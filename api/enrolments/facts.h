/* What every command on an enrolment knows of it, as its load tells. */
#ifndef TRINN_API_ENROLMENTS_FACTS_H
#define TRINN_API_ENROLMENTS_FACTS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "api/command/caller.h"
#include "api/copayments/raise.h"
#include "api/enrolments/beside.h"
#include "api/enrolments/leaving.h"
#include "api/enrolments/made.h"

enum { MOBILISATION = 0 }; /* Trinn 0, in which a firm is until it enrols */

/* A stage of the enrolment's version. */
struct stage_facts {
	int64_t number;
	int64_t n_free; /* places */
	bool has_limit; /* else there are as many as want one */
	int64_t next;	/* where the graph advises a firm that has completed it to go on */
	bool has_next;
	/* Who wait for a place in it, of all hubs, and come before this firm; and those whom a gate
	 * is shut for, so that they are passed over. 0 where no place is given. */
	int64_t n_ahead, n_shut;
	struct stage_price price;
};

struct gate {
	int64_t stage; /* that it leads to */
	const char *kind;
	int64_t requires_stage; /* of stage_completed */
	bool has_stage;
	int64_t percent; /* of attendance */
	bool has_percent;
};

/* Asked for or given in this round. */
struct waiver {
	int64_t stage;
	const char *gate;
	const char *state;
};

/* A session of the firm's cohorts, held, that the firm is entered of. */
struct session_facts {
	int64_t stage;
	bool attended;
};

/* What a firm has done in the programme, in all rounds and with all hubs; lists are of stages. */
struct way {
	bool is_assessed;
	int64_t *completed;
	size_t n_completed;
	int64_t *unsettled;  /* with a co-payment that is neither paid nor waived */
	int64_t *accepted;   /* with a deliverable that the firm has accepted */
	int64_t *unaccepted; /* with one that its hub has begun, and it has not accepted */
	size_t n_unsettled, n_accepted, n_unaccepted;
	bool has_hours; /* of a fagpartner, in a track of its hub */
	struct session_facts *sessions;
	size_t n_sessions;
};

struct enrolment_facts {
	struct caller caller;
	int32_t today;
	int64_t id;
	int64_t new_id; /* of what is made in it */
	const char *state;
	int64_t stage;
	bool has_stage;
	int64_t recommended; /* stage, in this round */
	bool has_recommended;
	int64_t passed; /* highest stage completed in this round */
	bool has_passed;
	const char *programme_state;
	int64_t programme_version;
	int64_t firm_id;
	int64_t hub_id;
	bool is_insolvent;
	bool is_aid_refused;   /* by the county, for the stage that the firm is in */
	bool is_aid_unchecked; /* the same, by nobody yet */
	bool was_aid_refused;  /* in this enrolment, and the firm was not found since that it may */
	bool is_share_gone;    /* what the firm owed for that stage was credited */
	bool is_credit_asked;  /* somebody asks for that, and nobody has answered */
	bool is_between_stages, is_handover_asked;
	bool is_hub_open; /* somebody has a role for the hub that follows the firm */
	int64_t to_hub_id;	     /* that the input names, as it does the instrument */
	bool has_to_hub;	     /* there is such a hub in the county */
	const char *instrument_kind; /* NULL: no such instrument */
	struct interview_made session;
	bool has_session;
	struct way_days days; /* loaded where something is to be made in it */
	bool has_days;
	struct stage_facts *stages;
	size_t n_stages;
	struct gate *gates;
	size_t n_gates;
	struct waiver *waivers;
	size_t n_waivers;
	struct way way;
	struct share_facts share; /* loaded for one enrolment alone */
	bool has_share;
	struct help_beside *beside; /* the same, and where warnings are asked for */
	size_t n_beside;
	struct plan_facts plan; /* likewise */
	bool has_plan;
};

extern const struct shape gate_shape, waiver_shape, way_shape;
extern const struct shape enrolment_facts_shape;

#endif
