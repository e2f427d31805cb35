/* The deliverable of a firm's own case: begun and delivered by the hub, and accepted by the firm or
 * sent back, to be rewritten and delivered again. What nothing will come of the hub discards. */
#ifndef TRINN_API_ENROLMENTS_DELIVERABLES_H
#define TRINN_API_ENROLMENTS_DELIVERABLES_H

#include "api/enrolments/facts.h"
#include "api/problems/problems.h"

struct new_deliverable_input {
	const char *title;
	const char *description;
};

struct deliverable_facts {
	struct caller caller;
	int64_t id;
	const char *state;
	int64_t enrolment_id;
	int64_t hub_id;
	int64_t firm_id;
	int64_t delivered_by; /* 0 for nobody */
};

/* It belongs to the stage that the firm is in, or has just completed. */
void decide_begin_deliverable(const struct enrolment_facts *facts, struct problems *problems);

void decide_change_deliverable(const struct deliverable_facts *facts, struct problems *problems);
void decide_deliver(const struct deliverable_facts *facts, struct problems *problems);

/* Not while the firm looks at it. The row stays: the firm was told of what was begun for it. */
void decide_discard_deliverable(const struct deliverable_facts *facts, struct problems *problems);

/* By a person of the firm, and to accept it not the one who delivered it: one may have roles in
 * both. */
void decide_send_back_deliverable(const struct deliverable_facts *facts, struct problems *problems);
void decide_accept_deliverable(const struct deliverable_facts *facts, struct problems *problems);

#endif
