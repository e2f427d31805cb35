/*
 * The register of fagpartnere. What a hub engages one for is in engagements.h, the hours that firms
 * get of it in hours.h.
 *
 * An `input` of NULL asks only whether the caller may at all. Organisation 0 is none.
 */
#ifndef TRINN_API_FAGPARTNERE_FAGPARTNERE_H
#define TRINN_API_FAGPARTNERE_FAGPARTNERE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "api/command/caller.h"
#include "api/problems/problems.h"

struct competence {
	const char *code;
};

/* Of those of an input, by its place. */
struct unknown_competence {
	int64_t index;
	const char *near; /* codes that it may stand for; NULL: none */
};

struct fagpartner_input {
	const char *orgnr; /* NULL in a change: it stays */
	const char *kind, *description, *contact;
	struct competence *competences;
	size_t n_competences;
	const char *competences_json;
};

struct new_fagpartner_facts {
	struct caller caller;
	int64_t id;
	int64_t partner_id;
	const char *serves_as; /* county, hub, partner; NULL: a firm */
	bool is_insolvent, is_registered;
	struct unknown_competence *unknown;
	size_t n_unknown;
};

struct fagpartner_facts {
	struct caller caller;
	int64_t id;
	const char *state;
	int64_t partner_id, hub_id; /* hub 0: the county entered it */
	struct unknown_competence *unknown;
	size_t n_unknown;
};

/* One register serves all hubs, so that a hub finds whom another has found: hubs and the county
 * enter, once each. Not the county itself, which pays; a hub may be hired by another. */
void decide_register_fagpartner(const struct new_fagpartner_facts *facts,
				const struct fagpartner_input *input, struct problems *problems);

/* By the county, which keeps the register; by the hub that entered it, which answers for what it
 * wrote; and by the fagpartner, whom it is about. */
void decide_change_fagpartner(const struct fagpartner_facts *facts,
			      const struct fagpartner_input *input, struct problems *problems);

/* By the county or the fagpartner, as other hubs may count on the entry. */
void decide_retire_fagpartner(const struct fagpartner_facts *facts, struct problems *problems);

#endif
