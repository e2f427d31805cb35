/* What the commands on a project share: members of their bodies, and the one of its invitations. */
#ifndef TRINN_API_PROJECTS_COMMANDS_H
#define TRINN_API_PROJECTS_COMMANDS_H

#include "api/command/command.h"
#include "api/projects/projects.h"
#include "lib/json/shape.h"

/* Fields of a struct project_description that stands in `type` at `at`, a member's name with its
 * dot, or nothing where it is the type itself. */
#define PROJECT_DESCRIPTION(type, at)                                                              \
	SHAPE_FIELD(type, at title, "title", TEXT), SHAPE_FIELD(type, at goal, "goal", TEXT),      \
		SHAPE_OR_NULL(type, at theme, "theme", TEXT),                                      \
		SHAPE_OR_NULL(type, at technology, "technology", TEXT),                            \
		SHAPE_FIELD(type, at is_research_pilot, "isResearchPilot", BOOL)

/* The firms of a struct that has firms, n_firms and firms_json. */
#define PROJECT_FIRMS(type)                                                                        \
	SHAPE_OBJECTS(type, firms, n_firms, "firms", &project_firm_shape),                         \
		SHAPE_FIELD(type, firms_json, "firms", RAW)

extern const struct shape project_firm_shape;
extern const struct command invite_firm;

#endif
