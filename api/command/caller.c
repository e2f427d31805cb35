#include "api/command/caller.h"

static const struct shape_field fields[] = {
	SHAPE_FIELD(struct caller, role, "role", TEXT),
	SHAPE_FIELD(struct caller, kind, "kind", TEXT),
	SHAPE_OPTIONAL(struct caller, person_id, "personId", I64, is_person),
	SHAPE_FIELD(struct caller, organisation_id, "organisationId", I64),
};

const struct shape caller_shape = SHAPE(struct caller, fields);
