/*
 * What people outside the county are told: that something has happened in a case, never what. It
 * lies in the portal, and goes by e-mail to who wants that (cmd/trinn-jobs/mail.h). What could not
 * be sent to somebody, the caseworker tells them otherwise: that they were not told does not
 * release the county from telling them.
 */
#ifndef TRINN_API_NOTIFICATIONS_NOTIFICATIONS_H
#define TRINN_API_NOTIFICATIONS_NOTIFICATIONS_H

#include <stdint.h>

#include "api/command/caller.h"
#include "api/problems/problems.h"

struct delivery_facts {
	struct caller caller;
	int64_t id;
	int64_t application_id;
	const char *state;
};

void decide_settle_delivery(const struct delivery_facts *facts, struct problems *problems);

#endif
