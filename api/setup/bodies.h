/* Bodies that recommend or decide, their members, and what is delegated to them. */
#ifndef TRINN_API_SETUP_BODIES_H
#define TRINN_API_SETUP_BODIES_H

#include "api/setup/setup.h"

struct member_input {
	int64_t person_id;
	const char *seat;
	int32_t from, to;
};

struct body_input {
	int64_t quorum_members;
	int64_t quorum_bp; /* of its seats */
	bool has_members, has_share;
	struct member_input *members;
	size_t n_members;
};

struct delegation_input {
	int32_t from, to;
	bool has_to;
	bool despite_outside_members, has_despite;
};

/* A quorum that its seats can make, somebody in the chair, and nobody in two seats at a time. */
setup_rule_fn decide_body;
setup_rule_fn decide_body_members;

/* A body with members from outside decides only where the resolution says that it does. */
setup_rule_fn decide_delegation;

#endif
