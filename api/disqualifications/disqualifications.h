/*
 * Disqualification (inhabilitet) of the county's people: forvaltningsloven §§ 6-10.
 *
 * Somebody declares of themselves that they are impartial in a case or disqualified from it, and is
 * bound by it at once (§ 6; § 8: the official decides on their own). Of another it is a question:
 * whoever it is about may concede it, or a third person settles it. Until then the one in question
 * decides nothing in the case; whoever is disqualified takes no step in it at all but what § 10
 * allows, and their nearest subordinates decide nothing in it (§ 6 third paragraph). A second
 * person lifts a disqualification that no longer is one. A party of an application or an appeal may
 * demand that it is settled (§ 8 second paragraph) of those whom it knows to handle its case, says
 * why, and is told what comes of it.
 *
 * That it binds is not for the handlers to remember: api/command/disqualified.h refuses every
 * command, and trinn.audit() every step that is recorded. Where the figure
 * disqualified.closes_reading of the county is not 0 as it is entered, row-level security closes
 * the application to the person's eyes as well.
 */
#ifndef TRINN_API_DISQUALIFICATIONS_DISQUALIFICATIONS_H
#define TRINN_API_DISQUALIFICATIONS_DISQUALIFICATIONS_H

#include <stdbool.h>
#include <stdint.h>

#include "api/command/caller.h"
#include "api/problems/problems.h"

struct new_disqualification_facts {
	struct caller caller;
	int64_t id;
	bool has_case;
	int64_t person_id;   /* whom it is about; the caller if nobody is named */
	bool has_person_id;  /* false of a machine that names nobody */
	bool has_person;     /* they handle cases of the county */
	bool is_open;        /* raised or standing already */
	bool was_cleared;    /* a question of it was settled so before */
	bool closes_reading; /* what the county's figure says today */
	int64_t party_id;    /* that demands it */
	bool is_demanded;
};

struct new_disqualification_input {
	const char *case_kind;
	int64_t case_id;
	int64_t person_id;
	bool has_person_id;
	const char *ground;      /* of § 6, or "none" */
	const char *explanation; /* NULL; § 6 second paragraph, a question anew, a party: given */
};

struct disqualification_facts {
	struct caller caller;
	int64_t id;
	const char *state;
	const char *case_kind;
	int64_t case_id;
	int64_t person_id;
	int64_t entered_by;
	int64_t demanded_by; /* the party; 0: asked in the county */
};

struct settle_input {
	const char *outcome; /* disqualified or cleared */
	const char *reason;
};

/* The state a new row begins in. `input` is NULL to ask only whether it may be done; so below. */
const char *disqualification_state(const struct new_disqualification_facts *facts,
				   const struct new_disqualification_input *input);

void decide_declare(const struct new_disqualification_facts *facts,
		    const struct new_disqualification_input *input, struct problems *problems);

/* The person says so too. */
void decide_concede(const struct disqualification_facts *facts, struct problems *problems);

/* Whom it is about and what they are held to be, as JSON, for the trail. */
const char *disqualification_detail(struct arena *arena, int64_t person_id, const char *state);

/* Neither whom it is about nor who raised it settles it. */
void decide_settle(const struct disqualification_facts *facts, const struct settle_input *input,
		   struct problems *problems);

#endif
