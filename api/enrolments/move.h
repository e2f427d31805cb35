/* Enrolments of a programme that go to another version of its stage graph, some at once: each is
 * moved or told why not. One that is not moved leaves the others alone.
 *
 * No price falls on a firm that came into its stage without one: it agreed to none, and declared no
 * aid. It stays on its version until it is through the stage. Nor does one that is billed later
 * differ from what its version says: whose share could not be raised there is not moved, until it
 * was credited; it is raised anew then, and the place kept. Once the firm is billed or has begun,
 * what it was enrolled for stands. One that waits may come to a gate
 * that is shut to it, and is moved all the same: its hub sees to the gate before it takes the
 * place. */
#ifndef TRINN_API_ENROLMENTS_MOVE_H
#define TRINN_API_ENROLMENTS_MOVE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "api/enrolments/facts.h"
#include "api/problems/problems.h"

/* What a firm owes for its stage. */
struct held_share {
	const char *state;
	int64_t amount_ore;  /* VAT included */
	int64_t service_ore; /* without */
};

struct moved_facts {
	int64_t id;
	const char *state;
	int64_t stage;
	bool has_stage;
	int64_t programme_version;
	int64_t hub_id;
	bool owes; /* for its stage, whatever is left of that */
	struct held_share share;
	bool has_share;		  /* one that was not credited */
	struct stage_price price; /* of its stage, in the version to go to */
	bool has_price;		  /* the version has the stage */
	struct gate *gates;	  /* of the version to go to; these are loaded of who waits */
	size_t n_gates;
	struct waiver *waivers;
	size_t n_waivers;
	struct way way;
	bool has_way;
};

struct move_facts {
	struct caller caller;
	int64_t *stages; /* of the version to go to; none: there is no such version */
	size_t n_stages;
	struct moved_facts *enrolments; /* those asked for that are in the programme */
	size_t n_enrolments;
};

struct move_input {
	int64_t programme_id;
	int64_t to_version;
	int64_t *enrolments;
	size_t n_enrolments;
	const char *reason;
};

/* What stands in the way of all. */
void decide_move(const struct move_facts *facts, struct problems *problems);

/* What stands in the way of the i-th of the input, which is one that is under way and whose stage
 * the version has, at no price that is new to it, nor at another than what it is to be billed. */
void decide_move_one(const struct move_facts *facts, const struct move_input *input, size_t i,
		     struct problems *problems);

/* What a firm that is moved finds in its way there. */
void warn_of_move(const struct moved_facts *firm, struct problems *warnings);

/* The i-th of the input as it is; NULL if it is not in the programme. */
const struct moved_facts *move_find(const struct move_facts *facts, const struct move_input *input,
				    size_t i);

#endif
