/* What a proposed change of set-up points at, looked up for its rule. */
#ifndef TRINN_API_SETUP_REFERENCES_H
#define TRINN_API_SETUP_REFERENCES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* A figure that a county sets for itself. */
struct known_figure {
	const char *unit;
	int64_t least, most;
};

/* Whether what the content points at is there. */
struct setup_references {
	bool parent;            /* or none is named */
	bool is_code_taken;     /* by a programme */
	bool programme, legal_basis, funding_line, organisation;
	const char *line_name;  /* of the funding line; NULL: there is none */
	bool to_line;           /* the line that money is moved to, or none is named */
	int64_t available_ore;  /* of the funding line, in the year that is named */
	bool own;               /* it is the county itself */
	bool county_role;       /* the role is one of the county's own people */
	bool issuer;
	int64_t holder;         /* of the subject: a person; a machine is negative; 0 if unknown */
	bool is_held;           /* the same role there, for some of the time, by the same person */
	bool other_side;        /* who gets a role of the county has one at a party, or reverse */
	bool person;            /* the person named is known to this county and to no other */
	bool serves_county;     /* the person has, or had, a role of the county */
	bool leads_leader;	   /* the person, directly or through others */
	bool leader_serves_county; /* so has the leader, or none is named */
	bool follows;           /* each programme that a line is the way on from */
	bool body;              /* there is one */
	bool is_body_named;     /* another body has the name */
	bool has_outside_members; /* the body */
	int64_t quorum_members; /* that the body asks for; 0: a share of its seats, or no body */
	int64_t *strangers;     /* persons named as members who have no role of the county */
	size_t n_strangers;
	bool common_figure;     /* the key is of a figure that is the same for all counties */
	struct known_figure figure; /* of that key */
	bool has_figure;
	int64_t replaced;       /* the figure of that key which begins on the same day */
	bool has_replaced;
	int64_t programme_version; /* in force; 0 without a programme */
	bool is_unchanged;      /* it has the stages of that version */
	bool hub;               /* the organisation is one of this county's hubs */
	const char *county;     /* its number, with which those of its municipalities begin */
	bool common_instrument; /* the code is of an instrument that is the same for all counties */
};

#endif
