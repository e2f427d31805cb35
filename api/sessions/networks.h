/* Networks (nettverk, møteplasser): gatherings for small firms of a trade, outside any stage. */
#ifndef TRINN_API_SESSIONS_NETWORKS_H
#define TRINN_API_SESSIONS_NETWORKS_H

#include "api/sessions/plan.h"

struct network_facts {
	struct caller caller;
	int64_t id;
	int64_t hub_id;
	const char *state;
	int64_t n_planned;              /* sessions neither held nor cancelled */
	struct session_plan_facts session;
	bool has_session;
};

extern const struct shape network_facts_shape;

struct network_input {
	const char *title;
	const char *trade;              /* NULL: for any */
	const char *description;
};

struct new_network_facts {
	struct caller caller;
	int64_t id;
};

void decide_plan_network_session(const struct network_facts *facts,
				 const struct session_plan *input, struct problems *problems);
void decide_change_network(const struct network_facts *facts, struct problems *problems);

/* Every session was held or cancelled. */
void decide_end_network(const struct network_facts *facts, struct problems *problems);

#endif
