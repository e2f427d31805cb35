/*
 * How long cases are kept: which may be destroyed, what keeps the others, and legal holds.
 *
 * What a case's class and last day are, and what keeps it beyond, the database says
 * (sql/migrations/0036_retention.sql), as a destruction must hold to it whatever asks for it. The
 * classes themselves are set-up (api/setup).
 *
 * A hold binds from when it is asked for; another person settles it, and lifting it too is asked
 * for by one and settled by another. It tells the party nothing.
 */
#ifndef TRINN_API_RETENTION_RETENTION_H
#define TRINN_API_RETENTION_RETENTION_H

#include <stdbool.h>
#include <stdint.h>

#include "api/command/caller.h"
#include "api/problems/problems.h"

struct new_hold_facts {
	struct caller caller;
	int64_t id;
	bool has_case;
};

struct new_hold_input {
	int64_t application_id;
	const char *reason;
};

struct hold_facts {
	struct caller caller;
	int64_t id;
	int64_t application_id;
	const char *state;
	int64_t asked_by;
	int64_t lift_asked_by;
	bool has_lift_asked_by;
};

struct settle_hold_input {
	const char *outcome; /* approved or refused: of what is asked for */
	const char *reason;
};

void decide_place_hold(const struct new_hold_facts *facts, struct problems *problems);
void decide_ask_lift(const struct hold_facts *facts, struct problems *problems);
void decide_settle_hold(const struct hold_facts *facts, struct problems *problems);

/* The state that it is settled into. */
const char *hold_state(const struct hold_facts *facts, const struct settle_hold_input *input);

#endif
