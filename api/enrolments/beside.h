/*
 * What else helps a firm with a need that a stage serves, which it is in or on its way to: of two
 * schemes for the same need at the same time (applications/overlap.h) a hub gives one by enrolling
 * the firm. It is told of it then, and so is the county as it checks the aid. Nobody is kept from
 * enrolling by it: a funding line refuses grants, and a place is none.
 *
 * A hub sees what that is only where it is its own: of another's, or of what the firm applied for,
 * it is told to ask.
 */
#ifndef TRINN_API_ENROLMENTS_BESIDE_H
#define TRINN_API_ENROLMENTS_BESIDE_H

#include <stddef.h>
#include <stdint.h>

#include "api/problems/problems.h"
#include "lib/json/shape.h"

struct help_beside {
	int64_t stage;	    /* that serves the need too */
	const char *need;   /* a word of words.def */
	const char *scheme; /* NULL: stays unnamed */
};

extern const struct shape help_beside_shape;

void tell_beside(const struct help_beside *beside, size_t n, struct problems *warnings);

#endif
