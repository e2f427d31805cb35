/*
 * The fagpartnere that the work of a grant is done with, as its plan has them, and their change
 * (bytte av fagpartner) while it runs.
 *
 * A change says all of them as they are to be. Who is new is in the register of the county, is not
 * the recipient or a partner of the grant, and is not insolvent; how it is related to the recipient
 * is declared. All together they come to no more than what was approved, hours by rate. Amounts are
 * øre.
 */
#ifndef TRINN_API_AMENDMENTS_FAGPARTNERE_H
#define TRINN_API_AMENDMENTS_FAGPARTNERE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "api/problems/problems.h"

struct shape;

struct planned_fagpartner {
	const char *orgnr;
	const char *name;
	const char *role;
	int64_t hours;
	int64_t hourly_ore;
	const char *relation; /* to the recipient; NULL: none is told */
};

struct planned_fagpartnere {
	struct planned_fagpartner *list;
	size_t n;
};

/* Of one of a change, in its order. */
struct fagpartner_standing {
	bool is_registered; /* and not retired */
	bool is_insolvent;
	bool is_party;      /* the recipient, or a partner of the grant */
};

struct fagpartner_standings {
	struct fagpartner_standing *list;
	size_t n;
};

extern const struct shape planned_fagpartner_shape;
extern const struct shape fagpartner_standing_shape;

void check_fagpartner_change(const struct planned_fagpartnere *before,
			     const struct planned_fagpartnere *after,
			     const struct fagpartner_standings *standings,
			     struct problems *problems);

#endif
