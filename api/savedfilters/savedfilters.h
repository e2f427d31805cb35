/*
 * Saved filters: a list of the contract with the query it is asked with, kept under a name by a
 * person in the role they act in; whoever acts for the county may show theirs to the others of the
 * role. The contract says whether one can still be asked (kept.h), when it is kept and when it is
 * read: later versions may have no such list, parameter or value.
 */
#ifndef TRINN_API_SAVEDFILTERS_SAVEDFILTERS_H
#define TRINN_API_SAVEDFILTERS_SAVEDFILTERS_H

#include <stdbool.h>
#include <stdint.h>

#include "api/command/caller.h"
#include "api/problems/problems.h"

struct new_filter_facts {
	struct caller caller;
	int64_t id;
	int64_t most;
	int64_t kept; /* of the person in the role, the discarded not counted */
};

struct filter_facts {
	struct caller caller;
	int64_t id;
	bool is_mine;
	bool is_discarded;
};

struct filter_input {
	const char *name;
	const char *operation; /* operationId */
	const char *query;     /* a JSON object of texts */
	bool is_shared;
	bool has_is_shared;
};

void decide_save_filter(const struct new_filter_facts *facts, const struct filter_input *input,
			struct problems *problems);
void decide_change_filter(const struct filter_facts *facts, const struct filter_input *input,
			  struct problems *problems);
void decide_discard_filter(const struct filter_facts *facts, struct problems *problems);

#endif
