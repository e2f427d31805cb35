/*
 * Stand-ins (stedfortredere): somebody sees to a person's tasks in a role while the person is away,
 * named by the person or their leader. A stand-in has the role of their own (proposeRoleAssignment,
 * for a period, where they do not have it yet), acts as themselves and is one person: who takes a
 * step for somebody takes no other that needs a second person. The trail says on whose behalf.
 */
#ifndef TRINN_API_STANDINS_STANDINS_H
#define TRINN_API_STANDINS_STANDINS_H

#include <stdbool.h>
#include <stdint.h>

#include "api/command/caller.h"
#include "api/problems/problems.h"

struct new_standin_facts {
	struct caller caller;
	int32_t today;
	int64_t id;
	int64_t person_id; /* who is away; the caller if nobody is named */
	bool leads;        /* the caller is the person's nearest superior */
	bool has_role;     /* the person has it as it begins */
	bool is_known;     /* the stand-in handles cases of the county */
	bool can_stand_in; /* and has the role all of the days */
	bool overlaps;     /* another stands in for the person in the role on some of them */
};

struct new_standin_input {
	int64_t person_id;
	bool has_person_id;
	int64_t standin_id;
	const char *role;
	int32_t starts_on;
	int32_t ends_on;
};

struct standin_facts {
	struct caller caller;
	int32_t today;
	int64_t id;
	int64_t person_id;
	int32_t ends_on;
	bool leads;
	bool is_ended;
};

void decide_name_standin(const struct new_standin_facts *facts,
			 const struct new_standin_input *input, struct problems *problems);

/* It ends with the day before. */
void decide_end_standin(const struct standin_facts *facts, struct problems *problems);

#endif
