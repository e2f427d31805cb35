#include "api/command/caller.h"

#include "api/problems/problems.h"

static const struct shape_field case_fields[] = {
	SHAPE_FIELD(struct case_stood_back, kind, "kind", TEXT),
	SHAPE_FIELD(struct case_stood_back, id, "id", I64),
	SHAPE_FIELD(struct case_stood_back, how, "how", TEXT),
};
static const struct shape case_shape = SHAPE(struct case_stood_back, case_fields);

static const struct shape_field fields[] = {
	SHAPE_FIELD(struct caller, role, "role", TEXT),
	SHAPE_FIELD(struct caller, kind, "kind", TEXT),
	SHAPE_OPTIONAL(struct caller, person_id, "personId", I64, is_person),
	SHAPE_FIELD(struct caller, organisation_id, "organisationId", I64),
	SHAPE_OPTIONAL_OBJECTS(struct caller, stands_back, n_stands_back, "standsBack",
			       &case_shape),
	SHAPE_FIELD(struct caller, serves_party, "servesParty", BOOL),
};

const struct shape caller_shape = SHAPE(struct caller, fields);

static const struct shape_field own_fields[] = {
	SHAPE_OBJECTS(struct caller, stands_back, n_stands_back, "standsBack", &case_shape),
};
const struct shape own_cases_shape = SHAPE(struct caller, own_fields);

void require_person(const struct caller *caller, struct problems *problems)
{
	if (!caller->is_person)
		problems_add(problems, PROBLEM_PERSON_REQUIRED, NULL, NULL, NULL);
}

void require_applicant(const struct caller *caller, int64_t applicant_id,
		       struct problems *problems)
{
	if (strcmp(caller->kind, "county") != 0 && caller->organisation_id != applicant_id)
		problems_add(problems, PROBLEM_NOT_APPLICANT, NULL, NULL, NULL);
}

void require_other(const struct caller *caller, int64_t person_id, const char *taken,
		   const char *step, struct problems *problems)
{
	if (caller->is_person && caller->person_id == person_id)
		problems_add(problems, PROBLEM_FOUR_EYES, NULL, taken, step);
}
