/* Whom a case is given to, somebody whom the county knows. */
#ifndef TRINN_API_APPLICATIONS_ASSIGNEE_H
#define TRINN_API_APPLICATIONS_ASSIGNEE_H

#include <stdbool.h>

struct assignee {
	const char *name;   /* NULL where the caller is not told it */
	bool is_caseworker;
	bool has_case;
	bool applied;       /* for whoever the case is of */
	bool is_questioned; /* disqualified from the case, or a question of it stands open */
};

#endif
