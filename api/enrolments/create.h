/* A hub begins to follow a firm of the register in a programme: of its own accord, or because the
 * firm signed up, itself or by the county, and then it is the hub that answers for where it lies;
 * where none does, as of a firm without an address, the county names one.
 *
 * A firm has one enrolment in a programme. Of one whose round there has ended a round begins, with
 * whichever hub follows it; the hub that had it last enters it again (enrolments.h).
 *
 * A hub follows a firm of another's area too, as a firm may be its member or choose it: of that the
 * hub that answers there is told, by programme and municipality alone, and the enrolment says whose
 * area it is.
 *
 * A programme is for firms of its county. One that lies outside is followed where the county has
 * set up, by two persons, that a hub answers for its municipality: no other exception is made for
 * one firm. Nobody follows the county, a hub, or a fagpartner that is nothing else here. */
#ifndef TRINN_API_ENROLMENTS_CREATE_H
#define TRINN_API_ENROLMENTS_CREATE_H

#include <stdbool.h>
#include <stdint.h>

#include "api/command/caller.h"
#include "api/problems/problems.h"

struct new_enrolment_facts {
	struct caller caller;
	int64_t id;
	const char *programme_state; /* NULL: no such programme */
	bool is_delivered; /* by hubs */
	int64_t firm_id;
	bool has_firm; /* the register has it */
	const char *municipality_no; /* NULL: not known */
	bool is_insolvent;
	bool is_deleted; /* from the register */
	bool is_inside;	 /* the county, or a municipality that one of its hubs answers for */
	const char *serves_as; /* county, hub, partner; NULL: a firm */
	int64_t hub_id; /* that is to follow it: the caller's, that answers for it, or is named */
	bool has_hub;
	int64_t named_id; /* the hub that the input names */
	bool has_named;	  /* there is such a hub */
	int64_t answering_id; /* another, that answers for where the firm lies */
	bool has_answering;
	int64_t known_id; /* its enrolment, where the caller sees it */
	bool is_known;
	int64_t ended_id; /* its enrolment, of a round that has ended, to go on with */
	bool has_ended;
	const char *ask; /* whom at the county, if another hub follows it; else NULL */
};

struct new_enrolment_input {
	int64_t programme_id;
	const char *orgnr;
	const char *hub_orgnr; /* NULL: none is named */
};

/* In a programme that runs and that hubs deliver: it has stages, and is not one whose money firms
 * alone apply for, such as BIO. An umbrella over others has neither. Of a firm that another hub
 * follows there, a hub learns only whom to ask. */
void decide_create_enrolment(const struct new_enrolment_facts *facts,
			     const struct new_enrolment_input *input, struct problems *problems);

#endif
