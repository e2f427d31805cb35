/*
 * Calendar feeds: a link with a secret, by which the calendar program of a hub or a firm reads its
 * sessions without a token. The link is told once, when it is made; the database has a digest of
 * the secret only. Whoever lost the link, or gave it away, revokes it and makes another.
 */
#ifndef TRINN_API_CALENDARS_CALENDARS_H
#define TRINN_API_CALENDARS_CALENDARS_H

#include <stdbool.h>
#include <stdint.h>

#include "api/command/caller.h"
#include "api/problems/problems.h"

/* In force at once, of an organisation. */
#define CALENDAR_FEEDS_MAX 20

struct new_feed_facts {
	struct caller caller;
	int64_t id;
	int64_t in_force;
};

struct feed_facts {
	struct caller caller;
	int64_t id;
	int64_t organisation_id;
	bool is_revoked;
};

void decide_create_feed(const struct new_feed_facts *facts, struct problems *problems);
void decide_revoke_feed(const struct feed_facts *facts, struct problems *problems);

#endif
